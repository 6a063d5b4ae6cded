//! How much each item counts for the outcome: its share of what all of them explain together.

use super::super::Obstacle;
use super::covariance::Covariances;
use super::pairs::PairTables;
use super::symmetric::{Cholesky, Matrix, dot, set_at_right_angles};

/// The most items whose submodels are all computed: 2^15 of them.
pub const MOST_ITEMS: usize = 15;
/// What an item must leave unexplained by the others.
const COLLINEAR: f64 = 1e-12;

/// How the explained variance is divided among items that go with one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Division {
    /// What an item adds to the explained variance, averaged over all orders in which items can enter: Shapley's value.
    Lmg,
    /// Through the uncorrelated variables that are nearest to the items.
    Johnson,
}

impl Division {
    /// Every division.
    pub const ALL: [Self; 2] = [Self::Lmg, Self::Johnson];

    /// Its code in files for machines.
    pub fn code(self) -> &'static str {
        match self {
            Self::Lmg => "lmg",
            Self::Johnson => "johnson",
        }
    }
}

/// The explained variance of an outcome, divided. An association, not a cause; the answers of one person lean the same way,
/// which makes all items seem to count.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// The complete rows.
    pub base: u64,
    /// The part of the outcome's variance that goes with the items.
    pub r_squared: f64,
    /// Each other item's part of it in the order of the tables; none is negative and their sum is `r_squared`.
    pub parts: Vec<f64>,
}

impl Shares {
    /// The parts as shares of 1; `None` where nothing is explained.
    pub fn of_one(&self) -> Option<Vec<f64>> {
        of_one(&self.parts)
    }
}

/// Parts as shares of their sum; `None` where that is nothing.
pub(super) fn of_one(parts: &[f64]) -> Option<Vec<f64>> {
    let sum: f64 = parts.iter().sum();
    (sum > 0.0).then(|| parts.iter().map(|part| part / sum).collect())
}

/// Divides among all other items what they explain of the item at `outcome`, by linear regression over complete rows.
///
/// Sources: Lindeman, Merenda & Gold 1980, Introduction to Bivariate and Multivariate Analysis, 119; Groemping 2006, Journal of
/// Statistical Software 17(1) (`relaimpo`, `lmg`); Johnson 2000, Multivariate Behavioral Research 35, 1-19, which is the division
/// of Genizi 1993 (`relaimpo`, `genizi`).
///
/// # Errors
/// Tables that are not listwise; fewer than two items, or not more rows than coefficients; an item that does not vary; items
/// that can be computed from one another; `TooLarge` for more than 15 items in all orders.
pub fn shares(pairs: &PairTables, outcome: usize, division: Division) -> Result<Shares, Obstacle> {
    let covariances = Covariances::of(pairs, 2)?.varying()?;
    let base = covariances.base;
    let needed = u64::try_from(pairs.items()).unwrap_or(u64::MAX).saturating_add(1);
    if base < needed {
        return Err(Obstacle::TooFewAnswers { found: base, needed });
    }
    let parts = divide(&covariances.correlations(), outcome, division)?;
    Ok(Shares { base, r_squared: parts.iter().sum(), parts })
}

/// The parts from the correlations of all items, the outcome among them.
pub(super) fn divide(correlations: &Matrix, outcome: usize, division: Division) -> Result<Vec<f64>, Obstacle> {
    let others: Vec<usize> = (0..correlations.len()).filter(|item| *item != outcome).collect();
    let picked: Matrix = others.iter().map(|first| others.iter().map(|second| correlations[*first][*second]).collect()).collect();
    let with_outcome: Vec<f64> = others.iter().map(|item| correlations[outcome][*item]).collect();
    match division {
        Division::Lmg if others.len() > MOST_ITEMS => Err(Obstacle::TooLarge),
        Division::Lmg => average_over_orders(&picked, &with_outcome).ok_or(Obstacle::Collinear),
        Division::Johnson => weigh_by_nearest(&picked, &with_outcome),
    }
}

/// Every submodel's explained variance, then what each item adds to those without it; a set of `s` items comes before an
/// item in `s! (p - 1 - s)!` of the `p!` orders.
fn average_over_orders(correlations: &Matrix, with_outcome: &[f64]) -> Option<Vec<f64>> {
    let items = with_outcome.len();
    let mut models = Submodels {
        correlations,
        with_outcome,
        explained: vec![0.0; 1 << items],
        items: Vec::new(),
        factor: Vec::new(),
        solved: Vec::new(),
    };
    models.enlarge(0, 0, 0.0)?;
    // 1 / (p C(p-1, s)) for each size s.
    let mut orders = vec![1.0 / f64::from(u8::try_from(items).ok()?)];
    for size in 1..u8::try_from(items).ok()? {
        let all = f64::from(u8::try_from(items).ok()?);
        orders.push(orders[usize::from(size) - 1] * f64::from(size) / (all - f64::from(size)));
    }
    let added = |item: usize| -> f64 {
        let without = (0..models.explained.len()).filter(|set| set & (1 << item) == 0);
        without.map(|set| orders[set.count_ones() as usize] * (models.explained[set | 1 << item] - models.explained[set])).sum()
    };
    // Rounding can take an item that adds nothing below it.
    Some((0..items).map(|item| added(item).max(0.0)).collect())
}

/// The submodels in the order in which each adds one row to the Cholesky factor of the one before.
struct Submodels<'a> {
    correlations: &'a Matrix,
    with_outcome: &'a [f64],
    /// The explained variance of each set of items, a bit for each item.
    explained: Vec<f64>,
    items: Vec<usize>,
    factor: Matrix,
    /// The factor's inverse times the correlations with the outcome: the squares sum to what is explained.
    solved: Vec<f64>,
}

impl Submodels<'_> {
    /// Adds each later item in turn, and to that set all still later ones; `None` where an item is made of those before.
    fn enlarge(&mut self, first: usize, set: usize, explained: f64) -> Option<()> {
        for item in first..self.with_outcome.len() {
            let mut row: Vec<f64> = Vec::with_capacity(self.items.len() + 1);
            for (other, above) in self.items.iter().zip(&self.factor) {
                let at = row.len();
                row.push((self.correlations[item][*other] - dot(&row, &above[..at])) / above[at]);
            }
            let rest = 1.0 - dot(&row, &row);
            if rest.is_nan() || rest <= COLLINEAR {
                return None;
            }
            let own = (self.with_outcome[item] - dot(&row, &self.solved)) / rest.sqrt();
            row.push(rest.sqrt());
            let (larger, explained) = (set | 1 << item, explained + own * own);
            self.explained[larger] = explained;
            self.items.push(item);
            self.factor.push(row);
            self.solved.push(own);
            self.enlarge(item + 1, larger, explained)?;
            self.items.pop();
            self.factor.pop();
            self.solved.pop();
        }
        Some(())
    }
}

/// With the symmetric root `L` of the correlations and `b` with `L b = r`: the sums over k of `L_jk^2 b_k^2`.
fn weigh_by_nearest(correlations: &Matrix, with_outcome: &[f64]) -> Result<Vec<f64>, Obstacle> {
    let mut axes = Cholesky::of(correlations, COLLINEAR).ok_or(Obstacle::Collinear)?.columns();
    if !set_at_right_angles(&mut axes) {
        return Err(Obstacle::NoConvergence);
    }
    // An axis is as long as the root of its eigenvalue: the root of the matrix is the sum of `a a' / |a|`, and `b` that of
    // `a (a'r) / |a|^3`.
    let lengths: Vec<f64> = axes.iter().map(|axis| dot(axis, axis).sqrt()).collect();
    let sum = |of: &dyn Fn(&[f64], f64) -> f64| axes.iter().zip(&lengths).map(|(axis, length)| of(axis, *length)).sum::<f64>();
    let items = 0..with_outcome.len();
    let on_nearest: Vec<f64> =
        items.clone().map(|item| sum(&|axis, length| axis[item] * dot(axis, with_outcome) / length.powi(3)).powi(2)).collect();
    let weight = |item: usize| {
        let root = |other: usize| sum(&|axis, length| axis[item] * axis[other] / length);
        on_nearest.iter().enumerate().map(|(other, part)| root(other).powi(2) * part).sum()
    };
    Ok(items.map(weight).collect())
}

#[cfg(test)]
mod tests {
    use super::super::drivers;
    use super::super::example::{agree, counted, drawn};
    use super::*;

    #[test]
    fn the_parts_agree_with_r() {
        // Of the last item, by the definitions: every submodel by solve(), the symmetric root by eigen().
        let lmg = [
            (
                400,
                6,
                1,
                6,
                [
                    0.007_694_246_466_179_208,
                    0.022_479_832_592_264_45,
                    0.022_267_093_966_921_815,
                    0.039_162_853_161_613_98,
                    0.035_640_298_957_455_19,
                ],
            ),
            (
                300,
                6,
                0,
                11,
                [
                    0.007_172_936_895_188_801,
                    0.023_603_311_234_189_836,
                    0.015_135_299_823_108_81,
                    0.043_360_217_895_329_91,
                    0.064_766_929_780_474_19,
                ],
            ),
        ];
        let johnson = [
            (
                400,
                6,
                1,
                6,
                [
                    0.008_516_611_169_218_041,
                    0.023_810_217_527_266_486,
                    0.022_972_967_709_672_512,
                    0.038_519_118_685_296_894,
                    0.033_425_410_052_980_71,
                ],
            ),
            (
                300,
                6,
                0,
                11,
                [
                    0.008_115_288_998_723_425,
                    0.025_885_507_481_483_272,
                    0.015_389_317_224_959_356,
                    0.044_326_733_373_102_71,
                    0.060_321_848_550_029_5,
                ],
            ),
        ];
        for (division, cases) in [(Division::Lmg, lmg), (Division::Johnson, johnson)] {
            for (rows, items, least, points, expected) in cases {
                let found = shares(&drawn(rows, items, least, points), 5, division).unwrap();
                assert_eq!((found.base, found.parts.len()), (u64::from(rows), 5));
                found.parts.iter().zip(expected).for_each(|(found, expected)| agree(*found, expected, 1e-11));
            }
        }
    }

    #[test]
    fn the_parts_sum_to_what_the_regression_explains() {
        for (pairs, outcome) in [(drawn(400, 13, 1, 6), 12), (drawn(300, 6, 0, 11), 2), (drawn(200, 2, 1, 5), 0)] {
            let explained = drivers(&pairs, outcome).unwrap().r_squared;
            for division in Division::ALL {
                let found = shares(&pairs, outcome, division).unwrap();
                agree(found.r_squared, explained, 1e-12);
                assert!(found.parts.iter().all(|part| *part >= 0.0));
                agree(found.of_one().unwrap().iter().sum(), 1.0, 1e-14);
            }
        }
    }

    #[test]
    fn of_two_items_both_divisions_are_one() {
        let pairs = drawn(200, 3, 1, 5);
        let both = Division::ALL.map(|division| shares(&pairs, 2, division).unwrap().parts);
        for (one, other) in both[0].iter().zip(&both[1]) {
            agree(*one, *other, 1e-13);
        }
        agree(both[0][0], 0.058_086_233_161_787_67, 1e-12);
    }

    #[test]
    fn the_order_of_the_items_and_the_way_they_are_read_do_not_matter() {
        let pairs = drawn(200, 5, 1, 5);
        for division in Division::ALL {
            let one = shares(&pairs, 4, division).unwrap().parts;
            let other = shares(&pairs.select(&[4, 2, 0, 1, 3]).reversed(1), 0, division).unwrap().parts;
            for (at, item) in [2, 0, 1, 3].into_iter().enumerate() {
                agree(other[at], one[item], 1e-12);
            }
        }
    }

    #[test]
    fn what_stands_in_the_way_is_said() {
        let values = vec![vec![1, 2, 3]; 3];
        let twice = counted(&values, &[[1, 1, 2], [2, 2, 1], [3, 3, 3], [1, 1, 1], [2, 2, 3]]);
        let constant = counted(&values, &[[1, 1, 2], [2, 2, 2], [3, 1, 2], [1, 2, 2]]);
        for division in Division::ALL {
            assert_eq!(shares(&twice, 2, division), Err(Obstacle::Collinear));
            assert_eq!(shares(&constant, 0, division), Err(Obstacle::Constant));
        }
        let wide = drawn(400, 17, 1, 6);
        assert_eq!(shares(&wide, 16, Division::Lmg), Err(Obstacle::TooLarge));
        assert_eq!(shares(&wide, 16, Division::Johnson).unwrap().parts.len(), 16);
    }
}
