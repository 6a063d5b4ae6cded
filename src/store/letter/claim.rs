//! Claiming letters that are due, and what becomes of claims.

use super::mark::mark_uncertain;
use super::{ids_by_claim, mine};
use crate::campaign::{Letter, LetterKind, LetterState};
use crate::ids::{InvitationId, LetterId, SurveyId};
use crate::store::columns::{instant, known, number};
use crate::store::dialect::on_either;
use crate::store::schema::letter;
use crate::store::{Database, StoreError, sending};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap, HashSet};

type Columns = (
    letter::id,
    letter::invitation_id,
    letter::survey_id,
    letter::kind,
    letter::number,
    letter::domain,
    letter::attempts,
    letter::claim,
    letter::trace,
);
type Stored = (i64, i64, i64, String, i32, String, i32, i32, Option<Vec<u8>>);
const COLUMNS: Columns = (
    letter::id,
    letter::invitation_id,
    letter::survey_id,
    letter::kind,
    letter::number,
    letter::domain,
    letter::attempts,
    letter::claim,
    letter::trace,
);

fn read((id, invitation, survey, kind, which, domain, attempts, claim, trace): Stored) -> Result<Letter, StoreError> {
    Ok(Letter {
        id: LetterId(id),
        invitation: InvitationId(invitation),
        survey: SurveyId(survey),
        kind: known("letter.kind", LetterKind::parse(&kind))?,
        number: which,
        domain,
        attempts: number("letter.attempts", attempts)?,
        claim,
        trace,
    })
}

/// How many more letters may be claimed now.
struct Room {
    limits: Limits,
    of_late: HashMap<String, u32>,
}

impl Room {
    fn read(database: &mut Database, now: NaiveDateTime, limits: Limits) -> Result<Self, StoreError> {
        let paced = limits.per_minute > 0 || limits.domain_per_minute > 0;
        Ok(Self { limits, of_late: if paced { sending::claimed_of_late(database, now)? } else { HashMap::new() } })
    }

    fn beside(&self, limit: u32, domain: &str) -> u32 {
        if limit == 0 { u32::MAX } else { limit.saturating_sub(self.of_late.get(domain).copied().unwrap_or(0)) }
    }

    fn in_all(&self) -> u32 {
        self.limits.most.min(self.beside(self.limits.per_minute, ""))
    }

    fn of_domain(&self, domain: &str) -> u32 {
        self.beside(self.limits.domain_per_minute, domain)
    }

    fn full_domains(&self) -> Vec<String> {
        self.of_late.keys().filter(|domain| !domain.is_empty() && self.of_domain(domain) == 0).cloned().collect()
    }
}

/// Claims letters that are due until `lease_until`, as many as the limits allow: none to domains that are left alone, none of
/// campaigns that wait. A short transaction of its own; begin some outside of it, send them, mark each.
pub fn claim_due(
    database: &mut Database,
    now: NaiveDateTime,
    lease_until: NaiveDateTime,
    limits: Limits,
) -> Result<Vec<Letter>, StoreError> {
    let room = Room::read(database, now, limits)?;
    let most = room.in_all();
    let paused = sending::paused(database)?;
    let mut shut: HashSet<String> = sending::left_alone_at(database, now)?.into_iter().collect();
    shut.extend(room.full_domains());
    let mut claimed = Vec::new();
    let mut by_domain: BTreeMap<String, u32> = BTreeMap::new();
    loop {
        let wanted = most.saturating_sub(u32::try_from(claimed.len()).unwrap_or(u32::MAX));
        let candidates = if wanted == 0 { Vec::new() } else { find_due(database, now, wanted, &shut, &paused)? };
        let were = candidates.len();
        let mut taken = Vec::with_capacity(were);
        for letter in candidates {
            let so_far = by_domain.entry(letter.domain.clone()).or_default();
            if *so_far < room.of_domain(&letter.domain) {
                *so_far += 1;
                taken.push(letter);
            } else {
                shut.insert(letter.domain);
            }
        }
        let some_left_out = taken.len() < were;
        claimed.extend(claim(database, taken, lease_until)?);
        if !some_left_out {
            break;
        }
    }
    let all = u32::try_from(claimed.len()).unwrap_or(u32::MAX);
    if limits.per_minute > 0 && all > 0 {
        sending::count(database, "", now, all)?;
    }
    if limits.domain_per_minute > 0 {
        by_domain.retain(|_, count| *count > 0);
        for (domain, count) in by_domain {
            sending::count(database, &domain, now, count)?;
        }
    }
    Ok(claimed)
}

fn find_due(
    database: &mut Database,
    now: NaiveDateTime,
    most: u32,
    shut: &HashSet<String>,
    paused: &[i64],
) -> Result<Vec<Letter>, StoreError> {
    let mut due = letter::table
        .filter(letter::state.eq(LetterState::Waiting.code()))
        .filter(letter::due_at.le(instant(now)))
        .order((letter::due_at, letter::id))
        .limit(most.into())
        .select(COLUMNS)
        .into_boxed();
    // Nearly always nothing is shut: then the index alone answers.
    if !shut.is_empty() {
        due = due.filter(letter::domain.ne_all(shut.iter().cloned().collect::<Vec<_>>()));
    }
    // Thanks go out when the campaign is over, whether or not somebody had paused it.
    if !paused.is_empty() {
        due = due.filter(letter::survey_id.ne_all(paused.to_vec()).or(letter::kind.eq(LetterKind::Thanks.code())));
    }
    due.load::<Stored>(database)?.into_iter().map(read).collect()
}

/// Claims those of the letters that nobody else has claimed since they were read.
fn claim(database: &mut Database, found: Vec<Letter>, lease_until: NaiveDateTime) -> Result<Vec<Letter>, StoreError> {
    let mut mine = HashSet::new();
    for (claim, ids) in ids_by_claim(&found) {
        for some in ids.chunks(500) {
            let waiting = letter::table
                .filter(letter::id.eq_any(some.to_vec()))
                .filter(letter::state.eq(LetterState::Waiting.code()))
                .filter(letter::claim.eq(claim));
            let change = (
                letter::state.eq(LetterState::Sending.code()),
                letter::lease_until.eq(Some(instant(lease_until))),
                letter::attempts.eq(letter::attempts + 1),
                letter::claim.eq(claim.wrapping_add(1)),
            );
            let ids: Vec<i64> = on_either!(&mut *database, connection => {
                diesel::update(waiting).set(change).returning(letter::id).get_results(connection)
            })?;
            mine.extend(ids);
        }
    }
    let own = found.into_iter().filter(|letter| mine.contains(&letter.id.0));
    let claimed =
        |letter: Letter| Letter { attempts: letter.attempts.saturating_add(1), claim: letter.claim.wrapping_add(1), ..letter };
    Ok(own.map(claimed).collect())
}

/// Marks claimed letters as begun: from now on nobody can say that they did not go out. Those that another sender has taken over
/// are left out of what is returned.
pub fn begin(database: &mut Database, claimed: Vec<Letter>, lease_until: NaiveDateTime) -> Result<Vec<Letter>, StoreError> {
    let mut mine = HashSet::new();
    for (claim, ids) in ids_by_claim(&claimed) {
        let own = letter::table
            .filter(letter::id.eq_any(ids))
            .filter(letter::state.eq(LetterState::Sending.code()))
            .filter(letter::claim.eq(claim));
        let change = (letter::begun.eq(true), letter::lease_until.eq(Some(instant(lease_until))));
        let ids: Vec<i64> = on_either!(&mut *database, connection => {
            diesel::update(own).set(change).returning(letter::id).get_results(connection)
        })?;
        mine.extend(ids);
    }
    Ok(claimed.into_iter().filter(|letter| mine.contains(&letter.id.0)).collect())
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
    let ended = || {
        letter::table
            .filter(letter::state.eq(LetterState::Sending.code()))
            .filter(letter::lease_until.lt(instant(now)).assume_not_null())
    };
    let untouched = diesel::update(ended().filter(letter::begun.eq(false)));
    let released = untouched.set((letter::state.eq(LetterState::Waiting.code()), letter::lease_until.eq(None::<NaiveDateTime>)));
    let mut abandoned = Abandoned { released: released.execute(database)?, ..Abandoned::default() };
    for stored in ended().select(COLUMNS).load::<Stored>(database)? {
        let left = read(stored)?;
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

/// Gives letters back that were claimed then and that nobody has begun: as if they had not been claimed, also for the pace.
pub fn release(database: &mut Database, claimed: &[Letter], claimed_at: NaiveDateTime) -> Result<(), StoreError> {
    let mut given_back = HashSet::new();
    for (claim, ids) in ids_by_claim(claimed) {
        let own = letter::table
            .filter(letter::id.eq_any(ids))
            .filter(letter::state.eq(LetterState::Sending.code()))
            .filter(letter::claim.eq(claim))
            .filter(letter::begun.eq(false));
        let change = (
            letter::state.eq(LetterState::Waiting.code()),
            letter::lease_until.eq(None::<NaiveDateTime>),
            letter::attempts.eq(letter::attempts - 1),
        );
        let ids: Vec<i64> = on_either!(&mut *database, connection => {
            diesel::update(own).set(change).returning(letter::id).get_results(connection)
        })?;
        given_back.extend(ids);
    }
    let domains = claimed.iter().filter(|letter| given_back.contains(&letter.id.0)).map(|letter| letter.domain.as_str());
    sending::give_back(database, &domains.collect::<Vec<_>>(), claimed_at)
}
