//! From the draft of another program's form to a form of ours.

use super::circles::circles;
use super::codes::Codes;
use super::draft::{Asked, Draft, DraftChoice, DraftItem, DraftPage, DraftQuestion, Expr};
use super::guess::{bare_scale, judges, role_of_choice, role_of_rating, scale_of};
use super::reason::{Reason, Reasons};
use super::routing::{Known, Routing, Values};
use super::tongue::named;
use super::{Imported, Place};
use crate::fault::typed::Source;
use crate::fault::{Said, Severity};
use crate::form::{self, Choice, Form, Item, Kind, Page, Presentation, Question, Reading, Role, Scale};
use crate::text::{Code, Texts};
use std::collections::{BTreeMap, BTreeSet};

/// More questions and items than any form has: what has more is refused before it is looked at.
const MOST_QUESTIONS: usize = 1_000;
/// The most choices: their places are what is stored.
const MOST_CHOICES: usize = 200;

/// Makes the form, or tells why there is none.
pub(super) fn build(draft: Draft, mut reasons: Reasons) -> Imported {
    let count = draft.pages.iter().flat_map(|page| &page.questions).flat_map(names_of).count();
    let answerable = draft.pages.iter().flat_map(|page| &page.questions).any(|question| !matches!(question.asked, Asked::Note));
    if count > MOST_QUESTIONS {
        let message = Said::new("exchange-large").with("count", count).with("most", MOST_QUESTIONS);
        reasons.push(&Place::File, message, "exchange-hint-large");
        return Imported { form: None, reasons: reasons.finish() };
    }
    let form = answerable.then(|| Builder::new(&draft, &mut reasons).form()).flatten();
    let Some(form) = form else {
        reasons.push(&Place::File, "exchange-nothing", "exchange-hint-nothing");
        return Imported { form: None, reasons: reasons.finish() };
    };
    // The reader of form files has the last word. Its warnings are for the designer, which reads the file again.
    let Reading { form, faults } = form::read("form.toml", &form::write(&form));
    let mut told = reasons.finish();
    if form.is_none() {
        let errors = faults.into_iter().filter(|fault| fault.severity == Severity::Error);
        told.extend(errors.map(|fault| Reason::of_file(fault.message, fault.hint)));
    }
    Imported { form, reasons: told }
}

/// A scale, and the value of each choice of its list.
type Points = (Code, BTreeMap<String, i64>);

struct Builder<'d> {
    draft: &'d Draft,
    reasons: &'d mut Reasons,
    codes: Codes,
    scale_codes: Codes,
    /// The scales so far, with those of lists by the names of the lists.
    scales: Vec<Scale>,
    of_lists: BTreeMap<String, Option<Points>>,
    routing: Routing,
    /// What conditions name.
    deciding: BTreeSet<String>,
}

impl<'d> Builder<'d> {
    fn new(draft: &'d Draft, reasons: &'d mut Reasons) -> Self {
        let questions = || draft.pages.iter().flat_map(|page| page.questions.iter().map(move |question| (page, question)));
        let names = |exprs: &[Expr]| exprs.iter().flat_map(Expr::names).map(str::to_owned).collect::<Vec<_>>();
        let mut depends: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (page, question) in questions() {
            let own = [names(&page.when), names(&question.when)].concat();
            for name in names_of(question) {
                depends.entry(name.to_owned()).or_default().extend(own.iter().cloned());
            }
        }
        let deciding = depends.values().flatten().cloned().collect();
        let routing = Routing { dropped: draft.dropped.clone(), circles: circles(&depends), ..Routing::default() };
        let (codes, scale_codes) = (Codes::default(), Codes::default());
        Self { draft, reasons, codes, scale_codes, scales: Vec::new(), of_lists: BTreeMap::new(), routing, deciding }
    }

    fn form(mut self) -> Option<Form> {
        // Scales that the file says are such come first and in its order, used or not.
        for name in &self.draft.list_order {
            if self.draft.lists.get(name).is_some_and(|list| list.scale.is_some()) {
                self.scale(name);
            }
        }
        let mut page_codes = Codes::default();
        let mut pages: Vec<Page> = Vec::new();
        for page in &self.draft.pages {
            let at = pages.len();
            let mut questions: Vec<Question> = Vec::new();
            for question in &page.questions {
                let made = self.question(question, (at, questions.len()));
                questions.extend(made);
            }
            if questions.is_empty() {
                continue;
            }
            let own: Vec<&str> = page.questions.iter().flat_map(names_of).collect();
            let show_if = self.show_if(&page.place, &own, &page.when, (at, 0));
            let code = page_codes.claim_alone(&page.name, "page");
            let title = self.texts(&page.place, &page.title);
            pages.push(Page { code, title, show_if, questions });
        }
        if pages.iter().flat_map(|page| &page.questions).all(|question| question.kind == Kind::Note) {
            return None;
        }
        let draft = self.draft;
        let code = Codes::default().claim_alone(&draft.code, "form");
        let title = self.texts(&Place::File, &draft.title);
        let title = if title.is_empty() { Texts::one(draft.languages.first()?.clone(), code.as_str()) } else { title };
        let several = pages.len() > 1;
        Some(Form {
            title,
            code,
            introduction: self.texts(&Place::File, &draft.introduction),
            thanks: self.texts(&Place::File, &draft.thanks),
            languages: draft.languages.clone(),
            minutes: draft.minutes.unwrap_or(5),
            presentation: draft.presentation.unwrap_or(if several { Presentation::PageByPage } else { Presentation::OnePage }),
            factors: draft.factors.clone(),
            scales: self.scales,
            pages,
        })
    }

    fn show_if(&mut self, place: &Place, own: &[&str], when: &[Expr], at: (usize, usize)) -> Option<form::Condition> {
        let reasons = &mut *self.reasons;
        self.routing.all(own, when, at, &mut |why| reasons.push(place, why.0, why.1))
    }

    fn question(&mut self, asked: &DraftQuestion, at: (usize, usize)) -> Option<Question> {
        let text = self.texts(&asked.place, &asked.text);
        let text = match text.is_empty() {
            false => text,
            true if matches!(asked.asked, Asked::Note) || asked.name.trim().is_empty() => {
                return self.drop(asked, "exchange-no-text", "exchange-hint-no-text");
            }
            true => self.named(&asked.place, &asked.name)?,
        };
        let hint = self.texts(&asked.place, &asked.hint);
        let own = names_of(asked);
        let show_if = self.show_if(&asked.place, &own, &asked.when, at);
        let made = self.kind(asked, at, &text)?;
        let note = made.kind == Kind::Note;
        let role = if note {
            Role::Comment
        } else {
            asked.role.filter(|role| fits(*role, &made.kind, &self.scales)).unwrap_or(made.role)
        };
        let factor = asked.factor.clone().filter(|_| !note);
        Some(Question { code: made.code, text, hint, role, factor, required: asked.required && !note, show_if, kind: made.kind })
    }

    /// The name of something that has no text, as its text.
    fn named(&mut self, place: &Place, name: &str) -> Option<Texts> {
        self.reasons.push(place, "exchange-no-label", "exchange-hint-no-label");
        Some(Texts::one(self.draft.languages.first()?.clone(), name.trim()))
    }

    /// Notes why a question is not carried.
    fn drop<T>(&mut self, asked: &DraftQuestion, message: impl Into<Said>, hint: &'static str) -> Option<T> {
        self.reasons.push(&asked.place, message, hint);
        self.routing.dropped.extend(names_of(asked).into_iter().map(str::to_owned));
        None
    }

    fn kind(&mut self, asked: &DraftQuestion, at: (usize, usize), text: &Texts) -> Option<Made> {
        let decides = self.deciding.contains(&asked.name);
        if let Asked::One { list, .. } | Asked::Several { list, .. } | Asked::Matrix { list, .. } = &asked.asked
            && !self.draft.lists.contains_key(list)
        {
            return self.drop(asked, Said::new("exchange-no-list").with("name", list.as_str()), "exchange-hint-no-list");
        }
        match &asked.asked {
            Asked::One { list, likert } => {
                let is_scale = *likert || self.draft.lists.get(list).is_some_and(judges);
                match is_scale.then(|| self.scale(list)).flatten() {
                    Some((scale, values)) => self.rating(asked, at, text, scale, Values::Points(values)),
                    None => self.single(asked, at, text, list, decides),
                }
            }
            Asked::Several { list, at_most, exclusive } => self.multiple(asked, at, text, list, (*at_most, exclusive, decides)),
            Asked::Matrix { list, items, importance } => self.matrix(asked, at, text, list, items, importance.as_deref()),
            Asked::Number { least, most } => {
                let code = self.codes.claim_alone(&asked.name, "question");
                self.know(&asked.name, &code, at, Values::Numbers(*least, *most));
                let role = role_of_choice(&asked.name, text, decides, true);
                Some(Made { code, role, kind: Kind::Number { least: *least, most: *most } })
            }
            Asked::Range { least, most } => {
                let code = self.scale_codes.claim_alone(&format!("from_{least}_to_{most}"), "scale");
                let scale = bare_scale(code.clone(), *least, *most);
                let known = self.scales.iter().find(|own| own.points == scale.points).map(|own| own.code.clone());
                if known.is_none() {
                    self.scales.push(scale);
                }
                let values = (*least..=*most).map(|value| (value.to_string(), i64::from(value))).collect();
                self.rating(asked, at, text, known.unwrap_or(code), Values::Points(values))
            }
            Asked::Text { most } => {
                let code = self.codes.claim_alone(&asked.name, "question");
                self.know(&asked.name, &code, at, Values::Nothing);
                let most_characters = most.unwrap_or(1_000).clamp(1, 10_000);
                Some(Made { code, role: Role::Comment, kind: Kind::OpenText { most_characters } })
            }
            Asked::Note => {
                let code = self.codes.claim_alone(&asked.name, "note");
                self.know(&asked.name, &code, at, Values::Nothing);
                Some(Made { code, role: Role::Comment, kind: Kind::Note })
            }
        }
    }

    fn know(&mut self, name: &str, code: &Code, place: (usize, usize), values: Values) {
        self.routing.known.entry(name.to_owned()).or_insert(Known { code: code.clone(), place, values });
    }

    fn rating(&mut self, asked: &DraftQuestion, at: (usize, usize), text: &Texts, scale: Code, values: Values) -> Option<Made> {
        let code = self.codes.claim_alone(&asked.name, "question");
        self.know(&asked.name, &code, at, values);
        let role = role_of_rating(&asked.name, text, &scale, &self.scales);
        Some(Made { code, role, kind: Kind::Rating { scale } })
    }

    fn single(&mut self, asked: &DraftQuestion, at: (usize, usize), text: &Texts, list: &str, decides: bool) -> Option<Made> {
        let choices = self.choices(asked, list, Code::MOST)?;
        let code = self.codes.claim_alone(&asked.name, "question");
        let named = choices.iter().map(|(name, choice)| (name.clone(), choice.code.clone())).collect();
        self.know(&asked.name, &code, at, Values::Choices(named, false));
        let mut choices: Vec<Choice> = choices.into_iter().map(|(_, choice)| Choice { exclusive: false, ..choice }).collect();
        let values: BTreeSet<u8> = choices.iter().map(|choice| choice.value).collect();
        if values.len() < choices.len() {
            (1_u8..).zip(&mut choices).for_each(|(value, choice)| choice.value = value);
        }
        Some(Made { code, role: role_of_choice(&asked.name, text, decides, false), kind: Kind::SingleChoice { choices } })
    }

    fn multiple(
        &mut self,
        asked: &DraftQuestion,
        at: (usize, usize),
        text: &Texts,
        list: &str,
        (at_most, exclusive, decides): (Option<u8>, &[String], bool),
    ) -> Option<Made> {
        let longest =
            self.draft.lists.get(list).map_or(0, |list| list.choices.iter().map(|choice| choice.name.len()).max().unwrap_or(0));
        let as_they_are = Code::parse(&asked.name).is_some() && asked.name.len() + 1 + longest <= Code::MOST;
        // The code of an option joins both; each gets its part of what a code may have.
        let most = if as_they_are { Code::MOST } else { Code::MOST - 1 - asked.name.len().clamp(8, Code::MOST / 2) };
        let mut choices = self.choices(asked, list, most)?;
        for (place, (name, choice)) in (1_u8..).zip(&mut choices) {
            choice.value = place;
            choice.exclusive |= exclusive.contains(name);
        }
        let options: Vec<String> = choices.iter().map(|(_, choice)| choice.code.to_string()).collect();
        let longest = options.iter().map(String::len).max().unwrap_or_default();
        let derived = |code: &str| options.iter().map(|option| format!("{code}_{option}")).collect();
        let code = self.codes.claim(&asked.name, "question", Code::MOST.saturating_sub(longest + 1).max(1), &derived);
        let named = choices.iter().map(|(name, choice)| (name.clone(), choice.code.clone())).collect();
        self.know(&asked.name, &code, at, Values::Choices(named, true));
        let choices: Vec<Choice> = choices.into_iter().map(|(_, choice)| choice).collect();
        let at_most = at_most.map(|most| usize::from(most).min(choices.len()).max(1) as u8);
        Some(Made {
            code,
            role: role_of_choice(&asked.name, text, decides, false),
            kind: Kind::MultipleChoice { choices, at_most },
        })
    }

    /// The choices of a list by their names; `None`, and why, where there are too few or too many.
    fn choices(&mut self, asked: &DraftQuestion, list: &str, most: usize) -> Option<Vec<(String, Choice)>> {
        let found = self.draft.lists.get(list).map(|list| list.choices.as_slice()).unwrap_or_default();
        let mut codes = Codes::default();
        let mut choices: Vec<(String, Choice)> = Vec::new();
        if found.len() > MOST_CHOICES {
            return self.drop(asked, "exchange-many-choices", "exchange-hint-many-choices");
        }
        for (place, choice) in (1_u8..).zip(found) {
            let code = codes.claim(&choice.name, "choice", most, &|_| Vec::new());
            let label = self.label(choice);
            choices.push((
                choice.name.clone(),
                Choice { code, value: choice.value.unwrap_or(place), label, exclusive: choice.exclusive },
            ));
        }
        if choices.len() < 2 {
            return self.drop(asked, "exchange-few-choices", "exchange-hint-few-choices");
        }
        Some(choices)
    }

    fn label(&mut self, choice: &DraftChoice) -> Texts {
        let label = self.texts(&choice.place, &choice.label);
        match self.draft.languages.first() {
            Some(first) if label.is_empty() => Texts::one(first.clone(), choice.name.trim()),
            _ => label,
        }
    }

    fn matrix(
        &mut self,
        asked: &DraftQuestion,
        at: (usize, usize),
        text: &Texts,
        list: &str,
        items: &[DraftItem],
        importance: Option<&str>,
    ) -> Option<Made> {
        if items.is_empty() {
            return self.drop(asked, "exchange-no-items", "exchange-hint-no-items");
        }
        let Some((scale, values)) = self.scale(list) else {
            return self.drop(asked, "exchange-no-scale", "exchange-hint-no-scale");
        };
        let weighed = importance.and_then(|list| self.scale(list));
        let code = self.codes.claim_alone(&asked.name, "block");
        let mut made: Vec<Item> = Vec::new();
        for item in items {
            let own = self.texts(&item.place, &item.text);
            let own = if own.is_empty() { self.named(&item.place, &item.name)? } else { own };
            let derived = |code: &str| weighed.iter().map(|_| format!("{code}_importance")).collect();
            let most = if weighed.is_some() { Code::MOST - "_importance".len() } else { Code::MOST };
            let item_code = self.codes.claim(&item.name, "item", most, &derived);
            self.know(&item.name, &item_code, at, Values::Points(values.clone()));
            let item = Item { code: item_code, text: own, factor: item.factor.clone() };
            if let (Some((_, values)), Some(code)) = (&weighed, item.importance_code()) {
                self.know(code.clone().as_str(), &code, at, Values::Points(values.clone()));
            }
            made.push(item);
        }
        self.know(&asked.name, &code, at, Values::Nothing);
        let role = role_of_rating(&asked.name, text, &scale, &self.scales);
        Some(Made { code, role, kind: Kind::Matrix { scale, items: made, importance: weighed.map(|(code, _)| code) } })
    }

    /// The scale that a list is, made when it is first asked for; with the value of each choice.
    fn scale(&mut self, list: &str) -> Option<Points> {
        if let Some(known) = self.of_lists.get(list) {
            return known.clone();
        }
        let found = self.draft.lists.get(list)?;
        let code = self.scale_codes.claim_alone(list, "scale");
        let made = scale_of(found, code).map(|(mut scale, values)| {
            let place = found.choices.first().map_or(Place::File, |choice| choice.place.clone());
            let aside = [&scale.dont_know, &scale.not_applicable];
            let is_kept = |own: &DraftChoice| values.contains_key(&own.name) || aside.contains(&&Some(own.label.clone()));
            for choice in found.choices.iter().filter(|own| !is_kept(own)) {
                self.reasons.push(&choice.place, "exchange-choice-aside", "exchange-hint-choice-aside");
            }
            for point in &mut scale.points {
                point.label = self.texts(&place, &point.label);
            }
            for label in [&mut scale.dont_know, &mut scale.not_applicable].into_iter().flatten() {
                *label = self.texts(&place, label);
            }
            scale.dont_know = scale.dont_know.take().filter(|label| !label.is_empty());
            scale.not_applicable = scale.not_applicable.take().filter(|label| !label.is_empty());
            if found.scale.is_none() {
                let message = Said::new("exchange-scale-guessed").with("scale", &scale.code);
                self.reasons.push(&place, message, "exchange-hint-scale-guessed");
            }
            let code = scale.code.clone();
            self.scales.push(scale);
            (code, values)
        });
        self.of_lists.insert(list.to_owned(), made.clone());
        made
    }

    /// A text as the reader takes it: in the languages of the form, in the first of them at least, and not too long.
    fn texts(&mut self, place: &Place, texts: &Texts) -> Texts {
        let mut own = Texts::default();
        for (language, text) in
            texts.iter().filter(|(language, text)| self.draft.languages.contains(language) && !text.trim().is_empty())
        {
            let most = Source::MOST_CHARACTERS;
            if text.trim().chars().count() > most {
                self.reasons.push(place, Said::new("exchange-text-long").with("most", most), "exchange-hint-text-long");
            }
            let is_said = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\r' | '\t');
            let said: String = text.trim().chars().filter(is_said).take(most).collect();
            if !said.trim().is_empty() {
                own.set(language.clone(), said.trim());
            }
        }
        let Some(first) = self.draft.languages.first() else { return own };
        if !own.is_empty() && !own.has(first) {
            let message = Said::new("exchange-untranslated").with("language", named(first));
            self.reasons.push(place, message, "exchange-hint-untranslated");
            let instead = own.iter().next().map(|(_, text)| text.to_owned()).unwrap_or_default();
            own.set(first.clone(), instead);
        }
        own
    }
}

/// A question's code, role and kind.
struct Made {
    code: Code,
    role: Role,
    kind: Kind,
}

/// The names by which conditions may know a question.
fn names_of(question: &DraftQuestion) -> Vec<&str> {
    let items = match &question.asked {
        Asked::Matrix { items, .. } => items.as_slice(),
        _ => &[],
    };
    [question.name.as_str()].into_iter().chain(items.iter().map(|item| item.name.as_str())).collect()
}

/// Whether a role is one of those that a kind of question has.
fn fits(role: Role, kind: &Kind, scales: &[Scale]) -> bool {
    let scale = match kind {
        Kind::Rating { scale } | Kind::Matrix { scale, .. } => scales.iter().find(|own| own.code == *scale),
        _ => None,
    };
    match role {
        Role::Comment => matches!(kind, Kind::OpenText { .. }),
        Role::Recommend => scale.is_some_and(|scale| scale.points.iter().map(|point| point.value).eq(0..=10)),
        Role::Satisfaction | Role::Importance | Role::Overall => scale.is_some(),
        _ => true,
    }
}

/// A page for questions that stand on none.
pub(super) fn page(place: Place, name: &str) -> DraftPage {
    DraftPage { place, name: name.to_owned(), title: Texts::default(), when: Vec::new(), questions: Vec::new() }
}
