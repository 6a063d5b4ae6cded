//! A questionnaire in the reader's words: what its parts are called, why an edit cannot be.

use crate::form::edit::CannotEdit;
use crate::form::{Form, Kind, Role};
use crate::language::{say, say_with};
use crate::text::{Code, Language};

/// The kinds by their words in addresses.
pub(super) const KINDS: [&str; 7] = ["rating", "matrix", "single_choice", "multiple_choice", "open_text", "number", "note"];

/// The word of a kind.
pub(super) fn kind_word(kind: &Kind) -> &'static str {
    match kind {
        Kind::Rating { .. } => "rating",
        Kind::Matrix { .. } => "matrix",
        Kind::SingleChoice { .. } => "single_choice",
        Kind::MultipleChoice { .. } => "multiple_choice",
        Kind::OpenText { .. } => "open_text",
        Kind::Number { .. } => "number",
        Kind::Note => "note",
    }
}

/// What a question can be for, by its word.
pub(super) const ROLES: [(&str, Role); 9] = [
    ("satisfaction", Role::Satisfaction),
    ("overall", Role::Overall),
    ("importance", Role::Importance),
    ("expectation", Role::Expectation),
    ("need", Role::Need),
    ("profile", Role::Profile),
    ("filter", Role::Filter),
    ("recommend", Role::Recommend),
    ("comment", Role::Comment),
];

/// The roles that a kind allows; the first is usual.
pub(super) fn roles_of(kind: &str) -> &'static [&'static str] {
    match kind {
        "rating" => &["satisfaction", "overall", "recommend", "importance", "expectation", "need", "profile", "filter"],
        "matrix" => &["satisfaction", "importance", "expectation", "need"],
        "single_choice" | "multiple_choice" => &["need", "profile", "filter", "expectation"],
        "number" => &["profile", "need", "filter"],
        "open_text" => &["comment", "need", "profile"],
        _ => &[],
    }
}

/// The word of a role.
pub(super) fn role_word(role: Role) -> &'static str {
    ROLES.iter().find(|(_, own)| *own == role).map_or("comment", |(word, _)| word)
}

/// What a question or page is called: its text in a language, else in the form's first, else its code.
pub(in crate::web::staff) fn name_of(language: &Language, form: &Form, code: &Code) -> String {
    let question = form.questions().find(|(_, question)| question.code == *code).map(|(_, question)| &question.text);
    let page = || form.pages.iter().find(|page| page.code == *code).map(|page| &page.title);
    let item = || {
        form.questions().find_map(|(_, question)| match &question.kind {
            Kind::Matrix { items, .. } => items.iter().find(|item| item.code == *code).map(|item| &item.text),
            _ => None,
        })
    };
    let text = question.or_else(page).or_else(item).map(|texts| texts.get(language, form.fallback())).unwrap_or_default();
    if text.is_empty() { code.to_string() } else { shortened(text) }
}

/// The beginning of a long text.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 90;
    let first = text.lines().next().unwrap_or_default();
    if first.chars().count() <= MOST {
        first.to_owned()
    } else {
        format!("{}…", first.chars().take(MOST).collect::<String>().trim_end())
    }
}

/// What a question or page is called, in quotation marks of the reader's language.
fn quoted(language: &Language, form: &Form, code: &Code) -> String {
    say_with(language, "report-quoted", &[("text", name_of(language, form, code).into())])
}

/// Why an edit cannot be, and what to do.
pub(super) fn cannot_in_words(language: &Language, form: &Form, cannot: &CannotEdit) -> String {
    let quoted = |code: &Code| quoted(language, form, code);
    let several = |codes: &[Code]| crate::language::list(language, &codes.iter().map(quoted).collect::<Vec<_>>());
    match cannot {
        CannotEdit::Gone => say(language, "forms-cannot-gone"),
        CannotEdit::LastQuestion => say(language, "forms-cannot-last"),
        CannotEdit::CodeTaken(code) => say_with(language, "forms-cannot-code", &[("code", code.to_string().into())]),
        CannotEdit::DecidesFor(codes) => say_with(language, "forms-cannot-decides", &[("shown", several(codes).into())]),
        CannotEdit::UsedBy(codes) => say_with(language, "forms-cannot-used", &[("questions", several(codes).into())]),
        CannotEdit::FactorUsed { label, by } => {
            let values = [("factor", label.get(language, form.fallback()).into()), ("questions", several(by).into())];
            say_with(language, "forms-cannot-factor", &values)
        }
        CannotEdit::Meanwhile => say(language, "forms-meanwhile"),
        CannotEdit::AskedLater { shown, depends_on } => {
            let values = [("shown", quoted(shown).into()), ("question", quoted(depends_on).into())];
            say_with(language, "forms-cannot-later", &values)
        }
    }
}

/// When something is shown, in words; the condition as it is written where that is too long a story.
pub(super) fn when_in_words(language: &Language, form: &Form, condition: &crate::form::Condition) -> String {
    let Some(ticked) = crate::form::Ticked::of(condition) else {
        return say_with(language, "forms-when-otherwise", &[("condition", crate::form::write_condition(condition).into())]);
    };
    let part = |(field, operands): &(Code, Vec<crate::form::Operand>)| {
        let own = form.asked(field);
        let label = |operand: &crate::form::Operand| {
            let known = own.as_ref().and_then(|own| own.answers.iter().find(|(given, _)| given == operand));
            let label = known.map(|(_, texts)| texts.get(language, form.fallback())).unwrap_or_default();
            if label.is_empty() { super::routing::operand_word(operand) } else { label.to_owned() }
        };
        let answers = operands.iter().map(label).collect::<Vec<_>>().join(" / ");
        format!("{}: {answers}", quoted(language, form, field))
    };
    let parts: Vec<String> = ticked.answers.iter().map(part).collect();
    let joined = parts.join(&format!(" {} ", say(language, if ticked.all { "forms-and" } else { "forms-or" })));
    say_with(language, "forms-when", &[("answers", joined.into())])
}
