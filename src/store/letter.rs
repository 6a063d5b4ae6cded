//! Letters: due work as a state, an instant and a lease on its own row.
//!
//! A claim is a lease; what is about to be handed over is marked as begun before it is. So whoever dies leaves two kinds of
//! letters: those that nobody has touched, which wait again, and those begun, of which nobody knows whether they went out. Of
//! these an invitation becomes uncertain and is not sent again unless a person says so; a reminder is not worth a second.
//!
//! Nothing is read, changed in the program and written back: each change names the state it starts from and is checked by the
//! number of rows. The number of attempts tells one claim from the next, so a sender whose lease has ended changes nothing.

use super::columns::{instant, known, number};
use super::dialect::on_either;
use super::schema::{contact, invitation, letter};
use super::{Database, StoreError, sending};
use crate::campaign::{Letter, LetterKind, LetterState};
use crate::ids::{InvitationId, LetterId, SurveyId};
use chrono::{DateTime, NaiveDateTime};
use diesel::dsl::{count_star, exists, not, sum};
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};

#[derive(Insertable)]
#[diesel(table_name = letter, treat_none_as_default_value = false)]
struct LetterRow {
    invitation_id: i64,
    survey_id: i64,
    kind: &'static str,
    number: i32,
    state: &'static str,
    due_at: NaiveDateTime,
    domain: String,
    begun: bool,
    attempts: i32,
    uncertain: i32,
    reply: &'static str,
    problem: &'static str,
}

/// How many letters one claim takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// At most.
    pub most: u32,
    /// In a minute, with those claimed before; 0 for any number.
    pub per_minute: u32,
    /// In a minute of one receiving domain; 0 for any number.
    pub domain_per_minute: u32,
}

impl Limits {
    /// So many, however fast.
    pub fn at_most(most: u32) -> Self {
        Self { most, per_minute: 0, domain_per_minute: 0 }
    }
}

/// A reminder with its trace; `None` before its first pass.
pub type Traced = (LetterId, Option<Vec<u8>>);

/// When every letter that has ended was due: no row tells when it was last tried.
const ENDED: NaiveDateTime = DateTime::UNIX_EPOCH.naive_utc();

/// Queues a letter for every invitation of a survey that has not got this one: the first (`number` 1), a reminder (1, 2, ...) or
/// thanks (1). Who opted out gets none, and a letter after the first goes only where that was done. Returns how many were queued.
pub fn queue(
    database: &mut Database,
    survey: SurveyId,
    kind: LetterKind,
    number: i32,
    due_at: NaiveDateTime,
) -> Result<usize, StoreError> {
    let mut queued = 0;
    let waiting = unqueued(database, survey, kind, number)?;
    for some in waiting.chunks(1_000) {
        let rows: Vec<LetterRow> = some.iter().map(|invited| row(invited, survey, kind, number, due_at)).collect();
        queued += on_either!(&mut *database, connection => {
            diesel::insert_into(letter::table).values(rows).on_conflict_do_nothing().execute(connection)
        })?;
    }
    Ok(queued)
}

/// How many [`queue`] would queue.
pub fn count_unqueued(database: &mut Database, of: SurveyId, kind: LetterKind, which: i32) -> Result<u64, StoreError> {
    Ok(u64::try_from(unqueued(database, of, kind, which)?.len()).unwrap_or(u64::MAX))
}

fn unqueued(database: &mut Database, survey: SurveyId, kind: LetterKind, number: i32) -> QueryResult<Vec<(i64, String)>> {
    let mut waiting = without_letter(database, survey, kind, number)?;
    if kind != LetterKind::Invitation {
        let first: Vec<i64> = letter::table
            .filter(letter::survey_id.eq(survey.0))
            .filter(letter::kind.eq(LetterKind::Invitation.code()))
            .filter(letter::state.eq(LetterState::Done.code()))
            .order(letter::invitation_id)
            .select(letter::invitation_id)
            .load(database)?;
        waiting.retain(|(invitation, _)| first.binary_search(invitation).is_ok());
    }
    Ok(waiting)
}

fn row(
    (invitation_id, address): &(i64, String),
    survey: SurveyId,
    kind: LetterKind,
    number: i32,
    due_at: NaiveDateTime,
) -> LetterRow {
    LetterRow {
        invitation_id: *invitation_id,
        survey_id: survey.0,
        kind: kind.code(),
        number,
        state: LetterState::Waiting.code(),
        due_at: instant(due_at),
        domain: address.rsplit_once('@').map_or("", |(_, domain)| domain).to_owned(),
        begun: false,
        attempts: 0,
        uncertain: 0,
        reply: "",
        problem: "",
    }
}

/// The row of a claimed letter, as long as the claim holds.
macro_rules! mine {
    ($claimed:expr) => {
        letter::table
            .find($claimed.id.0)
            .filter(letter::state.eq(LetterState::Sending.code()))
            .filter(letter::attempts.eq(i32::from($claimed.attempts)))
    };
}

/// The reminders of one number of a survey.
macro_rules! reminders {
    ($of:expr, $number:expr) => {
        letter::table
            .filter(letter::survey_id.eq($of.0))
            .filter(letter::kind.eq(LetterKind::Reminder.code()))
            .filter(letter::number.eq($number))
    };
}

/// How a row looks at its end: nothing in it tells what the way was.
macro_rules! ended {
    ($to:expr) => {
        (
            letter::state.eq($to.code()),
            letter::lease_until.eq(None::<NaiveDateTime>),
            letter::due_at.eq(ENDED),
            letter::begun.eq(false),
            letter::attempts.eq(1),
            letter::problem.eq(""),
            letter::trace.eq(None::<Vec<u8>>),
        )
    };
}

fn without_letter(database: &mut Database, survey: SurveyId, kind: LetterKind, number: i32) -> QueryResult<Vec<(i64, String)>> {
    let this = letter::table
        .filter(letter::invitation_id.eq(invitation::id))
        .filter(letter::kind.eq(kind.code()))
        .filter(letter::number.eq(number));
    invitation::table
        .inner_join(contact::table)
        .filter(invitation::survey_id.eq(survey.0))
        .filter(contact::opted_out.eq(false))
        .filter(not(exists(this)))
        .order(invitation::id)
        .select((invitation::id, contact::address_key))
        .load(database)
}

/// Claims letters that are due until `lease_until`, as many as the limits allow: none to domains that are left alone, none of
/// campaigns that wait. A short transaction of its own; begin some outside of it, send them, mark each.
pub fn claim_due(
    database: &mut Database,
    now: NaiveDateTime,
    lease_until: NaiveDateTime,
    limits: Limits,
) -> Result<Vec<Letter>, StoreError> {
    type Stored = (i64, i64, i64, String, i32, String, i32, Option<Vec<u8>>);
    let paced = limits.per_minute > 0 || limits.domain_per_minute > 0;
    let of_late = if paced { sending::claimed_of_late(database, now)? } else { HashMap::new() };
    let room = |limit: u32, domain: &str| match limit {
        0 => u32::MAX,
        limit => limit.saturating_sub(of_late.get(domain).copied().unwrap_or(0)),
    };
    let most = limits.most.min(room(limits.per_minute, ""));
    let mut shut = sending::left_alone_at(database, now)?;
    if limits.domain_per_minute > 0 {
        let full = of_late.keys().filter(|domain| !domain.is_empty() && room(limits.domain_per_minute, domain) == 0);
        shut.extend(full.cloned());
    }
    let paused = sending::paused(database)?;
    let columns = (
        letter::id,
        letter::invitation_id,
        letter::survey_id,
        letter::kind,
        letter::number,
        letter::domain,
        letter::attempts,
        letter::trace,
    );
    let mut due = letter::table
        .filter(letter::state.eq(LetterState::Waiting.code()))
        .filter(letter::due_at.le(instant(now)))
        .order((letter::due_at, letter::id))
        .limit(most.into())
        .select(columns)
        .into_boxed();
    // Nearly always nothing is shut: then the index alone answers.
    if !shut.is_empty() {
        due = due.filter(letter::domain.ne_all(shut));
    }
    if !paused.is_empty() {
        due = due.filter(letter::survey_id.ne_all(paused));
    }
    let candidates: Vec<Stored> = due.load(database)?;
    let mut claimed = Vec::with_capacity(candidates.len());
    let mut by_domain: BTreeMap<String, u32> = BTreeMap::new();
    for (id, invitation, survey, kind, which, domain, attempts, trace) in candidates {
        let taken = by_domain.entry(domain.clone()).or_default();
        if *taken >= room(limits.domain_per_minute, &domain) {
            continue;
        }
        let waiting = letter::state.eq(LetterState::Waiting.code());
        let mine = letter::table.find(id).filter(waiting).filter(letter::attempts.eq(attempts));
        let change = (
            letter::state.eq(LetterState::Sending.code()),
            letter::lease_until.eq(Some(instant(lease_until))),
            letter::attempts.eq(letter::attempts + 1),
        );
        if diesel::update(mine).set(change).execute(database)? == 1 {
            *taken += 1;
            claimed.push(Letter {
                id: LetterId(id),
                invitation: InvitationId(invitation),
                survey: SurveyId(survey),
                kind: known("letter.kind", LetterKind::parse(&kind))?,
                number: which,
                domain,
                attempts: number("letter.attempts", attempts + 1)?,
                trace,
            });
        }
    }
    let all = u32::try_from(claimed.len()).unwrap_or(u32::MAX);
    if limits.per_minute > 0 && all > 0 {
        sending::count(database, "", now, all)?;
    }
    if limits.domain_per_minute > 0 {
        for (domain, count) in by_domain.iter().filter(|(_, count)| **count > 0) {
            sending::count(database, domain, now, *count)?;
        }
    }
    Ok(claimed)
}

/// What senders left whose lease has ended.
#[derive(Debug, Default)]
pub struct Abandoned {
    /// Letters that nobody had begun: they wait again.
    pub released: usize,
    /// Invitations that had been begun: uncertain from now on.
    pub uncertain: Vec<InvitationId>,
    /// Reminders that had been begun: to be marked as passed, claimed anew for that.
    pub reminders: Vec<Letter>,
}

/// Sees to what senders left whose lease has ended. Reminders are claimed until `lease_until`.
pub fn take_over(database: &mut Database, now: NaiveDateTime, lease_until: NaiveDateTime) -> Result<Abandoned, StoreError> {
    type Stored = (i64, i64, i64, String, i32, String, i32, Option<Vec<u8>>);
    let ended = || {
        letter::table
            .filter(letter::state.eq(LetterState::Sending.code()))
            .filter(letter::lease_until.lt(instant(now)).assume_not_null())
    };
    let untouched = diesel::update(ended().filter(letter::begun.eq(false)));
    let released = untouched.set((letter::state.eq(LetterState::Waiting.code()), letter::lease_until.eq(None::<NaiveDateTime>)));
    let mut abandoned = Abandoned { released: released.execute(database)?, ..Abandoned::default() };
    let columns = (
        letter::id,
        letter::invitation_id,
        letter::survey_id,
        letter::kind,
        letter::number,
        letter::domain,
        letter::attempts,
        letter::trace,
    );
    for (id, invitation, survey, kind, which, domain, attempts, trace) in ended().select(columns).load::<Stored>(database)? {
        let left = Letter {
            id: LetterId(id),
            invitation: InvitationId(invitation),
            survey: SurveyId(survey),
            kind: known("letter.kind", LetterKind::parse(&kind))?,
            number: which,
            domain,
            attempts: number("letter.attempts", attempts)?,
            trace,
        };
        let uncertain = letter::uncertain.eq(letter::uncertain + 1);
        match left.kind {
            LetterKind::Invitation => {
                if mark_uncertain(database, &left, "")? {
                    abandoned.uncertain.push(left.invitation);
                }
            }
            // Nobody is asked about thanks: they are counted as uncertain, and stay so.
            LetterKind::Thanks => {
                mark_uncertain(database, &left, "")?;
            }
            LetterKind::Reminder => {
                let change = (uncertain, letter::lease_until.eq(Some(instant(lease_until))));
                if diesel::update(mine!(left)).set(change).execute(database)? == 1 {
                    abandoned.reminders.push(left);
                }
            }
        }
    }
    Ok(abandoned)
}

/// Marks claimed letters as begun: from now on nobody can say that they did not go out. Those that another sender has taken over
/// are left out of what is returned.
pub fn begin(database: &mut Database, claimed: Vec<Letter>, lease_until: NaiveDateTime) -> Result<Vec<Letter>, StoreError> {
    let mut begun = Vec::with_capacity(claimed.len());
    for own in claimed {
        let change = (letter::begun.eq(true), letter::lease_until.eq(Some(instant(lease_until))));
        if diesel::update(mine!(own)).set(change).execute(database)? == 1 {
            begun.push(own);
        }
    }
    Ok(begun)
}

/// Gives claimed letters back that nobody has begun.
pub fn release(database: &mut Database, claimed: &[Letter]) -> Result<(), StoreError> {
    for own in claimed {
        let change = (
            letter::state.eq(LetterState::Waiting.code()),
            letter::lease_until.eq(None::<NaiveDateTime>),
            letter::attempts.eq(letter::attempts - 1),
        );
        diesel::update(mine!(own).filter(letter::begun.eq(false))).set(change).execute(database)?;
    }
    Ok(())
}

/// An invitation that was sent, with the server's words. `false` when the lease had ended and another sender has the letter.
pub fn mark_sent(database: &mut Database, claimed: &Letter, reply: &str) -> Result<bool, StoreError> {
    let marked = mark(database, claimed, LetterState::Done, None, "")?;
    if marked && !reply.is_empty() {
        diesel::update(letter::table.find(claimed.id.0)).set(letter::reply.eq(reply)).execute(database)?;
    }
    Ok(marked)
}

/// It may have gone out or not: a person decides.
pub fn mark_uncertain(database: &mut Database, claimed: &Letter, problem: &str) -> Result<bool, StoreError> {
    let marked = mark(database, claimed, LetterState::Uncertain, None, problem)?;
    if marked {
        diesel::update(letter::table.find(claimed.id.0)).set(letter::uncertain.eq(letter::uncertain + 1)).execute(database)?;
    }
    Ok(marked)
}

/// Refused for good: one of [`LetterState::BOUNCED`]; the problem in the mail server's words, without the address.
pub fn mark_bounced(database: &mut Database, claimed: &Letter, to: LetterState, problem: &str) -> Result<bool, StoreError> {
    mark(database, claimed, to, None, problem)
}

/// Not now: due again at that instant.
pub fn mark_later(database: &mut Database, claimed: &Letter, due_at: NaiveDateTime, problem: &str) -> Result<bool, StoreError> {
    mark(database, claimed, LetterState::Waiting, Some(due_at), problem)
}

/// Not to be sent any more: suppressed or cancelled. A reminder that had a pass already is done then, whatever came of it.
pub fn mark_over(database: &mut Database, claimed: &Letter, to: LetterState) -> Result<bool, StoreError> {
    let to = if claimed.trace.is_some() { LetterState::Done } else { to };
    Ok(diesel::update(mine!(claimed)).set(ended!(to)).execute(database)? == 1)
}

/// A reminder after its pass, the same whatever came of it: waiting until that instant. `trace` tells, to who has the key,
/// what came of it; `None` leaves the earlier one.
pub fn mark_passed(
    database: &mut Database,
    claimed: &Letter,
    due_at: NaiveDateTime,
    trace: Option<Vec<u8>>,
) -> Result<bool, StoreError> {
    let change = (
        letter::state.eq(LetterState::Waiting.code()),
        letter::lease_until.eq(None::<NaiveDateTime>),
        letter::begun.eq(false),
        letter::due_at.eq(instant(due_at)),
        trace.map(|trace| letter::trace.eq(Some(trace))),
    );
    Ok(diesel::update(mine!(claimed)).set(change).execute(database)? == 1)
}

fn mark(
    database: &mut Database,
    claimed: &Letter,
    to: LetterState,
    due_at: Option<NaiveDateTime>,
    problem: &str,
) -> Result<bool, StoreError> {
    let change = (
        letter::state.eq(to.code()),
        letter::lease_until.eq(None::<NaiveDateTime>),
        letter::begun.eq(false),
        letter::problem.eq(problem),
        due_at.map(|due_at| letter::due_at.eq(instant(due_at))),
    );
    Ok(diesel::update(mine!(claimed)).set(change).execute(database)? == 1)
}

/// What the pass just ended left at each reminder of that number; `None` while one of them is being sent or is due.
pub fn traces_after_pass(
    database: &mut Database,
    of: SurveyId,
    number: i32,
    now: NaiveDateTime,
) -> Result<Option<Vec<Traced>>, StoreError> {
    let due = letter::state.eq(LetterState::Waiting.code()).and(letter::due_at.le(instant(now)));
    let open = letter::state.eq(LetterState::Sending.code()).or(due);
    if diesel::select(exists(reminders!(of, number).filter(open))).get_result(database)? {
        return Ok(None);
    }
    let waiting = reminders!(of, number).filter(letter::state.eq(LetterState::Waiting.code()));
    let traces: Vec<(i64, Option<Vec<u8>>)> = waiting.select((letter::id, letter::trace)).load(database)?;
    Ok(Some(traces.into_iter().map(|(id, trace)| (LetterId(id), trace)).collect()))
}

/// Puts all waiting reminders of that number off to the same instant.
pub fn put_off_reminders(database: &mut Database, of: SurveyId, number: i32, due_at: NaiveDateTime) -> Result<(), StoreError> {
    let waiting = reminders!(of, number).filter(letter::state.eq(LetterState::Waiting.code()));
    diesel::update(waiting).set(letter::due_at.eq(instant(due_at))).execute(database)?;
    Ok(())
}

/// Ends all waiting reminders of that number together, each row like the next.
pub fn end_reminders(database: &mut Database, of: SurveyId, number: i32) -> Result<(), StoreError> {
    let waiting = reminders!(of, number).filter(letter::state.eq(LetterState::Waiting.code()));
    diesel::update(waiting).set(ended!(LetterState::Done)).execute(database)?;
    Ok(())
}

/// Puts the invitations of a survey that ended in one of these states back, as if they had never been tried; which.
pub fn retry(
    database: &mut Database,
    of: SurveyId,
    states: &[LetterState],
    due_at: NaiveDateTime,
) -> Result<Vec<InvitationId>, StoreError> {
    let codes: Vec<&str> = states.iter().map(|state| state.code()).collect();
    let ended = || {
        letter::table
            .filter(letter::survey_id.eq(of.0))
            .filter(letter::kind.eq(LetterKind::Invitation.code()))
            .filter(letter::state.eq_any(codes.clone()))
    };
    let invitations: Vec<i64> = ended().order(letter::invitation_id).select(letter::invitation_id).load(database)?;
    let change = (
        letter::state.eq(LetterState::Waiting.code()),
        letter::due_at.eq(instant(due_at)),
        letter::attempts.eq(0),
        letter::problem.eq(""),
    );
    diesel::update(ended()).set(change).execute(database)?;
    Ok(invitations.into_iter().map(InvitationId).collect())
}

/// Ends what is still waiting for one invitation (its contact opted out); how many.
pub fn cancel_of(database: &mut Database, of: InvitationId) -> Result<usize, StoreError> {
    let own = letter::table.filter(letter::invitation_id.eq(of.0)).filter(letter::state.eq(LetterState::Waiting.code()));
    Ok(diesel::update(own).set(ended!(LetterState::Suppressed)).execute(database)?)
}

/// Ends what is still waiting for a survey (it closed): cancelled, but for reminders that had a pass. How many were cancelled.
pub fn cancel_all(database: &mut Database, of: SurveyId) -> Result<usize, StoreError> {
    let waiting = || letter::table.filter(letter::survey_id.eq(of.0)).filter(letter::state.eq(LetterState::Waiting.code()));
    diesel::update(waiting().filter(letter::trace.is_not_null())).set(ended!(LetterState::Done)).execute(database)?;
    Ok(diesel::update(waiting()).set(ended!(LetterState::Cancelled)).execute(database)?)
}

/// How many letters of a survey there are of each kind in each state; only those there are. Reminders that wait for the last of
/// them count as being sent.
pub fn count_by_state(database: &mut Database, of: SurveyId) -> Result<Vec<(LetterKind, LetterState, u64)>, StoreError> {
    let own = || letter::table.filter(letter::survey_id.eq(of.0));
    let counts: Vec<(String, String, i64)> = own()
        .group_by((letter::kind, letter::state))
        .order((letter::kind, letter::state))
        .select((letter::kind, letter::state, count_star()))
        .load(database)?;
    let tried = own().filter(letter::state.eq(LetterState::Waiting.code())).filter(letter::trace.is_not_null());
    let tried: u64 = number("count", tried.count().get_result::<i64>(database)?)?;
    let mut read = BTreeMap::new();
    for (kind, state, count) in counts {
        let kind = known("letter.kind", LetterKind::parse(&kind))?;
        read.insert((kind, known("letter.state", LetterState::parse(&state))?), number::<i64, u64>("count", count)?);
    }
    if tried > 0 {
        *read.entry((LetterKind::Reminder, LetterState::Waiting)).or_default() -= tried;
        *read.entry((LetterKind::Reminder, LetterState::Sending)).or_default() += tried;
    }
    Ok(read.into_iter().filter(|(_, count)| *count > 0).map(|((kind, state), count)| (kind, state, count)).collect())
}

/// Why some letters did not go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hindrance {
    /// The reason, as it was marked.
    pub problem: String,
    /// Waiting for another attempt, uncertain, or bounced.
    pub state: LetterState,
    /// How many letters.
    pub count: u64,
    /// When the next attempt of those that wait is due.
    pub next_attempt: Option<NaiveDateTime>,
}

/// Why letters of a survey wait for another attempt, are uncertain or did not arrive. The most frequent reasons first, `most` of them.
pub fn count_by_problem(database: &mut Database, of: SurveyId, most: u32) -> Result<Vec<Hindrance>, StoreError> {
    let held = letter::state.eq_any([
        LetterState::Waiting.code(),
        LetterState::Uncertain.code(),
        LetterState::BouncedHard.code(),
        LetterState::BouncedSoft.code(),
    ]);
    let counts: Vec<(String, String, i64, Option<NaiveDateTime>)> = letter::table
        .filter(letter::survey_id.eq(of.0).and(letter::problem.ne("")).and(held))
        .group_by((letter::problem, letter::state))
        .order((count_star().desc(), letter::problem, letter::state))
        .limit(most.into())
        .select((letter::problem, letter::state, count_star(), diesel::dsl::min(letter::due_at)))
        .load(database)?;
    let read = |(problem, state, count, due): (String, String, i64, Option<NaiveDateTime>)| {
        let state = known("letter.state", LetterState::parse(&state))?;
        let next_attempt = due.filter(|_| state == LetterState::Waiting);
        Ok(Hindrance { problem, state, count: number("count", count)?, next_attempt })
    };
    counts.into_iter().map(read).collect()
}

/// How often a letter of a survey may have been sent once more than the program knows.
pub fn count_uncertain(database: &mut Database, of: SurveyId) -> Result<u64, StoreError> {
    let total: Option<i64> = letter::table.filter(letter::survey_id.eq(of.0)).select(sum(letter::uncertain)).first(database)?;
    number("letter.uncertain", total.unwrap_or(0))
}

/// The highest number of a kind of letter of a survey; 0 when there is none.
pub fn last_number(database: &mut Database, of: SurveyId, kind: LetterKind) -> Result<i32, StoreError> {
    let own = letter::table.filter(letter::survey_id.eq(of.0)).filter(letter::kind.eq(kind.code()));
    let last: Option<i32> = own.select(diesel::dsl::max(letter::number)).first(database)?;
    Ok(last.unwrap_or(0))
}

/// How many invitations of a survey a mail server took, and how many did not arrive.
pub fn count_taken_and_bounced(database: &mut Database, of: SurveyId) -> Result<(u64, u64), StoreError> {
    let counts = count_by_state(database, of)?;
    let sum = |states: &[LetterState]| {
        let own = counts.iter().filter(|(kind, state, _)| *kind == LetterKind::Invitation && states.contains(state));
        own.map(|(_, _, count)| count).sum()
    };
    Ok((sum(&[LetterState::Done]), sum(&LetterState::BOUNCED)))
}
