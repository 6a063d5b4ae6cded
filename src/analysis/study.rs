//! From counts to findings.

use super::change::{self, ItemFigure};
use super::finding::{Base, ChannelSample, Findings, GroupFinding, ItemFinding, NeedFinding, OptionFinding, Sample};
use super::goals::{self, PastGoal};
use super::mean::{mean_finding, median};
use super::proportion::share_finding;
use super::reading::{Reading, count_of};
use crate::charter::{Measurement, Standard};
use crate::form::{Form, Layout, Role};
use crate::response::{Counts, ItemCounts, OptionCounts, Tally};
use crate::survey::Channel;

/// What was agreed before the first answer, and what is known besides the answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The year whose targets apply.
    pub year: i32,
    /// The promises, in the order of the charter.
    pub standards: Vec<Standard>,
    /// The operational readings of the year.
    pub measurements: Vec<Measurement>,
    /// Who was asked: universe, invited and undelivered by channel. The responses are filled in from the tally.
    pub sample: Sample,
    /// The responses the office planned to collect; 0 when it planned none.
    pub planned_responses: u64,
    /// Surveys held in the year, this one included.
    pub surveys_held: u64,
    /// The users the intervals speak of, only where the correction for a finite universe was asked for.
    pub finite_universe: Option<u64>,
    /// What was found in the edition this one is compared with.
    pub past: Past,
}

/// What was found in an earlier edition: from its findings, or keyed in for the years before this program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Past {
    /// The year.
    pub year: i32,
    /// The items.
    pub figures: Vec<ItemFigure>,
    /// The goals with the verdicts they had; others are judged from the figures, at that year's target.
    pub goals: Vec<PastGoal>,
}

impl Past {
    /// What a later edition needs of the findings of an earlier one.
    pub fn of(findings: &Findings, year: i32) -> Self {
        let figures = findings.items.iter().filter_map(ItemFigure::of).collect();
        let goals = findings.goals.iter().filter_map(PastGoal::of).collect();
        Self { year, figures, goals }
    }
}

/// Everything that one edition's counts say.
pub fn study(form: &Form, layout: &Layout, tally: &Tally, plan: &Plan) -> Findings {
    let sample = fill_sample(tally, &plan.sample);
    let items: Vec<ItemFinding> = tally
        .items
        .iter()
        .filter_map(|item| {
            let field = layout.field(&item.code)?;
            let reading = Reading::of(form, field);
            let groups = find_groups(tally, item, &reading, field.role);
            Some(find_item(item, &reading, plan.finite_universe, groups, field.role, field.factor.clone()))
        })
        .collect();
    let needs = tally.options.iter().filter_map(|options| find_need(form, options, plan.finite_universe)).collect();
    let figures: Vec<ItemFigure> = items.iter().filter_map(ItemFigure::of).collect();
    let ranges = layout.fields.iter().filter_map(|field| Some((field.code.clone(), Reading::of(form, field).range?))).collect();
    let goals = goals::judge_all(&ranges, plan, &figures, &sample);
    let changes = change::find_changes(&items, &plan.past.figures);
    Findings { rows: tally.rows, items, needs, goals, changes, sample }
}

fn find_item(
    item: &ItemCounts,
    reading: &Reading,
    universe: Option<u64>,
    groups: Vec<(String, Vec<GroupFinding>)>,
    role: Role,
    factor: Option<crate::text::Code>,
) -> ItemFinding {
    let counts = reading.list(&item.all);
    let valid = item.all.valid();
    let share = |values: &Option<Vec<i64>>| share_finding(count_of(&item.all, values.as_ref()?), valid, universe);
    ItemFinding {
        code: item.code.clone(),
        role,
        factor,
        base: base_of(&item.all),
        satisfied: share(&reading.satisfied),
        top_two: share(&reading.top_two),
        mean: reading.range.and_then(|range| mean_finding(&counts, range, universe)),
        median: reading.range.and_then(|_| median(&counts)),
        counts,
        groups,
    }
}

/// Judgements by group. Who answered (the profile) is not crossed with anything: it would describe people, not the service.
fn find_groups(tally: &Tally, item: &ItemCounts, reading: &Reading, role: Role) -> Vec<(String, Vec<GroupFinding>)> {
    if role == Role::Profile {
        return Vec::new();
    }
    let groupings = tally.groupings.iter().zip(&item.by_group).filter(|(grouping, _)| grouping.code != item.code);
    groupings
        .map(|(grouping, counts)| {
            let groups = grouping.groups.iter().zip(counts);
            let mut found: Vec<_> = groups.map(|(group, counts)| find_group(&group.code, counts, reading)).collect();
            if grouping.code == "channel" {
                found.sort_by_key(|group| place_of_channel(&group.group));
            }
            (grouping.code.clone(), found)
        })
        .collect()
}

fn find_group(group: &str, counts: &Counts, reading: &Reading) -> GroupFinding {
    let listed = reading.list(counts);
    let satisfied = reading.satisfied.as_ref().and_then(|values| share_finding(count_of(counts, values), counts.valid(), None));
    let mean = reading.range.and_then(|range| mean_finding(&listed, range, None));
    GroupFinding { group: group.to_owned(), base: base_of(counts), counts: listed, satisfied, mean }
}

fn find_need(form: &Form, options: &OptionCounts, universe: Option<u64>) -> Option<NeedFinding> {
    let (_, question) = form.questions().find(|(_, question)| question.code.as_str() == options.code)?;
    let mut found: Vec<OptionFinding> = options
        .chosen
        .iter()
        .map(|(code, count)| OptionFinding {
            code: code.clone(),
            share: share_finding(*count, options.answered, universe),
            count: *count,
        })
        .collect();
    found.sort_by_key(|option| std::cmp::Reverse(option.count));
    let (base, asked) = (options.answered, options.asked);
    Some(NeedFinding { code: options.code.clone(), role: question.role, base, asked, options: found })
}

fn base_of(counts: &Counts) -> Base {
    let Counts { blank, dont_know, not_applicable, not_asked, .. } = *counts;
    Base { valid: counts.valid(), blank, dont_know, not_applicable, not_asked }
}

/// The planned sample with what came in; a channel that was not planned but brought answers is added.
fn fill_sample(tally: &Tally, planned: &Sample) -> Sample {
    let came_in = |channel: Channel| {
        let channels = tally.groupings.iter().filter(|grouping| grouping.code == "channel").flat_map(|grouping| &grouping.groups);
        channels.filter(|group| group.code == channel.code()).map(|group| group.rows).sum()
    };
    let channels = Channel::ALL.into_iter().filter_map(|channel| {
        let responses = came_in(channel);
        match planned.channels.iter().find(|own| own.channel == channel) {
            Some(own) => Some(ChannelSample { responses, ..own.clone() }),
            None if responses > 0 => Some(ChannelSample { channel, universe: None, invited: None, undelivered: None, responses }),
            None => None,
        }
    });
    Sample { channels: channels.collect(), responses: tally.rows, universe: planned.universe }
}

fn place_of_channel(code: &str) -> usize {
    Channel::ALL.iter().position(|channel| channel.code() == code).unwrap_or(Channel::ALL.len())
}
