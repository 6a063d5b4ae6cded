//! Letters that came back after they were sent. What comes back acts on the invitation, whichever of its letters it is about: of
//! reminders nothing may stand that depends on what came of one.

use super::schema::{contact, invitation, letter};
use super::{Database, StoreError};
use crate::campaign::{LetterKind, LetterState};
use crate::ids::{InvitationId, LetterId};
use diesel::dsl::{exists, select};
use diesel::prelude::*;

/// The invitation that a letter carried.
pub fn invitation_of(database: &mut Database, id: LetterId) -> Result<Option<InvitationId>, StoreError> {
    let found: Option<i64> = letter::table.find(id.0).select(letter::invitation_id).first(database).optional()?;
    Ok(found.map(InvitationId))
}

/// Marks the letter of an invitation as come back, to one of [`LetterState::BOUNCED`]; the problem in the server's words, without the
/// address. `false` where it is not sent, or has come back as badly before.
pub fn mark(database: &mut Database, of: InvitationId, to: LetterState, problem: &str) -> Result<bool, StoreError> {
    let mut from = vec![LetterState::Done.code(), LetterState::Uncertain.code()];
    if to == LetterState::BouncedHard {
        from.push(LetterState::BouncedSoft.code());
    }
    let own = letter::table
        .filter(letter::invitation_id.eq(of.0))
        .filter(letter::kind.eq(LetterKind::Invitation.code()))
        .filter(letter::state.eq_any(from));
    Ok(diesel::update(own).set((letter::state.eq(to.code()), letter::problem.eq(problem))).execute(database)? > 0)
}

/// Whether the letter of an invitation is being handed over at this moment: what comes back already can be marked only afterwards.
pub fn is_being_sent(database: &mut Database, of: InvitationId) -> Result<bool, StoreError> {
    let own = letter::table
        .filter(letter::invitation_id.eq(of.0))
        .filter(letter::kind.eq(LetterKind::Invitation.code()))
        .filter(letter::state.eq(LetterState::Sending.code()));
    Ok(select(exists(own)).get_result(database)?)
}

/// Whether a reminder to this invitation was queued at any time: from then on nobody can say which letter a report is about.
pub fn was_reminded(database: &mut Database, of: InvitationId) -> Result<bool, StoreError> {
    let own = letter::table.filter(letter::invitation_id.eq(of.0)).filter(letter::kind.eq(LetterKind::Reminder.code()));
    Ok(select(exists(own)).get_result(database)?)
}

/// Every invitation of an address, in the form that all its spellings share.
pub fn list_of(database: &mut Database, address_key: &str) -> Result<Vec<InvitationId>, StoreError> {
    let own = invitation::table
        .inner_join(contact::table)
        .filter(contact::address_key.eq(address_key))
        .order(invitation::id)
        .select(invitation::id);
    Ok(own.load::<i64>(database)?.into_iter().map(InvitationId).collect())
}
