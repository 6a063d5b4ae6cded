//! An address is not written to again: what reports, replies of mail servers and staff have in common.

use super::import_contacts::suppression_hash;
use crate::campaign::{Address, Contact, Happening, LetterState, SuppressionKind};
use crate::ids::InvitationId;
use crate::site::Site;
use crate::store::invitation_event::Event;
use crate::store::{self, Database, StoreError};
use chrono::NaiveDateTime;
use std::collections::HashSet;

/// Puts the address of a contact on the list of those that are not written to.
pub(super) fn suppress(site: &Site, db: &mut Database, address: &str, kind: SuppressionKind) -> Result<(), StoreError> {
    if let Ok(address) = Address::parse(address) {
        store::suppression::add(db, &suppression_hash(&site.keys.site(), &address), kind, site.clock.today())?;
    }
    Ok(())
}

/// There is no such mailbox: the invitation's letter has come back for good, its waiting letters end, the address is not written to
/// again. `false` where the letter was not sent, or is known to have come back.
pub(super) fn end_for_good(
    site: &Site,
    db: &mut Database,
    invitation: InvitationId,
    contact: &Contact,
    words: &str,
) -> Result<bool, StoreError> {
    if !store::returned::mark(db, invitation, LetterState::BouncedHard, words)? {
        return Ok(false);
    }
    note(db, &[invitation], Happening::BouncedHard, words, site.clock.now())?;
    suppress(site, db, &contact.address, SuppressionKind::HardBounce)?;
    store::letter::cancel_of(db, invitation)?;
    Ok(true)
}

/// The person wants no more letters, or complained: none of this survey and of no later one. `false` where that was known.
pub(super) fn leave_in_peace(
    site: &Site,
    db: &mut Database,
    invitation: InvitationId,
    contact: &Contact,
    kind: SuppressionKind,
) -> Result<bool, StoreError> {
    let happening = if kind == SuppressionKind::Complaint { Happening::Complained } else { Happening::OptedOut };
    let new = store::contact::opt_out(db, contact.id)?;
    suppress(site, db, &contact.address, kind)?;
    store::letter::cancel_of(db, invitation)?;
    if new {
        note(db, &[invitation], happening, "", site.clock.now())?;
    }
    Ok(new)
}

/// Notes what happened to some invitations.
pub(super) fn note(
    db: &mut Database,
    invitations: &[InvitationId],
    what: Happening,
    words: &str,
    at: NaiveDateTime,
) -> Result<(), StoreError> {
    let event = |invitation: &InvitationId| Event { invitation: *invitation, at, what, words: words.to_owned() };
    store::invitation_event::insert_many(db, &invitations.iter().map(event).collect::<Vec<_>>())
}

/// Lets these people be written to again whose address was taken for dead; which. Who asked not to be written to, or complained, is
/// never asked again.
pub(super) fn lift_hard_bounces(
    site: &Site,
    db: &mut Database,
    invitations: &[InvitationId],
) -> Result<HashSet<InvitationId>, StoreError> {
    let key = site.keys.site();
    let mut lifted = HashSet::new();
    for (invitation, recipient) in store::invitation::find_recipients(db, invitations)? {
        let Ok(address) = Address::parse(&recipient.contact.address) else { continue };
        if store::suppression::lift(db, &[suppression_hash(&key, &address)], SuppressionKind::HardBounce)? > 0 {
            lifted.insert(invitation);
        }
    }
    Ok(lifted)
}
