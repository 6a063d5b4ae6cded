//! Advice on questions that work badly, as warnings beside the faults. Few and solid: a warning that is often wrong is soon ignored.

use super::file::Places;
use super::{Form, Kind, Question, Role, Scale};
use crate::fault::Said;
use crate::fault::typed::Source;
use crate::text::{Code, Texts};
use std::ops::Range;

/// More answers than this make people leave before the end (Galesic & Bosnjak 2009: answers grow short and hasty towards the end).
const MANY_ANSWERS: usize = 50;
/// More required questions than this lose answers without gaining any.
const MANY_REQUIRED: usize = 3;
/// A question longer than this, in characters, is not read on a phone.
const LONG_QUESTION: usize = 200;

/// Words that push towards an answer, in lower case.
const LEADING: [&str; 17] = [
    "non crede che",
    "non crede anche",
    "non trova che",
    "non pensa che",
    "non le sembra",
    "quanto apprezza",
    "quanto è contento",
    "eccellente",
    "ottimo",
    "don't you",
    "do you not agree",
    "wouldn't you",
    "how much do you appreciate",
    "excellent",
    "finden sie nicht",
    "meinen sie nicht",
    "hervorragend",
];

/// Words that join two things in one question.
const JOINING: [&str; 6] = [" e ", " ed ", " and ", " und ", " e/o ", " and/or "];

/// Notes every warning about a form.
pub(super) fn advise(form: &Form, places: &Places, source: &Source<'_>) {
    let adviser = Adviser { form, places, source };
    adviser.advise_on_the_whole();
    for (_, question) in form.questions() {
        adviser.advise_on(question);
    }
    for scale in &form.scales {
        adviser.advise_on_scale(scale);
    }
}

struct Adviser<'a> {
    form: &'a Form,
    places: &'a Places,
    source: &'a Source<'a>,
}

impl Adviser<'_> {
    fn place(&self, name: &str) -> Range<usize> {
        self.places.get(name).cloned().unwrap_or_else(|| self.source.first_line())
    }

    fn advise_on_the_whole(&self) {
        let top = self.place("");
        let required = self.form.questions().filter(|(_, question)| question.required).count();
        if required > MANY_REQUIRED {
            let message = Said::new("fault-many-required").with("count", required);
            self.source.warn(top.clone(), message, "fault-hint-many-required");
        }
        let answers: usize = self.form.questions().map(|(_, question)| answers_of(question)).sum();
        if answers > MANY_ANSWERS {
            let message = Said::new("fault-many-answers").with("count", answers);
            self.source.warn(top.clone(), message, Said::new("fault-hint-many-answers").with("most", MANY_ANSWERS));
        }
        if !self.form.questions().any(|(_, question)| question.role == Role::Overall) {
            self.source.warn(top, "fault-no-overall", "fault-hint-no-overall");
        }
    }

    fn advise_on(&self, question: &Question) {
        if question.required && question.role == Role::Profile {
            let place = self.place(question.code.as_str());
            self.source.warn(place, "fault-profile-required", "fault-hint-profile-required");
        }
        if question.kind != Kind::Note {
            self.advise_on_words(&question.code, &question.text);
        }
        match &question.kind {
            Kind::Rating { scale } => {
                if judges_one_thing(question.role) {
                    self.advise_on_joining(&question.code, &question.text);
                }
                self.advise_on_dont_know(question, scale);
            }
            Kind::Matrix { scale, items, .. } => {
                for item in items {
                    self.advise_on_words(&item.code, &item.text);
                    if judges_one_thing(question.role) {
                        self.advise_on_joining(&item.code, &item.text);
                    }
                }
                self.advise_on_dont_know(question, scale);
            }
            _ => {}
        }
    }

    fn advise_on_words(&self, code: &Code, texts: &Texts) {
        for (language, text) in texts.iter() {
            let length = text.chars().count();
            if length > LONG_QUESTION {
                let message = Said::new("fault-question-long").with("language", language).with("length", length);
                let hint = Said::new("fault-hint-question-long").with("most", LONG_QUESTION);
                self.source.warn(self.place(code.as_str()), message, hint);
            }
            let lower = text.to_lowercase();
            if let Some(words) = LEADING.iter().find(|words| lower.contains(**words)) {
                let message = Said::new("fault-leading").with("words", *words);
                self.source.warn(self.place(code.as_str()), message, "fault-hint-leading");
            }
        }
    }

    fn advise_on_joining(&self, code: &Code, texts: &Texts) {
        let joined = texts.iter().find_map(|(_, text)| JOINING.iter().find(|word| text.to_lowercase().contains(**word)));
        if let Some(word) = joined {
            let message = Said::new("fault-two-things").with("word", word.trim());
            self.source.warn(self.place(code.as_str()), message, "fault-hint-two-things");
        }
    }

    fn advise_on_dont_know(&self, question: &Question, scale: &Code) {
        let offers = |scale: &Scale| scale.dont_know.is_some() || scale.not_applicable.is_some();
        if question.role == Role::Satisfaction && self.form.scale(scale).is_some_and(|scale| !offers(scale)) {
            let message = Said::new("fault-no-dont-know").with("scale", scale);
            self.source.warn(self.place(question.code.as_str()), message, "fault-hint-no-dont-know");
        }
    }

    fn advise_on_scale(&self, scale: &Scale) {
        let place = || self.place(&format!("scale {}", scale.code));
        let judges = |question: &Question| {
            matches!(question.role, Role::Satisfaction | Role::Overall)
                && matches!(&question.kind, Kind::Rating { scale: own } | Kind::Matrix { scale: own, .. } if own == &scale.code)
        };
        if !scale.tells_satisfied() && self.form.questions().any(|(_, question)| judges(question)) {
            let message = Said::new("fault-none-satisfied").with("scale", &scale.code);
            self.source.warn(place(), message, "fault-hint-none-satisfied");
        }
        if scale.points.iter().any(|point| point.neutral && point.satisfied) {
            let message = Said::new("fault-neutral-satisfied").with("scale", &scale.code);
            self.source.warn(place(), message, "fault-hint-neutral-satisfied");
        }
        let ends = [scale.points.first(), scale.points.last()];
        if ends.into_iter().flatten().any(|point| point.label.is_empty() && point.symbol.is_none()) {
            let message = Said::new("fault-bare-ends").with("scale", &scale.code);
            self.source.warn(place(), message, "fault-hint-bare-ends");
        }
    }
}

/// Whether two things joined in one item leave its answer without a meaning.
fn judges_one_thing(role: Role) -> bool {
    matches!(role, Role::Satisfaction | Role::Overall | Role::Importance)
}

fn answers_of(question: &Question) -> usize {
    match &question.kind {
        Kind::Matrix { items, importance, .. } => items.len() * if importance.is_some() { 2 } else { 1 },
        Kind::Note => 0,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use crate::fault::{Fault, Severity};
    use crate::flows::words::english;
    use crate::form;

    fn file(scale: &str, questions: &str) -> String {
        format!(
            "code = \"f\"\nlanguages = [\"it\", \"en\"]\ntitle = {{ it = \"T\", en = \"T\" }}\n[[scales]]\ncode = \"five\"\n{scale}\n\
             [[pages]]\ncode = \"p\"\n{questions}"
        )
    }

    const POINTS: &str = "points = [{ value = 1, label = { it = \"No\", en = \"No\" } }, \
         { value = 2, satisfied = true, label = { it = \"Sì\", en = \"Yes\" } }]\ndont_know = { it = \"Non so\", en = \"Don't know\" }";
    const OVERALL: &str = "[[pages.questions]]\ncode = \"overall\"\nkind = \"rating\"\nrole = \"overall\"\nscale = \"five\"\n\
         text = { it = \"Nel complesso?\", en = \"Overall?\" }\n";

    fn item(text: &str) -> String {
        let head = "[[pages.questions]]\ncode = \"item\"\nkind = \"rating\"\nrole = \"satisfaction\"\nscale = \"five\"\n";
        format!("{OVERALL}{head}text = {text}\n")
    }

    /// The message and what stands above the carets.
    fn warnings(text: &str) -> Vec<(String, String)> {
        let reading = form::read("f.toml", text);
        assert!(reading.form.is_some(), "{:?}", reading.faults);
        assert!(reading.faults.iter().all(|fault| fault.severity == Severity::Warning));
        let marked = |fault: &Fault| fault.source.chars().skip(fault.column - 1).take(fault.width).collect();
        reading.faults.iter().map(|fault| (english(fault).0, marked(fault))).collect()
    }

    fn one(message: &str, marked: &str) -> Vec<(String, String)> {
        vec![(message.to_owned(), marked.to_owned())]
    }

    #[test]
    fn a_plain_form_gets_no_advice() {
        assert_eq!(warnings(&file(POINTS, &item("{ it = \"Cortesia\", en = \"Courtesy\" }"))), []);
    }

    #[test]
    fn a_question_of_two_things_is_pointed_at() {
        let text = "{ it = \"Cortesia e competenza\", en = \"Courtesy\" }";
        let found = warnings(&file(POINTS, &item(text)));
        assert_eq!(found, one("This seems to ask two things at once (\"e\").", text));
        let weighed = file(POINTS, &item(text).replace("role = \"satisfaction\"", "role = \"importance\""));
        assert_eq!(warnings(&weighed), one("This seems to ask two things at once (\"e\").", text), "nor can it be weighed");
    }

    #[test]
    fn leading_and_long_words_are_pointed_at() {
        let text = "{ it = \"Quanto apprezza la cortesia?\", en = \"Courtesy\" }";
        assert_eq!(warnings(&file(POINTS, &item(text))), one("\"quanto apprezza\" pushes towards an answer.", text));
        let text = format!("{{ it = \"{}\", en = \"Courtesy\" }}", "a".repeat(201));
        assert_eq!(warnings(&file(POINTS, &item(&text))), one("The text in `it` has 201 characters.", &text));
    }

    #[test]
    fn a_missing_translation_is_pointed_at() {
        let text = "{ it = \"Cortesia\" }";
        assert_eq!(warnings(&file(POINTS, &item(text))), one("`text` has no text in: en.", text));
        assert_eq!(warnings(&file(POINTS, &item("\"Cortesia\""))), one("`text` has no text in: en.", "\"Cortesia\""));
    }

    #[test]
    fn a_scale_without_dont_know_ends_or_satisfied_points_is_pointed_at() {
        let cortesia = item("{ it = \"Cortesia\", en = \"Courtesy\" }");
        let bare = "points = [{ value = 1 }, { value = 2, label = { it = \"Sì\", en = \"Yes\" } }]";
        let found: Vec<String> = warnings(&file(bare, &cortesia)).into_iter().map(|(message, _)| message).collect();
        let expected = [
            "No point of the scale `five` counts as satisfied.",
            "The ends of the scale `five` have no label.",
            "The scale `five` offers neither \"don't know\" nor \"not applicable\".",
        ];
        assert_eq!(found, expected);
        let neutral = POINTS.replace("satisfied = true", "satisfied = true, neutral = true");
        assert_eq!(
            warnings(&file(&neutral, &cortesia)),
            one("The neutral point of the scale `five` counts as satisfied.", "\"five\"")
        );
    }

    #[test]
    fn what_concerns_the_whole_form_is_said_at_its_code() {
        let note = "[[pages.questions]]\ncode = \"n\"\nkind = \"note\"\ntext = { it = \"A\", en = \"A\" }\n";
        assert_eq!(warnings(&file(POINTS, note)), one("No question asks for the overall judgement.", "\"f\""));
        let number = |index: usize| {
            format!(
                "[[pages.questions]]\ncode = \"n{index}\"\nkind = \"number\"\nrole = \"need\"\nrequired = {}\nleast = 0\nmost = 9\n\
                 text = {{ it = \"N\", en = \"N\" }}\n",
                index < 4
            )
        };
        let many: String = (0..50).map(number).collect();
        let found = warnings(&file(POINTS, &format!("{OVERALL}{many}")));
        assert_eq!(
            found.iter().map(|(message, _)| message.as_str()).collect::<Vec<_>>(),
            ["4 questions are required.", "This form asks for 51 answers."]
        );
        let profile = number(1).replace("need", "profile");
        let found = warnings(&file(POINTS, &format!("{OVERALL}{profile}")));
        assert_eq!(found, one("A question about the person is required.", "{ it = \"N\", en = \"N\" }"));
    }
}
