# The languages that a body adds: the file to start from, and what is wrong in it.
languages-about =
    Texts that citizens meet. Save as { $file } in the folder of `language_folder`, translate what stands to the right of each " = "
    and add the language to `languages`; `ascolto check { $file }` tells what is missing or wrong, with the line.
    Leave the names before " = " as they are, and those in braces such as {"{ $day }"}: the program puts values in their place.
    A text may go on in further lines, which begin with blanks. The numbers that this language tells apart, with examples: { $numbers }
languages-built-in = Languages of the program: { $languages }.
languages-add = To add another, Romanian for example: `ascolto languages --template ro > ro.ftl`, then translate that file.
languages-there-already = This language is part of the program already.
languages-code = The code of a language is two or three small letters, such as ro (Romanian) or ar (Arabic).
languages-offered = Languages for citizens
languages-not-offered = { $offered }. It is also written in languages that the body does not offer (setting `languages`): { $others }.
check-texts-usable = usable texts
check-texts-refused = no usable texts

fault-texts-twice = The text `{ $key }` is here twice.
fault-hint-texts-twice = Take one out: the other is in { $file }, line { $line }.
fault-texts-unknown = The program has no text `{ $key }` for citizens: this line is of no use.
fault-hint-texts-unknown = Take it out, or check the name.
fault-texts-empty = The text `{ $key }` is empty.
fault-hint-texts-empty = Write the text after " = ", or in lines that begin with blanks.
fault-texts-value-unknown = The text `{ $key }` is given no value `{ $value }`.
fault-texts-value-missing = The text `{ $key }` lacks the value `{ $value }`.
fault-hint-texts-value-missing = Put it where it belongs in the sentence: {"{ $"}{ $value }{" }"}.
fault-texts-example = Here belongs the number 1234.5 as this language writes it, with the sign of thousands and that of decimals.
fault-hint-texts-example = For example: number-example = 1,234.5
fault-texts-case-unknown = `{ $case }` is no form of the number.
fault-texts-case-unused = For whole numbers the language `{ $language }` has no form `{ $case }`: this line will never be seen.
fault-texts-case-missing = The text `{ $key }` lacks the form `{ $case }`, which the language `{ $language }` has.
fault-hint-texts-cases = The forms of this language: { $cases }.
fault-hint-texts-case-missing = Add a line "    [{ $case }] …" for numbers such as { $numbers }.
fault-texts-named = This names `{ $name }`, which is not there.
fault-hint-texts-named = Write the text itself: there are no functions, and another text or term must stand in these files.
fault-texts-missing = { $count ->
    [one] After this place a text is missing: { $keys }.
   *[other] After this place { $count } texts are missing: { $keys }.
}
fault-hint-texts-missing = Add them here; `ascolto languages --template { $language }` writes them, to be translated.
fault-fluent-equals = After the name of a text " = " is missing.
fault-hint-fluent-equals = Write `name = text`; lines that go on with a text begin with blanks.
fault-fluent-no-text = A text is missing here.
fault-fluent-default = One of the forms of the number, and only one, must have the asterisk: it stands for all other numbers.
fault-hint-fluent-default = Write the last one as `   *[other] …`.
fault-fluent-braces = Braces or quotation marks are not closed.
fault-hint-fluent-braces = A value is written {"{ $day }"}; a brace to be shown is written {"{ \"{\" }"}.
fault-fluent = This line is neither a text (`name = text`), nor a comment (`# …`), nor does it go on with a text.
fault-hint-fluent = Lines that go on with a text begin with blanks, not tabs; names have only letters without accents, digits and hyphens.

fault-language-no-folder = The program has no texts in the language `{ $language }`.
fault-hint-language-no-folder = Take it out of `languages`, or name in `language_folder` the folder with the file { $language }.ftl: `ascolto languages --template { $language }` writes the one to translate. Languages of the program: { $known }.
fault-language-no-file = For the language `{ $language }` there is no file { $path }.
fault-hint-language-no-file = Put it there, or take the language out of `languages`. `ascolto languages --template { $language }` writes the one to translate.
fault-language-built-in = The language `{ $language }` is part of the program: the file { $path } would not be read.
fault-hint-language-built-in = Take it out of the folder.
fault-language-unreadable = { $path } cannot be read: { $reason }.
fault-form-language = The program has no texts in the language `{ $language }`: the questionnaire is offered in the others only.
fault-hint-form-language = Whoever installs it can add the language: `ascolto languages --template { $language }` writes the file to translate. If it is there already, check both together: `ascolto check { $language }.ftl` and the form.
fault-language-of-file = The name of this file does not tell which language its texts are in.
fault-hint-language-of-file = Name it after the code of the language, such as ro.ftl, or put it into a folder of that name.
