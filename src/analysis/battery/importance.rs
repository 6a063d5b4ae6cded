//! What matters to people set against how satisfied they are with it, importance being asked, not derived.

use super::super::Obstacle;
use super::super::mean::Moments;

/// The two questions about one item: values with their counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rated<'a> {
    /// How important it is.
    pub importance: &'a [(i64, u64)],
    /// How satisfied people are with it.
    pub satisfaction: &'a [(i64, u64)],
}

/// Where an item lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quadrant {
    /// Important and not satisfying.
    ConcentrateHere,
    /// Important and satisfying.
    KeepUpTheGoodWork,
    /// Neither important nor satisfying.
    LowPriority,
    /// Satisfying and not important.
    PossibleOverkill,
}

impl Quadrant {
    /// Its code in files for machines.
    pub fn code(self) -> &'static str {
        match self {
            Self::ConcentrateHere => "concentrate_here",
            Self::KeepUpTheGoodWork => "keep_up_the_good_work",
            Self::LowPriority => "low_priority",
            Self::PossibleOverkill => "possible_overkill",
        }
    }
}

/// By which rule the map is divided: to be printed beside it, for another rule gives other quadrants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineRule {
    /// At the mean of the items' means; an item on the line counts as above it.
    GrandMeans,
}

impl LineRule {
    /// Its code in files for machines.
    pub fn code(self) -> &'static str {
        match self {
            Self::GrandMeans => "grand_means",
        }
    }
}

/// One item on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The mean importance and of how many.
    pub importance: Moments,
    /// The mean satisfaction and of how many.
    pub satisfaction: Moments,
    /// Where it lies.
    pub quadrant: Quadrant,
}

/// The importance-performance map.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// How the lines were drawn.
    pub rule: LineRule,
    /// The line between important and not.
    pub importance_line: f64,
    /// The line between satisfying and not.
    pub satisfaction_line: f64,
    /// The items in their order.
    pub items: Vec<Placed>,
}

/// The map of items asked on one scale of importance and one of satisfaction.
///
/// Source: Martilla & James 1977, J. Marketing 41(1), 77-79.
///
/// # Errors
/// Fewer than two items; an item without answers.
pub fn map(items: &[Rated<'_>]) -> Result<Map, Obstacle> {
    if items.len() < 2 {
        let found = u64::try_from(items.len()).unwrap_or(u64::MAX);
        return Err(Obstacle::TooFewItems { found, needed: 2 });
    }
    let moments = |counts: &[(i64, u64)]| Moments::of(counts).ok_or(Obstacle::TooFewAnswers { found: 0, needed: 1 });
    let both = items.iter().map(|item| Ok((moments(item.importance)?, moments(item.satisfaction)?)));
    let both = both.collect::<Result<Vec<(Moments, Moments)>, Obstacle>>()?;
    let means: Vec<(f64, f64)> = both.iter().map(|(importance, satisfaction)| (importance.mean, satisfaction.mean)).collect();
    let Divided { importance_line, satisfaction_line, quadrants } = divide(&means);
    let placed = both.into_iter().zip(quadrants);
    let items = placed.map(|((importance, satisfaction), quadrant)| Placed { importance, satisfaction, quadrant }).collect();
    Ok(Map { rule: LineRule::GrandMeans, importance_line, satisfaction_line, items })
}

/// Where the lines run and on which side of them each item lies.
pub(in crate::analysis) struct Divided {
    pub importance_line: f64,
    pub satisfaction_line: f64,
    pub quadrants: Vec<Quadrant>,
}

/// Divides items, of which there is at least one, by the means of their importance and of their satisfaction.
pub(in crate::analysis) fn divide(items: &[(f64, f64)]) -> Divided {
    let importance_line = grand_mean(items.iter().map(|(importance, _)| *importance));
    let satisfaction_line = grand_mean(items.iter().map(|(_, satisfaction)| *satisfaction));
    let place = |(importance, satisfaction): &(f64, f64)| match (
        reaches(*importance, importance_line),
        reaches(*satisfaction, satisfaction_line),
    ) {
        (true, false) => Quadrant::ConcentrateHere,
        (true, true) => Quadrant::KeepUpTheGoodWork,
        (false, false) => Quadrant::LowPriority,
        (false, true) => Quadrant::PossibleOverkill,
    };
    Divided { importance_line, satisfaction_line, quadrants: items.iter().map(place).collect() }
}

/// The importance-satisfaction rating of city surveys, 0 to 1: the share who name the item among the most important
/// times the share of those with an opinion who are not satisfied. The highest comes first.
///
/// Source: ETC Institute, Importance-Satisfaction analysis in its reports of city surveys.
pub fn rating(importance_share: f64, satisfaction_share: f64) -> f64 {
    importance_share * (1.0 - satisfaction_share)
}

fn grand_mean(means: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = super::super::proportion::as_real(u64::try_from(means.len()).unwrap_or(u64::MAX));
    means.sum::<f64>() / count
}

/// Equal but for rounding counts as reaching the line.
fn reaches(mean: f64, line: f64) -> bool {
    mean >= line - 1e-12 * line.abs().max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_fall_on_either_side_of_the_grand_means() {
        let (low, high) = ([(1, 3), (2, 1)], [(4, 2), (5, 2)]);
        let rated = |importance, satisfaction| Rated { importance, satisfaction };
        let (low, high) = (&low[..], &high[..]);
        let map = map(&[rated(high, low), rated(high, high), rated(low, low), rated(low, high)]).unwrap();
        let expected =
            [Quadrant::ConcentrateHere, Quadrant::KeepUpTheGoodWork, Quadrant::LowPriority, Quadrant::PossibleOverkill];
        assert_eq!(map.items.iter().map(|item| item.quadrant).collect::<Vec<_>>(), expected);
        assert_eq!((map.importance_line, map.satisfaction_line), (2.875, 2.875));
    }

    #[test]
    fn items_that_are_all_alike_lie_on_the_lines() {
        let counts: &[(i64, u64)] = &[(3, 7), (4, 3)];
        let map = map(&[Rated { importance: counts, satisfaction: counts }; 3]).unwrap();
        assert!(map.items.iter().all(|item| item.quadrant == Quadrant::KeepUpTheGoodWork));
    }

    #[test]
    fn what_cannot_be_placed_is_said() {
        let rated = Rated { importance: &[(1, 1)], satisfaction: &[(1, 0)] };
        assert_eq!(map(&[rated]), Err(Obstacle::TooFewItems { found: 1, needed: 2 }));
        assert_eq!(map(&[rated, rated]), Err(Obstacle::TooFewAnswers { found: 0, needed: 1 }));
    }

    #[test]
    fn a_rating_is_high_where_much_matters_and_little_satisfies() {
        // Named by 43 of 100, satisfying 38 of 100
        assert!((rating(0.43, 0.38) - 0.2666).abs() < 1e-15);
        assert!(rating(0.43, 1.0).abs() < 1e-15);
    }
}
