//! A share of the valid answers, with its intervals.

use super::finding::{Interval, ShareFinding};
use super::{beta, normal};
use crate::charter::Bounds;

/// How sure an interval is said to be: a probability of the normal distribution's quantile.
pub const TWO_SIDED_95: f64 = 0.975;
/// One bound that errs in 5 of 100 cases; both together are a 90 % interval.
pub const ONE_SIDED_95: f64 = 0.95;

/// The score interval without continuity correction: R's `prop.test(correct = FALSE)`. `base` must not be 0.
///
/// Source: Wilson 1927, J. Am. Stat. Assoc. 22, 209-212. `base` need not be whole: see [`effective_base`].
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

/// The exact binomial interval: R's `binom.test`.
///
/// Source: Clopper & Pearson 1934, Biometrika 26, 404-413, as quantiles of the beta distribution.
pub fn clopper_pearson(count: u64, base: u64) -> Interval {
    let (count, rest) = (as_real(count), as_real(base - count));
    let lower = if count > 0.0 { beta::quantile(0.025, count, rest + 1.0) } else { 0.0 };
    let upper = if rest > 0.0 { beta::quantile(0.975, count + 1.0, rest) } else { 1.0 };
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
        return Some(ShareFinding { count, base, share, interval, bounds });
    }
    let interval = wilson(share, worth, TWO_SIDED_95);
    let Interval { lower, upper } = wilson(share, worth, ONE_SIDED_95);
    Some(ShareFinding { count, base, share, interval, bounds: Bounds { lower, upper } })
}

/// A count as a real number.
#[allow(clippy::cast_precision_loss)] // Counts of people stay far below 2^53.
pub fn as_real(count: u64) -> f64 {
    count as f64
}
