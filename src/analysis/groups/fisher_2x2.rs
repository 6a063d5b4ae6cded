//! Fisher's exact test of two by two, with the odds ratio.

use super::four_counts;
use super::odds_ratio::{Spread, Tables};
use crate::analysis::finding::Interval;
use crate::analysis::obstacle::Obstacle;
use crate::response::CrossTable;

/// A table counts as no likelier than the one found up to this factor above 1, as in R: equal ones may differ by rounding.
pub(super) const AS_LIKELY: f64 = 1e-7;

/// Fisher's exact test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fisher {
    /// Two-sided: of all tables with the same margins, the probability of those not likelier than the one found.
    pub p: f64,
    /// Of a first count at most as large.
    pub p_less: f64,
    /// Of a first count at least as large.
    pub p_greater: f64,
    /// The odds ratio that makes the one found the expected one (conditional maximum likelihood), 0 to infinity, both included:
    /// with R's search, which stops early, so that the figure is R's. With large odds it is right to two digits only.
    pub odds_ratio: f64,
    /// Its 95 % interval, with R's search; infinite where nothing bounds it above.
    pub interval: Interval,
    /// The same odds ratio to twelve digits.
    pub exact_odds_ratio: f64,
    /// The same interval to twelve digits.
    pub exact_interval: Interval,
}

/// Fisher's exact test of a table of two rows and two columns: R's `fisher.test`.
///
/// Source: Fisher 1935, J. R. Stat. Soc. 98, 39-82; the interval: Cornfield 1956, by the exact conditional distribution.
///
/// # Errors
/// [`Obstacle::TooFewGroups`], [`Obstacle::NotTwoGroups`], [`Obstacle::Constant`]; [`Obstacle::OtherScale`] for more than two
/// columns with answers.
pub fn fisher_2x2(table: &CrossTable) -> Result<Fisher, Obstacle> {
    let counts = four_counts(table)?;
    let tables = Tables::like(counts);
    let (found, chance) = (counts[0], tables.spread(0.0));
    let observed = chance.at(found);
    let p = chance.sum(|_, share| share <= observed * (1.0 + AS_LIKELY));
    let (odds_ratio, interval) = odds(&tables, found, Tables::odds_as_r);
    let (exact_odds_ratio, exact_interval) = odds(&tables, found, Tables::odds_where);
    let (p_less, p_greater) = (chance.below(found), chance.above(found));
    Ok(Fisher { p: p.min(1.0), p_less, p_greater, odds_ratio, interval, exact_odds_ratio, exact_interval })
}

/// The odds ratio and its 95 % interval, by a search for the odds at which a rising function of the distribution is 0.
fn odds(tables: &Tables, found: u64, search: impl Fn(&Tables, &dyn Fn(&Spread) -> f64) -> f64) -> (f64, Interval) {
    let (none_below, none_above) = (found == tables.least, found == tables.most);
    let lower = if none_below { 0.0 } else { search(tables, &|spread| spread.above(found) - 0.025) };
    let upper = if none_above { f64::INFINITY } else { search(tables, &|spread| 0.025 - spread.below(found)) };
    let likeliest = match (none_below, none_above) {
        (true, _) => 0.0,
        (_, true) => f64::INFINITY,
        _ => search(tables, &|spread| spread.mean_less(found)),
    };
    (likeliest, Interval { lower, upper })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(found: f64, expected: f64, tolerance: f64) {
        let near = (found - expected).abs() <= tolerance * expected.abs();
        assert!(near || found == expected, "{found:e} instead of {expected:e}");
    }

    #[test]
    fn probabilities_and_odds_are_those_of_r() {
        // fisher.test; the first is reference/formulas.json fisher/1
        for (table, [p, less, greater, odds, lower, upper]) in [
            (
                [[8, 1], [2, 5]],
                [
                    0.034_965_034_965_034_97,
                    0.999_125_874_125_874_1,
                    0.024_475_524_475_524_476,
                    15.469_687_462_886_919,
                    1.008_849_380_396_617,
                    1_049.791_446_131_754_8,
                ],
            ),
            (
                [[3, 1], [1, 3]],
                [
                    0.485_714_285_714_285_7,
                    0.985_714_285_714_285_7,
                    0.242_857_142_857_142_85,
                    6.408_308_867_005_788,
                    0.211_732_915_305_502_92,
                    621.933_750_545_417_3,
                ],
            ),
            (
                [[10, 0], [3, 7]],
                [
                    0.003_095_975_232_198_142_6,
                    1.0,
                    0.001_547_987_616_099_071_3,
                    f64::INFINITY,
                    2.575_465_079_917_268_3,
                    f64::INFINITY,
                ],
            ),
            ([[0, 6], [9, 2]], [0.002_262_443_438_914_027, 0.002_262_443_438_914_027, 1.0, 0.0, 0.0, 0.414_222_595_713_266_36]),
            (
                [[1_200, 900], [700, 1_300]],
                [
                    4.383_283_046_713_951e-46,
                    1.0,
                    2.406_965_550_058_405e-46,
                    2.475_625_203_059_900_4,
                    2.178_364_005_322_301_5,
                    2.814_702_114_364_32,
                ],
            ),
            (
                [[2, 15], [10, 3]],
                [
                    0.000_536_724_119_143_435_8,
                    0.000_465_180_943_362_905,
                    0.999_984_519_018_686_2,
                    0.046_936_608_827_698_9,
                    0.003_325_764_033_859_308_7,
                    0.363_182_271_474_896_57,
                ],
            ),
        ] {
            let found = fisher_2x2(&CrossTable::from_rows(&table)).unwrap();
            agree(found.p, p, 1e-10);
            agree(found.p_less, less, 1e-10);
            agree(found.p_greater, greater, 1e-10);
            agree(found.odds_ratio, odds, 1e-8);
            agree(found.interval.lower, lower, 1e-8);
            agree(found.interval.upper, upper, 1e-8);
        }
    }

    #[test]
    fn exact_odds_agree_with_mpmath() {
        for (table, odds, lower, upper) in [
            ([[8, 1], [2, 5]], 15.465_819_716_920_986, 1.008_849_207_947_690_3, 1_059.639_495_086_281_6),
            ([[2, 15], [10, 3]], 0.046_936_639_049_679_96, 0.003_317_163_950_657_361, 0.363_189_602_356_680_6),
            ([[120, 90], [70, 130]], 2.470_540_230_877_375, 1.629_925_966_666_7, 3.765_265_242_165_215_3),
        ] {
            let found = fisher_2x2(&CrossTable::from_rows(&table)).unwrap();
            agree(found.exact_odds_ratio, odds, 1e-11);
            agree(found.exact_interval.lower, lower, 1e-11);
            agree(found.exact_interval.upper, upper, 1e-11);
        }
    }

    #[test]
    fn exchanged_rows_turn_the_odds_over_and_a_large_table_is_done() {
        let (one, other) = ([100_300, 100_000], [100_000, 100_700]);
        let found = fisher_2x2(&CrossTable::from_rows(&[one, other])).unwrap();
        let turned = fisher_2x2(&CrossTable::from_rows(&[other, one])).unwrap();
        agree(turned.exact_odds_ratio, 1.0 / found.exact_odds_ratio, 1e-10);
        agree(turned.exact_interval.lower, 1.0 / found.exact_interval.upper, 1e-10);
        agree(turned.p_less, found.p_greater, 1e-9);
        agree(turned.p, found.p, 1e-9);
    }

    #[test]
    fn other_tables_are_refused_with_the_reason() {
        assert_eq!(fisher_2x2(&CrossTable::from_rows(&[[1, 2, 3], [3, 2, 1]])), Err(Obstacle::OtherScale));
        assert_eq!(fisher_2x2(&CrossTable::from_rows(&[[1, 0], [3, 0]])), Err(Obstacle::Constant));
        assert_eq!(fisher_2x2(&CrossTable::from_rows(&[[1, 4], [0, 0]])), Err(Obstacle::TooFewGroups { found: 1, needed: 2 }));
    }
}
