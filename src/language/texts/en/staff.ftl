# The staff's pages.
staff-sign-in-title = Sign in, for the office only
staff-sign-in = Sign in
staff-sign-out = Sign out
staff-login = User name
staff-password = Password
staff-surveys = Surveys
staff-places = Sections
staff-results = Results

# The list of surveys.
staff-new-survey = New survey
staff-duplicate-last-year = Duplicate the survey of { $year }
staff-no-surveys = There are no surveys yet. Begin with “New survey”.
staff-column-survey = Survey
staff-column-state = Status
staff-column-days = Period
staff-column-responses = Responses
staff-column-next = What to do next
staff-days = from { $from } to { $to }
staff-next-draft = Check the plan and open the survey.
staff-next-early = Responses are collected from { $from }.
staff-next-open = Collects responses until { $to }.
staff-next-collecting = Key in the paper forms that are missing, then close the survey.
staff-next-closed = Read the results and publish the report.
staff-next-published = The report is published.

# One survey.
staff-edit = Edit
staff-cancel = Cancel
staff-back = Back to the survey
staff-office = Office
staff-year = Year
staff-form = Questionnaire
staff-form-version = { $title } (wording no. { $revision })
staff-charter = Service charter
staff-no-charter = none: the report cannot say which goals are reached
staff-universe = Yearly contacts
staff-not-known = not given
staff-privacy-threshold = Minimum responses to publish a figure
staff-collecting-days = Days for keying in paper forms after the last day
staff-plan = Plan
staff-responses = Responses
staff-of-planned = planned
staff-by-channel = Responses by channel
staff-by-day = Responses by day
staff-channel = Channel
staff-links = Links
staff-link = Link
staff-public-link = Public questionnaire
staff-action = Action
staff-kiosks = Kiosks
staff-kiosk-place = Place of the kiosk
staff-kiosk-place-hint = For example “Entrance hall, ground floor”. It appears in the results, not on the questionnaire.
staff-kiosk-add = Add a kiosk
staff-kiosk-revoke = Revoke
staff-kiosk-revoked = revoked
staff-kiosk-over = survey closed
staff-kiosk-works = active
staff-key-in = Key in a form
staff-contacts = Contacts and invitations
staff-printable = Form to print
staff-duplicate-for = Duplicate for { $year }
staff-goals = Goals of the service charter
staff-goals-other-years = This charter does not hold for { $year }: it is valid { $years }. Choose the one in force in that year, or mend the year.
staff-goal = Goal
staff-indicator = How it is measured
staff-target = Value to reach
staff-goal-unmeasured = The chosen form cannot measure it.
staff-seals = Seals
staff-seals-about = At opening, the plan of analysis was sealed: goals, form, contacts and rules cannot be changed without its being seen.
staff-open-question = Open the survey?
staff-open-button = Open the survey
staff-open-consequence-1 = From { $from } people can answer through every channel chosen.
staff-open-consequence-2 = Goals, form, contacts and threshold are sealed: after opening, only title, last day, days for paper and planned responses can change.
staff-open-consequence-3 = No invitation leaves by itself: invitations are sent from the page of contacts.
staff-stop-question = End the collection of responses?
staff-stop-button = End the collection
staff-stop-consequence-1 = The public form, invitations and kiosks take no more responses.
staff-stop-consequence-2 = Until { $paper }, paper forms filled in by today can still be keyed in.
staff-stop-consequence-3 = The collection cannot be opened again.
staff-close-question = Close the survey?
staff-close-button = Close the survey
staff-close-consequence-1 = No response is taken any more, not even from paper, and waiting invitations are not sent.
staff-close-consequence-2 = The key that ties invitations to responses is destroyed: from then on only somebody who had kept an earlier copy of the database and one of the key file can find out who answered.
staff-close-consequence-3 = Closing is final. Then the results can be published.
staff-done-open = The survey is open.
staff-done-stop = The collection has ended.
staff-done-close = The survey is closed: the key that tied responses to invitations is destroyed.
staff-done-duplicate = The survey was duplicated as a draft: check dates and texts, then save.
staff-done-kiosk = The kiosk was added: open its link on the device.
staff-done-revoked = The kiosk is switched off: its link no longer works.
staff-done-saved = The plan was saved.

# Contacts.
staff-contacts-number = Contacts
staff-contacts-opted-out = Do not want letters
staff-contacts-invited = Invitations prepared
staff-letters-uncertain = Uncertain letters
staff-letters-uncertain-about = Sending is uncertain when it broke off while the message was being handed over: it may have arrived or not, and is not sent again unless you say so. This page does not say who answered.
staff-invite = Send the invitations
staff-remind = Send a reminder
staff-remind-about = Invitations go to those who have not had one. A reminder does not go to those who have answered, but the office does not see who they are. All reminders count as being sent until the last of them is settled: so not even the data tell who answered.
staff-retry-where = Messages that were not delivered, or are uncertain, are retried on that page.
staff-letters = Letters
staff-letter = Letter
staff-number = Number
staff-letter-invitation = Invitation
staff-letter-reminder = Reminder
staff-letter-thanks = Thanks
staff-letter-waiting = to be sent
staff-letter-sending = being sent
staff-letter-done = sent or no longer needed
staff-letter-uncertain = uncertain: may have arrived or not
staff-letter-bounced_hard = not delivered: no such mailbox
staff-letter-bounced_soft = not delivered: mailbox full or server refusing
staff-letter-suppressed = not sent: the person does not want letters or cannot get them
staff-letter-cancelled = cancelled
staff-letters-why = Why some letters did not go out
staff-letters-why-about = Letters to be sent stay queued and go out by themselves as soon as the mail server takes them: there is no need to press again.
staff-letter-why = Reason
staff-letter-next = Next attempt
staff-letter-no-connection = the mail server cannot be reached
staff-letter-not-let-in = the mail server does not let us in
staff-letter-too-slow = the mail server does not answer in time
staff-letter-no-key = the key file has no key for this survey
staff-letter-lifted = although its address had been taken for dead
staff-letter-thanks-again = the letter of thanks
staff-contacts-upload = Upload contacts
staff-contacts-file = File of contacts
staff-contacts-file-hint = A CSV or XLSX file with a column of addresses and, if there are, “name”, “surname” and “language”. 7 MB at most. You will see a preview before anything is kept; the same file twice adds nobody.
staff-contacts-send = Show the preview
staff-no-file = Choose a file to upload.
staff-import-title = File uploaded
staff-import-to-mend = Rows to correct
staff-import-rows = { $count ->
    [one] One row read
   *[other] { $count } rows read
}
staff-import-added = { $count ->
    [one] One contact added
   *[other] { $count } contacts added
}
staff-import-there = { $count ->
    [one] One was there already
   *[other] { $count } were there already
}
staff-import-merged = { $count ->
    [one] One row repeats an address of the file
   *[other] { $count } rows repeat an address of the file
}
staff-import-suppressed = { $count ->
    [one] One person gets no more letters (asked for it, or has no mailbox any more) and is left out
   *[other] { $count } people get no more letters (asked for it, or have no mailbox any more) and are left out
}
staff-import-faults = { $count ->
    [one] One row to correct
   *[other] { $count } rows to correct
}
staff-done-sampled = { $count ->
    [one] The sample is drawn: one person.
   *[other] The sample is drawn: { $count } people. Invitations will go only to them.
}
staff-done-sample-withdrawn = The sample was taken back.
staff-done-invited = { $count ->
    [0] No new invitation to prepare.
    [one] One invitation is on its way.
   *[other] { $count } invitations are on their way.
}
staff-done-letter-saved = The text of the letter is saved.
staff-done-letter-restored = The program's text holds again.
staff-done-thanked = { $count ->
    [0] No thanks to send: all were in the queue already.
    [one] { $count } letter of thanks is in the queue and leaves shortly.
   *[other] { $count } letters of thanks are in the queue and leave shortly.
}
staff-done-reminded = { $count ->
    [0] No reminder to prepare.
    [one] One reminder is on its way.
   *[other] { $count } reminders are on their way.
}
staff-done-retried-uncertain = { $count ->
    [0] No uncertain invitation to send again.
    [one] One uncertain invitation is on its way again.
   *[other] { $count } uncertain invitations are on their way again.
}
staff-done-thanks-retried = { $count ->
    [0] No uncertain letter of thanks to send again.
    [one] One uncertain letter of thanks is on its way again.
   *[other] { $count } uncertain letters of thanks are on their way again.
}
staff-done-retried = { $count ->
    [0] No invitation to try again.
    [one] One refused invitation is on its way again.
   *[other] { $count } refused invitations are on their way again.
}

# The questionnaire on paper.
staff-printed-how = print this page with the browser's “Print” command.

# The plan.
staff-edit-survey = Edit the plan
staff-mistakes = To be corrected
staff-plan-what = What is surveyed
staff-plan-office = Office
staff-plan-office_name = Name of the office
staff-plan-office_code = Short name of the office in addresses
staff-plan-office_code-hint = Lower-case letters, digits and _, for example “urp”.
staff-plan-office_contact = Where a citizen who wants an answer writes
staff-plan-office_contact-hint = E-mail or postal address, on one line.
staff-plan-year = Year
staff-plan-title = Title
staff-plan-title-hint = Appears only on the pages of the office.
staff-plan-code = Address
staff-plan-code-hint = The last part of the link to the form: lower-case letters, digits and _, for example “urp_2026”.
staff-plan-form = Questionnaire
staff-plan-own-form = Use a form prepared by the office
staff-plan-form_file = File of the form
staff-plan-form_file-hint = A TOML file. It takes precedence over the choice from the catalogue.
staff-plan-form_text = Or paste the text of the form here
staff-plan-charter = Service charter
staff-plan-own-charter = Use a charter prepared by the office
staff-plan-charter_file = File of the charter
staff-plan-charter_file-hint = A TOML file. It takes precedence over the choice from the catalogue.
staff-charter-none = No service charter
staff-charter-version = Version { $version }, in force from { $year } – { $title }, { $office }
staff-from-catalog = from the catalogue
staff-plan-when = When
staff-plan-opens_on = First day
staff-plan-closes_on = Last day
staff-plan-collecting_days = Days for keying in paper forms after the last day
staff-plan-collecting_days-hint = For how many days paper forms can still be keyed in.
staff-plan-channels = Channels
staff-plan-universe-of = Contacts in a year, { $channel }
staff-plan-universe-about = How many contacts the office has in a year through each channel: somebody who turns to the office several times counts each time. Leave empty if not known.
staff-plan-sample = Responses
staff-plan-planned_responses = Planned responses
staff-plan-planned-hint = With { $needed } responses, percentages have a margin of 5 points at a confidence level of 95%.
staff-plan-privacy_threshold = Minimum responses to publish a figure
staff-plan-privacy_threshold-hint = Below this number a figure is not shown, so that nobody can be recognised.
staff-plan-save = Save the plan
staff-usual-title = User satisfaction { $year }
staff-wrong-code = Use lower-case letters, digits and _, beginning with a letter (40 characters at most).
staff-wrong-day = Write the day as 2026-03-31 or 31/03/2026.
staff-wrong-number = Write a whole number between { $least } and { $most }.
staff-no-form = Choose a form from the list or upload one.

# What went wrong, on the office's pages.
staff-problem-may-not-heading = This is not allowed
staff-problem-may-not-text = Your account may only read, or the page was open since before you last signed in. Go back to the page, reload it and try again.
staff-problem-no-page-heading = Page not found
staff-problem-no-page-text = There is no page of the office at this address.
staff-problem-wrong-method-heading = This page does not open like that
staff-problem-wrong-method-text = The address only serves a button of another page. Open the survey from the list and use the button.
staff-problem-too-large-heading = What was sent is too large
staff-problem-too-large-text = This page takes 8 MB at most. Split the file, or leave out columns that are not needed, and try again.
staff-problem-busy-heading = One moment, please
staff-problem-busy-text = The system is very busy at the moment and nothing was saved. Wait a few seconds and try again.
staff-problem-broken-text-heading = The text cannot be read
staff-problem-broken-text-text = The form arrived with characters that cannot be read (they are not UTF-8). Go back to the page before and send it again; if it happens once more, try another browser.
