//! A question as the fields of its page, and what was typed in them as a question.

use super::question_rows::{count, lines, name, push, value};
use super::routing;
use super::words::{ROLES, kind_word, role_word};
use crate::form::edit::free_among;
use crate::form::{Choice, Form, Item, Kind, Question, Role};
use crate::language::{read_whole, say};
use crate::text::{Code, Language, Texts};
use crate::web::staff::field::{Mistake, in_language};
use crate::web::staff::posted::Posted;

/// The largest number that can be asked, as in a file.
const FAR: i64 = 4_000_000_000;
/// The most characters of an open text where nothing else is typed.
const CHARACTERS: u32 = 1_000;

/// The fields of a new question of a kind.
pub(super) fn empty(kind: &str, form: &Form) -> Posted {
    let mut posted = Posted::default();
    posted.put("kind", kind.to_owned());
    posted.put("when", "always".to_owned());
    posted.put("role", super::words::roles_of(kind).first().copied().unwrap_or_default().to_owned());
    let rows = match kind {
        "single_choice" | "multiple_choice" => 4,
        "matrix" => 3,
        _ => 0,
    };
    posted.put("rows", rows.to_string());
    posted.put("scale", form.scales.first().map(|scale| scale.code.to_string()).unwrap_or_default());
    match kind {
        "open_text" => posted.put("most_characters", CHARACTERS.to_string()),
        "number" => {
            posted.put("least", "0".to_owned());
            posted.put("most", "100".to_owned());
        }
        _ => {}
    }
    posted
}

/// A question as its fields.
pub(super) fn as_typed(question: &Question, form: &Form) -> Posted {
    let mut posted = Posted::default();
    for (part, texts) in [("text", &question.text), ("hint", &question.hint)] {
        for (language, text) in texts.iter() {
            posted.fields.push((in_language(part, language), text.to_owned()));
        }
    }
    posted.put("kind", kind_word(&question.kind).to_owned());
    posted.put("code", question.code.to_string());
    posted.put("role", role_word(question.role).to_owned());
    posted.put("factor", question.factor.as_ref().map(Code::to_string).unwrap_or_default());
    if question.required {
        posted.put("required", "yes".to_owned());
    }
    match &question.kind {
        Kind::Rating { scale } => posted.put("scale", scale.to_string()),
        Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. } => {
            for choice in choices {
                let exclusive = if choice.exclusive { "yes" } else { "" };
                push_row(&mut posted, form, &choice.label, [("row_code", choice.code.as_str()), ("row_exclusive", exclusive)]);
            }
            if let Kind::MultipleChoice { at_most: Some(most), .. } = &question.kind {
                posted.put("at_most", most.to_string());
            }
        }
        Kind::Matrix { scale, items, importance } => {
            posted.put("scale", scale.to_string());
            posted.put("importance", importance.as_ref().map(Code::to_string).unwrap_or_default());
            for item in items {
                let factor = item.factor.as_ref().map(Code::as_str).unwrap_or_default();
                push_row(&mut posted, form, &item.text, [("row_code", item.code.as_str()), ("row_factor", factor)]);
            }
        }
        Kind::Number { least, most } => {
            posted.put("least", least.to_string());
            posted.put("most", most.to_string());
        }
        Kind::OpenText { most_characters } => posted.put("most_characters", most_characters.to_string()),
        Kind::Note => {}
    }
    let place = form.place_of(&question.code).unwrap_or_default();
    routing::as_typed(question.show_if.as_ref(), form, place, &mut posted);
    posted
}

/// A choice or an item: its text in every language of the form, and what else it has.
fn push_row(posted: &mut Posted, form: &Form, texts: &Texts, more: [(&str, &str); 2]) {
    let field =
        |language: &Language| if language == form.fallback() { "row_text".to_owned() } else { in_language("row_text", language) };
    let texts: Vec<(String, &str)> =
        form.languages.iter().filter_map(|language| Some((field(language), texts.own(language)?))).collect();
    let texts = texts.iter().map(|(name, text)| (name.as_str(), *text));
    let parts: Vec<(&str, String)> = more.into_iter().chain(texts).map(|(name, text)| (name, text.to_owned())).collect();
    push(posted, &parts);
}

/// Reads the fields of a question.
pub(super) struct Reader<'a> {
    pub posted: &'a Posted,
    pub form: &'a Form,
    /// The question as it is, for what its page does not show.
    pub before: Option<&'a Question>,
    /// Where it stands or will stand.
    pub place: (usize, usize),
    pub language: &'a Language,
    pub mistakes: Vec<Mistake>,
}

impl Reader<'_> {
    /// The question.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(mut self) -> Result<Question, Vec<Mistake>> {
        let posted = self.posted;
        let text = self.texts("text", true);
        let hint = self.texts("hint", false);
        let code = self.code(&text);
        let kind = self.kind(&code);
        let was = self.before.and_then(|question| question.show_if.as_ref());
        let show_if = match routing::read(posted, self.form, self.place, was, self.language) {
            Ok(condition) => condition,
            Err(mistake) => {
                self.mistakes.push(mistake);
                None
            }
        };
        let is_note = posted.value("kind") == "note";
        let role = ROLES.iter().find(|(word, _)| *word == posted.value("role")).map_or(Role::Comment, |(_, role)| *role);
        let factor = self.factor("factor").filter(|_| !is_note);
        match (kind, self.mistakes.is_empty()) {
            (Some(kind), true) => Ok(Question {
                code,
                text,
                hint,
                role: if is_note { Role::Comment } else { role },
                factor,
                required: posted.value("required") == "yes" && !is_note,
                show_if,
                kind,
            }),
            _ => Err(self.mistakes),
        }
    }

    fn refuse(&mut self, field: &str, key: &str) {
        self.mistakes.push(Mistake { field: field.to_owned(), words: say(self.language, key) });
    }

    /// The texts of the form's languages; the first must be there where it is required, or written in another.
    fn texts(&mut self, part: &str, required: bool) -> Texts {
        let mut texts = Texts::default();
        for language in &self.form.languages {
            let typed = lines(self.posted, &in_language(part, language));
            if !typed.is_empty() {
                texts.set(language.clone(), typed);
            }
        }
        let first = self.form.fallback();
        if !texts.has(first) && (required || !texts.is_empty()) {
            self.refuse(&in_language(part, first), "refused-empty");
        }
        texts
    }

    fn code(&mut self, text: &Texts) -> Code {
        let typed = self.posted.value("code");
        let made = || self.form.free_code(text.get(self.form.fallback(), self.form.fallback()), "domanda");
        match (typed, Code::parse(typed)) {
            ("", _) => self.before.map_or_else(made, |own| own.code.clone()),
            (_, Some(code)) => code,
            (_, None) => {
                let code = made();
                self.refuse("code", "staff-wrong-code");
                code
            }
        }
    }

    fn factor(&self, field: &str) -> Option<Code> {
        Code::parse(self.posted.value(field)).filter(|code| self.form.factor(code).is_some())
    }

    fn scale(&mut self, field: &str) -> Option<Code> {
        let code = Code::parse(self.posted.value(field)).filter(|code| self.form.scale(code).is_some());
        if code.is_none() && field == "scale" {
            self.refuse(field, "forms-no-scale");
        }
        code
    }

    fn whole(&mut self, field: &str, least: i64, most: i64) -> Option<i64> {
        let typed = self.posted.value(field);
        let negative = typed.strip_prefix(['-', '−']);
        let read = read_whole(self.language, negative.unwrap_or(typed)).and_then(|number| i64::try_from(number).ok());
        let number = read.map(|number| if negative.is_some() { -number } else { number });
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() && typed.is_empty() && ["least", "most"].contains(&field) {
            self.refuse(field, &format!("forms-no-{field}"));
        } else if number.is_none() {
            let values = [("least", least.to_string().into()), ("most", most.to_string().into())];
            let words = crate::language::say_with(self.language, "forms-no-number", &values);
            self.mistakes.push(Mistake { field: field.to_owned(), words });
        }
        number
    }

    fn kind(&mut self, code: &Code) -> Option<Kind> {
        Some(match self.posted.value("kind") {
            "rating" => Kind::Rating { scale: self.scale("scale")? },
            "single_choice" => Kind::SingleChoice { choices: self.choices(false)? },
            "multiple_choice" => {
                let choices = self.choices(true)?;
                let at_most = match self.posted.value("at_most") {
                    "" => None,
                    _ => Some(u8::try_from(self.whole("at_most", 1, choices.len().try_into().unwrap_or(100))?).ok()?),
                };
                Kind::MultipleChoice { choices, at_most }
            }
            "matrix" => {
                let scale = self.scale("scale");
                let importance = self.scale("importance");
                Kind::Matrix { items: self.items(code)?, scale: scale?, importance }
            }
            "number" => {
                let (least, most) = (self.whole("least", -FAR, FAR), self.whole("most", -FAR, FAR));
                let (least, most) = (least?, most?);
                if most <= least {
                    self.refuse("most", "forms-most-not-above");
                    return None;
                }
                Kind::Number { least, most }
            }
            "open_text" => {
                let most_characters = u32::try_from(self.whole("most_characters", 1, 10_000)?).ok()?;
                Kind::OpenText { most_characters }
            }
            "note" => Kind::Note,
            _ => {
                self.refuse("kind", "forms-no-kind");
                return None;
            }
        })
    }

    /// The rows that hold something: number, code that it has already, text.
    fn rows(&mut self) -> Vec<(usize, Option<Code>, String)> {
        let mut rows = Vec::new();
        for number in 1..=count(self.posted) {
            let code = Code::parse(value(self.posted, "row_code", number));
            let text = lines(self.posted, &name("row_text", number));
            match (&code, text.is_empty()) {
                (None, true) => {}
                (Some(_), true) => self.refuse(&name("row_text", number), "forms-row-empty"),
                _ => rows.push((number, code, text)),
            }
        }
        rows
    }

    /// The text of a row in every language; where its page has no field for one, as it was.
    fn row_texts(&self, number: usize, text: String, was: Option<&Texts>) -> Texts {
        let mut texts = was.cloned().unwrap_or_default();
        texts.set(self.form.fallback().clone(), text);
        for language in self.form.languages.iter().skip(1) {
            let field = name(&in_language("row_text", language), number);
            let typed = lines(self.posted, &field);
            if !typed.is_empty() {
                texts.set(language.clone(), typed);
            } else if self.posted.has(&field) {
                texts.remove(language);
            }
        }
        texts
    }

    fn choices(&mut self, several: bool) -> Option<Vec<Choice>> {
        let were: &[Choice] = match self.before.map(|question| &question.kind) {
            Some(Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. }) => choices,
            _ => &[],
        };
        let rows = self.rows();
        if rows.len() < 2 {
            self.refuse("rows", "forms-few-choices");
            return None;
        }
        let mut taken: Vec<Code> = rows.iter().filter_map(|(_, code, _)| code.clone()).collect();
        let mut next = were.iter().map(|choice| choice.value).max().unwrap_or(0);
        let mut choices = Vec::new();
        for (at, (number, code, text)) in rows.into_iter().enumerate() {
            let was = code.as_ref().and_then(|code| were.iter().find(|choice| choice.code == *code));
            let code = code.unwrap_or_else(|| free_among(&text, "risposta", |own| taken.contains(own)));
            taken.push(code.clone());
            let label = self.row_texts(number, text, was.map(|choice| &choice.label));
            let value_of_new = || {
                next = next.saturating_add(1);
                next
            };
            // Options of a multiple choice are fields of their own: their place is their value.
            let value =
                if several { u8::try_from(at + 1).unwrap_or(200) } else { was.map_or_else(value_of_new, |own| own.value) };
            let exclusive = several && value_is_yes(self.posted, number);
            choices.push(Choice { code, value, label, exclusive });
        }
        Some(choices)
    }

    fn items(&mut self, question: &Code) -> Option<Vec<Item>> {
        let were: &[Item] = match self.before.map(|question| &question.kind) {
            Some(Kind::Matrix { items, .. }) => items,
            _ => &[],
        };
        let rows = self.rows();
        if rows.is_empty() {
            self.refuse("rows", "forms-no-items");
            return None;
        }
        let mut taken = self.form.answer_codes();
        taken.push(question.clone());
        let mut items = Vec::new();
        for (number, code, text) in rows {
            let was = code.as_ref().and_then(|code| were.iter().find(|item| item.code == *code));
            let code = code.unwrap_or_else(|| free_among(&text, "voce", |own| taken.contains(own)));
            taken.push(code.clone());
            let text = self.row_texts(number, text, was.map(|item| &item.text));
            items.push(Item { code, text, factor: self.factor(&name("row_factor", number)) });
        }
        Some(items)
    }
}

fn value_is_yes(posted: &Posted, number: usize) -> bool {
    value(posted, "row_exclusive", number) == "yes"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{catalog, parse};

    fn faces() -> Form {
        parse("f", &catalog::form("faccine").unwrap()).unwrap()
    }

    fn read(form: &Form, posted: &Posted, before: Option<&Question>) -> Result<Question, Vec<String>> {
        let place = before.map_or((form.pages.len(), 0), |own| form.place_of(&own.code).unwrap());
        let reader = Reader { posted, form, before, place, language: &Language::italian(), mistakes: Vec::new() };
        reader.read().map_err(|mistakes| mistakes.into_iter().map(|mistake| mistake.field).collect())
    }

    #[test]
    fn a_question_saved_untouched_is_the_same_also_with_lines_and_large_numbers() {
        let form = faces();
        let mut own = form.questions().next().unwrap().1.clone();
        own.hint.set(Language::italian(), "Pensi:\nall'ultima volta");
        let posted = as_typed(&own, &form);
        assert_eq!(read(&form, &posted, Some(&own)), Ok(own.clone()));
        own.kind = Kind::Number { least: -FAR, most: FAR };
        assert_eq!(read(&form, &as_typed(&own, &form), Some(&own)), Ok(own));
    }

    #[test]
    fn a_number_has_bounds_at_once_and_one_that_is_empty_is_asked_for() {
        let form = faces();
        let mut posted = empty("number", &form);
        posted.put("text_it", "Quanti?".to_owned());
        assert_eq!(read(&form, &posted, None).unwrap().kind, Kind::Number { least: 0, most: 100 });
        posted.put("most", String::new());
        let place = (form.pages.len(), 0);
        let italian = Language::italian();
        let reader = Reader { posted: &posted, form: &form, before: None, place, language: &italian, mistakes: Vec::new() };
        assert_eq!(reader.read().unwrap_err()[0].words, "Scriva il numero più grande ammesso.");
    }

    #[test]
    fn both_bounds_of_a_number_are_told() {
        let form = faces();
        let mut posted = empty("number", &form);
        posted.put("text_it", "Quanti?".to_owned());
        posted.put("least", "x".to_owned());
        posted.put("most", "y".to_owned());
        assert_eq!(read(&form, &posted, None), Err(vec!["least".to_owned(), "most".to_owned()]));
    }
}
