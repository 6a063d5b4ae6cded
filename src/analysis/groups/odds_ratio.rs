//! The conditional distribution of a table of two by two for any odds ratio (Fisher's noncentral hypergeometric one), and the odds
//! ratios found from it.

use crate::analysis::proportion::as_real;

/// All tables of two by two with the same margins, each known by its first count.
pub struct Tables {
    row: u64,
    column: u64,
    /// The total less the first row and the first column; below 0 in some tables.
    rest: f64,
    /// The smallest first count.
    pub least: u64,
    /// The largest first count.
    pub most: u64,
}

impl Tables {
    /// The tables with the margins of this one, given row by row.
    pub fn like([a, b, c, d]: [u64; 4]) -> Self {
        let (row, column) = (a + b, a + c);
        Self { row, column, rest: as_real(d) - as_real(a), least: a.saturating_sub(d), most: row.min(column) }
    }

    /// How much likelier a first count one higher is; falls as the count rises.
    fn ratio(&self, count: u64, odds: f64) -> f64 {
        let (higher, free) = (as_real(count) + 1.0, self.rest + as_real(count) + 1.0);
        odds * (as_real(self.row - count) / higher) * (as_real(self.column - count) / free)
    }

    /// The distribution of the first count: from the likeliest outwards until nothing is left, so that nothing overflows.
    pub fn spread(&self, log_odds: f64) -> Spread {
        let odds = log_odds.exp();
        let (mut low, mut high) = (self.least, self.most);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.ratio(middle, odds) > 1.0 { low = middle + 1 } else { high = middle }
        }
        let mut shares = Vec::new();
        let (mut share, mut start) = (1.0, low);
        while start > self.least && share > 0.0 {
            share /= self.ratio(start - 1, odds);
            shares.push(share);
            start -= 1;
        }
        shares.reverse();
        shares.push(1.0);
        let (mut share, mut count) = (1.0, low);
        while count < self.most && share > 0.0 {
            share *= self.ratio(count, odds);
            shares.push(share);
            count += 1;
        }
        let whole: f64 = shares.iter().sum();
        shares.iter_mut().for_each(|share| *share /= whole);
        Spread { start, shares }
    }

    /// The odds ratio at which a rising function of the distribution is 0, by halving; beyond e^700 a number ends.
    pub fn odds_where(&self, rising: &dyn Fn(&Spread) -> f64) -> f64 {
        let (mut low, mut high) = (-700.0, 700.0);
        for _ in 0..60 {
            let middle = 0.5 * (low + high);
            if rising(&self.spread(middle)) < 0.0 { low = middle } else { high = middle }
        }
        f64::exp(0.5 * (low + high))
    }

    /// The same as `fisher.test` searches it: among odds below 1, or among the inverse of those above, to R's coarse tolerance.
    pub fn odds_as_r(&self, rising: &dyn Fn(&Spread) -> f64) -> f64 {
        let at_one = rising(&self.spread(0.0));
        if at_one > 0.0 {
            // At odds of 0 only the smallest count is left.
            let at_none = rising(&Spread { start: self.least, shares: vec![1.0] });
            brent((0.0, at_none), (1.0, at_one), |odds| rising(&self.spread(odds.ln())))
        } else if at_one < 0.0 {
            let inverse = |inverse: f64| rising(&self.spread(-inverse.ln()));
            1.0 / brent((f64::EPSILON, inverse(f64::EPSILON)), (1.0, at_one), inverse)
        } else {
            1.0
        }
    }
}

/// A root between two places with their values, by Brent's method with the tolerance of R's `uniroot`, step for step.
///
/// Source: Brent 1973, Algorithms for Minimization without Derivatives, 4.
fn brent(from: (f64, f64), to: (f64, f64), function: impl Fn(f64) -> f64) -> f64 {
    let tolerance = f64::EPSILON.powf(0.25);
    // The place before, the best place, and one on the other side of the root.
    let (mut before, mut best, mut across) = (from, to, from);
    if from.1 == 0.0 {
        return from.0;
    }
    for _ in 0..1_000 {
        let last_step = best.0 - before.0;
        if across.1.abs() < best.1.abs() {
            (before, best, across) = (best, across, best);
        }
        let least_step = 2.0 * f64::EPSILON * best.0.abs() + 0.5 * tolerance;
        let half = 0.5 * (across.0 - best.0);
        if half.abs() <= least_step || best.1 == 0.0 {
            break;
        }
        let mut step = half;
        if last_step.abs() >= least_step && before.1.abs() > best.1.abs() {
            let (above, below) = interpolate(before, best, across);
            let inside = 0.75 * (across.0 - best.0) * below - (0.5 * least_step * below).abs();
            if above < inside && above < (0.5 * last_step * below).abs() {
                step = above / below;
            }
        }
        if step.abs() < least_step {
            step = if step > 0.0 { least_step } else { -least_step };
        }
        before = best;
        best = (best.0 + step, function(best.0 + step));
        if best.1 * across.1 > 0.0 {
            across = before;
        }
    }
    best.0
}

/// The step to where the line, or the inverse parabola, through the places is 0: above and below the line of a fraction.
fn interpolate(before: (f64, f64), best: (f64, f64), across: (f64, f64)) -> (f64, f64) {
    let (distance, ratio) = (across.0 - best.0, best.1 / before.1);
    let (above, below) = if before.0 == across.0 {
        (distance * ratio, 1.0 - ratio)
    } else {
        let (q, r) = (before.1 / across.1, best.1 / across.1);
        let above = ratio * (distance * q * (q - r) - (best.0 - before.0) * (r - 1.0));
        (above, (q - 1.0) * (r - 1.0) * (ratio - 1.0))
    };
    if above > 0.0 { (above, -below) } else { (-above, below) }
}

/// The probability of each first count from `start` on.
pub struct Spread {
    start: u64,
    shares: Vec<f64>,
}

impl Spread {
    /// The probability of the counts that are chosen by number and probability.
    pub fn sum(&self, counts: impl Fn(u64, f64) -> bool) -> f64 {
        (self.start..).zip(&self.shares).filter(|(count, share)| counts(*count, **share)).map(|(_, share)| share).sum()
    }

    /// The probability of one count.
    pub fn at(&self, wanted: u64) -> f64 {
        self.sum(|count, _| count == wanted)
    }

    /// The probability of counts at most so large.
    pub fn below(&self, most: u64) -> f64 {
        self.sum(|count, _| count <= most).min(1.0)
    }

    /// The probability of counts at least so large.
    pub fn above(&self, least: u64) -> f64 {
        self.sum(|count, _| count >= least).min(1.0)
    }

    /// The mean less a count.
    pub fn mean_less(&self, count: u64) -> f64 {
        (self.start..).zip(&self.shares).map(|(at, share)| (as_real(at) - as_real(count)) * share).sum()
    }
}
