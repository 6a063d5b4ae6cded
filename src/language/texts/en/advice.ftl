# The adviser: what a methodologist would mark. For each matter: what it is, why, what to do, who says so.

advice-hint = { $why } { $fix } ({ $source })

advice-double-barrelled = This seems to ask two things at once: "{ $marked }".
advice-double-barrelled-why = Whoever is satisfied with one and not with the other cannot answer.
advice-double-barrelled-fix = Ask one thing only, or make two items of it.
advice-double-barrelled-source = Payne 1951; Converse and Presser 1986

advice-leading = "{ $marked }" pushes towards an answer.
advice-leading-why = Many people agree with whoever asks, and the result pleases without being true.
advice-leading-fix = Ask neutrally, for example "How satisfied are you with ...".
advice-leading-source = Payne 1951; Schuman and Presser 1981

advice-negation = There is a negation here: "{ $marked }".
advice-negation-why = Whoever answers "no", or "not at all", has to negate a negation: many go wrong.
advice-negation-fix = Put it positively: instead of "I did not wait long", "Waiting time".
advice-negation-source = Swain, Weathers and Niedrich 2008; Krosnick and Presser 2010

advice-double-negation = There are two negations here: "{ $marked }".
advice-double-negation-why = Nobody can tell what it means to agree.
advice-double-negation-fix = Rewrite it without negations.
advice-double-negation-source = Krosnick and Presser 2010

advice-absolute = "{ $marked }" allows no exception.
advice-absolute-why = One exception is enough for a satisfied person to have to answer "no".
advice-absolute-fix = Take the word out, or ask how much or how often.
advice-absolute-source = Payne 1951; Dillman, Smyth and Christian 2014

advice-unbalanced-scale = The scale { $scale } has { $better ->
    [0] no favourable point
    [one] one favourable point
   *[other] { $better } favourable points
} and { $worse ->
    [0] no unfavourable one
    [one] one unfavourable one
   *[other] { $worse } unfavourable ones
}.
advice-unbalanced-scale-why = Answers move to the side that has more points.
advice-unbalanced-scale-fix = Put as many points on one side as on the other.
advice-unbalanced-scale-source = Krosnick and Presser 2010; Dillman, Smyth and Christian 2014

advice-unlabelled-scale = The ends of the scale { $scale } have no label.
advice-unlabelled-scale-why = Everybody gives numbers a meaning of their own, and a screen reader would read nothing else.
advice-unlabelled-scale-fix = Say what the lowest and the highest value mean.
advice-unlabelled-scale-source = Krosnick and Presser 2010

advice-too-many-points = The scale { $scale } has { $points } points, more than { $most }.
advice-too-many-points-why = Nobody tells so many apart: the precision is only apparent.
advice-too-many-points-fix = Use 5 or 7 labelled points, or a scale from 0 to 10 with labels at its ends.
advice-too-many-points-source = Krosnick and Presser 2010; Preston and Colman 2000

advice-no-dont-know = The scale { $scale } offers neither "don't know" nor "not applicable".
advice-no-dont-know-why = People who never used that service would have to guess.
advice-no-dont-know-fix = Add "don't know" (dont_know) or "does not apply to me" (not_applicable) to the scale. That changes what every question on this scale offers: do it between two surveys, not while one is open.
advice-no-dont-know-source = Schuman and Presser 1981; Dillman, Smyth and Christian 2014

advice-none-satisfied = No point of the scale { $scale } counts as satisfied.
advice-none-satisfied-why = The shares of satisfied users rest on these points.
advice-none-satisfied-fix = Say which ones count: satisfied = true.
advice-none-satisfied-source = Dipartimento della Funzione pubblica 2004, directive on perceived quality

advice-neutral-satisfied = The neutral point of the scale { $scale } counts as satisfied.
advice-neutral-satisfied-why = Who stands in the middle is not satisfied: the share would be inflated.
advice-neutral-satisfied-fix = Take `satisfied` from that point.
advice-neutral-satisfied-source = Dillman, Smyth and Christian 2014

advice-long-text = The text ({ $language }) has { $characters } characters, more than { $most }.
advice-long-text-why = On a phone a long question is not read to its end.
advice-long-text-fix = Shorten it, or move explanations to the help (`hint`).
advice-long-text-source = Payne 1951; Dillman, Smyth and Christian 2014

advice-hard-to-read = The text ({ $language }) is hard to read ({ $measure }: { $value }).
advice-hard-to-read-why = Many adults do not get to the end of such a text: those with less schooling would not answer.
advice-hard-to-read-fix = Shorter sentences, commoner words, one thing a sentence.
advice-hard-to-read-source = Lucisano and Piemontese 1988; Flesch 1948; Amstad 1978; Kandel and Moles 1958
advice-measure-gulpease = Gulpease
advice-measure-flesch = Flesch
advice-measure-amstad = Flesch-Amstad
advice-measure-kandel-moles = Flesch-Kandel-Moles
advice-measure-sentence-length = words per sentence
advice-measure-word-length = letters per word

advice-required-personal = A question about the person is required.
advice-required-personal-why = Answering is optional and nobody has to say who they are; many leave at that point.
advice-required-personal-fix = Make it optional (take out `required`).
advice-required-personal-source = Regulation (EU) 2016/679, article 5; Garante privacy 182/2011, by analogy

advice-personal-asked = This asks who the person is: "{ $marked }".
advice-personal-asked-why = The questionnaire promises anonymity; a name or an address beside the answers takes it away.
advice-personal-asked-fix = Take the question out; tell those who want an answer how to reach the office.
advice-personal-asked-source = Regulation (EU) 2016/679, articles 5 and 25

advice-sensitive-asked = This asks what the law protects more than the rest: "{ $marked }".
advice-sensitive-asked-why = Health, religion, opinions and sex life may be asked only where it is indispensable; and whoever tells them is recognised more easily.
advice-sensitive-asked-fix = Take the question out, or ask the data protection officer first.
advice-sensitive-asked-source = Regulation (EU) 2016/679, article 9

advice-many-required = { $count ->
    [one] { $count } question is required.
   *[other] { $count } questions are required.
}
advice-many-required-why = Every required question loses answers.
advice-many-required-fix = Require the overall judgement and what decides the route, nothing else.
advice-many-required-source = Dillman, Smyth and Christian 2014

advice-many-open-questions = { $count ->
    [one] There is { $count } open question, more than { $most }.
   *[other] There are { $count } open questions for everybody, more than { $most }.
}
advice-many-open-questions-why = Writing is work: after the first ones nearly everybody leaves them empty.
advice-many-open-questions-fix = Keep one or two, and offer choices for the rest.
advice-many-open-questions-source = Reja and others 2003; Galesic and Bosnjak 2009

advice-many-answers = { $count ->
    [one] This form asks for { $count } answer, more than { $most }.
   *[other] This form asks for { $count } answers, more than { $most }.
}
advice-many-answers-why = Towards the end answers grow short and hasty, and many people leave.
advice-many-answers-fix = Take out what nobody will act on.
advice-many-answers-source = Galesic and Bosnjak 2009

advice-over-promised-minutes = { $promised ->
    [one] The form promises { $promised } minute; a slow reader needs about { $estimated }.
   *[other] The form promises { $promised } minutes; a slow reader needs about { $estimated }.
}
advice-over-promised-minutes-why = Whoever notices a broken promise leaves, and does not begin next year.
advice-over-promised-minutes-fix = Promise the minutes that it takes, or take out some questions.
advice-over-promised-minutes-source = Crawford, Couper and Lamias 2001; reading speed: Brysbaert 2019

advice-small-groups = { $responses ->
    [one] There are { $groups } groups: { $responses } response is expected in each on average, and under { $threshold } nothing is shown.
   *[other] There are { $groups } groups: { $responses } responses are expected in each on average, and under { $threshold } nothing is shown.
}
advice-small-groups-why = People would be asked who they are for results that cannot be published.
advice-small-groups-fix = Join some choices, or take the question out.
advice-small-groups-source = Regulation (EU) 2016/679, article 5; Hundepool and others 2012

advice-unused-question = No goal, no condition and no table of the report uses this answer.
advice-unused-question-why = Ask only what is needed: every further question costs answers.
advice-unused-question-fix = Take it out, or decide what it is for.
advice-unused-question-source = Regulation (EU) 2016/679, article 5; Dillman, Smyth and Christian 2014

advice-unmeasured-goal = The goal { $goal } is measured by `{ $field }`, which this form does not ask.
advice-unmeasured-goal-why = At the end of the year the goal would have no value.
advice-unmeasured-goal-fix = Add the question under this code, or change the indicator in the charter.
advice-unmeasured-goal-source = D.Lgs. 286/1999, article 11; D.Lgs. 150/2009, articles 8 and 19-bis

advice-unjudged-goal = Beside the goal { $goal }, which the office measures itself, what users think is missing (`{ $field }`).
advice-unjudged-goal-why = The goal has its value, but how those who use the service see it stays unknown.
advice-unjudged-goal-fix = Add the question under this code if you want to compare the two values.
advice-unjudged-goal-source = D.Lgs. 150/2009, articles 8 and 19-bis

advice-reworded = The words are not those of the edition before.
advice-reworded-why = The years are still compared, with a caveat: a difference may come from the words.
advice-reworded-fix = Put the earlier words back, unless the change is needed.
advice-reworded-source = Schuman and Presser 1981

advice-scale-changed = The scale is not that of the edition before.
advice-scale-changed-why = The two years cannot be compared: the trend breaks.
advice-scale-changed-fix = Use the earlier scale if you need the comparison.
advice-scale-changed-source = Schuman and Presser 1981

advice-new-code = In the edition before this question had the code `{ $before }`.
advice-new-code-why = Under another code it is another question: the trend breaks.
advice-new-code-fix = Give it its earlier code.
advice-new-code-source = editions are compared by code

advice-no-overall = No question asks for the overall judgement.
advice-no-overall-why = Goals and comparisons over the years rest on it.
advice-no-overall-fix = Add a rating with role = "overall".
advice-no-overall-source = Dipartimento della Funzione pubblica 2004, directive on perceived quality

# What one button can do.
advice-do-add-dont-know = Add "Don't know"
advice-do-label-ends = Label the ends
advice-do-mark-satisfied = Count the favourable points as satisfied
advice-do-unmark-neutral = Do not count the neutral point
advice-do-make-optional = Make it optional
advice-do-set-minutes = { $minutes ->
    [one] Promise { $minutes } minute
   *[other] Promise { $minutes } minutes
}
advice-do-split-item = Split into two items
advice-do-move-to-hint = Move the explanations to the help
advice-do-remove = Take the question out
advice-do-ask = Add the question `{ $code }`
advice-do-ask-overall = Add the overall judgement
advice-do-restore-words = Put the earlier words back
advice-do-rename = Give it back the code `{ $code }`
