//! Probabilities of many tests at once, adjusted for their number: as R's `p.adjust`.
//!
//! The family is the caller's to choose and to name. What is no number (NaN) stays so and does not count in the family.

use super::proportion::as_real;

/// Holds the chance of any false finding: the smallest times their number, the next times one less, none below the one before.
///
/// Source: Holm 1979, Scand. J. Stat. 6, 65-70.
pub fn holm(probabilities: &[f64]) -> Vec<f64> {
    stepping_down(probabilities, |rank, family| as_real(family - rank))
}

/// As Holm's, from the largest down: sharper, for tests that are independent or depend positively.
///
/// Source: Hochberg 1988, Biometrika 75, 800-802.
pub fn hochberg(probabilities: &[f64]) -> Vec<f64> {
    stepping_up(probabilities, |rank, family| as_real(family - rank))
}

/// Holds the expected share of false findings among all findings, for tests that are independent or depend positively.
///
/// Source: Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57, 289-300.
pub fn benjamini_hochberg(probabilities: &[f64]) -> Vec<f64> {
    stepping_up(probabilities, |rank, family| as_real(family) / as_real(rank + 1))
}

/// The same whatever the dependence.
///
/// Source: Benjamini & Yekutieli 2001, Ann. Stat. 29, 1165-1188.
pub fn benjamini_yekutieli(probabilities: &[f64]) -> Vec<f64> {
    let harmonic: f64 = (1..=family_of(probabilities)).map(|whole| 1.0 / as_real(whole)).sum();
    stepping_up(probabilities, |rank, family| harmonic * as_real(family) / as_real(rank + 1))
}

/// Holds the chance of any false finding: each times their number.
///
/// Source: Dunn 1961, J. Am. Stat. Assoc. 56, 52-64.
pub fn bonferroni(probabilities: &[f64]) -> Vec<f64> {
    let family = as_real(family_of(probabilities));
    // `f64::min` would make a 1 of what is no number.
    probabilities.iter().map(|p| if p.is_nan() { *p } else { (family * p).min(1.0) }).collect()
}

fn family_of(probabilities: &[f64]) -> u64 {
    probabilities.iter().filter(|p| !p.is_nan()).count() as u64
}

/// The places of the numbers from the smallest on, each with its rank from 0.
fn ranked(probabilities: &[f64]) -> Vec<(u64, usize)> {
    let mut places: Vec<usize> = (0..probabilities.len()).filter(|place| !probabilities[*place].is_nan()).collect();
    places.sort_by(|one, other| probabilities[*one].total_cmp(&probabilities[*other]));
    (0..).zip(places).collect()
}

fn stepping_down(probabilities: &[f64], factor: impl Fn(u64, u64) -> f64) -> Vec<f64> {
    let family = family_of(probabilities);
    let mut adjusted = probabilities.to_vec();
    let mut most = 0.0_f64;
    for (rank, place) in ranked(probabilities) {
        most = most.max(factor(rank, family) * probabilities[place]);
        adjusted[place] = most.min(1.0);
    }
    adjusted
}

fn stepping_up(probabilities: &[f64], factor: impl Fn(u64, u64) -> f64) -> Vec<f64> {
    let family = family_of(probabilities);
    let mut adjusted = probabilities.to_vec();
    let mut least = 1.0_f64;
    for (rank, place) in ranked(probabilities).into_iter().rev() {
        least = least.min(factor(rank, family) * probabilities[place]);
        adjusted[place] = least;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len());
        for (one, other) in found.iter().zip(expected) {
            assert!(
                (one - other).abs() <= 1e-12 * other.abs() || (one.is_nan() && other.is_nan()),
                "{found:?} instead of {expected:?}"
            );
        }
    }

    #[test]
    fn the_reference_is_met() {
        // reference/formulas.json p_adjust/1
        let raw = [0.01, 0.04, 0.03, 0.005, 0.2, 0.04];
        agree(&holm(&raw), &[0.05, 0.12, 0.12, 0.03, 0.2, 0.12]);
        agree(&hochberg(&raw), &[0.05, 0.08, 0.08, 0.03, 0.2, 0.08]);
        agree(&benjamini_hochberg(&raw), &[0.03, 0.048, 0.048, 0.03, 0.2, 0.048]);
        agree(&benjamini_yekutieli(&raw), &[0.0735, 0.1176, 0.1176, 0.0735, 0.49, 0.1176]);
        agree(&bonferroni(&raw), &[0.06, 0.24, 0.18, 0.03, 1.0, 0.24]);
    }

    #[test]
    fn what_is_no_number_stays_and_does_not_count() {
        // p.adjust(c(0.9, 0.011, NA, 0.2, 0.011, 1e-8, 0.04, 0.5))
        let nan = f64::NAN;
        let raw = [0.9, 0.011, nan, 0.2, 0.011, 1e-8, 0.04, 0.5];
        agree(&holm(&raw), &[1.0, 0.066, nan, 0.6, 0.066, 7e-8, 0.16, 1.0]);
        agree(&hochberg(&raw), &[0.9, 0.055, nan, 0.6, 0.055, 7e-8, 0.16, 0.9]);
        agree(&benjamini_hochberg(&raw), &[0.9, 0.077 / 3.0, nan, 0.28, 0.077 / 3.0, 7e-8, 0.07, 3.5 / 6.0]);
        agree(&benjamini_yekutieli(&raw), &[1.0, 0.066_55, nan, 0.726, 0.066_55, 1.815e-7, 0.181_5, 1.0]);
        agree(&bonferroni(&raw), &[1.0, 0.077, nan, 1.0, 0.077, 7e-8, 0.28, 1.0]);
    }

    #[test]
    fn a_family_of_one_or_none_is_left_alone() {
        for adjust in [holm, hochberg, benjamini_hochberg, benjamini_yekutieli, bonferroni] {
            agree(&adjust(&[0.03]), &[0.03]);
            agree(&adjust(&[f64::NAN, 0.03]), &[f64::NAN, 0.03]);
            agree(&adjust(&[]), &[]);
        }
    }
}
