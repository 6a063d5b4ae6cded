# A survey goes on with another version of its questionnaire.
move-title = Go on with another version of the questionnaire
move-newer = There is a newer version of this questionnaire.
move-look = See what changes and go on with it
move-version-own = Version { $number } (in use)
move-none = The survey uses this version already.
move-back = Back to the survey
move-effect = What it means
move-draft = The survey is a draft: nobody has answered yet and nothing is lost.
move-responses = { $count ->
    [0] Nobody has answered yet.
    [one] There is one response already: it stays as it is and counts with the others.
   *[other] There are { $responses } responses already: they stay as they are and count with the others.
}
move-added = { $count ->
    [one] One question is new: who has answered already did not get it, and its percentages count only those who did.
   *[other] { $count } questions are new: who has answered already did not get them, and their percentages count only those who did.
}
move-order = The order of the questions changes: that may sway the answers after it a little.
move-reworded = { $count ->
    [one] One text is written anew: if its question now asks something else, do not go on with this version, for the answers are counted together.
   *[other] { $count } texts are written anew: if a question now asks something else, do not go on with this version, for the answers are counted together.
}
move-untranslated = Not everything is translated ({ $languages }): whoever answers in those languages reads the rest in the first language ({ $first }).
move-under-way = Who is answering at this moment goes on with the new questionnaire; what they have written stays.
move-paper = Paper forms printed already are of the version before: print them again. The page for keying them in follows the new version.
move-seal = Another seal is put beside the one of the opening, with the reason: it stands on the survey's page.
move-reason-hint = It stands beside the new seal and in the report: write no personal data.
move-button = Go on with this version
move-hindered = The survey is open and cannot go on with this version:
move-hindered-gone = “{ $name }” is gone: answers given already would not be seen.
move-hindered-answered = “{ $name }” has other answers to choose from, another scale or another purpose: answers given already would no longer mean the same.
move-hindered-asked = “{ $name }” is shown to other people: answers before and after cannot be counted together.
move-hindered-required = “{ $name }” would have to be answered and did not before: who is answering now would have the answers sent back.
move-hindered-shorter = “{ $name }” takes a shorter text: who is writing now would have the text sent back.
move-hindered-parted = The results would no longer count { $surveys } together: first move the main survey of the year, the one with the charter.
move-way-out = You can begin a draft from the version in use, make the changes again without those listed and publish it; or keep this version for the next survey.
move-adapt-own = Adapt the version in use in a new draft
move-movable = Surveys that use another version
move-movable-about = Before going on with this version you see what that means.
staff-done-moved = The survey now uses the other version of the questionnaire.
refused-moved-meanwhile = The survey uses another version meanwhile: look at it as it is now.
refused-move-meaning = Answers given already would no longer mean the same: see below what stands against it.
