//! What unequal weights cost.

use super::WeightingFault;
use crate::analysis::proportion::as_real;

/// The design effect of weighting: the loss of precision if the weights had nothing to do with the answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kish {
    /// `n sum(w^2) / sum(w)^2`, which is 1 for equal weights and at most n.
    pub design_effect: f64,
    /// The rows of equal weight that would say as much: `sum(w)^2 / sum(w^2)`.
    pub effective_base: f64,
    /// The squared coefficient of variation of the weights, divided by n: the design effect less 1.
    pub squared_variation: f64,
}

/// Kish's design effect of `rows` weights by their sum and the sum of their squares.
///
/// Source: Kish 1965, Survey Sampling, 11.7.
///
/// # Errors
/// [`WeightingFault::WeightsNotPositive`] where there are no rows or the sums are not those of positive weights.
pub fn kish(weight: f64, square: f64, rows: u64) -> Result<Kish, WeightingFault> {
    possible(0, rows, weight, square)?;
    let effective_base = (weight / square) * weight;
    // By Cauchy and Schwarz at least 1; rounding must not step below.
    let design_effect = (as_real(rows) / effective_base).max(1.0);
    Ok(Kish { design_effect, effective_base: effective_base.min(as_real(rows)), squared_variation: design_effect - 1.0 })
}

/// Whether sums can be those of so many positive weights: `sum(w)^2 / n <= sum(w^2) <= sum(w)^2`, but for rounding.
pub(super) fn possible(place: usize, rows: u64, weight: f64, square: f64) -> Result<(), WeightingFault> {
    const ROUNDING: f64 = 1.0 + 1e-9;
    let whole = weight * weight;
    let positive = rows > 0 && weight > 0.0 && square > 0.0 && whole.is_finite() && square.is_finite();
    let attainable = whole <= square * as_real(rows) * ROUNDING && square <= whole * ROUNDING;
    if positive && attainable { Ok(()) } else { Err(WeightingFault::WeightsNotPositive { place, weight, square }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(weights: &[f64]) -> Kish {
        let square = weights.iter().map(|weight| weight * weight).sum();
        kish(weights.iter().sum(), square, weights.len() as u64).unwrap()
    }

    #[test]
    fn the_design_effect_agrees_with_the_reference() {
        let found = of(&[0.5, 1.2, 2.0, 3.3, 0.8]);
        assert!((found.design_effect / 1.415_187_376_725_838_3 - 1.0).abs() < 1e-14);
        assert!((found.effective_base / 3.533_101_045_296_167 - 1.0).abs() < 1e-14);
        assert!((found.squared_variation / 0.415_187_376_725_838_2 - 1.0).abs() < 1e-14);
    }

    #[test]
    fn equal_weights_cost_nothing_whatever_they_are() {
        for weight in [1.0, 0.1, 1e-9, 7e8] {
            let found = of(&[weight; 7]);
            assert!((found.design_effect - 1.0).abs() < 1e-15 && (found.effective_base - 7.0).abs() < 1e-14);
        }
    }

    #[test]
    fn a_constant_factor_changes_nothing() {
        let (one, other) = (of(&[0.5, 1.2, 2.0]), of(&[50.0, 120.0, 200.0]));
        assert!((one.design_effect / other.design_effect - 1.0).abs() < 1e-15);
    }

    #[test]
    fn sums_that_no_positive_weights_have_are_refused() {
        for (weight, square, rows) in [
            (0.0, 0.0, 3),
            (-3.0, 3.0, 3),
            (3.0, 3.0, 0),
            (f64::NAN, 1.0, 1),
            (3.0, 1.0, 3),
            (3.0, 20.0, 3),
            (1.0, f64::INFINITY, 1),
        ] {
            let found = kish(weight, square, rows);
            assert!(matches!(found, Err(WeightingFault::WeightsNotPositive { .. })), "{weight} {square} {rows}");
        }
    }
}
