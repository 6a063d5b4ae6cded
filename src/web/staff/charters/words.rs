//! What stands in a charter, in words: how a goal is measured, what is to be reached, what changed.

use super::forms::Forms;
use crate::chart::{Format, GoalUnit, Setting, goal_dimension, goal_indicator, goal_kind, goal_source};
use crate::charter::{Charter, Difference, Direction, Head, Indicator, Part, Standard, WorkingDays};
use crate::language::{date, integer, list, say, say_with};
use crate::text::{Code, Language, Texts};
use crate::web::staff::field::language_name;
use chrono::{NaiveDate, Weekday};

/// The reader's language and, for texts that lack it, the charter's first; the questionnaires whose words stand for items.
pub(super) struct Reader<'a> {
    pub language: &'a Language,
    pub charter: &'a Charter,
    pub forms: &'a Forms,
}

impl Reader<'_> {
    /// A text of the charter.
    pub fn text(&self, texts: &Texts) -> String {
        texts.get(self.language, self.fallback()).to_owned()
    }

    fn fallback(&self) -> &Language {
        self.charter.languages.first().unwrap_or(self.language)
    }

    fn say(&self, key: &str) -> String {
        say(self.language, key)
    }

    /// How a goal is measured.
    pub fn indicator(&self, indicator: &Indicator) -> String {
        goal_indicator(indicator, &|item| self.forms.name(item, self.language), &self.setting())
    }

    fn setting(&self) -> Setting<'_> {
        Setting { language: self.language, fallback: self.fallback(), captions_drawn: false, format: Format::Page }
    }

    /// A value to reach: "almeno 80 %".
    pub fn target(&self, standard: &Standard, target: f64) -> String {
        GoalUnit::of(standard, target, &self.setting()).target()
    }

    /// The targets of single years: "nel 2027: almeno 85 %".
    pub fn targets(&self, standard: &Standard) -> Vec<String> {
        let mut years: Vec<(i32, f64)> = standard.targets.clone();
        years.sort_unstable_by_key(|(year, _)| *year);
        let line = |(year, target): (i32, f64)| {
            let values = [("year", year.to_string().into()), ("target", self.target(standard, target).into())];
            say_with(self.language, "charters-target-in", &values)
        };
        years.into_iter().map(line).collect()
    }

    /// A quality factor by its code.
    pub fn factor(&self, code: &Code) -> String {
        let factor = self.charter.factors.iter().find(|factor| factor.code == *code);
        factor.map_or_else(|| code.to_string(), |factor| self.text(&factor.label))
    }

    /// The years for which the charter is valid.
    pub fn years(&self) -> String {
        years(self.language, self.charter.valid_from, self.charter.valid_to)
    }

    /// The days on which the office works, in sentences.
    pub fn calendar(&self, days: &WorkingDays) -> Vec<String> {
        let weekdays: Vec<String> = days.weekdays.iter().map(|day| self.say(weekday_key(*day))).collect();
        let mut lines = vec![list(self.language, &weekdays)];
        if !days.local.is_empty() {
            let local: Vec<String> = days.local.iter().map(|day| self.day_of_every_year(*day)).collect();
            let values = [("days", list(self.language, &local).into())];
            lines.push(say_with(self.language, "charters-closed-every-year", &values));
        }
        if !days.closed.is_empty() {
            let closed: Vec<String> = days.closed.iter().map(|day| date(self.language, *day)).collect();
            let values = [("days", list(self.language, &closed).into())];
            lines.push(say_with(self.language, "charters-closed-once", &values));
        }
        lines
    }

    /// "24 giugno": a leap year's date without the year.
    fn day_of_every_year(&self, (month, day): (u32, u32)) -> String {
        let written = NaiveDate::from_ymd_opt(2024, month, day).map(|day| date(self.language, day)).unwrap_or_default();
        written.replace("2024", "").trim_matches([' ', ',', '\u{a0}']).to_owned()
    }
}

/// The years for which a charter is valid.
pub(in crate::web::staff) fn years(language: &Language, from: i32, to: Option<i32>) -> String {
    let values = [("from", from.to_string().into()), ("to", to.unwrap_or(from).to_string().into())];
    say_with(language, if to.is_some() { "charters-years" } else { "charters-years-open" }, &values)
}

/// The key of the name of a day of the week.
pub(super) fn weekday_key(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "weekday-monday",
        Weekday::Tue => "weekday-tuesday",
        Weekday::Wed => "weekday-wednesday",
        Weekday::Thu => "weekday-thursday",
        Weekday::Fri => "weekday-friday",
        Weekday::Sat => "weekday-saturday",
        Weekday::Sun => "weekday-sunday",
    }
}

/// One difference between two charters.
#[derive(Clone)]
pub(super) struct Change {
    /// What it is about: a promise's title, or an entry of the charter.
    pub what: String,
    /// What is different, a line each.
    pub how: Vec<String>,
    /// Whether it changes how a verdict is found.
    pub touches: bool,
}

/// The differences of a newer charter from an older, each in the words of the one that has it.
pub(super) fn changes(older: &Reader, newer: &Reader) -> Vec<Change> {
    let found = crate::charter::differences(older.charter, newer.charter);
    let touched = crate::charter::verdicts_touched(older.charter, newer.charter);
    let standard = |of: &Reader, code: &Code| of.charter.standards.iter().find(|own| own.code == *code).cloned();
    let titled = |of: &Reader, code: &Code| standard(of, code).map_or_else(|| code.to_string(), |own| of.text(&own.title));
    let say = |key: &str| newer.say(key);
    let by_calendar = newer.charter.standards.iter().any(|own| own.needs_calendar());
    let change = |difference: &Difference| match difference {
        Difference::Head(head) => {
            let (what, how) = head_words(older, newer, *head);
            Change { what, how, touches: false }
        }
        Difference::Calendar => {
            Change { what: say("charters-calendar"), how: vec![say("charters-change-calendar")], touches: by_calendar }
        }
        Difference::Factors => {
            Change { what: say("charters-factors"), how: vec![say("charters-change-factors")], touches: false }
        }
        Difference::Added(code) => Change { what: titled(newer, code), how: vec![say("charters-change-added")], touches: true },
        Difference::Removed(code) => {
            Change { what: titled(older, code), how: vec![say("charters-change-removed")], touches: true }
        }
        Difference::Changed(code, parts) => {
            let both = standard(older, code).zip(standard(newer, code));
            let how = both.map_or_else(Vec::new, |both| parts.iter().map(|part| part_words(older, newer, &both, part)).collect());
            Change { what: titled(newer, code), how, touches: touched.contains(code) }
        }
        Difference::Order => Change { what: say("charters-goals"), how: vec![say("charters-change-order")], touches: false },
    };
    found.iter().map(change).collect()
}

fn head_words(older: &Reader, newer: &Reader, head: Head) -> (String, Vec<String>) {
    let languages = |of: &Reader| of.charter.languages.iter().map(language_name).collect::<Vec<_>>().join(", ");
    let (key, value): (_, &dyn Fn(&Reader) -> String) = match head {
        Head::Code => ("charters-field-code", &|of| of.charter.code.to_string()),
        Head::Languages => ("charters-languages", &languages),
        Head::Title => ("charters-field-title", &|of| of.text(&of.charter.title)),
        Head::Act => ("charters-field-act", &|of| of.charter.act.clone()),
        Head::ApprovedOn => ("charters-field-approved_on", &|of| date(of.language, of.charter.approved_on)),
        Head::Years => ("charters-valid", &|of| of.years()),
    };
    (newer.say(key), vec![from_to(newer, value(older), value(newer))])
}

fn from_to(reader: &Reader, before: String, after: String) -> String {
    // The words of another language may be all that changed.
    if before == after {
        return reader.say("charters-change-other-language");
    }
    say_with(reader.language, "charters-change-from-to", &[("before", before.into()), ("after", after.into())])
}

fn part_words(older: &Reader, newer: &Reader, (before, after): &(Standard, Standard), part: &Part) -> String {
    let labelled = |key: &str, was: String, is: String| format!("{}: {}", newer.say(key), from_to(newer, was, is));
    let factor = |of: &Reader, standard: &Standard| {
        standard.factor.as_ref().map_or_else(|| of.say("charters-none"), |code| of.factor(code))
    };
    let perceived = |of: &Reader, standard: &Standard| {
        standard.perceived.as_ref().map_or_else(|| of.say("charters-none"), |item| of.forms.name(item, of.language))
    };
    match part {
        Part::Target(year, was, is) => {
            let both = from_to(newer, older.target(before, *was), newer.target(after, *is));
            match year {
                None => format!("{}: {both}", newer.say("charters-field-target")),
                Some(year) => {
                    let values = [("year", year.to_string().into()), ("target", both.into())];
                    say_with(newer.language, "charters-target-in", &values)
                }
            }
        }
        Part::Direction => {
            let word = |direction| newer.say(direction_key(direction));
            labelled("charters-field-direction", word(before.direction), word(after.direction))
        }
        Part::Indicator => {
            let whole = |of: &Reader, standard: &Standard| {
                format!("{} ({})", of.indicator(&standard.indicator), goal_source(&standard.indicator, of.language))
            };
            labelled("charters-measured", whole(older, before), whole(newer, after))
        }
        Part::MinimumBase(was, is) => {
            labelled("charters-field-minimum_base", integer(newer.language, *was), integer(newer.language, *is))
        }
        Part::Factor => labelled("charters-field-factor", factor(older, before), factor(newer, after)),
        Part::Dimension => {
            let word = |standard: &Standard| goal_dimension(standard.dimension, newer.language);
            labelled("charters-field-dimension", word(before), word(after))
        }
        Part::Kind => {
            let word = |standard: &Standard| goal_kind(standard.kind, newer.language);
            labelled("charters-field-kind", word(before), word(after))
        }
        Part::Perceived => labelled("charters-field-perceived", perceived(older, before), perceived(newer, after)),
        Part::Words => newer.say("charters-change-words"),
    }
}

/// The key of a direction's name.
pub(super) fn direction_key(direction: Direction) -> &'static str {
    match direction {
        Direction::AtLeast => "charters-at-least",
        Direction::AtMost => "charters-at-most",
    }
}
