//! People in hidden groups exchange their answers: whatever is published must stay as it was, figure by figure. It covers every
//! figure there is, also those that no attacker was taught: means, intervals, tests of the channels, weighted shares.

use super::super::{Agreed, ChannelSample, Findings, Publishable, Sample, Shown, study};
use super::Dice;
use super::real::Filled;
use crate::form::{Field, Layout, Value};
use crate::response::{Row, Table, tally};
use crate::survey::Channel;

/// Hands the answers to a field round among the rows, each taking that of the next.
fn hand_round(rows: &mut [Row], field: &Field, whose: &dyn Fn(&Row) -> bool) {
    let places: Vec<usize> = (0..rows.len()).filter(|at| whose(&rows[*at])).collect();
    let given: Vec<Value> = places.iter().map(|at| field.read(&rows[*at].closed)).collect();
    for (at, value) in places.iter().zip(given.iter().cycle().skip(1)) {
        field.write(*value, &mut rows[*at].closed);
    }
}

fn hidden<'a>(shown: &'a Publishable, item: &str, grouping: &str) -> Vec<&'a str> {
    let groups = shown.groups(item, grouping).into_iter();
    groups.filter(|(_, told)| *told == Shown::Suppressed).map(|(group, _)| group).collect()
}

/// What goes with the overall judgement is left out: it is of everybody's answers to all items together, so that it changes where
/// one person's answers do, and is told in whole per cent, so that nobody's can be computed from it.
fn publish(findings: Findings) -> Publishable {
    Publishable::suppress(Findings { drivers: Vec::new(), ..findings }, 5)
}

/// Exchanges the answers to every judged item in turn. How many exchanges changed the exact findings.
fn exchange(
    rows: &[Row],
    layout: &Layout,
    grouping: &str,
    find: &dyn Fn(&[Row]) -> Findings,
    group_of: &dyn Fn(&Row) -> String,
) -> u64 {
    let (mut changed, exact) = (0, find(rows));
    let shown = publish(exact.clone());
    for field in layout.fields.iter().filter(|field| matches!(field.kind, crate::form::FieldKind::Scale(_))) {
        let hidden = hidden(&shown, field.code.as_str(), grouping);
        let mut others = rows.to_vec();
        hand_round(&mut others, field, &|row| hidden.contains(&group_of(row).as_str()));
        let theirs = find(&others);
        changed += u64::from(theirs != exact);
        assert_eq!(publish(theirs), shown, "{} by {grouping}", field.code);
    }
    changed
}

#[test]
fn students_of_hidden_faculties_may_exchange_their_answers_and_nothing_published_changes() {
    let Some(univer) = Filled::univer() else { return };
    let field = univer.layout.field("faculty").unwrap();
    let group_of = |row: &Row| match field.read(&row.closed) {
        Value::Given(faculty) => faculty.to_string(),
        _ => String::new(),
    };
    let mut changed = 0;
    for step in [17, 29, 37, 43, 61, 90] {
        let rows = univer.every(step, 200);
        changed += exchange(&rows, &univer.layout, "faculty", &|rows| univer.find(rows, &["faculty"]), &group_of);
    }
    assert!(changed > 10, "{changed}");
}

#[test]
fn a_test_of_the_channels_or_a_weighted_share_tells_nothing_of_a_hidden_channel() {
    let Some(univer) = Filled::univer() else { return };
    let find = |rows: &[Row]| {
        let counted = tally(&univer.form, &Table::new(univer.layout.clone(), rows.to_vec()), &[]);
        let heard = |channel: &Channel| rows.iter().any(|row| row.strata.channel == channel.code());
        let channel = |channel| ChannelSample { channel, universe: Some(900), invited: None, undelivered: None, responses: 0 };
        let channels = Channel::ALL.into_iter().filter(heard).map(channel).collect();
        let sample = Sample { channels, universe: 5_400, ..Sample::default() };
        study(&univer.form, &univer.layout, &counted, &Agreed { sample, ..Agreed::default() })
    };
    let (mut dice, mut changed, mut compared) = (Dice(11), 0, 0);
    for step in [3, 7, 11, 13, 17, 19] {
        let mut rows = univer.every(step, 90);
        for row in &mut rows {
            let of = usize::try_from(dice.below(40)).unwrap();
            // Some channels bring one answer in forty, so that they are hidden; in the last draw none is.
            let at = if step == 19 || of >= 6 { of % 3 } else { of };
            Channel::ALL[at].code().clone_into(&mut row.strata.channel);
        }
        let shown = Publishable::suppress(find(&rows), 5);
        compared += shown.items().filter(|(item, _)| shown.modes(item).is_some()).count();
        changed += exchange(&rows, &univer.layout, "channel", &find, &|row| row.strata.channel.clone());
    }
    assert!(changed > 10 && compared > 0, "{changed} {compared}");
}
