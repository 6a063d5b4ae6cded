//! Results by quality factor.

use super::super::asked::Asked;
use super::super::document::Block;
use super::super::pictures;
use super::super::scene::Scene;
use crate::analysis::Mapped;
use crate::form::Role;

/// One section a factor: its items with answers, satisfaction, interval, mean and change.
pub(in crate::report) fn chapter(scene: &Scene<'_>) -> Vec<Block> {
    let judged: Vec<&Asked<'_>> = scene.asked.iter().filter(|asked| asked.role == Role::Satisfaction).collect();
    if judged.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![scene.heading(1, "factors-title"), scene.paragraph("factors-reading")];
    let factors = &scene.input.form.factors;
    for factor in factors {
        let own: Vec<_> = judged.iter().copied().filter(|asked| asked.factor == Some(&factor.code)).collect();
        blocks.extend(section(scene, scene.words.label(&factor.label), &own));
    }
    let rest: Vec<_> =
        judged.iter().copied().filter(|asked| !factors.iter().any(|factor| asked.factor == Some(&factor.code))).collect();
    blocks.extend(section(scene, scene.words.say("factors-rest"), &rest));
    if let Some(map) = pictures::priorities(scene) {
        blocks.extend([Block::Heading(2, scene.words.say("priorities-title")), scene.paragraph(priorities_reading(scene)), map]);
    }
    if let Some(map) = pictures::feeling(scene) {
        blocks.extend([Block::Heading(2, scene.words.say("feeling-title")), scene.paragraph("feeling-reading"), map]);
    }
    blocks
}

/// How the map of priorities is read, by what its points are.
fn priorities_reading(scene: &Scene<'_>) -> &'static str {
    match scene.input.figures.priorities().map(|found| found.of) {
        Some(Mapped::Factors) => "priorities-reading-factors",
        _ => "priorities-reading",
    }
}

fn section(scene: &Scene<'_>, name: String, asked: &[&Asked<'_>]) -> Vec<Block> {
    if asked.is_empty() {
        return Vec::new();
    }
    let caption = scene.words.with("factors-caption", &[("factor", name.clone().into())]);
    let mut blocks = vec![Block::Heading(2, name.clone())];
    blocks.extend(pictures::batteries(scene, &name, asked));
    blocks.push(Block::Table(scene.judgement_table(caption, asked)));
    blocks
}
