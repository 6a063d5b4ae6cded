//! What matters to people against how satisfied they are with it.

use super::super::document::Block;
use super::super::scene::Scene;
use super::{captions, figure};
use crate::analysis::Mapped;
use crate::analysis::battery::importance::Quadrant;
use crate::chart::{PriorityMap, priority_map};
use crate::language::list;

/// The map of importance and satisfaction, of items where the form asks both of each, else of quality factors.
pub(in crate::report) fn priorities(scene: &Scene<'_>) -> Option<Block> {
    let found = scene.input.figures.priorities()?;
    let labels: Vec<String> = found.items.iter().map(|item| label(scene, found.of, &item.code)).collect();
    let first: Vec<String> = found
        .items
        .iter()
        .zip(&labels)
        .filter(|(item, _)| item.quadrant == Quadrant::ConcentrateHere)
        .map(|(_, label)| label.clone())
        .collect();
    let words = scene.words;
    let title = match first.len() {
        0 => words.say(match found.of {
            Mapped::Items => "priorities-chart-none",
            Mapped::Factors => "priorities-chart-none-factors",
        }),
        1..=3 => words.with("priorities-chart", &[("items", list(words.language, &first).into())]),
        count => words.with("priorities-chart-many", &[("count", (count as u64).into())]),
    };
    let least = found.items.iter().map(|item| item.importance.base.min(item.satisfaction.base)).min()?;
    let base = words.with("priorities-chart-base", &[("least", words.integer(least).into())]);
    let captions = captions(scene, title, base);
    let map = PriorityMap { captions: captions.clone(), found: &found, labels };
    Some(figure(scene, captions, |setting| priority_map(&map, setting)))
}

/// The name of a point: what was asked, or the quality factor.
fn label(scene: &Scene<'_>, of: Mapped, code: &str) -> String {
    let found = match of {
        Mapped::Items => scene.asked.iter().find(|asked| asked.code.as_str() == code).map(|asked| asked.label.clone()),
        Mapped::Factors => {
            let mut factors = scene.input.form.factors.iter();
            factors.find(|factor| factor.code.as_str() == code).map(|factor| scene.words.label(&factor.label))
        }
    };
    found.unwrap_or_else(|| code.to_owned())
}
