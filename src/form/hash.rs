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

/// What counts of a question by itself: without its condition, and without its words.
pub(super) fn asked(form: &Form, question: &Question) -> String {
    let mut lines = String::new();
    write_question(&mut lines, form, &Question { show_if: None, ..question.clone() });
    lines
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{catalog, parse};

    fn hash_with(from: &str, to: &str) -> String {
        let text = catalog::form("faccine").unwrap();
        assert!(text.contains(from), "{from}");
        layout_hash(&parse("f.toml", &text.replace(from, to)).unwrap_or_else(|faults| panic!("{:?}", faults[0])))
    }

    #[test]
    fn a_mended_text_leaves_the_layout_and_changes_the_revision() {
        let text = catalog::form("faccine").unwrap();
        let before = layout_hash(&parse("f.toml", &text).unwrap());
        assert_eq!(hash_with("Com'è andata oggi?", "Oggi com'è andata?"), before);
        assert_eq!(hash_with("minutes = 1", "minutes = 2"), before);
        assert_ne!(source_hash(&text), source_hash(&text.replace("oggi", "ieri")));
    }

    #[test]
    fn whatever_changes_the_figures_changes_the_layout() {
        let before = hash_with("code", "code");
        for (from, to) in [
            ("code = \"waiting\"", "code = \"queue\""),
            ("overall = 1", "overall <= 2"),
            ("symbol = \"neutral\", neutral = true", "satisfied = true"),
            ("value = 3", "value = 4"),
            ("role = \"need\"", "role = \"filter\""),
            ("role = \"need\"", "role = \"need\"\nat_most = 2"),
            ("code = \"faces\"\n", "code = \"faces\"\ndont_know = \"Non so\"\n"),
        ] {
            assert_ne!(hash_with(from, to), before, "{from} -> {to}");
        }
    }

    /// One of each kind of question and of condition.
    const EVERYTHING: &str = r#"
        code = "all"
        languages = ["it"]
        title = "T"
        scales = [{ code = "two", points = [{ value = 1 }, { value = 2, satisfied = true }], dont_know = "Non so" }]
        [[pages]]
        code = "one"
        questions = [
          { code = "a", kind = "rating", role = "overall", scale = "two", text = "T" },
          { code = "b", kind = "single_choice", role = "filter", text = "T",
            choices = [{ code = "x", label = "X", value = 0 }, { code = "y", label = "Y" }] },
          { code = "c", kind = "multiple_choice", role = "need", at_most = 1, text = "T",
            choices = [{ code = "x", label = "X", exclusive = true }, { code = "y", label = "Y" }] },
          { code = "d", kind = "matrix", role = "satisfaction", scale = "two", importance = "two", text = "T",
            items = [{ code = "e", text = "T" }] },
        ]
        [[pages]]
        code = "two"
        show_if = "not (a = 1 or b = y) and (c is any of [x, y] or e is answered)"
        questions = [
          { code = "f", kind = "number", role = "profile", least = -1, most = 9, text = "T" },
          { code = "g", kind = "open_text", text = "T", show_if = "f >= 3" },
          { code = "h", kind = "note", text = "T" },
        ]
    "#;

    #[test]
    fn stored_hashes_stay_what_they_are() {
        // Databases hold these hashes: when this fails, the canonical text has changed and every trend would seem broken.
        assert_eq!(
            layout_hash(&parse("f.toml", EVERYTHING).unwrap()),
            "19493ac3e425ecd91f31d3834f4d615c939068226560bd3f5be1dd35c9f10809"
        );
    }
}
