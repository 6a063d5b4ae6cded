# Beside what is asked: who reads the answers, what may still be written or chosen, stars, and what comes after.
answering-anonymous = Risposte anonime: le registriamo senza il Suo nome
answering-read-by = Chi legge le risposte: { $office }
answering-stars = { $count ->
    [one] { $count } stella su { $of }
   *[other] { $count } stelle su { $of }
}
answering-most-characters = Al massimo { $most } caratteri.
answering-characters = Caratteri: { $at } di { $of }
answering-characters-left = Caratteri che può ancora scrivere: { $at }
answering-characters-over = Caratteri di troppo: { $at }. Accorci il testo.
answering-choices = Scelte: { $at } di { $of }
answering-choices-over = Scelte: { $at }, ma al massimo { $of }. Tolga qualche scelta.
answering-what-next = Si può rispondere fino al { $day }. Poi contiamo le risposte tutte insieme e pubblichiamo i risultati.
answering-last-results = Leggi i risultati del { $year }
answering-number-range = Un numero intero da { $least } a { $most }.
