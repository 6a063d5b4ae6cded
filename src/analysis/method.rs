//! How a figure was computed: a name that every file for machines carries and that the texts have words for.

use super::finding::{GoalFinding, MeanFinding, ShareFinding};
use super::proportion::as_real;
use crate::charter::{Indicator, Measure, Statistic};

/// How a figure and its interval were computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// A share with Wilson's interval.
    Wilson,
    /// The same, corrected for a finite universe.
    WilsonFinite,
    /// A mean with Student's interval.
    Student,
    /// The same, corrected for a finite universe.
    StudentFinite,
    /// A count of every case there is: nothing was sampled, so there is no interval.
    CompleteCount,
    /// Groups compared by the ranks of their answers.
    KruskalWallis,
    /// Groups compared by how their answers are distributed.
    ChiSquare,
    /// Answers weighted to the users of each channel, with the linearised error.
    PostStratified,
}

impl Method {
    /// Every method.
    pub const ALL: [Self; 8] = [
        Self::Wilson,
        Self::WilsonFinite,
        Self::Student,
        Self::StudentFinite,
        Self::CompleteCount,
        Self::KruskalWallis,
        Self::ChiSquare,
        Self::PostStratified,
    ];

    /// Its code in files for machines.
    pub fn code(self) -> &'static str {
        match self {
            Self::Wilson => "wilson",
            Self::WilsonFinite => "wilson_finite",
            Self::Student => "student",
            Self::StudentFinite => "student_finite",
            Self::CompleteCount => "complete_count",
            Self::KruskalWallis => "kruskal_wallis",
            Self::ChiSquare => "chi_square",
            Self::PostStratified => "post_stratified",
        }
    }

    /// Of an estimate from so many answers that are worth so many: the correction for a finite universe makes them worth more,
    /// a census makes them all there is.
    fn of(base: u64, effective_base: f64, sampled: Self, finite: Self) -> Self {
        if effective_base.is_infinite() {
            Self::CompleteCount
        } else if effective_base > as_real(base) {
            finite
        } else {
            sampled
        }
    }
}

impl ShareFinding {
    /// How it was computed.
    pub fn method(&self) -> Method {
        Method::of(self.base, self.effective_base, Method::Wilson, Method::WilsonFinite)
    }
}

impl MeanFinding {
    /// How it was computed.
    pub fn method(&self) -> Method {
        Method::of(self.base, self.effective_base, Method::Student, Method::StudentFinite)
    }
}

impl GoalFinding {
    /// How what was found was computed; `None` where nothing was.
    pub fn method(&self) -> Option<Method> {
        self.value?;
        let Some(worth) = self.effective_base else { return Some(Method::CompleteCount) };
        let is_share = match &self.standard.indicator {
            Indicator::Survey { statistic, .. } => matches!(statistic, Statistic::SatisfiedShare | Statistic::TopTwoShare),
            Indicator::Operational { measure, .. } => matches!(measure, Measure::Share(_)),
            Indicator::Administrative(_) => return Some(Method::CompleteCount),
        };
        let (sampled, finite) =
            if is_share { (Method::Wilson, Method::WilsonFinite) } else { (Method::Student, Method::StudentFinite) };
        Some(Method::of(self.base, worth, sampled, finite))
    }
}

#[cfg(test)]
mod tests {
    use super::super::mean::{Range, mean_finding};
    use super::super::proportion::share_finding;
    use super::*;
    use crate::form::Polarity;

    #[test]
    fn a_finite_universe_is_worth_more_answers_and_a_census_needs_no_method() {
        let share = |universe| share_finding(40, 100, universe).unwrap();
        assert_eq!((share(None).effective_base, share(None).method()), (100.0, Method::Wilson));
        let finite = share(Some(400));
        assert!((finite.effective_base - 133.0).abs() < 1e-12, "{}", finite.effective_base);
        assert_eq!(finite.method(), Method::WilsonFinite);
        assert_eq!(share(Some(100)).method(), Method::CompleteCount);
        let range = Range { least: 1, most: 5, polarity: Polarity::HigherIsBetter };
        let mean = |universe| mean_finding(&[(2, 40), (4, 60)], range, universe).unwrap();
        assert_eq!((mean(None).effective_base, mean(None).method()), (100.0, Method::Student));
        assert!((mean(Some(400)).effective_base - 400.0 / 3.0).abs() < 1e-12);
        assert_eq!((mean(Some(400)).method(), mean(Some(100)).method()), (Method::StudentFinite, Method::CompleteCount));
    }

    #[test]
    fn codes_differ() {
        let codes: std::collections::BTreeSet<&str> = Method::ALL.into_iter().map(Method::code).collect();
        assert_eq!(codes.len(), Method::ALL.len());
    }
}
