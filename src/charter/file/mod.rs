//! The charter file: one TOML file, everything that is promised and how it is measured. Texts and codes are written as in a form file.
//!
//! ```toml
//! code = "carta"
//! languages = ["it"]
//! title = "Carta dei Servizi"
//! act = "Deliberazione n. 12 del 15 gennaio 2026"
//! approved_on = 2026-01-15              # a day, without quotes
//! valid_from = 2026
//! valid_to = 2028                       # optional
//!
//! [calendar]                            # the working days; needed where a promise is counted by them
//! weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"]
//! local = ["06-24"]                     # optional: the patron saint's day, month-day; national holidays are known
//! closed = [2026-08-14]                 # optional: single days on which the office says that it is closed
//!
//! [[factors]]                           # optional: what the promises are about
//! code = "staff"
//! label = "Personale"
//!
//! [[standards]]
//! code = "courtesy"
//! factor = "staff"                      # optional
//! dimension = "effectiveness"           # accessibility, timeliness, transparency, effectiveness
//! kind = "qualitative"                  # optional: specific (each single case), general (all together), qualitative
//! title = "Cortesia del personale"
//! promise = "Almeno 80 utenti su 100 sono soddisfatti della cortesia del personale."
//! redress = "Può chiedere un incontro con il responsabile."     # optional
//! indicator = { survey = "courtesy", statistic = "satisfied_share" }   # an item of the form; also top_two_share, mean, index
//! target = 0.80                         # a share from 0 to 1; a mean on the scale; an index from 0 to 100
//! targets = { 2026 = 0.75 }             # optional: single years that differ
//! formula = "utenti soddisfatti / risposte valide"                   # optional: in the office's own words
//! direction = "at_least"                # optional; or "at_most"
//! minimum_base = 50                     # optional: below it no verdict (30; 0 for registers and facts)
//!
//! [[standards]]
//! code = "three_rings"
//! dimension = "timeliness"
//! title = "Risposta entro tre squilli"
//! promise = "Rispondiamo entro tre squilli a 95 chiamate su 100."
//! indicator = { operational = "within", limit = 3, unit = "squilli", coverage = "sample" }   # a sample is judged by its interval
//! perceived = "phone_wait"              # optional: what citizens are asked about the same thing, an item of the form
//! target = 0.95
//!
//! [[standards]]
//! code = "opening_days"
//! dimension = "accessibility"
//! title = "Sportello aperto ogni giorno lavorativo"
//! promise = "Lo sportello è aperto ogni giorno lavorativo."
//! indicator = { operational = "open_days", coverage = "register" }   # or "share": so many of so many cases, noted as kept
//! target = 1.0
//!
//! [[standards]]
//! code = "email_reply"
//! dimension = "timeliness"
//! title = "Risposta alle e-mail"
//! promise = "Rispondiamo entro 3 giorni lavorativi a 90 e-mail su 100."
//! indicator = { operational = "answered_within", limit = 3, days = "working", coverage = "register" }   # or days = "calendar"
//! target = 0.90
//!
//! [[standards]]
//! code = "reply_days"
//! dimension = "timeliness"
//! title = "Tempo di risposta"
//! promise = "In media rispondiamo entro 5 giorni."
//! indicator = { operational = "mean", coverage = "register", unit = "giorni" }   # every case of the year: compared directly
//! target = 5
//! direction = "at_most"
//!
//! [[standards]]
//! code = "yearly_survey"
//! dimension = "transparency"
//! title = "Una rilevazione all'anno"
//! promise = "Ogni anno chiediamo agli utenti quanto sono soddisfatti."
//! indicator = { fact = "surveys_held" }                          # or share_of_users_heard
//! target = 1
//! ```

mod calendar;
mod indicator;
mod standard;
mod write;

pub use standard::usual_base;
pub use write::write;

use super::{Charter, QualityFactor, Standard};
use crate::fault::typed::{Entries, Source};
use crate::fault::{Fault, Said, Severity, hint_among};
use crate::text::Language;
use calendar::read_calendar;
use standard::read_standard;
use std::ops::Range;

/// What a charter file says: the charter, unless a fault forbids it, and every fault and warning in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The charter; `None` when any fault is an error.
    pub charter: Option<Charter>,
    /// What is wrong (errors) or doubtful (warnings).
    pub faults: Vec<Fault>,
    /// Every standard that could be read, with where it names the item it asks about, in bytes of the file: for checks against a form.
    pub standards: Vec<(Standard, Range<usize>)>,
}

/// Reads a charter file; all errors at once when there are any.
pub fn parse(file_name: &str, text: &str) -> Result<Charter, Vec<Fault>> {
    let Reading { charter, faults, .. } = read(file_name, text);
    charter.ok_or_else(|| faults.into_iter().filter(|fault| fault.severity == Severity::Error).collect())
}

/// Reads a charter file with all errors and warnings.
pub fn read(file_name: &str, text: &str) -> Reading {
    let (source, table) = match Source::read(file_name, text) {
        Ok(read) => read,
        Err(faults) => return Reading { charter: None, faults, standards: Vec::new() },
    };
    let entries = Entries::new(&source, "fault-what-charter", table.get_ref(), source.first_line());
    let (charter, standards) = read_charter(&source, entries);
    let faults = source.into_faults();
    let refused = faults.iter().any(|fault| fault.severity == Severity::Error);
    Reading { charter: charter.filter(|_| !refused), faults, standards }
}

fn read_charter(source: &Source<'_>, entries: Entries<'_>) -> (Option<Charter>, Vec<(Standard, Range<usize>)>) {
    let code = entries.required_code("code");
    let languages = entries.languages();
    let title = entries.required_texts("title", &languages);
    let act = entries.string("act");
    if act.is_none() && !entries.has("act") {
        entries.missing("act", "fault-hint-add-act");
    }
    if !entries.has("approved_on") {
        entries.missing("approved_on", "fault-hint-add-approved-on");
    }
    let approved_on = entries.day("approved_on");
    if !entries.has("valid_from") {
        entries.missing("valid_from", "fault-hint-add-valid-from");
    }
    let valid_from = entries.integer_between("valid_from", EARLIEST, LATEST);
    let valid_to = entries.integer_between("valid_to", EARLIEST, LATEST);
    if let (Some(from), Some(to)) = (&valid_from, &valid_to)
        && to.value < from.value
    {
        let message = Said::new("fault-validity").with("from", from.value).with("to", to.value);
        source.fault(to.range.clone(), message, "fault-hint-validity");
    }
    let has_calendar = entries.has("calendar");
    let calendar = entries.table("calendar", "fault-what-calendar").and_then(|table| read_calendar(source, table));
    let factors = read_factors(source, &entries, &languages);
    let standards = read_standards(source, &entries, &languages);
    entries.finish();
    let years = [&valid_from, &valid_to].map(|year| year.as_ref().map(|typed| typed.value as i32));
    let frame = Frame { factors: &factors, has_calendar, from: years[0], to: years[1] };
    standards.iter().for_each(|placed| check_against_charter(source, placed, &frame));
    let placed = standards.iter().map(|placed| (placed.standard.clone(), placed.item.clone())).collect();
    let charter = || {
        Some(Charter {
            code: code?.value,
            languages: Some(languages).filter(|languages| !languages.is_empty())?,
            title,
            act: act?.value,
            approved_on: approved_on?.value,
            valid_from: valid_from?.value as i32,
            valid_to: valid_to.map(|year| year.value as i32),
            calendar,
            factors,
            standards: standards.into_iter().map(|placed| placed.standard).collect(),
        })
    };
    (charter(), placed)
}

const EARLIEST: i64 = 1990;
const LATEST: i64 = 2200;

/// A standard, with where what concerns others stands in bytes of the file.
struct Placed {
    standard: Standard,
    indicator: Range<usize>,
    item: Range<usize>,
    factor: Range<usize>,
    targets: Range<usize>,
}

/// What its standards must agree with.
struct Frame<'c> {
    factors: &'c [QualityFactor],
    has_calendar: bool,
    from: Option<i32>,
    to: Option<i32>,
}

fn read_standards(source: &Source<'_>, entries: &Entries<'_>, languages: &[Language]) -> Vec<Placed> {
    let mut standards: Vec<Placed> = Vec::new();
    for entry in entries.required_tables("standards", "fault-what-standard", "fault-hint-add-standards") {
        let [code, indicator, factor, targets] = ["code", "indicator", "factor", "targets"].map(|key| entry.range_of(key));
        let item = if entry.has("perceived") { entry.range_of("perceived") } else { indicator.clone() };
        let Some(standard) = read_standard(source, entry, languages) else { continue };
        if standards.iter().any(|own| own.standard.code == standard.code) {
            let message = Said::new("fault-two-standards").with("code", &standard.code);
            source.fault(code, message, "fault-hint-other-code");
            continue;
        }
        standards.push(Placed { standard, indicator, item, factor, targets });
    }
    standards
}

fn read_factors(source: &Source<'_>, entries: &Entries<'_>, languages: &[Language]) -> Vec<QualityFactor> {
    let mut factors: Vec<QualityFactor> = Vec::new();
    for entry in entries.tables("factors", "fault-what-factor") {
        let range = entry.range_of("code");
        let code = entry.required_code("code");
        let label = entry.required_texts("label", languages);
        entry.finish();
        let Some(code) = code else { continue };
        if factors.iter().any(|own| own.code == code.value) {
            source.fault(range, Said::new("fault-two-factors").with("code", &code.value), "fault-hint-other-code");
        } else {
            factors.push(QualityFactor { code: code.value, label });
        }
    }
    factors
}

/// What only the whole file shows of a standard: a factor it does not list, a calendar it lacks, a target of a year it is not valid for.
fn check_against_charter(source: &Source<'_>, placed: &Placed, charter: &Frame<'_>) {
    let Placed { standard, .. } = placed;
    if let Some(factor) = standard.factor.as_ref().filter(|factor| !charter.factors.iter().any(|own| own.code == **factor)) {
        let known: Vec<&str> = charter.factors.iter().map(|own| own.code.as_str()).collect();
        let message = Said::new("fault-unknown-factor").with("code", factor);
        source.fault(placed.factor.clone(), message, hint_among(factor.as_str(), &known));
    }
    if standard.needs_calendar() && !charter.has_calendar {
        let message = Said::new("fault-no-calendar").with("standard", &standard.code);
        source.fault(placed.indicator.clone(), message, "fault-hint-add-calendar");
    }
    for (year, _) in &standard.targets {
        if charter.from.is_some_and(|from| *year < from) || charter.to.is_some_and(|to| *year > to) {
            let message = Said::new("fault-target-idle").with("year", i64::from(*year));
            source.warn(placed.targets.clone(), message, "fault-hint-target-idle");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::Direction;
    use crate::flows::words::english;
    use crate::text::Language;

    const GOOD: &str = r#"code = "carta"
languages = ["it"]
title = "Carta"
act = "Delibera 1"
approved_on = 2026-01-15
valid_from = 2026

[[standards]]
code = "calls"
dimension = "timeliness"
indicator = { operational = "share", coverage = "sample" }
target = 0.95
targets = { 2025 = 0.9 }
title = "Telefono"
promise = "Rispondiamo."
"#;

    /// The message and what stands above the carets, for every fault of the good file with one passage replaced.
    fn faults(from: &str, to: &str) -> Vec<(String, String)> {
        assert!(GOOD.contains(from), "{from}");
        let faults = parse("carta.toml", &GOOD.replacen(from, to, 1)).unwrap_err();
        let marked = |fault: &Fault| fault.source.chars().skip(fault.column - 1).take(fault.width).collect();
        faults.iter().map(|fault| (english(fault).0, marked(fault))).collect()
    }

    fn one(message: &str, marked: &str) -> Vec<(String, String)> {
        vec![(message.to_owned(), marked.to_owned())]
    }

    #[test]
    fn the_example_in_the_documentation_is_a_charter_without_fault() {
        let lines = include_str!("mod.rs").lines().take_while(|line| line.starts_with("//!"));
        let text: Vec<&str> = lines.map(|line| line[3..].trim_start_matches(' ')).collect();
        let example = text.join("\n").split("```").nth(1).unwrap().trim_start_matches("toml").to_owned();
        let reading = read("carta.toml", &example);
        assert_eq!(reading.faults, []);
        let charter = reading.charter.unwrap();
        assert_eq!(charter.standards.iter().map(|standard| standard.minimum_base).collect::<Vec<_>>(), [50, 30, 0, 0, 0, 0]);
        assert_eq!((charter.factors.len(), charter.calendar.map(|days| days.weekdays.len())), (1, Some(5)));
    }

    #[test]
    fn a_good_charter_says_what_was_typed() {
        let charter = parse("carta.toml", GOOD).unwrap();
        let standard = &charter.standards[0];
        assert_eq!(charter.approved_on.to_string(), "2026-01-15");
        assert_eq!((standard.target_in(2025), standard.target_in(2026)), (0.9, 0.95));
        assert_eq!((standard.minimum_base, standard.direction), (30, Direction::AtLeast));
        assert_eq!(standard.title.get(&Language::english(), &Language::italian()), "Telefono");
    }

    #[test]
    fn a_share_above_one_is_answered_with_the_number_to_write() {
        assert_eq!(faults("target = 0.95", "target = 95"), one("95 cannot be a target of this indicator.", "95"));
        let text = GOOD.replacen("target = 0.95", "target = 95", 1);
        assert_eq!(english(&parse("c", &text).unwrap_err()[0]).1, "A share lies between 0 and 1: for 95% write 0.95.");
        assert_eq!(faults("2025 = 0.9", "2025 = 9"), one("9 cannot be a target of this indicator.", "9"));
    }

    #[test]
    fn a_target_that_every_value_keeps_is_refused_and_one_that_no_sample_shows_is_doubted() {
        assert_eq!(faults("target = 0.95", "target = 0"), one("Every value keeps a target of 0.", "0"));
        let reading = read("carta.toml", &GOOD.replacen("target = 0.95", "target = 1", 1).replacen("2025", "2026", 1));
        assert_eq!(
            reading.faults.iter().map(|fault| english(fault).0).collect::<Vec<_>>(),
            ["No sample can demonstrate a target of 1: it would have to show every single case."]
        );
        assert!(reading.charter.is_some(), "a warning refuses nothing");
    }

    #[test]
    fn a_standard_must_agree_with_the_rest_of_the_charter() {
        let opening = |rest: &str| faults("operational = \"share\"", rest);
        let answered = "operational = \"answered_within\", limit = 3, days = \"working\"";
        assert_eq!(opening(answered)[0].0, "`calls` is counted in working days, but this charter has no calendar.");
        assert_eq!(
            opening("operational = \"open_days\"")[0].0,
            "`calls` is counted in working days, but this charter has no calendar."
        );
        assert!(parse("c", &GOOD.replacen("operational = \"share\"", &answered.replace("working", "calendar"), 1)).is_ok());
        assert_eq!(
            faults("code = \"calls\"", "code = \"calls\"\nfactor = \"staff\""),
            one("There is no factor `staff`.", "\"staff\"")
        );
        let reading = read("carta.toml", &GOOD.replacen("2025 = 0.9", "2025 = 0.9, 2026 = 0.9", 1));
        assert_eq!(reading.faults.len(), 1, "2025 lies before the charter: a warning");
        assert_eq!(english(&reading.faults[0]).0, "The target of 2025 is never used: the charter is not valid then.");
    }

    #[test]
    fn the_calendar_tells_its_mistakes() {
        let with = |calendar: &str| faults("[[standards]]", &format!("[calendar]\n{calendar}\n\n[[standards]]"));
        assert_eq!(with("weekdays = []"), one("No working day of the week is named.", "[]"));
        assert_eq!(with("weekdays = [\"lunedi\"]")[0], ("`weekdays` cannot be `lunedi`.".to_owned(), "\"lunedi\"".to_owned()));
        let local = with("weekdays = [\"monday\"]\nlocal = [\"24-06\"]");
        assert_eq!(local, one("`24-06` is not a day of every year.", "\"24-06\""));
        assert_eq!(with("weekdays = [\"monday\"]\nclosed = [\"2026-08-14\"]").len(), 1);
    }

    #[test]
    fn every_mistake_of_a_charter_has_its_caret() {
        assert_eq!(faults("2025 = 0.9", "next = 0.9"), one("`next` is not a year.", "next"));
        assert_eq!(faults("2026-01-15", "\"15/1/2026\"").len(), 1);
        assert_eq!(faults("timeliness", "timelines"), one("`dimension` cannot be `timelines`.", "\"timelines\""));
        let nothing = "This says nothing of how it is measured.";
        assert_eq!(faults("operational = \"share\", ", ""), one(nothing, "{ coverage = \"sample\" }"));
        let both = faults("coverage = \"sample\"", "coverage = \"sample\", fact = \"surveys_held\"");
        assert_eq!(both[0].0, "This is measured in more than one way.");
        assert_eq!(faults("share\"", "mean\"")[0].0, "This indicator has no `unit`.");
        assert_eq!(faults("target = 0.95\n", ""), one("This standard has no `target`.", "[[standards]]"));
        assert_eq!(faults("valid_from = 2026", "valid_from = 2026\nvalid_to = 2025")[0].1, "2025");
        assert_eq!(faults("promise", "promises").len(), 2, "the unknown key and the missing one");
        let none = format!("{}standards = []\n", &GOOD[..GOOD.find("[[standards]]").unwrap()]);
        assert_eq!(english(&parse("c", &none).unwrap_err()[0]).0, "This charter has no `standards`.");
        let twice = format!("{GOOD}{}", &GOOD[GOOD.find("[[standards]]").unwrap()..]);
        assert_eq!(english(&parse("c", &twice).unwrap_err()[0]).0, "There are two standards `calls`.");
    }
}
