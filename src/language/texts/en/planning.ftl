# Changing a survey that is in the field.
staff-adjust = Change days and planned responses
staff-adjust-title = Change the survey in the field
staff-adjust-save = Save the changes
staff-done-adjust = The changes were saved.
staff-adjust-sealed = Form, channels, goals, users and threshold can no longer be changed: they stay as they were sealed at opening.
staff-adjust-letters = Invitations already sent and forms already printed name the earlier last day: if you bring it forward, whoever answers later finds the survey closed.
staff-adjust-over = Collecting has ended: the last day was { $day } and it cannot be reopened. You can still change for how many days paper forms are keyed in, now until { $paper }.
staff-adjust-planned-hint = At opening or at the last change it was { $planned }. The number is part of the sealed plan: if you change it, the earlier seal stays and another is put beside it, with the reason.
staff-plan-reason = Reason
staff-plan-reason-hint = Needed only if the planned number of responses changes. It is read beside the seal: write no personal data.
refused-no-reason = Write why the planned number of responses changes.
refused-last-day-past = The last day is already over: choose today or a day to come.
refused-last-day-over = Collecting has ended and cannot be reopened: the last day no longer changes.
refused-paper-days-over = With these days the time for paper would already be over: give more of them.

# Planning.
staff-plan-charter_text = Or paste the text of the charter here
staff-plan-uploaded = “{ $name }” was uploaded: its text stands below and counts instead of the choice from the list. To return to the list, delete the text.
staff-file-too-large = The file has more than 256 kB: a form or a charter has few. Check that you chose the right file.
staff-plan-goals = Goals for { $year }: “{ $charter }”, measured with “{ $form }”
staff-plan-show-goals = Show the goals
staff-plan-show-hint = If you change year, form or charter, this shows the goals again before saving. It saves nothing.
staff-plan-group_question = Users by group
staff-plan-group_question-hint = Optional: the users of all channels together, divided by a question of the form. How many of each group use each channel is not inferred.
staff-plan-no-groups = No division into groups
staff-plan-groups = Users in a year, group by group. Leave empty if not known.
staff-plan-show-groups = Show the groups
staff-groups = Users by group: “{ $question }”
staff-group = Group
staff-no-group = State the users of at least one group, or choose “No division into groups”.
refused-group-not-asked = The chosen form does not have the question that divides the groups: choose another, or none.
refused-groups-exceed-channels = The groups together have more users than the channels together: check the numbers, or state the users of all channels.
