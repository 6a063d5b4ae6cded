//! What the adviser says of a draft, beside what it is about, with a button where one can do what it says.

use crate::fault::{Said, Value};
use crate::flows::advise_form::{Known, surroundings_of};
use crate::flows::words::said_in_words;
use crate::form::advice::{Advice, Place, Weight, advise, apply};
use crate::form::{Form, source_hash};
use crate::store::form_draft::FormDraft;
use crate::text::{Code, Language};
use crate::web::problem::Problem;
use crate::web::staff::field::language_name;
use crate::web::staff::session::Desk;

/// One thing, in words.
pub(super) struct AdviceView {
    pub serious: bool,
    pub what: String,
    /// Why, what to do, who says so.
    pub hint: String,
    /// What the button sends and says.
    pub button: Option<(String, String)>,
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
        let say = |said: &Said| said_in_words(&desk.language, &with_names(said));
        let button = advice.remedy.as_ref().map(|remedy| (format!("heed {} {code}", mark(&advice)), say(&remedy.said())));
        let serious = advice.matter.weight() == Weight::Serious;
        (subject, AdviceView { serious, what: say(&advice.what()), hint: say(&advice.hint()), button })
    };
    Ok(Told(advise(form, &known.around()).into_iter().map(view).collect()))
}

/// The same with a language's name where its code stands.
fn with_names(said: &Said) -> Said {
    let named = |(name, value): (&'static str, Value)| match (name, value) {
        ("language", Value::Text(code)) => {
            (name, Value::Text(Language::parse(&code).map_or(code, |language| language_name(&language))))
        }
        other => other,
    };
    Said { key: said.key, values: said.values.iter().cloned().map(named).collect() }
}

/// What names an advice until the draft changes under it.
fn mark(advice: &Advice) -> String {
    source_hash(&format!("{advice:?}")).chars().take(16).collect()
}

/// The form after the button of an advice; `None` where it is no longer said.
pub(super) fn heed(form: &Form, known: &Known, typed: &str) -> Option<Form> {
    let advice = advise(form, &known.around()).into_iter().find(|advice| mark(advice) == typed)?;
    advice.remedy.map(|remedy| apply(form, &remedy))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_told_by_its_name() {
        let said = Said::new("forms-translation").with("language", "de");
        assert!(said_in_words(&Language::italian(), &with_names(&said)).contains("Deutsch"));
    }
}
