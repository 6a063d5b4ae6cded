//! How a standard of a charter file is measured, and which targets its indicator can have.

use crate::charter::{Coverage, Days, Direction, Fact, Indicator, Kept, Measure, Statistic};
use crate::fault::Said;
use crate::fault::typed::{Entries, Source, Typed};
use crate::text::Language;

pub(super) const HINT: &str = "fault-hint-indicator";

pub(super) const STATISTICS: [(&str, Statistic); 4] = [
    ("satisfied_share", Statistic::SatisfiedShare),
    ("top_two_share", Statistic::TopTwoShare),
    ("mean", Statistic::Mean),
    ("index", Statistic::Index),
];

pub(super) const FACTS: [(&str, Fact); 2] =
    [("surveys_held", Fact::SurveysHeld), ("share_of_users_heard", Fact::ShareOfUsersHeard)];

pub(super) const COVERAGES: [(&str, Coverage); 2] = [("register", Coverage::Register), ("sample", Coverage::Sample)];

pub(super) const DAYS: [(&str, Days); 2] = [("working", Days::Working), ("calendar", Days::Calendar)];

/// The words of the file for what is noted of each case.
#[derive(Clone, Copy)]
enum Noted {
    Kept,
    Value,
    Open,
    Answer,
    Mean,
}

const NOTED: [(&str, Noted); 5] = [
    ("share", Noted::Kept),
    ("within", Noted::Value),
    ("open_days", Noted::Open),
    ("answered_within", Noted::Answer),
    ("mean", Noted::Mean),
];

pub(super) fn read_indicator(source: &Source<'_>, entries: Entries<'_>, languages: &[Language]) -> Option<Indicator> {
    let named = ["survey", "operational", "fact"].into_iter().filter(|key| entries.has(key)).count();
    if named != 1 {
        let message = if named == 0 { "fault-unmeasured" } else { "fault-measured-twice" };
        source.fault(entries.range(), message, HINT);
        return None;
    }
    let indicator = if entries.has("survey") {
        let item = entries.code("survey").map(|typed| typed.value);
        let statistic = entries.required_word("statistic", &STATISTICS).map(|typed| typed.value);
        item.zip(statistic).map(|(item, statistic)| Indicator::Survey { item, statistic })
    } else if entries.has("operational") {
        read_operational(&entries, languages)
    } else {
        entries.word("fact", &FACTS).map(|typed| Indicator::Administrative(typed.value))
    };
    entries.finish();
    indicator
}

fn read_operational(entries: &Entries<'_>, languages: &[Language]) -> Option<Indicator> {
    let noted = entries.word("operational", &NOTED);
    let coverage = entries.required_word("coverage", &COVERAGES);
    let measure = match noted?.value {
        Noted::Kept => Measure::Share(Kept::Noted),
        Noted::Open => Measure::Share(Kept::Open),
        Noted::Value => {
            let unit = entries.required_texts("unit", languages);
            Measure::Share(Kept::Within { limit: read_limit(entries)?, unit })
        }
        Noted::Answer => {
            if !entries.has("limit") {
                entries.missing("limit", "fault-hint-add-limit");
            }
            let days = entries.required_word("days", &DAYS);
            let within = entries.integer_between("limit", 0, 3_650)?.value as u32;
            Measure::Share(Kept::Answered { within, days: days?.value })
        }
        Noted::Mean => Measure::Mean { unit: entries.required_texts("unit", languages) },
    };
    Some(Indicator::Operational { measure, coverage: coverage?.value })
}

fn read_limit(entries: &Entries<'_>) -> Option<f64> {
    if !entries.has("limit") {
        entries.missing("limit", "fault-hint-add-limit");
    }
    let limit = entries.number("limit")?;
    if limit.value < 0.0 {
        let message = Said::new("fault-limit-negative").with("value", limit.value);
        entries.source().fault(limit.range, message, "fault-hint-add-limit");
        return None;
    }
    Some(limit.value)
}

/// Refuses a target outside what the indicator can be, and one that says nothing because every value keeps it. Warns of a promise
/// without exception measured by a sample: no sample shows that all cases keep it.
pub(super) fn refuse_unfit_target(source: &Source<'_>, indicator: &Indicator, direction: Direction, target: &Typed<f64>) {
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
        return;
    }
    let is_always_kept = match direction {
        Direction::AtLeast => target.value <= *range.start(),
        Direction::AtMost => target.value >= *range.end(),
    };
    let only_all = match direction {
        Direction::AtLeast => target.value >= *range.end(),
        Direction::AtMost => target.value <= *range.start(),
    };
    if is_always_kept && !matches!(indicator, Indicator::Administrative(Fact::SurveysHeld)) {
        let message = Said::new("fault-target-empty").with("value", target.value);
        source.fault(target.range.clone(), message, "fault-hint-target-empty");
    } else if only_all && is_estimated(indicator) {
        let message = Said::new("fault-target-undemonstrable").with("value", target.value);
        source.warn(target.range.clone(), message, "fault-hint-target-undemonstrable");
    }
}

fn is_estimated(indicator: &Indicator) -> bool {
    matches!(indicator, Indicator::Survey { .. } | Indicator::Operational { coverage: Coverage::Sample, .. })
}
