# Registers of operational standards, the plan of a sample, the year's contacts, what citizens perceive.
thing-standard = the standard
results-tab-contacts = Contacts of the year
results-done-register = { $count ->
    [one] Register imported: { $count } case. The year's value is up to date.
   *[other] Register imported: { $count } cases. The year's value is up to date.
}
results-done-contacts = { $count ->
    [one] Contacts imported: { $count } row.
   *[other] Contacts imported: { $count } rows.
}
results-done-contacts-removed = Row removed.

# The page of a register.
register-title = Register
register-back = Back to the measurements
register-import = Import the value from a register (CSV)
register-kept = { $count ->
    [one] The imported register has { $number } case.
   *[other] The imported register has { $number } cases.
}
register-replaces = { $count ->
    [one] A register with { $number } case was imported already: the new file takes its place, so upload the register of the whole year.
   *[other] A register with { $number } cases was imported already: the new file takes its place, so upload the register of the whole year.
}
register-rule-columns = The CSV file has the headings { $columns } in its first line, then one line for each case of { $year }. Dates are written 31/12/{ $year } or { $year }-12-31.
register-rule-reference = Where there is a column Reference, the same number may not stand in it twice. Other columns are neither read nor kept: names and subjects stay in your file.
register-rule-noted = Write yes or no under “Kept”.
register-rule-within = A case keeps the standard at no more than { $limit }. For a call that nobody answered write “no answer”: it counts as not kept.
register-rule-open = Write yes or no under “Open”. The days are compared with the working days of the service charter, from 1 January to the day up to which the register is complete. Working days that are missing are listed and do not count, unless you say below that the office was closed. Days that are no working days are pointed out and do not count.
register-rule-working = { $count ->
    [0] A case keeps the standard if it is answered on the same day. Leave the day of answer empty for cases still open: they count as not kept only once their limit has passed.
    [one] A case keeps the standard if it is answered within { $count } working day; the day of arrival does not count. Leave the day of answer empty for cases still open: they count as not kept only once their limit has passed.
   *[other] A case keeps the standard if it is answered within { $count } working days; the day of arrival does not count. Leave the day of answer empty for cases still open: they count as not kept only once their limit has passed.
}
register-rule-calendar = { $count ->
    [0] A case keeps the standard if it is answered on the same day. Leave the day of answer empty for cases still open: they count as not kept only once their limit has passed.
    [one] A case keeps the standard if it is answered within { $count } day, holidays included; the day of arrival does not count. Leave the day of answer empty for cases still open: they count as not kept only once their limit has passed.
   *[other] A case keeps the standard if it is answered within { $count } days, holidays included; the day of arrival does not count. Leave the day of answer empty for cases still open: they count as not kept only once their limit has passed.
}
register-rule-mean = The year's value is the mean of the cases; the standard deviation is computed. A case with “no answer” has no value and is not part of the mean.
register-example = For example:
register-example-noted = 15/01/{ $year };yes
register-example-value = 15/01/{ $year };2
register-example-answered = 15/01/{ $year };19/01/{ $year }
register-column-day = Date
register-column-arrived = Received
register-column-settled = Answered
register-column-value = Value
register-column-kept = Kept
register-column-open = Open
register-column-reference = Reference
register-file = CSV file
register-file-hint = From Excel or LibreOffice: “Save as”, type CSV.
register-as-of = Register complete up to
register-as-of-hint = The last day of which the register tells everything. It decides which open cases are past their limit and which days are missing.
register-missing-closed = On the working days that are missing the office was closed: count them as days closed
register-look = Check the file
register-again = Or check another file
register-found = What the file holds
register-found-rows = { $count ->
    [one] { $number } row; the register is complete up to { $until }
   *[other] { $number } rows; the register is complete up to { $until }
}
register-found-refused = { $count ->
    [one] { $number } row left out, to be mended: it is listed below
   *[other] { $number } rows left out, to be mended: they are listed below
}
register-found-unanswered = { $count ->
    [one] { $number } call that nobody answered
   *[other] { $number } calls that nobody answered
}
register-found-overdue = { $count ->
    [one] { $number } case still open after its limit: it counts as not kept
   *[other] { $number } cases still open after their limit: they count as not kept
}
register-found-not-yet-due = { $count ->
    [one] { $number } open case whose limit has not passed yet: it does not count for now
   *[other] { $number } open cases whose limit has not passed yet: they do not count for now
}
register-found-outside = { $count ->
    [one] { $number } day that is no working day by the charter's calendar and does not count: { $days }
   *[other] { $number } days that are no working days by the charter's calendar and do not count: { $days }
}
register-found-missing = { $count ->
    [one] { $number } working day is missing from the register and does not count: { $days }. If the office was closed on that day, say so below and check the file again
   *[other] { $number } working days are missing from the register and do not count: { $days }. If the office was closed on those days, say so below and check the file again
}
register-found-missing-closed = { $count ->
    [one] { $number } working day is missing from the register and counts as a day closed: { $days }
   *[other] { $number } working days are missing from the register and count as days closed: { $days }
}
register-more-days = { $count ->
    [one] { $number } other
   *[other] { $number } others
}
register-found-share = Cases that keep the standard: { $kept } of { $cases } ({ $share })
register-found-mean = The year's value: mean { $mean } of { $cases } cases (standard deviation { $deviation })
register-found-one = The year's value: { $mean }, of a single case
register-found-replaces = { $count ->
    [one] It takes the place of the register imported already, which has { $number } case
   *[other] It takes the place of the register imported already, which has { $number } cases
}
register-to-mend = Rows left out, to be mended
register-more-faults = { $count ->
    [one] … and { $number } more row to mend.
   *[other] … and { $number } more rows to mend.
}
register-fewer = { $count ->
    [one] Mind: the register imported already has { $number } case, this file has fewer. If you import this file, that case no longer counts.
   *[other] Mind: the register imported already has { $number } cases, this file has fewer. If you import this file, the cases that are missing no longer count.
}
register-confirm = Import these cases
register-confirm-about = Nothing has been kept so far. Rows left out can be mended in the file and imported later: the new file takes the place of this one.
register-note = { $count ->
    [one] Register imported on { $day }, complete up to { $until }: { $number } row
   *[other] Register imported on { $day }, complete up to { $until }: { $number } rows
}
register-note-refused = { $count ->
    [one] { $count } left out
   *[other] { $count } left out
}
register-note-not-yet-due = { $count ->
    [one] { $count } not yet due
   *[other] { $count } not yet due
}
register-note-missing-closed = { $count ->
    [one] { $count } missing day counted as closed
   *[other] { $count } missing days counted as closed
}
register-note-stale = The numbers are no longer those of the register: write here where they come from.

# Why a file is no register.
register-file-empty = The file is empty: choose the CSV file of the register.
register-file-not-text = The file is no CSV. Open the spreadsheet and save it as “CSV (comma delimited)”.
register-no-rows = The file holds nothing but headings: add a line for each case.
register-no-calendar = This standard is counted in working days, but the service charter does not say which they are: open the charters, begin a new version, state the weekdays and the local holidays, adopt it and choose it in the survey's plan.
register-no-column-day = The column with the day is missing: head it “Date” in the first line.
register-no-column-arrived = The column with the day of arrival is missing: head it “Received” in the first line.
register-no-column-settled = The column with the day of answer or closing is missing: head it “Answered” in the first line.
register-no-column-value = The column with the value is missing: head it “Value” in the first line, or with the unit (for example “Rings”).
register-no-column-open = The column that says whether the office was open is missing: head it “Open” in the first line.
register-no-column-kept = The column that says whether the standard was kept is missing: head it “Kept” in the first line.
register-no-case-counts = No case of this file counts for the year's value: mend the rows listed, or wait until the limit of the open cases has passed.
register-as-of-future = A register cannot be complete up to a day to come: state today or a day before.
register-as-of-early = This day comes before the year of this report: state a day of that year or after it.

# What is wrong with a row.
register-row = Line { $line }: { $reason }
register-row-column = Line { $line }, column “{ $column }”: { $reason }
register-row-too-many-cells = there are more cells than columns, perhaps because of a separator within a text. Put the text between quotation marks.
register-row-open-quote = a quotation mark stays open up to line { $until }. Close or remove it: these lines are left out.
register-row-no-day = the date is missing. Write it as 31/12/2026.
register-row-day = “{ $typed }” is no date. Write it as 31/12/2026 (day, month, year of four digits).
register-row-other-year = { $day } is not in { $year }. Remove the line or mend the year.
register-row-after = { $day } comes after { $until }, up to which the register is complete. Mend the date, or state a later day.
register-row-before = the answer of { $settled } comes before the arrival on { $arrived }. Check both dates.
register-row-no-value = the number is missing. Write it, or remove the line.
register-row-value = “{ $typed }” is no number. Write the number alone, for example 3 or 3.5.
register-row-ambiguous = “{ $typed }” can be read in two ways. Write thousands without a separator, or two decimals at most.
register-row-negative = { $typed } is below nought. Write a number from nought up.
register-row-no-word = yes or no is missing.
register-row-word = “{ $typed }” is neither yes nor no. Write “yes” or “no”.
register-row-repeated = this case stands on line { $first } already. Remove one of the two lines.

# The plan of a sample.
planner-needed-at-least = To demonstrate at least { $target }, at least { $none } trials without a single failure are needed, { $one } with one failure, { $two } with two.
planner-needed-at-most = To demonstrate at most { $target } of failures, at least { $none } trials without a single failure are needed, { $one } with one failure, { $two } with two.
planner-safe = { $failures ->
    [0] If the true value is { $supposed }, { $cases } trials (no failure allowed) demonstrate it with a probability of at least { $chance }.
    [one] If the true value is { $supposed }, { $cases } trials (at most one failure) demonstrate it with a probability of at least { $chance }.
   *[other] If the true value is { $supposed }, { $cases } trials (at most { $failures } failures) demonstrate it with a probability of at least { $chance }.
}
planner-never-safe = If the true value is { $supposed }, no number of trials demonstrates it with a probability of at least { $chance }: the value is too near to what is promised, or does not reach it.
planner-table = Failures allowed, trials and probability
planner-failures = Failures
planner-cases = Trials needed
planner-chance-of = Probability of demonstrating it, if the true value is { $supposed }
planner-supposed = If the true value were (%)
planner-supposed-wrong = Write a percentage from 0 to 100, for example 98.
planner-count = Compute
planner-under = less than { $chance }
planner-over = more than { $chance }

# The year's contacts.
contacts-year-title = Contacts of the year
contacts-year-about = How many people turned to the office in the year, by channel and, where known, by reason and kind. The totals by channel are offered when a survey of this year is planned.
contacts-year-no-rows = No contacts have been entered yet.
contacts-year-by-channel = Contacts by channel
contacts-year-rows = Contacts by channel, reason and kind
contacts-year-total = All contacts
contacts-year-share = Share
contacts-year-reason = Reason
contacts-year-kind = Kind
contacts-year-number-of = Contacts
contacts-year-change = Change
contacts-year-remove = Remove
contacts-year-add = Add or mend a number
contacts-year-add-about = The same channel, reason and kind takes the place of the number before. Reason and kind may stay empty.
contacts-year-import = Import from a file
contacts-year-send = Import the contacts
contacts-year-file-hint = CSV with the headings Channel, Reason, Kind, Contacts; only Contacts is required. It takes the place of all rows entered before.
contacts-year-none = Channel not stated
contacts-year-email = E-mail
contacts-year-kiosk = Kiosk
contacts-year-web = Website and online services
contacts-year-desk = Desk
contacts-year-phone = Telephone
contacts-year-paper = Post
contacts-year-channel-unknown = Choose a channel of the list.
contacts-year-too-long = The text is too long: 120 characters at most.
contacts-year-number = The number is too large for an office: check it.
contacts-year-no-column = The column with the number is missing: head it “Contacts” in the first line.
contacts-year-faulty = Some rows are to be mended: nothing was imported, because the total would be wrong.
contacts-year-to-mend = Rows to mend in the file
contacts-year-row-channel = “{ $typed }” is no known channel. Write desk, telephone, e-mail, website, letter or kiosk, or leave it empty.
contacts-year-row-number = “{ $typed }” is no whole number. Write the number alone, for example 1200.
contacts-year-planned = Contacts on record for { $year }: { $contacts }. A new survey starts from these numbers: check them. If it uses the kiosk, count there who comes to the desk.

# What was measured beside what citizens perceive.
report-perceived-caption = What was measured and what is perceived, { $year }
report-perceived-note = The measured value comes from the office's registers or from a sample of trials; beside it, how many users say in the questionnaire that they are satisfied with the same thing. The two may differ: one says what happened, the other how it was felt. In brackets the 95% interval, which a complete register does not have.
report-perceived-note-mean = For means of a sample, the limits that the verdict rests on stand in brackets.
report-column-measured = Measured value
report-column-measured-base = Cases
report-column-perceived-item = Question to users
report-column-perceived = Satisfied users
report-column-perceived-base = Answers
report-perceived-not-asked = not asked this year
results-other-rule = The charter now counts by another rule (another limit or other days) than this value was counted by: until you import or record it again, the verdict is “not demonstrable”.
results-published-stays = This year’s report is published already: its published verdicts do not change. What you record now shows only on the office’s own pages, until the report is published again.
results-done-register-removed = The register was removed. The value measured stays.
register-remove = Remove the register
register-remove-about = The cases of the register are deleted from the database; the value measured stays. Do so when the report is published and the register is no longer needed: case numbers may concern people.
register-remove-do = Remove the register
