//! Next year's questionnaire as it is being written: last year's, with another wording and a question more, half translated.

use crate::cli::Stop;
use crate::flows::design_form::{Beginning, Change, begin_design, change_design};
use crate::form::edit::{CannotEdit, Edited, Spot};
use crate::form::{Choice, Condition, Form, Kind, Operand, Operator, Question, Role};
use crate::ids::{AccountId, FormVersionId};
use crate::site::Site;
use crate::text::{Code, Language, Texts};

/// Why somebody waited, in Italian and German.
const REASONS: [(&str, &str, &str); 4] = [
    ("crowd", "C'erano molte persone", "Es waren viele Leute da"),
    ("papers", "Mi mancava un documento", "Mir fehlte ein Dokument"),
    ("system", "Il computer non funzionava", "Der Computer funktionierte nicht"),
    ("unknown", "Non so", "Weiß nicht"),
];

/// Begins the draft with a published version and takes its first steps.
pub fn design_next(site: &Site, by: AccountId, version: FormVersionId) -> Result<(), Stop> {
    let draft = begin_design(site, by, &Beginning::Version(version), "")?;
    let step = |what: &'static str, about: &str, edit: &dyn Fn(&Form) -> Edited| {
        let change = Change { by, what, about: about.to_owned(), seen: None, looked_at: Default::default() };
        let done = change_design(site, draft, &change, edit);
        done.map(drop).map_err(|not| Stop::Failed(format!("the example's draft: {not:?}")))
    };
    step("question", "Quanto La soddisfano i tempi?", &|form| Ok(reworded(form.clone())))?;
    step("question-added", "Che cosa L'ha fatta aspettare di più?", &with_reason)?;
    step("translated", "Deutsch", &|form| Ok(in_german(form.clone())))
}

fn code(text: &str) -> Code {
    Code::parse(text).expect("the example's codes are codes")
}

/// An item in other words: its translations stay behind, and its trend wants a caveat.
fn reworded(mut form: Form) -> Form {
    let italian = Language::italian();
    for (place, texts) in form.texts_mut() {
        if place == "times.queue" {
            texts.set(italian.clone(), "Attesa prima di essere ricevuti");
        }
    }
    form
}

/// One question more, for those who were not satisfied with the waiting.
fn with_reason(form: &Form) -> Edited {
    let italian = Language::italian();
    let choice = |(value, (own, label, _)): (u8, &(&str, &str, &str))| Choice {
        code: code(own),
        value,
        label: Texts::one(italian.clone(), *label),
        exclusive: false,
    };
    let question = Question {
        code: code("waiting_reason"),
        text: Texts::one(italian.clone(), "Che cosa L'ha fatta aspettare di più?"),
        hint: Texts::default(),
        role: Role::Need,
        factor: None,
        required: false,
        show_if: Some(Condition::Compare { field: code("queue"), operator: Operator::AtMost, operand: Operand::Number(2) }),
        kind: Kind::SingleChoice { choices: (1..).zip(&REASONS).map(choice).collect() },
    };
    let (page, at) = form.place_of(&code("times")).ok_or(CannotEdit::Gone)?;
    form.with_question(question, &Spot::On(form.pages[page].code.clone(), at + 1))
}

/// The new question in one of the other languages.
fn in_german(mut form: Form) -> Form {
    let german = Language::parse("de").expect("a language");
    for (place, texts) in form.texts_mut() {
        let Some(part) = place.strip_prefix("waiting_reason.") else { continue };
        let reason = REASONS.iter().find(|(own, ..)| *own == part).map(|(_, _, words)| *words);
        if let Some(words) = reason.or((part == "text").then_some("Warum mussten Sie so lange warten?")) {
            texts.set(german.clone(), words);
        }
    }
    form
}
