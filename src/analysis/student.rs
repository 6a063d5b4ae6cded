//! Student's t distribution.

use super::{beta, normal};

/// The quantile at a probability above one half, for any positive degrees of freedom.
///
/// The tail is half an incomplete beta function; its graph is convex, so Newton's steps from the normal quantile, which
/// lies below, rise to the root without overshooting.
pub fn quantile(probability: f64, freedom: f64) -> f64 {
    let wanted = 1.0 - probability;
    let mut t = normal::quantile(probability);
    for _ in 0..200 {
        let at = at(t, freedom);
        // The density of t is the leading factor divided by t.
        let step = (0.5 * at.lower - wanted) * t / at.leading;
        t += step;
        if step.abs() <= 1e-15 * t {
            break;
        }
    }
    t
}

fn at(t: f64, freedom: f64) -> beta::Tails {
    let whole = freedom + t * t;
    beta::tails(0.5 * freedom, 0.5, freedom / whole, t * t / whole)
}
