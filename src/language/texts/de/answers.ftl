# Answers collected elsewhere, brought as a file.
answers-title = Antworten importieren
answers-about = Importieren Sie hier Antworten, die mit einem anderen Programm gesammelt oder in eine Tabelle übertragen wurden. Bevor etwas gespeichert wird, sehen Sie, wie sie gelesen wurden.
answers-about-google = Google Formulare: Wählen Sie im Reiter „Antworten“ den Eintrag „Antworten herunterladen (.csv)“ (auch die .zip-Datei, wie sie ist) oder öffnen Sie die verknüpfte Tabelle und laden Sie sie als .xlsx oder .csv herunter.
answers-about-microsoft = Microsoft Forms: Wählen Sie bei den Antworten „In Excel öffnen“ und speichern Sie die Datei als .xlsx oder .csv.
answers-about-own = Eine eigene Tabelle: Schreiben Sie in die erste Zeile die Texte der Fragen oder ihre Codes, dann eine Zeile für jeden ausgefüllten Fragebogen.
answers-about-names = E-Mail-Adressen, Namen und andere Daten der Antwortenden werden weder gelesen noch gespeichert.
answers-file = Datei mit den Antworten
answers-file-hint = Eine .csv- oder .xlsx-Datei, höchstens 7 MB. Wird dieselbe Datei zweimal hochgeladen, kommt nichts hinzu.
answers-file-empty = In der Datei gibt es keine Zeilen mit Antworten: Die erste Zeile enthält die Spaltentitel, die anderen die Antworten.
answers-file-unknown = Die Datei ist weder eine CSV-Datei noch eine .xlsx-Arbeitsmappe. Öffnen Sie sie und speichern Sie sie als .xlsx oder als „CSV (Trennzeichen-getrennt)“.
answers-file-broken = Die Arbeitsmappe lässt sich nicht lesen: Sie ist beschädigt oder mit einem Passwort geschützt. Speichern Sie sie neu ohne Passwort, als .xlsx oder .csv.
answers-file-large = Die Datei ist zu groß: höchstens 7 MB Text. Teilen Sie sie in mehrere Dateien auf, jede mit der Titelzeile, und importieren Sie diese nacheinander.
answers-file-columns = Die Datei hat mehr als 1.000 Spalten: Entfernen Sie jene, die keine Antworten enthalten.
answers-file-archive = Das ist ein .zip-Archiv: Entpacken Sie es und laden Sie die darin enthaltene .csv- oder .xlsx-Datei hoch.
answers-look = Datei ansehen
answers-look-title = Wie die Datei gelesen wurde
answers-look-nothing-kept = Noch ist nichts gespeichert. Prüfen Sie die Spalten, dann bestätigen Sie.
answers-look-changed = Die Auswahl hat sich geändert: Die Zahlen unten sind die neuen. Prüfen Sie sie und bestätigen Sie noch einmal.
answers-look-found = Was in der Datei steht
answers-look-why = Warum einige Zeilen nicht angenommen werden können
answers-look-why-about = Sie können jetzt unten die Wahl der Spalten berichtigen oder gleich bestätigen: Die anderen Zeilen werden gespeichert, und diese erhalten Sie in einer Datei zum Berichtigen.
answers-look-again = Zahlen aktualisieren
answers-rows = { $count ->
    [one] Eine Zeile mit Antworten
   *[other] { $number } Zeilen mit Antworten
}
answers-would-be-new = { $count ->
    [one] { $number } Zeile kann gespeichert werden
    [0] Keine Zeile kann gespeichert werden
   *[other] { $number } Zeilen können gespeichert werden
}
answers-new = { $count ->
    [one] { $number } Fragebogen jetzt gespeichert
    [0] Kein Fragebogen jetzt gespeichert
   *[other] { $number } Fragebögen jetzt gespeichert
}
answers-again = { $count ->
    [one] { $number } war schon gespeichert und wurde nicht noch einmal hinzugefügt
   *[other] { $number } waren schon gespeichert und wurden nicht noch einmal hinzugefügt
}
answers-first-kept = { $count ->
    [one] { $number } war schon mit anderen Antworten gespeichert: Es bleiben die ersten
   *[other] { $number } waren schon mit anderen Antworten gespeichert: Es bleiben die ersten
}
answers-would-be-refused = { $count ->
    [one] { $number } Zeile kann nicht angenommen werden
   *[other] { $number } Zeilen können nicht angenommen werden
}
answers-refused = { $count ->
    [one] { $number } Zeile wurde nicht angenommen
   *[other] { $number } Zeilen wurden nicht angenommen
}
answers-more-refused = { $count ->
    [one] Noch eine weitere Zeile
   *[other] Noch { $number } weitere Zeilen
}
answers-confirm = { $count ->
    [one] { $number } Zeile speichern
   *[other] { $number } Zeilen speichern
}
answers-days = Der Tag der Antwort wird so gelesen: „{ $written }“ ist der { $day }.
answers-days-none = Keine Spalte sagt, wann geantwortet wurde: Es gilt der erste Tag der Erhebung.
answers-days-unreadable = Die Datumsangaben in der Spalte mit dem Zeitpunkt der Antwort lassen sich nicht lesen.
answers-columns-personal = Daten der Antwortenden, nicht gelesen: { $names }
answers-columns-unused = Nicht gelesene Spalten: { $names }
answers-read-as-other = Als „Anderes“ gelesen: { $names }
answers-quoted = „{ $name }“
answers-column-likely = Die Spalte „{ $name }“ ähnelt der Frage „{ $question }“, hat aber nicht denselben Text: Sie wurde nicht gelesen. Ist es dieselbe, schreiben Sie den Text der Frage als Spaltentitel, oder importieren Sie die Datei auf der Seite der Erhebung.
answers-words-left-out = { $count ->
    [one] Einmal wurde bei „Anderes“ etwas geschrieben, wonach der Fragebogen nicht fragt: Gespeichert ist die Wahl, nicht der Text.
   *[other] { $count } Mal wurde bei „Anderes“ etwas geschrieben, wonach der Fragebogen nicht fragt: Gespeichert ist die Wahl, nicht der Text.
}
answers-columns-to-check = Zu prüfende Spalten
answers-columns-to-check-about = Der Titel dieser Spalten ist nicht der Text einer Frage des Fragebogens. Wählen Sie, welche Frage sie beantworten, oder lassen Sie sie weg.
answers-columns-known = Erkannte Spalten
answers-columns-known-show = Erkannte Spalten ansehen oder berichtigen
answers-column-none = Diese Spalte nicht lesen
answers-column-sent = Zeitpunkt der Antwort
answers-column-guessed = Ähnelt dieser Frage: Prüfen Sie, ob es dieselbe ist.
answers-importance = Wichtigkeit
answers-without-column = Fragen ohne Spalte
answers-without-column-about = Diese Fragen beantwortet die Datei nicht: Sie bleiben ohne Antwort.
answers-decide = Vor dem Speichern
answers-channel = Wie geantwortet wurde
answers-channel-hint = Steht neben jeder Antwort und unterscheidet die Ergebnisse. Bei „Papier“ darf eine Pflichtantwort fehlen.
answers-order = In Datumsangaben ist die erste Zahl
answers-order-day_first = der Tag (05/03 ist der 5. März)
answers-order-month_first = der Monat (05/03 ist der 3. Mai)
answers-report = Ergebnis des Imports
answers-to-mend = Zu berichtigende Zeilen
answers-to-mend-about = Laden Sie sie herunter, berichtigen Sie die in der letzten Spalte genannten Zellen und importieren Sie diese Datei: Die schon gespeicherten Zeilen werden nicht mehr gebraucht.
answers-refused-download = Zu berichtigende Zeilen herunterladen
answers-refused-file = zu-berichtigende-zeilen
answers-another = Eine andere Datei importieren
answers-no-column = Keine Spalte ist einer Frage zugeordnet: Wählen Sie für mindestens eine Spalte, welche Frage sie beantwortet, oder schreiben Sie die Texte der Fragen in die erste Zeile der Datei.
answers-begin-file-large = Die Datei ist größer als 1 MB: Um aus Antworten einen Fragebogen zu gewinnen, reichen einige hundert Zeilen.
row-open-quote = die Anführungszeichen bleiben bis Zeile { $until } offen: Schließen oder entfernen Sie sie
row-too-many-cells = es gibt mehr Zellen als Spalten, vielleicht wegen eines Trennzeichens in einem Text: Setzen Sie den Text in Anführungszeichen
row-too-long = die Zeile enthält mehr als 768 kB oder zu viele Antworten: Kürzen Sie die Texte
