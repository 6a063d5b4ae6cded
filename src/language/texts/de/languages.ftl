# The languages that a body adds: the file to start from, and what is wrong in it.
languages-about =
    Texte für Bürgerinnen und Bürger. Speichern Sie sie als { $file } im Ordner von `language_folder`, übersetzen Sie, was rechts von jedem „ = “ steht,
    und fügen Sie die Sprache bei `languages` hinzu; `ascolto check { $file }` sagt mit der Zeile, was fehlt oder nicht stimmt.
    Lassen Sie die Namen vor „ = “ und jene in geschweiften Klammern wie {"{ $day }"} unverändert: Das Programm setzt dort die Werte ein.
    Ein Text kann in weiteren Zeilen fortgesetzt werden, die mit Leerzeichen beginnen. Die Zahlen, die diese Sprache unterscheidet, mit Beispielen: { $numbers }
languages-built-in = Sprachen des Programms: { $languages }.
languages-add = So fügen Sie eine weitere hinzu, zum Beispiel Rumänisch: `ascolto languages --template ro > ro.ftl`, dann diese Datei übersetzen.
languages-there-already = Diese Sprache gehört schon zum Programm.
languages-code = Der Code einer Sprache besteht aus zwei oder drei Kleinbuchstaben, wie ro (Rumänisch) oder ar (Arabisch).
languages-offered = Sprachen für Bürgerinnen und Bürger
languages-not-offered = { $offered }. Er ist auch in Sprachen geschrieben, die die Körperschaft nicht anbietet (Einstellung `languages`): { $others }.
check-texts-usable = verwendbare Texte
check-texts-refused = Texte nicht verwendbar

fault-texts-twice = Den Text `{ $key }` gibt es hier zweimal.
fault-hint-texts-twice = Entfernen Sie einen: Der andere steht in { $file }, Zeile { $line }.
fault-texts-unknown = Das Programm hat keinen Text `{ $key }` für Bürgerinnen und Bürger: Diese Zeile ist überflüssig.
fault-hint-texts-unknown = Entfernen Sie sie oder prüfen Sie den Namen.
fault-texts-empty = Der Text `{ $key }` ist leer.
fault-hint-texts-empty = Schreiben Sie den Text nach „ = “ oder in Zeilen, die mit Leerzeichen beginnen.
fault-texts-value-unknown = Der Text `{ $key }` bekommt keinen Wert `{ $value }`.
fault-texts-value-missing = Im Text `{ $key }` fehlt der Wert `{ $value }`.
fault-hint-texts-value-missing = Setzen Sie ihn dorthin, wo er im Satz hingehört: {"{ $"}{ $value }{" }"}.
fault-texts-example = Hierher gehört die Zahl 1234,5, wie man sie in dieser Sprache schreibt, mit Tausender- und Dezimalzeichen.
fault-hint-texts-example = Zum Beispiel: number-example = 1.234,5
fault-texts-case-unknown = `{ $case }` ist keine Form der Zahl.
fault-texts-case-unused = Für ganze Zahlen hat die Sprache `{ $language }` keine Form `{ $case }`: Diese Zeile wird nie angezeigt.
fault-texts-case-missing = Im Text `{ $key }` fehlt die Form `{ $case }`, die es in der Sprache `{ $language }` gibt.
fault-hint-texts-cases = Die Formen dieser Sprache: { $cases }.
fault-hint-texts-case-missing = Fügen Sie eine Zeile „    [{ $case }] …“ für Zahlen wie { $numbers } hinzu.
fault-texts-named = Hier wird `{ $name }` genannt, das es nicht gibt.
fault-hint-texts-named = Schreiben Sie den Text selbst: Funktionen sind nicht vorgesehen, und ein anderer Text oder Begriff muss in diesen Dateien stehen.
fault-texts-missing = { $count ->
    [one] Nach dieser Stelle fehlt ein Text: { $keys }.
   *[other] Nach dieser Stelle fehlen { $count } Texte: { $keys }.
}
fault-hint-texts-missing = Fügen Sie sie hier hinzu; `ascolto languages --template { $language }` schreibt sie zum Übersetzen.
fault-fluent-equals = Nach dem Namen eines Textes fehlt „ = “.
fault-hint-fluent-equals = Schreiben Sie `name = Text`; Zeilen, die einen Text fortsetzen, beginnen mit Leerzeichen.
fault-fluent-no-text = Hier fehlt ein Text.
fault-fluent-default = Genau eine der Formen der Zahl muss das Sternchen haben: Sie gilt für alle anderen Zahlen.
fault-hint-fluent-default = Schreiben Sie die letzte so: `   *[other] …`.
fault-fluent-braces = Geschweifte Klammern oder Anführungszeichen sind nicht geschlossen.
fault-hint-fluent-braces = Ein Wert wird so geschrieben: {"{ $day }"}; eine geschweifte Klammer, die angezeigt werden soll, so: {"{ \"{\" }"}.
fault-fluent = Diese Zeile ist weder ein Text (`name = Text`) noch ein Kommentar (`# …`), und sie setzt auch keinen Text fort.
fault-hint-fluent = Zeilen, die einen Text fortsetzen, beginnen mit Leerzeichen, nicht mit Tabulatoren; Namen haben nur Buchstaben ohne Akzent, Ziffern und Bindestriche.

fault-language-no-folder = Das Programm hat keine Texte in der Sprache `{ $language }`.
fault-hint-language-no-folder = Entfernen Sie sie aus `languages` oder geben Sie in `language_folder` den Ordner mit der Datei { $language }.ftl an: `ascolto languages --template { $language }` schreibt die Datei zum Übersetzen. Sprachen des Programms: { $known }.
fault-language-no-file = Für die Sprache `{ $language }` fehlt die Datei { $path }.
fault-hint-language-no-file = Legen Sie sie dort ab oder entfernen Sie die Sprache aus `languages`. `ascolto languages --template { $language }` schreibt die Datei zum Übersetzen.
fault-language-built-in = Die Sprache `{ $language }` gehört zum Programm: Die Datei { $path } würde nicht gelesen.
fault-hint-language-built-in = Entfernen Sie sie aus dem Ordner.
fault-language-unreadable = { $path } kann nicht gelesen werden: { $reason }.
fault-form-language = Das Programm hat keine Texte in der Sprache `{ $language }`: Der Fragebogen wird nur in den anderen angeboten.
fault-hint-form-language = Wer das Programm installiert, kann sie hinzufügen: `ascolto languages --template { $language }` schreibt die Datei zum Übersetzen. Wenn es sie schon gibt, prüfen Sie beide zusammen: `ascolto check { $language }.ftl` und der Fragebogen.
fault-language-of-file = Der Name dieser Datei sagt nicht, in welcher Sprache die Texte sind.
fault-hint-language-of-file = Benennen Sie sie nach dem Code der Sprache, zum Beispiel ro.ftl, oder legen Sie sie in einen Ordner mit diesem Namen.
