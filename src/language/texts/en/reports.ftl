# Messages about letters that came in, for a person to look at.
reports-title = Returned mail
reports-waiting = { $count ->
    [0] No message to look at.
    [one] One message to look at.
   *[other] { $number } messages to look at.
}
reports-unkept = { $count ->
    [one] One message of the last twelve months was not kept, because too many were waiting already: make room by looking at those below. If returned mail goes to a mailbox, it is still there.
   *[other] { $number } messages of the last twelve months were not kept, because too many were waiting already: make room by looking at those below. If returned mail goes to a mailbox, they are still there.
}
reports-about = Messages sent to the return address of the letters arrive here. Those that are recognised act by themselves: a mailbox that does not exist, or a person who complains, is not written to again. Left to look at are only the messages that no rule recognises, or that do not say which letter they are about.
reports-list = Messages to look at
reports-subject = Subject
reports-no-subject = (no subject)
reports-from = From
reports-day = Arrived on
reports-kind = What it looks like
reports-text = Text of the message
reports-no-text = (The program found no text to show in this message. If returned mail goes to a mailbox, the message is still there.)
reports-next = The next messages
reports-received = Arrived in the last twelve months
reports-received-about = Of automatic replies and receipts only the number is kept: they are personal mail.
reports-kind-hard_bounce = letter returned: no such mailbox
reports-kind-soft_bounce = letter returned, this time
reports-kind-ignored_bounce = letter returned for a reason that is not about the address
reports-kind-delay = letter delayed
reports-kind-complaint = complaint: reported as unwanted
reports-kind-opt_out = request to receive no more messages
reports-kind-automatic_reply = automatic reply
reports-kind-receipt = receipt
reports-kind-delivery = confirmation of delivery
reports-kind-unknown = not recognised
reports-term = The message is deleted as soon as you confirm below; otherwise by itself, on { $day }, together with the contacts.
reports-meaning = What does it mean?
reports-nothing = Nothing is to be done
reports-no-meaning = Choose what the message means: until you do, it stays here.
reports-nothing-with-address = You wrote an address and chose that there is nothing to do. Delete the address, or choose what the message means.
reports-settle = Confirm and delete the message
reports-about-address = Which address is it about?
reports-offered = Addresses named in the message
reports-address = Address
reports-other-address = Another address
reports-address-hint = Write it as name@domain. What is written here counts more than what is chosen above.
reports-no-address = Write an address as name@domain, or choose one of the message.
reports-meaning-about = An address that does not exist, and a person who wants no messages, will not be written to again: neither for this survey nor for later ones.
reports-dead = The address does not exist
reports-peace = The person wants no messages
reports-link = { $count ->
    [one] One returned message to look at
   *[other] { $number } returned messages to look at
}
reports-open = Returned mail
thing-mail-report = the message
staff-done-report-nothing = The message was deleted.
staff-done-report-dead = Done: that address is not written to again. The message was deleted.
staff-done-report-peace = Done: that person receives no more messages. The message was deleted.
