//! Feeling and uncertainty behind the answers on a scale: the CUB model, a binomial of those who have a view mixed with
//! answers as even as chance.

use super::Obstacle;
use super::proportion::as_real;

/// The fewest points from which the two parameters can be told apart (Iannario 2010, Metron 68, 87-94).
const FEWEST_POINTS: u64 = 4;
/// What the model must gain over even answers, in logarithms of likelihood per answer, to be more than rounding.
const LEAST_GAIN: f64 = 1e-13;

/// The best CUB model of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Cub {
    /// The answers.
    pub base: u64,
    /// The weight of the binomial, above 0 and at most 1.
    pub pi: f64,
    /// The binomial's parameter: 0 where all lean to the last point, 1 where all lean to the first.
    pub xi: f64,
    /// The natural logarithm of the likelihood at its top.
    pub log_likelihood: f64,
    /// Half the sum of the distances between the shares of the points and the model's: the part of the answers that would have
    /// to be others.
    pub dissimilarity: f64,
    /// `None` where the top lies on the edge (`pi` = 1, or `xi` = 0 or 1): no standard errors exist there.
    pub errors: Option<CubErrors>,
}

/// Standard errors from the observed information.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CubErrors {
    /// Of `pi`, and so of the uncertainty.
    pub pi: f64,
    /// Of `xi`, and so of the feeling.
    pub xi: f64,
    /// The covariance of the two.
    pub covariance: f64,
}

impl Cub {
    /// `1 - xi`, from 0 to 1: how far the answers lean to the last point.
    pub fn feeling(&self) -> f64 {
        1.0 - self.xi
    }

    /// `1 - pi`, from 0 to 1: the part of the answers that is as even as chance.
    pub fn uncertainty(&self) -> f64 {
        1.0 - self.pi
    }

    /// Schwarz' criterion: `2 ln n - 2 ln L`.
    pub fn bic(&self) -> f64 {
        2.0 * as_real(self.base).ln() - 2.0 * self.log_likelihood
    }
}

/// The CUB model of how often each point of a scale was given, from the worst to the best, those never given included.
///
/// `P(r) = pi C(m-1, r-1) xi^(m-r) (1-xi)^(r-1) + (1-pi) / m` for the points 1 to m of the scale. For a given `xi` the
/// likelihood has one top in `pi`; so the search goes along `xi` alone, over a grid first because there may be several tops,
/// and ends with Newton's steps in both: the exact optimum, at which EM would arrive after thousands of steps. On the edge
/// `pi` = 1 `xi` is `(m - mean) / (m - 1)` exactly.
///
/// Sources: Piccolo 2003, Quaderni di Statistica 5, 85-104; D'Elia & Piccolo 2005, Computational Statistics & Data Analysis 49,
/// 917-934; Piccolo 2006, Quaderni di Statistica 8, 33-78, for the observed information.
///
/// # Errors
/// No answers; fewer than four points; `Undetermined` where the answers are as even as chance or rarer in the middle than at
/// both ends, so that the best binomial has no weight and nothing can be said of the feeling.
pub fn cub(counts: &[u64]) -> Result<Cub, Obstacle> {
    let base: u64 = counts.iter().sum();
    if u64::try_from(counts.len()).unwrap_or(u64::MAX) < FEWEST_POINTS {
        return Err(Obstacle::OtherScale);
    }
    if base == 0 {
        return Err(Obstacle::TooFewAnswers { found: 0, needed: 1 });
    }
    let answers = Answers::of(counts);
    let best = answers.top();
    let log_likelihood = answers.log_likelihood(best);
    if log_likelihood - answers.log_likelihood(Place { pi: 0.0, xi: 0.5 }) <= LEAST_GAIN * as_real(base) {
        return Err(Obstacle::Undetermined);
    }
    let inside = best.pi < 1.0 && best.xi > 0.0 && best.xi < 1.0;
    let errors = if inside { answers.errors(best) } else { None };
    Ok(Cub { base, pi: best.pi, xi: best.xi, log_likelihood, dissimilarity: answers.dissimilarity(best), errors })
}

/// A place in the search.
#[derive(Clone, Copy)]
struct Place {
    pi: f64,
    xi: f64,
}

/// The slopes of the likelihood and its curvature.
struct Shape {
    slope: (f64, f64),
    /// Less the second derivatives: `pi pi`, `xi xi`, `pi xi`.
    information: (f64, f64, f64),
}

impl Shape {
    fn determinant(&self) -> f64 {
        let (pi, xi, both) = self.information;
        pi * xi - both * both
    }
}

/// The points of a scale that were given, and how often.
struct Answers {
    base: f64,
    points: f64,
    /// `ln C(m-1, r-1)`, the exponents `m - r` and `r - 1`, the count.
    given: Vec<(f64, i32, i32, f64)>,
}

impl Answers {
    fn of(counts: &[u64]) -> Self {
        let last = counts.len() - 1;
        let (mut ways, mut given) = (0.0_f64, Vec::new());
        for (at, count) in counts.iter().enumerate() {
            let (above, below) = (exponent(last - at), exponent(at));
            if *count > 0 {
                given.push((ways, above, below, as_real(*count)));
            }
            ways += (f64::from(above) / f64::from(below + 1)).ln();
        }
        let base: u64 = counts.iter().sum();
        Self { base: as_real(base), points: f64::from(exponent(last)) + 1.0, given }
    }

    /// `(m - mean) / (m - 1)`: sums of whole numbers, below 2^53 exact.
    fn xi_of_the_mean(&self) -> f64 {
        let below: f64 = self.given.iter().map(|(_, above, _, count)| f64::from(*above) * count).sum();
        below / (self.base * (self.points - 1.0))
    }

    /// The binomial probabilities of the points that were given, each with its count.
    fn binomials(&self, xi: f64) -> impl Iterator<Item = (f64, f64)> {
        let logarithms = (xi.ln(), (-xi).ln_1p());
        self.given.iter().map(move |(ways, above, below, count)| (log_binomial(*ways, *above, *below, logarithms).exp(), *count))
    }

    fn log_likelihood(&self, at: Place) -> f64 {
        let chance = (1.0 - at.pi) / self.points;
        let logarithms = (at.xi.ln(), (-at.xi).ln_1p());
        let of = |(ways, above, below, count): &(f64, i32, i32, f64)| {
            let binomial = log_binomial(*ways, *above, *below, logarithms);
            // On the edge the logarithm is known without going through a probability that may be too small to hold.
            count * if at.pi >= 1.0 { binomial } else { at.pi.mul_add(binomial.exp(), chance).ln() }
        };
        self.given.iter().map(of).sum()
    }

    /// The best weight for a `xi`: the likelihood is concave in it. Newton's steps, kept between bounds that close in.
    fn best_weight(&self, xi: f64) -> f64 {
        let even = 1.0 / self.points;
        let parts: Vec<(f64, f64)> = self.binomials(xi).map(|(binomial, count)| (binomial - even, count)).collect();
        let slope = |pi: f64| parts.iter().map(|(excess, count)| count * excess / (pi * excess + even)).sum::<f64>();
        let bend = |pi: f64| parts.iter().map(|(excess, count)| count * (excess / (pi * excess + even)).powi(2)).sum::<f64>();
        // A point that the binomial cannot give makes the slope at 1 infinite.
        if slope(0.0) <= 0.0 || slope(1.0) >= 0.0 {
            return f64::from(u8::from(slope(0.0) > 0.0));
        }
        let (mut low, mut high, mut pi) = (0.0, 1.0, 0.5);
        for _ in 0..100 {
            let own = slope(pi);
            if own > 0.0 {
                low = pi;
            } else {
                high = pi;
            }
            let aimed = pi + own / bend(pi);
            let next = if aimed > low && aimed < high { aimed } else { 0.5 * (low + high) };
            if (next - pi).abs() <= 1e-16 {
                break;
            }
            pi = next;
        }
        pi
    }

    /// The top of the likelihood, edges included.
    fn top(&self) -> Place {
        let (grid, step) = self.walk();
        let mut best = self.polish(self.climb((grid - step).max(0.0), (grid + step).min(1.0)));
        // The climb halves its way towards an end that it never reaches.
        for end in [0.0, 1.0] {
            if (best.xi - end).abs() < 1e-15 {
                best = Place { pi: self.best_weight(end), xi: end };
            }
        }
        let edge = Place { pi: 1.0, xi: self.xi_of_the_mean() };
        let higher = self.log_likelihood(edge) >= self.log_likelihood(best);
        // The slope in `pi` need not be 0 there: the climb ends beside it by the rounding of the best weights.
        if higher || (best.pi >= 1.0 - 1e-9 && self.best_weight(edge.xi) >= 1.0) { edge } else { best }
    }

    /// The best `xi` of a grid, and how far its points are apart.
    fn walk(&self) -> (f64, f64) {
        // A binomial of so many points is as wide as a few of these steps.
        const STEPS: u16 = 512;
        let step = 1.0 / f64::from(STEPS);
        let height = |at: u16| {
            let xi = f64::from(at) * step;
            (self.log_likelihood(Place { pi: self.best_weight(xi), xi }), xi)
        };
        let best = (1..STEPS).map(height).fold((f64::NEG_INFINITY, 0.5), |best, own| if own.0 > best.0 { own } else { best });
        (best.1, step)
    }

    /// The top between two values of `xi`, along the best weights.
    fn climb(&self, low: f64, high: f64) -> Place {
        let rises = |xi: f64| self.shape(Place { pi: self.best_weight(xi), xi }).slope.1 > 0.0;
        let xi = bisect(low, high, rises);
        Place { pi: self.best_weight(xi), xi }
    }

    /// Newton's steps in both, while they lead upwards: the last digits.
    fn polish(&self, start: Place) -> Place {
        let mut at = start;
        for _ in 0..4 {
            if at.pi >= 1.0 || at.pi <= 0.0 || at.xi <= 0.0 || at.xi >= 1.0 {
                return start;
            }
            let Shape { slope, information: (pi, xi, both) } = self.shape(at);
            let determinant = pi * xi - both * both;
            if pi.is_nan() || pi <= 0.0 || determinant.is_nan() || determinant <= 0.0 {
                return start;
            }
            let step = ((slope.0 * xi - slope.1 * both) / determinant, (slope.1 * pi - slope.0 * both) / determinant);
            // The climb was right to eight digits or so: further off it is another place.
            if step.0.abs() > 1e-4 || step.1.abs() > 1e-4 {
                return start;
            }
            at = Place { pi: (at.pi + step.0).min(1.0), xi: at.xi + step.1 };
        }
        at
    }

    fn shape(&self, at: Place) -> Shape {
        let even = 1.0 / self.points;
        let mut shape = Shape { slope: (0.0, 0.0), information: (0.0, 0.0, 0.0) };
        for ((binomial, count), (_, above, below, _)) in self.binomials(at.xi).zip(&self.given) {
            let probability = at.pi * (binomial - even) + even;
            let (above, below, rest) = (f64::from(*above), f64::from(*below), 1.0 - at.xi);
            let lean = above / at.xi - below / rest;
            let bend = lean * lean - above / (at.xi * at.xi) - below / (rest * rest);
            let by_pi = (binomial - even) / probability;
            let by_xi = at.pi * binomial * lean / probability;
            shape.slope.0 += count * by_pi;
            shape.slope.1 += count * by_xi;
            shape.information.0 += count * by_pi * by_pi;
            shape.information.1 += count * (by_xi * by_xi - at.pi * binomial * bend / probability);
            shape.information.2 += count * (by_pi * by_xi - binomial * lean / probability);
        }
        shape
    }

    fn errors(&self, at: Place) -> Option<CubErrors> {
        let shape = self.shape(at);
        let ((pi, xi, both), determinant) = (shape.information, shape.determinant());
        (determinant > 0.0 && pi > 0.0).then(|| CubErrors {
            pi: (xi / determinant).sqrt(),
            xi: (pi / determinant).sqrt(),
            covariance: -both / determinant,
        })
    }

    fn dissimilarity(&self, at: Place) -> f64 {
        let chance = (1.0 - at.pi) / self.points;
        let apart = |(binomial, count): (f64, f64)| (count / self.base - at.pi * binomial - chance).abs();
        let given: f64 = self.binomials(at.xi).map(apart).sum();
        // Where nobody answered, the whole probability of the model is the distance.
        let modelled: f64 = self.binomials(at.xi).map(|(binomial, _)| at.pi * binomial + chance).sum();
        0.5 * (given + (1.0 - modelled).max(0.0))
    }
}

/// `ln` of `ways` times the powers; a power of 0 is 1 also of 0.
fn log_binomial(ways: f64, above: i32, below: i32, (of_xi, of_rest): (f64, f64)) -> f64 {
    let power = |times: i32, logarithm: f64| if times == 0 { 0.0 } else { f64::from(times) * logarithm };
    ways + power(above, of_xi) + power(below, of_rest)
}

/// Where something that holds below ceases to hold.
fn bisect(mut low: f64, mut high: f64, holds: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if holds(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

/// Points of scales are few.
fn exponent(points: usize) -> i32 {
    i32::try_from(points).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance * expected.abs(), "{found:e} instead of {expected:e}");
    }

    #[test]
    fn the_top_is_the_one_found_with_forty_digits() {
        // pi, xi, ln L, their standard errors and covariance, dissimilarity: the root of the slopes of ln L in mpmath, from the
        // best of a grid, the errors from the inverse of its second derivatives.
        let cases: [(&[u64], [f64; 7]); 4] = [
            (
                &[12, 30, 55, 140, 88],
                [
                    0.816_860_747_827_407_8,
                    0.252_388_883_790_037_04,
                    -444.933_323_692_426_14,
                    0.050_328_427_601_412_94,
                    0.017_094_323_399_084_007,
                    0.000_343_499_800_611_818_4,
                    0.065_955_949_987_060_09,
                ],
            ),
            (
                &[3, 1, 0, 2, 9, 30, 55, 70, 61, 33, 20],
                [
                    0.941_037_701_555_193_4,
                    0.285_933_276_085_043_1,
                    -541.267_933_345_264_5,
                    0.026_783_885_403_209_67,
                    0.009_231_582_638_198_994,
                    6.201_046_202_341_647_5e-6,
                    0.067_146_665_935_512_33,
                ],
            ),
            (
                &[900_000, 400_000, 300_000, 200_000, 250_000, 100_000, 50_000],
                [
                    0.495_524_663_412_970_3,
                    0.931_111_739_437_134_4,
                    -3_715_642.354_535_314,
                    0.000_576_797_038_401_591_7,
                    0.000_185_548_702_130_609_17,
                    -5.649_906_278_042_262e-8,
                    0.109_549_170_997_645_91,
                ],
            ),
            (
                &[40, 12, 3, 5, 11, 38, 70],
                [
                    0.448_569_616_230_394_1,
                    0.054_114_678_004_758_42,
                    -305.767_200_885_317_27,
                    0.054_851_233_013_466_14,
                    0.014_131_722_051_933_571,
                    0.000_233_475_272_027_661_8,
                    0.167_924_708_379_854_63,
                ],
            ),
        ];
        for (counts, expected) in cases {
            let found = cub(counts).unwrap();
            let errors = found.errors.unwrap();
            let figures =
                [found.pi, found.xi, found.log_likelihood, errors.pi, errors.xi, errors.covariance, found.dissimilarity];
            figures.into_iter().zip(expected).for_each(|(found, expected)| agree(found, expected, 1e-11));
            assert_eq!((found.feeling(), found.uncertainty()), (1.0 - found.xi, 1.0 - found.pi));
            agree(found.bic(), 2.0 * as_real(found.base).ln() - 2.0 * expected[2], 1e-13);
        }
    }

    #[test]
    fn no_step_of_expectation_and_maximization_leads_higher() {
        // The classical way, a thousand steps from anywhere.
        let em = |counts: &[u64], mut at: Place| {
            let (answers, last) = (Answers::of(counts), as_real(counts.len() as u64 - 1));
            for _ in 0..1_000 {
                let (mut weight, mut below) = (0.0, 0.0);
                for ((binomial, count), (_, above, _, _)) in answers.binomials(at.xi).zip(&answers.given) {
                    let own = count * at.pi * binomial / (at.pi * binomial + (1.0 - at.pi) / answers.points);
                    weight += own;
                    below += own * f64::from(*above);
                }
                at = Place { pi: weight / answers.base, xi: below / (weight * last) };
            }
            answers.log_likelihood(at)
        };
        for counts in [[40, 12, 3, 5, 11, 38, 70], [5, 3, 4, 6, 30, 80, 60], [0, 0, 0, 1, 10, 40, 49], [9, 5, 5, 1, 1, 0, 60]] {
            let found = cub(&counts).unwrap();
            for (pi, xi) in [(0.5, 0.1), (0.9, 0.5), (0.3, 0.9), (0.99, 0.2)] {
                let reached = em(&counts, Place { pi, xi });
                assert!(reached <= found.log_likelihood + 1e-9, "{counts:?}: {reached} above {}", found.log_likelihood);
            }
        }
    }

    #[test]
    fn on_the_edge_the_mean_alone_decides_and_there_are_no_errors() {
        let found = cub(&[0, 0, 0, 1, 10, 40, 49]).unwrap();
        assert_eq!((found.pi, found.xi, found.errors), (1.0, 63.0 / 600.0, None));
        agree(found.log_likelihood, -99.812_715_562_062_64, 1e-13);
        let found = cub(&[0, 0, 0, 0, 17]).unwrap();
        assert_eq!((found.pi, found.xi, found.log_likelihood, found.dissimilarity), (1.0, 0.0, 0.0, 0.0));
        let found = cub(&[0, 0, 12, 0, 0]).unwrap();
        assert_eq!((found.pi, found.xi, found.errors), (1.0, 0.5, None));
        agree(found.log_likelihood, 12.0 * 0.375_f64.ln(), 1e-14);
    }

    #[test]
    fn a_peak_at_the_last_point_on_even_ground_is_an_edge_too() {
        // pi is what the last point has above the others: 1 - 5 p where p is the mean share of these.
        let found = cub(&[12, 8, 9, 3, 50]).unwrap();
        assert_eq!((found.xi, found.errors), (0.0, None));
        agree(found.pi, 1.0 - 5.0 * 8.0 / 82.0, 1e-14);
        let turned = cub(&[50, 3, 9, 8, 12]).unwrap();
        assert_eq!((turned.xi, turned.errors), (1.0, None));
        agree(turned.pi, found.pi, 1e-14);
    }

    #[test]
    fn points_never_given_belong_to_the_scale() {
        let (wide, narrow) = (cub(&[0, 0, 3, 9, 31, 26, 0]).unwrap(), cub(&[3, 9, 31, 26]).unwrap());
        assert!((wide.xi - narrow.xi).abs() > 0.04, "{} {}", wide.xi, narrow.xi);
    }

    #[test]
    fn a_scale_read_backwards_mirrors_the_feeling_alone() {
        let mut counts = [12, 30, 55, 140, 88];
        let one = cub(&counts).unwrap();
        counts.reverse();
        let other = cub(&counts).unwrap();
        agree(other.xi, 1.0 - one.xi, 1e-13);
        agree(other.pi, one.pi, 1e-13);
        agree(other.errors.unwrap().xi, one.errors.unwrap().xi, 1e-12);
    }

    #[test]
    fn a_hundred_points_and_hundreds_of_millions_of_answers_are_no_trouble() {
        let mut counts = vec![0_u64; 101];
        counts[97] = 500;
        counts[100] = 700;
        counts[0] = 30;
        let found = cub(&counts).unwrap();
        assert!(found.pi > 0.9 && found.feeling() > 0.98 && found.errors.is_some(), "{found:?}");
        let (one, many) = (cub(&[12, 30, 55, 140, 88]).unwrap(), cub(&[12, 30, 55, 140, 88].map(|n| n * 10_000_000)).unwrap());
        agree(many.pi, one.pi, 1e-13);
        agree(many.errors.unwrap().pi * 1e7_f64.sqrt(), one.errors.unwrap().pi, 1e-12);
    }

    #[test]
    fn what_stands_in_the_way_is_said() {
        assert_eq!(cub(&[1, 2, 3]), Err(Obstacle::OtherScale));
        assert_eq!(cub(&[0, 0, 0, 0]), Err(Obstacle::TooFewAnswers { found: 0, needed: 1 }));
        assert_eq!(cub(&[7, 7, 7, 7, 7]), Err(Obstacle::Undetermined));
        assert!(cub(&[9, 1, 1, 1, 9]).is_ok(), "half of it leans to one end");
    }
}
