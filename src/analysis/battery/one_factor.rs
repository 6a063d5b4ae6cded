//! One factor behind all items, by maximum likelihood, and McDonald's omega from it.

use super::super::Obstacle;
use super::covariance::Covariances;
use super::pairs::PairTables;
use super::symmetric::{Cholesky, Matrix, dot, mirrored, set_at_right_angles};

/// The part of an item's variance below which its uniqueness is held to have gone to zero.
const HEYWOOD: f64 = 1e-6;
/// What an item must leave unexplained by the others.
const COLLINEAR: f64 = 1e-12;
/// How flat the likelihood must be, per unit of the logarithm of a uniqueness.
const FLAT: f64 = 1e-11;

/// The best single factor.
#[derive(Clone, Debug, PartialEq)]
pub struct OneFactor {
    /// The complete rows.
    pub base: u64,
    /// Omega of the sum of the items as they are (covariance matrix).
    pub omega_raw: f64,
    /// Omega of the sum of the items brought to the same spread (correlation matrix).
    pub omega_standardized: f64,
    /// Per item its correlation with the factor; their sum is not negative.
    pub loadings_standardized: Vec<f64>,
}

/// The one-factor model at the exact optimum of its likelihood, over complete rows; reversed items must have been turned
/// before.
///
/// Sources: Joreskog 1967, Psychometrika 32, 443-482, for the likelihood as a function of the uniquenesses alone;
/// McDonald 1999, Test Theory, 89: omega is `(sum l)^2 / ((sum l)^2 + sum psi)`. The model is free of the items' units,
/// so both omegas come from one fit. Newton's steps in the logarithms of the uniquenesses, from the start of R's
/// `factanal`, until the gradient is below 1e-11. `psych::omega` is by default another number.
///
/// # Errors
/// Tables that are not listwise; fewer than three items (two do not determine a factor) or two rows; an item that does
/// not vary; items that can be computed from one another; `NoConvergence` where the best uniqueness of an item is zero
/// (Heywood case: R's `factanal` holds it at .005 and lavaan lets it be negative; neither is the model's optimum).
pub fn one_factor(pairs: &PairTables) -> Result<OneFactor, Obstacle> {
    let covariances = Covariances::of(pairs, 3)?.varying()?;
    let correlations = covariances.correlations();
    let mut point = Point::start(&correlations)?;
    for _ in 0..500 {
        if point.logarithms.iter().any(|logarithm| *logarithm < HEYWOOD.ln()) {
            return Err(Obstacle::NoConvergence);
        }
        let Some(next) = point.better() else { break };
        point = next;
    }
    if point.slope() > FLAT {
        return Err(Obstacle::NoConvergence);
    }
    let loadings = point.loadings();
    let deviations: Vec<f64> = (0..loadings.len()).map(|item| covariances.deviation(item)).collect();
    Ok(OneFactor {
        base: covariances.base,
        omega_raw: omega(&loadings, &point.logarithms, &deviations),
        omega_standardized: omega(&loadings, &point.logarithms, &vec![1.0; loadings.len()]),
        loadings_standardized: loadings,
    })
}

fn omega(loadings: &[f64], logarithms: &[f64], deviations: &[f64]) -> f64 {
    let common = dot(loadings, deviations).powi(2);
    let unique: f64 = logarithms.iter().zip(deviations).map(|(logarithm, deviation)| logarithm.exp() * deviation.powi(2)).sum();
    common / (common + unique)
}

/// A place in the search: with the uniquenesses `psi`, the axes of the whitened correlations `psi^-1/2 R psi^-1/2`.
struct Point {
    /// Of the uniquenesses.
    logarithms: Vec<f64>,
    /// At right angles; each as long as the root of its eigenvalue.
    axes: Matrix,
    /// Of each axis.
    eigenvalues: Vec<f64>,
    /// Which axis is the longest.
    leading: usize,
    /// Minus twice the log-likelihood per row, up to a constant, at the best loadings.
    badness: f64,
    gradient: Vec<f64>,
}

impl Point {
    fn start(correlations: &[Vec<f64>]) -> Result<Self, Obstacle> {
        let cholesky = Cholesky::of(correlations, COLLINEAR).ok_or(Obstacle::Collinear)?;
        let items = super::super::proportion::as_real(u64::try_from(correlations.len()).unwrap_or(u64::MAX));
        let logarithms = cholesky.inverse_diagonal().iter().map(|inverse| ((1.0 - 0.5 / items) / inverse).ln()).collect();
        Self::at(logarithms, &vec![0.0; correlations.len()], &cholesky.columns()).ok_or(Obstacle::NoConvergence)
    }

    /// From axes belonging to other uniquenesses: stretched to these they need little turning.
    fn at(logarithms: Vec<f64>, others: &[f64], axes: &[Vec<f64>]) -> Option<Self> {
        let stretch: Vec<f64> = logarithms.iter().zip(others).map(|(own, other)| (0.5 * (other - own)).exp()).collect();
        let mut axes: Matrix = axes.iter().map(|axis| axis.iter().zip(&stretch).map(|(x, by)| x * by).collect()).collect();
        if !set_at_right_angles(&mut axes) {
            return None;
        }
        let eigenvalues: Vec<f64> = axes.iter().map(|axis| dot(axis, axis)).collect();
        let leading = (0..eigenvalues.len()).max_by(|one, other| eigenvalues[*one].total_cmp(&eigenvalues[*other]))?;
        let largest = eigenvalues[leading];
        let badness = logarithms.iter().map(|logarithm| logarithm + (-logarithm).exp()).sum::<f64>() - largest + largest.ln();
        let part = |item: usize| axes[leading][item].powi(2) / largest;
        let slope = |(item, logarithm): (usize, &f64)| (largest - 1.0) * part(item) - (-logarithm).exp_m1();
        let gradient = logarithms.iter().enumerate().map(slope).collect();
        Some(Self { logarithms, axes, eigenvalues, leading, badness, gradient })
    }

    fn slope(&self) -> f64 {
        self.gradient.iter().fold(0.0, |most, slope| slope.abs().max(most))
    }

    /// One step on; `None` where none is better.
    fn better(&self) -> Option<Self> {
        // Close to the optimum the likelihood no longer shows a difference: there the gradient must shrink.
        const CLOSE: f64 = 1e-6;
        let step = self.step()?;
        let along = dot(&step, &self.gradient);
        let moved = |part: f64| {
            let logarithms = self.logarithms.iter().zip(&step).map(|(own, by)| own + part * by).collect();
            Self::at(logarithms, &self.logarithms, &self.axes)
        };
        if self.slope() < CLOSE {
            return moved(1.0).filter(|next| next.slope() < 0.5 * self.slope());
        }
        let parts = std::iter::successors(Some(1.0), |part| Some(0.5 * part)).take(40);
        parts.filter_map(|part| moved(part).filter(|next| next.badness <= self.badness + 1e-4 * part * along)).next()
    }

    /// Newton's step, or one with an approximation of the curvature that cannot lead uphill (Joreskog 1967), no longer than
    /// a factor of e squared in any uniqueness.
    fn step(&self) -> Option<Vec<f64>> {
        let downhill: Vec<f64> = self.gradient.iter().map(|slope| -slope).collect();
        let cholesky = Cholesky::of(&self.curvature(), 1e-10).or_else(|| Cholesky::of(&self.rough_curvature(), 0.0))?;
        let step = cholesky.solve(&downhill);
        let longest = step.iter().fold(0.0, |most: f64, by| most.max(by.abs()));
        let shorten = if longest > 2.0 { 2.0 / longest } else { 1.0 };
        Some(step.iter().map(|by| by * shorten).collect())
    }

    /// The second derivatives: with the leading eigenvalue `t`, its unit vector `w` and `G`, the sum over the other axes of
    /// `v v' / (t - their eigenvalue)`, the cell (i, j) is
    /// `-t w_i^2 w_j^2 + (1 - t) w_i w_j (2 t G_ij + w_i w_j)` and on the diagonal `1/psi_i - (1 - t) w_i^2` more.
    fn curvature(&self) -> Matrix {
        let (largest, unit) = (self.eigenvalues[self.leading], self.unit());
        let mut cells: Matrix = vec![vec![0.0; unit.len()]; unit.len()];
        for (axis, eigenvalue) in self.axes.iter().zip(&self.eigenvalues).filter(|(_, value)| **value < largest) {
            for (row, x) in cells.iter_mut().zip(axis) {
                let by = x / (eigenvalue * (largest - eigenvalue));
                row.iter_mut().zip(axis).for_each(|(cell, y)| *cell += by * y);
            }
        }
        for (first, row) in cells.iter_mut().enumerate() {
            for (second, cell) in row.iter_mut().enumerate() {
                let both = unit[first] * unit[second];
                *cell = -largest * both * both + (1.0 - largest) * both * (2.0 * largest * *cell + both);
            }
            row[first] += (-self.logarithms[first]).exp() - (1.0 - largest) * unit[first].powi(2);
        }
        cells
    }

    /// `(I - w w')` squared cell by cell, which is never negative, and a little more on the diagonal.
    fn rough_curvature(&self) -> Matrix {
        let unit = self.unit();
        let cell = |first: usize, second: usize| {
            let shared = unit[first] * unit[second];
            if first == second { (1.0 - shared).powi(2) + 1e-3 } else { shared * shared }
        };
        mirrored(unit.len(), cell)
    }

    fn unit(&self) -> Vec<f64> {
        let length = self.eigenvalues[self.leading].sqrt();
        self.axes[self.leading].iter().map(|x| x / length).collect()
    }

    /// `sqrt(psi (t - 1)) w`, with the sign that makes their sum positive.
    fn loadings(&self) -> Vec<f64> {
        let length = (self.eigenvalues[self.leading] - 1.0).max(0.0).sqrt();
        let loading = |(x, logarithm): (&f64, &f64)| x * length * (0.5 * logarithm).exp();
        let loadings: Vec<f64> = self.unit().iter().zip(&self.logarithms).map(loading).collect();
        let sign = if loadings.iter().sum::<f64>() < 0.0 { -1.0 } else { 1.0 };
        loadings.iter().map(|loading| sign * loading).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{agree, counted, drawn};
    use super::*;

    #[test]
    fn omega_and_loadings_agree_with_r() {
        // The EM algorithm (Rubin & Thayer 1982) in R until nothing moves: raw, standardized, first and last loading. With
        // factanal(X, 1) the loadings agree to its own tolerance.
        for (pairs, expected) in [
            (
                drawn(400, 25, 1, 6),
                [0.954_460_873_530_625_9, 0.954_527_169_265_861_1, 0.381_353_158_047_948_9, 0.886_283_996_001_442_9],
            ),
            (
                drawn(300, 6, 0, 11),
                [0.807_062_146_392_063_2, 0.813_396_374_449_463_3, 0.383_572_961_543_299_06, 0.402_289_788_471_819_8],
            ),
            (
                drawn(60, 4, 1, 3),
                [0.652_391_955_793_343_7, 0.657_636_245_861_845_1, 0.542_058_419_014_882_7, 0.745_872_274_919_799_7],
            ),
        ] {
            let found = one_factor(&pairs).unwrap();
            let loadings = &found.loadings_standardized;
            let figures = [found.omega_raw, found.omega_standardized, loadings[0], loadings[loadings.len() - 1]];
            figures.iter().zip(expected).for_each(|(found, expected)| agree(*found, expected, 1e-11));
        }
    }

    #[test]
    fn three_items_are_explained_exactly() {
        let pairs = drawn(250, 3, 0, 2);
        let (found, r) = (one_factor(&pairs).unwrap(), Covariances::of(&pairs, 3).unwrap().correlations());
        for (item, (one, other)) in [(1, 2), (0, 2), (0, 1)].into_iter().enumerate() {
            agree(found.loadings_standardized[item], (r[item][one] * r[item][other] / r[one][other]).sqrt(), 1e-11);
        }
    }

    #[test]
    fn items_backwards_or_in_another_order_have_the_same_factor() {
        let pairs = drawn(200, 5, 1, 7);
        let found = one_factor(&pairs).unwrap();
        let mirrored = one_factor(&(0..5).fold(pairs.clone(), |pairs, item| pairs.reversed(item))).unwrap();
        let moved = one_factor(&pairs.select(&[4, 3, 2, 1, 0])).unwrap();
        agree(mirrored.omega_raw, found.omega_raw, 1e-12);
        agree(moved.omega_raw, found.omega_raw, 1e-12);
        let one_turned = one_factor(&pairs.reversed(2)).unwrap().loadings_standardized;
        for (item, loading) in found.loadings_standardized.into_iter().enumerate() {
            agree(moved.loadings_standardized[4 - item], loading, 1e-11);
            agree(one_turned[item], if item == 2 { -loading } else { loading }, 1e-11);
        }
    }

    #[test]
    fn seventy_items_come_to_rest() {
        let found = one_factor(&drawn(150, 70, 1, 5)).unwrap();
        // Every fifth item leans on the common score alike.
        assert!(found.loadings_standardized[4] > 2.0 * found.loadings_standardized[5]);
        assert!(found.omega_standardized > 0.97 && found.omega_standardized < 1.0);
    }

    #[test]
    fn what_stands_in_the_way_is_said() {
        assert_eq!(one_factor(&drawn(50, 2, 1, 5)), Err(Obstacle::TooFewItems { found: 2, needed: 3 }));
        let values = vec![vec![1, 2, 3]; 3];
        assert_eq!(one_factor(&counted(&values, &[[1, 1, 2], [2, 2, 2], [3, 1, 2]])), Err(Obstacle::Constant));
        // The first item twice.
        let twice = [[1, 1, 2], [2, 2, 1], [3, 3, 3], [1, 1, 1], [2, 2, 3]];
        assert_eq!(one_factor(&counted(&values, &twice)), Err(Obstacle::Collinear));
        // The first item goes with the others more than they with each other: its loading would pass 1.
        let heywood = [[1, 1, 2], [2, 1, 3], [1, 2, 1], [3, 3, 2], [3, 2, 3], [2, 3, 1], [1, 1, 1], [3, 2, 3]];
        assert_eq!(one_factor(&counted(&values, &heywood)), Err(Obstacle::NoConvergence));
    }
}
