//! What must hold of any answers, tried on many made-up tables.

use ascolto::analysis::{Agreed, Findings, Publishable, Shown, study};
use ascolto::form::{self, Form, Layout, Value};
use ascolto::response::{Row, Strata, Table, tally};
use ascolto::text::Code;

fn form(lower_is_better: bool) -> Form {
    let polarity = if lower_is_better { "polarity = \"lower_is_better\"\n" } else { "" };
    let satisfied = |value: u8| if lower_is_better { value <= 2 } else { value >= 4 };
    let points = (1..=5).map(|value| {
        let mark = if satisfied(value) { ", satisfied = true" } else { "" };
        format!("  {{ value = {value}, label = {{ it = \"p{value}\" }}{mark} }},\n")
    });
    let points: String = points.collect();
    let text = format!(
        "code = \"made_up\"\nlanguages = [\"it\"]\nminutes = 1\ntitle.it = \"Prova\"\n\n[[scales]]\ncode = \"five\"\n{polarity}\
         points = [\n{points}]\ndont_know.it = \"Non so\"\n\n[[pages]]\ncode = \"one\"\ntitle.it = \"Pagina\"\n\n\
         [[pages.questions]]\ncode = \"staff\"\nkind = \"rating\"\nrole = \"overall\"\nscale = \"five\"\ntext.it = \"Personale\"\n\n\
         [[pages.questions]]\ncode = \"who\"\nkind = \"single_choice\"\nrole = \"profile\"\ntext.it = \"Chi\"\n\
         choices = [\n  {{ code = \"a\", value = 1, label.it = \"A\" }},\n  {{ code = \"b\", value = 2, label.it = \"B\" }},\n\
         {{ code = \"c\", value = 3, label.it = \"C\" }},\n]\n"
    );
    form::parse("made-up.toml", &text).unwrap_or_else(|faults| panic!("{:?}", faults[0]))
}

/// Numbers that look random and are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    /// The next number below `most`.
    pub fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// Made-up answers as values of `staff` and `who` with a channel; few or many, evenly spread or not.
fn answers(seed: u64) -> Vec<(Value, Value, &'static str)> {
    let mut dice = Dice(seed);
    let many = 1 + dice.below(120);
    let tilt = 1 + dice.below(5);
    let draw = |_| {
        let staff = match dice.below(12) {
            0 => Value::Blank,
            1 => Value::DontKnow,
            _ => Value::Given(1 + i64::try_from(dice.below(5).max(dice.below(tilt))).expect("small")),
        };
        let who = match dice.below(10) {
            0 => Value::Blank,
            1 => Value::Given(3),
            drawn => Value::Given(1 + i64::from(drawn > 6)),
        };
        (staff, who, ["email", "kiosk", "web"][usize::try_from(dice.below(3)).expect("small")])
    };
    (0..many).map(draw).collect()
}

fn find(form: &Form, answers: &[(Value, Value, &str)]) -> Findings {
    let layout = Layout::of(form);
    let rows = answers.iter().map(|(staff, who, channel)| {
        let mut closed = layout.empty();
        layout.field("staff").expect("asked").write(*staff, &mut closed);
        layout.field("who").expect("asked").write(*who, &mut closed);
        Row { closed, strata: Strata { channel: (*channel).to_owned(), place: None, day: None } }
    });
    let table = Table::new(layout.clone(), rows.collect());
    let tally = tally(form, &table, &[Code::parse("who").expect("a code")]);
    study(form, &layout, &tally, &Agreed::default())
}

const TABLES: u64 = 300;

#[test]
fn counts_add_up_and_intervals_hold_their_estimates() {
    let form = form(false);
    for seed in 0..TABLES {
        let answers = answers(seed);
        let found = find(&form, &answers);
        let staff = &found.items[0];
        assert_eq!(staff.counts.iter().map(|(_, count)| count).sum::<u64>(), staff.base.valid);
        assert_eq!(staff.base.asked() + staff.base.not_asked, found.rows);
        assert_eq!(found.rows, answers.len() as u64);
        let told = answers.iter().filter(|(staff, who, _)| matches!((staff, who), (Value::Given(_), Value::Given(_)))).count();
        let in_groups = |index: usize| staff.groups[index].1.iter().map(|group| group.base.valid).sum::<u64>();
        assert_eq!((in_groups(0), in_groups(1)), (staff.base.valid, told as u64));
        for share in [staff.satisfied, staff.top_two].into_iter().flatten() {
            assert!(share.interval.lower <= share.bounds.lower && share.bounds.lower <= share.share);
            assert!(share.share <= share.bounds.upper && share.bounds.upper <= share.interval.upper);
            assert!(0.0 <= share.interval.lower && share.interval.upper <= 1.0);
        }
        let Some(mean) = staff.mean else { continue };
        assert!((0.0..=100.0).contains(&mean.index));
        if let Some(interval) = mean.interval {
            assert!(interval.lower <= mean.mean && mean.mean <= interval.upper);
        }
    }
}

#[test]
fn the_order_of_answers_changes_nothing() {
    let form = form(false);
    for seed in 0..TABLES {
        let mut answers = answers(seed);
        let found = find(&form, &answers);
        answers.reverse();
        let middle = answers.len() / 2;
        answers.rotate_left(middle);
        assert_eq!(find(&form, &answers), found, "{seed}");
    }
}

#[test]
fn a_scale_read_backwards_mirrors_every_figure() {
    let (upwards, downwards) = (form(false), form(true));
    for seed in 0..TABLES {
        let answers = answers(seed);
        let mirrored: Vec<_> = answers
            .iter()
            .map(|(staff, who, channel)| match staff {
                Value::Given(value) => (Value::Given(6 - value), *who, *channel),
                other => (*other, *who, *channel),
            })
            .collect();
        let (one, other) = (find(&upwards, &answers), find(&downwards, &mirrored));
        let (one, other) = (&one.items[0], &other.items[0]);
        assert_eq!((one.satisfied, one.top_two, one.base), (other.satisfied, other.top_two, other.base));
        if let (Some(one), Some(other)) = (one.mean, other.mean) {
            assert!((one.index - other.index).abs() < 1e-9);
            assert!((one.mean + other.mean - 6.0).abs() < 1e-12);
        }
    }
}

#[test]
fn whatever_is_published_no_few_people_can_be_computed_from_it() {
    let form = form(false);
    let mut hidden = 0;
    for (seed, threshold) in (0..TABLES).flat_map(|seed| [(seed, 5), (seed, 10)]) {
        let shown = Publishable::suppress(find(&form, &answers(seed)), threshold);
        let Some(Shown::Full(item) | Shown::CountsOnly(item)) = shown.item("staff") else { continue };
        assert!(item.base.valid >= threshold);
        for grouping in ["channel", "who"] {
            let mut told = 0;
            for (_, group) in shown.groups("staff", grouping) {
                match group {
                    Shown::Full(group) | Shown::CountsOnly(group) => {
                        assert!(group.base.valid >= threshold);
                        told += group.base.valid;
                    }
                    Shown::Suppressed => hidden += 1,
                }
            }
            let rest = item.base.valid - told;
            assert!(rest == 0 || rest >= threshold, "{seed} {grouping}: {rest} are left over");
        }
    }
    assert!(hidden > 50, "the tables should have small groups");
}
