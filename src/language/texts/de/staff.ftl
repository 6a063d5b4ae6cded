# The staff's pages.
staff-sign-in-title = Anmeldung, nur für das Amt
staff-sign-in = Anmelden
staff-sign-out = Abmelden
staff-login = Benutzername
staff-password = Passwort
staff-surveys = Erhebungen
staff-places = Bereiche
staff-results = Ergebnisse

# The list of surveys.
staff-new-survey = Neue Erhebung
staff-duplicate-last-year = Erhebung { $year } duplizieren
staff-no-surveys = Es gibt noch keine Erhebungen. Beginnen Sie mit „Neue Erhebung“.
staff-column-survey = Erhebung
staff-column-state = Status
staff-column-days = Zeitraum
staff-column-responses = Ausgefüllt
staff-column-next = Was zu tun ist
staff-days = vom { $from } bis zum { $to }
staff-next-draft = Prüfen Sie den Plan und öffnen Sie die Erhebung.
staff-next-early = Antworten werden ab dem { $from } erfasst.
staff-next-open = Erfasst Antworten bis zum { $to }.
staff-next-collecting = Geben Sie die fehlenden Papierfragebögen ein und schließen Sie dann die Erhebung.
staff-next-closed = Lesen Sie die Ergebnisse und veröffentlichen Sie den Bericht.
staff-next-published = Der Bericht ist veröffentlicht.

# One survey.
staff-edit = Bearbeiten
staff-cancel = Abbrechen
staff-back = Zurück zur Erhebung
staff-office = Amt
staff-year = Jahr
staff-form = Fragebogen
staff-form-version = { $title } (Text Nr. { $revision })
staff-charter = Dienstcharta
staff-no-charter = keine: Der Bericht kann nicht sagen, welche Ziele erreicht sind
staff-universe = Kontakte im Jahr
staff-not-known = nicht angegeben
staff-privacy-threshold = Datenschutzschwelle (Mindestzahl der Antworten)
staff-collecting-days = Tage für die Eingabe der Papierfragebögen nach dem letzten Tag
staff-plan = Plan
staff-responses = Ausgefüllte Fragebögen
staff-of-planned = geplant
staff-by-channel = Fragebögen nach Kanal
staff-by-day = Fragebögen nach Tag
staff-channel = Kanal
staff-links = Links
staff-link = Link
staff-public-link = Öffentlicher Fragebogen
staff-action = Aktion
staff-kiosks = Terminals
staff-kiosk-place = Standort des Terminals
staff-kiosk-place-hint = Zum Beispiel „Eingangshalle, Erdgeschoss“. Er erscheint in den Ergebnissen, nicht auf dem Fragebogen.
staff-kiosk-add = Terminal hinzufügen
staff-kiosk-revoke = Abschalten
staff-kiosk-revoked = abgeschaltet
staff-kiosk-over = Erhebung geschlossen
staff-kiosk-works = aktiv
staff-key-in = Fragebogen eingeben
staff-contacts = Kontakte und Einladungen
staff-printable = Fragebogen zum Drucken
staff-duplicate-for = Für { $year } duplizieren
staff-goals = Ziele der Dienstcharta
staff-goals-other-years = Diese Dienstcharta gilt nicht für { $year }: Sie gilt { $years }. Wählen Sie die Dienstcharta, die in jenem Jahr gilt, oder berichtigen Sie das Jahr.
staff-goal = Ziel
staff-indicator = Wie gemessen wird
staff-target = Zielwert
staff-goal-unmeasured = Mit dem gewählten Fragebogen lässt es sich nicht messen.
staff-seals = Siegel
staff-seals-about = Beim Öffnen wurde der Auswertungsplan versiegelt: Ziele, Fragebogen, Kontakte und Regeln können nicht geändert werden, ohne dass es sichtbar wird.
staff-open-question = Erhebung öffnen?
staff-open-button = Erhebung öffnen
staff-open-consequence-1 = Ab dem { $from } kann man über alle gewählten Kanäle antworten.
staff-open-consequence-2 = Ziele, Fragebogen, Kontakte und Datenschutzschwelle werden versiegelt: Nach dem Öffnen lassen sich nur Titel, letzter Tag, Tage für Papierfragebögen und geplante Antworten ändern.
staff-open-consequence-3 = Keine Einladung geht von selbst ab: Sie werden auf der Seite der Kontakte verschickt.
staff-stop-question = Erfassung der Antworten beenden?
staff-stop-button = Erfassung beenden
staff-stop-consequence-1 = Der öffentliche Fragebogen, die Einladungen und die Terminals nehmen keine Antworten mehr an.
staff-stop-consequence-2 = Bis zum { $paper } können noch Papierfragebögen eingegeben werden, die bis heute ausgefüllt wurden.
staff-stop-consequence-3 = Die Erfassung kann nicht wieder geöffnet werden.
staff-close-question = Erhebung schließen?
staff-close-button = Erhebung schließen
staff-close-consequence-1 = Es wird keine Antwort mehr angenommen, auch nicht auf Papier, und wartende Einladungen gehen nicht mehr ab.
staff-close-consequence-2 = Der Schlüssel, der Einladungen und Antworten verbindet, wird vernichtet: Von da an könnte nur noch herausfinden, wer geantwortet hat, wer eine frühere Kopie der Datenbank und eine der Schlüsseldatei aufbewahrt hat.
staff-close-consequence-3 = Die Schließung ist endgültig. Danach können die Ergebnisse veröffentlicht werden.
staff-done-open = Die Erhebung ist offen.
staff-done-stop = Die Erfassung ist beendet.
staff-done-close = Die Erhebung ist geschlossen: Der Schlüssel, der die Antworten mit den Einladungen verband, ist vernichtet.
staff-done-duplicate = Die Erhebung wurde als Entwurf dupliziert: Prüfen Sie Termine und Texte und speichern Sie dann.
staff-done-kiosk = Das Terminal wurde hinzugefügt: Öffnen Sie seinen Link auf dem Gerät.
staff-done-revoked = Das Terminal wurde abgeschaltet: Sein Link funktioniert nicht mehr.
staff-done-saved = Der Plan wurde gespeichert.

# Contacts.
staff-contacts-number = Kontakte
staff-contacts-opted-out = Abgemeldet
staff-contacts-invited = Vorbereitete Einladungen
staff-letters-uncertain = Ungewisse Schreiben
staff-letters-uncertain-about = Ein Versand ist ungewiss, wenn er während der Übergabe der Nachricht abgebrochen ist: Sie kann angekommen sein oder nicht und wird nur noch einmal gesendet, wenn Sie es so entscheiden. Diese Seite sagt nicht, wer geantwortet hat.
staff-invite = Einladungen senden
staff-remind = Erinnerung senden
staff-remind-about = Die Einladungen gehen an alle, die noch keine bekommen haben. Die Erinnerung geht nicht an jene, die schon geantwortet haben, aber das Amt sieht nicht, wer das ist. Alle Erinnerungen gelten als im Versand, bis die letzte abgeschlossen ist: So verraten auch die Daten nicht, wer geantwortet hat.
staff-retry-where = Nicht zugestellte oder ungewisse Nachrichten können Sie auf jener Seite noch einmal senden.
staff-letters = Schreiben
staff-letter = Schreiben
staff-number = Anzahl
staff-letter-invitation = Einladung
staff-letter-reminder = Erinnerung
staff-letter-thanks = Dankschreiben
staff-letter-waiting = zu senden
staff-letter-sending = im Versand
staff-letter-done = gesendet oder nicht mehr nötig
staff-letter-uncertain = ungewiss: vielleicht angekommen, vielleicht nicht
staff-letter-bounced_hard = nicht zugestellt: Das Postfach gibt es nicht
staff-letter-bounced_soft = nicht zugestellt: Postfach voll oder vom Server abgelehnt
staff-letter-suppressed = nicht gesendet: Die Person will oder kann keine Schreiben erhalten
staff-letter-cancelled = storniert
staff-letters-why = Warum einige Schreiben nicht abgegangen sind
staff-letters-why-about = Die zu sendenden Schreiben bleiben in der Warteschlange und gehen von selbst ab, sobald der Mailserver sie annimmt: Sie müssen nicht noch einmal drücken.
staff-letter-why = Grund
staff-letter-next = Nächster Versuch
staff-letter-no-connection = der Mailserver ist nicht erreichbar
staff-letter-not-let-in = der Mailserver lässt uns nicht hinein
staff-letter-too-slow = der Mailserver antwortet nicht rechtzeitig
staff-letter-no-key = die Schlüsseldatei hat keinen Schlüssel für diese Erhebung
staff-letter-lifted = obwohl die Adresse als nicht vorhanden galt
staff-letter-thanks-again = das Dankschreiben
staff-contacts-upload = Kontakte hochladen
staff-contacts-file = Datei mit den Kontakten
staff-contacts-file-hint = Eine CSV- oder XLSX-Datei mit einer Spalte für die Adressen und, falls vorhanden, „Vorname“, „Nachname“ und „Sprache“. Höchstens 7 MB. Bevor etwas gespeichert wird, sehen Sie eine Vorschau; wird dieselbe Datei zweimal hochgeladen, kommt niemand hinzu.
staff-contacts-send = Vorschau anzeigen
staff-no-file = Wählen Sie eine Datei zum Hochladen.
staff-import-title = Datei hochgeladen
staff-import-to-mend = Zu berichtigende Zeilen
staff-import-rows = { $count ->
    [one] Eine Zeile gelesen
   *[other] { $count } Zeilen gelesen
}
staff-import-added = { $count ->
    [one] Ein Kontakt hinzugefügt
   *[other] { $count } Kontakte hinzugefügt
}
staff-import-there = { $count ->
    [one] Einer war schon da
   *[other] { $count } waren schon da
}
staff-import-merged = { $count ->
    [one] Eine Zeile wiederholt eine Adresse der Datei
   *[other] { $count } Zeilen wiederholen eine Adresse der Datei
}
staff-import-suppressed = { $count ->
    [one] Eine Person erhält keine Nachrichten mehr (sie hat sich abgemeldet, oder ihr Postfach gibt es nicht mehr) und ist ausgeschlossen
   *[other] { $count } Personen erhalten keine Nachrichten mehr (sie haben sich abgemeldet, oder ihr Postfach gibt es nicht mehr) und sind ausgeschlossen
}
staff-import-faults = { $count ->
    [one] Eine Zeile zu berichtigen
   *[other] { $count } Zeilen zu berichtigen
}
staff-done-sampled = { $count ->
    [one] Die Stichprobe ist gezogen: eine Person.
   *[other] Die Stichprobe ist gezogen: { $count } Personen. Die Einladungen gehen nur an sie.
}
staff-done-sample-withdrawn = Die Stichprobe wurde zurückgenommen.
staff-done-invited = { $count ->
    [0] Keine neue Einladung vorzubereiten.
    [one] Eine Einladung wird verschickt.
   *[other] { $count } Einladungen werden verschickt.
}
staff-done-letter-saved = Der Text des Schreibens ist gespeichert.
staff-done-letter-restored = Es gilt wieder der Text des Programms.
staff-done-thanked = { $count ->
    [0] Kein Dankschreiben zu senden: Alle waren schon in der Warteschlange.
    [one] { $count } Dankschreiben in der Warteschlange: Es geht in Kürze ab.
   *[other] { $count } Dankschreiben in der Warteschlange: Sie gehen in Kürze ab.
}
staff-done-reminded = { $count ->
    [0] Keine Erinnerung vorzubereiten.
    [one] Eine Erinnerung wird verschickt.
   *[other] { $count } Erinnerungen werden verschickt.
}
staff-done-retried-uncertain = { $count ->
    [0] Keine ungewisse Einladung noch einmal zu senden.
    [one] Eine ungewisse Einladung wird noch einmal verschickt.
   *[other] { $count } ungewisse Einladungen werden noch einmal verschickt.
}
staff-done-thanks-retried = { $count ->
    [0] Kein ungewisses Dankschreiben noch einmal zu senden.
    [one] Ein ungewisses Dankschreiben wird noch einmal verschickt.
   *[other] { $count } ungewisse Dankschreiben werden noch einmal verschickt.
}
staff-done-retried = { $count ->
    [0] Keine Einladung noch einmal zu senden.
    [one] Eine abgelehnte Einladung wird noch einmal verschickt.
   *[other] { $count } abgelehnte Einladungen werden noch einmal verschickt.
}

# The questionnaire on paper.
staff-printed-how = drucken Sie diese Seite mit dem Befehl „Drucken“ des Browsers.

# The plan.
staff-edit-survey = Plan bearbeiten
staff-mistakes = Zu berichtigen
staff-plan-what = Was erhoben wird
staff-plan-office = Amt
staff-plan-office_name = Name des Amtes
staff-plan-office_code = Kürzel des Amtes in Adressen
staff-plan-office_code-hint = Kleinbuchstaben, Ziffern und _, zum Beispiel „urp“.
staff-plan-office_contact = Wohin man schreibt, wenn man eine Antwort wünscht
staff-plan-office_contact-hint = E-Mail- oder Postadresse, in einer Zeile.
staff-plan-year = Jahr
staff-plan-title = Titel
staff-plan-title-hint = Erscheint nur auf den Seiten des Amtes.
staff-plan-code = Adresse
staff-plan-code-hint = Der letzte Teil des Links zum Fragebogen: Kleinbuchstaben, Ziffern und _, zum Beispiel „urp_2026“.
staff-plan-form = Fragebogen
staff-plan-own-form = Einen Fragebogen des Amtes verwenden
staff-plan-form_file = Datei des Fragebogens
staff-plan-form_file-hint = Eine TOML-Datei. Sie hat Vorrang vor der Wahl aus dem Katalog.
staff-plan-form_text = Oder fügen Sie hier den Text des Fragebogens ein
staff-plan-charter = Dienstcharta
staff-plan-own-charter = Eine Dienstcharta des Amtes verwenden
staff-plan-charter_file = Datei der Dienstcharta
staff-plan-charter_file-hint = Eine TOML-Datei. Sie hat Vorrang vor der Wahl aus dem Katalog.
staff-charter-none = Keine Dienstcharta
staff-charter-version = Fassung { $version }, gültig ab { $year } – { $title }, { $office }
staff-from-catalog = aus dem Katalog
staff-plan-when = Wann
staff-plan-opens_on = Erster Tag
staff-plan-closes_on = Letzter Tag
staff-plan-collecting_days = Tage für die Eingabe der Papierfragebögen nach dem letzten Tag
staff-plan-collecting_days-hint = Wie viele Tage lang noch Papierfragebögen eingegeben werden können.
staff-plan-channels = Kanäle
staff-plan-universe-of = Kontakte im Jahr, { $channel }
staff-plan-universe-about = Wie viele Kontakte das Amt im Jahr über jeden Kanal hat: Wer sich mehrmals an das Amt wendet, zählt jedes Mal. Leer lassen, wenn nicht bekannt.
staff-plan-sample = Antworten
staff-plan-planned_responses = Geplante Antworten
staff-plan-planned-hint = Mit { $needed } Antworten haben die Prozentwerte eine Schwankungsbreite von 5 Punkten, bei einem Konfidenzniveau von 95 %.
staff-plan-privacy_threshold = Datenschutzschwelle (Mindestzahl der Antworten)
staff-plan-privacy_threshold-hint = Unter dieser Zahl wird ein Wert nicht gezeigt, damit niemand erkennbar ist.
staff-plan-save = Plan speichern
staff-usual-title = Zufriedenheit der Nutzerinnen und Nutzer { $year }
staff-wrong-code = Verwenden Sie Kleinbuchstaben, Ziffern und _ und beginnen Sie mit einem Buchstaben (höchstens 40 Zeichen).
staff-wrong-day = Geben Sie den Tag als 2026-03-31 oder 31.03.2026 ein.
staff-wrong-number = Geben Sie eine ganze Zahl von { $least } bis { $most } ein.
staff-no-form = Wählen Sie einen Fragebogen aus der Liste oder laden Sie einen hoch.

# What went wrong, on the office's pages.
staff-problem-may-not-heading = Vorgang nicht erlaubt
staff-problem-may-not-text = Ihr Benutzerkonto darf nur lesen, oder die Seite war schon vor Ihrer letzten Anmeldung offen. Gehen Sie zur Seite zurück, laden Sie sie neu und versuchen Sie es noch einmal.
staff-problem-no-page-heading = Seite nicht gefunden
staff-problem-no-page-text = Unter dieser Adresse gibt es keine Seite des Amtes.
staff-problem-wrong-method-heading = Diese Seite lässt sich so nicht öffnen
staff-problem-wrong-method-text = Die Adresse dient nur einer Schaltfläche auf einer anderen Seite. Öffnen Sie die Erhebung aus der Liste und verwenden Sie die Schaltfläche.
staff-problem-too-large-heading = Die gesendeten Daten sind zu groß
staff-problem-too-large-text = Über diese Seite können höchstens 8 MB gesendet werden. Teilen Sie die Datei auf oder entfernen Sie nicht benötigte Spalten und versuchen Sie es noch einmal.
staff-problem-busy-heading = Einen Moment, bitte
staff-problem-busy-text = Das System ist gerade stark ausgelastet, und es wurde nichts gespeichert. Warten Sie einige Sekunden und versuchen Sie es noch einmal.
staff-problem-broken-text-heading = Der Text ist nicht lesbar
staff-problem-broken-text-text = Das Formular kam mit unlesbaren Zeichen an (nicht in UTF-8). Gehen Sie zur vorigen Seite zurück und senden Sie es noch einmal; wenn es wieder geschieht, versuchen Sie einen anderen Browser.
