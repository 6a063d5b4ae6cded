//! A form as the file that says it: the way back from [`parse`](super::parse). What a file need not say is left out.

use super::question::{DEFAULT_CHARACTERS, KINDS, KindName, ROLES};
use super::scale::{POLARITIES, SYMBOLS};
use super::{DEFAULT_MINUTES, PRESENTATIONS};
use crate::form::condition::write_condition;
use crate::form::{Choice, Factor, Form, Item, Kind, Page, Point, Polarity, Presentation, Question, Role, Scale};
use crate::text::written::{Lines, inline, quoted, word_of};
use crate::text::{Code, Language, Texts};

/// The file of a form. Reading it gives the same form: comments and layout of the file that it was read from are lost.
pub fn write(form: &Form) -> String {
    let mut lines = Lines::new(&form.languages);
    lines.string("code", form.code.as_str());
    lines.strings("languages", form.languages.iter().map(Language::as_str));
    lines.texts("title", &form.title);
    lines.texts("introduction", &form.introduction);
    lines.texts("thanks", &form.thanks);
    if form.minutes != DEFAULT_MINUTES {
        lines.entry("minutes", &form.minutes.to_string());
    }
    if form.presentation != Presentation::OnePage {
        lines.word("presentation", &PRESENTATIONS, &form.presentation);
    }
    let mut writer = Writer(lines);
    form.factors.iter().for_each(|factor| writer.factor(factor));
    form.scales.iter().for_each(|scale| writer.scale(scale));
    form.pages.iter().for_each(|page| writer.page(page));
    writer.0.finish()
}

/// The lines of a form.
struct Writer<'f>(Lines<'f>);

impl Writer<'_> {
    fn code(&mut self, key: &str, code: Option<&Code>) {
        if let Some(code) = code {
            self.0.string(key, code.as_str());
        }
    }

    fn flag(&mut self, key: &str, is: bool) {
        if is {
            self.0.entry(key, "true");
        }
    }

    fn factor(&mut self, factor: &Factor) {
        self.0.block("[[factors]]");
        self.0.string("code", factor.code.as_str());
        self.0.texts("label", &factor.label);
    }

    fn scale(&mut self, scale: &Scale) {
        self.0.block("[[scales]]");
        self.0.string("code", scale.code.as_str());
        if scale.polarity != Polarity::HigherIsBetter {
            self.0.word("polarity", &POLARITIES, &scale.polarity);
        }
        let points: Vec<String> = scale.points.iter().map(|point| self.point(point)).collect();
        self.0.list("points", points.into_iter());
        for (key, label) in [("dont_know", &scale.dont_know), ("not_applicable", &scale.not_applicable)] {
            if let Some(label) = label {
                self.0.texts(key, label);
            }
        }
    }

    fn point(&self, point: &Point) -> String {
        let mut entries = vec![("value", point.value.to_string())];
        entries.extend(self.text("label", &point.label));
        entries.extend(point.satisfied.then(|| ("satisfied", "true".to_owned())));
        entries.extend(point.neutral.then(|| ("neutral", "true".to_owned())));
        entries.extend(point.symbol.map(|symbol| ("symbol", quoted(word_of(&SYMBOLS, &symbol)))));
        inline(entries)
    }

    fn page(&mut self, page: &Page) {
        self.0.block("[[pages]]");
        self.0.string("code", page.code.as_str());
        self.0.texts("title", &page.title);
        if let Some(condition) = &page.show_if {
            self.0.string("show_if", &write_condition(condition));
        }
        page.questions.iter().for_each(|question| self.question(question));
    }

    fn question(&mut self, question: &Question) {
        self.0.block("[[pages.questions]]");
        self.0.string("code", question.code.as_str());
        self.0.word("kind", &KINDS, &KindName::of(&question.kind));
        let unsaid = match question.kind {
            Kind::Note => true,
            Kind::OpenText { .. } => question.role == Role::Comment,
            _ => false,
        };
        if !unsaid {
            self.0.word("role", &ROLES, &question.role);
        }
        self.code("factor", question.factor.as_ref());
        self.flag("required", question.required);
        if let Some(condition) = &question.show_if {
            self.0.string("show_if", &write_condition(condition));
        }
        self.0.texts("text", &question.text);
        self.0.texts("hint", &question.hint);
        self.kind(&question.kind);
    }

    fn kind(&mut self, kind: &Kind) {
        match kind {
            Kind::Rating { scale } => self.code("scale", Some(scale)),
            Kind::SingleChoice { choices } => self.choices(choices, false),
            Kind::MultipleChoice { choices, at_most } => {
                if let Some(most) = at_most {
                    self.0.entry("at_most", &most.to_string());
                }
                self.choices(choices, true);
            }
            Kind::Matrix { scale, items, importance } => {
                self.code("scale", Some(scale));
                self.code("importance", importance.as_ref());
                let items: Vec<String> = items.iter().map(|item| self.item(item)).collect();
                self.0.list("items", items.into_iter());
            }
            Kind::Number { least, most } => {
                self.0.entry("least", &least.to_string());
                self.0.entry("most", &most.to_string());
            }
            Kind::OpenText { most_characters } if *most_characters == DEFAULT_CHARACTERS => {}
            Kind::OpenText { most_characters } => self.0.entry("most_characters", &most_characters.to_string()),
            Kind::Note => {}
        }
    }

    fn choices(&mut self, choices: &[Choice], multiple: bool) {
        let written = choices.iter().enumerate().map(|(place, choice)| {
            let mut entries = vec![("code", quoted(choice.code.as_str()))];
            // What is stored of a multiple choice is whether it was made.
            if !multiple && usize::from(choice.value) != place + 1 {
                entries.push(("value", choice.value.to_string()));
            }
            entries.extend(self.text("label", &choice.label));
            entries.extend(choice.exclusive.then(|| ("exclusive", "true".to_owned())));
            inline(entries)
        });
        let written: Vec<String> = written.collect();
        self.0.list("choices", written.into_iter());
    }

    fn item(&self, item: &Item) -> String {
        let mut entries = vec![("code", quoted(item.code.as_str()))];
        entries.extend(self.text("text", &item.text));
        entries.extend(item.factor.as_ref().map(|factor| ("factor", quoted(factor.as_str()))));
        inline(entries)
    }

    fn text(&self, key: &'static str, texts: &Texts) -> Option<(&'static str, String)> {
        (!texts.is_empty()).then(|| (key, self.0.inline_texts(texts)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{parse, read};
    use super::*;
    use crate::fault::Severity;
    use crate::form::{Condition, Operand, Operator, catalog};

    fn again(form: &Form) -> Form {
        let written = write(form);
        parse("again.toml", &written).unwrap_or_else(|faults| panic!("{faults:?}\n{written}"))
    }

    fn documented() -> String {
        let lines = include_str!("mod.rs").lines().take_while(|line| line.starts_with("//!"));
        let text: Vec<&str> = lines.map(|line| line[3..].trim_start_matches(' ')).collect();
        text.join("\n").split("```").nth(1).unwrap().trim_start_matches("toml").to_owned()
    }

    /// What the documented file leaves out: every role and symbol, bounds, a scale turned round, an item's own factor.
    fn with_the_rest() -> Form {
        let judged = |role: &str| {
            format!(
                "[[pages.questions]]\ncode = \"{role}\"\nkind = \"rating\"\nrole = \"{role}\"\nscale = \"ten\"\nfactor = \"staff\"\ntext = \"T\"\n"
            )
        };
        let asked = |role: &str| {
            format!(
                "[[pages.questions]]\ncode = \"{role}\"\nkind = \"number\"\nrole = \"{role}\"\nleast = -4\nmost = 4\ntext = \"T\"\n"
            )
        };
        let points: String = (0..=10)
            .map(|value| {
                let symbol = ["sad", "neutral", "happy", "star"][value % 4];
                format!("{{ value = {value}, symbol = \"{symbol}\", neutral = {}, satisfied = {} }},", value == 5, value < 5)
            })
            .collect();
        let judged: String = ["satisfaction", "importance", "overall", "recommend"].map(judged).concat();
        let asked: String = ["expectation", "need", "profile", "filter"].map(asked).concat();
        let text = format!(
            "code = \"rest\"\nlanguages = [\"de\", \"it\"]\ntitle = \"T\"\nthanks = {{ de = \"a\\n b \\\" \\\\ c\", it = \"''' \\u00ad\" }}\n\
             minutes = 60\npresentation = \"page_by_page\"\nfactors = [{{ code = \"staff\", label = \"P\" }}]\n\
             [[scales]]\ncode = \"ten\"\npolarity = \"lower_is_better\"\npoints = [{points}]\nnot_applicable = \"-\"\n\
             [[pages]]\ncode = \"one\"\n{judged}{asked}\
             [[pages.questions]]\ncode = \"block\"\nkind = \"matrix\"\nrole = \"expectation\"\nscale = \"ten\"\nimportance = \"ten\"\n\
             required = true\ntext = \"T\"\nitems = [{{ code = \"own\", text = {{ de = \"A\", it = \"B\" }}, factor = \"staff\" }}]\n\
             [[pages.questions]]\ncode = \"used\"\nkind = \"multiple_choice\"\nrole = \"filter\"\ntext = \"T\"\n\
             choices = [{{ code = \"a\", label = \"A\" }}, {{ code = \"none\", label = \"N\", exclusive = true }}]\n\
             [[pages.questions]]\ncode = \"sex\"\nkind = \"single_choice\"\nrole = \"profile\"\ntext = \"T\"\n\
             choices = [{{ code = \"a\", label = \"A\", value = 2 }}, {{ code = \"b\", label = \"B\", value = 1 }}, {{ code = \"c\", label = \"C\" }}]\n\
             [[pages]]\ncode = \"two\"\nshow_if = \"used = a\"\n\
             [[pages.questions]]\ncode = \"why\"\nkind = \"open_text\"\nrole = \"need\"\nmost_characters = 20\ntext = \"T\"\n"
        );
        parse("rest.toml", &text).unwrap_or_else(|faults| panic!("{faults:?}\n{text}"))
    }

    #[test]
    fn what_is_written_is_read_again() {
        let shipped = catalog::forms().into_iter().map(|name| catalog::form(&name).unwrap().into_owned());
        let parsed = shipped.chain([documented()]).map(|source| parse("form.toml", &source).unwrap());
        for form in parsed.chain([with_the_rest()]) {
            assert_eq!(again(&form), form);
            assert_eq!(write(&again(&form)), write(&form), "and written again it is the same file");
        }
    }

    #[test]
    fn a_written_form_has_no_warning_that_it_had_not_before() {
        for name in catalog::forms() {
            let form = parse(&name, &catalog::form(&name).unwrap()).unwrap();
            assert_eq!(read("f.toml", &write(&form)).faults, []);
        }
        assert!(read("f.toml", &write(&with_the_rest())).faults.iter().all(|fault| fault.severity == Severity::Warning));
    }

    #[test]
    fn defaults_are_left_out_and_every_choice_has_its_line() {
        let written = write(&parse("f.toml", &documented()).unwrap());
        for unsaid in ["minutes = 5", "one_page", "higher_is_better", "role = \"comment\"", "= false"] {
            assert!(!written.contains(unsaid), "{unsaid}: {written}");
        }
        for line in [
            "title.en = \"The desk\"",
            "  { code = \"man\", value = 0, label = { it = \"Uomo\", en = \"Man\" } },",
            "  { value = 2 },",
            "show_if = \"overall <= 2 or courtesy is any of [1, 2]\"",
        ] {
            assert!(written.lines().any(|own| own == line), "{line}: {written}");
        }
    }

    #[test]
    fn every_condition_is_read_as_it_was() {
        let code = |text: &str| Code::parse(text).unwrap();
        let at = |operator| Condition::Compare { field: code("overall"), operator, operand: Operand::Number(2) };
        let (one, two, three) = (at(Operator::Equal), at(Operator::Less), at(Operator::AtLeast));
        let used = Condition::AnyOf { field: code("used"), operands: ["a", "none"].map(|own| Operand::Choice(code(own))).into() };
        let and = |parts: &[&Condition]| Condition::And(parts.iter().map(|part| (*part).clone()).collect());
        let or = |parts: &[&Condition]| Condition::Or(parts.iter().map(|part| (*part).clone()).collect());
        let not = |part: &Condition| Condition::Not(Box::new(part.clone()));
        let several = [
            and(&[&or(&[&one, &two]), &three]),
            or(&[&and(&[&one, &two]), &three]),
            and(&[&and(&[&one, &two]), &three]),
            or(&[&one, &or(&[&two, &three])]),
            not(&and(&[&one, &used])),
            and(&[&not(&one), &not(&not(&or(&[&two, &used])))]),
            or(&[&at(Operator::NotEqual), &at(Operator::AtMost), &at(Operator::Greater)]),
            not(&Condition::Answered { field: code("used") }),
        ];
        for condition in several {
            let mut form = with_the_rest();
            form.pages[1].show_if = Some(condition);
            assert_eq!(again(&form), form);
        }
        assert_eq!(write_condition(&or(&[&and(&[&one, &two]), &three])), "overall = 2 and overall < 2 or overall >= 2");
        assert_eq!(write_condition(&not(&or(&[&one, &used]))), "not (overall = 2 or used is any of [a, none])");
    }

    #[test]
    fn a_text_in_some_languages_only_stays_so() {
        let mut form = with_the_rest();
        form.title = Texts::one(Language::parse("de").unwrap(), "Nur");
        form.pages[0].questions[0].hint = Texts::default();
        assert_eq!(again(&form), form);
    }
}
