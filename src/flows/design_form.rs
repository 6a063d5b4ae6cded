//! Writing a questionnaire: a draft that several people change at once, step by step, each of which can be gone back to; then
//! published as a version.
//!
//! A change is made to the draft as it is now, not as its page was when it was opened: two people who change two questions do not meet.
//! Who changes what somebody else changed meanwhile is told so, by the mark of the element.

pub use super::stale::Stale;
use super::{Outcome, Refused, Stop, thing};
use crate::fault::Fault;
use crate::form::edit::{CannotEdit, Element};
use crate::form::{self, Form};
use crate::ids::{AccountId, FormDraftId, FormVersionId};
use crate::site::Site;
use crate::store::form_draft::{FormDraft, Step, Taken};
use crate::store::{self, Database, StoreError};
use crate::text::{Code, Language};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The name of a draft's file in messages.
pub const DRAFT_FILE: &str = "questionario.toml";

/// The key of the refusal of a draft that became a version.
pub const PUBLISHED: &str = "refused-form-published";

/// How often a change is tried again that others were quicker with: each time, somebody else got on.
const MOST_TRIES: u32 = 20;

/// A draft and what it says.
#[derive(Debug)]
pub struct Designed {
    /// As it is kept.
    pub draft: FormDraft,
    /// The form.
    pub form: Arc<Form>,
}

impl Designed {
    fn read(site: &Site, draft: FormDraft) -> Outcome<Self> {
        // Only forms are kept: one with faults was kept by a program that read it otherwise.
        let form = site.forms.read(DRAFT_FILE, &draft.source).map_err(Refused::Faults)?;
        Ok(Self { draft, form })
    }

    /// The translations that are older than their text.
    pub fn stale(&self) -> Stale {
        Stale::read(&self.draft.stale)
    }
}

/// What a draft begins with.
#[derive(Clone, Debug)]
pub enum Beginning {
    /// A version, its code kept: the next version of the same questionnaire.
    Version(FormVersionId),
    /// A form, from the catalog or a file.
    Form(Box<Form>),
}

/// What is done in one step.
#[derive(Clone, Debug)]
pub struct Change {
    /// Who does it.
    pub by: AccountId,
    /// What: a word that the history shows.
    pub what: &'static str,
    /// To what, in words of the form.
    pub about: String,
    /// What the page showed, and the mark that it had; `None` for a change that overwrites nothing.
    pub seen: Option<(Element, String)>,
    /// Translations that were written or looked at, each with the text that it was judged by.
    pub looked_at: BTreeMap<(String, Language), String>,
}

/// Why a change is not made.
#[derive(Debug)]
pub enum NotChanged {
    /// Somebody else changed the same element meanwhile.
    Meanwhile,
    /// It cannot be.
    Cannot(CannotEdit),
    /// The form that it would leave has mistakes.
    Faults(Vec<Fault>),
    /// Anything else.
    Stop(Stop),
}

impl From<StoreError> for NotChanged {
    fn from(error: StoreError) -> Self {
        Self::Stop(error.into())
    }
}

impl From<CannotEdit> for NotChanged {
    fn from(cannot: CannotEdit) -> Self {
        match cannot {
            CannotEdit::Meanwhile => Self::Meanwhile,
            other => Self::Cannot(other),
        }
    }
}

/// Begins a draft; the first step says `about` what was begun, for a file of another program what was not carried.
///
/// # Errors
/// Refused when there is no such version.
pub fn begin_design(site: &Site, by: AccountId, beginning: &Beginning, about: &str) -> Outcome<FormDraftId> {
    let (based_on, form, stale) = match beginning {
        Beginning::Form(form) => (None, Arc::new(form.as_ref().clone()), String::new()),
        Beginning::Version(id) => {
            let (version, stale) = site.store.read(|db| Ok((store::form_version::find(db, *id)?, stale_of(db, *id)?))).map_err(
                |error| match error {
                    StoreError::NotFound => Stop::from(Refused::NotThere(thing::FORM)),
                    other => other.into(),
                },
            )?;
            (Some(*id), site.forms.read(DRAFT_FILE, &version.source).map_err(Refused::Faults)?, stale)
        }
    };
    let source = form::write(&form);
    let first = Taken {
        by: Some(by),
        at: site.clock.now(),
        what: "begun",
        about,
        code: &form.code,
        source: &source,
        stale: &stale,
        brings_back: None,
    };
    Ok(site.store.write(|db| store::form_draft::begin(db, based_on, first))?)
}

/// What was stale in the draft that became a version still is.
fn stale_of(db: &mut Database, version: FormVersionId) -> Result<String, StoreError> {
    match store::form_draft::list_published_as(db, version)?.first() {
        Some(draft) => Ok(store::form_draft::find(db, *draft)?.stale),
        None => Ok(String::new()),
    }
}

/// A draft that is still being written.
///
/// # Errors
/// Refused when there is none of that number, or it is published.
pub fn find_design(site: &Site, id: FormDraftId) -> Outcome<Designed> {
    Designed::read(site, site.store.read(|db| store::form_draft::find(db, id)).map_err(not_there)?)
}

fn not_there(error: StoreError) -> Stop {
    match error {
        StoreError::NotFound => Refused::NotThere(thing::FORM_DRAFT).into(),
        other => other.into(),
    }
}

/// Changes a draft as it is now.
///
/// # Errors
/// When the element was changed meanwhile, when the edit cannot be, when it would leave mistakes; nothing is changed then.
pub fn change_design(
    site: &Site,
    id: FormDraftId,
    change: &Change,
    edit: &dyn Fn(&Form) -> Result<Form, CannotEdit>,
) -> Result<Designed, NotChanged> {
    for _ in 0..MOST_TRIES {
        let now = find_design(site, id).map_err(NotChanged::Stop)?;
        if now.draft.published.is_some() {
            return Err(NotChanged::Stop(Refused::Invalid("revision", PUBLISHED).into()));
        }
        if let Some((element, mark)) = &change.seen
            && now.form.mark_of(element).as_ref() != Some(mark)
        {
            return Err(NotChanged::Meanwhile);
        }
        let after = edit(&now.form)?;
        if after == *now.form && change.looked_at.is_empty() {
            return Ok(now);
        }
        let source = form::write(&after);
        let after = site.forms.read(DRAFT_FILE, &source).map_err(NotChanged::Faults)?;
        let stale = now.stale().after(&now.form, &after, &change.looked_at).write();
        let step = Taken {
            by: Some(change.by),
            at: site.clock.now(),
            what: change.what,
            about: &change.about,
            code: &after.code,
            source: &source,
            stale: &stale,
            brings_back: None,
        };
        if site.store.write(|db| store::form_draft::take_step(db, id, now.draft.revision, step))? {
            return find_design(site, id).map_err(NotChanged::Stop);
        }
    }
    Err(NotChanged::Stop(StoreError::Busy.into()))
}

/// Takes back the last step that was not taken back yet, whoever took it; the step that undoes is one itself. `false` when there is
/// none left.
///
/// # Errors
/// Refused when somebody took another step meanwhile: then another one would be undone than was seen.
pub fn undo_design(site: &Site, id: FormDraftId, by: AccountId, seen: i32) -> Outcome<bool> {
    let draft = site.store.read(|db| store::form_draft::find(db, id)).map_err(not_there)?;
    if draft.stems_from <= 1 {
        return Ok(false);
    }
    let target = site.store.read(|db| store::form_draft::find_stem(db, id, draft.stems_from - 1))?;
    bring_back(site, id, by, seen, target, "undone").map(|()| true)
}

/// Brings the state back that a step left.
///
/// # Errors
/// Refused when there is no such step, or somebody took another meanwhile.
pub fn restore_design(site: &Site, id: FormDraftId, by: AccountId, seen: i32, revision: i32) -> Outcome<()> {
    let target = site.store.read(|db| store::form_draft::find_stem(db, id, revision)).map_err(not_there)?;
    bring_back(site, id, by, seen, target, "restored")
}

fn bring_back(site: &Site, id: FormDraftId, by: AccountId, seen: i32, target: i32, what: &'static str) -> Outcome<()> {
    let (source, stale) = site.store.read(|db| store::form_draft::find_state(db, id, target)).map_err(not_there)?;
    let form = site.forms.read(DRAFT_FILE, &source).map_err(Refused::Faults)?;
    let about = target.to_string();
    let step = Taken {
        by: Some(by),
        at: site.clock.now(),
        what,
        about: &about,
        code: &form.code,
        source: &source,
        stale: &stale,
        // What was gone back to by hand is a state of its own: undoing takes back the going back.
        brings_back: (what == "undone").then_some(target),
    };
    match site.store.write(|db| store::form_draft::take_step(db, id, seen, step))? {
        true => Ok(()),
        false => Err(Refused::Invalid("revision", "refused-form-changed").into()),
    }
}

/// The form as it was before its last step, where somebody took that step from the revision that was seen, and it was that one: they
/// pressed a button twice.
///
/// # Errors
/// Only when the database fails, or a form that is kept cannot be read.
pub fn before_same_step(site: &Site, id: FormDraftId, by: &str, what: &str, seen: i32) -> Outcome<Option<Arc<Form>>> {
    let last = list_steps(site, id, 1)?.into_iter().next();
    if !last.is_some_and(|step| step.revision == seen.saturating_add(1) && step.what == what && step.by == by) {
        return Ok(None);
    }
    let (source, _) = site.store.read(|db| store::form_draft::find_state(db, id, seen))?;
    Ok(Some(site.forms.read(DRAFT_FILE, &source).map_err(Refused::Faults)?))
}

/// How many steps back somebody's open page is looked for.
const LOOKED_BACK: i64 = 50;

/// The newest state of a draft in which a part of it had that mark: what somebody saw who opened its page then.
///
/// # Errors
/// Only when the database fails.
pub fn as_seen(site: &Site, id: FormDraftId, element: &Element, mark: &str) -> Outcome<Option<Arc<Form>>> {
    for step in list_steps(site, id, LOOKED_BACK)? {
        let (source, _) = site.store.read(|db| store::form_draft::find_state(db, id, step.revision))?;
        match site.forms.read(DRAFT_FILE, &source) {
            Ok(form) if form.mark_of(element).as_deref() == Some(mark) => return Ok(Some(form)),
            _ => {}
        }
    }
    Ok(None)
}

/// The steps of a draft, the newest first.
///
/// # Errors
/// Only when the database fails.
pub fn list_steps(site: &Site, id: FormDraftId, most: i64) -> Outcome<Vec<Step>> {
    Ok(site.store.read(|db| store::form_draft::list_steps(db, id, most))?)
}

/// Throws a draft away.
///
/// # Errors
/// Refused when somebody changed it meanwhile, or it is published or gone.
pub fn discard_design(site: &Site, id: FormDraftId, seen: i32) -> Outcome<()> {
    match site.store.write(|db| store::form_draft::remove(db, id, seen))? {
        true => Ok(()),
        false => Err(moved_on(site, id)?.into()),
    }
}

/// Publishes a draft as the next version of its form, which it was compared with.
///
/// # Errors
/// Refused when somebody changed or published it meanwhile, when somebody published another version than the one it was compared with:
/// what that one changed would silently go back; and when nothing differs from the newest version.
pub fn publish_design(site: &Site, id: FormDraftId, seen: i32, compared_with: Option<FormVersionId>) -> Outcome<FormVersionId> {
    let designed = find_design(site, id)?;
    if designed.draft.revision != seen || designed.draft.published.is_some() {
        return Err(moved_on(site, id)?.into());
    }
    if let Some(newest) = newest_of(site, &designed.form.code)?
        && site.forms.read(DRAFT_FILE, &newest.source).is_ok_and(|form| form == designed.form)
    {
        return Err(Refused::Invalid("revision", "refused-form-unchanged").into());
    }
    // What an older version said already is a version of its own: the newest is the one that surveys are offered.
    let source = again(site, &designed)?;
    // Together: a step that somebody takes at this moment must not leave a version behind that nobody wanted.
    let (form, source) = (&designed.form, &source);
    let (layout, file) = (form::layout_hash(form), form::source_hash(source));
    site.store.write(|db| -> Outcome<FormVersionId> {
        // From here on nobody else publishes: what is the newest now stays the newest.
        let version = store::form_version::keep(db, &form.code, &layout, &file, source)?;
        let others = store::form_version::list_of(db, &form.code)?;
        if others.iter().map(|own| own.id).find(|own| *own != version) != compared_with {
            return Err(Refused::Invalid("revision", "refused-form-newer").into());
        }
        match store::form_draft::publish(db, id, seen, version)? {
            true => Ok(version),
            false => Err(Refused::Invalid("revision", "refused-form-changed").into()),
        }
    })
}

/// The file that is published: the draft's, with a line above it where an older version is that very file.
fn again(site: &Site, designed: &Designed) -> Outcome<String> {
    let source = &designed.draft.source;
    let (versions, hash) =
        (site.store.read(|db| store::form_version::list_of(db, &designed.form.code))?, form::source_hash(source));
    let older = versions.iter().rev().position(|version| version.source_hash == hash);
    Ok(match older {
        Some(at) => format!("# Version {}: version {} again.\n{source}", versions.len() + 1, at + 1),
        None => source.clone(),
    })
}

/// The newest version of a form.
///
/// # Errors
/// Only when the database fails.
pub fn newest_of(site: &Site, code: &Code) -> Outcome<Option<store::form_version::FormVersion>> {
    Ok(versions_of(site, code)?.into_iter().next())
}

/// Every version of a form, the newest first.
///
/// # Errors
/// Only when the database fails.
pub fn versions_of(site: &Site, code: &Code) -> Outcome<Vec<store::form_version::FormVersion>> {
    Ok(site.store.read(|db| store::form_version::list_of(db, code))?)
}

/// The refusal of a revision that is no longer the last.
fn moved_on(site: &Site, id: FormDraftId) -> Outcome<Refused> {
    let draft = site.store.read(|db| store::form_draft::find(db, id)).map_err(not_there)?;
    let key = if draft.published.is_some() { PUBLISHED } else { "refused-form-changed" };
    Ok(Refused::Invalid("revision", key))
}
