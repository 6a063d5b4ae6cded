# Changing a survey that is in the field.
staff-adjust = Termine und Vorgaben ändern
staff-adjust-title = Laufende Erhebung ändern
staff-adjust-save = Änderungen speichern
staff-done-adjust = Die Änderungen wurden gespeichert.
staff-adjust-sealed = Fragebogen, Kanäle und angegebene Kontakte können nicht mehr geändert werden: Sie bleiben, wie sie beim Öffnen versiegelt wurden.
staff-adjust-agreed = Versiegelte Vorgaben
staff-adjust-agreed-about = Ziele, Gewichtung, Datenschutzschwelle und geplante Antworten gehören zum Plan, der beim Öffnen versiegelt wurde. Wenn sich eine dieser Vorgaben ändert, bleibt das frühere Siegel; daneben kommt ein weiteres mit der Begründung, und der Bericht sagt es neben den Ergebnissen.
staff-adjust-letters = Bereits verschickte Einladungen und gedruckte Fragebögen nennen noch den bisherigen letzten Tag: Wenn Sie ihn vorverlegen, ist die Erhebung für alle, die später antworten, schon geschlossen.
staff-adjust-over = Die Erfassung ist beendet: Der letzte Tag war der { $day }, und sie kann nicht wieder geöffnet werden. Ändern können Sie noch, wie viele Tage lang Papierfragebögen eingegeben werden, jetzt bis zum { $paper }.
staff-adjust-planned-hint = Beim Öffnen oder bei der letzten Änderung waren es { $planned }.
staff-plan-reason = Begründung
staff-plan-reason-hint = Nur nötig, wenn sich eine versiegelte Vorgabe ändert. Sie steht neben dem Siegel und im Bericht: Geben Sie keine personenbezogenen Daten an.
refused-no-reason = Schreiben Sie, warum sich die versiegelten Vorgaben ändern.
refused-threshold-lowered = Die Datenschutzschwelle, die den bisher Antwortenden zugesagt wurde, kann nur erhöht werden.
refused-weighting-universe = Um die Antworten nach Kanal zu gewichten, geben Sie die Jahreskontakte jedes gewählten Kanals an oder wählen Sie „keine Gewichtung“.
refused-charter-amends = Dieser Text ändert eine Dienstcharta, die für dieselben Jahre schon verabschiedet ist: Verabschieden Sie ihn auf der Seite der Dienstcharta, wo Sie den Grund angeben können, und wählen Sie ihn dann hier aus der Liste.
refused-charter-no-reason = Diese Fassung ersetzt eine, die für dieselben Jahre schon verabschiedet ist: Schreiben Sie den Grund der Änderung.
refused-verdicts-no-reason = Die Ergebnisse sind anders als die schon veröffentlichten: Schreiben Sie, warum.
staff-plan-weighting = Gewichtung der Antworten
staff-plan-weighting-hint = Die amtlichen Ergebnisse der Ziele beruhen auf dieser Wahl; sie wird beim Öffnen versiegelt.
weighting-none = Keine Gewichtung: Jede Antwort zählt gleich viel
weighting-channel = Nach Kanal: Die Antworten jedes Kanals zählen so viel wie seine Nutzerinnen und Nutzer
refused-last-day-past = Der letzte Tag ist schon vorbei: Wählen Sie heute oder einen künftigen Tag.
refused-last-day-over = Die Erfassung ist beendet und kann nicht wieder geöffnet werden: Der letzte Tag ändert sich nicht mehr.
refused-paper-days-over = Mit so wenigen Tagen wäre die Frist für die Papierfragebögen schon vorbei: Geben Sie mehr Tage an.

# Planning.
staff-plan-charter_text = Oder fügen Sie hier den Text der Dienstcharta ein
staff-plan-uploaded = „{ $name }“ wurde hochgeladen: Der Text steht unten und gilt anstelle der Wahl aus der Liste. Um zur Liste zurückzukehren, löschen Sie den Text.
staff-file-too-large = Die Datei ist größer als 256 kB: Ein Fragebogen oder eine Dienstcharta braucht nur wenige. Prüfen Sie, ob Sie die richtige Datei gewählt haben.
staff-plan-goals = Ziele für { $year }: „{ $charter }“, gemessen mit „{ $form }“
staff-plan-show-goals = Ziele anzeigen
staff-plan-show-hint = Wenn Sie Jahr, Fragebogen oder Dienstcharta ändern, sehen Sie so die Ziele vor dem Speichern noch einmal. Es wird nichts gespeichert.
staff-plan-group_question = Kontakte nach Gruppe
staff-plan-group_question-hint = Freiwillig: die Kontakte aller Kanäle zusammen, aufgeteilt nach einer Frage des Fragebogens. Wie sich jede Gruppe auf die Kanäle verteilt, wird daraus nicht abgeleitet.
staff-plan-no-groups = Keine Aufteilung in Gruppen
staff-plan-groups = Kontakte im Jahr, Gruppe für Gruppe. Leer lassen, wenn nicht bekannt.
staff-plan-show-groups = Gruppen anzeigen
staff-groups = Kontakte nach Gruppe: „{ $question }“
staff-group = Gruppe
staff-no-group = Geben Sie die Kontakte mindestens einer Gruppe an oder wählen Sie „Keine Aufteilung in Gruppen“.
refused-group-not-asked = Der gewählte Fragebogen hat die Frage nicht, nach der die Gruppen aufgeteilt sind: Wählen Sie eine andere oder keine.
refused-groups-exceed-channels = Die Gruppen haben zusammen mehr Kontakte als die Kanäle zusammen: Prüfen Sie die Zahlen oder geben Sie die Kontakte aller Kanäle an.

# Forgetting contacts.
staff-forget-title = Kontakte löschen
staff-forget-about = Die Kontakte werden am { $by } von selbst gelöscht. Wenn sie nicht mehr gebraucht werden, können sie sofort gelöscht werden.
staff-forget-question = Kontakte löschen?
staff-forget-button = Kontakte löschen
staff-forget-consequence-1 = { $count ->
    [one] Name und Adresse eines Kontakts werden endgültig gelöscht
   *[other] Namen und Adressen von { $count } Kontakten werden endgültig gelöscht
}, ebenso die Zahl der Abmeldungen. In schon bestehenden Sicherungskopien bleiben sie, bis diese gelöscht werden.
staff-forget-consequence-2 = Antworten, Ergebnisse und die Zahl der Einladungen bleiben. Wer einen alten Link öffnet, liest weiterhin, dass die Erhebung geschlossen ist.
staff-forget-consequence-3 = Um dieselben Personen noch einmal einzuladen, braucht es eine neue Datei; wer sich abgemeldet hat, bleibt ausgeschlossen. Sonst geschieht das Löschen am { $by } von selbst.
staff-done-forget = { $count ->
    [0] Es gab keine Kontakte mehr zu löschen.
    [one] Ein Kontakt wurde gelöscht.
   *[other] { $count } Kontakte wurden gelöscht.
}

# A small crowd.
staff-crowd-invited = { $count ->
    [one] Nur eine Person ist eingeladen
   *[other] Nur { $count } Personen sind eingeladen
}: weniger als zehn, und wer sie kennt, könnte erraten, von wem eine Antwort stammt. Laden Sie mehr Personen ein oder verwenden Sie den öffentlichen Fragebogen.
staff-crowd-left = { $count ->
    [0] Alle Eingeladenen haben sich abgemeldet
    [one] Ohne die Abgemeldeten bleibt nur eine eingeladene Person
   *[other] Ohne die Abgemeldeten bleiben nur { $count } eingeladene Personen
}: weniger als zehn, und wer sie kennt, könnte erraten, von wem eine Antwort stammt. Laden Sie mehr Personen ein oder verwenden Sie den öffentlichen Fragebogen.

# A form whose session was over.
staff-carried = Ihre Sitzung ist abgelaufen. Was Sie geschrieben haben, ist nicht verloren: Nach der Anmeldung sehen Sie es wieder und können es absenden.
staff-resume-title = Weitermachen, wo Sie waren
staff-resume-lead = Ihre Sitzung war abgelaufen, und was Sie geschrieben hatten, ist noch nicht gespeichert. Prüfen Sie es und senden Sie es ab.
staff-resume-typed = Was Sie geschrieben hatten
staff-resume-users = Kontakte im Jahr: { $channel }
staff-resume-value = Wert
staff-resume-file = Eine Datei kann nicht aufbewahrt werden: Wählen Sie sie noch einmal.
staff-resume-choose = Zurück zur Seite
staff-resume-send = Absenden, was ich geschrieben hatte
staff-resume-drop = Nicht absenden
