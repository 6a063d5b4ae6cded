//! What matters to people against how satisfied they are with it.

use super::super::document::Block;
use super::super::scene::Scene;
use super::{captions, figure, setting};
use crate::analysis::battery::importance::Quadrant;
use crate::chart::{PriorityMap, priority_map};
use crate::language::list;

/// The map of importance and satisfaction, where the form asks both of its items.
pub(in crate::report) fn priorities(scene: &Scene<'_>) -> Option<Block> {
    let found = scene.input.figures.priorities()?;
    let label = |code: &str| {
        let asked = scene.asked.iter().find(|asked| asked.code.as_str() == code);
        asked.map_or_else(|| code.to_owned(), |asked| asked.label.clone())
    };
    let labels: Vec<String> = found.items.iter().map(|item| label(&item.code)).collect();
    let first: Vec<String> = found
        .items
        .iter()
        .zip(&labels)
        .filter(|(item, _)| item.quadrant == Quadrant::ConcentrateHere)
        .map(|(_, label)| label.clone())
        .collect();
    let words = scene.words;
    let title = match first.len() {
        0 => words.say("priorities-chart-none"),
        1..=3 => words.with("priorities-chart", &[("items", list(words.language, &first).into())]),
        count => words.with("priorities-chart-many", &[("count", (count as u64).into())]),
    };
    let least = found.items.iter().map(|item| item.importance.base.min(item.satisfaction.base)).min()?;
    let base = words.with("priorities-chart-base", &[("least", words.integer(least).into())]);
    let captions = captions(scene, title, base);
    Some(figure(priority_map(&PriorityMap { captions: captions.clone(), found: &found, labels }, &setting(scene)), captions))
}
