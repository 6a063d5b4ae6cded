# Beside what is asked: who reads the answers, what may still be written or chosen, stars, and what comes after.
answering-anonymous = Anonyme Antworten: Wir speichern sie ohne Ihren Namen
answering-read-by = Wer die Antworten liest: { $office }
answering-stars = { $count ->
    [one] { $count } Stern von { $of }
   *[other] { $count } Sterne von { $of }
}
answering-most-characters = Höchstens { $most } Zeichen.
answering-characters = Zeichen: { $at } von { $of }
answering-characters-left = Zeichen, die Sie noch schreiben können: { $at }
answering-characters-over = Zeichen zu viel: { $at }. Bitte kürzen Sie den Text.
answering-choices = Gewählt: { $at } von { $of }
answering-choices-over = Gewählt: { $at }, erlaubt: { $of }. Bitte nehmen Sie etwas zurück.
answering-what-next = Antworten sind bis zum { $day } möglich. Dann zählen wir alle Antworten zusammen aus und veröffentlichen die Ergebnisse.
answering-last-results = Die Ergebnisse { $year } lesen
answering-number-range = Eine ganze Zahl von { $least } bis { $most }.
