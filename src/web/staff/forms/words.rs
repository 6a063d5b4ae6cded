//! A questionnaire in the reader's words: what its parts are called, why an edit cannot be.

use crate::form::edit::CannotEdit;
use crate::form::{Condition, Form, Kind, Operand, Role};
use crate::language::{say, say_with};
use crate::text::{Code, Language, Texts};

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

/// A text in quotation marks of the reader's language.
pub(super) fn in_quotes(language: &Language, text: &str) -> String {
    say_with(language, "report-quoted", &[("text", text.into())])
}

/// What a question or page is called, in quotation marks.
pub(super) fn quoted(language: &Language, form: &Form, code: &Code) -> String {
    in_quotes(language, &name_of(language, form, code))
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
        CannotEdit::ChoiceDecidesFor { label, shown } => {
            let choice = in_quotes(language, label.get(language, form.fallback()));
            say_with(language, "forms-cannot-choice", &[("choice", choice.into()), ("shown", several(shown).into())])
        }
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

/// What an answer is called: its label, else what it is written as.
pub(super) fn answer_in_words(language: &Language, form: &Form, (operand, label): &(Operand, &Texts)) -> String {
    let label = label.get(language, form.fallback());
    if label.is_empty() { super::routing::operand_word(operand) } else { label.to_owned() }
}

/// When something is shown, in words: of one question, the answers that show it, however the condition says it; the condition as it is
/// written where that is too long a story.
pub(super) fn when_in_words(language: &Language, form: &Form, condition: &Condition) -> String {
    if let Some(asked) = form.answers_that_show(condition) {
        let answers = asked.answers.iter().map(|answer| in_quotes(language, &answer_in_words(language, form, answer)));
        let answers = answers.collect::<Vec<_>>().join(" / ");
        let values = [("answers", answers.into()), ("question", quoted(language, form, &asked.field).into())];
        return say_with(language, "forms-when-answered", &values);
    }
    let Some(ticked) = crate::form::Ticked::of(condition) else {
        return say_with(language, "forms-when-otherwise", &[("condition", crate::form::write_condition(condition).into())]);
    };
    let part = |(field, operands): &(Code, Vec<Operand>)| {
        let own = form.asked(field);
        let label = |operand: &Operand| {
            let known = own.as_ref().and_then(|own| own.answers.iter().find(|(given, _)| given == operand));
            known.map_or_else(|| super::routing::operand_word(operand), |answer| answer_in_words(language, form, answer))
        };
        let answers = operands.iter().map(label).collect::<Vec<_>>().join(" / ");
        format!("{}: {answers}", quoted(language, form, field))
    };
    let parts: Vec<String> = ticked.answers.iter().map(part).collect();
    let joined = parts.join(&format!(" {} ", say(language, if ticked.all { "forms-and" } else { "forms-or" })));
    say_with(language, "forms-when", &[("answers", joined.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{catalog, parse};

    fn plain(words: String) -> String {
        words.replace(['\u{2068}', '\u{2069}'], "")
    }

    #[test]
    fn a_condition_on_one_question_is_told_by_its_answers_however_it_is_written() {
        let form = parse("f", &catalog::form("urp-annuale").unwrap()).unwrap();
        let end = (form.pages.len(), 0);
        let italian = Language::italian();
        let told = |condition: &str| plain(when_in_words(&italian, &form, &form.read_condition(end, condition).unwrap()));
        let overall = name_of(&italian, &form, &Code::parse("overall").unwrap());
        let said = told("overall <= 2");
        assert_eq!(said, format!("Solo se a «{overall}» si è risposto «Per niente» / «Poco»"));
        assert_eq!(told("not overall > 2 and overall is answered"), said);
        let second = form.asked_before(end).into_iter().find(|asked| asked.field.as_str() != "overall").unwrap();
        let two = told(&format!("overall <= 2 or {} is answered", second.field));
        assert!(two.contains("overall <= 2"), "of two questions it is too long a story: {two}");
    }

    #[test]
    fn a_choice_that_decides_is_told_by_its_words() {
        let form = parse("f", &catalog::form("urp-annuale").unwrap()).unwrap();
        let mut label = Texts::default();
        label.set(Language::italian(), "Altro");
        let shown = vec![Code::parse("overall").unwrap()];
        let cannot = CannotEdit::ChoiceDecidesFor { label, shown: shown.clone() };
        let overall = name_of(&Language::italian(), &form, &shown[0]);
        let told = plain(cannot_in_words(&Language::italian(), &form, &cannot));
        assert_eq!(told, format!("Da «Altro» dipende se si mostra «{overall}»: cambi prima quella condizione."));
    }
}
