//! How fast letters left of late, which domains are left alone for now, and which campaigns wait for a person.

use super::columns::{instant, number};
use super::dialect::{on_either, write_alone};
use super::schema::{sending_domain, sending_pause, sending_turn};
use super::{Database, StoreError};
use crate::campaign::left_alone;
use crate::ids::SurveyId;
use chrono::{DurationRound, NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// What is counted over.
const WINDOW: TimeDelta = TimeDelta::minutes(1);
/// The window slides in steps of so much.
const STEP: TimeDelta = TimeDelta::seconds(5);
/// The name under which letters of all domains are counted.
const ALL: &str = "";

/// Why a campaign waits for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    /// Since when.
    pub since: NaiveDateTime,
    /// "failures" or "staff".
    pub reason: String,
    /// How many letters had been taken and refused when it was last resumed: those count no more.
    pub counted: (u64, u64),
    /// Whether it goes on again.
    pub over: bool,
}

/// How many letters were claimed in the last minute, by domain; under "" all of them. On PostgreSQL other senders wait until this
/// transaction has counted its own.
pub fn claimed_of_late(database: &mut Database, now: NaiveDateTime) -> Result<HashMap<String, u32>, StoreError> {
    write_alone(database, "sending_turn")?;
    // A step is over the window only when its last instant is.
    let old = sending_turn::table.filter(sending_turn::begun_at.le(instant(now - WINDOW - STEP)));
    diesel::delete(old).execute(database)?;
    let counts: Vec<(String, Option<i64>)> = sending_turn::table
        .group_by(sending_turn::domain)
        .select((
            sending_turn::domain,
            diesel::dsl::sql::<diesel::sql_types::Nullable<diesel::sql_types::BigInt>>("CAST(SUM(claimed) AS BIGINT)"),
        ))
        .load(database)?;
    counts.into_iter().map(|(domain, count)| Ok((domain, number("sending_turn.claimed", count.unwrap_or(0))?))).collect()
}

/// Counts letters that were claimed now.
pub fn count(database: &mut Database, domain: &str, now: NaiveDateTime, claimed: u32) -> Result<(), StoreError> {
    let row = (
        sending_turn::domain.eq(domain.to_owned()),
        sending_turn::begun_at.eq(step_of(now)),
        sending_turn::claimed.eq(i64::from(claimed)),
    );
    on_either!(database, connection => {
        diesel::insert_into(sending_turn::table)
            .values(row)
            .on_conflict((sending_turn::domain, sending_turn::begun_at))
            .do_update()
            .set(sending_turn::claimed.eq(sending_turn::claimed + i64::from(claimed)))
            .execute(connection)
    })?;
    Ok(())
}

/// Takes back what was counted of letters that were claimed then and given back: their turn is somebody else's.
pub fn give_back(database: &mut Database, domains: &[&str], claimed_at: NaiveDateTime) -> Result<(), StoreError> {
    let each = domains.iter().flat_map(|domain| [ALL, domain]);
    for (domain, count) in each.fold(BTreeMap::new(), counted) {
        // Where there is no such limit, nothing was counted.
        let own = sending_turn::table.find((domain, step_of(claimed_at)));
        diesel::update(own).set(sending_turn::claimed.eq(sending_turn::claimed - count)).execute(database)?;
    }
    Ok(())
}

fn counted<'d>(mut counts: BTreeMap<&'d str, i64>, domain: &'d str) -> BTreeMap<&'d str, i64> {
    *counts.entry(domain).or_default() += 1;
    counts
}

fn step_of(at: NaiveDateTime) -> NaiveDateTime {
    instant(at.duration_trunc(STEP).unwrap_or(at))
}

/// Forgets how fast letters left and which domains put them off, a day after that meant anything.
pub fn forget_old(database: &mut Database, now: NaiveDateTime) -> Result<(), StoreError> {
    let day = instant(now - TimeDelta::days(1));
    diesel::delete(sending_turn::table.filter(sending_turn::begun_at.le(day))).execute(database)?;
    diesel::delete(sending_domain::table.filter(sending_domain::until.le(day))).execute(database)?;
    Ok(())
}

/// The domains that are left alone at that instant.
pub fn left_alone_at(database: &mut Database, now: NaiveDateTime) -> Result<Vec<String>, StoreError> {
    let held = sending_domain::table.filter(sending_domain::until.gt(instant(now)));
    Ok(held.order(sending_domain::domain).select(sending_domain::domain).load(database)?)
}

/// The same, each with the instant until which it is.
pub fn list_left_alone(database: &mut Database, now: NaiveDateTime) -> Result<Vec<(String, NaiveDateTime)>, StoreError> {
    let held = sending_domain::table.filter(sending_domain::until.gt(instant(now)));
    Ok(held.order(sending_domain::domain).select((sending_domain::domain, sending_domain::until)).load(database)?)
}

/// A domain put off a letter: it is left alone, for longer each time. Several letters of one round count once.
pub fn put_off(database: &mut Database, domain: &str, now: NaiveDateTime) -> Result<(), StoreError> {
    let own = sending_domain::table.find(domain);
    let before: Option<(i32, NaiveDateTime)> =
        own.select((sending_domain::times, sending_domain::until)).first(database).optional()?;
    let times = match before {
        Some((times, until)) if until <= instant(now) => times.saturating_add(1),
        Some(_) => return Ok(()),
        None => 1,
    };
    let until = instant(now + left_alone(u32::try_from(times).unwrap_or(1)));
    let row = (sending_domain::domain.eq(domain.to_owned()), sending_domain::until.eq(until), sending_domain::times.eq(times));
    on_either!(database, connection => {
        diesel::insert_into(sending_domain::table)
            .values(row)
            .on_conflict(sending_domain::domain)
            .do_update()
            .set((sending_domain::until.eq(until), sending_domain::times.eq(times)))
            .execute(connection)
    })?;
    Ok(())
}

/// A domain took letters: it is left alone no more.
pub fn taken(database: &mut Database, domains: &[String]) -> Result<(), StoreError> {
    diesel::delete(sending_domain::table.filter(sending_domain::domain.eq_any(domains.to_vec()))).execute(database)?;
    Ok(())
}

/// The pause of a campaign, also one that is over.
pub fn find_pause(database: &mut Database, of: SurveyId) -> Result<Option<Pause>, StoreError> {
    type Stored = (NaiveDateTime, String, i64, i64, bool);
    let columns =
        (sending_pause::since, sending_pause::reason, sending_pause::taken, sending_pause::refused, sending_pause::over);
    let stored: Option<Stored> = sending_pause::table.find(of.0).select(columns).first(database).optional()?;
    let read = |(since, reason, taken, refused, over): Stored| {
        let counted = (number("sending_pause.taken", taken)?, number("sending_pause.refused", refused)?);
        Ok(Pause { since, reason, counted, over })
    };
    stored.map(read).transpose()
}

/// Pauses a campaign or lets it go on, in the place of what was before.
pub fn set_pause(database: &mut Database, of: SurveyId, pause: &Pause) -> Result<(), StoreError> {
    let values = (
        sending_pause::since.eq(instant(pause.since)),
        sending_pause::reason.eq(pause.reason.clone()),
        sending_pause::taken.eq(number::<u64, i64>("sending_pause.taken", pause.counted.0)?),
        sending_pause::refused.eq(number::<u64, i64>("sending_pause.refused", pause.counted.1)?),
        sending_pause::over.eq(pause.over),
    );
    if diesel::update(sending_pause::table.find(of.0)).set(values.clone()).execute(database)? == 0 {
        diesel::insert_into(sending_pause::table).values((sending_pause::survey_id.eq(of.0), values)).execute(database)?;
    }
    Ok(())
}

/// The surveys whose campaigns wait.
pub fn paused(database: &mut Database) -> Result<Vec<i64>, StoreError> {
    let waiting = sending_pause::table.filter(sending_pause::over.eq(false));
    Ok(waiting.order(sending_pause::survey_id).select(sending_pause::survey_id).load(database)?)
}
