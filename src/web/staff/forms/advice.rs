//! What the adviser says of a draft, beside what it is about, with a button where one can do what it says.

use super::places::ends_of;
use super::words::in_quotes;
use crate::fault::{Said, Value};
use crate::flows::advise_form::{Known, surroundings_of};
use crate::flows::words::said_in_words;
use crate::form::advice::{Advice, Matter, Place, Remedy, Weight, advise, apply};
use crate::form::{Form, source_hash};
use crate::language::{Argument, say_with};
use crate::store::form_draft::FormDraft;
use crate::text::{Code, Language, Texts};
use crate::web::problem::Problem;
use crate::web::staff::field::language_name;
use crate::web::staff::session::Desk;

/// One thing, in words.
pub(super) struct AdviceView {
    /// What the matter is called where it is a goal without its question; else "".
    goal: &'static str,
    pub serious: bool,
    pub what: String,
    /// Why, what to do, who says so.
    pub hint: String,
    /// What the button sends and says.
    pub button: Option<(String, String)>,
}

/// So many goals without a question are told one by one.
const FEW_GOALS: usize = 3;

/// More goals without a question than are told one by one, under one heading.
pub(super) struct Goals {
    pub serious: bool,
    pub what: String,
    pub hint: String,
    pub each: Vec<AdviceView>,
}

/// The goals without a question that are many, each sort under its heading, and the other advice.
pub(super) fn goals_apart(language: &Language, mut advice: Vec<AdviceView>) -> (Vec<Goals>, Vec<AdviceView>) {
    let mut apart = Vec::new();
    for sort in ["unmeasured-goal", "unjudged-goal"] {
        if advice.iter().filter(|one| one.goal == sort).count() <= FEW_GOALS {
            continue;
        }
        let (each, others): (Vec<_>, Vec<_>) = advice.into_iter().partition(|one| one.goal == sort);
        advice = others;
        let count = [("count", Argument::Count(each.len() as u64))];
        apart.push(Goals {
            serious: each.iter().any(|one| one.serious),
            what: say_with(language, &format!("forms-goals-{sort}"), &count),
            hint: each.first().map(|one| one.hint.clone()).unwrap_or_default(),
            each,
        });
    }
    (apart, advice)
}

/// All of it, with what it is about.
pub(super) struct Told(Vec<(Subject, AdviceView)>);

/// What an advice is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    Form,
    /// A question, also for an item of its matrix.
    Question(Code),
    Scale(Code),
}

impl Told {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Those about one thing.
    pub fn take(&mut self, subject: &Subject) -> Vec<AdviceView> {
        let (own, others) = std::mem::take(&mut self.0).into_iter().partition(|(own, _)| own == subject);
        self.0 = others;
        Vec::into_iter(own).map(|(_, view)| view).collect()
    }

    /// All that is left.
    pub fn all(self) -> Vec<(Subject, AdviceView)> {
        self.0
    }
}

/// What the adviser says of a draft.
pub(super) async fn told(desk: &Desk, draft: &FormDraft, form: &Form) -> Result<Told, Problem> {
    let (draft, own) = (draft.clone(), form.clone());
    let known = desk.visit.block(move |site| surroundings_of(site, &draft, &own)).await?;
    let view = |advice: Advice| {
        let (subject, code) = match &advice.at {
            Place::Form => (Subject::Form, ""),
            Place::Question(code) | Place::Item { question: code, .. } => (Subject::Question(code.clone()), code.as_str()),
            Place::Scale(code) => (Subject::Scale(code.clone()), code.as_str()),
        };
        let button = advice
            .remedy
            .as_ref()
            .map(|_| (format!("heed {} {code}", mark(&advice)), button_in_words(&desk.language, form, &advice)));
        let view = AdviceView {
            goal: goal_of(&advice).map(|_| advice.matter.keys().name).unwrap_or_default(),
            serious: advice.matter.weight() == Weight::Serious,
            what: what_in_words(&desk.language, form, &advice),
            hint: said_in_words(&desk.language, &advice.hint()),
            button,
        };
        (subject, view)
    };
    Ok(Told(advise(form, &known.around()).into_iter().map(view).collect()))
}

/// What is the matter, with names where codes of languages, goals and scales stand.
fn what_in_words(language: &Language, form: &Form, advice: &Advice) -> String {
    let scale = match &advice.at {
        Place::Scale(code) => form.scale(code).map(|scale| in_quotes(language, &ends_of(language, form, scale))),
        _ => None,
    };
    let goal = goal_of(advice).and_then(|title| title_of(language, form, title)).map(|title| in_quotes(language, title));
    let named = |(name, value): (&'static str, Value)| match (name, value) {
        ("language", Value::Text(code)) => {
            (name, Value::Text(Language::parse(&code).map_or(code, |language| language_name(&language))))
        }
        ("scale", code) => (name, scale.clone().map_or(code, Value::Text)),
        ("goal", code) => (name, goal.clone().map_or(code, Value::Text)),
        other => other,
    };
    let said = advice.what();
    said_in_words(language, &Said { key: said.key, values: said.values.into_iter().map(named).collect() })
}

/// What the button says that does it: of a goal by its title.
fn button_in_words(language: &Language, form: &Form, advice: &Advice) -> String {
    match (&advice.remedy, goal_of(advice).and_then(|title| title_of(language, form, title))) {
        (Some(Remedy::Ask { .. }), Some(title)) => {
            say_with(language, "forms-do-ask", &[("title", in_quotes(language, title).into())])
        }
        (Some(remedy), _) => said_in_words(language, &remedy.said()),
        (None, _) => String::new(),
    }
}

/// The title of the goal that lacks its question.
fn goal_of(advice: &Advice) -> Option<&Texts> {
    match &advice.matter {
        Matter::UnmeasuredGoal { title, .. } | Matter::UnjudgedGoal { title, .. } => Some(title),
        _ => None,
    }
}

/// A title of the charter: it may be written in other languages than the form.
fn title_of<'t>(language: &Language, form: &Form, title: &'t Texts) -> Option<&'t str> {
    let otherwise = || title.iter().map(|(_, text)| text).next();
    Some(title.get(language, form.fallback())).filter(|text| !text.is_empty()).or_else(otherwise)
}

/// What names an advice until the draft changes under it.
fn mark(advice: &Advice) -> String {
    source_hash(&format!("{advice:?}")).chars().take(16).collect()
}

fn find(form: &Form, known: &Known, typed: &str) -> Option<Advice> {
    advise(form, &known.around()).into_iter().find(|advice| mark(advice) == typed)
}

/// The form after the button of an advice; `None` where it is no longer said.
pub(super) fn heed(form: &Form, known: &Known, typed: &str) -> Option<Form> {
    find(form, known, typed)?.remedy.map(|remedy| apply(form, &remedy))
}

/// What the advice of a button says, for the history; "" where it is no longer said.
pub(super) fn heard(language: &Language, form: &Form, known: &Known, typed: &str) -> String {
    find(form, known, typed).map(|advice| what_in_words(language, form, &advice)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::form::{catalog, parse};

    fn form() -> Form {
        parse("f", &catalog::form("urp-annuale").unwrap()).unwrap()
    }

    fn advice(at: Place, matter: Matter) -> Advice {
        Advice { at, language: None, matter, marked: None, remedy: None }
    }

    fn told(advice: &Advice) -> String {
        what_in_words(&Language::italian(), &form(), advice).replace(['\u{2068}', '\u{2069}'], "")
    }

    fn goal(field: &str) -> Advice {
        let mut title = Texts::default();
        title.set(Language::italian(), "Attesa al telefono");
        let [goal, code] = ["wait", field].map(|own| Code::parse(own).unwrap());
        let remedy = Remedy::Ask { code: code.clone(), scale: form().scales[0].code.clone(), text: title.clone() };
        let matter = Matter::UnmeasuredGoal { goal, title, field: code };
        Advice { remedy: Some(remedy), ..advice(Place::Form, matter) }
    }

    #[test]
    fn languages_goals_and_scales_are_told_by_their_names() {
        let long = Matter::LongText { characters: 201, most: 200 };
        let german = Advice { language: Language::parse("de"), ..advice(Place::Form, long) };
        assert!(told(&german).contains("Deutsch"), "{}", told(&german));
        let scale = form().scales[0].code.clone();
        let said = told(&advice(Place::Scale(scale.clone()), Matter::UnbalancedScale { better: 1, worse: 2 }));
        assert!(said.contains("«Per niente … Molto»") && said.contains("ha un punto favorevole e 2 sfavorevoli"), "{said}");
        assert!(told(&goal("phone_wait")).contains("L'obiettivo «Attesa al telefono» si misura con `phone_wait`"));
        let button = button_in_words(&Language::italian(), &form(), &goal("phone_wait"));
        assert_eq!(button.replace(['\u{2068}', '\u{2069}'], ""), "Aggiungi la domanda «Attesa al telefono»");
    }

    #[test]
    fn many_goals_without_a_question_stand_under_one_heading() {
        let view =
            |goal: &'static str| AdviceView { goal, serious: true, what: String::new(), hint: String::new(), button: None };
        let few = || vec![view("unmeasured-goal"), view(""), view("unmeasured-goal"), view("unmeasured-goal")];
        let (apart, others) = goals_apart(&Language::italian(), few());
        assert_eq!((apart.len(), others.len()), (0, 4));
        let (apart, others) = goals_apart(&Language::italian(), few().into_iter().chain([view("unmeasured-goal")]).collect());
        assert_eq!((apart.len(), apart[0].each.len(), others.len()), (1, 4, 1));
        assert!(apart[0].what.contains('4'), "{}", apart[0].what);
    }
}
