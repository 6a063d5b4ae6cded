# Briefe an die Eingeladenen: schlicht und höflich.
letter-subject-invitation = { $office }: Ihre Meinung zu unseren Diensten
letter-subject-reminder = Erinnerung – { $office }: Ihre Meinung zu unseren Diensten
letter-subject-simulated = [Vorführung] { $subject }
letter-simulated = Dieser Brief gehört zu einer Vorführung: Die Umfrage und ihre Antworten sind simuliert.
letter-greeting = Guten Tag { $name },
letter-greeting-nameless = Guten Tag,
letter-why = Sie haben unsere Dienste in Anspruch genommen: Bitte sagen Sie uns, wie Sie sie erlebt haben und was Sie brauchen. Jedes Jahr messen wir, wie zufrieden unsere Nutzerinnen und Nutzer sind, und vergleichen das mit den Zusagen unserer Dienstleistungscharta; die Ergebnisse und das, was wir verbessern wollen, werden veröffentlicht.
letter-reminder-why = vor einiger Zeit haben wir Sie um Ihre Meinung zu unseren Diensten gebeten. Der Fragebogen ist noch offen, und Ihre Sicht würde uns helfen, sie zu verbessern.
letter-reminder-how = Sie erhalten diese Erinnerung, weil das System beim Versand keine Antwort von Ihnen gefunden hat. Wer schon geantwortet hat, erhält sie nicht: Das System lässt diese Personen aus, und keine Seite zeigt unserem Personal, wer geantwortet hat und wer nicht. Falls Sie inzwischen geantwortet haben, danken wir Ihnen: Sie müssen nichts weiter tun.
letter-minutes = { $minutes ->
    [one] Es dauert etwa { $minutes } Minute. Sie können bis { $until } antworten, und zwar hier:
   *[other] Es dauert etwa { $minutes } Minuten. Sie können bis { $until } antworten, und zwar hier:
}
letter-link = Zum Fragebogen
letter-link-personal = Der Link ist persönlich und gilt für eine Antwort: Bitte geben Sie ihn nicht weiter.
letter-anonymous = Die Antwort ist freiwillig und ändert nichts an den Diensten, die Sie erhalten. Die Antworten werden getrennt von Ihrem Namen und Ihrer Adresse aufbewahrt, und keine Seite zeigt dem Amt, wer geantwortet hat oder was. Bis zum Ende der Umfrage könnte es nur herausfinden, wer zugleich die Datenbank und die getrennt verwahrte Schlüsseldatei besitzt; am Ende wird der Schlüssel vernichtet. Wir veröffentlichen nur Gesamtergebnisse.
letter-address = Wir verwenden Ihre Adresse nur für diese Umfrage und löschen sie nach deren Ende.
letter-opt-out = Wenn Sie keine weiteren Einladungen wünschen, können Sie uns das hier mitteilen:
letter-opt-out-link = Ich möchte keine weiteren Einladungen
letter-contact = Dieser Brief wird von einem automatischen System verschickt. Für Auskünfte oder eine Antwort schreiben Sie bitte an: { $contact }
letter-closing = Mit freundlichen Grüßen
