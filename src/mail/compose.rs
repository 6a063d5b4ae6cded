//! A message as it goes over the wire: RFC 5322 headers, multipart/alternative, ASCII throughout but for a receiver's address that is
//! not (RFC 6531), signed where there is a key.

use super::dkim::Signer;
use super::{Message, Sent, Settings, Unusable};
use lettre::Address;
use lettre::message::header::{self, HeaderName, HeaderValue, Headers};
use lettre::message::{Mailbox, Mailboxes};
use std::sync::Arc;

/// The sender of every letter.
#[derive(Clone, Debug)]
pub(super) struct Sender {
    address: Address,
    /// The header lines that all letters have in common.
    lines: String,
    /// Where reports about letters go; the sender's address where none is set.
    returned_to: Address,
    signer: Option<Arc<Signer>>,
}

impl Sender {
    pub(super) fn open(settings: &Settings) -> Result<Self, Unusable> {
        let address = plain_address(&settings.from).ok_or(Unusable::From)?;
        let returned_to = match settings.bounce_address.as_str() {
            "" => address.clone(),
            typed => plain_address(typed).ok_or(Unusable::BounceAddress)?,
        };
        let signer = match &settings.dkim {
            None => None,
            Some(dkim) => {
                let signer = Signer::parse(&dkim.domain, &dkim.selector, dkim.key_pem.expose().as_bytes());
                Some(Arc::new(signer.ok_or(Unusable::DkimKey)?))
            }
        };
        let lines = lines_of_all(&address, &settings.from_name);
        Ok(Self { address, lines, returned_to, signer })
    }

    /// The envelope's sender of a message: `urp+TAG@...`. Who has no address for reports gets them all in one heap.
    pub(super) fn return_path(&self, tag: &str) -> Address {
        let safe = !tag.is_empty() && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let tagged = || Address::new(format!("{}+{tag}", self.returned_to.user()), self.returned_to.domain()).ok();
        Some(tag).filter(|_| safe).and_then(|_| tagged()).unwrap_or_else(|| self.returned_to.clone())
    }
}

/// A message on its way: the envelope and what is in it.
#[derive(Debug)]
pub(super) struct Composed {
    pub(super) from: Address,
    pub(super) to: Address,
    pub(super) letter: String,
}

/// How both parts are encoded: nearly all of them is the same for a whole campaign, and encoded once. lettre writes the headers, and
/// would encode and copy every letter.
const ENCODED: &str = "Content-Transfer-Encoding: quoted-printable";

/// Why a message cannot be written.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unwritable {
    /// The address is not one.
    Address,
    /// The opt-out address is not plain ASCII.
    OptOut,
    /// It could not be signed.
    Signature,
}

impl From<Unwritable> for Sent {
    /// A bad address is the receiver's; a bad link comes from our settings and must not cost anybody the letter.
    fn from(unwritable: Unwritable) -> Self {
        match unwritable {
            Unwritable::Address => Self::Refused("the address cannot be written to".to_owned()),
            Unwritable::OptOut => Self::Later("the opt-out link is not a web address".to_owned()),
            Unwritable::Signature => Self::Later("the letter cannot be signed".to_owned()),
        }
    }
}

/// Writes a message. The same message gives the same bytes, so that a copy in an outbox is overwritten by its equal.
pub(super) fn compose(message: &Message, sender: &Sender) -> Result<Composed, Unwritable> {
    let to = wire_address(&message.to).ok_or(Unwritable::Address)?;
    // These three end inside headers as they are: nothing but visible ASCII may pass.
    let opt_out = &message.opt_out_url;
    if !opt_out.starts_with("http") || !opt_out.chars().all(|c| c.is_ascii_graphic() && c != '<' && c != '>') {
        return Err(Unwritable::OptOut);
    }
    let identifier = file_safe(&message.identifier);
    let boundary: String = format!("=_{identifier}").chars().take(60).collect();
    let mut headers = Headers::new();
    headers.set(header::To::from(Mailboxes::from(Mailbox::new(some_name(&one_line(&message.to_name)), to.clone()))));
    headers.set(header::Subject::from(one_line(&message.subject)));
    headers.set(header::Date::new(message.date.and_utc().into()));
    headers.set(header::MessageId::from(format!("<{identifier}@{}>", sender.address.domain())));
    insert_as_they_are(
        &mut headers,
        [
            ("Content-Language", message.language.as_str().to_owned()),
            ("List-Unsubscribe", format!("<{opt_out}>")),
            ("Content-Type", format!("multipart/alternative; boundary=\"{boundary}\"")),
        ],
    );
    let mut letter = format!("{}{headers}\r\n", sender.lines);
    for (kind, text) in [("plain", &message.text), ("html", &message.html)] {
        let head = format!("--{boundary}\r\nContent-Type: text/{kind}; charset=utf-8\r\n{ENCODED}\r\n\r\n");
        text.write_encoded(&head, &mut letter);
        letter.push_str("\r\n");
    }
    letter.push_str(&format!("--{boundary}--\r\n"));
    if let Some(signer) = &sender.signer {
        let header = signer.sign(&letter, message.date.and_utc().timestamp()).ok_or(Unwritable::Signature)?;
        letter.insert_str(0, &header);
    }
    Ok(Composed { from: sender.return_path(&message.return_tag), to, letter })
}

fn lines_of_all(address: &Address, name: &str) -> String {
    let mut headers = Headers::new();
    headers.set(header::From::from(Mailboxes::from(Mailbox::new(some_name(&one_line(name)), address.clone()))));
    headers.set(header::MIME_VERSION_1_0);
    let lines = [("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"), ("Auto-Submitted", "auto-generated")];
    insert_as_they_are(&mut headers, lines.map(|(name, value)| (name, value.to_owned())));
    headers.to_string()
}

/// Neither folded nor encoded: a link that is would be no link for many mail programs.
fn insert_as_they_are<const COUNT: usize>(headers: &mut Headers, lines: [(&'static str, String); COUNT]) {
    for (name, value) in lines {
        let name = HeaderName::new_from_ascii_str(name);
        headers.insert_raw(HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value));
    }
}

/// An address with its domain in ASCII (`città.it` as `xn--...`): what every mail server understands. Before the `@` it stays as it is.
fn wire_address(typed: &str) -> Option<Address> {
    let (local, domain) = typed.trim().rsplit_once('@')?;
    if local.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    Address::new(local, idna::domain_to_ascii(domain).ok()?).ok()
}

/// One in ASCII throughout.
fn plain_address(typed: &str) -> Option<Address> {
    wire_address(typed).filter(|address| AsRef::<str>::as_ref(address).is_ascii())
}

fn some_name(name: &str) -> Option<String> {
    (!name.is_empty()).then(|| name.to_owned())
}

/// Control characters, line ends above all, become spaces: no header can be smuggled in.
fn one_line(text: &str) -> String {
    let spaced: String =
        text.chars().map(|c| if c.is_control() || c == '\u{2028}' || c == '\u{2029}' { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An identifier as part of a file name and of a `Message-ID`: letters, digits, `-` and `_`; anything else becomes `_`.
pub(super) fn file_safe(identifier: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    identifier.chars().map(safe).take(120).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::mail::Text;
    use crate::text::Language;
    use chrono::NaiveDate;

    pub(in crate::mail) fn message(to: &str) -> Message {
        Message {
            to: to.to_owned(),
            return_tag: "7-abc".to_owned(),
            to_name: "Niccolò D'Agnese".to_owned(),
            subject: "La Sua opinione sull'ufficio: perché conta".to_owned(),
            text: Text::plain("Gentile Niccolò,\nè breve.\n.\nFine\n"),
            html: Text::plain("<p>Gentile Niccolò</p>\n"),
            opt_out_url: "https://ascolto.example.org/u/AAAAAAAAAAAAAAAAAAAAAA".to_owned(),
            language: Language::italian(),
            identifier: "urp2026-invitation-7".to_owned(),
            date: NaiveDate::from_ymd_opt(2026, 3, 2).unwrap().and_hms_opt(9, 30, 0).unwrap(),
        }
    }

    pub(in crate::mail) fn sender() -> Sender {
        Sender::open(&Settings::plain("urp@provincia.example", "Provincia, URP")).unwrap()
    }

    fn composed(message: &Message) -> String {
        compose(message, &sender()).unwrap().letter
    }

    #[test]
    fn a_letter_carries_every_header_a_mail_program_looks_for() {
        let written = composed(&message("n.dagnese@example.org"));
        assert!(written.is_ascii());
        for line in [
            " <urp@provincia.example>\r\n",
            "Date: Mon, 02 Mar 2026 09:30:00 +0000\r\n",
            "Message-ID: <urp2026-invitation-7@provincia.example>\r\n",
            "Content-Language: it\r\n",
            "List-Unsubscribe: <https://ascolto.example.org/u/AAAAAAAAAAAAAAAAAAAAAA>\r\n",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "MIME-Version: 1.0\r\n",
            "multipart/alternative",
            "text/plain; charset=utf-8",
            "text/html; charset=utf-8",
        ] {
            assert!(written.contains(line), "{line} is missing in\n{written}");
        }
        assert!(written.contains("<n.dagnese@example.org>"));
        assert_eq!(written, composed(&message("n.dagnese@example.org")), "the same letter twice is the same bytes");
    }

    #[test]
    fn a_mail_program_reads_both_texts_as_they_were_written() {
        let own = message("n.dagnese@example.org");
        let written = composed(&own);
        let read = mail_parser::MessageParser::default().parse(written.as_bytes()).unwrap();
        assert_eq!(read.subject(), Some(own.subject.as_str()));
        assert_eq!(read.to().unwrap().first().unwrap().name(), Some(own.to_name.as_str()));
        assert_eq!((read.text_body_count(), read.html_body_count(), read.attachment_count()), (1, 1, 0));
        let lines = |text: std::borrow::Cow<'_, str>| text.replace("\r\n", "\n");
        assert_eq!(read.body_text(0).map(lines), Some(own.text.to_string()));
        assert_eq!(read.body_html(0).map(lines), Some(own.html.to_string()));
    }

    #[test]
    fn no_header_can_be_smuggled_in() {
        let mut bad = message("a@example.org");
        bad.to_name = "Eve\r\nBcc: everyone@example.org".to_owned();
        bad.subject = "Hello\r\nBcc: everyone@example.org\r\n\r\nbody".to_owned();
        bad.identifier = "x>\r\nBcc: y".to_owned();
        assert!(!composed(&bad).lines().any(|line| line.to_ascii_lowercase().starts_with("bcc")));
        bad.opt_out_url = "https://x\r\nBcc: y".to_owned();
        assert_eq!(compose(&bad, &sender()).err(), Some(Unwritable::OptOut));
        assert!(matches!(Sent::from(Unwritable::OptOut), Sent::Later(_)), "our own mistake costs nobody the letter");
        for address in ["a@b\r\nBcc: c@d.it", "a\r\n@b.it", "", "@", "a@", "a b@example.org"] {
            assert_eq!(compose(&message(address), &sender()).err(), Some(Unwritable::Address), "{address:?}");
        }
    }

    #[test]
    fn the_return_path_tells_whom_a_report_is_about() {
        let mut settings = Settings::plain("urp@provincia.example", "");
        let returned = |settings: &Settings, tag: &str| Sender::open(settings).unwrap().return_path(tag).to_string();
        assert_eq!(returned(&settings, "7-abc"), "urp+7-abc@provincia.example");
        settings.bounce_address = "ritorni@posta.provincia.example".to_owned();
        assert_eq!(returned(&settings, "7-abc"), "ritorni+7-abc@posta.provincia.example");
        for none in ["", "a b", "a@b", "a\r\nX: y"] {
            assert_eq!(returned(&settings, none), "ritorni@posta.provincia.example");
        }
        settings.bounce_address = "ritorni".to_owned();
        assert!(matches!(Sender::open(&settings), Err(Unusable::BounceAddress)));
    }

    #[test]
    fn an_address_beyond_ascii_stays_as_it_is_before_the_at() {
        let composed = compose(&message("niccolò@città.example"), &sender()).unwrap();
        assert_eq!(composed.to.to_string(), "niccolò@xn--citt-3na.example");
    }

    #[test]
    fn an_international_domain_is_written_in_ascii() {
        assert_eq!(compose(&message("urp@città.example"), &sender()).unwrap().to.to_string(), "urp@xn--citt-3na.example");
    }
}
