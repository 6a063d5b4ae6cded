# Letters to those who are invited: plain and polite.
letter-subject-invitation = { $office }: your opinion of our services
letter-subject-reminder = Reminder – { $office }: your opinion of our services
letter-subject-reminder-again = Another reminder – { $office }: your opinion of our services
letter-subject-thanks = { $office }: thank you, the results are published
letter-subject-simulated = [demonstration] { $subject }
letter-simulated = This letter is part of a demonstration: the survey and its answers are simulated.
letter-greeting = Dear { $name },
letter-greeting-nameless = Dear user of our services,
letter-why = You have used our services: please tell us how you found them and what you need. Every year we measure how satisfied our users are and compare it with the commitments of our service charter; the results, and what we intend to improve, are published.
letter-reminder-why = Some time ago we asked for your opinion of our services. The questionnaire is still open, and your view would help us to improve them.
letter-reminder-again = We are writing once more about the questionnaire on our services, which is still open. The more people answer, the better the results tell what our users need.
letter-reminder-how = You receive this reminder because the system found no answer of yours when it was sent. It is not sent to those who have already answered: the system leaves them out, and no page shows our staff who has answered and who has not. If you have answered in the meantime, thank you: there is nothing more to do.
letter-minutes = It takes about { $minutes }. You can answer until { $until }, here:
letter-minutes-number = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
letter-thanks-why = The survey on our services, to which we invited you, is over and its results are published: how satisfied our users are and what we intend to improve. You can read them here:
letter-results-link = Read the results
letter-thanks = We thank everybody who gave the questionnaire their time.
letter-thanks-everybody = We send this letter to everybody who was invited: we do not know who has answered and who has not.
letter-link = Answer the questionnaire
letter-link-personal = The link is personal and good for one answer: please do not pass it on.
letter-anonymous = Answering is optional and changes nothing in the services you receive. Answers are kept apart from your name and your address, and no page shows the office who answered or what. Until the survey closes, only somebody holding both the database and the key file, which is kept apart, could find out; at closing the key is destroyed. We publish overall results only.
letter-source-task = Your address is among those of the people who have turned to our office. We use it for a task in the public interest: measuring the quality of our services.
letter-source-obligation = Your address is among those of the people who have turned to our office. We use it to meet a legal obligation: measuring the quality of our services.
letter-source-consent = You gave us your address and agreed to receive letters like this one; you can withdraw your consent at any time.
letter-source-contract = You gave us your address for a service that we provide to you.
letter-address = We use your address for this survey only and delete it after the survey has closed.
letter-opt-out = If you do not wish to receive any more invitations, tell us here:
letter-opt-out-link = I do not want any more invitations
letter-contact = This letter is sent by an automatic system. For information or to have an answer, please write to: { $contact }
letter-closing = Yours faithfully
