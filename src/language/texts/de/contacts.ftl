# What an uploaded file of contacts may lack.
contacts-file-empty = Die Datei ist leer. Wählen Sie eine CSV- oder XLSX-Datei mit mindestens einer Adresse.
contacts-file-not-text = Die Datei ist weder eine CSV-Datei noch eine XLSX-Tabelle. Öffnen Sie sie und speichern Sie sie als XLSX oder als „CSV (Trennzeichen-getrennt)“.
contacts-file-no-address-column = Keine Spalte enthält die Adressen: Geben Sie der Spalte in der ersten Zeile die Überschrift „email“. Die anderen Spalten können „Vorname“, „Nachname“ und „Sprache“ heißen. Oder wählen Sie hier unten die Spalte mit den Adressen.
contacts-row = Zeile { $line }: { $reason }
contacts-row-open-quote = die Anführungszeichen bleiben bis Zeile { $until } offen. Schließen oder entfernen Sie sie und laden Sie die Datei noch einmal hoch: Diese Zeilen werden nicht importiert.
contacts-row-too-many-cells = es gibt mehr Zellen als Spalten, vielleicht wegen eines Trennzeichens in einem Namen. Setzen Sie den Text in Anführungszeichen: Die Zeile wird nicht importiert.
contacts-row-language = die Sprache „{ $typed }“ ist nicht bekannt; der Kontakt wird mit der üblichen Sprache importiert.
contacts-address-empty = die Adresse fehlt; die Zeile wird nicht importiert.
contacts-address-no-at = die Adresse hat nicht die Form name@domain; die Zeile wird nicht importiert.
contacts-address-blank = in der Adresse steht ein Leerzeichen oder ein unsichtbares Zeichen; die Zeile wird nicht importiert.
contacts-address-several = es ist mehr als eine Adresse: Schreiben Sie eine pro Zeile; die Zeile wird nicht importiert.
contacts-address-local = der Teil vor dem @ enthält ein Zeichen oder einen Punkt an falscher Stelle; die Zeile wird nicht importiert.
contacts-address-domain = der Teil nach dem @ ist keine gültige Domain; die Zeile wird nicht importiert.
contacts-address-too-long = die Adresse ist zu lang; die Zeile wird nicht importiert.

# A file of contacts before it is taken in.
contacts-file-broken = Die Tabelle ist nicht lesbar: Sie ist beschädigt oder mit einem Passwort geschützt. Speichern Sie sie noch einmal ohne Passwort als XLSX oder CSV.
contacts-file-too-large = Die Datei ist zu groß: höchstens 7 MB Text. Teilen Sie sie auf und laden Sie die Teile nacheinander hoch: Niemand wird zweimal aufgenommen.
contacts-file-too-wide = Die Datei hat mehr als 1.000 Spalten: Entfernen Sie jene, die nicht gebraucht werden.
contacts-file-archive = Das ist ein .zip-Archiv: Entpacken Sie es und laden Sie die darin enthaltene .csv- oder .xlsx-Datei hoch.
contacts-file-other-encoding = Die Datei ist nicht in dieser Codierung geschrieben: Sie wird weiter wie bisher gelesen. Wählen Sie eine andere.
contacts-columns-twice = Zwei Spalten enthalten dasselbe: Wählen Sie für Adresse, Vorname, Nachname und Sprache jeweils nur eine.
contacts-reason-missing = Schreiben Sie, warum das Amt diese Angabe aufbewahrt, zum Beispiel „um eine Stichprobe nach Gebieten zu ziehen“. Ohne Grund wird sie nicht aufbewahrt.
contacts-attributes-many = Es sollen zu viele Angaben aufbewahrt werden: höchstens 20 Spalten je Erhebung.
contacts-more-faults = { $count ->
    [one] und eine weitere Zeile
   *[other] und { $number } weitere Zeilen
}
contacts-certified-left-out = { $count ->
    [one] Eine zertifizierte E-Mail-Adresse (PEC) ausgeschlossen
   *[other] { $number } zertifizierte E-Mail-Adressen (PEC) ausgeschlossen
}
contacts-certified-taken = { $count ->
    [one] Eine zertifizierte E-Mail-Adresse (PEC) einbezogen
   *[other] { $number } zertifizierte E-Mail-Adressen (PEC) einbezogen
}
contacts-look-title = Vorschau der Kontakte
contacts-look-nothing-kept = Bisher wurde nichts gespeichert. Prüfen Sie, was die Datei enthält, und bestätigen Sie dann.
contacts-look-changed = Sie haben die Auswahl geändert: Dies sind die neuen Zahlen. Prüfen Sie sie und bestätigen Sie noch einmal.
contacts-look-found = Was die Datei enthält
contacts-look-new = { $count ->
    [0] Kein neuer Kontakt
    [one] Ein neuer Kontakt
   *[other] { $number } neue Kontakte
}
contacts-look-faults-about = Die übrigen Zeilen können sofort importiert werden. Berichtigen Sie diese in der Datei und laden Sie sie noch einmal hoch: Wer schon da ist, wird nicht zweimal aufgenommen.
contacts-look-columns = Spalten
contacts-look-columns-about = Wählen Sie für jede Spalte, was sie enthält. Spalten mit „Nicht aufbewahren“ werden nicht gespeichert. Die für die Stichprobe oder die Schreiben gewählten Angaben bleiben bei der Adresse, nie bei den Antworten, und werden mit den Kontakten gelöscht.
contacts-look-column = Spalte { $number }
contacts-look-examples = Zum Beispiel:
contacts-look-use = Enthält
contacts-look-reason = Warum sie aufbewahrt wird (nur bei einer Angabe)
contacts-use-unused = Nicht aufbewahren
contacts-use-address = E-Mail-Adresse
contacts-use-first_name = Vorname oder ganzer Name
contacts-use-surname = Nachname
contacts-use-language = Sprache
contacts-use-attribute = Angabe für Stichprobe oder Schreiben
contacts-look-decide = Vor der Bestätigung
contacts-basis = Rechtsgrundlage
contacts-basis-hint = Bei einer Erhebung zu öffentlichen Diensten ist es in der Regel die Aufgabe im öffentlichen Interesse: Eine Einwilligung ist nicht nötig.
contacts-basis-public_task = Aufgabe im öffentlichen Interesse (Art. 6 Abs. 1 Buchst. e DSGVO)
contacts-basis-legal_obligation = Rechtliche Verpflichtung (Art. 6 Abs. 1 Buchst. c DSGVO)
contacts-basis-consent = Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO)
contacts-basis-contract = Vertrag (Art. 6 Abs. 1 Buchst. b DSGVO)
contacts-look-certified = { $count ->
    [one] Die Datei enthält eine zertifizierte E-Mail-Adresse (PEC). Sie ist ein Postfach für amtliche Schriftstücke und lehnt gewöhnliche E-Mails oft ab.
   *[other] Die Datei enthält { $number } zertifizierte E-Mail-Adressen (PEC). Sie sind Postfächer für amtliche Schriftstücke und lehnen gewöhnliche E-Mails oft ab.
}
contacts-look-certified-too = Auch zertifizierte E-Mail-Adressen einbeziehen
contacts-look-again = Vorschau aktualisieren
contacts-look-confirm = { $count ->
    [one] Einen Kontakt importieren
   *[other] { $number } Kontakte importieren
}
contacts-look-confirm-attributes = Angaben zu den vorhandenen Kontakten hinzufügen
contacts-written-text = Textdatei, Codierung { $encoding }, Spalten getrennt durch: { $separator }.
contacts-written-semicolon = Strichpunkt
contacts-written-comma = Komma
contacts-written-tab = Tabulator
contacts-written-bar = senkrechter Strich
contacts-look-reading = Lesen der Datei
contacts-look-reading-about = Wenn Umlaute und Akzente, Spalten oder Blatt nicht stimmen, ändern Sie die Auswahl und lesen Sie die Datei noch einmal ein: Die Spalten werden dann neu gewählt.
contacts-look-reread = Datei neu einlesen
contacts-encoding = Codierung
contacts-encoding-utf-8 = UTF-8
contacts-encoding-utf-16 = UTF-16
contacts-encoding-windows-1252 = Windows-1252 (Westeuropa)
contacts-encoding-windows-1250 = Windows-1250 (Mitteleuropa)
contacts-encoding-macintosh = Mac OS Roman (alte Mac-Dateien)
contacts-delimiter = Trennzeichen der Spalten
contacts-sheet = Blatt
contacts-written-workbook = { $further ->
    [0] Tabelle, Blatt „{ $sheet }“.
    [one] Tabelle, Blatt „{ $sheet }“; ein weiteres Blatt mit Inhalt wird nicht gelesen.
   *[other] Tabelle, Blatt „{ $sheet }“; { $further } weitere Blätter mit Inhalt werden nicht gelesen.
}

# What is known of contacts, and what was deleted.
contacts-drawn = Für die Stichprobe gezogen
contacts-asked-recently = Ausgeschlossen, weil kürzlich befragt
contacts-asked-recently-about = { $count ->
    [one] Eine Person wird nicht eingeladen, weil sie in den letzten { $months } Monaten schon so oft wie höchstens erlaubt ({ $most }) eingeladen wurde. Dafür wird nur ein Fingerabdruck der Adresse (Hashwert) mit dem Monat aufbewahrt.
   *[other] { $count } Personen werden nicht eingeladen, weil sie in den letzten { $months } Monaten schon so oft wie höchstens erlaubt ({ $most }) eingeladen wurden. Dafür wird nur ein Fingerabdruck der Adresse (Hashwert) mit dem Monat aufbewahrt.
}
contacts-attributes = Aufbewahrte Angaben zu den Kontakten
contacts-attribute = Angabe
contacts-attribute-reason = Warum sie aufbewahrt wird
contacts-attributes-about = Diese Angaben dienen der Stichprobe und den Schreiben. Sie werden nie neben die Antworten kopiert und mit den Kontakten gelöscht.
contacts-imports = Hochgeladene Dateien
contacts-import-day = Tag
contacts-import-rows = Zeilen
contacts-import-added = Neu
contacts-certificate = Löschbescheinigung
contacts-certificate-by-hand = { $day }, auf Verlangen des Amtes
contacts-certificate-by-calendar = { $day }, zum vorgesehenen Termin
contacts-certificate-contacts = { $count ->
    [one] Ein Kontakt gelöscht, mit Adresse, Name und Sprache.
   *[other] { $number } Kontakte gelöscht, mit Adresse, Name und Sprache.
}
contacts-certificate-attributes = { $count ->
    [one] Für Stichprobe und Schreiben aufbewahrte Angaben gelöscht ({ $attributes }): ein Wert.
   *[other] Für Stichprobe und Schreiben aufbewahrte Angaben gelöscht ({ $attributes }): { $number } Werte.
}
contacts-certificate-invitations = { $count ->
    [0] Es bleibt keine Einladung.
    [one] Eine Einladung ohne Namen bleibt, damit ihr Link noch zu einer Seite führt.
   *[other] { $number } Einladungen ohne Namen bleiben, damit ihre Links noch zu einer Seite führen.
}
contacts-certificate-rest = Außerdem bleiben die Versandzahlen, der Stichprobenplan und die Fingerabdrücke der Adressen von Personen, die keine Schreiben wünschen oder kürzlich eingeladen wurden: Ohne die Schlüsseldatei führt kein Fingerabdruck zur Adresse zurück.

# A random sample.
sample-title = Zufallsstichprobe
sample-none = Keine Stichprobe: Die Einladungen gehen an alle Kontakte.
sample-open = Zufallsstichprobe ziehen
sample-about = Die Einladungen gehen nur an die gezogenen Personen. Der Stichprobenplan kommt in die methodische Anmerkung des Berichts, zusammen mit dem Startwert, mit dem sich die Ziehung nachprüfen lässt.
sample-frame = Woraus gezogen wird
sample-frame-contacts = { $count ->
    [one] Ein Kontakt auf der Liste
   *[other] { $number } Kontakte auf der Liste
}
sample-frame-free = { $count ->
    [one] Davon ist einer noch nicht eingeladen oder gezogen
   *[other] Davon sind { $number } noch nicht eingeladen oder gezogen
}
sample-frame-segment = { $count ->
    [one] Davon erfüllt einer die Bedingungen und ist noch nicht eingeladen oder gezogen
   *[other] Davon erfüllen { $number } die Bedingungen und sind noch nicht eingeladen oder gezogen
}
sample-frame-recent = { $count ->
    [one] Einer wurde kürzlich befragt und wird nicht gezogen
   *[other] { $number } wurden kürzlich befragt und werden nicht gezogen
}
sample-frame-eligible = { $count ->
    [one] Gezogen wird aus einer einzigen Person
   *[other] Gezogen wird aus { $number } Personen
}
sample-segment = Welcher Teil der Liste
sample-segment-about = Ohne Auswahl wird aus der ganzen Liste gezogen. Innerhalb eines Kastens genügt eine Angabe; zwischen den Kästen müssen alle zutreffen.
sample-languages = Sprache
sample-value = { $value } ({ $number })
sample-no-value = kein Wert
sample-too-many-values = zu viele verschiedene Werte, um einen Teil der Liste zu wählen.
sample-count = Zählen
sample-draw-title = Wie viele Personen
sample-size = Zu ziehende Personen
sample-size-hint = Mindestens { $least }: In einer kleineren Gruppe ließe sich erraten, wer geantwortet hat. Wie viele nötig sind, sagt die Planung der Erhebung.
sample-no-size = Geben Sie in Ziffern an, wie viele Personen zu ziehen sind.
sample-too-small = Eine so kleine Stichprobe schützt die Antwortenden nicht: Ziehen Sie mindestens 10 Personen.
sample-too-large = So viele Personen stehen nicht zur Auswahl: Geben Sie eine kleinere Zahl an oder erweitern Sie die Auswahl.
sample-invited = Aus dieser Stichprobe ist schon jemand eingeladen: Sie lässt sich nicht mehr zurücknehmen.
sample-draw = Stichprobe ziehen
sample-withdraw = Diese Stichprobe zurücknehmen
sample-plan = { $day }: { $size } von { $eligible } Personen gezogen, aus einer Liste von { $contacts } ({ $segment }). Generator ChaCha20, Startwert { $seed }.
sample-plan-whole = ganze Liste
sample-plan-languages = Sprache: { $languages }
