//! One promise as it is typed in fields: read, and written into them again.

use super::fault::{entry_of, fault_at_field};
use super::typed::{TypedFields, write_number, write_share};
use crate::charter::{Coverage, Days, Dimension, Direction, Fact, Indicator, Kept, Kind, Measure, Standard, Statistic};
use crate::fault::Fault;
use crate::text::{Code, Language, Texts};
use crate::web::staff::field::{Mistake, in_language};
use crate::web::staff::posted::Posted;

/// The ways to measure, as one choice.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Asked(Statistic),
    Noted,
    Within,
    Answered,
    Open,
    Mean,
    Known(Fact),
}

pub(super) const WAYS: [(&str, Way); 11] = [
    ("satisfied_share", Way::Asked(Statistic::SatisfiedShare)),
    ("top_two_share", Way::Asked(Statistic::TopTwoShare)),
    ("mean", Way::Asked(Statistic::Mean)),
    ("index", Way::Asked(Statistic::Index)),
    ("share", Way::Noted),
    ("within", Way::Within),
    ("answered_within", Way::Answered),
    ("open_days", Way::Open),
    ("operational_mean", Way::Mean),
    ("surveys_held", Way::Known(Fact::SurveysHeld)),
    ("share_of_users_heard", Way::Known(Fact::ShareOfUsersHeard)),
];

pub(super) const DIMENSIONS: [(&str, Dimension); 4] = [
    ("accessibility", Dimension::Accessibility),
    ("timeliness", Dimension::Timeliness),
    ("transparency", Dimension::Transparency),
    ("effectiveness", Dimension::Effectiveness),
];

pub(super) const KINDS: [(&str, Kind); 3] =
    [("general", Kind::General), ("specific", Kind::Specific), ("qualitative", Kind::Qualitative)];

pub(super) const DIRECTIONS: [(&str, Direction); 2] = [("at-least", Direction::AtLeast), ("at-most", Direction::AtMost)];

pub(super) const COVERAGES: [(&str, Coverage); 2] = [("register", Coverage::Register), ("sample", Coverage::Sample)];

pub(super) const DAYS: [(&str, Days); 2] = [("working-days", Days::Working), ("calendar-days", Days::Calendar)];

/// The texts that a promise has in every language.
const TEXTS: [&str; 4] = ["title", "promise", "formula", "redress"];
/// The most years with a target of their own that a page has fields for: all that a charter may name.
const MOST_YEARS: usize = 211;

/// Reads a promise, or tells everything that is wrong with it.
pub(super) fn read(posted: &Posted, language: &Language, languages: &[Language]) -> Result<Standard, Vec<Mistake>> {
    let mut typed = TypedFields { posted, language, languages, mistakes: Vec::new() };
    let code = typed.code("code");
    let [title, promise] = ["title", "promise"].map(|name| typed.texts(name, true));
    let [formula, redress] = ["formula", "redress"].map(|name| typed.texts(name, false));
    let dimension = typed.word("dimension", &DIMENSIONS);
    let kind = typed.word("kind", &KINDS);
    let direction = typed.word("direction", &DIRECTIONS);
    let indicator = read_indicator(&mut typed);
    let is_share = indicator.as_ref().map(Indicator::is_share);
    let target = is_share.and_then(|is_share| typed.target("target", is_share));
    let targets = is_share.map(|is_share| read_years(&mut typed, is_share)).unwrap_or_default();
    let minimum_base = read_base(&mut typed, indicator.as_ref());
    let optional = |field: &str| Code::parse(posted.value(field));
    let (factor, perceived) = (optional("factor"), optional("perceived"));
    let standard = || {
        Some(Standard {
            factor,
            title,
            promise,
            formula,
            redress,
            dimension: dimension?,
            kind: kind?,
            direction: direction?,
            // An item asked about is its own perception: what stood there before is no longer needed.
            perceived: perceived
                .filter(|_| matches!(indicator, Some(Indicator::Operational { .. } | Indicator::Administrative(_)))),
            target: target?,
            targets,
            minimum_base: minimum_base?,
            ..Standard::of(code?, indicator?, 0.0)
        })
    };
    match standard() {
        Some(standard) if typed.mistakes.is_empty() => Ok(standard),
        _ => Err(typed.mistakes),
    }
}

fn read_indicator(typed: &mut TypedFields) -> Option<Indicator> {
    let coverage = typed.word("coverage", &COVERAGES);
    let operational = |measure| Some(Indicator::Operational { measure, coverage: coverage? });
    match typed.word("measure", &WAYS)? {
        Way::Asked(statistic) => {
            let item = Code::parse(typed.posted.value("item"));
            if item.is_none() {
                typed.refuse("item", "charters-no-item");
            }
            Some(Indicator::Survey { item: item?, statistic })
        }
        Way::Noted => operational(Measure::Share(Kept::Noted)),
        Way::Open => operational(Measure::Share(Kept::Open)),
        Way::Within => {
            let (limit, unit) = (typed.number("limit"), typed.texts("unit", true));
            operational(Measure::Share(Kept::Within { limit: limit?, unit }))
        }
        Way::Answered => {
            let (limit, days) = (typed.whole("limit"), typed.word("days", &DAYS));
            let within = u32::try_from(limit?).ok()?;
            operational(Measure::Share(Kept::Answered { within, days: days? }))
        }
        Way::Mean => {
            let unit = typed.texts("unit", true);
            operational(Measure::Mean { unit })
        }
        Way::Known(fact) => Some(Indicator::Administrative(fact)),
    }
}

/// The targets of single years; a row left empty is none.
fn read_years(typed: &mut TypedFields, is_share: bool) -> Vec<(i32, f64)> {
    let mut targets: Vec<(i32, f64)> = Vec::new();
    for number in 1..=MOST_YEARS {
        let [year, target] = ["year", "year_target"].map(|name| format!("{name}_{number}"));
        if [&year, &target].iter().all(|field| typed.posted.value(field).is_empty()) {
            continue;
        }
        let (read_year, value) = (typed.year(&year), typed.target(&target, is_share));
        match read_year.zip(value) {
            Some((own, _)) if targets.iter().any(|(other, _)| *other == own) => typed.refuse(&year, "charters-year-twice"),
            Some(pair) => targets.push(pair),
            None => {}
        }
    }
    targets
}

fn read_base(typed: &mut TypedFields, indicator: Option<&Indicator>) -> Option<u64> {
    if !typed.posted.value("minimum_base").is_empty() {
        return typed.whole("minimum_base");
    }
    indicator.map(crate::charter::usual_base)
}

/// A promise as if it had just been typed.
pub(super) fn as_typed(standard: &Standard, language: &Language) -> Posted {
    let mut posted = Posted::default();
    let mut put = |name: &str, value: String| posted.put(name, value);
    put("code", standard.code.to_string());
    for (name, texts) in TEXTS.iter().zip([&standard.title, &standard.promise, &standard.formula, &standard.redress]) {
        put_texts(&mut put, name, texts);
    }
    put("factor", standard.factor.as_ref().map(ToString::to_string).unwrap_or_default());
    put("perceived", standard.perceived.as_ref().map(ToString::to_string).unwrap_or_default());
    put("dimension", word(&DIMENSIONS, standard.dimension));
    put("kind", word(&KINDS, standard.kind));
    put("direction", word(&DIRECTIONS, standard.direction));
    put_indicator(&mut put, &standard.indicator, language);
    let value = |target: f64| match standard.is_share() {
        true => write_share(language, target),
        false => write_number(language, target),
    };
    put("target", value(standard.target));
    for (at, (year, target)) in standard.targets.iter().enumerate() {
        put(&format!("year_{}", at + 1), year.to_string());
        put(&format!("year_target_{}", at + 1), value(*target));
    }
    put("minimum_base", standard.minimum_base.to_string());
    put("was", standard.code.to_string());
    posted
}

fn put_indicator(put: &mut impl FnMut(&str, String), indicator: &Indicator, language: &Language) {
    let way = match indicator {
        Indicator::Survey { item, statistic } => {
            put("item", item.to_string());
            Way::Asked(*statistic)
        }
        Indicator::Operational { measure, coverage } => {
            put("coverage", word(&COVERAGES, *coverage));
            match measure {
                Measure::Share(Kept::Noted) => Way::Noted,
                Measure::Share(Kept::Open) => Way::Open,
                Measure::Share(Kept::Within { limit, unit }) => {
                    put("limit", write_number(language, *limit));
                    put_texts(put, "unit", unit);
                    Way::Within
                }
                Measure::Share(Kept::Answered { within, days }) => {
                    put("limit", within.to_string());
                    put("days", word(&DAYS, *days));
                    Way::Answered
                }
                Measure::Mean { unit } => {
                    put_texts(put, "unit", unit);
                    Way::Mean
                }
            }
        }
        Indicator::Administrative(fact) => Way::Known(*fact),
    };
    put("measure", word(&WAYS, way));
}

fn put_texts(put: &mut impl FnMut(&str, String), name: &str, texts: &Texts) {
    for (language, text) in texts.iter() {
        put(&in_language(name, language), text.to_owned());
    }
}

fn word<T: PartialEq>(words: &[(&str, T)], meaning: T) -> String {
    words.iter().find(|(_, own)| *own == meaning).map_or_else(String::new, |(word, _)| (*word).to_owned())
}

/// How many rows of years were typed.
pub(super) fn years_typed(posted: &Posted) -> usize {
    let is_typed =
        |number: &usize| ["year", "year_target"].iter().any(|name| !posted.value(&format!("{name}_{number}")).is_empty());
    (1..=MOST_YEARS).rev().find(is_typed).unwrap_or(0)
}

/// What the reader of the file says of a promise, at the field where it was typed.
pub(super) fn mistake(fault: &Fault, posted: &Posted, language: &Language, first: &Language) -> Mistake {
    let entry = entry_of(fault);
    let field = match entry.split_once('.') {
        Some((name, own)) => format!("{name}_{own}"),
        None if TEXTS.contains(&entry) => in_language(entry, first),
        None => match (entry, fault.message.key) {
            ("indicator", "fault-limit-negative" | "fault-not-between") => "limit".to_owned(),
            ("indicator", _) => "measure".to_owned(),
            ("targets", _) => field_of_year(fault, posted),
            _ => entry.to_owned(),
        },
    };
    Mistake { field, words: fault_at_field(language, fault) }
}

/// The row of the year that a fault marks in `targets = { 2026 = 0.8, 2027 = 9 }`.
fn field_of_year(fault: &Fault, posted: &Posted) -> String {
    let before: String = fault.source.chars().take(fault.column - 1).collect();
    let year = before.rsplit(['{', ',']).next().unwrap_or_default().trim_end_matches(['=', ' ']).trim().to_owned();
    let row = (1..=MOST_YEARS).find(|number| posted.value(&format!("year_{number}")) == year);
    format!("year_target_{}", row.unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::{self, Charter};
    use crate::form::catalog;

    fn charters() -> [Charter; 2] {
        let univer = include_str!("../../../../tests/fixtures/univer-charter.toml");
        [&catalog::charter("carta-urp").unwrap(), univer].map(|source| charter::parse("c", source).unwrap())
    }

    #[test]
    fn what_is_shown_in_the_fields_and_sent_back_changes_nothing() {
        for charter in charters() {
            for standard in &charter.standards {
                for language in crate::language::complete() {
                    let posted = as_typed(standard, language);
                    assert_eq!(read(&posted, language, &charter.languages).as_ref(), Ok(standard));
                }
            }
        }
    }

    #[test]
    fn a_target_without_its_year_keeps_its_row() {
        let fields = vec![("year_target_3".to_owned(), "80".to_owned())];
        assert_eq!(years_typed(&Posted { fields, files: Vec::new() }), 3);
    }

    #[test]
    fn an_empty_page_says_all_that_it_needs() {
        let [charter, _] = charters();
        let mistakes = read(&Posted::default(), &Language::italian(), &charter.languages).unwrap_err();
        let fields: Vec<&str> = mistakes.iter().map(|mistake| mistake.field.as_str()).collect();
        assert_eq!(fields, ["code", "title_it", "promise_it", "item"]);
    }

    /// Where the reader's faults of a charter with this promise at its end stand on the page.
    fn fields_at_fault(charter: &Charter, change: impl FnOnce(&mut Standard)) -> Vec<(String, String)> {
        let mut charter = charter.clone();
        let mut standard = charter.standards[0].clone();
        standard.code = Code::parse("another").unwrap();
        change(&mut standard);
        let posted = as_typed(&standard, &Language::italian());
        charter.standards.push(standard);
        let faults = charter::parse("c", &charter::write(&charter)).unwrap_err();
        let (italian, first) = (Language::italian(), &charter.languages[0]);
        faults.iter().map(|fault| mistake(fault, &posted, &italian, first)).map(|own| (own.field, own.words)).collect()
    }

    #[test]
    fn what_the_file_refuses_is_told_at_its_field_and_not_in_words_of_the_file() {
        let [mut shipped, _] = charters();
        let year = fields_at_fault(&shipped, |own| own.targets = vec![(2025, 0.5), (2027, 9.0)]);
        assert_eq!((year.len(), year[0].0.as_str()), (1, "year_target_2"));
        let long = fields_at_fault(&shipped, |own| own.redress = Texts::one(Language::italian(), "a".repeat(5_000)));
        assert_eq!(long[0].0, "redress_it");
        shipped.calendar = None;
        shipped.standards.retain(|own| !own.needs_calendar());
        let open = Indicator::Operational { measure: Measure::Share(Kept::Open), coverage: Coverage::Register };
        let counted = fields_at_fault(&shipped, |own| own.indicator = open);
        assert_eq!(counted[0].0, "measure");
        assert!(counted[0].1.contains("giorni lavorativi") && !counted[0].1.contains("[calendar]"), "{}", counted[0].1);
    }
}
