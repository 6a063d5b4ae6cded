//! The linearised (Taylor) variance of a weighted mean in a stratified sample, from sums.

use super::WeightingFault;
use super::kish::possible;
use crate::analysis::Obstacle;
use crate::analysis::proportion::as_real;

/// The answers with one value within one stratum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// The place of the stratum; 0 where there are none.
    pub stratum: usize,
    /// The value.
    pub value: f64,
    /// How many rows.
    pub count: u64,
    /// The sum of their weights.
    pub weight: f64,
    /// The sum of the squares of their weights.
    pub square: f64,
}

/// A stratum of the design. A sample without strata is a single one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stratum {
    /// The rows in the sample, also those without a valid answer.
    pub rows: u64,
    /// The users it stands for, where the finite universe is to count; `None` for one without end.
    pub population: Option<f64>,
}

/// Unweighted answers of a stratified sample: each row stands for `N / n` users of its stratum. Each answer is the stratum, the
/// value and how many gave it.
///
/// # Errors
/// A stratum whose users are not known or fewer than its rows, or in which nobody was asked.
pub fn expand(answers: &[(usize, f64, u64)], strata: &[Stratum]) -> Result<Vec<Piece>, WeightingFault> {
    let mut each = Vec::with_capacity(strata.len());
    for (place, Stratum { rows, population }) in strata.iter().copied().enumerate() {
        let fewer = WeightingFault::PopulationBelowSample { stratum: place, rows, population };
        let users = population.filter(|users| users.is_finite() && *users >= as_real(rows)).ok_or(fewer)?;
        if rows == 0 && users > 0.0 {
            return Err(WeightingFault::StratumWithoutRows { stratum: place, population: users });
        }
        each.push(users / as_real(rows));
    }
    let piece = |&(stratum, value, count): &(usize, f64, u64)| {
        let one: f64 = *each.get(stratum).ok_or(WeightingFault::AnswersOutsideSample { place: stratum })?;
        let weight = one * as_real(count);
        Ok(Piece { stratum, value, count, weight, square: one * weight })
    };
    answers.iter().map(piece).collect()
}

/// Rows of one stratum that are as far from the mean, with the sums of their final weights.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deviation {
    pub stratum: usize,
    pub count: u64,
    pub weight: f64,
    pub square: f64,
    pub distance: f64,
}

impl Piece {
    /// The piece as a deviation from a mean.
    pub(super) fn from(&self, mean: f64) -> Deviation {
        let Self { stratum, value, count, weight, square } = *self;
        Deviation { stratum, count, weight, square, distance: value - mean }
    }
}

/// The rows with a valid answer, after a check of everything that the variance stands on: positive weights, rows within their
/// strata, no stratum whose spread cannot be seen.
pub(super) fn check(pieces: &[Piece], strata: &[Stratum]) -> Result<u64, WeightingFault> {
    let mut valid = vec![0_u64; strata.len()];
    for piece in pieces.iter().filter(|piece| piece.count > 0) {
        *valid.get_mut(piece.stratum).ok_or(WeightingFault::AnswersOutsideSample { place: piece.stratum })? += piece.count;
        possible(piece.stratum, piece.count, piece.weight, piece.square)?;
    }
    let found: u64 = valid.iter().sum();
    if found < 2 {
        return Err(Obstacle::TooFewAnswers { found, needed: 2 }.into());
    }
    for (stratum, (Stratum { rows, population }, valid)) in strata.iter().copied().zip(valid).enumerate() {
        if valid > rows {
            return Err(WeightingFault::AnswersOutsideSample { place: stratum });
        }
        if population.is_some_and(|users| users.is_nan() || users < as_real(rows)) {
            return Err(WeightingFault::PopulationBelowSample { stratum, rows, population });
        }
        // Heard in full, it adds nothing to the error; without a valid answer it has no part in the mean.
        if rows == 1 && valid == 1 && unheard(rows, population) > 0.0 {
            return Err(WeightingFault::LonelyAnswer { stratum });
        }
    }
    Ok(found)
}

/// The degrees of freedom: rows less strata with rows.
pub(super) fn freedom(strata: &[Stratum]) -> f64 {
    strata.iter().filter(|stratum| stratum.rows > 0).map(|stratum| as_real(stratum.rows) - 1.0).sum()
}

/// The share of the users that the sample has not heard: the finite population correction `1 - n / N`.
pub(super) fn unheard(rows: u64, population: Option<f64>) -> f64 {
    population.map_or(1.0, |users| ((users - as_real(rows)) / users).max(0.0))
}

/// The variance of a mean: over the strata, `(1 - n/N) n/(n - 1)` times the sum of squares of `w d / sum(w)` about its mean in
/// the stratum, in which rows without a deviation count as 0 (the mean is that of a domain of the sample).
///
/// Source: Särndal, Swensson & Wretman 1992, Model Assisted Survey Sampling, 5.7 and 5.8; as `svyrecvar` of R's survey.
pub(super) fn variance(deviations: &[Deviation], strata: &[Stratum], weight: f64) -> f64 {
    let mut sums = vec![(0.0, 0_u64); strata.len()];
    for Deviation { stratum, count, weight, distance, .. } in deviations {
        sums[*stratum].0 += weight * distance;
        sums[*stratum].1 += count;
    }
    let centres: Vec<f64> = strata.iter().zip(&sums).map(|(stratum, (sum, _))| sum / as_real(stratum.rows.max(1))).collect();
    // What is left of a stratum's rows deviates by nothing, so from the centre by the centre.
    let rest = strata.iter().zip(&sums).zip(&centres);
    let mut squares: Vec<f64> =
        rest.map(|((stratum, (_, count)), centre)| as_real(stratum.rows.saturating_sub(*count)) * centre * centre).collect();
    for Deviation { stratum, count, weight, square, distance } in deviations.iter().filter(|deviation| deviation.count > 0) {
        // Within and between pieces, each of them positive: no difference of large numbers.
        let spread = square - weight * weight / as_real(*count);
        // What rounding leaves of equal weights is no spread: far from the mean it would be taken for one.
        let within = if spread > 1e-13 * square { spread * distance * distance } else { 0.0 };
        let between = weight / as_real(*count) * distance - centres[*stratum];
        squares[*stratum] += within + as_real(*count) * between * between;
    }
    let each = strata.iter().zip(squares).map(|(stratum, square)| {
        let rows = as_real(stratum.rows);
        let correction = if stratum.rows > 1 { rows / (rows - 1.0) } else { 1.0 };
        unheard(stratum.rows, stratum.population) * correction * square
    });
    each.sum::<f64>() / (weight * weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unweighted_strata_stand_for_their_users() {
        let strata = [Stratum { rows: 4, population: Some(10.0) }, Stratum { rows: 5, population: Some(5.0) }];
        let found = expand(&[(0, 1.0, 3), (1, 2.0, 5)], &strata).unwrap();
        assert_eq!(found[0], Piece { stratum: 0, value: 1.0, count: 3, weight: 7.5, square: 18.75 });
        assert_eq!(found[1], Piece { stratum: 1, value: 2.0, count: 5, weight: 5.0, square: 5.0 });
    }

    #[test]
    fn strata_without_known_users_or_without_rows_are_refused() {
        let of = |rows, population| expand(&[(0, 1.0, 1)], &[Stratum { rows, population }]);
        assert!(matches!(of(4, None), Err(WeightingFault::PopulationBelowSample { stratum: 0, rows: 4, population: None })));
        assert!(matches!(of(4, Some(3.0)), Err(WeightingFault::PopulationBelowSample { .. })));
        assert_eq!(of(0, Some(3.0)), Err(WeightingFault::StratumWithoutRows { stratum: 0, population: 3.0 }));
        assert_eq!(expand(&[(1, 1.0, 1)], &[]), Err(WeightingFault::AnswersOutsideSample { place: 1 }));
    }

    #[test]
    fn what_is_alike_within_every_stratum_has_no_variance_between_them() {
        // Values of 1 and 1001 that differ only between strata, with weights that rounding cannot represent.
        let strata = [Stratum { rows: 30, population: None }, Stratum { rows: 70, population: None }];
        let deviation = |stratum, count, distance| {
            let weight = 0.1 * as_real(count);
            Deviation { stratum, count, weight, square: 0.1 * weight, distance }
        };
        let found = variance(&[deviation(0, 30, -700.0), deviation(1, 70, 300.0)], &strata, 10.0);
        assert!(found < 1e-20, "{found:e}");
    }
}
