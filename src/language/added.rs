//! A language that an office adds: its files are read, and checked like the program's own.

use super::citizens::{WANTED, Wanted};
use super::messages::{self, Choice, Message, Messages, Named, place_of};
use super::mistake::mistake;
use super::plurals::{CATEGORIES, categories};
use crate::fault::{Fault, Said, Severity, hint_among};
use crate::text::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A language with the texts for citizens, checked. [`add_language`](super::add_language) makes phrases be said in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedLanguage {
    /// The language.
    pub language: Language,
    /// Its files' texts.
    pub(super) texts: Vec<String>,
}

/// What the files of a language say: the language, unless a fault forbids it, and every fault and warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextsReading {
    /// The language; `None` when any fault is an error.
    pub language: Option<AddedLanguage>,
    /// What is wrong (errors) or doubtful (warnings).
    pub faults: Vec<Fault>,
}

/// Reads the files of a language: names and texts. All of them together must have every text for citizens.
pub fn read_texts(language: &Language, files: &[(String, String)]) -> TextsReading {
    let read: Vec<Messages<'_>> = files.iter().map(|(_, text)| messages::read(text)).collect();
    let mut check = Check { language, files, read: &read, faults: Vec::new() };
    check.run();
    let mut faults = check.faults;
    faults.sort_by_key(|fault| (files.iter().position(|(name, _)| *name == fault.file), fault.line, fault.column));
    let refused = faults.iter().any(|fault| fault.severity == Severity::Error);
    let texts = files.iter().map(|(_, text)| text.clone()).collect();
    TextsReading { language: (!refused).then(|| AddedLanguage { language: language.clone(), texts }), faults }
}

/// The files of one language under the eye.
struct Check<'c> {
    language: &'c Language,
    files: &'c [(String, String)],
    read: &'c [Messages<'c>],
    faults: Vec<Fault>,
}

impl<'c> Check<'c> {
    fn run(&mut self) {
        let (files, read) = (self.files, self.read);
        let numbers = categories(self.language);
        let mut seen: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for (at, own) in read.iter().enumerate() {
            for error in &own.mistakes {
                let (range, said, hint) = mistake(&files[at].1, error);
                self.faults.push(Fault::at(&files[at].0, &files[at].1, range, said, hint));
            }
            for message in &own.all {
                if let Some((file, line)) = seen.get(message.key) {
                    let hint =
                        Said::new("fault-hint-texts-twice").with("file", files[*file].0.as_str()).with("line", line.to_string());
                    self.fault(at, message.key, Said::new("fault-texts-twice").with("key", message.key), hint);
                    continue;
                }
                let line = files[at].1[..place_of(&files[at].1, message.key).start].matches('\n').count() + 1;
                seen.insert(message.key, (at, line));
                self.named(at, message);
                match WANTED.iter().find(|wanted| wanted.key == message.key) {
                    Some(wanted) => self.message(at, message, wanted, &numbers),
                    None => self.unknown(at, message.key),
                }
            }
        }
        // What could not be read is not missing too.
        if read.iter().all(|own| own.mistakes.is_empty()) {
            self.missing(&seen);
        }
    }

    fn fault(&mut self, file: usize, piece: &str, message: impl Into<Said>, hint: impl Into<Said>) {
        let (name, text) = &self.files[file];
        self.faults.push(Fault::at(name, text, place_of(text, piece), message, hint));
    }

    fn warn(&mut self, file: usize, piece: &str, message: impl Into<Said>, hint: impl Into<Said>) {
        let (name, text) = &self.files[file];
        self.faults.push(Fault::at(name, text, place_of(text, piece), message, hint).warning());
    }

    /// A text of an older version hinders nothing; one whose key was mistyped is told as missing too.
    fn unknown(&mut self, file: usize, key: &str) {
        let known: Vec<&str> = WANTED.iter().map(|wanted| wanted.key.as_str()).collect();
        let nearest = Some(hint_among(key, &known)).filter(|hint| hint.key == "fault-hint-nearest");
        let message = Said::new("fault-texts-unknown").with("key", key);
        self.warn(file, key, message, nearest.unwrap_or_else(|| "fault-hint-texts-unknown".into()));
    }

    fn message(&mut self, file: usize, message: &Message<'c>, wanted: &Wanted, numbers: &BTreeMap<&str, BTreeSet<u64>>) {
        if message.empty {
            let said = Said::new("fault-texts-empty").with("key", message.key);
            return self.fault(file, message.key, said, "fault-hint-texts-empty");
        }
        let known: Vec<&str> = wanted.values.iter().map(String::as_str).collect();
        for value in message.values.iter().filter(|value| !wanted.values.contains(**value)) {
            let said = Said::new("fault-texts-value-unknown").with("value", *value).with("key", message.key);
            self.fault(file, value, said, hint_among(value, &known));
        }
        for value in wanted.values.iter().filter(|value| !message.values.contains(&value.as_str())) {
            let said = Said::new("fault-texts-value-missing").with("value", value.as_str()).with("key", message.key);
            let hint = Said::new("fault-hint-texts-value-missing").with("value", value.as_str());
            self.fault(file, message.key, said, hint);
        }
        for choice in message.choices.iter().filter(|choice| wanted.counts.contains(choice.value)) {
            self.choice(file, message.key, choice, numbers);
        }
        if message.key == "number-example" && !self.shows_separators(message.key) {
            self.fault(file, message.key, "fault-texts-example", "fault-hint-texts-example");
        }
    }

    /// Every number of the language has its case, by its name or one by one.
    fn choice(&mut self, file: usize, key: &str, choice: &Choice<'c>, numbers: &BTreeMap<&str, BTreeSet<u64>>) {
        let all: Vec<&str> = numbers.keys().copied().collect();
        for case in choice.cases.iter().filter(|case| case.parse::<f64>().is_err()) {
            let said = |key: &'static str| Said::new(key).with("case", *case).with("language", self.language);
            let hint = Said::new("fault-hint-texts-cases").with("cases", all.join(", "));
            match (CATEGORIES.contains(case), *case == "other" || numbers.contains_key(case)) {
                (false, _) => self.fault(file, case, said("fault-texts-case-unknown"), hint),
                (true, false) => self.warn(file, case, said("fault-texts-case-unused"), hint),
                (true, true) => {}
            }
        }
        let covered = |name: &str, counts: &BTreeSet<u64>| {
            choice.cases.contains(&name) || counts.iter().all(|count| choice.cases.contains(&count.to_string().as_str()))
        };
        for (name, counts) in numbers.iter().filter(|(name, counts)| !covered(name, counts)) {
            let some: Vec<String> = counts.iter().take(4).map(u64::to_string).collect();
            let said = Said::new("fault-texts-case-missing").with("case", *name).with("language", self.language).with("key", key);
            let hint = Said::new("fault-hint-texts-case-missing").with("case", *name).with("numbers", some.join(", "));
            // Where the cases begin: the first of them stands in the file, the missing one does not.
            self.fault(file, choice.cases.first().unwrap_or(&key), said, hint);
        }
    }

    /// What a message names besides values must be there; functions are none of ours.
    fn named(&mut self, file: usize, message: &Message<'c>) {
        for named in &message.named {
            let (name, there) = match named {
                Named::Message(name) => (name, self.read.iter().flat_map(|own| &own.all).any(|own| own.key == *name)),
                Named::Term(name) => (name, self.read.iter().any(|own| own.terms.contains(name))),
                Named::Function(name) => (name, false),
            };
            if !there {
                let said = Said::new("fault-texts-named").with("name", *name);
                self.fault(file, name, said, "fault-hint-texts-named");
            }
        }
    }

    /// A list of what is missing after each text that is there, so that it can be added where it belongs.
    fn missing(&mut self, seen: &BTreeMap<&str, (usize, usize)>) {
        let mut after: Option<&str> = None;
        let mut run: Vec<&str> = Vec::new();
        for wanted in WANTED.iter() {
            if seen.contains_key(wanted.key.as_str()) {
                self.missing_after(after, &std::mem::take(&mut run), seen);
                after = Some(&wanted.key);
            } else {
                run.push(&wanted.key);
            }
        }
        self.missing_after(after, &run, seen);
    }

    fn missing_after(&mut self, after: Option<&str>, missing: &[&str], seen: &BTreeMap<&str, (usize, usize)>) {
        if missing.is_empty() {
            return;
        }
        let place = after.and_then(|key| Some((seen.get(key)?.0, key)));
        let (file, range) = match place {
            Some((file, key)) => (file, self.place_of_key(file, key)),
            None => (0, 0..0),
        };
        let Some((name, text)) = self.files.get(file) else { return };
        let said = Said::new("fault-texts-missing").with("count", missing.len()).with("keys", missing.join(", "));
        let hint = Said::new("fault-hint-texts-missing").with("language", self.language);
        self.faults.push(Fault::at(name, text, range, said, hint));
    }

    fn place_of_key(&self, file: usize, key: &str) -> Range<usize> {
        let own = self.read[file].all.iter().find(|message| message.key == key);
        own.map_or(0..0, |message| place_of(&self.files[file].1, message.key))
    }

    /// Whether the example of a number shows both separators.
    fn shows_separators(&self, key: &str) -> bool {
        let lines = self.files.iter().flat_map(|(_, text)| text.lines());
        let written = lines.filter_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix('='));
        written.map(str::trim).any(|example| super::figures::separators_in(example).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{add_language, date, number, say, say_with, template};
    use super::*;
    use crate::flows::words::english;
    use chrono::NaiveDate;

    fn language(code: &str) -> Language {
        Language::parse(code).unwrap()
    }

    /// The texts of a language that has but `one` and `other`, told in English.
    fn whole() -> String {
        template(&language("qab"), &Language::english(), &Language::english())
    }

    /// What is told of a text that was changed: key, line of the file, what is marked in it.
    fn told(code: &str, text: &str) -> Vec<(&'static str, String, String)> {
        let faults = read_texts(&language(code), &[("f.ftl".to_owned(), text.to_owned())]).faults;
        let marked = |fault: &Fault| fault.source.chars().skip(fault.column - 1).take(fault.width).collect::<String>();
        faults
            .iter()
            .map(|fault| {
                english(fault);
                (fault.message.key, fault.source.clone(), marked(fault))
            })
            .collect()
    }

    fn only(code: &str, text: &str) -> (&'static str, String) {
        let mut told = told(code, text);
        assert_eq!(told.len(), 1, "{told:?}");
        let (key, _, marked) = told.remove(0);
        (key, marked)
    }

    #[test]
    fn a_whole_file_is_a_language_in_which_everything_is_said() {
        let text = whole()
            .replace("= English", "= Prova")
            .replace("= 1,234.5", "= 1 234,5")
            .replace("month-3 = March", "month-3 = terzo")
            .replace("{ $day } { $month } { $year }", "{ $year }, { $month } { $day }");
        let reading = read_texts(&language("qab"), &[("qab.ftl".to_owned(), text)]);
        assert_eq!(reading.faults, []);
        add_language(&reading.language.unwrap());
        let own = language("qab");
        assert_eq!([say(&own, "language-name"), say(&own, "citizen-next")], ["Prova", "Next"]);
        assert_eq!(say_with(&own, "answers-counted", &[("count", 1.into())]), "1 answer");
        assert_eq!(date(&own, NaiveDate::from_ymd_opt(2026, 3, 1).unwrap()), "2026, terzo 1");
        assert_eq!(number(&own, 1_234.5, 1), "1\u{a0}234,5");
        assert_eq!(say(&own, "staff-surveys"), say(&Language::italian(), "staff-surveys"), "staff read Italian");
    }

    #[test]
    fn what_is_missing_is_listed_where_it_belongs() {
        let text = whole();
        let without = |keys: &[&str]| {
            let kept = text.lines().filter(|line| !keys.iter().any(|key| line.starts_with(&format!("{key} ="))));
            kept.map(|line| format!("{line}\n")).collect::<String>()
        };
        assert_eq!(only("qab", &without(&["month-3", "month-4"])), ("fault-texts-missing", "month-2".to_owned()));
        let faults =
            read_texts(&language("qab"), &[("f.ftl".to_owned(), without(&["citizen-skip", "citizen-next", "citizen-back"]))])
                .faults;
        let words: Vec<String> = faults.iter().map(|fault| english(fault).0).collect();
        assert_eq!(
            words,
            [
                "After this place a text is missing: citizen-skip.",
                "After this place 2 texts are missing: citizen-next, citizen-back.",
            ]
        );
        assert_eq!(told("qab", "").len(), 1, "an empty file misses everything once");
    }

    #[test]
    fn values_and_names_must_be_those_that_the_program_gives() {
        let text = whole();
        let with = |from: &str, to: &str| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        };
        let page = "citizen-page-of = Page { $at } of { $of }";
        assert_eq!(
            only("qab", &with(page, "citizen-page-of = Page { $at }")),
            ("fault-texts-value-missing", "citizen-page-of".to_owned())
        );
        assert_eq!(
            only("qab", &with(page, "citizen-page-of = { $at } { $of } { $off }")),
            ("fault-texts-value-unknown", "off".to_owned())
        );
        assert_eq!(
            only("qab", &with("citizen-next = Next", "citizen-next = { DATE(1) }")),
            ("fault-texts-named", "DATE".to_owned())
        );
        assert_eq!(
            only("qab", &with("citizen-next = Next", "citizen-next = { -brand }")),
            ("fault-texts-named", "brand".to_owned())
        );
        assert_eq!(told("qab", &with("citizen-next = Next", "-brand = X\ncitizen-next = { -brand }")), []);
        assert_eq!(
            only("qab", &with("citizen-next = Next", "citizen-next = Next\ncitizen-nextt = Next")),
            ("fault-texts-unknown", "citizen-nextt".to_owned())
        );
        assert_eq!(
            only("qab", &with("citizen-next = Next", "citizen-next = Next\ncitizen-next = On")),
            ("fault-texts-twice", "citizen-next".to_owned())
        );
        assert_eq!(
            only("qab", &with("number-example = 1,234.5", "number-example = 1234.5")),
            ("fault-texts-example", "number-example".to_owned())
        );
    }

    #[test]
    fn every_number_of_the_language_needs_its_case() {
        let text = whole();
        let missing = told("ro", &text);
        assert!(
            missing.len() > 3 && missing.iter().all(|(key, _, marked)| *key == "fault-texts-case-missing" && marked == "one"),
            "{missing:?}"
        );
        let romanian = text
            .replace("    [one]", "    [few] { $count }\n    [one]")
            .replace("[few] { $count }\n    [one] { $minutes }", "[few] { $minutes }\n    [one] { $minutes }");
        assert_eq!(told("ro", &romanian), [], "a case may be told by its name");
        let by_number = text.replacen("    [one]", "    [1]", 1);
        assert_eq!(told("qab", &by_number), [], "or number by number");
        assert_eq!(
            only("qab", &text.replacen("    [one]", "    [one] 1\n    [few]", 1)),
            ("fault-texts-case-unused", "few".to_owned())
        );
        assert_eq!(
            only("qab", &text.replacen("    [one]", "    [one] 1\n    [ones]", 1)),
            ("fault-texts-case-unknown", "ones".to_owned())
        );
        let chinese = text.replacen(
            "answers-counted = { $count ->\n    [one] { $count } answer\n   *[other] { $count } answers\n}",
            "answers-counted = { $count }",
            1,
        );
        assert_eq!(
            told("zh", &chinese).iter().filter(|(key, ..)| *key != "fault-texts-case-unused").count(),
            0,
            "a language with one form needs no choice"
        );
    }

    #[test]
    fn mistakes_of_the_notation_are_told_in_our_words_and_hide_what_is_missing() {
        let text = whole();
        for (from, to, key, line) in [
            ("citizen-next = Next", "citizen-next Next", "fault-fluent-equals", "citizen-next Next"),
            ("citizen-next = Next", "citizen-next =", "fault-fluent-no-text", "citizen-next ="),
            ("citizen-skip = Skip", "citizen-skip = { $skip", "fault-fluent-braces", "citizen-skip = { $skip to content"),
            (
                "   *[other] { $count } answers",
                "    [other] { $count } answers",
                "fault-fluent-default",
                "    [other] { $count } answers",
            ),
            ("citizen-next = Next", "التالي", "fault-fluent", "التالي"),
        ] {
            assert!(text.contains(from));
            let told = told("qab", &text.replacen(from, to, 1));
            assert_eq!((told.len(), told[0].0, told[0].1.as_str()), (1, key, line), "{told:?}");
        }
    }
}
