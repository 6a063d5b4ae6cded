//! A share of the valid answers, with its intervals.

use super::distribution::{beta, normal};
use super::finding::{Interval, ShareFinding};
use crate::charter::Bounds;

/// How sure an interval is said to be: a probability of the normal distribution's quantile.
pub const TWO_SIDED_95: f64 = 0.975;
/// One bound that errs in 5 of 100 cases; both together are a 90 % interval.
pub const ONE_SIDED_95: f64 = 0.95;

/// The score interval without continuity correction: R's `prop.test(correct = FALSE)`. `base` must not be 0.
///
/// Source: Wilson 1927, J. Am. Stat. Assoc. 22, 209-212. `base` need not be whole: see [`effective_base`]. Of an
/// infinite one, a census, both ends are the share itself.
pub fn wilson(share: f64, base: f64, probability: f64) -> Interval {
    let z = normal::quantile(probability);
    let z_square = z * z;
    let centre = share + z_square / (2.0 * base);
    let half = z * (share * (1.0 - share) / base + z_square / (4.0 * base * base)).sqrt();
    let scale = 1.0 + z_square / base;
    // At the edges the exact ends are 0 and 1; rounding must not step over the estimate.
    let lower = if share <= 0.0 { 0.0 } else { (centre - half) / scale };
    let upper = if share >= 1.0 { 1.0 } else { (centre + half) / scale };
    Interval { lower: lower.clamp(0.0, share), upper: upper.clamp(share, 1.0) }
}

/// The base that a sample without replacement from a finite universe is worth: `n (N - 1) / (N - n)`; infinite for a census.
///
/// Source: Cochran 1977, Sampling Techniques, 2.6. It does not cure self-selection.
pub fn effective_base(base: u64, universe: Option<u64>) -> f64 {
    match universe {
        None => as_real(base),
        Some(universe) if universe <= base => f64::INFINITY,
        Some(universe) => as_real(base) * (as_real(universe) - 1.0) / (as_real(universe) - as_real(base)),
    }
}

/// The base at which a share, were it found again, would lie on one side of a target for certain: the score test that
/// Wilson's one-sided bound inverts. Infinite where it is the target itself; in a finite universe the census decides at the
/// latest.
pub fn needed_for_share(share: f64, target: f64, universe: Option<u64>) -> f64 {
    let distance = share - target;
    let needed = normal::quantile(ONE_SIDED_95).powi(2) * target * (1.0 - target) / (distance * distance);
    match universe.map(as_real) {
        None => needed,
        Some(universe) if !needed.is_finite() => universe,
        Some(universe) => needed * universe / (needed + universe - 1.0),
    }
}

/// The exact binomial interval: R's `binom.test`.
///
/// Source: Clopper & Pearson 1934, Biometrika 26, 404-413, as quantiles of the beta distribution.
pub fn clopper_pearson(count: u64, base: u64) -> Interval {
    let (count, rest) = (as_real(count), as_real(base - count));
    let lower = if count > 0.0 { beta::quantile(0.025, count, rest + 1.0) } else { 0.0 };
    let upper = if rest > 0.0 { beta::quantile(0.975, count + 1.0, rest) } else { 1.0 };
    Interval { lower, upper }
}

/// Jeffreys' interval: the middle 95 % of Beta(k + 1/2, n - k + 1/2), drawn out to 0 where no answer counts and to 1 where
/// all do.
///
/// Source: Brown, Cai & DasGupta 2001, Statistical Science 16, 101-133.
pub fn jeffreys(count: u64, base: u64) -> Interval {
    let (a, b) = (as_real(count) + 0.5, as_real(base - count) + 0.5);
    let lower = if count > 0 { beta::quantile(0.025, a, b) } else { 0.0 };
    let upper = if count < base { beta::quantile(0.975, a, b) } else { 1.0 };
    Interval { lower, upper }
}

/// A share with its intervals; `None` where nobody answered.
pub fn share_finding(count: u64, base: u64, universe: Option<u64>) -> Option<ShareFinding> {
    if base == 0 {
        return None;
    }
    let share = as_real(count) / as_real(base);
    let worth = effective_base(base, universe);
    if worth.is_infinite() {
        let (interval, bounds) = (Interval { lower: share, upper: share }, Bounds { lower: share, upper: share });
        return Some(ShareFinding { count, base, effective_base: worth, share, interval, bounds });
    }
    let interval = wilson(share, worth, TWO_SIDED_95);
    let Interval { lower, upper } = wilson(share, worth, ONE_SIDED_95);
    Some(ShareFinding { count, base, effective_base: worth, share, interval, bounds: Bounds { lower, upper } })
}

/// A count as a real number.
#[allow(clippy::cast_precision_loss)] // Counts of people stay far below 2^53.
pub fn as_real(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(found: Interval, lower: f64, upper: f64, tolerance: f64) {
        assert!((found.lower - lower).abs() <= tolerance * lower.max(1e-6), "{} instead of {lower}", found.lower);
        assert!((found.upper - upper).abs() <= tolerance * upper, "{} instead of {upper}", found.upper);
    }

    #[test]
    fn of_a_census_wilson_leaves_nothing_open() {
        for share in [0.0, 0.3, 1.0] {
            assert_eq!(wilson(share, f64::INFINITY, TWO_SIDED_95), Interval { lower: share, upper: share });
        }
    }

    #[test]
    fn wilson_agrees_with_r() {
        // prop.test(k, n, correct = FALSE) at 95 and 90 %
        for (count, base, wide, narrow) in [
            (0, 10, (0.0, 0.277_532_799_862_889_15), (0.0, 0.212_941_970_083_406_82)),
            (10, 10, (0.722_467_200_137_110_9, 1.0), (0.787_058_029_916_593_1, 1.0)),
            (1, 3, (0.061_491_944_720_396_32, 0.792_340_399_197_952_3), (0.078_265_726_333_728_47, 0.746_466_131_718_775_7)),
            (45, 50, (0.786_397_685_625_203_5, 0.956_524_235_068_109_6), (0.808_462_485_848_429_2, 0.950_470_965_522_554_8)),
            (812, 1_200, (0.649_674_278_104_898_1, 0.702_531_568_348_802_3), (0.654_080_646_393_517_9, 0.698_457_846_762_752_4)),
            (
                700_000,
                1_000_000,
                (0.699_101_064_775_870_5, 0.700_897_398_646_503_8),
                (0.699_245_693_092_959_7, 0.700_753_224_692_586_6),
            ),
        ] {
            let found = share_finding(count, base, None).unwrap();
            agree(found.interval, wide.0, wide.1, 1e-12);
            agree(Interval { lower: found.bounds.lower, upper: found.bounds.upper }, narrow.0, narrow.1, 1e-12);
        }
    }

    #[test]
    fn a_finite_universe_narrows_the_interval_as_r_says() {
        for (count, base, universe, lower, upper) in [
            (45, 50, 80, 0.836_892_328_204_081, 0.940_428_832_091_639_2),
            (812, 1_200, 5_000, 0.653_187_976_672_685_9, 0.699_287_638_761_141_9),
            (30, 40, 41, 0.728_200_943_822_270_6, 0.770_601_475_581_602_7),
        ] {
            agree(share_finding(count, base, Some(universe)).unwrap().interval, lower, upper, 1e-12);
        }
    }

    #[test]
    fn a_census_has_no_interval_left() {
        let found = share_finding(30, 40, Some(40)).unwrap();
        assert_eq!((found.interval.lower, found.interval.upper), (0.75, 0.75));
    }

    #[test]
    fn clopper_and_pearson_agree_with_r() {
        // binom.test(k, n)
        for (count, base, lower, upper) in [
            (0, 10, 0.0, 0.308_497_107_818_760_83),
            (10, 10, 0.691_502_892_181_239_2, 1.0),
            (1, 3, 0.008_403_758_659_612_641, 0.905_700_675_949_753_9),
            (45, 50, 0.781_864_633_565_797_7, 0.966_724_906_410_977_5),
            (812, 1_200, 0.649_376_343_743_099_4, 0.703_088_173_499_135),
            (700_000, 1_000_000, 0.699_100_753_357_746_2, 0.700_898_088_066_418),
        ] {
            agree(clopper_pearson(count, base), lower, upper, 1e-9);
        }
    }

    #[test]
    fn wilson_at_99_percent_and_jeffreys_agree_with_r() {
        // prop.test(k, n, conf.level = 0.99, correct = FALSE); qbeta(c(.025, .975), k + .5, n - k + .5)
        for (count, base, wide, jeffreys_95) in [
            (0, 10, (0.0, 0.398_854_093_304_908), (0.0, 0.217_196_267_509_210_5)),
            (10, 10, (0.601_145_906_695_092, 1.0), (0.782_803_732_490_789_4, 1.0)),
            (1, 3, (0.040_426_629_296_084_65, 0.855_783_984_952_333), (0.038_747_617_785_165_17, 0.823_263_902_868_742_6)),
            (45, 50, (0.740_269_210_404_316, 0.966_009_116_221_581_6), (0.794_645_171_976_952_3, 0.960_805_635_605_816_2)),
            (812, 1_200, (0.640_996_626_927_275, 0.710_393_840_225_936_7), (0.649_800_879_681_646_7, 0.702_681_407_127_153_3)),
            (
                700_000,
                1_000_000,
                (0.698_818_282_923_401_5, 0.701_179_063_135_566_5),
                (0.699_101_253_783_996_6, 0.700_897_588_495_563_7),
            ),
        ] {
            agree(wilson(as_real(count) / as_real(base), as_real(base), 0.995), wide.0, wide.1, 1e-12);
            agree(jeffreys(count, base), jeffreys_95.0, jeffreys_95.1, 1e-10);
        }
    }

    #[test]
    fn an_interval_holds_its_estimate_and_mirrors() {
        for base in 1..60 {
            for count in 0..=base {
                let one = share_finding(count, base, None).unwrap();
                let other = share_finding(base - count, base, None).unwrap();
                assert!(one.interval.lower <= one.share && one.share <= one.interval.upper);
                assert!(one.interval.lower <= one.bounds.lower && one.bounds.upper <= one.interval.upper);
                assert!((one.interval.lower - (1.0 - other.interval.upper)).abs() < 1e-15);
            }
        }
    }
}
