//! Contacts come in from a file: who is to be invited to one survey.

use super::{Outcome, Refused};
use crate::campaign::{Address, NewContact, NoContacts, NotAnAddress, RowFault, RowReason, read_contacts};
use crate::ids::SurveyId;
use crate::language::{say, say_with};
use crate::secret::Key;
use crate::sheet::SheetError;
use crate::site::Site;
use crate::store;
use crate::survey::State;
use crate::text::Language;

/// What became of the rows of a file: `rows = added + already_there + suppressed + merged + the faults that leave a row out`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportReport {
    /// Rows of the file, without the header and empty ones.
    pub rows: u64,
    /// New contacts.
    pub added: u64,
    /// Contacts that the survey had already.
    pub already_there: u64,
    /// People who asked not to be written to again: left out.
    pub suppressed: u64,
    /// Rows that repeat an address of an earlier row of the file.
    pub merged: u64,
    /// What to mend, by line.
    pub faults: Vec<RowFault>,
}

/// Imports a CSV file of contacts. The same file again adds nobody twice.
///
/// # Errors
/// Refused when the file holds no contacts, or the survey invites nobody any more; nothing is kept then.
pub fn import_contacts(site: &Site, survey: SurveyId, bytes: &[u8]) -> Outcome<ImportReport> {
    let usual = site.config.body.languages.first().cloned().unwrap_or_else(Language::italian);
    let file = read_contacts(bytes, &usual).map_err(|reason| Refused::Invalid("file", refusal_key(&reason)))?;
    let key = site.keys.site();
    let hashes: Vec<Vec<u8>> = file.contacts.iter().map(|contact| suppression_hash(&key, &contact.address)).collect();
    let (suppressed, added) = site.store.write(|db| -> Outcome<(usize, usize)> {
        let state = store::survey::hold(db, survey)?.state;
        if !matches!(state, State::Draft | State::Open) {
            return Err(Refused::WrongState(state).into());
        }
        let suppressed = store::suppression::find_among(db, &hashes)?;
        let wanted = file.contacts.iter().zip(&hashes).filter(|(_, hash)| !suppressed.contains(*hash));
        let new: Vec<store::contact::NewContact> = wanted.map(|(contact, _)| stored(contact)).collect();
        Ok((file.contacts.len() - new.len(), store::contact::insert_many(db, survey, &new)?))
    })?;
    let count = |people: usize| u64::try_from(people).unwrap_or(u64::MAX);
    Ok(ImportReport {
        rows: file.rows,
        added: count(added),
        already_there: count(file.contacts.len() - suppressed - added),
        suppressed: count(suppressed),
        merged: file.merged,
        faults: file.faults,
    })
}

/// What stands in the suppression list for an address: the same for every spelling of it.
pub(super) fn suppression_hash(site_key: &Key, address: &Address) -> Vec<u8> {
    site_key.derive("suppression", address.key().as_bytes()).to_vec()
}

fn stored(contact: &NewContact) -> store::contact::NewContact {
    store::contact::NewContact {
        address: contact.address.as_str().to_owned(),
        key: contact.address.key().to_owned(),
        name: contact.name.clone(),
        language: contact.language.clone(),
    }
}

fn refusal_key(reason: &NoContacts) -> &'static str {
    match reason {
        NoContacts::Sheet(SheetError::Empty) => "contacts-file-empty",
        NoContacts::Sheet(_) => "contacts-file-not-text",
        NoContacts::NoAddressColumn(_) => "contacts-file-no-address-column",
    }
}

/// A fault of a row in words, with what to change.
pub fn row_fault_in_words(language: &Language, fault: &RowFault) -> String {
    let reason = match &fault.reason {
        RowReason::Address(reason) => say(language, address_key(*reason)),
        RowReason::OpenQuote(until) => say_with(language, "contacts-row-open-quote", &[("until", (*until).into())]),
        RowReason::TooManyCells => say(language, "contacts-row-too-many-cells"),
        RowReason::Language(typed) => say_with(language, "contacts-row-language", &[("typed", typed.as_str().into())]),
    };
    say_with(language, "contacts-row", &[("line", fault.line.into()), ("reason", reason.into())])
}

fn address_key(reason: NotAnAddress) -> &'static str {
    match reason {
        NotAnAddress::Empty => "contacts-address-empty",
        NotAnAddress::NoAt => "contacts-address-no-at",
        NotAnAddress::Blank => "contacts-address-blank",
        NotAnAddress::Several => "contacts-address-several",
        NotAnAddress::Local => "contacts-address-local",
        NotAnAddress::Domain => "contacts-address-domain",
        NotAnAddress::TooLong => "contacts-address-too-long",
    }
}
