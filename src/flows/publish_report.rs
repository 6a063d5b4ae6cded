//! Publishing the report of an edition: the files are kept in the database, a new publication stands beside the old.

use super::make_report::{make_report, report_files};
use super::read_results::read_results;
use super::seal_verdicts::{seal_verdicts, verdicts_changed};
use super::{Outcome, Refused};
use crate::ids::{EditionId, PublicationId};
use crate::site::Site;
use crate::store;
use crate::store::publication::PublishedFile;
use crate::text::Language;
use sha2::{Digest, Sha256};

/// Publishes the report in the body's languages and seals its verdicts. `reason` is needed only where they differ from those that
/// were published before.
///
/// # Errors
/// Refused while a survey of the edition takes answers, when none was opened, and where other verdicts come without a reason.
pub fn publish_report(site: &Site, edition: EditionId, reason: &str) -> Outcome<PublicationId> {
    let (results, reason) = (read_results(site, edition)?, reason.trim());
    if reason.is_empty() && verdicts_changed(site, &results)? {
        return Err(Refused::Invalid("reason", "refused-verdicts-no-reason").into());
    }
    let languages = site.config.body.complete_languages();
    let files_in = |language: &Language| report_files(&make_report(site, &results, language)?, results.edition.year);
    // Nearly all the time goes into setting the pages of the PDF: the languages are set side by side.
    let made: Vec<Outcome<Vec<PublishedFile>>> = std::thread::scope(|scope| {
        let each: Vec<_> = languages.iter().map(|language| scope.spawn(|| files_in(language))).collect();
        each.into_iter().map(|one| one.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    let files = made.into_iter().collect::<Outcome<Vec<_>>>()?.concat();
    let mut hash = Sha256::new();
    for file in &files {
        hash.update(file.name.as_bytes());
        hash.update(&file.body);
    }
    let hash: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let today = site.clock.today();
    let published = site.store.write(|db| -> Outcome<PublicationId> {
        seal_verdicts(site, db, &results, reason)?;
        Ok(store::publication::insert(db, edition, today, &hash, &files)?.id)
    })?;
    site.forget_surveys();
    Ok(published)
}
