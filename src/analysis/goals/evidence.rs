//! What speaks for or against a promise: a value, its base, and how uncertain it is.

use super::super::ItemFigure;
use super::super::finding::{Interval, ItemFinding, Sample};
use super::super::goal_change::Known;
use super::super::mean::{self, Moments};
use super::super::mean_bounds::Ends;
use super::super::proportion::{ONE_SIDED_95, as_real, effective_base, needed_for_share, wilson};
use super::super::reading::Reading;
use super::super::study::Agreed;
use super::super::weighting::WeightedShare;
use crate::charter::{Bounds, Coverage, Fact, Indicator, Measure, Measurement, Standard, Statistic, Why};
use crate::survey::Weighting;
use crate::text::Code;
use std::collections::BTreeMap;

/// What speaks for or against a promise.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence {
    pub value: f64,
    pub base: u64,
    /// The base that the bounds rest on, where the answers are weighted.
    pub worth: Option<f64>,
    pub spread: Spread,
}

/// How uncertain it is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Spread {
    /// A register or a fact.
    None,
    /// A share of a sample.
    Share,
    /// A mean of a sample, with the standard deviation of the cases and the ends of the scale, in the target's unit.
    Mean(Option<f64>, Option<Ends>),
}

/// What speaks for or against a promise, or why nothing does.
pub(super) fn find(
    standard: &Standard,
    readings: &BTreeMap<Code, Reading>,
    plan: &Agreed,
    (figures, items): (&[ItemFigure], &[ItemFinding]),
    sample: &Sample,
) -> Result<Evidence, Why> {
    let found = match &standard.indicator {
        Indicator::Survey { item, statistic } => {
            let figure = figures.iter().find(|figure| figure.item == item.as_str()).ok_or(Why::NotMeasured)?;
            let reading = readings.get(item).ok_or(Why::NotMeasured)?;
            let asked = of_item(*statistic, figure, reading);
            match plan.weighting {
                Weighting::None => asked,
                // What cannot be measured at all is not said to lack weights.
                Weighting::Channel => {
                    let weighted =
                        items.iter().find(|own| own.code == item.as_str()).and_then(|own| weigh(*statistic, own, reading));
                    return asked.ok_or(Why::NotMeasured).and(weighted.ok_or(Why::NotWeighed));
                }
            }
        }
        Indicator::Operational { measure, coverage } => {
            let reading = plan.measurements.iter().find(|reading| reading.standard == standard.code);
            if reading.is_some_and(|reading| reading.rule != measure.rule(plan.calendar.as_ref())) {
                return Err(Why::OtherRule);
            }
            reading.and_then(|reading| of_reading(measure, *coverage, reading))
        }
        Indicator::Administrative(Fact::SurveysHeld) => {
            let held = plan.surveys_held;
            Some(Evidence::new(as_real(held), held, Spread::None))
        }
        Indicator::Administrative(Fact::ShareOfUsersHeard) => (sample.universe > 0).then(|| {
            let share = as_real(sample.responses) / as_real(sample.universe);
            Evidence::new(share, sample.responses, Spread::None)
        }),
    };
    found.ok_or(Why::NotMeasured)
}

/// The same of answers that count for the users of their channel; `None` where they cannot be weighted.
///
/// A share rests on its effective base; a mean on Kish's, in whole answers, with the spread that gives its linearised error.
fn weigh(statistic: Statistic, item: &ItemFinding, reading: &Reading) -> Option<Evidence> {
    let weighted = item.modes.as_ref()?.weighted.as_ref()?.as_ref().ok()?;
    let base = item.base.valid;
    let share = |share: WeightedShare| {
        let worth = share.effective_base.min(weighted.kish.effective_base);
        Evidence { worth: Some(worth), ..Evidence::new(share.share, base, Spread::Share) }
    };
    let worth = weighted.kish.effective_base.floor();
    let mean = |unit: f64, ends: Option<Ends>| {
        let found = weighted.mean?;
        let deviation = found.error * worth.sqrt() * unit;
        Some((found.mean, Spread::Mean(Some(deviation), ends)))
    };
    let ends = reading.range.filter(|_| reading.has_points()).map(|range| range.ends());
    let (value, spread) = match statistic {
        Statistic::SatisfiedShare => return weighted.satisfied.map(share),
        Statistic::TopTwoShare => return weighted.top_two.map(share),
        Statistic::Mean => mean(1.0, ends)?,
        Statistic::Index => {
            let range = reading.range?;
            let (mean, spread) = mean(range.index_per_unit(), ends.map(|_| Ends { least: 0.0, most: 100.0 }))?;
            (range.index(mean), spread)
        }
    };
    Some(Evidence { worth: Some(worth), ..Evidence::new(value, base, spread) })
}

pub(super) fn of_item(statistic: Statistic, figure: &ItemFigure, reading: &Reading) -> Option<Evidence> {
    let base = figure.base;
    // A number's ends are what the form takes, not what people answer.
    let ends = reading.range.filter(|_| reading.has_points()).map(|range| range.ends());
    let share = |count: u64| Evidence::new(as_real(count) / as_real(base), base, Spread::Share);
    match statistic {
        _ if base == 0 => None,
        Statistic::SatisfiedShare => figure.satisfied.map(share),
        Statistic::TopTwoShare => figure.top_two.map(share),
        Statistic::Mean => Some(Evidence::new(figure.mean?, base, Spread::Mean(figure.deviation, ends))),
        Statistic::Index => {
            let range = reading.range?;
            let deviation = figure.deviation.map(|deviation| deviation * range.index_per_unit());
            let ends = ends.map(|_| Ends { least: 0.0, most: 100.0 });
            Some(Evidence::new(range.index(figure.mean?), base, Spread::Mean(deviation, ends)))
        }
    }
}

fn of_reading(measure: &Measure, coverage: Coverage, reading: &Measurement) -> Option<Evidence> {
    let base = reading.cases;
    let (value, spread) = match measure {
        Measure::Share(_) if base == 0 => return None,
        Measure::Share(_) => (reading.value / as_real(base), Spread::Share),
        Measure::Mean { .. } => (reading.value, Spread::Mean(reading.deviation, None)),
    };
    let spread = if coverage == Coverage::Register { Spread::None } else { spread };
    Some(Evidence::new(value, base, spread))
}

impl Evidence {
    fn new(value: f64, base: u64, spread: Spread) -> Self {
        Self { value, base, worth: None, spread }
    }

    pub(super) fn known(&self) -> Known {
        match self.spread {
            Spread::None => Known::Exactly,
            Spread::Share if self.worth.is_none() => Known::Share(self.base),
            Spread::Share | Spread::Mean(..) => Known::Otherwise,
        }
    }

    /// The one-sided 95 % bounds; `None` where the evidence is exact or a single case says nothing of the spread.
    pub(super) fn bounds(&self, universe: Option<u64>) -> Option<Bounds> {
        match self.spread {
            Spread::None => None,
            Spread::Share => {
                let Interval { lower, upper } = wilson(self.value, self.share_base(universe), ONE_SIDED_95);
                Some(Bounds { lower, upper })
            }
            Spread::Mean(deviation, ends) => self.moments(deviation).bounds(ends, universe),
        }
    }

    /// What the base is worth; `None` where the evidence is exact.
    pub(super) fn effective_base(&self, universe: Option<u64>) -> Option<f64> {
        match self.spread {
            Spread::None => None,
            Spread::Share => Some(self.share_base(universe)),
            Spread::Mean(..) => Some(self.worth.unwrap_or_else(|| mean::effective_base(self.base, universe))),
        }
    }

    fn share_base(&self, universe: Option<u64>) -> f64 {
        self.worth.unwrap_or_else(|| effective_base(self.base, universe))
    }

    fn moments(&self, deviation: Option<f64>) -> Moments {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // At most the base.
        let base = self.worth.map_or(self.base, |worth| worth as u64);
        Moments { base, mean: self.value, deviation }
    }

    /// The base at which this value would decide; infinite where the value is the target itself.
    pub(super) fn needed(&self, target: f64, universe: Option<u64>) -> f64 {
        let alike = match self.spread {
            Spread::None => 0.0,
            Spread::Share => needed_for_share(self.value, target, universe),
            Spread::Mean(deviation, ends) => self.moments(deviation).needed(target, ends, universe),
        };
        // With the same weights each answer is worth what it is worth now.
        alike * self.worth.map_or(1.0, |worth| as_real(self.base) / worth)
    }
}
