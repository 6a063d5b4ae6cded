//! The error of a mean whose weights were drawn to margins: what the margins explain of the answers is no longer uncertain.

use super::linearised::{Deviation, check, freedom, variance};
use super::mean::{centre, with_error};
use super::share::{indicators, with_intervals};
use super::{Cell, Piece, Raked, Stratum, WeightedMean, WeightedShare, WeightingFault};

/// Rounds after which the regression on the margins is taken as it is: its residuals then differ by less than can be seen.
const MOST_ROUNDS: u32 = 10_000;

/// The rows of one weighting cell, and of one stratum, that gave one value or no valid one, with the sums of their start weights.
/// All rows must be in some piece.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellPiece {
    /// The place of the cell.
    pub cell: usize,
    /// The place of the stratum; 0 where there are none.
    pub stratum: usize,
    /// The value; `None` for rows without a valid answer.
    pub value: Option<f64>,
    /// How many rows.
    pub count: u64,
    /// The sum of their start weights.
    pub weight: f64,
    /// The sum of the squares of their start weights.
    pub square: f64,
}

/// The mean with raked weights and the error of calibration: each row deviates by the residual of `x - mean` (0 without a valid
/// answer) after a regression, with the start weights, on what the margins say of it.
///
/// As R's survey 4.1: `svymean(~x, calibrate(design, calfun = "raking"), na.rm = TRUE)`.
/// Source: Deville & Särndal 1992, J. Am. Stat. Assoc. 87, 376-382; Deville, Särndal & Sautory 1993, ibid. 88, 1013-1020.
///
/// # Errors
/// As [`super::mean`]; and where cells and pieces do not belong together.
pub fn calibrated_mean(
    answers: &[CellPiece],
    cells: &[Cell],
    raked: &Raked,
    strata: &[Stratum],
) -> Result<WeightedMean, WeightingFault> {
    check_cells(answers, cells, raked, strata)?;
    let pieces = raked.pieces(answers);
    estimate(&pieces, answers, cells, raked, strata)
}

/// The share of the valid answers whose value `counts`, with the error of [`calibrated_mean`].
///
/// # Errors
/// As [`calibrated_mean`].
pub fn calibrated_share(
    answers: &[CellPiece],
    cells: &[Cell],
    raked: &Raked,
    strata: &[Stratum],
    counts: impl Fn(f64) -> bool,
) -> Result<WeightedShare, WeightingFault> {
    check_cells(answers, cells, raked, strata)?;
    let indicator = |value: f64| if counts(value) { 1.0 } else { 0.0 };
    let answers: Vec<CellPiece> =
        answers.iter().map(|answer| CellPiece { value: answer.value.map(indicator), ..*answer }).collect();
    let pieces = indicators(&raked.pieces(&answers), |value| value > 0.5);
    let found = estimate(&pieces, &answers, cells, raked, strata)?;
    Ok(with_intervals(found, &pieces, strata))
}

fn check_cells(answers: &[CellPiece], cells: &[Cell], raked: &Raked, strata: &[Stratum]) -> Result<(), WeightingFault> {
    let mut rows = vec![0_u64; cells.len().min(raked.factors.len())];
    for answer in answers {
        *rows.get_mut(answer.cell).ok_or(WeightingFault::AnswersOutsideSample { place: answer.cell })? += answer.count;
        if answer.stratum >= strata.len() {
            return Err(WeightingFault::AnswersOutsideSample { place: answer.stratum });
        }
    }
    let differs = |(place, cell): &(usize, &Cell)| rows.get(*place) != Some(&cell.rows);
    match cells.iter().enumerate().find(differs) {
        Some((place, _)) => Err(WeightingFault::AnswersOutsideSample { place }),
        None => Ok(()),
    }
}

fn estimate(
    pieces: &[Piece],
    answers: &[CellPiece],
    cells: &[Cell],
    raked: &Raked,
    strata: &[Stratum],
) -> Result<WeightedMean, WeightingFault> {
    let base = check(pieces, strata)?;
    let (weight, mean) = centre(pieces);
    let distance = |answer: &CellPiece| answer.value.map_or(0.0, |value| value - mean);
    let mut sums = vec![0.0; cells.len()];
    for answer in answers.iter().filter(|answer| answer.count > 0) {
        sums[answer.cell] += answer.weight * distance(answer);
    }
    let explained = explained(cells, &sums);
    let residual = |answer: &CellPiece| {
        let factor = raked.factors[answer.cell];
        let (weight, square) = (factor * answer.weight, factor * factor * answer.square);
        let distance = distance(answer) - explained[answer.cell];
        Deviation { stratum: answer.stratum, count: answer.count, weight, square, distance }
    };
    let residuals: Vec<Deviation> = answers.iter().filter(|answer| answer.count > 0).map(residual).collect();
    Ok(with_error(base, weight, mean, variance(&residuals, strata, weight), freedom(strata)))
}

/// What the margins together explain in each cell: the least-squares fit of the cells' means (`sums` over their start weights)
/// by one effect per level. Margin after margin takes the weighted mean of what is left at each of its levels, until nothing is
/// left to take; unlike solving for the effects, this does not mind margins that say the same twice.
///
/// Source: Gauss and Seidel's steps on the normal equations, which are von Neumann's alternating projections.
fn explained(cells: &[Cell], sums: &[f64]) -> Vec<f64> {
    let full = |cell: &Cell| cell.rows > 0;
    let means: Vec<f64> = cells.iter().zip(sums).map(|(cell, sum)| if full(cell) { sum / cell.weight } else { 0.0 }).collect();
    let largest = means.iter().fold(0.0_f64, |largest, mean| largest.max(mean.abs()));
    let margins = cells.first().map_or(0, |cell| cell.levels.len());
    let mut left = means.clone();
    for _ in 0..MOST_ROUNDS {
        let mut moved = 0.0_f64;
        for margin in 0..margins {
            let levels = cells.iter().map(|cell| cell.levels[margin] + 1).max().unwrap_or(0);
            let mut level_sums = vec![(0.0, 0.0); levels];
            for (cell, left) in cells.iter().zip(&left).filter(|(cell, _)| full(cell)) {
                let (sum, weight) = &mut level_sums[cell.levels[margin]];
                *sum += cell.weight * left;
                *weight += cell.weight;
            }
            for (cell, left) in cells.iter().zip(&mut left).filter(|(cell, _)| full(cell)) {
                let (sum, weight) = level_sums[cell.levels[margin]];
                *left -= sum / weight;
                moved = moved.max((sum / weight).abs());
            }
        }
        if moved <= 1e-14 * largest {
            break;
        }
    }
    means.iter().zip(left).map(|(mean, left)| mean - left).collect()
}

#[cfg(test)]
mod tests {
    use super::super::example::{
        Design, Item, UNIVER_ITEMS, UNIVER_STRATUM, agree, cells, margin, margins, univer_answers, univer_cells, univer_margins,
    };
    use super::*;
    use crate::analysis::weighting::{Totals, mean, post_stratify, rake, share};

    type Figures = (&'static str, [f64; 5], [f64; 10], [f64; 4]);

    /// Of each item: the mean with its error, degrees of freedom and interval; the share of 6 and 7 with the figures of `of_share` and
    /// Wilson's interval; mean and share again, each with its calibrated error.
    #[rustfmt::skip]
    const UNIVER: [Figures; 5] = [
        ("informat",
            [5.505_948_602_604_032, 0.031_640_489_360_907_06, 2_178.0, 5.443_899_901_440_989, 5.567_997_303_767_075],
            [0.573_138_324_812_589_3, 0.010_887_717_812_993_828, 2_063.825_155_771_043, 1.055_321_955_888_410_4, 0.551_663_479_424_671_8, 0.594_340_932_843_015_6, 0.551_465_192_320_942_6, 0.594_603_392_765_392_5, 0.551_682_307_672_325_3, 0.594_322_578_738_223_5],
            [5.505_948_602_604_035, 0.030_938_997_998_225_6, 0.573_138_324_812_590_5, 0.010_668_042_212_537_683]),
        ("willingn",
            [5.960_317_761_878_236, 0.028_957_864_042_251_136, 2_178.0, 5.903_529_833_228_255, 6.017_105_690_528_217],
            [0.735_048_088_390_755_3, 0.009_746_638_956_659_347, 2_050.090_589_134_082_6, 1.062_392_077_473_973_2, 0.715_499_130_231_211_7, 0.753_716_146_428_675_2, 0.715_373_854_944_96, 0.754_047_951_604_294_3, 0.715_518_228_023_393_7, 0.753_698_730_233_497_1],
            [5.960_317_761_878_239, 0.028_468_838_654_138_11, 0.735_048_088_390_756_1, 0.009_635_674_154_318_142]),
        ("officeho",
            [5.260_740_508_491_968, 0.034_421_200_361_993_17, 2_178.0, 5.193_238_683_517_877, 5.328_242_333_466_059],
            [0.498_512_606_629_449_63, 0.010_967_943_779_742_357, 2_078.192_313_219_788_5, 1.048_026_203_419_825_8, 0.477_019_885_491_903_6, 0.520_010_825_878_753_7, 0.476_790_188_810_733_6, 0.520_239_225_692_737_2, 0.477_038_416_458_725_9, 0.519_992_285_433_892_9],
            [5.260_740_508_491_970_5, 0.034_092_133_594_061_23, 0.498_512_606_629_450_4, 0.010_873_834_467_417_775]),
        ("compete",
            [5.601_931_862_636_774, 0.031_432_776_670_148_994, 2_178.0, 5.540_290_497_230_445, 5.663_573_228_043_103],
            [0.620_108_964_360_377_8, 0.010_692_025_977_068_12, 2_060.663_338_935_379_7, 1.056_941_208_613_553, 0.598_928_881_699_042_9, 0.640_841_278_262_831_5, 0.598_751_423_998_755_8, 0.641_124_194_249_538_3, 0.598_947_802_614_053_2, 0.640_823_148_564_108_8],
            [5.601_931_862_636_777, 0.030_820_428_436_666_936, 0.620_108_964_360_378_8, 0.010_553_771_358_930_328]),
        ("global",
            [5.688_958_984_639_105, 0.028_717_455_079_053_232, 2_178.0, 5.632_642_510_894_396, 5.745_275_458_383_814],
            [0.646_246_383_446_536_8, 0.010_543_210_648_115_729, 2_056.616_174_357_552, 1.059_021_137_320_563, 0.625_307_905_573_989_9, 0.666_638_569_117_745_7, 0.625_141_980_733_822_5, 0.666_933_063_996_167_3, 0.625_326_884_242_084_6, 0.666_620_567_425_246],
            [5.688_958_984_639_108, 0.028_124_994_773_346_474, 0.646_246_383_446_537_7, 0.010_413_682_788_190_486]),
    ];

    fn of_mean(found: WeightedMean) -> [f64; 5] {
        [found.mean, found.error, found.freedom, found.interval.lower, found.interval.upper]
    }

    fn of_share(found: WeightedShare) -> [f64; 8] {
        let (logit, beta) = (found.logit.unwrap(), found.beta.unwrap());
        let effect = found.design_effect.unwrap();
        [found.share, found.error, found.effective_base, effect, logit.lower, logit.upper, beta.lower, beta.upper]
    }

    #[test]
    fn every_weighted_figure_of_univer_agrees_with_the_reference() {
        let cells = univer_cells();
        let raked = rake(&cells, &univer_margins(), 20_000.0).unwrap();
        for (place, (item, of_means, of_shares, of_calibrated)) in UNIVER.into_iter().enumerate() {
            assert_eq!(item, UNIVER_ITEMS[place]);
            let (answers, counts) = (univer_answers(place), |value: f64| value >= 6.0);
            let pieces = raked.pieces(&answers);
            agree(&of_mean(mean(&pieces, &UNIVER_STRATUM).unwrap()), &of_means, 1e-12);
            let found = share(&pieces, &UNIVER_STRATUM, counts).unwrap();
            agree(&of_share(found), &of_shares[..8], 1e-11);
            agree(&[found.wilson.lower, found.wilson.upper], &of_shares[8..], 1e-12);
            let calibrated = calibrated_mean(&answers, &cells, &raked, &UNIVER_STRATUM).unwrap();
            let satisfied = calibrated_share(&answers, &cells, &raked, &UNIVER_STRATUM, counts).unwrap();
            agree(&[calibrated.mean, calibrated.error, satisfied.share, satisfied.error], &of_calibrated, 1e-10);
        }
    }

    #[test]
    fn given_weights_then_raked_with_missing_answers_agree_with_r_in_one_stratum_and_in_finite_ones() {
        // calibrate(svydesign(ids = ~1, strata, weights = ~w, fpc), ~g + a, population, calfun = "raking", epsilon = 1e-14)
        #[rustfmt::skip]
        let figures = [
            (Design::Given, [
                (Item::Five, [3.469_689_266_244_469_4, 0.264_860_552_103_656_2, 23.0, 2.921_783_469_435_45, 4.017_595_063_053_489]),
                (Item::Eleven, [7.152_591_572_133_677_5, 0.566_989_624_066_759_5, 23.0, 5.979_684_171_279_341, 8.325_498_972_988_015]),
            ], [
                (Item::Five, [0.605_228_358_326_843_2, 0.092_048_839_508_155_34, 28.198_667_164_366_245, 0.815_641_387_088_832_4, 0.408_620_482_282_421_37, 0.772_813_746_678_714, 0.404_669_345_353_451_45, 0.782_812_138_639_508_8]),
                (Item::Eleven, [0.367_713_876_130_003_34, 0.095_272_554_485_288_98, 25.614_627_822_842_32, 0.741_763_656_743_682_7, 0.199_452_701_761_087_2, 0.575_821_828_372_978_1, 0.187_674_125_769_646_68, 0.579_572_674_811_764_2]),
            ]),
            (Design::FiniteStrata, [
                (Item::Five, [3.469_689_266_244_469_4, 0.206_095_721_298_772_8, 21.0, 3.041_089_750_892_404, 3.898_288_781_596_534_6]),
                (Item::Eleven, [7.152_591_572_133_677_5, 0.434_620_967_361_436_6, 21.0, 6.248_747_791_199_896_5, 8.056_435_353_067_458]),
            ], [
                (Item::Five, [0.605_228_358_326_843_2, 0.065_990_505_118_431_53, 54.865_875_205_656_71, 0.419_204_102_983_646_2, 0.463_295_858_344_026_1, 0.731_388_339_887_345_3, 0.463_310_935_837_171_15, 0.735_248_749_415_742_9]),
                (Item::Eleven, [0.367_713_876_130_003_34, 0.071_530_654_171_829_87, 45.440_099_748_429_716, 0.418_132_884_945_011_33, 0.234_720_228_426_156_6, 0.524_423_897_543_475_5, 0.228_983_210_668_234_13, 0.524_556_543_026_613_7]),
            ]),
        ];
        let raked = rake(&cells(), &margins(), 60.0).unwrap();
        for (design, means, shares) in figures {
            for (item, expected) in means {
                let found = calibrated_mean(&design.cell_pieces(item), &cells(), &raked, &design.strata()).unwrap();
                agree(&of_mean(found), &expected, 1e-11);
            }
            for (item, expected) in shares {
                let (answers, counts) = (design.cell_pieces(item), |value| item.counts(value));
                let found = calibrated_share(&answers, &cells(), &raked, &design.strata(), counts).unwrap();
                agree(&of_share(found), &expected, 1e-10);
            }
        }
    }

    #[test]
    fn raked_weights_taken_as_fixed_agree_with_r() {
        // svydesign(ids = ~1, strata, weights = ~raked, fpc)
        #[rustfmt::skip]
        let figures = [
            (Design::Given, [
                (Item::Five, [3.469_689_266_244_469_4, 0.324_448_126_981_338_07, 23.0, 2.798_517_179_178_318_8, 4.140_861_353_310_62]),
                (Item::Eleven, [7.152_591_572_133_677_5, 0.645_790_860_082_778_1, 23.0, 5.816_671_394_684_375, 8.488_511_749_582_98]),
            ]),
            (Design::FiniteStrata, [
                (Item::Five, [3.469_689_266_244_469_4, 0.247_511_799_603_749_83, 21.0, 2.954_960_301_055_048_3, 3.984_418_231_433_890_5]),
                (Item::Eleven, [7.152_591_572_133_677_5, 0.497_208_464_616_783_9, 21.0, 6.118_589_965_400_821, 8.186_593_178_866_534]),
            ]),
        ];
        let raked = rake(&cells(), &margins(), 60.0).unwrap();
        for (design, means) in figures {
            for (item, expected) in means {
                let pieces = raked.pieces(&design.cell_pieces(item));
                agree(&of_mean(mean(&pieces, &design.strata()).unwrap()), &expected, 1e-11);
            }
        }
    }

    #[test]
    fn post_stratified_means_have_the_error_of_what_is_left_within_the_post_strata() {
        // postStratify(design, ~a, data.frame(a = 0:2, Freq = c(24, 24, 12)))
        let mut by_age: Vec<Cell> = Vec::new();
        for (age, of_gender) in [(0, [0, 3]), (1, [1, 4]), (2, [2, 5])] {
            let [one, other] = of_gender.map(|place| cells()[place].clone());
            let (rows, weight, square) = (one.rows + other.rows, one.weight + other.weight, one.square + other.square);
            by_age.push(Cell { levels: vec![age], rows, weight, square });
        }
        let raked = post_stratify(&by_age, &margin("age", Totals::Counts, &[24.0, 24.0, 12.0]), 60.0).unwrap();
        for (item, expected) in [
            (
                Item::Five,
                [3.487_500_000_000_000_3, 0.267_660_473_899_550_44, 23.0, 2.933_802_123_659_326_4, 4.041_197_876_340_674],
            ),
            (Item::Eleven, [7.113_573_407_202_216, 0.595_833_325_840_993_2, 23.0, 5.880_998_263_159_952, 8.346_148_551_244_479]),
        ] {
            let into_age = |answer: CellPiece| CellPiece { cell: answer.cell % 3, ..answer };
            let answers: Vec<CellPiece> = Design::Given.cell_pieces(item).into_iter().map(into_age).collect();
            let found = calibrated_mean(&answers, &by_age, &raked, &Design::Given.strata()).unwrap();
            agree(&of_mean(found), &expected, 1e-11);
        }
    }

    #[test]
    fn an_item_that_a_margin_explains_has_no_error_left() {
        let answers: Vec<CellPiece> = univer_answers(0)
            .into_iter()
            .map(|answer| CellPiece { value: Some(if answer.cell < 6 { 1.0 } else { 2.0 }), ..answer })
            .collect();
        let cells = univer_cells();
        let raked = rake(&cells, &univer_margins(), 20_000.0).unwrap();
        let found = calibrated_mean(&answers, &cells, &raked, &UNIVER_STRATUM).unwrap();
        agree(&[found.mean], &[1.55], 1e-13);
        assert!(found.error < 1e-14, "{}", found.error);
        assert!(mean(&raked.pieces(&answers), &UNIVER_STRATUM).unwrap().error > 0.01);
    }

    #[test]
    fn a_margin_given_twice_explains_no_more() {
        let twice: Vec<Cell> =
            cells().into_iter().map(|cell| Cell { levels: [cell.levels.clone(), cell.levels].concat(), ..cell }).collect();
        let raked = rake(&twice, &[margins(), margins()].concat(), 60.0).unwrap();
        let (answers, strata) = (Design::Given.cell_pieces(Item::Eleven), Design::Given.strata());
        let once = calibrated_mean(&answers, &cells(), &rake(&cells(), &margins(), 60.0).unwrap(), &strata).unwrap();
        agree(&of_mean(calibrated_mean(&answers, &twice, &raked, &strata).unwrap()), &of_mean(once), 1e-12);
    }

    #[test]
    fn answers_that_are_not_those_of_the_cells_are_refused() {
        let raked = rake(&cells(), &margins(), 60.0).unwrap();
        let (answers, strata) = (Design::Given.cell_pieces(Item::Five), Design::Given.strata());
        let missing = calibrated_mean(&answers[1..], &cells(), &raked, &strata);
        assert_eq!(missing, Err(WeightingFault::AnswersOutsideSample { place: answers[0].cell }));
        let elsewhere: Vec<CellPiece> = answers.iter().map(|answer| CellPiece { cell: 9, ..*answer }).collect();
        let found = calibrated_mean(&elsewhere, &cells(), &raked, &strata);
        assert_eq!(found, Err(WeightingFault::AnswersOutsideSample { place: 9 }));
        assert!(calibrated_mean(&answers, &cells(), &raked, &[]).is_err());
    }
}
