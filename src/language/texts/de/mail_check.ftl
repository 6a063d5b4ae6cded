# The check of outgoing mail: staff page and command `ascolto mail`.
mail-check-title = Ausgehende E-Mails
mail-check-link = Prüfung der ausgehenden E-Mails
mail-check-about = Hier sehen Sie, mit welchen Einstellungen die Einladungen verschickt werden, und können sie ausprobieren, bevor Sie jemandem schreiben. Die Einstellungen werden in der Konfigurationsdatei geändert; Passwörter werden nie angezeigt.
mail-check-set-up = Einstellungen
mail-check-sender = Absender
mail-check-from = Adresse
mail-check-returns = Zurückgekommene E-Mails und Meldungen
mail-check-returns-to-sender = an den Absender ({ $from })
mail-check-signed-by = mit dem Schlüssel von { $name }
mail-check-signed-by-server = keine: Der Mailserver signiert
mail-check-server = Mailserver
mail-check-stand-in = Ersatzserver
mail-check-folder = Ordner anstelle eines Servers
mail-check-host = Name
mail-check-port = Port
mail-check-security-none = keine
mail-check-security-starttls = STARTTLS
mail-check-security-tls = TLS von Anfang an
mail-check-no-user = nicht verlangt
mail-check-user-token = { $user }, mit einem OAuth2-Token
mail-check-publish = DNS-Eintrag der Signatur
mail-check-publish-about = Die DKIM-Signatur gilt nur, wenn es im DNS der Domain einen TXT-Eintrag mit diesem Namen und diesem Inhalt gibt.
mail-check-record-name = Name des Eintrags
mail-check-record-content = Inhalt des Eintrags
mail-check-run-title = Test
mail-check-run-about = Der Test verbindet sich mit jedem Mailserver, meldet sich an und fragt, ob der Absender zugelassen ist; dann beendet er die Verbindung. Er hinterlässt keine Spuren; wenn ein Server nicht antwortet, kann er ein bis zwei Minuten dauern.
mail-check-record-field = Veröffentlichter DNS-Eintrag (freiwillig)
mail-check-record-field-hint = Fügen Sie ein, was der Befehl { $command } anzeigt, oder den Inhalt des Eintrags aus der DNS-Verwaltung.
mail-check-record-long = Das ist zu lang für einen DKIM-Eintrag: Fügen Sie nur den Eintrag mit dem oben angegebenen Namen ein.
mail-check-address = Adresse für ein Probeschreiben (freiwillig)
mail-check-address-hint = Nur eine, am besten Ihre eigene. Das Schreiben geht sofort ab; die Adresse wird nicht gespeichert.
mail-check-no-address = Geben Sie eine einzige vollständige E-Mail-Adresse ein, zum Beispiel anna.bianchi@example.it.
mail-check-run = Jetzt testen
mail-check-result = Ergebnis des Tests
mail-check-good = Alles, was getestet wurde, funktioniert.
mail-check-bad = Etwas funktioniert nicht: Unter jedem nicht bestandenen Punkt steht, was zu ändern ist.

mail-check-state-passed = bestanden
mail-check-state-not_needed = nicht nötig
mail-check-state-failed = nicht bestanden
mail-check-state-not_reached = nicht getestet
mail-check-state-advice = Hinweis

mail-check-way-folder = Ordner { $path }
mail-check-way-server = Mailserver { $host }, Port { $port }
mail-check-way-stand-in = Ersatzserver { $host }, Port { $port }
mail-check-stage-folder = Ordner
mail-check-stage-connection = Verbindung
mail-check-stage-greeting = Begrüßung des Servers
mail-check-stage-protection = Verschlüsselung
mail-check-stage-sign_in = Anmeldung
mail-check-stage-sender = Absender zugelassen
mail-check-passed-folder = In den Ordner kann geschrieben werden.
mail-check-passed-connection = Der Port { $port } von { $host } ist erreichbar.
mail-check-passed-greeting = Es ist ein Mailserver, und er nimmt die Verbindung an.
mail-check-passed-protection = Die Verbindung ist verschlüsselt (TLS), und das Zertifikat gilt für { $host }.
mail-check-passed-sign_in = Der Benutzer { $user } ist angemeldet.
mail-check-passed-sender = Der Server nimmt Nachrichten von { $from } an.
mail-check-not-needed-folder = Nicht nötig.
mail-check-not-needed-connection = Nicht nötig.
mail-check-not-needed-greeting = Nicht nötig.
mail-check-not-needed-protection = Die Einstellungen verlangen keine: Das ist nur bei einem Server auf diesem Rechner oder im Netz der Körperschaft in Ordnung.
mail-check-not-needed-sign_in = Die Einstellungen nennen keinen Benutzer.
mail-check-not-needed-sender = Nicht nötig.

mail-check-hint-folder = Prüfen Sie mail.folder und die Zugriffsrechte: Das Programm muss in den Ordner schreiben können.
mail-check-hint-unreachable = Prüfen Sie { $section }.smtp_host und { $section }.smtp_port und ob die Firewall die Verbindung von diesem Rechner nach außen zulässt.
mail-check-hint-wants-tls = Der Port 465 verlangt TLS von Anfang an: Schreiben Sie { $section }.smtp_security = "tls".
mail-check-hint-not-tls = Am Port { $port } beginnt der Server nicht mit TLS: Schreiben Sie { $section }.smtp_security = "starttls" oder verwenden Sie den Port 465.
mail-check-hint-no-starttls = Am Port { $port } bietet der Server kein STARTTLS an: Verwenden Sie den Port, der es anbietet (meist 587), oder den Port 465 mit { $section }.smtp_security = "tls".
mail-check-hint-strange-authority = Das Zertifikat stammt von einer Zertifizierungsstelle, die das Programm nicht kennt: Wenn es jene der Körperschaft ist, geben Sie ihre PEM-Datei in { $section }.smtp_authority an.
mail-check-hint-other-name = Das Zertifikat gilt für einen anderen Namen: Schreiben Sie in { $section }.smtp_host den Namen, der darin steht.
mail-check-hint-expired = Das Zertifikat ist abgelaufen oder noch nicht gültig: Wer den Server betreut, muss es erneuern. Prüfen Sie auch die Uhr dieses Rechners.
mail-check-hint-bad-certificate = Das Zertifikat kann nicht angenommen werden: Wer den Server betreut, sollte die Zertifikatskette prüfen.
mail-check-hint-token-command = Führen Sie den Befehl von { $section }.smtp_token_command von Hand aus: Er muss das Token ausgeben und ohne Fehler enden.
mail-check-hint-no-mechanism = Der Server bietet keine Anmeldung an, oder nicht mit PLAIN, LOGIN oder (mit einem Token) XOAUTH2. Oft bietet er sie nur unter TLS an: Prüfen Sie { $section }.smtp_security. Wenn er keine Anmeldung verlangt, entfernen Sie { $section }.smtp_user.
mail-check-hint-password = Prüfen Sie { $section }.smtp_user und { $section }.smtp_password oder das Token, und ob der Benutzer über SMTP senden darf.
mail-check-hint-sender = Der Server lässt diesen Benutzer nicht von { $from } senden: Fragen Sie die Person, die ihn betreut, oder ändern Sie mail.from oder mail.bounce_address.
mail-check-hint-sender-or-sign-in = Vielleicht verlangt der Server eine Anmeldung: Geben Sie { $section }.smtp_user und { $section }.smtp_password an. Sonst lässt er diesen Absender nicht zu: Prüfen Sie mail.from und mail.bounce_address.
mail-check-hint-greeting = Der Server weist diesen Rechner ab: Bitten Sie die Person, die ihn betreut, den Rechner zuzulassen.
mail-check-hint-silent = Der Server hat innerhalb von { $seconds } Sekunden nicht geantwortet: Prüfen Sie den Port und versuchen Sie es noch einmal; wenn es so bleibt, wenden Sie sich an die Person, die ihn betreut.
mail-check-hint-broken = Die Verbindung ist abgebrochen: Prüfen Sie, ob am Port { $port } ein Mailserver läuft und ob { $section }.smtp_security stimmt.

mail-check-signature = DKIM-Signatur
mail-check-key = Schlüssel
mail-check-signed = Die Schreiben sind für { $domain } signiert.
mail-check-unsigned = Kein Schlüssel in mail.dkim_key: Die Schreiben gehen von hier ohne Signatur ab.
mail-check-unsigned-hint = Stellen Sie sicher, dass der Mailserver signiert, sonst werden sie oft verworfen. Das Probeschreiben zeigt es: In seinen Kopfzeilen muss eine gültige DKIM-Signatur stehen.
mail-check-domain = Domain
mail-check-domain-same = Es ist jene des Absenders, wie DMARC es verlangt.
mail-check-domain-other = Die Signatur ist von { $domain }, der Absender von { $sender }: Für DMARC zählt sie vielleicht nicht.
mail-check-domain-other-hint = Schreiben Sie mail.dkim_domain = "{ $sender }" und veröffentlichen Sie den Schlüssel in dieser Domain. Wenn beide zur selben registrierten Domain gehören, kann es so bleiben.
mail-check-record = DNS-Eintrag
mail-check-record-not-asked = Nicht verglichen.
mail-check-record-ask = Zum Vergleichen lesen Sie den Eintrag mit { $command } und geben ihn im Test an.
mail-check-record-good = Der Eintrag { $name } enthält diesen Schlüssel.
mail-check-record-no-key = Es gibt keinen Schlüssel, mit dem der Eintrag verglichen werden kann.
mail-check-record-no-key-hint = Geben Sie in mail.dkim_key den privaten Schlüssel an, der signiert; wenn der Mailserver signiert, gehört der Eintrag zum Schlüssel des Servers.
mail-check-record-absent = Unter dem Namen { $name } steht nichts.
mail-check-record-absent-hint = Veröffentlichen Sie einen TXT-Eintrag mit dem angegebenen Namen und Inhalt; es kann einige Stunden dauern, bis er sichtbar ist.
mail-check-record-several = Unter dem Namen { $name } stehen mehrere Einträge.
mail-check-record-several-hint = Lassen Sie nur einen stehen: Empfangende Server wissen sonst nicht, welcher gilt.
mail-check-record-not_dkim = Das ist kein DKIM-Eintrag: p= fehlt oder ist nicht lesbar, oder die Version ist nicht DKIM1.
mail-check-record-not_dkim-hint = Ersetzen Sie ihn durch den angegebenen Inhalt, vollständig und ohne Zusätze.
mail-check-record-revoked = Laut Eintrag ist der Schlüssel widerrufen: p= ist leer.
mail-check-record-revoked-hint = Veröffentlichen Sie den angegebenen Inhalt oder einen neuen Schlüssel unter einem anderen Namen (mail.dkim_selector).
mail-check-record-other_kind = Der Eintrag gilt für eine andere Art von Schlüssel: Dieser ist { $kind }.
mail-check-record-other_kind-hint = Ersetzen Sie ihn durch den angegebenen Inhalt: Bei k= muss { $kind } stehen.
mail-check-record-other_use = Der Eintrag schränkt den Schlüssel ein: h= oder s= schließen das Signieren von E-Mails mit SHA-256 aus.
mail-check-record-other_use-hint = Entfernen Sie h= und s= aus dem Eintrag: Der angegebene Inhalt genügt.
mail-check-record-trial = Im Eintrag steht t=y: Die Signatur ist nur im Probebetrieb und zählt für empfangende Server nicht.
mail-check-record-trial-hint = Entfernen Sie t=y aus dem Eintrag.
mail-check-record-cut_off = Der Eintrag ist abgeschnitten: Der Schlüssel ist nicht vollständig.
mail-check-record-cut_off-hint = Viele DNS-Verwaltungen nehmen höchstens 255 Zeichen auf einmal an: Teilen Sie den Inhalt in mehrere Teile in Anführungszeichen, einen nach dem anderen im selben Eintrag.
mail-check-record-other_key = Der Eintrag enthält einen anderen Schlüssel.
mail-check-record-other_key-hint = Veröffentlichen Sie den angegebenen Inhalt oder geben Sie in mail.dkim_key den privaten Schlüssel dieses Eintrags an; prüfen Sie auch mail.dkim_selector.

mail-check-advice = Hinweise
mail-check-advice-folder_only-label = Versand
mail-check-advice-folder_only = Die Schreiben bleiben im Ordner: Keines wird verschickt.
mail-check-advice-folder_only-hint = Um sie zu verschicken, geben Sie einen Mailserver an: mail.transport = "smtp".
mail-check-advice-no_return_address-label = Zurückgekommene E-Mails
mail-check-advice-no_return_address = Schreiben, die nicht zugestellt werden können, kommen in das Postfach des Absenders zurück.
mail-check-advice-no_return_address-hint = Geben Sie in mail.bounce_address ein Postfach an, das sonst niemand liest, und lassen Sie es vom Programm lesen ([mail_reports]).
mail-check-advice-link_unprotected-label = Links
mail-check-advice-link_unprotected = Die Links in den Schreiben beginnen nicht mit https: E-Mail-Programme zeigen die Schaltfläche zur Abmeldung nicht an.
mail-check-advice-link_unprotected-hint = Geben Sie in server.base_url die öffentliche Adresse der Website an, mit https.

mail-check-letter = Probeschreiben
mail-check-letter-outcome = Versand
mail-check-letter-accepted = { $way } hat es übernommen: { $told }
mail-check-letter-accepted-hint = Übernommen heißt noch nicht angekommen. Sehen Sie im Postfach nach, auch im Spam-Ordner, und in den vollständigen Kopfzeilen der Nachricht (Authentication-Results).
mail-check-letter-in_folder = Es liegt im Ordner wie jedes andere Schreiben: Niemand hat es verschickt.
mail-check-letter-in_folder-hint = Öffnen Sie es mit einem E-Mail-Programm, um zu sehen, wie es aussieht.
mail-check-letter-refused = { $way } hat es abgelehnt: { $told }
mail-check-letter-refused-hint = Wenn die Adresse stimmt, kann die Person, die den Mailserver betreut, den Grund nennen.
mail-check-letter-later = { $way } hat es jetzt nicht angenommen: { $told }
mail-check-letter-later-hint = Bei Einladungen würde der Versand von selbst wiederholt, beim Probeschreiben nicht. Versuchen Sie es in einigen Minuten noch einmal.
mail-check-letter-unclear = Die Verbindung zu { $way } ist am Ende abgebrochen: Vielleicht ist es abgegangen, vielleicht nicht ({ $told }).
mail-check-letter-unclear-hint = Sehen Sie im Postfach nach, bevor Sie es noch einmal versuchen.
mail-check-letter-not_reached = Es wurde nicht verschickt: Kein Mailserver ist bereit.
mail-check-letter-not_reached-hint = Beheben Sie zuerst die nicht bestandenen Punkte.

mail-check-letter-subject = Probeschreiben – { $body }
mail-check-letter-notice = Dies ist ein Probeschreiben: Sie müssen nichts beantworten.
mail-check-letter-why = Die Stelle, die die Einladungen verwaltet ({ $body }), hat es an diese Adresse geschickt, um zu sehen, ob die Schreiben ankommen. Es hat dieselben Kopfzeilen wie eine Einladung.
mail-check-letter-look = Was zu prüfen ist:
mail-check-letter-inbox = es liegt im Posteingang und nicht im Spam-Ordner;
mail-check-letter-from = der Absender ist jener, den die Bürgerinnen und Bürger erwarten;
mail-check-letter-signed = in den vollständigen Kopfzeilen („Original anzeigen“, „Quelltext der Nachricht“) steht in der Zeile Authentication-Results dkim=pass, ebenso spf=pass und dmarc=pass;
mail-check-letter-unsigned = in den vollständigen Kopfzeilen („Original anzeigen“, „Quelltext der Nachricht“) stehen in der Zeile Authentication-Results spf=pass und dmarc=pass, und eine DKIM-Signatur des Mailservers wird erkannt;
mail-check-letter-button = das E-Mail-Programm bietet eine Schaltfläche zur Abmeldung an: Hier können Sie sie drücken, es ändert sich nichts.
mail-check-letter-opt-out = In den Einladungen dient dieser Link zur Abmeldung. In diesem Schreiben führt er auf eine Seite, die nichts bewirkt:

# The command.
mail-check-command-publish = Im DNS muss dieser TXT-Eintrag stehen:
terminal-mail-check-bad = Nicht alles funktioniert: Unter jedem nicht bestandenen Punkt steht, was zu ändern ist.
terminal-mail-check-input = Der Eintrag kann von der Standardeingabe nicht gelesen werden: { $reason }
