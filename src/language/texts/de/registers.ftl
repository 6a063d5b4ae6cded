# Registers of operational standards, the plan of a sample, the year's contacts, what citizens perceive.
thing-standard = der Standard
results-tab-contacts = Jahreskontakte
results-done-register = { $count ->
    [one] Register importiert: { $count } Fall. Der Jahreswert ist aktualisiert.
   *[other] Register importiert: { $count } Fälle. Der Jahreswert ist aktualisiert.
}
results-done-contacts = { $count ->
    [one] Kontakte importiert: { $count } Zeile.
   *[other] Kontakte importiert: { $count } Zeilen.
}
results-done-contacts-removed = Zeile entfernt.

# The page of a register.
register-title = Register
register-back = Zurück zu den Messwerten
register-import = Wert aus einem Register importieren (CSV)
register-kept = { $count ->
    [one] Das importierte Register enthält { $number } Fall.
   *[other] Das importierte Register enthält { $number } Fälle.
}
register-replaces = { $count ->
    [one] Es wurde schon ein Register mit { $number } Fall importiert: Die neue Datei ersetzt es, laden Sie daher das Register des ganzen Jahres hoch.
   *[other] Es wurde schon ein Register mit { $number } Fällen importiert: Die neue Datei ersetzt es, laden Sie daher das Register des ganzen Jahres hoch.
}
register-rule-columns = Die CSV-Datei hat in der ersten Zeile die Überschriften { $columns } und dann eine Zeile für jeden Fall des Jahres { $year }. Ein Datum schreiben Sie als 31.12.{ $year } oder { $year }-12-31.
register-rule-reference = Wenn es eine Spalte „Protokollnummer“ gibt, darf dieselbe Nummer nicht zweimal vorkommen. Andere Spalten werden weder gelesen noch gespeichert: Namen und Betreffe bleiben in Ihrer Datei.
register-rule-noted = Unter „Eingehalten“ schreiben Sie ja oder nein.
register-rule-within = Der Standard ist eingehalten bei höchstens { $limit }. Bei einem Anruf, den niemand angenommen hat, schreiben Sie „keine Antwort“: Er zählt als nicht eingehalten.
register-rule-open = Unter „Geöffnet“ schreiben Sie ja oder nein. Die Tage werden mit den Arbeitstagen der Dienstcharta verglichen, vom 1. Januar bis zu dem Tag, bis zu dem das Register vollständig ist. Fehlende Arbeitstage werden aufgelistet und zählen nicht, außer Sie geben unten an, dass das Amt geschlossen war. Tage, die keine Arbeitstage sind, werden gemeldet und zählen nicht.
register-rule-working = { $count ->
    [0] Der Standard ist eingehalten, wenn die Antwort am selben Tag erfolgt. Lassen Sie das Datum der Antwort bei noch offenen Fällen leer: Sie zählen erst als nicht eingehalten, wenn die Frist abgelaufen ist.
    [one] Der Standard ist eingehalten, wenn die Antwort innerhalb von { $count } Arbeitstag erfolgt; der Tag des Eingangs zählt nicht. Lassen Sie das Datum der Antwort bei noch offenen Fällen leer: Sie zählen erst als nicht eingehalten, wenn die Frist abgelaufen ist.
   *[other] Der Standard ist eingehalten, wenn die Antwort innerhalb von { $count } Arbeitstagen erfolgt; der Tag des Eingangs zählt nicht. Lassen Sie das Datum der Antwort bei noch offenen Fällen leer: Sie zählen erst als nicht eingehalten, wenn die Frist abgelaufen ist.
}
register-rule-calendar = { $count ->
    [0] Der Standard ist eingehalten, wenn die Antwort am selben Tag erfolgt. Lassen Sie das Datum der Antwort bei noch offenen Fällen leer: Sie zählen erst als nicht eingehalten, wenn die Frist abgelaufen ist.
    [one] Der Standard ist eingehalten, wenn die Antwort innerhalb von { $count } Tag erfolgt, Feiertage eingeschlossen; der Tag des Eingangs zählt nicht. Lassen Sie das Datum der Antwort bei noch offenen Fällen leer: Sie zählen erst als nicht eingehalten, wenn die Frist abgelaufen ist.
   *[other] Der Standard ist eingehalten, wenn die Antwort innerhalb von { $count } Tagen erfolgt, Feiertage eingeschlossen; der Tag des Eingangs zählt nicht. Lassen Sie das Datum der Antwort bei noch offenen Fällen leer: Sie zählen erst als nicht eingehalten, wenn die Frist abgelaufen ist.
}
register-rule-mean = Der Jahreswert ist der Mittelwert der Fälle; die Standardabweichung wird berechnet. Ein Fall mit „keine Antwort“ hat keinen Wert und geht nicht in den Mittelwert ein.
register-example = Zum Beispiel:
register-example-noted = 15.01.{ $year };ja
register-example-value = 15.01.{ $year };2
register-example-answered = 15.01.{ $year };19.01.{ $year }
register-column-day = Datum
register-column-arrived = Eingang
register-column-settled = Antwort
register-column-value = Wert
register-column-kept = Eingehalten
register-column-open = Geöffnet
register-column-reference = Protokollnummer
register-file = CSV-Datei
register-file-hint = Aus Excel oder LibreOffice: „Speichern unter“, Typ CSV.
register-as-of = Register vollständig bis
register-as-of-hint = Der letzte Tag, von dem das Register alles enthält. Davon hängt ab, bei welchen offenen Fällen die Frist schon abgelaufen ist und welche Tage fehlen.
register-missing-closed = An den fehlenden Arbeitstagen war das Amt geschlossen: als Schließtage zählen
register-look = Datei prüfen
register-again = Oder eine andere Datei prüfen
register-found = Was die Datei enthält
register-found-rows = { $count ->
    [one] { $number } Zeile; das Register ist vollständig bis zum { $until }
   *[other] { $number } Zeilen; das Register ist vollständig bis zum { $until }
}
register-found-refused = { $count ->
    [one] { $number } Zeile ausgeschlossen, weil sie zu berichtigen ist: Sie steht unten
   *[other] { $number } Zeilen ausgeschlossen, weil sie zu berichtigen sind: Sie stehen unten
}
register-found-unanswered = { $count ->
    [one] { $number } nicht angenommener Anruf
   *[other] { $number } nicht angenommene Anrufe
}
register-found-overdue = { $count ->
    [one] { $number } Fall nach Ablauf der Frist noch offen: Er zählt als nicht eingehalten
   *[other] { $number } Fälle nach Ablauf der Frist noch offen: Sie zählen als nicht eingehalten
}
register-found-not-yet-due = { $count ->
    [one] { $number } offener Fall, dessen Frist noch läuft: Er zählt vorerst nicht
   *[other] { $number } offene Fälle, deren Frist noch läuft: Sie zählen vorerst nicht
}
register-found-outside = { $count ->
    [one] { $number } Tag, der nach dem Kalender der Dienstcharta kein Arbeitstag ist und nicht zählt: { $days }
   *[other] { $number } Tage, die nach dem Kalender der Dienstcharta keine Arbeitstage sind und nicht zählen: { $days }
}
register-found-missing = { $count ->
    [one] { $number } Arbeitstag fehlt im Register und zählt nicht: { $days }. Wenn das Amt an diesem Tag geschlossen war, geben Sie es unten an und prüfen Sie die Datei noch einmal
   *[other] { $number } Arbeitstage fehlen im Register und zählen nicht: { $days }. Wenn das Amt an diesen Tagen geschlossen war, geben Sie es unten an und prüfen Sie die Datei noch einmal
}
register-found-missing-closed = { $count ->
    [one] { $number } Arbeitstag fehlt im Register und zählt als Schließtag: { $days }
   *[other] { $number } Arbeitstage fehlen im Register und zählen als Schließtage: { $days }
}
register-more-days = { $count ->
    [one] { $number } weiterer
   *[other] { $number } weitere
}
register-found-share = Fälle, die den Standard einhalten: { $kept } von { $cases } ({ $share })
register-found-mean = Jahreswert: Mittelwert { $mean } bei { $cases } Fällen (Standardabweichung { $deviation })
register-found-one = Jahreswert: { $mean }, bei einem einzigen Fall
register-found-replaces = { $count ->
    [one] Ersetzt das schon importierte Register mit { $number } Fall
   *[other] Ersetzt das schon importierte Register mit { $number } Fällen
}
register-to-mend = Ausgeschlossene Zeilen, zu berichtigen
register-more-faults = { $count ->
    [one] … und { $number } weitere Zeile zu berichtigen.
   *[other] … und { $number } weitere Zeilen zu berichtigen.
}
register-fewer = { $count ->
    [one] Achtung: Das schon importierte Register hat { $number } Fall, diese Datei hat weniger. Wenn Sie diese Datei importieren, zählt jener Fall nicht mehr.
   *[other] Achtung: Das schon importierte Register hat { $number } Fälle, diese Datei hat weniger. Wenn Sie diese Datei importieren, zählen die fehlenden Fälle nicht mehr.
}
register-confirm = Diese Fälle importieren
register-confirm-about = Bisher wurde nichts gespeichert. Die ausgeschlossenen Zeilen können Sie in der Datei berichtigen und später importieren: Die neue Datei ersetzt diese.
register-note = { $count ->
    [one] Register importiert am { $day }, vollständig bis zum { $until }: { $number } Zeile
   *[other] Register importiert am { $day }, vollständig bis zum { $until }: { $number } Zeilen
}
register-note-refused = { $count ->
    [one] { $count } ausgeschlossen
   *[other] { $count } ausgeschlossen
}
register-note-not-yet-due = { $count ->
    [one] { $count } noch nicht fällig
   *[other] { $count } noch nicht fällig
}
register-note-missing-closed = { $count ->
    [one] { $count } fehlender Tag als Schließtag gezählt
   *[other] { $count } fehlende Tage als Schließtage gezählt
}
register-note-stale = Die Zahlen sind nicht mehr jene des Registers: Schreiben Sie hier, woher sie stammen.

# Why a file is no register.
register-file-empty = Die Datei ist leer: Wählen Sie die CSV-Datei des Registers.
register-file-not-text = Die Datei ist keine CSV-Datei. Öffnen Sie die Tabelle und speichern Sie sie als „CSV (Trennzeichen-getrennt)“.
register-no-rows = Die Datei enthält nur Überschriften: Fügen Sie für jeden Fall eine Zeile hinzu.
register-no-calendar = Dieser Standard wird in Arbeitstagen gezählt, aber die Dienstcharta sagt nicht, welche das sind: Öffnen Sie die Seite der Dienstcharta, beginnen Sie eine neue Fassung, geben Sie die Wochentage und die örtlichen Feiertage an, verabschieden Sie sie und wählen Sie sie im Plan der Erhebung.
register-no-column-day = Die Spalte mit dem Tag fehlt: Nennen Sie sie in der ersten Zeile „Datum“.
register-no-column-arrived = Die Spalte mit dem Tag des Eingangs fehlt: Nennen Sie sie in der ersten Zeile „Eingang“.
register-no-column-settled = Die Spalte mit dem Tag der Antwort oder des Abschlusses fehlt: Nennen Sie sie in der ersten Zeile „Antwort“.
register-no-column-value = Die Spalte mit dem gemessenen Wert fehlt: Nennen Sie sie in der ersten Zeile „Wert“ oder nach der Maßeinheit (zum Beispiel „Klingelzeichen“).
register-no-column-open = Die Spalte, die sagt, ob das Amt geöffnet war, fehlt: Nennen Sie sie in der ersten Zeile „Geöffnet“.
register-no-column-kept = Die Spalte, die sagt, ob der Standard eingehalten wurde, fehlt: Nennen Sie sie in der ersten Zeile „Eingehalten“.
register-no-case-counts = Kein Fall dieser Datei zählt für den Jahreswert: Berichtigen Sie die aufgelisteten Zeilen oder warten Sie, bis die Frist der offenen Fälle abgelaufen ist.
register-as-of-future = Ein Register kann nicht bis zu einem künftigen Tag vollständig sein: Geben Sie heute oder einen vergangenen Tag an.
register-as-of-early = Dieser Tag liegt vor dem Jahr dieses Berichts: Geben Sie einen Tag dieses Jahres oder einen späteren an.

# What is wrong with a row.
register-row = Zeile { $line }: { $reason }
register-row-column = Zeile { $line }, Spalte „{ $column }“: { $reason }
register-row-too-many-cells = es gibt mehr Zellen als Spalten, vielleicht wegen eines Trennzeichens in einem Text. Setzen Sie den Text in Anführungszeichen.
register-row-open-quote = die Anführungszeichen bleiben bis Zeile { $until } offen. Schließen oder entfernen Sie sie: Diese Zeilen sind ausgeschlossen.
register-row-no-day = das Datum fehlt. Schreiben Sie es als 31.12.2026.
register-row-day = „{ $typed }“ ist kein Datum. Schreiben Sie es als 31.12.2026 (Tag, Monat, Jahr mit vier Ziffern).
register-row-other-year = der { $day } liegt nicht im Jahr { $year }. Entfernen Sie die Zeile oder berichtigen Sie das Jahr.
register-row-after = der { $day } liegt nach dem { $until }, bis zu dem das Register vollständig ist. Berichtigen Sie das Datum oder geben Sie einen späteren Tag an.
register-row-before = die Antwort vom { $settled } liegt vor dem Eingang am { $arrived }. Prüfen Sie die beiden Daten.
register-row-no-value = die Zahl fehlt. Schreiben Sie sie oder entfernen Sie die Zeile.
register-row-value = „{ $typed }“ ist keine Zahl. Schreiben Sie nur die Zahl, zum Beispiel 3 oder 3,5.
register-row-ambiguous = „{ $typed }“ kann man auf zwei Arten lesen. Schreiben Sie Tausender ohne Trennzeichen oder höchstens zwei Dezimalstellen.
register-row-negative = { $typed } ist kleiner als null. Schreiben Sie eine Zahl ab null.
register-row-no-word = ja oder nein fehlt.
register-row-word = „{ $typed }“ ist weder ja noch nein. Schreiben Sie „ja“ oder „nein“.
register-row-repeated = dieser Fall steht schon in Zeile { $first }. Entfernen Sie eine der beiden Zeilen.

# The plan of a sample.
planner-needed-at-least = Um mindestens { $target } nachzuweisen, braucht es mindestens { $none } Prüfungen ohne einen einzigen Fehler, { $one } mit einem Fehler, { $two } mit zwei Fehlern.
planner-needed-at-most = Um höchstens { $target } Fehler nachzuweisen, braucht es mindestens { $none } Prüfungen ohne einen einzigen Fehler, { $one } mit einem Fehler, { $two } mit zwei Fehlern.
planner-safe = { $failures ->
    [0] Wenn der wahre Wert { $supposed } ist, beträgt die Wahrscheinlichkeit, ihn mit { $cases } Prüfungen (kein Fehler erlaubt) nachzuweisen, mindestens { $chance }.
    [one] Wenn der wahre Wert { $supposed } ist, beträgt die Wahrscheinlichkeit, ihn mit { $cases } Prüfungen (höchstens ein Fehler) nachzuweisen, mindestens { $chance }.
   *[other] Wenn der wahre Wert { $supposed } ist, beträgt die Wahrscheinlichkeit, ihn mit { $cases } Prüfungen (höchstens { $failures } Fehler) nachzuweisen, mindestens { $chance }.
}
planner-never-safe = Wenn der wahre Wert { $supposed } ist, erreicht die Wahrscheinlichkeit, ihn nachzuweisen, mit keiner Zahl von Prüfungen { $chance }: Der Wert liegt zu nahe am zugesagten oder erreicht ihn nicht.
planner-table = Erlaubte Fehler, Prüfungen und Wahrscheinlichkeit
planner-failures = Fehler
planner-cases = Nötige Prüfungen
planner-chance-of = Wahrscheinlichkeit des Nachweises, wenn der wahre Wert { $supposed } ist
planner-supposed = Wenn der wahre Wert so wäre (%)
planner-supposed-wrong = Geben Sie einen Prozentwert von 0 bis 100 ein, zum Beispiel 98.
planner-count = Berechnen
planner-under = weniger als { $chance }
planner-over = mehr als { $chance }

# The year's contacts.
contacts-year-title = Jahreskontakte
contacts-year-about = Wie viele Personen sich im Jahr an das Amt gewandt haben, nach Kanal und, soweit bekannt, nach Grund und Art. Die Summen je Kanal werden vorgeschlagen, wenn eine Erhebung dieses Jahres geplant wird.
contacts-year-no-rows = Es sind noch keine Kontakte eingegeben.
contacts-year-by-channel = Kontakte nach Kanal
contacts-year-rows = Kontakte nach Kanal, Grund und Art
contacts-year-total = Alle Kontakte
contacts-year-share = Anteil
contacts-year-reason = Grund
contacts-year-kind = Art
contacts-year-number-of = Kontakte
contacts-year-change = Ändern
contacts-year-remove = Entfernen
contacts-year-add = Zahl hinzufügen oder berichtigen
contacts-year-add-about = Stimmen Kanal, Grund und Art überein, ersetzt die neue Zahl die bisherige. Grund und Art können leer bleiben.
contacts-year-import = Aus einer Datei importieren
contacts-year-send = Kontakte importieren
contacts-year-file-hint = CSV mit den Überschriften Kanal, Grund, Art, Kontakte; nur Kontakte ist Pflicht. Die Datei ersetzt alle schon eingegebenen Zeilen.
contacts-year-none = Kanal nicht angegeben
contacts-year-email = E-Mail
contacts-year-kiosk = Terminal
contacts-year-web = Website und Online-Dienste
contacts-year-desk = Schalter
contacts-year-phone = Telefon
contacts-year-paper = Post
contacts-year-channel-unknown = Wählen Sie einen Kanal aus der Liste.
contacts-year-too-long = Der Text ist zu lang: höchstens 120 Zeichen.
contacts-year-number = Die Zahl ist für ein Amt zu groß: Prüfen Sie sie.
contacts-year-no-column = Die Spalte mit der Zahl fehlt: Nennen Sie sie in der ersten Zeile „Kontakte“.
contacts-year-faulty = Einige Zeilen sind zu berichtigen: Es wurde nichts importiert, weil die Summe falsch wäre.
contacts-year-to-mend = Zu berichtigende Zeilen der Datei
contacts-year-row-channel = „{ $typed }“ ist kein bekannter Kanal. Schreiben Sie Schalter, Telefon, E-Mail, Website, Post oder Terminal, oder lassen Sie das Feld leer.
contacts-year-row-number = „{ $typed }“ ist keine ganze Zahl. Schreiben Sie nur die Zahl, zum Beispiel 1200.
contacts-year-planned = Erfasste Kontakte für { $year }: { $contacts }. Eine neue Erhebung geht von diesen Zahlen aus: Prüfen Sie sie. Wenn sie das Terminal nutzt, zählen Sie dort, wer an den Schalter kommt.

# What was measured beside what citizens perceive.
report-perceived-caption = Was gemessen wurde und was wahrgenommen wird, { $year }
report-perceived-note = Der gemessene Wert stammt aus den Registern des Amtes oder aus einer Stichprobe von Prüfungen; daneben steht, wie viele Nutzerinnen und Nutzer im Fragebogen mit derselben Sache zufrieden sind. Die beiden Werte können auseinandergehen: Der eine sagt, was geschehen ist, der andere, wie es erlebt wurde. In Klammern steht das 95-%-Intervall, das es bei einem vollständigen Register nicht gibt.
report-perceived-note-mean = Bei Mittelwerten einer Stichprobe stehen in Klammern die Grenzen, von denen das Ergebnis abhängt.
report-column-measured = Gemessener Wert
report-column-measured-base = Fälle
report-column-perceived-item = Frage im Fragebogen
report-column-perceived = Zufriedene
report-column-perceived-base = Antworten
report-perceived-not-asked = dieses Jahr nicht gefragt
results-other-rule = Die Dienstcharta zählt jetzt nach einer anderen Regel (andere Grenze oder andere Tage) als jener, nach der dieser Wert gezählt wurde: Bis Sie ihn neu importieren oder erfassen, ist das Ergebnis „nicht nachweisbar“.
results-published-stays = Der Bericht dieses Jahres ist schon veröffentlicht: Die veröffentlichten Ergebnisse ändern sich nicht. Was Sie jetzt erfassen, ist nur auf den Seiten des Amtes zu sehen, bis Sie den Bericht neu veröffentlichen.
results-done-register-removed = Das Register wurde entfernt. Der erhobene Wert bleibt.
register-remove = Register entfernen
register-remove-about = Die Fälle des Registers werden aus der Datenbank gelöscht; der erhobene Wert bleibt. Tun Sie das, wenn der Bericht veröffentlicht ist und das Register nicht mehr gebraucht wird: Protokollnummern können Personen betreffen.
register-remove-do = Register entfernen
