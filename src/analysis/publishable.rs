//! The only form in which findings reach a screen, a page or a file: made by suppression, by nothing else.
//!
//! The threshold applies to bases: to how many people an item, a multiple choice, a group or a goal speaks of. What they
//! answered may be rare: two of forty choosing the lowest point show two unhappy people, not who they are, and hiding
//! every small cell would empty the results of the small offices this is for. What a small *group* answered is another
//! matter: the group is what a colleague knows of a person. Therefore
//!
//! - under the threshold an item, a multiple choice, a group, a goal or a change keeps its name and loses every figure;
//! - a figure of the year before is compared with only where it may be shown itself: under both years' thresholds, and as a
//!   percentage only from thirty answers on, then as now;
//! - in a breakdown, groups that are hidden (with those who told no group) must together reach the threshold, or the next
//!   smallest group is hidden too: else the total less the groups shown would be a small group again;
//! - the answers to a question about the respondent (profile, filter) are groups too. Of one choice: those that some, but fewer
//!   than the threshold, gave become one sum, with the next smallest where that is still too few. Of several: an option that so
//!   few chose loses its count, and so does the next smallest where the others would tell it;
//! - whoever is in such a sum is told in no breakdown either, and neither mean nor median of all, which would solve it; nor does
//!   a question about the respondent have a goal's value where it was merged, or a change and a line over the years at all;
//! - a question asked only of those who gave certain answers tells how many gave them: those hidden who lead to the same questions
//!   together reach the threshold too (`routes.rs`);
//! - channels are compared, and figures weighted by channel, only where the item may be shown with percentages and every
//!   channel with answers is shown: from the weights, which are known, and the total a hidden channel's share could be computed;
//! - how many answers came by which channel is no answer of anyone and stays.
//!
//! What is promised of the answers of a hidden group: nothing is known of them but what is known of all the hidden and silent ones
//! together, at least the threshold; how many respondents a few are may be anything from none to the threshold. It is tried
//! (`disclosure.rs`) by an attacker who propagates intervals over every sum that is shown, on drawn tables, on the example's years
//! and on answers of real people; by hidden people who exchange their answers, whereupon nothing published may change; by computing
//! every share, interval, mean and median again from the counts that are shown, so that they add nothing to them; by the year
//! before, of which nothing may be told that it did not tell itself; and in `report` by comparing every file that is written.
//!
//! **Not covered**, for want of the audit by linear programming (Hundepool et al. 2012, Statistical Disclosure Control, 4):
//! how many of a group answered an item, where the group's size is told; all of a group, or of the hidden together, answering
//! the same; groupings nested in one another (one question's groups being sums of another's); a question asked of everybody but
//! a few, two questions of which one is asked of few more people than the other, or one asked by the answers to several questions
//! at once; an option that excludes all others, chosen by few; the same few people answering in two years, a group of theirs being
//! told in one; who knows the rule by which the next smallest is chosen; who knows from elsewhere, or from the contacts stated by
//! group, how many users a group has; and what respondents know of themselves. Comments are read by a person, who sees to it that
//! none tells its writer; a report of fewer responses than the threshold has none.

use super::caveat;
use super::finding::{Base, ChangeFinding, Findings, GoalFinding, GroupFinding, ItemFinding, NeedFinding, Sample, Shown};
use super::lineage::{Asking, Comparability};
use super::modes::{self, BY_CHANNEL, ChannelWeights, ModeFinding};
use super::respondents::{self, says_who};
use super::series::ItemSeries;
use super::weighting::WeightingFault;
use crate::charter::{Indicator, Verdict, Why};
use crate::survey::Weighting;
use std::collections::BTreeMap;

/// Findings after suppression. Its fields are private: [`Publishable::suppress`] is the only way to one, and what it hid
/// is no longer in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Publishable {
    findings: Findings,
    threshold: u64,
}

impl Publishable {
    /// The threshold of ordinary surveys; 10 for sensitive ones.
    pub const DEFAULT_THRESHOLD: u64 = 5;
    /// Under this base only counts are shown, no percentages.
    pub const PERCENTAGE_BASE: u64 = 30;

    /// Hides everything that speaks of fewer people than the threshold (at least 1).
    pub fn suppress(mut findings: Findings, threshold: u64) -> Self {
        let threshold = threshold.max(1);
        let few = respondents::suppress_respondents(&mut findings, threshold);
        for item in &mut findings.items {
            suppress_item(item, threshold, &few);
        }
        let past_threshold = threshold.max(findings.past_threshold);
        let who: BTreeMap<String, bool> =
            findings.items.iter().filter(|item| says_who(item.role)).map(|item| (item.code.clone(), item.merged > 0)).collect();
        for goal in &mut findings.goals {
            suppress_goal(goal, (threshold, past_threshold), &who, &findings.items);
        }
        findings.changes.retain(|change| !who.contains_key(&change.code));
        findings.series.retain(|series| !who.contains_key(&series.code));
        findings.changes.retain(|change| change.base >= threshold && change.previous_base >= past_threshold);
        for series in &mut findings.series {
            *series = series.shown_from(threshold);
        }
        findings.lineage.retain(|item| item.base >= threshold && item.previous_base >= past_threshold);
        findings.drivers.retain(|drivers| drivers.base >= threshold.max(Self::PERCENTAGE_BASE));
        for drivers in &mut findings.drivers {
            drivers.round();
        }
        modes::adjust_for_their_number(&mut findings.items);
        caveat::note(&mut findings.items, &mut findings.goals, &findings.lineage);
        Self { findings, threshold }
    }

    /// The privacy threshold that was applied.
    pub fn threshold(&self) -> u64 {
        self.threshold
    }

    /// What is left, for the figures that are computed of it.
    pub(super) fn findings(&self) -> &Findings {
        &self.findings
    }

    /// All responses.
    pub fn rows(&self) -> u64 {
        self.findings.rows
    }

    /// Every item's code with what may be shown of it, in the order of the form.
    pub fn items(&self) -> impl Iterator<Item = (&str, Shown<&ItemFinding>)> {
        self.findings.items.iter().map(|item| (item.code.as_str(), show(item, item.base.valid)))
    }

    /// What may be shown of one item; `None` where the form has no such item.
    pub fn item(&self, code: &str) -> Option<Shown<&ItemFinding>> {
        self.items().find(|(own, _)| *own == code).map(|(_, shown)| shown)
    }

    /// The groupings by which items are broken down (`channel` first).
    pub fn groupings(&self) -> Vec<&str> {
        let mut groupings = Vec::new();
        for (grouping, _) in self.findings.items.iter().flat_map(|item| &item.groups) {
            if !groupings.contains(&grouping.as_str()) {
                groupings.push(grouping.as_str());
            }
        }
        groupings
    }

    /// Each group's code with what may be shown of an item in it, in order; empty where there is no such breakdown.
    pub fn groups(&self, item: &str, grouping: &str) -> Vec<(&str, Shown<&GroupFinding>)> {
        let items = self.findings.items.iter().filter(|own| own.code == item);
        let breakdowns = items.flat_map(|item| &item.groups).filter(|(own, _)| own == grouping);
        breakdowns.flat_map(|(_, groups)| groups).map(|group| (group.group.as_str(), show(group, group.base.valid))).collect()
    }

    /// The channels compared for an item and its figures weighted by channel; `None` for what is no judgement, and where they are
    /// withheld.
    pub fn modes(&self, code: &str) -> Option<&ModeFinding> {
        self.findings.items.iter().find(|item| item.code == code)?.modes.as_ref()
    }

    /// What each channel's answers count in the weighted figures, or why there are none; `None` where nobody stated the users by
    /// channel. It is made of the contacts and of how many answers came by which channel.
    pub fn channel_weights(&self) -> Option<&Result<ChannelWeights, WeightingFault>> {
        self.findings.channel_weights.as_ref()
    }

    /// Every multiple choice's code with what may be shown of it.
    pub fn needs(&self) -> impl Iterator<Item = (&str, Shown<&NeedFinding>)> {
        self.findings.needs.iter().map(|need| (need.code.as_str(), show(need, need.base)))
    }

    /// The goals in the order of the charter. One that rests on fewer answers than the threshold has no figures left and is
    /// "not demonstrable". A survey goal under [`Publishable::PERCENTAGE_BASE`] is shown without percentages: see
    /// [`Publishable::shows_percentages`].
    pub fn goals(&self) -> &[GoalFinding] {
        &self.findings.goals
    }

    /// What changed since the edition before, for the items whose bases both reach the threshold.
    pub fn changes(&self) -> &[ChangeFinding] {
        &self.findings.changes
    }

    /// An item over the years: those whose base reaches the threshold of its year and of this one, and the trend of these.
    /// `None` where the item is not judged. A percentage is shown only from [`Publishable::PERCENTAGE_BASE`] on.
    pub fn series(&self, code: &str) -> Option<&ItemSeries> {
        self.findings.series.iter().find(|series| series.code == code)
    }

    /// How an item may be compared with the edition before; `None` where that did not ask it or was keyed in, or where a base
    /// is under the threshold.
    pub fn comparability(&self, code: &str) -> Option<Comparability> {
        self.findings.lineage.iter().find(|item| item.code == code).map(|item| item.comparability)
    }

    /// How an item was asked, also where nothing may be shown of it; `None` where the form has no such item.
    pub fn asking(&self, code: &str) -> Option<&Asking> {
        self.findings.items.iter().find(|item| item.code == code).map(|item| &item.asking)
    }

    /// Who was asked and who answered.
    pub fn sample(&self) -> &Sample {
        &self.findings.sample
    }

    /// Whether a base is large enough for percentages.
    pub fn shows_percentages(base: u64) -> bool {
        base >= Self::PERCENTAGE_BASE
    }
}

/// After suppression a base is either 0 or at least the threshold: 0 is what was hidden, or what nobody answered, which is
/// not told apart on purpose.
fn show<T>(finding: &T, base: u64) -> Shown<&T> {
    match base {
        0 => Shown::Suppressed,
        base if Publishable::shows_percentages(base) => Shown::Full(finding),
        _ => Shown::CountsOnly(finding),
    }
}

fn suppress_item(item: &mut ItemFinding, threshold: u64, few: &respondents::Hidden) {
    let total = item.base.valid;
    for (grouping, groups) in &mut item.groups {
        let hidden = few.get(grouping);
        suppress_groups(groups, total, threshold, |group| hidden.is_some_and(|few| few.contains(group)));
    }
    if !Publishable::shows_percentages(total) || total < threshold || !all_channels_shown(item) {
        item.modes = None;
    }
    if total < threshold {
        item.merged = 0;
        item.base = Base::default();
        item.counts.clear();
        (item.satisfied, item.top_two, item.mean, item.median) = (None, None, None, None);
    }
}

/// Whether the channels that are shown are all that have answers.
fn all_channels_shown(item: &ItemFinding) -> bool {
    let channels = item.groups.iter().filter(|(grouping, _)| grouping == BY_CHANNEL).flat_map(|(_, groups)| groups);
    channels.map(|group| group.base.valid).sum::<u64>() == item.base.valid
}

fn suppress_groups(groups: &mut [GroupFinding], total: u64, threshold: u64, is_hidden: impl Fn(&str) -> bool) {
    let told: u64 = groups.iter().map(|group| group.base.valid).sum();
    let silent = total.saturating_sub(told);
    let reveals_by_difference = |hidden: u64| (1..threshold).contains(&hidden);
    // Those hidden by themselves too: who the respondents are is told without those who did not say.
    let mut hidden = 0;
    let mut order: Vec<usize> = (0..groups.len()).collect();
    // What is hidden anyway first, then the smallest.
    order.sort_by_key(|index| (!is_hidden(&groups[*index].group), groups[*index].base.valid));
    for index in order {
        let base = groups[index].base.valid;
        let anyway = base < threshold || is_hidden(&groups[index].group);
        if anyway || reveals_by_difference(hidden) || reveals_by_difference(silent + hidden) {
            hidden += base;
            empty_group(&mut groups[index]);
        }
    }
}

fn empty_group(group: &mut GroupFinding) {
    group.base = Base::default();
    group.counts.clear();
    (group.satisfied, group.mean) = (None, None);
}

/// `who` are the questions about the respondent, and whether the answers of a few became one sum.
fn suppress_goal(
    goal: &mut GoalFinding,
    (threshold, past_threshold): (u64, u64),
    who: &BTreeMap<String, bool>,
    items: &[ItemFinding],
) {
    let Indicator::Survey { item, .. } = &goal.standard.indicator else { return };
    let who = who.get(item.as_str());
    let speaks = |base: u64, threshold| base >= threshold && Publishable::shows_percentages(base);
    goal.previous = goal.previous.filter(|previous| speaks(previous.base, past_threshold) && speaks(goal.base, threshold));
    goal.previous = goal.previous.filter(|_| who.is_none());
    goal.change = goal.change.filter(|_| goal.previous.is_some());
    let hidden = if goal.base < threshold || who == Some(&true) {
        Some(Why::TooFewCases { needed: goal.standard.minimum_base.max(threshold) })
    } else {
        // Beside the share of all alike the weighted one would tell that of a channel which is hidden.
        let shown = items.iter().any(|own| own.code == item.as_str() && own.modes.is_some());
        (goal.weighting == Weighting::Channel && !shown).then_some(Why::NotWeighed)
    };
    if let Some(why) = hidden {
        if goal.value.is_some() {
            goal.verdict = Verdict::NotDemonstrable(why);
        }
        goal.base = 0;
        (goal.value, goal.bounds, goal.deviation, goal.effective_base, goal.change) = (None, None, None, None, None);
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{code, form, row, staff_rows, table};
    use super::super::finding::{OptionCount, OptionFinding};
    use super::super::{Agreed, study};
    use super::*;
    use crate::form::{Layout, Polarity, Role};
    use crate::response::{Row, tally};

    fn publish(rows: impl FnOnce(&Layout) -> Vec<Row>, threshold: u64) -> Publishable {
        let form = form(Polarity::HigherIsBetter);
        let layout = Layout::of(&form);
        let tally = tally(&form, &table(&layout, rows(&layout)), &[code("who")]);
        Publishable::suppress(study(&form, &layout, &tally, &Agreed::default()), threshold)
    }

    /// `staff` answered by so many from each channel.
    fn by_channel(channels: &[(&str, u64)]) -> impl FnOnce(&Layout) -> Vec<Row> {
        let channels: Vec<(String, u64)> = channels.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect();
        move |layout| channels.iter().flat_map(|(name, count)| staff_rows(layout, name, 1, &[(4, *count)])).collect()
    }

    fn hidden(shown: &Publishable, grouping: &str) -> Vec<String> {
        let groups = shown.groups("staff", grouping).into_iter();
        groups.filter(|(_, group)| *group == Shown::Suppressed).map(|(code, _)| code.to_owned()).collect()
    }

    #[test]
    fn under_the_threshold_an_item_keeps_its_name_only() {
        let shown = publish(by_channel(&[("web", 4)]), 5);
        assert_eq!(shown.item("staff"), Some(Shown::Suppressed));
        assert!(!format!("{shown:?}").contains("count: 4"));
        assert_eq!(shown.item("no_such_item"), None);
        assert_eq!(shown.sample().channels[0].responses, 4, "how many came is no one's answer");
    }

    #[test]
    fn between_the_threshold_and_thirty_there_are_counts_only() {
        assert!(matches!(publish(by_channel(&[("web", 5)]), 5).item("staff"), Some(Shown::CountsOnly(_))));
        assert!(matches!(publish(by_channel(&[("web", 29)]), 5).item("staff"), Some(Shown::CountsOnly(_))));
        assert!(matches!(publish(by_channel(&[("web", 30)]), 5).item("staff"), Some(Shown::Full(_))));
    }

    #[test]
    fn one_hidden_group_hides_the_next_smallest_too() {
        let shown = publish(by_channel(&[("email", 3), ("kiosk", 20), ("web", 90)]), 5);
        assert_eq!(hidden(&shown, "channel"), ["email", "kiosk"]);
        assert!(matches!(shown.groups("staff", "channel")[2], ("web", Shown::Full(_))));
    }

    #[test]
    fn hidden_groups_together_reach_the_threshold() {
        let shown = publish(by_channel(&[("email", 1), ("kiosk", 2), ("web", 90), ("desk", 40)]), 5);
        assert_eq!(hidden(&shown, "channel"), ["email", "kiosk", "desk"], "three people would be the total less the others");
        let shown = publish(by_channel(&[("email", 3), ("kiosk", 2), ("web", 90), ("desk", 40)]), 5);
        assert_eq!(hidden(&shown, "channel"), ["email", "kiosk"]);
    }

    #[test]
    fn those_who_told_no_group_cannot_be_found_by_subtraction() {
        let rows = |silent: u64| {
            move |layout: &Layout| {
                let mut rows = staff_rows(layout, "web", 1, &[(5, 40)]);
                rows.extend(staff_rows(layout, "web", 2, &[(4, 30)]));
                rows.extend(by_channel(&[("web", silent)])(layout).into_iter().map(|mut row| {
                    let who = layout.field("who").unwrap();
                    who.write(crate::form::Value::Blank, &mut row.closed);
                    row
                }));
                rows
            }
        };
        assert_eq!(hidden(&publish(rows(0), 5), "who"), Vec::<String>::new());
        assert_eq!(hidden(&publish(rows(3), 5), "who"), ["2"]);
        assert_eq!(hidden(&publish(rows(5), 5), "who"), Vec::<String>::new());
        let few_and_silent = |layout: &Layout| {
            let mut given = rows(5)(layout);
            given.retain(|row| layout.field("who").unwrap().read(&row.closed) != crate::form::Value::Given(2));
            given.extend(staff_rows(layout, "web", 2, &[(4, 2)]));
            given
        };
        assert_eq!(hidden(&publish(few_and_silent, 5), "who"), ["1", "2"], "42 said who they are: 40 would tell the two");
    }

    /// A question about the respondent, its options chosen so often.
    fn about_them(base: u64, chosen: &[(&str, u64)]) -> Publishable {
        let option = |(code, count): &(&str, u64)| OptionFinding {
            code: (*code).to_owned(),
            share: None,
            count: OptionCount::Exact(*count),
        };
        let options = chosen.iter().map(option).collect();
        let need = NeedFinding { code: "used".to_owned(), role: Role::Filter, base, asked: base, options };
        Publishable::suppress(Findings { needs: vec![need], ..Findings::default() }, 5)
    }

    fn told(shown: &Publishable) -> Vec<(&str, OptionCount)> {
        let Some((_, Shown::Full(need))) = shown.needs().next() else { panic!("thirty and more chose") };
        need.options.iter().map(|option| (option.code.as_str(), option.count)).collect()
    }

    #[test]
    fn how_few_people_used_a_service_is_not_told() {
        use OptionCount::{Exact, Few, Withheld};
        let shown = about_them(40, &[("desk", 36), ("jobs", 20), ("fax", 4), ("energy", 1), ("none", 0)]);
        assert_eq!(told(&shown), [("desk", Exact(36)), ("jobs", Exact(20)), ("energy", Few), ("fax", Few), ("none", Exact(0))]);
        assert!(!format!("{shown:?}").contains("Exact(4)"));
        let alone = about_them(40, &[("desk", 27), ("jobs", 10), ("fax", 3)]);
        assert_eq!(told(&alone), [("desk", Exact(27)), ("fax", Few), ("jobs", Withheld)], "40 less 27 less 10 would be 3");
    }

    #[test]
    fn who_few_respondents_are_is_told_as_one_sum() {
        let who = |counts: &[(i64, u64)]| {
            let counts = counts.to_vec();
            let shown = publish(
                move |layout| {
                    let one = |(age, count): &(i64, u64)| {
                        let row = row(layout, "web", &[("age", crate::form::Value::Given(*age))]);
                        std::iter::repeat_n(row, usize::try_from(*count).unwrap())
                    };
                    counts.iter().flat_map(one).collect()
                },
                5,
            );
            let Some(Shown::Full(item)) = shown.item("age") else { panic!("thirty and more answered") };
            (item.counts.clone(), item.merged)
        };
        assert_eq!(who(&[(20, 30), (40, 12), (60, 9)]), (vec![(20, 30), (40, 12), (60, 9)], 0));
        assert_eq!(who(&[(20, 30), (40, 3), (60, 2)]), (vec![(20, 30)], 5));
        assert_eq!(who(&[(20, 30), (40, 12), (60, 3)]), (vec![(20, 30)], 15), "45 less 30 less 12 would be 3");
    }

    #[test]
    fn a_rare_answer_in_a_large_group_is_shown() {
        let shown = publish(|layout| staff_rows(layout, "web", 1, &[(1, 2), (4, 38)]), 5);
        let Some(Shown::Full(staff)) = shown.item("staff") else { panic!("forty answered") };
        assert_eq!(staff.counts[0], (1, 2));
    }

    #[test]
    fn nothing_shown_lets_a_small_group_be_computed() {
        // Every way of dividing few people over three channels.
        for (a, b, c) in (0..9).flat_map(|a| (0..9).flat_map(move |b| (0..9).map(move |c| (a, b, c)))) {
            let shown = publish(by_channel(&[("email", a), ("kiosk", b), ("web", c)]), 5);
            let Some(Shown::CountsOnly(item)) = shown.item("staff") else { continue };
            let told: u64 = shown
                .groups("staff", "channel")
                .into_iter()
                .map(|(_, group)| match group {
                    Shown::Full(group) | Shown::CountsOnly(group) => {
                        assert!(group.base.valid >= 5, "{a} {b} {c}");
                        group.base.valid
                    }
                    Shown::Suppressed => 0,
                })
                .sum();
            let rest = item.base.valid - told;
            assert!(rest == 0 || rest >= 5, "{a} {b} {c}: {rest} are left");
        }
    }

    fn kind_staff() -> crate::charter::Standard {
        use crate::charter::{Standard, Statistic};
        Standard {
            minimum_base: 1,
            ..Standard::of(
                code("kind_staff"),
                Indicator::Survey { item: code("staff"), statistic: Statistic::SatisfiedShare },
                0.9,
            )
        }
    }

    #[test]
    fn a_year_before_is_compared_with_only_where_it_may_be_shown_itself() {
        let (form, staff) = (form(Polarity::HigherIsBetter), "staff".to_owned());
        let layout = Layout::of(&form);
        let compared = |answers: u64, base: u64, threshold: u64| {
            let figure = crate::analysis::ItemFigure {
                item: staff.clone(),
                base,
                satisfied: Some(base / 2),
                top_two: None,
                mean: None,
                deviation: None,
                asking: None,
                spread: None,
            };
            let past = crate::analysis::Past { year: 2025, figures: vec![figure], threshold, ..Default::default() };
            let plan = Agreed { standards: vec![kind_staff()], past, ..Agreed::default() };
            let counted = tally(&form, &table(&layout, staff_rows(&layout, "web", 1, &[(4, answers)])), &[]);
            let shown = Publishable::suppress(study(&form, &layout, &counted, &plan), 5);
            (shown.goals()[0].previous.is_some(), !shown.changes().is_empty())
        };
        assert_eq!(compared(40, 30, 5), (true, true));
        assert_eq!(compared(40, 29, 5), (false, true), "a percentage of 29 is shown nowhere; the words of changes see to it too");
        assert_eq!(compared(29, 40, 5), (false, true), "nor beside this year's counts");
        assert_eq!(compared(40, 40, 50), (false, false), "last year's threshold was 50");
    }

    #[test]
    fn a_goal_measured_on_too_few_keeps_no_figure_and_no_verdict_made_of_them() {
        let form = form(Polarity::HigherIsBetter);
        let layout = Layout::of(&form);
        let plan = Agreed { standards: vec![kind_staff()], ..Agreed::default() };
        let counted = tally(&form, &table(&layout, staff_rows(&layout, "web", 1, &[(1, 4)])), &[]);
        let findings = study(&form, &layout, &counted, &plan);
        assert_eq!(findings.goals[0].verdict, Verdict::NotReached);
        let shown = Publishable::suppress(findings, 5);
        let goal = &shown.goals()[0];
        assert_eq!((goal.value, goal.bounds, goal.deviation, goal.base), (None, None, None, 0));
        assert_eq!(goal.verdict, Verdict::NotDemonstrable(Why::TooFewCases { needed: 5 }));
    }
}
