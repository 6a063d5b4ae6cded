# What an uploaded file of contacts may lack.
contacts-file-empty = The file is empty. Choose a CSV or XLSX file with one address at least.
contacts-file-not-text = The file is neither CSV nor an XLSX spreadsheet. Open it and save it as XLSX or CSV.
contacts-file-no-address-column = No column holds the addresses: in the first row, head the column "email". The other columns may be called "name", "surname" and "language". Or choose the column of addresses below.
contacts-row = Line { $line }: { $reason }
contacts-row-open-quote = the quotation marks stay open until line { $until }. Close or remove them and upload the file again: these lines are left out.
contacts-row-too-many-cells = there are more cells than columns, perhaps because of a separator within a name. Put the text in quotation marks: the line is left out.
contacts-row-language = the language "{ $typed }" is not known; the contact is imported with the usual language.
contacts-address-empty = the address is missing; the line is left out.
contacts-address-no-at = the address does not look like name@domain; the line is left out.
contacts-address-blank = there is a blank or an invisible character in the address; the line is left out.
contacts-address-several = there is more than one address: write one per line; the line is left out.
contacts-address-local = the part before the @ holds a character or a dot that does not belong there; the line is left out.
contacts-address-domain = the part after the @ is not a valid domain; the line is left out.
contacts-address-too-long = the address is too long; the line is left out.

# A file of contacts before it is taken in.
contacts-file-broken = The spreadsheet cannot be read: it is damaged or locked with a password. Save it again without a password, as XLSX or CSV.
contacts-file-too-large = The file is too large: 7 MB of text at most. Split it and upload the parts one after the other: nobody is added twice.
contacts-file-too-wide = The file has more than 1,000 columns: remove those that are not needed.
contacts-file-archive = This is a .zip archive: unpack it and bring the .csv or .xlsx file that is in it.
contacts-file-other-encoding = The file is not written in this encoding: it is still read as before. Choose another one.
contacts-columns-twice = Two columns hold the same: choose one alone for the address, the first name, the surname and the language.
contacts-reason-missing = Write why the office keeps this, for example “to draw a sample by area”. Without a reason it is not kept.
contacts-attributes-many = Too much is to be kept: 20 columns a survey at most.
contacts-more-faults = { $count ->
    [one] and one more line
   *[other] and { $number } more lines
}
contacts-certified-left-out = { $count ->
    [one] One address of certified mail (PEC) left out
   *[other] { $number } addresses of certified mail (PEC) left out
}
contacts-certified-taken = { $count ->
    [one] One address of certified mail (PEC) taken
   *[other] { $number } addresses of certified mail (PEC) taken
}
contacts-look-title = Preview of the contacts
contacts-look-nothing-kept = Nothing has been kept so far. Check what the file holds, then confirm.
contacts-look-changed = You changed the choices: these are the new numbers. Check them and confirm again.
contacts-look-found = What the file holds
contacts-look-new = { $count ->
    [0] No new contact
    [one] One new contact
   *[other] { $number } new contacts
}
contacts-look-faults-about = The other lines can be imported now. Correct these in the file and upload it again: who is there already is not added twice.
contacts-look-columns = Columns
contacts-look-columns-about = Choose what each column holds. Columns left at “Do not keep” are not saved. What is chosen for the sample or the letters stays beside the address, never beside the answers, and is deleted with the contacts.
contacts-look-column = Column { $number }
contacts-look-examples = For example:
contacts-look-use = Holds
contacts-look-reason = Why it is kept (for a detail alone)
contacts-use-unused = Do not keep
contacts-use-address = E-mail address
contacts-use-first_name = First name, or whole name
contacts-use-surname = Surname
contacts-use-language = Language
contacts-use-attribute = Detail for the sample or the letters
contacts-look-decide = Before you confirm
contacts-basis = Legal basis
contacts-basis-hint = For a survey on public services it is usually the task in the public interest: no consent is needed.
contacts-basis-public_task = Task in the public interest (GDPR 6(1)(e))
contacts-basis-legal_obligation = Legal obligation (GDPR 6(1)(c))
contacts-basis-consent = Consent (GDPR 6(1)(a))
contacts-basis-contract = Contract (GDPR 6(1)(b))
contacts-look-certified = { $count ->
    [one] The file holds one address of certified mail (PEC). It is a mailbox for legal acts and often refuses ordinary mail.
   *[other] The file holds { $number } addresses of certified mail (PEC). They are mailboxes for legal acts and often refuse ordinary mail.
}
contacts-look-certified-too = Take the addresses of certified mail too
contacts-look-again = Update the preview
contacts-look-confirm = { $count ->
    [one] Import one contact
   *[other] Import { $number } contacts
}
contacts-look-confirm-attributes = Add the details to the contacts already there
contacts-written-text = Text file, encoding { $encoding }, columns separated by { $separator }.
contacts-written-semicolon = semicolons
contacts-written-comma = commas
contacts-written-tab = tabs
contacts-written-bar = vertical bars
contacts-look-reading = How the file is read
contacts-look-reading-about = If accented letters, columns or the sheet are not the right ones, change the choice and read the file again: its columns are then chosen anew.
contacts-look-reread = Read the file again
contacts-encoding = Encoding
contacts-encoding-utf-8 = UTF-8
contacts-encoding-utf-16 = UTF-16
contacts-encoding-windows-1252 = Windows-1252 (western Europe)
contacts-encoding-windows-1250 = Windows-1250 (central Europe)
contacts-encoding-macintosh = Mac OS Roman (old files of a Mac)
contacts-delimiter = Separator of the columns
contacts-sheet = Sheet
contacts-written-workbook = { $further ->
    [0] Spreadsheet, sheet “{ $sheet }”.
    [one] Spreadsheet, sheet “{ $sheet }”; one more sheet with something in it is not read.
   *[other] Spreadsheet, sheet “{ $sheet }”; { $further } more sheets with something in them are not read.
}

# What is known of contacts, and what was deleted.
contacts-drawn = Drawn for the sample
contacts-asked-recently = Left out because asked recently
contacts-asked-recently-about = { $count ->
    [one] One person is left out of the invitations because invited the most times ({ $most }) within the last { $months } months already. To know it, only a keyed hash of the address is kept with the month.
   *[other] { $count } people are left out of the invitations because invited the most times ({ $most }) within the last { $months } months already. To know it, only a keyed hash of the address is kept with the month.
}
contacts-attributes = What is kept about the contacts
contacts-attribute = Detail
contacts-attribute-reason = Why it is kept
contacts-attributes-about = These details serve for the sample and the letters. They are never copied beside the answers, and are deleted with the contacts.
contacts-imports = Files uploaded
contacts-import-day = Day
contacts-import-rows = Lines
contacts-import-added = Added
contacts-certificate = Certificate of deletion
contacts-certificate-by-hand = { $day }, ordered by the office
contacts-certificate-by-calendar = { $day }, when it was due
contacts-certificate-contacts = { $count ->
    [one] One contact deleted, with address, name and language.
   *[other] { $number } contacts deleted, with address, name and language.
}
contacts-certificate-attributes = { $count ->
    [one] Details kept for the sample and the letters deleted ({ $attributes }): one value.
   *[other] Details kept for the sample and the letters deleted ({ $attributes }): { $number } values.
}
contacts-certificate-invitations = { $count ->
    [0] No invitation stays.
    [one] One invitation stays without a name, so that its link still has a page.
   *[other] { $number } invitations stay without a name, so that their links still have a page.
}
contacts-certificate-rest = What stays too are the numbers of letters, the plan of the sample, and the keyed hashes of addresses that do not want letters or were invited recently: without the key file no hash leads back to an address.

# A random sample.
sample-title = Random sample
sample-none = No sample: invitations go to all contacts.
sample-open = Draw a random sample
sample-about = Invitations will go only to the people drawn. The plan of the sample becomes part of the report's method note, with the seed by which the draw can be checked.
sample-frame = Among whom it is drawn
sample-frame-contacts = { $count ->
    [one] One contact on the list
   *[other] { $number } contacts on the list
}
sample-frame-free = { $count ->
    [one] One is neither invited nor drawn yet
   *[other] { $number } are neither invited nor drawn yet
}
sample-frame-segment = { $count ->
    [one] One of them meets the conditions and is neither invited nor drawn yet
   *[other] { $number } of them meet the conditions and are neither invited nor drawn yet
}
sample-frame-recent = { $count ->
    [one] One was asked recently and is not drawn
   *[other] { $number } were asked recently and are not drawn
}
sample-frame-eligible = { $count ->
    [one] It is drawn among one person
   *[other] It is drawn among { $number } people
}
sample-segment = Which part of the list
sample-segment-about = Without any choice it is drawn from the whole list. Within a box one choice is enough; between boxes all must hold.
sample-languages = Language
sample-value = { $value } ({ $number })
sample-no-value = no value
sample-too-many-values = too many different values to choose a part of the list.
sample-count = Count
sample-draw-title = How many people
sample-size = People to draw
sample-size-hint = { $least } at least: in a smaller group it might be guessed who answered. How many are needed is told where the survey is planned.
sample-no-size = Write how many people to draw, in figures.
sample-too-small = So small a sample does not protect who answers: draw 10 people at least.
sample-too-large = There are not so many people to draw from: write fewer, or widen the choice.
sample-invited = Somebody of this sample is invited already: it can no longer be taken back.
sample-draw = Draw the sample
sample-withdraw = Take this sample back
sample-plan = { $day }: { $size } people drawn among { $eligible }, from a list of { $contacts } ({ $segment }). Generator ChaCha20, seed { $seed }.
sample-plan-whole = the whole list
sample-plan-languages = language: { $languages }
