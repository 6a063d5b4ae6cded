//! Goals as bullets: what was found, how sure it is, what was promised, and the verdict in words; one row a goal.

mod draw;
mod wording;

use super::furniture::finish;
use super::{Captions, Datum, Exact, Format, Picture, Setting};
use crate::analysis::{Comparability, GoalFinding};
use crate::charter::{Direction, Verdict, Why};
use crate::language::{integer, percentage, say, say_with};

pub(super) use draw::draw_sign;
pub(super) use wording::verdict_words;
pub use wording::{GoalUnit, goal_dimension, goal_indicator, goal_kind, goal_reason, goal_source};

/// The goals of a charter.
#[derive(Clone, Debug, PartialEq)]
pub struct Goals<'a> {
    /// The words around it.
    pub captions: Captions,
    /// The goals in the order of the charter. Shares are drawn first, on one axis; other units follow, each on its own.
    pub rows: Vec<GoalRow<'a>>,
}

/// One goal.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalRow<'a> {
    /// What was promised, in a few words.
    pub label: String,
    /// The least and the most a value can be, where it is no share and they are known (1 and 5 for a mean on five points).
    pub range: Option<(f64, f64)>,
    /// How its item may be compared with the year before, where that is known.
    pub comparability: Option<Comparability>,
    /// What was found, after suppression.
    pub finding: &'a GoalFinding,
}

impl<'a> GoalRow<'a> {
    /// A goal after suppression under the title that the charter gives it, without a range.
    pub fn of(finding: &'a GoalFinding, setting: &Setting<'_>) -> Self {
        let label = finding.standard.title.get(setting.language, setting.fallback).to_owned();
        Self { label, range: None, comparability: None, finding }
    }

    /// What was found the year before, with its caveat, or why it is not compared; empty where there is nothing to say.
    fn previous(&self, unit: &GoalUnit<'_>, setting: &Setting<'_>) -> String {
        match (self.finding.previous, self.comparability) {
            (Some(before), Some(Comparability::Reworded)) => {
                format!("{}, {}", unit.write(before.value, before.base), say(setting.language, "chart-reworded"))
            }
            (Some(before), _) => unit.write(before.value, before.base),
            (None, Some(Comparability::ScaleChanged)) => say(setting.language, "chart-other-scale"),
            (None, _) => String::new(),
        }
    }
}

/// A row ready to draw: places on its axis, and words.
struct Line {
    label: String,
    /// Under the label: last year's value, or why it is not there.
    previous: String,
    axis: Axis,
    /// In place of a point, where there is none.
    words: String,
    verdict: (Verdict, String),
    reason: String,
    base: String,
}

/// An axis with what stands on it, as parts of its length from 0 to 1.
struct Axis {
    /// The ends in words, where the axis is the row's own.
    ends: Option<(String, String)>,
    target: (f64, String),
    direction: Direction,
    found: Option<(f64, String)>,
    interval: Option<(f64, f64)>,
    previous: Option<f64>,
}

/// Draws goals.
pub fn goals(goals: &Goals<'_>, setting: &Setting<'_>) -> Picture {
    let (shares, others): (Vec<&GoalRow<'_>>, Vec<&GoalRow<'_>>) =
        goals.rows.iter().partition(|row| row.finding.standard.is_share());
    let lines = |rows: &[&GoalRow<'_>]| rows.iter().map(|row| line(row, setting)).collect::<Vec<_>>();
    let alternative = alternative(goals, setting);
    let (sheet, y) = draw::draw(&goals.captions, &lines(&shares), &lines(&others), setting);
    let rows = shares.iter().chain(&others).map(|row| table_row(row, setting)).collect();
    finish(sheet, y, &goals.captions, alternative, (table_columns(setting), rows), setting)
}

fn line(row: &GoalRow<'_>, setting: &Setting<'_>) -> Line {
    let language = setting.language;
    let finding = row.finding;
    let unit = GoalUnit::of(&finding.standard, finding.target, setting);
    let few = finding.is_on_few();
    let previous = row.previous(&unit, setting);
    let words = match (few, finding.value, finding.verdict) {
        (true, _, _) => say_with(language, "chart-goal-few", &[("count", finding.base.into())]),
        (false, Some(_), _) => String::new(),
        // Suppression has taken the value away.
        (false, None, Verdict::NotDemonstrable(Why::TooFewCases { .. })) => say(language, "chart-suppressed"),
        (false, None, _) => say(language, "chart-not-measured"),
    };
    Line {
        label: row.label.clone(),
        previous: match previous.as_str() {
            "" => String::new(),
            value => say_with(language, "chart-previous", &[("value", value.into())]),
        },
        axis: axis(row, finding, &unit, few, setting),
        words,
        verdict: (finding.verdict, verdict_words(finding.verdict, setting)),
        reason: goal_reason(finding, language),
        base: if finding.base > 0 { integer(language, finding.base) } else { String::new() },
    }
}

fn axis(row: &GoalRow<'_>, finding: &GoalFinding, unit: &GoalUnit<'_>, few: bool, setting: &Setting<'_>) -> Axis {
    let (low, high) = wording::range(row, finding);
    let place = |value: f64| ((value - low) / (high - low)).clamp(0.0, 1.0);
    let found = finding.value.filter(|_| !few);
    Axis {
        ends: match (finding.standard.is_share(), setting.format) {
            (false, _) => Some((unit.bare(low), unit.bare(high))),
            // Where rows are high, one axis for all would be out of sight.
            (true, Format::Phone) => Some([low, high].map(|end| percentage(setting.language, end, 0)).into()),
            (true, Format::Page) => None,
        },
        target: (place(finding.target), unit.promised(finding)),
        direction: finding.standard.direction,
        found: found.map(|value| (place(value), unit.write(value, finding.base))),
        interval: found.and(finding.bounds).map(|bounds| (place(bounds.lower), place(bounds.upper))),
        previous: finding.previous.map(|before| place(before.value)),
    }
}

fn alternative(goals: &Goals<'_>, setting: &Setting<'_>) -> String {
    let language = setting.language;
    let verdicts = || goals.rows.iter().map(|row| row.finding.verdict);
    let count = |wanted: fn(Verdict) -> bool| (verdicts().filter(|verdict| wanted(*verdict)).count() as u64).into();
    let mut parts = Vec::new();
    if goals.rows.len() > 1 {
        let about = say_with(
            language,
            "chart-goals-about",
            &[
                ("reached", count(|verdict| verdict == Verdict::Reached)),
                ("missed", count(|verdict| verdict == Verdict::NotReached)),
                ("open", count(|verdict| matches!(verdict, Verdict::NotDemonstrable(_)))),
            ],
        );
        // A report's title may say just this.
        if about.trim_end_matches('.') != goals.captions.title.trim_end_matches('.') {
            parts.push(about);
        }
    }
    let items: Vec<String> = goals.rows.iter().map(|row| sentence(row, setting)).collect();
    if !items.is_empty() {
        parts.push(format!("{}.", items.join("; ")));
    }
    goals.captions.before(&parts.join(" "))
}

fn sentence(row: &GoalRow<'_>, setting: &Setting<'_>) -> String {
    let language = setting.language;
    let finding = row.finding;
    let line = line(row, setting);
    let unit = GoalUnit::of(&finding.standard, finding.target, setting);
    let reason = if line.reason.is_empty() { String::new() } else { format!(", {}", line.reason) };
    let found = line.axis.found.map(|(_, value)| value);
    // What stands in place of a value has said the base already.
    let key = if finding.base > 0 && found.is_some() { "chart-goal-item-based" } else { "chart-goal-item" };
    let value = found.unwrap_or(line.words);
    let verdict = format!("{}{reason}", verdict_words(finding.verdict, setting).to_lowercase());
    say_with(
        language,
        key,
        &[
            ("label", row.label.clone().into()),
            ("value", value.into()),
            ("target", unit.promised(finding).into()),
            ("verdict", verdict.into()),
            ("base", line.base.into()),
        ],
    )
}

const TABLE: [&str; 8] = [
    "chart-goal",
    "chart-target-heading",
    "chart-found",
    "chart-interval",
    "chart-base-heading",
    "chart-previous-heading",
    "chart-verdict-heading",
    "chart-reason-heading",
];

fn table_columns(setting: &Setting<'_>) -> Vec<String> {
    TABLE.iter().map(|key| say(setting.language, key)).collect()
}

fn table_row(row: &GoalRow<'_>, setting: &Setting<'_>) -> Vec<Datum> {
    let finding = row.finding;
    let unit = GoalUnit::of(&finding.standard, finding.target, setting);
    let few = finding.is_on_few();
    let write = |value: f64| unit.write(value, finding.base);
    // Beside a unit in words the text is no number.
    let exact = |value: f64| match finding.standard.is_share() {
        true => Some(Exact::Share(value)),
        false => unit.name().is_empty().then_some(Exact::Real(value)),
    };
    let line = line(row, setting);
    let interval = finding.bounds.filter(|_| !few);
    let interval = interval.map(|bounds| format!("{} \u{2013} {}", write(bounds.lower), write(bounds.upper)));
    vec![
        Datum::words(&row.label),
        Datum::words(unit.promised(finding)),
        finding
            .value
            .filter(|_| !few)
            .map_or(Datum::words(line.words), |value| Datum { text: write(value), exact: exact(value) }),
        Datum::words(interval.unwrap_or_default()),
        Datum { text: line.base, exact: (finding.base > 0).then_some(Exact::Count(finding.base)) },
        Datum { text: row.previous(&unit, setting), exact: finding.previous.and_then(|before| exact(before.value)) },
        Datum::words(verdict_words(finding.verdict, setting)),
        Datum::words(line.reason),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::png;
    use crate::chart::trial::{finding, goal_findings, satisfied, setting};
    use crate::charter::Indicator;
    use crate::text::Language;

    fn goal(captions: Captions, row: GoalRow<'_>, setting: &Setting<'_>) -> Picture {
        goals(&Goals { captions, rows: vec![row] }, setting)
    }

    #[test]
    fn every_goal_says_its_verdict_in_words_with_the_reason() {
        let (italian, findings) = (Language::italian(), goal_findings());
        let setting = setting(&italian, false);
        let rows = findings.iter().map(|finding| GoalRow::of(finding, &setting)).collect();
        let picture = goals(&Goals { captions: Captions::default(), rows }, &setting);
        assert_eq!(picture.rows.len(), findings.len());
        assert_eq!(
            picture.rows[0][1..],
            ["almeno 70\u{a0}%", "77\u{a0}%", "73\u{a0}% \u{2013} 81\u{a0}%", "412", "72\u{a0}%", "Raggiunto", ""]
        );
        assert_eq!(
            picture.rows[2][6..],
            ["Non dimostrabile", "vicino al valore programmato: per decidere servirebbero circa 1.412 risposte"]
        );
        assert_eq!(picture.rows[6][1..3], ["al massimo 3\u{a0}giorni", "3,6\u{a0}giorni"]);
        assert_eq!(picture.svg.matches(">Non raggiunto</text>").count(), 2);
        assert!(
            picture.alternative.starts_with("Obiettivi raggiunti: 2; non raggiunti: 2; non dimostrabili: 4. Soddisfazione"),
            "{}",
            picture.alternative
        );
    }

    #[test]
    fn a_value_just_beside_its_target_is_told_from_it() {
        let italian = Language::italian();
        let setting = setting(&italian, false);
        let of = |target, value| {
            let found = finding("Apertura", satisfied(), target, Some(value), 250, Verdict::NotReached);
            goals(&Goals { captions: Captions::default(), rows: vec![GoalRow::of(&found, &setting)] }, &setting).rows[0][1..3]
                .to_vec()
        };
        assert_eq!(of(1.0, 0.996), ["almeno 100\u{a0}%", "99,6\u{a0}%"]);
        assert_eq!(of(0.8, 0.798), ["almeno 80\u{a0}%", "79,8\u{a0}%"]);
        assert_eq!(of(0.8, 0.8), ["almeno 80\u{a0}%", "80\u{a0}%"]);
        assert_eq!(of(0.825, 0.825), ["almeno 82,5\u{a0}%", "82,5\u{a0}%"], "not 83 %, which would be above it");
    }

    #[test]
    fn a_goal_on_few_answers_shows_no_percentage_and_no_interval() {
        let italian = Language::italian();
        let setting = setting(&italian, false);
        let few =
            finding("Parcheggio", satisfied(), 0.6, Some(0.5), 18, Verdict::NotDemonstrable(Why::TooFewCases { needed: 30 }));
        let picture = goal(Captions::default(), GoalRow::of(&few, &setting), &setting);
        assert!(
            !picture.svg.contains(">50\u{a0}%<") || picture.svg.matches(">50\u{a0}%<").count() == 1,
            "only the axis says 50 %"
        );
        assert!(picture.svg.contains("solo 18 risposte, nessuna percentuale"));
        assert_eq!(picture.rows[0][2..4], ["solo 18 risposte, nessuna percentuale", ""]);
    }

    #[test]
    fn a_year_before_that_asked_otherwise_is_said_to() {
        let italian = Language::italian();
        let setting = setting(&italian, false);
        let of = |previous, comparability| {
            let found = crate::analysis::GoalFinding {
                previous,
                ..finding("Cortesia", satisfied(), 0.6, Some(0.7), 412, Verdict::Reached)
            };
            let row = GoalRow { comparability: Some(comparability), ..GoalRow::of(&found, &setting) };
            let picture = goal(Captions::default(), row, &setting);
            (picture.rows[0][5].text.clone(), picture.svg)
        };
        let (told, svg) = of(None, Comparability::ScaleChanged);
        assert_eq!(told, "altra scala, non confrontabile");
        assert!(svg.contains(">anno precedente: altra"), "{svg}");
        let before = crate::analysis::PreviousGoal { value: 0.72, base: 380, verdict: Verdict::Reached };
        assert_eq!(of(Some(before), Comparability::Reworded).0, "72\u{a0}%, domanda riformulata");
        assert_eq!(of(Some(before), Comparability::Same).0, "72\u{a0}%");
    }

    #[test]
    fn what_suppression_took_away_is_said_to_be_withheld() {
        let italian = Language::italian();
        let setting = setting(&italian, false);
        let hidden = finding("Parcheggio", satisfied(), 0.6, None, 0, Verdict::NotDemonstrable(Why::TooFewCases { needed: 30 }));
        let picture = goal(Captions::default(), GoalRow::of(&hidden, &setting), &setting);
        assert!(picture.svg.contains("Dati non pubblicati"), "{}", picture.svg);
    }

    #[test]
    fn a_value_beyond_its_axis_stays_on_the_picture() {
        let italian = Language::italian();
        let setting = setting(&italian, false);
        let mean =
            Indicator::Survey { item: crate::text::Code::parse("item").unwrap(), statistic: crate::charter::Statistic::Mean };
        let wild = finding("Media", mean, 4.0, Some(9.5), 100, Verdict::Reached);
        let row = GoalRow { range: Some((1.0, 5.0)), ..GoalRow::of(&wild, &setting) };
        let picture = goal(Captions::default(), row, &setting);
        assert!(png(&picture.svg, 0.2).is_ok() && picture.svg.contains(">9,50</text>"), "{}", picture.svg);
    }
}
