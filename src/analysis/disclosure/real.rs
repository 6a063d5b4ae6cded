//! The attacker on answers of real people, whole and in parts so small that groups of few occur.

use super::super::example::code;
use super::super::modes::BY_CHANNEL;
use super::super::{Agreed, Findings, GroupFinding, Publishable, Shown, study};
use super::{Attacker, Cell};
use crate::form::{Form, Layout, Value};
use crate::response::{Row, Strata, Table, tally};
use std::collections::BTreeMap;

/// A form with answers to it.
pub struct Filled {
    pub form: Form,
    pub layout: Layout,
    pub rows: Vec<Row>,
}

impl Filled {
    /// A file of answers; `None` where it is absent. Every file is plain: numbers between commas, nothing where there is no answer.
    fn read(form: &str, file: &str, no_answer: &[(&str, Value)]) -> Option<Self> {
        let text = crate::corpora::real_answers(file)?;
        let form = crate::form::parse("form", form).unwrap();
        let layout = Layout::of(&form);
        let mut lines = text.lines();
        let header: Vec<&str> = lines.next().unwrap().split(',').map(|name| name.trim_matches('"')).collect();
        let row = |line: &str| {
            let cells: BTreeMap<&str, &str> = header.iter().copied().zip(line.split(',')).collect();
            let mut closed = layout.empty();
            for field in &layout.fields {
                let typed = cells.get(field.code.as_str()).copied().unwrap_or("");
                let judged = matches!(field.kind, crate::form::FieldKind::Scale(_));
                let none = no_answer.iter().find(|(code, _)| judged && *code == typed).map(|(_, value)| *value);
                let given = || typed.parse().map_or(Value::Blank, Value::Given);
                field.write(none.unwrap_or_else(given), &mut closed);
            }
            Row { closed, strata: Strata { channel: "web".to_owned(), place: None, day: None } }
        };
        let rows = lines.map(row).collect();
        Some(Self { form, layout, rows })
    }

    pub fn univer() -> Option<Self> {
        Self::read(include_str!("../../../tests/fixtures/univer.toml"), "univer.csv", &[])
    }

    fn sfo() -> Option<Self> {
        let none = [("0", Value::Blank), ("6", Value::NotApplicable)];
        Self::read(include_str!("../../../tests/fixtures/sfo.toml"), "sfo_2010_2018.csv", &none)
    }

    /// What so many rows, every so many, say by these groupings.
    pub fn find(&self, rows: &[Row], groupings: &[&str]) -> Findings {
        let groupings: Vec<_> = groupings.iter().map(|name| code(name)).collect();
        let counted = tally(&self.form, &Table::new(self.layout.clone(), rows.to_vec()), &groupings);
        study(&self.form, &self.layout, &counted, &Agreed::default())
    }

    /// Everybody, then parts of them; the students are sorted by faculty, so that some parts have many faculties of few.
    fn parts(&self) -> Vec<Vec<Row>> {
        let sparse = [(7, 100), (11, 40), (17, 128), (29, 75), (43, 50), (61, 35), (90, 24)];
        let parts = sparse.into_iter().map(|(step, most)| self.every(step, most));
        [self.rows.clone(), self.rows.iter().take(150).cloned().collect()].into_iter().chain(parts).collect()
    }

    /// One row of so many, at most so many in all.
    pub fn every(&self, step: usize, most: usize) -> Vec<Row> {
        self.rows.iter().step_by(step).take(most).cloned().collect()
    }
}

/// The groups of a grouping as they are, with how many belong to each; those who told none last.
struct Grouped<'a> {
    code: &'a str,
    groups: Vec<&'a str>,
    members: Vec<u64>,
}

fn grouped<'a>(exact: &'a Findings, grouping: &'a str) -> Grouped<'a> {
    let breakdowns = exact.items.iter().flat_map(|item| &item.groups);
    let (_, found) = breakdowns.into_iter().find(|(own, _)| own == grouping).unwrap();
    let groups: Vec<&str> = found.iter().map(|group| group.group.as_str()).collect();
    if grouping == BY_CHANNEL {
        let came = |group: &&str| exact.sample.channels.iter().find(|own| own.channel.code() == *group).unwrap().responses;
        let members = groups.iter().map(came).chain([0]).collect();
        return Grouped { code: grouping, groups, members };
    }
    let about = exact.items.iter().find(|item| item.code == grouping).unwrap();
    let of = |group: &&str| about.counts.iter().find(|(value, _)| value.to_string() == **group).map_or(0, |(_, count)| *count);
    let mut members: Vec<u64> = groups.iter().map(of).collect();
    members.push(exact.rows - about.base.valid);
    Grouped { code: grouping, groups, members }
}

fn with_none(counts: &[(i64, u64)], rows: u64) -> Vec<u64> {
    let given: u64 = counts.iter().map(|(_, count)| count).sum();
    counts.iter().map(|(_, count)| *count).chain([rows - given]).collect()
}

/// What a reader of everything published works out of one grouping.
fn attack(exact: &Findings, shown: &Publishable, by: &Grouped<'_>) -> Attacker {
    let most = i64::try_from(shown.rows()).unwrap();
    let mut attacker = Attacker { range: BTreeMap::new(), sums: Vec::new(), most };
    let silent = by.groups.len();
    if by.code == BY_CHANNEL {
        // How many came by which channel is told.
        by.members.iter().enumerate().for_each(|(at, members)| attacker.learn(vec![(Cell::Members(0, at), 1)], *members));
    }
    if let Some(Shown::Full(who) | Shown::CountsOnly(who)) = shown.item(by.code) {
        let told = |group: &str| who.counts.iter().find(|(value, _)| value.to_string() == group).map(|(_, count)| *count);
        let (mut merged, mut sum) = (Vec::new(), who.merged);
        for (at, group) in by.groups.iter().enumerate() {
            match told(group) {
                Some(count) => attacker.learn(vec![(Cell::Members(0, at), 1)], count),
                None => merged.push((Cell::Members(0, at), 1)),
            }
        }
        attacker.learn(std::mem::take(&mut merged), std::mem::take(&mut sum));
        attacker.learn(vec![(Cell::Members(0, silent), 1)], shown.rows() - who.base.valid);
    }
    for (item, found) in exact.items.iter().enumerate().filter(|(_, found)| !found.groups.is_empty()) {
        let codes = found.counts.len();
        if let Some(Shown::Full(told) | Shown::CountsOnly(told)) = shown.item(&found.code) {
            for (code, sum) in with_none(&told.counts, shown.rows()).into_iter().enumerate() {
                attacker.learn((0..=silent).map(|group| (Cell::Of((item, 0, group, code)), 1)).collect(), sum);
            }
        }
        for group in 0..=silent {
            let own = (0..=codes).map(|code| (Cell::Of((item, 0, group, code)), 1));
            attacker.learn(own.chain([(Cell::Members(0, group), -1)]).collect(), 0);
        }
        for (group, (_, told)) in shown.groups(&found.code, by.code).into_iter().enumerate() {
            let (Shown::Full(told) | Shown::CountsOnly(told)) = told else { continue };
            for (code, count) in with_none(&told.counts, told.base.asked() + told.base.not_asked).into_iter().enumerate() {
                attacker.learn(vec![(Cell::Of((item, 0, group, code)), 1)], count);
            }
        }
    }
    attacker.conclude();
    attacker
}

/// Nothing is known of a small group's answers but what is known of all the hidden ones together. How many cells were tried.
fn check(exact: &Findings, shown: &Publishable, by: &Grouped<'_>, threshold: u64) -> u64 {
    let attacker = attack(exact, shown, by);
    let mut tried = 0;
    for (item, found) in exact.items.iter().enumerate() {
        let Some((_, groups)) = found.groups.iter().find(|(own, _)| own == by.code) else { continue };
        if !matches!(shown.item(&found.code), Some(Shown::Full(_) | Shown::CountsOnly(_))) {
            assert!(shown.groups(&found.code, by.code).iter().all(|(_, told)| *told == Shown::Suppressed));
            continue;
        }
        let told = shown.groups(&found.code, by.code);
        let hidden = || groups.iter().zip(&told).enumerate().filter(|(_, (_, told))| told.1 == Shown::Suppressed);
        let seen: Vec<&GroupFinding> =
            groups.iter().zip(&told).filter(|(_, told)| told.1 != Shown::Suppressed).map(|(group, _)| group).collect();
        let together = found.base.valid - seen.iter().map(|group| group.base.valid).sum::<u64>();
        assert!(together == 0 || together >= threshold, "{} {}: {together} are left over", found.code, by.code);
        for (at, (group, _)) in hidden().filter(|(_, (group, _))| (1..threshold).contains(&group.base.valid)) {
            for (place, (_, all)) in found.counts.iter().enumerate() {
                let sum = all - seen.iter().map(|group| group.counts[place].1).sum::<u64>();
                let own = group.base.valid;
                let allowed = (own.saturating_sub(together - sum), own.min(sum));
                let (least, most) = attacker.range(Cell::Of((item, 0, at, place)));
                let wide = least <= i64::try_from(allowed.0).unwrap() && most >= i64::try_from(allowed.1).unwrap();
                assert!(wide, "{} {} {at} {place}: {least} to {most}, {allowed:?} of {together}", found.code, by.code);
                tried += 1;
            }
        }
    }
    for (at, members) in by.members.iter().take(by.groups.len()).enumerate() {
        if by.code != BY_CHANNEL && (1..threshold).contains(members) && shown.rows() >= threshold {
            let (least, most) = attacker.range(Cell::Members(0, at));
            assert!(least == 0 && most >= i64::try_from(threshold).unwrap(), "{} {at}: {members} are {least} to {most}", by.code);
        }
    }
    tried
}

/// Tries whole and parts, by these groupings and by channel, with both usual thresholds. How many cells were tried.
///
/// # Panics
/// Where a hidden answer can be computed.
pub fn try_all(real: &Filled, groupings: &[&str]) -> u64 {
    let mut tried = 0;
    for rows in real.parts() {
        let exact = real.find(&rows, groupings);
        for threshold in [5, 10] {
            let shown = Publishable::suppress(exact.clone(), threshold);
            let groupings = groupings.iter().chain([&BY_CHANNEL]);
            tried += groupings.map(|grouping| check(&exact, &shown, &grouped(&exact, grouping), threshold)).sum::<u64>();
        }
    }
    tried
}

#[test]
fn no_students_answer_can_be_computed_by_faculty_diploma_or_residence() {
    let Some(univer) = Filled::univer() else { return };
    let tried = try_all(&univer, &["faculty", "diploma", "residenc"]);
    assert!(tried > 1_000, "{tried}: the parts should have small groups");
}

#[test]
fn no_passengers_answer_can_be_computed_by_year_age_or_income() {
    let Some(sfo) = Filled::sfo() else { return };
    let tried = try_all(&sfo, &["year", "age", "income"]);
    assert!(tried > 1_000, "{tried}: the parts should have small groups");
}

#[test]
fn what_is_told_by_one_grouping_does_not_depend_on_the_others_that_are_asked_for() {
    let Some(univer) = Filled::univer() else { return };
    let all = ["faculty", "diploma", "residenc"];
    for (rows, threshold) in univer.parts().iter().flat_map(|rows| [(rows, 5), (rows, 10)]) {
        let publish = |groupings: &[&str]| Publishable::suppress(univer.find(rows, groupings), threshold);
        let together = publish(&all);
        for grouping in all {
            let alone = publish(&[grouping]);
            for (item, shown) in alone.items() {
                assert_eq!(alone.groups(item, grouping), together.groups(item, grouping), "{item} {grouping}");
                let counts = |shown: Option<Shown<&super::ItemFinding>>| match shown {
                    Some(Shown::Full(own) | Shown::CountsOnly(own)) => Some((own.counts.clone(), own.merged, own.base)),
                    _ => None,
                };
                assert_eq!(counts(Some(shown)), counts(together.item(item)), "{item}: two reports would tell more than one");
            }
        }
    }
}
