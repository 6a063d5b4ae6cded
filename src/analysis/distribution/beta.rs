//! The regularized incomplete beta function and its inverse, on which Student's t and exact binomial intervals stand.
//!
//! Own code because the one of statrs stops after 140 steps and takes logarithms of huge gamma functions: with 30,000
//! answers it has lost half its digits. Here the leading factor is the saddle-point form of Loader (2000), which has no
//! large terms to cancel, and the continued fraction (Lentz; DLMF 8.17.22) runs until it stands still.

/// Both tails of a Beta(a, b) variable at a place.
#[derive(Clone, Copy, Debug)]
pub struct Tails {
    /// The probability below.
    pub lower: f64,
    /// The probability above.
    pub upper: f64,
    /// `x^a (1 - x)^b / B(a, b)`, which is `x (1 - x)` times the density.
    pub leading: f64,
}

/// The tails of Beta(a, b) at `x`; `rest` is `1 - x`, given apart so that a tiny one keeps its digits.
pub fn tails(a: f64, b: f64, x: f64, rest: f64) -> Tails {
    if x <= 0.0 {
        return Tails { lower: 0.0, upper: 1.0, leading: 0.0 };
    }
    if rest <= 0.0 {
        return Tails { lower: 1.0, upper: 0.0, leading: 0.0 };
    }
    let leading = leading_factor(a, b, x, rest);
    if x < (a + 1.0) / (a + b + 2.0) {
        let lower = leading * continued_fraction(a, b, x) / a;
        Tails { lower, upper: 1.0 - lower, leading }
    } else {
        let upper = leading * continued_fraction(b, a, rest) / b;
        Tails { lower: 1.0 - upper, upper, leading }
    }
}

/// The quantile of Beta(a, b): Newton's steps, kept between bounds that close in.
pub fn quantile(probability: f64, a: f64, b: f64) -> f64 {
    let (mut least, mut most) = (0.0, 1.0);
    let mut x = a / (a + b);
    for _ in 0..200 {
        let at = tails(a, b, x, 1.0 - x);
        // The smaller tail keeps its digits.
        let excess = if probability <= 0.5 { at.lower - probability } else { (1.0 - probability) - at.upper };
        if excess > 0.0 {
            most = x;
        } else {
            least = x;
        }
        let step = excess * x * (1.0 - x) / at.leading;
        let aimed = x - step;
        let next = if aimed > least && aimed < most { aimed } else { 0.5 * (least + most) };
        if (next - x).abs() <= 1e-15 * x {
            return next;
        }
        x = next;
    }
    x
}

fn leading_factor(a: f64, b: f64, x: f64, rest: f64) -> f64 {
    let away = x * b - rest * a;
    let exponent = a * log_minus(away / a) + b * log_minus(-away / b);
    let correction = stirling_correction(a + b) - stirling_correction(a) - stirling_correction(b);
    (a * b / (a + b) / std::f64::consts::TAU).sqrt() * (exponent + correction).exp()
}

/// `ln(1 + u) - u` without cancellation near 0.
pub(super) fn log_minus(u: f64) -> f64 {
    if u.abs() > 0.3 {
        return u.ln_1p() - u;
    }
    let (mut power, mut sum) = (u, 0.0);
    // Thirty terms stand still at 0.3; the bound is for what is no number.
    for k in 2..100_u8 {
        power *= -u;
        let term = power / f64::from(k);
        if (sum + term) == sum {
            break;
        }
        sum += term;
    }
    sum
}

/// What Stirling's formula leaves of `ln gamma(z)`.
pub(super) fn stirling_correction(z: f64) -> f64 {
    if z < 15.0 {
        return (z + 0.5) * (1.0 / z).ln_1p() - 1.0 + stirling_correction(z + 1.0);
    }
    let inverse_square = 1.0 / (z * z);
    (1.0 / 12.0
        - inverse_square
            * (1.0 / 360.0 - inverse_square * (1.0 / 1260.0 - inverse_square * (1.0 / 1680.0 - inverse_square / 1188.0))))
        / z
}

fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    const SMALLEST: f64 = 1e-300;
    let away_from_zero = |value: f64| if value.abs() < SMALLEST { SMALLEST } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    for m in 1..1_000_000 {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away_from_zero(1.0 + even * d);
        c = away_from_zero(1.0 + even / c);
        fraction *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away_from_zero(1.0 + odd * d);
        c = away_from_zero(1.0 + odd / c);
        let change = d * c;
        fraction *= change;
        if (change - 1.0).abs() <= 2e-16 {
            break;
        }
    }
    fraction
}
