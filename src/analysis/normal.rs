//! The standard normal distribution.

use statrs::function::erf::{erfc, erfc_inv};
use std::f64::consts::{SQRT_2, TAU};

/// The quantile: the `z` with that probability below it.
///
/// Source: the inverse complementary error function of statrs, refined by one Newton step on the smaller tail.
pub fn quantile(probability: f64) -> f64 {
    if probability > 0.5 {
        return -quantile(1.0 - probability);
    }
    let z = -SQRT_2 * erfc_inv(2.0 * probability);
    if !z.is_finite() {
        return z;
    }
    let density = (-0.5 * z * z).exp() / TAU.sqrt();
    z - (upper_tail(-z) - probability) / density
}

/// The probability above `z`; exact in the far tail.
pub fn upper_tail(z: f64) -> f64 {
    0.5 * erfc(z / SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_agree_with_r_to_twelve_digits() {
        // qnorm
        for (probability, expected) in [
            (0.975, 1.959_963_984_540_054),
            (0.95, 1.644_853_626_951_472_2),
            (0.995, 2.575_829_303_548_900_4),
            (0.05, -1.644_853_626_951_472_7),
            (1e-10, -6.361_340_902_404_056),
        ] {
            let found = quantile(probability);
            assert!((found / expected - 1.0).abs() < 1e-14, "{probability}: {found}");
        }
        assert!(quantile(0.5).abs() < 1e-16);
    }
}
