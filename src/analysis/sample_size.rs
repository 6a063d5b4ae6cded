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

/// A planned survey in whole answers and invitations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// The answers needed from a universe without end, not rounded.
    pub unlimited: f64,
    /// The same in whole answers.
    pub unlimited_answers: f64,
    /// The answers needed from this universe, not rounded; without one as from a universe without end.
    pub finite: f64,
    /// The same in whole answers.
    pub finite_answers: f64,
    /// The users to invite so that, at the expected response, the whole answers come; `None` where no response is expected.
    /// It may exceed the universe: then the precision cannot be had.
    pub invitations: Option<f64>,
}

/// What it takes to be so precise, in whole numbers (which an impossible wish makes infinite). `response` is the share of the
/// invited who are expected to answer.
pub fn plan(wanted: Precision, universe: Option<u64>, response: f64) -> Plan {
    let (unlimited, finite) = (answers_needed(wanted, None), answers_needed(wanted, universe));
    let finite_answers = whole(finite);
    let invitations = (response > 0.0 && response <= 1.0).then(|| whole(finite_answers / response));
    Plan { unlimited, unlimited_answers: whole(unlimited), finite, finite_answers, invitations }
}

/// Rounded up; a whole number that the last binary digit has lifted stays.
fn whole(needed: f64) -> f64 {
    (needed * (1.0 - 1e-12)).ceil()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_agree_with_the_reference() {
        for (share, margin, universe, answers, finite, invitations) in [
            (0.5, 0.05, Some(1_000_000_000_000), 385.0, 385.0, 1_284.0),
            (0.5, 0.05, Some(2_000), 385.0, 323.0, 1_077.0),
            (0.8, 0.03, Some(15_000), 683.0, 654.0, 2_180.0),
            (0.8, 0.03, None, 683.0, 683.0, 2_277.0),
        ] {
            let found = plan(Precision { share, margin }, universe, 0.3);
            assert_eq!((found.unlimited_answers, found.finite_answers, found.invitations), (answers, finite, Some(invitations)));
            assert!(found.finite <= found.finite_answers && found.finite > found.finite_answers - 1.0);
        }
    }

    #[test]
    fn whole_numbers_stay_and_no_response_has_no_invitations() {
        // 3 / 0.1 and 7 / 0.07 are a hair above 30 and 100 in binary
        assert_eq!((whole(3.0 / 0.1), whole(7.0 / 0.07), whole(7.000_1)), (30.0, 100.0, 8.0));
        for response in [0.0, -0.1, 1.1, f64::NAN] {
            assert_eq!(plan(Precision { share: 0.5, margin: 0.05 }, None, response).invitations, None);
        }
    }

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
