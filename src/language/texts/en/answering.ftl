# Beside what is asked: who reads the answers, what may still be written or chosen, stars, and what comes after.
answering-anonymous = Anonymous answers: we record them without your name
answering-read-by = Who reads the answers: { $office }
answering-stars = { $count ->
    [one] { $count } star out of { $of }
   *[other] { $count } stars out of { $of }
}
answering-most-characters = At most { $most } characters.
answering-characters = Characters: { $at } of { $of }
answering-characters-left = Characters you can still write: { $at }
answering-characters-over = Characters too many: { $at }. Please shorten the text.
answering-choices = Chosen: { $at } of { $of }
answering-choices-over = Chosen: { $at }, but at most { $of }. Please remove some.
answering-what-next = Answers can be sent until { $day }. Then we count them all together and publish the results.
answering-last-results = Read the { $year } results
answering-number-range = A whole number from { $least } to { $most }.
