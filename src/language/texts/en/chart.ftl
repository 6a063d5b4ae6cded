# The words in and around pictures.
chart-item = Item
chart-satisfied = Satisfied
chart-recommending = Would recommend
chart-favourable = Favourable answers
chart-positive = Positive
chart-target = Target
chart-answers = Answers
chart-no-opinion = Don’t know, n/a
chart-dont-know = Don’t know
chart-not-applicable = Not applicable
chart-blank = Left blank
chart-not-asked = Not asked
chart-suppressed = Not published: too few answers
chart-counts-only = under 30: counts only
chart-battery-about = { $count ->
    [one] Diverging bar of one item: negative judgements left of the centre, positive ones right.
   *[other] Diverging bars of { $count } items, most satisfied first: negative judgements left of the centre, positive ones right.
}
chart-battery-item-positive = { $label }: { $satisfied } positive and { $dissatisfied } negative of { $answers } answers
chart-battery-item-satisfied = { $label }: { $satisfied } satisfied and { $dissatisfied } negative of { $answers } answers
chart-battery-item-recommending = { $label }: { $satisfied } would recommend the office and { $dissatisfied } answer negatively, of { $answers } answers
chart-battery-item-favourable = { $label }: { $satisfied } favourable and { $dissatisfied } negative of { $answers } answers
chart-battery-most = Liked most: { $items }.
chart-battery-least = Liked least: { $items }.
chart-battery-few = With fewer than 30 answers, hence in counts only: { $labels }.
chart-battery-withheld = Not published because there are too few answers: { $labels }.
chart-goal = Goal
chart-found = Value found
chart-interval = Interval
chart-interval-legend = uncertainty (90%)
chart-found-legend = value found
chart-target-legend = target
chart-zone-legend = promise kept
chart-previous-legend = year before
chart-previous = year before: { $value }
chart-other-scale = another scale, not comparable
chart-reworded = question reworded
chart-previous-heading = Year before
chart-target-heading = Target
chart-base-heading = Base
chart-verdict-heading = Verdict
chart-reason-heading = Reason
chart-at-least = at least { $value }
chart-at-most = at most { $value }
chart-own-axes = In other units, each row on its own scale
chart-not-measured = not measured
chart-goal-few = { $count ->
    [one] one answer only, no percentage
   *[other] only { $count } answers, no percentage
}
chart-reached = Reached
chart-not-reached = Not reached
chart-not-demonstrable = Not demonstrable
chart-why-near = close to the target: about { $needed } answers would be needed to decide
chart-why-never = result and target almost coincide: no number of answers within reach would decide
chart-why-undecidable = a year's contacts are not enough to decide: about { $needed } answers would be needed
chart-why-below-plan = fewer answers than planned: at least { $planned } were planned
chart-why-too-few = too few cases: a verdict needs at least { $needed }
chart-why-not-measured = nothing was measured this year
chart-goals-about = Goals reached: { $reached }; not reached: { $missed }; not demonstrable: { $open }.
chart-goal-item = { $label }: { $value } (target: { $target }), { $verdict }
chart-goal-item-based = { $label }: { $value } on a base of { $base } (target: { $target }), { $verdict }
chart-option = Answer
chart-chosen = Chosen by
chart-share = Share
chart-interval-95 = Interval (95%)
chart-interval-95-legend = uncertainty (95%)
chart-needs-about = Answers of those who chose at least one item ({ $answers }): { $items }.
chart-part-of-responses = share of responses
chart-part-of-contacts = share of the yearly contacts
chart-sample-about = Responses by channel, { $answers } in all: { $channels }.
chart-sample-channel = { $channel } { $responses } of responses ({ $contacts } of the yearly contacts)
chart-channel = Channel
chart-responses = Responses
chart-contacts = Yearly contacts
chart-invited = Invited
chart-undelivered = Undelivered invitations
