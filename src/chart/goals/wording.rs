//! Values of goals in their units, axes that suit them, and verdicts in words.

use super::GoalRow;
use crate::analysis::goals::MOST_NEEDED;
use crate::analysis::{Caveat, GoalFinding};
use crate::chart::Setting;
use crate::charter::{
    Coverage, Days, Dimension, Direction, Fact, Indicator, Kept, Kind, Measure, Standard, Statistic, Verdict, Why,
};
use crate::language::{decimals_apart, decimals_needed, integer, number, per_cent, percentage_decimals, say, say_with};
use crate::text::{Code, Language, Texts};

/// How the values of a goal are written: in the unit that the charter gives it, with the decimals that tell a value from the
/// target, so that "80 %" of "almeno 80 %" is never called missed.
#[derive(Clone, Debug)]
pub struct GoalUnit<'a> {
    standard: &'a Standard,
    target: f64,
    language: &'a Language,
    name: String,
}

impl<'a> GoalUnit<'a> {
    /// The unit of a standard with the target of a year; a name that lacks the reader's language is taken from the fallback.
    pub fn of(standard: &'a Standard, target: f64, setting: &Setting<'a>) -> Self {
        let name = match &standard.indicator {
            Indicator::Operational { measure: Measure::Mean { unit }, .. } => unit.get(setting.language, setting.fallback),
            _ => "",
        };
        Self { standard, target, language: setting.language, name: name.to_owned() }
    }

    /// Its name ("giorni"); empty for a share and a bare number.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A value on a base, with its unit.
    pub fn write(&self, value: f64, base: u64) -> String {
        let decimals = self.decimals(value, base);
        if self.standard.is_share() {
            return per_cent(self.language, value, decimals);
        }
        self.named(number(self.language, value, decimals))
    }

    /// The decimals that tell a value on a base from the target, no fewer than the target has: of the percentage where it is a
    /// share.
    pub fn decimals(&self, value: f64, base: u64) -> usize {
        let apart = match self.standard.is_share() {
            true => decimals_apart(value * 100.0, self.target * 100.0, percentage_decimals(base)),
            false => decimals_apart(value, self.target, self.usual()),
        };
        apart.max(self.target_decimals())
    }

    /// The target in words: "almeno 80 %".
    pub fn target(&self) -> String {
        let decimals = self.target_decimals();
        let value = match self.standard.is_share() {
            true => per_cent(self.language, self.target, decimals),
            false => self.named(number(self.language, self.target, decimals)),
        };
        say_with(self.language, self.direction_key(), &[("value", value.into())])
    }

    /// The target of a goal that was judged: "almeno 80 %", and that it was changed where that happened after it was sealed.
    pub fn promised(&self, goal: &GoalFinding) -> String {
        match self.amended(goal) {
            Some(mark) => format!("{} ({mark})", self.target()),
            None => self.target(),
        }
    }

    /// What is said of a target that was changed after it was sealed; `None` of any other.
    pub fn amended(&self, goal: &GoalFinding) -> Option<String> {
        goal.caveats.contains(&Caveat::Amended).then(|| say(self.language, "chart-amended"))
    }

    /// The direction of the target: "almeno".
    pub fn direction(&self) -> String {
        say_with(self.language, self.direction_key(), &[("value", "".into())]).trim().to_owned()
    }

    /// A target of 82,5 % keeps its decimal.
    fn target_decimals(&self) -> usize {
        let most = if self.standard.is_share() { 2 } else { self.usual() };
        decimals_needed(if self.standard.is_share() { self.target * 100.0 } else { self.target }, most)
    }

    /// An end of the axis: no more decimals than it needs.
    pub(super) fn bare(&self, value: f64) -> String {
        number(self.language, value, decimals_needed(value, self.usual()))
    }

    fn usual(&self) -> usize {
        match &self.standard.indicator {
            Indicator::Survey { statistic: Statistic::Mean, .. } => 2,
            Indicator::Administrative(Fact::SurveysHeld) => 0,
            _ => 1,
        }
    }

    fn direction_key(&self) -> &'static str {
        match self.standard.direction {
            Direction::AtLeast => "chart-at-least",
            Direction::AtMost => "chart-at-most",
        }
    }

    fn named(&self, value: String) -> String {
        if self.name.is_empty() { value } else { format!("{value}\u{a0}{}", self.name) }
    }
}

/// The ends of a goal's axis: shares from 0 to 1; else what the caller knows, an index from 0 to 100, or from 0 to a round
/// number beyond everything that must be shown.
pub(super) fn range(row: &GoalRow<'_>, finding: &GoalFinding) -> (f64, f64) {
    if finding.standard.is_share() {
        return (0.0, 1.0);
    }
    if let Some((low, high)) = row.range.filter(|(low, high)| low < high) {
        return (low, high);
    }
    if matches!(finding.standard.indicator, Indicator::Survey { statistic: Statistic::Index, .. }) {
        return (0.0, 100.0);
    }
    let shown = [
        Some(finding.target),
        finding.value,
        finding.bounds.map(|bounds| bounds.upper),
        finding.bounds.map(|bounds| bounds.lower),
        finding.previous.map(|before| before.value),
    ];
    let (low, high) =
        shown.into_iter().flatten().fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
    (if low < 0.0 { -round_up(-low * 1.15) } else { 0.0 }, round_up(high * 1.15))
}

/// The next of 1, 2, 3, 4, 5, 6, 8, 10 times a power of ten.
fn round_up(value: f64) -> f64 {
    if value <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(value.log10().floor());
    let step = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0].into_iter().find(|step| step * power >= value - 1e-9);
    step.unwrap_or(10.0) * power
}

/// How a goal is measured, in words; `item` gives what the questionnaire asks under a code.
pub fn goal_indicator(indicator: &Indicator, item: &dyn Fn(&Code) -> String, setting: &Setting<'_>) -> String {
    let language = setting.language;
    let unit_of = |unit: &Texts| unit.get(language, setting.fallback).to_owned();
    let with = |key: &str, values: &[(&str, String)]| {
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        say_with(language, &format!("goal-indicator-{key}"), &values)
    };
    match indicator {
        Indicator::Survey { item: code, statistic } => with(&statistic.code().replace('_', "-"), &[("item", item(code))]),
        Indicator::Operational { measure, .. } => match measure {
            Measure::Share(Kept::Noted) => with("share", &[]),
            Measure::Share(Kept::Open) => with("open-days", &[]),
            Measure::Share(Kept::Within { limit, unit }) => {
                with("within", &[("limit", number(language, *limit, decimals_needed(*limit, 2))), ("unit", unit_of(unit))])
            }
            Measure::Share(Kept::Answered { within, days }) => {
                let days = match days {
                    Days::Working => "goal-working-days",
                    Days::Calendar => "goal-calendar-days",
                };
                with("answered-within", &[("limit", within.to_string()), ("days", say(language, days))])
            }
            Measure::Mean { unit } => with("mean-in", &[("unit", unit_of(unit))]),
        },
        Indicator::Administrative(Fact::SurveysHeld) => with("surveys-held", &[]),
        Indicator::Administrative(Fact::ShareOfUsersHeard) => with("users-heard", &[]),
    }
}

/// Where the value of a goal comes from.
pub fn goal_source(indicator: &Indicator, language: &Language) -> String {
    let key = match indicator {
        Indicator::Survey { .. } => "goal-source-survey",
        Indicator::Operational { coverage: Coverage::Register, .. } => "goal-source-register",
        Indicator::Operational { coverage: Coverage::Sample, .. } => "goal-source-sample",
        Indicator::Administrative(_) => "goal-source-fact",
    };
    say(language, key)
}

/// The name of a dimension of quality.
pub fn goal_dimension(dimension: Dimension, language: &Language) -> String {
    let key = match dimension {
        Dimension::Accessibility => "goal-dimension-accessibility",
        Dimension::Timeliness => "goal-dimension-timeliness",
        Dimension::Transparency => "goal-dimension-transparency",
        Dimension::Effectiveness => "goal-dimension-effectiveness",
    };
    say(language, key)
}

/// The name of a kind of standard.
pub fn goal_kind(kind: Kind, language: &Language) -> String {
    let key = match kind {
        Kind::Specific => "goal-kind-specific",
        Kind::General => "goal-kind-general",
        Kind::Qualitative => "goal-kind-qualitative",
    };
    say(language, key)
}

/// The verdict in words.
pub(in crate::chart) fn verdict_words(verdict: Verdict, setting: &Setting<'_>) -> String {
    let key = match verdict {
        Verdict::Reached => "chart-reached",
        Verdict::NotReached => "chart-not-reached",
        Verdict::NotDemonstrable(_) => "chart-not-demonstrable",
    };
    say(setting.language, key)
}

/// Why a goal is not demonstrable, in words; nothing where it is decided. What decides is called answers or, where the office
/// measures, cases.
pub fn goal_reason(goal: &GoalFinding, language: &Language) -> String {
    let of_cases = if matches!(goal.standard.indicator, Indicator::Operational { .. }) { "-cases" } else { "" };
    let with = |key: &str, name: &'static str, count: u64| say_with(language, key, &[(name, integer(language, count).into())]);
    match goal.verdict {
        Verdict::NotDemonstrable(Why::NearTarget { needed }) => with(&format!("chart-why-near{of_cases}"), "needed", needed),
        Verdict::NotDemonstrable(Why::Undecidable { needed: MOST_NEEDED.. }) => {
            say(language, &format!("chart-why-never{of_cases}"))
        }
        Verdict::NotDemonstrable(Why::Undecidable { needed }) => with("chart-why-undecidable", "needed", needed),
        Verdict::NotDemonstrable(Why::BelowPlan { planned }) => with("chart-why-below-plan", "planned", planned),
        Verdict::NotDemonstrable(Why::TooFewCases { needed }) => with("chart-why-too-few", "needed", needed),
        Verdict::NotDemonstrable(Why::NotWeighed) => say(language, "chart-why-not-weighed"),
        Verdict::NotDemonstrable(Why::NotMeasured) => say(language, "chart-why-not-measured"),
        Verdict::NotDemonstrable(Why::OtherRule) => say(language, "chart-why-other-rule"),
        Verdict::Reached | Verdict::NotReached => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::trial::{days, finding, satisfied, setting};

    #[test]
    fn a_target_keeps_the_decimals_it_was_promised_with() {
        let promised = |statistic, target| {
            let item = crate::text::Code::parse("item").unwrap();
            let found = finding("", Indicator::Survey { item, statistic }, target, None, 0, Verdict::Reached);
            let english = Language::english();
            GoalUnit::of(&found.standard, found.target, &setting(&english, false)).target()
        };
        assert_eq!(promised(Statistic::SatisfiedShare, 0.8225), "at least 82.25%");
        assert_eq!(promised(Statistic::SatisfiedShare, 0.8), "at least 80%");
        assert_eq!(promised(Statistic::Mean, 4.25), "at least 4.25");
    }

    #[test]
    fn a_target_changed_after_the_sealing_says_so_wherever_it_stands() {
        let (italian, mut found) = (Language::italian(), finding("", satisfied(), 0.8, Some(0.8), 400, Verdict::Reached));
        let promised = |found: &GoalFinding| GoalUnit::of(&found.standard, 0.8, &setting(&italian, false)).promised(found);
        assert_eq!(promised(&found), "almeno 80\u{a0}%");
        found.caveats.push(Caveat::Amended);
        assert_eq!(promised(&found), "almeno 80\u{a0}% (modificato)");
        let row = crate::chart::GoalRow::of(&found, &setting(&italian, false));
        let goals = crate::chart::Goals { captions: Default::default(), rows: vec![row] };
        for picture in
            [crate::chart::goals(&goals, &setting(&italian, false)), crate::chart::glance(&goals, &setting(&italian, false))]
        {
            assert!(
                picture.svg.contains("(modificato)</text>") && picture.alternative.contains("(modificato)"),
                "{}",
                picture.svg
            );
        }
    }

    #[test]
    fn an_axis_ends_at_a_round_number() {
        for (value, end) in [(0.0, 1.0), (1.15, 2.0), (5.75, 6.0), (6.9, 8.0), (8.7, 10.0), (34.5, 40.0), (0.23, 0.3)] {
            assert!((round_up(value) - end).abs() < 1e-9, "{value}: {}", round_up(value));
        }
    }

    #[test]
    fn no_number_of_answers_decides_where_value_and_target_are_the_same() {
        let found = |indicator, why| finding("", indicator, 0.8, Some(0.8), 40, Verdict::NotDemonstrable(why));
        let reason = |needed| goal_reason(&found(satisfied(), Why::Undecidable { needed }), &Language::italian());
        let calls = goal_reason(&found(days(), Why::NearTarget { needed: 116 }), &Language::italian());
        assert!(calls.ends_with("circa 116 casi"), "{calls}");
        assert!(reason(24_000).contains("circa 24.000 risposte"));
        assert_eq!(
            reason(MOST_NEEDED),
            "valore rilevato e valore programmato quasi coincidono: nessun numero raggiungibile di risposte basterebbe a decidere"
        );
    }
}
