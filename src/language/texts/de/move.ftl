# A survey goes on with another version of its questionnaire.
move-title = Mit einer anderen Version des Fragebogens weitermachen
move-newer = Von diesem Fragebogen gibt es eine neuere Version.
move-look = Ansehen, was sich ändert, und zu ihr wechseln
move-version-own = Version { $number } (wird verwendet)
move-none = Die Erhebung verwendet diese Version bereits.
move-back = Zurück zur Erhebung
move-effect = Was es bewirkt
move-draft = Die Erhebung ist noch ein Entwurf: Niemand hat geantwortet, nichts geht verloren.
move-responses = { $count ->
    [0] Noch hat niemand geantwortet.
    [one] Es gibt bereits einen ausgefüllten Fragebogen: Er bleibt, wie er ist, und zählt mit den anderen.
   *[other] Es gibt bereits { $responses } ausgefüllte Fragebögen: Sie bleiben, wie sie sind, und zählen mit den anderen.
}
move-added = { $count ->
    [one] Eine Frage ist neu: Wer schon geantwortet hat, bekam sie nicht; ihre Prozentwerte zählen nur jene, die sie bekommen haben.
   *[other] { $count } Fragen sind neu: Wer schon geantwortet hat, bekam sie nicht; ihre Prozentwerte zählen nur jene, die sie bekommen haben.
}
move-order = Die Reihenfolge der Fragen ändert sich: Das kann die folgenden Antworten ein wenig beeinflussen.
move-reworded = { $count ->
    [one] Ein Text ist umformuliert: Fragt die Frage nun etwas anderes, wechseln Sie nicht zu dieser Version, denn die Antworten werden zusammengezählt.
   *[other] { $count } Texte sind umformuliert: Fragt eine Frage nun etwas anderes, wechseln Sie nicht zu dieser Version, denn die Antworten werden zusammengezählt.
}
move-untranslated = Nicht alles ist übersetzt ({ $languages }): Wer in diesen Sprachen antwortet, liest das Übrige in der ersten Sprache ({ $first }).
move-under-way = Wer gerade antwortet, macht mit dem neuen Fragebogen weiter; was schon geschrieben ist, bleibt.
move-paper = Bereits gedruckte Fragebögen haben die frühere Version: Drucken Sie sie neu. Die Seite für die Eingabe folgt der neuen Version.
move-seal = Neben das Siegel der Eröffnung kommt ein weiteres mit der Begründung: Es steht auf der Seite der Erhebung.
move-reason-hint = Steht neben dem neuen Siegel und im Bericht: Geben Sie keine personenbezogenen Daten an.
move-button = Zu dieser Version wechseln
move-hindered = Die Erhebung ist offen und kann nicht zu dieser Version wechseln:
move-hindered-gone = „{ $name }“ gibt es nicht mehr: Die schon gegebenen Antworten wären nirgends zu sehen.
move-hindered-answered = „{ $name }“ hat andere Antwortmöglichkeiten, eine andere Skala oder einen anderen Zweck: Die schon gegebenen Antworten würden nicht mehr dasselbe bedeuten.
move-hindered-asked = „{ $name }“ wird anderen Personen gezeigt: Die Antworten von vorher und nachher lassen sich nicht zusammenzählen.
move-hindered-required = „{ $name }“ wäre Pflicht und war es vorher nicht: Antworten, die gerade eingegeben werden, würden abgewiesen.
move-hindered-shorter = „{ $name }“ lässt einen kürzeren Text zu: Ein Text, der gerade geschrieben wird, würde abgewiesen.
move-hindered-parted = Die Ergebnisse würden { $surveys } nicht mehr mitzählen: Wechseln Sie zuerst mit der Haupterhebung des Jahres, jener mit der Dienstcharta.
move-way-out = Sie können einen Entwurf aus der verwendeten Version beginnen, die Änderungen ohne die genannten wiederholen und ihn veröffentlichen; oder diese Version für die nächste Erhebung aufheben.
move-adapt-own = Die verwendete Version in einem neuen Entwurf anpassen
move-movable = Erhebungen, die eine andere Version verwenden
move-movable-about = Vor dem Wechsel zu dieser Version sehen Sie, was er bewirkt.
staff-done-moved = Die Erhebung verwendet nun die andere Version des Fragebogens.
refused-moved-meanwhile = Die Erhebung verwendet inzwischen eine andere Version: Sehen Sie nach, wie sie jetzt ist.
refused-move-meaning = Die schon gegebenen Antworten würden nicht mehr dasselbe bedeuten: Sehen Sie unten, was dagegenspricht.
