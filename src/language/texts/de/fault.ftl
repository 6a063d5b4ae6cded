# Mistakes in files that people edit, as fault.rs tells them: what is wrong, and what to change.

# What the tables of a file are called, where something is missing in them or not known there.
fault-what-form = In diesem Fragebogen
fault-what-factor = Bei diesem Faktor
fault-what-scale = Bei dieser Skala
fault-what-point = Bei dieser Stufe der Skala
fault-what-page = Auf dieser Seite
fault-what-question = Bei dieser Frage
fault-what-choice = Bei dieser Antwortmöglichkeit
fault-what-item = Bei diesem Aspekt
fault-what-charter = In dieser Dienstcharta
fault-what-standard = Bei diesem Standard
fault-what-indicator = Bei diesem Indikator
fault-what-targets = In dieser Liste der Zielwerte
fault-what-calendar = In diesem Kalender
fault-what-settings = In dieser Konfiguration
fault-what-section = In diesem Abschnitt
fault-what-mapping = In dieser Zuordnungsdatei

# The whole file and its syntax.
fault-not-utf-8 = Dieser Text ist nicht in UTF-8.
fault-hint-utf-8 = Speichern Sie die Datei in UTF-8: im Textprogramm „Speichern unter“, Codierung UTF-8.
fault-unreadable = Diese Datei kann nicht gelesen werden: { $reason }.
fault-hint-unreadable = Prüfen Sie den Namen der Datei und ob Sie sie lesen dürfen.
fault-file-large = Diese Datei ist größer als 1 MB.
fault-hint-file-large = Ein Fragebogen oder eine Dienstcharta ist eine kurze Textdatei: Ist dies die richtige?
fault-toml = Dies ist kein TOML: „{ $detail }“.
fault-hint-toml = Schreiben Sie: name = "Text", name = 5, name = true, name = [a, b] oder name = { "{" } it = "...", en = "..." { "}" }.
fault-toml-twice = Dies ist kein TOML: Derselbe Name steht zweimal.
fault-hint-toml-twice = Lassen Sie nur einen stehen; eine weitere Seite, eine weitere Frage oder ein weiterer Standard beginnt mit doppelten eckigen Klammern [[...]].
fault-toml-string = Dies ist kein TOML: Hier ist ein Text nicht richtig geschrieben.
fault-hint-toml-string = Schreiben Sie Texte zwischen doppelte Anführungszeichen; innerhalb eines Textes schreiben Sie \" statt eines Anführungszeichens.
fault-toml-list = Dies ist kein TOML: Hier fehlt eine eckige Klammer oder ein Komma oder ist zu viel.
fault-hint-toml-list = Schreiben Sie eine Liste als [a, b], den Namen eines Abschnitts als [name], den eines von mehreren gleichen Abschnitten als [[name]].
fault-toml-braces = Dies ist kein TOML: Hier fehlt eine geschweifte Klammer oder ein Komma oder ist zu viel.
fault-hint-toml-braces = Schreiben Sie mehrere Einträge zusammen als { "{" } it = "...", en = "..." { "}" }.
fault-toml-entry = Dies ist kein TOML: Hier fehlt ein Name, das Zeichen = oder ein Wert.

# A form in JSON.
fault-json = Dies ist kein JSON.
fault-hint-json = Prüfen Sie Kommas, Anführungszeichen und Klammern in der Nähe dieser Stelle: Jeder Name steht in doppelten Anführungszeichen, und nach dem letzten Eintrag steht kein Komma.
fault-json-object = Ein Fragebogen in JSON ist ein einziges Objekt.
fault-hint-json-object = Beginnen Sie mit einer geschweiften Klammer: { "{" } "code": "...", "languages": ["it"], ... { "}" }.
fault-json-null = `{ $key }` ist null.
fault-hint-json-null = Entfernen Sie den Eintrag: Was fehlt, wird nicht geschrieben.
fault-json-twice = `{ $key }` steht hier zweimal.

# Why the system refused a file or an address.
fault-system-not-found = es gibt nichts mit diesem Namen
fault-system-not-permitted = die Berechtigung fehlt
fault-system-exists = es gibt schon etwas mit diesem Namen
fault-system-folder = es ist ein Ordner
fault-system-no-folder = ein Teil des Pfades ist kein Ordner
fault-system-full = der Datenträger ist voll
fault-system-quota = der zugewiesene Speicherplatz ist erschöpft
fault-system-read-only = der Datenträger ist schreibgeschützt
fault-system-not-utf-8 = der Text ist nicht in UTF-8
fault-system-address-taken = ein anderes Programm verwendet diese Adresse schon
fault-system-address-foreign = dieser Computer hat diese Adresse nicht

# Keys and values of any file.
fault-missing = { $what } fehlt `{ $key }`.
fault-unknown-key = { $what } ist `{ $key }` nicht vorgesehen.
fault-type = `{ $key }` muss { $wanted } sein: Hier steht { $found }.
fault-type-text = ein Text in doppelten Anführungszeichen
fault-type-texts = ein Text in einer oder mehreren Sprachen
fault-type-integer = eine ganze Zahl
fault-type-number = eine Zahl mit Dezimalpunkt
fault-type-flag = wahr oder falsch (true oder false)
fault-type-day = ein Datum
fault-type-days = eine Liste von Tagen
fault-type-list = eine Liste
fault-type-strings = eine Liste von Texten
fault-type-tables = eine Liste von Gruppen von Einträgen
fault-type-table = eine Gruppe von Einträgen
fault-hint-text = Schreiben Sie { $key } = "...".
fault-hint-texts = Schreiben Sie { $key } = "..." oder { $key } = { "{" } it = "...", en = "..." { "}" }.
fault-hint-integer = Schreiben Sie { $key } = 5, ohne Anführungszeichen.
fault-hint-number = Schreiben Sie { $key } = 0.8, mit Punkt und ohne Anführungszeichen.
fault-hint-flag = Schreiben Sie { $key } = true oder { $key } = false, ohne Anführungszeichen.
fault-hint-day = Schreiben Sie das Datum ohne Anführungszeichen: { $key } = 2026-03-01.
fault-hint-days = Schreiben Sie { $key } = [2026-08-14, 2026-12-24], ohne Anführungszeichen.
fault-hint-strings = Schreiben Sie { $key } = ["...", "..."].
fault-hint-tables = Schreiben Sie [[...]] mit den Einträgen in den folgenden Zeilen oder { $key } = [{ "{" } ... { "}" }, { "{" } ... { "}" }].
fault-hint-table = Schreiben Sie { $key } = { "{" } name = Wert, ... { "}" }.
fault-not-between = `{ $key }` kann nicht { $value } sein.
fault-hint-between = Der Wert muss zwischen { $least } und { $most } liegen.
fault-not-a-code = `{ $typed }` ist kein gültiger Code.
fault-hint-code = Ein Code beginnt mit einem Kleinbuchstaben, dann folgen Buchstaben, Ziffern oder _ (höchstens 40 Zeichen, ohne Umlaute und Akzente).
fault-hint-add-code = Fügen Sie { $key } = "..." hinzu. Ein Code beginnt mit einem Kleinbuchstaben, dann folgen Buchstaben, Ziffern oder _ (höchstens 40 Zeichen, ohne Umlaute und Akzente).
fault-unknown-word = `{ $key }` kann nicht `{ $typed }` sein.
fault-hint-add-word = Fügen Sie { $key } = "..." hinzu, mit einem dieser Werte: { $known }.
fault-hint-nearest = Vielleicht meinten Sie `{ $word }`.
fault-hint-known = Hier sind vorgesehen: { $known }.
fault-hint-take-out = Entfernen Sie es.
fault-hint-add-languages = Schreiben Sie languages = ["it"]; die erste Sprache springt ein, wo in einer anderen ein Text fehlt.
fault-no-language = Es ist keine Sprache angegeben.
fault-language-twice = `{ $language }` steht zweimal.
fault-hint-once = Lassen Sie es nur einmal stehen.
fault-not-a-language = `{ $typed }` ist kein Sprachcode.
fault-hint-language = Schreiben Sie zwei oder drei Kleinbuchstaben: it, en, de, fr, ar.
fault-foreign-language = `{ $typed }` gehört nicht zu den Sprachen dieser Datei.
fault-hint-foreign-language = Die Sprachen der Datei sind { $known }; fügen Sie diese am Anfang bei `languages` hinzu.
fault-hint-add-text = Fügen Sie { $key }.{ $language } = "..." hinzu.
fault-no-first-text = In `{ $key }` fehlt der Text in `{ $language }`, der Sprache, die für die anderen einspringt.
fault-untranslated = In `{ $key }` fehlt der Text in: { $languages }.
fault-hint-untranslated = Wer in dieser Sprache liest, sähe den Text in `{ $first }`.
fault-text-control = Dieser Text enthält ein Steuerzeichen ({ $sign }).
fault-hint-text-control = Löschen Sie es: Wenn es nicht zu sehen ist, schreiben Sie den Text neu.
fault-text-empty = Dieser Text ist leer.
fault-hint-text-empty = Schreiben Sie den Text oder entfernen Sie den ganzen Eintrag.
fault-text-long = Dieser Text hat mehr als { $most } Zeichen.
fault-hint-shorten = Kürzen Sie ihn: Auf dem Smartphone liest niemand so viel.

# Forms.
fault-code-taken = `{ $code }` ist schon der Code einer anderen Antwort.
fault-hint-code-taken = Er wird in Zeile { $line } verwendet: Wählen Sie hier einen anderen Code.
fault-name-long = Der Name der Antwort, `{ $name }`, wäre länger als { $most } Zeichen.
fault-hint-name-long = Kürzen Sie den Code der Frage oder der Antwortmöglichkeit.
fault-no-factor = Es gibt keinen Faktor `{ $code }`.
fault-no-scale = Es gibt keine Skala `{ $code }`.
fault-hint-add-section = Fügen Sie einen Abschnitt { $section } mit diesem Code hinzu.
fault-form-large = Der Fragebogen hat { $fields } Felder; höchstens { $most } sind möglich.
fault-hint-form-large = Teilen Sie ihn in zwei Fragebögen auf.
fault-two-factors = Es gibt zwei Faktoren `{ $code }`.
fault-two-pages = Es gibt zwei Seiten `{ $code }`.
fault-two-scales = Es gibt zwei Skalen `{ $code }`.
fault-two-choices = Hier gibt es zwei Antwortmöglichkeiten `{ $code }`.
fault-hint-other-code = Geben Sie einem der beiden Einträge einen anderen Code.
fault-hint-add-pages = Fügen Sie [[pages]] hinzu und darunter [[pages.questions]].
fault-hint-add-questions = Fügen Sie unter der Seite [[pages.questions]] hinzu oder entfernen Sie die Seite.
fault-role-of-ratings = Diese Rolle ist nur bei einer Bewertung (`rating`) oder einer Bewertungstabelle (`matrix`) möglich.
fault-hint-role-of-ratings = Geben Sie kind = "rating" und eine Skala an oder eine andere Rolle: expectation, need, profile, filter, comment.
fault-role-of-texts = Die Rolle `comment` ist nur bei einem freien Text (`open_text`) möglich.
fault-hint-role-of-texts = Geben Sie eine andere Rolle an: need, profile, filter.
fault-recommend-scale = Die Rolle `recommend` verlangt eine Skala von 0 bis 10.
fault-hint-recommend-scale = Fügen Sie eine Skala mit elf Stufen und den Werten 0 bis 10 hinzu und geben Sie sie hier an.
fault-hint-add-scale = Fügen Sie scale = "..." mit dem Code einer der Skalen in [[scales]] hinzu.
fault-hint-add-bounds = Eine Zahl hat einen kleinsten und einen größten Wert: least = 0, most = 120.
fault-bounds = { $most } kann nicht das Ende eines Bereichs sein, der bei { $least } beginnt.
fault-hint-bounds = `most` muss größer sein als `least`.
fault-few-choices = Es braucht mindestens zwei Antwortmöglichkeiten.
fault-hint-add-choices = Fügen Sie choices = [{ "{" } code = "...", label.it = "..." { "}" }, ...] hinzu.
fault-same-value = Zwei Antwortmöglichkeiten würden als { $value } gespeichert.
fault-hint-same-value = Geben Sie jeder Antwortmöglichkeit einen eigenen Wert: value = 3.
fault-no-items = Eine Bewertungstabelle (`matrix`) hat mindestens einen Aspekt.
fault-hint-add-items = Fügen Sie [[pages.questions.items]] mit code und text hinzu.
fault-few-points = Eine Skala hat mindestens zwei Stufen.
fault-hint-add-points = Schreiben Sie points = [{ "{" } value = 1, label.it = "..." { "}" }, { "{" } value = 2, label.it = "...", satisfied = true { "}" }].
fault-hint-add-value = Geben Sie jeder Stufe die Zahl, die gespeichert und gezählt wird: value = 1.
fault-points-order = { $value } kommt nicht nach dem Wert der vorigen Stufe.
fault-hint-points-order = Schreiben Sie die Stufen vom niedrigsten Wert zum höchsten, jeden Wert nur einmal.

# Conditions (show_if).
fault-condition-end = Die Bedingung sollte hier enden.
fault-hint-condition-end = Verbinden Sie die Bedingungen mit `and` (und) oder `or` (oder).
fault-condition-sign = `{ $sign }` hat in einer Bedingung keine Bedeutung.
fault-condition-not = Hier hat `!` keine Bedeutung.
fault-hint-condition-not = Schreiben Sie `!=` (ungleich) oder `not` (nicht).
fault-condition-number = Dies ist keine ganze Zahl.
fault-hint-condition = Beispiel: overall <= 2 and (services is any of [wifi, job_desk] or not first_visit = yes).
fault-condition-deep = Diese Bedingung enthält zu viele ineinandergeschachtelte Bedingungen.
fault-hint-condition-deep = Teilen Sie die Frage in zwei.
fault-condition-parenthesis = Hier fehlt die schließende Klammer `)`.
fault-condition-is = Nach `is` kommt `any of [...]` (eines von) oder `answered` (beantwortet).
fault-condition-of = Nach `is any` kommt `of [...]`.
fault-condition-list = Nach `is any of` kommt eine Liste in eckigen Klammern.
fault-condition-list-end = Hier sollte die Liste mit `]` enden oder mit einem Komma weitergehen.
fault-condition-comparison = Nach `{ $code }` kommt ein Vergleich: = != < <= > >=, `is any of [...]` oder `is answered`.
fault-condition-incomparable = `{ $code }` lässt sich nicht vergleichen.
fault-hint-not-a-matrix = Es ist eine Bewertungstabelle: Geben Sie einen ihrer Aspekte an.
fault-hint-not-a-text = Ein freier Text kann nicht bestimmen, was als Nächstes gefragt wird.
fault-hint-not-a-note = Es ist ein Text zum Lesen: Er hat keine Antwort.
fault-condition-code = Hierher gehört der Code einer früheren Frage.
fault-condition-unknown = Keine Frage hat den Code `{ $code }`.
fault-hint-nothing-before = Vor dieser Stelle wird nichts gefragt.
fault-condition-later = `{ $code }` wird nicht vor dieser Stelle gefragt.
fault-hint-condition-later = Eine Bedingung kann nur frühere Fragen betreffen: Verschieben Sie eine der beiden.
fault-condition-value-missing = Hier fehlt der Wert, mit dem `{ $code }` zu vergleichen ist.
fault-condition-order = `{ $code }` kann nicht größer oder kleiner als eine Antwortmöglichkeit sein.
fault-hint-condition-order = Antwortmöglichkeiten haben keine Reihenfolge: Verwenden Sie = oder != oder `is any of [...]`.
fault-condition-value = `{ $code }` kann diesen Wert nicht haben.
fault-hint-condition-points = Auf der Skala stehen { $points }.
fault-condition-choice = Bei `{ $code }` gibt es diese Antwortmöglichkeit nicht.

# Charters.
fault-hint-add-act = Geben Sie den Akt an, mit dem die Dienstcharta genehmigt wurde: act = "Beschluss Nr. 12 vom 15. Januar 2026".
fault-hint-add-approved-on = Geben Sie das Datum des Genehmigungsakts ohne Anführungszeichen an: approved_on = 2026-01-15.
fault-hint-add-valid-from = Geben Sie das erste Gültigkeitsjahr der Dienstcharta an: valid_from = 2026.
fault-validity = Die Dienstcharta würde { $to } enden, bevor sie { $from } beginnt.
fault-charters-overlap = In einem dieser Jahre gilt schon die Dienstcharta `{ $code }`, von { $from } bis { $to }.
fault-charters-overlap-open = In einem dieser Jahre gilt schon die Dienstcharta `{ $code }`, ab { $from }.
fault-hint-charters-overlap = Ein Amt hat immer nur eine Dienstcharta: Ändern Sie die Jahre oder verabschieden Sie zuerst eine Fassung der anderen Dienstcharta mit `valid_to`.
fault-hint-validity = `valid_to` ist das letzte Jahr; entfernen Sie es, wenn es keines gibt.
fault-hint-add-standards = Fügen Sie für jede Zusage [[standards]] hinzu.
fault-two-standards = Es gibt zwei Standards `{ $code }`.
fault-hint-add-target = Geben Sie an, wann die Zusage eingehalten ist: target = 0.80 für 80 %.
fault-not-a-year = `{ $typed }` ist kein Jahr.
fault-hint-targets = Schreiben Sie targets = { "{" } 2025 = 0.75, 2026 = 0.80 { "}" }.
fault-hint-indicator = Schreiben Sie indicator = { "{" } survey = "overall", statistic = "satisfied_share" { "}" }, { "{" } operational = "share", coverage = "sample" { "}" } oder { "{" } fact = "surveys_held" { "}" }.
fault-unmeasured = Hier steht nicht, wie gemessen wird.
fault-measured-twice = Hier ist die Messung auf mehr als eine Art angegeben.
fault-target = { $value } kann nicht der Zielwert dieses Indikators sein.
fault-hint-share = Ein Anteil liegt zwischen 0 und 1: Für { $percent } % schreiben Sie { $share }.
fault-hint-index = Ein Index liegt zwischen 0 und 100.
fault-hint-mean = Ein Mittelwert liegt auf der Skala des Aspekts.
fault-hint-not-negative = Der Wert kann nicht negativ sein.
fault-hint-surveys-held = Schreiben Sie, wie viele Erhebungen im Jahr: 1.
fault-unknown-factor = Es gibt keinen Faktor `{ $code }`.
fault-not-a-holiday = `{ $typed }` ist kein jährlich wiederkehrender Tag.
fault-hint-holiday = Schreiben Sie Monat und Tag: "06-24" für den 24. Juni.
fault-no-weekday = Es ist kein Arbeitstag der Woche angegeben.
fault-hint-add-weekdays = Schreiben Sie weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"].
fault-no-calendar = `{ $standard }` wird in Arbeitstagen gezählt, aber diese Dienstcharta hat keinen Kalender.
fault-hint-add-calendar = Fügen Sie [calendar] mit weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"] hinzu oder zählen Sie in Kalendertagen.
fault-hint-add-limit = Geben Sie an, bis zu welchem Wert ein Fall die Zusage einhält: limit = 3.
fault-limit-negative = { $value } kann keine Grenze sein.
fault-perceived-twice = Dieser Standard wird schon mit dem gemessen, was die Nutzerinnen und Nutzer sagen.
fault-hint-perceived-twice = Entfernen Sie `perceived`: Es ist nur für operative Indikatoren.
fault-target-empty = Ein Zielwert von { $value } ist mit jedem Wert erreicht.
fault-hint-target-empty = Schreiben Sie einen Zielwert, der auch verfehlt werden kann.
fault-target-undemonstrable = Keine Stichprobe kann einen Zielwert von { $value } nachweisen: Sie müsste jeden einzelnen Fall zeigen.
fault-hint-target-undemonstrable = Sagen Sie etwas weniger zu (0.95) oder führen Sie ein vollständiges Register: coverage = "register".
fault-target-idle = Der Zielwert für { $year } wird nie verwendet: In diesem Jahr gilt die Dienstcharta nicht.
fault-hint-target-idle = Entfernen Sie ihn oder berichtigen Sie die Gültigkeitsjahre der Dienstcharta (valid_from und valid_to).

# A charter against the form that measures it.
fault-not-asked = Der Fragebogen `{ $form }` fragt nichts mit dem Code `{ $item }`.
fault-hint-not-asked = Geben Sie eine Bewertung oder einen Aspekt einer Bewertungstabelle an oder fügen Sie die Frage hinzu.
fault-off-scale = `{ $item }` des Fragebogens `{ $form }` wird nicht auf einer Skala bewertet.
fault-hint-off-scale = Geben Sie eine Bewertung oder einen Aspekt einer Bewertungstabelle an.
fault-nothing-satisfied = Keine Stufe der Skala von `{ $item }` zählt als zufrieden.
fault-hint-nothing-satisfied = Fügen Sie im Fragebogen bei Stufen der Skala satisfied = true hinzu oder verwenden Sie eine andere Statistik.
fault-top-is-all = Die zwei höchsten Stufen sind die ganze Skala von `{ $item }`.
fault-hint-top-is-all = Verwenden Sie statistic = "satisfied_share".
fault-target-off-scale = Der Zielwert von `{ $standard }` liegt nicht auf der Skala von `{ $item }`.
fault-hint-target-off-scale = Ein Mittelwert liegt hier zwischen { $lowest } und { $highest }.

# Settings, in a file or in variables of the environment.
fault-setting-unknown = Diese Einstellung gibt es nicht.
fault-hint-settings = Die Liste der Einstellungen zeigt ascolto serve --print-defaults.
fault-setting-number = „{ $typed }“ ist keine ganze Zahl.
fault-hint-setting-number = Geben Sie eine Zahl von 0 bis 65535 an.
fault-setting-word = „{ $typed }“ ist hier nicht vorgesehen.
fault-web-address = „{ $typed }“ ist keine Webadresse.
fault-hint-web-address = Schreiben Sie sie wie https://ascolto.example.org.
fault-address = „{ $typed }“ ist keine Adresse mit einem Port.
fault-hint-address = Schreiben Sie sie wie 127.0.0.1:8080.
fault-time-zone = „{ $typed }“ ist keine Zeitzone.
fault-hint-time-zone = Schreiben Sie sie wie Europe/Rome.
fault-languages = Dies sind keine Sprachcodes.
fault-hint-languages = Schreiben Sie sie wie ["it", "en"], mindestens einen.
fault-sender = „{ $typed }“ ist keine E-Mail-Adresse.
fault-authority-unreadable = „{ $typed }“ kann nicht gelesen werden: { $reason }.
fault-authority = „{ $typed }“ enthält kein PEM-Zertifikat.
fault-hint-authority = Geben Sie eine PEM-Datei mit dem Zertifikat der Zertifizierungsstelle an oder lassen Sie den Eintrag leer.
fault-hint-sender = Schreiben Sie sie wie urp@example.org.
fault-database-address = Dies ist keine Datenbankadresse.
fault-hint-database-address = Beginnen Sie sie mit sqlite: oder postgres://.

# The command line, where the system refuses.
fault-path = { $path }: { $reason }.
fault-key-file = Die Schlüsseldatei { $path } kann nicht verwendet werden: { $reason }.
fault-listen = Die Adresse { $address } kann nicht verwendet werden: { $reason }. Geben Sie in server.address eine freie Adresse mit freiem Port an.

# The plan of an analysis
fault-what-plan = In diesem Plan
fault-what-plan-scale = Bei dieser Skala
fault-what-plan-missing = Unter den fehlenden Codes
fault-what-plan-item = Bei diesem Aspekt
fault-what-plan-goal = Bei diesem Ziel
fault-what-plan-bands = Bei diesen Klassen
fault-what-plan-compare = Bei diesem Vergleich
fault-what-plan-drivers = Bei den Einflussgrößen
fault-what-plan-gap = Bei diesem Abstand
fault-what-plan-index = Bei diesem Index
fault-what-plan-importance = Bei der Wichtigkeit
fault-what-plan-strata = Bei den Schichten
fault-what-plan-rake = Bei der Gewichtung
fault-what-plan-margin = Bei dieser Randverteilung
fault-what-plan-totals = Unter diesen Summen
fault-type-numbers = eine Liste von Zahlen
fault-hint-numbers = Schreiben Sie { $key } = [0.6, 0.7].
fault-plan-scale = Eine Skala kann nicht von { $least } bis { $most } gehen.
fault-hint-plan-scale = Schreiben Sie den niedrigsten Code in least und den höchsten in most: dazwischen höchstens 250 Codes.
fault-plan-no-scale = Der Aspekt `{ $item }` hat keine Skala.
fault-hint-plan-no-scale = Fügen Sie [scale] mit least und most hinzu oder, nur für diesen Aspekt, [[item]] mit eigener scale.
fault-plan-twice = `{ $name }` steht zweimal.
fault-hint-plan-twice = Lassen Sie nur einen Eintrag stehen.
fault-hint-plan-item-name = Fügen Sie name = "..." mit dem Namen der Spalte hinzu.
fault-hint-plan-items = Fügen Sie items = ["..."] mit den Namen der Spalten der Antworten hinzu.
fault-hint-plan-target = Fügen Sie target = 0.8 hinzu, einen Anteil von 0 bis 1.
fault-hint-plan-text = Fügen Sie { $key } = "..." hinzu.
fault-plan-bands = Die Grenzen der Klassen fehlen oder steigen nicht an.
fault-hint-plan-bands = Schreiben Sie up_to = [19, 21, 23]: Die erste Klasse geht bis 19, die letzte hat kein Ende.
fault-plan-weights = Es gibt { $items } Aspekte und { $weights } Gewichte, oder ein Gewicht ist negativ.
fault-hint-plan-weights = Schreiben Sie für jeden Aspekt ein nicht negatives Gewicht, in derselben Reihenfolge; ohne weights sind die Gewichte gleich.
fault-plan-importance = Zufriedenheit und Wichtigkeit haben nicht gleich viele Aspekte.
fault-hint-plan-importance = Schreiben Sie satisfaction und importance mit den Aspekten in derselben Reihenfolge.
fault-plan-no-item = `{ $name }` gehört nicht zu den Aspekten des Plans.
fault-plan-several = { $key } verlangt mindestens zwei Aspekte.
fault-hint-plan-several = Fügen Sie weitere hinzu oder entfernen Sie die Zeile.
fault-plan-share = { $number } ist kein Anteil.
fault-hint-plan-share = Schreiben Sie einen Anteil von 0 bis 1: 0.8 für 80 %.
fault-plan-total = Eine Summe kann nicht { $number } sein.
fault-hint-plan-total = Schreiben Sie Anteile oder Anzahlen von Nutzerinnen und Nutzern ab 0.
fault-hint-plan-population = Fügen Sie population = 20000 hinzu, die Zahl der Nutzerinnen und Nutzer.
fault-hint-plan-margin = Fügen Sie [[rake.margin]] mit variable und shares hinzu.
fault-hint-plan-shares = Fügen Sie shares = {"{"} "1" = 0.45, "2" = 0.55 {"}"} hinzu oder counts mit den Anzahlen der Nutzerinnen und Nutzer.
fault-dkim-key = Die Datei { $typed } enthält keinen privaten Schlüssel zum Signieren.
fault-dkim-key-unreadable = Die Datei { $typed } kann nicht gelesen werden: { $reason }
fault-hint-dkim-key = Nötig ist eine PEM-Datei mit einem RSA-Schlüssel von mindestens 2048 Bit oder einem Ed25519-Schlüssel, zum Beispiel aus: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048. Lassen Sie "" stehen, wenn der Mailserver signiert.
fault-hours = „{ $typed }“ ist keine Zeitspanne.
fault-hint-hours = Schreiben Sie von-bis, zum Beispiel hours = "08:00-19:00", oder "", um zu jeder Zeit zu senden.
fault-weekday = „{ $typed }“ ist kein Wochentag.
fault-hint-weekday = Die Tage sind: "mon", "tue", "wed", "thu", "fri", "sat", "sun".
fault-report-rule = „{ $typed }“ ist keine Regel für Zustellberichte.
fault-hint-report-rule = Schreiben Sie einen Status oder einen Grund, dann = hard, soft oder ignore: "5.1.1 = hard" oder "mailbox_full = soft".
fault-imap-user = Ein Postfach braucht einen Benutzer: imap_user ist leer.
fault-hint-imap-user = Schreiben Sie imap_user und imap_password oder, für kein Postfach, imap_host = "".
fault-imap-in-clear = Mit imap_security = "{ $typed }" ginge das Passwort unverschlüsselt durch das Netz.
fault-hint-imap-in-clear = Schreiben Sie "tls" oder "starttls"; "none" ist nur für einen Server auf diesem Computer.

# The texts of letters that staff write.
fault-letter-unknown = „{ $name }“ ist kein Platzhalter.
fault-letter-not-here = Der Platzhalter „{ $name }“ kann hier nicht verwendet werden.
fault-letter-unclosed = Diese geschweifte Klammer ist nicht geschlossen.
fault-letter-unopened = Diese geschweifte Klammer ist nicht geöffnet.
fault-hint-letter-braces = Geschweifte Klammern umschließen nur Platzhalter, zum Beispiel { "{" }ufficio{ "}" }.
fault-letter-missing = { $name } fehlt.
fault-hint-letter-missing = Fügen Sie { $name } ein, wo der Satz es verlangt.
fault-hint-letter-missing-link = Fügen Sie { $name } in einem eigenen Absatz ein: Daraus wird die Schaltfläche mit dem Link.
fault-letter-twice = { $name } steht mehr als einmal.
fault-hint-letter-twice = Lassen Sie es nur einmal stehen: Im Schreiben soll nur eine Schaltfläche sein.
fault-letter-alone = { $name } steht nicht in einem eigenen Absatz.
fault-hint-letter-alone = Lassen Sie davor und danach eine Zeile leer.
fault-letter-no-subject = Der Betreff fehlt.
fault-hint-letter-subject = Schreiben Sie eine Zeile, die sagt, wer schreibt und warum.
fault-letter-subject-lines = Der Betreff hat mehr als eine Zeile.
fault-hint-letter-one-line = Schreiben Sie ihn in eine einzige Zeile.
fault-letter-subject-long = Der Betreff ist zu lang.
fault-letter-empty = Der Text ist leer.
fault-hint-letter-empty = Schreiben Sie den Text oder stellen Sie den des Programms wieder her.
fault-letter-long = Der Text ist zu lang.
fault-hint-letter-shorter = { $most ->
    [one] Höchstens { $most } Zeichen.
   *[other] Höchstens { $most } Zeichen.
}
fault-letter-http = Diese Adresse ist nicht geschützt.
fault-letter-short = Diese verkürzte Adresse verbirgt, wohin sie führt.
fault-hint-letter-link = Viele Menschen haben gelernt, solche Adressen nicht zu öffnen: Schreiben Sie nach Möglichkeit eine vollständige Adresse, die mit https beginnt.
