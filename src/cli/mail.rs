//! `ascolto mail`.

use super::Stop;
use super::site::Settings;
use super::terminal::{read_text, refused, terminal_language};
use crate::clock::Clock;
use crate::flows::check_mail::{
    Asked, Checked, MOST_RECORD, Section, SetUp, State, check_mail, in_words, receiver, set_up_in_words,
};
use crate::flows::words::refusal_in_words;
use crate::language::say;
use crate::text::Language;
use serde_json::{Value, json};
use std::io::{Read, stdin};
use std::path::Path;

/// Looks whether letters can leave and arrive: connects to the mail servers of the settings step by step, compares the DNS record of the
/// DKIM key with the key, sends a test letter.
///
/// Needs the settings alone: no database is opened, and nothing is left behind but the test letter. The DNS is not asked; whoever wants
/// the record compared brings it:
///
///   ascolto mail --check --dkim-record "$(dig +short TXT ascolto._domainkey.example.org)" --to me@example.org
///
/// Exit code 0 when everything that was asked works, 1 when something does not: under it stands what to change.
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Mail {
    /// Connect and look. Nothing else can be asked of this command.
    #[arg(long, required = true)]
    check: bool,
    /// The DNS record of the DKIM key, as `dig +short TXT` prints it: the text itself, a file that holds it, or - for standard input.
    #[arg(long, value_name = "TEXT-OR-FILE")]
    dkim_record: Option<String>,
    /// Send a test letter to this address.
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,
    /// Print one JSON object on standard output.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    settings: Settings,
}

impl Mail {
    /// Runs the command.
    pub fn run(self) -> Result<(), Stop> {
        let language = terminal_language();
        let config = self.settings.read()?;
        config.mail.check()?;
        if let Some(typed) = &self.to {
            receiver(typed).map_err(|refused| Stop::Refused(refusal_in_words(&language, &refused)))?;
        }
        let record = self.dkim_record.as_deref().map(|typed| read_record(typed, &language)).transpose()?;
        let base_url = config.base_url.clone().unwrap_or_else(|| format!("http://{}", config.address));
        let now = Clock::system(config.body.time_zone).now();
        let set_up = SetUp { mail: &config.mail, base_url: &base_url, body: &config.body.name, now };
        let asked = Asked { record: record.as_deref(), to: self.to.as_deref(), language: &language };
        let checked = check_mail(&set_up, &asked)?;
        let sections = in_words(&language, &set_up, &checked);
        if self.json {
            println!("{}", to_json(&language, &checked, &sections));
        } else {
            print!("{}", written(&language, &set_up, &checked, &sections));
        }
        if checked.is_good() { Ok(()) } else { Err(refused("terminal-mail-check-bad", &[])) }
    }
}

/// The text that was given, or that of the file or of standard input that was named.
fn read_record(typed: &str, language: &Language) -> Result<String, Stop> {
    if typed == "-" {
        let mut read = String::new();
        let most = MOST_RECORD as u64 + 1;
        return match stdin().lock().take(most).read_to_string(&mut read) {
            Ok(_) => Ok(read),
            Err(error) => Err(refused("terminal-mail-check-input", &[("reason", error.to_string().into())])),
        };
    }
    // A record is longer than the name of a file may be, which some systems call a mistake and not a file that is not there.
    if Path::new(typed).is_file() { read_text(Path::new(typed), language) } else { Ok(typed.to_owned()) }
}

fn written(language: &Language, set_up: &SetUp<'_>, checked: &Checked, sections: &[Section]) -> String {
    let mut lines = Vec::new();
    // The ways are told by what was found on them.
    if let Some((heading, facts)) = set_up_in_words(language, set_up.mail).into_iter().next() {
        lines.push(heading);
        lines.extend(facts.into_iter().map(|(name, value)| format!("  {name}: {value}")));
    }
    let widest = |section: &Section| section.lines.iter().map(|line| line.label.chars().count()).max().unwrap_or(0);
    for section in sections {
        lines.extend([String::new(), section.title.clone()]);
        let width = widest(section);
        for line in &section.lines {
            let state = line.state.in_words(language);
            lines.push(format!("  {} {:width$}  {state}", sign(line.state), line.label));
            lines.extend(
                [&line.words, &line.hint].into_iter().filter(|said| !said.is_empty()).map(|said| format!("      {said}")),
            );
        }
        if let Some(key) = checked.key.as_ref().filter(|_| section.code == "signature") {
            lines.push(format!("    {}", say(language, "mail-check-command-publish")));
            lines.push(format!("      {} TXT {}", key.record_name, key.record));
        }
    }
    if checked.is_good() {
        lines.extend([String::new(), say(language, "mail-check-good")]);
    }
    lines.join("\n") + "\n"
}

/// Told apart without colours, and by eyes that run down the page.
fn sign(state: State) -> char {
    match state {
        State::Passed => '+',
        State::NotNeeded | State::NotReached => '-',
        State::Failed => '!',
        State::Advice => '?',
    }
}

/// Codes are the same in every language; words are for people.
fn to_json(language: &Language, checked: &Checked, sections: &[Section]) -> Value {
    let sections = sections.iter().map(|section| {
        let lines = section.lines.iter().map(|line| {
            json!({
                "code": line.code,
                "state": line.state.code(),
                "label": line.label,
                "words": line.words,
                "hint": line.hint,
            })
        });
        json!({ "code": section.code, "title": section.title, "lines": lines.collect::<Vec<_>>() })
    });
    let record = checked.key.as_ref().map(|key| json!({ "name": key.record_name, "content": key.record }));
    json!({
        "good": checked.is_good(),
        "language": language.as_str(),
        "record": record,
        "sections": sections.collect::<Vec<_>>(),
    })
}
