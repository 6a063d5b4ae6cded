//! Contacts come in from a file: who is to be invited to one survey. The file is looked at first, and taken in when confirmed.

use super::{Outcome, Refused};
use crate::campaign::{
    Address, Attribute, ColumnUse, ContactTable, ContactsFile, LegalBasis, NewContact, NoContacts, NotAnAddress, RowFault,
    RowReason, is_certified, read_contacts,
};
use crate::ids::{ContactId, SurveyId};
use crate::language::{Argument, say, say_with};
use crate::secret::Key;
use crate::sheet::NoTable;
pub use crate::sheet::{Brought, Encoding, Reading, Written};
use crate::site::Site;
use crate::store::contact_import::ContactImport;
use crate::store::{self, Database, StoreError};
use crate::survey::State;
use crate::text::{Code, Language};
use std::collections::HashMap;

/// A file of contacts as it is brought.
#[derive(Clone, Debug, Default)]
pub struct BroughtContacts {
    /// The file.
    pub bytes: Vec<u8>,
    /// How it is written, as far as somebody has said so.
    pub reading: Reading,
    /// What its columns are taken for; `None` for what they seem to be.
    pub columns: Option<Vec<ColumnUse>>,
    /// Why the columns that are attributes are kept, by column.
    pub reasons: HashMap<usize, String>,
    /// Whether addresses of certified mail are taken too.
    pub certified_too: bool,
    /// On what basis its people are kept and written to.
    pub basis: LegalBasis,
}

/// What becomes of the rows of a file:
/// `rows = added + already_there + suppressed + certified_left_out + merged + the faults that leave a row out`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportReport {
    /// Rows of the file, without the header and empty ones.
    pub rows: u64,
    /// New contacts.
    pub added: u64,
    /// Contacts that the survey had already.
    pub already_there: u64,
    /// People who are not written to again: they asked for it, or their mailbox is gone. Left out.
    pub suppressed: u64,
    /// Addresses of certified mail that were left out.
    pub certified_left_out: u64,
    /// Addresses of certified mail that there are, taken or not.
    pub certified: u64,
    /// Rows that repeat an address of an earlier row of the file.
    pub merged: u64,
    /// What to mend, by line.
    pub faults: Vec<RowFault>,
}

/// What a file holds, before anything is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactsLook {
    /// How it was written.
    pub written: Written,
    /// What stood between the cells of a text.
    pub delimiter: char,
    /// Its columns.
    pub columns: Vec<ColumnLook>,
    /// What importing it would do, or the key of the sentence that says why it makes no contacts.
    pub found: Result<ImportReport, &'static str>,
    /// The file as text, to be brought again once it was looked at.
    pub text: String,
}

/// One column of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnLook {
    /// Its heading; "" for none.
    pub heading: String,
    /// The first cells that hold anything.
    pub examples: Vec<String>,
    /// What it is taken for.
    pub taken_for: ColumnUse,
    /// Why it is kept as an attribute; "" where nobody has said so yet.
    pub reason: String,
}

/// What may stand between the cells of a text, and its code in a form.
pub const DELIMITERS: [(char, &str); 4] = [(';', "semicolon"), (',', "comma"), ('\t', "tab"), ('|', "bar")];

/// How many cells of a column are shown.
const EXAMPLES: usize = 3;
/// The longest reason and the longest label of an attribute, in characters.
const MOST_WORDS: usize = 300;
/// The most attributes of a survey's contacts: what is more is no list for a survey.
const MOST_ATTRIBUTES: usize = 20;

/// Reads a file of contacts and tells what importing it would do. It changes nothing.
///
/// # Errors
/// Refused when it is no table.
pub fn look_at_contacts(site: &Site, survey: SurveyId, brought: &BroughtContacts) -> Outcome<ContactsLook> {
    let Table { table, uses, kept, written, text } = read_table(site, survey, brought)?;
    let found = match people_of(site, &table, &uses) {
        Err(reason) => Err(refusal_key(reason)),
        Ok(file) => Ok(site.store.read(|db| sort(site, db, survey, file, brought.certified_too))?.report),
    };
    let reason = |column: usize| {
        let earlier = || kept.iter().find(|own| Some(&own.code) == table.code_of(column).as_ref()).map(|own| own.reason.clone());
        brought.reasons.get(&column).cloned().or_else(earlier).unwrap_or_default()
    };
    let look = |(column, heading): (usize, &String)| ColumnLook {
        heading: heading.clone(),
        examples: examples(&table, column),
        taken_for: uses[column],
        reason: reason(column),
    };
    let columns = table.headings.iter().enumerate().map(look).collect();
    Ok(ContactsLook { written, delimiter: table.delimiter, columns, found, text })
}

/// Imports a file whose columns are what they seem to be, without attributes, on the usual basis. The same file again adds nobody
/// twice.
///
/// # Errors
/// As [`take_in_contacts`].
pub fn import_contacts(site: &Site, survey: SurveyId, bytes: &[u8]) -> Outcome<ImportReport> {
    take_in_contacts(site, survey, &BroughtContacts { bytes: bytes.to_vec(), ..BroughtContacts::default() })
}

/// Imports a file. The same file again adds nobody twice; attributes that a contact has not got yet are added to it.
///
/// # Errors
/// Refused when the file holds no contacts, an attribute has no reason, or the survey invites nobody any more; nothing is kept
/// then.
pub fn take_in_contacts(site: &Site, survey: SurveyId, brought: &BroughtContacts) -> Outcome<ImportReport> {
    let Table { table, uses, kept, .. } = read_table(site, survey, brought)?;
    let file = people_of(site, &table, &uses).map_err(|reason| Refused::Invalid("columns", refusal_key(reason)))?;
    let attributes = attributes_of(&table, &uses, &kept, brought)?;
    let today = site.clock.today();
    site.store.write(|db| -> Outcome<ImportReport> {
        let state = store::survey::hold(db, survey)?.state;
        if !matches!(state, State::Draft | State::Open) {
            return Err(Refused::WrongState(state).into());
        }
        let Sorted { mut report, taken } = sort(site, db, survey, file, brought.certified_too)?;
        let new: Vec<store::contact::NewContact> = taken.iter().map(stored).collect();
        let added = count(store::contact::insert_under(db, survey, brought.basis, &new)?);
        // Somebody else may have added some of them since they were counted.
        report.already_there += report.added.saturating_sub(added);
        report.added = added;
        keep_attributes(db, survey, &attributes, &taken)?;
        // Also a file that adds nobody is accounted for.
        store::contact_import::append(db, survey, &noted(&report, brought.basis, today))?;
        Ok(report)
    })
}

fn noted(report: &ImportReport, basis: LegalBasis, today: chrono::NaiveDate) -> ContactImport {
    let faulty = report.faults.iter().filter(|fault| !fault.reason.keeps_the_row()).count();
    ContactImport {
        imported_on: today,
        basis,
        rows: report.rows,
        added: report.added,
        duplicates: report.merged + report.already_there,
        suppressed: report.suppressed,
        certified: report.certified_left_out,
        faulty: count(faulty),
    }
}

/// A file as a table, what its columns are taken for, and the attributes that the survey has.
struct Table {
    table: ContactTable,
    uses: Vec<ColumnUse>,
    kept: Vec<Attribute>,
    written: Written,
    text: String,
}

fn read_table(site: &Site, survey: SurveyId, brought: &BroughtContacts) -> Outcome<Table> {
    let refused = |reason: NoTable| {
        Refused::Invalid(if reason == NoTable::OtherEncoding { "encoding" } else { "file" }, no_table_key(reason))
    };
    let Brought { text, written } = Brought::read(&brought.bytes, &brought.reading).map_err(refused)?;
    // What is made of a workbook has its own delimiter.
    let delimiter = brought.reading.delimiter.filter(|_| matches!(written, Written::Text(_)));
    let table = ContactTable::read_with(&text, delimiter).map_err(|_| refused(NoTable::Empty))?;
    let kept = site.store.read(|db| store::contact_attribute::list(db, survey))?;
    let mut uses = match &brought.columns {
        Some(uses) => uses.clone(),
        None => table.recognise(&kept),
    };
    uses.resize(table.headings.len(), ColumnUse::Unused);
    Ok(Table { table, uses, kept, written, text })
}

fn people_of(site: &Site, table: &ContactTable, uses: &[ColumnUse]) -> Result<ContactsFile, NoContacts> {
    let usual = site.config.body.languages.first().cloned().unwrap_or_else(Language::italian);
    read_contacts(table, uses, &usual)
}

/// The people of a file with what becomes of them.
struct Sorted {
    report: ImportReport,
    /// Those that are taken in; some of them may be there already.
    taken: Vec<NewContact>,
}

fn sort(site: &Site, db: &mut Database, survey: SurveyId, file: ContactsFile, certified_too: bool) -> Result<Sorted, StoreError> {
    let key = site.keys.site();
    let all = file.contacts.len();
    let certified = file.contacts.iter().filter(|contact| is_certified(&contact.address)).count();
    let mut taken = file.contacts;
    taken.retain(|contact| certified_too || !is_certified(&contact.address));
    let certified_left_out = all - taken.len();
    let hashes: Vec<Vec<u8>> = taken.iter().map(|contact| suppression_hash(&key, &contact.address)).collect();
    let suppressed = store::suppression::find_among(db, &hashes)?;
    let mut hashes = hashes.iter();
    taken.retain(|_| hashes.next().is_some_and(|hash| !suppressed.contains(hash)));
    let keys: Vec<String> = taken.iter().map(|contact| contact.address.key().to_owned()).collect();
    let there = store::contact::find_among(db, survey, &keys)?.len();
    let report = ImportReport {
        rows: file.rows,
        added: count(taken.len() - there),
        already_there: count(there),
        suppressed: count(all - certified_left_out - taken.len()),
        certified_left_out: count(certified_left_out),
        certified: count(certified),
        merged: file.merged,
        faults: file.faults,
    };
    Ok(Sorted { report, taken })
}

/// The attributes that the columns of a file are, each with its column.
fn attributes_of(
    table: &ContactTable,
    uses: &[ColumnUse],
    kept: &[Attribute],
    brought: &BroughtContacts,
) -> Result<Vec<(usize, Attribute)>, Refused> {
    let mut attributes = Vec::new();
    for column in (0..uses.len()).filter(|column| uses[*column] == ColumnUse::Attribute) {
        let Some(code) = table.code_of(column) else { continue };
        let earlier = kept.iter().find(|own| own.code == code);
        let heading = &table.headings[column];
        let label = if heading.is_empty() { code.as_str() } else { heading };
        let reason = brought.reasons.get(&column).map(|typed| typed.trim()).filter(|typed| !typed.is_empty());
        let reason =
            reason.or(earlier.map(|own| own.reason.as_str())).ok_or(Refused::Invalid("reason", "contacts-reason-missing"))?;
        let short = |words: &str| words.chars().take(MOST_WORDS).collect::<String>();
        let (label, reason) = (short(label), short(reason));
        attributes.push((column, Attribute { code, label, reason }));
    }
    let new = attributes.iter().filter(|(_, own)| kept.iter().all(|earlier| earlier.code != own.code)).count();
    if kept.len() + new > MOST_ATTRIBUTES {
        return Err(Refused::Invalid("columns", "contacts-attributes-many"));
    }
    Ok(attributes)
}

fn keep_attributes(
    db: &mut Database,
    survey: SurveyId,
    attributes: &[(usize, Attribute)],
    people: &[NewContact],
) -> Result<(), StoreError> {
    if attributes.is_empty() {
        return Ok(());
    }
    for (_, attribute) in attributes {
        store::contact_attribute::define(db, survey, attribute)?;
    }
    let keys: Vec<String> = people.iter().map(|contact| contact.address.key().to_owned()).collect();
    let ids = store::contact::find_among(db, survey, &keys)?;
    let codes: HashMap<usize, &Code> = attributes.iter().map(|(column, own)| (*column, &own.code)).collect();
    let mut values: Vec<(ContactId, Code, String)> = Vec::new();
    for contact in people {
        let Some(id) = ids.get(contact.address.key()) else { continue };
        let own = contact.attributes.iter();
        values.extend(own.filter_map(|(column, value)| Some((*id, (*codes.get(column)?).clone(), value.clone()))));
    }
    store::contact_attribute::fill(db, values).map(|_| ())
}

/// The first different cells of a column that hold anything.
fn examples(table: &ContactTable, column: usize) -> Vec<String> {
    let mut examples: Vec<String> = Vec::new();
    for cell in table.rows.iter().filter_map(|row| row.cells.get(column)) {
        let cell: String = cell.trim().chars().take(60).collect();
        if !cell.is_empty() && !examples.contains(&cell) {
            examples.push(cell);
        }
        if examples.len() == EXAMPLES {
            break;
        }
    }
    examples
}

fn count(people: usize) -> u64 {
    u64::try_from(people).unwrap_or(u64::MAX)
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

fn no_table_key(reason: NoTable) -> &'static str {
    match reason {
        NoTable::Empty => "contacts-file-empty",
        NoTable::Unknown => "contacts-file-not-text",
        NoTable::Broken => "contacts-file-broken",
        NoTable::TooLarge => "contacts-file-too-large",
        NoTable::TooWide => "contacts-file-too-wide",
        NoTable::Archive => "contacts-file-archive",
        NoTable::OtherEncoding => "contacts-file-other-encoding",
    }
}

fn refusal_key(reason: NoContacts) -> &'static str {
    match reason {
        NoContacts::NoAddressColumn => "contacts-file-no-address-column",
        NoContacts::Twice(_) => "contacts-columns-twice",
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

/// How a file was written, in a sentence: what was guessed of it.
pub fn written_in_words(language: &Language, look: &ContactsLook) -> String {
    let encoding = match &look.written {
        Written::Workbook { sheet, sheets } => {
            let further = count(sheets.len().saturating_sub(1));
            let values = [("sheet", sheet.as_str().into()), ("further", Argument::Count(further))];
            return say_with(language, "contacts-written-workbook", &values);
        }
        Written::Text(encoding) => encoding.name(),
    };
    let known = DELIMITERS.iter().find(|(own, _)| *own == look.delimiter);
    let separator = say(language, &format!("contacts-written-{}", known.map_or("semicolon", |(_, code)| code)));
    let values = [("encoding", encoding.into()), ("separator", separator.into())];
    say_with(language, "contacts-written-text", &values)
}
