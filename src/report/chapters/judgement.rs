//! The judgement as a whole: overall, against what was expected, whether one would recommend; and the years side by side.

use super::super::asked::Asked;
use super::super::document::{Block, Table};
use super::super::pictures;
use super::super::scene::{Scene, seen};
use super::sample::spread;
use super::years;
use crate::analysis::{Change, Comparability, Publishable, ShareFinding, Shown};
use crate::form::{Kind, Question, Role};

/// Overall satisfaction, expectation, recommendation; then the years.
pub(in crate::report) fn chapter(scene: &Scene<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(sentence) = overall_sentence(scene) {
        blocks.push(Block::Paragraph(sentence));
    }
    for (role, key) in
        [(Role::Overall, "overall-caption"), (Role::Expectation, "expectation-caption"), (Role::Recommend, "recommend-caption")]
    {
        let asked: Vec<&Asked<'_>> = scene.asked.iter().filter(|asked| asked.role == role).collect();
        if !asked.is_empty() {
            blocks.extend(pictures::batteries(scene, &scene.words.say(key), &asked));
            blocks.push(Block::Table(scene.judgement_table(scene.words.say(key), &asked)));
        }
        let questions = scene.input.form.questions().map(|(_, question)| question).filter(|question| question.role == role);
        blocks.extend(questions.filter_map(|question| choices_of(scene, question)).map(Block::Table));
    }
    let overall = || scene.asked.iter().filter(|asked| asked.role == Role::Overall);
    blocks.extend(overall().filter_map(|asked| pictures::drivers(scene, asked)));
    blocks.extend(overall().filter_map(|asked| pictures::years(scene, asked)));
    blocks.extend(overall().filter_map(|asked| pictures::judged_years(scene, asked)));
    blocks.extend(years::table(scene).map(Block::Table));
    if !blocks.is_empty() {
        blocks.insert(0, scene.heading(1, "overall-title"));
    }
    blocks
}

fn overall<'a>(scene: &'a Scene<'_>) -> Option<(ShareFinding, &'a Asked<'a>)> {
    let asked = scene.asked.iter().find(|asked| asked.role == Role::Overall)?;
    match scene.input.figures.item(asked.code.as_str())? {
        Shown::Full(item) => Some((item.satisfied?, asked)),
        _ => None,
    }
}

/// "78 % satisfied overall, up from 2025", for the first page.
pub(super) fn in_short(scene: &Scene<'_>) -> Option<String> {
    let (share, asked) = overall(scene)?;
    let words = scene.words;
    let satisfied = words.percentage(share.share, share.base);
    let change = scene.change(asked.code.as_str()).filter(|change| Publishable::shows_percentages(change.previous_base));
    let comparability = scene.comparability(asked.code.as_str());
    let (Some(change), Some(year)) = (change, scene.input.compared_with) else {
        let sentence = words.with("overall-in-short", &[("satisfied", satisfied.into())]);
        let broken = scene.input.compared_with.filter(|_| comparability == Some(Comparability::ScaleChanged));
        let caveat = broken.map(|year| words.with("overall-scale-changed", &[("year", year.to_string().into())]));
        return Some(followed(sentence, caveat));
    };
    let key = match change.change {
        Change::Up => "overall-up",
        Change::Down => "overall-down",
        Change::Stable => "overall-stable",
        Change::NotDemonstrated => "overall-not-shown",
    };
    let previous = words.percentage(change.previous_share, change.previous_base);
    let year = year.to_string();
    let sentence =
        words.with(key, &[("satisfied", satisfied.into()), ("previous", previous.into()), ("year", year.clone().into())]);
    let reworded = comparability == Some(Comparability::Reworded);
    Some(followed(sentence, reworded.then(|| words.with("overall-reworded", &[("year", year.into())]))))
}

fn followed(sentence: String, caveat: Option<String>) -> String {
    [Some(sentence), caveat].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// "Of 100 who answered, 66 are satisfied ... between 64 and 68 if they were a random sample."
fn overall_sentence(scene: &Scene<'_>) -> Option<String> {
    let (share, _) = overall(scene)?;
    let words = scene.words;
    let of_hundred = |share: f64| words.number(share * 100.0, 0);
    // "100 of 100" is said of all, not of nearly all.
    let satisfied = if share.count == share.base { 1.0 } else { share.share.clamp(0.0, 0.99) };
    let satisfied = if share.count == 0 { 0.0 } else { satisfied.max(0.01) };
    Some(words.with(
        "overall-sentence",
        &[
            ("satisfied", of_hundred(satisfied).into()),
            ("answers", words.integer(share.base).into()),
            ("lower", of_hundred(share.interval.lower).into()),
            ("upper", of_hundred(share.interval.upper).into()),
        ],
    ))
}

/// How often each choice was chosen.
fn choices_of(scene: &Scene<'_>, question: &Question) -> Option<Table> {
    let Kind::SingleChoice { choices } = &question.kind else { return None };
    Some(spread(scene, question, choices, seen(&scene.input.figures.item(question.code.as_str())?)?))
}
