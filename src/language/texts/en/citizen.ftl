# The citizen's pages and the kiosk.
citizen-skip = Skip to content
citizen-languages = Choice of language
citizen-simulated-title = Simulated data.
citizen-simulated = This is a demonstration: the survey and its answers are made up.
citizen-accessibility = Accessibility statement
citizen-privacy-page = Privacy notice
citizen-no-cookies = This page uses no cookies.

citizen-minutes = { $count ->
    [one] About one minute
   *[other] About { $count } minutes
}
citizen-optional = Answering is optional
citizen-privacy-summary = How we handle your answers
citizen-privacy-why = Why we ask
citizen-privacy-why-text = { $body } surveys how satisfied its users are in order to improve its services. This is a task in the public interest (art. 6(1)(e) of Regulation EU 2016/679), so we do not ask for your consent. Answering is optional and does not change the services you receive in any way.
citizen-privacy-anonymous = What we record
citizen-privacy-anonymous-text = We record the answers, the day and the channel (for example web or kiosk). We do not record your name, the address of your computer or the time. Answers are published only as totals; comments only after a person has checked that nobody can be recognised from them.
citizen-privacy-link = The personal link
citizen-privacy-link-text = If you were invited by a personal link, no page of this program shows who answered or what. Until the survey closes, only somebody holding both the database and the key file, which are kept apart, could technically make the connection. At closing the key is destroyed: from then on only somebody who had kept earlier copies of both could do so.
citizen-privacy-final = Answers sent cannot be withdrawn
citizen-privacy-final-text = Answers are recorded without your name: once they are sent, the program offers no way to find, correct or delete them. Please do not write names or other personal data, your own or other people's, in the open answers.
citizen-privacy-who = Whom to ask
citizen-privacy-who-text = Data controller: { $controller }.
citizen-privacy-officer-text = Data controller: { $controller }. Data protection officer: { $officer }.
citizen-privacy-contact = Questions about the survey: { $contact }

citizen-page-of = Page { $at } of { $of }
citizen-part-of = Part { $at } of { $of }
citizen-required = (required)
citizen-choose-any = You may choose several answers.
citizen-choose-at-most = { $count ->
    [one] You may choose one answer only.
   *[other] You may choose up to { $count } answers.
}
citizen-at-most-characters = At most { $most } characters. Please do not write names or other personal data.
citizen-how-satisfied = How satisfied are you with it?
citizen-how-important = How important is it to you?
citizen-not-a-complaint = This is not a complaint: to get a reply, write to { $contact }.
citizen-next = Next
citizen-back = Back
citizen-send = Send the answers
citizen-before-sending = After sending, the answers cannot be changed any more.
citizen-appeared = There are a few more questions for you.
citizen-appeared-go = Go to the first one

citizen-error-title = To be completed
citizen-summary = Something is still missing
citizen-summary-kept = The answers you gave are kept on this page. Please check:
citizen-refused-missing = the answer is missing
citizen-refused-unknown-field = this question is not part of the questionnaire
citizen-refused-unknown-answer = this is not one of the possible answers: choose one of them
citizen-refused-too-many = { $count ->
    [one] choose one answer only
   *[other] choose at most { $count } answers
}
citizen-refused-not-together = one of the chosen answers excludes the others: leave it alone or remove it
citizen-refused-out-of-range = write a whole number from { $least } to { $most }
citizen-refused-too-long = the text is too long: at most { $most } characters
citizen-refused-unreadable = it has characters that could not be read: the sign � stands in their place. Correct them and send again

citizen-thanks-title = Thank you
citizen-thanks-heading = Thank you, your answers have been recorded
citizen-thanks-anonymous = Your answers are recorded without your name, and no page shows whose they are. If you used a personal invitation, until the survey closes only somebody able to bring together two files that are kept apart, such as the technicians who look after the data, could find out.
citizen-first-kept-title = Answer already recorded
citizen-first-kept-heading = An answer had already been recorded
citizen-first-kept = We have kept the first answer sent from this page or with this link. The answers you have just sent are different and do not replace it.
citizen-first-kept-why = Answers are recorded without names: the program offers no way to find or change them.
citizen-kiosk-next = This page returns to the beginning by itself for the next person.
citizen-kiosk-start = New questionnaire
citizen-kiosk-restart = Clear everything and start again
citizen-kiosk-idle = Are you still there? The questionnaire will soon start again. Touch the screen to go on.

# The questionnaire on paper.
citizen-paper-anonymous = The questionnaire is anonymous: do not write your name.
citizen-paper-return = Please return it to the office by { $day }.
citizen-paper-contact = For information: { $contact }.
citizen-paper-quoted = “{ $text }”
citizen-paper-when = only if you answered { $answers } to { $question }
citizen-paper-if = if it concerns you

citizen-home-title = Your opinion improves our services
citizen-home-lead = Tell us here how it went with our offices. It takes a few minutes and no registration.
citizen-home-text = At least once a year we measure how satisfied the users of our services are, as promised in the service charter, and publish the results. The answers are anonymous.
citizen-home-open = Open questionnaires
citizen-home-none = No questionnaire is open to everybody at the moment. If you were invited, use the link in your message.
citizen-home-reports = Published results
citizen-home-survey = { $minutes } · until { $day }
citizen-report-of = { $office }: results { $year }

citizen-opt-out-title = Receive no more invitations
citizen-opt-out-question = Do you want us not to write to you again about satisfaction surveys?
citizen-opt-out-consequence = Once you confirm, you will receive no more invitations or reminders, not even for future surveys. You may still answer the questionnaires open to everybody.
citizen-opt-out-button = Do not write to me again
citizen-opt-out-otherwise = If you opened this page by mistake, close it: nothing changes.
citizen-opted-out-title = We will not write to you again
citizen-opted-out-heading = We will not write to you again
citizen-opted-out = We have recorded your request: no more invitations will reach this address.
citizen-opt-out-deleted-heading = Your address has already been deleted
citizen-opt-out-deleted = The survey is over and we have deleted the addresses we had written to. So we can no longer record your request for future surveys from here.
citizen-opt-out-deleted-contact = If you do not want invitations in the future either, tell: { $contact }
citizen-test-letter-title = Test letter
citizen-test-letter-heading = This link comes from a test letter
citizen-test-letter = The office sent a letter to try whether its mail arrives. There is nothing to confirm here, and no address was taken off or noted. In invitations this link serves to receive no more of them.
