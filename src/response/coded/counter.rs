//! The counting itself: blocks in, tables kept, and two counters joined into one.

use super::battery::BatteryCounter;
use super::block::Block;
use super::item::{Cells, NoAnswer};
use super::sums::WeightSums;
use super::variable::{Numbering, VariableCounter};
use super::{Coded, CodedItem, CodedVariable, Request};

/// What is kept of the rows seen so far.
pub struct Counter {
    rows: u64,
    /// For each item its name and how many codes it has.
    items: Vec<(String, usize)>,
    counts: Vec<Vec<u64>>,
    weights: Option<(WeightSums, Vec<Vec<WeightSums>>)>,
    variables: Vec<VariableCounter>,
    batteries: Vec<BatteryCounter>,
}

impl Counter {
    /// Nothing counted yet.
    pub fn new(request: &Request) -> Self {
        let items: Vec<(String, usize)> =
            request.items.iter().map(|column| (column.name.clone(), Cells::new(column).codes())).collect();
        let counts = items.iter().map(|(_, codes)| vec![0; codes + NoAnswer::KINDS]).collect();
        let sums = || items.iter().map(|(_, codes)| vec![WeightSums::default(); codes + NoAnswer::KINDS]).collect();
        let weights = request.weight.as_ref().map(|_| (WeightSums::default(), sums()));
        let variables = request.variables.iter().map(|variable| VariableCounter::new(variable, items.len()));
        let batteries = request.batteries.iter().enumerate();
        let batteries = batteries.map(|(index, own)| BatteryCounter::new(own, &items, request.patterns.contains(&index)));
        Self { rows: 0, counts, weights, variables: variables.collect(), batteries: batteries.collect(), items }
    }

    /// How the levels of each variable get their numbers.
    pub fn numbering(&mut self, variable: usize) -> &mut Numbering {
        &mut self.variables[variable].numbering
    }

    /// Counts the rows of a block.
    pub fn count(&mut self, block: &mut Block) {
        self.join_levels(block);
        self.rows += block.all_rows();
        // Where items are counted by levels, what they sum to is known.
        if self.variables.iter().all(|variable| !variable.crossed) {
            for ((counts, codes), (_, width)) in self.counts.iter_mut().zip(&block.items).zip(&self.items) {
                tabulate(counts, width + NoAnswer::KINDS, &[], &codes[..block.rows], &block.frequencies);
            }
        }
        for (index, variable) in self.variables.iter_mut().enumerate() {
            variable.count(&self.items, block, &block.levels[index][..block.rows]);
        }
        if let Some((all, by_item)) = &mut self.weights {
            for row in 0..block.rows {
                let (weight, times) = (block.weights[row], block.frequency(row));
                all.add(weight, times);
                for (sums, codes) in by_item.iter_mut().zip(&block.items) {
                    sums[usize::from(codes[row])].add(weight, times);
                }
            }
        }
        for battery in &mut self.batteries {
            battery.count(&self.items, block);
        }
    }

    /// Numbers the combinations of the block's levels.
    fn join_levels(&mut self, block: &mut Block) {
        for (index, variable) in self.variables.iter_mut().enumerate() {
            let Numbering::Joined(parts, combinations) = &mut variable.numbering else { continue };
            let mut numbers = vec![0; block.rows];
            let columns: Vec<&[u32]> = parts.iter().map(|part| &block.levels[*part][..block.rows]).collect();
            combinations.number_all(&columns, &mut numbers);
            block.levels[index][..block.rows].copy_from_slice(&numbers);
        }
    }

    /// What another counter of the same request saw, added to what this one saw.
    pub fn join(&mut self, other: Self) {
        self.rows += other.rows;
        add_up(&mut self.counts, &other.counts);
        if let (Some((all, by_item)), Some((other_all, other_by_item))) = (&mut self.weights, &other.weights) {
            all.join(other_all);
            for (own, others) in by_item.iter_mut().zip(other_by_item) {
                own.iter_mut().zip(others).for_each(|(own, other)| own.join(other));
            }
        }
        let mut renumbered: Vec<Vec<u32>> = Vec::new();
        for (own, other) in self.variables.iter_mut().zip(&other.variables) {
            let numbers = own.renumber(other, &renumbered);
            own.join(&self.items, other, &numbers);
            renumbered.push(numbers);
        }
        for (own, other) in self.batteries.iter_mut().zip(&other.batteries) {
            own.join(other);
        }
    }

    /// What was kept, with the levels in order.
    pub fn finish(mut self) -> Coded {
        if let Some(variable) = self.variables.iter().find(|variable| variable.crossed) {
            for (counts, by_level) in self.counts.iter_mut().zip(&variable.counts) {
                let width = counts.len();
                by_level.iter().enumerate().for_each(|(place, count)| counts[place % width] += count);
            }
        }
        let mut orders: Vec<Vec<usize>> = Vec::new();
        let mut variables: Vec<CodedVariable> = Vec::new();
        let weighted = self.weights.is_some();
        for own in self.variables {
            let (names, order) = own.order(&variables, &orders);
            orders.push(order.clone());
            variables.push(own.finish(names, &order, &self.items, weighted));
        }
        let (weights, mut by_item) = self.weights.map_or((None, Vec::new()), |(all, by_item)| (Some(all), by_item));
        let items = self.items.iter().zip(self.counts).enumerate().map(|(index, ((name, codes), counts))| CodedItem {
            name: name.clone(),
            given: counts[..*codes].to_vec(),
            blank: counts[codes + NoAnswer::Blank.place()],
            dont_know: counts[codes + NoAnswer::DontKnow.place()],
            not_applicable: counts[codes + NoAnswer::NotApplicable.place()],
            not_asked: counts[codes + NoAnswer::NotAsked.place()],
            weights: by_item.get_mut(index).map(|sums| without_kinds(sums, *codes)),
        });
        let items = items.collect();
        let batteries = self.batteries.into_iter().map(|battery| battery.finish(&self.items)).collect();
        Coded { rows: self.rows, items, variables, batteries, weights }
    }
}

/// The sums of the codes, then one of all rows without a valid answer.
pub fn without_kinds(sums: &[WeightSums], codes: usize) -> Vec<WeightSums> {
    let mut kept = sums[..codes].to_vec();
    let mut none = WeightSums::default();
    sums[codes..].iter().for_each(|kind| none.join(kind));
    kept.push(none);
    kept
}

/// Adds one to the place of each row: its level's line (the only one where there are no levels) and its code's column.
pub fn tabulate(table: &mut [u64], width: usize, levels: &[u32], codes: &[u8], frequencies: &[u64]) {
    match (levels, frequencies) {
        ([], []) => codes.iter().for_each(|code| table[usize::from(*code)] += 1),
        ([], _) => codes.iter().zip(frequencies).for_each(|(code, times)| table[usize::from(*code)] += times),
        (_, []) => {
            for (level, code) in levels.iter().zip(codes) {
                table[*level as usize * width + usize::from(*code)] += 1;
            }
        }
        _ => {
            for ((level, code), times) in levels.iter().zip(codes).zip(frequencies) {
                table[*level as usize * width + usize::from(*code)] += times;
            }
        }
    }
}

pub fn add_up(own: &mut [Vec<u64>], other: &[Vec<u64>]) {
    for (own, other) in own.iter_mut().zip(other) {
        own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Coded, ItemColumn, LevelSource, MissingCodes, Request, Variable, read_with};
    use crate::response::CrossTable;

    const FILE: &str =
        "year,group,a,b,w,times\n2024,x,1,1,0.5,1\n2024,y,2,,1,2\n2025,x,3,9,2,1\n2025,,3,2,1.5,3\n2024,x,,1,1,1\n";

    fn request() -> Request {
        let item = |name: &str| ItemColumn {
            name: name.to_owned(),
            least: 1,
            most: 3,
            missing: MissingCodes { not_applicable: vec!["9".to_owned()], ..MissingCodes::default() },
        };
        let variable = |name: &str, source| Variable { name: name.to_owned(), source, missing: Vec::new(), crossed: true };
        Request {
            items: vec![item("a"), item("b")],
            variables: vec![
                variable("year", LevelSource::Column("year".to_owned())),
                variable("group", LevelSource::Column("group".to_owned())),
                variable("both", LevelSource::Joined(vec![0, 1])),
            ],
            batteries: vec![vec![0, 1]],
            ..Request::default()
        }
    }

    fn count(request: &Request) -> Coded {
        read_with(FILE.as_bytes(), request, 1).expect("the file fits")
    }

    #[test]
    fn answers_are_counted_alone_by_level_and_together() {
        let coded = count(&request());
        let b = &coded.items[1];
        assert_eq!((coded.rows, coded.items[0].given.clone(), coded.items[0].blank), (5, vec![1, 1, 2], 1));
        assert_eq!((b.given.clone(), b.blank, b.not_applicable, b.valid()), (vec![2, 1, 0], 1, 1, 3));
        let [year, group, both] = &coded.variables[..] else { panic!("three variables") };
        assert_eq!((year.levels.clone(), year.rows.clone()), (vec!["2024".to_owned(), "2025".to_owned()], vec![3, 2]));
        assert_eq!((group.missing, group.rows.clone()), (1, vec![3, 1]));
        assert_eq!(year.crossed[0], CrossTable::from_rows(&[[1, 1, 0], [0, 0, 2]]));
        assert_eq!(
            (both.levels.clone(), both.rows.clone()),
            (["2024|x", "2024|y", "2025|x"].map(str::to_owned).to_vec(), vec![2, 1, 1])
        );
        let battery = &coded.batteries[0];
        assert_eq!((battery.complete, battery.singles.clone()), (2, vec![vec![1, 0, 1], vec![1, 1, 0]]));
        assert_eq!(battery.listwise[0], CrossTable::from_rows(&[[1, 0, 0], [0, 0, 0], [0, 1, 0]]));
        assert_eq!(battery.pairwise, battery.listwise);
    }

    #[test]
    fn a_frequency_stands_for_so_many_rows_and_a_weight_is_summed() {
        let weighted = Request { weight: Some("w".to_owned()), frequency: Some("times".to_owned()), ..request() };
        let coded = count(&weighted);
        assert_eq!((coded.rows, coded.items[0].given.clone(), coded.variables[1].missing), (8, vec![1, 2, 4], 3));
        let all = coded.weights.expect("there are weights");
        assert_eq!((all.rows, all.weight, all.square), (8, 10.0, 14.0));
        let a = coded.items[0].weights.clone().expect("by code");
        assert_eq!((a[2].rows, a[2].weight, a[2].square, a[3].rows), (4, 6.5, 10.75, 1));
        let by_year = &coded.variables[0].crossed_weights[0];
        assert_eq!((by_year[0][0].weight, by_year[1][2].weight, by_year[0][3].rows), (0.5, 6.5, 1));
    }

    #[test]
    fn the_different_rows_are_kept_where_asked_in_a_table_or_one_by_one() {
        let wide = |times: usize| {
            let year = ItemColumn { name: "year".to_owned(), least: 1_900, most: 2_100, missing: MissingCodes::default() };
            let items: Vec<ItemColumn> = request().items.into_iter().chain(std::iter::repeat_n(year, times)).collect();
            let battery = (0..items.len()).collect();
            count(&Request {
                items,
                batteries: vec![battery],
                patterns: vec![0],
                frequency: Some("times".to_owned()),
                ..Request::default()
            })
        };
        let (table, single) = (wide(1).batteries[0].clone(), wide(3).batteries[0].clone());
        assert_eq!(table.patterns, Some(vec![(vec![0, 0, 124], 1), (vec![2, 1, 125], 3)]));
        let first = |(codes, count): &(Vec<u8>, u64)| (codes[..3].to_vec(), *count);
        assert_eq!(single.patterns.map(|rows| rows.iter().map(first).collect()), table.patterns);
        assert_eq!(single.listwise[..2], table.listwise[..2]);
        assert_eq!((single.complete, wide(17).batteries[0].patterns.clone()), (4, None), "17 items of 201 codes and two more");
        assert_eq!(count(&request()).batteries[0].patterns, None, "not asked for");
    }

    #[test]
    fn whole_patterns_and_single_pairs_give_the_same_tables() {
        let many = ItemColumn { name: "year".to_owned(), least: 2_000, most: 2_030, missing: MissingCodes::default() };
        let wide: Vec<ItemColumn> = request().items.into_iter().chain([many]).collect();
        // Two items of 3 points and a third of 31 fit into patterns; the same with the third four times over do not.
        let mut larger = wide.clone();
        larger.extend(wide[2..].iter().cycle().take(3).cloned());
        let few = count(&Request { items: wide, batteries: vec![vec![0, 1, 2]], ..Request::default() });
        let pairs = count(&Request { items: larger, batteries: vec![vec![0, 1, 2, 3, 4, 5]], ..Request::default() });
        assert_eq!(few.batteries[0].listwise[..2], pairs.batteries[0].listwise[..2]);
        assert_eq!(few.batteries[0].singles[..], pairs.batteries[0].singles[..3]);
    }
}
