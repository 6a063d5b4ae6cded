//! Whether items measure one thing: Cronbach's alpha with its intervals, and what each item adds.

use super::super::Obstacle;
use super::super::distribution::snedecor;
use super::super::finding::Interval;
use super::super::mean::real;
use super::super::proportion::{TWO_SIDED_95, as_real};
use super::covariance::Covariances;
use super::pairs::PairTables;

/// The reliability of a scale that is the sum of its items.
#[derive(Clone, Debug, PartialEq)]
pub struct Reliability {
    /// The complete rows.
    pub base: u64,
    /// Cronbach's alpha of the items as they are.
    pub alpha: f64,
    /// Cronbach's alpha of the items brought to the same spread.
    pub alpha_standardized: f64,
    /// Feldt's two-sided 95 % interval of `alpha`.
    pub interval: Interval,
    /// The asymptotic standard error of `alpha`.
    pub duhachek_error: f64,
    /// Per item its correlation with the sum of the others (corrected item-total); `None` where that sum does not vary.
    pub item_rest: Vec<Option<f64>>,
    /// Per item the alpha of the others; `None` where only one is left or their sum does not vary.
    pub alpha_if_dropped: Vec<Option<f64>>,
}

/// Cronbach's alpha and what belongs to it, over complete rows; reversed items must have been turned before.
///
/// Sources: Cronbach 1951, Psychometrika 16, 297-334; the interval Feldt 1965, Psychometrika 30, 357-370 (R's
/// `psych::alpha.ci`, but with the F distribution itself where R's `qf` puts its limit, the chi-square, for more than
/// 400,000 degrees of freedom); the error Duhachek & Iacobucci 2004, J. Appl. Psychol. 89, 792-808, with n rows.
///
/// # Errors
/// Tables that are not listwise; fewer than two items or two rows; an item, or the sum of all, that does not vary.
pub fn reliability(pairs: &PairTables) -> Result<Reliability, Obstacle> {
    let covariances = Covariances::of(pairs, 2)?.varying()?;
    let items = covariances.cells.len();
    let sums = Sums::of(&covariances);
    let alpha = sums.alpha().ok_or(Obstacle::Constant)?;
    let spread: f64 = covariances.correlations().iter().flatten().sum();
    // Items of unequal spread can cancel once they are brought to the same.
    if spread <= 1e-12 {
        return Err(Obstacle::Constant);
    }
    let count = real_count(items);
    Ok(Reliability {
        base: covariances.base,
        alpha,
        alpha_standardized: count / (count - 1.0) * ((spread - count) / spread),
        interval: feldt(alpha, covariances.base, count),
        duhachek_error: duhachek(&covariances, &sums),
        item_rest: (0..items).map(|item| item_rest(&covariances, &sums, item)).collect(),
        alpha_if_dropped: (0..items).map(|item| sums.without(&covariances, item).alpha()).collect(),
    })
}

/// The variance of the sum of some items and the sum of their variances, in the units of [`Covariances`].
struct Sums {
    items: usize,
    total: i128,
    trace: i128,
}

impl Sums {
    fn of(covariances: &Covariances) -> Self {
        let items = covariances.cells.len();
        Self {
            items,
            total: (0..items).map(|item| covariances.with_total(item)).sum(),
            trace: (0..items).map(|item| covariances.variance(item)).sum(),
        }
    }

    fn without(&self, covariances: &Covariances, item: usize) -> Self {
        let own = covariances.variance(item);
        let total = self.total - 2 * covariances.with_total(item) + own;
        Self { items: self.items - 1, total, trace: self.trace - own }
    }

    fn alpha(&self) -> Option<f64> {
        let count = real_count(self.items);
        (self.items > 1 && self.total > 0).then(|| count / (count - 1.0) * (real(self.total - self.trace) / real(self.total)))
    }
}

fn item_rest(covariances: &Covariances, sums: &Sums, item: usize) -> Option<f64> {
    let (own, rest) = (covariances.variance(item), sums.without(covariances, item).total);
    (rest > 0).then(|| real(covariances.with_total(item) - own) / (real(own).sqrt() * real(rest).sqrt()))
}

fn feldt(alpha: f64, base: u64, items: f64) -> Interval {
    let above = as_real(base - 1);
    let end = |probability: f64| 1.0 - (1.0 - alpha) * snedecor::quantile(probability, above, above * (items - 1.0));
    Interval { lower: end(TWO_SIDED_95), upper: end(1.0 - TWO_SIDED_95) }
}

/// `2 k^2 / ((k - 1)^2 (j'Vj)^3) [j'Vj (tr V^2 + tr^2 V) - 2 tr V (j'V^2 j)]` over n, its root.
fn duhachek(covariances: &Covariances, sums: &Sums) -> f64 {
    // As parts of the variance of the sum: the expression has no unit.
    let whole = real(sums.total);
    let part = |value: i128| real(value) / whole;
    let trace = part(sums.trace);
    let squares: f64 = covariances.cells.iter().flatten().map(|cell| part(*cell).powi(2)).sum();
    let rows: f64 = (0..sums.items).map(|item| part(covariances.with_total(item)).powi(2)).sum();
    let count = real_count(sums.items);
    let variance = 2.0 * (count / (count - 1.0)).powi(2) * (squares + trace * trace - 2.0 * trace * rows);
    (variance.max(0.0) / as_real(covariances.base)).sqrt()
}

fn real_count(items: usize) -> f64 {
    as_real(u64::try_from(items).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::super::example::{agree, counted, drawn};
    use super::*;

    #[test]
    fn alpha_and_what_belongs_to_it_agree_with_r() {
        // psych 2.2.9: alpha(X), alpha.ci(alpha, n, k), r.drop and alpha.drop of the first and the last item
        let (last, tolerance) = (|figures: &[Option<f64>]| figures.last().copied().flatten().unwrap(), 1e-12);
        for (pairs, total, rest, dropped) in [
            (
                drawn(400, 25, 1, 6),
                [
                    0.951_292_292_494_643_3,
                    0.951_482_848_459_058,
                    0.944_134_325_589_987_6,
                    0.957_928_972_838_337_6,
                    0.003_359_197_960_407_674,
                ],
                [0.369_787_380_745_588_26, 0.862_883_956_288_295_8],
                [0.952_554_069_336_635_7, 0.946_822_388_908_989_4],
            ),
            (
                drawn(300, 6, 0, 11),
                [
                    0.792_628_688_268_358_9,
                    0.797_043_630_423_483_8,
                    0.754_043_603_797_129_9,
                    0.826_976_415_880_957_8,
                    0.018_534_823_165_279_112,
                ],
                [0.349_394_962_101_827_5, 0.367_882_504_614_468_3],
                [0.806_800_733_213_504, 0.804_844_353_238_772_1],
            ),
            (
                drawn(250, 3, 0, 2),
                [
                    0.418_447_276_940_903_83,
                    0.418_548_153_606_776_55,
                    0.281_393_565_758_672_7,
                    0.533_038_638_186_49,
                    0.063_750_448_679_227_16,
                ],
                [0.198_602_344_084_948_1, 0.266_564_746_491_231_24],
                [0.418_481_579_483_004_35, 0.293_715_133_694_248_3],
            ),
        ] {
            let found = reliability(&pairs).unwrap();
            let figures =
                [found.alpha, found.alpha_standardized, found.interval.lower, found.interval.upper, found.duhachek_error];
            figures.iter().zip(total).for_each(|(found, expected)| agree(*found, expected, tolerance));
            agree(found.item_rest[0].unwrap(), rest[0], tolerance);
            agree(last(&found.item_rest), rest[1], tolerance);
            agree(found.alpha_if_dropped[0].unwrap(), dropped[0], tolerance);
            agree(last(&found.alpha_if_dropped), dropped[1], tolerance);
        }
    }

    #[test]
    fn all_items_read_backwards_or_in_another_order_are_the_same_scale() {
        let pairs = drawn(200, 4, 1, 7);
        let found = reliability(&pairs).unwrap();
        assert_eq!(reliability(&(0..4).fold(pairs.clone(), |pairs, item| pairs.reversed(item))), Ok(found.clone()));
        let moved = reliability(&pairs.select(&[3, 1, 0, 2])).unwrap();
        agree(moved.alpha, found.alpha, 1e-15);
        agree(moved.duhachek_error, found.duhachek_error, 1e-13);
        assert_eq!([moved.item_rest[0], moved.item_rest[3]], [found.item_rest[3], found.item_rest[2]]);
        assert_eq!(moved.alpha_if_dropped[1], found.alpha_if_dropped[1]);
        assert!(reliability(&pairs.reversed(0)).unwrap().alpha < found.alpha);
    }

    #[test]
    fn alpha_without_an_item_is_that_of_the_others() {
        let pairs = drawn(200, 5, 1, 4);
        for item in 0..5 {
            assert_eq!(
                reliability(&pairs).unwrap().alpha_if_dropped[item],
                Some(reliability(&pairs.without(item)).unwrap().alpha)
            );
        }
        assert_eq!(reliability(&pairs.select(&[0, 1])).unwrap().alpha_if_dropped, [None, None]);
    }

    #[test]
    fn items_that_are_the_same_are_wholly_reliable() {
        let found = reliability(&counted(&[vec![1, 2], vec![1, 2]], &[[1, 1], [2, 2], [2, 2]])).unwrap();
        assert_eq!((found.alpha, found.duhachek_error), (1.0, 0.0));
    }

    #[test]
    fn what_stands_in_the_way_is_said() {
        let two = [vec![1, 2], vec![1, 2]];
        assert_eq!(reliability(&counted(&two, &[[1, 1], [2, 1]])), Err(Obstacle::Constant));
        // Their sum is always 3.
        assert_eq!(reliability(&counted(&two, &[[1, 2], [2, 1]])), Err(Obstacle::Constant));
        assert_eq!(reliability(&counted(&two, &[[1, 2]])), Err(Obstacle::TooFewAnswers { found: 1, needed: 2 }));
        assert_eq!(reliability(&drawn(9, 1, 1, 5)), Err(Obstacle::TooFewItems { found: 1, needed: 2 }));
        let pairs = drawn(9, 2, 1, 5);
        let singles = vec![pairs.counts(0).to_vec(), pairs.counts(1).to_vec()];
        let pairwise = PairTables::new(vec![pairs.values(0).to_vec(); 2], vec![pairs.table(0, 1).into_owned()], singles, false);
        assert_eq!(reliability(&pairwise), Err(Obstacle::IncompleteRows));
    }
}
