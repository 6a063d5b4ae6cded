# Changing a survey that is in the field.
staff-adjust = Change days and planned responses
staff-adjust-title = Change the survey in the field
staff-adjust-save = Save the changes
staff-done-adjust = The changes were saved.
staff-adjust-sealed = Questionnaire, channels and stated contacts can no longer change: they stay as they were sealed at opening.
staff-adjust-agreed = What was sealed
staff-adjust-agreed-about = Goals, weighting, threshold and planned responses are part of the plan sealed at opening. If one of them changes, the earlier seal stays, another is put beside it with the reason, and the report says so beside the verdicts.
staff-adjust-letters = Invitations already sent and forms already printed name the earlier last day: if you bring it forward, whoever answers later finds the survey closed.
staff-adjust-over = Collecting has ended: the last day was { $day } and it cannot be reopened. You can still change for how many days paper forms are keyed in, now until { $paper }.
staff-adjust-planned-hint = At opening or at the last change they were { $planned }.
staff-plan-reason = Reason
staff-plan-reason-hint = Needed only if something changes that was sealed. It is read beside the seal and in the report: write no personal data.
refused-no-reason = Write why what was sealed changes.
refused-threshold-lowered = The threshold promised to those who have answered can only be raised.
refused-weighting-universe = To weight the answers by channel state the yearly contacts of each chosen channel, or choose "no weighting".
refused-charter-amends = This text amends a charter already adopted for the same years: adopt it on the service charter's page, where you can write the reason, then choose it here from the list.
refused-charter-no-reason = This version takes the place of one already adopted for the same years: write the reason for the change.
refused-verdicts-no-reason = The verdicts differ from those already published: write why.
staff-plan-weighting = Weighting of the answers
staff-plan-weighting-hint = The official verdicts of the goals will rest on this choice, which is sealed at opening.
weighting-none = No weighting: every answer counts one
weighting-channel = By channel: each channel's answers count as much as its users
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
staff-plan-group_question = Contacts by group
staff-plan-group_question-hint = Optional: the contacts of all channels together, divided by a question of the form. How each group divides among the channels is not inferred.
staff-plan-no-groups = No division into groups
staff-plan-groups = Contacts in a year, group by group. Leave empty if not known.
staff-plan-show-groups = Show the groups
staff-groups = Contacts by group: “{ $question }”
staff-group = Group
staff-no-group = State the contacts of at least one group, or choose “No division into groups”.
refused-group-not-asked = The chosen form does not have the question that divides the groups: choose another, or none.
refused-groups-exceed-channels = The groups together have more contacts than the channels together: check the numbers, or state the contacts of all channels.

# Forgetting contacts.
staff-forget-title = Deleting the contacts
staff-forget-about = The contacts are deleted by themselves on { $by }. If they are no longer needed, they can be deleted now.
staff-forget-question = Delete the contacts?
staff-forget-button = Delete the contacts
staff-forget-consequence-1 = { $count ->
    [one] Name and address of one contact are deleted for good
   *[other] Names and addresses of { $count } contacts are deleted for good
}, together with the number of those who wanted no more messages. In backups made before they stay until those are removed.
staff-forget-consequence-2 = Responses, results and the count of invitations stay. Whoever opens an old link still reads that the survey is closed.
staff-forget-consequence-3 = To invite the same people again a new file is needed; whoever asked for no messages stays left out. Otherwise this would happen by itself on { $by }.
staff-done-forget = { $count ->
    [0] There were no contacts left to delete.
    [one] One contact was deleted.
   *[other] { $count } contacts were deleted.
}

# A small crowd.
staff-crowd-invited = { $count ->
    [one] Only one person is invited
   *[other] Only { $count } people are invited
}: fewer than ten, and whoever knows them might guess who gave an answer. Invite more, or use the public form.
staff-crowd-left = { $count ->
    [0] All who were invited asked for no messages
    [one] Without those who asked for no messages, only one invited person is left
   *[other] Without those who asked for no messages, only { $count } invited people are left
}: fewer than ten, and whoever knows them might guess who gave an answer. Invite more, or use the public form.

# A form whose session was over.
staff-carried = Your session is over. What you typed is not lost: after signing in you see it again and can send it.
staff-resume-title = Go on where you were
staff-resume-lead = Your session was over and what you had typed has not been recorded yet. Check it and send it.
staff-resume-typed = What you had typed
staff-resume-users = Contacts in a year: { $channel }
staff-resume-value = Value
staff-resume-file = A file cannot be kept: choose it again.
staff-resume-choose = Back to the page
staff-resume-send = Send what I had typed
staff-resume-drop = Do not send
