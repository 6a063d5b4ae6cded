//! What came in at the address for reports: a keyed hash of each message, so that it acts once; its kind, its day and what became of
//! it. What a message says stands here only while it waits for a person, and no more of it than a person is shown.
//!
//! A message has its line before it is read: a reader that dies of one finds that out, and looks at it only so often.

use super::columns::{known, number};
use super::dialect::on_either;
use super::schema::mail_report;
use super::{Database, StoreError};
use crate::campaign::{IncomingKind, IncomingState, Shown};
use crate::ids::MailReportId;
use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::prelude::*;

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It changed something.
    Acted,
    /// It was counted.
    Counted,
    /// It would have waited for a person, but too many do: counted too.
    Unkept,
    /// It waits for a person, who is shown this.
    Kept(Shown),
}

/// A message that is about to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Its number.
    pub id: MailReportId,
    /// How often reading it was begun, this time too.
    pub times: i32,
}

/// A message in the list of those that wait for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedReport {
    /// Its number.
    pub id: MailReportId,
    /// What it is.
    pub kind: IncomingKind,
    /// When it came.
    pub received_on: NaiveDate,
    /// Its subject.
    pub subject: String,
    /// Who it says it is from.
    pub from: String,
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
    /// What a person is shown.
    pub shown: Shown,
}

/// Notes that a message is about to be read; `None` when that was done before, to the end. Should it wait for a person, it is deleted
/// unseen on the day `forget_on`.
pub fn begin(
    database: &mut Database,
    hash: &[u8],
    received_on: NaiveDate,
    forget_on: NaiveDate,
) -> Result<Option<Begun>, StoreError> {
    let row = (
        mail_report::hash.eq(hash.to_vec()),
        mail_report::kind.eq(IncomingKind::Unknown.code()),
        mail_report::state.eq(IncomingState::Kept.code()),
        mail_report::received_on.eq(received_on),
        mail_report::content.eq(Some(Vec::new())),
        mail_report::forget_on.eq(Some(forget_on)),
        mail_report::begun.eq(1),
    );
    let new: Option<i64> = on_either!(&mut *database, connection => {
        let insert = diesel::insert_into(mail_report::table).values(row).on_conflict_do_nothing();
        insert.returning(mail_report::id).get_result(connection).optional()
    })?;
    if let Some(id) = new {
        return Ok(Some(Begun { id: MailReportId(id), times: 1 }));
    }
    let own = mail_report::table.filter(mail_report::hash.eq(hash.to_vec())).filter(mail_report::begun.gt(0));
    let again = diesel::update(own).set(mail_report::begun.eq(mail_report::begun + 1));
    let again: Option<(i64, i32)> = again.returning((mail_report::id, mail_report::begun)).get_result(database).optional()?;
    Ok(again.map(|(id, times)| Begun { id: MailReportId(id), times }))
}

/// Notes what became of a message that was read.
///
/// # Errors
/// [`StoreError::Conflict`] when another reader was first: nothing of the transaction may be kept then.
pub fn finish(database: &mut Database, id: MailReportId, kind: IncomingKind, fate: Fate) -> Result<(), StoreError> {
    let own = || mail_report::table.find(id.0).filter(mail_report::begun.gt(0));
    let done = (mail_report::kind.eq(kind.code()), mail_report::begun.eq(0));
    let changed = match fate {
        Fate::Kept(shown) => {
            let content = (
                mail_report::subject.eq(shown.subject),
                mail_report::sender.eq(shown.from),
                mail_report::addresses.eq(shown.addresses.join("\n")),
                mail_report::content.eq(Some(shown.text.into_bytes())),
            );
            diesel::update(own()).set((done, content)).execute(database)?
        }
        Fate::Acted => diesel::update(own()).set((done, emptied(IncomingState::Acted))).execute(database)?,
        Fate::Counted => diesel::update(own()).set((done, emptied(IncomingState::Counted))).execute(database)?,
        Fate::Unkept => {
            let change = (done, emptied(IncomingState::Counted), mail_report::unkept.eq(true));
            diesel::update(own()).set(change).execute(database)?
        }
    };
    if changed == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Forgets that reading a message was begun: it is brought again.
pub fn abandon(database: &mut Database, id: MailReportId) -> Result<(), StoreError> {
    diesel::delete(mail_report::table.find(id.0).filter(mail_report::begun.gt(0))).execute(database)?;
    Ok(())
}

/// A person has looked at it: the message goes, the line stays. `false` when somebody else was first.
pub fn settle(database: &mut Database, id: MailReportId) -> Result<bool, StoreError> {
    let own = mail_report::table.find(id.0).filter(waits());
    Ok(diesel::update(own).set(emptied(IncomingState::Settled)).execute(database)? == 1)
}

type Waits = diesel::dsl::And<diesel::dsl::Eq<mail_report::state, &'static str>, diesel::dsl::Eq<mail_report::begun, i32>>;

/// What waits for a person, and was read to the end.
fn waits() -> Waits {
    mail_report::state.eq(IncomingState::Kept.code()).and(mail_report::begun.eq(0))
}

type Emptied = (
    diesel::dsl::Eq<mail_report::state, &'static str>,
    diesel::dsl::Eq<mail_report::content, Option<Vec<u8>>>,
    diesel::dsl::Eq<mail_report::forget_on, Option<NaiveDate>>,
    diesel::dsl::Eq<mail_report::subject, &'static str>,
    diesel::dsl::Eq<mail_report::sender, &'static str>,
    diesel::dsl::Eq<mail_report::addresses, &'static str>,
);

/// Nothing is left of what a message said.
fn emptied(state: IncomingState) -> Emptied {
    (
        mail_report::state.eq(state.code()),
        mail_report::content.eq(None::<Vec<u8>>),
        mail_report::forget_on.eq(None::<NaiveDate>),
        mail_report::subject.eq(""),
        mail_report::sender.eq(""),
        mail_report::addresses.eq(""),
    )
}

/// A message that waits for a person; not found when it waits no more.
pub fn find(database: &mut Database, id: MailReportId) -> Result<KeptReport, StoreError> {
    type Stored = (String, NaiveDate, Option<NaiveDate>, Option<Vec<u8>>, String, String, String);
    let columns = (
        mail_report::kind,
        mail_report::received_on,
        mail_report::forget_on,
        mail_report::content,
        mail_report::subject,
        mail_report::sender,
        mail_report::addresses,
    );
    let own = mail_report::table.find(id.0).filter(waits());
    let (kind, received_on, forget_on, text, subject, from, addresses): Stored = own.select(columns).first(database)?;
    let text = String::from_utf8_lossy(&known("mail_report.content", text)?).into_owned();
    Ok(KeptReport {
        id,
        kind: known("mail_report.kind", IncomingKind::parse(&kind))?,
        received_on,
        forget_on: known("mail_report.forget_on", forget_on)?,
        shown: Shown { subject, from, text, addresses: addresses.lines().map(str::to_owned).collect() },
    })
}

/// Messages that wait for a person, the oldest first, from after that number.
pub fn list_kept(database: &mut Database, after: MailReportId, most: u32) -> Result<Vec<ListedReport>, StoreError> {
    type Stored = (i64, String, NaiveDate, String, String);
    let columns = (mail_report::id, mail_report::kind, mail_report::received_on, mail_report::subject, mail_report::sender);
    let waiting = mail_report::table.filter(waits()).filter(mail_report::id.gt(after.0));
    let stored: Vec<Stored> = waiting.order(mail_report::id).limit(most.into()).select(columns).load(database)?;
    let read = |(id, kind, received_on, subject, from): Stored| {
        let kind = known("mail_report.kind", IncomingKind::parse(&kind))?;
        Ok(ListedReport { id: MailReportId(id), kind, received_on, subject, from })
    };
    stored.into_iter().map(read).collect()
}

/// How many messages wait for a person.
pub fn count_kept(database: &mut Database) -> Result<u64, StoreError> {
    number("count", mail_report::table.filter(waits()).count().get_result::<i64>(database)?)
}

/// How many messages since that day would have waited for a person, had not too many done so.
pub fn count_unkept(database: &mut Database, since: NaiveDate) -> Result<u64, StoreError> {
    let unkept = mail_report::table.filter(mail_report::unkept).filter(mail_report::received_on.ge(since));
    number("count", unkept.count().get_result::<i64>(database)?)
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
    let forgotten = diesel::update(over).set((emptied(IncomingState::Settled), mail_report::begun.eq(0))).execute(database)?;
    let old =
        mail_report::table.filter(mail_report::received_on.lt(before)).filter(mail_report::state.ne(IncomingState::Kept.code()));
    diesel::delete(old).execute(database)?;
    Ok(forgotten)
}
