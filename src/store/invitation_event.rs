//! What happened to an invitation, line by line. Nothing here depends on whether it was answered: of reminders stands only what
//! is the same for everybody.

use super::columns::{instant, known};
use super::schema::{invitation, invitation_event, letter};
use super::{Database, StoreError};
use crate::campaign::Happening;
use crate::ids::{InvitationId, SurveyId};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// To which invitation.
    pub invitation: InvitationId,
    /// When.
    pub at: NaiveDateTime,
    /// What.
    pub what: Happening,
    /// A server's words, without the address; "" for none.
    pub words: String,
}

/// Notes what happened.
pub fn insert_many(database: &mut Database, events: &[Event]) -> Result<(), StoreError> {
    for some in events.chunks(500) {
        let rows: Vec<_> = some
            .iter()
            .map(|event| {
                (
                    invitation_event::invitation_id.eq(event.invitation.0),
                    invitation_event::at.eq(instant(event.at)),
                    invitation_event::what.eq(event.what.code()),
                    invitation_event::words.eq(event.words.clone()),
                )
            })
            .collect();
        super::dialect::on_either!(&mut *database, connection => {
            diesel::insert_into(invitation_event::table).values(rows).execute(connection)
        })?;
    }
    Ok(())
}

/// Forgets what happened to the invitations of a survey, to which domains their letters went and what servers said: with the contacts,
/// that goes too.
pub fn forget(database: &mut Database, of: SurveyId) -> Result<(), StoreError> {
    let own = invitation::table.filter(invitation::survey_id.eq(of.0)).select(invitation::id);
    diesel::delete(invitation_event::table.filter(invitation_event::invitation_id.eq_any(own))).execute(database)?;
    let change = (letter::domain.eq(""), letter::problem.eq(""));
    diesel::update(letter::table.filter(letter::survey_id.eq(of.0))).set(change).execute(database)?;
    Ok(())
}

/// What happened to an invitation, in order.
pub fn list(database: &mut Database, of: InvitationId) -> Result<Vec<Event>, StoreError> {
    let own = invitation_event::table.filter(invitation_event::invitation_id.eq(of.0)).order(invitation_event::id);
    let columns = (invitation_event::at, invitation_event::what, invitation_event::words);
    let stored: Vec<(NaiveDateTime, String, String)> = own.select(columns).load(database)?;
    let read = |(at, what, words): (NaiveDateTime, String, String)| {
        Ok(Event { invitation: of, at, what: known("invitation_event.what", Happening::parse(&what))?, words })
    };
    stored.into_iter().map(read).collect()
}
