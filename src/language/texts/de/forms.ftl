# Questionnaires: writing, translating, looking at and publishing them.
staff-forms = Fragebögen
forms-title = Fragebögen
forms-about = Hier wird ein Fragebogen geschrieben, auch von mehreren Personen zugleich: Jede Änderung bleibt im Entwurf und lässt sich zurücknehmen. Eine veröffentlichte Version ändert sich nicht mehr.
forms-begin = Neuer Fragebogen
forms-begin-button = Entwurf beginnen
forms-drafts = Entwürfe
forms-published = Veröffentlicht
forms-none-published = Es ist noch kein Fragebogen veröffentlicht.
forms-questionnaire = Fragebogen
forms-asks = Was er fragt
forms-changed = Letzte Änderung
forms-used = Verwendet in
forms-used-by = { $count ->
    [0] keiner Erhebung
    [one] einer Erhebung
   *[other] { $count } Erhebungen
}
forms-size = { $questions ->
    [one] Eine Frage
   *[other] { $questions } Fragen
}, { $answers ->
    [one] eine Antwort zu speichern
   *[other] { $answers } Antworten zu speichern
}, { $minutes ->
    [one] eine Minute zugesagt
   *[other] { $minutes } Minuten zugesagt
}
forms-adapt = In einem neuen Entwurf anpassen
forms-field-from = Beginnen mit
forms-field-file = Oder mit einer Datei
forms-field-file-hint = Ein hier heruntergeladener Fragebogen (TOML, JSON), eine XLSForm-Tabelle, ein Fragebogen aus LimeSurvey (.lss) oder SurveyJS (JSON), oder die aus Google Formulare oder Microsoft Forms heruntergeladenen Antworten (CSV, XLSX). Wenn Sie eine Datei wählen, gilt die Datei.
forms-from-version = { $title } – zuletzt veröffentlichte Version
forms-from-empty = Ein neuer Fragebogen, nur mit dem Gesamturteil
forms-no-beginning = Wählen Sie, womit Sie beginnen.
forms-new-title = Neuer Fragebogen
forms-new-overall = Wie zufrieden sind Sie insgesamt mit unserem Dienst?
forms-point-1 = Gar nicht
forms-point-2 = Wenig
forms-point-3 = Teilweise
forms-point-4 = Ziemlich
forms-point-5 = Sehr
forms-point-dont_know = Weiß nicht

forms-draft = Entwurf
forms-head = Titel, Dauer, Sprachen, Faktoren
forms-edit-head = Titel und Einstellungen
forms-preview = Vorschau
forms-history = Verlauf
forms-download = Datei herunterladen
forms-to-publish = Zur Veröffentlichung
forms-undo = Letzte Änderung zurücknehmen
forms-page = Seite
forms-edit-page = Seite bearbeiten
forms-page-up = Seite nach oben
forms-page-down = Seite nach unten
forms-required = Pflichtfrage
forms-up = Nach oben
forms-down = Nach unten
forms-copy = Duplizieren
forms-alone = Auf eine eigene Seite
forms-remove = Entfernen
forms-add = Frage hinzufügen
forms-scales = Skalen
forms-scale = Skala
forms-new-scale = Neue Skala
forms-scale-used = { $count ->
    [0] nicht verwendet
    [one] in einer Frage verwendet
   *[other] in { $count } Fragen verwendet
}
forms-scale-users = Fragen, die sie verwenden
forms-translations = Übersetzungen
forms-translated = vollständig
forms-to-translate = { $missing ->
    [0] kein Text fehlt
    [one] ein Text fehlt
   *[other] { $missing } Texte fehlen
}, { $stale ->
    [0] keiner zu überprüfen
    [one] einer zu überprüfen
   *[other] { $stale } zu überprüfen
}
forms-advice = Hinweise
forms-no-advice = Keine Hinweise: Der Fragebogen ist in Ordnung.
forms-discard = Entwurf löschen
forms-discard-about = Der Entwurf und sein Verlauf gehen verloren. Die veröffentlichten Versionen bleiben.
forms-discard-button = Entwurf löschen

forms-kind-rating = Eine Bewertung auf einer Skala
forms-kind-matrix = Mehrere Aspekte auf derselben Skala
forms-kind-single_choice = Eine von mehreren Antworten
forms-kind-multiple_choice = Mehrere Antworten möglich
forms-kind-open_text = Freier Text
forms-kind-number = Eine Zahl
forms-kind-note = Ein Text zum Lesen
forms-role-satisfaction = Zufriedenheit mit einem Aspekt
forms-role-overall = Zufriedenheit insgesamt
forms-role-importance = Wichtigkeit
forms-role-expectation = Verglichen mit den Erwartungen
forms-role-need = Bedürfnisse
forms-role-profile = Wer antwortet
forms-role-filter = Bestimmt, welche Fragen folgen
forms-role-recommend = Würde den Dienst empfehlen (0 bis 10)
forms-role-comment = Kommentare

forms-question = Frage
forms-new-question = Neue Frage
forms-field-text = Text der Frage
forms-field-hint = Hilfetext unter der Frage
forms-field-role = Wozu die Antwort dient
forms-field-factor = Qualitätsfaktor
forms-no-factor = keiner
forms-same-factor = der Faktor der Frage
forms-field-required = Kann nicht übersprungen werden
forms-field-scale = Skala
forms-field-importance = Auch nach der Wichtigkeit jedes Aspekts fragen
forms-no-importance = nein
forms-field-least = Die kleinste Zahl
forms-field-most = Die größte Zahl
forms-field-most_characters = Höchstzahl der Zeichen
forms-field-at_most = Höchstzahl der Antworten
forms-field-at_most-hint = Leer lassen, wenn alle gewählt werden dürfen.
forms-field-spot = Wohin sie kommt
forms-spot-page = Ans Ende von Seite { $number }
forms-spot-new = Auf eine neue Seite am Schluss
forms-field-code = Code
forms-field-code-hint = Der Name der Antwort in den Dateien und in der Dienstcharta: Kleinbuchstaben, Ziffern und _. Bleibt er über die Jahre gleich, sind Vergleiche weiterhin möglich.
forms-details = Für die Datenauswertung
forms-items = Aspekte
forms-choices = Antwortmöglichkeiten
forms-item-number = Aspekt { $number }
forms-choice-number = Antwortmöglichkeit { $number }
forms-exclusive = schließt die anderen aus („keine davon“)
forms-more-rows = Weitere Zeilen
forms-other-languages = In den anderen Sprachen
forms-other-kind = Art der Antwort ändern
forms-other-kind-about = Text, Faktor und Bedingung bleiben. Was es bei der neuen Art nicht gibt, geht beim Speichern verloren.
forms-save = Speichern
forms-field-form = Fragebogen
forms-field-when = Wann sie erscheint
forms-when-always = immer
forms-when-answers = nur nach bestimmten Antworten, die Sie unten wählen
forms-when-text = nach einer Bedingung als Text
forms-when-tick = Antworten, nach denen sie erscheint
forms-when-several = Wenn mehrere Fragen gewählt sind
forms-when-all = müssen alle zutreffen
forms-when-any = genügt eine
forms-field-condition = Bedingung als Text
forms-field-condition-hint = Zum Beispiel: overall <= 2 or not services_used is answered
forms-no-answer-ticked = Wählen Sie mindestens eine Antwort oder „immer“.
forms-when = Nur bei { $answers }
forms-when-otherwise = Nur wenn gilt: { $condition }
forms-and = und
forms-or = oder
forms-no-scale = Wählen Sie eine Skala.
forms-no-kind = Wählen Sie die Art der Antwort.
forms-no-number = Geben Sie eine ganze Zahl von { $least } bis { $most } ein.
forms-most-not-above = Sie muss größer sein als die kleinste Zahl.
forms-few-choices = Es braucht mindestens zwei Antwortmöglichkeiten.
forms-no-items = Es braucht mindestens einen Aspekt.
forms-row-empty = Schreiben Sie den Text oder entfernen Sie die Zeile.

forms-field-page_title = Titel der Seite
forms-field-title = Titel
forms-field-introduction = Einleitung
forms-field-introduction-hint = Sie steht über der ersten Frage: warum gefragt wird und was mit den Antworten geschieht.
forms-field-thanks = Dankestext
forms-field-minutes = Zugesagte Minuten
forms-field-minutes-hint = Diese Dauer wird den Antwortenden zugesagt.
forms-no-minutes = Geben Sie die Minuten an, von 1 bis 60.
forms-field-presentation = Darstellung
forms-one_page = Alles auf einer Seite
forms-page_by_page = Seite für Seite
forms-languages = Sprachen
forms-languages-about = Die erste Sprache, { $language }, bleibt. Wenn Sie eine Sprache entfernen, gehen ihre Texte verloren.
forms-factors = Qualitätsfaktoren
forms-factors-about = Die Gesichtspunkte, nach denen der Bericht die Urteile ordnet: Personal, Wartezeiten, Räume.
forms-factor-number = Faktor { $number }
forms-points = Stufen der Skala
forms-symbol-none = keines
forms-symbol-sad = trauriges Gesicht
forms-symbol-neutral = neutrales Gesicht
forms-symbol-happy = fröhliches Gesicht
forms-symbol-star = Stern
forms-satisfied = zählt als zufrieden
forms-neutral = neutrale Stufe
forms-field-polarity = Welcher Wert der beste ist
forms-polarity-higher = der höchste Wert ist der beste
forms-polarity-lower = der niedrigste Wert ist der beste
forms-field-dont_know = Beschriftung von „weiß nicht“
forms-field-dont_know-hint = Leer lassen, um es nicht anzubieten.
forms-field-not_applicable = Beschriftung von „betrifft mich nicht“
forms-field-not_applicable-hint = Leer lassen, um es nicht anzubieten.
forms-no-value = Geben Sie einen Wert von 0 bis 200 ein.
forms-value-twice = Diesen Wert gibt es schon.
forms-few-points = Es braucht mindestens zwei Stufen.
forms-remove-scale = Skala entfernen

forms-meanwhile-merged = Jemand anderes hat dieselbe Frage geändert, während Sie geschrieben haben: Was Sie nicht angefasst hatten, steht schon so da, wie es die andere Person geschrieben hat, das Übrige so, wie Sie es geschrieben haben. Sehen Sie hier, was sich geändert hat, und speichern Sie noch einmal.
forms-meanwhile = Eine andere Person hat genau das geändert, während Sie schrieben. Unten steht, was Sie geschrieben haben: Sehen Sie sich den Entwurf in einem anderen Tab an. Wenn Sie erneut speichern, gilt Ihr Text. Die Version der anderen Person bleibt im Verlauf.
forms-cannot-gone = Das gibt es nicht mehr: Eine andere Person hat es entfernt. Gehen Sie zum Entwurf zurück.
forms-cannot-last = Das ist die einzige Frage: Ein Fragebogen hat mindestens eine.
forms-cannot-code = Der Code { $code } gehört schon zu einer anderen Antwort: Schreiben Sie einen anderen.
forms-cannot-decides = Von dieser Frage hängt ab, ob { $shown } erscheint: Ändern Sie zuerst die Bedingung dort.
forms-cannot-used = Die Skala wird von { $questions } verwendet: Wählen Sie für diese Fragen zuerst eine andere Skala.
forms-cannot-later = { $shown } erscheint je nach Antwort auf { $question }, die vorher kommen muss: Verschieben Sie die Frage oder ändern Sie die Bedingung.

forms-translation = Übersetzung: { $language }
forms-missing = fehlt
forms-stale = zu überprüfen
forms-fits = passt weiterhin so
forms-theirs = Inzwischen hat eine andere Person geschrieben:
forms-back-to-draft = Zurück zum Entwurf

forms-history-about = Alle Änderungen des Entwurfs, die letzte zuerst. Wenn Sie zu einem Stand zurückkehren, wird nichts gelöscht: Auch das ist eine Änderung.
forms-step-now = jetziger Stand
forms-step-restore = Zu diesem Stand zurückkehren
forms-step-begun = Entwurf begonnen
forms-step-head = Einstellungen geändert
forms-step-page = Seite geändert
forms-step-page-moved = Seite verschoben
forms-step-question = Frage geändert
forms-step-question-added = Frage hinzugefügt
forms-step-question-moved = Frage verschoben
forms-step-question-copied = Frage dupliziert
forms-step-question-removed = Frage entfernt
forms-step-scale = Skala geändert
forms-step-scale-removed = Skala entfernt
forms-step-translated = Übersetzung
forms-step-undone = Zurückgenommen: wie bei Schritt { $number }
forms-step-restored = Zurück zu Schritt { $number }

forms-publish = Veröffentlichung
forms-publish-about = Eine veröffentlichte Version ändert sich nicht mehr. Neue Erhebungen können sie sofort verwenden; die schon offenen laufen mit ihrer eigenen weiter, bis Sie sie zu dieser wechseln lassen.
forms-publish-button = Diese Version veröffentlichen
forms-effect-first = Das ist die erste Version dieses Fragebogens.
forms-effect-same = Nichts ist anders als in der zuletzt veröffentlichten Version: Es gibt nichts zu veröffentlichen.
forms-effect-wording = Nur der Wortlaut ändert sich: Die Antworten bedeuten dasselbe wie bisher, und Vergleiche mit früheren Jahren bleiben möglich.
forms-effect-layout = Fragen, Antworten oder Bedingungen ändern sich: Es wird etwas anderes gefragt. Vergleiche mit früheren Jahren gelten nur für die Fragen, die gleich geblieben sind.
forms-differences = Was sich ändert
forms-difference-added = Neue Frage: „{ $name }“
forms-difference-removed = Frage entfernt: „{ $name }“
forms-difference-moved = Frage verschoben: „{ $name }“
forms-difference-scale = Skala geändert: { $name }
forms-difference-languages = Sprachen geändert
forms-difference-changed = „{ $name }“: { $parts }
forms-difference-text = Text ({ $language }, { $place }):
forms-part-kind = andere Art der Antwort
forms-part-answers = andere Antwortmöglichkeiten
forms-part-role = anderer Zweck
forms-part-factor = anderer Qualitätsfaktor
forms-part-required = Antwortpflicht geändert
forms-part-routing = andere Bedingung
forms-versions = Versionen
forms-version-number = Version { $number }
forms-version-about = Diese Version ist veröffentlicht und ändert sich nicht mehr.
forms-devices = Geräte
forms-device-phone = Smartphone
forms-device-desktop = Großer Bildschirm
forms-device-kiosk = Terminal
forms-device-paper = Papier
forms-preview-about = So sehen ihn die Antwortenden. Sie können das Antworten ausprobieren: Es wird nichts gespeichert.
forms-preview-alone = Nur die Vorschau öffnen
forms-preview-end = Hier endet die Vorschau: Es wurde keine Antwort gespeichert.
forms-preview-again = Neu beginnen

thing-form-draft = der Entwurf des Fragebogens
refused-form-changed = Eine andere Person hat den Entwurf inzwischen geändert: Sehen Sie sich den jetzigen Stand an und versuchen Sie es noch einmal.
refused-form-published = Der Entwurf wurde inzwischen veröffentlicht: Beginnen Sie einen neuen.
refused-form-unchanged = Nichts ist anders als in der zuletzt veröffentlichten Version.
staff-done-form-begun = Entwurf begonnen.
staff-done-form-head = Einstellungen gespeichert.
staff-done-form-page = Seite gespeichert.
staff-done-form-page-moved = Seite verschoben.
staff-done-form-question = Frage gespeichert.
staff-done-form-question-added = Frage hinzugefügt.
staff-done-form-question-moved = Frage verschoben.
staff-done-form-question-copied = Frage dupliziert: Die Kopie steht gleich darunter.
staff-done-form-question-removed = Frage entfernt. Sie können das zurücknehmen.
staff-done-form-scale = Skala gespeichert.
staff-done-form-scale-removed = Skala entfernt. Sie können das zurücknehmen.
staff-done-form-translated = Übersetzung gespeichert.
staff-done-form-undone = Letzte Änderung zurückgenommen.
staff-done-form-restored = Der Entwurf ist wieder auf diesem Stand.
staff-done-form-discarded = Entwurf gelöscht.
staff-done-form-published = Version veröffentlicht: Sie kann jetzt im Plan einer Erhebung gewählt werden.
forms-advice-count = { $count ->
    [one] Der Ratgeber hat einen Hinweis: Er steht neben dem, was er betrifft.
   *[other] Der Ratgeber hat { $count } Hinweise: Sie stehen neben dem, was sie betreffen.
}
forms-advice-serious = Wichtig
forms-advice-look = Zu prüfen
forms-step-heeded = Hinweis befolgt
staff-done-form-heeded = Hinweis befolgt. Sie können das zurücknehmen.
staff-done-form-imported = Entwurf begonnen. Nicht alles ließ sich übernehmen: Was fehlt und was zu tun ist, steht unten beim ersten Schritt.

# A question while it is written.
forms-drag = Ziehen Sie die Frage an ihren Platz
forms-look = Beim Schreiben
forms-look-nothing = Der Ratgeber hat zu dieser Frage nichts zu sagen.
forms-look-count = { $count ->
    [one] Der Ratgeber hat einen Hinweis. Die Schaltfläche speichert die Frage und verbessert sie.
   *[other] Der Ratgeber hat { $count } Hinweise. Die Schaltflächen speichern die Frage und verbessern sie.
}
forms-look-preview = Die Frage, wie sie die Antwortenden sehen
forms-look-again = Den Ratgeber fragen, ohne zu speichern
forms-look-preview-again = Vorschau aktualisieren
forms-back-to-preview = Zurück zur Vorschau
forms-place-page = Titel der Seite { $number }
forms-place-hint = Hilfetext unter „{ $name }“
forms-place-choice = Antwortmöglichkeit { $number } von „{ $name }“
forms-place-item = Aspekt { $number } von „{ $name }“
forms-place-point = Stufe { $number } der Skala „{ $name }“
forms-place-dont_know = „Weiß nicht“ der Skala „{ $name }“
forms-place-not_applicable = „Betrifft mich nicht“ der Skala „{ $name }“
forms-translated-count = { $count ->
    [one] Ein Text ist schon übersetzt
   *[other] { $count } Texte sind schon übersetzt
}
forms-jumps = Auf dieser Seite

# What somebody else did meanwhile, and what is told where it happens.
forms-yes = ja
forms-add-here = Hier hinzufügen
forms-begin-again = Neuen Entwurf aus dieser Version beginnen
forms-to-version = Zur veröffentlichten Version
forms-gone-page = Eine andere Person hat diese Seite entfernt: Was Sie geschrieben haben, ist nicht gespeichert. Sie können es auf eine andere Seite übertragen.
forms-gone-language = Eine andere Person hat diese Sprache entfernt: Was Sie geschrieben haben, ist nicht gespeichert.
forms-removed-unseen = Eine andere Person hat diese Frage inzwischen geändert: Sehen Sie sie sich an. Wenn Sie sie noch einmal entfernen, ist sie entfernt.
forms-cannot-factor = Der Faktor „{ $factor }“ wird von { $questions } verwendet: Wählen Sie dort zuerst einen anderen Faktor.
forms-always-or-answers = Sie haben Antworten gewählt oder eine Bedingung geschrieben, aber es steht noch „immer“: Wählen Sie das eine oder das andere.
forms-point-number = Stufe { $number }
forms-point-row_value = Wert der Stufe { $number }
forms-point-row_text = Beschriftung der Stufe { $number }
forms-point-row_symbol = Symbol der Stufe { $number }
forms-before = vorher:
forms-now = jetzt:
forms-effect-duties = Die Fragen bleiben; Antwortpflichten, Längen, Faktoren, versprochene Minuten oder Darstellung ändern sich. Vergleiche mit früheren Jahren bleiben möglich.
forms-overtaken = Version { $number }, die zuletzt veröffentlichte, ist nicht die, mit der dieser Entwurf begann. Die Unterschiede unten gelten gegenüber ihr: Was sie geändert hat und dieser Entwurf nicht, wird wieder wie vorher.
refused-form-newer = Inzwischen wurde eine andere Version dieses Fragebogens veröffentlicht: Sehen Sie unten noch einmal nach, was sich ihr gegenüber ändert, und veröffentlichen Sie nur, wenn Sie das wollen.
forms-look-not-yet = Der Ratgeber liest die Frage, sobald Text und Antworten da sind.
staff-done-form-question-anew = Eine andere Person hatte die Frage entfernt: Ihr Text ist jetzt eine neue Frage am Schluss.
staff-done-form-question-elsewhere = Frage auf eine Seite verschoben, die in anderen Fällen erscheint: Jetzt gilt die Bedingung dieser Seite.

# What is told by names and not by codes.
forms-goals-unmeasured-goal = { $count ->
    [one] Ein Ziel der Dienstleistungscharta wird mit einer Frage gemessen, die dieser Fragebogen nicht stellt
   *[other] { $count } Ziele der Dienstleistungscharta werden mit Fragen gemessen, die dieser Fragebogen nicht stellt
}
forms-goals-unjudged-goal = { $count ->
    [one] Zu einem Ziel, das das Amt selbst misst, fehlt das Urteil der Nutzerinnen und Nutzer
   *[other] Zu { $count } Zielen, die das Amt selbst misst, fehlt das Urteil der Nutzerinnen und Nutzer
}
forms-do-ask = Frage { $title } hinzufügen
forms-when-answered = Nur wenn auf { $question } geantwortet wurde: { $answers }
forms-when-codes = Codes der Fragen
forms-answer-later = { $question } (Seite { $asked }) kommt nach Seite { $page }: Verschieben Sie die Frage oder wählen Sie eine frühere.
forms-file-empty = Die Datei „{ $name }“ ist leer: Laden oder speichern Sie sie noch einmal und wählen Sie sie dann hier.
forms-cannot-choice = Von { $choice } hängt ab, ob { $shown } erscheint: Ändern Sie zuerst die Bedingung dort.
forms-difference-minutes = Versprochene Minuten: von { $before } auf { $after }
forms-difference-presentation = Darstellung: { $name }
forms-difference-factor-added = Neuer Qualitätsfaktor: „{ $name }“
forms-difference-factor-removed = Qualitätsfaktor entfernt: „{ $name }“
forms-difference-factor-order = Qualitätsfaktoren in anderer Reihenfolge
forms-difference-page-routing = Wann sie gezeigt wird: Seite { $name }
forms-draft-from = von Version { $number }
forms-step-undone-what = Zurückgenommen: { $step }
forms-step-scale-added = Skala hinzugefügt
forms-undone = Zurückgenommen: { $step }
forms-no-least = Schreiben Sie die kleinste zulässige Zahl.
forms-no-most = Schreiben Sie die größte zulässige Zahl.
forms-version-dated = Version { $number } (Entwurf vom { $day })
forms-look-stale = Die Vorschau zeigt noch nicht, was Sie eben geschrieben haben: Aktualisieren Sie sie mit der Schaltfläche.
