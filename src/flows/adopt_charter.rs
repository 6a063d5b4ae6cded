//! Adopting a charter: the file becomes the next version of the office's charter, and its goals are sealed with it.

use super::{Outcome, Refused, Stop};
use crate::charter::{self, Charter};
use crate::fault::{Fault, Said};
use crate::ids::{CharterId, OfficeId};
use crate::site::Site;
use crate::store;
use crate::store::charter::{CharterVersion, NewVersion};

/// Adopts a charter, or finds the newest version where it is this very file: an earlier one that is taken up again is a new version,
/// since others were in force between. A version from the same year as an earlier one of the same
/// charter amends it: the earlier stays, and `reason` says why; else it may be empty.
///
/// # Errors
/// Refused with every mistake of the file, where another charter of the office is valid in one of its years, and where an
/// amendment has no reason.
pub fn adopt_charter(site: &Site, office: OfficeId, file_name: &str, source: &str, reason: &str) -> Outcome<CharterId> {
    let parsed = charter::parse(file_name, source).map_err(Refused::Faults)?;
    let hash = crate::form::source_hash(source);
    let (now, reason) = (site.clock.now(), reason.trim());
    site.store.write(|db| -> Result<CharterId, Stop> {
        let versions = store::charter::list(db, office)?;
        let newest = versions.iter().find(|version| version.code == parsed.code);
        if let Some(same) = newest.filter(|version| version.hash == hash) {
            return Ok(same.id);
        }
        if let Some(other) = overlapping(&versions, &parsed) {
            return Err(Refused::Faults(vec![overlap_fault(file_name, source, other)]).into());
        }
        if reason.is_empty() && amends(&versions, &parsed) {
            return Err(Refused::Invalid("reason", "refused-charter-no-reason").into());
        }
        Ok(store::charter::append(db, office, NewVersion { parsed: &parsed, source, hash: &hash, reason }, now)?)
    })
}

/// The newest version of another charter that is valid in one of the years of this one.
pub(super) fn overlapping<'a>(versions: &'a [CharterVersion], parsed: &Charter) -> Option<&'a CharterVersion> {
    let newest =
        |version: &&CharterVersion| versions.iter().all(|other| other.code != version.code || other.version <= version.version);
    let in_common = |version: &&CharterVersion| {
        version.valid_from <= parsed.valid_to.unwrap_or(i32::MAX) && parsed.valid_from <= version.valid_to.unwrap_or(i32::MAX)
    };
    versions.iter().filter(|version| version.code != parsed.code).filter(newest).find(in_common)
}

/// Whether it takes the place of a version of the same charter from the same year on.
pub(super) fn amends(versions: &[CharterVersion], parsed: &Charter) -> bool {
    versions.iter().any(|version| version.code == parsed.code && version.valid_from == parsed.valid_from)
}

/// That another charter is valid in one of its years, told where the file says its own.
pub(super) fn overlap_fault(file_name: &str, source: &str, other: &CharterVersion) -> Fault {
    let at = source.find("valid_from").unwrap_or(0);
    let line = at..at + source[at..].lines().next().map_or(0, str::len);
    let message = match other.valid_to {
        Some(to) => Said::new("fault-charters-overlap").with("from", i64::from(other.valid_from)).with("to", i64::from(to)),
        None => Said::new("fault-charters-overlap-open").with("from", i64::from(other.valid_from)),
    };
    Fault::at(file_name, source, line, message.with("code", &other.code), "fault-hint-charters-overlap")
}
