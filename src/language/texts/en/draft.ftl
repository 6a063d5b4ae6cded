# What an invited person has begun and not sent yet.
draft-save = Save and continue later
draft-notice = Until you send them, the answers you have given stay in a draft that is tied to your invitation. You can take it up again until { $until } with the same link, also on another device.
draft-before-sending = Sending deletes the draft; once sent, your answers can no longer be changed or withdrawn.
draft-resumed = You can go on where you stopped: the answers you have given are still here.
draft-saved-title = Answers saved
draft-saved-heading = Your answers are saved
draft-saved-not-sent = They are not sent yet: they count only after you press “Send the answers”.
draft-saved-back = To continue, open the same link, the one in the message you received, on this or another device. You have until { $until }.
draft-saved-tied = Until you send it, the draft is encrypted and tied to your invitation: whoever has your link can open it. Sending deletes it, and answers that were sent can no longer be withdrawn.
draft-continue = Continue now
draft-privacy = The draft
draft-privacy-text = Until you send your answers, what you type is kept in a draft that is encrypted and tied to your invitation, without day or time. Only who has your personal link can open it, or who had both the database and the key file. The draft is deleted when you send your answers and, if you do not send them, when the survey ends.
draft-kept = Draft saved
draft-not-kept = The draft is not saved yet: we will try again shortly.

problem-revoked-invitation-heading = This invitation is no longer active
problem-revoked-invitation-text = The office has withdrawn the invitation and deleted your address: this link can no longer be used to answer. If you think that this is a mistake, please contact the office.
