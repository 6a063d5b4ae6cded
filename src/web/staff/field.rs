//! The fields of the pages on which charters and questionnaires are written: some of them once a language.

use crate::language::say;
use crate::text::Language;
use crate::web::pages::WorkplaceFrame;
use crate::web::staff::posted::Posted;

/// What is wrong with a field, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::web::staff) struct Mistake {
    pub field: String,
    pub words: String,
}

/// A field (`language_fields.html`); its name is its id too.
#[derive(Clone)]
pub(in crate::web::staff) struct Field {
    pub name: String,
    pub words: String,
    /// The type of its input.
    pub kind: &'static str,
    pub value: String,
    pub hint: String,
    pub problem: String,
    pub required: bool,
    /// The language that is to be written in it; "" for the page's.
    pub language: String,
    /// For a choice: values and their words.
    pub options: Vec<(String, String)>,
}

/// Makes fields of what was typed.
pub(in crate::web::staff) struct Maker<'a> {
    /// What the keys of their labels begin with: `charters` for `charters-field-title`.
    pub area: &'static str,
    pub language: &'a Language,
    pub posted: &'a Posted,
    pub mistakes: &'a [Mistake],
}

impl Maker<'_> {
    /// What is wrong with a field.
    pub fn problem(&self, name: &str) -> String {
        let own = self.mistakes.iter().find(|mistake| mistake.field == name);
        own.map(|mistake| mistake.words.clone()).unwrap_or_default()
    }

    fn key(&self, name: &str) -> String {
        format!("{}-field-{name}", self.area)
    }

    fn hint(&self, name: &str) -> String {
        let key = self.key(&format!("{name}-hint"));
        let hint = say(self.language, &key);
        if hint == key { String::new() } else { hint }
    }

    /// A field of one line.
    pub fn text(&self, name: &str) -> Field {
        Field {
            name: name.to_owned(),
            words: say(self.language, &self.key(name)),
            kind: "text",
            value: self.posted.value(name).to_owned(),
            hint: self.hint(name),
            problem: self.problem(name),
            required: false,
            language: String::new(),
            options: Vec::new(),
        }
    }

    /// The same where something must be written.
    pub fn required(&self, name: &str) -> Field {
        Field { required: true, ..self.text(name) }
    }

    /// A choice.
    pub fn choice(&self, name: &str, options: Vec<(String, String)>) -> Field {
        Field { options, ..self.text(name) }
    }

    /// A text in a language of the charter; the name of the language stands beside its label where there are several.
    pub fn in_language(&self, name: &str, language: &Language, of: usize) -> Field {
        let whole = in_language(name, language);
        let words = say(self.language, &self.key(name));
        let words = if of > 1 { format!("{words} ({})", language_name(language)) } else { words };
        Field {
            words,
            value: self.posted.value(&whole).to_owned(),
            problem: self.problem(&whole),
            language: language.to_string(),
            name: whole,
            ..self.text(name)
        }
    }

    /// Names every mistake above the page, by the labels of the fields that are on it.
    pub fn summarise<'f>(&self, frame: &mut WorkplaceFrame, fields: impl IntoIterator<Item = &'f Field> + Clone) {
        for mistake in self.mistakes {
            let own = fields.clone().into_iter().find(|field| field.name == mistake.field);
            let label = own.map_or_else(|| say(self.language, &self.key(&mistake.field)), |own| own.words.clone());
            frame.mend(mistake.field.clone(), &label, &mistake.words);
        }
    }
}

/// The field of a text in a language.
pub(in crate::web::staff) fn in_language(name: &str, language: &Language) -> String {
    format!("{name}_{language}")
}

impl Maker<'_> {
    /// One of several fields of the same kind, by its number from 1.
    pub fn numbered(&self, name: &str, number: usize) -> Field {
        let whole = format!("{name}_{number}");
        Field { words: say(self.language, &self.key(name)), hint: String::new(), ..self.text(&whole) }
    }

    /// A text in every language of the charter: the first alone, then the others.
    pub fn in_languages(&self, name: &str, kind: &'static str, languages: &[Language]) -> (Vec<Field>, Vec<Field>) {
        let fields = languages.iter().map(|own| Field { kind, ..self.in_language(name, own, languages.len()) });
        let mut fields: Vec<Field> = fields.collect();
        let others = fields.split_off(fields.len().min(1));
        (fields, others)
    }
}

/// A language's own name for itself; its code where the program does not speak it.
pub(in crate::web::staff) fn language_name(own: &Language) -> String {
    if crate::language::available().contains(own) { say(own, "language-name") } else { own.to_string() }
}

/// Whether any field of a folded part has something to mend.
pub(in crate::web::staff) fn is_faulty(fields: &[Field]) -> bool {
    fields.iter().any(|field| !field.problem.is_empty())
}
