//! Snedecor's F distribution.

use super::beta;

/// The probability above `x` with these degrees of freedom above and below the line.
pub fn upper_tail(x: f64, above: f64, below: f64) -> f64 {
    let whole = below + above * x;
    beta::tails(0.5 * above, 0.5 * below, above * x / whole, below / whole).upper
}

/// The quantile: the value with that probability below it.
///
/// The larger of the two parts of the beta variable is found as what the smaller leaves, so that neither loses digits.
pub fn quantile(probability: f64, above: f64, below: f64) -> f64 {
    let part = beta::quantile(probability, 0.5 * above, 0.5 * below);
    let odds = if part <= 0.5 {
        part / (1.0 - part)
    } else {
        let rest = beta::quantile(1.0 - probability, 0.5 * below, 0.5 * above);
        (1.0 - rest) / rest
    };
    odds * below / above
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_and_tails_agree_with_r() {
        // qf(p, df1, df2); from 400,000 degrees below the line R takes the chi-square instead, which is another number.
        for (probability, above, below, expected) in [
            (0.975, 2178.0, 8712.0, 1.067_955_660_288_548_7),
            (0.025, 2178.0, 8712.0, 0.935_113_272_143_85),
            (0.975, 14_136.0, 70_680.0, 1.025_754_896_689_296),
            (0.025, 14_136.0, 70_680.0, 0.974_676_921_019_427_3),
            (0.975, 5.0, 12.0, 3.891_133_933_902_388_3),
            (0.025, 3.0, 1.0, 0.057_328_130_783_207_64),
            (0.95, 40_000.0, 160_000.0, 1.013_058_957_154_367_3),
        ] {
            let found = quantile(probability, above, below);
            assert!((found / expected - 1.0).abs() < 1e-11, "{above} {below}: {found} instead of {expected}");
            assert!((upper_tail(found, above, below) / (1.0 - probability) - 1.0).abs() < 1e-10);
        }
    }
}
