//! The words of mail servers, by what they mean.
//!
//! A pattern is in small letters; `*` stands for anything between. The phrases are facts of the systems that say them, gathered
//! from their sources and help pages and from the tables of sisimai (BSD-2-Clause), which names the systems.

use super::Reason;

/// Whether words (in small letters) match a pattern.
pub(super) fn matches(words: &str, pattern: &str) -> bool {
    let mut rest = words;
    pattern.split('*').all(|piece| match rest.find(piece) {
        Some(at) => {
            rest = &rest[at + piece.len()..];
            true
        }
        None => false,
    })
}

/// Whether words mean a reason.
pub(super) fn mean(words: &str, reason: Reason) -> bool {
    if reason == Reason::Rejected && NOT_REJECTED.iter().any(|pattern| matches(words, pattern)) {
        return false;
    }
    let patterns = PHRASES.iter().find(|(own, _)| *own == reason).map(|(_, patterns)| *patterns);
    patterns.unwrap_or_default().iter().any(|pattern| matches(words, pattern))
}

/// What sounds as if the sender were meant and is about the recipient or the host.
const NOT_REJECTED: &[&str] = &["5.1.0 address rejected", "recipient address rejected", "sender ip address rejected"];

#[rustfmt::skip]
const PHRASES: &[(Reason, &[&str])] = &[
    (Reason::AuthFailure, &[
        "//spf.pobox.com", "5322.from address doesn't meet the authentication requirements", "bad spf record", "dkim check fail",
        "dkim signature*invalid", "dkim verification failed", "dmarc check fail", "dmarc policy", "dmarc verification",
        "does not pass dmarc", "doesn't meet the required authentication level", "domain authentication fail",
        "email rejected per dmarc", "fail*dmarc", "fail*spf and dkim", "inspect your spf settings",
        "is not allowed to send from <* per it's spf record", "is not allowed to send mail.*_401", "multiple authentication checks failed",
        "sender policy framework", "spf check fail", "spf check: fail", "spf fail", "spf record*fail", "spf sender invalid",
        "spf unauthorized mail", "spf validation failed",
    ]),
    (Reason::BadReputation, &[
        "a poor email reputation score", "a poor reputation", "bad reputation", "due to ip reputation", "ip reputation - (reject)",
        "ip/domain reputation problems", "poor reputation on", "rejected due to*reputation", "sending mta's poor reputation",
        "temporarily deferred due to unexpected volume or user complaints", "very low reputation of the sending",
    ]),
    (Reason::Blocked, &[
        " said: 550 blocked", "(*@*:blocked)", "//www.spamcop.net/bl.", "//www.spamhaus.org/query", "/sbl/query/", "access from ip address * blocked",
        "bad sender ip address", "banned sending ip", "blacklisted by", "blocked - see http", "blocked using ",
        "client host rejected: abus detecte", "client host rejected: may not be mail exchanger",
        "client host rejected: was not authenticated", "confirm this mail server", "connection dropped", "connection refused by",
        "connection reset by peer", "connection was dropped by remote host", "connections will not be accepted from",
        "currently sending spam see: ", "denied by * blacklist", "dnsbl:attrbl", "dnsbl:rbl ", "domain does not exist:",
        "dynamic/zombied/spam ips blocked", "email blocked by *barracudacentral.org", "email blocked by *spamhaus",
        "error: no valid recipients from ", "esmtp not accepting connections", "extreme bad ip profile", "go away",
        "helo command rejected:", "host * refused to talk to me: *blocked", "host network*not allowed", "hosts with dynamic ip",
        "invalid ip for sending mail of domain", "ip * is blocked by earthlink", "ip address blacklisted by recipient",
        "is in a black list", "is in an *rbl on ", "is listed in the rbl", "is not allowed to send mail from",
        "listed in * dnsbl", "listed in * rbl", "mail from * refused, see *orbs", "mail from * refused:", "mail server at * is blocked",
        "mailfrom domain is listed in spamhaus", "message from * rejected based on blacklist",
        "messages from * temporarily deferred due to user complaints", "messages from * weren't sent", "no access from mail server",
        "no matches to nameserver query", "not accepted from ip addresses on spamhaus", "not currently accepting mail from your ip",
        "on our block list", "please use the smtp server of your isp", "refused - see http", "rejected - multi-blacklist",
        "rejected because the sending mta or the sender has not passed validation", "rejected due to * in the spamhaus",
        "rejected due to listing in", "rejecting open proxy", "sender ip address rejected", "server access forbidden by your ip",
        "server ip * listed as abusive", "service not available, closing transmission channel",
        "smtp error from remote mail server after initial connection:", "sorry! your ip address* is blocked by rbl",
        "sorry, that domain isn't in my list of allowed rcpthosts", "sorry, your remotehost looks suspiciously like spammer",
        "the domain * is blacklisted", "the email * is blacklisted", "the ip* is blacklisted",
        "to submit messages to this e-mail system has been rejected", "too many invalid recipients", "too many spams from your ip",
        "too many unwanted messages have been sent from the following ip", "unusual rate of unsolicited mail", "was blocked by ",
        "we do not accept mail from dynamic ips", "you are not allowed to connect", "you are sending spam",
        "your access ip* has been rejected", "your ip address has been ", "your network is temporary blacklisted",
        "your sender's ip address is listed at", "your server requires confirmation",
    ]),
    (Reason::ContentError, &[
        "attachment extension is forbidden", "bare line feed", "conversion to internet format failed",
        "header size exceeds maximum permitted", "headers too large", "improper use of 8-bit data in message header",
        "message header size, or recipient list, exceeds policy limit", "message mime complexity exceeds",
        "routing loop detected -- too many received: headers", "stray linefeeds in message", "too many \"received\" headers",
        "this message contain invalid mime headers", "this message contain improperly-formatted binary content",
        "this message contain text that uses unnecessary base64 encoding",
    ]),
    (Reason::ExceedLimit, &["maximum size the user accepts", "message too large", "resolver.rst.recipsizelimit"]),
    (Reason::Expired, &[
        "all hosts have been failing for a long time", "connection timed out", "could not be delivered for* days",
        "could not deliver for the last", "could not find a gateway for", "delivery attempts will continue to be", "delivery expired",
        "delivery failed * attempts", "delivery time expired", "delivery timeout", "did not accept our requests to connect",
        "envelope expired", "failed to deliver to domain ", "giving up on", "has been delayed", "has been frozen",
        "have been failing for a long time", "i'm not going to try again; this message has been in the queue too long",
        "it has not been collected after", "message expired", "message timed out", "operation timed out", "queue.expired", "retry time not reached for any host after a long failure period",
        "retry timeout exceeded", "server did not respond", "this message has been in the queue too long",
        "unable to deliver message after multiple retries", "was frozen on arrival", "was not delivered within",
        "was not reachable within the allowed queue period", "your message could not be delivered for more than",
    ]),
    (Reason::FailedStarttls, &[
        "does not support tls", "encryption needed", "must support tls to receive mail", "starttls is required to send mail",
        "tls required but not supported", "tls/sslv3 connection required", "tls missing certificate",
    ]),
    (Reason::Filtered, &[
        "account is protected by", "bounced address", "cannot route mail to user", "has restricted sms e-mail",
        "is not accepting any mail", "message filtered", "message rejected due to user rules", "not found recipient account",
        "recipient id refuse to receive mail", "recipient is only accepting mail from specific email addresses",
        "refused due to recipient preferences", "user not found", "user refuses to receive this mail", "user reject",
        "you have been blocked by the recipient",
    ]),
    (Reason::HasMoved, &[" has been replaced by ", "no longer on server", "not our customer", "not our user", "user has moved"]),
    (Reason::HostUnknown, &[
        "553 * does not exist", "all host address lookups failed permanently",
        "all relevant mx records point to non-existent hosts", "couldn't find any host ", "domain does not exist",
        "domain is not reachable", "domain must exist", "domain name not found", "host or domain name not found", "host unknown",
        "host unreachable", "invalid domain name", "mail domain mentioned in email address is unknown", "name or service not known",
        "no such domain", "nonexistentdomain", "recipient address rejected: unknown domain name", "remote domain doesnt exist",
        "returned answer with no data", "the account or domain may not exist", "unknown host", "unroutable address",
        "unrouteable address",
    ]),
    (Reason::MailboxFull, &[
        "452 insufficient disk space", "account disabled temporarly for exceeding receiving limits", "account is *quota",
        "account storage limit", "as their mailbox is full", "boite du destinataire pleine", "casella piena", "disk* quota",
        "enough * space", "exceeded storage allocation", "full mailbox", "inbox is out of storage space",
        "mailbox *exceeded* limit", "mailbox *full", "mailbox *quota", "mailbox exceeds allowed size", "mailbox full",
        "mailbox size limit exceeded", "mailbox would exceed maximum allowed storage", "maildir *quota", "mailfolder is full",
        "no space left on device", "not sufficient disk space", "over *quota", "over quota", "overquota", "quota *exceeded",
        "quota exceed", "quota violation for", "storage*quota*exceeded", "too much mail data", "user has exceeded quota",
        "user has too many messages on the server", "user's space has been used up",
    ]),
    (Reason::MailerError, &[
        " || exit ", "bin/maildrop", "bin/procmail", "command died with status ", "command failed: ", "command output:",
        "local delivery failed", "mailer error", "pipe to |/", "procmail: ", "x-unix; ",
    ]),
    (Reason::MessageTooBig, &[
        "email size exceed", "exceeded google's message size", "exceeded maximum inbound message size", "line limit exceeded",
        "max message size exceed", "maximum email size exceeded", "message file too big", "message length exceeds administrative limit",
        "message size exceed", "message too big", "message too large for this", "size limit", "taille limite du message atteinte",
    ]),
    (Reason::NetworkError, &[
        "address family mismatch on destination mxs", "all routes to destination blocked", "connection refused",
        "could not connect and send the mail to", "could not retrieve source address", "dns lookup failed",
        "dns records for the destination computer could not be found", "dns type 'mx' lookup of", "hop count exceeded",
        "host is unreachable", "host name lookup failure", "host not found, try again", "loop detected", "mail forwarding loop for ",
        "malformed name server reply", "malformed or unexpected name server reply", "maximum forwarding loop count exceeded",
        "message exceeded 50 hops", "message looping", "message probably in a routing loop", "network error on destination mxs",
        "network is unreachable", "no route to host", "no valid route to", "temporary failure in mx lookup", "too many hops",
        "unable to resolve route ", "unrouteable mail domain",
    ]),
    (Reason::NoRelaying, &[
        "as a relay", "email address is not verified.", "insecure mail relay", "invalid credentials for relay",
        "is not permitted to relay through this server without authentication", "mail relay denied",
        "mail server requires authentication when attempting to send to a non-local e-mail address", "no relaying", "not a gateway",
        "not allowed to relay through this machine", "not an open relay, so get lost", "not local host", "open relay*not allowed",
        "relay access denied", "relay denied", "relay not permitted", "relaying denied", "relaying mail to ",
        "smtp relay error", "specified domain is not allowed", "that domain isn't in my list of allowed rcpthost",
        "this system is not configured to relay mail", "unable to relay ", "we don't handle mail for",
    ]),
    (Reason::NotAccept, &[
        "an mx or srv record indicated no smtp service", "couldn't find a mail exchanger or ip address",
        "destination seem to reject all mails", "does not accept mail (nullmx)", "domain * doesn't receive email",
        "host does not accept mail", "host/domain does not accept mail", "mail receiving disabled",
        "name server: .: host not found", "no host found for existing smtp connection", "no mx found for", "no mx record found for domain=",
        "no route for current request", "null mx", "smtp protocol returned a permanent error",
    ]),
    (Reason::NotCompliantRfc, &[
        "550 requested action aborted [4]", "5322 compliant", "blank from: addresses are not allowed", "duplicate header",
        "encoded-word syntax is not permitted", "from: header are not accepted", "headers are not rfc compliant", "is not rfc 5322",
        "mail message is malformed", "missing a valid address in the from: header", "missing a valid message-id: header",
        "multiple *header", "p=rfcmessagenoncompliant", "unicode character in a disallowed header",
    ]),
    (Reason::PolicyViolation, &[
        "an illegal attachment on your message", "anti-spoofing policy", "because the recipient is not accepting mail with ",
        "by non-member to a members-only list", "closed mailing list", "denied by policy", "due to content examination policy",
        "due to local policy", "email not accepted for policy reasons", "email policy violation", "email rejected due to security policies",
        "has a policy that prohibited", "header are not accepted", "header error", "local policy violation",
        "message bounced due to organizational settings", "message given low priority", "messages with multiple addresses",
        "no data before greeting", "not accepted for policy reasons", "policy violation", "protocol violation",
        "rejected by organization policy", "rejected for policy reasons", "restricted by policy",
        "the email address used to send your message is not subscribed to this group",
        "this message was blocked because its content presents a potential",
        "we do not accept messages containing images or other attachments",
        "you have exceeded the* allowable number of posts without solving a captcha", "you're using a mass mailer",
    ]),
    (Reason::Rejected, &[
        "access denied (in reply to mail from command)", "access denied (sender blacklisted)", "address rejected",
        "administrative prohibition", "backscatter protection detected an invalid or expired email address", "bad outbound sender",
        "batv failed to verify", "batv validation failure",
        "because the sender isn't on the recipient's list of senders to accept mail from", "bogus mail from",
        "but sender was rejected", "can't determine purported responsible address",
        "connections not accepted from servers without a valid sender domain", "delivery not authorized, message refused",
        "denied [bouncedeny]", "denied by secumail valid-address-filter", "does not exist e2110", "domain of sender address ",
        "email address is on senderfilterconfig list", "emetteur invalide", "empty envelope senders not allowed", "envelope blocked",
        "error: no third-party dsns", "from: domain is invalid. please provide a valid from:", "fully qualified email address required",
        "in my badmailfrom list", "invalid domain, see <url:", "invalid sender", "is not a registered gateway user",
        "mail from not owned by user", "mail sending denied", "message rejected: email address is not verified", "mx records for ",
        "null sender is not allowed", "recipient addresses rejected : access denied", "recipient not accepted. (batv: no tag",
        "returned mail not accepted here", "rfc 1035 violation: recursive cname records for", "rule imposed mailbox access for",
        "sender address has been blacklisted", "sender denied", "sender domain is empty", "sender email address rejected", "sender is in my black list",
        "sender is spammer", "sender not authenticated", "sender not pre-approved", "sender rejected", "sender verify failed", "sender was not authenticated",
        "sender was rejected", "sending this from a different address or alias using the ", "spam reporting address",
        "syntax error: empty email address", "the message has been rejected by batv defense", "this server does not accept mail from",
        "transaction failed unsigned dsn for", "unroutable sender address", "unverified address",
        "you are not allowed to post to this mailing list", "you are sending to/from an address that has been blacklisted",
        "your access to submit messages to this e-mail system has been rejected", "your domain has been bl",
        "your email address has been bl",
    ]),
    (Reason::RequirePtr, &[
        "access denied. ip name lookup failed", "all mail servers must have a ptr record", "bad dns ptr resource record",
        "cannot find your hostname", "cannot resolve your address.", "corresponding forward dns entry does not",
        "dns lookup failure: * try again later", "does not have a ptr record", "domain * mismatches client ip", "fix reverse dns for ",
        "hostname specified in the pointer", "ips with missing ptr records", "must have a reverse dns record",
        "no ptr record found.", "no reverse dns", "please get a custom reverse dns name from your isp", "ptr record setup",
        "regarding ptr records and authentication", "rejected - no rdns", "reverse dns for this ip failed",
        "reverse dns lookup for host * failed permanently", "reverse dns failed", "reverse dns required",
        "sender ip reverse lookup rejected", "server access * forbidden by invalid rdns record of your mail server",
        "service permits * unverifyable sending ips", "unresolvable relay host name", "we do not accept mail from hosts with dynamic ip or generic dns ptr-records",
    ]),
    (Reason::SecurityError, &[
        "account not subscribed to ses", "authentication credentials invalid", "authentication failed; server * said: ",
        "authentication failure", "authentication not allowed", "authentication required", "authentication turned on in your email client",
        "authentification invalide*305", "authentification requise*402", "could not retrieve credentials", "domain * is a dead domain",
        "executable files are not allowed in compressed files", "incorrect authentication data", "insecure mail relay",
        "recipient address rejected: access denied", "resolver.rst.authrequired",
        "sorry, you don't authenticate or the domain isn't in my list of allowed rcpthosts", "turn on smtp authentication",
        "unauthenticated senders not allowed", "user * is not authorized to perform ses:sendrawemail on resource",
        "username and password not accepted", "verification failure", "you are not authorized to send mail, authentication is required",
    ]),
    (Reason::SpamDetected, &[
        " - spam", "(?:spam) ", "550 spam", "554 5.7.0 reject, id=", "554 spam", "appears to be unsolicited", "as likely spam",
        "blacklisted url in message", "block for spam", "blocked by policy: no spam please", "blocked by spamassassin",
        "blocked for abuse. see http://att.net/blocks", "bulk email", "cannot be forwarded because it was detected as spam",
        "considered unsolicited bulk", "content filter rejection", "content judged to be spam", "cyberoam anti spam engine",
        "denied due to spam list", "detected as spam", "due to the nature of the content", "email flagged as spam",
        "filtered by outbound scanning", "greylisted* please try again in", "help_spam_16.htm", "high probability of spam",
        "is classified as spam", "likely unsolicited mail", "listed in work.drbl.imedia.ru", "looked like spam", "looks like spam",
        "mail content denied", "mail rejete. mail rejected. *506", "may consider spam", "may contain the spam contents",
        "message considered as spam or virus", "message contains spam", "message content rejected", "message filtered",
        "message is being rejected as it seems to be a spam", "message refused by * spamprofiler",
        "message rejected as spam", "message rejected because of unacceptable content", "message rejected for policy reasons",
        "message rejected for spam or virus content", "our email server thinks this email is spam",
        "our filters rate at and above * percent probability of being spam", "our system has detected that this message is",
        "possible spam", "probable spam", "probably spam", "reject bulk.advertising", "rejected by * (spam)",
        "rejected due to * spam classification", "rejected due to * spam content", "rejected due to classification as bulk mail",
        "rejected due to spam", "rejected due to suspected spam content", "rejected: spamassassin score ", "rejecting banned content",
        "rejecting mail content", "rule imposed as * is blacklisted on", "sender domain listed at ",
        "sending address not accepted due to spam filter", "similar to spam we have received before", "spam * exceeded", "spam abuse detected",
        "spam blocked", "spam check", "spam content", "spam detected", "spam email", "spam filtering engine", "spam is embedded in the email", "spam message",
        "spam not accepted", "spam points", "spam refused", "spam rejection", "spam score ", "spam-like", "spambouncer identified spam",
        "spamming not allowed", "this message appears to be spam", "this message has been identified as spam",
        "this message has been scored as spam with a probability", "this message was classified as spam",
        "this message was rejected by recurrent pattern detection system", "too much spam.",
        "transaction failed spam message not queued", "triggered a spam block", "we dont accept spam",
        "your email breaches local uribl policy", "your email is considered spam", "your message as spam",
        "your message failed several antispam checks", "your message has been rejected because it appears to be spam",
        "your message has been temporarily blocked by our filter",
    ]),
    (Reason::Speeding, &[
        "daily * limit exceeded for", "due to excessive volume", "has exceeded permitted limits within", "has sent to too many",
        "mail too quickly", "message receive limit", "peak smtp relay limit exceeded", "please try again slower",
        "rate that prevents additional messages from being delivered", "recipient thread limit exceeded", "sending quota exceeded",
        "sent too many messages this hour", "submission quota exceeded", "tenant has exceeded threshold", "this mail has been rate limited",
        "traffic not accepted from this ip", "you've reached your daily limit for message recipients",
    ]),
    (Reason::Suppressed, &["on the account suppression list", "on your account-level suppression list", "suppression list"]),
    (Reason::Suspend, &[
        " is currently suspended", " is no longer valid.", " temporary locked", "account disabled", "account is disabled",
        "account is temporarily limited", "account that you tried to reach is disabled", "archived recipient", "boite du destinataire archivee",
        "compte du destinataire est bloque", "disabled recipient address", "email inbox * is no longer in use", "has been suspended", "inactive account",
        "invalid/inactive user", "is a deactivated mailbox", "is unavailable: user is terminated",
        "mailaddress is administrativ*disabled", "mailbox cannot be accessed", "mailbox currently suspended", "mailbox disabled",
        "mailbox is frozen", "mailbox unavailable or access denied", "recipient rejected: temporarily inactive",
        "recipient suspend the service", "the email account that you tried to reach is inactive",
        "this account has been disabled or discontinued", "this account has been temporarily suspended",
        "this address no longer accepts mail", "this mailbox is disabled", "user or domain is disabled", "user suspended",
        "vdelivermail: account is locked",
    ]),
    (Reason::SyntaxError, &["bad address syntax", "domain missing in source-routed address", "malformed address:"]),
    (Reason::SystemError, &[
        "aliasing/forwarding loop broken", "automatic homedir creator crashed", "bad interpreter: no such file or directory",
        "can't create user output file", "could not load drd for domain", "delivery to file forbidden", "delivery to pipe forbidden",
        "dns violates rfc 1035", "error in automatic homedir creation", "error while executing qmail-forward",
        "has detected a loop condition", "illegal value in ldap attribute", "internal error reading data", "internal server error",
        "internal system error", "interrupted system call", "it encountered an error while being processed", "it would create a mail loop",
        "ldap attribute is not given", "lmtp error after ", "local configuration error", "local error in processing",
        "loop back warning:", "loop was found in the mail exchanger", "loops back to myself", "mail system configuration error",
        "queue file write error", "recipient deferred because there is no mdb", "remote server is misconfigured",
        "server configuration error", "service currently unavailable", "several matches found in domino directory",
        "suspiciousremoteservererror", "system config error", "system incorrectly configured", "temporary failure in ldap lookup",
        "temporary local problem", "temporary server error", "temporary system error", "temporary system problem",
        "timeout waiting for input", "timeout while performing search on ldap server", "too many results returned but needs to be unique",
        "transaction failed ", "unable to connect *daemon", "unable to contact ldap server", "unable to login into ldap server",
    ]),
    (Reason::SystemFull, &[
        "insufficient system resource", "insufficient system storage", "mail system full", "not enough free space",
        "requested mail action aborted: exceeded storage allocation",
    ]),
    (Reason::TooManyConnections, &[
        "all available ips are at maximum connection limit", "connection frequency limited", "connection rate limit exceeded",
        "domain frequency limited", "exceeds per-domain connection limit for", "frequency of receiving messages is limited",
        "has exceeded the max emails per hour ", "ip frequency limited", "max message per connection reached", "message threshold exceeded",
        "sender frequency limited", "throttling failure: daily message quota exceeded", "throttling failure: maximum sending rate exceeded",
        "too many concurrent smtp connections", "too many connections", "too many errors from your ip", "too many messages",
        "too many recipients", "too many sessions from", "too many smtp sessions for this host", "trop de connexions, ",
        "we have already made numerous attempts to deliver this message",
    ]),
    (Reason::UserUnknown, &[
        "#5.1.1 bad address", "5.1.0 address rejected", "550 address invalid", "<*> not found", "<*>... blocked by ", "account * does not exist",
        "account does not exist", "address does not exist", "address not found", "address not present in directory", "address unknown",
        "adresse d au moins un destinataire invalide", "bad*recipient", "can't accept user",
        "cannot find system user", "casella inesistente", "casella non esistente", "destination addresses were unknown", "destination server rejected recipients",
        "destinatario sconosciuto", "does not exist.", "does not like recipient", "doesn't have a * account", "email address could not be found", "inactive email address",
        "indirizzo inesistente", "invalid address", "invalid final delivery userid", "invalid mailbox", "invalid or unknown virtual user",
        "invalid recipient", "invalid user", "is not a known user", "is not a valid mailbox", "is not an active address at this host",
        "mailbox *does not exist", "mailbox *unavailable or access denied", "mailbox does not exist", "mailbox doesn't exist", "mailbox invalid",
        "mailbox is inactive", "mailbox is not allowed", "mailbox is unavailable", "mailbox not found", "mailbox not present",
        "mailbox unavaiable", "nessun utente simile in questo indirizzo", "no * in name directory", "no account by that name here",
        "no existe dicha persona", "no existe ese usuario ", "no mail box available for this user", "no mailbox by that name",
        "no mailbox found", "no mailbox here by that name", "no such address here", "no such mailbox", "no such person at this address",
        "no such recipient", "no such user", "no thank you rejected: account unavailable", "no valid recipients, bye",
        "non*existent user", "not a local address", "not a valid recipient", "not a valid user here", "not email addresses",
        "not listed in domino directory", "not listed in public name & address book", "rcpt (*t exist ", "rcpt <* does not exist",
        "recipient * was not found in", "recipient address rejected. (in reply to rcpt to command)",
        "recipient address rejected: access denied", "recipient address rejected: invalid", "recipient address rejected: unknown user",
        "recipient address rejected: user", "recipient does not exist", "recipient is not accepted", "recipient is not local",
        "recipient name is not recognized", "recipient not exist", "recipient not found", "recipient not ok",
        "recipient refuses to accept your mail", "recipient rejected", "recipient unknown", "requested action not taken: mailbox unavailable",
        "resolver.adr.exrecip*notfound", "resolver.adr.recip*notfound", "sorry, badrcptto", "sorry, your envelope recipient has been denied",
        "that domain or user isn't in my list of allowed rcpthosts", "the email account that you tried to reach does not exist",
        "the following recipients was undeliverable", "the user's email name is not found", "there is no one at this address",
        "this address no longer accepts mail", "this email address is wrong or no longer valid", "this recipient is in my badrecipientto list",
        "this recipient is not in my validrcptto list", "this spectator does not exist", "this user doesn't have a * account",
        "unknown e*mail address", "unknown local*part", "unknown mailbox", "unknown or illegal alias", "unknown or illegal user", "unknown recipient",
        "unknown user", "user (*) unknown", "user * does not exist", "user * was not found", "user does not exist", "user missing home directory",
        "user not active", "user not exist", "user not found", "user not known", "user unknown", "utente sconosciuto", "utente non trovato",
        "utilisateur inconnu !", "weil die adresse nicht gefunden wurde", "your envelope recipient is in my badrcptto list",
    ]),
    (Reason::VirusDetected, &[
        "infected with a virus", "infected message rejected", "it has a potentially executable attachment", "mcspamsignature",
        "prohibited virus or spam content", "this form of attachment has been used by recent viruses", "virus * detected by",
        "virus detected", "virus phishing/malicious_url detected",
    ]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything_between_in_order() {
        assert!(matches("mailbox of anna is full", "mailbox * full"));
        assert!(!matches("full is the mailbox ", "mailbox * full"));
        assert!(matches("user unknown", "user unknown"));
    }

    #[test]
    fn every_pattern_is_in_small_letters_and_says_something() {
        for (reason, patterns) in PHRASES {
            for pattern in *patterns {
                assert_eq!(*pattern, pattern.to_lowercase(), "{reason}");
                assert!(pattern.len() > 5, "{reason}: {pattern}");
            }
        }
    }

    #[test]
    fn what_is_said_about_the_recipient_does_not_reject_the_sender() {
        assert!(mean("sender address rejected: domain not found", Reason::Rejected));
        assert!(!mean("recipient address rejected: user unknown", Reason::Rejected));
        assert!(mean("recipient address rejected: user unknown", Reason::UserUnknown));
    }
}
