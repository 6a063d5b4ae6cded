# Mistakes in files that people edit, as fault.rs tells them: what is wrong, and what to change.

# What the tables of a file are called, where something is missing in them or not known there.
fault-what-form = This form
fault-what-factor = This factor
fault-what-scale = This scale
fault-what-point = This point
fault-what-page = This page
fault-what-question = This question
fault-what-choice = This choice
fault-what-item = This item
fault-what-charter = This charter
fault-what-standard = This standard
fault-what-indicator = This indicator
fault-what-targets = This list of targets
fault-what-calendar = This calendar
fault-what-settings = This configuration
fault-what-section = This section
fault-what-mapping = This mapping file

# The whole file and its syntax.
fault-not-utf-8 = This is not UTF-8 text.
fault-hint-utf-8 = Save the file as UTF-8: in the editor, "Save as", encoding UTF-8.
fault-unreadable = This file cannot be read: { $reason }.
fault-hint-unreadable = Check its name and that you may read it.
fault-file-large = This file is larger than 1 MB.
fault-hint-file-large = A form or a charter is a short text file: is this the right one?
fault-toml = This is not TOML: "{ $detail }".
fault-hint-toml = Write: name = "text", name = 5, name = true, name = [a, b] or name = { "{" } it = "...", en = "..." { "}" }.
fault-toml-twice = This is not TOML: the same name stands twice.
fault-hint-toml-twice = Keep one, or for a further page, question or standard begin it with double brackets [[...]].
fault-toml-string = This is not TOML: a text is not written correctly here.
fault-hint-toml-string = Put texts between double quotes, and write \" for a quote inside a text.
fault-toml-list = This is not TOML: a square bracket or a comma is missing here, or is one too many.
fault-hint-toml-list = Write a list as [a, b], the name of a section as [name], of one of several as [[name]].
fault-toml-braces = This is not TOML: a brace or a comma is missing here, or is one too many.
fault-hint-toml-braces = Write several entries together as { "{" } it = "...", en = "..." { "}" }.
fault-toml-entry = This is not TOML: a name, the sign = or a value is missing here.

# A form in JSON.
fault-json = This is not JSON.
fault-hint-json = Check commas, quotation marks and brackets near this place: every name stands in double quotes, and no comma follows the last entry.
fault-json-object = A form in JSON is one object.
fault-hint-json-object = Begin with a brace: { "{" } "code": "...", "languages": ["it"], ... { "}" }.
fault-json-null = `{ $key }` is null.
fault-hint-json-null = Leave the entry out: what is absent is not written.
fault-json-twice = `{ $key }` is here twice.

# Why the system refused a file or an address.
fault-system-not-found = there is nothing of this name
fault-system-not-permitted = permission is denied
fault-system-exists = something of this name is there already
fault-system-folder = it is a folder
fault-system-no-folder = a part of the path is no folder
fault-system-full = the disk is full
fault-system-quota = the space allowed on the disk is used up
fault-system-read-only = the disk can only be read
fault-system-not-utf-8 = this is not UTF-8 text
fault-system-address-taken = another program uses this address
fault-system-address-foreign = this machine does not have this address

# Keys and values of any file.
fault-missing = { $what } has no `{ $key }`.
fault-unknown-key = { $what } cannot have `{ $key }`.
fault-type = `{ $key }` must be { $wanted }, not { $found }.
fault-type-text = a text in double quotes
fault-type-texts = a text in one or more languages
fault-type-integer = a whole number
fault-type-number = a number with a decimal point
fault-type-flag = true or false
fault-type-day = a day
fault-type-days = a list of days
fault-type-list = a list
fault-type-strings = a list of texts
fault-type-tables = a list of groups of entries
fault-type-table = a group of entries
fault-hint-text = Write { $key } = "...".
fault-hint-texts = Write { $key } = "..." or { $key } = { "{" } it = "...", en = "..." { "}" }.
fault-hint-integer = Write { $key } = 5, without quotes.
fault-hint-number = Write { $key } = 0.8, with a point and without quotes.
fault-hint-flag = Write { $key } = true or { $key } = false, without quotes.
fault-hint-day = Write the day without quotes: { $key } = 2026-03-01.
fault-hint-days = Write { $key } = [2026-08-14, 2026-12-24], without quotes.
fault-hint-strings = Write { $key } = ["...", "..."].
fault-hint-tables = Write [[...]] with the entries on the lines below, or { $key } = [{ "{" } ... { "}" }, { "{" } ... { "}" }].
fault-hint-table = Write { $key } = { "{" } name = value, ... { "}" }.
fault-not-between = `{ $key }` cannot be { $value }.
fault-hint-between = It must lie between { $least } and { $most }.
fault-not-a-code = `{ $typed }` is not a code.
fault-hint-code = A code is a lower-case letter, then letters, digits or _ (at most 40, no accents).
fault-hint-add-code = Add { $key } = "...". A code is a lower-case letter, then letters, digits or _ (at most 40, no accents).
fault-unknown-word = `{ $key }` cannot be `{ $typed }`.
fault-hint-add-word = Add { $key } = "...", one of: { $known }.
fault-hint-nearest = Did you mean `{ $word }`?
fault-hint-known = Known here: { $known }.
fault-hint-take-out = Take it out.
fault-hint-add-languages = Write languages = ["it"]; the first language stands in where another has no text.
fault-no-language = There is no language.
fault-language-twice = `{ $language }` stands twice.
fault-hint-once = Keep it once.
fault-not-a-language = `{ $typed }` is not a language.
fault-hint-language = Write two or three lower-case letters: it, en, de, fr, ar.
fault-foreign-language = `{ $typed }` is not a language of this file.
fault-hint-foreign-language = The file's languages are { $known }; add it to `languages` at the top.
fault-hint-add-text = Add { $key }.{ $language } = "...".
fault-no-first-text = `{ $key }` has no text in `{ $language }`, the language that stands in for the others.
fault-untranslated = `{ $key }` has no text in: { $languages }.
fault-hint-untranslated = Readers of that language would see `{ $first }` instead.
fault-text-control = This text contains a control character ({ $sign }).
fault-hint-text-control = Delete it: if it cannot be seen, type the text again.
fault-text-empty = This text is empty.
fault-hint-text-empty = Write the text, or leave the whole entry out.
fault-text-long = This text is longer than { $most } characters.
fault-hint-shorten = Shorten it: nobody reads so much on a phone.

# Forms.
fault-code-taken = `{ $code }` is the code of another answer.
fault-hint-code-taken = It is used in line { $line }: choose another code here.
fault-name-long = The answer's name `{ $name }` would be longer than { $most } characters.
fault-hint-name-long = Shorten the code of the question or of the choice.
fault-no-factor = There is no factor `{ $code }`.
fault-no-scale = There is no scale `{ $code }`.
fault-hint-add-section = Add a { $section } with this code.
fault-form-large = The form has { $fields } fields; { $most } are the most.
fault-hint-form-large = Split it into two forms.
fault-two-factors = There are two factors `{ $code }`.
fault-two-pages = There are two pages `{ $code }`.
fault-two-scales = There are two scales `{ $code }`.
fault-two-choices = There are two choices `{ $code }` here.
fault-hint-other-code = Give one of them another code.
fault-hint-add-pages = Add [[pages]] and under it [[pages.questions]].
fault-hint-add-questions = Add [[pages.questions]] under the page, or take the page out.
fault-role-of-ratings = Only a rating or a matrix can have this role.
fault-hint-role-of-ratings = Give it kind = "rating" and a scale, or another role: expectation, need, profile, filter, comment.
fault-role-of-texts = Only an open text can have the role `comment`.
fault-hint-role-of-texts = Give it another role: need, profile, filter.
fault-recommend-scale = The role `recommend` needs a scale from 0 to 10.
fault-hint-recommend-scale = Add a scale with eleven points, values 0 to 10, and name it here.
fault-hint-add-scale = Add scale = "..." with the code of one of the [[scales]].
fault-hint-add-bounds = A number has a least and a most value: least = 0, most = 120.
fault-bounds = { $most } is not a fit end of a range that begins at { $least }.
fault-hint-bounds = `most` must be greater than `least`.
fault-few-choices = There must be at least two choices.
fault-hint-add-choices = Add choices = [{ "{" } code = "...", label.it = "..." { "}" }, ...].
fault-same-value = Two choices would be stored as { $value }.
fault-hint-same-value = Give each choice a value of its own: value = 3.
fault-no-items = A matrix has at least one item.
fault-hint-add-items = Add [[pages.questions.items]] with code and text.
fault-few-points = A scale has at least two points.
fault-hint-add-points = Write points = [{ "{" } value = 1, label.it = "..." { "}" }, { "{" } value = 2, label.it = "...", satisfied = true { "}" }].
fault-hint-add-value = Give each point the number that is stored and counted: value = 1.
fault-points-order = { $value } does not come after the value of the point before.
fault-hint-points-order = Write the points from the lowest value to the highest, each value once.

# Conditions (show_if).
fault-condition-end = The condition should end here.
fault-hint-condition-end = Join conditions with `and` or `or`.
fault-condition-sign = `{ $sign }` has no meaning in a condition.
fault-condition-not = `!` has no meaning here.
fault-hint-condition-not = Write `!=` or `not`.
fault-condition-number = This is not a whole number.
fault-hint-condition = Example: overall <= 2 and (services is any of [wifi, job_desk] or not first_visit = yes).
fault-condition-deep = This condition is nested too deep.
fault-hint-condition-deep = Split the question in two.
fault-condition-parenthesis = A closing parenthesis `)` is missing here.
fault-condition-is = After `is` comes `any of [...]` or `answered`.
fault-condition-of = After `is any` comes `of [...]`.
fault-condition-list = After `is any of` comes a list in square brackets.
fault-condition-list-end = The list should end here with `]`, or go on with a comma.
fault-condition-comparison = After `{ $code }` comes a comparison: = != < <= > >=, `is any of [...]` or `is answered`.
fault-condition-incomparable = `{ $code }` cannot be compared.
fault-hint-not-a-matrix = It is a matrix: name one of its items.
fault-hint-not-a-text = Free words cannot decide what is asked next.
fault-hint-not-a-note = It is a note: nothing is answered there.
fault-condition-code = The code of an earlier question belongs here.
fault-condition-unknown = No question has the code `{ $code }`.
fault-hint-nothing-before = Nothing is asked before this.
fault-condition-later = `{ $code }` is not asked before this.
fault-hint-condition-later = A condition can only look at earlier questions: move one of the two.
fault-condition-value-missing = A value to compare `{ $code }` with is missing here.
fault-condition-order = `{ $code }` cannot be more or less than a choice.
fault-hint-condition-order = Choices have no order: use = or !=, or `is any of [...]`.
fault-condition-value = `{ $code }` cannot have this value.
fault-hint-condition-points = Its scale has { $points }.
fault-condition-choice = `{ $code }` has no such choice.

# Charters.
fault-hint-add-act = Name the act that approved the charter: act = "Deliberazione n. 12 del 15 gennaio 2026".
fault-hint-add-approved-on = Give the day of the approving act, without quotes: approved_on = 2026-01-15.
fault-hint-add-valid-from = Give the first year the charter is valid for: valid_from = 2026.
fault-validity = The charter would end in { $to }, before it begins in { $from }.
fault-charters-overlap = In one of these years the charter `{ $code }` is already valid, from { $from } to { $to }.
fault-charters-overlap-open = In one of these years the charter `{ $code }` is already valid, from { $from } on.
fault-hint-charters-overlap = An office has one charter at a time: change the years, or first adopt a version of the other charter with `valid_to`.
fault-hint-validity = `valid_to` is the last year; leave it out when there is none.
fault-hint-add-standards = Add [[standards]] for each promise.
fault-two-standards = There are two standards `{ $code }`.
fault-hint-add-target = Say when the promise is kept: target = 0.80 for 80%.
fault-not-a-year = `{ $typed }` is not a year.
fault-hint-targets = Write targets = { "{" } 2025 = 0.75, 2026 = 0.80 { "}" }.
fault-hint-indicator = Write indicator = { "{" } survey = "overall", statistic = "satisfied_share" { "}" }, { "{" } operational = "share", coverage = "sample" { "}" } or { "{" } fact = "surveys_held" { "}" }.
fault-unmeasured = This says nothing of how it is measured.
fault-measured-twice = This is measured in more than one way.
fault-target = { $value } cannot be a target of this indicator.
fault-hint-share = A share lies between 0 and 1: for { $percent }% write { $share }.
fault-hint-index = An index lies between 0 and 100.
fault-hint-mean = A mean lies on the item's scale.
fault-hint-not-negative = It cannot be negative.
fault-hint-surveys-held = Write how many surveys a year: 1.
fault-unknown-factor = There is no factor `{ $code }`.
fault-not-a-holiday = `{ $typed }` is not a day of every year.
fault-hint-holiday = Write month and day: "06-24" for 24 June.
fault-no-weekday = No working day of the week is named.
fault-hint-add-weekdays = Write weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"].
fault-no-calendar = `{ $standard }` is counted in working days, but this charter has no calendar.
fault-hint-add-calendar = Add [calendar] with weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"], or count in calendar days.
fault-hint-add-limit = Say up to which value a case keeps the promise: limit = 3.
fault-limit-negative = { $value } cannot be a limit.
fault-perceived-twice = This standard is measured by what citizens say already.
fault-hint-perceived-twice = Take `perceived` away: it belongs to operational indicators.
fault-target-empty = Every value keeps a target of { $value }.
fault-hint-target-empty = Write a target that can be missed.
fault-target-undemonstrable = No sample can demonstrate a target of { $value }: it would have to show every single case.
fault-hint-target-undemonstrable = Promise a little less (0.95), or keep a complete register: coverage = "register".
fault-target-idle = The target of { $year } is never used: the charter is not valid then.
fault-hint-target-idle = Take it away or mend the years the charter is valid for (valid_from and valid_to).

# A charter against the form that measures it.
fault-not-asked = The form `{ $form }` asks nothing under `{ $item }`.
fault-hint-not-asked = Name a rating or an item of a matrix, or add the question.
fault-off-scale = `{ $item }` of the form `{ $form }` is not judged on a scale.
fault-hint-off-scale = Name a rating or an item of a matrix.
fault-nothing-satisfied = No point of the scale of `{ $item }` counts as satisfied.
fault-hint-nothing-satisfied = Add satisfied = true to points of the scale in the form, or use another statistic.
fault-top-is-all = The two highest points are the whole scale of `{ $item }`.
fault-hint-top-is-all = Use statistic = "satisfied_share".
fault-target-off-scale = The target of `{ $standard }` does not lie on the scale of `{ $item }`.
fault-hint-target-off-scale = A mean of it lies between { $lowest } and { $highest }.

# Settings, in a file or in variables of the environment.
fault-setting-unknown = This is not a setting.
fault-hint-settings = See the settings there are: ascolto serve --print-defaults.
fault-setting-number = "{ $typed }" is not a whole number.
fault-hint-setting-number = Write a number from 0 to 65535.
fault-setting-word = "{ $typed }" is not known here.
fault-web-address = "{ $typed }" is not a web address.
fault-hint-web-address = Write it like https://ascolto.example.org.
fault-address = "{ $typed }" is not an address with a port.
fault-hint-address = Write it like 127.0.0.1:8080.
fault-time-zone = "{ $typed }" is not a time zone.
fault-hint-time-zone = Write it like Europe/Rome.
fault-languages = These are not language codes.
fault-hint-languages = Write them like ["it", "en"], one at least.
fault-sender = "{ $typed }" is not an e-mail address.
fault-authority-unreadable = "{ $typed }" cannot be read: { $reason }.
fault-authority = "{ $typed }" holds no PEM certificate.
fault-hint-authority = Name a PEM file with the authority's certificate, or leave it empty.
fault-hint-sender = Write it like urp@example.org.
fault-database-address = This is not a database address.
fault-hint-database-address = Begin it with sqlite: or postgres://.

# The command line, where the system refuses.
fault-path = { $path }: { $reason }.
fault-key-file = The key file { $path } cannot be used: { $reason }.
fault-listen = { $address } cannot be listened on: { $reason }. Set server.address to a free address and port.

# The plan of an analysis
fault-what-plan = This plan
fault-what-plan-scale = This scale
fault-what-plan-missing = This list of missing codes
fault-what-plan-item = This item
fault-what-plan-goal = This goal
fault-what-plan-bands = These bands
fault-what-plan-compare = This comparison
fault-what-plan-drivers = These drivers
fault-what-plan-gap = This gap
fault-what-plan-index = This index
fault-what-plan-importance = This importance table
fault-what-plan-strata = These strata
fault-what-plan-rake = This weighting
fault-what-plan-margin = This margin
fault-what-plan-totals = These totals
fault-type-numbers = a list of numbers
fault-hint-numbers = Write { $key } = [0.6, 0.7].
fault-plan-scale = A scale cannot go from { $least } to { $most }.
fault-hint-plan-scale = Write the lowest code in least and the highest in most: at most 250 codes between them.
fault-plan-no-scale = The item `{ $item }` has no scale.
fault-hint-plan-no-scale = Add [scale] with least and most, or for this item alone [[item]] with its scale.
fault-plan-twice = `{ $name }` is there twice.
fault-hint-plan-twice = Leave one.
fault-hint-plan-item-name = Add name = "..." with the name of the column.
fault-hint-plan-items = Add items = ["..."] with the names of the columns of answers.
fault-hint-plan-target = Add target = 0.8, a share from 0 to 1.
fault-hint-plan-text = Add { $key } = "...".
fault-plan-bands = The bounds of the bands are missing or do not rise.
fault-hint-plan-bands = Write up_to = [19, 21, 23]: the first band goes up to 19, the last has no end.
fault-plan-weights = There are { $items } items and { $weights } weights, or a weight is negative.
fault-hint-plan-weights = Write one weight of 0 or more for each item, in the same order; without weights all weigh the same.
fault-plan-importance = There are not as many items of satisfaction as of importance.
fault-hint-plan-importance = Write satisfaction and importance with the items in the same order.
fault-plan-no-item = `{ $name }` is not among the items of the plan.
fault-plan-several = { $key } asks for at least two items.
fault-hint-plan-several = Add some, or take the line out.
fault-plan-share = { $number } is not a share.
fault-hint-plan-share = Write a share from 0 to 1: 0.8 for 80%.
fault-plan-total = A total cannot be { $number }.
fault-hint-plan-total = Write shares or numbers of users from 0 upwards.
fault-hint-plan-population = Add population = 20000, the number of users.
fault-hint-plan-margin = Add [[rake.margin]] with variable and shares.
fault-hint-plan-shares = Add shares = {"{"} "1" = 0.45, "2" = 0.55 {"}"}, or counts with numbers of users.
fault-dkim-key = The file { $typed } holds no private key to sign with.
fault-dkim-key-unreadable = The file { $typed } cannot be read: { $reason }
fault-hint-dkim-key = A PEM file with an RSA key of 2048 bits or more, or an Ed25519 key, is needed, for example from: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048. Leave "" where the mail server signs.
fault-hours = “{ $typed }” is no span of time.
fault-hint-hours = Write from-to, for example hours = "08:00-19:00", or "" to send at any time.
fault-weekday = “{ $typed }” is no day of the week.
fault-hint-weekday = The days are: "mon", "tue", "wed", "thu", "fri", "sat", "sun".
fault-report-rule = “{ $typed }” is no rule for reports.
fault-hint-report-rule = Write a status or a reason, then = hard, soft or ignore: "5.1.1 = hard" or "mailbox_full = soft".
fault-imap-user = A mailbox needs a user: imap_user is empty.
fault-hint-imap-user = Write imap_user and imap_password, or imap_host = "" for no mailbox.
fault-imap-in-clear = With imap_security = "{ $typed }" the password would cross the network unprotected.
fault-hint-imap-in-clear = Write "tls" or "starttls"; "none" is for a server on this machine only.

# The texts of letters that staff write.
fault-letter-unknown = "{ $name }" is no placeholder.
fault-letter-not-here = The placeholder "{ $name }" cannot be used here.
fault-letter-unclosed = This brace is not closed.
fault-letter-unopened = This brace is not opened.
fault-hint-letter-braces = Braces hold placeholders only, for example { "{" }ufficio{ "}" }.
fault-letter-missing = { $name } is missing.
fault-hint-letter-missing = Put { $name } where the sentence needs it.
fault-hint-letter-missing-link = Put { $name } in a paragraph of its own: it becomes the button with the link.
fault-letter-twice = { $name } stands more than once.
fault-hint-letter-twice = Keep it once: whoever reads should find one button.
fault-letter-alone = { $name } is not in a paragraph of its own.
fault-hint-letter-alone = Leave an empty line before and after it.
fault-letter-no-subject = There is no subject.
fault-hint-letter-subject = Write a line that says who writes and why.
fault-letter-subject-lines = The subject has more than one line.
fault-hint-letter-one-line = Write it on one line.
fault-letter-subject-long = The subject is too long.
fault-letter-empty = The text is empty.
fault-hint-letter-empty = Write the text, or restore the program's own.
fault-letter-long = The text is too long.
fault-hint-letter-shorter = { $most ->
    [one] At most { $most } character.
   *[other] At most { $most } characters.
}
fault-letter-http = This address is not protected.
fault-letter-short = This shortened address hides where it leads.
fault-hint-letter-link = Many people have learnt not to open such addresses: if you can, write out one that begins with https.
