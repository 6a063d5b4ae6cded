//! What became of every contact of a survey, and how fast that went. Of reminders nothing is told here.

use super::columns::{instant, known, number};
use super::schema::{contact, invitation, invitation_event, letter, sample};
use super::{Database, StoreError};
use crate::campaign::{Fate, Happening, Known, LetterKind, LetterState};
use crate::ids::{InvitationId, SurveyId};
use chrono::NaiveDateTime;
use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// One contact and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accounted {
    /// The address.
    pub address: String,
    /// What became of it.
    pub fate: Fate,
    /// When the last thing happened to its invitation, UTC.
    pub last: Option<NaiveDateTime>,
    /// The mail server's words about that; "" for none.
    pub words: String,
}

/// How the invitations to one domain fare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainCount {
    /// The domain.
    pub domain: String,
    /// In each state; only those there are.
    pub fates: BTreeMap<Fate, u64>,
    /// How many of those waiting were put off before.
    pub deferred: u64,
}

/// The contacts of a survey with their invitation's letter, if there is one.
macro_rules! contacts_with_letter {
    ($of:expr) => {
        contact::table
            .left_join(invitation::table.on(invitation::contact_id.eq(contact::id.nullable())).left_join(
                letter::table.on(letter::invitation_id.eq(invitation::id).and(letter::kind.eq(LetterKind::Invitation.code()))),
            ))
            .filter(contact::survey_id.eq($of.0))
    };
}

fn is_sampled(database: &mut Database, of: SurveyId) -> Result<bool, StoreError> {
    Ok(diesel::select(exists(sample::table.filter(sample::survey_id.eq(of.0)))).get_result(database)?)
}

fn fate(state: Option<&str>, opted_out: bool, asked_recently: bool, drawn: bool) -> Result<Fate, StoreError> {
    let invitation = state.map(|state| known("letter.state", LetterState::parse(state))).transpose()?;
    Ok(Fate::of(&Known { invitation, opted_out, asked_recently, drawn }))
}

/// How many contacts of a survey have each fate; only those there are.
pub fn count_fates(database: &mut Database, of: SurveyId) -> Result<BTreeMap<Fate, u64>, StoreError> {
    let sampled = is_sampled(database, of)?;
    let mut counts = BTreeMap::new();
    let mut add = |fate: Fate, count: i64| -> Result<(), StoreError> {
        *counts.entry(fate).or_default() += number::<i64, u64>("count", count)?;
        Ok(())
    };
    // Also of contacts that have been deleted since: what was sent stays told.
    let states: Vec<(String, i64)> = letter::table
        .filter(letter::survey_id.eq(of.0))
        .filter(letter::kind.eq(LetterKind::Invitation.code()))
        .group_by(letter::state)
        .select((letter::state, count_star()))
        .load(database)?;
    for (state, count) in states {
        add(fate(Some(&state), false, false, true)?, count)?;
    }
    for drawn in [true, false] {
        let theirs = invitation::table
            .inner_join(letter::table)
            .filter(invitation::contact_id.eq(contact::id.nullable()))
            .filter(letter::kind.eq(LetterKind::Invitation.code()));
        let without = contact::table
            .filter(contact::survey_id.eq(of.0))
            .filter(contact::sample_id.is_not_null().eq(drawn))
            .filter(not(exists(theirs)));
        let columns = (contact::opted_out, contact::asked_recently);
        let groups: Vec<(bool, bool, i64)> =
            without.group_by(columns).select((contact::opted_out, contact::asked_recently, count_star())).load(database)?;
        for (opted_out, asked_recently, count) in groups {
            add(fate(None, opted_out, asked_recently, drawn || !sampled)?, count)?;
        }
    }
    Ok(counts)
}

/// Every contact of a survey with its fate, in the order of the addresses.
pub fn list(database: &mut Database, of: SurveyId) -> Result<Vec<Accounted>, StoreError> {
    let sampled = is_sampled(database, of)?;
    let last = last_events(database, of)?;
    type Stored = (String, bool, bool, bool, Option<String>, Option<i64>);
    let stored: Vec<Stored> = contacts_with_letter!(of)
        .order(contact::address_key)
        .select((
            contact::address,
            contact::opted_out,
            contact::asked_recently,
            contact::sample_id.is_not_null(),
            letter::state.nullable(),
            invitation::id.nullable(),
        ))
        .load(database)?;
    let read = |(address, opted_out, asked_recently, drawn, state, invitation): Stored| {
        let event = invitation.and_then(|id| last.get(&id));
        Ok(Accounted {
            address,
            fate: fate(state.as_deref(), opted_out, asked_recently, drawn || !sampled)?,
            last: event.map(|(at, _)| *at),
            words: event.map(|(_, words)| words.clone()).unwrap_or_default(),
        })
    };
    stored.into_iter().map(read).collect()
}

/// The last thing that happened to each invitation of a survey, but for reminders.
fn last_events(database: &mut Database, of: SurveyId) -> Result<HashMap<i64, (NaiveDateTime, String)>, StoreError> {
    let events: Vec<(i64, NaiveDateTime, String)> = invitation_event::table
        .inner_join(invitation::table)
        .filter(invitation::survey_id.eq(of.0))
        .filter(invitation_event::what.ne(Happening::Reminder.code()))
        .order(invitation_event::id)
        .select((invitation_event::invitation_id, invitation_event::at, invitation_event::words))
        .load(database)?;
    Ok(events.into_iter().map(|(id, at, words)| (id, (at, words))).collect())
}

/// How the invitations of a survey fare by receiving domain, the largest first, `most` of them.
pub fn count_by_domain(database: &mut Database, of: SurveyId, most: usize) -> Result<Vec<DomainCount>, StoreError> {
    let invitations = || letter::table.filter(letter::survey_id.eq(of.0)).filter(letter::kind.eq(LetterKind::Invitation.code()));
    let groups: Vec<(String, String, i64)> = invitations()
        .group_by((letter::domain, letter::state))
        .select((letter::domain, letter::state, count_star()))
        .load(database)?;
    let mut domains: BTreeMap<String, DomainCount> = BTreeMap::new();
    for (domain, state, count) in groups {
        let own = domains.entry(domain.clone()).or_insert(DomainCount { domain, fates: BTreeMap::new(), deferred: 0 });
        *own.fates.entry(fate(Some(&state), false, false, true)?).or_default() += number::<i64, u64>("count", count)?;
    }
    let tried = invitations().filter(letter::state.eq(LetterState::Waiting.code())).filter(letter::attempts.gt(0));
    let tried: Vec<(String, i64)> = tried.group_by(letter::domain).select((letter::domain, count_star())).load(database)?;
    for (domain, count) in tried {
        if let Some(own) = domains.get_mut(&domain) {
            own.deferred = number("count", count)?;
        }
    }
    let mut domains: Vec<DomainCount> = domains.into_values().collect();
    domains.sort_by_key(|own| (std::cmp::Reverse(own.fates.values().sum::<u64>()), own.domain.clone()));
    domains.truncate(most);
    Ok(domains)
}

/// How many invitations of a survey a mail server took since that instant.
pub fn count_sent_since(database: &mut Database, of: SurveyId, since: NaiveDateTime) -> Result<u64, StoreError> {
    let sent: i64 = invitation_event::table
        .inner_join(invitation::table)
        .filter(invitation::survey_id.eq(of.0))
        .filter(invitation_event::what.eq(Happening::Sent.code()))
        .filter(invitation_event::at.ge(instant(since)))
        .count()
        .get_result(database)?;
    number("count", sent)
}

/// The invitation of the contact with that address, in the form that all spellings share; `None` for no such contact, inside `None`
/// where it has no invitation.
pub fn find_invited(
    database: &mut Database,
    of: SurveyId,
    address_key: &str,
) -> Result<Option<(Fate, Option<InvitationId>)>, StoreError> {
    let sampled = is_sampled(database, of)?;
    type Stored = (bool, bool, bool, Option<String>, Option<i64>);
    let found: Option<Stored> = contacts_with_letter!(of)
        .filter(contact::address_key.eq(address_key.to_owned()))
        .select((
            contact::opted_out,
            contact::asked_recently,
            contact::sample_id.is_not_null(),
            letter::state.nullable(),
            invitation::id.nullable(),
        ))
        .first(database)
        .optional()?;
    let read = |(opted_out, asked_recently, drawn, state, invitation): Stored| {
        let fate = fate(state.as_deref(), opted_out, asked_recently, drawn || !sampled)?;
        Ok((fate, invitation.map(InvitationId)))
    };
    found.map(read).transpose()
}
