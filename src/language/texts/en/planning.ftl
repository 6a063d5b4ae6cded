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
