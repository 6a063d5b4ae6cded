//! Opening: the key is made, the goals' rules are sealed, the doors open.

use super::{Failed, Outcome, Refused};
use crate::ids::SurveyId;
use crate::site::Site;
use crate::store::{self, StoreError};
use crate::survey::State;
use serde_json::json;

/// Opens a draft. Sealed with it: the charter's goals, the form version, the universe, the plan, the threshold, the verdict rule.
///
/// # Errors
/// Refused when it is no draft.
pub fn open_survey(site: &Site, id: SurveyId) -> Outcome<()> {
    let survey = site.survey(id)?;
    survey.state.open().map_err(|wrong| Refused::WrongState(wrong.state))?;
    // The key comes first: an open survey without a key could take no answer.
    site.keys.make(id).map_err(Failed::Keys)?;
    let version = site.form_version(survey.form_version)?;
    let (plan, universe, charter) = site.store.read(|db| {
        let plan = store::survey::plan(db, id)?;
        let charter = plan.charter.map(|charter| store::charter::find(db, charter)).transpose()?;
        Ok((plan, store::universe::find(db, id)?, charter))
    })?;
    let body = json!({
        "survey": survey.code,
        "form": { "code": version.form.code, "layout_hash": version.layout_hash, "text_revision": version.text_revision },
        "charter": charter.as_ref().map(|charter| json!({ "hash": charter.hash, "source": charter.source })),
        "universe": universe.contacts.iter().map(|(channel, group, contacts)| json!([channel.code(), group, contacts])).collect::<Vec<_>>(),
        "planned_responses": plan.planned_responses,
        "privacy_threshold": plan.privacy_threshold,
        "weighting": "none",
        "verdict": "reached when the one-sided 95 % Wilson (share) or t (mean) bound lies on the target's good side",
    });
    seal(site, id, &body, "")?;
    let opened = site.store.write(|db| store::survey::change_state(db, id, State::Draft, State::Open));
    site.forget_surveys();
    if opened? { Ok(()) } else { Err(Refused::WrongState(site.survey(id)?.state).into()) }
}

/// Puts a seal beside the earlier ones. A later change needs a reason.
///
/// # Errors
/// Only when the database fails.
pub fn seal(site: &Site, survey: SurveyId, body: &serde_json::Value, reason: &str) -> Outcome<()> {
    let text = body.to_string();
    let hash = crate::form::source_hash(&text);
    let now = site.clock.now();
    let sealed = site.store.write(|db| -> Result<(), StoreError> {
        // Opening again after a crash between seal and state finds the same seal.
        if store::seal::list(db, survey)?.last().is_some_and(|last| last.hash == hash) {
            return Ok(());
        }
        store::seal::append(db, survey, &hash, reason, &text, now).map(|_| ())
    });
    Ok(sealed?)
}
