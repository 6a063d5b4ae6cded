# ascolto analyse
analyse-unknown-columns = Columns that the questionnaire does not know, not read: { $names }.
analyse-absent-columns = Questions of the questionnaire without a column in the file, counted as left blank: { $names }.
analyse-unknown-value = Row { $line }: "{ $value }" is not an answer to { $field }; the row's other answers are kept.
analyse-more-unknown-values = { $count ->
    [one] And one more answer that the questionnaire does not know.
   *[other] And { $count } more answers that the questionnaire does not know.
}
analyse-empty = The file of answers is empty. It should be a CSV with the codes of the questions in its first row.
analyse-not-text = The file of answers is not text. Save it as CSV.
analyse-no-known-column = No column of the file bears the code of a question. The questionnaire asks: { $names }.
analyse-universe-too-small = The universe ({ $universe }) is smaller than the answers ({ $rows }). State how many contacts the office had in the year.
analyse-unknown-group = The questionnaire has no closed question { $name } to divide the answers by.
analyse-unknown-goal-item = The goal { $goal } speaks of an item that the questionnaire does not have.
analyse-title = { $form }: { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
analyse-universe = Universe: { $count } contacts in the year.
analyse-column-item = Item
analyse-column-base = Base
analyse-column-interval = 95% interval
analyse-column-mean = Mean
analyse-column-median = Median
analyse-column-index = Index
analyse-suppressed = fewer than { $threshold }
analyse-counts-only = { $satisfied } of { $base }
analyse-goals = Goals
analyse-column-goal = Goal
analyse-column-target = Target
analyse-column-found = Found
analyse-column-bounds = Bounds
analyse-column-verdict = Verdict
analyse-reached = reached
analyse-not-reached = not reached
analyse-not-demonstrable = not demonstrable: { $reason }
analyse-by = By { $name }
analyse-by-channel = By channel
analyse-channel-unstated = not stated
analyse-needs = Multiple choices
analyse-chosen = Chosen by, of { $base }
analyse-note = Intervals would hold if those who answered were a random sample of the users; under { $percentage } answers only counts are given, under { $threshold } nothing.
analyse-empty-codes = The file of answers is empty. It should be a CSV with the names of its columns in the first row and one row for each answer.
analyse-absent-column = The file has no column `{ $name }`, which the plan asks for. { $hint }
analyse-doubled-column = The file has more than one column `{ $name }`: leave one.
analyse-cells = { $count ->
    [one] The file does not fit in one place; nothing was counted.
   *[other] The file does not fit in { $count } places; nothing was counted.
}
analyse-more-cells = { $count ->
    [one] And one more place.
   *[other] And { $count } more places.
}
analyse-wrong-cell = Row { $line }, column { $column } (`{ $heading }`): found "{ $found }", expected { $expected }.
analyse-wrong-row = Row { $line }: it has { $found } cells, expected { $expected }.
analyse-expected-code = a code from { $least } to { $most }, an empty cell or a code that the plan lists as missing
analyse-expected-number = a number
analyse-expected-weight = a weight: a number from 0 upwards
analyse-expected-frequency = a frequency: a whole number from 0 upwards
analyse-expected-width = { $cells } cells, as in the first row
