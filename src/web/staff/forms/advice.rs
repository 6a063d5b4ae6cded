//! What the adviser says of a draft, beside what it is about, with a button where one can do what it says.

use crate::fault::Said;
use crate::flows::advise_form::{Known, surroundings_of};
use crate::flows::words::said_in_words;
use crate::form::advice::{Advice, Place, Weight, advise, apply};
use crate::form::{Form, source_hash};
use crate::store::form_draft::FormDraft;
use crate::web::problem::Problem;
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

/// All of it, by the code of what it is about (of an item's matrix; "" for the whole).
pub(super) struct Told(Vec<(String, AdviceView)>);

impl Told {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Those about a question or scale.
    pub fn take(&mut self, code: &str) -> Vec<AdviceView> {
        let (own, others) = std::mem::take(&mut self.0).into_iter().partition(|(place, _)| place == code);
        self.0 = others;
        Vec::into_iter(own).map(|(_, view)| view).collect()
    }

    /// All that is left.
    pub fn all(self) -> Vec<AdviceView> {
        self.0.into_iter().map(|(_, view)| view).collect()
    }
}

/// What the adviser says of a draft.
pub(super) async fn told(desk: &Desk, draft: &FormDraft, form: &Form) -> Result<Told, Problem> {
    let (draft, own) = (draft.clone(), form.clone());
    let known = desk.visit.block(move |site| surroundings_of(site, &draft, &own)).await?;
    let view = |advice: Advice| {
        let place = match &advice.at {
            Place::Form => String::new(),
            Place::Question(code) | Place::Scale(code) | Place::Item { question: code, .. } => code.to_string(),
        };
        let say = |said: &Said| said_in_words(&desk.language, said);
        let button = advice.remedy.as_ref().map(|remedy| (format!("heed {} {place}", mark(&advice)), say(&remedy.said())));
        let serious = advice.matter.weight() == Weight::Serious;
        (place, AdviceView { serious, what: say(&advice.what()), hint: say(&advice.hint()), button })
    };
    Ok(Told(advise(form, &known.around()).into_iter().map(view).collect()))
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
