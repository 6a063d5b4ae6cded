//! What makes two versions of a form comparable: a hash of what is asked and stored, without the words.

use super::{Form, Kind, Question, Scale};
use crate::text::Code;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// SHA-256, in hexadecimal, of codes, roles, scales, choices and routing in their order. Texts, factors and presentation do not
/// count: mending a typing error or a translation breaks no trend. Nor do notes, which nobody answers.
pub fn layout_hash(form: &Form) -> String {
    hexadecimal(&Sha256::digest(canonical(form).as_bytes()))
}

/// SHA-256, in hexadecimal, of a file as it stands: tells text revisions apart.
pub fn source_hash(text: &str) -> String {
    hexadecimal(&Sha256::digest(text.as_bytes()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// One line per thing that counts. The format is fixed: stored hashes depend on it.
fn canonical(form: &Form) -> String {
    let mut lines = String::from("ascolto form layout 1\n");
    for page in &form.pages {
        let condition = &page.show_if;
        // `Debug` of a condition is its whole tree; a test pins the hash, so a changed derive cannot pass unseen.
        let _ = writeln!(lines, "page {condition:?}");
        for question in page.questions.iter().filter(|question| question.kind != Kind::Note) {
            write_question(&mut lines, form, question);
        }
    }
    lines
}

fn write_question(lines: &mut String, form: &Form, question: &Question) {
    let Question { code, role, show_if, .. } = question;
    let _ = writeln!(lines, "question {code} {role:?} {show_if:?}");
    match &question.kind {
        Kind::Rating { scale } => write_scale(lines, form, "rating", scale),
        Kind::SingleChoice { choices } => {
            for choice in choices {
                let _ = writeln!(lines, "choice {} {}", choice.code, choice.value);
            }
        }
        Kind::MultipleChoice { choices, at_most } => {
            let _ = writeln!(lines, "options {at_most:?}");
            for choice in choices {
                let _ = writeln!(lines, "option {} {}", choice.code, choice.exclusive);
            }
        }
        Kind::Matrix { scale, items, importance } => {
            write_scale(lines, form, "matrix", scale);
            if let Some(importance) = importance {
                write_scale(lines, form, "importance", importance);
            }
            for item in items {
                let _ = writeln!(lines, "item {}", item.code);
            }
        }
        Kind::Number { least, most } => {
            let _ = writeln!(lines, "number {least} {most}");
        }
        Kind::OpenText { .. } => lines.push_str("text\n"),
        Kind::Note => {}
    }
}

fn write_scale(lines: &mut String, form: &Form, what: &str, code: &Code) {
    let Some(Scale { points, polarity, dont_know, not_applicable, .. }) = form.scale(code) else { return };
    let _ = writeln!(lines, "{what} {polarity:?} {} {}", dont_know.is_some(), not_applicable.is_some());
    for point in points {
        let _ = writeln!(lines, "point {} {}", point.value, point.satisfied);
    }
}
