# The annual report: page, PDF and spreadsheet.
report-page = Page
report-page-of = of
report-chart-data = The figures behind the chart
report-contents = Contents
report-csv-table = table
report-csv-row = row
report-csv-column = column
report-csv-value = value
report-csv-shown = as shown
report-csv-note = note
report-csv-channel = Channel
report-csv-channel-few = other channels
report-csv-importance = { $item } – importance
report-csv-dont-know = don't know
report-csv-not-applicable = not applicable
report-csv-not-asked = not asked
report-title = User satisfaction: report { $year }
report-made-on = Report of { $day }
report-notice-simulated = Simulated answers: nobody was actually interviewed.
report-count-of = { $count } of { $base }
report-suppressed = not published
report-fewer-than = fewer than { $threshold }
report-total = Total
report-merged = Other answers, merged for confidentiality
report-change-up = increase
report-change-down = decrease
report-change-stable = stable
report-change-not-shown = not demonstrated
report-change-interval = from { $lower } to { $upper } points
# What files have beside a number, in a column of its own.
report-apart-verdict = verdict
report-apart-lower = lower limit
report-apart-upper = upper limit
report-apart-direction = direction
report-apart-unit = unit
report-apart-caveat = caveat
report-apart-from = from
report-apart-to = to
report-apart-effect = effect size
report-apart-p = p (Holm)
report-apart-effective = effective base
report-apart-design = design effect
report-scale-changed = another scale: not comparable
report-reworded = question reworded
report-broken-scale = scale changed
report-broken-mode = other way of collecting
report-verdict-reached = reached
report-verdict-missed = not reached
report-verdict-open = not demonstrable
report-reason-missed = even in the most favourable case the value would be { $bound }
# Headings of columns.
report-column-goal = Goal
report-column-target = Target
report-column-found = Result
report-column-deviation = Deviation
report-column-cause = Cause of the deviation
report-column-verdict = Verdict
report-column-verdict-now = This year's verdict
report-column-base = n
report-column-item = Item
report-column-group = Item and group
report-column-all = All answers
report-column-mode-difference = Difference between channels
report-column-weighted = Weighted by channel
report-column-choice = Answer
report-column-answers = Answers
report-column-dont-know = Don't know
report-column-not-applicable = Not applicable
report-column-blank = Left blank
report-column-satisfied = Satisfied
report-column-recommending = Would recommend the office
report-column-favourable = Favourable answers
report-column-interval = 95% interval
report-column-mean = Mean (95% interval)
report-column-change = Compared with { $year }
report-column-trend = Trend, points a year
report-column-channel = Channel
report-column-universe = Yearly contacts
report-column-universe-part = Share of contacts
report-column-coverage = Answers per contacts
report-column-invited = Invited
report-column-undelivered = Undelivered
report-column-responses = Responses
report-column-rate = Response rate
report-column-part = Share
report-column-action = Action
report-column-owner = Who does it
report-column-due = By
report-column-state = Status
report-column-outcome = What came of it
# Goals.
report-goals-title = The goals in brief
report-goals-caption = Goals of the Service Charter, { $year }
report-goals-none = No goals were set for this year: there is no Service Charter with target values.
report-goals-note = n: answers or cases behind the value. Deviation: result minus target, in percentage points for percentages. A goal is reached only if it is so even when uncertainty is taken into account; the rule is in the method note.
report-goals-chart = Goals reached: { $reached }; not reached: { $missed }; not demonstrable: { $open }
report-goals-chart-caption = Results against targets
report-goals-in-short = { $goals ->
    [one] The only goal of the Service Charter
   *[other] Of the { $goals } goals of the Service Charter
}{ $goals ->
    [one] { $reached ->
        [one] { " " }is reached.
       *[other] { $missed ->
            [one] { " " }is not reached.
           *[other] { " " }is not demonstrable.
        }
    }
   *[other] { $reached ->
        [0] { " " }none is reached
        [one] { " " }one is reached
       *[other] { " " }{ $reached } are reached
    }, { $missed ->
        [0] none is missed
        [one] one is not reached
       *[other] { $missed } are not reached
    } and { $open ->
        [0] none remains in doubt
        [one] for one the data cannot tell
       *[other] for { $open } the data cannot tell
    }.
}
report-answers-in-short = { $count ->
    [0] No answers came in.
    [one] One answer came in.
   *[other] { $number } answers came in.
}
report-overall-in-short = Overall, { $satisfied } of those who answered say they are satisfied.
report-overall-up = Overall, { $satisfied } of those who answered say they are satisfied, up from { $previous } in { $year }.
report-overall-down = Overall, { $satisfied } of those who answered say they are satisfied, down from { $previous } in { $year }.
report-overall-stable = Overall, { $satisfied } of those who answered say they are satisfied, stable compared with { $previous } in { $year }.
report-overall-not-shown = Overall, { $satisfied } of those who answered say they are satisfied; a change from { $previous } in { $year } is not demonstrated.
report-overall-reworded = The question was worded differently in { $year }.
report-overall-scale-changed = The value of { $year } is not comparable: the scale was another one.
# Actions.
report-past-title = What became of the promised actions
report-past-caption = Improvement actions promised in the previous report
report-past-none = The previous report promised no improvement actions.
report-past-first = This is the first edition: no actions were promised before.
report-past-in-short = { $actions ->
    [one] The previous report promised one improvement action:
   *[other] The previous report promised { $actions } improvement actions:
} { $done ->
    [0] none done
    [one] one done
   *[other] { $done } done
}, { $planned ->
    [0] none still to do
    [one] one still to do
   *[other] { $planned } still to do
}, { $dropped ->
    [0] none given up
    [one] one given up
   *[other] { $dropped } given up
}{ $begun ->
    [0] {""}
    [one] , one under way
   *[other] , { $begun } under way
}{ $late ->
    [0] .
    [one] . One is past its day.
   *[other] . { $late } are past their day.
}
report-action-planned = still to do
report-action-done = done
report-action-dropped = given up
report-action-under-way = under way
report-action-late = overdue
report-done-about = { $action } ({ $state })
report-done-about-outcome = { $action } ({ $state }): { $outcome }
report-column-verdict-of = Verdict { $year }
report-column-value-of = Value { $year }
report-column-goal-change = Change
report-column-done-about = What was done
report-goal-years-caption = The goals of { $year } against { $before }
report-goal-years-note = The verdict of the year before is the one published then, with the goals of then: no later charter rewrites it. In brackets the 95% interval of the change; where all cases were counted the change is exact.
report-goal-change-points = { $points } points
report-goal-change-interval = from { $lower } to { $upper }
report-next-title = What we will do
report-next-caption = Improvement actions promised
report-next-none = No improvement actions have been decided yet.
report-next-note = The next report will begin by saying what became of them.
report-next-missing = { $count ->
    [one] One missed goal still has no improvement action: { $goals }.
   *[other] { $count } missed goals still have no improvement action: { $goals }.
}
# Sample.
report-sample-title = Whom we asked and who answered
report-sample-period = Answers were collected from { $from } to { $to }.
report-sample-universe = In the year the office had { $universe } contacts (somebody who turns to the office several times counts each time); answers in relation to contacts: { $heard }.
report-sample-planned = At least { $planned } answers were planned.
report-sample-chart = The channels the answers came through
report-sample-caption = Contacts, invitations and responses by channel
report-sample-note = Response rate: responses divided by invitations delivered. Where nobody is invited personally (kiosk, public link, desk) it is not known how many saw the invitation: a response rate cannot be computed.
report-no-rate = cannot be computed
report-who-title = Who answered
report-coverage-note = Yearly contacts: of all channels together, and somebody who turns to the office several times counts each time. Answers per contacts: how many answers came from a group in relation to its contacts; it is not a response rate.
report-note-options = More than one answer could be chosen; percentages of those who chose at least one.
# Factors.
report-factors-title = Results by quality factor
report-factors-reading = For each item: how many answers came in, how many of them from satisfied people, and how uncertain the value is.
report-factors-caption = { $factor }: answers and satisfaction
report-factors-chart-caption = Percentages of those who gave a judgement
report-factors-chart-range = { $factor }: { $least } to { $most } satisfied, depending on the item
report-quoted = “{ $text }”
report-factors-chart-finding = { $factor }: “{ $best }” satisfies more than “{ $worst }”
report-factors-rest = Other judgements
report-note-judgements = Answers: those that give a judgement; percentages and mean are computed over them. 95% interval: the values between which the share of all users would lie, if those who answered were a random sample.
report-note-change = Change of the share in percentage points.
# Overall.
report-overall-title = The overall judgement
report-overall-sentence = Of 100 answers, { $satisfied } come from people who are satisfied overall ({ $answers } answers; between { $lower } and { $upper } if those who answered were a random sample of the users).
report-priorities-title = What matters most and how much it satisfies
report-priorities-reading = The higher an item, the more it matters to those who answered; the further right, the more it satisfies. The lines are the means of the items: other lines would give other quadrants.
report-priorities-chart = They matter much and satisfy less: { $items }
report-priorities-chart-many = { $count } items matter more than the mean and satisfy less than the mean
report-priorities-chart-none = No item matters more than the mean and satisfies less than the mean
report-priorities-chart-base = at least { $least } answers an item
report-overall-caption = Overall satisfaction
report-expectation-caption = Compared with expectations
report-recommend-caption = Would recommend the office to others
report-years-caption = Share satisfied over the years
report-years-chart = { $item }: the years compared
report-years-chart-up = { $item }: rising from { $from } to { $to }
report-years-chart-down = { $item }: falling from { $from } to { $to }
report-years-chart-stable = { $item }: stable from { $from } to { $to }
report-years-chart-not-shown = { $item }: no trend demonstrated from { $from } to { $to }
report-drivers-chart = What goes most with the overall judgement: { $item }
report-drivers-chart-reading = All items together explain { $explained } of the differences between overall judgements; the bars divide that part into 100. An association, not a cause
report-years-note = An item continues the line of the year before unless it says otherwise; where there are fewer than 30 answers no value is given.
report-trend = { $points } { $verdict }
report-trend-from = { $points } { $verdict } from { $from } to { $to }
report-trend-not-shown = not demonstrated
report-trend-note = The trend is that of the shares satisfied over the last comparable years, at least three: other words, another scale or another way of collecting interrupt it. The trend and the change since the year before may disagree: both are given.
# Needs.
report-needs-chart = The most frequent request: “{ $need }”
report-needs-title = What is really needed
report-needs-reading = The requests, from the most to the least frequent.
report-needs-suppressed = “{ $question }”: too few answers to be published.
# Comments.
report-comments-title = Comments in free words
report-comments-none = Nobody left a comment.
report-comments-few = Too few people answered to publish what they wrote.
report-comments-count = { $total ->
    [one] One comment in free words came in.
   *[other] { $total } comments in free words came in.
} Each is read by a person before it is published: approved { $approved }, not published { $refused }, still to be read { $pending }.
report-comments-all = The approved comments:
report-comments-some = Some of the approved comments:
# Annex: by group.
report-groups-title = Annex: the results by channel and by group
report-groups-chart-finding = { $item }: “{ $best }” most satisfied, “{ $worst }” least
report-groups-chart-range = { $item }: { $least } to { $most } satisfied, depending on the group
report-groups-reading = The same judgements, apart by channel and by who answered. Differences between small groups may be due to chance: the interval tells.
report-groups-by-channel = By channel
report-groups-by = By group: { $name }
report-groups-note = n: answers with a judgement. Groups with fewer than { $threshold } answers are not published, nor those from which they could be computed by subtraction.
# Annex: channels side by side.
report-modes-caption = The channels side by side: how many are satisfied, how far the channels differ, the weighted value
report-modes-note = “Difference between channels” (small, medium, large): how far the answers change from one channel to another, less what chance can do. “No differences emerge” does not mean that the channels answer alike.
report-difference-none = no differences emerge
report-difference-small = small
report-difference-medium = medium
report-difference-large = large
report-obstacle-constant = all answers the same
report-obstacle-one-channel = answers from one channel only
report-obstacle-too-few = too few answers
report-weighted-small = worth fewer than { $least } answers
report-modes-weight-of = { $channel } { $weight }
report-modes-weights = “Weighted by channel”: each answer counts in proportion to the users of its channel in the year, not one by one. Weights: { $weights }. Weighting costs precision: the design effect is { $effect }, so { $responses } answers are worth { $worth }.
report-modes-no-universe = No value is weighted by channel: how many users each channel has was not stated.
report-modes-channel-without-answers = No value is weighted by channel: the channel “{ $channel }” has users but no answers, and nobody else can answer for them.
report-modes-channel-without-users = No value is weighted by channel: answers came by the channel “{ $channel }”, but how many users it has was not stated.
report-modes-not-weighted = No value is weighted by channel: with these answers it cannot be computed.
report-note-mode-mix = The channels answered differently on { $items }: the value depends on how many answers each channel brought. The annex shows the channels apart.
report-goals-amended = { $goals }: the rules were changed after they had been sealed (see the seals in the method note).
report-goals-weighted = The verdicts on goals measured by the questionnaire rest on answers weighted by channel, as agreed before the survey.
report-goals-mode-mix = { $goal }: the channels answered differently, and the value depends on how many answers each brought (see the annex).
report-goals-mode-mix-weighted = { $goal }: the channels answered differently; weighted by channel the value would be { $value }. The official verdict remains that of the unweighted answers.
# Method.
report-method-title = Method note
report-method-who = Whom we asked, how and when
report-method-who-text = The survey ran from { $from } to { $to } through these channels: { $channels }. Answering was optional. The channel is kept with every answer.
report-method-open-link = A personal invitation is good for one answer only. The public link and the kiosk, however, cannot prevent the same person from answering several times.
report-method-sample = Invitations by e-mail went to a random sample: on { $day } { $size } people were drawn among the { $eligible } who could be invited, from a list of { $contacts }, each with the same probability (generator ChaCha20, seed { $seed }).
report-method-sample-of-segment = Invitations by e-mail went to a random sample: on { $day } { $size } people were drawn among the { $eligible } who could be invited and met these conditions: { $conditions }. The list had { $contacts }; each had the same probability (generator ChaCha20, seed { $seed }).
report-method-sample-languages = language { $languages }
report-method-sample-condition = { $label } { $values }
report-method-sample-no-value = no value
report-method-no-weights = The main values and the verdicts of the goals are not weighted: each answer counts the same, whatever its channel. Before they are taken together the channels are compared one by one: the comparison is in the annex.
report-method-goals-weighted = The main values are not weighted: each answer counts the same, whatever its channel. The verdicts of the goals measured with the questionnaire, instead, are weighted by channel, as agreed before the survey: each channel counts as much as the people it stands for. The comparison of the channels is in the annex.
report-method-simulated = The answers of this edition are simulated: they show the program and describe no office.
report-method-percentages = How to read percentages and means
report-method-denominators = Percentages and means are computed over those who gave a judgement. “Don't know”, “not applicable”, blank answers and questions not asked are counted apart and are not part of the base.
report-method-satisfied = Counted as satisfied is whoever chooses { $rules }.
report-method-recommending = Counted as recommending the office is whoever chooses { $rules }.
report-method-favourable = Counted as favourable is whoever chooses { $rules }.
report-method-satisfied-rule = { $labels } ({ $values } on the scale from { $least } to { $most })
report-method-decimals = Under { $least } answers only counts are given, no percentages and no means; under 1,000 percentages have no decimals. The mean assumes that the points of the scale are equally spaced: read it together with the distribution.
report-method-intervals = What the intervals say, and what they do not
report-method-volunteers = Those who answered did so of their own will: they are not a random sample of the users. Those who did not answer may think differently, and no calculation can correct for this.
report-method-interval-text = The interval (Wilson, 95%; Student's t for means) says how much the value could vary by chance alone if those who answered were a random sample. It does not cover the effect of those who do not answer, of the order of the questions or of the channel.
report-method-computed = Methods used in this report: { $methods }.
report-method-of-wilson = for shares Wilson's interval
report-method-of-wilson-finite = for shares Wilson's interval with the correction for a finite universe
report-method-of-student = for means and indices Student's t
report-method-of-student-finite = for means and indices Student's t with the correction for a finite universe
report-method-of-complete-count = for complete registers the count of all cases, without an interval
report-method-of-kruskal-wallis = for comparing channels the Kruskal-Wallis test (probabilities corrected by Holm's method for the number of items)
report-method-of-chi-square = for comparing channels where the answers have no order, chi-square with Cramér's V
report-method-of-post-stratified = for weighted values post-stratification by channel with the linearised error
report-caveat-small-base = Fewer than thirty answers: { $items }.
report-caveat-reworded = The edition before asked in other words: { $items }.
report-caveat-scale-changed = The edition before used another scale, so the years are not compared: { $items }.
report-caveat-mode-mix = The channels answered differently, by a medium or large difference: { $items }.
report-method-verdicts = When a goal is reached
report-method-verdict-text = Each goal has one official verdict. It is reached if it is so even at the unfavourable limit of uncertainty, not reached if it is not so even at the favourable limit, and otherwise not demonstrable. The limits are one-sided at 95%: Wilson's for shares, Student's t for means and indices, widened, where nearly everybody gives the same answer, to what the sample can have missed. A value just above the target is not enough. Complete registers, which count every case of the year, are compared directly.
report-method-verdict-errors = When the true value is exactly the target the rule can err by chance alone. With this year's targets and answers it calls reached a promise missed by a hair in at most { $reached } of cases, and not reached a promise only just kept in at most { $missed } (computed exactly, for the least favourable goal). The further the true value lies from the target, the rarer the error.
report-method-verdict-errors-about = When the true value is exactly the target the rule can err by chance alone, in either direction: in about five cases of a hundred for each.
report-method-verdict-words = “Not demonstrable” does not mean missed: it means that with these answers neither can be claimed. What it would take is stated beside the verdict.
report-method-minimum = Below the minimum base set for each goal (from { $least } to { $most } cases) no verdict is given, so as not to reward a thin survey.
report-method-minimum-one = Below the minimum base of { $least } cases no verdict is given, so as not to reward a thin survey.
report-method-changes = How years are compared
report-method-changes-text = “Increase” or “decrease” is said only when the 95% interval of the difference (Newcombe) excludes zero; “stable” when the difference lies within five points with sufficient certainty; otherwise the change is “not demonstrated”, which does not mean absent. An item is compared only on the same scale: the same points, the same ones counted as satisfied, the same direction. Where only the words of the question changed it is compared, and this is said. Over at least three comparable years the trend is reported (Cochran-Armitage): “increase” or “decrease” when the 95% interval of the yearly change excludes zero; other words, another scale or another way of collecting break it.
report-method-privacy = Confidentiality
report-method-threshold = Answers are anonymous and are published only in aggregate: what a group of fewer than { $threshold } people answered is never told; how many chose an answer, however, is told even when they are few. Comments are published only after a person has read them.
report-method-hidden-groups = The annex leaves out groups with too few answers, and those from which they could be computed.
report-method-nothing-hidden = Nothing in this report had to be left out for this reason.
report-method-hidden = Because there are too few answers, no figures are given for: { $items }.
report-method-hidden-goal = the goal “{ $goal }”
report-method-in-part = Some answers, given by too few people, are merged with others or not given in: { $items }.
report-method-form = Questionnaire and rules fixed beforehand
report-method-form-text = Questionnaire “{ $title }”, revision { $revision }; fingerprint of its structure { $hash }. Questionnaires with the same fingerprint can be compared over the years.
report-method-seal = Goals, formulas and minimum bases were fixed before the first answer: seal no. { $number } of { $day }, fingerprint { $hash }.
report-method-sealed-again = The number of answers planned was changed later: seal no. { $number } of { $day }, fingerprint { $hash }. Reason: { $reason }
report-funnel-contacts = Contacts in the year
report-funnel-answers = Completed questionnaires
report-funnel-invited = Invited
report-funnel-delivered = Invitations delivered
report-funnel-answers-email = Completed by those invited
report-funnel-all = All channels
report-funnel-email = Invitations by e-mail
report-funnel-chart = From those invited to those who answered
report-funnel-chart-email = { $share } of those who received the invitation by e-mail answered
report-funnel-chart-all = The answers are { $share } of the contacts in the year
report-by-day-chart = { $count ->
    [one] One answer was collected
   *[other] { $number } answers were collected
}
report-by-day-chart-fewer = { $count ->
    [one] Only one answer of the { $planned } planned was collected
   *[other] { $number } answers were collected, fewer than the { $planned } planned
}
report-by-day-chart-enough = { $count ->
    [one] The answer that was planned was collected
   *[other] { $number } answers were collected, at least as many as planned ({ $planned })
}
report-by-day-base = all completed questionnaires, on the day they arrived or were filled in on paper
report-feeling-title = Feeling and uncertainty
report-feeling-reading = Feeling says how much an item is liked, uncertainty how far answers are given at random or without a real opinion: both from 0 to 100, by the CUB model (Piccolo 2003). The higher an item, the more it is liked; the further right, the less decided the answers.
report-feeling-chart = Highest feeling: { $liked }; most uncertain answers: { $uncertain }
report-services-base = with the 95% interval; groups of fewer than 30 answers have no percentages
report-services-chart = { $by }: { $count ->
    [one] in one item of { $items } the intervals of two groups part
   *[other] in { $count } items of { $items } the intervals of two groups part
}
report-priorities-reading-factors = Each point is a quality factor, at the mean of its items' indexes. The higher, the more it matters to those who answered; the further right, the more it satisfies. The lines are the means of the factors: other lines would give other quadrants.
report-priorities-chart-none-factors = No factor matters more than average and satisfies less than average
report-method-together = Every goal has its own verdict. If the { $goals } goals measured on a sample are taken together, with an error of 5% for all of them (Holm's method), all those decided alone ({ $decided }) stay decided.
report-method-together-lost = Every goal has its own verdict. If the { $goals } goals measured on a sample are taken together, with an error of 5% for all of them (Holm's method), { $kept } of the { $decided } decided alone stay decided; these do not: { $lost }.
report-apart-amended = after the seal
report-judged-years-chart = { $item }: the judgements from { $from } to { $to }
report-promises-caption = How each goal is measured
report-column-quality = Dimension, factor and kind
report-column-how-measured = Indicator and formula
report-column-source = Source
report-column-redress = If the promise is not kept
report-promises-source = { $source }, at least { $least } cases
report-by-day-others = other channels
