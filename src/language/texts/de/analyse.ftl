# ascolto analyse
analyse-unknown-columns = Spalten, die der Fragebogen nicht kennt, nicht gelesen: { $names }.
analyse-absent-columns = Fragen des Fragebogens ohne Spalte in der Datei, als leer gezählt: { $names }.
analyse-unknown-value = Zeile { $line }: „{ $value }“ ist keine Antwort auf { $field }; die anderen Antworten der Zeile bleiben erhalten.
analyse-more-unknown-values = { $count ->
    [one] Und eine weitere Antwort, die der Fragebogen nicht kennt.
   *[other] Und { $count } weitere Antworten, die der Fragebogen nicht kennt.
}
analyse-empty = Die Datei mit den Antworten ist leer. Nötig ist eine CSV-Datei mit den Codes der Fragen in der ersten Zeile.
analyse-not-text = Die Datei mit den Antworten ist kein Text. Speichern Sie sie als CSV.
analyse-no-known-column = Keine Spalte der Datei trägt den Code einer Frage. Der Fragebogen fragt nach: { $names }.
analyse-universe-too-small = Die Grundgesamtheit ({ $universe }) ist kleiner als die Zahl der Antworten ({ $rows }). Geben Sie an, wie viele Kontakte das Amt im Jahr hatte.
analyse-unknown-group = Der Fragebogen hat keine geschlossene Frage { $name }, nach der sich die Antworten aufteilen ließen.
analyse-unknown-goal-item = Das Ziel { $goal } betrifft einen Aspekt, den der Fragebogen nicht hat.
analyse-title = { $form }: { $count ->
    [one] { $count } Antwort
   *[other] { $count } Antworten
}
analyse-universe = Grundgesamtheit: { $count } Kontakte im Jahr.
analyse-column-item = Aspekt
analyse-column-base = Basis
analyse-column-interval = Intervall 95 %
analyse-column-mean = Mittelwert
analyse-column-median = Median
analyse-column-index = Index
analyse-suppressed = weniger als { $threshold }
analyse-counts-only = { $satisfied } von { $base }
analyse-goals = Ziele
analyse-column-goal = Ziel
analyse-column-target = Zielwert
analyse-column-found = Erhoben
analyse-column-bounds = Grenzen
analyse-column-verdict = Ergebnis
analyse-reached = erreicht
analyse-not-reached = nicht erreicht
analyse-not-demonstrable = nicht nachweisbar: { $reason }
analyse-by = Nach { $name }
analyse-by-channel = Nach Kanal
analyse-channel-unstated = nicht angegeben
analyse-needs = Mehrfachauswahl
analyse-chosen = Gewählt von (Basis { $base })
analyse-note = Die Intervalle würden gelten, wenn die Antwortenden eine Zufallsstichprobe der Nutzerinnen und Nutzer wären; unter { $percentage } Antworten werden nur Anzahlen angegeben, unter { $threshold } nichts.
analyse-empty-codes = Die Datei mit den Antworten ist leer. Nötig ist eine CSV-Datei mit den Spaltennamen in der ersten Zeile und einer Zeile je Antwort.
analyse-absent-column = Der Datei fehlt die Spalte `{ $name }`, die der Plan verlangt. { $hint }
analyse-doubled-column = Die Datei hat mehr als eine Spalte `{ $name }`: Lassen Sie nur eine stehen.
analyse-cells = { $count ->
    [one] Die Datei stimmt an einer Stelle nicht; nichts wurde gezählt.
   *[other] Die Datei stimmt an { $count } Stellen nicht; nichts wurde gezählt.
}
analyse-more-cells = { $count ->
    [one] Und an einer weiteren Stelle.
   *[other] Und an { $count } weiteren Stellen.
}
analyse-wrong-cell = Zeile { $line }, Spalte { $column } (`{ $heading }`): Hier steht „{ $found }“, nötig ist { $expected }.
analyse-wrong-row = Zeile { $line }: { $found } Zellen vorhanden, nötig: { $expected }.
analyse-expected-code = ein Code von { $least } bis { $most }, eine leere Zelle oder ein Code, den der Plan unter den fehlenden aufführt
analyse-expected-number = eine Zahl
analyse-expected-weight = ein Gewicht, also eine Zahl ab 0
analyse-expected-frequency = eine Häufigkeit, also eine ganze Zahl ab 0
analyse-expected-width = { $cells } Zellen wie in der ersten Zeile
