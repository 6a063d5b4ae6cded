//! How many answers a plan needs.

use super::distribution::normal;
use super::proportion::{TWO_SIDED_95, as_real};

/// What a survey should be able to say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Precision {
    /// The share expected; one half is the most demanding.
    pub share: f64,
    /// The half width of the 95 % interval that is wanted.
    pub margin: f64,
}

/// The answers needed, not yet rounded up; in a finite universe fewer.
///
/// Source: Cochran 1977, Sampling Techniques, 4.4: `n0 = z^2 p (1 - p) / e^2`, `n = n0 / (1 + (n0 - 1) / N)`.
pub fn answers_needed(wanted: Precision, universe: Option<u64>) -> f64 {
    let z = normal::quantile(TWO_SIDED_95);
    let unlimited = z * z * wanted.share * (1.0 - wanted.share) / (wanted.margin * wanted.margin);
    universe.map_or(unlimited, |universe| unlimited / (1.0 + (unlimited - 1.0) / as_real(universe)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_agree_with_the_reference() {
        for (share, margin, universe, unlimited, finite) in [
            (0.5, 0.05, 1_000_000_000_000, 384.145_882_069_412_27, 384.145_881_922_228_34),
            (0.5, 0.05, 2_000, 384.145_882_069_412_27, 322.385_536_663_696),
            (0.8, 0.03, 15_000, 682.926_012_567_844, 653.229_085_528_651_2),
        ] {
            let wanted = Precision { share, margin };
            assert!((answers_needed(wanted, None) / unlimited - 1.0).abs() < 1e-12);
            let found = answers_needed(wanted, Some(universe));
            assert!((found / finite - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn two_published_offices_needed_so_many() {
        let (large, small) = (Precision { share: 0.25, margin: 0.03 }, Precision { share: 0.4, margin: 0.035 });
        assert!((answers_needed(large, Some(70_000)) - 791.3).abs() < 0.1);
        assert!((answers_needed(small, Some(24_770)) - 730.5).abs() < 0.1);
    }
}
