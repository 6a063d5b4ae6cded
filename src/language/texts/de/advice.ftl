# The adviser: what a methodologist would mark. For each matter: what it is, why, what to do, who says so.

advice-hint = { $why } { $fix } ({ $source })

advice-double-barrelled = Hier wird anscheinend nach zwei Dingen zugleich gefragt: „{ $marked }“.
advice-double-barrelled-why = Wer mit dem einen zufrieden ist und mit dem anderen nicht, kann nicht antworten.
advice-double-barrelled-fix = Fragen Sie nur nach einer Sache oder machen Sie zwei Aspekte daraus.
advice-double-barrelled-source = Payne 1951; Converse und Presser 1986

advice-leading = „{ $marked }“ lenkt zu einer bestimmten Antwort.
advice-leading-why = Viele geben der fragenden Stelle recht: Das Ergebnis gefällt, ohne zu stimmen.
advice-leading-fix = Fragen Sie neutral, zum Beispiel „Wie zufrieden sind Sie mit …“.
advice-leading-source = Payne 1951; Schuman und Presser 1981

advice-negation = Hier steht eine Verneinung: „{ $marked }“.
advice-negation-why = Wer mit „nein“ oder „gar nicht“ antwortet, muss eine Verneinung verneinen: Viele irren sich dabei.
advice-negation-fix = Formulieren Sie positiv: statt „Ich musste nicht lange warten“ besser „Wartezeit“.
advice-negation-source = Swain, Weathers und Niedrich 2008; Krosnick und Presser 2010

advice-double-negation = Hier stehen zwei Verneinungen: „{ $marked }“.
advice-double-negation-why = Es ist nicht mehr klar, was Zustimmung bedeutet.
advice-double-negation-fix = Formulieren Sie ohne Verneinungen.
advice-double-negation-source = Krosnick und Presser 2010

advice-absolute = „{ $marked }“ lässt keine Ausnahme zu.
advice-absolute-why = Bei einer einzigen Ausnahme müssen auch Zufriedene mit „nein“ antworten.
advice-absolute-fix = Streichen Sie das Wort oder fragen Sie, wie sehr oder wie oft.
advice-absolute-source = Payne 1951; Dillman, Smyth und Christian 2014

advice-unbalanced-scale = Die Skala { $scale } hat { $better ->
    [0] keine positive Stufe
    [one] eine positive Stufe
   *[other] { $better } positive Stufen
} und { $worse ->
    [0] keine negative
    [one] eine negative
   *[other] { $worse } negative
}.
advice-unbalanced-scale-why = Die Antworten verschieben sich zu der Seite mit mehr Stufen.
advice-unbalanced-scale-fix = Setzen Sie auf beide Seiten gleich viele Stufen.
advice-unbalanced-scale-source = Krosnick und Presser 2010; Dillman, Smyth und Christian 2014

advice-unlabelled-scale = Die Enden der Skala { $scale } sind nicht beschriftet.
advice-unlabelled-scale-why = Zahlen versteht jeder Mensch anders, und ein Bildschirmleseprogramm würde nur sie vorlesen.
advice-unlabelled-scale-fix = Sagen Sie, was der niedrigste und der höchste Wert bedeuten.
advice-unlabelled-scale-source = Krosnick und Presser 2010

advice-too-many-points = Die Skala { $scale } hat { $points } Stufen, mehr als { $most }.
advice-too-many-points-why = So viele Stufen unterscheidet niemand: Die höhere Genauigkeit ist nur scheinbar.
advice-too-many-points-fix = Verwenden Sie 5 oder 7 beschriftete Stufen oder eine Skala von 0 bis 10 mit beschrifteten Enden.
advice-too-many-points-source = Krosnick und Presser 2010; Preston und Colman 2000

advice-no-dont-know = Die Skala { $scale } bietet weder „weiß nicht“ noch „betrifft mich nicht“ an.
advice-no-dont-know-why = Wer diesen Dienst nie genutzt hat, müsste raten.
advice-no-dont-know-fix = Ergänzen Sie die Skala um „weiß nicht“ (dont_know) oder „betrifft mich nicht“ (not_applicable). Damit ändern sich die Antwortmöglichkeiten jeder Frage auf dieser Skala: Tun Sie es zwischen zwei Erhebungen, nicht während eine offen ist.
advice-no-dont-know-source = Schuman und Presser 1981; Dillman, Smyth und Christian 2014

advice-none-satisfied = Keine Stufe der Skala { $scale } zählt als zufrieden.
advice-none-satisfied-why = Auf diesen Stufen beruhen die Anteile der zufriedenen Nutzerinnen und Nutzer.
advice-none-satisfied-fix = Geben Sie an, welche zählen: „zählt als zufrieden“ (satisfied = true).
advice-none-satisfied-source = Dipartimento della Funzione pubblica 2004, Richtlinie zur wahrgenommenen Qualität

advice-neutral-satisfied = Die neutrale Stufe der Skala { $scale } zählt als zufrieden.
advice-neutral-satisfied-why = Wer in der Mitte steht, ist nicht zufrieden: Der Anteil wäre zu hoch.
advice-neutral-satisfied-fix = Entfernen Sie „zählt als zufrieden“ (`satisfied`) bei dieser Stufe.
advice-neutral-satisfied-source = Dillman, Smyth und Christian 2014

advice-long-text = Der Text ({ $language }) hat { $characters } Zeichen, mehr als { $most }.
advice-long-text-why = Auf dem Smartphone wird eine lange Frage nicht zu Ende gelesen.
advice-long-text-fix = Kürzen Sie sie oder verschieben Sie Erklärungen in den Hilfetext (`hint`).
advice-long-text-source = Payne 1951; Dillman, Smyth und Christian 2014

advice-hard-to-read = Der Text ({ $language }) ist schwer zu lesen ({ $measure }: { $value }).
advice-hard-to-read-why = Viele Erwachsene lesen einen solchen Text nicht zu Ende: Menschen mit weniger Schulbildung würden nicht antworten.
advice-hard-to-read-fix = Kürzere Sätze, geläufigere Wörter, eine Sache pro Satz.
advice-hard-to-read-source = Lucisano und Piemontese 1988; Flesch 1948; Amstad 1978; Kandel und Moles 1958
advice-measure-gulpease = Gulpease
advice-measure-flesch = Flesch
advice-measure-amstad = Flesch-Amstad
advice-measure-kandel-moles = Flesch-Kandel-Moles
advice-measure-sentence-length = Wörter pro Satz
advice-measure-word-length = Buchstaben pro Wort

advice-required-personal = Eine Frage zur Person ist als Pflichtfrage gestellt.
advice-required-personal-why = Die Teilnahme ist freiwillig und niemand muss sagen, wer er ist; viele brechen an dieser Stelle ab.
advice-required-personal-fix = Heben Sie die Antwortpflicht auf (`required` entfernen).
advice-required-personal-source = Verordnung (EU) 2016/679, Art. 5; Garante privacy 182/2011, sinngemäß

advice-personal-asked = Hier wird gefragt, wer die Person ist: „{ $marked }“.
advice-personal-asked-why = Der Fragebogen sagt Anonymität zu; ein Name oder eine Adresse neben den Antworten hebt sie auf.
advice-personal-asked-fix = Streichen Sie die Frage; für alle, die eine Rückmeldung wünschen, geben Sie die Kontaktdaten des Amtes an.
advice-personal-asked-source = Verordnung (EU) 2016/679, Art. 5 und 25

advice-sensitive-asked = Hier wird gefragt, was das Gesetz besonders schützt: „{ $marked }“.
advice-sensitive-asked-why = Nach Gesundheit, Religion, Meinungen und Sexualleben darf nur gefragt werden, wo es unerlässlich ist; und wer davon spricht, ist leichter zu erkennen.
advice-sensitive-asked-fix = Nehmen Sie die Frage heraus, oder fragen Sie zuerst die Datenschutzbeauftragten.
advice-sensitive-asked-source = Verordnung (EU) 2016/679, Art. 9

advice-many-required = { $count ->
    [one] Es gibt { $count } Pflichtfrage.
   *[other] Es gibt { $count } Pflichtfragen.
}
advice-many-required-why = Mit jeder Pflichtfrage gehen Antworten verloren.
advice-many-required-fix = Machen Sie nur das Gesamturteil und die Fragen, die den Weg durch den Fragebogen bestimmen, zu Pflichtfragen.
advice-many-required-source = Dillman, Smyth und Christian 2014

advice-many-open-questions = { $count ->
    [one] Es gibt { $count } offene Frage, mehr als { $most }.
   *[other] Es gibt { $count } offene Fragen für alle, mehr als { $most }.
}
advice-many-open-questions-why = Schreiben ist mühsam: Nach den ersten offenen Fragen lassen fast alle das Feld leer.
advice-many-open-questions-fix = Behalten Sie eine oder zwei und bieten Sie sonst Antwortmöglichkeiten an.
advice-many-open-questions-source = Reja u. a. 2003; Galesic und Bosnjak 2009

advice-many-answers = { $count ->
    [one] Dieser Fragebogen verlangt { $count } Antwort, mehr als { $most }.
   *[other] Dieser Fragebogen verlangt { $count } Antworten, mehr als { $most }.
}
advice-many-answers-why = Gegen Ende werden die Antworten kurz und flüchtig, und viele brechen ab.
advice-many-answers-fix = Streichen Sie, was ohnehin niemand weiterverfolgt.
advice-many-answers-source = Galesic und Bosnjak 2009

advice-over-promised-minutes = { $promised ->
    [one] Der Fragebogen sagt { $promised } Minute zu; wer langsam liest, braucht etwa { $estimated }.
   *[other] Der Fragebogen sagt { $promised } Minuten zu; wer langsam liest, braucht etwa { $estimated }.
}
advice-over-promised-minutes-why = Wer merkt, dass das nicht stimmt, bricht ab und fängt im nächsten Jahr gar nicht erst an.
advice-over-promised-minutes-fix = Sagen Sie so viele Minuten zu, wie wirklich nötig sind, oder streichen Sie einige Fragen.
advice-over-promised-minutes-source = Crawford, Couper und Lamias 2001; Lesegeschwindigkeit: Brysbaert 2019

advice-small-groups = { $responses ->
    [one] Es gibt { $groups } Gruppen: Im Durchschnitt ist je Gruppe { $responses } ausgefüllter Fragebogen zu erwarten; unter { $threshold } wird nichts gezeigt.
   *[other] Es gibt { $groups } Gruppen: Im Durchschnitt sind je Gruppe { $responses } ausgefüllte Fragebögen zu erwarten; unter { $threshold } wird nichts gezeigt.
}
advice-small-groups-why = Man würde die Menschen fragen, wer sie sind, und könnte die Ergebnisse nicht veröffentlichen.
advice-small-groups-fix = Fassen Sie Antwortmöglichkeiten zusammen oder streichen Sie die Frage.
advice-small-groups-source = Verordnung (EU) 2016/679, Art. 5; Hundepool u. a. 2012

advice-unused-question = Kein Ziel, keine Bedingung und keine Tabelle des Berichts verwendet diese Antwort.
advice-unused-question-why = Gefragt wird nur, was gebraucht wird: Jede weitere Frage kostet Antworten.
advice-unused-question-fix = Streichen Sie sie oder entscheiden Sie, wozu sie dient.
advice-unused-question-source = Verordnung (EU) 2016/679, Art. 5; Dillman, Smyth und Christian 2014

advice-unmeasured-goal = Das Ziel { $goal } wird mit `{ $field }` gemessen; danach fragt dieser Fragebogen nicht.
advice-unmeasured-goal-why = Am Jahresende hätte das Ziel keinen erhobenen Wert.
advice-unmeasured-goal-fix = Fügen Sie die Frage mit diesem Code hinzu oder ändern Sie den Indikator in der Dienstcharta.
advice-unmeasured-goal-source = GvD 286/1999, Art. 11; GvD 150/2009, Art. 8 und 19-bis

advice-unjudged-goal = Neben dem Ziel { $goal }, das das Amt selbst misst, fehlt das Urteil der Nutzerinnen und Nutzer (`{ $field }`).
advice-unjudged-goal-why = Das Ziel hat seinen Wert, aber wie es jene erleben, die den Dienst nutzen, bleibt offen.
advice-unjudged-goal-fix = Fügen Sie die Frage mit diesem Code hinzu, wenn Sie die beiden Werte vergleichen möchten.
advice-unjudged-goal-source = GvD 150/2009, Art. 8 und 19-bis

advice-reworded = Der Wortlaut ist anders als im vorigen Erhebungsjahr.
advice-reworded-why = Die Jahre werden weiter verglichen, aber mit einem Vorbehalt: Ein Unterschied kann am Wortlaut liegen.
advice-reworded-fix = Stellen Sie den früheren Wortlaut wieder her, wenn die Änderung nicht nötig ist.
advice-reworded-source = Schuman und Presser 1981

advice-scale-changed = Die Skala ist anders als im vorigen Erhebungsjahr.
advice-scale-changed-why = Die beiden Jahre lassen sich nicht vergleichen: Die Zeitreihe bricht ab.
advice-scale-changed-fix = Verwenden Sie die frühere Skala, wenn Sie den Vergleich brauchen.
advice-scale-changed-source = Schuman und Presser 1981

advice-new-code = Im vorigen Erhebungsjahr hatte diese Frage den Code `{ $before }`.
advice-new-code-why = Mit einem anderen Code ist es eine andere Frage: Die Zeitreihe bricht ab.
advice-new-code-fix = Geben Sie ihr wieder den früheren Code.
advice-new-code-source = Erhebungsjahre werden nach Codes verglichen

advice-no-overall = Nach dem Gesamturteil wird nicht gefragt.
advice-no-overall-why = Ziele und Jahresvergleiche beruhen darauf.
advice-no-overall-fix = Fügen Sie eine Bewertung mit dem Zweck „Zufriedenheit insgesamt“ (role = "overall") hinzu.
advice-no-overall-source = Dipartimento della Funzione pubblica 2004, Richtlinie zur wahrgenommenen Qualität

# What one button can do.
advice-do-add-dont-know = „Weiß nicht“ hinzufügen
advice-do-label-ends = Enden beschriften
advice-do-mark-satisfied = Positive Stufen als zufrieden zählen
advice-do-unmark-neutral = Neutrale Stufe nicht mitzählen
advice-do-make-optional = Antwortpflicht aufheben
advice-do-set-minutes = { $minutes ->
    [one] { $minutes } Minute zusagen
   *[other] { $minutes } Minuten zusagen
}
advice-do-split-item = In zwei Aspekte teilen
advice-do-move-to-hint = Erklärungen in den Hilfetext verschieben
advice-do-remove = Frage entfernen
advice-do-ask = Frage `{ $code }` hinzufügen
advice-do-ask-overall = Gesamturteil hinzufügen
advice-do-restore-words = Früheren Wortlaut wiederherstellen
advice-do-rename = Code `{ $code }` wiederherstellen
