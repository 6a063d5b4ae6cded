# The poster and the leaflets that lead to the questionnaire. The first part hangs at the desk: every language of citizens has it.
poster-heading = Tell us how it went
poster-invitation = { $count ->
    [one] Your opinion helps us improve our services: it takes about a minute, answers are anonymous and taking part is voluntary.
   *[other] Your opinion helps us improve our services: it takes about { $count } minutes, answers are anonymous and taking part is voluntary.
}
poster-until = You can answer until { $to }
poster-period = You can answer from { $from } to { $to }
poster-scan = Scan the code with your phone or open this address:
poster-code = QR code that opens the questionnaire at { $address }
poster-simulated = Demonstration: survey and answers are made up.

# What staff read who make it.
poster-about = The QR code and the address on the poster lead to the questionnaire. Choose the languages and the size.
poster-languages = Languages of the poster
poster-size = Size
poster-size-a4 = One A4 poster
poster-size-a6 = Four A6 leaflets on an A4 sheet, to be cut
poster-make = Poster to print (PDF)
poster-not-open = The poster can be printed only while the survey is open: before and after, its code would lead to no questionnaire. Open the survey, then come back here.
poster-over = The last day for answering is past: the code on the poster would no longer lead to the questionnaire. If the survey is to go on, first move its closing day.
poster-not-on-web = The poster leads to the questionnaire on the web, but this survey does not have the web channel. Add the web channel to the draft, before the survey is opened.
poster-no-language = There is no poster in this language: choose one or more of those offered on the page of the survey.
poster-no-size = There is no such size: choose one A4 poster or four A6 leaflets.
