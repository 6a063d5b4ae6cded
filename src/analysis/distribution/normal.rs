//! The standard normal distribution.

use statrs::function::erf::erfc_inv;
use std::f64::consts::{SQRT_2, TAU};

/// The quantile: the `z` with that probability below it.
///
/// Source: the inverse complementary error function of statrs, which is right to eleven digits, refined by Newton's steps on
/// the smaller tail.
pub fn quantile(probability: f64) -> f64 {
    if probability > 0.5 {
        return -quantile(1.0 - probability);
    }
    let mut z = SQRT_2 * erfc_inv(2.0 * probability);
    if !z.is_finite() {
        return -z;
    }
    for _ in 0..2 {
        z += (upper_tail(z) - probability) / density(z);
    }
    -z
}

/// The probability above `z`, with full relative accuracy in the far tail.
///
/// Own code because `erfc` of statrs is right to eleven digits only. Source: Abramowitz & Stegun 1964, 26.2.11 (series of
/// positive terms near the middle) and 26.2.14 (continued fraction in the tail).
pub fn upper_tail(z: f64) -> f64 {
    if z < 0.0 {
        1.0 - upper_tail(-z)
    } else if z < 2.5 {
        0.5 - density(z) * series(z)
    } else {
        density(z) / continued_fraction(z)
    }
}

fn density(z: f64) -> f64 {
    (-0.5 * z * z).exp() / TAU.sqrt()
}

/// `z + z^3/3 + z^5/(3*5) + ...`
fn series(z: f64) -> f64 {
    let (mut term, mut sum, mut odd) = (z, 0.0, 1.0);
    while sum + term != sum {
        sum += term;
        odd += 2.0;
        term *= z * z / odd;
    }
    sum
}

/// `z + 1/(z + 2/(z + 3/(z + ...)))`, from the inside out; 200 terms stand still from 2.5 on.
fn continued_fraction(z: f64) -> f64 {
    (1..=200_u8).rev().fold(z, |inner, term| z + f64::from(term) / inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(found: f64, expected: f64) {
        assert!((found / expected - 1.0).abs() < 1e-13, "{found:e} instead of {expected:e}");
    }

    #[test]
    fn quantiles_agree_with_r() {
        // qnorm
        for (probability, expected) in [
            (0.975, 1.959_963_984_540_054),
            (0.95, 1.644_853_626_951_472_2),
            (0.995, 2.575_829_303_548_900_4),
            (0.05, -1.644_853_626_951_472_7),
            (1e-10, -6.361_340_902_404_056),
        ] {
            agree(quantile(probability), expected);
        }
        assert!(quantile(0.5).abs() < 1e-16);
    }

    #[test]
    fn tails_keep_their_digits_however_small_they_are() {
        // mpmath, 40 digits
        for (z, expected) in [
            (0.3, 0.382_088_577_811_047_3),
            (1.3, 0.096_800_484_585_610_33),
            (2.4, 0.008_197_535_924_596_131),
            (2.6, 0.004_661_188_023_718_749),
            (3.8, 7.234_804_392_512_003e-5),
            (7.0, 1.279_812_543_885_835e-12),
            (31.0, 2.695_250_081_200_500_2e-211),
            (-3.0, 0.998_650_101_968_369_9),
        ] {
            agree(upper_tail(z), expected);
        }
    }
}
