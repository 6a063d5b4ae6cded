# The citizen's pages and the kiosk.
citizen-skip = Zum Inhalt
citizen-languages = Sprachauswahl
citizen-simulated-title = Simulierte Daten.
citizen-simulated = Dies ist eine Vorführung: Umfrage und Antworten sind erfunden.
citizen-accessibility = Erklärung zur Barrierefreiheit
citizen-privacy-page = Datenschutzhinweis
citizen-no-cookies = Diese Seite verwendet keine Cookies.

citizen-minutes = { $count ->
    [one] Etwa eine Minute
   *[other] Etwa { $count } Minuten
}
citizen-optional = Die Teilnahme ist freiwillig
citizen-privacy-summary = Wie wir mit Ihren Antworten umgehen
citizen-privacy-why = Warum wir fragen
citizen-privacy-why-text = { $body } erhebt die Zufriedenheit der Nutzerinnen und Nutzer, um die eigenen Dienste zu verbessern. Das ist eine Aufgabe im öffentlichen Interesse (Art. 6 Abs. 1 Buchst. e der Verordnung (EU) 2016/679); deshalb bitten wir nicht um eine Einwilligung. Die Teilnahme ist freiwillig und ändert nichts an den Diensten, die Sie erhalten.
citizen-privacy-anonymous = Was wir speichern
citizen-privacy-anonymous-text = Wir speichern die Antworten, den Tag und den Kanal (zum Beispiel Web oder Terminal). Wir speichern weder Ihren Namen noch die Adresse Ihres Computers noch die Uhrzeit. Veröffentlicht werden nur Gesamtzahlen; Kommentare nur, nachdem ein Mensch geprüft hat, dass sie niemanden erkennbar machen.
citizen-privacy-link = Der persönliche Link
citizen-privacy-link-text = Wenn Sie mit einem persönlichen Link eingeladen wurden, zeigt keine Seite dieses Programms, wer geantwortet hat oder was. Bis zum Ende der Umfrage könnte nur, wer zugleich die Datenbank und die getrennt verwahrte Schlüsseldatei besitzt, die Verbindung technisch herstellen. Am Ende wird der Schlüssel vernichtet: Danach könnte es nur, wer von beiden eine frühere Kopie aufbewahrt hat.
citizen-privacy-final = Gesendete Antworten können nicht zurückgezogen werden
citizen-privacy-final-text = Die Antworten werden ohne Ihren Namen gespeichert: Nach dem Absenden bietet das Programm keine Möglichkeit, sie wiederzufinden, zu berichtigen oder zu löschen. Bitte schreiben Sie in die offenen Antworten keine Namen oder anderen personenbezogenen Daten, weder eigene noch fremde.
citizen-privacy-who = An wen Sie sich wenden können
citizen-privacy-who-text = Verantwortlich für die Datenverarbeitung: { $controller }.
citizen-privacy-officer-text = Verantwortlich für die Datenverarbeitung: { $controller }. Datenschutzbeauftragte Stelle: { $officer }.
citizen-privacy-contact = Fragen zur Umfrage: { $contact }

citizen-page-of = Seite { $at } von { $of }
citizen-part-of = Teil { $at } von { $of }
citizen-required = (Pflichtfrage)
citizen-choose-any = Sie können mehrere Antworten wählen.
citizen-choose-at-most = { $count ->
    [one] Sie können nur eine Antwort wählen.
   *[other] Sie können höchstens { $count } Antworten wählen.
}
citizen-at-most-characters = Höchstens { $most } Zeichen. Bitte keine Namen oder anderen personenbezogenen Daten.
citizen-how-satisfied = Wie zufrieden sind Sie damit?
citizen-how-important = Wie wichtig ist es Ihnen?
citizen-not-a-complaint = Dies ist keine Beschwerde: Wenn Sie eine Antwort wünschen, schreiben Sie an { $contact }.
citizen-next = Weiter
citizen-back = Zurück
citizen-send = Antworten absenden
citizen-before-sending = Nach dem Absenden können die Antworten nicht mehr geändert werden.
citizen-appeared = Es gibt noch einige Fragen an Sie.
citizen-appeared-go = Zur ersten

citizen-error-title = Bitte ergänzen
citizen-summary = Es fehlt noch etwas
citizen-summary-kept = Die bereits gegebenen Antworten sind auf dieser Seite erhalten. Bitte prüfen Sie:
citizen-refused-missing = die Antwort fehlt
citizen-refused-unknown-field = diese Frage gehört nicht zum Fragebogen
citizen-refused-unknown-answer = diese Antwort ist nicht vorgesehen: bitte wählen Sie eine der angebotenen
citizen-refused-too-many = { $count ->
    [one] wählen Sie nur eine Antwort
   *[other] wählen Sie höchstens { $count } Antworten
}
citizen-refused-not-together = eine der gewählten Antworten schließt die anderen aus: lassen Sie sie allein stehen oder entfernen Sie sie
citizen-refused-out-of-range = geben Sie eine ganze Zahl von { $least } bis { $most } ein
citizen-refused-too-long = der Text ist zu lang: höchstens { $most } Zeichen
citizen-refused-unreadable = der Text hat Zeichen, die nicht gelesen werden konnten: an ihrer Stelle steht �. Bitte berichtigen und noch einmal senden

citizen-thanks-title = Danke
citizen-thanks-heading = Danke, Ihre Antworten wurden gespeichert
citizen-thanks-anonymous = Ihre Antworten werden ohne Ihren Namen gespeichert, und keine Seite zeigt, von wem sie sind. Wenn Sie eine persönliche Einladung benutzt haben, könnte das bis zum Ende der Umfrage nur herausfinden, wer, wie die Fachleute, die die Daten verwahren, zwei getrennt aufbewahrte Dateien zusammenbringen kann.
citizen-first-kept-title = Antwort bereits gespeichert
citizen-first-kept-heading = Es war bereits eine Antwort gespeichert
citizen-first-kept = Wir haben die erste Antwort behalten, die von dieser Seite oder mit diesem Link gesendet wurde. Die eben gesendeten Antworten sind anders und ersetzen sie nicht.
citizen-first-kept-why = Die Antworten werden ohne Namen gespeichert: Das Programm bietet keine Möglichkeit, sie wiederzufinden oder zu ändern.
citizen-kiosk-next = Diese Seite kehrt für die nächste Person von selbst zum Anfang zurück.
citizen-kiosk-start = Neuer Fragebogen
citizen-kiosk-restart = Alles löschen und neu beginnen
citizen-kiosk-idle = Sind Sie noch da? Der Fragebogen beginnt gleich von vorn. Berühren Sie den Bildschirm, um fortzufahren.

# The questionnaire on paper.
citizen-paper-anonymous = Der Fragebogen ist anonym: Schreiben Sie Ihren Namen nicht darauf.
citizen-paper-return = Bitte geben Sie ihn bis zum { $day } im Amt ab.
citizen-paper-contact = Auskünfte: { $contact }.
citizen-paper-quoted = „{ $text }“
citizen-paper-when = nur wenn Sie auf { $question } mit { $answers } geantwortet haben
citizen-paper-if = falls es Sie betrifft

citizen-home-title = Ihre Meinung verbessert unsere Dienste
citizen-home-lead = Sagen Sie uns hier, wie es mit unseren Ämtern gelaufen ist. Es dauert wenige Minuten, ohne Anmeldung.
citizen-home-text = Mindestens einmal im Jahr messen wir die Zufriedenheit der Nutzerinnen und Nutzer, wie in der Dienstcharta versprochen, und veröffentlichen die Ergebnisse. Die Antworten sind anonym.
citizen-home-open = Offene Fragebögen
citizen-home-none = Zurzeit gibt es keinen Fragebogen, der allen offensteht. Wenn Sie eingeladen wurden, benutzen Sie den Link in der Nachricht.
citizen-home-reports = Veröffentlichte Ergebnisse
citizen-home-survey = { $minutes } · bis { $day }
citizen-report-of = { $office }: Ergebnisse { $year }

citizen-opt-out-title = Keine Einladungen mehr
citizen-opt-out-question = Möchten Sie zu Zufriedenheitsumfragen keine Nachrichten mehr von uns bekommen?
citizen-opt-out-consequence = Nach der Bestätigung erhalten Sie weder Einladungen noch Erinnerungen mehr, auch nicht für künftige Umfragen. An Fragebögen, die allen offenstehen, können Sie weiterhin teilnehmen.
citizen-opt-out-button = Schreiben Sie mir nicht mehr
citizen-opt-out-otherwise = Wenn Sie diese Seite versehentlich geöffnet haben, schließen Sie sie: Es ändert sich nichts.
citizen-opted-out-title = Wir schreiben Ihnen nicht mehr
citizen-opted-out-heading = Wir schreiben Ihnen nicht mehr
citizen-opted-out = Wir haben Ihren Wunsch vermerkt: An diese Adresse gehen keine Einladungen mehr.
citizen-opt-out-deleted-heading = Ihre Adresse ist bereits gelöscht
citizen-opt-out-deleted = Die Umfrage ist beendet, und wir haben die angeschriebenen Adressen gelöscht. Deshalb können wir Ihren Wunsch für künftige Umfragen von hier aus nicht mehr vermerken.
citizen-opt-out-deleted-contact = Wenn Sie auch in Zukunft keine Einladungen wünschen, teilen Sie es bitte mit: { $contact }
citizen-test-letter-title = Probeschreiben
citizen-test-letter-heading = Dieser Link stammt aus einem Probeschreiben
citizen-test-letter = Das Amt hat ein Probeschreiben verschickt, um zu prüfen, ob seine Post ankommt. Hier ist nichts zu bestätigen, und es wurde keine Adresse gestrichen oder vermerkt. In Einladungen dient dieser Link dazu, keine weiteren zu bekommen.
