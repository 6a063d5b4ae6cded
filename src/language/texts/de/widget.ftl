# The rating widget on the pages of a body's own web sites: what its visitors read.
channel-widget = Bewertung auf der Website
widget-star = { $count ->
    [one] { $count } Stern von { $of }
   *[other] { $count } Sterne von { $of }
}
widget-at-most-characters = Höchstens { $most } Zeichen, ohne Namen oder andere personenbezogene Daten.
widget-send = Absenden
widget-sending = Wird gesendet…
widget-anonymous = Die Bewertung ist anonym: Wir verwenden keine Cookies und zeichnen nicht auf, wer die Seite besucht.
widget-privacy = Datenschutzhinweis
widget-lost = Wir wissen nicht, ob die Antwort angekommen ist: Vielleicht wurde die Verbindung unterbrochen. Das Geschriebene ist noch da und kann noch einmal gesendet werden: Dieselbe Antwort zählt nur einmal.
widget-elsewhere = Auf der Seite des Fragebogens antworten
widget-off = Auf dieser Seite sind noch keine Bewertungen möglich: Die Website, zu der sie gehört, ist nicht freigegeben.
# For whoever looks after the page or sends by a program.
widget-console = Ascolto: Die Website %s ist nicht freigegeben. Sie muss im Abschnitt [server] der Konfiguration von Ascolto in widget_origins eingetragen werden.
widget-other-form = Der Fragebogen dieser Umfrage kann nicht auf den Seiten einer Website angezeigt werden: Er muss mit einer Bewertung auf fünf Stufen beginnen, von der die anderen Fragen abhängen.
widget-refused = Von dieser Website ({ $origin }) werden keine Antworten angenommen. Sie muss im Abschnitt [server] der Konfiguration in widget_origins eingetragen werden.
