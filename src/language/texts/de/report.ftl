# The annual report: page, PDF and spreadsheet.
report-page = Seite
report-page-of = von
report-chart-data = Die Daten des Diagramms
report-contents = Inhalt
report-csv-table = Tabelle
report-csv-row = Zeile
report-csv-column = Spalte
report-csv-value = Wert
report-csv-shown = wie angezeigt
report-csv-note = Anmerkung
report-csv-channel = Kanal
report-csv-channel-few = andere Kanäle
report-csv-importance = { $item } – Wichtigkeit
report-csv-dont-know = weiß nicht
report-csv-not-applicable = nicht zutreffend
report-csv-not-asked = nicht gefragt
report-title = Zufriedenheit der Nutzerinnen und Nutzer: Bericht { $year }
report-made-on = Bericht vom { $day }
report-notice-simulated = Simulierte Antworten: Es wurde niemand befragt.
report-count-of = { $count } von { $base }
report-suppressed = nicht veröffentlicht
report-fewer-than = weniger als { $threshold }
report-total = Insgesamt
report-merged = Andere Antworten, zum Datenschutz zusammengefasst
report-change-up = Anstieg
report-change-down = Rückgang
report-change-stable = stabil
report-change-not-shown = nicht nachgewiesen
report-change-interval = { $lower } bis { $upper } Pkt.
# What files have beside a number, in a column of its own.
report-apart-verdict = Ergebnis
report-apart-lower = untere Grenze
report-apart-upper = obere Grenze
report-apart-direction = Richtung
report-apart-unit = Einheit
report-apart-caveat = Vorbehalt
report-apart-from = von
report-apart-to = bis
report-apart-effect = Effektstärke
report-apart-p = p (Holm)
report-apart-effective = effektive Basis
report-apart-design = Designeffekt
report-scale-changed = andere Skala: nicht vergleichbar
report-reworded = Frage umformuliert
report-broken-scale = Skala geändert
report-broken-mode = andere Art der Erhebung
report-verdict-reached = erreicht
report-verdict-missed = nicht erreicht
report-verdict-open = nicht nachweisbar
report-reason-missed = auch im besten Fall { $bound }
# Headings of columns.
report-column-goal = Ziel
report-column-target = Zielwert
report-column-found = Erhobener Wert
report-column-deviation = Abweichung
report-column-cause = Ursache der Abweichung
report-column-verdict = Ergebnis
report-column-verdict-now = Ergebnis dieses Jahres
report-column-base = n
report-column-item = Aspekt
report-column-group = Aspekt und Gruppe
report-column-all = Alle Antworten
report-column-mode-difference = Unterschied der Kanäle
report-column-weighted = Nach Kanal gewichtet
report-column-choice = Antwort
report-column-answers = Antworten
report-column-dont-know = Weiß nicht
report-column-not-applicable = Nicht zutreffend
report-column-blank = Leer
report-column-satisfied = Zufrieden
report-column-recommending = Würden das Amt empfehlen
report-column-favourable = Positive Antworten
report-column-interval = Intervall 95 %
report-column-mean = Mittelwert (95 %)
report-column-change = Gegenüber { $year }
report-column-trend = Trend, Punkte im Jahr
report-column-channel = Kanal
report-column-universe = Jahreskontakte
report-column-universe-part = Anteil der Kontakte
report-column-coverage = Antworten zu Kontakten
report-column-invited = Eingeladen
report-column-undelivered = Nicht zugestellt
report-column-responses = Fragebögen
report-column-rate = Rücklaufquote
report-column-part = Anteil
report-column-action = Maßnahme
report-column-owner = Zuständig
report-column-due = Bis
report-column-state = Status
report-column-outcome = Was daraus wurde
# Goals.
report-goals-title = Die Ziele im Überblick
report-goals-caption = Ziele der Dienstcharta, Jahr { $year }
report-goals-none = Für dieses Jahr wurden keine Ziele festgelegt: Es fehlt eine Dienstcharta mit Zielwerten.
report-goals-note = n: Antworten oder Fälle, auf denen der Wert beruht. Abweichung: erhobener Wert minus Zielwert, bei Prozentwerten in Prozentpunkten. Ein Ziel ist nur erreicht, wenn es auch unter Berücksichtigung der Unsicherheit erreicht ist; die Regel steht in der methodischen Anmerkung.
report-goals-chart = Ziele erreicht: { $reached }; nicht erreicht: { $missed }; nicht nachweisbar: { $open }
report-goals-chart-caption = Erhobene Werte im Vergleich mit den Zielwerten
report-goals-in-short = { $goals ->
    [one] Das einzige Ziel der Dienstcharta
   *[other] Von { $goals } Zielen der Dienstcharta
}{ $goals ->
    [one] { $reached ->
        [one] { " " }ist erreicht.
       *[other] { $missed ->
            [one] { " " }ist nicht erreicht.
           *[other] { " " }ist nicht nachweisbar.
        }
    }
   *[other] { $reached ->
        [0] { " " }ist keines erreicht
        [one] { " " }ist eines erreicht
       *[other] { " " }sind { $reached } erreicht
    }, { $missed ->
        [0] keines ist verfehlt
        [one] eines ist nicht erreicht
       *[other] { $missed } sind nicht erreicht
    }, und { $open ->
        [0] keines bleibt offen
        [one] bei einem reichen die Daten für eine Aussage nicht aus
       *[other] bei { $open } reichen die Daten für eine Aussage nicht aus
    }.
}
report-answers-in-short = { $count ->
    [0] Es ist keine Antwort eingegangen.
    [one] Es ist eine Antwort eingegangen.
   *[other] Es sind { $number } Antworten eingegangen.
}
report-overall-in-short = Insgesamt sind { $satisfied } der Antwortenden zufrieden.
report-overall-up = Insgesamt sind { $satisfied } der Antwortenden zufrieden, ein Anstieg gegenüber { $previous } im Jahr { $year }.
report-overall-down = Insgesamt sind { $satisfied } der Antwortenden zufrieden, ein Rückgang gegenüber { $previous } im Jahr { $year }.
report-overall-stable = Insgesamt sind { $satisfied } der Antwortenden zufrieden; gegenüber { $previous } im Jahr { $year } ist der Wert stabil.
report-overall-not-shown = Insgesamt sind { $satisfied } der Antwortenden zufrieden; gegenüber { $previous } im Jahr { $year } ist keine Veränderung nachgewiesen.
report-overall-reworded = Gegenüber { $year } wurde die Frage umformuliert.
report-overall-scale-changed = Der Wert von { $year } ist nicht vergleichbar: Die Skala war eine andere.
# Actions.
report-past-title = Was aus den zugesagten Maßnahmen wurde
report-past-caption = Im vorigen Bericht zugesagte Verbesserungsmaßnahmen
report-past-none = Der vorige Bericht sagte keine Verbesserungsmaßnahmen zu.
report-past-first = Dies ist das erste Erhebungsjahr: Es gibt keine früher zugesagten Maßnahmen.
report-past-in-short = { $actions ->
    [one] Der vorige Bericht sagte eine Verbesserungsmaßnahme zu:
   *[other] Der vorige Bericht sagte { $actions } Verbesserungsmaßnahmen zu:
} { $done ->
    [0] keine umgesetzt
    [one] eine umgesetzt
   *[other] { $done } umgesetzt
}, { $planned ->
    [0] keine noch umzusetzen
    [one] eine noch umzusetzen
   *[other] { $planned } noch umzusetzen
}, { $dropped ->
    [0] keine aufgegeben
    [one] eine aufgegeben
   *[other] { $dropped } aufgegeben
}{ $begun ->
    [0] {""}
    [one] , eine in Umsetzung
   *[other] , { $begun } in Umsetzung
}{ $late ->
    [0] .
    [one] . Bei einer ist die Frist abgelaufen.
   *[other] . Bei { $late } ist die Frist abgelaufen.
}
report-action-planned = umzusetzen
report-action-done = umgesetzt
report-action-dropped = aufgegeben
report-action-under-way = in Umsetzung
report-action-late = überfällig, noch nicht umgesetzt
report-done-about = { $action } ({ $state })
report-done-about-outcome = { $action } ({ $state }): { $outcome }
report-column-verdict-of = Ergebnis { $year }
report-column-value-of = Wert { $year }
report-column-goal-change = Veränderung
report-column-done-about = Was getan wurde
report-goal-years-caption = Die Ziele { $year } gegenüber { $before }
report-goal-years-note = Das Ergebnis des Vorjahres ist jenes, das damals mit den damaligen Zielen veröffentlicht wurde: Keine spätere Dienstcharta ändert es. In Klammern steht das 95-%-Intervall der Veränderung; wo alle Fälle gezählt sind, ist die Veränderung genau.
report-goal-change-points = { $points } Punkte
report-goal-change-interval = { $lower } bis { $upper }
report-next-title = Was wir tun werden
report-next-caption = Zugesagte Verbesserungsmaßnahmen
report-next-none = Es wurden noch keine Verbesserungsmaßnahmen beschlossen.
report-next-note = Der nächste Bericht wird mit der Auskunft beginnen, was daraus geworden ist.
report-next-missing = { $count ->
    [one] Ein nicht erreichtes Ziel ist noch ohne Verbesserungsmaßnahme: { $goals }.
   *[other] { $count } nicht erreichte Ziele sind noch ohne Verbesserungsmaßnahme: { $goals }.
}
# Sample.
report-sample-title = Wen wir gefragt haben und wer geantwortet hat
report-sample-period = Die Antworten wurden vom { $from } bis zum { $to } erfasst.
report-sample-universe = Im Jahr hatte das Amt { $universe } Kontakte (wer sich mehrmals an das Amt wendet, zählt jedes Mal); Antworten im Verhältnis zu den Kontakten: { $heard }.
report-sample-planned = Geplant waren mindestens { $planned } Antworten.
report-sample-chart = Über welche Kanäle die Antworten kommen
report-sample-caption = Kontakte, Einladungen und ausgefüllte Fragebögen nach Kanal
report-sample-note = Rücklaufquote: ausgefüllte Fragebögen geteilt durch zugestellte Einladungen. Wo niemand persönlich eingeladen wird (Terminal, öffentlicher Link, Schalter), ist nicht bekannt, wie viele die Einladung gesehen haben: Die Rücklaufquote lässt sich nicht berechnen.
report-no-rate = nicht berechenbar
report-who-title = Wer geantwortet hat
report-coverage-note = Jahreskontakte: aller Kanäle zusammen; wer sich mehrmals an das Amt wendet, zählt jedes Mal. Antworten zu Kontakten: wie viele Antworten aus einer Gruppe im Verhältnis zu ihren Kontakten gekommen sind; das ist keine Rücklaufquote.
report-note-options = Es konnte mehr als eine Antwort gewählt werden; Prozentwerte der Personen, die mindestens eine gewählt haben.
# Factors.
report-factors-title = Die Ergebnisse nach Qualitätsfaktor
report-factors-reading = Für jeden Aspekt: wie viele Antworten eingegangen sind, wie viele davon von Zufriedenen stammen und wie unsicher der Wert ist.
report-factors-caption = { $factor }: Antworten und Zufriedenheit
report-factors-chart-caption = Prozentwerte der Personen mit einem Urteil
report-factors-chart-range = { $factor }: { $least } bis { $most } zufrieden, je nach Aspekt
report-quoted = „{ $text }“
report-factors-chart-finding = { $factor }: mehr Zufriedenheit mit „{ $best }“ als mit „{ $worst }“
report-factors-rest = Weitere Urteile
report-note-judgements = Antworten: jene mit einem Urteil; auf ihrer Grundlage werden die Prozentwerte und der Mittelwert berechnet. Intervall 95 %: die Werte, zwischen denen der Anteil aller Nutzerinnen und Nutzer läge, wenn die Antwortenden eine Zufallsstichprobe wären.
report-note-change = Veränderung des Anteils in Prozentpunkten.
# Overall.
report-overall-title = Das Gesamturteil
report-overall-sentence = Von 100 Antworten stammen { $satisfied } von insgesamt zufriedenen Personen ({ $answers } Antworten; zwischen { $lower } und { $upper }, wenn die Antwortenden eine Zufallsstichprobe der Nutzerinnen und Nutzer wären).
report-priorities-title = Was besonders wichtig ist und wie zufrieden man damit ist
report-priorities-reading = Je höher ein Aspekt liegt, desto wichtiger ist er für die Antwortenden; je weiter rechts, desto größer ist die Zufriedenheit. Die Linien sind die Mittelwerte der Aspekte: Mit anderen Linien sähen die Felder anders aus.
report-priorities-chart = Sehr wichtig, aber weniger zufriedenstellend: { $items }
report-priorities-chart-many = { $count } Aspekte sind überdurchschnittlich wichtig und unterdurchschnittlich zufriedenstellend
report-priorities-chart-none = Kein Aspekt ist überdurchschnittlich wichtig und zugleich unterdurchschnittlich zufriedenstellend
report-priorities-chart-base = mindestens { $least } Antworten je Aspekt
report-overall-caption = Zufriedenheit insgesamt
report-expectation-caption = Verglichen mit den Erwartungen
report-recommend-caption = Würde das Amt weiterempfehlen
report-years-caption = Anteil der Zufriedenen im Lauf der Jahre
report-years-chart = { $item }: die Jahre im Vergleich
report-years-chart-up = { $item }: Anstieg von { $from } bis { $to }
report-years-chart-down = { $item }: Rückgang von { $from } bis { $to }
report-years-chart-stable = { $item }: stabil von { $from } bis { $to }
report-years-chart-not-shown = { $item }: von { $from } bis { $to } kein Trend nachgewiesen
report-drivers-chart = Am stärksten mit dem Gesamturteil verbunden: { $item }
report-drivers-chart-reading = Alle Aspekte zusammen erklären { $explained } der Unterschiede zwischen den Gesamturteilen; die Balken teilen diesen Anteil in 100 Teile auf. Das ist ein Zusammenhang, keine Ursache
report-years-note = Ein Aspekt setzt die Reihe des Vorjahres fort, wo nichts anderes angegeben ist; bei weniger als 30 Antworten wird der Wert nicht angegeben.
report-trend = { $points } { $verdict }
report-trend-from = { $points } { $verdict } von { $from } bis { $to }
report-trend-not-shown = nicht nachgewiesen
report-trend-note = Der Trend ist jener der Anteile der Zufriedenen in den letzten vergleichbaren Jahren, mindestens drei: Ein anderer Wortlaut der Frage, eine andere Skala oder eine andere Art der Erhebung unterbrechen ihn. Der Trend und die Veränderung gegenüber dem Vorjahr können auseinandergehen: Es werden beide angegeben.
# Needs.
report-needs-chart = Der häufigste Wunsch: „{ $need }“
report-needs-title = Was wirklich gebraucht wird
report-needs-reading = Die Wünsche, vom häufigsten zum seltensten.
report-needs-suppressed = „{ $question }“: Es gibt zu wenige Antworten für eine Veröffentlichung.
# Comments.
report-comments-title = Die freien Kommentare
report-comments-none = Niemand hat einen Kommentar hinterlassen.
report-comments-few = Es haben zu wenige geantwortet, um zu veröffentlichen, was sie geschrieben haben.
report-comments-count = { $total ->
    [one] Es ist ein freier Kommentar eingegangen.
   *[other] Es sind { $total } freie Kommentare eingegangen.
} Jeder Text wird vor der Veröffentlichung von einer Person gelesen: freigegeben { $approved }, nicht veröffentlicht { $refused }, noch zu lesen { $pending }.
report-comments-all = Die freigegebenen Kommentare:
report-comments-some = Einige der freigegebenen Kommentare:
# Annex: by group.
report-groups-title = Anhang: die Ergebnisse nach Kanal und nach Gruppe
report-groups-chart-finding = { $item }: „{ $best }“ am zufriedensten, „{ $worst }“ am wenigsten
report-groups-chart-range = { $item }: { $least } bis { $most } zufrieden, je nach Gruppe
report-groups-reading = Dieselben Urteile, getrennt nach Kanal und danach, wer geantwortet hat. Unterschiede zwischen kleinen Gruppen können Zufall sein: Das zeigt das Intervall.
report-groups-by-channel = Nach Kanal
report-groups-by = Nach Gruppe: { $name }
report-groups-note = n: Antworten mit einem Urteil. Nicht veröffentlicht werden Gruppen mit weniger als { $threshold } Antworten und jene, aus denen sie sich durch Abziehen vom Ganzen errechnen ließen.
# Annex: channels side by side.
report-modes-caption = Die Kanäle im Vergleich: wie viele zufrieden sind, wie stark sich die Kanäle unterscheiden, der gewichtete Wert
report-modes-note = „Unterschied der Kanäle“ (klein, mittel, groß): wie stark sich die Antworten von einem Kanal zum anderen ändern, nach Abzug dessen, was Zufall sein kann. „Keine Unterschiede erkennbar“ heißt nicht, dass die Kanäle gleich antworten.
report-difference-none = keine Unterschiede erkennbar
report-difference-small = klein
report-difference-medium = mittel
report-difference-large = groß
report-obstacle-constant = alle Antworten gleich
report-obstacle-one-channel = Antworten aus nur einem Kanal
report-obstacle-too-few = zu wenige Antworten
report-weighted-small = zählen weniger als { $least } Antworten
report-modes-weight-of = { $channel } { $weight }
report-modes-weights = „Nach Kanal gewichtet“: Jede Antwort zählt im Verhältnis zu den Nutzerinnen und Nutzern ihres Kanals im Jahr und nicht jede gleich viel. Gewichte: { $weights }. Die Gewichtung kostet Genauigkeit: Der Designeffekt ist { $effect }, das heißt, { $responses } Antworten zählen so viel wie { $worth }.
report-modes-no-universe = Kein Wert ist nach Kanal gewichtet: Es wurde nicht angegeben, wie viele Nutzerinnen und Nutzer jeder Kanal hat.
report-modes-channel-without-answers = Kein Wert ist nach Kanal gewichtet: Der Kanal „{ $channel }“ hat Nutzerinnen und Nutzer, aber keine Antworten, und niemand sonst kann für sie antworten.
report-modes-channel-without-users = Kein Wert ist nach Kanal gewichtet: Über den Kanal „{ $channel }“ sind Antworten eingegangen, aber es wurde nicht angegeben, wie viele Nutzerinnen und Nutzer er hat.
report-modes-not-weighted = Kein Wert ist nach Kanal gewichtet: Mit diesen Antworten ist die Berechnung nicht möglich.
report-note-mode-mix = Bei { $items } haben die Kanäle unterschiedlich geantwortet: Der Wert hängt davon ab, wie viele Antworten jeder Kanal gebracht hat. Im Anhang sind die Kanäle getrennt.
report-goals-amended = { $goals }: Die Vorgaben wurden geändert, nachdem sie versiegelt waren (siehe die Siegel in der methodischen Anmerkung).
report-goals-weighted = Die Ergebnisse der mit dem Fragebogen gemessenen Ziele beruhen auf nach Kanal gewichteten Antworten, wie vor der Erhebung festgelegt.
report-goals-mode-mix = { $goal }: Die Kanäle haben unterschiedlich geantwortet, und der Wert hängt davon ab, wie viele Antworten jeder gebracht hat (siehe Anhang).
report-goals-mode-mix-weighted = { $goal }: Die Kanäle haben unterschiedlich geantwortet; nach Kanal gewichtet wäre der Wert { $value }. Das amtliche Ergebnis bleibt jenes der nicht gewichteten Antworten.
# Method.
report-method-title = Methodische Anmerkung
report-method-who = Wen wir gefragt haben, wie und wann
report-method-who-text = Die Erhebung lief vom { $from } bis zum { $to } über diese Kanäle: { $channels }. Die Teilnahme war freiwillig. Der Kanal wird mit jeder Antwort gespeichert.
report-method-open-link = Eine persönliche Einladung gilt nur für eine Antwort. Der öffentliche Link und das Terminal können dagegen nicht verhindern, dass dieselbe Person mehrmals antwortet.
report-method-sample = Die Einladungen per E-Mail gingen an eine Zufallsstichprobe: Am { $day } wurden { $size } Personen aus den { $eligible } gezogen, die eingeladen werden konnten, aus einer Liste mit { $contacts } Kontakten, jede mit derselben Wahrscheinlichkeit (Generator ChaCha20, Startwert { $seed }).
report-method-sample-of-segment = Die Einladungen per E-Mail gingen an eine Zufallsstichprobe: Am { $day } wurden { $size } Personen aus den { $eligible } gezogen, die eingeladen werden konnten und diese Bedingungen erfüllten: { $conditions }. Die Liste hatte { $contacts } Kontakte; jede Person hatte dieselbe Wahrscheinlichkeit (Generator ChaCha20, Startwert { $seed }).
report-method-sample-languages = Sprache { $languages }
report-method-sample-condition = { $label } { $values }
report-method-sample-no-value = kein Wert
report-method-no-weights = Die Hauptwerte und die Ergebnisse der Ziele sind nicht gewichtet: Jede Antwort zählt gleich, über welchen Kanal auch immer sie kommt. Bevor die Kanäle zusammengefasst werden, werden sie einzeln verglichen: Der Vergleich steht im Anhang.
report-method-goals-weighted = Die Hauptwerte sind nicht gewichtet: Jede Antwort zählt gleich, über welchen Kanal auch immer sie kommt. Die Ergebnisse der mit dem Fragebogen gemessenen Ziele sind dagegen nach Kanal gewichtet, wie vor der Erhebung festgelegt: Jeder Kanal zählt so viel wie die Personen, für die er steht. Der Vergleich der Kanäle steht im Anhang.
report-method-simulated = Die Antworten dieses Erhebungsjahres sind simuliert: Sie zeigen das Programm und beschreiben kein Amt.
report-method-percentages = Wie Prozentwerte und Mittelwerte zu lesen sind
report-method-denominators = Prozentwerte und Mittelwerte werden aus den Antworten berechnet, die ein Urteil enthalten. „Weiß nicht“, „nicht zutreffend“, leere Antworten und nicht gestellte Fragen werden getrennt gezählt und gehören nicht zur Basis.
report-method-satisfied = Als zufrieden gilt, wer { $rules } wählt.
report-method-recommending = Als Empfehlung des Amtes gilt die Wahl von { $rules }.
report-method-favourable = Als positive Antwort gilt die Wahl von { $rules }.
report-method-satisfied-rule = { $labels } ({ $values } auf der Skala von { $least } bis { $most })
report-method-decimals = Unter { $least } Antworten werden nur Anzahlen angegeben, keine Prozentwerte und keine Mittelwerte; unter 1.000 haben die Prozentwerte keine Dezimalstellen. Der Mittelwert setzt voraus, dass die Stufen der Skala gleich weit auseinanderliegen: Er ist zusammen mit der Verteilung zu lesen.
report-method-intervals = Was die Intervalle sagen und was nicht
report-method-volunteers = Die Antwortenden haben freiwillig geantwortet: Sie sind keine Zufallsstichprobe der Nutzerinnen und Nutzer. Wer nicht geantwortet hat, kann anderer Meinung sein, und keine Berechnung kann das ausgleichen.
report-method-interval-text = Das Konfidenzintervall (nach Wilson, 95 %; bei Mittelwerten Student-t) sagt, wie stark der Wert durch bloßen Zufall schwanken könnte, wenn die Antwortenden eine Zufallsstichprobe wären. Es berücksichtigt nicht den Einfluss der Personen, die nicht antworten, der Reihenfolge der Fragen oder des Kanals.
report-method-computed = In diesem Bericht verwendete Methoden: { $methods }.
report-method-of-wilson = für Anteile das Wilson-Intervall
report-method-of-wilson-finite = für Anteile das Wilson-Intervall mit der Korrektur für eine endliche Grundgesamtheit
report-method-of-student = für Mittelwerte und Indizes die Student-t-Verteilung
report-method-of-student-finite = für Mittelwerte und Indizes die Student-t-Verteilung mit der Korrektur für eine endliche Grundgesamtheit
report-method-of-complete-count = für vollständige Register die Zählung aller Fälle, ohne Intervall
report-method-of-kruskal-wallis = für den Vergleich der Kanäle der Kruskal-Wallis-Test (Wahrscheinlichkeiten mit der Holm-Methode um die Zahl der Aspekte korrigiert)
report-method-of-chi-square = für den Vergleich der Kanäle, wo die Antworten keine Reihenfolge haben, Chi-Quadrat mit Cramérs V
report-method-of-post-stratified = für gewichtete Werte die Poststratifizierung nach Kanal mit linearisiertem Fehler
report-caveat-small-base = Weniger als dreißig Antworten: { $items }.
report-caveat-reworded = Im vorigen Erhebungsjahr war die Frage anders formuliert: { $items }.
report-caveat-scale-changed = Im vorigen Erhebungsjahr war die Skala eine andere, daher werden die Jahre nicht verglichen: { $items }.
report-caveat-mode-mix = Die Kanäle haben unterschiedlich geantwortet, mit einem mittleren oder großen Unterschied: { $items }.
report-method-verdicts = Wann ein Ziel erreicht ist
report-method-verdict-text = Jedes Ziel hat ein einziges amtliches Ergebnis. Es ist erreicht, wenn es auch an der ungünstigen Grenze der Unsicherheit erreicht ist; nicht erreicht, wenn es auch an der günstigen Grenze nicht erreicht ist; sonst ist es nicht nachweisbar. Die Grenzen sind einseitig zu 95 %: nach Wilson für Anteile, Student-t für Mittelwerte und Indizes. Wo fast alle dieselbe Antwort geben, sind sie um das erweitert, was die Stichprobe übersehen haben kann. Ein erhobener Wert knapp über dem Zielwert genügt nicht. Vollständige Register, die jeden Fall des Jahres zählen, werden direkt verglichen.
report-method-verdict-errors = Wenn der wahre Wert genau der Zielwert ist, kann die Regel durch bloßen Zufall irren. Mit den Zielen und Antworten dieses Jahres nennt sie eine knapp verfehlte Zusage in höchstens { $reached } der Fälle erreicht und eine knapp eingehaltene in höchstens { $missed } der Fälle nicht erreicht (genaue Berechnung, für das ungünstigste Ziel). Je weiter der wahre Wert vom Zielwert entfernt ist, desto seltener ist der Irrtum.
report-method-verdict-errors-about = Wenn der wahre Wert genau der Zielwert ist, kann die Regel durch bloßen Zufall irren, in die eine oder die andere Richtung: in je etwa fünf von hundert Fällen.
report-method-verdict-words = „Nicht nachweisbar“ heißt nicht verfehlt: Es heißt, dass sich mit diesen Antworten weder das eine noch das andere behaupten lässt. Neben dem Ergebnis steht, was dafür nötig wäre.
report-method-minimum = Unter der für jedes Ziel festgelegten Mindestbasis ({ $least } bis { $most } Fälle) gibt es kein Ergebnis, um eine dürftige Erhebung nicht zu belohnen.
report-method-minimum-one = Unter der Mindestbasis von { $least } Fällen gibt es kein Ergebnis, um eine dürftige Erhebung nicht zu belohnen.
report-method-changes = Wie die Jahre verglichen werden
report-method-changes-text = Von „Anstieg“ oder „Rückgang“ ist nur die Rede, wenn das 95-%-Intervall der Differenz (Newcombe) die Null ausschließt; von „stabil“, wenn die Differenz mit ausreichender Sicherheit innerhalb von fünf Punkten liegt; sonst ist die Veränderung „nicht nachgewiesen“, was nicht heißt, dass es keine gibt. Ein Aspekt wird nur verglichen, wenn die Skala dieselbe ist: dieselben Stufen, dieselben davon als zufrieden gezählt, dieselbe Richtung. Wenn sich nur der Wortlaut der Frage geändert hat, wird verglichen und darauf hingewiesen. Über mindestens drei vergleichbare Jahre wird der Trend angegeben (Cochran-Armitage): „Anstieg“ oder „Rückgang“, wenn das 95-%-Intervall der jährlichen Veränderung die Null ausschließt; ein anderer Wortlaut, eine andere Skala oder eine andere Art der Erhebung unterbrechen ihn.
report-method-privacy = Datenschutz
report-method-threshold = Die Antworten sind anonym und werden nur zusammengefasst veröffentlicht: Was eine Gruppe von weniger als { $threshold } Personen geantwortet hat, wird nie gesagt; wie viele eine Antwort gewählt haben, wird dagegen auch dann gesagt, wenn es wenige sind. Freie Kommentare werden erst veröffentlicht, nachdem eine Person sie gelesen hat.
report-method-hidden-groups = Im Anhang fehlen die Gruppen mit zu wenigen Antworten und jene, aus denen sie sich errechnen ließen.
report-method-nothing-hidden = In diesem Bericht musste aus diesem Grund nichts weggelassen werden.
report-method-hidden = Weil es zu wenige Antworten gibt, werden keine Werte angegeben für: { $items }.
report-method-hidden-goal = Ziel „{ $goal }“
report-method-in-part = Einige Antworten, die zu wenige Personen gegeben haben, sind mit anderen zusammengefasst oder nicht angegeben bei: { $items }.
report-method-form = Fragebogen und vorab festgelegte Regeln
report-method-form-text = Fragebogen „{ $title }“, Textstand { $revision }; Prüfsumme des Aufbaus { $hash }. Fragebögen mit derselben Prüfsumme lassen sich über die Jahre vergleichen.
report-method-seal = Ziele, Formeln und Mindestbasen wurden vor der ersten Antwort festgelegt: Siegel Nr. { $number } vom { $day }, Prüfsumme { $hash }.
report-method-sealed-again = Die Zahl der geplanten Antworten wurde später geändert: Siegel Nr. { $number } vom { $day }, Prüfsumme { $hash }. Grund: { $reason }
report-funnel-contacts = Jahreskontakte
report-funnel-answers = Ausgefüllte Fragebögen
report-funnel-invited = Eingeladen
report-funnel-delivered = Zugestellte Einladungen
report-funnel-answers-email = Von Eingeladenen ausgefüllt
report-funnel-all = Alle Kanäle
report-funnel-email = Einladungen per E-Mail
report-funnel-chart = Von den Eingeladenen zu den Antwortenden
report-funnel-chart-email = Geantwortet haben { $share } der per E-Mail Eingeladenen
report-funnel-chart-all = Die Antworten machen { $share } der Jahreskontakte aus
report-by-day-chart = { $count ->
    [one] Es ist eine Antwort eingegangen
   *[other] Es sind { $number } Antworten eingegangen
}
report-by-day-chart-fewer = { $count ->
    [one] Von { $planned } geplanten Antworten ist nur eine eingegangen
   *[other] Es sind { $number } Antworten eingegangen, weniger als die { $planned } geplanten
}
report-by-day-chart-enough = { $count ->
    [one] Die geplante Antwort ist eingegangen
   *[other] Es sind { $number } Antworten eingegangen, mindestens so viele wie geplant ({ $planned })
}
report-by-day-base = alle ausgefüllten Fragebögen, nach dem Tag des Eingangs oder (auf Papier) des Ausfüllens
report-feeling-title = Zuspruch und Unsicherheit
report-feeling-reading = Der Zuspruch sagt, wie gut ein Aspekt ankommt, die Unsicherheit, wie weit die Antworten zufällig oder ohne feste Meinung gegeben sind: beide von 0 bis 100, nach dem CUB-Modell (Piccolo 2003). Je höher ein Aspekt liegt, desto besser kommt er an; je weiter rechts, desto weniger entschieden sind die Antworten.
report-feeling-chart = Größter Zuspruch: { $liked }; unsicherste Antworten: { $uncertain }
report-services-base = mit dem 95-%-Intervall; Gruppen mit weniger als 30 Antworten haben keine Prozentwerte
report-services-chart = { $by }: { $count ->
    [one] bei einem von { $items } Aspekten liegen die Intervalle zweier Gruppen auseinander
   *[other] bei { $count } von { $items } Aspekten liegen die Intervalle zweier Gruppen auseinander
}
report-priorities-reading-factors = Jeder Punkt ist ein Qualitätsfaktor, beim Mittelwert der Indizes seiner Aspekte. Je höher er liegt, desto wichtiger ist er für die Antwortenden; je weiter rechts, desto größer ist die Zufriedenheit. Die Linien sind die Mittelwerte der Faktoren: Mit anderen Linien sähen die Felder anders aus.
report-priorities-chart-none-factors = Kein Faktor ist überdurchschnittlich wichtig und zugleich unterdurchschnittlich zufriedenstellend
report-method-together = Jedes Ziel hat sein eigenes Ergebnis. Betrachtet man die { $goals } an einer Stichprobe gemessenen Ziele gemeinsam, mit einer Irrtumswahrscheinlichkeit von 5 % für alle zusammen (Holm-Methode), bleiben alle einzeln entschiedenen ({ $decided }) entschieden.
report-method-together-lost = Jedes Ziel hat sein eigenes Ergebnis. Betrachtet man die { $goals } an einer Stichprobe gemessenen Ziele gemeinsam, mit einer Irrtumswahrscheinlichkeit von 5 % für alle zusammen (Holm-Methode), bleiben { $kept } der { $decided } einzeln entschiedenen entschieden; nicht mehr entschieden sind: { $lost }.
report-apart-amended = nach dem Siegel
report-judged-years-chart = { $item }: die Urteile von { $from } bis { $to }
report-promises-caption = Wie jedes Ziel gemessen wird
report-column-quality = Dimension, Faktor und Art
report-column-how-measured = Indikator und Formel
report-column-source = Quelle
report-column-redress = Bei nicht eingehaltener Zusage
report-promises-source = { $source }, mindestens { $least } Fälle
report-by-day-others = andere Kanäle
