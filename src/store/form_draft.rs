//! Questionnaires while staff write them: every change is a step that can be gone back to.

use super::columns::{instant, known};
use super::schema::{account, form_draft, form_step};
use super::{Database, StoreError};
use crate::ids::{AccountId, FormDraftId, FormVersionId};
use crate::text::Code;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// A draft as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormDraft {
    /// Its number.
    pub id: FormDraftId,
    /// The code of the form.
    pub code: Code,
    /// The number of its last step, from 1.
    pub revision: i32,
    /// The version that it began with.
    pub based_on: Option<FormVersionId>,
    /// The version that it became: then it changes no more.
    pub published: Option<FormVersionId>,
    /// When it was changed last.
    pub changed_at: NaiveDateTime,
    /// The file so far.
    pub source: String,
    /// The texts whose translation is older than they are, one a line.
    pub stale: String,
    /// The revision whose state this is.
    pub stems_from: i32,
}

/// A step that is to be taken.
#[derive(Clone, Copy, Debug)]
pub struct Taken<'a> {
    /// Who takes it.
    pub by: Option<AccountId>,
    /// When.
    pub at: NaiveDateTime,
    /// What is done: a word.
    pub what: &'a str,
    /// What it is done to, in words of the form.
    pub about: &'a str,
    /// The code of the form from now on.
    pub code: &'a Code,
    /// The file from now on.
    pub source: &'a str,
    /// As in [`FormDraft`].
    pub stale: &'a str,
    /// The revision that is brought back; `None` for a state that is new.
    pub brings_back: Option<i32>,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its number.
    pub revision: i32,
    /// The revision whose state it left.
    pub stems_from: i32,
    /// Who took it; "" for nobody known.
    pub by: String,
    /// When.
    pub at: NaiveDateTime,
    /// What was done: a word.
    pub what: String,
    /// What it was done to.
    pub about: String,
}

/// Begins a draft with its first step.
pub fn begin(database: &mut Database, based_on: Option<FormVersionId>, first: Taken<'_>) -> Result<FormDraftId, StoreError> {
    let row = (
        form_draft::code.eq(first.code.as_str()),
        form_draft::revision.eq(1),
        form_draft::based_on.eq(based_on.map(|version| version.0)),
        form_draft::changed_at.eq(instant(first.at)),
    );
    let id = diesel::insert_into(form_draft::table).values(row).returning(form_draft::id).get_result(database)?;
    insert_step(database, id, 1, first)?;
    Ok(FormDraftId(id))
}

/// Takes a step from the revision that was seen; `false` when another was taken meanwhile, or the draft is published or gone.
pub fn take_step(database: &mut Database, of: FormDraftId, seen: i32, step: Taken<'_>) -> Result<bool, StoreError> {
    let own = form_draft::table.find(of.0).filter(form_draft::revision.eq(seen)).filter(form_draft::version_id.is_null());
    let change =
        (form_draft::revision.eq(seen + 1), form_draft::code.eq(step.code.as_str()), form_draft::changed_at.eq(instant(step.at)));
    if diesel::update(own).set(change).execute(database)? != 1 {
        return Ok(false);
    }
    insert_step(database, of.0, seen + 1, step)?;
    Ok(true)
}

fn insert_step(database: &mut Database, of: i64, revision: i32, step: Taken<'_>) -> Result<(), StoreError> {
    let row = (
        form_step::draft_id.eq(of),
        form_step::revision.eq(revision),
        form_step::stems_from.eq(step.brings_back.unwrap_or(revision)),
        form_step::account_id.eq(step.by.map(|account| account.0)),
        form_step::taken_at.eq(instant(step.at)),
        form_step::what.eq(step.what),
        form_step::about.eq(step.about),
        form_step::source.eq(step.source),
        form_step::stale.eq(step.stale),
    );
    diesel::insert_into(form_step::table).values(row).execute(database)?;
    Ok(())
}

/// Marks a draft as the version that it became, in the revision that was seen; `false` as in [`take_step`].
pub fn publish(database: &mut Database, of: FormDraftId, seen: i32, as_version: FormVersionId) -> Result<bool, StoreError> {
    let own = form_draft::table.find(of.0).filter(form_draft::revision.eq(seen)).filter(form_draft::version_id.is_null());
    Ok(diesel::update(own).set(form_draft::version_id.eq(as_version.0)).execute(database)? == 1)
}

/// Removes a draft that is not published, in the revision that was seen; `false` as in [`take_step`].
pub fn remove(database: &mut Database, of: FormDraftId, seen: i32) -> Result<bool, StoreError> {
    let own = form_draft::table.find(of.0).filter(form_draft::revision.eq(seen)).filter(form_draft::version_id.is_null());
    Ok(diesel::delete(own).execute(database)? == 1)
}

type Stored = (i64, String, i32, Option<i64>, Option<i64>, NaiveDateTime);

fn with_state(database: &mut Database, stored: Stored) -> Result<FormDraft, StoreError> {
    let (id, code, revision, based_on, published, changed_at) = stored;
    let state = form_step::table.find((id, revision)).select((form_step::source, form_step::stale, form_step::stems_from));
    let (source, stale, stems_from) = state.first(database)?;
    Ok(FormDraft {
        id: FormDraftId(id),
        code: known("form_draft.code", Code::parse(&code))?,
        revision,
        based_on: based_on.map(FormVersionId),
        published: published.map(FormVersionId),
        changed_at,
        source,
        stale,
        stems_from,
    })
}

/// The draft of that number.
pub fn find(database: &mut Database, id: FormDraftId) -> Result<FormDraft, StoreError> {
    let stored: Stored = form_draft::table.find(id.0).first(database)?;
    with_state(database, stored)
}

/// Every draft that is not published, the one changed last first.
pub fn list(database: &mut Database) -> Result<Vec<FormDraft>, StoreError> {
    let open = form_draft::table.filter(form_draft::version_id.is_null());
    let stored: Vec<Stored> = open.order((form_draft::changed_at.desc(), form_draft::id.desc())).load(database)?;
    stored.into_iter().map(|stored| with_state(database, stored)).collect()
}

/// The drafts that became a version, the newest first.
pub fn list_published_as(database: &mut Database, version: FormVersionId) -> Result<Vec<FormDraftId>, StoreError> {
    let own = form_draft::table.filter(form_draft::version_id.eq(version.0)).order(form_draft::id.desc());
    Ok(own.select(form_draft::id).load::<i64>(database)?.into_iter().map(FormDraftId).collect())
}

/// The steps of a draft, the newest first, `most` of them.
pub fn list_steps(database: &mut Database, of: FormDraftId, most: i64) -> Result<Vec<Step>, StoreError> {
    type Row = (i32, i32, Option<String>, Option<String>, NaiveDateTime, String, String);
    let rows: Vec<Row> = form_step::table
        .left_join(account::table)
        .filter(form_step::draft_id.eq(of.0))
        .order(form_step::revision.desc())
        .limit(most)
        .select((
            form_step::revision,
            form_step::stems_from,
            account::name.nullable(),
            account::login.nullable(),
            form_step::taken_at,
            form_step::what,
            form_step::about,
        ))
        .load(database)?;
    let step = |(revision, stems_from, name, login, at, what, about): Row| Step {
        revision,
        stems_from,
        by: name.filter(|name| !name.is_empty()).or(login).unwrap_or_default(),
        at,
        what,
        about,
    };
    Ok(rows.into_iter().map(step).collect())
}

/// The file and what is stale in it as a step left them.
pub fn find_state(database: &mut Database, of: FormDraftId, revision: i32) -> Result<(String, String), StoreError> {
    Ok(form_step::table.find((of.0, revision)).select((form_step::source, form_step::stale)).first(database)?)
}

/// The revision whose state a step left.
pub fn find_stem(database: &mut Database, of: FormDraftId, revision: i32) -> Result<i32, StoreError> {
    Ok(form_step::table.find((of.0, revision)).select(form_step::stems_from).first(database)?)
}
