# Answers collected elsewhere, brought as a file.
answers-title = Import answers
answers-about = Bring the answers that were collected with another program or copied into a spreadsheet. You see how they were read before anything is kept.
answers-about-google = Google Forms: on the tab "Responses" choose "Download responses (.csv)" (the .zip does as it is), or open the linked spreadsheet and download it as .xlsx or .csv.
answers-about-microsoft = Microsoft Forms: in the responses choose "Open in Excel" and save the file as .xlsx or .csv.
answers-about-own = A sheet of your own: write the texts of the questions or their codes in the first row, then one row for each completed questionnaire.
answers-about-names = E-mail addresses, names and other data of who answered are neither read nor kept.
answers-file = File of answers
answers-file-hint = A .csv or .xlsx file, 7 MB at most. The same file uploaded twice adds nothing.
answers-file-empty = There are no rows of answers in the file: the first row holds the headings of the columns, the others the answers.
answers-file-unknown = The file is neither CSV nor an .xlsx workbook. Open it and save it as .xlsx or CSV.
answers-file-broken = The workbook cannot be read: it is damaged or locked with a password. Save it again without a password, as .xlsx or .csv.
answers-file-large = The file is too large: 7 MB of text at most. Split it, each part with the row of headings, and import the parts one after the other.
answers-file-columns = The file has more than 1,000 columns: remove those that hold no answers.
answers-file-archive = This is a .zip archive: unpack it and bring the .csv or .xlsx file that is in it.
answers-look = Look at the file
answers-look-title = How the file was read
answers-look-nothing-kept = Nothing has been kept yet. Check the columns, then confirm.
answers-look-changed = The choices have changed: the numbers below are the new ones. Check them and confirm again.
answers-look-found = What is in the file
answers-look-why = Why some rows cannot be accepted
answers-look-why-about = You can correct the choice of columns below now, or confirm: the other rows are kept, and you get these in a file to mend.
answers-look-again = Update the numbers
answers-rows = { $count ->
    [one] One row of answers
   *[other] { $number } rows of answers
}
answers-would-be-new = { $count ->
    [one] { $number } row can be kept
    [0] No row can be kept
   *[other] { $number } rows can be kept
}
answers-new = { $count ->
    [one] { $number } questionnaire kept now
    [0] No questionnaire kept now
   *[other] { $number } questionnaires kept now
}
answers-again = { $count ->
    [one] { $number } was kept already and was not added again
   *[other] { $number } were kept already and were not added again
}
answers-first-kept = { $count ->
    [one] { $number } was kept already with other answers: the first ones stay
   *[other] { $number } were kept already with other answers: the first ones stay
}
answers-would-be-refused = { $count ->
    [one] { $number } row cannot be accepted
   *[other] { $number } rows cannot be accepted
}
answers-refused = { $count ->
    [one] { $number } row was not accepted
   *[other] { $number } rows were not accepted
}
answers-more-refused = { $count ->
    [one] And another row
   *[other] And { $number } other rows
}
answers-confirm = { $count ->
    [one] Keep { $number } row
   *[other] Keep { $number } rows
}
answers-days = The day of the answer is read like this: "{ $written }" is { $day }.
answers-days-none = No column says when the answer was given: the first day of the survey counts.
answers-days-unreadable = The dates in the column with the time of the answer cannot be read.
answers-columns-personal = Data of who answered, not read: { $names }
answers-columns-unused = Columns not read: { $names }
answers-read-as-other = Read as "Other": { $names }
answers-quoted = "{ $name }"
answers-column-likely = The column "{ $name }" resembles the question "{ $question }" but has not the same text: it was not read. If it is the same, write the text of the question as the heading of the column, or import the file on the page of the survey.
answers-words-left-out = { $count ->
    [one] Once something was written for "Other" that the questionnaire does not ask for: the choice is kept, the text is not.
   *[other] { $count } times something was written for "Other" that the questionnaire does not ask for: the choice is kept, the text is not.
}
answers-columns-to-check = Columns to check
answers-columns-to-check-about = The heading of these columns is not the text of a question. Choose which question they answer, or leave them out.
answers-columns-known = Columns that were recognised
answers-columns-known-show = See or correct the columns that were recognised
answers-column-none = Do not read this column
answers-column-sent = When the answer was given
answers-column-guessed = It resembles this question: check that it is the same.
answers-importance = importance
answers-without-column = Questions without a column
answers-without-column-about = The file does not answer these questions: they stay without an answer.
answers-decide = Before keeping them
answers-channel = How the answers were given
answers-channel-hint = It stays beside each answer and tells the results apart. With "paper" an answer that is required may be missing.
answers-order = In the dates the first number is
answers-order-day_first = the day (05/03 is 5 March)
answers-order-month_first = the month (05/03 is 3 May)
answers-report = What became of the file
answers-to-mend = Rows to mend
answers-to-mend-about = Download them, correct the cells that the last column names and import that file: the rows that were kept are not needed any more.
answers-refused-download = Download the rows to mend
answers-refused-file = rows-to-mend
answers-another = Import another file
answers-no-column = No column was assigned to a question: choose for at least one column which question it answers, or write the texts of the questions in the first row of the file.
answers-begin-file-large = The file has more than 1 MB: some hundred rows of answers are enough to make a questionnaire of them.
row-open-quote = the quotation marks stay open until line { $until }: close or remove them
row-too-many-cells = there are more cells than columns, perhaps because of a separator within a text: put the text in quotation marks
row-too-long = the row holds more than 768 kB or too many answers: shorten the texts
