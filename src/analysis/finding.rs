//! What was found: exact figures, each with its base, its interval and what it is called.

use super::caveat::Caveat;
use super::change::Change;
use super::explained::DriversFinding;
use super::goal_change::GoalChange;
use super::lineage::{Asking, Comparability};
use super::modes::{ChannelWeights, ModeFinding};
use super::publishable::Publishable;
use super::routes::Route;
use super::series::ItemSeries;
use super::weighting::WeightingFault;
use crate::charter::{Bounds, Indicator, Standard, Verdict};
use crate::form::Role;
use crate::survey::{Channel, Groups, Weighting};
use crate::text::Code;

/// An interval of an estimate.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Interval {
    /// The lower end.
    pub lower: f64,
    /// The upper end.
    pub upper: f64,
}

/// Where the answers to an item went. `valid + blank + dont_know + not_applicable + not_asked` is all responses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Base {
    /// Answers with a value: the denominator of shares and means.
    pub valid: u64,
    /// Asked, left blank.
    pub blank: u64,
    /// "Non so".
    pub dont_know: u64,
    /// "Non applicabile".
    pub not_applicable: u64,
    /// Not shown by the routing.
    pub not_asked: u64,
}

/// A share of the valid answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareFinding {
    /// How many.
    pub count: u64,
    /// Of how many.
    pub base: u64,
    /// The answers of an endless universe that would be as precise; `base` but where the universe is finite, infinite where
    /// everybody in it answered.
    pub effective_base: f64,
    /// `count / base`.
    pub share: f64,
    /// Wilson, two-sided 95 %.
    pub interval: Interval,
    /// Wilson, one-sided 95 % bounds: what verdicts are made from and charts of goals draw.
    pub bounds: Bounds,
}

/// A mean on the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeanFinding {
    /// Of how many.
    pub base: u64,
    /// The answers of an endless universe that would be as precise, as [`ShareFinding::effective_base`].
    pub effective_base: f64,
    /// The mean.
    pub mean: f64,
    /// The standard deviation, divided by n - 1; `None` for a single answer.
    pub deviation: Option<f64>,
    /// Student's t, two-sided 95 %; `None` for a single answer.
    pub interval: Option<Interval>,
    /// The mean as an index: 0 at the worst point, 100 at the best.
    pub index: f64,
}

/// What was found of one item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemFinding {
    /// The field's code.
    pub code: String,
    /// What the answer is for.
    pub role: Role,
    /// The quality factor.
    pub factor: Option<Code>,
    /// Where the answers went.
    pub base: Base,
    /// Every point of the scale (or choice, or occurring number) with its count, also where none.
    pub counts: Vec<(i64, u64)>,
    /// The answers whose values suppression took out of `counts`; before it 0.
    pub merged: u64,
    /// The share satisfied, where the scale says which points are.
    pub satisfied: Option<ShareFinding>,
    /// The share in the two best points, on scales of three or more.
    pub top_two: Option<ShareFinding>,
    /// The mean, for scales and numbers.
    pub mean: Option<MeanFinding>,
    /// The median.
    pub median: Option<f64>,
    /// How it was asked.
    pub asking: Asking,
    /// The same item by group, for every grouping, `channel` first.
    pub groups: Vec<(String, Vec<GroupFinding>)>,
    /// The channels compared, and the figures weighted to them; `None` for what is no judgement.
    pub modes: Option<ModeFinding>,
    /// What a reader must know.
    pub caveats: Vec<Caveat>,
}

/// One item in one group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupFinding {
    /// The group's code.
    pub group: String,
    /// The base in it.
    pub base: Base,
    /// The counts in it.
    pub counts: Vec<(i64, u64)>,
    /// The share satisfied.
    pub satisfied: Option<ShareFinding>,
    /// The mean.
    pub mean: Option<MeanFinding>,
}

/// A multiple choice: how often each option was chosen, by those who chose any.
#[derive(Clone, Debug, PartialEq)]
pub struct NeedFinding {
    /// The question's code.
    pub code: String,
    /// What the answer is for.
    pub role: Role,
    /// Responses with at least one option chosen: the base of the shares.
    pub base: u64,
    /// Responses in which it was asked.
    pub asked: u64,
    /// The options, most chosen first.
    pub options: Vec<OptionFinding>,
}

/// One option of a multiple choice.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionFinding {
    /// The option's code.
    pub code: String,
    /// How often, of the question's base; `None` where the base is 0 or the count is withheld.
    pub share: Option<ShareFinding>,
    /// How often.
    pub count: OptionCount,
}

/// How often an option was chosen, as far as it may be told. Before suppression always [`OptionCount::Exact`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionCount {
    /// So often.
    Exact(u64),
    /// By fewer people than the threshold, but by some.
    Few,
    /// Withheld because it would tell how few the others are.
    Withheld,
}

impl OptionCount {
    /// The count where it may be told.
    pub fn exact(self) -> Option<u64> {
        match self {
            Self::Exact(count) => Some(count),
            Self::Few | Self::Withheld => None,
        }
    }
}

/// A goal with what was found and its one verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalFinding {
    /// The promise.
    pub standard: Standard,
    /// The target of the year.
    pub target: f64,
    /// What was found; `None` when nothing was measured.
    pub value: Option<f64>,
    /// The base; 0 when nothing was measured.
    pub base: u64,
    /// What the base of a sample is worth, as [`ShareFinding::effective_base`]; `None` for a register, a fact or where nothing
    /// was measured.
    pub effective_base: Option<f64>,
    /// The one-sided 95 % bounds; `None` for a register, a fact or where nothing was measured.
    pub bounds: Option<Bounds>,
    /// `value - target`.
    pub deviation: Option<f64>,
    /// The verdict.
    pub verdict: Verdict,
    /// What was found in the edition before, with its verdict.
    pub previous: Option<PreviousGoal>,
    /// How it differs from the edition before; `None` where that is not known.
    pub change: Option<GoalChange>,
    /// How the answers counted; always alike for what is not asked.
    pub weighting: Weighting,
    /// What a reader must know.
    pub caveats: Vec<Caveat>,
}

/// What was found of a goal in the edition before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PreviousGoal {
    /// What was found.
    pub value: f64,
    /// The base.
    pub base: u64,
    /// The verdict.
    pub verdict: Verdict,
}

/// What changed in the share satisfied of one item since the edition before.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeFinding {
    /// The item's code.
    pub code: String,
    /// The share now.
    pub share: f64,
    /// Its base.
    pub base: u64,
    /// The share before.
    pub previous_share: f64,
    /// Its base.
    pub previous_base: u64,
    /// `share - previous_share`.
    pub difference: f64,
    /// The 95 % interval of the difference (Newcombe's hybrid score interval).
    pub interval: Interval,
    /// The margin within which it would be called stable.
    pub margin: f64,
    /// What this shows.
    pub change: Change,
}

/// How an item that the edition before asked too may be compared with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemLineage {
    /// The item's code.
    pub code: String,
    /// Its base now.
    pub base: u64,
    /// Its base before.
    pub previous_base: u64,
    /// How it may be compared.
    pub comparability: Comparability,
}

/// Who was asked and who answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sample {
    /// By channel, in the order of [`Channel::ALL`], only channels in use.
    pub channels: Vec<ChannelSample>,
    /// All responses.
    pub responses: u64,
    /// All yearly contacts; 0 when not stated.
    pub universe: u64,
    /// The yearly contacts by who they are, where stated.
    pub groups: Option<Groups>,
}

/// One channel of the sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelSample {
    /// The channel.
    pub channel: Channel,
    /// Yearly contacts, where stated.
    pub universe: Option<u64>,
    /// Persons invited, where the channel invites.
    pub invited: Option<u64>,
    /// Invitations that could not be delivered.
    pub undelivered: Option<u64>,
    /// Responses.
    pub responses: u64,
}

/// Everything found of one edition. Exact: it never leaves the process but by `analyse --json`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// Responses.
    pub rows: u64,
    /// One per closed field but options, in the order of the form.
    pub items: Vec<ItemFinding>,
    /// The multiple choices.
    pub needs: Vec<NeedFinding>,
    /// The goals in the order of the charter.
    pub goals: Vec<GoalFinding>,
    /// How the items that the edition before asked too may be compared; none of figures that were keyed in.
    pub lineage: Vec<ItemLineage>,
    /// What changed since the edition before, for every item that both asked on the same scale.
    pub changes: Vec<ChangeFinding>,
    /// Every judged item over the years, this one last.
    pub series: Vec<ItemSeries>,
    /// Who was asked and who answered.
    pub sample: Sample,
    /// The privacy threshold of the edition before; 0 where it had none.
    pub past_threshold: u64,
    /// Which answers about the respondent lead to which question.
    pub routes: Vec<Route>,
    /// What each channel's answers count in the figures weighted by channel, or why there are none; `None` where nobody stated
    /// the users by channel.
    pub channel_weights: Option<Result<ChannelWeights, WeightingFault>>,
    /// What goes with each overall judgement, where it can be told.
    pub drivers: Vec<DriversFinding>,
}

/// How a figure may be shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shown<T> {
    /// The base is at least 30: with percentages.
    Full(T),
    /// The base is under 30: counts only, no percentages, no interval.
    CountsOnly(T),
    /// The base is under the privacy threshold: nothing.
    Suppressed,
}

impl<T> Shown<T> {
    /// The same of something that is made of it.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Shown<U> {
        match self {
            Self::Full(found) => Shown::Full(make(found)),
            Self::CountsOnly(found) => Shown::CountsOnly(make(found)),
            Self::Suppressed => Shown::Suppressed,
        }
    }
}

impl GoalFinding {
    /// Whether it rests on answers, but on too few for percentages: then it is shown without figures other than counts.
    pub fn is_on_few(&self) -> bool {
        let answered = matches!(self.standard.indicator, Indicator::Survey { .. }) && self.base > 0;
        answered && !Publishable::shows_percentages(self.base)
    }
}

impl Base {
    /// Responses in which the item was asked.
    pub fn asked(&self) -> u64 {
        self.valid + self.blank + self.dont_know + self.not_applicable
    }
}
