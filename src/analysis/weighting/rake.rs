//! Raking: weights that agree with several margins at once, and with a single one at once.

use super::kish::{Kish, kish};
use super::margin::{Cell, Margin, check_cells};
use super::{CellPiece, Piece, WeightingFault};
use crate::analysis::Obstacle;

/// Rounds after which margins that are still not met are said to be impossible to meet.
const MOST_ROUNDS: u32 = 5_000;
/// The relative distance from a total at which raking stops.
const MET: f64 = 1e-15;
/// The distance that counts as met where rounding keeps the sums from coming closer.
const MET_BUT_FOR_ROUNDING: f64 = 1e-12;

/// Cells drawn to margins.
#[derive(Clone, Debug, PartialEq)]
pub struct Raked {
    /// For each cell, what its start weights are to be multiplied by; 0 for a cell without rows.
    pub factors: Vec<f64>,
    /// The rounds over all margins that it took.
    pub rounds: u32,
    /// What the weights cost.
    pub kish: Kish,
}

impl Raked {
    /// The answers with their final weights, for [`super::mean`] and [`super::share`], which take the weights as fixed. Rows
    /// without a valid answer drop out: the strata count them.
    pub fn pieces(&self, answers: &[CellPiece]) -> Vec<Piece> {
        let factor = |cell: usize| self.factors.get(cell).copied().unwrap_or(f64::NAN);
        answers
            .iter()
            .filter_map(|answer| {
                let (factor, CellPiece { stratum, count, .. }) = (factor(answer.cell), *answer);
                let (weight, square) = (factor * answer.weight, factor * factor * answer.square);
                Some(Piece { stratum, value: answer.value?, count, weight, square })
            })
            .collect()
    }
}

/// Iterative proportional fitting: each margin in turn is met by one factor per level, round after round, until all are.
/// Cells without rows are passed over. Only the proportions of the start weights matter.
///
/// Source: Deming & Stephan 1940, Annals of Mathematical Statistics 11, 427-444.
///
/// # Errors
/// A level with users and no answers, or with answers and no users; totals that contradict each other; weights that are not
/// positive; margins that no weights can meet.
pub fn rake(cells: &[Cell], margins: &[Margin], population: f64) -> Result<Raked, WeightingFault> {
    if !(population > 0.0 && population.is_finite()) {
        return Err(WeightingFault::PopulationNotPositive { population });
    }
    check_cells(cells, margins)?;
    if cells.iter().all(|cell| cell.rows == 0) {
        return Err(Obstacle::TooFewAnswers { found: 0, needed: 1 }.into());
    }
    let targets = margins.iter().enumerate().map(|(place, margin)| margin.targets(place, cells, population));
    let targets = targets.collect::<Result<Vec<_>, _>>()?;
    // Without margins all that is known is how many users there are.
    let start: f64 = cells.iter().filter(|cell| cell.rows > 0).map(|cell| cell.weight).sum();
    let even = |cell: &Cell| if cell.rows > 0 { cell.weight * (population / start) } else { 0.0 };
    let mut weights: Vec<f64> = cells.iter().map(even).collect();
    let rounds = fit(cells, margins, &targets, &mut weights)?;
    let factors = cells.iter().zip(&weights).map(|(cell, weight)| if cell.rows > 0 { weight / cell.weight } else { 0.0 });
    let factors: Vec<f64> = factors.collect();
    let squares =
        cells.iter().zip(&factors).map(|(cell, factor)| if cell.rows > 0 { factor * factor * cell.square } else { 0.0 });
    let rows = cells.iter().map(|cell| cell.rows).sum();
    let kish = kish(weights.iter().sum(), squares.sum(), rows)?;
    Ok(Raked { factors, rounds, kish })
}

/// One margin, met exactly and at once; its levels may be every combination of several properties.
///
/// Source: Holt & Smith 1979, J. R. Stat. Soc. A 142, 33-46.
///
/// # Errors
/// As [`rake`]; a single margin that names the levels of the answers can always be met.
pub fn post_stratify(cells: &[Cell], margin: &Margin, population: f64) -> Result<Raked, WeightingFault> {
    rake(cells, std::slice::from_ref(margin), population)
}

/// How far a margin's worst level was from its total before it was met.
#[derive(Clone, Copy)]
struct Distance {
    relative: f64,
    margin: usize,
    level: usize,
    reached: f64,
}

/// Draws the cells' weights to the targets; the rounds that it took.
fn fit(cells: &[Cell], margins: &[Margin], targets: &[Vec<f64>], weights: &mut [f64]) -> Result<u32, WeightingFault> {
    let mut last = f64::INFINITY;
    let mut worst = None;
    for round in 0..MOST_ROUNDS {
        let distances = targets.iter().enumerate().filter_map(|(margin, targets)| meet(cells, margin, targets, weights));
        let Some(furthest) = distances.max_by(|one, other| one.relative.total_cmp(&other.relative)) else { return Ok(round) };
        let stands_still = furthest.relative <= MET_BUT_FOR_ROUNDING && furthest.relative >= last;
        if furthest.relative <= MET || stands_still {
            return Ok(round);
        }
        last = furthest.relative;
        worst = Some(furthest);
        if !last.is_finite() {
            break;
        }
    }
    let Some(Distance { margin, level, reached, .. }) = worst else { return Ok(0) };
    Err(WeightingFault::MarginsCannotBeMet {
        margin: margins[margin].name.clone(),
        level: margins[margin].levels[level].name.clone(),
        wanted: targets[margin][level],
        reached,
    })
}

/// Multiplies the cells of each level so that it meets its target; how far the worst level was. `None` for no levels.
fn meet(cells: &[Cell], margin: usize, targets: &[f64], weights: &mut [f64]) -> Option<Distance> {
    let mut sums = vec![0.0; targets.len()];
    for (cell, weight) in cells.iter().zip(&*weights) {
        sums[cell.levels[margin]] += weight;
    }
    let factors: Vec<f64> =
        sums.iter().zip(targets).map(|(sum, target)| if *target > 0.0 { target / sum } else { 0.0 }).collect();
    for (cell, weight) in cells.iter().zip(weights) {
        *weight *= factors[cell.levels[margin]];
    }
    let asked = (0..targets.len()).filter(|level| targets[*level] > 0.0);
    // Not a number, where a level's weights have vanished, is the greatest in the total order.
    let distance = |level: usize| Distance { relative: (factors[level] - 1.0).abs(), margin, level, reached: sums[level] };
    asked.map(distance).max_by(|one, other| one.relative.total_cmp(&other.relative))
}

#[cfg(test)]
mod tests {
    use super::super::example::{agree, cells, margin, margins, univer_cells, univer_margins};
    use super::*;
    use crate::analysis::weighting::{Level, Totals};

    #[test]
    fn the_weights_of_univer_agree_with_the_reference() {
        let found = rake(&univer_cells(), &univer_margins(), 20_000.0).unwrap();
        #[rustfmt::skip]
        let expected = [
            9.222_534_229_136_093, 6.574_398_258_745_72, 9.184_964_184_468_598, 6.547_615_985_012_038, 7.744_844_549_439_795, 5.521_008_787_284_59, 12.324_804_147_957_115, 8.785_889_964_357_6, 12.274_596_316_698_108, 8.750_098_687_230_993, 10.350_050_198_421_446, 7.378_162_044_382_763,
        ];
        agree(&found.factors, &expected, 1e-13);
        agree(&[found.kish.design_effect, found.kish.effective_base], &[1.048_109_671_912_638_2, 2_078.980_910_483_978_3], 1e-13);
        assert!((8..20).contains(&found.rounds), "{}", found.rounds);
    }

    #[test]
    fn given_weights_are_raked_as_by_r() {
        // g-weights of calibrate(design, ~g + a, c(60, 36, 24, 12), calfun = "raking", epsilon = 1e-14)
        let found = rake(&cells(), &margins(), 60.0).unwrap();
        agree(
            &found.factors,
            &[
                1.013_723_976_310_415,
                1.283_005_807_099_215,
                0.861_586_404_066_819_9,
                1.327_233_788_306_482,
                1.679_795_188_403_507_6,
                1.128_045_319_777_266_6,
            ],
            1e-12,
        );
        agree(&[found.kish.design_effect], &[1.412_910_162_278_506_7], 1e-12);
    }

    #[test]
    fn raked_weights_meet_every_margin_in_any_order_of_the_cells() {
        let (cells, margins) = (univer_cells(), univer_margins());
        let found = rake(&cells, &margins, 20_000.0).unwrap();
        for (place, margin) in margins.iter().enumerate() {
            for (level, Level { total, .. }) in margin.levels.iter().enumerate() {
                let here = cells.iter().zip(&found.factors).filter(|(cell, _)| cell.levels[place] == level);
                let sum: f64 = here.map(|(cell, factor)| cell.weight * factor).sum();
                agree(&[sum], &[total.unwrap() * 20_000.0], 1e-14);
            }
        }
        let backwards: Vec<Cell> = cells.iter().rev().cloned().collect();
        let other: Vec<f64> = rake(&backwards, &margins, 20_000.0).unwrap().factors.into_iter().rev().collect();
        agree(&other, &found.factors, 1e-13);
    }

    #[test]
    fn a_constant_factor_of_the_start_weights_is_taken_back() {
        let tenfold = |cell: Cell| Cell { weight: 10.0 * cell.weight, square: 100.0 * cell.square, ..cell };
        let other = rake(&cells().into_iter().map(tenfold).collect::<Vec<_>>(), &margins(), 60.0).unwrap();
        let one = rake(&cells(), &margins(), 60.0).unwrap();
        agree(&other.factors.iter().map(|factor| 10.0 * factor).collect::<Vec<_>>(), &one.factors, 1e-14);
        agree(&[other.kish.design_effect], &[one.kish.design_effect], 1e-14);
    }

    #[test]
    fn post_stratification_gives_each_row_its_users_in_one_step() {
        let cells = [3_u64, 7, 40].into_iter().enumerate().map(|(place, rows)| Cell::unweighted(vec![place], rows));
        let found =
            post_stratify(&cells.collect::<Vec<_>>(), &margin("age", Totals::Counts, &[30.0, 30.0, 40.0]), 100.0).unwrap();
        agree(&found.factors, &[10.0, 30.0 / 7.0, 1.0], 1e-15);
        assert_eq!(found.rounds, 1);
    }

    #[test]
    fn margins_that_the_answers_already_meet_leave_them_alone() {
        let cells = [10_u64, 20, 20, 40].into_iter().enumerate();
        let cells: Vec<Cell> = cells.map(|(place, rows)| Cell::unweighted(vec![place / 2, place % 2], rows)).collect();
        let third = [1.0 / 3.0, 2.0 / 3.0];
        let margins = [margin("one", Totals::Shares, &third), margin("other", Totals::Shares, &third)];
        let found = rake(&cells, &margins, 90.0).unwrap();
        agree(&found.factors, &[1.0; 4], 1e-15);
        agree(&[found.kish.design_effect], &[1.0], 1e-15);
    }

    #[test]
    fn a_level_without_answers_or_without_users_is_named() {
        let cells = [Cell::unweighted(vec![0], 5), Cell::unweighted(vec![1], 0), Cell::unweighted(vec![2], 4)];
        let found = rake(&cells, &[margin("age", Totals::Shares, &[0.5, 0.3, 0.2])], 10.0);
        let expected = WeightingFault::LevelWithoutAnswers { margin: "age".into(), level: "1".into(), total: 0.3 };
        assert_eq!(found, Err(expected));
        for total in [None, Some(0.0)] {
            let mut unnamed = margin("age", Totals::Shares, &[0.5, 0.0, 0.5]);
            unnamed.levels[2].total = total;
            let expected = WeightingFault::LevelWithoutUsers { margin: "age".into(), level: "2".into(), rows: 4 };
            assert_eq!(rake(&cells, &[unnamed], 10.0), Err(expected));
        }
        let passed_over = rake(&cells, &[margin("age", Totals::Shares, &[0.5, 0.0, 0.5])], 10.0).unwrap();
        agree(&passed_over.factors, &[1.0, 0.0, 1.25], 1e-15);
    }

    #[test]
    fn totals_that_contradict_each_other_are_refused() {
        let (cells, [gender, _]) = (cells(), margins());
        for (age, found, expected) in [
            (margin("age", Totals::Shares, &[0.25, 0.5, 0.5]), 1.25, 1.0),
            (margin("age", Totals::Counts, &[24.0, 24.0, 14.0]), 62.0, 60.0),
        ] {
            let expected = WeightingFault::TotalsContradict { margin: "age".into(), found, expected };
            assert_eq!(rake(&cells, &[gender.clone(), age], 60.0), Err(expected));
        }
        for total in [-0.5, f64::NAN, f64::INFINITY] {
            let found = rake(&cells, &[gender.clone(), margin("age", Totals::Shares, &[0.5, 0.5, total])], 60.0);
            assert!(matches!(found, Err(WeightingFault::TotalNotPossible { .. })), "{total}");
        }
    }

    #[test]
    fn margins_that_empty_cells_keep_from_being_met_are_refused() {
        // Only the diagonal has answers, and the margins differ.
        let cells = [Cell::unweighted(vec![0, 0], 10), Cell::unweighted(vec![1, 1], 10)];
        let margins = [margin("one", Totals::Shares, &[0.5, 0.5]), margin("other", Totals::Shares, &[0.25, 0.75])];
        assert!(matches!(rake(&cells, &margins, 20.0), Err(WeightingFault::MarginsCannotBeMet { .. })));
        // With one more cell they could be met only by giving some answers no weight at all.
        let margins = [margin("one", Totals::Shares, &[0.5, 0.5]), margin("other", Totals::Shares, &[0.5, 0.5])];
        let cells = [cells.to_vec(), vec![Cell::unweighted(vec![0, 1], 10)]].concat();
        assert!(matches!(rake(&cells, &margins, 20.0), Err(WeightingFault::MarginsCannotBeMet { .. })));
    }

    #[test]
    fn cells_and_weights_that_do_not_fit_are_refused() {
        let margin = [margin("age", Totals::Shares, &[0.5, 0.5])];
        for levels in [vec![], vec![0, 0], vec![2]] {
            let found = rake(&[Cell::unweighted(levels, 3)], &margin, 10.0);
            assert_eq!(found, Err(WeightingFault::CellNotInMargins { cell: 0 }));
        }
        let cells = [Cell::unweighted(vec![0], 3), Cell { levels: vec![1], rows: 2, weight: -1.0, square: 1.0 }];
        assert_eq!(rake(&cells, &margin, 10.0), Err(WeightingFault::WeightsNotPositive { place: 1, weight: -1.0, square: 1.0 }));
        for population in [0.0, -1.0, f64::NAN] {
            assert!(matches!(rake(&cells[..1], &margin, population), Err(WeightingFault::PopulationNotPositive { .. })));
        }
        let nobody = WeightingFault::Obstacle(Obstacle::TooFewAnswers { found: 0, needed: 1 });
        assert_eq!(rake(&[], &margin, 10.0), Err(nobody));
    }
}
