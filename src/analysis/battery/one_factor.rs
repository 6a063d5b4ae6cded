//! One factor behind all items, by maximum likelihood, and McDonald's omega from it.

use super::super::distribution::normal;
use super::super::proportion::{TWO_SIDED_95, as_real};
use super::super::{Interval, Obstacle};
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
    /// The standard error of `omega_raw` by the delta method, from the expected information: lavaan's.
    pub omega_error: f64,
    /// Wald's 95 % interval of `omega_raw`, `omega_raw` plus and minus 1.96 standard errors; its upper end can pass 1.
    pub omega_interval: Interval,
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
/// (Heywood case: R's `factanal` holds it at .005 and lavaan lets it be negative; neither is the model's optimum), or where
/// other loadings fit as well (three items of which one goes with neither of the others).
pub fn one_factor(pairs: &PairTables) -> Result<OneFactor, Obstacle> {
    fit(&Covariances::of(pairs, 3)?.varying()?)
}

fn fit(covariances: &Covariances) -> Result<OneFactor, Obstacle> {
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
    let omega_raw = omega(&loadings, &point.logarithms, &deviations);
    let variance = omega_variance(&loadings, &point.logarithms, &deviations).ok_or(Obstacle::NoConvergence)?;
    let omega_error = (variance / as_real(covariances.base)).sqrt();
    let reach = normal::quantile(TWO_SIDED_95) * omega_error;
    Ok(OneFactor {
        base: covariances.base,
        omega_raw,
        omega_error,
        omega_interval: Interval { lower: omega_raw - reach, upper: omega_raw + reach },
        omega_standardized: omega(&loadings, &point.logarithms, &vec![1.0; loadings.len()]),
        loadings_standardized: loadings,
    })
}

fn omega(loadings: &[f64], logarithms: &[f64], deviations: &[f64]) -> f64 {
    let common = dot(loadings, deviations).powi(2);
    let unique: f64 = logarithms.iter().zip(deviations).map(|(logarithm, deviation)| logarithm.exp() * deviation.powi(2)).sum();
    common / (common + unique)
}

/// The variance of omega times n: its slopes `g` around the inverse of the information of one row, `g' I^-1 g`; `None` where
/// the information has no inverse.
///
/// Source: for a normal row with covariances `S`, `I(a, b) = tr(S^-1 dS/da S^-1 dS/db) / 2` (Joreskog 1967; as in Bollen
/// 1989, Structural Equations with Latent Variables, 135); Raykov 2002, Multivariate Behavioral Research 37, 89-103, for the delta method.
/// Each loading is taken in units of the root of its uniqueness, `m`, and each uniqueness as its logarithm: the covariances
/// are then `mm'` plus one on the diagonal, whose inverse `A` is known, and with `v = A m`
/// `I(m_i, m_j) = m'v A_ij + v_i v_j`, `I(m_i, psi_j) = A_ij v_j`, `I(psi_i, psi_j) = A_ij^2 / 2`.
fn omega_variance(loadings: &[f64], logarithms: &[f64], deviations: &[f64]) -> Option<f64> {
    // What the inverse must keep of the information, after the rounding of its cells.
    const LEAST: f64 = 1e-11;
    let items = loadings.len();
    let scaled: Vec<f64> = loadings.iter().zip(logarithms).map(|(loading, own)| loading * (-0.5 * own).exp()).collect();
    let strength = dot(&scaled, &scaled);
    let solved: Vec<f64> = scaled.iter().map(|part| part / (1.0 + strength)).collect();
    let inverse = |row: usize, column: usize| f64::from(u8::from(row == column)) - scaled[row] * solved[column];
    // Loadings first, then uniquenesses.
    let information = mirrored(2 * items, |row, column| match (row < items, column < items) {
        (true, true) => strength / (1.0 + strength) * inverse(row, column) + solved[row] * solved[column],
        (true, false) => inverse(row, column - items) * solved[column - items],
        _ => 0.5 * inverse(row - items, column - items).powi(2),
    });
    let units: Vec<f64> = logarithms.iter().zip(deviations).map(|(own, deviation)| (0.5 * own).exp() * deviation).collect();
    let (sum, unique) = (dot(&scaled, &units), dot(&units, &units));
    let square = (sum * sum + unique).powi(2);
    let by_loading = units.iter().map(|unit| 2.0 * sum * unique * unit / square);
    let by_uniqueness = units.iter().map(|unit| -sum * sum * unit * unit / square);
    let slopes: Vec<f64> = by_loading.chain(by_uniqueness).collect();
    Some(dot(&slopes, &Cholesky::of(&information, LEAST)?.solve(&slopes)))
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
        let items = as_real(u64::try_from(correlations.len()).unwrap_or(u64::MAX));
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

    /// The covariances times n squared, the lower half row by row.
    fn from_lower_half(base: u64, cells: &[i128], items: usize) -> Covariances {
        let cell = |row: usize, column: usize| cells[column * (column + 1) / 2 + row];
        Covariances { base, cells: mirrored(items, cell) }
    }

    #[test]
    fn the_error_and_the_interval_of_omega_are_those_of_lavaan() {
        // cfa(std.lv = TRUE) with omega := sum(l)^2 / (sum(l)^2 + sum(psi)) in lavaan 0.6-14: error, lower and upper end.
        let univer = [
            9_992_566, 6_243_836, 8_300_390, 5_703_906, 5_103_729, 12_237_508, 7_195_841, 6_378_978, 5_517_582, 9_757_254,
            6_987_918, 6_100_569, 5_937_188, 7_233_732, 8_056_684,
        ];
        let sfo = [
            163_038_916,
            114_690_461,
            151_676_874,
            61_854_847,
            68_743_309,
            139_247_920,
            60_617_615,
            66_274_150,
            89_484_144,
            133_270_174,
            60_178_462,
            65_215_589,
            88_306_469,
            92_490_552,
            134_517_508,
            52_551_031,
            57_084_442,
            73_257_708,
            69_244_957,
            70_412_444,
            158_004_762,
        ];
        let of = |pairs: PairTables| Covariances::of(&pairs, 3).unwrap();
        for (covariances, expected) in [
            (from_lower_half(2_179, &univer, 5), [0.003_340_672_103, 0.896_580_709_039, 0.909_675_903_052]),
            (from_lower_half(14_137, &sfo, 6), [0.001_922_164_368, 0.848_799_254_853, 0.856_334_000_720]),
            (of(drawn(250, 3, 0, 2)), [0.061_715_479_470, 0.309_534_902_720, 0.551_455_136_819]),
            (of(drawn(120, 3, 1, 7)), [0.071_478_013_723, 0.395_832_602_158, 0.676_021_267_323]),
            (of(drawn(60, 4, 1, 3)), [0.072_055_756_085, 0.511_165_728_812, 0.793_619_102_422]),
            (of(drawn(300, 6, 0, 11)), [0.017_009_233_999, 0.773_724_665_416, 0.840_399_637_501]),
            (of(drawn(500, 10, 1, 5)), [0.007_552_171_910, 0.871_877_783_052, 0.901_481_752_948]),
            (of(drawn(400, 25, 1, 6)), [0.003_295_202_891, 0.948_002_909_618, 0.960_919_867_595]),
        ] {
            let OneFactor { omega_raw, omega_error, omega_interval, .. } = fit(&covariances).unwrap();
            let found = [omega_error, omega_interval.lower, omega_interval.upper];
            // lavaan stops searching at five to six digits.
            found.iter().zip(expected).for_each(|(found, expected)| agree(*found, expected, 2e-5));
            agree(0.5 * (omega_interval.lower + omega_interval.upper), omega_raw, 1e-14);
        }
    }

    #[test]
    fn more_rows_alike_shrink_the_error_of_omega_and_units_do_not_touch_it() {
        let of = |pairs: &PairTables| Covariances::of(pairs, 3).unwrap();
        let once = of(&drawn(80, 5, 1, 7));
        let times = |by: i128| once.cells.iter().map(|row| row.iter().map(|cell| by * cell).collect()).collect();
        let (error, four_times) = (fit(&once).unwrap().omega_error, Covariances { base: 4 * once.base, cells: times(16) });
        agree(fit(&four_times).unwrap().omega_error, 0.5 * error, 1e-12);
        agree(fit(&Covariances { base: once.base, cells: times(100) }).unwrap().omega_error, error, 1e-12);
        let backwards = (0..5).fold(drawn(80, 5, 1, 7), |pairs, item| pairs.reversed(item));
        agree(fit(&of(&backwards)).unwrap().omega_error, error, 1e-12);
    }

    #[test]
    fn items_of_which_only_two_go_together_determine_no_factor() {
        // The third goes with neither: any loadings of the others with this product fit alike.
        let apart = from_lower_half(100, &[4, 2, 4, 0, 0, 4], 3);
        assert_eq!(fit(&apart), Err(Obstacle::NoConvergence));
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
        assert!(found.omega_error > 0.0 && found.omega_error < 0.01);
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
