//! Planning: editions, charters, and a survey as a draft with its dates, channels, universe and goals.

use super::{Outcome, Refused, publish_form::publish_form, thing};
use crate::ids::{EditionId, FormVersionId, OfficeId, SurveyId};
use crate::site::Site;
use crate::store::survey::Draft;
use crate::store::{self, StoreError};
use crate::survey::{Channel, Universe, Weighting};
use crate::text::Code;
use chrono::{Datelike, NaiveDate};

/// Adds an office.
///
/// # Errors
/// Refused when its code is taken.
pub fn found_office(site: &Site, code: &Code, name: &str, contact: &str) -> Outcome<OfficeId> {
    let added = site.store.write(|db| store::office::insert(db, code, name.trim(), contact.trim()));
    match added {
        Err(StoreError::Conflict) => Err(Refused::Exists(thing::OFFICE).into()),
        other => Ok(other?),
    }
}

/// The edition of an office and year, made now if there is none; it is compared with the latest earlier one.
///
/// # Errors
/// Only when the database fails.
pub fn edition_of(site: &Site, office: OfficeId, year: i32) -> Outcome<EditionId> {
    Ok(site.store.write(|db| store::edition::keep(db, office, year))?)
}

/// Plans a survey as a draft of an edition.
///
/// # Errors
/// Refused when dates, channels, groups or code do not fit.
pub fn plan_survey(site: &Site, draft: &Draft, universe: &Universe) -> Outcome<SurveyId> {
    check(draft, universe)?;
    check_widget(site, &draft.channels, draft.form_version)?;
    check_groups(site, draft.form_version, universe)?;
    let planned = site.store.write(|db| -> Result<SurveyId, StoreError> {
        let id = store::survey::insert(db, draft)?;
        store::universe::replace(db, id, universe)?;
        Ok(id)
    });
    match planned {
        Err(StoreError::Conflict) => Err(Refused::Exists(thing::SURVEY).into()),
        other => Ok(other?),
    }
}

/// Changes a draft.
///
/// # Errors
/// Refused when it is no draft any more, or the plan does not fit.
pub fn change_plan(site: &Site, survey: SurveyId, draft: &Draft, universe: &Universe) -> Outcome<()> {
    check(draft, universe)?;
    check_widget(site, &draft.channels, draft.form_version)?;
    check_groups(site, draft.form_version, universe)?;
    let changed = site.store.write(|db| -> Result<bool, StoreError> {
        let changed = store::survey::update_draft(db, survey, draft)?;
        if changed {
            store::universe::replace(db, survey, universe)?;
        }
        Ok(changed)
    });
    site.forget_surveys();
    match changed {
        Ok(true) => Ok(()),
        Ok(false) => Err(Refused::WrongState(site.survey(survey)?.state).into()),
        Err(StoreError::Conflict) => Err(Refused::Exists(thing::SURVEY).into()),
        Err(error) => Err(error.into()),
    }
}

/// Plans next year's survey like this one: same form, charter, channels and universe, the planned dates a year later.
///
/// # Errors
/// Refused when there is a survey of next year's code already.
pub fn duplicate_survey(site: &Site, survey: SurveyId, year: i32) -> Outcome<SurveyId> {
    let before = site.survey(survey)?;
    let (edition, plan, universe) = site.store.read(|db| {
        let edition = store::edition::find(db, before.edition)?;
        Ok((edition, store::survey::plan(db, survey)?, store::universe::find(db, survey)?))
    })?;
    let years = year - edition.year;
    let draft = Draft {
        edition: edition_of(site, edition.office, year)?,
        code: next_code(&before.code, edition.year, year),
        title: before.title.replace(&edition.year.to_string(), &year.to_string()),
        form_version: before.form_version,
        charter: plan.charter,
        opens_on: later(before.opens_on, years),
        closes_on: later(plan.planned_close, years),
        collecting_days: before.collecting_days,
        channels: before.channels,
        simulated: before.simulated,
        weighting: plan.weighting,
        privacy_threshold: plan.privacy_threshold,
        planned_responses: plan.planned_responses,
    };
    plan_survey(site, &draft, &universe)
}

/// The version of a form from the catalog, published if it was not yet.
///
/// # Errors
/// Refused when the catalog has no such form.
pub fn catalog_form(site: &Site, code: &str) -> Outcome<FormVersionId> {
    let source = crate::form::catalog::form(code).ok_or(Refused::NotThere(thing::FORM))?;
    publish_form(site, &format!("{code}.toml"), &source)
}

fn check(draft: &Draft, universe: &Universe) -> Result<(), Refused> {
    if draft.closes_on < draft.opens_on {
        return Err(Refused::Invalid("closes_on", "refused-closes-before-opening"));
    }
    if draft.channels.is_empty() {
        return Err(Refused::Invalid("channels", "refused-no-channel"));
    }
    // Without the users of a channel its answers could count for nobody.
    let stated = |channel: &Channel| universe.of(*channel).is_some_and(|contacts| contacts > 0);
    if draft.weighting == Weighting::Channel && !draft.channels.iter().all(stated) {
        return Err(Refused::Invalid("weighting", "refused-weighting-universe"));
    }
    if draft.title.trim().is_empty() {
        return Err(Refused::Invalid("title", "refused-empty"));
    }
    Ok(())
}

/// The widget asks only forms of its shape.
pub(super) fn check_widget(site: &Site, channels: &[Channel], form_version: FormVersionId) -> Outcome<()> {
    if channels.contains(&Channel::Widget) && site.form_version(form_version)?.form.stars().is_none() {
        return Err(Refused::Invalid("channels", "refused-widget-form").into());
    }
    Ok(())
}

/// Groups are choices of a question that the form asks, and together no more than the contacts of all channels.
pub(super) fn check_groups(site: &Site, form_version: FormVersionId, universe: &Universe) -> Outcome<()> {
    let Some(groups) = &universe.groups else { return Ok(()) };
    let version = site.form_version(form_version)?;
    let choices = version.form.profile_choices(&groups.question).unwrap_or_default();
    if groups.contacts.iter().any(|(code, _)| choices.iter().all(|choice| choice.code != *code)) || choices.is_empty() {
        return Err(Refused::Invalid("group_question", "refused-group-not-asked").into());
    }
    if groups.total() > universe.total() {
        return Err(Refused::Invalid("group_question", "refused-groups-exceed-channels").into());
    }
    Ok(())
}

fn later(day: NaiveDate, years: i32) -> NaiveDate {
    // The 29th of February becomes the 28th.
    day.with_year(day.year() + years).or_else(|| day.with_day(28)?.with_year(day.year() + years)).unwrap_or(day)
}

fn next_code(code: &Code, year: i32, next: i32) -> Code {
    let stem = code.as_str().trim_end_matches(&year.to_string()).trim_end_matches('_');
    Code::parse(&format!("{stem}_{next}")).unwrap_or_else(|| code.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn next_years_address_carries_next_years_number() {
        let code = |text| Code::parse(text).unwrap();
        assert_eq!(next_code(&code("urp_2025"), 2025, 2026), code("urp_2026"));
        assert_eq!(next_code(&code("urp2025"), 2025, 2026), code("urp_2026"));
        assert_eq!(next_code(&code("urp"), 2025, 2026), code("urp_2026"));
    }

    #[test]
    fn a_leap_day_stays_in_february() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(later(day(2024, 2, 29), 1), day(2025, 2, 28));
        assert_eq!(later(day(2025, 10, 1), 1), day(2026, 10, 1));
    }
}
