# The rating widget: for those who plan it, put it on a page or configure it.
staff-widget = Bewertung auf den Seiten der Website
staff-widget-about = Um auf einer Seite der Website um eine Bewertung zu bitten, kopieren Sie diesen Code an die Stelle, wo das Feld erscheinen soll. Es verwendet keine Cookies und teilt nicht mit, welche Seite gerade gelesen wurde: Um Seiten oder Dienste zu unterscheiden, planen Sie für jede und jeden eine eigene Erhebung.
staff-widget-code = Code zum Kopieren in die Seite
staff-widget-no-link = Wer ohne Skripte surft, sieht nichts: Um auch diesen Personen den Link zum Fragebogen anzubieten, fügen Sie den Kanal Web hinzu.
staff-widget-sites = Freigegebene Websites: { $sites }.
staff-widget-no-sites = Noch ist keine Website freigegeben. Bitten Sie die Person, die das Programm betreut, die Website in widget_origins im Abschnitt [server] der Konfiguration einzutragen, zum Beispiel widget_origins = ["https://www.provincia.example.it"].
staff-widget-language = Das Feld spricht die Sprache der Seite (Attribut lang), wenn der Fragebogen in dieser Sprache geschrieben ist; eine andere wählen Sie, indem Sie dem Code zum Beispiel data-lang="en" hinzufügen.
staff-widget-policy = Wenn die Website Skripte mit einer Content-Security-Policy einschränkt, müssen script-src und connect-src { $site } enthalten.
refused-widget-form = Der Fragebogen kann nicht auf den Seiten der Website angezeigt werden: Er muss mit einer verpflichtenden Bewertung auf fünf Stufen ohne „weiß nicht“ beginnen, von der die anderen Fragen (Auswahl oder freier Text) abhängen. Entfernen Sie den Kanal „Bewertung auf der Website“ oder wählen Sie einen Fragebogen wie „Bewertung einer Seite unserer Website“.
report-method-widget = Die Bewertung auf der Website misst die Seite, die gerade gelesen wurde, nicht den ganzen Dienst, und kann wie der öffentliche Link nicht verhindern, dass dieselbe Person mehrmals antwortet.
fault-origin = „{ $typed }“ ist nicht der Ursprung (origin) einer Website.
fault-hint-origin-meant = Schreiben Sie "{ $meant }": Schema und Name der Website, ohne Pfad und ohne Schrägstrich am Ende, wie Browser sie schreiben.
fault-hint-origin = Schreiben Sie Schema und Name der Website, zum Beispiel "https://www.example.org"; jede Website hat ihre eigene Zeile, Platzhalterzeichen werden nicht verwendet.
