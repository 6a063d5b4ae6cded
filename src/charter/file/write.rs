//! A charter as the file that says it: the way back from [`parse`](super::parse).
//!
//! One entry a line and one block a standard, so that a person finds what to change and a fault's line names one entry.

use super::calendar::WEEKDAYS;
use super::indicator::{COVERAGES, DAYS, FACTS, STATISTICS};
use super::standard::{DIMENSIONS, DIRECTIONS, KINDS};
use crate::charter::{Charter, Indicator, Kept, Measure, QualityFactor, Standard, WorkingDays};
use crate::text::Language;
use crate::text::written::{Lines, inline, quoted, word_of};
use toml::Value;

/// The file of a charter. Reading it gives the same charter: comments and layout of the file that it was read from are lost.
pub fn write(charter: &Charter) -> String {
    let mut lines = Lines::new(&charter.languages);
    lines.string("code", charter.code.as_str());
    lines.strings("languages", charter.languages.iter().map(Language::as_str));
    lines.texts("title", &charter.title);
    lines.string("act", &charter.act);
    lines.entry("approved_on", &charter.approved_on.to_string());
    lines.entry("valid_from", &charter.valid_from.to_string());
    if let Some(year) = charter.valid_to {
        lines.entry("valid_to", &year.to_string());
    }
    let mut writer = Writer(lines);
    if let Some(days) = &charter.calendar {
        writer.calendar(days);
    }
    charter.factors.iter().for_each(|factor| writer.factor(factor));
    charter.standards.iter().for_each(|standard| writer.standard(standard));
    writer.0.finish()
}

/// The lines of a charter.
struct Writer<'c>(Lines<'c>);

impl Writer<'_> {
    fn calendar(&mut self, days: &WorkingDays) {
        self.0.block("[calendar]");
        self.0.strings("weekdays", days.weekdays.iter().map(|day| word_of(&WEEKDAYS, day)));
        if !days.local.is_empty() {
            let local: Vec<String> = days.local.iter().map(|(month, day)| format!("{month:02}-{day:02}")).collect();
            self.0.strings("local", local.iter().map(String::as_str));
        }
        if !days.closed.is_empty() {
            let closed: Vec<String> = days.closed.iter().map(ToString::to_string).collect();
            self.0.entry("closed", &format!("[{}]", closed.join(", ")));
        }
    }

    fn factor(&mut self, factor: &QualityFactor) {
        self.0.block("[[factors]]");
        self.0.string("code", factor.code.as_str());
        self.0.texts("label", &factor.label);
    }

    fn standard(&mut self, standard: &Standard) {
        self.0.block("[[standards]]");
        self.0.string("code", standard.code.as_str());
        if let Some(factor) = &standard.factor {
            self.0.string("factor", factor.as_str());
        }
        self.0.word("dimension", &DIMENSIONS, &standard.dimension);
        self.0.word("kind", &KINDS, &standard.kind);
        self.0.texts("title", &standard.title);
        self.0.texts("promise", &standard.promise);
        let indicator = self.indicator(&standard.indicator);
        self.0.entry("indicator", &indicator);
        self.0.texts("formula", &standard.formula);
        if let Some(item) = &standard.perceived {
            self.0.string("perceived", item.as_str());
        }
        self.0.entry("target", &number(standard.target));
        if !standard.targets.is_empty() {
            let years = standard.targets.iter().map(|(year, target)| (year.to_string(), number(*target)));
            self.0.entry("targets", &inline(years));
        }
        self.0.word("direction", &DIRECTIONS, &standard.direction);
        self.0.entry("minimum_base", &standard.minimum_base.to_string());
        self.0.texts("redress", &standard.redress);
    }

    fn indicator(&self, indicator: &Indicator) -> String {
        let entries = match indicator {
            Indicator::Survey { item, statistic } => {
                vec![("survey", quoted(item.as_str())), ("statistic", quoted(word_of(&STATISTICS, statistic)))]
            }
            Indicator::Operational { measure, coverage } => {
                let coverage = ("coverage", quoted(word_of(&COVERAGES, coverage)));
                self.measure(measure).into_iter().chain([coverage]).collect()
            }
            Indicator::Administrative(fact) => vec![("fact", quoted(word_of(&FACTS, fact)))],
        };
        inline(entries)
    }

    fn measure(&self, measure: &Measure) -> Vec<(&'static str, String)> {
        let noted = |word: &str| ("operational", quoted(word));
        match measure {
            Measure::Share(Kept::Noted) => vec![noted("share")],
            Measure::Share(Kept::Open) => vec![noted("open_days")],
            Measure::Share(Kept::Within { limit, unit }) => {
                vec![noted("within"), ("limit", number(*limit)), ("unit", self.0.inline_texts(unit))]
            }
            Measure::Share(Kept::Answered { within, days }) => {
                vec![noted("answered_within"), ("limit", within.to_string()), ("days", quoted(word_of(&DAYS, days)))]
            }
            Measure::Mean { unit } => vec![noted("mean"), ("unit", self.0.inline_texts(unit))],
        }
    }
}

/// A whole number needs no point: `limit = 3`. One that a whole number of the file cannot hold has one.
fn number(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 { value.to_string() } else { Value::from(value).to_string() }
}

#[cfg(test)]
mod tests {
    use super::super::{parse, read};
    use super::*;
    use crate::form::catalog;
    use crate::text::{Code, Texts};

    fn again(charter: &Charter) -> Charter {
        let written = write(charter);
        parse("again.toml", &written).unwrap_or_else(|faults| panic!("{faults:?}\n{written}"))
    }

    fn shipped() -> Charter {
        parse("carta-urp.toml", &catalog::charter("carta-urp").unwrap()).unwrap()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let documented = include_str!("mod.rs").lines().take_while(|line| line.starts_with("//!"));
        let text: Vec<&str> = documented.map(|line| line[3..].trim_start_matches(' ')).collect();
        let example = text.join("\n").split("```").nth(1).unwrap().trim_start_matches("toml").to_owned();
        let univer = include_str!("../../../tests/fixtures/univer-charter.toml");
        for source in [catalog::charter("carta-urp").unwrap().as_ref(), &example, univer] {
            let charter = parse("carta.toml", source).unwrap();
            assert_eq!(again(&charter), charter);
            assert_eq!(write(&again(&charter)), write(&charter), "and written again it is the same file");
        }
    }

    #[test]
    fn a_written_charter_has_no_warning_that_it_had_not_before() {
        assert_eq!(read("c.toml", &write(&shipped())).faults, []);
    }

    #[test]
    fn any_text_survives() {
        let strange = [
            "\"fra virgolette\" e 'apici'",
            "C:\\carte\\2026",
            "prima riga\nseconda \"riga\" con \\ e \t tabulazione",
            "''' e \"\"\" insieme ''' \"\"\"\nsu due righe",
            "😀 città — più «caporali» € \u{200d}",
            "[[standards]]\ntarget = 5",
            "# non è un commento",
        ];
        for text in strange {
            let mut charter = shipped();
            charter.act = text.to_owned();
            for language in charter.languages.clone() {
                charter.title.set(language.clone(), format!("{language} {text}"));
                charter.standards[0].promise.set(language.clone(), text);
                charter.factors[0].label.set(language, text);
            }
            assert_eq!(again(&charter), charter, "{text:?}");
            let written = write(&charter);
            let keys = written.lines().filter(|line| line.starts_with("promise")).count();
            assert_eq!(keys, shipped().standards.len() * charter.languages.len(), "one line a text: {written}");
        }
    }

    #[test]
    fn a_text_in_some_languages_only_stays_so() {
        let mut charter = shipped();
        let german = Language::parse("de").unwrap();
        charter.title = Texts::one(Language::italian(), "Solo in italiano");
        charter.standards[0].redress = Texts::one(Language::italian(), "Sì");
        charter.standards[0].redress.set(german, "Ja");
        charter.standards[1].formula = Texts::default();
        assert_eq!(again(&charter), charter);
    }

    #[test]
    fn every_number_and_every_way_to_measure_survives() {
        let mut charter = shipped();
        let unit = Texts::one(Language::italian(), "\"squilli\"\nlunghi");
        for (at, within) in [0.1 + 0.2, 1e-7, 3.0, 12_345.678].into_iter().enumerate() {
            charter.standards[at].indicator = Indicator::Operational {
                measure: Measure::Share(Kept::Within { limit: within, unit: unit.clone() }),
                coverage: crate::charter::Coverage::Sample,
            };
            charter.standards[at].targets = vec![(2024, 0.1 + 0.2), (2025, 1.0 / 3.0)];
        }
        charter.standards[4].indicator =
            Indicator::Operational { measure: Measure::Mean { unit }, coverage: crate::charter::Coverage::Register };
        charter.standards[4].target = 1e300;
        charter.standards[4].targets = vec![(2026, 1e9), (2027, 1e307), (2028, 1e-300)];
        charter.standards[4].direction = crate::charter::Direction::AtMost;
        charter.valid_to = Some(2031);
        charter.code = Code::parse("altra").unwrap();
        for (at, (_, statistic)) in STATISTICS.into_iter().enumerate() {
            charter.standards[6 + at].indicator = Indicator::Survey { item: Code::parse("x").unwrap(), statistic };
            charter.standards[6 + at].target = 0.5;
        }
        if let Some(days) = &mut charter.calendar {
            days.local.push((2, 29));
            days.closed.extend(chrono::NaiveDate::from_ymd_opt(2026, 8, 14));
        }
        assert_eq!(again(&charter), charter);
    }
}
