//! What came in at the address for reports: a keyed hash of each message, so that it acts once; its kind, its day and what became of
//! it. The message itself stands here only while it waits for a person.

use super::columns::{known, number};
use super::schema::mail_report;
use super::{Database, StoreError};
use crate::campaign::{IncomingKind, IncomingState};
use crate::ids::MailReportId;
use chrono::NaiveDate;
use diesel::dsl::{count_star, exists, select};
use diesel::prelude::*;

/// A message on its way into the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMailReport {
    /// A keyed hash of it.
    pub hash: Vec<u8>,
    /// What it is.
    pub kind: IncomingKind,
    /// What became of it.
    pub fate: Fate,
    /// When it came.
    pub received_on: NaiveDate,
}

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It changed something.
    Acted,
    /// It was counted.
    Counted,
    /// It waits for a person: itself, and the day on which it is deleted unseen.
    Kept(Vec<u8>, NaiveDate),
}

/// A message that waits for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptReport {
    /// Its number.
    pub id: MailReportId,
    /// What it is.
    pub kind: IncomingKind,
    /// When it came.
    pub received_on: NaiveDate,
    /// When it is deleted unseen.
    pub forget_on: NaiveDate,
    /// The message.
    pub content: Vec<u8>,
}

/// Remembers a message.
///
/// # Errors
/// [`StoreError::Conflict`] when it is there already: nothing of the transaction may be kept then.
pub fn append(database: &mut Database, new: &NewMailReport) -> Result<MailReportId, StoreError> {
    let (state, content, forget_on) = match &new.fate {
        Fate::Acted => (IncomingState::Acted, None, None),
        Fate::Counted => (IncomingState::Counted, None, None),
        Fate::Kept(content, forget_on) => (IncomingState::Kept, Some(content.clone()), Some(*forget_on)),
    };
    let row = (
        mail_report::hash.eq(new.hash.clone()),
        mail_report::kind.eq(new.kind.code()),
        mail_report::state.eq(state.code()),
        mail_report::received_on.eq(new.received_on),
        mail_report::content.eq(content),
        mail_report::forget_on.eq(forget_on),
    );
    let id = diesel::insert_into(mail_report::table).values(row).returning(mail_report::id).get_result(database)?;
    Ok(MailReportId(id))
}

/// Whether a message is remembered.
pub fn is_known(database: &mut Database, hash: &[u8]) -> Result<bool, StoreError> {
    let own = mail_report::table.filter(mail_report::hash.eq(hash.to_vec()));
    Ok(select(exists(own)).get_result(database)?)
}

/// A person has looked at it: the message goes, the line stays. `false` when somebody else was first.
pub fn settle(database: &mut Database, id: MailReportId) -> Result<bool, StoreError> {
    let own = mail_report::table.find(id.0).filter(mail_report::state.eq(IncomingState::Kept.code()));
    Ok(diesel::update(own).set(emptied()).execute(database)? == 1)
}

type Emptied = (
    diesel::dsl::Eq<mail_report::state, &'static str>,
    diesel::dsl::Eq<mail_report::content, Option<Vec<u8>>>,
    diesel::dsl::Eq<mail_report::forget_on, Option<NaiveDate>>,
);

fn emptied() -> Emptied {
    (
        mail_report::state.eq(IncomingState::Settled.code()),
        mail_report::content.eq(None::<Vec<u8>>),
        mail_report::forget_on.eq(None::<NaiveDate>),
    )
}

type Stored = (i64, String, NaiveDate, Option<NaiveDate>, Option<Vec<u8>>);

fn read((id, kind, received_on, forget_on, content): Stored) -> Result<KeptReport, StoreError> {
    Ok(KeptReport {
        id: MailReportId(id),
        kind: known("mail_report.kind", IncomingKind::parse(&kind))?,
        received_on,
        forget_on: known("mail_report.forget_on", forget_on)?,
        content: known("mail_report.content", content)?,
    })
}

const COLUMNS: (mail_report::id, mail_report::kind, mail_report::received_on, mail_report::forget_on, mail_report::content) =
    (mail_report::id, mail_report::kind, mail_report::received_on, mail_report::forget_on, mail_report::content);

/// A message that waits for a person; not found when it waits no more.
pub fn find(database: &mut Database, id: MailReportId) -> Result<KeptReport, StoreError> {
    let own = mail_report::table.find(id.0).filter(mail_report::state.eq(IncomingState::Kept.code()));
    read(own.select(COLUMNS).first(database)?)
}

/// Messages that wait for a person, the oldest first, from after that number.
pub fn list_kept(database: &mut Database, after: MailReportId, most: u32) -> Result<Vec<KeptReport>, StoreError> {
    let waiting = mail_report::table
        .filter(mail_report::state.eq(IncomingState::Kept.code()))
        .filter(mail_report::id.gt(after.0))
        .order(mail_report::id)
        .limit(most.into())
        .select(COLUMNS);
    waiting.load::<Stored>(database)?.into_iter().map(read).collect()
}

/// How many messages wait for a person.
pub fn count_kept(database: &mut Database) -> Result<u64, StoreError> {
    let waiting = mail_report::table.filter(mail_report::state.eq(IncomingState::Kept.code()));
    number("count", waiting.count().get_result::<i64>(database)?)
}

/// How many messages of each kind came since that day; only the kinds that came.
pub fn count_by_kind(database: &mut Database, since: NaiveDate) -> Result<Vec<(IncomingKind, u64)>, StoreError> {
    let counts: Vec<(String, i64)> = mail_report::table
        .filter(mail_report::received_on.ge(since))
        .group_by(mail_report::kind)
        .order(mail_report::kind)
        .select((mail_report::kind, count_star()))
        .load(database)?;
    let read =
        |(kind, count): (String, i64)| Ok((known("mail_report.kind", IncomingKind::parse(&kind))?, number("count", count)?));
    counts.into_iter().map(read).collect()
}

/// Deletes the messages whose time is over, and the lines of those that came before a day; how many messages went unseen.
pub fn forget(database: &mut Database, today: NaiveDate, before: NaiveDate) -> Result<usize, StoreError> {
    let over = mail_report::table
        .filter(mail_report::state.eq(IncomingState::Kept.code()))
        .filter(mail_report::forget_on.le(today).assume_not_null());
    let forgotten = diesel::update(over).set(emptied()).execute(database)?;
    let old =
        mail_report::table.filter(mail_report::received_on.lt(before)).filter(mail_report::state.ne(IncomingState::Kept.code()));
    diesel::delete(old).execute(database)?;
    Ok(forgotten)
}
