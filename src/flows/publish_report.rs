//! Publishing the report of an edition: the files are kept in the database, a new publication stands beside the old.

use super::Outcome;
use super::make_report::{make_report, report_files};
use super::read_results::read_results;
use crate::ids::{EditionId, PublicationId};
use crate::site::Site;
use crate::store;
use crate::text::Language;
use sha2::{Digest, Sha256};

/// Publishes the report in Italian and English.
///
/// # Errors
/// Refused while a survey of the edition takes answers, or when none was opened.
pub fn publish_report(site: &Site, edition: EditionId) -> Outcome<PublicationId> {
    let results = read_results(site, edition)?;
    let files_in = |language: Language| report_files(&make_report(site, &results, &language)?, results.edition.year);
    // Nearly all the time goes into setting the pages of the PDF: the two languages are set side by side.
    let (files, english) = std::thread::scope(|scope| {
        let english = scope.spawn(|| files_in(Language::english()));
        (files_in(Language::italian()), english.join())
    });
    let mut files = files?;
    files.extend(english.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
    let mut hash = Sha256::new();
    for file in &files {
        hash.update(file.name.as_bytes());
        hash.update(&file.body);
    }
    let hash: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let today = site.clock.today();
    let published = site.store.write(|db| store::publication::insert(db, edition, today, &hash, &files))?;
    Ok(published.id)
}
