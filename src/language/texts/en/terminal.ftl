# What commands say in the terminal.
check-warning = warning:{ " " }
check-form-usable = a usable form
check-form-refused = not a usable form
check-charter-usable = a usable charter
check-charter-refused = not a usable charter
check-file-refused = not a usable file
check-errors = { $count ->
    [one] { $count } fault
   *[other] { $count } faults
}
check-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
check-refused = { $refused } of { $files ->
    [one] { $files } file
   *[other] { $files } files
} refused: mend what is marked and check again.
check-form-unusable = The form of --form cannot be used.
import-no-year = Name a survey with --survey, or a year column in the mapping file.
import-no-survey = Name a survey with --survey, or an office and a form with --office and --form.
import-no-office = "{ $code }" is no office code: write a lower-case letter, then letters, digits or _.
import-wrong-year = { $year } is no year.
import-code-long = "{ $code }" is too long for a survey's code.
import-columns-missing = { $file }: the mapping file names { $absent }, which is no column here. The columns are: { $columns }
import-closed-before = { $year }: already imported and closed
import-in-the-field = survey { $code } was planned to collect answers: to add those of the file to it name it with --survey
import-stays-open = survey { $code } stays open for the mended rows
import-in-brief = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}, { $new } kept now, { $again } kept before, { $refused } not taken
import-line = line { $line }: { $reasons }
import-not-taken = { $count ->
    [one] { $count } row was not taken; every other row is kept. It stands with its reason in { $path }: mend and import that file.
   *[other] { $count } rows were not taken; every other row is kept. They stand with their reasons in { $path }: mend and import that file.
}
import-empty = { $file }: there is nothing in the file.
import-not-text = { $file }: this is neither a text file nor an .xlsx workbook. Save the sheet as .xlsx or CSV.
import-likely = Nothing was kept. These columns resemble a question without having its text:
    { $columns }
    Add --likely read to read them like this, or --likely leave to leave them out.
import-days = Nothing was kept: the file does not tell whether the day or the month comes first in its dates. { $days } Add --days day_first or --days month_first.
terminal-no-survey = There is no survey "{ $code }": check the code in its address.
terminal-exists = { $path } exists: choose another name.
terminal-password = The password cannot be read: { $reason }
terminal-password-ask = Password
terminal-password-again = Password once more
terminal-password-differs = The two passwords differ and nothing was changed: try again.
terminal-migrated = The database is up to date.
terminal-backup-without-keys = The key file { $path } is not part of this copy: keep its copies away from it.
terminal-mail-from = mail.from is not an e-mail address.
terminal-mail-tls = TLS to the mail server cannot be set up: { $reason }
terminal-mail-password = mail.smtp_password would cross the network unprotected: set mail.smtp_security to starttls or tls.
failed-keys = The key file cannot be used: { $reason }.
failed-key-missing = The key file has no key for survey { $reason }: is it the key file of this database?
failed-broken = { $reason } cannot be read.
failed-report = The report could not be made: { $reason }
failed-store-not-found = Not found in the database.
failed-store-conflict = This is already in the database: choose another name, number or address.
failed-store-busy = The database is busy and nothing was kept: try again in a moment.
failed-store-full = The disk of the database is full and nothing was kept: make room, then try again.
failed-store-unreachable = The database cannot be reached: check its address, that it runs, and its permissions ({ $reason }).
failed-store-newer = The database was made by a newer version (migration { $reason }): install that version, or restore a backup.
failed-store-address = This is not a database address: write sqlite:PATH for a file, or postgres://USER@HOST/NAME for a PostgreSQL server.
failed-store-other = The database failed: { $reason }
terminal-account-off = switched off
usage-unknown-argument = "{ $argument }" is not expected here.
usage-unknown-command = There is no command "{ $command }".
usage-missing = Missing: { $arguments }
usage-twice = "{ $argument }" can be given only once.
usage-conflict = "{ $argument }" cannot stand beside "{ $other }".
usage-no-value = "{ $argument }" needs a value.
usage-wrong-value = "{ $value }" does not do for "{ $argument }": { $reason }.
usage-number = write a whole number
usage-one-of = write one of these words: { $words }
usage-goal-item = before = write the code of an item
usage-goal-target = write the target as a share from 0 to 1, as in overall=0.8
usage-missing-code = write CODE=blank, CODE=dont_know or CODE=not_applicable
usage-did-you-mean = Did you mean "{ $suggestion }"?
usage-written = It is written like this: { $usage }
usage-help = --help shows the instructions.
terminal-mail-bounce-address = mail.bounce_address is not an e-mail address.
terminal-mail-dkim-key = mail.dkim_key is no private key to sign with: a PEM file with an RSA key of 2048 bits or more, or an Ed25519 key, is needed.
terminal-report-input = The message cannot be read from standard input: { $reason }
terminal-report-early = The letter that this message is about is being handed over at this moment: bring the message again.
