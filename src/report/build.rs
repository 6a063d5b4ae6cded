//! The annual report of an edition, from its figures and facts.

use super::chapters::{actions, comments, factors, goals, judgement, method, needs, sample};
use super::document::{Block, Document};
use super::input::ReportInput;
use super::scene::Scene;
use crate::text::Language;

/// The annual report in a language: the goals first, the method note last.
pub fn build(input: &ReportInput<'_>, language: &Language) -> Document {
    let scene = Scene::new(input, language);
    let words = scene.words;
    let mut blocks = goals::chapter(&scene);
    blocks.push(Block::PageBreak);
    blocks.extend(actions::past(&scene));
    blocks.extend(sample::chapter(&scene));
    blocks.push(Block::PageBreak);
    blocks.extend(factors::chapter(&scene));
    blocks.extend(judgement::chapter(&scene));
    blocks.extend(needs::chapter(&scene));
    blocks.extend(comments::chapter(&scene));
    blocks.extend(actions::promised_now(&scene));
    blocks.push(Block::PageBreak);
    blocks.extend(method::chapter(&scene));
    Document {
        language: language.clone(),
        title: words.with("title", &[("year", input.year.to_string().into())]),
        subtitle: subtitle(&scene),
        notice: notice(&scene),
        made_on: input.made_on,
        blocks,
    }
}

fn subtitle(scene: &Scene<'_>) -> Vec<String> {
    let (input, words) = (scene.input, scene.words);
    let mut lines = vec![input.body.to_owned(), input.office.to_owned()];
    lines.extend(input.charter.map(|charter| {
        let title = scene.promise(&charter.title);
        if charter.act.trim().is_empty() { title } else { format!("{title} ({})", charter.act.trim()) }
    }));
    lines.push(words.with("made-on", &[("day", words.date(input.made_on).into())]));
    lines.retain(|line| !line.trim().is_empty());
    lines
}

/// What every page says: answers that are made up, answers that still come in.
fn notice(scene: &Scene<'_>) -> Option<String> {
    let said = [(scene.input.simulated, "notice-simulated"), (scene.input.provisional, "notice-provisional")];
    let said: Vec<String> = said.into_iter().filter(|(wanted, _)| *wanted).map(|(_, key)| scene.words.say(key)).collect();
    (!said.is_empty()).then(|| said.join(" "))
}
