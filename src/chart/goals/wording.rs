//! Values of goals in their units, axes that suit them, and verdicts in words.

use super::GoalRow;
use crate::analysis::GoalFinding;
use crate::analysis::goals::MOST_NEEDED;
use crate::chart::Setting;
use crate::charter::{Direction, Fact, Indicator, Statistic, Verdict, Why};
use crate::language::{decimals_apart, decimals_needed, integer, number, per_cent, percentage_decimals, say, say_with};
use crate::text::Language;

/// The unit that a goal is measured in.
pub(super) struct Unit {
    share: bool,
    decimals: usize,
    target: f64,
    name: String,
}

impl Unit {
    pub(super) fn of(row: &GoalRow<'_>, finding: &GoalFinding) -> Self {
        let decimals = match &finding.standard.indicator {
            Indicator::Survey { statistic: Statistic::Mean, .. } => 2,
            Indicator::Administrative(Fact::SurveysHeld) => 0,
            _ => 1,
        };
        Self { share: finding.standard.is_share(), decimals, target: finding.target, name: row.unit.clone() }
    }

    /// A value with its unit, and with the decimals that tell it from the target.
    pub(super) fn write(&self, value: f64, base: u64, setting: &Setting<'_>) -> String {
        if self.share {
            let decimals = decimals_apart(value * 100.0, self.target * 100.0, percentage_decimals(base));
            return per_cent(setting.language, value, decimals);
        }
        self.named(number(setting.language, value, decimals_apart(value, self.target, self.decimals)))
    }

    /// An end of the axis: no more decimals than it needs.
    pub(super) fn bare(&self, value: f64, setting: &Setting<'_>) -> String {
        number(setting.language, value, decimals_needed(value, self.decimals))
    }

    /// The target in words: "almeno 80 %".
    pub(super) fn write_target(&self, finding: &GoalFinding, setting: &Setting<'_>) -> String {
        let value = if self.share {
            per_cent(setting.language, finding.target, decimals_needed(finding.target * 100.0, 2))
        } else {
            self.named(number(setting.language, finding.target, decimals_needed(finding.target, self.decimals)))
        };
        let key = match finding.direction {
            Direction::AtLeast => "chart-at-least",
            Direction::AtMost => "chart-at-most",
        };
        say_with(setting.language, key, &[("value", value.into())])
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

/// The verdict in words.
pub(super) fn verdict_words(verdict: Verdict, setting: &Setting<'_>) -> String {
    let key = match verdict {
        Verdict::Reached => "chart-reached",
        Verdict::NotReached => "chart-not-reached",
        Verdict::NotDemonstrable(_) => "chart-not-demonstrable",
    };
    say(setting.language, key)
}

/// Why a goal is not demonstrable, in words; nothing where it is decided.
pub fn goal_reason(verdict: Verdict, language: &Language) -> String {
    let with = |key: &str, name: &'static str, count: u64| say_with(language, key, &[(name, integer(language, count).into())]);
    match verdict {
        Verdict::NotDemonstrable(Why::NearTarget { needed }) => with("chart-why-near", "needed", needed),
        Verdict::NotDemonstrable(Why::Undecidable { needed: MOST_NEEDED.. }) => say(language, "chart-why-never"),
        Verdict::NotDemonstrable(Why::Undecidable { needed }) => with("chart-why-undecidable", "needed", needed),
        Verdict::NotDemonstrable(Why::BelowPlan { planned }) => with("chart-why-below-plan", "planned", planned),
        Verdict::NotDemonstrable(Why::TooFewCases { needed }) => with("chart-why-too-few", "needed", needed),
        Verdict::NotDemonstrable(Why::NotMeasured) => say(language, "chart-why-not-measured"),
        Verdict::Reached | Verdict::NotReached => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_at_a_round_number() {
        for (value, end) in [(0.0, 1.0), (1.15, 2.0), (5.75, 6.0), (6.9, 8.0), (8.7, 10.0), (34.5, 40.0), (0.23, 0.3)] {
            assert!((round_up(value) - end).abs() < 1e-9, "{value}: {}", round_up(value));
        }
    }

    #[test]
    fn no_number_of_answers_decides_where_value_and_target_are_the_same() {
        let reason = |needed| goal_reason(Verdict::NotDemonstrable(Why::Undecidable { needed }), &Language::italian());
        assert!(reason(24_000).contains("circa 24.000 risposte"));
        assert_eq!(
            reason(MOST_NEEDED),
            "valore rilevato e valore programmato quasi coincidono: nessun numero raggiungibile di risposte basterebbe a decidere"
        );
    }
}
