//! What was found, in words: for the page and for the terminal.

use super::{Advice, Checked, NoMatch, SetUp, SigningKey, TestLetter, signing_key};
use crate::flows::send_invitations::problem_in_words;
use crate::language::{Argument, say, say_with};
use crate::mail::probe::{Cause, Found, MOST_SECONDS, Probe, Stage, Way};
use crate::mail::{Security, Sent, Settings, Transport};
use crate::text::Language;

/// How a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It works.
    Passed,
    /// It is not asked for.
    NotNeeded,
    /// It does not work.
    Failed,
    /// Something before it does not work.
    NotReached,
    /// It could be better.
    Advice,
}

impl State {
    /// Its code, the same in every language.
    pub fn code(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::NotNeeded => "not_needed",
            Self::Failed => "failed",
            Self::NotReached => "not_reached",
            Self::Advice => "advice",
        }
    }

    /// Its name.
    pub fn in_words(self, language: &Language) -> String {
        say(language, &format!("mail-check-state-{}", self.code()))
    }
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What: a code, the same in every language.
    pub code: &'static str,
    /// What, in words.
    pub label: String,
    /// How it stands.
    pub state: State,
    /// What was found; "" for nothing to be said.
    pub words: String,
    /// What to change; "" for nothing.
    pub hint: String,
}

/// Things that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Which: `way`, `signature`, `advice` or `letter`.
    pub code: &'static str,
    /// Its heading.
    pub title: String,
    /// What was looked at.
    pub lines: Vec<Line>,
}

/// The key of a phrase, with what is put in.
struct Scribe<'a> {
    language: &'a Language,
    values: Vec<(&'static str, Argument)>,
}

impl Scribe<'_> {
    fn say(&self, key: &str) -> String {
        say_with(self.language, key, &self.values)
    }

    fn line(&self, code: &'static str, label: &str, state: State, words: &str, hint: &str) -> Line {
        let said = |key: &str| if key.is_empty() { String::new() } else { self.say(key) };
        Line { code, label: said(label), state, words: said(words), hint: said(hint) }
    }
}

/// Everything that was found.
pub fn in_words(language: &Language, set_up: &SetUp<'_>, checked: &Checked) -> Vec<Section> {
    let mut sections: Vec<Section> = checked.ways.iter().map(|probe| way_section(language, set_up.mail, probe)).collect();
    sections.push(signature_section(language, checked));
    let advice: Vec<Line> = checked.advice.iter().filter_map(|advice| advice_line(language, advice)).collect();
    if !advice.is_empty() {
        sections.push(Section { code: "advice", title: say(language, "mail-check-advice"), lines: advice });
    }
    if let Some(letter) = &checked.letter {
        sections.push(Section {
            code: "letter",
            title: say(language, "mail-check-letter"),
            lines: vec![letter_line(language, &checked.ways, letter)],
        });
    }
    sections
}

/// A way by its name.
pub fn given_way(language: &Language, way: &Way) -> String {
    match way {
        Way::Folder(path) => say_with(language, "mail-check-way-folder", &[("path", path.display().to_string().into())]),
        Way::Server { host, port, stand_in, .. } => {
            let key = if *stand_in { "mail-check-way-stand-in" } else { "mail-check-way-server" };
            say_with(language, key, &[("host", host.as_str().into()), ("port", port.to_string().into())])
        }
    }
}

fn way_section(language: &Language, mail: &Settings, probe: &Probe) -> Section {
    let mut values: Vec<(&'static str, Argument)> =
        vec![("from", mail.from.as_str().into()), ("seconds", MOST_SECONDS.to_string().into())];
    match &probe.way {
        Way::Folder(path) => values.push(("path", path.display().to_string().into())),
        Way::Server { host, port, user, stand_in, .. } => values.extend([
            ("host", Argument::from(host.as_str())),
            ("port", port.to_string().into()),
            ("user", user.clone().unwrap_or_default().into()),
            ("section", (if *stand_in { "mail_fallback" } else { "mail" }).into()),
        ]),
    }
    let scribe = Scribe { language, values };
    let lines = probe.found.iter().map(|(stage, found)| stage_line(&scribe, &probe.way, *stage, found)).collect();
    Section { code: "way", title: given_way(language, &probe.way), lines }
}

fn stage_line(scribe: &Scribe<'_>, way: &Way, stage: Stage, found: &Found) -> Line {
    let code = stage.code();
    let label = format!("mail-check-stage-{code}");
    match found {
        Found::Passed => scribe.line(code, &label, State::Passed, &format!("mail-check-passed-{code}"), ""),
        Found::NotNeeded => scribe.line(code, &label, State::NotNeeded, &format!("mail-check-not-needed-{code}"), ""),
        Found::NotReached => scribe.line(code, &label, State::NotReached, "", ""),
        Found::Failed(cause, reason) => Line {
            words: problem_in_words(scribe.language, reason),
            ..scribe.line(code, &label, State::Failed, "", &format!("mail-check-hint-{}", hint(way, stage, *cause)))
        },
    }
}

/// What to change: the last part of a phrase's key.
fn hint(way: &Way, stage: Stage, cause: Cause) -> &'static str {
    let (port, security, signs_in) = match way {
        Way::Server { port, security, user, .. } => (*port, *security, user.is_some()),
        Way::Folder(_) => return "folder",
    };
    match (stage, cause) {
        (Stage::Connection, _) => "unreachable",
        // Port 465 waits for TLS and says nothing (RFC 8314, 3.3).
        (Stage::Greeting, Cause::Silent | Cause::Broken) if port == 465 && security != Security::Tls => "wants-tls",
        (Stage::Protection, Cause::Silent | Cause::Broken) if port != 465 && security == Security::Tls => "not-tls",
        (_, Cause::NotTls) if security == Security::Tls => "not-tls",
        (_, Cause::NoStartTls) => "no-starttls",
        (_, Cause::StrangeAuthority) => "strange-authority",
        (_, Cause::OtherName) => "other-name",
        (_, Cause::Expired) => "expired",
        (_, Cause::BadCertificate) => "bad-certificate",
        (_, Cause::TokenCommand) => "token-command",
        (_, Cause::NoMechanism) => "no-mechanism",
        (_, Cause::Silent) => "silent",
        (Stage::SignIn, Cause::Refused) => "password",
        (Stage::Sender, Cause::Refused) if signs_in => "sender",
        (Stage::Sender, Cause::Refused) => "sender-or-sign-in",
        (Stage::Greeting, Cause::Refused) => "greeting",
        _ => "broken",
    }
}

fn signature_section(language: &Language, checked: &Checked) -> Section {
    let title = say(language, "mail-check-signature");
    let Some(key) = &checked.key else {
        let scribe = Scribe { language, values: Vec::new() };
        let (label, hint) = ("mail-check-key", "mail-check-unsigned-hint");
        let mut lines = vec![scribe.line("key", label, State::Advice, "mail-check-unsigned", hint)];
        if checked.record.is_some() {
            let (words, hint) = ("mail-check-record-no-key", "mail-check-record-no-key-hint");
            lines.push(scribe.line("record", "mail-check-record", State::Failed, words, hint));
        }
        return Section { code: "signature", title, lines };
    };
    let values = vec![
        ("domain", Argument::from(key.domain.as_str())),
        ("name", key.record_name.as_str().into()),
        ("kind", key.kind.into()),
        ("command", command_for(key).into()),
    ];
    let scribe = Scribe { language, values };
    let other = checked.advice.iter().find_map(|advice| match advice {
        Advice::OtherDomain(_, sender) => Some(sender.clone()),
        _ => None,
    });
    let mut lines = vec![
        scribe.line("key", "mail-check-key", State::Passed, "mail-check-signed", ""),
        record_line(&scribe, checked.record.as_ref()),
    ];
    lines.push(match other {
        None => scribe.line("domain", "mail-check-domain", State::Passed, "mail-check-domain-same", ""),
        Some(sender) => {
            let mut values = scribe.values.clone();
            values.push(("sender", sender.into()));
            let scribe = Scribe { language, values };
            scribe.line("domain", "mail-check-domain", State::Advice, "mail-check-domain-other", "mail-check-domain-other-hint")
        }
    });
    Section { code: "signature", title, lines }
}

/// The command that reads the record of a key.
pub fn command_for(key: &SigningKey) -> String {
    format!("dig +short TXT {}", key.record_name)
}

fn record_line(scribe: &Scribe<'_>, record: Option<&Result<(), NoMatch>>) -> Line {
    let line = |state, words: &str, hint: &str| scribe.line("record", "mail-check-record", state, words, hint);
    match record {
        None => line(State::NotNeeded, "mail-check-record-not-asked", "mail-check-record-ask"),
        Some(Ok(())) => line(State::Passed, "mail-check-record-good", ""),
        Some(Err(NoMatch::NoKey)) => line(State::Failed, "mail-check-record-no-key", "mail-check-record-no-key-hint"),
        Some(Err(NoMatch::Fault(fault))) => {
            let key = format!("mail-check-record-{}", fault.code());
            line(State::Failed, &key, &format!("{key}-hint"))
        }
    }
}

/// `None` for what the section of the signature says.
fn advice_line(language: &Language, advice: &Advice) -> Option<Line> {
    let code = match advice {
        Advice::FolderOnly => "folder_only",
        Advice::NoReturnAddress => "no_return_address",
        Advice::LinkUnprotected => "link_unprotected",
        Advice::Unsigned | Advice::OtherDomain(..) => return None,
    };
    let scribe = Scribe { language, values: Vec::new() };
    let key = format!("mail-check-advice-{code}");
    Some(scribe.line(code, &format!("{key}-label"), State::Advice, &key, &format!("{key}-hint")))
}

fn letter_line(language: &Language, ways: &[Probe], letter: &TestLetter) -> Line {
    let (place, sent) = match letter {
        TestLetter::NotReached => (0, None),
        TestLetter::Sent(place, sent) => (*place, Some(sent)),
    };
    let way = ways.get(place).map(|probe| given_way(language, &probe.way)).unwrap_or_default();
    let in_folder = matches!(ways.get(place).map(|probe| &probe.way), Some(Way::Folder(_)));
    let (state, key, told) = match sent {
        None => (State::NotReached, "not_reached", ""),
        Some(Sent::Accepted(_)) if in_folder => (State::Passed, "in_folder", ""),
        Some(Sent::Accepted(told)) => (State::Passed, "accepted", told.as_str()),
        Some(Sent::Refused(told)) => (State::Failed, "refused", told.as_str()),
        Some(Sent::Deferred(told) | Sent::Later(told)) => (State::Failed, "later", told.as_str()),
        Some(Sent::Unclear(told)) => (State::Failed, "unclear", told.as_str()),
    };
    let values = vec![("way", Argument::from(way)), ("told", problem_in_words(language, told).into())];
    let key = format!("mail-check-letter-{key}");
    Scribe { language, values }.line("letter", "mail-check-letter-outcome", state, &key, &format!("{key}-hint"))
}

/// The settings, group by group: the sender, then each way. No password is among them.
pub fn set_up_in_words(language: &Language, mail: &Settings) -> Vec<(String, Vec<(String, String)>)> {
    let own = |key: &str, value: String| (say(language, key), value);
    let name = if mail.from_name.is_empty() { mail.from.clone() } else { format!("{} <{}>", mail.from_name, mail.from) };
    let returned_to = match mail.bounce_address.as_str() {
        "" => say_with(language, "mail-check-returns-to-sender", &[("from", mail.from.as_str().into())]),
        address => address.to_owned(),
    };
    let signed = match signing_key(mail) {
        Some(key) => say_with(language, "mail-check-signed-by", &[("name", key.record_name.into())]),
        None => say(language, "mail-check-signed-by-server"),
    };
    let sender = vec![own("mail-check-from", name), own("mail-check-returns", returned_to), own("mail-check-signature", signed)];
    let mut groups = vec![(say(language, "mail-check-sender"), sender)];
    match &mail.transport {
        Transport::Folder(path) => {
            let folder = vec![own("mail-check-stage-folder", path.display().to_string())];
            groups.push((say(language, "mail-check-folder"), folder));
        }
        Transport::Smtp(servers) => groups.extend(servers.iter().enumerate().map(|(place, server)| {
            let security = match server.security {
                Security::None => "mail-check-security-none",
                Security::StartTls => "mail-check-security-starttls",
                Security::Tls => "mail-check-security-tls",
            };
            let user = match &server.sign_in {
                None => say(language, "mail-check-no-user"),
                Some(sign_in) if sign_in.token_command.is_empty() => sign_in.user.clone(),
                Some(sign_in) => say_with(language, "mail-check-user-token", &[("user", sign_in.user.as_str().into())]),
            };
            let facts = vec![
                own("mail-check-host", server.host.clone()),
                own("mail-check-port", server.port.to_string()),
                own("mail-check-stage-protection", say(language, security)),
                own("mail-check-stage-sign_in", user),
            ];
            (say(language, if place == 0 { "mail-check-server" } else { "mail-check-stand-in" }), facts)
        })),
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::super::Advice;
    use super::*;
    use crate::language::complete;
    use crate::mail::RecordFault;

    const STAGES: [Stage; 5] = [Stage::Connection, Stage::Greeting, Stage::Protection, Stage::SignIn, Stage::Sender];
    const CAUSES: [Cause; 13] = [
        Cause::Folder,
        Cause::Unreachable,
        Cause::Silent,
        Cause::Refused,
        Cause::NoStartTls,
        Cause::NotTls,
        Cause::StrangeAuthority,
        Cause::OtherName,
        Cause::Expired,
        Cause::BadCertificate,
        Cause::NoMechanism,
        Cause::TokenCommand,
        Cause::Broken,
    ];

    fn way(port: u16, security: Security, user: Option<&str>) -> Way {
        let (host, user) = ("mail.provincia.example".to_owned(), user.map(str::to_owned));
        Way::Server { host, port, security, user, stand_in: port == 25 }
    }

    fn checked(ways: Vec<Probe>) -> Checked {
        Checked { ways, key: None, record: None, advice: Vec::new(), letter: None }
    }

    fn told(language: &Language, checked: &Checked) -> Vec<Section> {
        let mail = Settings::plain("urp@provincia.example", "");
        let now = chrono::NaiveDate::MIN.and_hms_opt(0, 0, 0).unwrap();
        let set_up = SetUp { mail: &mail, base_url: "https://a.example", body: "", now };
        in_words(language, &set_up, checked)
    }

    fn assert_in_words(sections: &[Section]) {
        for line in sections.iter().flat_map(|section| &section.lines) {
            for words in [&line.label, &line.words, &line.hint] {
                assert!(!words.contains("mail-check-") && !words.contains(['{', '}']), "{line:?}");
            }
            assert!(line.state != State::Failed || !line.hint.is_empty(), "what failed says what to change: {line:?}");
        }
    }

    #[test]
    fn whatever_fails_says_what_to_change_in_every_language_of_the_office() {
        for language in complete() {
            for (port, security, user) in
                [(25, Security::None, None), (465, Security::StartTls, Some("urp")), (587, Security::Tls, Some("urp"))]
            {
                for (stage, cause) in STAGES.into_iter().flat_map(|stage| CAUSES.map(|cause| (stage, cause))) {
                    let found = vec![
                        (stage, Found::Failed(cause, "the mail server does not let us in: 554".to_owned())),
                        (Stage::Sender, Found::NotReached),
                    ];
                    assert_in_words(&told(language, &checked(vec![Probe { way: way(port, security, user), found }])));
                }
                let all = |found: Found| STAGES.map(|stage| (stage, found.clone())).to_vec();
                let passed = Probe { way: way(port, security, user), found: all(Found::Passed) };
                let needless = vec![(Stage::Protection, Found::NotNeeded), (Stage::SignIn, Found::NotNeeded)];
                let needless = Probe { way: way(port, security, user), found: needless };
                assert_in_words(&told(language, &checked(vec![passed, needless])));
            }
        }
    }

    #[test]
    fn every_fault_of_a_record_every_advice_and_every_end_of_a_letter_has_its_words() {
        let key = SigningKey {
            domain: "provincia.example".to_owned(),
            record_name: "s1._domainkey.provincia.example".to_owned(),
            record: "v=DKIM1".to_owned(),
            kind: "rsa",
        };
        let faults = [
            RecordFault::Absent,
            RecordFault::Several,
            RecordFault::NotDkim,
            RecordFault::Revoked,
            RecordFault::OtherKind("ed25519".to_owned()),
            RecordFault::OtherUse,
            RecordFault::Trial,
            RecordFault::CutOff,
            RecordFault::OtherKey,
        ];
        let records = faults.map(|fault| Some(Err(NoMatch::Fault(fault)))).into_iter();
        let records = records.chain([None, Some(Ok(())), Some(Err(NoMatch::NoKey))]);
        let advice = vec![
            Advice::FolderOnly,
            Advice::OtherDomain("a.example".to_owned(), "b.example".to_owned()),
            Advice::NoReturnAddress,
            Advice::LinkUnprotected,
        ];
        let sent = |make: fn(String) -> Sent| TestLetter::Sent(0, make("250 ok".to_owned()));
        let letters = [sent(Sent::Accepted), sent(Sent::Refused), sent(Sent::Deferred), sent(Sent::Later), sent(Sent::Unclear)];
        let letters: Vec<_> = letters.into_iter().chain([TestLetter::NotReached]).collect();
        let probe = |way| Probe { way, found: Vec::new() };
        for language in complete() {
            for record in records.clone() {
                for key in [None, Some(key.clone())] {
                    let (record, advice) = (record.clone(), advice.clone());
                    assert_in_words(&told(language, &Checked { key, record, advice, ..checked(Vec::new()) }));
                }
            }
            for letter in &letters {
                for own in [way(25, Security::None, None), Way::Folder("/outbox".into())] {
                    let sections = told(language, &Checked { letter: Some(letter.clone()), ..checked(vec![probe(own)]) });
                    assert_in_words(&sections);
                    assert!(sections.iter().any(|section| section.code == "letter"));
                }
            }
        }
    }

    #[test]
    fn usual_mistakes_with_ports_are_named() {
        let hint = |port, security, stage, cause| super::hint(&way(port, security, None), stage, cause);
        assert_eq!(hint(465, Security::StartTls, Stage::Greeting, Cause::Silent), "wants-tls");
        assert_eq!(hint(587, Security::StartTls, Stage::Greeting, Cause::Silent), "silent");
        assert_eq!(hint(587, Security::Tls, Stage::Protection, Cause::NotTls), "not-tls");
        assert_eq!(hint(25, Security::None, Stage::Sender, Cause::Refused), "sender-or-sign-in");
    }

    #[test]
    fn the_settings_are_shown_without_a_password() {
        let mut mail = Settings::plain("urp@provincia.example", "URP");
        let sign_in = crate::mail::SignIn {
            user: "urp".to_owned(),
            password: crate::secret::Secret::new("segretissima"),
            token_command: vec!["/bin/token".to_owned(), "segretissima".to_owned()],
        };
        if let Transport::Smtp(servers) = &mut mail.transport {
            servers[0].sign_in = Some(sign_in);
            servers.push(servers[0].clone());
        }
        for language in complete() {
            let groups = set_up_in_words(language, &mail);
            let all = format!("{groups:?}");
            assert_eq!(groups.len(), 3);
            assert!(all.contains("localhost") && all.contains("urp") && !all.contains("segretissima"), "{all}");
            assert!(!all.contains("mail-check-") && !all.contains('{'), "{all}");
        }
    }
}
