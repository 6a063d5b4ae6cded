# Why something of another program's file did not become what it was there, and what to do about it.

# Why a file is no form.
exchange-empty = There is nothing in this file.
exchange-unknown = This file is of no kind that can be imported.
exchange-hint-kinds = Bring a form in TOML, JSON, XLSForm (an .xlsx or .xls workbook), LimeSurvey (.lss) or SurveyJS (.json), or the answers downloaded from Google Forms or Microsoft Forms (.csv or .xlsx).
exchange-old-workbook = This workbook cannot be read: it is locked with a password, damaged, or older than Excel 97.
exchange-hint-old-workbook = Open it, remove the password if there is one, and choose "Save as", type "Excel workbook (.xlsx)".
exchange-workbook-broken = This file is no readable .xlsx workbook: it is damaged, locked with a password or of another kind.
exchange-hint-workbook-broken = Open it in the program that it was written with and save it again as .xlsx, without a password.
exchange-workbook-large = This workbook holds too much to be a form.
exchange-hint-workbook-large = Make a copy with the sheets survey, choices and settings alone.
exchange-no-survey = This workbook has no sheet "survey" with a column "type", nor a table of answers with a column of when they were sent.
exchange-hint-no-survey = An XLSForm lists its questions in the sheet "survey": give the sheet this name, and its columns the names type, name and label.
exchange-large = There are { $count } questions here; { $most } are the most.
exchange-hint-large = Split the form into several files.
exchange-nothing = Nothing is left of this file that can be answered.
exchange-hint-nothing = See the reasons given row by row; one question and its text are needed at least.
exchange-more = There are { $count } more remarks.
exchange-hint-more = Mend those that are told and import the file again to see the others.

# Languages and texts.
exchange-language-unknown = The language "{ $name }" is not known: its texts were not carried.
exchange-hint-language-unknown = Write the code of the language in the heading: label::English (en).
exchange-language-unsaid = The file does not say what language its texts are in: they were taken as { $language }.
exchange-hint-language-unsaid = If they are not, write the language in the headings, for example label::English (en), and import the file again.
exchange-hint-locale = If they are not, write "locale": "en" at the beginning of the file and import it again.
exchange-untranslated = The text in the first language ({ $language }) is missing: that of another stands in.
exchange-hint-untranslated = Translate it in the designer.
exchange-text-long = This text has more than { $most } characters: it was cut.
exchange-hint-text-long = Shorten it.
exchange-no-label = The question has no text: its name stands in.
exchange-hint-no-label = Write its text in the designer.
exchange-no-text = Without a text there is nothing to show: the row was not carried.
exchange-hint-no-text = If it is needed, write its text in the column label.
exchange-piped = The text holds an earlier answer: here it stays as it stands in the file.
exchange-hint-piped = Write the sentence without the part in braces.
exchange-media = The picture, sound or video was not carried.

# Rows of the survey.
exchange-untyped = This row has a name and a text but no type: it was not carried.
exchange-hint-untyped = Write its type in the column type, for example select_one, integer or text.
exchange-no-name = This question has no name: it got some code.
exchange-hint-no-name = Write a short name in the column name: it is the name of the answer.
exchange-name-twice = The name "{ $name }" stands in row { $row } already: this question got another code.
exchange-hint-name-twice = Give one of the two another name; conditions mean the first.
exchange-end-alone = A group ends here that has not begun.
exchange-hint-end-alone = Remove the row, or add begin_group where the group begins.
exchange-never-ends = This group does not end.
exchange-hint-never-ends = Add end_group after the last of its questions.
exchange-repeat = The questions of this group are repeated: here they are asked once.
exchange-hint-repeat = If several answers are needed, copy the questions in the designer.
exchange-required = Whether an answer is required depends on another: here it is optional.
exchange-hint-required = Decide in the designer whether to require it.
exchange-readonly = The question was read-only: here it can be answered.
exchange-hint-readonly = If it is only to be read, make it a note.
exchange-default = The answer that was filled in was not carried: the citizen begins with an empty question.
exchange-hint-default = Nothing needs to be done.
exchange-calculation = The calculation of the answer was not carried.
exchange-choice-filter = The filter of the choices was not carried: all of them are shown.
exchange-hint-choice-filter = If they are too many, make several questions, each with its condition.
exchange-constraint = The constraint "{ $text }" was not carried.
exchange-hint-constraint = Say it in the question's hint, if those who answer need it.
exchange-bounds = The number goes from { $least } to { $most } here, as the file does not say.
exchange-hint-bounds = Correct the two bounds in the designer.
exchange-decimal = This was a number with decimals: here it is a whole number.
exchange-hint-decimal = If decimals are needed, ask for a smaller unit (cents, minutes).
exchange-step = The steps of this range were not carried: every whole number counts.
exchange-hint-step = If only some values are wanted, make it a scale or a choice.
exchange-acknowledge = The confirmation became a text to read.
exchange-hint-acknowledge = If a confirmation is needed, make it a choice of yes and no.
exchange-comment = The comment beside the choice was not carried.
exchange-hint-comment = If it is needed, add a question with open text.
exchange-item = The condition, hint and constraint of a single item of the block were not carried.
exchange-hint-item = If they are needed, make the item a question of its own.

# Types.
exchange-type-date = This was a date or a time: here it is written as text.
exchange-type-barcode = This was a barcode: here it is written as text.
exchange-hint-in-words = If the year or a range will do, make it a number or a choice.
exchange-type-calculated = The calculation ("{ $type }") was not carried.
exchange-hint-type-calculated = Results are calculated in the analysis, not in the form.
exchange-type-place = The place ("{ $type }") was not carried.
exchange-hint-type-place = Ask for the town or the office with a choice.
exchange-type-media = The attachment ("{ $type }") was not carried: no files are sent here.
exchange-hint-type-media = If the picture serves those who answer, describe it in a note.
exchange-type-device = "{ $type }" was not carried: nothing is collected of the device of those who answer.
exchange-hint-type-device = Nothing needs to be done: the day of an answer is recorded by itself.
exchange-type-rank = The ranking ("{ $type }") was not carried.
exchange-hint-type-rank = Ask for the importance of each item on a scale, or for the three most important ones.
exchange-type-file = The choices of "{ $type }" are in another file: the question was not carried.
exchange-hint-type-list = Copy the choices to the sheet choices and use select_one.
exchange-type-unknown = The type "{ $type }" is none of those that can be imported: the row was not carried.
exchange-hint-type-unknown = Replace it with one of the usual types: select_one, select_multiple, integer, text, note.

# Lists.
exchange-no-list = There is no list "{ $name }": the question was not carried.
exchange-hint-no-list = Add its choices, with this name in the column list_name of the sheet choices.
exchange-few-choices = The list has fewer than two choices: the question was not carried.
exchange-hint-few-choices = Add the missing choices.
exchange-many-choices = The list has more than 200 choices: the question was not carried.
exchange-hint-many-choices = Shorten the list, or make it an open text.
exchange-no-scale = The list of this block is no scale of 2 to 11 points: the block was not carried.
exchange-hint-no-scale = Make each item a question with choices.
exchange-choice-nameless = This choice has no name: it was not carried.
exchange-hint-choice-nameless = Write a short name in the column name.
exchange-choice-twice = The choice "{ $name }" is in the list twice: the first counts.
exchange-hint-choice-twice = Give the second another name, or remove it.
exchange-scale-guessed = The list became the scale "{ $scale }": which points count as satisfied is a guess.
exchange-hint-scale-guessed = Check in the designer which points count as satisfied, which is neutral, and which end is better.

# Conditions.
exchange-when-unreadable = The condition "{ $text }" was not carried: this is always shown here.
exchange-when-constant = A condition that always or never holds was not carried: this is always shown here.
exchange-when-dropped = The condition depends on "{ $name }", which was not carried: this is always shown here.
exchange-when-text = The condition depends on the text of "{ $name }", which cannot be compared: this is always shown here.
exchange-when-count = The condition counts the choices or characters of "{ $name }": this is always shown here.
exchange-hint-when = If a condition is needed, write it in the designer with questions asked before.
exchange-when-unknown = The condition depends on "{ $name }", which is not in this file: this is always shown here.
exchange-hint-when-unknown = Correct the name in braces and import the file again.
exchange-when-later = The condition depends on "{ $name }", which comes later: this is always shown here.
exchange-hint-when-later = Move the question that it depends on before this row.
exchange-when-circular = The condition goes in a circle: "{ $name }" depends on what it should decide. This is always shown here.
exchange-hint-when-circular = Break the circle: one of the questions must be asked without a condition.
exchange-when-value = The condition compares "{ $name }" with "{ $value }", which cannot be its answer: this is always shown here.
exchange-hint-when-value = Correct the value: it must be the name of a choice, or a number within the bounds.

# Where it stands.
exchange-at-row = Sheet "{ $sheet }", row { $row }
exchange-at-row-named = Sheet "{ $sheet }", row { $row }, "{ $name }"
exchange-at-part = "{ $name }"

# A questionnaire from the answers of another program.
exchange-answers-file = The questionnaire was made of a file of answers: the questions are the headings of the columns, how they are answered is guessed from the cells.
exchange-hint-answers-file = Check every question: what nobody answered does not show here. The same file can then be imported among the answers of the survey.
exchange-hint-answers-language = If that is wrong, download the TOML file of the draft, write the right language in `languages`, for example ["de"], and begin again from that file.
exchange-answers-record = These are no questions but notes of the program: { $names }. They were left out.
exchange-hint-answers-record = Nothing needs to be done.
exchange-answers-personal = This column says who answered: it was not read.
exchange-hint-answers-personal = Nothing needs to be done: an anonymous questionnaire does not ask it.
exchange-answers-no-heading = This column has no heading: it was not carried.
exchange-hint-answers-no-heading = If it holds answers, write the question in the first row and import the file again.
exchange-answers-range = The answers are numbers: it became a mark from { $least } to { $most }.
exchange-hint-answers-range = Check both ends, their names, and from which point on somebody is satisfied.
exchange-answers-number = The answers are numbers: it is answered with a number from { $least } to { $most }.
exchange-hint-answers-number = Check the least and the most.
exchange-answers-choice = The answers repeat: it became a choice among the { $count } that were given.
exchange-answers-several = Several answers stand in one cell: it became a multiple choice among the { $count } that were given.
exchange-hint-answers-choice = Check the choices and add those that nobody gave.
exchange-answers-text = The answers all differ: it became an open question.
exchange-answers-empty = Nobody answered: it became an open question.
exchange-hint-answers-text = If it was answered in another way, change the kind of the question.
