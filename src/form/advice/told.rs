//! Advice as the warnings of a form file: each at its place, above carets.

use super::{Place, Surroundings, advise};
use crate::fault::typed::Source;
use crate::form::Form;
use crate::form::file::Places;

/// Notes every warning about a form that was read from a file.
pub(in crate::form) fn warn(form: &Form, places: &Places, source: &Source<'_>) {
    for advice in advise(form, &Surroundings::default()) {
        let name = match &advice.at {
            Place::Form => String::new(),
            Place::Question(code) | Place::Item { item: code, .. } => code.to_string(),
            Place::Scale(code) => format!("scale {code}"),
        };
        let range = places.get(&name).cloned().unwrap_or_else(|| source.first_line());
        source.warn(range, advice.what(), advice.hint());
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Matter, Measure, Readability, Remedy};
    use crate::fault::{Fault, Said, Severity};
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
        assert_eq!(found, one("This seems to ask two things at once: \"Cortesia e competenza\".", text));
        let weighed = file(POINTS, &item(text).replace("role = \"satisfaction\"", "role = \"importance\""));
        assert_eq!(
            warnings(&weighed),
            one("This seems to ask two things at once: \"Cortesia e competenza\".", text),
            "nor can it be weighed"
        );
    }

    #[test]
    fn leading_and_long_words_are_pointed_at() {
        let text = "{ it = \"Quanto apprezza la cortesia?\", en = \"Courtesy\" }";
        assert_eq!(warnings(&file(POINTS, &item(text))), one("\"Quanto apprezza\" pushes towards an answer.", text));
        let text = format!("{{ it = \"{}\", en = \"Courtesy\" }}", "a".repeat(201));
        assert_eq!(warnings(&file(POINTS, &item(&text))), one("The text (it) has 201 characters, more than 200.", &text));
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
        let third = "{ value = 3, satisfied = true, label = { it = \"Molto\", en = \"Very\" } }]";
        let neutral =
            POINTS.replace("satisfied = true", "satisfied = true, neutral = true").replace(" }]", &format!(" }}, {third}"));
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
            ["4 questions are required.", "This form asks for 51 answers, more than 50."]
        );
        let profile = number(1).replace("need", "profile");
        let found = warnings(&file(POINTS, &format!("{OVERALL}{profile}")));
        assert_eq!(found, one("A question about the person is required.", "{ it = \"N\", en = \"N\" }"));
    }

    /// One of each matter.
    fn every_matter() -> Vec<Matter> {
        let code = || crate::text::Code::parse("c").unwrap();
        let hard = |measure| Matter::HardToRead(Readability { measure, value: 9.0, words: 20 });
        let mut all: Vec<Matter> = [
            Measure::Gulpease,
            Measure::Flesch,
            Measure::Amstad,
            Measure::KandelMoles,
            Measure::SentenceLength,
            Measure::WordLength,
        ]
        .into_iter()
        .map(hard)
        .collect();
        all.extend([
            Matter::DoubleBarrelled,
            Matter::Leading,
            Matter::Negation,
            Matter::DoubleNegation,
            Matter::Absolute,
            Matter::UnbalancedScale { better: 2, worse: 1 },
            Matter::UnlabelledScale,
            Matter::TooManyPoints { points: 9, most: 7 },
            Matter::NoDontKnow,
            Matter::NoneSatisfied,
            Matter::NeutralSatisfied,
            Matter::LongText { characters: 201, most: 200 },
            Matter::RequiredPersonal,
            Matter::PersonalAsked,
            Matter::SensitiveAsked,
            Matter::ManyRequired { count: 4 },
            Matter::ManyOpenQuestions { count: 4, most: 3 },
            Matter::ManyAnswers { count: 51, most: 50 },
            Matter::OverPromisedMinutes { estimated: 3, promised: 1 },
            Matter::SmallGroups { responses: 9, threshold: 10, groups: 8 },
            Matter::UnusedQuestion,
            Matter::UnmeasuredGoal { goal: code(), title: crate::text::Texts::default(), field: code() },
            Matter::UnjudgedGoal { goal: code(), title: crate::text::Texts::default(), field: code() },
            Matter::Reworded,
            Matter::ScaleChanged,
            Matter::NewCode { before: code() },
            Matter::NoOverall,
        ]);
        all
    }

    /// One of each remedy.
    fn every_remedy() -> Vec<Remedy> {
        let code = || crate::text::Code::parse("c").unwrap();
        let text = crate::text::Texts::default;
        vec![
            Remedy::AddDontKnow(code()),
            Remedy::LabelEnds(code()),
            Remedy::MarkSatisfied(code()),
            Remedy::UnmarkNeutral(code()),
            Remedy::MakeOptional(code()),
            Remedy::SetMinutes(2),
            Remedy::SplitItem { question: code(), item: code(), parts: Vec::new() },
            Remedy::MoveToHint(code()),
            Remedy::Remove(code()),
            Remedy::Ask { code: code(), scale: code(), text: text() },
            Remedy::AskOverall { scale: code(), text: text() },
            Remedy::RestoreWords { at: super::Place::Form, text: text() },
            Remedy::Rename { from: code(), to: code() },
        ]
    }

    #[test]
    fn every_matter_is_said_with_reason_remedy_and_source_in_every_language_of_staff() {
        use super::super::{Advice, Place};
        use crate::flows::words::said_in_words;
        use crate::text::{Code, Language};
        let mut used: std::collections::BTreeSet<String> = ["advice-hint".to_owned()].into();
        for matter in every_matter() {
            let keys = matter.keys();
            used.extend([keys.what, keys.why, keys.fix, keys.source].map(str::to_owned));
            let language = Some(Language::italian());
            let at = Place::Scale(Code::parse("five").unwrap());
            let advice = Advice { at, language, matter, marked: Some("e".to_owned()), remedy: None };
            for said in [advice.what(), advice.hint(), Said::new(keys.why), Said::new(keys.fix), Said::new(keys.source)] {
                used.extend(said.values.iter().filter_map(|(_, value)| match value {
                    crate::fault::Value::Key(key) => Some((*key).to_owned()),
                    _ => None,
                }));
                for language in crate::language::complete() {
                    let words = said_in_words(language, &said);
                    assert!(!words.contains("{$") && !words.contains("advice-") && !words.is_empty(), "{language}: {words}");
                }
            }
        }
        for said in every_remedy().iter().map(Remedy::said) {
            used.insert(said.key.to_owned());
            for language in crate::language::complete() {
                let words = said_in_words(language, &said);
                assert!(!words.contains("{$") && words != said.key, "{language}: {words}");
            }
        }
        let texts = include_str!("../../language/texts/en/advice.ftl");
        let there = texts
            .lines()
            .filter(|line| line.starts_with("advice-"))
            .filter_map(|line| line.split_once(" =")?.0.to_owned().into());
        assert_eq!(there.collect::<std::collections::BTreeSet<String>>(), used, "no text is without its matter");
    }
}
