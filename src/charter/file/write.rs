//! A charter as the file that says it: the way back from [`parse`](super::parse).
//!
//! One entry a line and one block a standard, so that a person finds what to change and a fault's line names one entry.

use super::calendar::WEEKDAYS;
use super::indicator::{COVERAGES, DAYS, FACTS, STATISTICS};
use super::standard::{DIMENSIONS, DIRECTIONS, KINDS};
use crate::charter::{Charter, Indicator, Kept, Measure, QualityFactor, Standard, WorkingDays};
use crate::text::{Language, Texts};
use toml::Value;

/// The file of a charter. Reading it gives the same charter: comments and layout of the file that it was read from are lost.
pub fn write(charter: &Charter) -> String {
    let mut lines = Lines { languages: &charter.languages, text: String::new() };
    lines.string("code", charter.code.as_str());
    lines.strings("languages", charter.languages.iter().map(Language::as_str));
    lines.texts("title", &charter.title);
    lines.string("act", &charter.act);
    lines.entry("approved_on", &charter.approved_on.to_string());
    lines.entry("valid_from", &charter.valid_from.to_string());
    if let Some(year) = charter.valid_to {
        lines.entry("valid_to", &year.to_string());
    }
    if let Some(days) = &charter.calendar {
        lines.calendar(days);
    }
    charter.factors.iter().for_each(|factor| lines.factor(factor));
    charter.standards.iter().for_each(|standard| lines.standard(standard));
    lines.text
}

/// The text so far.
struct Lines<'c> {
    languages: &'c [Language],
    text: String,
}

impl Lines<'_> {
    fn entry(&mut self, key: &str, value: &str) {
        self.text.push_str(&format!("{key} = {value}\n"));
    }

    fn block(&mut self, header: &str) {
        self.text.push_str(&format!("\n{header}\n"));
    }

    fn string(&mut self, key: &str, value: &str) {
        self.entry(key, &quoted(value));
    }

    fn strings<'t>(&mut self, key: &str, values: impl Iterator<Item = &'t str>) {
        let list: Vec<String> = values.map(quoted).collect();
        self.entry(key, &format!("[{}]", list.join(", ")));
    }

    fn word<T: PartialEq>(&mut self, key: &str, words: &[(&str, T)], meaning: &T) {
        self.string(key, word_of(words, meaning));
    }

    /// One line a language; a text in the first language alone needs no name of it.
    fn texts(&mut self, key: &str, texts: &Texts) {
        match self.only(texts) {
            Some(text) => self.string(key, &text),
            None => {
                for (language, text) in self.in_order(texts) {
                    self.string(&format!("{key}.{language}"), &text);
                }
            }
        }
    }

    /// The same within the braces of another entry.
    fn inline_texts(&self, texts: &Texts) -> String {
        match self.only(texts) {
            Some(text) => quoted(&text),
            None => {
                let all = self.in_order(texts).into_iter().map(|(language, text)| format!("{language} = {}", quoted(&text)));
                format!("{{ {} }}", all.collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn only(&self, texts: &Texts) -> Option<String> {
        match (texts.iter().collect::<Vec<_>>().as_slice(), self.languages.first()) {
            ([(language, text)], Some(first)) if language == &first => Some((*text).to_owned()),
            _ => None,
        }
    }

    fn in_order(&self, texts: &Texts) -> Vec<(Language, String)> {
        let mut all: Vec<_> = texts.iter().map(|(language, text)| (language.clone(), text.to_owned())).collect();
        all.sort_by_key(|(language, _)| self.languages.iter().position(|own| own == language));
        all
    }

    fn calendar(&mut self, days: &WorkingDays) {
        self.block("[calendar]");
        self.strings("weekdays", days.weekdays.iter().map(|day| word_of(&WEEKDAYS, day)));
        if !days.local.is_empty() {
            let local: Vec<String> = days.local.iter().map(|(month, day)| format!("{month:02}-{day:02}")).collect();
            self.strings("local", local.iter().map(String::as_str));
        }
        if !days.closed.is_empty() {
            let closed: Vec<String> = days.closed.iter().map(ToString::to_string).collect();
            self.entry("closed", &format!("[{}]", closed.join(", ")));
        }
    }

    fn factor(&mut self, factor: &QualityFactor) {
        self.block("[[factors]]");
        self.string("code", factor.code.as_str());
        self.texts("label", &factor.label);
    }

    fn standard(&mut self, standard: &Standard) {
        self.block("[[standards]]");
        self.string("code", standard.code.as_str());
        if let Some(factor) = &standard.factor {
            self.string("factor", factor.as_str());
        }
        self.word("dimension", &DIMENSIONS, &standard.dimension);
        self.word("kind", &KINDS, &standard.kind);
        self.texts("title", &standard.title);
        self.texts("promise", &standard.promise);
        let indicator = self.indicator(&standard.indicator);
        self.entry("indicator", &indicator);
        self.texts("formula", &standard.formula);
        if let Some(item) = &standard.perceived {
            self.string("perceived", item.as_str());
        }
        self.entry("target", &number(standard.target));
        if !standard.targets.is_empty() {
            let years: Vec<String> =
                standard.targets.iter().map(|(year, target)| format!("{year} = {}", number(*target))).collect();
            self.entry("targets", &format!("{{ {} }}", years.join(", ")));
        }
        self.word("direction", &DIRECTIONS, &standard.direction);
        self.entry("minimum_base", &standard.minimum_base.to_string());
        self.texts("redress", &standard.redress);
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
        let written: Vec<String> = entries.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        format!("{{ {} }}", written.join(", "))
    }

    fn measure(&self, measure: &Measure) -> Vec<(&'static str, String)> {
        let noted = |word: &str| ("operational", quoted(word));
        match measure {
            Measure::Share(Kept::Noted) => vec![noted("share")],
            Measure::Share(Kept::Open) => vec![noted("open_days")],
            Measure::Share(Kept::Within { limit, unit }) => {
                vec![noted("within"), ("limit", number(*limit)), ("unit", self.inline_texts(unit))]
            }
            Measure::Share(Kept::Answered { within, days }) => {
                vec![noted("answered_within"), ("limit", within.to_string()), ("days", quoted(word_of(&DAYS, days)))]
            }
            Measure::Mean { unit } => vec![noted("mean"), ("unit", self.inline_texts(unit))],
        }
    }
}

/// The word of the file for a meaning. Every meaning has one: the tests write each of them and read it again.
fn word_of<'w, T: PartialEq>(words: &[(&'w str, T)], meaning: &T) -> &'w str {
    words.iter().find(|(_, own)| own == meaning).map_or("", |(word, _)| word)
}

/// In quotes, as TOML wants it. A text of several lines keeps to one: a fault in it then has one line, and so has its entry.
fn quoted(text: &str) -> String {
    let written = Value::from(text).to_string();
    if !written.contains(['\n', '\r']) {
        return written;
    }
    let escaped: String = text
        .chars()
        .map(|letter| match letter {
            '\n' => "\\n".to_owned(),
            '"' | '\\' => format!("\\{letter}"),
            control if control.is_control() => format!("\\u{:04X}", u32::from(control)),
            other => other.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
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
    use crate::text::Code;

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
            "a capo di Windows\r\ne avanti",
            "''' e \"\"\" insieme ''' \"\"\"\nsu due righe",
            "😀 città — più «caporali» € \u{200d}",
            "[[standards]]\ntarget = 5",
            "# non è un commento",
            "campana\u{7}, cancella\u{7f} e\u{85} avanti\n\u{1}",
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
