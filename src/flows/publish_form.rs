//! Publishing a form: a new immutable version, or the one that is there already.

use super::{Outcome, Refused};
use crate::fault::Severity;
use crate::form;
use crate::ids::FormVersionId;
use crate::site::Site;
use crate::store;

/// Publishes a form file. The same file twice is one version; the same layout in other words is the next text revision.
///
/// # Errors
/// Refused with every mistake of the file.
pub fn publish_form(site: &Site, file_name: &str, source: &str) -> Outcome<FormVersionId> {
    let form = form::parse(file_name, source)
        .map_err(|faults| Refused::Faults(faults.into_iter().filter(|fault| fault.severity == Severity::Error).collect()))?;
    let layout_hash = form::layout_hash(&form);
    let source_hash = form::source_hash(source);
    Ok(site.store.write(|db| store::form_version::keep(db, &form.code, &layout_hash, &source_hash, source))?)
}
