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
//! [[standards]]
//! code = "courtesy"
//! dimension = "effectiveness"           # accessibility, timeliness, transparency, effectiveness
//! title = "Cortesia del personale"
//! promise = "Almeno 80 utenti su 100 sono soddisfatti della cortesia del personale."
//! redress = "Può chiedere un incontro con il responsabile."     # optional
//! indicator = { survey = "courtesy", statistic = "satisfied_share" }   # an item of the form; also top_two_share, mean, index
//! target = 0.80                         # a share from 0 to 1; a mean on the scale; an index from 0 to 100
//! targets = { 2026 = 0.75 }             # optional: single years that differ
//! direction = "at_least"                # optional; or "at_most"
//! minimum_base = 50                     # optional: below it no verdict (30; 0 for registers and facts)
//!
//! [[standards]]
//! code = "three_rings"
//! dimension = "timeliness"
//! title = "Risposta entro tre squilli"
//! promise = "Rispondiamo entro tre squilli a 95 chiamate su 100."
//! indicator = { operational = "share", coverage = "sample" }     # so many of so many cases; a sample is judged by its interval
//! target = 0.95
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

use super::{Charter, Coverage, Dimension, Direction, Fact, Indicator, Kept, Kind, Measure, Standard, Statistic};
use crate::fault::typed::{Entries, Source, Typed};
use crate::fault::{Fault, Said, Severity};
use crate::text::{Language, Texts};
use std::ops::Range;

/// What a charter file says: the charter, unless a fault forbids it, and every fault and warning in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The charter; `None` when any fault is an error.
    pub charter: Option<Charter>,
    /// What is wrong (errors) or doubtful (warnings).
    pub faults: Vec<Fault>,
    /// Every standard that could be read, with where its indicator stands in bytes of the file: for checks against a form.
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
    let standards = read_standards(source, &entries, &languages);
    entries.finish();
    let charter = || {
        Some(Charter {
            code: code?.value,
            languages: Some(languages).filter(|languages| !languages.is_empty())?,
            title,
            act: act?.value,
            approved_on: approved_on?.value,
            valid_from: valid_from?.value as i32,
            valid_to: valid_to.map(|year| year.value as i32),
            calendar: None,
            factors: Vec::new(),
            standards: standards.iter().map(|(standard, _)| standard.clone()).collect(),
        })
    };
    (charter(), standards)
}

const EARLIEST: i64 = 1990;
const LATEST: i64 = 2200;

fn read_standards(source: &Source<'_>, entries: &Entries<'_>, languages: &[Language]) -> Vec<(Standard, Range<usize>)> {
    let mut standards: Vec<(Standard, Range<usize>)> = Vec::new();
    for entry in entries.required_tables("standards", "fault-what-standard", "fault-hint-add-standards") {
        let (code_range, indicator_range) = (entry.range_of("code"), entry.range_of("indicator"));
        let Some(standard) = read_standard(source, entry, languages) else { continue };
        if standards.iter().any(|(own, _)| own.code == standard.code) {
            let message = Said::new("fault-two-standards").with("code", &standard.code);
            source.fault(code_range, message, "fault-hint-other-code");
            continue;
        }
        standards.push((standard, indicator_range));
    }
    standards
}

const DIMENSIONS: [(&str, Dimension); 4] = [
    ("accessibility", Dimension::Accessibility),
    ("timeliness", Dimension::Timeliness),
    ("transparency", Dimension::Transparency),
    ("effectiveness", Dimension::Effectiveness),
];

fn read_standard(source: &Source<'_>, entries: Entries<'_>, languages: &[Language]) -> Option<Standard> {
    let code = entries.required_code("code");
    let title = entries.required_texts("title", languages);
    let promise = entries.required_texts("promise", languages);
    let redress = entries.texts("redress", languages);
    let dimension = entries.required_word("dimension", &DIMENSIONS);
    let directions = [("at_least", Direction::AtLeast), ("at_most", Direction::AtMost)];
    let direction = entries.word("direction", &directions).map_or(Direction::AtLeast, |typed| typed.value);
    if !entries.has("indicator") {
        entries.missing("indicator", INDICATOR_HINT);
    }
    let indicator = entries.table("indicator", "fault-what-indicator").and_then(|table| read_indicator(source, table, languages));
    if !entries.has("target") {
        entries.missing("target", "fault-hint-add-target");
    }
    let target = entries.number("target");
    let targets = read_targets(source, &entries);
    if let Some(indicator) = &indicator {
        for typed in target.iter().chain(targets.iter().map(|(_, typed)| typed)) {
            refuse_unfit_target(source, indicator, typed);
        }
    }
    let base = entries.integer_between("minimum_base", 0, 1_000_000).map(|typed| typed.value as u64);
    entries.finish();
    let indicator = indicator?;
    let minimum_base = base.unwrap_or_else(|| usual_base(&indicator));
    Some(Standard {
        code: code?.value,
        title,
        promise,
        factor: None,
        dimension: dimension?.value,
        kind: Kind::General,
        formula: Texts::default(),
        perceived: None,
        indicator,
        target: target?.value,
        targets: targets.into_iter().map(|(year, typed)| (year, typed.value)).collect(),
        direction,
        minimum_base,
        redress,
    })
}

/// Below thirty answers the report shows counts only, so no verdict either. A register and a fact are complete at any size.
fn usual_base(indicator: &Indicator) -> u64 {
    match indicator {
        Indicator::Survey { .. } | Indicator::Operational { coverage: Coverage::Sample, .. } => 30,
        Indicator::Operational { coverage: Coverage::Register, .. } | Indicator::Administrative(_) => 0,
    }
}

fn read_targets(source: &Source<'_>, entries: &Entries<'_>) -> Vec<(i32, Typed<f64>)> {
    let Some(table) = entries.table("targets", "fault-what-targets") else { return Vec::new() };
    let mut targets = Vec::new();
    for key in table.keys() {
        let number = table.number_of(key.value);
        match key.value.parse::<i32>().ok().filter(|year| (EARLIEST..=LATEST).contains(&i64::from(*year))) {
            Some(year) => {
                let range = table.range_of(key.value);
                targets.extend(number.map(|value| (year, Typed { value, range })));
            }
            None => {
                source.fault(key.range, Said::new("fault-not-a-year").with("typed", key.value), "fault-hint-targets");
            }
        }
    }
    targets
}

const INDICATOR_HINT: &str = "fault-hint-indicator";

const STATISTICS: [(&str, Statistic); 4] = [
    ("satisfied_share", Statistic::SatisfiedShare),
    ("top_two_share", Statistic::TopTwoShare),
    ("mean", Statistic::Mean),
    ("index", Statistic::Index),
];

fn read_indicator(source: &Source<'_>, entries: Entries<'_>, languages: &[Language]) -> Option<Indicator> {
    let named = ["survey", "operational", "fact"].into_iter().filter(|key| entries.has(key)).count();
    if named != 1 {
        let message = if named == 0 { "fault-unmeasured" } else { "fault-measured-twice" };
        source.fault(entries.range(), message, INDICATOR_HINT);
        return None;
    }
    let indicator = if entries.has("survey") {
        let item = entries.code("survey").map(|typed| typed.value);
        let statistic = entries.required_word("statistic", &STATISTICS).map(|typed| typed.value);
        item.zip(statistic).map(|(item, statistic)| Indicator::Survey { item, statistic })
    } else if entries.has("operational") {
        read_operational(&entries, languages)
    } else {
        let facts = [("surveys_held", Fact::SurveysHeld), ("share_of_users_heard", Fact::ShareOfUsersHeard)];
        entries.word("fact", &facts).map(|typed| Indicator::Administrative(typed.value))
    };
    entries.finish();
    indicator
}

fn read_operational(entries: &Entries<'_>, languages: &[Language]) -> Option<Indicator> {
    let is_mean = entries.word("operational", &[("share", false), ("mean", true)]);
    let coverages = [("register", Coverage::Register), ("sample", Coverage::Sample)];
    let coverage = entries.required_word("coverage", &coverages);
    let measure = match is_mean?.value {
        false => Measure::Share(Kept::Noted),
        true => Measure::Mean { unit: entries.required_texts("unit", languages) },
    };
    Some(Indicator::Operational { measure, coverage: coverage?.value })
}

fn refuse_unfit_target(source: &Source<'_>, indicator: &Indicator, target: &Typed<f64>) {
    let (range, hint) = match indicator {
        Indicator::Survey { statistic: Statistic::SatisfiedShare | Statistic::TopTwoShare, .. }
        | Indicator::Operational { measure: Measure::Share(_), .. }
        | Indicator::Administrative(Fact::ShareOfUsersHeard) => {
            let hint = Said::new("fault-hint-share").with("percent", target.value).with("share", target.value / 100.0);
            (0.0..=1.0, hint)
        }
        Indicator::Survey { statistic: Statistic::Index, .. } => (0.0..=100.0, Said::new("fault-hint-index")),
        Indicator::Survey { statistic: Statistic::Mean, .. } => (0.0..=200.0, Said::new("fault-hint-mean")),
        Indicator::Operational { measure: Measure::Mean { .. }, .. } => (0.0..=f64::MAX, Said::new("fault-hint-not-negative")),
        Indicator::Administrative(Fact::SurveysHeld) => (1.0..=50.0, Said::new("fault-hint-surveys-held")),
    };
    if !range.contains(&target.value) {
        source.fault(target.range.clone(), Said::new("fault-target").with("value", target.value), hint);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
        let lines = include_str!("file.rs").lines().take_while(|line| line.starts_with("//!"));
        let text: Vec<&str> = lines.map(|line| line[3..].trim_start_matches(' ')).collect();
        let example = text.join("\n").split("```").nth(1).unwrap().trim_start_matches("toml").to_owned();
        let reading = read("carta.toml", &example);
        assert_eq!(reading.faults, []);
        let charter = reading.charter.unwrap();
        assert_eq!(charter.standards.len(), 4);
        assert_eq!(charter.standards.iter().map(|standard| standard.minimum_base).collect::<Vec<_>>(), [50, 30, 0, 0]);
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
