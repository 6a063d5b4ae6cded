# What commands say in the terminal.
check-warning = Warnung:{ " " }
check-form-usable = Fragebogen verwendbar
check-form-refused = Fragebogen nicht verwendbar
check-charter-usable = Dienstcharta verwendbar
check-charter-refused = Dienstcharta nicht verwendbar
check-file-refused = Datei nicht verwendbar
check-errors = { $count ->
    [one] { $count } Fehler
   *[other] { $count } Fehler
}
check-warnings = { $count ->
    [one] { $count } Warnung
   *[other] { $count } Warnungen
}
check-refused = { $files ->
    [one] Die Datei wird nicht angenommen
   *[other] Nicht angenommene Dateien: { $refused } von { $files }
}. Beheben Sie, was angezeigt wird, und wiederholen Sie die Prüfung.
check-form-unusable = Der mit --form angegebene Fragebogen kann nicht verwendet werden.
import-no-year = Geben Sie mit --survey eine Erhebung an oder in der Zuordnungsdatei eine Spalte für das Jahr.
import-no-survey = Geben Sie mit --survey eine Erhebung an oder mit --office und --form ein Amt und einen Fragebogen.
import-no-office = „{ $code }“ ist kein Code eines Amtes: Schreiben Sie einen Kleinbuchstaben, dann Buchstaben, Ziffern oder _.
import-wrong-year = { $year } ist kein Jahr.
import-code-long = „{ $code }“ ist zu lang für den Code einer Erhebung.
import-columns-missing = { $file }: Die Zuordnungsdatei nennt { $absent }; diese Spalte gibt es hier nicht. Die Spalten sind: { $columns }
import-closed-before = { $year }: schon importiert und geschlossen
import-in-the-field = die Erhebung { $code } wurde geplant, um Antworten zu erfassen: Um jene der Datei hinzuzufügen, geben Sie sie mit --survey an
import-stays-open = die Erhebung { $code } bleibt für die berichtigten Zeilen offen
import-in-brief = { $rows ->
    [one] { $rows } Zeile
   *[other] { $rows } Zeilen
}: { $new } jetzt gespeichert, { $again } schon gespeichert, { $refused } nicht angenommen
import-line = Zeile { $line }: { $reasons }
import-not-taken = { $count ->
    [one] { $count } Zeile wurde nicht angenommen; alle anderen sind gespeichert. Sie steht mit dem Grund in { $path }: Berichtigen Sie sie und importieren Sie diese Datei.
   *[other] { $count } Zeilen wurden nicht angenommen; alle anderen sind gespeichert. Sie stehen mit den Gründen in { $path }: Berichtigen Sie sie und importieren Sie diese Datei.
}
import-empty = { $file }: Die Datei ist leer.
import-not-text = { $file }: Das ist weder ein Text noch eine .xlsx-Arbeitsmappe. Speichern Sie die Tabelle als .xlsx oder CSV.
import-likely = Es wurde nichts gespeichert. Diese Spalten ähneln einer Frage, haben aber nicht ihren Text:
    { $columns }
    Ergänzen Sie --likely read, um sie so zu lesen, oder --likely leave, um sie wegzulassen.
import-days = Es wurde nichts gespeichert: Die Datei sagt nicht, ob in den Datumsangaben zuerst der Tag oder der Monat steht. { $days } Ergänzen Sie --days day_first oder --days month_first.
terminal-no-survey = Es gibt keine Erhebung „{ $code }“: Prüfen Sie den Code in ihrer Adresse.
terminal-exists = { $path } gibt es schon: Wählen Sie einen anderen Namen.
terminal-password = Das Passwort kann nicht gelesen werden: { $reason }
terminal-password-ask = Passwort
terminal-password-again = Passwort noch einmal
terminal-password-differs = Die beiden Passwörter sind verschieden, und nichts wurde geändert: Versuchen Sie es noch einmal.
terminal-migrated = Die Datenbank ist aktuell.
terminal-backup-without-keys = Die Schlüsseldatei { $path } gehört nicht zu dieser Kopie: Bewahren Sie ihre Kopien an einem anderen Ort auf.
terminal-mail-from = mail.from ist keine E-Mail-Adresse.
terminal-mail-tls = Mit dem Mailserver kann keine TLS-Verbindung hergestellt werden: { $reason }
terminal-mail-password = mail.smtp_password ginge ungeschützt durch das Netz: Geben Sie in mail.smtp_security starttls oder tls an.
failed-keys = Die Schlüsseldatei kann nicht verwendet werden: { $reason }.
failed-key-missing = Die Schlüsseldatei enthält keinen Schlüssel der Erhebung { $reason }: Gehört sie zu dieser Datenbank?
failed-broken = Nicht lesbar: { $reason }.
failed-report = Der Bericht konnte nicht erstellt werden: { $reason }
failed-store-not-found = In der Datenbank nicht gefunden.
failed-store-conflict = Das steht schon in der Datenbank: Wählen Sie einen anderen Namen, eine andere Nummer oder Adresse.
failed-store-busy = Die Datenbank ist ausgelastet, und nichts wurde gespeichert: Versuchen Sie es gleich noch einmal.
failed-store-full = Der Datenträger der Datenbank ist voll, und nichts wurde gespeichert: Schaffen Sie Platz und versuchen Sie es dann noch einmal.
failed-store-unreachable = Die Datenbank ist nicht erreichbar: Prüfen Sie die Adresse, ob sie läuft, und die Zugriffsrechte ({ $reason }).
failed-store-newer = Die Datenbank wurde von einer neueren Version angelegt (Migration { $reason }): Installieren Sie diese neuere Version oder stellen Sie eine Sicherungskopie wieder her.
failed-store-address = Das ist keine Adresse einer Datenbank: Schreiben Sie sqlite:PFAD für eine Datei oder postgres://BENUTZER@HOST/NAME für einen PostgreSQL-Server.
failed-store-other = Fehler der Datenbank: { $reason }
terminal-account-off = deaktiviert
usage-unknown-argument = „{ $argument }“ ist hier nicht vorgesehen.
usage-unknown-command = Den Befehl „{ $command }“ gibt es nicht.
usage-missing = Es fehlt: { $arguments }
usage-twice = „{ $argument }“ kann nur einmal angegeben werden.
usage-conflict = „{ $argument }“ kann nicht zusammen mit „{ $other }“ stehen.
usage-no-value = „{ $argument }“ braucht einen Wert.
usage-wrong-value = „{ $value }“ passt nicht zu „{ $argument }“: { $reason }.
usage-number = schreiben Sie eine ganze Zahl
usage-one-of = schreiben Sie eines dieser Wörter: { $words }
usage-goal-item = schreiben Sie vor = den Code einer Frage
usage-goal-target = schreiben Sie den Zielwert als Anteil von 0 bis 1, zum Beispiel overall=0.8
usage-missing-code = schreiben Sie CODE=blank, CODE=dont_know oder CODE=not_applicable
usage-did-you-mean = Meinten Sie „{ $suggestion }“?
usage-written = So wird es geschrieben: { $usage }
usage-help = Mit --help lesen Sie die Anleitung (auf Englisch).
terminal-mail-bounce-address = mail.bounce_address ist keine E-Mail-Adresse.
terminal-mail-dkim-key = mail.dkim_key ist kein privater Schlüssel zum Signieren: Nötig ist eine PEM-Datei mit einem RSA-Schlüssel von mindestens 2048 Bit oder einem Ed25519-Schlüssel.
terminal-report-input = Die Nachricht kann von der Standardeingabe nicht gelesen werden: { $reason }
terminal-report-early = Das Schreiben, um das es in dieser Nachricht geht, wird gerade verschickt: Übergeben Sie die Nachricht später noch einmal.
