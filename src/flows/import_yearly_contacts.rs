//! The contacts of a year come in from a file or one by one: how many people turned to the office, how, and for what.

use super::import_register::place_in_words;
use super::{Outcome, Refused, Stop, thing};
use crate::ids::EditionId;
use crate::language::{say, say_with};
use crate::sheet::SheetError;
use crate::site::Site;
use crate::store::{self, StoreError};
use crate::survey::{
    ContactsFault, ContactsReason, MOST_CHARACTERS, MOST_CONTACTS, NoYearlyContacts, YearlyContacts, YearlyContactsFile,
    read_yearly_contacts,
};
use crate::text::Language;

/// Imports a file of contacts in the place of all that were kept for the year. A file with a faulty row is refused as a whole: a
/// total that lacks a row is wrong, and nobody would see it.
///
/// # Errors
/// Refused when the file holds no contacts, or there is no such edition. Rows to mend come back with nothing kept.
pub fn import_yearly_contacts(site: &Site, edition: EditionId, bytes: &[u8]) -> Outcome<YearlyContactsFile> {
    let file = read_yearly_contacts(bytes).map_err(|reason| Refused::Invalid("contacts_file", refusal_key(&reason)))?;
    if file.faults.is_empty() {
        known_edition(site, edition)?;
        site.store.write(|db| store::yearly_contact::replace_all(db, edition, &file.contacts))?;
    }
    Ok(file)
}

/// Keeps the contacts of one channel, reason and kind, in the place of an earlier number, as the file does: capitals and blanks make
/// no other reason, which would count the same contacts twice.
///
/// # Errors
/// Refused when a word is too long or the number larger than any office's, or there is no such edition.
pub fn keep_yearly_contacts(site: &Site, edition: EditionId, contacts: &YearlyContacts) -> Outcome<()> {
    for (field, words) in [("reason", &contacts.reason), ("kind", &contacts.kind)] {
        if words.chars().count() > MOST_CHARACTERS {
            return Err(Refused::Invalid(field, "contacts-year-too-long").into());
        }
    }
    if contacts.contacts > MOST_CONTACTS {
        return Err(Refused::Invalid("contacts", "contacts-year-number").into());
    }
    known_edition(site, edition)?;
    let one_line = |typed: &str| typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut kept = YearlyContacts { reason: one_line(&contacts.reason), kind: one_line(&contacts.kind), ..contacts.clone() };
    let written = site.store.write(|db| {
        let there = store::yearly_contact::list(db, edition)?;
        if let Some(same) = there.into_iter().find(|own| own.is_of_the_same(&kept)) {
            kept = YearlyContacts { contacts: kept.contacts, ..same };
        }
        store::yearly_contact::keep(db, edition, &kept)
    });
    Ok(written?)
}

/// Takes back the contacts of one channel, reason and kind.
///
/// # Errors
/// Only when the database fails: what is not there is taken back already.
pub fn remove_yearly_contacts(site: &Site, edition: EditionId, contacts: &YearlyContacts) -> Outcome<()> {
    Ok(site.store.write(|db| store::yearly_contact::remove(db, edition, contacts))?)
}

fn known_edition(site: &Site, edition: EditionId) -> Outcome<()> {
    match site.store.read(|db| store::edition::find(db, edition)) {
        Ok(_) => Ok(()),
        Err(StoreError::NotFound) => Err(Refused::NotThere(thing::EDITION).into()),
        Err(error) => Err(Stop::from(error)),
    }
}

fn refusal_key(reason: &NoYearlyContacts) -> &'static str {
    match reason {
        NoYearlyContacts::Sheet(SheetError::Empty) => "register-file-empty",
        NoYearlyContacts::Sheet(SheetError::NotText) => "register-file-not-text",
        NoYearlyContacts::NoNumberColumn(_) => "contacts-year-no-column",
        NoYearlyContacts::NoRows => "register-no-rows",
    }
}

/// A fault of a row in words, with what to change.
pub fn contacts_fault_in_words(language: &Language, fault: &ContactsFault) -> String {
    let typed = |key: &str, typed: &str| say_with(language, key, &[("typed", typed.into())]);
    let reason = match &fault.reason {
        ContactsReason::TooManyCells => say(language, "register-row-too-many-cells"),
        ContactsReason::OpenQuote(until) => say_with(language, "register-row-open-quote", &[("until", (*until).into())]),
        ContactsReason::Channel(found) => typed("contacts-year-row-channel", found),
        ContactsReason::Number(found) if found.is_empty() => say(language, "register-row-no-value"),
        ContactsReason::Number(found) => typed("contacts-year-row-number", found),
        ContactsReason::TooLong => say(language, "contacts-year-too-long"),
    };
    place_in_words(language, fault.line, &fault.column, reason)
}
