# Messages about letters that came in, for a person to look at.
reports-title = Zurückgekommene E-Mails
reports-waiting = { $count ->
    [0] Keine Nachricht zu prüfen.
    [one] Eine Nachricht zu prüfen.
   *[other] { $number } Nachrichten zu prüfen.
}
reports-unkept = { $count ->
    [one] Eine Nachricht der letzten zwölf Monate wurde nicht aufbewahrt, weil schon zu viele warteten: Schaffen Sie Platz, indem Sie die unten stehenden prüfen. Wenn zurückgekommene E-Mails in ein Postfach gehen, ist sie noch dort.
   *[other] { $number } Nachrichten der letzten zwölf Monate wurden nicht aufbewahrt, weil schon zu viele warteten: Schaffen Sie Platz, indem Sie die unten stehenden prüfen. Wenn zurückgekommene E-Mails in ein Postfach gehen, sind sie noch dort.
}
reports-about = Hier kommen die Nachrichten an, die an die Rücksendeadresse der Schreiben geschickt werden. Was erkannt wird, wirkt von selbst: An ein Postfach, das es nicht gibt, oder an Personen, die sich beschweren, wird nicht mehr geschrieben. Zu prüfen bleiben nur Nachrichten, die keine Regel erkennt oder die nicht sagen, welches Schreiben sie betreffen.
reports-list = Zu prüfende Nachrichten
reports-subject = Betreff
reports-no-subject = (ohne Betreff)
reports-from = Von
reports-day = Eingegangen am
reports-kind = Vermutliche Art
reports-text = Text der Nachricht
reports-no-text = (Das Programm hat in dieser Nachricht keinen Text gefunden, der sich anzeigen lässt. Wenn zurückgekommene E-Mails in ein Postfach gehen, ist die Nachricht noch dort.)
reports-next = Die nächsten Nachrichten
reports-received = In den letzten zwölf Monaten eingegangen
reports-received-about = Von automatischen Antworten und Empfangsbestätigungen wird nur die Zahl aufbewahrt: Sie sind persönliche Post.
reports-kind-hard_bounce = zurückgekommen: Postfach gibt es nicht
reports-kind-soft_bounce = zurückgekommen, nur dieses Mal
reports-kind-ignored_bounce = zurückgekommen aus einem Grund, der nicht die Adresse betrifft
reports-kind-delay = Schreiben verzögert
reports-kind-complaint = Beschwerde: als unerwünscht gemeldet
reports-kind-opt_out = Abmeldung: keine Nachrichten mehr
reports-kind-automatic_reply = automatische Antwort
reports-kind-receipt = Empfangsbestätigung
reports-kind-delivery = Zustellbestätigung
reports-kind-unknown = nicht erkannt
reports-term = Die Nachricht wird gelöscht, sobald Sie unten bestätigen; sonst von selbst am { $day }, zusammen mit den Kontakten.
reports-meaning = Was bedeutet sie?
reports-nothing = Nichts zu tun
reports-no-meaning = Wählen Sie, was die Nachricht bedeutet: Bis dahin bleibt sie hier.
reports-nothing-with-address = Sie haben eine Adresse geschrieben und gewählt, dass nichts zu tun ist. Löschen Sie die Adresse oder wählen Sie, was die Nachricht bedeutet.
reports-settle = Bestätigen und Nachricht löschen
reports-about-address = Welche Adresse betrifft sie?
reports-offered = In der Nachricht genannte Adressen
reports-address = Adresse
reports-other-address = Eine andere Adresse
reports-address-hint = Schreiben Sie sie als name@domain. Was hier steht, geht der Auswahl oben vor.
reports-no-address = Schreiben Sie eine Adresse als name@domain oder wählen Sie eine aus der Nachricht.
reports-meaning-about = An eine Adresse, die es nicht gibt, und an eine Person, die keine Nachrichten will, wird nicht mehr geschrieben: weder bei dieser Erhebung noch bei künftigen.
reports-dead = Die Adresse gibt es nicht
reports-peace = Die Person will keine Nachrichten
reports-link = { $count ->
    [one] Eine zurückgekommene E-Mail zu prüfen
   *[other] { $number } zurückgekommene E-Mails zu prüfen
}
reports-open = Zurückgekommene E-Mails
thing-mail-report = die Nachricht
staff-done-report-nothing = Die Nachricht wurde gelöscht.
staff-done-report-dead = Erledigt: An diese Adresse wird nicht mehr geschrieben. Die Nachricht wurde gelöscht.
staff-done-report-peace = Erledigt: Diese Person erhält keine Nachrichten mehr. Die Nachricht wurde gelöscht.
