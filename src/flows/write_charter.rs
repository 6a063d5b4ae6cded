//! Writing an office's next charter: one draft an office, changed only by who saw its last state, then adopted.

use super::adopt_charter::{adopt_charter, amends, overlap_fault, overlapping};
use super::{Outcome, Refused, thing};
use crate::charter::{self, Reading};
use crate::fault::{Fault, Severity};
use crate::ids::{CharterId, OfficeId};
use crate::office::Office;
use crate::site::Site;
use crate::store;
use crate::store::StoreError;
use crate::store::charter::CharterVersion;
use crate::store::charter_draft::CharterDraft;
use std::fmt;

/// The name of a draft's file in messages.
pub const DRAFT_FILE: &str = "carta.toml";

/// A draft as somebody saw it. The number of its revision alone would not do: another draft that was begun meanwhile counts from 1
/// again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    revision: i32,
    hash: String,
}

impl Seen {
    /// As it stands.
    pub fn of(draft: &CharterDraft) -> Self {
        Self { revision: draft.revision, hash: crate::form::source_hash(&draft.source).chars().take(12).collect() }
    }

    /// Reads what [`Seen::fmt`](fmt::Display) wrote; anything else is a draft that nobody has.
    pub fn parse(typed: &str) -> Self {
        let (revision, hash) = typed.split_once('-').unwrap_or_default();
        Self { revision: revision.parse().unwrap_or_default(), hash: hash.to_owned() }
    }

    fn is(&self, draft: Option<&CharterDraft>) -> bool {
        draft.is_some_and(|draft| Self::of(draft) == *self)
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.revision, self.hash)
    }
}

/// Begins a draft with the text of a charter file, which may have mistakes: the pages of the draft tell them.
///
/// # Errors
/// Refused when there is no such office, and when it is writing a charter already.
pub fn begin_charter(site: &Site, office: OfficeId, source: &str) -> Outcome<()> {
    found(site, office)?;
    match site.store.write(|db| store::charter_draft::begin(db, office, source))? {
        true => Ok(()),
        false => Err(Refused::Invalid("from", "refused-charter-begun").into()),
    }
}

/// Changes a draft from the revision that was seen.
///
/// # Errors
/// Refused when somebody else changed or ended it meanwhile.
pub fn change_charter(site: &Site, office: OfficeId, seen: &Seen, source: &str) -> Outcome<()> {
    let changed = site.store.write(|db| {
        let is_seen = seen.is(store::charter_draft::find(db, office)?.as_ref());
        Ok::<_, StoreError>(is_seen && store::charter_draft::change(db, office, seen.revision, source)?)
    })?;
    match changed {
        true => Ok(()),
        false => Err(stale(site, office)?.into()),
    }
}

/// Throws a draft away in the revision that was seen.
///
/// # Errors
/// Refused when somebody else changed or ended it meanwhile.
pub fn discard_charter(site: &Site, office: OfficeId, seen: &Seen) -> Outcome<()> {
    match remove_seen(site, office, seen)? {
        true => Ok(()),
        false => Err(stale(site, office)?.into()),
    }
}

/// Removes a draft if it is still as it was seen; whether it did.
fn remove_seen(site: &Site, office: OfficeId, seen: &Seen) -> Outcome<bool> {
    let removed = site.store.write(|db| {
        let is_seen = seen.is(store::charter_draft::find(db, office)?.as_ref());
        Ok::<_, StoreError>(is_seen && store::charter_draft::remove(db, office, seen.revision)?)
    });
    Ok(removed?)
}

/// Adopts a draft in the revision that was seen: it becomes the next version, and the draft ends.
///
/// # Errors
/// Refused when somebody else changed or ended it meanwhile, when it is the file of the newest version, and as
/// [`adopt_charter`] refuses.
pub fn adopt_draft(site: &Site, office: OfficeId, seen: &Seen, reason: &str) -> Outcome<CharterId> {
    let draft = site.store.read(|db| store::charter_draft::find(db, office))?.filter(|draft| seen.is(Some(draft)));
    let Some(draft) = draft else { return Err(stale(site, office)?.into()) };
    let hash = crate::form::source_hash(&draft.source);
    let code = charter::parse(DRAFT_FILE, &draft.source).map_err(Refused::Faults)?.code;
    let versions = site.store.read(|db| store::charter::list(db, office))?;
    if versions.iter().find(|version| version.code == code).is_some_and(|newest| newest.hash == hash) {
        return Err(Refused::Invalid("reason", "refused-charter-unchanged").into());
    }
    let adopted = adopt_charter(site, office, DRAFT_FILE, &draft.source, reason)?;
    // What somebody else wrote or began meanwhile stays theirs: it is a draft on top of what was just adopted.
    remove_seen(site, office, seen)?;
    Ok(adopted)
}

/// The refusal of a revision that is no longer the last.
fn stale(site: &Site, office: OfficeId) -> Outcome<Refused> {
    let draft = site.store.read(|db| store::charter_draft::find(db, office))?;
    Ok(match draft {
        Some(_) => Refused::Invalid("revision", "refused-charter-changed"),
        None => Refused::NotThere(thing::CHARTER_DRAFT),
    })
}

fn found(site: &Site, office: OfficeId) -> Outcome<Office> {
    site.store.read(|db| store::office::find(db, office)).map_err(|error| match error {
        StoreError::NotFound => Refused::NotThere(thing::OFFICE).into(),
        other => other.into(),
    })
}

/// A draft with what is known of it before it is adopted.
#[derive(Debug)]
pub struct Checked {
    /// Whose it is.
    pub office: Office,
    /// As it is kept.
    pub draft: CharterDraft,
    /// What it says, and every fault and warning of it.
    pub reading: Reading,
    /// The other charter of the office that is valid in one of its years, as a fault of the draft.
    pub overlap: Option<Fault>,
    /// Whether it takes the place of a version from the same year on, which needs a reason.
    pub amends: bool,
    /// The newest version of the same charter; else of the office's charters.
    pub before: Option<CharterVersion>,
}

impl Checked {
    /// Whether nothing but a reason is needed to adopt it.
    pub fn is_sound(&self) -> bool {
        self.overlap.is_none() && self.reading.faults.iter().all(|fault| fault.severity != Severity::Error)
    }
}

/// Looks over the draft of an office.
///
/// # Errors
/// Refused when there is no such office, or it is writing no charter.
pub fn check_draft(site: &Site, office: OfficeId) -> Outcome<Checked> {
    let office = found(site, office)?;
    let (draft, versions) =
        site.store.read(|db| Ok((store::charter_draft::find(db, office.id)?, store::charter::list(db, office.id)?)))?;
    let draft = draft.ok_or(Refused::NotThere(thing::CHARTER_DRAFT))?;
    let reading = charter::read(DRAFT_FILE, &draft.source);
    let other = reading.charter.as_ref().and_then(|parsed| overlapping(&versions, parsed));
    let overlap = other.map(|other| overlap_fault(DRAFT_FILE, &draft.source, other));
    let amends = reading.charter.as_ref().is_some_and(|parsed| amends(&versions, parsed));
    let same_code = |version: &&CharterVersion| reading.charter.as_ref().is_some_and(|parsed| parsed.code == version.code);
    let before = versions.iter().find(same_code).or(versions.first()).cloned();
    Ok(Checked { office, overlap, amends, before, reading, draft })
}
