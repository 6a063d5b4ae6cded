//! Opening: the key is made, the goals' rules are sealed, the doors open.

use super::{Failed, Outcome, Refused};
use crate::analysis::modes::BY_CHANNEL;
use crate::ids::SurveyId;
use crate::site::Site;
use crate::store::{self, Database, StoreError};
use crate::survey::{State, Survey};
use chrono::NaiveDateTime;
use serde_json::json;

/// Opens a draft. Sealed with it, in one transaction: the charter's goals, the form version, the universe, the plan, the
/// threshold, the verdict rule.
///
/// # Errors
/// Refused when it is no draft.
pub fn open_survey(site: &Site, id: SurveyId) -> Outcome<()> {
    site.survey(id)?.state.open().map_err(|wrong| Refused::WrongState(wrong.state))?;
    // The key comes first: an open survey without a key could take no answer.
    site.keys.make(id).map_err(Failed::Keys)?;
    let now = site.clock.now();
    let opened = site.store.write(|db| -> Result<bool, StoreError> {
        let edition = store::survey::find(db, id)?.edition;
        store::edition::hold_alone(db, edition)?;
        // The state comes first: from then on no draft can be changed, so that what is read and sealed is what opens.
        if !store::survey::change_state(db, id, State::Draft, State::Open)? {
            return Ok(false);
        }
        let survey = store::survey::find(db, id)?;
        let rules = rules_of(db, &survey)?;
        append_seal(db, id, &rules, "", now)?;
        Ok(true)
    });
    site.forget_surveys();
    if opened? { Ok(()) } else { Err(Refused::WrongState(site.survey(id)?.state).into()) }
}

/// The rules as a seal keeps them.
///
/// # Errors
/// Only when the database fails.
pub(super) fn rules_of(db: &mut Database, survey: &Survey) -> Result<serde_json::Value, StoreError> {
    let version = store::form_version::find(db, survey.form_version)?;
    let plan = store::survey::plan(db, survey.id)?;
    let charter = plan.charter.map(|charter| store::charter::find(db, charter)).transpose()?;
    let universe = store::universe::find(db, survey.id)?;
    // What results are broken down by: the channel, and who answers.
    let form = crate::form::parse(version.code.as_str(), &version.source).ok();
    let asked = form.iter().flat_map(|form| form.profile_questions().map(|(question, _)| question.code.to_string()));
    let groups: Vec<String> = std::iter::once(BY_CHANNEL.to_owned()).chain(asked).collect();
    let contacts = universe.contacts.iter().map(|(channel, group, contacts)| json!([channel.code(), group, contacts]));
    Ok(json!({
        "survey": survey.code,
        "form": { "code": version.code, "layout_hash": version.layout_hash, "text_revision": version.text_revision },
        "charter": charter.as_ref().map(|charter| json!({ "hash": charter.hash, "source": charter.source })),
        "universe": contacts.collect::<Vec<_>>(),
        "universe_groups": universe.groups.as_ref().map(|groups| json!({ "question": groups.question, "contacts": groups.contacts })),
        "planned_responses": plan.planned_responses,
        "privacy_threshold": plan.privacy_threshold,
        "groups": groups,
        "weighting": plan.weighting.code(),
        "verdict": "reached when the one-sided 95 % Wilson (share) or t (mean) bound lies on the target's good side",
    }))
}

/// Puts a seal beside the earlier ones. A later change needs a reason.
///
/// # Errors
/// Only when the database fails.
pub(super) fn append_seal(
    db: &mut Database,
    survey: SurveyId,
    rules: &serde_json::Value,
    reason: &str,
    now: NaiveDateTime,
) -> Result<(), StoreError> {
    let body = rules.to_string();
    let hash = crate::form::source_hash(&body);
    // A change that leaves the rules as they were needs no seal of its own.
    if store::seal::list(db, survey)?.last().is_some_and(|last| last.hash == hash) {
        return Ok(());
    }
    store::seal::append(db, survey, &hash, reason, &body, now).map(|_| ())
}
