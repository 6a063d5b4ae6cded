//! What is promised: the service charter, its standards, and when a goal counts as reached.

mod difference;
mod file;
mod languages;
pub mod register;
mod verdict;
mod working_days;

pub use difference::{Difference, Head, Part, differences, verdicts_touched};
pub use file::{Reading, parse, read, usual_base, write};
pub use verdict::{Bounds, Verdict, Why, judge};
pub use working_days::{WorkingDays, easter, is_national_holiday};

use crate::text::{Code, Language, Texts};
use chrono::NaiveDate;

/// A service charter in one version. Made only by parsing a charter file.
#[derive(Clone, Debug, PartialEq)]
pub struct Charter {
    /// Its name in files.
    pub code: Code,
    /// The languages it is written in; the first is the fallback.
    pub languages: Vec<Language>,
    /// Its title.
    pub title: Texts,
    /// The approving act ("Deliberazione n. 12").
    pub act: String,
    /// When it was approved.
    pub approved_on: NaiveDate,
    /// The first year it is valid for.
    pub valid_from: i32,
    /// The last year, where it has one.
    pub valid_to: Option<i32>,
    /// Which days the office works, where it says: what promises of opening days and of working days are counted by.
    pub calendar: Option<WorkingDays>,
    /// The quality factors that its standards name.
    pub factors: Vec<QualityFactor>,
    /// Its standards in order.
    pub standards: Vec<Standard>,
}

/// What a group of promises is about (staff, waiting, premises).
#[derive(Clone, Debug, PartialEq)]
pub struct QualityFactor {
    /// Its code; the same as in the form where the form asks about it.
    pub code: Code,
    /// Its name.
    pub label: Texts,
}

/// One promise.
#[derive(Clone, Debug, PartialEq)]
pub struct Standard {
    /// Its code.
    pub code: Code,
    /// Its short name.
    pub title: Texts,
    /// What is promised, a sentence.
    pub promise: Texts,
    /// The quality factor, by code.
    pub factor: Option<Code>,
    /// The dimension of quality.
    pub dimension: Dimension,
    /// Whether it holds for every single case, for all together, or is described in words.
    pub kind: Kind,
    /// How it is measured.
    pub indicator: Indicator,
    /// How the value is computed, in the office's own words; empty where the indicator says enough.
    pub formula: Texts,
    /// What citizens are asked about the same thing: the item whose figures stand beside an operational value.
    pub perceived: Option<Code>,
    /// The value that makes the promise kept: a share 0 to 1 for shares, else in the indicator's unit.
    pub target: f64,
    /// Targets of single years, where they differ.
    pub targets: Vec<(i32, f64)>,
    /// Whether more or less is better.
    pub direction: Direction,
    /// Below this base no verdict is given.
    pub minimum_base: u64,
    /// What a citizen may ask for when the promise is broken.
    pub redress: Texts,
}

/// The dimensions of quality of the national guidelines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names are the guidelines' own.
pub enum Dimension {
    Accessibility,
    Timeliness,
    Transparency,
    Effectiveness,
}

/// What a standard promises to whom (D.P.C.M. 27 January 1994, II; CiVIT resolutions 88/2010 and 3/2012).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Every single case: a citizen can check it, and ask for redress.
    Specific,
    /// All cases of a period together.
    General,
    /// No number of the service itself: how it is done, as its users judge it.
    Qualitative,
}

/// Whether more or less is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Reached at or above the target.
    AtLeast,
    /// Reached at or below the target.
    AtMost,
}

/// How a standard is measured.
#[derive(Clone, Debug, PartialEq)]
pub enum Indicator {
    /// From the survey's answers to one item.
    Survey {
        /// The item's code.
        item: Code,
        /// What is computed of it.
        statistic: Statistic,
    },
    /// From readings keyed in by the office.
    Operational {
        /// What is measured of each case: a share of cases, or a mean in a unit.
        measure: Measure,
        /// Whether the readings are every case of the year or a sample.
        coverage: Coverage,
    },
    /// From what the platform itself knows.
    Administrative(Fact),
}

/// A statistic of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statistic {
    /// The share of points that the scale calls satisfied.
    SatisfiedShare,
    /// The share in the two highest points.
    TopTwoShare,
    /// The mean on the scale.
    Mean,
    /// The mean as an index from 0 to 100.
    Index,
}

/// What an operational reading holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Measure {
    /// So many of so many cases (37 of 40 calls), by what makes a case one that keeps the promise.
    Share(Kept),
    /// A mean in a unit ("days"), with its number of cases and standard deviation.
    Mean {
        /// The unit, for the reader.
        unit: Texts,
    },
}

/// When a case keeps the promise.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    /// Whoever noted it says so.
    Noted,
    /// Its value is at most the limit (3 rings).
    Within {
        /// The greatest value that keeps the promise.
        limit: f64,
        /// The unit of the values, for the reader.
        unit: Texts,
    },
    /// The office was open on that working day.
    Open,
    /// It was answered within so many days of its arrival.
    Answered {
        /// The last day that keeps the promise; the day of arrival is day 0.
        within: u32,
        /// Which days count.
        days: Days,
    },
}

/// Which days count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Days {
    /// Only those of the charter's calendar.
    Working,
    /// All.
    Calendar,
}

/// Whether readings are every case or some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// A complete register: compared directly, no interval.
    Register,
    /// A sample: judged by its interval.
    Sample,
}

/// What the platform itself knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Surveys held in the year.
    SurveysHeld,
    /// Responses divided by the universe, which counts contacts: who comes twice counts twice.
    ShareOfUsersHeard,
}

/// One operational reading of an edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Measurement {
    /// The standard it is for.
    pub standard: Code,
    /// Cases that kept the promise (for a share), or the mean (for a mean).
    pub value: f64,
    /// All cases.
    pub cases: u64,
    /// The standard deviation of the cases, for the mean of a sample.
    pub deviation: Option<f64>,
    /// Where the reading comes from.
    pub note: String,
    /// What it was counted by: [`Measure::rule`] of the charter that held then.
    pub rule: String,
}

impl Measure {
    /// When a case counts as one that keeps the promise, and on which days: readings with another rule are other numbers. The unit's
    /// words do not matter.
    pub fn rule(&self, calendar: Option<&WorkingDays>) -> String {
        let on = |what: String| calendar.map_or_else(|| what.clone(), |calendar| format!("{what} on {}", calendar.rule()));
        match self {
            Self::Mean { .. } => "mean".to_owned(),
            Self::Share(Kept::Noted) => "noted".to_owned(),
            Self::Share(Kept::Within { limit, .. }) => format!("within {limit}"),
            Self::Share(Kept::Open) => on("open".to_owned()),
            Self::Share(Kept::Answered { within, days: Days::Working }) => on(format!("answered within {within} working days")),
            Self::Share(Kept::Answered { within, days: Days::Calendar }) => format!("answered within {within} days"),
        }
    }
}

impl Indicator {
    /// What stands on one axis over the years: two indicators with the same mark measure the same. Whether all cases or some were
    /// looked at, and when a case keeps the promise, does not matter: the target says that.
    pub fn mark(&self) -> String {
        match self {
            Self::Survey { item, statistic } => format!("survey/{item}/{}", statistic.code()),
            Self::Operational { measure: Measure::Share(_), .. } => "operational/share".to_owned(),
            Self::Operational { measure: Measure::Mean { .. }, .. } => "operational/mean".to_owned(),
            Self::Administrative(Fact::SurveysHeld) => "fact/surveys_held".to_owned(),
            Self::Administrative(Fact::ShareOfUsersHeard) => "fact/share_of_users_heard".to_owned(),
        }
    }
}

impl Measure {
    /// Whether its cases are counted by the charter's calendar of working days.
    pub fn needs_calendar(&self) -> bool {
        matches!(self, Self::Share(Kept::Open | Kept::Answered { days: Days::Working, .. }))
    }
}

impl Indicator {
    /// Whether its values are shares, from 0 to 1.
    pub fn is_share(&self) -> bool {
        matches!(
            self,
            Self::Survey { statistic: Statistic::SatisfiedShare | Statistic::TopTwoShare, .. }
                | Self::Operational { measure: Measure::Share(_), .. }
                | Self::Administrative(Fact::ShareOfUsersHeard)
        )
    }
}

impl Statistic {
    /// Its code in charter files and seals.
    pub fn code(self) -> &'static str {
        match self {
            Self::SatisfiedShare => "satisfied_share",
            Self::TopTwoShare => "top_two_share",
            Self::Mean => "mean",
            Self::Index => "index",
        }
    }
}

impl Standard {
    /// A general promise without words, of at least the target, judged at any base.
    pub fn of(code: Code, indicator: Indicator, target: f64) -> Self {
        Self {
            code,
            title: Texts::default(),
            promise: Texts::default(),
            factor: None,
            dimension: Dimension::Effectiveness,
            kind: Kind::General,
            indicator,
            formula: Texts::default(),
            perceived: None,
            target,
            targets: Vec::new(),
            direction: Direction::AtLeast,
            minimum_base: 0,
            redress: Texts::default(),
        }
    }

    /// The target of a year.
    pub fn target_in(&self, year: i32) -> f64 {
        self.targets.iter().find(|(own, _)| *own == year).map_or(self.target, |(_, target)| *target)
    }

    /// Whether the target is a share, shown in per cent.
    pub fn is_share(&self) -> bool {
        self.indicator.is_share()
    }

    /// Whether a value found in a year is judged as by another version of the standard: only words differ.
    pub fn is_judged_as(&self, other: &Self, year: i32) -> bool {
        let rule = |of: &Self| (of.target_in(year), of.direction, of.minimum_base);
        self.indicator.is_measured_as(&other.indicator) && rule(self) == rule(other)
    }

    /// Whether its readings are counted by the charter's calendar of working days.
    pub fn needs_calendar(&self) -> bool {
        matches!(&self.indicator, Indicator::Operational { measure, .. } if measure.needs_calendar())
    }
}
