//! Who was asked and who answered.

use super::super::document::{Align, Block, Cell, Number, Table};
use super::super::pictures;
use super::super::scene::{Scene, seen};
use super::super::words::NONE;
use crate::analysis::{ChannelSample, NeedFinding, OptionCount, Publishable};
use crate::form::{Choice, Kind, Question, Role};
use crate::language::say;
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
        Cell::number(scene.words.percentage(1.0, 0), Number::Share(1.0)),
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

pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// How respondents are spread over the choices of a question about themselves.
fn respondents(scene: &Scene<'_>, question: &Question) -> Option<Table> {
    if !matches!(question.role, Role::Profile | Role::Filter) {
        return None;
    }
    let figures = scene.input.figures;
    let text = scene.words.label(&question.text);
    match &question.kind {
        Kind::SingleChoice { choices } => {
            let item = seen(&figures.item(question.code.as_str())?)?;
            let counts = item.counts.iter().map(|(value, count)| (choice_label(scene, choices, *value), *count)).collect();
            Some(spread(scene, text, merge_small(scene, counts), item.base.valid))
        }
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
    let few = |count: u64| (1..figures.threshold()).contains(&count);
    match (&question.kind, question.role) {
        (Kind::SingleChoice { .. }, Role::Profile | Role::Filter) => {
            figures.item(code).as_ref().and_then(seen).is_some_and(|item| item.counts.iter().any(|(_, count)| few(*count)))
        }
        (Kind::MultipleChoice { .. }, _) => {
            let found = figures.needs().find(|(own, _)| *own == code).and_then(|(_, shown)| seen(&shown));
            found.is_some_and(|found| found.options.iter().any(|option| option.count.exact().is_none()))
        }
        _ => false,
    }
}

/// Rows that speak of fewer people than the threshold become one, with the next smallest where they are still too few:
/// else the total less the rows shown would tell.
fn merge_small(scene: &Scene<'_>, mut counts: Vec<(String, u64)>) -> Vec<(String, u64)> {
    let threshold = scene.input.figures.threshold();
    let mut merged = 0;
    loop {
        let small = counts.iter().filter(|(_, count)| *count > 0 && *count < threshold).map(|(_, count)| count).sum::<u64>();
        counts.retain(|(_, count)| *count == 0 || *count >= threshold);
        merged += small;
        if merged == 0 || merged >= threshold {
            break;
        }
        let Some((at, _)) = counts.iter().enumerate().filter(|(_, (_, count))| *count > 0).min_by_key(|(_, (_, count))| *count)
        else {
            break;
        };
        merged += counts.remove(at).1;
    }
    if merged > 0 {
        counts.push((scene.words.say("merged"), merged));
    }
    counts
}

fn spread(scene: &Scene<'_>, caption: String, counts: Vec<(String, u64)>, base: u64) -> Table {
    let words = scene.words;
    let full = Publishable::shows_percentages(base);
    let rows = counts.into_iter().map(|(label, count)| {
        let mut row = vec![Cell::text(label), words.count(count)];
        row.extend(full.then(|| Cell::number(words.percentage(ratio(count, base), base), Number::Share(ratio(count, base)))));
        row
    });
    let rows = rows.collect();
    let keys: &[&str] =
        if full { &["column-choice", "column-answers", "column-part"] } else { &["column-choice", "column-answers"] };
    Table {
        caption,
        header: words.headings(keys),
        align: std::iter::once(Align::Left).chain(std::iter::repeat_n(Align::Right, keys.len() - 1)).collect(),
        rows,
        notes: vec![words.base(base)],
    }
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
        notes: vec![words.with("note-options", &[("base", words.base(found.base).into())])],
    }
}
