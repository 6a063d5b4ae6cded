//! An attacker on what is published: every sum that is shown is an equation, and the least and greatest value of each hidden cell
//! that agree with all of them are found by propagating intervals. It is weaker than linear programming, which would also combine
//! equations; what is beyond it stands in `publishable.rs`. Here it is set on drawn tables; in `disclosure/` on real answers, on
//! what must not change when hidden people exchange their answers, and on every figure beside the counts.

mod exchange;
mod figures;
pub mod real;

use super::finding::{Base, ChannelSample, Findings, GroupFinding, ItemFinding, Sample, Shown};
use super::lineage::Asking;
use super::mean::{Range, mean_finding};
use super::publishable::Publishable;
use crate::form::{Polarity, Role};
use crate::survey::Channel;
use std::collections::BTreeMap;

/// A cell: item, grouping, group, code. The last code is no answer; the last group those who told none.
type Place = (usize, usize, usize, usize);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cell {
    Of(Place),
    /// How many are in a group of a grouping.
    Members(usize, usize),
}

struct Attacker {
    range: BTreeMap<Cell, (i64, i64)>,
    /// Terms with their signs, and what they add up to.
    sums: Vec<(Vec<(Cell, i64)>, i64)>,
    most: i64,
}

impl Attacker {
    fn learn(&mut self, terms: Vec<(Cell, i64)>, sum: u64) {
        for (term, _) in &terms {
            self.range.entry(*term).or_insert((0, self.most));
        }
        self.sums.push((terms, i64::try_from(sum).unwrap()));
    }

    fn conclude(&mut self) {
        loop {
            let mut narrowed = false;
            for (terms, sum) in &self.sums {
                let ends = |term: &(Cell, i64)| {
                    let (least, most) = self.range[&term.0];
                    if term.1 > 0 { (least, most) } else { (-most, -least) }
                };
                let (least, most) = terms.iter().map(ends).fold((0, 0), |all, own| (all.0 + own.0, all.1 + own.1));
                for term in terms {
                    let own = ends(term);
                    let (low, high) = (own.0.max(sum - (most - own.1)), own.1.min(sum - (least - own.0)));
                    assert!(low <= high, "what is published contradicts itself");
                    if (low, high) != own {
                        narrowed = true;
                        let range = if term.1 > 0 { (low, high) } else { (-high, -low) };
                        self.range.insert(term.0, range);
                        break;
                    }
                }
            }
            if !narrowed {
                return;
            }
        }
    }

    fn range(&self, cell: Cell) -> (i64, i64) {
        self.range.get(&cell).copied().unwrap_or((0, self.most))
    }
}

/// A small generator: seeded, so that a failure can be found again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    /// Small numbers are much more frequent: some groups are tiny.
    fn skewed(&mut self, most: u64) -> usize {
        let least = (0..3).map(|_| self.below(most)).min().unwrap();
        usize::try_from(least).unwrap()
    }
}

const ITEMS: [&str; 2] = ["staff", "waiting"];
const GROUPINGS: [&str; 2] = ["channel", "who"];

/// The true answers: `cells[item][grouping][group][code]`, silent ones and no answers last.
struct Truth {
    cells: Vec<Vec<Vec<Vec<u64>>>>,
    members: [Vec<u64>; 2],
    codes: usize,
    rows: u64,
}

fn draw(seed: u64) -> Truth {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(7));
    let codes = usize::try_from(3 + dice.below(9)).unwrap();
    let kinds = 2 + dice.below(39);
    let rows = 10 + dice.below(300);
    let silent_part = dice.below(3) * 2;
    let sizes = [Channel::ALL.len(), usize::try_from(kinds).unwrap()];
    let mut cells = vec![sizes.map(|size| vec![vec![0; codes + 1]; size + 1]).to_vec(); ITEMS.len()];
    let mut members = sizes.map(|size| vec![0; size + 1]);
    for _ in 0..rows {
        let channel = dice.skewed(6);
        let who = if dice.below(20) < silent_part { sizes[1] } else { dice.skewed(kinds) };
        for (grouping, group) in [channel, who].into_iter().enumerate() {
            members[grouping][group] += 1;
        }
        for (item, counts) in cells.iter_mut().enumerate() {
            // The second item is rarely answered, and by some groups never.
            let answers = item == 0 || (dice.below(3) == 0 && who % 3 != 0);
            let code = if answers && dice.below(12) > 0 { dice.skewed(u64::try_from(codes).unwrap()) } else { codes };
            counts[0][channel][code] += 1;
            counts[1][who][code] += 1;
        }
    }
    Truth { cells, members, codes, rows }
}

fn given(counts: &[u64]) -> (Vec<(i64, u64)>, Base) {
    let (none, valid) = counts.split_last().unwrap();
    let base = Base { valid: valid.iter().sum(), blank: *none, ..Base::default() };
    ((1..).zip(valid.iter().copied()).collect(), base)
}

fn item(code: &str, role: Role, counts: &[u64], groups: Vec<(String, Vec<GroupFinding>)>) -> ItemFinding {
    let (counts, base) = given(counts);
    ItemFinding {
        code: code.to_owned(),
        role,
        factor: None,
        base,
        counts,
        merged: 0,
        satisfied: None,
        top_two: None,
        mean: None,
        median: None,
        asking: Asking::default(),
        groups,
        modes: None,
        caveats: Vec::new(),
    }
}

fn group_code(grouping: usize, group: usize) -> String {
    if grouping == 0 { Channel::ALL[group].code().to_owned() } else { (group + 1).to_string() }
}

fn findings(truth: &Truth) -> Findings {
    let group = |grouping: usize, at: usize, counts: &[u64]| {
        let (counts, base) = given(counts);
        GroupFinding { group: group_code(grouping, at), base, counts, satisfied: None, mean: None }
    };
    let mut items = vec![item("who", Role::Profile, &truth.members[1], Vec::new())];
    for (name, cells) in ITEMS.iter().zip(&truth.cells) {
        let all: Vec<u64> = (0..=truth.codes).map(|code| cells[0].iter().map(|group| group[code]).sum()).collect();
        let groups = cells.iter().enumerate().map(|(grouping, groups)| {
            let told = groups[..groups.len() - 1].iter().enumerate();
            (GROUPINGS[grouping].to_owned(), told.map(|(at, counts)| group(grouping, at, counts)).collect())
        });
        items.push(item(name, Role::Satisfaction, &all, groups.collect()));
    }
    let sample = |(channel, responses): (Channel, &u64)| ChannelSample {
        channel,
        universe: None,
        invited: None,
        undelivered: None,
        responses: *responses,
    };
    let channels = Channel::ALL.into_iter().zip(&truth.members[0]).map(sample).collect();
    let sample = Sample { channels, responses: truth.rows, ..Sample::default() };
    Findings { rows: truth.rows, items, sample, ..Findings::default() }
}

/// What a reader of everything published knows of one grouping's members.
fn learn_members(attacker: &mut Attacker, shown: &Publishable, sizes: [usize; 2]) {
    for (at, channel) in shown.sample().channels.iter().enumerate() {
        attacker.learn(vec![(Cell::Members(0, at), 1)], channel.responses);
    }
    attacker.learn(vec![(Cell::Members(0, sizes[0]), 1)], 0);
    let Some(Shown::Full(who) | Shown::CountsOnly(who)) = shown.item("who") else { return };
    for (value, count) in &who.counts {
        attacker.learn(vec![(Cell::Members(1, usize::try_from(*value).unwrap() - 1), 1)], *count);
    }
    let told = |group: &usize| who.counts.iter().any(|(value, _)| *value == i64::try_from(group + 1).unwrap());
    let merged = (0..sizes[1]).filter(|group| !told(group)).map(|group| (Cell::Members(1, group), 1));
    attacker.learn(merged.collect(), who.merged);
    attacker.learn(vec![(Cell::Members(1, sizes[1]), 1)], shown.rows() - who.base.valid);
}

fn learn_item(attacker: &mut Attacker, shown: &Publishable, item: usize, sizes: [usize; 2], codes: usize) {
    for (grouping, size) in sizes.into_iter().enumerate() {
        if let Some(Shown::Full(found) | Shown::CountsOnly(found)) = shown.item(ITEMS[item]) {
            let sums = found.counts.iter().map(|(_, count)| *count).chain([shown.rows() - found.base.valid]);
            for (code, sum) in sums.enumerate() {
                attacker.learn((0..=size).map(|group| (Cell::Of((item, grouping, group, code)), 1)).collect(), sum);
            }
        }
        for group in 0..=size {
            let own = (0..=codes).map(|code| (Cell::Of((item, grouping, group, code)), 1));
            attacker.learn(own.chain([(Cell::Members(grouping, group), -1)]).collect(), 0);
        }
        for (group, (_, found)) in shown.groups(ITEMS[item], GROUPINGS[grouping]).into_iter().enumerate() {
            let (Shown::Full(found) | Shown::CountsOnly(found)) = found else { continue };
            let none = found.base.asked() + found.base.not_asked - found.base.valid;
            for (code, count) in found.counts.iter().map(|(_, count)| *count).chain([none]).enumerate() {
                attacker.learn(vec![(Cell::Of((item, grouping, group, code)), 1)], count);
            }
        }
    }
}

fn attack(shown: &Publishable, truth: &Truth) -> Attacker {
    let most = i64::try_from(shown.rows()).unwrap();
    let mut attacker = Attacker { range: BTreeMap::new(), sums: Vec::new(), most };
    let sizes = [truth.members[0].len() - 1, truth.members[1].len() - 1];
    learn_members(&mut attacker, shown, sizes);
    for item in 0..ITEMS.len() {
        learn_item(&mut attacker, shown, item, sizes, truth.codes);
    }
    attacker.conclude();
    attacker
}

/// Of a hidden group's answers no more is known than of all the hidden ones together. How many were checked.
fn check_answers(attacker: &Attacker, shown: &Publishable, truth: &Truth, threshold: u64, seed: u64) -> u64 {
    let mut checked = 0;
    for (item, grouping) in (0..ITEMS.len()).flat_map(|item| [(item, 0), (item, 1)]) {
        let cells = &truth.cells[item][grouping];
        let valid = |group: &[u64]| group[..truth.codes].iter().sum::<u64>();
        let groups = shown.groups(ITEMS[item], GROUPINGS[grouping]);
        let told = |at: usize| groups.get(at).is_some_and(|(_, shown)| *shown != Shown::Suppressed);
        let hidden: Vec<usize> = (0..cells.len()).filter(|at| !told(*at)).collect();
        let together: u64 = hidden.iter().map(|at| valid(&cells[*at])).sum();
        if !matches!(shown.item(ITEMS[item]), Some(Shown::Full(_) | Shown::CountsOnly(_))) {
            assert_eq!(hidden.len(), cells.len(), "{seed}: a hidden item has no groups");
            continue;
        }
        assert!(together == 0 || together >= threshold, "{seed} {item} {grouping}: {together} are left over");
        for at in hidden.iter().filter(|at| (1..threshold).contains(&valid(&cells[**at]))) {
            for code in 0..truth.codes {
                let sum: u64 = hidden.iter().map(|at| cells[*at][code]).sum();
                let own = valid(&cells[*at]);
                let allowed = (own.saturating_sub(together - sum), own.min(sum));
                let (least, most) = attacker.range(Cell::Of((item, grouping, *at, code)));
                let wide = least <= i64::try_from(allowed.0).unwrap() && most >= i64::try_from(allowed.1).unwrap();
                assert!(wide, "{seed} {item}/{grouping}/{at}/{code}: {least} to {most}, {allowed:?} of {together}");
                checked += 1;
            }
        }
    }
    checked
}

#[test]
fn no_hidden_answer_can_be_computed_from_what_is_published() {
    let (mut answers, mut groups) = (0, 0);
    for (seed, threshold) in (0..300).flat_map(|seed| [(seed, 5), (seed, 10)]) {
        let truth = draw(seed);
        let shown = Publishable::suppress(findings(&truth), threshold);
        let attacker = attack(&shown, &truth);
        answers += check_answers(&attacker, &shown, &truth, threshold, seed);
        let kinds = truth.members[1].split_last().unwrap().1;
        for (at, members) in kinds.iter().enumerate().filter(|(_, members)| (1..threshold).contains(members)) {
            let (least, most) = attacker.range(Cell::Members(1, at));
            let wide = least == 0 && most >= i64::try_from(threshold).unwrap();
            assert!(wide || shown.rows() < threshold, "{seed}: {members} in group {at} are {least} to {most}");
            groups += 1;
        }
    }
    assert!(answers > 10_000 && groups > 1_000, "{answers} {groups}: the tables should have small groups");
}

fn hidden_ages(ages: Vec<(i64, u64)>, asked: Option<u64>) -> ItemFinding {
    let base = Base { valid: ages.iter().map(|(_, count)| count).sum(), ..Base::default() };
    let range = Range { least: 16, most: 110, polarity: Polarity::HigherIsBetter };
    let mean = mean_finding(&ages, range, None);
    let groups = vec![(
        "channel".to_owned(),
        vec![GroupFinding { group: "web".to_owned(), base, counts: ages.clone(), satisfied: None, mean: None }],
    )];
    let about = ItemFinding { base, counts: ages, mean, median: Some(20.0), ..item("age", Role::Filter, &[0, 0], groups) };
    let mut items = vec![about];
    items.extend(asked.map(|asked| {
        let base = Base { valid: asked, not_asked: base.valid - asked, ..Base::default() };
        ItemFinding { base, ..item("only_them", Role::Satisfaction, &[asked, 0], Vec::new()) }
    }));
    let shown = Publishable::suppress(Findings { rows: base.valid, items, ..Findings::default() }, 5);
    assert!(shown.groups("age", "channel").is_empty(), "by channel the few would add up");
    let Some(Shown::Full(found)) = shown.item("age") else { panic!("thirty and more answered") };
    found.clone()
}

#[test]
fn neither_a_mean_nor_a_breakdown_solves_a_sum_of_few() {
    let found = hidden_ages(vec![(20, 30), (40, 12), (60, 3)], None);
    assert_eq!((found.counts, found.merged, found.mean, found.median), (vec![(20, 30)], 15, None, None));
    let found = hidden_ages(vec![(20, 30), (40, 12), (60, 9)], None);
    assert!(found.mean.is_some() && found.merged == 0);
}

#[test]
fn a_question_asked_of_one_group_alone_does_not_tell_the_few_beside_it() {
    let found = hidden_ages(vec![(20, 30), (40, 12), (60, 3)], Some(12));
    assert_eq!((found.counts, found.merged), (Vec::new(), 45), "15 less 12 would be 3");
}
