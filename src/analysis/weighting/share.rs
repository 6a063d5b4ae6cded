//! A weighted share.

use super::linearised::unheard;
use super::mean::{WeightedMean, mean};
use super::{Piece, Stratum, WeightingFault};
use crate::analysis::distribution::{beta, student};
use crate::analysis::finding::Interval;
use crate::analysis::proportion::{TWO_SIDED_95, as_real, wilson};

/// A weighted share with its design-based error and 95 % intervals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeightedShare {
    /// The valid answers.
    pub base: u64,
    /// The sum of their weights.
    pub weight: f64,
    /// The share, from 0 to 1.
    pub share: f64,
    /// The linearised standard error; 0 at a share of 0 or 1.
    pub error: f64,
    /// The answers to a simple random sample that would be as precise, `p (1 - p) / error^2`, to be used as the base of Wilson's
    /// interval and bounds; infinite where all users were heard. At a share of 0 or 1, where this is 0 / 0, Kish's effective
    /// base (with the finite population correction), which does not depend on the answers.
    pub effective_base: f64,
    /// The variance over that of a simple random sample drawn with replacement, `error^2 n / ((n / (n - 1)) p (1 - p))`; as
    /// `svymean(deff = "replace")`. `None` at a share of 0 or 1.
    pub design_effect: Option<f64>,
    /// Student's interval of the logit, `logit(p) +- t error / (p (1 - p))`: both `svyciprop(method = "logit")` and `"xlogit"`,
    /// which differ only in how they arrive at it. `None` at a share of 0 or 1.
    pub logit: Option<Interval>,
    /// Clopper's and Pearson's at the effective base, its length drawn to the degrees of freedom: `svyciprop(method = "beta")`.
    /// Source: Korn & Graubard 1998, Survey Methodology 24, 193-201. `None` at a share of 0 or 1.
    pub beta: Option<Interval>,
    /// Wilson's at the effective base, with the normal quantile: the one that always exists.
    pub wilson: Interval,
}

/// The weighted share of the valid answers whose value `counts`. Rows without a valid answer as in [`mean`].
///
/// # Errors
/// As [`mean`].
pub fn share(pieces: &[Piece], strata: &[Stratum], counts: impl Fn(f64) -> bool) -> Result<WeightedShare, WeightingFault> {
    let pieces = indicators(pieces, counts);
    Ok(with_intervals(mean(&pieces, strata)?, &pieces, strata))
}

/// The pieces with 1 for a value that counts and 0 for another.
pub(super) fn indicators(pieces: &[Piece], counts: impl Fn(f64) -> bool) -> Vec<Piece> {
    pieces.iter().map(|piece| Piece { value: if counts(piece.value) { 1.0 } else { 0.0 }, ..*piece }).collect()
}

/// A share's effective base and intervals from its error; `pieces` hold 0 and 1.
pub(super) fn with_intervals(found: WeightedMean, pieces: &[Piece], strata: &[Stratum]) -> WeightedShare {
    let WeightedMean { base, weight, mean, error, freedom, .. } = found;
    let share = mean.clamp(0.0, 1.0);
    let spread = share * (1.0 - share);
    let inside = spread > 0.0;
    let effective_base = if inside { spread / (error * error) } else { base_at_the_edge(pieces, strata, weight) };
    let n = as_real(base);
    let rows: u64 = strata.iter().map(|stratum| stratum.rows).sum();
    let exact = Interval { lower: share, upper: share };
    let heard_in_full = effective_base.is_infinite();
    WeightedShare {
        base,
        weight,
        share,
        error,
        effective_base,
        design_effect: inside.then(|| error * error * (n - 1.0) / spread),
        logit: inside.then(|| if heard_in_full { exact } else { logit(share, error, freedom) }),
        beta: inside.then(|| if heard_in_full { exact } else { korn_graubard(share, effective_base, rows, freedom) }),
        wilson: if heard_in_full { exact } else { wilson(share, effective_base, TWO_SIDED_95) },
    }
}

fn logit(share: f64, error: f64, freedom: f64) -> Interval {
    let (centre, spread) = ((share / (1.0 - share)).ln(), share * (1.0 - share));
    let reach = student::quantile(TWO_SIDED_95, freedom) * error / spread;
    let back = |logit: f64| 1.0 / (1.0 + (-logit).exp());
    Interval { lower: back(centre - reach), upper: back(centre + reach) }
}

fn korn_graubard(share: f64, effective_base: f64, rows: u64, freedom: f64) -> Interval {
    let [simple, design] = [as_real(rows) - 1.0, freedom].map(|freedom| student::quantile(TWO_SIDED_95, freedom));
    let base = effective_base * (simple / design).powi(2);
    let (count, rest) = (base * share, base * (1.0 - share));
    Interval { lower: beta::quantile(0.025, count, rest + 1.0), upper: beta::quantile(0.975, count + 1.0, rest) }
}

/// Kish's effective base; in finite strata divided by the part of the squared weights that was not heard.
fn base_at_the_edge(pieces: &[Piece], strata: &[Stratum], weight: f64) -> f64 {
    let square = |piece: &Piece| {
        let stratum = strata[piece.stratum];
        unheard(stratum.rows, stratum.population) * piece.square
    };
    weight * weight / pieces.iter().filter(|piece| piece.count > 0).map(square).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::super::example::{Design, Item, agree};
    use super::*;

    /// The design and the item, then the share, its error, effective base and design effect, and the logit and beta intervals.
    /// `s <- svymean(~I(as.numeric(x >= 9)), design, na.rm = TRUE, deff = "replace")`, `c(s, SE(s), s * (1 - s) / SE(s)^2, deff(s))`,
    /// `svyciprop` by `"logit"` and `"beta"`.
    #[rustfmt::skip]
    const EXPECTED: [(Design, Item, [f64; 8]); 10] = [
        (Design::Given, Item::Five, [0.587_628_865_979_381_5, 0.123_147_134_744_082_84, 15.978_748_283_785_762, 1.439_411_873_290_410_6, 0.332_452_001_571_833_74, 0.803_048_788_532_951_9, 0.320_539_402_823_897_87, 0.821_339_314_776_495_7]),
        (Design::Given, Item::Eleven, [0.360_946_745_562_130_2, 0.132_090_512_781_372_65, 13.220_166_626_123_426, 1.437_198_224_298_887_9, 0.147_307_080_728_251_72, 0.648_708_104_245_427, 0.124_794_269_746_875_95, 0.660_732_374_738_393_9]),
        (Design::Strata, Item::Five, [0.587_628_865_979_381_5, 0.126_885_415_132_259_5, 15.051_090_553_970_287, 1.528_128_471_324_151_6, 0.324_149_763_017_033_7, 0.808_935_712_833_55, 0.311_019_270_366_395_6, 0.828_527_845_398_118_2]),
        (Design::Strata, Item::Eleven, [0.360_946_745_562_130_2, 0.138_630_410_554_173_33, 12.002_263_647_660_381, 1.583_034_713_931_126, 0.139_299_969_990_526_85, 0.663_426_529_924_286_3, 0.114_828_854_989_618_76, 0.677_437_619_368_668_2]),
        (Design::FiniteStrata, Item::Five, [0.587_628_865_979_381_5, 0.089_939_350_659_850_86, 29.956_556_027_260_56, 0.767_778_511_624_297_6, 0.397_069_000_717_927_56, 0.755_106_673_993_054_2, 0.392_946_057_852_719_8, 0.764_119_133_440_340_9]),
        (Design::FiniteStrata, Item::Eleven, [0.360_946_745_562_130_2, 0.096_096_882_470_858_67, 24.978_225_602_668_104, 0.760_662_518_716_721_1, 0.191_910_431_459_356_55, 0.573_251_433_117_622_5, 0.179_526_108_365_779_6, 0.577_033_064_517_427_5]),
        (Design::CountedStrata, Item::Five, [0.652_173_913_043_478_3, 0.088_614_287_637_349_77, 28.888_039_740_160_49, 0.796_177_248_677_248_7, 0.454_185_260_952_501_1, 0.808_608_183_039_233_1, 0.452_144_398_774_961_5, 0.819_344_392_473_280_2]),
        (Design::CountedStrata, Item::Eleven, [0.394_736_842_105_263_16, 0.101_450_791_384_362_2, 23.213_521_254_435_186, 0.818_488_491_760_803_1, 0.212_403_868_722_467_1, 0.611_971_732_538_956_2, 0.199_655_753_865_277_26, 0.617_981_834_912_461_1]),
        (Design::Finite, Item::Five, [0.587_628_865_979_381_5, 0.107_357_183_107_208_74, 21.024_668_794_454_95, 1.093_953_023_700_712, 0.363_010_946_447_221_76, 0.780_856_240_136_174_3, 0.355_166_518_646_478_7, 0.794_531_020_587_767_1]),
        (Design::Finite, Item::Eleven, [0.360_946_745_562_130_2, 0.115_153_839_322_894_22, 17.394_956_087_004_51, 1.092_270_650_467_154_7, 0.167_425_042_512_981_24, 0.613_363_503_995_039_2, 0.149_710_109_511_802_5, 0.621_106_367_388_875_9]),
    ];

    fn of(design: Design, item: Item) -> WeightedShare {
        share(&design.pieces(item), &design.strata(), |value| item.counts(value)).unwrap()
    }

    #[test]
    fn shares_and_their_intervals_agree_with_r() {
        for (design, item, expected) in EXPECTED {
            let found = of(design, item);
            let (logit, beta) = (found.logit.unwrap(), found.beta.unwrap());
            agree(&[found.share, found.error, found.effective_base], &expected[..3], 1e-12);
            agree(&[found.design_effect.unwrap()], &expected[3..4], 1e-12);
            // R's logit comes from an iterated regression.
            agree(&[logit.lower, logit.upper, beta.lower, beta.upper], &expected[4..], 1e-11);
        }
    }

    #[test]
    fn intervals_hold_the_share_and_read_backwards_they_mirror() {
        for design in [Design::Given, Design::Finite, Design::Strata, Design::FiniteStrata, Design::CountedStrata] {
            for item in [Item::Eleven, Item::Five] {
                let one = of(design, item);
                let other = share(&design.pieces(item), &design.strata(), |value| !item.counts(value)).unwrap();
                agree(&[other.share, other.error], &[1.0 - one.share, one.error], 1e-13);
                let both = [(one.logit.unwrap(), other.logit.unwrap()), (one.beta.unwrap(), other.beta.unwrap())];
                for (here, there) in both.into_iter().chain([(one.wilson, other.wilson)]) {
                    assert!(here.lower < one.share && one.share < here.upper);
                    agree(&[there.lower, there.upper], &[1.0 - here.upper, 1.0 - here.lower], 1e-12);
                }
            }
        }
    }

    #[test]
    fn of_equal_weights_the_design_effect_is_one_and_wilsons_base_one_less_than_n() {
        let pieces = [(1.0, 30), (0.0, 70)].map(|(value, count): (f64, u64)| {
            let weight = 2.5 * as_real(count);
            Piece { stratum: 0, value, count, weight, square: 2.5 * weight }
        });
        let found = share(&pieces, &[Stratum { rows: 100, population: None }], |value| value > 0.5).unwrap();
        agree(&[found.share, found.design_effect.unwrap(), found.effective_base], &[0.3, 1.0, 99.0], 1e-13);
    }

    #[test]
    fn at_a_share_of_0_or_1_wilson_stands_on_kishs_base_and_the_others_are_missing() {
        // sum(w)^2 / sum(w^2) of the 24 weights
        let (design, item) = (Design::Given, Item::Five);
        let base = 48.5 * 48.5 / 136.75;
        let [none, all] = [false, true].map(|counts| share(&design.pieces(item), &design.strata(), |_| counts).unwrap());
        for (found, at) in [(none, 0.0), (all, 1.0)] {
            assert_eq!((found.share, found.error, found.logit, found.beta, found.design_effect), (at, 0.0, None, None, None));
            agree(&[found.effective_base], &[base], 1e-14);
            assert_eq!(found.wilson, wilson(at, found.effective_base, TWO_SIDED_95));
        }
        assert!(none.wilson.upper > 0.15 && all.wilson.lower < 0.85);
    }

    #[test]
    fn users_heard_in_full_have_the_share_as_every_interval() {
        let piece = |value, count| Piece { stratum: 0, value, count, weight: as_real(count), square: as_real(count) };
        let full = [Stratum { rows: 10, population: Some(10.0) }];
        for (ones, zeros) in [(4, 6), (10, 0), (0, 10)] {
            let found = share(&[piece(1.0, ones), piece(0.0, zeros)], &full, |value| value > 0.5).unwrap();
            let point = Interval { lower: found.share, upper: found.share };
            assert!(found.effective_base.is_infinite() && found.wilson == point);
            assert!([found.logit, found.beta].iter().flatten().all(|interval| *interval == point));
        }
    }
}
