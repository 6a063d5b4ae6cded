//! What users really need, ranked.

use super::super::document::Block;
use super::super::pictures;
use super::super::scene::Scene;
use super::sample::options;
use crate::analysis::Shown;
use crate::form::{Kind, Role};

/// One table a question about needs.
pub(in crate::report) fn chapter(scene: &Scene<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (_, question) in scene.input.form.questions().filter(|(_, question)| question.role == Role::Need) {
        let Kind::MultipleChoice { choices, .. } = &question.kind else { continue };
        let Some((_, shown)) = scene.input.figures.needs().find(|(code, _)| *code == question.code.as_str()) else { continue };
        let text = scene.words.label(&question.text);
        match shown {
            Shown::Full(found) | Shown::CountsOnly(found) => {
                blocks.extend(pictures::needs(scene, &text, choices, shown));
                blocks.push(Block::Table(options(scene, text, choices, found)));
            }
            Shown::Suppressed => {
                blocks.push(Block::Paragraph(scene.words.with("needs-suppressed", &[("question", text.into())])));
            }
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, scene.heading(1, "needs-title"));
        blocks.insert(1, scene.paragraph("needs-reading"));
    }
    blocks
}
