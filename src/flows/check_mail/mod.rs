//! Who runs the office looks whether its letters can leave and arrive: the mail servers, the signature, a letter to oneself.
//!
//! It takes settings and not the site, so that it can be asked before there is a database. Nothing is kept of it, and nobody but the
//! mail servers of the settings is asked: the record of the DNS is brought by the person.

mod words;

pub use words::{Line, Section, State, command_for, given_way, in_words, set_up_in_words};

use super::{Failed, Outcome, Refused};
use crate::campaign::{Address, Written, write_test_letter};
use crate::mail::probe::{Probe, TAG, probe};
use crate::mail::{Message, RecordFault, Sent, Settings, Signer, Text, Transport, is_aligned};
use crate::site::Site;
use crate::text::Language;
use chrono::NaiveDateTime;
use uuid::Uuid;

/// What stands in the opt-out link of a test letter, after `/u/`: no token, and no mark of an invitation.
pub const TEST_MARK: &str = "test-letter";

/// The longest record that is looked at, in bytes: three times that of the longest key.
pub const MOST_RECORD: usize = 4096;

/// What is looked at.
#[derive(Clone, Copy, Debug)]
pub struct SetUp<'a> {
    /// The settings.
    pub mail: &'a Settings,
    /// How citizens reach the site, without a final slash.
    pub base_url: &'a str,
    /// The name of the body.
    pub body: &'a str,
    /// Now, UTC.
    pub now: NaiveDateTime,
}

impl<'a> SetUp<'a> {
    /// That of a site.
    pub fn of(site: &'a Site) -> Self {
        Self { mail: &site.config.mail, base_url: &site.base_url, body: &site.config.body.name, now: site.clock.now() }
    }
}

/// What is asked besides.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The DNS record as somebody read it; "" where they found none. `None` for not compared.
    pub record: Option<&'a str>,
    /// Where a test letter goes; `None` for none.
    pub to: Option<&'a str>,
    /// The language of that letter.
    pub language: &'a Language,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The ways out for letters, step by step.
    pub ways: Vec<Probe>,
    /// The key that signs; `None` for none.
    pub key: Option<SigningKey>,
    /// Whether the record fits; `None` where none was asked about.
    pub record: Option<Result<(), NoMatch>>,
    /// What could be better.
    pub advice: Vec<Advice>,
    /// What became of the test letter; `None` where none was asked for.
    pub letter: Option<TestLetter>,
}

/// The key that signs letters, and where its public half must stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningKey {
    /// The signing domain.
    pub domain: String,
    /// The name of the DNS record.
    pub record_name: String,
    /// What that record must say.
    pub record: String,
    /// The kind of the key, as records name it.
    pub kind: &'static str,
}

/// Why a record does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoMatch {
    /// There is no key to compare it with.
    NoKey,
    /// Something is wrong with it.
    Fault(RecordFault),
}

/// What could be better, though letters leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Letters stay in a folder.
    FolderOnly,
    /// No key: the mail server must sign.
    Unsigned,
    /// The signature speaks for a domain that is perhaps not the sender's: that one, and the sender's.
    OtherDomain(String, String),
    /// Reports about letters come to the sender's own address.
    NoReturnAddress,
    /// Mail programs offer no button for opting out.
    LinkUnprotected,
}

/// What became of the test letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TestLetter {
    /// No way was open.
    NotReached,
    /// It was handed over on that way, or not taken.
    Sent(usize, Sent),
}

impl Checked {
    /// Whether everything that was asked works. Advice hinders nobody.
    pub fn is_good(&self) -> bool {
        let letter = self.letter.as_ref().is_none_or(|letter| matches!(letter, TestLetter::Sent(_, Sent::Accepted(_))));
        self.ways.iter().all(Probe::is_open) && self.record.as_ref().is_none_or(Result::is_ok) && letter
    }
}

/// The key of the settings; `None` for none.
pub fn signing_key(mail: &Settings) -> Option<SigningKey> {
    signer(mail).map(|signer| key_of(mail, &signer))
}

fn signer(mail: &Settings) -> Option<Signer> {
    let dkim = mail.dkim.as_ref()?;
    Signer::parse(&dkim.domain, &dkim.selector, dkim.key_pem.expose().as_bytes())
}

fn key_of(mail: &Settings, signer: &Signer) -> SigningKey {
    SigningKey {
        domain: mail.dkim.as_ref().map(|dkim| dkim.domain.clone()).unwrap_or_default(),
        record_name: signer.record_name(),
        record: signer.record(),
        kind: signer.kind(),
    }
}

/// An address that a test letter may go to: one.
///
/// # Errors
/// Refused where it is none, or several.
pub fn receiver(typed: &str) -> Result<Address, Refused> {
    Address::parse(typed).map_err(|_| Refused::Invalid("test_address", "mail-check-no-address"))
}

/// Looks at everything, connecting to the mail servers, and sends the test letter that is asked for. Blocks, at most some minutes
/// where servers fall silent.
///
/// # Errors
/// Refused where the address is none or the record too long; failed where the settings cannot work at all.
pub fn check_mail(set_up: &SetUp<'_>, asked: &Asked<'_>) -> Outcome<Checked> {
    let to = asked.to.map(receiver).transpose()?;
    if asked.record.is_some_and(|record| record.len() > MOST_RECORD) {
        return Err(Refused::Invalid("dkim_record", "mail-check-record-long").into());
    }
    let letter = to.map(|to| test_letter(set_up, &to, asked.language));
    let probed = probe(set_up.mail, letter.as_ref()).map_err(|unusable| Failed::Broken(unusable.to_string()))?;
    let signer = signer(set_up.mail);
    let record = asked.record.map(|record| match &signer {
        Some(signer) => signer.agrees_with(record).map_err(NoMatch::Fault),
        None => Err(NoMatch::NoKey),
    });
    let key = signer.map(|signer| key_of(set_up.mail, &signer));
    Ok(Checked {
        ways: probed.ways,
        advice: advise(set_up, key.as_ref()),
        key,
        record,
        letter: letter.map(|_| probed.letter.map_or(TestLetter::NotReached, |(way, sent)| TestLetter::Sent(way, sent))),
    })
}

/// Signed and headed like an invitation, under a name of its own: a mailbox that has seen the last one must show this one too.
fn test_letter(set_up: &SetUp<'_>, to: &Address, language: &Language) -> Message {
    let opt_out_url = format!("{}/u/{TEST_MARK}", set_up.base_url);
    let Written { subject, text, html, language } =
        write_test_letter(language, set_up.body, &opt_out_url, set_up.mail.dkim.is_some());
    Message {
        to: to.as_str().to_owned(),
        return_tag: TAG.to_owned(),
        to_name: String::new(),
        subject,
        text: Text::plain(&text),
        html: Text::plain(&html),
        opt_out_url,
        language,
        identifier: format!("test-letter-{}", Uuid::new_v4().simple()),
        date: set_up.now,
    }
}

fn advise(set_up: &SetUp<'_>, key: Option<&SigningKey>) -> Vec<Advice> {
    let mail = set_up.mail;
    let sender = mail.from.rsplit_once('@').map_or("", |(_, domain)| domain.trim_end_matches('>'));
    let signature = match key {
        None => Some(Advice::Unsigned),
        Some(key) if is_aligned(sender, &key.domain) => None,
        Some(key) => Some(Advice::OtherDomain(key.domain.clone(), sender.to_owned())),
    };
    let only_folder = matches!(mail.transport, Transport::Folder(_)).then_some(Advice::FolderOnly);
    let no_return = mail.bounce_address.is_empty().then_some(Advice::NoReturnAddress);
    // RFC 8058, 2: the one-click address must be HTTPS.
    let open_link = (!set_up.base_url.starts_with("https:")).then_some(Advice::LinkUnprotected);
    [only_folder, signature, no_return, open_link].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::Dkim;
    use crate::secret::Secret;
    use chrono::NaiveDate;

    /// The key of RFC 8463, appendix A.
    const KEY: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";

    fn settings(folder: &std::path::Path) -> Settings {
        Settings { transport: Transport::Folder(folder.to_owned()), ..Settings::plain("urp@provincia.example", "URP") }
    }

    fn signed(mut settings: Settings, domain: &str) -> Settings {
        settings.dkim = Some(Dkim { domain: domain.to_owned(), selector: "s1".to_owned(), key_pem: Secret::new(KEY) });
        settings
    }

    fn check(mail: &Settings, base_url: &str, record: Option<&str>, to: Option<&str>) -> Outcome<Checked> {
        let now = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap().and_hms_opt(9, 0, 0).unwrap();
        let language = Language::italian();
        check_mail(&SetUp { mail, base_url, body: "Provincia", now }, &Asked { record, to, language: &language })
    }

    #[test]
    fn advice_hinders_nobody_and_a_record_without_a_key_does() {
        let folder = tempfile::tempdir().unwrap();
        let mail = settings(folder.path());
        let plain = check(&mail, "http://localhost", None, None).unwrap();
        let expected = [Advice::FolderOnly, Advice::Unsigned, Advice::NoReturnAddress, Advice::LinkUnprotected];
        assert_eq!((plain.is_good(), plain.advice.as_slice()), (true, expected.as_slice()));
        let asked = check(&mail, "https://ascolto.example.org", Some("v=DKIM1; p=x"), None).unwrap();
        assert_eq!((asked.is_good(), asked.record), (false, Some(Err(NoMatch::NoKey))));
    }

    #[test]
    fn a_key_tells_its_record_and_whether_a_given_one_fits() {
        let folder = tempfile::tempdir().unwrap();
        let mail = signed(settings(folder.path()), "provincia.example");
        let key = signing_key(&mail).unwrap();
        assert_eq!(key.record_name, "s1._domainkey.provincia.example");
        let record = |typed: &str| check(&mail, "https://ascolto.example.org", Some(typed), None).unwrap();
        assert!(record(&key.record).is_good());
        assert_eq!(record("").record, Some(Err(NoMatch::Fault(RecordFault::Absent))));
        let other = check(&signed(mail.clone(), "altrove.example"), "https://a.example", None, None).unwrap();
        assert!(other.advice.contains(&Advice::OtherDomain("altrove.example".to_owned(), "provincia.example".to_owned())));
    }

    #[test]
    fn one_address_gets_one_letter_and_several_are_refused_before_anything_is_tried() {
        let folder = tempfile::tempdir().unwrap();
        let outbox = folder.path().join("outbox");
        let mail = signed(settings(&outbox), "provincia.example");
        for typed in ["a@example.org, b@example.org", "nessuno", ""] {
            assert!(check(&mail, "https://a.example", None, Some(typed)).is_err(), "{typed}");
        }
        assert!(check(&mail, "https://a.example", Some(&"x".repeat(MOST_RECORD + 1)), None).is_err());
        assert!(!outbox.exists());
        let sent = check(&mail, "https://a.example", None, Some("io@example.org")).unwrap();
        assert!(sent.is_good() && sent.letter == Some(TestLetter::Sent(0, Sent::Accepted(String::new()))));
        let [letter] =
            std::fs::read_dir(&outbox).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>().try_into().unwrap();
        let letter = std::fs::read_to_string(letter).unwrap();
        for part in [
            "DKIM-Signature: ",
            "List-Unsubscribe: <https://a.example/u/test-letter>",
            "Auto-Submitted: auto-generated",
            "To: io@example.org",
        ] {
            assert!(letter.contains(part), "{part} is missing in\n{letter}");
        }
    }
}
