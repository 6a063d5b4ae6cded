# The check of outgoing mail: staff page and command `ascolto mail`.
mail-check-title = Outgoing mail
mail-check-link = Check of outgoing mail
mail-check-about = This page shows with which settings the invitations leave, and tries whether they work before anybody is written to. The settings are changed in the configuration file; passwords are never shown.
mail-check-set-up = Settings
mail-check-sender = Sender
mail-check-from = Address
mail-check-returns = Returns and reports
mail-check-returns-to-sender = to the sender ({ $from })
mail-check-signed-by = with the key of { $name }
mail-check-signed-by-server = none: the mail server signs
mail-check-server = Mail server
mail-check-stand-in = Stand-in server
mail-check-folder = A folder in place of a server
mail-check-host = Name
mail-check-port = Port
mail-check-security-none = none
mail-check-security-starttls = STARTTLS
mail-check-security-tls = TLS from the first byte
mail-check-no-user = not asked for
mail-check-user-token = { $user }, with an OAuth2 token
mail-check-publish = DNS record of the signature
mail-check-publish-about = The DKIM signature counts only if the DNS of the domain has a TXT record of this name and this content.
mail-check-record-name = Name of the record
mail-check-record-content = Content of the record
mail-check-run-title = Test
mail-check-run-about = The test connects to every mail server, signs in and asks whether the sender is allowed; then it hangs up. It leaves no trace; where a server is silent, it can take a minute or two.
mail-check-record-field = Published DNS record (optional)
mail-check-record-field-hint = Paste what the command { $command } shows, or the content of the record copied from the DNS panel.
mail-check-record-long = This is too long for a DKIM record: paste only the record of the name shown above.
mail-check-address = Address for a test letter (optional)
mail-check-address-hint = One only, preferably your own. The letter leaves at once; the address is not kept.
mail-check-no-address = Write one whole email address, for example anna.bianchi@example.it.
mail-check-run = Test now
mail-check-result = Result of the test
mail-check-good = Everything that was tested works.
mail-check-bad = Something does not work: under each point that failed stands what to change.

mail-check-state-passed = passed
mail-check-state-not_needed = not needed
mail-check-state-failed = failed
mail-check-state-not_reached = not tried
mail-check-state-advice = advice

mail-check-way-folder = Folder { $path }
mail-check-way-server = Mail server { $host }, port { $port }
mail-check-way-stand-in = Stand-in server { $host }, port { $port }
mail-check-stage-folder = Folder
mail-check-stage-connection = Connection
mail-check-stage-greeting = Greeting
mail-check-stage-protection = Protection
mail-check-stage-sign_in = Sign-in
mail-check-stage-sender = Sender allowed
mail-check-passed-folder = The folder can be written to.
mail-check-passed-connection = Port { $port } of { $host } can be reached.
mail-check-passed-greeting = It is a mail server and it receives us.
mail-check-passed-protection = The connection is encrypted (TLS) and the certificate is that of { $host }.
mail-check-passed-sign_in = The user { $user } is signed in.
mail-check-passed-sender = The server takes messages from { $from }.
mail-check-not-needed-folder = Not needed.
mail-check-not-needed-connection = Not needed.
mail-check-not-needed-greeting = Not needed.
mail-check-not-needed-protection = The settings ask for none: good only for a server on this machine or in the network of the body.
mail-check-not-needed-sign_in = The settings name no user.
mail-check-not-needed-sender = Not needed.

mail-check-hint-folder = Check mail.folder and its permissions: the program must be able to write to the folder.
mail-check-hint-unreachable = Check { $section }.smtp_host and { $section }.smtp_port, and that the firewall lets the connection out of this machine.
mail-check-hint-wants-tls = Port 465 wants TLS from the first byte: set { $section }.smtp_security = "tls".
mail-check-hint-not-tls = On port { $port } the server does not begin with TLS: set { $section }.smtp_security = "starttls", or use port 465.
mail-check-hint-no-starttls = On port { $port } the server does not offer STARTTLS: use the port that does (587 as a rule), or port 465 with { $section }.smtp_security = "tls".
mail-check-hint-strange-authority = The certificate is signed by an authority that the program does not know: if it is the body's own, name its PEM file in { $section }.smtp_authority.
mail-check-hint-other-name = The certificate is of another name: write the name in it as { $section }.smtp_host.
mail-check-hint-expired = The certificate has expired or is not valid yet: whoever runs the server must renew it. Check the clock of this machine too.
mail-check-hint-bad-certificate = The certificate cannot be accepted: whoever runs the server should check its chain.
mail-check-hint-token-command = Try the command of { $section }.smtp_token_command by hand: it must print the token and end without an error.
mail-check-hint-no-mechanism = The server offers no sign-in, or not by PLAIN, LOGIN or (with a token) XOAUTH2. Often it does so only under TLS: check { $section }.smtp_security. If it wants no sign-in, take out { $section }.smtp_user.
mail-check-hint-password = Check { $section }.smtp_user and { $section }.smtp_password, or the token, and that the user may send by SMTP.
mail-check-hint-sender = The server does not let this user send from { $from }: ask whoever runs it, or change mail.from or mail.bounce_address.
mail-check-hint-sender-or-sign-in = Perhaps the server wants a sign-in: set { $section }.smtp_user and { $section }.smtp_password. Otherwise it does not allow this sender: check mail.from and mail.bounce_address.
mail-check-hint-greeting = The server does not receive this machine: ask whoever runs it to let it in.
mail-check-hint-silent = The server did not answer within { $seconds } seconds: check the port and try again; if it goes on, talk to whoever runs it.
mail-check-hint-broken = The connection broke: check that there is a mail server on port { $port } and that { $section }.smtp_security is what it wants.

mail-check-signature = DKIM signature
mail-check-key = Key
mail-check-signed = The letters are signed for { $domain }.
mail-check-unsigned = No key in mail.dkim_key: the letters leave here unsigned.
mail-check-unsigned-hint = Make sure that the mail server signs, or many will discard them. The test letter tells: its headers must hold a valid DKIM signature.
mail-check-domain = Domain
mail-check-domain-same = It is the sender's, as DMARC asks.
mail-check-domain-other = The signature is of { $domain }, the sender of { $sender }: it may not count for DMARC.
mail-check-domain-other-hint = Set mail.dkim_domain = "{ $sender }" and publish the key in that domain. If both belong to the same registered domain, it is good as it is.
mail-check-record = DNS record
mail-check-record-not-asked = Not compared.
mail-check-record-ask = To compare it, read the record with { $command } and give it to the test.
mail-check-record-good = The record { $name } holds this key.
mail-check-record-no-key = There is no key to compare the record with.
mail-check-record-no-key-hint = Name the private key that signs in mail.dkim_key; where the mail server signs, the record belongs to the server's key.
mail-check-record-absent = There is nothing under the name { $name }.
mail-check-record-absent-hint = Publish a TXT record of the name and content shown; it may take some hours until it is seen.
mail-check-record-several = There are several records under the name { $name }.
mail-check-record-several-hint = Leave one only: receivers do not know which counts.
mail-check-record-not_dkim = This is no DKIM record: p= is missing or cannot be read, or the version is not DKIM1.
mail-check-record-not_dkim-hint = Replace it by the content shown, whole and with nothing added.
mail-check-record-revoked = The record says that the key is revoked: p= is empty.
mail-check-record-revoked-hint = Publish the content shown, or a new key under another name (mail.dkim_selector).
mail-check-record-other_kind = The record is for another kind of key: this one is { $kind }.
mail-check-record-other_kind-hint = Replace it by the content shown: k= must say { $kind }.
mail-check-record-other_use = The record limits the key: h= or s= exclude signing letters with SHA-256.
mail-check-record-other_use-hint = Take h= and s= out of the record: the content shown is enough.
mail-check-record-trial = The record says t=y: signing is only tried out and does not count for receivers.
mail-check-record-trial-hint = Take t=y out of the record.
mail-check-record-cut_off = The record is cut off: the key is not whole.
mail-check-record-cut_off-hint = Many panels take at most 255 characters at a time: divide the content into several parts between quotation marks, one after the other in the same record.
mail-check-record-other_key = The record holds another key.
mail-check-record-other_key-hint = Publish the content shown, or name the private key of that record in mail.dkim_key; check mail.dkim_selector too.

mail-check-advice = Advice
mail-check-advice-folder_only-label = Sending
mail-check-advice-folder_only = The letters stay in the folder: none is sent.
mail-check-advice-folder_only-hint = To send them name a mail server: mail.transport = "smtp".
mail-check-advice-no_return_address-label = Returns
mail-check-advice-no_return_address = Letters that cannot be delivered come back to the sender's mailbox.
mail-check-advice-no_return_address-hint = Name in mail.bounce_address a mailbox that nobody else reads, and let the program read it ([mail_reports]).
mail-check-advice-link_unprotected-label = Links
mail-check-advice-link_unprotected = The links in the letters do not begin with https: mail programs do not show the button for receiving no more messages.
mail-check-advice-link_unprotected-hint = Set server.base_url to the public address of the site, with https.

mail-check-letter = Test letter
mail-check-letter-outcome = Sending
mail-check-letter-accepted = { $way } has taken it over: { $told }
mail-check-letter-accepted-hint = Taken over does not mean arrived. Look into the mailbox, among the unwanted mail too, and at the complete headers of the message (Authentication-Results).
mail-check-letter-in_folder = It is in the folder, like every other letter: nobody has sent it.
mail-check-letter-in_folder-hint = Open it with a mail program to see how it looks.
mail-check-letter-refused = { $way } has refused it: { $told }
mail-check-letter-refused-hint = If the address is right, whoever runs the mail server can tell why.
mail-check-letter-later = { $way } did not take it now: { $told }
mail-check-letter-later-hint = Invitations would be tried again by themselves; the test letter is not. Try again in some minutes.
mail-check-letter-unclear = The connection to { $way } broke at the end: it may have left or not ({ $told }).
mail-check-letter-unclear-hint = Look into the mailbox before you try again.
mail-check-letter-not_reached = It was not sent: no mail server is ready.
mail-check-letter-not_reached-hint = Mend the points that failed first.

mail-check-letter-subject = Test letter – { $body }
mail-check-letter-notice = This is a test letter: there is nothing to answer.
mail-check-letter-why = Whoever runs the invitations of { $body } sent it to this address to see whether letters arrive. It has the same headers as an invitation.
mail-check-letter-look = What to look at:
mail-check-letter-inbox = it is in the inbox and not among the unwanted mail;
mail-check-letter-from = the sender is the one that citizens expect;
mail-check-letter-signed = in the complete headers ("show original", "message source") the line Authentication-Results says dkim=pass, and spf=pass and dmarc=pass too;
mail-check-letter-unsigned = in the complete headers ("show original", "message source") the line Authentication-Results says spf=pass and dmarc=pass, and recognises a DKIM signature of the mail server;
mail-check-letter-button = the mail program offers a button for receiving no more messages: here it may be pressed, it changes nothing.
mail-check-letter-opt-out = In invitations this link asks for no more of them. In this letter it leads to a page that does nothing:

# The command.
mail-check-command-publish = The DNS must have this TXT record:
terminal-mail-check-bad = Not everything works: under each point that failed stands what to change.
terminal-mail-check-input = The record cannot be read from standard input: { $reason }
