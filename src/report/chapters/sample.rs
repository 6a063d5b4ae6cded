//! Who was asked and who answered.

use super::super::document::{Align, Block, Cell, Number, Table};
use super::super::pictures;
use super::super::scene::{Scene, seen};
use super::super::words::NONE;
use crate::analysis::{ChannelSample, ItemFinding, NeedFinding, OptionCount, Publishable};
use crate::form::{Choice, Kind, Question, Role};
use crate::language::{capital, say};
use crate::survey::Channel;

/// Universe, invitations and responses by channel; then who the respondents are.
pub(in crate::report) fn chapter(scene: &Scene<'_>) -> Vec<Block> {
    let sample = scene.input.figures.sample();
    let words = scene.words;
    let facts = &scene.input.method;
    let mut blocks = vec![scene.heading(1, "sample-title")];
    let period = [("from", words.date(facts.opened_on).into()), ("to", words.date(facts.closed_on).into())];
    let mut told = vec![words.with("sample-period", &period)];
    if sample.universe > 0 {
        told.push(words.with(
            "sample-universe",
            &[
                ("universe", words.integer(sample.universe).into()),
                ("heard", percent_of(scene, sample.responses, sample.universe).into()),
            ],
        ));
    }
    if facts.planned_responses > 0 {
        told.push(words.with("sample-planned", &[("planned", words.integer(facts.planned_responses).into())]));
    }
    blocks.push(Block::Paragraph(told.join(" ")));
    blocks.push(Block::Table(channels(scene)));
    blocks.extend(pictures::sample(scene));
    blocks.extend(pictures::funnel(scene));
    blocks.extend(pictures::by_day(scene));
    let who: Vec<Block> =
        scene.input.form.questions().filter_map(|(_, question)| respondents(scene, question)).map(Block::Table).collect();
    if !who.is_empty() {
        blocks.push(scene.heading(2, "who-title"));
        blocks.extend(who);
    }
    blocks
}

fn percent_of(scene: &Scene<'_>, part: u64, whole: u64) -> String {
    scene.words.percentage(ratio(part, whole), 1_000)
}

#[allow(clippy::cast_precision_loss)] // Counts of people stay far below 2^53.
fn ratio(part: u64, whole: u64) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn channels(scene: &Scene<'_>) -> Table {
    let sample = scene.input.figures.sample();
    let keys = [
        "column-channel",
        "column-universe",
        "column-invited",
        "column-undelivered",
        "column-responses",
        "column-rate",
        "column-part",
    ];
    let mut rows: Vec<Vec<Cell>> = sample.channels.iter().map(|channel| channel_row(scene, channel, sample.responses)).collect();
    let total = |of: fn(&ChannelSample) -> Option<u64>| {
        let known: Vec<u64> = sample.channels.iter().filter_map(of).collect();
        if known.is_empty() { Cell::text(NONE) } else { scene.words.count(known.iter().sum()).strong() }
    };
    let universe = if sample.universe > 0 { scene.words.count(sample.universe).strong() } else { Cell::text(NONE) };
    rows.push(vec![
        Cell::text(scene.words.say("total")).strong(),
        universe,
        total(|channel| channel.invited),
        total(|channel| channel.undelivered),
        scene.words.count(sample.responses).strong(),
        Cell::text(NONE),
        Cell::number(scene.words.percentage(1.0, 0), Number::Share(1.0)).strong(),
    ]);
    Table {
        caption: scene.words.say("sample-caption"),
        header: scene.words.headings(&keys),
        align: std::iter::once(Align::Left).chain(std::iter::repeat_n(Align::Right, keys.len() - 1)).collect(),
        rows,
        notes: vec![scene.words.say("sample-note")],
    }
}

fn channel_row(scene: &Scene<'_>, channel: &ChannelSample, responses: u64) -> Vec<Cell> {
    let words = scene.words;
    let known = |count: Option<u64>| count.map_or_else(|| Cell::text(NONE), |count| words.count(count));
    let reached =
        channel.invited.map(|invited| invited.saturating_sub(channel.undelivered.unwrap_or(0))).filter(|reached| *reached > 0);
    let rate = match reached {
        Some(reached) => {
            let rate = ratio(channel.responses, reached);
            Cell::number(words.percentage(rate, reached), Number::Share(rate))
        }
        // Nobody knows how many saw an open link or passed by the kiosk.
        None => Cell::text(words.say("no-rate")),
    };
    let part = ratio(channel.responses, responses);
    vec![
        Cell::text(capital(&say(words.language, &format!("channel-{}", Channel::code(channel.channel))))),
        known(channel.universe),
        known(channel.invited),
        known(channel.undelivered),
        words.count(channel.responses),
        rate,
        Cell::number(words.percentage(part, responses), Number::Share(part)),
    ]
}

/// How respondents are spread over the choices of a question about themselves.
fn respondents(scene: &Scene<'_>, question: &Question) -> Option<Table> {
    if !matches!(question.role, Role::Profile | Role::Filter) {
        return None;
    }
    let figures = scene.input.figures;
    let text = scene.words.label(&question.text);
    match &question.kind {
        Kind::SingleChoice { choices } => Some(spread(scene, question, choices, seen(&figures.item(question.code.as_str())?)?)),
        Kind::MultipleChoice { choices, .. } => {
            let (_, shown) = figures.needs().find(|(code, _)| *code == question.code.as_str())?;
            Some(options(scene, text, choices, seen(&shown)?))
        }
        _ => None,
    }
}

pub(super) fn choice_label(scene: &Scene<'_>, choices: &[Choice], value: i64) -> String {
    let choice = choices.iter().find(|choice| i64::from(choice.value) == value);
    choice.map_or_else(|| value.to_string(), |choice| scene.words.label(&choice.label))
}

/// Whether the answers to a question about the respondent are not all told as they are: merged or withheld rows.
pub(super) fn told_in_part(scene: &Scene<'_>, question: &Question) -> bool {
    let figures = scene.input.figures;
    let code = question.code.as_str();
    match (&question.kind, question.role) {
        (Kind::SingleChoice { .. }, Role::Profile | Role::Filter) => {
            figures.item(code).as_ref().and_then(seen).is_some_and(|item| item.merged > 0)
        }
        (Kind::MultipleChoice { .. }, _) => {
            let found = figures.needs().find(|(own, _)| *own == code).and_then(|(_, shown)| seen(&shown));
            found.is_some_and(|found| found.options.iter().any(|option| option.count.exact().is_none()))
        }
        _ => false,
    }
}

/// How often each choice was made; where the year's contacts are known by these choices, they stand beside the answers.
pub(super) fn spread(scene: &Scene<'_>, question: &Question, choices: &[Choice], item: &ItemFinding) -> Table {
    let words = scene.words;
    let base = item.base.valid;
    let full = Publishable::shows_percentages(base);
    let contacts = scene.input.figures.sample().groups.as_ref().filter(|groups| groups.question == question.code);
    let row = |label: String, count: u64, asked: Option<u64>| {
        let mut row = vec![Cell::text(label), words.count(count)];
        row.extend(full.then(|| part(scene, count, base, base)));
        if let Some(groups) = contacts {
            row.extend(contacts_of(scene, asked.map(|asked| (asked, groups.total())), count, base));
        }
        row
    };
    let of = |choice: &Choice| contacts.and_then(|groups| groups.of(&choice.code));
    let choice_of = |value: i64| choices.iter().find(|choice| i64::from(choice.value) == value);
    let mut rows: Vec<Vec<Cell>> = item
        .counts
        .iter()
        .map(|(value, count)| row(choice_label(scene, choices, *value), *count, choice_of(*value).and_then(of)))
        .collect();
    if item.merged > 0 {
        let told = |choice: &&Choice| item.counts.iter().any(|(value, _)| *value == i64::from(choice.value));
        // Of those merged, all or none: a sum of some would belong to nobody.
        let asked = choices.iter().filter(|choice| !told(choice)).map(of).sum();
        rows.push(row(words.say("merged"), item.merged, asked));
    }
    let mut keys = vec!["column-choice", "column-answers"];
    keys.extend(full.then_some("column-part"));
    let mut notes = vec![words.base(base)];
    if contacts.is_some() {
        keys.extend(["column-universe", "column-universe-part"]);
        keys.extend(full.then_some("column-coverage"));
        notes.push(words.say("coverage-note"));
    }
    let align = std::iter::once(Align::Left).chain(std::iter::repeat_n(Align::Right, keys.len() - 1)).collect();
    Table { caption: words.label(&question.text), header: words.headings(&keys), align, rows, notes }
}

/// The year's contacts of a group, of so many in all groups: how many, what part, and how many answers came for each.
fn contacts_of(scene: &Scene<'_>, contacts: Option<(u64, u64)>, answers: u64, base: u64) -> Vec<Cell> {
    let mut cells = match contacts {
        Some((contacts, total)) => vec![
            scene.words.count(contacts),
            part(scene, contacts, total, base),
            if contacts > 0 { part(scene, answers, contacts, 1_000) } else { Cell::text(NONE) },
        ],
        None => vec![Cell::text(NONE); 3],
    };
    if !Publishable::shows_percentages(base) {
        cells.truncate(2);
    }
    cells
}

/// A part of a whole in per cent, with the decimals of such a base.
fn part(scene: &Scene<'_>, part: u64, whole: u64, base: u64) -> Cell {
    let share = ratio(part, whole);
    Cell::number(scene.words.percentage(share, base), Number::Share(share))
}

/// The options of a multiple choice, most chosen first, of those who chose any.
pub(in crate::report) fn options(scene: &Scene<'_>, caption: String, choices: &[Choice], found: &NeedFinding) -> Table {
    let words = scene.words;
    let full = Publishable::shows_percentages(found.base);
    let rows = found.options.iter().map(|option| {
        let choice = choices.iter().find(|choice| choice.code.as_str() == option.code);
        let label = choice.map_or_else(|| option.code.clone(), |choice| words.label(&choice.label));
        let count = match option.count {
            OptionCount::Exact(count) => words.count(count),
            OptionCount::Few => {
                Cell::text(words.with("fewer-than", &[("threshold", words.integer(scene.input.figures.threshold()).into())]))
            }
            OptionCount::Withheld => Cell::text(words.say("suppressed")),
        };
        let mut row = vec![Cell::text(label), count];
        if full {
            row.push(option.share.as_ref().map_or_else(|| Cell::text(NONE), |share| words.share(share)));
            row.push(words.interval(option.share.as_ref()));
        }
        row
    });
    let rows = rows.collect();
    let keys: &[&str] = if full {
        &["column-choice", "column-answers", "column-part", "column-interval"]
    } else {
        &["column-choice", "column-answers"]
    };
    Table {
        caption,
        header: words.headings(keys),
        align: std::iter::once(Align::Left).chain(std::iter::repeat_n(Align::Right, keys.len() - 1)).collect(),
        rows,
        notes: vec![words.base(found.base), words.say("note-options")],
    }
}
