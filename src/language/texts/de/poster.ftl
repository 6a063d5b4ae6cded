# Der Aushang und die Handzettel, die zum Fragebogen führen.
poster-heading = Sagen Sie uns, wie es war
poster-invitation = { $count ->
    [one] Ihre Meinung hilft uns, unsere Dienste zu verbessern: Es dauert etwa eine Minute, die Antworten sind anonym und die Teilnahme ist freiwillig.
   *[other] Ihre Meinung hilft uns, unsere Dienste zu verbessern: Es dauert etwa { $count } Minuten, die Antworten sind anonym und die Teilnahme ist freiwillig.
}
poster-until = Sie können bis zum { $to } antworten
poster-period = Sie können vom { $from } bis zum { $to } antworten
poster-scan = Code mit dem Telefon scannen oder diese Adresse öffnen:
poster-code = QR-Code, der den Fragebogen unter { $address } öffnet
poster-simulated = Vorführung: Umfrage und Antworten sind erfunden.

# What staff read who make it.
poster-about = Der QR-Code und die Adresse auf dem Aushang führen zum Fragebogen. Wählen Sie die Sprachen und das Format.
poster-languages = Sprachen des Aushangs
poster-size = Format
poster-size-a4 = Ein Aushang im Format A4
poster-size-a6 = Vier Handzettel im Format A6 auf einem A4-Blatt, zum Zerschneiden
poster-make = Aushang zum Drucken (PDF)
poster-not-open = Der Aushang kann nur gedruckt werden, solange die Erhebung offen ist: Vorher und nachher würde sein Code zu keinem Fragebogen führen. Öffnen Sie die Erhebung, dann kommen Sie hierher zurück.
poster-over = Der letzte Tag zum Antworten ist vorbei: Der Code des Aushangs würde nicht mehr zum Fragebogen führen. Wenn die Erhebung weitergehen soll, verschieben Sie zuerst ihr Ende.
poster-not-on-web = Der Aushang führt zum Fragebogen im Web, aber diese Erhebung hat den Kanal Web nicht. Fügen Sie ihn im Entwurf hinzu, bevor Sie die Erhebung öffnen.
poster-no-language = In dieser Sprache gibt es den Aushang nicht: Wählen Sie eine oder mehrere der Sprachen, die auf der Seite der Erhebung angeboten werden.
poster-no-size = Dieses Format gibt es nicht: Wählen Sie einen Aushang im Format A4 oder vier Handzettel im Format A6.
