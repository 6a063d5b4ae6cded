# Briefe an die Eingeladenen: schlicht und höflich.
letter-subject-invitation = { $office }: Ihre Meinung zu unseren Diensten
letter-subject-reminder = Erinnerung – { $office }: Ihre Meinung zu unseren Diensten
letter-subject-reminder-again = Nochmals zur Erinnerung – { $office }: Ihre Meinung zu unseren Diensten
letter-subject-thanks = { $office }: Danke, die Ergebnisse sind veröffentlicht
letter-subject-simulated = [Vorführung] { $subject }
letter-simulated = Dieses Schreiben gehört zu einer Vorführung: Die Umfrage und ihre Antworten sind simuliert.
letter-greeting = Guten Tag { $name },
letter-greeting-nameless = Guten Tag,
letter-why = Sie haben unsere Dienste in Anspruch genommen: Bitte sagen Sie uns, wie Sie sie erlebt haben und was Sie brauchen. Jedes Jahr messen wir, wie zufrieden unsere Nutzerinnen und Nutzer sind, und vergleichen das mit den Zusagen unserer Dienstcharta; die Ergebnisse und das, was wir verbessern wollen, werden veröffentlicht.
letter-reminder-why = vor einiger Zeit haben wir Sie um Ihre Meinung zu unseren Diensten gebeten. Der Fragebogen ist noch offen, und Ihre Sicht würde uns helfen, sie zu verbessern.
letter-reminder-again = wir schreiben Ihnen noch einmal wegen des Fragebogens zu unseren Diensten, der noch offen ist. Je mehr Menschen antworten, desto besser zeigen die Ergebnisse, was unsere Nutzerinnen und Nutzer brauchen.
letter-reminder-how = Sie erhalten diese Erinnerung, weil das System beim Versand keine Antwort von Ihnen gefunden hat. Wer schon geantwortet hat, erhält sie nicht: Das System lässt diese Personen aus, und keine Seite zeigt unserem Personal, wer geantwortet hat und wer nicht. Falls Sie inzwischen geantwortet haben, danken wir Ihnen: Sie müssen nichts weiter tun.
letter-minutes = Das Ausfüllen dauert etwa { $minutes }. Sie können bis zum { $until } antworten, und zwar hier:
letter-minutes-number = { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}
letter-thanks-why = die Umfrage zu unseren Diensten, zu der wir Sie eingeladen haben, ist abgeschlossen, und die Ergebnisse sind veröffentlicht: wie zufrieden unsere Nutzerinnen und Nutzer sind und was wir verbessern wollen. Sie können sie hier lesen:
letter-results-link = Zu den Ergebnissen
letter-thanks = Wir danken allen, die sich für den Fragebogen Zeit genommen haben.
letter-thanks-everybody = Dieses Schreiben erhalten alle Eingeladenen: Wir wissen nicht, wer geantwortet hat und wer nicht.
letter-link = Zum Fragebogen
letter-link-personal = Der Link ist persönlich und gilt für eine Antwort: Bitte geben Sie ihn nicht weiter.
letter-anonymous = Die Antwort ist freiwillig und ändert nichts an den Diensten, die Sie erhalten. Die Antworten werden getrennt von Ihrem Namen und Ihrer Adresse aufbewahrt, und keine Seite zeigt dem Amt, wer geantwortet hat oder was. Bis zum Ende der Umfrage könnte es nur herausfinden, wer zugleich die Datenbank und die getrennt verwahrte Schlüsseldatei besitzt; am Ende wird der Schlüssel vernichtet. Wir veröffentlichen nur Gesamtergebnisse.
letter-source-task = Ihre Adresse gehört zu denen der Personen, die sich an unser Amt gewandt haben. Wir verwenden sie für eine Aufgabe im öffentlichen Interesse: die Qualität der Dienste zu messen.
letter-source-obligation = Ihre Adresse gehört zu denen der Personen, die sich an unser Amt gewandt haben. Wir verwenden sie, um eine gesetzliche Pflicht zu erfüllen: die Qualität der Dienste zu messen.
letter-source-consent = Sie haben uns Ihre Adresse gegeben und eingewilligt, Schreiben wie dieses zu erhalten; Sie können die Einwilligung jederzeit widerrufen.
letter-source-contract = Sie haben uns Ihre Adresse für einen Dienst gegeben, den wir für Sie erbringen.
letter-address = Wir verwenden Ihre Adresse nur für diese Umfrage und löschen sie nach deren Ende.
letter-opt-out = Wenn Sie keine weiteren Einladungen wünschen, können Sie uns das hier mitteilen:
letter-opt-out-link = Ich möchte keine weiteren Einladungen
letter-contact = Dieses Schreiben wird von einem automatischen System verschickt. Für Auskünfte oder eine Antwort schreiben Sie bitte an: { $contact }
letter-closing = Mit freundlichen Grüßen
