//! The one gate: from what arrived to what may be stored under a form version.

use super::{Accepted, RawAnswers, Refusal, RefusalReason};
use crate::form::{Choice, Field, FieldKind, Form, Kind, Layout, Page, Question, Role, Scale, Value, option_code};
use crate::text::Code;
use std::collections::{HashMap, HashSet};

/// Names that begin so belong to the page (submission key, language) and are passed over.
const RESERVED: char = '_';

/// Judges answers against a form; `layout` is [`Layout::of`] that form.
///
/// Routing is followed in the order of the form: answers to what was not shown are passed over and stored as not asked.
/// A multiple choice of which nothing was chosen is blank in all its options.
pub fn accept(form: &Form, layout: &Layout, raw: &RawAnswers) -> Result<Accepted, Refusal> {
    accept_with(form, layout, raw, Blanks::Refused)
}

/// What becomes of a required question that nobody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blanks {
    /// The answers are refused: who gives them can still be asked.
    Refused,
    /// It stays blank: the answers were given on paper, and nobody may invent one. A sheet with no answer at all is still refused.
    Kept,
}

/// [`accept`], where it is stated what becomes of blanks.
///
/// # Errors
/// As [`accept`].
pub fn accept_with(form: &Form, layout: &Layout, raw: &RawAnswers, blanks: Blanks) -> Result<Accepted, Refusal> {
    let mut gate = Gate::new(form, layout, raw);
    gate.demands = blanks == Blanks::Refused || gate.is_untouched();
    for (page_index, page) in form.pages.iter().enumerate() {
        for (question_index, question) in page.questions.iter().enumerate() {
            gate.take(page, question, (page_index, question_index));
        }
    }
    gate.refuse_unknown_names();
    if gate.reasons.is_empty() {
        Ok(Accepted { closed: gate.closed, texts: gate.texts })
    } else {
        Err(Refusal { reasons: gate.reasons })
    }
}

struct Gate<'a> {
    form: &'a Form,
    layout: &'a Layout,
    raw: &'a RawAnswers,
    /// The non-empty values by name, trimmed, each once.
    typed: HashMap<&'a str, Vec<&'a str>>,
    /// The names the form knows.
    known: HashSet<String>,
    /// The index of each closed field by its code.
    index: HashMap<&'a str, usize>,
    closed: Vec<u8>,
    texts: Vec<(Code, String)>,
    reasons: Vec<(String, RefusalReason)>,
    /// Whether what is required must be there.
    demands: bool,
}

impl<'a> Gate<'a> {
    fn new(form: &'a Form, layout: &'a Layout, raw: &'a RawAnswers) -> Self {
        let mut typed: HashMap<&str, Vec<&str>> = HashMap::new();
        for (name, value) in raw.pairs() {
            let values = typed.entry(name.as_str()).or_default();
            let value = value.trim();
            if !value.is_empty() && !values.contains(&value) {
                values.push(value);
            }
        }
        let index = layout.fields.iter().enumerate().map(|(at, field)| (field.code.as_str(), at)).collect();
        let closed = layout.empty();
        let (known, texts, reasons) = (HashSet::new(), Vec::new(), Vec::new());
        Self { form, layout, raw, typed, known, index, closed, texts, reasons, demands: true }
    }

    /// Whether nothing at all was answered.
    fn is_untouched(&self) -> bool {
        self.typed.iter().all(|(name, values)| name.starts_with(RESERVED) || values.is_empty())
    }

    fn take(&mut self, page: &Page, question: &Question, place: (usize, usize)) {
        let shown = self.form.shows(page, question, &|code| self.answer(code));
        match &question.kind {
            Kind::Note => {}
            Kind::OpenText { most_characters } => self.take_text(question, *most_characters, shown),
            Kind::MultipleChoice { choices, at_most } => self.take_options(question, choices, *at_most, shown),
            Kind::Rating { .. } | Kind::SingleChoice { .. } | Kind::Matrix { .. } | Kind::Number { .. } => {
                let layout = self.layout;
                // The fields of one question stand together, in the order of the form.
                let start = layout.fields.partition_point(|field| field.place < place);
                for field in layout.fields[start..].iter().take_while(|field| field.place == place) {
                    self.take_field(question, field, shown);
                }
            }
        }
    }

    /// The answer stored so far under a field's code.
    fn answer(&self, code: &Code) -> Value {
        self.index.get(code.as_str()).map_or(Value::NotAsked, |at| self.layout.fields[*at].read(&self.closed))
    }

    fn typed(&mut self, name: &str) -> Vec<&'a str> {
        self.known.insert(name.to_owned());
        self.typed.get(name).cloned().unwrap_or_default()
    }

    fn refuse(&mut self, name: &Code, reason: RefusalReason) {
        self.reasons.push((name.to_string(), reason));
    }

    fn take_field(&mut self, question: &Question, field: &Field, shown: bool) {
        let typed = self.typed(field.code.as_str());
        if !shown {
            return;
        }
        let outcome = match typed.as_slice() {
            [] if self.demands && question.required && !is_importance_beside(question, field) => Err(RefusalReason::Missing),
            [] => Ok(Value::Blank),
            [one] => self.read_value(question, field, one),
            _ => Err(RefusalReason::UnknownAnswer),
        };
        match outcome {
            Ok(value) => field.write(value, &mut self.closed),
            Err(reason) => self.refuse(&field.code, reason),
        }
    }

    fn read_value(&self, question: &Question, field: &Field, typed: &str) -> Result<Value, RefusalReason> {
        match (&field.kind, &question.kind) {
            (FieldKind::Scale(code), _) => {
                self.form.scale(code).and_then(|scale| read_point(scale, typed)).ok_or(RefusalReason::UnknownAnswer)
            }
            (FieldKind::Choice, Kind::SingleChoice { choices }) => {
                let choice = find_choice(choices, typed).ok_or(RefusalReason::UnknownAnswer)?;
                Ok(Value::Given(choice.value.into()))
            }
            (FieldKind::Number, _) => {
                let number = typed.parse().ok().filter(|number| (field.least..=field.most).contains(number));
                number.map(Value::Given).ok_or(RefusalReason::OutOfRange(field.least, field.most))
            }
            _ => Err(RefusalReason::UnknownAnswer),
        }
    }

    fn take_options(&mut self, question: &Question, choices: &[Choice], at_most: Option<u8>, shown: bool) {
        let typed = self.typed(question.code.as_str());
        if !shown {
            return;
        }
        let mut chosen: Vec<&Choice> = Vec::new();
        for value in typed {
            match find_choice(choices, value) {
                Some(choice) if chosen.iter().any(|own| own.code == choice.code) => {}
                Some(choice) => chosen.push(choice),
                None => return self.refuse(&question.code, RefusalReason::UnknownAnswer),
            }
        }
        if self.demands && chosen.is_empty() && question.required {
            return self.refuse(&question.code, RefusalReason::Missing);
        }
        if chosen.len() > 1 && chosen.iter().any(|choice| choice.exclusive) {
            return self.refuse(&question.code, RefusalReason::NotTogether);
        }
        if let Some(most) = at_most.filter(|most| chosen.len() > usize::from(*most)) {
            return self.refuse(&question.code, RefusalReason::TooMany(most));
        }
        for choice in choices {
            let value = match chosen.is_empty() {
                true => Value::Blank,
                false => Value::Given(chosen.iter().any(|own| own.code == choice.code).into()),
            };
            let at = option_code(&question.code, &choice.code).and_then(|code| self.index.get(code.as_str()).copied());
            if let Some(at) = at {
                self.layout.fields[at].write(value, &mut self.closed);
            }
        }
    }

    fn take_text(&mut self, question: &Question, most_characters: u32, shown: bool) {
        let typed = self.typed(question.code.as_str());
        if !shown {
            return;
        }
        let text = typed.first().map(|text| clean(text)).unwrap_or_default();
        if text.is_empty() {
            if self.demands && question.required {
                self.refuse(&question.code, RefusalReason::Missing);
            }
        } else if text.chars().count() > most_characters as usize {
            self.refuse(&question.code, RefusalReason::TooLong(most_characters));
        } else {
            self.texts.push((question.code.clone(), text));
        }
    }

    fn refuse_unknown_names(&mut self) {
        let mut refused = HashSet::new();
        for (name, _) in self.raw.pairs() {
            if !name.starts_with(RESERVED) && !self.known.contains(name) && refused.insert(name) {
                self.reasons.push((name.clone(), RefusalReason::UnknownField));
            }
        }
    }
}

/// The importance asked beside a matrix item: "required" speaks of the judgement only.
fn is_importance_beside(question: &Question, field: &Field) -> bool {
    field.role == Role::Importance && question.role != Role::Importance
}

fn read_point(scale: &Scale, typed: &str) -> Option<Value> {
    match typed {
        RawAnswers::DONT_KNOW => scale.dont_know.as_ref().map(|_| Value::DontKnow),
        RawAnswers::NOT_APPLICABLE => scale.not_applicable.as_ref().map(|_| Value::NotApplicable),
        _ => typed.parse().ok().and_then(|value| scale.point(value)).map(|point| Value::Given(point.value.into())),
    }
}

/// The choice that was typed: by its code, else by its number.
pub fn find_choice<'c>(choices: &'c [Choice], typed: &str) -> Option<&'c Choice> {
    choices.iter().find(|choice| choice.code.as_str() == typed).or_else(|| {
        let value: u8 = typed.parse().ok()?;
        choices.iter().find(|choice| choice.value == value)
    })
}

/// Free words without what does not belong to words: control characters, and the invisible marks that turn the reading direction
/// and could make a comment read differently from what it says. Lines end in `\n`, at most one empty line in a row.
fn clean(typed: &str) -> String {
    let unified = typed.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
    let kept = |c: &char| {
        let direction = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let nothing = matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}');
        *c == '\n' || !(c.is_control() || direction || nothing)
    };
    let text: String = unified.chars().filter(kept).collect();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && lines.last().is_none_or(|last| last.is_empty())) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form;

    const FORM: &str = r#"
        code = "visit"
        languages = ["it"]
        title = "Visita"
        scales = [{ code = "five", dont_know = "Non so", points = [
            { value = 1 }, { value = 2 }, { value = 3 }, { value = 4, satisfied = true }, { value = 5, satisfied = true } ] }]
        [[pages]]
        code = "first"
        [[pages.questions]]
        code = "overall"
        kind = "rating"
        role = "overall"
        scale = "five"
        required = true
        text = "Nel complesso?"
        [[pages.questions]]
        code = "reasons"
        kind = "multiple_choice"
        role = "need"
        show_if = "overall <= 2"
        required = true
        at_most = 2
        text = "Che cosa non ha funzionato?"
        choices = [{ code = "queue", label = "Coda" }, { code = "staff", label = "Personale" }, { code = "hours", label = "Orari" },
                   { code = "none", label = "Nessuno", exclusive = true }]
        [[pages.questions]]
        code = "hours"
        kind = "open_text"
        show_if = "reasons = hours"
        most_characters = 5
        text = "Quali orari?"
        [[pages]]
        code = "second"
        show_if = "overall is answered"
        [[pages.questions]]
        code = "block"
        kind = "matrix"
        role = "satisfaction"
        scale = "five"
        importance = "five"
        text = "Quanto?"
        items = [{ code = "courtesy", text = "Cortesia" }, { code = "clarity", text = "Chiarezza" }]
        [[pages.questions]]
        code = "gender"
        kind = "single_choice"
        role = "profile"
        text = "Genere"
        choices = [{ code = "man", value = 0, label = "Uomo" }, { code = "woman", value = 1, label = "Donna" }]
        [[pages.questions]]
        code = "age"
        kind = "number"
        role = "profile"
        least = 0
        most = 120
        text = "Quanti anni ha?"
    "#;

    fn send(pairs: &[(&str, &str)]) -> Result<Accepted, Refusal> {
        let form = form::parse("f.toml", FORM).unwrap();
        let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        accept(&form, &Layout::of(&form), &RawAnswers::bounded(pairs).unwrap())
    }

    fn read(accepted: &Accepted, code: &str) -> Value {
        let layout = Layout::of(&form::parse("f.toml", FORM).unwrap());
        layout.field(code).unwrap().read(&accepted.closed)
    }

    fn reasons(pairs: &[(&str, &str)]) -> Vec<(String, RefusalReason)> {
        send(pairs).unwrap_err().reasons
    }

    #[test]
    fn what_was_sent_is_read_back() {
        let sent = [
            ("overall", "2"),
            ("reasons", "queue"),
            ("reasons", "hours"),
            ("hours", " 8-9 "),
            ("courtesy", "4"),
            ("courtesy_importance", "5"),
            ("clarity", "?"),
            ("gender", "man"),
            ("age", "40"),
            ("_key", "anything"),
        ];
        let accepted = send(&sent).unwrap();
        let expected = [
            ("overall", Value::Given(2)),
            ("reasons_queue", Value::Given(1)),
            ("reasons_staff", Value::Given(0)),
            ("reasons_hours", Value::Given(1)),
            ("courtesy", Value::Given(4)),
            ("courtesy_importance", Value::Given(5)),
            ("clarity", Value::DontKnow),
            ("clarity_importance", Value::Blank),
            ("gender", Value::Given(0)),
            ("age", Value::Given(40)),
        ];
        for (code, value) in expected {
            assert_eq!(read(&accepted, code), value, "{code}");
        }
        assert_eq!(accepted.texts, [(Code::parse("hours").unwrap(), "8-9".to_owned())]);
    }

    #[test]
    fn every_value_of_every_field_is_read_back_as_it_was_sent() {
        for overall in 1..=5 {
            for courtesy in ["1", "2", "3", "4", "5", "?", ""] {
                for (choice, gender) in [("man", 0), ("1", 1), ("0", 0), ("woman", 1)] {
                    let overall_typed = overall.to_string();
                    let sent = [("overall", &*overall_typed), ("reasons", "staff"), ("courtesy", courtesy), ("gender", choice)];
                    let accepted = send(&sent).unwrap();
                    let expected = match courtesy {
                        "?" => Value::DontKnow,
                        "" => Value::Blank,
                        digit => Value::Given(digit.parse().unwrap()),
                    };
                    assert_eq!(read(&accepted, "courtesy"), expected);
                    assert_eq!(read(&accepted, "overall"), Value::Given(overall));
                    assert_eq!(read(&accepted, "gender"), Value::Given(gender));
                    let reason = if overall <= 2 { Value::Given(1) } else { Value::NotAsked };
                    assert_eq!(read(&accepted, "reasons_staff"), reason);
                }
            }
        }
    }

    #[test]
    fn a_blank_on_paper_stays_a_blank_but_an_empty_sheet_is_none() {
        let form = form::parse("f.toml", FORM).unwrap();
        let paper = |pairs: &[(&str, &str)]| {
            let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            accept_with(&form, &Layout::of(&form), &RawAnswers::bounded(pairs).unwrap(), Blanks::Kept)
        };
        let blank = paper(&[("gender", "man"), ("_key", "k")]).unwrap();
        assert_eq!(
            (read(&blank, "overall"), read(&blank, "gender")),
            (Value::Blank, Value::NotAsked),
            "a page that follows from the blank"
        );
        assert_eq!(read(&blank, "reasons_queue"), Value::NotAsked, "what would follow from the blank was not asked");
        let unfollowed = paper(&[("overall", "1")]).unwrap();
        assert_eq!(read(&unfollowed, "reasons_queue"), Value::Blank);
        assert_eq!(paper(&[("overall", "9")]).unwrap_err().reasons, [("overall".to_owned(), RefusalReason::UnknownAnswer)]);
        let missing = [("overall".to_owned(), RefusalReason::Missing)];
        for empty in [&[][..], &[("_key", "k"), ("gender", " ")]] {
            assert_eq!(paper(empty).unwrap_err().reasons, missing);
        }
    }

    #[test]
    fn an_answer_to_a_hidden_question_is_passed_over_even_when_it_is_wrong() {
        let accepted = send(&[("overall", "4"), ("reasons", "nonsense"), ("hours", "much too long")]).unwrap();
        assert_eq!(read(&accepted, "reasons_queue"), Value::NotAsked);
        assert_eq!(accepted.texts, []);
        assert_eq!(read(&accepted, "age"), Value::Blank);
    }

    #[test]
    fn dont_know_satisfies_required_but_makes_every_comparison_false() {
        let accepted = send(&[("overall", "?")]).unwrap();
        assert_eq!(read(&accepted, "overall"), Value::DontKnow);
        assert_eq!(read(&accepted, "reasons_queue"), Value::NotAsked);
        assert_eq!(read(&accepted, "age"), Value::NotAsked, "\"non so\" is no given answer");
    }

    #[test]
    fn every_reason_is_told_at_once_in_the_order_of_the_form() {
        use RefusalReason::{Missing, NotTogether, OutOfRange, TooLong, TooMany, UnknownAnswer, UnknownField};
        let named = |list: &[(&str, RefusalReason)]| -> Vec<(String, RefusalReason)> {
            list.iter().map(|(name, reason)| ((*name).to_owned(), reason.clone())).collect()
        };
        assert_eq!(reasons(&[]), named(&[("overall", Missing)]));
        let sent = [("age", "121"), ("nonsense", "1"), ("gender", "2"), ("courtesy", "-"), ("clarity", "6"), ("overall", "1")];
        assert_eq!(
            reasons(&sent),
            named(&[
                ("reasons", Missing),
                ("courtesy", UnknownAnswer),
                ("clarity", UnknownAnswer),
                ("gender", UnknownAnswer),
                ("age", OutOfRange(0, 120)),
                ("nonsense", UnknownField),
            ])
        );
        let overall = ("overall", "1");
        assert_eq!(reasons(&[overall, ("reasons", "none"), ("reasons", "staff")]), named(&[("reasons", NotTogether)]));
        let three = [overall, ("reasons", "queue"), ("reasons", "staff"), ("reasons", "hours")];
        assert_eq!(reasons(&three), named(&[("reasons", TooMany(2))]));
        assert_eq!(reasons(&[overall, ("reasons", "hours"), ("hours", "123456")]), named(&[("hours", TooLong(5))]));
        assert_eq!(reasons(&[overall, ("overall", "2")]), named(&[("overall", UnknownAnswer)]));
    }

    #[test]
    fn a_required_matrix_asks_for_each_judgement_and_for_no_importance() {
        let required = FORM.replace("importance = \"five\"", "importance = \"five\"\n        required = true");
        let form = form::parse("f.toml", &required).unwrap();
        let answer = |pairs: &[(&str, &str)]| {
            let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            accept(&form, &Layout::of(&form), &RawAnswers::bounded(pairs).unwrap())
        };
        let missing = ["courtesy", "clarity"].map(|code| (code.to_owned(), RefusalReason::Missing));
        assert_eq!(answer(&[("overall", "4"), ("courtesy_importance", "5")]).unwrap_err().reasons, missing);
        let accepted = answer(&[("overall", "4"), ("courtesy", "4"), ("clarity", "?")]).unwrap();
        assert_eq!(read(&accepted, "clarity_importance"), Value::Blank);
    }

    #[test]
    fn free_words_keep_their_lines_and_lose_what_is_invisible() {
        assert_eq!(clean(" Buono\r\n\r\n\r\n\u{0}ma\tlento\u{202e} \n"), "Buono\n\nma lento");
        assert_eq!(clean("\u{feff} \u{7}\r"), "");
        assert_eq!(clean("perché 👍🏽 è così"), "perché 👍🏽 è così");
    }

    #[test]
    fn a_multiple_choice_left_empty_is_blank_in_every_option() {
        let form = form::parse("f.toml", &FORM.replace("required = true\n        at_most", "at_most")).unwrap();
        let layout = Layout::of(&form);
        let raw = RawAnswers::bounded(vec![("overall".to_owned(), "1".to_owned())]).unwrap();
        let accepted = accept(&form, &layout, &raw).unwrap();
        assert_eq!(layout.field("reasons_queue").unwrap().read(&accepted.closed), Value::Blank);
        assert_eq!(layout.field("reasons_none").unwrap().read(&accepted.closed), Value::Blank);
    }
}
