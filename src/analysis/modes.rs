//! Channels compared and weighted: how much the answers differ between them, and what all users would say if each channel's
//! answers counted for that channel's users.
//!
//! The verdict of a goal is that of the answers as they came, unless weighting by channel was sealed beforehand; what is weighted
//! else stands beside it, with what it costs.

use super::finding::{Interval, ItemFinding, Sample};
use super::groups::{Strength, independence, kruskal_wallis};
use super::method::Method;
use super::multiplicity::holm;
use super::obstacle::Obstacle;
use super::proportion::{TWO_SIDED_95, as_real, wilson};
use super::reading::Reading;
use super::weighting::{self, Cell, Kish, Level, Margin, Piece, Stratum, Totals, WeightedMean, WeightedShare, WeightingFault};
use crate::form::Role;
use crate::response::{Counts, CrossTable, Group, ItemCounts, Tally};
use crate::survey::Channel;

/// The grouping, and the margin, of the ways answers come in.
pub const BY_CHANNEL: &str = "channel";
/// A test shows a difference below this probability.
const SHOWN_BELOW: f64 = 0.05;

/// What was found of one judgement in the channels.
#[derive(Clone, Debug, PartialEq)]
pub struct ModeFinding {
    /// Whether the channels differ, or why that cannot be told.
    pub test: Result<ModeTest, Obstacle>,
    /// The figures weighted to the users of each channel, or why there are none; `None` where nobody stated the users by channel.
    pub weighted: Option<Result<WeightedFinding, WeightingFault>>,
}

/// The channels with answers, compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ModeTest {
    /// [`Method::KruskalWallis`] for a scale or a number, [`Method::ChiSquare`] for choices without order.
    pub method: Method,
    /// The answers compared.
    pub base: u64,
    /// H, or chi-square.
    pub statistic: f64,
    /// Its degrees of freedom.
    pub freedom: u64,
    /// The probability of one at least as large if the channels did not differ.
    pub p: f64,
    /// The same by Holm over all the judgements whose channels are compared.
    pub p_holm: f64,
    /// Epsilon squared, or Cramer's V: from 0 to 1.
    pub effect: f64,
    /// The effect in words, less what chance alone would give.
    pub strength: Strength,
}

/// What each channel's answers count, for all judgements alike.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelWeights {
    /// By channel what one of its answers counts: its share of the users over its share of the responses; 1 on average. Channels
    /// without responses are left out.
    pub weights: Vec<(String, f64)>,
    /// What they cost: over all responses.
    pub kish: Kish,
}

/// One judgement weighted to the users of each channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeightedFinding {
    /// The share satisfied, where the scale says which points are.
    pub satisfied: Option<WeightedShare>,
    /// The share in the two best points, on scales of three or more.
    pub top_two: Option<WeightedShare>,
    /// The base that the share's interval rests on: what the linearised error says, but at most Kish's. Where the few answers of a
    /// heavy channel happen to agree, the linearised error does not see how little they are.
    pub effective_base: Option<f64>,
    /// Wilson's 95 % interval of the share at that base.
    pub interval: Option<Interval>,
    /// The mean, for scales and numbers.
    pub mean: Option<WeightedMean>,
    /// What the weights cost over the valid answers.
    pub kish: Kish,
}

impl ModeTest {
    /// How much the channels are shown to differ; `None` where no difference is shown, which does not say that there is none.
    pub fn difference(&self) -> Option<Strength> {
        (self.p_holm < SHOWN_BELOW && self.strength > Strength::Negligible).then_some(self.strength)
    }
}

impl ModeFinding {
    /// Whether the channels differ so much that a figure of all answers depends on how many each channel brought.
    pub fn channels_differ(&self) -> bool {
        let difference = self.test.ok().and_then(|test| test.difference());
        difference.is_some_and(|difference| difference >= Strength::Medium)
    }
}

/// What each channel's answers count; `None` where no channel's users are known.
///
/// Refused where a channel with users has no answers, or one with answers no users: nobody could stand for them.
pub fn weigh_channels(sample: &Sample) -> Option<Result<ChannelWeights, WeightingFault>> {
    let users = sample.channels.iter().filter_map(|channel| channel.universe);
    let population: f64 = users.map(as_real).sum();
    (population > 0.0).then(|| {
        let levels =
            sample.channels.iter().map(|own| Level { name: own.channel.code().to_owned(), total: own.universe.map(as_real) });
        let margin = Margin { name: BY_CHANNEL.to_owned(), totals: Totals::Counts, levels: levels.collect() };
        let cells = sample.channels.iter().enumerate().map(|(at, own)| Cell::unweighted(vec![at], own.responses));
        let cells: Vec<Cell> = cells.collect();
        let rows: u64 = sample.channels.iter().map(|own| own.responses).sum();
        let raked = weighting::post_stratify(&cells, &margin, population)?;
        let heard = sample.channels.iter().zip(&raked.factors).filter(|(own, _)| own.responses > 0);
        let weights = heard.map(|(own, factor)| (own.channel.code().to_owned(), factor * (as_real(rows) / population)));
        Ok(ChannelWeights { weights: weights.collect(), kish: raked.kish })
    })
}

/// What is found of one field in the channels; `None` for what is no judgement.
pub(super) fn find_modes(
    tally: &Tally,
    item: &ItemCounts,
    reading: &Reading,
    role: Role,
    weights: Option<&Result<ChannelWeights, WeightingFault>>,
) -> Option<ModeFinding> {
    if !matches!(role, Role::Satisfaction | Role::Importance | Role::Expectation | Role::Overall | Role::Recommend) {
        return None;
    }
    let (grouping, counts) = tally.groupings.iter().zip(&item.by_group).find(|(grouping, _)| grouping.code == BY_CHANNEL)?;
    let weighted = weights.map(|weights| {
        let weights = weights.as_ref().map_err(Clone::clone)?;
        weigh_item(&grouping.groups, counts, reading, weights, tally.rows)
    });
    Some(ModeFinding { test: compare(item, counts, reading), weighted })
}

/// One row for each channel, one column for each value that all of them gave.
fn compare(item: &ItemCounts, counts: &[Counts], reading: &Reading) -> Result<ModeTest, Obstacle> {
    let values: Vec<i64> = reading.list(&item.all).into_iter().map(|(value, _)| value).collect();
    let row = |counts: &Counts| values.iter().map(|value| counts.given.get(value).copied().unwrap_or(0)).collect::<Vec<u64>>();
    let table = CrossTable::from_rows(&counts.iter().map(row).collect::<Vec<_>>());
    if reading.range.is_some() {
        let found = kruskal_wallis(&table)?;
        // One answer a channel: there is nothing within channels to compare with.
        let strength = found.strength().ok_or(Obstacle::TooFewAnswers { found: found.base, needed: found.groups + 1 })?;
        let (statistic, freedom, p, effect) = (found.h, found.freedom, found.p, found.epsilon_squared);
        let method = Method::KruskalWallis;
        Ok(ModeTest { method, base: found.base, statistic, freedom, p, p_holm: p, effect, strength })
    } else {
        let found = independence(&table)?;
        let (statistic, freedom, p, effect) = (found.x2, found.freedom, found.p, found.cramer_v);
        let (method, strength) = (Method::ChiSquare, found.strength());
        Ok(ModeTest { method, base: found.base, statistic, freedom, p, p_holm: p, effect, strength })
    }
}

/// The weights are those of the survey, not of the item: who could not judge stands for users who could not.
fn weigh_item(
    groups: &[Group],
    counts: &[Counts],
    reading: &Reading,
    weights: &ChannelWeights,
    rows: u64,
) -> Result<WeightedFinding, WeightingFault> {
    let mut pieces = Vec::new();
    for (group, counts) in groups.iter().zip(counts) {
        let weight = weights.weights.iter().find(|(channel, _)| *channel == group.code).map_or(0.0, |(_, weight)| *weight);
        if counts.valid() == 0 {
            let total = weight * as_real(group.rows) / as_real(rows);
            let (margin, level) = (BY_CHANNEL.to_owned(), group.code.clone());
            return Err(WeightingFault::LevelWithoutAnswers { margin, level, total });
        }
        pieces.extend(counts.given.iter().map(|(value, count)| {
            let sum = weight * as_real(*count);
            Piece { stratum: 0, value: exact(*value), count: *count, weight: sum, square: weight * sum }
        }));
    }
    let sums = pieces.iter().fold((0.0, 0.0, 0), |sums, piece| {
        let Piece { weight, square, count, .. } = *piece;
        (sums.0 + weight, sums.1 + square, sums.2 + count)
    });
    let strata = [Stratum { rows, population: None }];
    let share = |values: &Option<Vec<i64>>| {
        let values: Vec<f64> = values.as_ref()?.iter().copied().map(exact).collect();
        Some(weighting::share(&pieces, &strata, |value| values.contains(&value)))
    };
    let (satisfied, top_two) = (share(&reading.satisfied).transpose()?, share(&reading.top_two).transpose()?);
    let mean = reading.range.map(|_| weighting::mean(&pieces, &strata));
    let kish = weighting::kish(sums.0, sums.1, sums.2)?;
    let mean = mean.transpose()?;
    let effective_base = satisfied.map(|share| share.effective_base.min(kish.effective_base));
    let interval = satisfied.zip(effective_base).map(|(share, base)| wilson(share.share, base, TWO_SIDED_95));
    Ok(WeightedFinding { satisfied, top_two, effective_base, interval, mean, kish })
}

#[allow(clippy::cast_precision_loss)] // Points of a scale and years of age.
fn exact(value: i64) -> f64 {
    value as f64
}

/// Holm over the judgements whose channels are compared. Suppression does it again over those that it leaves: an adjusted
/// probability may be that of another judgement, which then is hidden.
pub(super) fn adjust_for_their_number(items: &mut [ItemFinding]) {
    let mut tests: Vec<&mut ModeTest> = items.iter_mut().filter_map(|item| item.modes.as_mut()?.test.as_mut().ok()).collect();
    let adjusted = holm(&tests.iter().map(|test| test.p).collect::<Vec<_>>());
    for (test, p) in tests.iter_mut().zip(adjusted) {
        test.p_holm = p;
    }
}

/// Where a channel stands in every table.
pub(super) fn place_of_channel(code: &str) -> usize {
    Channel::ALL.iter().position(|channel| channel.code() == code).unwrap_or(Channel::ALL.len())
}

#[cfg(test)]
mod tests {
    use super::super::example::{code, form, row, staff_rows, table};
    use super::super::{Agreed, Caveat, ChannelSample, Findings, Publishable, Shown, study};
    use super::*;
    use crate::form::{Layout, Polarity, Value};
    use crate::response::{Row, tally};

    /// The answers to `staff` and to `waiting` that came by a channel.
    type Came<'a> = (&'a str, &'a [(i64, u64)], &'a [(i64, u64)]);

    fn rows(layout: &Layout, came: &[Came<'_>]) -> Vec<Row> {
        let of = |(channel, staff, waiting): &Came<'_>| {
            let mut rows = staff_rows(layout, channel, 1, staff);
            let one = |(value, count): &(i64, u64)| {
                let row = row(layout, channel, &[("waiting", Value::Given(*value))]);
                std::iter::repeat_n(row, usize::try_from(*count).unwrap())
            };
            rows.extend(waiting.iter().flat_map(one));
            rows
        };
        came.iter().flat_map(of).collect()
    }

    fn find(came: &[Came<'_>], users: &[(Channel, Option<u64>)]) -> Findings {
        let form = form(Polarity::HigherIsBetter);
        let layout = Layout::of(&form);
        let counted = tally(&form, &table(&layout, rows(&layout, came)), &[code("who")]);
        let channels = users.iter().map(|(channel, universe)| ChannelSample {
            channel: *channel,
            universe: *universe,
            invited: None,
            undelivered: None,
            responses: 0,
        });
        let sample = Sample { channels: channels.collect(), ..Sample::default() };
        study(&form, &layout, &counted, &Agreed { sample, ..Agreed::default() })
    }

    const TWO: [Came<'static>; 2] = [("email", &[(4, 80), (2, 20)], &[]), ("kiosk", &[(4, 120), (2, 180)], &[])];
    const USERS: [(Channel, Option<u64>); 2] = [(Channel::Email, Some(3_000)), (Channel::Kiosk, Some(1_000))];

    fn staff(found: &Findings) -> &ItemFinding {
        found.items.iter().find(|item| item.code == "staff").unwrap()
    }

    fn modes(found: &Findings) -> &ModeFinding {
        staff(found).modes.as_ref().unwrap()
    }

    fn near(found: f64, expected: f64) {
        assert!((found / expected - 1.0).abs() < 1e-12, "{found} instead of {expected}");
    }

    #[test]
    fn each_channel_counts_for_its_users_and_what_that_costs_is_told() {
        let found = find(&TWO, &USERS);
        let weights = found.channel_weights.as_ref().unwrap().as_ref().unwrap();
        assert_eq!(weights.weights.iter().map(|(channel, _)| channel.as_str()).collect::<Vec<_>>(), ["email", "kiosk"]);
        near(weights.weights[0].1, 3.0);
        near(weights.weights[1].1, 1.0 / 3.0);
        near(weights.kish.design_effect, 7.0 / 3.0);
        let weighted = modes(&found).weighted.as_ref().unwrap().as_ref().unwrap();
        let share = weighted.satisfied.unwrap();
        // R 4.2, survey: svymean(~I(x == 4)), svymean(~x), confint(df = degf); Wilson at p (1 - p) / SE^2
        near(share.share, 0.7);
        near(share.error, 0.032_055_715_906_929_474);
        near(share.effective_base, 204.365_853_658_535_2);
        near(share.wilson.lower, 0.633_954_931_245_189_9);
        near(share.wilson.upper, 0.758_665_003_616_939_7);
        let mean = weighted.mean.unwrap();
        near(mean.mean, 3.4);
        near(mean.error, 2.0 * 0.032_055_715_906_929_474);
        near(mean.interval.lower, 6.8 - 3.526_038_413_783_436);
        near(weighted.effective_base.unwrap(), 400.0 * 3.0 / 7.0);
        let interval = weighted.interval.unwrap();
        assert!(interval.lower < share.wilson.lower && interval.upper > share.wilson.upper, "Kish's base is the smaller");
        assert_eq!(staff(&found).satisfied.unwrap().share, 0.5, "the figure itself stays as the answers came");
    }

    #[test]
    fn the_channels_are_compared_by_ranks() {
        let found = find(&TWO, &USERS);
        let test = modes(&found).test.unwrap();
        assert_eq!((test.method, test.base, test.freedom), (Method::KruskalWallis, 400, 1));
        near(test.statistic, 47.88);
        assert!((test.p / 4.531_203_509_469_261e-12 - 1.0).abs() < 1e-9, "{}", test.p);
        assert_eq!(test.difference(), Some(Strength::Medium));
        assert_eq!(staff(&found).caveats, [Caveat::SelfSelection, Caveat::ModeMix]);
        let alike = find(&[("email", &[(4, 50), (2, 50)], &[]), ("kiosk", &[(4, 150), (2, 150)], &[])], &USERS);
        assert_eq!(modes(&alike).test.unwrap().difference(), None);
        assert_eq!(staff(&alike).caveats, [Caveat::SelfSelection]);
    }

    #[test]
    fn nobody_stands_for_the_users_of_a_channel_that_is_silent() {
        let refused = |users: &[(Channel, Option<u64>)]| match find(&TWO, users).channel_weights {
            None => "universe unknown".to_owned(),
            Some(Ok(_)) => "weighted".to_owned(),
            Some(Err(WeightingFault::LevelWithoutAnswers { level, .. })) => format!("no answers: {level}"),
            Some(Err(WeightingFault::LevelWithoutUsers { level, .. })) => format!("no users: {level}"),
            Some(Err(other)) => panic!("{other:?}"),
        };
        let [email, kiosk] = USERS;
        assert_eq!(refused(&[email, kiosk]), "weighted");
        assert_eq!(refused(&[email, kiosk, (Channel::Phone, Some(0))]), "weighted");
        assert_eq!(refused(&[email, kiosk, (Channel::Phone, None)]), "weighted");
        assert_eq!(refused(&[email, kiosk, (Channel::Phone, Some(9))]), "no answers: phone");
        assert_eq!(refused(&[email]), "no users: kiosk");
        assert_eq!(refused(&[email, (Channel::Kiosk, Some(0))]), "no users: kiosk");
        assert_eq!(refused(&[]), "universe unknown");
        let only_waiting = find(&[TWO[0], ("kiosk", &[], &[(4, 30)])], &USERS);
        let weighted = modes(&only_waiting).weighted.as_ref().unwrap();
        assert!(matches!(weighted, Err(WeightingFault::LevelWithoutAnswers { level, .. }) if level == "kiosk"), "{weighted:?}");
        assert_eq!(modes(&only_waiting).test, Err(Obstacle::TooFewGroups { found: 1, needed: 2 }));
    }

    #[test]
    fn channels_are_compared_in_public_only_where_none_is_hidden() {
        let (mut told, mut withheld) = (0, 0);
        for (a, b, c) in (0..9).flat_map(|a| (0..9).flat_map(move |b| [0, 4, 5, 30].map(|c| (a, b, c)))) {
            let users = [Channel::Email, Channel::Kiosk, Channel::Web].map(|channel| (channel, Some(500)));
            let came: [Came<'_>; 3] = [("email", &[(4, a)], &[]), ("kiosk", &[(2, b)], &[]), ("web", &[(5, c)], &[])];
            let shown = Publishable::suppress(find(&came, &users), 5);
            let hidden = shown.groups("staff", BY_CHANNEL).iter().any(|(_, group)| *group == Shown::Suppressed);
            if shown.modes("staff").is_some() {
                assert!(a + b + c >= 30, "{a} {b} {c}: a percentage of fewer than thirty");
                let few = [a, b, c].iter().any(|count| (1..5).contains(count));
                assert!(!few && !hidden, "{a} {b} {c}: a channel that few came by is in the figure");
                told += 1;
            } else {
                withheld += 1;
            }
        }
        assert!(told > 10 && withheld > 100, "{told} {withheld}");
    }

    #[test]
    fn what_is_hidden_changes_nothing_that_is_shown() {
        let shown = |waiting: &[(i64, u64)]| {
            let came: [Came<'_>; 2] = [("email", &[(4, 80), (2, 20)], &[(4, 60)]), ("kiosk", &[(4, 60), (2, 60)], waiting)];
            let shown = Publishable::suppress(find(&came, &USERS), 5);
            assert_eq!(shown.modes("waiting"), None, "three came by kiosk");
            let Some(Shown::Full(waiting)) = shown.item("waiting") else { panic!("sixty answered") };
            assert_eq!(waiting.caveats, [Caveat::SelfSelection], "the caveat would tell what the test says");
            shown.modes("staff").cloned().unwrap()
        };
        assert_eq!(shown(&[(1, 3)]), shown(&[(4, 3)]), "the adjusted probability is of what is shown");
        let adjusted = shown(&[(1, 3)]).test.unwrap();
        assert_eq!(adjusted.p, adjusted.p_holm, "one judgement is its whole family");
    }
}
