//! The years of an item side by side: a line that breaks where the item was asked otherwise, and the trend of its last stretch.

use super::Obstacle;
use super::change::{Change, ItemFigure, STABLE_WITHIN, Spread};
use super::distribution::normal;
use super::finding::{Interval, ItemFinding, ShareFinding};
use super::lineage::{Asking, Comparability};
use super::proportion::{ONE_SIDED_95, TWO_SIDED_95, as_real, share_finding};
use super::study::Past;
use super::trend::{Trend, cochran_armitage};
use crate::survey::Channel;

/// A trend needs so many years: of two the change is told already.
pub const FEWEST_YEARS: u64 = 3;

/// From this part of the answers on that came in another way than the year before, two years are not one line.
pub const MODE_CHANGED_FROM: f64 = 0.5;

/// The years of one item, the oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemSeries {
    /// The item's code.
    pub code: String,
    /// The years in which it was answered.
    pub points: Vec<YearPoint>,
    /// How the answers lay in the years in which they were given on the scale of the last one.
    pub spreads: Vec<(i32, Spread)>,
    /// The trend over the last unbroken stretch, or why there is none.
    pub trend: Result<TrendFinding, Obstacle>,
}

/// What was found of an item in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearPoint {
    /// The year.
    pub year: i32,
    /// How many answered.
    pub base: u64,
    /// The share satisfied with its Wilson interval, where it is known.
    pub satisfied: Option<ShareFinding>,
    /// The mean, where there is one.
    pub mean: Option<f64>,
    /// Why it is no continuation of the year before.
    pub broken: Option<Break>,
    /// The privacy threshold of that year's edition; 0 where it had none.
    pub threshold: u64,
}

/// Why a line does not go on from the year before. Where several apply, the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Break {
    /// Another scale, or other points of it that count as satisfied.
    ScaleChanged,
    /// Other words.
    Reworded,
    /// At least [`MODE_CHANGED_FROM`] of the answers came in another way.
    ModeChanged,
}

/// The trend of the share satisfied over years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendFinding {
    /// The first year of the stretch.
    pub from: i32,
    /// Its last year.
    pub to: i32,
    /// How many years of it have a share.
    pub years: u64,
    /// The share gained a year: the slope of the regression on the year, each answer counting alike.
    pub slope: f64,
    /// Its two-sided 95 % interval, with the variance of no trend.
    pub interval: Interval,
    /// The Cochran-Armitage statistic: the slope by its standard error.
    pub z: f64,
    /// What it shows: stable where the 90 % interval of what was gained over the whole stretch lies within [`STABLE_WITHIN`].
    pub change: Change,
}

impl ItemSeries {
    /// The same line without the years that may not be shown; its trend is made of those that remain.
    #[must_use]
    pub fn shown_from(&self, threshold: u64) -> Self {
        let mut points: Vec<YearPoint> = Vec::new();
        // A year that is left out hands its break on: what follows is no continuation of what stood before it.
        let mut broken = None;
        for point in &self.points {
            broken = [broken, point.broken].into_iter().flatten().min();
            if point.base >= threshold.max(point.threshold) {
                points.push(YearPoint { broken: broken.take(), ..*point });
            }
        }
        let is_told = |year: i32| points.iter().any(|point| point.year == year);
        let spreads = self.spreads.iter().filter(|(year, _)| is_told(*year)).cloned().collect();
        Self { trend: find_trend(&points), code: self.code.clone(), spreads, points }
    }
}

/// The years of every item whose satisfied share this edition or an earlier one tells. `history` has the oldest first and
/// only years before `now`; figures keyed in say nothing of words, scale and channels: they continue the line.
pub fn find_series(items: &[ItemFinding], history: &[Past], now: &Past) -> Vec<ItemSeries> {
    let judged = items.iter().filter(|item| item.asking.scale.satisfied.is_some());
    judged.map(|item| find_line(&item.code, history, now)).filter(|series| !series.points.is_empty()).collect()
}

fn find_line(code: &str, history: &[Past], now: &Past) -> ItemSeries {
    let (mut points, mut spreads): (Vec<YearPoint>, Vec<(i32, Spread)>) = (Vec::new(), Vec::new());
    let mut asked: Option<&Asking> = None;
    let mut came: Option<&[(Channel, u64)]> = None;
    for past in history.iter().chain([now]) {
        let Some(figure) = past.figures.iter().find(|figure| figure.item == code && figure.base > 0) else { continue };
        let channels = Some(past.channels.as_slice()).filter(|channels| !channels.is_empty());
        points.push(YearPoint {
            year: past.year,
            base: figure.base,
            satisfied: figure.satisfied.and_then(|count| share_finding(count, figure.base, None)),
            mean: figure.mean,
            broken: find_break(asked, figure, came, channels),
            threshold: past.threshold,
        });
        if points.last().is_some_and(|point| point.broken == Some(Break::ScaleChanged)) {
            spreads.clear();
        }
        spreads.extend(figure.spread.clone().map(|spread| (past.year, spread)));
        // Compared with the last year of which it is known, also across years that were keyed in.
        asked = figure.asking.as_ref().or(asked);
        came = channels.or(came);
    }
    ItemSeries { code: code.to_owned(), trend: find_trend(&points), spreads, points }
}

fn find_break(
    asked: Option<&Asking>,
    figure: &ItemFigure,
    came: Option<&[(Channel, u64)]>,
    comes: Option<&[(Channel, u64)]>,
) -> Option<Break> {
    let comparability = asked.zip(figure.asking.as_ref()).map(|(before, now)| now.comparability(before));
    match comparability {
        Some(Comparability::ScaleChanged) => Some(Break::ScaleChanged),
        Some(Comparability::Reworded) => Some(Break::Reworded),
        _ => {
            let moved = came.zip(comes).map_or(0.0, |(before, now)| dissimilarity(before, now));
            (moved >= MODE_CHANGED_FROM).then_some(Break::ModeChanged)
        }
    }
}

/// How a question reaches whoever answers it. A personal and a public link show the same page, and so in effect does the widget.
fn mode_of(channel: Channel) -> Channel {
    if matches!(channel, Channel::Email | Channel::Widget) { Channel::Web } else { channel }
}

/// The part of the answers, 0 to 1, that would have to come in another way for two years to be alike.
///
/// Source: the index of dissimilarity, Duncan & Duncan 1955, American Sociological Review 20, 210-217.
fn dissimilarity(before: &[(Channel, u64)], now: &[(Channel, u64)]) -> f64 {
    let part = |answers: &[(Channel, u64)], mode: Channel| {
        let all: u64 = answers.iter().map(|(_, count)| count).sum();
        let own: u64 = answers.iter().filter(|(channel, _)| mode_of(*channel) == mode).map(|(_, count)| count).sum();
        if all == 0 { 0.0 } else { as_real(own) / as_real(all) }
    };
    let modes = Channel::ALL.into_iter().filter(|channel| mode_of(*channel) == *channel);
    modes.map(|mode| (part(before, mode) - part(now, mode)).abs()).sum::<f64>() / 2.0
}

/// The trend over the last unbroken stretch of years with a share.
fn find_trend(points: &[YearPoint]) -> Result<TrendFinding, Obstacle> {
    let start = points.iter().rposition(|point| point.broken.is_some()).unwrap_or(0);
    let stretch: Vec<(i32, ShareFinding)> =
        points.iter().skip(start).filter_map(|point| Some((point.year, point.satisfied?))).collect();
    let years = u64::try_from(stretch.len()).unwrap_or(u64::MAX);
    let (Some((from, _)), Some((to, _)), true) = (stretch.first(), stretch.last(), years >= FEWEST_YEARS) else {
        return Err(Obstacle::TooFewGroups { found: years, needed: FEWEST_YEARS });
    };
    let shares: Vec<(u64, u64)> = stretch.iter().map(|(_, share)| (share.count, share.base)).collect();
    let scores: Vec<f64> = stretch.iter().map(|(year, _)| f64::from(*year)).collect();
    let Trend { slope, error, z, .. } = cochran_armitage(&shares, &scores)?;
    let around = |probability: f64| {
        let reach = normal::quantile(probability) * error;
        Interval { lower: slope - reach, upper: slope + reach }
    };
    let (interval, narrow, span) = (around(TWO_SIDED_95), around(ONE_SIDED_95), f64::from(to - from));
    let change = if interval.lower > 0.0 {
        Change::Up
    } else if interval.upper < 0.0 {
        Change::Down
    } else if narrow.lower * span > -STABLE_WITHIN && narrow.upper * span < STABLE_WITHIN {
        Change::Stable
    } else {
        Change::NotDemonstrated
    };
    Ok(TrendFinding { from: *from, to: *to, years, slope, interval, z, change })
}

#[cfg(test)]
mod tests {
    use super::super::finding::Base;
    use super::*;

    fn figure(satisfied: u64, base: u64, asking: Option<Asking>) -> ItemFigure {
        let item = "staff".to_owned();
        ItemFigure { item, base, satisfied: Some(satisfied), top_two: None, mean: None, deviation: None, asking, spread: None }
    }

    fn year(year: i32, satisfied: u64, base: u64) -> Past {
        Past { year, figures: vec![figure(satisfied, base, None)], ..Past::default() }
    }

    fn line(years: &[Past]) -> ItemSeries {
        let (now, history) = years.split_last().unwrap();
        find_line("staff", history, now)
    }

    fn agree(found: f64, expected: f64) {
        assert!((found / expected - 1.0).abs() < 1e-10, "{found} instead of {expected}");
    }

    #[test]
    fn nine_years_rise_though_the_last_is_below_the_one_before() {
        // prop.trend.test(k, n, score = 2010:2018) of the San Francisco airport's surveys, item "all" at 4 and 5.
        let bases = [3_093, 3_694, 3_348, 3_334, 2_677, 2_810, 2_919, 2_688, 2_625];
        let counts = [2_333, 2_785, 2_638, 2_643, 2_111, 2_248, 2_364, 2_206, 2_059];
        let years: Vec<Past> = (2010..).zip(counts.iter().zip(bases)).map(|(at, (k, n))| year(at, *k, n)).collect();
        let trend = line(&years).trend.unwrap();
        agree(trend.z, 6.685_296_574_404_724);
        assert_eq!((trend.from, trend.to, trend.years, trend.change), (2010, 2018, 9, Change::Up));
        let [before, last] = [7, 8].map(|at| super::super::groups::Fraction { count: counts[at], base: bases[at] });
        assert_eq!(super::super::change::judge(last, before, STABLE_WITHIN), Change::Down);
        // Scores need not be a year apart: prop.trend.test(c(15, 30, 62), c(40, 60, 80), score = c(2019, 2021, 2026)).
        agree(line(&[year(2019, 15, 40), year(2021, 30, 60), year(2026, 62, 80)]).trend.unwrap().z, 4.583_927_955_068_002_5);
    }

    #[test]
    fn two_years_are_no_trend_and_what_is_not_shown_is_not_stable() {
        let none = |found| Err(Obstacle::TooFewGroups { found, needed: 3 });
        assert_eq!(line(&[year(2025, 15, 40), year(2026, 30, 60)]).trend, none(2));
        let all = [year(2024, 40, 40), year(2025, 30, 30), year(2026, 60, 60)];
        assert_eq!(line(&all).trend, Err(Obstacle::Constant));
        let few = [year(2024, 30, 40), year(2025, 30, 40), year(2026, 31, 40)];
        assert_eq!(line(&few).trend.unwrap().change, Change::NotDemonstrated);
        let many = [year(2024, 3_000, 4_000), year(2025, 3_000, 4_000), year(2026, 3_010, 4_000)];
        assert_eq!(line(&many).trend.unwrap().change, Change::Stable);
        let down = [year(2024, 38, 40), year(2025, 30, 40), year(2026, 20, 40)];
        assert_eq!(line(&down).trend.unwrap().change, Change::Down);
    }

    #[test]
    fn other_words_or_another_scale_break_the_line() {
        let held = |at: i32, asking: &Asking| {
            let figures = vec![figure(20 + u64::try_from(at - 2020).unwrap(), 40, Some(asking.clone()))];
            Past { year: at, figures, ..Past::default() }
        };
        let (first, second) = (Asking::worded("Cortesia"), Asking::worded("Gentilezza"));
        let mut longer = first.clone();
        longer.scale.values = Some((1..=7).collect());
        let broken = |later: &Asking| {
            let years = [held(2022, &first), held(2023, &first), held(2024, &first), held(2025, later), held(2026, later)];
            let line = line(&years);
            assert_eq!(line.trend, Err(Obstacle::TooFewGroups { found: 2, needed: 3 }));
            line.points.iter().map(|point| point.broken).collect::<Vec<_>>()
        };
        assert_eq!(broken(&second), [None, None, None, Some(Break::Reworded), None]);
        assert_eq!(broken(&longer), [None, None, None, Some(Break::ScaleChanged), None]);
    }

    #[test]
    fn answers_of_years_on_another_scale_or_hidden_are_not_set_beside_those_of_this_one() {
        let spread = |count: u64| Spread { base: Base { valid: count, ..Base::default() }, counts: vec![(1, count)] };
        let held = |at: i32, base: u64, asking: &Asking| {
            let figure = ItemFigure { spread: Some(spread(base)), ..figure(base / 2, base, Some(asking.clone())) };
            Past { year: at, figures: vec![figure], ..Past::default() }
        };
        let now = Asking::worded("Cortesia");
        let mut before = now.clone();
        before.scale.values = Some((1..=7).collect());
        let line = line(&[held(2023, 40, &before), held(2024, 41, &now), held(2025, 4, &now), held(2026, 43, &now)]);
        assert_eq!(line.spreads, [(2024, spread(41)), (2025, spread(4)), (2026, spread(43))]);
        assert_eq!(line.shown_from(5).spreads, [(2024, spread(41)), (2026, spread(43))]);
    }

    #[test]
    fn a_line_ends_where_answers_come_another_way() {
        let by = |at: i32, channels: &[(Channel, u64)]| Past { channels: channels.to_vec(), ..year(at, 30, 40) };
        let (web, email) = ([(Channel::Web, 40)], [(Channel::Email, 30), (Channel::Web, 10)]);
        let kiosk = [(Channel::Kiosk, 20), (Channel::Web, 20)];
        let breaks = |years: &[Past]| line(years).points.iter().map(|point| point.broken).collect::<Vec<_>>();
        assert_eq!(breaks(&[by(2024, &web), by(2025, &email), by(2026, &web)]), [None; 3], "one page, by whatever link");
        let known = [by(2023, &web), year(2024, 20, 40), by(2025, &kiosk), by(2026, &kiosk)];
        assert_eq!(breaks(&known), [None, None, Some(Break::ModeChanged), None], "across a year keyed in");
        assert!(line(&known).trend.is_err());
    }

    #[test]
    fn a_year_that_is_hidden_hands_its_break_on_and_takes_no_part_in_the_trend() {
        let held = |at: i32, satisfied, base, words: &str| {
            let asking = Some(Asking::worded(words));
            Past { year: at, figures: vec![figure(satisfied, base, asking)], ..Past::default() }
        };
        let years = [held(2022, 20, 40, "A"), held(2023, 1, 4, "B"), held(2024, 20, 40, "B"), held(2025, 25, 40, "B")];
        let years: Vec<Past> = years.into_iter().chain([held(2026, 30, 40, "B")]).collect();
        let shown = line(&years).shown_from(5);
        let told: Vec<_> = shown.points.iter().map(|point| (point.year, point.broken)).collect();
        assert_eq!(told, [(2022, None), (2024, Some(Break::Reworded)), (2025, None), (2026, None)]);
        let without = line(&[held(2024, 20, 40, "B"), held(2025, 25, 40, "B"), held(2026, 30, 40, "B")]);
        assert_eq!(shown.trend, without.trend);
        assert_ne!(line(&years).trend, without.trend, "the exact findings know the year of four answers");
    }
}
