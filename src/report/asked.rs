//! The judgements a form asks for, in its order, with their words and scales.

use super::words::Words;
use crate::form::{Form, Kind, Question, Role, Scale};
use crate::text::Code;

/// One thing judged: a rating, or an item of a matrix.
#[derive(Clone, Debug)]
pub(super) struct Asked<'a> {
    pub(super) code: &'a Code,
    pub(super) label: String,
    pub(super) role: Role,
    pub(super) factor: Option<&'a Code>,
    pub(super) scale: &'a Scale,
}

/// Everything judged on a scale.
pub(super) fn judgements<'a>(form: &'a Form, words: Words<'_>) -> Vec<Asked<'a>> {
    form.questions().flat_map(|(_, question)| of_question(form, question, words)).collect()
}

fn of_question<'a>(form: &'a Form, question: &'a Question, words: Words<'_>) -> Vec<Asked<'a>> {
    let Question { role, factor, .. } = question;
    match &question.kind {
        Kind::Rating { scale } => form
            .scale(scale)
            .map(|scale| Asked {
                code: &question.code,
                label: words.label(&question.text),
                role: *role,
                factor: factor.as_ref(),
                scale,
            })
            .into_iter()
            .collect(),
        Kind::Matrix { scale, items, .. } => {
            let Some(scale) = form.scale(scale) else { return Vec::new() };
            let asked = items.iter().map(|item| Asked {
                code: &item.code,
                label: words.label(&item.text),
                role: *role,
                factor: item.factor.as_ref().or(factor.as_ref()),
                scale,
            });
            asked.collect()
        }
        _ => Vec::new(),
    }
}
