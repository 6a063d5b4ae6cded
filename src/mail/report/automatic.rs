//! Who speaks: a mail system about a letter, or a program in the place of a person (RFC 3834).

use super::parts::Parts;

/// Names in `From` of those who speak for a mail system.
const SYSTEMS: &[&str] = &[
    "mailer-daemon",
    "mailer daemon",
    "mailerdaemon",
    "mail delivery",
    "mail deliver",
    "maildelivery",
    "postmaster",
    "post_master",
    "system administrator",
    "mail administrator",
    "delivery subsystem",
    "microsoftexchange",
    "mdaemon",
    "bounce",
    "interscan",
    "amazonses.com",
];

/// What subjects of such reports say.
const SUBJECTS: &[&str] = &[
    "undeliver",
    "undelivered",
    "not delivered",
    "not be delivered",
    "returned mail",
    "returned to sender",
    "returning message",
    "failure notice",
    "failed delivery",
    "delivery fail",
    "delivery has failed",
    "delivery status",
    "delivery notification",
    "delivery problem",
    "delivery failure",
    "delivery report",
    "mail failure",
    "mail system error",
    "message frozen",
    "message status",
    "non delivery",
    "nondeliver",
    "non-deliver",
    "non recapitabile",
    "non consegnat",
    "mancata consegna",
    "mancato recapito",
    "impossibile recapitare",
    "recapito non riuscito",
    "consegna non riuscita",
    "notifica di errore",
    "nicht zustellbar",
    "unzustellbar",
    "non remis",
    "olevererbart",
    "[bounce]",
    "bounced",
    "could not send mail",
    "error sending your mail",
    "error(s) in forwarding or filtering",
    "postmaster notify",
    "delayed mail",
    "mail delivery",
    "loop alert",
];

/// What the text of such reports says.
const TEXTS: &[&str] = &[
    "could not be delivered",
    "couldn't be delivered",
    "was not delivered to",
    "undeliverable",
    "unable to deliver",
    "wasn't able to deliver",
    "had permanent fatal errors",
    "had delivery errors",
    "had delivery problems",
    "delivery failed",
    "failed permanently",
    "transcript of session follows",
    "did not reach the following",
    "error message below:",
    "rejected by a remote",
    "non \u{e8} stato recapitato",
    "non \u{e8} stato possibile recapitare",
    "impossibile recapitare",
    "is the mailer-daemon",
    "not a member of this mailing list",
];

/// Whether a mail system speaks about a letter.
pub(super) fn is_about_delivery(parts: &Parts) -> bool {
    let text = parts.text.to_lowercase();
    let from = parts.headers.lower("from");
    let subject = parts.subject.to_lowercase();
    let by_header = parts.headers.has("x-failed-recipients") || parts.report_type == "delivery-status";
    let by_list = parts.headers.has("x-mlserver") && from.contains("-admin@");
    let is_system = SYSTEMS.iter().any(|name| from.contains(name));
    let by_subject = SUBJECTS.iter().any(|words| subject.contains(words));
    let by_text = TEXTS.iter().any(|words| text.contains(words));
    by_header || by_list || (is_system && !is_reply_of_person(parts)) || by_subject || by_text
}

/// Beginnings of subjects of automatic replies.
const REPLY_SUBJECTS: &[&str] = &[
    "auto:",
    "auto reply",
    "auto-reply",
    "autoreply",
    "auto response",
    "auto-response",
    "automatic reply",
    "automatic response",
    "out of office",
    "out of the office",
    "out-of-office",
    "risposta automatica",
    "fuori ufficio",
    "fuori sede",
    "assente",
    "assenza",
    "automatische antwort",
    "abwesenheit",
    "r\u{e9}ponse automatique",
    "absence du bureau",
    "respuesta autom\u{e1}tica",
    "vacation",
];

fn is_reply_of_person(parts: &Parts) -> bool {
    let subject = parts.subject.to_lowercase();
    REPLY_SUBJECTS.iter().any(|start| subject.starts_with(start))
}

/// Whether a program answered in the place of a person.
pub(super) fn is_reply(parts: &Parts) -> bool {
    let submitted = parts.headers.lower("auto-submitted");
    let by_header = ["auto-replied", "auto-generated", "auto-notified"].iter().any(|word| submitted.contains(word));
    let by_old_header = ["x-autoreply", "x-autorespond", "x-auto-response-from"].iter().any(|name| parts.headers.has(name))
        || parts.headers.lower("precedence").contains("auto_reply")
        || parts.headers.lower("x-apple-action").contains("vacation");
    by_header || by_old_header || is_reply_of_person(parts)
}

/// What is said of what is out of use.
const OUT_OF_USE: &[&str] = &["is no longer in use", "non \u{e8} pi\u{f9} attiv", "non \u{e8} pi\u{f9} in uso"];
/// What a mailbox is called; an address is named by its `@` too.
const MAILBOXES: &[&str] =
    &["indirizzo", "casella", "account", "e-mail", "email", "posta elettronica", "mailbox", "address", "@"];
/// What else people say of when they are away.
const NO_MAILBOXES: &[&str] = &["telefon", "numer", "cellulare", "phone", "number", "fax", "sito", "website", "web site"];

/// Whether an automatic reply says that nobody reads this mailbox any more. Of a telephone people say so too, and their mailbox is well.
pub(super) fn is_abandoned(parts: &Parts) -> bool {
    let says = |words: &str, names: &[&str]| names.iter().any(|name| words.contains(name));
    sentences(&parts.text.to_lowercase()).iter().any(|sentence| {
        let mut said = OUT_OF_USE.iter().filter_map(|words| sentence.split_once(words));
        said.any(|(before, after)| {
            // "Non e' piu' attivo questo indirizzo, scriva a ...": what is meant may follow; what is offered instead is not meant.
            let after = after.split([',', ':', '(']).next().unwrap_or_default();
            let meant = if before.trim().is_empty() { after } else { before };
            says(meant, MAILBOXES) && !says(meant, NO_MAILBOXES)
        })
    })
}

/// The sentences of a text, each on one line; an empty line ends one too. The full stop within an address ends none.
fn sentences(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            found.push(String::new());
        }
        for word in line.split_whitespace() {
            if let Some(sentence) = found.last_mut() {
                sentence.push_str(word);
                sentence.push(' ');
            }
            if word.ends_with(['.', '!', '?', ';']) {
                found.push(String::new());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absence_is_of_the_mailbox_only_where_the_mailbox_is_meant() {
        let is = |text: &str| is_abandoned(&Parts { text: text.to_owned(), ..Parts::default() });
        for abandoned in [
            "Gentili utenti,\nquesta casella di posta\nnon \u{e8} pi\u{f9} attiva. Scrivete a urp@provincia.example.",
            "L'indirizzo anna.rossi@example.org non \u{e8} pi\u{f9} in uso.",
            "anna.rossi@example.org non \u{e8} pi\u{f9} attivo",
            "Non \u{e8} pi\u{f9} attivo questo indirizzo, usi urp@provincia.example",
            "Hello. This e-mail address is no longer in use!",
            "Account anna@example.org is no longer in use (phone 02 1234)",
        ] {
            assert!(is(abandoned), "{abandoned}");
        }
        for away in [
            "Sono in ferie fino al 20. Il numero 02 1234567 non \u{e8} pi\u{f9} attivo; per urgenze scrivete a urp@provincia.example.",
            "Il mio cellulare non \u{e8} pi\u{f9} attivo, scrivetemi a questo indirizzo",
            "Rispondo da questa casella ogni giorno. Il servizio non \u{e8} pi\u{f9} attivo di sera.",
            "My old phone number is no longer in use, please use this address.",
            "Scrivetemi a questo indirizzo\n\nLo sportello di via Roma non \u{e8} pi\u{f9} attivo",
            "",
        ] {
            assert!(!is(away), "{away}");
        }
    }
}
