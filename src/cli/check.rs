//! `ascolto check`.

mod texts;

use super::Stop;
use super::terminal::{complete_language, terminal_language};
use crate::fault::{self, Fault, Said, Severity};
use crate::flows::words::{fault_in_words, faults_in_words, said_in_words};
use crate::form::{Form, catalog};
use crate::language::{Argument, say, say_with};
use crate::survey::{Unmeasured, UnmeasuredReason, unmeasured, unperceived};
use crate::text::Language;
use crate::{charter, form};
use serde_json::{Value, json};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Tells everything that is wrong with forms, charters and the texts of further languages, all at once.
#[derive(clap::Args)]
pub struct Check {
    /// Form and charter files, or the names of shipped ones (`urp-annuale`, `carta-urp`); texts in a language of one's own
    /// (`ro.ftl`, or the files of a folder `ro`).
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    /// The form that must ask what the charters promise to measure: a file or the name of a shipped one.
    #[arg(long, value_name = "FORM")]
    form: Option<String>,
    /// Print one JSON object on standard output.
    #[arg(long)]
    json: bool,
    /// The language of messages and hints (`it`, `en`); else that of the terminal.
    #[arg(long, value_parser = complete_language)]
    language: Option<Language>,
}

/// The largest file that is read, in bytes.
const MOST_BYTES: u64 = 1_048_576;

/// What was found in one file.
struct Checked {
    file: String,
    kind: &'static str,
    code: Option<String>,
    layout_hash: Option<String>,
    faults: Vec<Fault>,
}

impl Check {
    /// Runs the command.
    pub fn run(self) -> Result<(), Stop> {
        let language = self.language.unwrap_or_else(terminal_language);
        let against = self.form.as_deref().map(|name| read_form(name, &language)).transpose()?;
        let (texts, others): (Vec<&String>, Vec<&String>) = self.files.iter().partition(|name| name.ends_with(".ftl"));
        let mut checked = texts::check(&texts);
        checked.extend(others.into_iter().map(|name| check(name, against.as_ref())));
        let told = if self.json {
            let files: Vec<Value> = checked.iter().map(|checked| checked.to_json(&language)).collect();
            format!("{}\n", json!({ "files": files }))
        } else {
            checked.iter().map(|checked| checked.told(&language)).collect()
        };
        write_to(&mut std::io::stdout().lock(), &told)?;
        let refused = checked.iter().filter(|checked| checked.refused()).count();
        match refused {
            0 => Ok(()),
            _ => Err(Stop::Refused(counted(&language, "check-refused", &[("refused", refused), ("files", checked.len())]))),
        }
    }
}

impl Checked {
    fn refused(&self) -> bool {
        self.faults.iter().any(|fault| fault.severity == Severity::Error)
    }

    fn told(&self, language: &Language) -> String {
        let in_words = |fault: &Fault| {
            let mark = if fault.severity == Severity::Warning { say(language, "check-warning") } else { String::new() };
            format!("{mark}{}\n\n", fault_in_words(language, fault))
        };
        let faults: String = self.faults.iter().map(in_words).collect();
        let errors = self.faults.iter().filter(|fault| fault.severity == Severity::Error).count();
        let warnings = self.faults.len() - errors;
        let verdict = say(language, &format!("check-{}-{}", self.kind, if errors == 0 { "usable" } else { "refused" }));
        let found = [("check-errors", errors), ("check-warnings", warnings)].into_iter().filter(|(_, count)| *count > 0);
        let told: Vec<String> =
            [verdict].into_iter().chain(found.map(|(key, count)| counted(language, key, &[("count", count)]))).collect();
        format!("{faults}{}: {}\n", self.file, told.join(", "))
    }

    fn to_json(&self, language: &Language) -> Value {
        json!({
            "file": self.file,
            "kind": self.kind,
            "code": self.code,
            "accepted": !self.refused(),
            "layout_hash": self.layout_hash,
            "faults": self.faults.iter().map(|fault| fault_as_json(language, fault)).collect::<Vec<_>>(),
        })
    }
}

/// Whoever reads only the beginning (`ascolto check ... | head`) has read what they wanted.
fn write_to(out: &mut impl Write, text: &str) -> Result<(), Stop> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Stop::Failed(error.to_string())),
        _ => Ok(()),
    }
}

/// `key` names the fault in every language and version.
fn fault_as_json(language: &Language, fault: &Fault) -> Value {
    json!({
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "width": fault.width,
        "source": fault.source,
        "key": fault.message.key,
        "message": said_in_words(language, &fault.message),
        "hint": said_in_words(language, &fault.hint),
        "severity": fault.severity,
    })
}

fn counted(language: &Language, key: &str, counts: &[(&str, usize)]) -> String {
    let arguments: Vec<(&str, Argument)> = counts.iter().map(|(name, count)| (*name, (*count as u64).into())).collect();
    say_with(language, key, &arguments)
}

fn check(name: &str, against: Option<&Form>) -> Checked {
    let text = match read_text(name) {
        Ok(text) => text,
        Err(faults) => return Checked { file: name.to_owned(), kind: "file", code: None, layout_hash: None, faults },
    };
    if is_charter(&text) { check_charter(name, &text, against) } else { check_form(name, &text) }
}

fn check_form(name: &str, text: &str) -> Checked {
    let form::Reading { form, mut faults } = form::read(name, text);
    faults.extend(form.iter().flat_map(|form| texts::lacking(name, text, &form.languages)));
    let code = form.as_ref().map(|form| form.code.to_string());
    Checked { file: name.to_owned(), kind: "form", code, layout_hash: form.as_ref().map(form::layout_hash), faults }
}

fn check_charter(name: &str, text: &str, against: Option<&Form>) -> Checked {
    let charter::Reading { charter, mut faults, standards } = charter::read(name, text);
    if let Some(form) = against {
        let promised = || standards.iter().map(|(standard, _)| standard);
        for one in unmeasured(promised(), form).into_iter().chain(unperceived(promised(), form)) {
            let range = standards.iter().find(|(own, _)| own.code == one.standard).map_or(0..0, |(_, range)| range.clone());
            let (message, hint) = explain(&one, form);
            faults.push(Fault::at(name, text, range, message, hint));
        }
        faults.sort_by_key(|fault| (fault.line, fault.column));
    }
    let code = charter.map(|charter| charter.code.to_string());
    Checked { file: name.to_owned(), kind: "charter", code, layout_hash: None, faults }
}

fn explain(one: &Unmeasured, form: &Form) -> (Said, Said) {
    let of_item = |key: &'static str| Said::new(key).with("item", &one.item);
    match one.reason {
        UnmeasuredReason::NotAsked => (of_item("fault-not-asked").with("form", &form.code), "fault-hint-not-asked".into()),
        UnmeasuredReason::NotOnAScale => (of_item("fault-off-scale").with("form", &form.code), "fault-hint-off-scale".into()),
        UnmeasuredReason::NothingSatisfied => (of_item("fault-nothing-satisfied"), "fault-hint-nothing-satisfied".into()),
        UnmeasuredReason::TooFewPoints => (of_item("fault-top-is-all"), "fault-hint-top-is-all".into()),
        UnmeasuredReason::TargetOffScale(lowest, highest) => (
            of_item("fault-target-off-scale").with("standard", &one.standard),
            Said::new("fault-hint-target-off-scale").with("lowest", i64::from(lowest)).with("highest", i64::from(highest)),
        ),
    }
}

/// A charter has standards where a form has pages; in a broken file the section headers tell.
fn is_charter(text: &str) -> bool {
    text.lines().any(|line| line.trim_start_matches(['[', ' ', '\t']).starts_with("standards"))
}

/// The text of a file or, where there is none of that name, of a shipped one.
fn read_text(name: &str) -> Result<String, Vec<Fault>> {
    let refuse = |message: Said, hint: &'static str| vec![Fault::at(name, "", 0..0, message, hint)];
    if !Path::new(name).exists()
        && let Some(text) = catalog::form(name).or_else(|| catalog::charter(name))
    {
        return Ok(text.into_owned());
    }
    let size = std::fs::metadata(name).map(|about| about.len());
    if size.is_ok_and(|size| size > MOST_BYTES) {
        return Err(refuse("fault-file-large".into(), "fault-hint-file-large"));
    }
    let bytes = std::fs::read(name)
        .map_err(|error| refuse(Said::new("fault-unreadable").with("reason", &error), "fault-hint-unreadable"))?;
    fault::text_of(name, &bytes)
}

fn read_form(name: &str, language: &Language) -> Result<Form, Stop> {
    read_text(name).and_then(|text| form::parse(name, &text)).map_err(|faults| {
        Stop::Refused(format!("{}\n\n{}", faults_in_words(language, &faults), say(language, "check-form-unusable")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flows::words::english;

    fn messages(checked: &Checked) -> Vec<String> {
        checked.faults.iter().map(|fault| english(fault).0).collect()
    }

    #[test]
    fn the_shipped_files_are_without_faults() {
        let form = read_form("urp-annuale", &Language::english()).unwrap();
        for (name, kind) in [("urp-annuale", "form"), ("faccine", "form"), ("carta-urp", "charter")] {
            let checked = check(name, Some(&form));
            assert_eq!((messages(&checked), checked.kind), (Vec::new(), kind));
        }
    }

    #[test]
    fn the_forms_of_the_real_data_sets_are_usable() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
        let univer = read_form(&format!("{folder}/univer.toml"), &Language::english()).unwrap();
        for name in ["univer", "sfo", "univer-charter"] {
            let checked = check(&format!("{folder}/{name}.toml"), Some(&univer));
            assert!(!checked.refused(), "{:?}", checked.faults);
        }
    }

    #[test]
    fn a_charter_that_promises_what_is_not_asked_is_marked_at_the_indicator() {
        let form = read_form("faccine", &Language::english()).unwrap();
        let checked = check("carta-urp", Some(&form));
        assert_eq!(checked.faults.len(), 10, "all survey indicators but `overall`, and what is asked beside operational ones");
        assert_eq!(messages(&checked)[0], "The form `faccine` asks nothing under `phone_wait`.");
        assert_eq!(checked.faults[0].source, "perceived = \"phone_wait\"");
        assert!(checked.refused());
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("carta.toml").display().to_string();
        std::fs::write(&path, catalog::charter("carta-urp").unwrap().replacen("approved_on", "approved", 1)).unwrap();
        let checked = check(&path, Some(&form));
        assert_eq!(checked.faults.len(), 2 + 10, "another mistake hides none of these: {:?}", messages(&checked));
    }

    #[test]
    fn a_file_that_cannot_be_read_is_a_fault_like_any_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name).display().to_string();
        assert!(messages(&check(&path("missing.toml"), None))[0].starts_with("This file cannot be read: "));
        std::fs::write(path("latin.toml"), b"title = \"qualit\xe0\"").unwrap();
        let checked = check(&path("latin.toml"), None);
        assert_eq!((messages(&checked), checked.faults[0].column), (vec!["This is not UTF-8 text.".to_owned()], 16));
        std::fs::write(path("large.toml"), vec![b'#'; 1_048_577]).unwrap();
        assert_eq!(messages(&check(&path("large.toml"), None)), ["This file is larger than 1 MB."]);
        std::fs::write(path("broken.toml"), "[[standards]\ncode = ").unwrap();
        let checked = check(&path("broken.toml"), None);
        assert_eq!((checked.kind, checked.refused()), ("charter", true));
        assert!(messages(&check(&path(""), None))[0].starts_with("This file cannot be read: "), "a folder");
    }

    #[test]
    fn machines_get_every_fault_with_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("f.toml").display().to_string();
        std::fs::write(&path, "code = \"f\"\nlanguages = [\"it\"]\ntitle = \"T\"\n").unwrap();
        let told = check(&path, None).to_json(&Language::english());
        assert_eq!(told["accepted"], false);
        assert_eq!(told["faults"][0]["line"], 1);
        assert_eq!(told["faults"][0]["severity"], "error");
        let faults =
            [Language::english(), Language::italian()].map(|language| check(&path, None).to_json(&language)["faults"][0].take());
        assert_eq!(faults.each_ref().map(|fault| fault["key"].as_str()), [Some("fault-missing"); 2]);
        assert_eq!(
            faults.each_ref().map(|fault| fault["message"].as_str().unwrap()),
            ["This form has no `pages`.", "In questo questionario manca `pages`."]
        );
        assert_eq!(check("faccine", None).to_json(&Language::english())["layout_hash"].as_str().map(str::len), Some(64));
    }

    #[test]
    fn a_reader_who_has_read_enough_is_no_failure() {
        struct Gone(ErrorKind);
        impl Write for Gone {
            fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
                Err(self.0.into())
            }

            fn flush(&mut self) -> std::io::Result<()> {
                Ok(())
            }
        }
        assert!(write_to(&mut Gone(ErrorKind::BrokenPipe), "told").is_ok());
        assert!(matches!(write_to(&mut Gone(ErrorKind::StorageFull), "told"), Err(Stop::Failed(_))));
        let mut out = Vec::new();
        write_to(&mut out, &check("faccine", None).told(&Language::english())).unwrap();
        assert!(String::from_utf8(out).unwrap().starts_with("faccine: "));
    }

    #[test]
    fn the_command_succeeds_only_when_every_file_is_usable() {
        let check = |files: &[&str]| {
            let language = Some(Language::english());
            Check { files: files.iter().map(|name| (*name).to_owned()).collect(), form: None, json: true, language }
        };
        assert!(check(&["faccine", "carta-urp"]).run().is_ok());
        let Err(Stop::Refused(message)) = check(&["faccine", "no-such-file"]).run() else { panic!("not refused") };
        assert_eq!(message, "1 of 2 files refused: mend what is marked and check again.");
    }
}
