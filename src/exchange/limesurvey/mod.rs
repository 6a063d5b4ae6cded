//! LimeSurvey's `.lss`: what of a survey's structure a form can hold. Its texts are HTML; what is carried are their words.

mod expression;
mod tables;

use super::draft::{Asked, Draft, DraftChoice, DraftItem, DraftPage, DraftQuestion, Expr, List};
use super::reason::Reasons;
use super::tongue::language_of;
use super::{Imported, Place, build};
use crate::fault::Said;
use crate::text::{Language, Texts};
use std::collections::BTreeMap;
use tables::{Row, Tables};

/// The bounds of a number that states none.
const BOUNDS: (i64, i64) = (0, 1_000_000);

/// Reads the file; `None` where the text is XML of another kind, or none.
pub(super) fn read(text: &str) -> Option<Imported> {
    let options = roxmltree::ParsingOptions { allow_dtd: false, nodes_limit: 2_000_000, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, options).ok()?;
    let tables = Tables::of(&document)?;
    let mut reasons = Reasons::new();
    let draft = Reader::new(&tables, &mut reasons).draft();
    Some(build::build(draft, reasons))
}

struct Reader<'r> {
    tables: &'r Tables<'r>,
    reasons: &'r mut Reasons,
    languages: Vec<Language>,
    lists: BTreeMap<String, List>,
    dropped: Vec<String>,
    /// The options of multiple choices, by the names that expressions have for them: question and choice.
    options: BTreeMap<String, (String, String)>,
}

impl<'r> Reader<'r> {
    fn new(tables: &'r Tables<'r>, reasons: &'r mut Reasons) -> Self {
        let survey = tables.rows("surveys").next();
        let named = survey.map(|row| format!("{} {}", row.get("language"), row.get("additional_languages"))).unwrap_or_default();
        let mut languages: Vec<Language> = Vec::new();
        for language in named.split_whitespace().filter_map(language_of) {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        if languages.is_empty() {
            languages.push(Language::italian());
        }
        let options = BTreeMap::new();
        Self { tables, reasons, languages, lists: BTreeMap::new(), dropped: Vec::new(), options }
    }

    fn draft(mut self) -> Draft {
        let words = |key: &str| self.tables.settings(key);
        let (title, introduction, thanks) = (words("surveyls_title"), words("surveyls_welcometext"), words("surveyls_endtext"));
        let mut pages: Vec<DraftPage> = Vec::new();
        let mut all: BTreeMap<&str, Vec<Row<'_>>> = BTreeMap::new();
        for question in self.tables.in_order("questions", "qid", "question_order") {
            all.entry(question.get("gid")).or_default().push(question);
        }
        for group in self.tables.in_order("groups", "gid", "group_order") {
            let id = group.get("gid");
            let title = self.tables.worded(("groups", "group_l10ns"), "gid", id, "group_name");
            let place = Place::Part(title.iter().next().map(|(_, text)| text.to_owned()).unwrap_or_else(|| id.to_owned()));
            let when = self.when(&group, "grelevance", &place);
            let mut questions = Vec::new();
            for question in all.remove(id).unwrap_or_default().iter() {
                questions.extend(self.question(question));
            }
            let name = title.iter().next().map(|(_, text)| text.to_owned()).unwrap_or_default();
            pages.push(DraftPage { place, name, title, when, questions });
        }
        let code = title.iter().next().map(|(_, text)| text.to_owned()).unwrap_or_default();
        Draft {
            code,
            languages: self.languages,
            title,
            introduction,
            thanks,
            minutes: None,
            presentation: None,
            factors: Vec::new(),
            lists: self.lists,
            list_order: Vec::new(),
            pages,
            dropped: self.dropped,
        }
    }

    fn when(&mut self, row: &Row<'_>, key: &str, place: &Place) -> Vec<Expr> {
        let text = row.get(key);
        if text.is_empty() || text == "1" {
            return Vec::new();
        }
        let read = expression::parse(text, &self.options);
        if read.is_none() {
            self.reasons.push(place, Said::new("exchange-when-unreadable").with("text", text), "exchange-hint-when");
        }
        read.into_iter().collect()
    }

    fn question(&mut self, row: &Row<'_>) -> Vec<DraftQuestion> {
        let (id, name) = (row.get("qid"), row.get("title"));
        let place = Place::Part(name.to_owned());
        let text = self.tables.worded(("questions", "question_l10ns"), "qid", id, "question");
        let hint = self.tables.worded(("questions", "question_l10ns"), "qid", id, "help");
        if text.iter().any(|(_, words)| words.contains('{')) {
            self.reasons.push(&place, "exchange-piped", "exchange-hint-piped");
        }
        let when = self.when(row, "relevance", &place);
        let required = row.get("mandatory") == "Y" || row.get("mandatory") == "S";
        let make = |name: &str, text: Texts, asked: Asked| DraftQuestion {
            place: place.clone(),
            name: name.to_owned(),
            text,
            hint: hint.clone(),
            role: None,
            factor: None,
            required,
            when: when.clone(),
            asked,
        };
        let each = |reader: &Self, asked: &Asked| -> Vec<DraftQuestion> {
            let parts = reader.parts(id, name);
            // Each is a question of its own; what they have in common stands before the first.
            let head = make(name, text.clone(), Asked::Note);
            [head].into_iter().chain(parts.into_iter().map(|part| make(&part.name, part.text, asked.clone()))).collect()
        };
        match row.get("type") {
            "K" => each(self, &Asked::Number { least: BOUNDS.0, most: BOUNDS.1 }),
            "Q" => each(self, &Asked::Text { most: None }),
            kind => {
                let asked = self.asked(row, kind, &place);
                if asked.is_none() {
                    self.dropped.push(name.to_owned());
                }
                let other = row.get("other") == "Y" && matches!(asked, Some(Asked::One { .. } | Asked::Several { .. }));
                let words = other.then(|| {
                    let mut words = make(&format!("{name}_words"), self.fixed(&OTHER), Asked::Text { most: Some(200) });
                    words.when.push(Expr::Selected { name: name.to_owned(), value: "other".to_owned() });
                    words.required = false;
                    words
                });
                asked.map(|asked| make(name, text, asked)).into_iter().chain(words).collect()
            }
        }
    }

    /// How a question of one answer, or of one block, is answered; `None`, and why, where no kind of ours can.
    fn asked(&mut self, row: &Row<'_>, kind: &str, place: &Place) -> Option<Asked> {
        let (id, name, list) = (row.get("qid"), row.get("title"), row.get("qid").to_owned());
        let lost = match kind {
            "R" => ("exchange-type-rank", "exchange-hint-type-rank"),
            "|" => ("exchange-type-media", "exchange-hint-type-media"),
            "*" => ("exchange-type-calculated", "exchange-hint-type-calculated"),
            _ => ("exchange-type-unknown", "exchange-hint-type-unknown"),
        };
        match kind {
            "L" | "!" | "O" => {
                self.list(id, row, false);
                if kind == "O" {
                    self.reasons.push(place, "exchange-comment", "exchange-hint-comment");
                }
                Some(Asked::One { list, likert: false })
            }
            "M" | "P" => {
                self.list(id, row, true);
                if kind == "P" {
                    self.reasons.push(place, "exchange-comment", "exchange-hint-comment");
                }
                let at_most = self.tables.attribute(id, "max_answers").and_then(|text| text.parse().ok());
                let exclusive = self.tables.attribute(id, "exclude_all_others").unwrap_or_default();
                let exclusive = exclusive.split(';').map(str::to_owned).collect();
                Some(Asked::Several { list, at_most, exclusive })
            }
            "Y" => Some(self.one_of(list, &[("Y", &YES), ("N", &NO)], false)),
            "G" => Some(self.one_of(list, &[("F", &FEMALE), ("M", &MALE)], false)),
            "5" => Some(Asked::Range { least: 1, most: 5 }),
            "N" => Some(self.number(id, place)),
            "S" => Some(Asked::Text { most: Some(250) }),
            "T" | "U" => Some(Asked::Text { most: None }),
            "D" => {
                self.reasons.push(place, "exchange-type-date", "exchange-hint-in-words");
                Some(Asked::Text { most: Some(100) })
            }
            "X" => Some(Asked::Note),
            "F" | "H" => {
                self.list(id, row, false);
                Some(self.matrix(id, name, list))
            }
            "A" | "B" => {
                let most = if kind == "A" { 5 } else { 10 };
                let choices = (1..=most).map(|value: u8| choice(place, &value.to_string(), Texts::default()));
                self.lists.insert(list.clone(), List { choices: choices.collect(), scale: None });
                Some(self.matrix(id, name, list))
            }
            "C" | "E" => {
                let words: [(&str, &Words); 3] = if kind == "C" {
                    [("N", &NO), ("U", &UNCERTAIN), ("Y", &YES)]
                } else {
                    [("D", &LESS), ("S", &SAME), ("I", &MORE)]
                };
                self.one_of(list.clone(), &words, true);
                Some(self.matrix(id, name, list))
            }
            _ => {
                self.reasons.push(place, Said::new(lost.0).with("type", kind), lost.1);
                None
            }
        }
    }

    fn number(&mut self, id: &str, place: &Place) -> Asked {
        let bound = |key: &str| {
            self.tables.attribute(id, key).and_then(|text| text.parse::<f64>().ok()).filter(|number| number.abs() < 4e9)
        };
        let (least, most) = (bound("min_num_value_n"), bound("max_num_value_n"));
        let low = least.map_or(BOUNDS.0, |number| number.ceil() as i64);
        let high = most.map_or(BOUNDS.1.max(low + 1), |number| number.floor() as i64);
        let (low, high) = if low < high && high - low <= 4_000_000_000 { (low, high) } else { BOUNDS };
        if least.is_none() || most.is_none() {
            let message = Said::new("exchange-bounds").with("least", low).with("most", high);
            self.reasons.push(place, message, "exchange-hint-bounds");
        }
        Asked::Number { least: low, most: high }
    }

    /// The choices of a question: its answers, or the questions below it.
    fn list(&mut self, id: &str, row: &Row<'_>, below: bool) {
        let name = row.get("title");
        let mut choices: Vec<DraftChoice> = if below {
            let parts = self.tables.parts(id).into_iter();
            parts.map(|(code, text)| choice(&Place::Part(format!("{name} {code}")), &code, text)).collect()
        } else {
            let answers = self.tables.answers(id).into_iter();
            answers.map(|(code, text)| choice(&Place::Part(format!("{name} {code}")), &code, text)).collect()
        };
        if below {
            let options = choices.iter().map(|own| (format!("{name}_{}", own.name), (name.to_owned(), own.name.clone())));
            self.options.extend(options);
        }
        if row.get("other") == "Y" {
            choices.push(choice(&Place::Part(name.to_owned()), "other", self.fixed(&OTHER)));
        }
        self.lists.insert(id.to_owned(), List { choices, scale: None });
    }

    fn one_of(&mut self, list: String, words: &[(&str, &Words)], likert: bool) -> Asked {
        let choices = words.iter().map(|(code, words)| choice(&Place::File, code, self.fixed(words))).collect();
        self.lists.insert(list.clone(), List { choices, scale: None });
        Asked::One { list, likert }
    }

    fn matrix(&self, id: &str, name: &str, list: String) -> Asked {
        Asked::Matrix { list, items: self.parts(id, name), importance: None }
    }

    /// The questions below one, by the names that expressions have for them.
    fn parts(&self, id: &str, name: &str) -> Vec<DraftItem> {
        let part = |(code, text): (String, Texts)| {
            let name = format!("{name}_{code}");
            DraftItem { place: Place::Part(name.clone()), name, text, factor: None }
        };
        self.tables.parts(id).into_iter().map(part).collect()
    }

    fn fixed(&self, words: &Words) -> Texts {
        let mut texts = Texts::default();
        for language in &self.languages {
            let own = words.iter().find(|(code, _)| *code == language.as_str()).map_or(words[0].1, |(_, word)| word);
            texts.set(language.clone(), own);
        }
        texts
    }
}

/// Words that LimeSurvey has of its own, English first.
type Words = [(&'static str, &'static str); 4];

const YES: Words = [("en", "Yes"), ("it", "Sì"), ("de", "Ja"), ("fr", "Oui")];
const NO: Words = [("en", "No"), ("it", "No"), ("de", "Nein"), ("fr", "Non")];
const UNCERTAIN: Words = [("en", "Uncertain"), ("it", "Incerto"), ("de", "Unsicher"), ("fr", "Indécis")];
const LESS: Words = [("en", "Less"), ("it", "Di meno"), ("de", "Weniger"), ("fr", "Moins")];
const SAME: Words = [("en", "The same"), ("it", "Uguale"), ("de", "Gleich"), ("fr", "Sans changement")];
const MORE: Words = [("en", "More"), ("it", "Di più"), ("de", "Mehr"), ("fr", "Plus")];
const FEMALE: Words = [("en", "Female"), ("it", "Donna"), ("de", "Weiblich"), ("fr", "Femme")];
const MALE: Words = [("en", "Male"), ("it", "Uomo"), ("de", "Männlich"), ("fr", "Homme")];
const OTHER: Words = [("en", "Other"), ("it", "Altro"), ("de", "Sonstiges"), ("fr", "Autre")];

fn choice(place: &Place, name: &str, label: Texts) -> DraftChoice {
    DraftChoice { place: place.clone(), name: name.to_owned(), label, value: None, exclusive: false }
}
