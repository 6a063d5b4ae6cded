//! From counts to findings.

use super::caveat;
use super::change::{self, ItemFigure};
use super::explained::DriversFinding;
use super::finding::{Base, ChannelSample, Findings, GroupFinding, ItemFinding, NeedFinding, OptionCount, OptionFinding, Sample};
use super::goals::{self, PastGoal};
use super::lineage::{self, Asking};
use super::mean::{mean_finding, median};
use super::modes::{BY_CHANNEL, adjust_for_their_number, find_modes, place_of_channel, weigh_channels};
use super::proportion::share_finding;
use super::reading::{Reading, count_of};
use super::routes::find_routes;
use super::series;
use crate::charter::{Measurement, Standard, WorkingDays};
use crate::form::{Field, Form, Layout, Role};
use crate::response::{Counts, ItemCounts, OptionCounts, Tally};
use crate::survey::{Channel, Weighting};
use crate::text::Code;
use std::collections::BTreeMap;

/// What was agreed before the first answer, and what is known besides the answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreed {
    /// The year whose targets apply.
    pub year: i32,
    /// The promises, in the order of the charter.
    pub standards: Vec<Standard>,
    /// The operational readings of the year.
    pub measurements: Vec<Measurement>,
    /// The working days of the charter, where it has them: what promises of days are counted by.
    pub calendar: Option<WorkingDays>,
    /// Who was asked: universe, invited and undelivered by channel. The responses are filled in from the tally.
    pub sample: Sample,
    /// The responses the office planned to collect; 0 when it planned none.
    pub planned_responses: u64,
    /// What the verdicts on answers rest on.
    pub weighting: Weighting,
    /// The standards whose rules were changed after they had been sealed.
    pub amended: Vec<Code>,
    /// Surveys held in the year, this one included.
    pub surveys_held: u64,
    /// The users the intervals speak of, only where the correction for a finite universe was asked for.
    pub finite_universe: Option<u64>,
    /// What was found in the edition this one is compared with.
    pub past: Past,
    /// Every edition before this one, that one included, the oldest first: what the lines over the years are drawn from.
    pub history: Vec<Past>,
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
    /// The responses by channel; empty where nobody knows.
    pub channels: Vec<(Channel, u64)>,
    /// The privacy threshold of that edition; 0 where it had none.
    pub threshold: u64,
}

impl Past {
    /// What a later edition needs of the findings of an earlier one.
    pub fn of(findings: &Findings, year: i32) -> Self {
        let figures = findings.items.iter().filter_map(ItemFigure::of).collect();
        let goals = findings.goals.iter().filter_map(PastGoal::of).collect();
        Self { year, figures, goals, channels: channels_of(&findings.sample), threshold: 0 }
    }
}

fn channels_of(sample: &Sample) -> Vec<(Channel, u64)> {
    sample.channels.iter().filter(|own| own.responses > 0).map(|own| (own.channel, own.responses)).collect()
}

/// Everything that one edition's counts say.
pub fn study(form: &Form, layout: &Layout, tally: &Tally, plan: &Agreed) -> Findings {
    let sample = fill_sample(tally, &plan.sample);
    let readings: BTreeMap<Code, Reading> =
        layout.fields.iter().map(|field| (field.code.clone(), Reading::of(form, field))).collect();
    let channel_weights = weigh_channels(&sample);
    let mut items: Vec<ItemFinding> = tally
        .items
        .iter()
        .filter_map(|item| {
            let field = layout.field(&item.code)?;
            let reading = readings.get(&field.code)?;
            let groups = find_groups(tally, item, reading, field.role);
            let asking = Asking::of(form, field, reading);
            let modes = find_modes(tally, item, reading, field.role, channel_weights.as_ref());
            Some(ItemFinding { groups, asking, modes, ..find_item(item, reading, plan.finite_universe, field) })
        })
        .collect();
    let needs = tally.options.iter().filter_map(|options| find_need(form, options, plan.finite_universe)).collect();
    let figures: Vec<ItemFigure> = items.iter().filter_map(ItemFigure::of).collect();
    let mut goals = goals::judge_all(&readings, plan, (&figures, &items), &sample);
    let changes = change::find_changes(&items, &plan.past.figures);
    let lineage = lineage::find_lineage(&items, &plan.past.figures);
    let now = Past { year: plan.year, figures, channels: channels_of(&sample), ..Past::default() };
    let series = series::find_series(&items, &plan.history, &now);
    adjust_for_their_number(&mut items);
    caveat::note(&mut items, &mut goals, &lineage);
    caveat::note_amended(&mut goals, &plan.amended);
    let (rows, past_threshold) = (tally.rows, plan.past.threshold);
    let routes = find_routes(form, layout);
    let drivers = tally.outcomes.iter().filter_map(DriversFinding::of).collect();
    Findings { rows, items, needs, goals, lineage, changes, series, sample, past_threshold, routes, channel_weights, drivers }
}

/// The item as a whole: its groups and how it was asked are still to come.
fn find_item(item: &ItemCounts, reading: &Reading, universe: Option<u64>, field: &Field) -> ItemFinding {
    let counts = reading.list(&item.all);
    let valid = item.all.valid();
    let share = |values: &Option<Vec<i64>>| share_finding(count_of(&item.all, values.as_ref()?), valid, universe);
    ItemFinding {
        code: item.code.clone(),
        role: field.role,
        factor: field.factor.clone(),
        base: base_of(&item.all),
        satisfied: share(&reading.satisfied),
        top_two: share(&reading.top_two),
        mean: reading.range.and_then(|range| mean_finding(&counts, range, universe)),
        median: reading.range.and_then(|_| median(&counts)),
        counts,
        merged: 0,
        asking: Asking::default(),
        groups: Vec::new(),
        modes: None,
        caveats: Vec::new(),
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
            if grouping.code == BY_CHANNEL {
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
            count: OptionCount::Exact(*count),
        })
        .collect();
    found.sort_by_key(|option| std::cmp::Reverse(option.count.exact()));
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
        let channels =
            tally.groupings.iter().filter(|grouping| grouping.code == BY_CHANNEL).flat_map(|grouping| &grouping.groups);
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
    Sample { channels: channels.collect(), responses: tally.rows, universe: planned.universe, groups: planned.groups.clone() }
}

#[cfg(test)]
mod tests {
    use super::super::example::{code, form, row, staff_rows, table};
    use super::*;
    use crate::form::{Polarity, Value};
    use crate::response::{Row, tally};

    fn find(polarity: Polarity, rows: Vec<Row>) -> Findings {
        let form = form(polarity);
        let layout = Layout::of(&form);
        let tally = tally(&form, &table(&layout, rows), &[code("who")]);
        study(&form, &layout, &tally, &Agreed::default())
    }

    fn mixed_rows() -> Vec<Row> {
        let layout = Layout::of(&form(Polarity::HigherIsBetter));
        let mut rows = staff_rows(&layout, "web", 1, &[(1, 2), (3, 4), (4, 10), (5, 20)]);
        rows.extend(staff_rows(&layout, "email", 2, &[(2, 3), (4, 8), (5, 1)]));
        rows.push(row(&layout, "kiosk", &[("staff", Value::Blank), ("who", Value::Given(1))]));
        rows.push(row(&layout, "kiosk", &[("staff", Value::DontKnow), ("age", Value::Given(44))]));
        rows.push(row(&layout, "kiosk", &[("staff", Value::NotApplicable), ("need_hours", Value::Given(1))]));
        rows.push(row(&layout, "kiosk", &[("need_hours", Value::Given(1)), ("need_forms", Value::Given(1))]));
        rows
    }

    #[test]
    fn the_four_kinds_of_no_answer_stand_apart_and_add_up() {
        let found = find(Polarity::HigherIsBetter, mixed_rows());
        let staff = &found.items[0];
        assert_eq!(staff.base, Base { valid: 48, blank: 1, dont_know: 1, not_applicable: 1, not_asked: 1 });
        assert_eq!(staff.base.asked() + staff.base.not_asked, found.rows);
        assert_eq!(staff.counts, [(1, 2), (2, 3), (3, 4), (4, 18), (5, 21)]);
        assert_eq!(staff.satisfied.unwrap().count, 39);
        assert_eq!(staff.median, Some(4.0));
    }

    #[test]
    fn groups_add_up_to_the_total() {
        let found = find(Polarity::HigherIsBetter, mixed_rows());
        let staff = &found.items[0];
        assert_eq!(staff.groups.iter().map(|(grouping, _)| grouping.as_str()).collect::<Vec<_>>(), ["channel", "who"]);
        for (grouping, groups) in &staff.groups {
            let valid: u64 = groups.iter().map(|group| group.base.valid).sum();
            let satisfied: u64 = groups.iter().filter_map(|group| group.satisfied).map(|share| share.count).sum();
            assert_eq!((valid, satisfied), (48, 39), "{grouping}");
        }
        let channels: Vec<&str> = staff.groups[0].1.iter().map(|group| group.group.as_str()).collect();
        assert_eq!(channels, ["email", "kiosk", "web"]);
        assert_eq!(found.sample.channels.iter().map(|channel| channel.responses).collect::<Vec<_>>(), [12, 4, 36]);
    }

    #[test]
    fn the_order_of_rows_does_not_matter() {
        let mut backwards = mixed_rows();
        backwards.reverse();
        assert_eq!(find(Polarity::HigherIsBetter, mixed_rows()), find(Polarity::HigherIsBetter, backwards));
    }

    #[test]
    fn a_scale_read_backwards_mirrors_what_is_found() {
        let layout = Layout::of(&form(Polarity::HigherIsBetter));
        let counts = [(1, 7), (2, 1), (3, 4), (4, 9), (5, 30)];
        let mirrored = counts.map(|(value, count)| (6 - value, count));
        let one = find(Polarity::HigherIsBetter, staff_rows(&layout, "web", 1, &counts));
        let other = find(Polarity::LowerIsBetter, staff_rows(&layout, "web", 1, &mirrored));
        let (one, other) = (&one.items[0], &other.items[0]);
        assert_eq!((one.satisfied, one.top_two), (other.satisfied, other.top_two));
        assert!((one.mean.unwrap().index - other.mean.unwrap().index).abs() < 1e-12);
        assert!((one.mean.unwrap().mean + other.mean.unwrap().mean - 6.0).abs() < 1e-12);
    }

    #[test]
    fn a_multiple_choice_counts_those_who_chose_any() {
        let found = find(Polarity::HigherIsBetter, mixed_rows());
        let need = &found.needs[0];
        assert_eq!((need.base, need.asked), (2, 2));
        let options: Vec<_> = need.options.iter().map(|option| (option.code.as_str(), option.count.exact().unwrap())).collect();
        assert_eq!(options, [("hours", 2), ("forms", 1), ("chairs", 0)]);
    }

    #[test]
    fn who_answered_is_not_crossed_with_anything() {
        let found = find(Polarity::HigherIsBetter, mixed_rows());
        let age = found.items.iter().find(|item| item.code == "age").unwrap();
        assert_eq!((age.counts.as_slice(), age.groups.len()), ([(44, 1)].as_slice(), 0));
    }

    #[test]
    fn no_answers_at_all_are_no_findings() {
        let found = find(Polarity::HigherIsBetter, Vec::new());
        let staff = &found.items[0];
        assert_eq!((staff.base, staff.satisfied, staff.mean, staff.median), (Base::default(), None, None, None));
        assert_eq!(staff.counts.len(), 5);
    }

    #[test]
    fn an_earlier_edition_is_compared_item_by_item() {
        let form = form(Polarity::HigherIsBetter);
        let layout = Layout::of(&form);
        let count = |counts: &[(i64, u64)]| tally(&form, &table(&layout, staff_rows(&layout, "web", 1, counts)), &[]);
        let earlier = study(&form, &layout, &count(&[(2, 150), (4, 150)]), &Agreed::default());
        let plan = Agreed { past: Past::of(&earlier, 2025), year: 2026, ..Agreed::default() };
        let found = study(&form, &layout, &count(&[(2, 60), (4, 240)]), &plan);
        assert_eq!(found.changes.len(), 1, "only what both editions asked and someone answered");
        let change = &found.changes[0];
        assert_eq!((change.code.as_str(), change.change), ("staff", super::change::Change::Up));
        assert!((change.difference - 0.3).abs() < 1e-12);
    }
}
