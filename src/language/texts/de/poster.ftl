# Der Aushang und die Handzettel, die zum Fragebogen führen.
poster-heading = Sagen Sie uns, wie es war
poster-invitation = { $count ->
    [one] Ihre Meinung hilft uns, unsere Dienste zu verbessern: Es dauert etwa eine Minute, die Antworten sind anonym und die Teilnahme ist freiwillig.
   *[other] Ihre Meinung hilft uns, unsere Dienste zu verbessern: Es dauert etwa { $count } Minuten, die Antworten sind anonym und die Teilnahme ist freiwillig.
}
poster-until = Sie können bis { $to } antworten
poster-period = Sie können von { $from } bis { $to } antworten
poster-scan = Code mit dem Telefon scannen oder diese Adresse öffnen:
poster-code = QR-Code, der den Fragebogen unter { $address } öffnet
poster-simulated = Vorführung: Umfrage und Antworten sind erfunden.
