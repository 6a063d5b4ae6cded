# Questionnaires: writing, translating, looking at and publishing them.
staff-forms = Questionnaires
forms-title = Questionnaires
forms-about = A questionnaire is written here, by several people together if need be: every change stays in the draft and can be undone. A published version never changes.
forms-begin = New questionnaire
forms-begin-button = Begin the draft
forms-drafts = Drafts
forms-published = Published
forms-none-published = No questionnaire is published yet.
forms-questionnaire = Questionnaire
forms-asks = What it asks
forms-changed = Last change
forms-used = Used in
forms-used-by = { $count ->
    [0] no survey
    [one] one survey
   *[other] { $count } surveys
}
forms-size = { $questions ->
    [one] One question
   *[other] { $questions } questions
}, { $answers ->
    [one] one answer
   *[other] { $answers } answers
} to be kept, { $minutes ->
    [one] one minute promised
   *[other] { $minutes } minutes promised
}
forms-adapt = Adapt in a new draft
forms-field-from = Begin with
forms-field-file = Or with a file
forms-field-file-hint = A questionnaire downloaded from here (TOML, JSON), an XLSForm workbook, a survey of LimeSurvey (.lss) or of SurveyJS (JSON), or the answers downloaded from Google Forms or Microsoft Forms (CSV, XLSX). If you choose a file, the file counts.
forms-from-version = { $title } – newest published version
forms-from-empty = A new questionnaire, with the overall judgement alone
forms-no-beginning = Choose what to begin with.
forms-new-title = New questionnaire
forms-new-overall = Overall, how satisfied are you with our service?
forms-point-1 = Not at all
forms-point-2 = Not very
forms-point-3 = Partly
forms-point-4 = Fairly
forms-point-5 = Very
forms-point-dont_know = Don't know

forms-draft = Draft
forms-head = Title, duration, languages, factors
forms-edit-head = Title and settings
forms-preview = Preview
forms-history = History
forms-download = Download the file
forms-to-publish = Towards publishing
forms-undo = Undo the last change
forms-page = Page
forms-edit-page = Edit the page
forms-page-up = Page up
forms-page-down = Page down
forms-required = required
forms-up = Up
forms-down = Down
forms-copy = Duplicate
forms-alone = Onto a page of its own
forms-remove = Remove
forms-add = Add a question
forms-scales = Scales
forms-scale = Scale
forms-new-scale = New scale
forms-scale-used = { $count ->
    [0] not used
    [one] used in one question
   *[other] used in { $count } questions
}
forms-scale-users = Questions that use it
forms-translations = Translations
forms-translated = complete
forms-to-translate = { $missing ->
    [0] no text missing
    [one] one text missing
   *[other] { $missing } texts missing
}, { $stale ->
    [0] none to look at again
    [one] one to look at again
   *[other] { $stale } to look at again
}
forms-advice = Advice
forms-no-advice = No advice: the questionnaire is in order.
forms-discard = Throw the draft away
forms-discard-about = The draft and its history are lost. Published versions stay.
forms-discard-button = Throw the draft away

forms-kind-rating = A judgement on a scale
forms-kind-matrix = Several items on one scale
forms-kind-single_choice = One answer of several
forms-kind-multiple_choice = Several answers possible
forms-kind-open_text = Free text
forms-kind-number = A number
forms-kind-note = A text to read
forms-role-satisfaction = Satisfaction with an aspect
forms-role-overall = Overall satisfaction
forms-role-importance = Importance
forms-role-expectation = Expectations
forms-role-need = Needs
forms-role-profile = Who answers
forms-role-filter = Decides which questions follow
forms-role-recommend = Would recommend the service (0 to 10)
forms-role-comment = Comments

forms-question = Question
forms-new-question = New question
forms-field-text = Text of the question
forms-field-hint = Help below the question
forms-field-role = What the answer is for
forms-field-factor = Quality factor
forms-no-factor = none
forms-same-factor = the question's
forms-field-required = It cannot be skipped
forms-field-scale = Scale
forms-field-importance = Also ask the importance of each item
forms-no-importance = no
forms-field-least = The smallest number
forms-field-most = The largest number
forms-field-most_characters = Characters at most
forms-field-at_most = How many answers at most
forms-field-at_most-hint = Leave empty if all may be chosen.
forms-field-spot = Where it goes
forms-spot-page = At the end of page { $number }
forms-spot-new = On a new page, at the end
forms-field-code = Code
forms-field-code-hint = The name of the answer in files and in the charter: small letters, digits and _. If it stays the same over the years, comparisons go on.
forms-details = For those who analyse the data
forms-items = Items
forms-choices = Possible answers
forms-item-number = Item { $number }
forms-choice-number = Answer { $number }
forms-exclusive = excludes the others ("none of these")
forms-more-rows = More rows
forms-other-languages = In the other languages
forms-other-kind = Change how it is answered
forms-other-kind-about = Text, factor and condition stay. What the new kind does not have is lost when you save.
forms-save = Save
forms-field-form = Questionnaire
forms-field-when = When it is shown
forms-when-always = always
forms-when-answers = only after certain answers, chosen below
forms-when-text = by a written condition
forms-when-tick = The answers that make it appear
forms-when-several = If several questions are chosen
forms-when-all = all of them must fit
forms-when-any = one is enough
forms-field-condition = Written condition
forms-field-condition-hint = For example: overall <= 2 or not services_used is answered
forms-no-answer-ticked = Choose at least one answer, or "always".
forms-when = Only if { $answers }
forms-when-otherwise = Only if this holds: { $condition }
forms-and = and
forms-or = or
forms-no-scale = Choose a scale.
forms-no-kind = Choose how it is answered.
forms-no-number = Write a whole number from { $least } to { $most }.
forms-most-not-above = It must be larger than the smallest.
forms-few-choices = At least two possible answers are needed.
forms-no-items = At least one item is needed.
forms-row-empty = Write the text, or remove the row.

forms-field-page_title = Heading of the page
forms-field-title = Title
forms-field-introduction = Introduction
forms-field-introduction-hint = It stands above the first question: why it is asked, what comes of it.
forms-field-thanks = Thanks
forms-field-minutes = Minutes promised
forms-field-minutes-hint = The time that is promised to whoever answers.
forms-no-minutes = Write a number of minutes from 1 to 60.
forms-field-presentation = How it is shown
forms-one_page = All on one page
forms-page_by_page = One page after another
forms-languages = Languages
forms-languages-about = The first language, { $language }, stays. If you remove a language, its texts are lost.
forms-factors = Quality factors
forms-factors-about = The aspects under which the report gathers judgements: staff, waiting, premises.
forms-factor-number = Factor { $number }
forms-points = Points of the scale
forms-symbol-none = none
forms-symbol-sad = sad face
forms-symbol-neutral = neutral face
forms-symbol-happy = happy face
forms-symbol-star = star
forms-satisfied = counts as satisfied
forms-neutral = middle point
forms-field-polarity = Which value is the best
forms-polarity-higher = the highest value is the best
forms-polarity-lower = the lowest value is the best
forms-field-dont_know = Label of "don't know"
forms-field-dont_know-hint = Leave empty not to offer it.
forms-field-not_applicable = Label of "does not apply to me"
forms-field-not_applicable-hint = Leave empty not to offer it.
forms-no-value = Write a value from 0 to 200.
forms-value-twice = This value is there already.
forms-few-points = At least two points are needed.
forms-remove-scale = Remove the scale

forms-meanwhile-merged = Somebody else changed the same question while you were writing: what you had not touched is already as they wrote it, the rest is as you wrote it. See here what changed, and save again.
forms-meanwhile = Somebody else changed this very thing while you were writing. Below is what you wrote: look at the draft in another tab; if you save again, your text counts. The other person's stays in the history.
forms-cannot-gone = It is not there any more: somebody else removed it. Go back to the draft.
forms-cannot-last = It is the only question: a questionnaire has at least one.
forms-cannot-code = The code { $code } belongs to another answer already: write another.
forms-cannot-decides = Whether { $shown } is shown depends on this question: change that condition first.
forms-cannot-used = The scale is used by { $questions }: choose another scale for those questions first.
forms-cannot-later = { $shown } is shown depending on the answer to { $question }, which must come first: move the question or change the condition.

forms-translation = Translation: { $language }
forms-missing = missing
forms-stale = look again
forms-fits = it still fits
forms-theirs = Meanwhile somebody else wrote:
forms-back-to-draft = Back to the draft

forms-history-about = Every change of the draft, the last one first. Going back to a point deletes nothing: it becomes a change itself.
forms-step-now = as it is now
forms-step-restore = Go back to this point
forms-step-begun = Draft begun
forms-step-head = Settings changed
forms-step-page = Page changed
forms-step-page-moved = Page moved
forms-step-question = Question changed
forms-step-question-added = Question added
forms-step-question-moved = Question moved
forms-step-question-copied = Question duplicated
forms-step-question-removed = Question removed
forms-step-scale = Scale changed
forms-step-scale-removed = Scale removed
forms-step-translated = Translation
forms-step-undone = Undone: as it was at step { $number }
forms-step-restored = Back to step { $number }

forms-publish = Publishing
forms-publish-about = A published version never changes. New surveys can use it at once; those that are open go on with theirs until you let them go on with this one.
forms-publish-button = Publish this version
forms-effect-first = It is the first version of this questionnaire.
forms-effect-same = Nothing differs from the newest published version: there is nothing to publish.
forms-effect-wording = Only words change: answers mean what they meant, and comparisons with earlier years go on.
forms-effect-layout = Questions, answers or conditions change: something else is asked. Comparisons with earlier years hold for the questions that stayed the same.
forms-differences = What changes
forms-difference-added = New question: "{ $name }"
forms-difference-removed = Question removed: "{ $name }"
forms-difference-moved = Question moved: "{ $name }"
forms-difference-scale = Scale changed: { $name }
forms-difference-languages = Languages changed
forms-difference-changed = "{ $name }": { $parts }
forms-difference-text = Text ({ $language }, { $place }):
forms-part-kind = answered in another way
forms-part-answers = other possible answers
forms-part-role = another purpose
forms-part-factor = another quality factor
forms-part-required = whether it is required changed
forms-part-routing = another condition
forms-versions = Versions
forms-version-number = Version { $number }
forms-version-about = This version is published and never changes.
forms-devices = Devices
forms-device-phone = Phone
forms-device-desktop = Large screen
forms-device-kiosk = Kiosk
forms-device-paper = Paper
forms-preview-about = This is how those who answer see it. You may try to answer: nothing is kept.
forms-preview-alone = Open the preview by itself
forms-preview-end = The preview ends here: no answer was kept.
forms-preview-again = Begin again

thing-form-draft = the questionnaire's draft
refused-form-changed = Somebody else changed the draft meanwhile: look at it as it is now and try again.
refused-form-published = The draft was published meanwhile: begin a new one.
refused-form-unchanged = Nothing differs from the newest published version.
staff-done-form-begun = Draft begun.
staff-done-form-head = Settings saved.
staff-done-form-page = Page saved.
staff-done-form-page-moved = Page moved.
staff-done-form-question = Question saved.
staff-done-form-question-added = Question added.
staff-done-form-question-moved = Question moved.
staff-done-form-question-copied = Question duplicated: the copy stands right below.
staff-done-form-question-removed = Question removed. You can undo that.
staff-done-form-scale = Scale saved.
staff-done-form-scale-removed = Scale removed. You can undo that.
staff-done-form-translated = Translation saved.
staff-done-form-undone = Last change undone.
staff-done-form-restored = The draft is back at that point.
staff-done-form-discarded = Draft thrown away.
staff-done-form-published = Version published: it can now be chosen in the plan of a survey.
forms-advice-count = { $count ->
    [one] The adviser has one thing to say: it stands beside what it is about.
   *[other] The adviser has { $count } things to say: they stand beside what they are about.
}
forms-advice-serious = Important
forms-advice-look = To look at
forms-step-heeded = Advice heeded
staff-done-form-heeded = Advice heeded. You can undo that.
staff-done-form-imported = Draft begun. Not everything could be carried: what, and what to do, stands in the first step.
forms-place-page = Title of page { $number }
forms-place-hint = Help below “{ $name }”
forms-place-choice = Answer { $number } of “{ $name }”
forms-place-item = Item { $number } of “{ $name }”
forms-place-point = Point { $number } of the scale “{ $name }”
forms-place-dont_know = “Don't know” of the scale “{ $name }”
forms-place-not_applicable = “Does not apply” of the scale “{ $name }”
forms-translated-count = { $count ->
    [one] One text already translated
   *[other] { $count } texts already translated
}
forms-jumps = On this page

# A question while it is written.
forms-drag = Drag the question to its place
forms-look = While you write
forms-look-nothing = The adviser has nothing to say about this question.
forms-look-count = { $count ->
    [one] The adviser has one thing to say. The button saves the question and mends it.
   *[other] The adviser has { $count } things to say. The buttons save the question and mend it.
}
forms-look-preview = The question as whoever answers sees it
forms-look-again = Ask the adviser without saving
forms-look-preview-again = Refresh the preview
forms-back-to-preview = Back to the preview

# What somebody else did meanwhile, and what is told where it happens.
forms-yes = yes
forms-add-here = Add here
forms-begin-again = Begin a new draft from this version
forms-to-version = To the published version
forms-gone-page = Somebody else removed this page: what you wrote is not saved. You can put it on another page.
forms-gone-language = Somebody else removed this language: what you wrote is not saved.
forms-removed-unseen = Somebody else changed this question meanwhile: look at it. If you remove it again, it is removed.
forms-cannot-factor = The factor "{ $factor }" is used by { $questions }: choose another factor first.
forms-always-or-answers = You chose answers or wrote a condition, but it still says "always": choose one or the other.
forms-point-number = point { $number }
forms-point-row_value = Value of point { $number }
forms-point-row_text = Label of point { $number }
forms-point-row_symbol = Symbol of point { $number }
forms-before = before:
forms-now = now:
forms-effect-duties = The questions stay; what must be answered, lengths, factors, promised minutes or presentation change. Comparisons with earlier years go on.
forms-overtaken = Version { $number }, the newest one published, is not the one that this draft began from. The differences below are to that version: what it changed and this draft did not goes back to what it was.
refused-form-newer = Meanwhile another version of this questionnaire was published: look again below at what changes against it, and publish only if that is what you want.
forms-look-not-yet = The adviser reads the question once its text and answers are there.
staff-done-form-question-anew = Somebody else had removed the question: your text is now a new question, at the end.
staff-done-form-question-elsewhere = Question moved to a page that is shown in other cases: now the condition of that page counts.

# What is told by names and not by codes.
forms-goals-unmeasured-goal = { $count ->
    [one] A goal of the service charter is measured by a question that this form does not ask
   *[other] { $count } goals of the service charter are measured by questions that this form does not ask
}
forms-goals-unjudged-goal = { $count ->
    [one] Of a goal that the office measures itself, what users think is missing
   *[other] Of { $count } goals that the office measures itself, what users think is missing
}
forms-do-ask = Add the question { $title }
forms-when-answered = Only if { $question } was answered { $answers }
forms-when-codes = Codes of the questions
forms-answer-later = { $question } (page { $asked }) comes after page { $page }: move the question or choose an earlier one.
forms-file-empty = The file “{ $name }” is empty: download or save it again, then choose it here.
forms-cannot-choice = Whether { $shown } is shown depends on { $choice }: change that condition first.
forms-difference-minutes = Promised minutes: from { $before } to { $after }
forms-difference-presentation = How it is shown: { $name }
forms-difference-factor-added = New quality factor: “{ $name }”
forms-difference-factor-removed = Quality factor removed: “{ $name }”
forms-difference-factor-order = Quality factors in another order
forms-difference-page-routing = When it is shown: page { $name }
forms-draft-from = from version { $number }
forms-step-undone-what = Undone: { $step }
forms-step-scale-added = Scale added
forms-undone = Undone: { $step }
forms-no-least = Write the smallest number allowed.
forms-no-most = Write the largest number allowed.
forms-version-dated = Version { $number } (draft of { $day })
forms-look-stale = The preview does not show yet what you have just written: refresh it with the button.
