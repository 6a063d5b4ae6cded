//! Every figure beside the counts: shares, intervals, means and medians are computed again from the counts that are shown, so
//! that they add nothing to them; goals, changes and years tell nothing that the counts of their own year do not.

use super::super::example::{code, form, staff_rows, table};
use super::super::finding::{NeedFinding, OptionCount, OptionFinding};
use super::super::mean::{Moments, median};
use super::super::proportion::{TWO_SIDED_95, share_finding};
use super::super::routes::Route;
use super::super::{Agreed, Base, Findings, ItemFinding, MeanFinding, Past, Publishable, ScaleMark, ShareFinding, Shown, study};
use super::item;
use super::real::Filled;
use crate::charter::{Indicator, Standard, Statistic};
use crate::form::{Layout, Polarity, Role, Value};
use crate::response::{Row, tally};

fn check(counts: &[(i64, u64)], base: Base, scale: &ScaleMark, share: Option<ShareFinding>, mean: Option<MeanFinding>) {
    let given: u64 = counts.iter().map(|(_, count)| count).sum();
    assert_eq!(base.valid, given, "a base is the sum of its counts");
    let satisfied = scale.satisfied.as_ref().map(|values| {
        let own = counts.iter().filter(|(value, _)| values.contains(value));
        own.map(|(_, count)| count).sum::<u64>()
    });
    assert_eq!(share, satisfied.and_then(|count| share_finding(count, given, None)));
    if let Some(found) = mean {
        let moments = Moments::of(counts).unwrap();
        let again = (moments.mean, moments.deviation, moments.interval(TWO_SIDED_95, None));
        assert_eq!((found.mean, found.deviation, found.interval), again);
    }
}

#[test]
fn shares_intervals_and_means_are_functions_of_the_counts_that_are_shown() {
    let Some(univer) = Filled::univer() else { return };
    let groupings = ["faculty", "diploma"];
    let (mut groups, mut merged) = (0, 0);
    for (step, most, threshold) in [(1, 2_179, 5), (7, 100, 5), (7, 100, 10), (11, 40, 5), (90, 20, 5)] {
        let shown = Publishable::suppress(univer.find(&univer.every(step, most), &groupings), threshold);
        for (name, told) in shown.items() {
            let (Shown::Full(found) | Shown::CountsOnly(found)) = told else { continue };
            if found.merged > 0 {
                assert_eq!((found.satisfied, found.top_two, found.mean, found.median), (None, None, None, None));
                merged += 1;
                continue;
            }
            check(&found.counts, found.base, &found.asking.scale, found.satisfied, found.mean);
            assert!(found.median.is_none() || found.median == median(&found.counts));
            for (_, told) in groupings.iter().flat_map(|grouping| shown.groups(name, grouping)) {
                let (Shown::Full(group) | Shown::CountsOnly(group)) = told else { continue };
                check(&group.counts, group.base, &found.asking.scale, group.satisfied, group.mean);
                groups += 1;
            }
        }
    }
    assert!(groups > 100 && merged > 5, "{groups} {merged}");
}

fn promise(of: &str, statistic: Statistic) -> Standard {
    Standard { minimum_base: 1, ..Standard::of(code(of), Indicator::Survey { item: code(of), statistic }, 0.6) }
}

/// Forty students, of whom each judged item was answered by another number.
fn year(univer: &Filled, from: usize, answered: [usize; 5], past: Past) -> Findings {
    let mut rows: Vec<Row> = univer.rows.iter().skip(from).take(40).cloned().collect();
    let judged: Vec<_> =
        univer.layout.fields.iter().filter(|field| matches!(field.kind, crate::form::FieldKind::Scale(_))).collect();
    for (field, answered) in judged.iter().zip(answered) {
        rows.iter_mut().skip(answered).for_each(|row| field.write(Value::Blank, &mut row.closed));
    }
    let counted =
        tally(&univer.form, &crate::response::Table::new(univer.layout.clone(), rows), &[code("faculty"), code("diploma")]);
    let standards = judged.iter().map(|field| promise(field.code.as_str(), Statistic::SatisfiedShare)).collect();
    let history = if past.figures.is_empty() { Vec::new() } else { vec![past.clone()] };
    study(&univer.form, &univer.layout, &counted, &Agreed { year: 2003, standards, past, history, ..Agreed::default() })
}

#[test]
fn of_the_year_before_nothing_is_told_but_what_it_told_itself() {
    let Some(univer) = Filled::univer() else { return };
    let (mut points, mut spreads, mut changes, mut goals) = (0, 0, 0, 0);
    for shift in 0..5 {
        let answered = |at: usize| [3, 8, 12, 31, 40][(at + shift) % 5];
        let before = year(&univer, 300, std::array::from_fn(answered), Past::default());
        let past = Past { threshold: 10, ..Past::of(&before, 2002) };
        let theirs = Publishable::suppress(before, 10);
        let told = |item: &str| match theirs.item(item) {
            Some(Shown::Full(found) | Shown::CountsOnly(found)) => found.satisfied,
            _ => None,
        };
        let now = [40, 31, 12, 8, 40];
        let ours = Publishable::suppress(year(&univer, 700, now, past), 5);
        for (item, _) in ours.items() {
            let Some(series) = ours.series(item) else { continue };
            for point in series.points.iter().filter(|point| point.year == 2002) {
                assert_eq!(point.satisfied, told(item), "{item}");
                points += 1;
            }
            for (_, spread) in series.spreads.iter().filter(|(year, _)| *year == 2002) {
                let found = match theirs.item(item) {
                    Some(Shown::Full(found) | Shown::CountsOnly(found)) => found,
                    _ => panic!("{item} was not told"),
                };
                assert_eq!((spread.base, &spread.counts), (found.base, &found.counts), "{item}");
                spreads += 1;
            }
        }
        for change in ours.changes() {
            assert_eq!(
                told(&change.code).map(|share| (share.share, share.base)),
                Some((change.previous_share, change.previous_base))
            );
            changes += 1;
        }
        for (goal, previous) in ours.goals().iter().filter_map(|goal| Some((goal, goal.previous?))) {
            assert_eq!(told(goal.standard.code.as_str()).map(|share| share.share), Some(previous.value));
            goals += 1;
        }
        let alone = Publishable::suppress(year(&univer, 700, now, Past::default()), 5);
        for (item, grouping) in ours.items().flat_map(|(item, _)| ["faculty", "diploma"].map(|grouping| (item, grouping))) {
            assert_eq!(ours.groups(item, grouping), alone.groups(item, grouping), "a year before opens no group");
        }
    }
    assert!(points > 5 && spreads > 5 && changes > 5 && goals > 0, "{points} {spreads} {changes} {goals}");
}

#[test]
fn who_respondents_are_is_no_goal_change_or_line_over_the_years() {
    let mut form = form(Polarity::HigherIsBetter);
    form.pages[0].questions[0].role = Role::Filter;
    let layout = Layout::of(&form);
    let find = |counts: &[(i64, u64)], past: Past| {
        let counted = tally(&form, &table(&layout, staff_rows(&layout, "web", 1, counts)), &[]);
        let history = if past.figures.is_empty() { Vec::new() } else { vec![past.clone()] };
        let standards = vec![promise("staff", Statistic::SatisfiedShare)];
        study(&form, &layout, &counted, &Agreed { year: 2026, standards, past, history, ..Agreed::default() })
    };
    let before = find(&[(1, 20), (2, 20), (5, 2)], Past::default());
    let exact = find(&[(1, 30), (2, 12), (4, 3)], Past::of(&before, 2025));
    assert!(!exact.series.is_empty() && !exact.changes.is_empty());
    let shown = Publishable::suppress(exact, 5);
    let Some(Shown::Full(staff)) = shown.item("staff") else { panic!("forty-five answered") };
    assert_eq!((staff.merged, staff.satisfied), (15, None));
    let goal = &shown.goals()[0];
    assert_eq!((goal.value, goal.bounds, goal.deviation, goal.previous), (None, None, None, None), "3 of 45 would be told");
    assert!(shown.changes().is_empty() && shown.series("staff").is_none());
}

fn asked_of(name: &str, asked: u64, rows: u64) -> ItemFinding {
    let base = Base { valid: asked, not_asked: rows - asked, ..Base::default() };
    ItemFinding { base, ..item(name, Role::Satisfaction, &[asked, 0], Vec::new()) }
}

#[test]
fn a_question_asked_of_several_groups_does_not_tell_the_few_among_them() {
    let visits = item("visits", Role::Filter, &[30, 3, 12, 0], Vec::new());
    let merged = |routes: Vec<Route>| {
        let items = vec![visits.clone(), asked_of("desk", 33, 45)];
        let shown = Publishable::suppress(Findings { rows: 45, items, routes, ..Findings::default() }, 5);
        let Some(Shown::Full(found)) = shown.item("visits") else { panic!("forty-five answered") };
        (found.counts.clone(), found.merged)
    };
    assert_eq!(merged(Vec::new()), (vec![(1, 30)], 15));
    let route = Route { question: "visits".to_owned(), answers: [1, 2].into(), to: "desk".to_owned() };
    assert_eq!(merged(vec![route]), (vec![(3, 12)], 33), "33 were asked: less the 30 there would be 3");
}

#[test]
fn a_question_asked_of_those_who_chose_an_option_does_not_tell_the_few_beside_it() {
    let option =
        |(name, count): (&str, u64)| OptionFinding { code: name.to_owned(), share: None, count: OptionCount::Exact(count) };
    let options = [("desk", 27), ("jobs", 10), ("fax", 3)].map(option).to_vec();
    let used = NeedFinding { code: "used".to_owned(), role: Role::Filter, base: 40, asked: 40, options };
    let withheld = |items: Vec<ItemFinding>| {
        let findings = Findings { rows: 40, items, needs: vec![used.clone()], ..Findings::default() };
        let shown = Publishable::suppress(findings, 5);
        let Some((_, Shown::Full(need))) = shown.needs().next() else { panic!("forty chose") };
        need.options.iter().filter(|option| option.count == OptionCount::Withheld).map(|own| own.code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(withheld(Vec::new()), ["jobs"]);
    assert_eq!(withheld(vec![asked_of("found_a_job", 10, 40)]), ["desk", "jobs"], "10 were asked how it went: they chose jobs");
}
