//! What was written in free words: how much, and what a person approved.

use super::super::document::Block;
use super::super::scene::Scene;

/// Counts, and a few of the approved ones.
pub(in crate::report) fn chapter(scene: &Scene<'_>) -> Vec<Block> {
    let comments = &scene.input.comments;
    let words = scene.words;
    let total = comments.pending + comments.approved + comments.refused;
    let mut blocks = vec![scene.heading(1, "comments-title")];
    if total == 0 {
        blocks.push(scene.paragraph("comments-none"));
        return blocks;
    }
    let figures = scene.input.figures;
    if figures.rows() < figures.threshold() {
        // Of so few whoever knows them knows who wrote what.
        blocks.push(scene.paragraph("comments-few"));
        return blocks;
    }
    blocks.push(Block::Paragraph(words.with(
        "comments-count",
        &[
            ("total", total.into()),
            ("approved", comments.approved.into()),
            ("refused", comments.refused.into()),
            ("pending", comments.pending.into()),
        ],
    )));
    if !comments.shown.is_empty() {
        let all = comments.shown.len() as u64 >= comments.approved;
        blocks.push(scene.paragraph(if all { "comments-all" } else { "comments-some" }));
        blocks.push(Block::List(comments.shown.iter().map(|text| words.quoted(text.trim())).collect()));
    }
    blocks
}
