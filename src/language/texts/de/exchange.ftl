# Why something of another program's file did not become what it was there, and what to do about it.

# Why a file is no form.
exchange-empty = Diese Datei ist leer.
exchange-unknown = Eine Datei dieser Art lässt sich nicht importieren.
exchange-hint-kinds = Wählen Sie einen Fragebogen als TOML, JSON, XLSForm (Arbeitsmappe .xlsx oder .xls), LimeSurvey (.lss) oder SurveyJS (.json) oder die von Google Formulare oder Microsoft Forms heruntergeladenen Antworten (.csv oder .xlsx).
exchange-old-workbook = Diese Arbeitsmappe lässt sich nicht lesen: Sie ist mit einem Passwort geschützt, beschädigt oder älter als Excel 97.
exchange-hint-old-workbook = Öffnen Sie sie, entfernen Sie gegebenenfalls das Passwort und wählen Sie „Speichern unter“, Dateityp „Excel-Arbeitsmappe (.xlsx)“.
exchange-workbook-broken = Diese Datei ist keine lesbare .xlsx-Arbeitsmappe: Sie ist beschädigt, mit einem Passwort geschützt oder von anderer Art.
exchange-hint-workbook-broken = Öffnen Sie sie in dem Programm, mit dem sie geschrieben wurde, und speichern Sie sie noch einmal als .xlsx ohne Passwort.
exchange-workbook-large = Diese Arbeitsmappe enthält zu viel für einen Fragebogen.
exchange-hint-workbook-large = Machen Sie eine Kopie nur mit den Blättern survey, choices und settings.
exchange-no-survey = In dieser Arbeitsmappe gibt es weder ein Blatt „survey“ mit einer Spalte „type“ noch eine Tabelle mit Antworten und einer Spalte für den Zeitpunkt des Absendens.
exchange-hint-no-survey = Ein XLSForm führt die Fragen im Blatt „survey“ auf: Geben Sie dem Blatt diesen Namen und den Spalten die Namen type, name und label.
exchange-large = Hier gibt es { $count } Fragen; höchstens { $most } sind möglich.
exchange-hint-large = Teilen Sie den Fragebogen auf mehrere Dateien auf.
exchange-nothing = Von dieser Datei bleibt keine Frage, die beantwortet werden kann.
exchange-hint-nothing = Sehen Sie sich die Gründe Zeile für Zeile an; nötig sind mindestens eine Frage und ihr Text.
exchange-more = Weitere Anmerkungen, hier nicht gezeigt: { $count }.
exchange-hint-more = Beheben Sie die genannten Punkte und importieren Sie die Datei noch einmal, um die übrigen zu sehen.

# Languages and texts.
exchange-language-unknown = Die Sprache „{ $name }“ ist nicht bekannt: Ihre Texte wurden nicht übernommen.
exchange-hint-language-unknown = Schreiben Sie den Code der Sprache in die Spaltenüberschrift: label::Deutsch (de).
exchange-language-unsaid = Die Datei sagt nicht, in welcher Sprache die Texte sind: Sie wurden als Texte in der Sprache „{ $language }“ übernommen.
exchange-hint-language-unsaid = Wenn das nicht stimmt, schreiben Sie die Sprache in die Spaltenüberschriften, zum Beispiel label::English (en), und importieren Sie die Datei noch einmal.
exchange-hint-locale = Wenn das nicht stimmt, schreiben Sie "locale": "en" an den Anfang der Datei und importieren Sie sie noch einmal.
exchange-untranslated = Der Text in der ersten Sprache ({ $language }) fehlt: An seiner Stelle steht der einer anderen.
exchange-hint-untranslated = Übersetzen Sie ihn im Entwurf.
exchange-text-long = Dieser Text hat mehr als { $most } Zeichen: Er wurde gekürzt.
exchange-hint-text-long = Fassen Sie ihn kürzer.
exchange-no-label = Die Frage hat keinen Text: An seiner Stelle steht ihr Name.
exchange-hint-no-label = Schreiben Sie den Text im Entwurf.
exchange-no-text = Ohne Text gibt es nichts zu zeigen: Die Zeile wurde nicht übernommen.
exchange-hint-no-text = Wenn er gebraucht wird, schreiben Sie den Text in die Spalte label.
exchange-piped = Der Text enthält eine früher gegebene Antwort: Er steht hier noch so wie in der Datei.
exchange-hint-piped = Schreiben Sie den Satz ohne den Teil in geschweiften Klammern.
exchange-media = Bild, Ton oder Video wurde nicht übernommen.

# Rows of the survey.
exchange-untyped = Diese Zeile hat einen Namen und einen Text, aber keinen Typ: Sie wurde nicht übernommen.
exchange-hint-untyped = Schreiben Sie den Typ in die Spalte type, zum Beispiel select_one, integer oder text.
exchange-no-name = Diese Frage hat keinen Namen: Sie hat einen beliebigen Code erhalten.
exchange-hint-no-name = Schreiben Sie einen kurzen Namen in die Spalte name: Er ist der Name der Antwort.
exchange-name-twice = Der Name „{ $name }“ steht schon in Zeile { $row }: Diese Frage hat einen anderen Code erhalten.
exchange-hint-name-twice = Geben Sie einer der beiden einen anderen Namen; die Bedingungen meinen die erste.
exchange-end-alone = Hier endet eine Gruppe, die nicht begonnen hat.
exchange-hint-end-alone = Entfernen Sie die Zeile oder fügen Sie begin_group ein, wo die Gruppe beginnt.
exchange-never-ends = Diese Gruppe endet nicht.
exchange-hint-never-ends = Fügen Sie nach ihrer letzten Frage end_group ein.
exchange-repeat = Die Fragen dieser Gruppe wiederholen sich: Hier werden sie nur einmal gestellt.
exchange-hint-repeat = Wenn mehrere Antworten nötig sind, duplizieren Sie die Fragen im Entwurf.
exchange-required = Ob die Antwort verpflichtend ist, hängt von einer anderen ab: Hier ist sie freiwillig.
exchange-hint-required = Entscheiden Sie im Entwurf, ob sie verpflichtend sein soll.
exchange-readonly = Die Frage war nur zum Lesen: Hier kann geantwortet werden.
exchange-hint-readonly = Wenn nur gelesen werden soll, machen Sie einen Text zum Lesen daraus.
exchange-default = Die vorausgefüllte Antwort wurde nicht übernommen: Bürgerinnen und Bürger beginnen mit einer leeren Frage.
exchange-hint-default = Es ist nichts zu tun.
exchange-calculation = Die Berechnung der Antwort wurde nicht übernommen.
exchange-choice-filter = Der Filter der Antwortmöglichkeiten wurde nicht übernommen: Alle werden angezeigt.
exchange-hint-choice-filter = Wenn es zu viele sind, machen Sie mehrere Fragen, jede mit ihrer Bedingung.
exchange-constraint = Die Einschränkung „{ $text }“ wurde nicht übernommen.
exchange-hint-constraint = Schreiben Sie sie in den Hilfetext der Frage, wenn die Antwortenden sie brauchen.
exchange-bounds = Die Datei nennt keine Grenzen für die Zahl: Hier geht sie von { $least } bis { $most }.
exchange-hint-bounds = Berichtigen Sie die beiden Grenzen im Entwurf.
exchange-decimal = Dies war eine Dezimalzahl: Hier ist es eine ganze Zahl.
exchange-hint-decimal = Wenn Dezimalstellen nötig sind, fragen Sie nach einer kleineren Einheit (Cent, Minuten).
exchange-step = Die Schritte dieses Bereichs wurden nicht übernommen: Jede ganze Zahl gilt.
exchange-hint-step = Wenn nur einige Werte nötig sind, machen Sie eine Skala oder eine Auswahl daraus.
exchange-acknowledge = Die Lesebestätigung wurde zu einem Text zum Lesen.
exchange-hint-acknowledge = Wenn eine Bestätigung nötig ist, machen Sie eine Auswahl zwischen Ja und Nein daraus.
exchange-comment = Der Kommentar neben der Auswahl wurde nicht übernommen.
exchange-hint-comment = Fügen Sie bei Bedarf eine Frage mit freiem Text hinzu.
exchange-item = Bedingung, Hilfetext und Einschränkung eines einzelnen Aspekts des Blocks wurden nicht übernommen.
exchange-hint-item = Wenn sie nötig sind, machen Sie aus dem Aspekt eine eigene Frage.

# Types.
exchange-type-date = Dies war ein Datum oder eine Uhrzeit: Hier wird es als Text geschrieben.
exchange-type-barcode = Dies war ein Strichcode: Hier wird er als Text geschrieben.
exchange-hint-in-words = Wenn das Jahr oder ein Bereich genügt, machen Sie eine Zahl oder eine Auswahl daraus.
exchange-type-calculated = Die Berechnung („{ $type }“) wurde nicht übernommen.
exchange-hint-type-calculated = Ergebnisse werden in der Auswertung berechnet, nicht im Fragebogen.
exchange-type-place = Der Standort („{ $type }“) wurde nicht übernommen.
exchange-hint-type-place = Fragen Sie mit einer Auswahl nach der Gemeinde oder dem Sitz.
exchange-type-media = Die Anlage („{ $type }“) wurde nicht übernommen: Hier werden keine Dateien gesendet.
exchange-hint-type-media = Wenn die Antwortenden das Bild brauchen, beschreiben Sie es in einem Text zum Lesen.
exchange-type-device = „{ $type }“ wurde nicht übernommen: Über das Gerät der Antwortenden wird nichts erhoben.
exchange-hint-type-device = Es ist nichts zu tun: Der Tag der Antwort wird von selbst gespeichert.
exchange-type-rank = Die Rangfolge („{ $type }“) wurde nicht übernommen.
exchange-hint-type-rank = Fragen Sie nach der Wichtigkeit jedes Aspekts auf einer Skala oder nach den drei wichtigsten.
exchange-type-file = Die Antwortmöglichkeiten von „{ $type }“ stehen in einer anderen Datei: Die Frage wurde nicht übernommen.
exchange-hint-type-list = Kopieren Sie die Antwortmöglichkeiten in das Blatt choices und verwenden Sie select_one.
exchange-type-unknown = Der Typ „{ $type }“ gehört nicht zu denen, die importiert werden können: Die Zeile wurde nicht übernommen.
exchange-hint-type-unknown = Ersetzen Sie ihn durch einen der üblichen Typen: select_one, select_multiple, integer, text, note.

# Lists.
exchange-no-list = Die Liste „{ $name }“ gibt es nicht: Die Frage wurde nicht übernommen.
exchange-hint-no-list = Fügen Sie ihre Antwortmöglichkeiten hinzu, mit diesem Namen in der Spalte list_name des Blatts choices.
exchange-few-choices = Die Liste hat weniger als zwei Antwortmöglichkeiten: Die Frage wurde nicht übernommen.
exchange-hint-few-choices = Fügen Sie die fehlenden Antwortmöglichkeiten hinzu.
exchange-many-choices = Die Liste hat mehr als 200 Antwortmöglichkeiten: Die Frage wurde nicht übernommen.
exchange-hint-many-choices = Kürzen Sie die Liste oder machen Sie einen freien Text daraus.
exchange-no-scale = Die Liste dieses Blocks ist keine Skala mit 2 bis 11 Stufen: Der Block wurde nicht übernommen.
exchange-hint-no-scale = Machen Sie aus jedem Aspekt eine Auswahlfrage.
exchange-choice-nameless = Diese Antwortmöglichkeit hat keinen Namen: Sie wurde nicht übernommen.
exchange-hint-choice-nameless = Schreiben Sie einen kurzen Namen in die Spalte name.
exchange-choice-twice = Die Antwortmöglichkeit „{ $name }“ steht zweimal in der Liste: Die erste gilt.
exchange-hint-choice-twice = Geben Sie der zweiten einen anderen Namen oder entfernen Sie sie.
exchange-scale-guessed = Die Liste wurde zur Skala „{ $scale }“: Welche Stufen als zufrieden zählen, ist eine Annahme.
exchange-hint-scale-guessed = Prüfen Sie im Entwurf, welche Stufen als „zufrieden“ zählen, welche neutral ist und in welche Richtung die Skala geht.

# Conditions.
exchange-when-unreadable = Die Bedingung „{ $text }“ wurde nicht übernommen: Dies wird hier immer angezeigt.
exchange-when-constant = Eine Bedingung, die immer oder nie zutrifft, wurde nicht übernommen: Dies wird hier immer angezeigt.
exchange-when-dropped = Die Bedingung hängt von „{ $name }“ ab; diese Frage wurde nicht übernommen. Dies wird hier immer angezeigt.
exchange-when-text = Die Bedingung hängt vom Text von „{ $name }“ ab, der sich nicht vergleichen lässt: Dies wird hier immer angezeigt.
exchange-when-count = Die Bedingung zählt die gewählten Antworten oder die Zeichen von „{ $name }“: Dies wird hier immer angezeigt.
exchange-hint-when = Wenn eine Bedingung nötig ist, schreiben Sie sie im Entwurf mit Fragen, die vorher gestellt werden.
exchange-when-unknown = Die Bedingung hängt von „{ $name }“ ab; diesen Namen gibt es in der Datei nicht. Dies wird hier immer angezeigt.
exchange-hint-when-unknown = Berichtigen Sie den Namen in geschweiften Klammern und importieren Sie die Datei noch einmal.
exchange-when-later = Die Bedingung hängt von „{ $name }“ ab; diese Frage kommt erst später. Dies wird hier immer angezeigt.
exchange-hint-when-later = Verschieben Sie die Frage, von der sie abhängt, vor diese Zeile.
exchange-when-circular = Die Bedingung dreht sich im Kreis: „{ $name }“ hängt von etwas ab, worüber diese Frage selbst entscheiden soll. Dies wird hier immer angezeigt.
exchange-hint-when-circular = Durchbrechen Sie den Kreis: Eine der Fragen muss ohne Bedingung gestellt werden.
exchange-when-value = Die Bedingung vergleicht „{ $name }“ mit „{ $value }“, was keine Antwort darauf sein kann: Dies wird hier immer angezeigt.
exchange-hint-when-value = Berichtigen Sie den Wert: Er muss der Name einer Antwortmöglichkeit oder eine Zahl innerhalb der Grenzen sein.

# Where it stands.
exchange-at-row = Blatt „{ $sheet }“, Zeile { $row }
exchange-at-row-named = Blatt „{ $sheet }“, Zeile { $row }, „{ $name }“
exchange-at-part = „{ $name }“

# A questionnaire from the answers of another program.
exchange-answers-file = Der Fragebogen wurde aus einer Datei mit Antworten gewonnen: Die Fragen sind die Spaltentitel, die Art der Antwort ist aus den Zellen erschlossen.
exchange-hint-answers-file = Prüfen Sie jede Frage: Was niemand geantwortet hat, ist hier nicht zu sehen. Danach können Sie dieselbe Datei unter den Antworten der Erhebung importieren.
exchange-hint-answers-language = Stimmt das nicht, laden Sie die TOML-Datei des Entwurfs herunter, schreiben Sie bei `languages` die richtige Sprache, zum Beispiel ["de"], und beginnen Sie mit dieser Datei neu.
exchange-answers-record = Keine Fragen, sondern Vermerke des Programms: { $names }. Sie wurden weggelassen.
exchange-hint-answers-record = Es ist nichts zu tun.
exchange-answers-personal = Diese Spalte sagt, wer geantwortet hat: Sie wurde nicht gelesen.
exchange-hint-answers-personal = Es ist nichts zu tun: Ein anonymer Fragebogen fragt nicht danach.
exchange-answers-no-heading = Diese Spalte hat keinen Titel: Sie wurde nicht übernommen.
exchange-hint-answers-no-heading = Enthält sie Antworten, schreiben Sie die Frage in die erste Zeile und importieren Sie die Datei noch einmal.
exchange-answers-range = Die Antworten sind Zahlen: Daraus wurde eine Bewertung von { $least } bis { $most }.
exchange-hint-answers-range = Prüfen Sie die Enden, ihre Namen und ab welcher Stufe man zufrieden ist.
exchange-answers-number = Die Antworten sind Zahlen: Geantwortet wird mit einer Zahl von { $least } bis { $most }.
exchange-hint-answers-number = Prüfen Sie den kleinsten und den größten Wert.
exchange-answers-choice = Die Antworten wiederholen sich: Daraus wurde eine Auswahl aus den { $count } gegebenen.
exchange-answers-several = In einer Zelle stehen mehrere Antworten: Daraus wurde eine Mehrfachauswahl aus den { $count } gegebenen.
exchange-hint-answers-choice = Prüfen Sie die Antwortmöglichkeiten und ergänzen Sie jene, die niemand gewählt hat.
exchange-answers-text = Die Antworten sind alle verschieden: Daraus wurde eine offene Frage.
exchange-answers-empty = Niemand hat geantwortet: Daraus wurde eine offene Frage.
exchange-hint-answers-text = Wurde anders geantwortet, ändern Sie die Art der Frage.
