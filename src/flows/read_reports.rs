//! Reports about letters come in: letters that came back, complaints, out-of-office replies and what else is sent to the return path.
//!
//! A message acts once: its keyed hash is written down before it is read; what it says is done, and that it was, in one transaction, and
//! only then is it marked as seen. Whoever dies in between finds it again. Whoever dies *of* it, because some stranger found bytes that
//! no reader survives, finds it again too, but so often and no more: then it is a person's to look at, and the others go on. What it
//! said stays nowhere, unless a person has to look at it; what was recognised and changes nothing is counted by kind and day.
//!
//! Whom a report is about tells the return path's tag, which only our key makes. Where that was rewritten tells it the `Message-ID`,
//! with a proof of the same key, and only where the report is about the contact's own address: who has a letter, or an answer that
//! quotes its header, can name that letter. What names a letter of ours without proof is a person's to look at.
//!
//! **What a report may tell of who answered.** Reminders go to those who have not answered, and come back to the same return path. So
//! a report acts on the invitation, and nothing says which letter it is about. From the first reminder on, what comes back for now or
//! is late is counted and not noted at the invitation: it would change nothing, and tell that a reminder had gone to this person. A
//! letter that comes back for good and a complaint must act. Whoever holds the database can then infer, of these people alone, that
//! they probably had not answered by that day: of a dead mailbox nobody could have answered anyway, and a complaint is about the
//! writing itself. Of everybody else nothing can be inferred, for most mailboxes never send a report.

use super::letter_identifier::identified_letter;
use super::send_invitations::{pause_where_too_many_fail, returned_invitation};
use super::stop_writing::{end_for_good, leave_in_peace, note};
use super::{Outcome, Stop};
use crate::campaign::{Address, Contact, Happening, IncomingKind, LetterState, Shown, SuppressionKind};
use crate::ids::InvitationId;
use crate::mail::intake::{Kept, MOST_BYTES, take_in};
use crate::mail::report::{Clues, Complaint, Failure, Kind, Permanence, Report, heading_of, read_and_look};
use crate::mail::without_receiver;
use crate::site::Site;
use crate::store::mail_report::Fate;
use crate::store::{self, Database, StoreError};
use crate::survey::State;
use chrono::{Days, Months, NaiveDate};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What came of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// It changed something.
    Acted,
    /// It was counted.
    Counted,
    /// It waits for a person.
    Kept,
    /// It came before.
    Known,
    /// Its letter is being handed over at this moment: nothing was done; it is to be brought again.
    Early,
}

/// How a look into the mailboxes went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Polled {
    /// Messages that changed something.
    pub acted: u64,
    /// Messages that were counted.
    pub counted: u64,
    /// Messages that wait for a person.
    pub kept: u64,
    /// Messages that had come before.
    pub known: u64,
    /// Whether more may be waiting.
    pub more: bool,
}

/// So much of a message that is too long to be read is shown to a person, in bytes.
const MOST_OF_A_LONG_ONE: usize = 64 << 10;
/// How often it is tried to read a message.
const MOST_READINGS: i32 = 3;
/// How many messages may wait for a person: with 40 KB each, 20 MB at most. A mailbox that nobody looks into must not fill the
/// database, whose files are written anew when a survey is closed.
pub const MOST_WAITING: u64 = 500;
/// How many identifiers of a report are looked up.
const MOST_IDS: usize = 10;
/// The longest words of a server that are noted, in characters.
const MOST_WORDS: usize = 200;
/// How long it is counted what came in.
const COUNTED_MONTHS: u32 = 13;

/// Looks into the Maildir and the mailbox that the settings name. Blocks, as long as a slow server likes; on a thread of its own.
///
/// # Errors
/// Only when the database fails; what was not kept is found again. Trouble with a mailbox goes to the log and is no failure.
pub fn poll_reports(site: &Site) -> Outcome<Polled> {
    let mut polled = Polled::default();
    let mut failed: Option<Stop> = None;
    let round = take_in(&site.config.mail_reports, &mut |message| {
        let counted = match receive_report(site, message) {
            Ok(Received::Acted) => &mut polled.acted,
            Ok(Received::Counted) => &mut polled.counted,
            Ok(Received::Kept) => &mut polled.kept,
            Ok(Received::Known) => &mut polled.known,
            Ok(Received::Early) => return Kept::NotYet,
            Err(stop) => {
                failed = Some(stop);
                return Kept::Impossible;
            }
        };
        *counted += 1;
        Kept::Yes
    });
    polled.more = round.more;
    for trouble in &round.troubles {
        tracing::warn!(%trouble, "reports");
    }
    if round.taken > 0 {
        tracing::info!(acted = polled.acted, counted = polled.counted, kept = polled.kept, known = polled.known, "reports");
    }
    failed.map_or(Ok(polled), Err)
}

/// Receives one message; of one that is longer than [`MOST_BYTES`], at least a byte more than that.
///
/// # Errors
/// Only when the database fails: then nothing was done, and the message is to be brought again.
pub fn receive_report(site: &Site, message: &[u8]) -> Outcome<Received> {
    let hash = site.keys.site().derive("mail report", message);
    let today = site.clock.today();
    let begun = site.store.write(|db| {
        let forget_on = forget_on(site, db, today)?;
        store::mail_report::begin(db, &hash, today, forget_on)
    })?;
    let Some(begun) = begun else { return Ok(Received::Known) };
    let (report, shown) = if begun.times > MOST_READINGS { (None, heading_of(message)) } else { read(site, message) };
    let received = site.store.write(|db| -> Result<Received, StoreError> {
        let (kind, received) = match &report {
            Some(report) => act(site, db, report)?,
            None => (IncomingKind::Unknown, Received::Kept),
        };
        let (received, fate) = match received {
            Received::Acted => (received, Fate::Acted),
            Received::Kept if store::mail_report::count_kept(db)? >= MOST_WAITING => (Received::Counted, Fate::Unkept),
            Received::Kept => (received, Fate::Kept(shown)),
            Received::Counted => (received, Fate::Counted),
            other => {
                store::mail_report::abandon(db, begun.id)?;
                return Ok(other);
            }
        };
        store::mail_report::finish(db, begun.id, kind, fate)?;
        Ok(received)
    });
    match received {
        // Another receiver was first; what was done here is undone.
        Err(StoreError::Conflict) => Ok(Received::Known),
        received => Ok(received?),
    }
}

/// What a message says to the program and to a person; to the program nothing where it is too long.
fn read(site: &Site, message: &[u8]) -> (Option<Report>, Shown) {
    let is_long = message.len() > MOST_BYTES;
    let beginning = if is_long { &message[..MOST_OF_A_LONG_ONE] } else { message };
    // Whatever a stranger sends, it must not stop what comes after it.
    let read = catch_unwind(AssertUnwindSafe(|| read_and_look(beginning, &site.config.mail_reports.rules)));
    match read {
        Ok((_, shown)) if is_long => (None, shown),
        Ok((report, shown)) => (Some(report), shown),
        Err(_) => (None, heading_of(message)),
    }
}

/// Deletes messages that no person looked at in their time, and forgets those of more than a year ago; how many went unseen.
///
/// # Errors
/// Only when the database fails.
pub fn forget_old_reports(site: &Site) -> Outcome<usize> {
    let today = site.clock.today();
    let before = today.checked_sub_months(Months::new(COUNTED_MONTHS)).unwrap_or(today);
    Ok(site.store.write(|db| store::mail_report::forget(db, today, before))?)
}

/// When a message that waits for a person is deleted unseen: with the contacts of the surveys that are in the field.
fn forget_on(site: &Site, db: &mut Database, today: NaiveDate) -> Result<NaiveDate, StoreError> {
    let mut last = today;
    for state in [State::Open, State::Collecting] {
        for survey in store::survey::list_in(db, state)? {
            last = last.max(survey.closes_on + Days::new(survey.collecting_days.into()));
        }
    }
    Ok(last + Days::new(site.config.forget_contacts_days.into()))
}

fn act(site: &Site, db: &mut Database, report: &Report) -> Result<(IncomingKind, Received), StoreError> {
    match &report.kind {
        Kind::Bounce(failures) => returned(site, db, &report.clues, failures, false),
        Kind::Delayed(failures) => returned(site, db, &report.clues, failures, true),
        Kind::Complaint(complaint) => complained(site, db, &report.clues, complaint),
        // Somebody's mail: that there was one is all that is anybody's business.
        Kind::AutomaticReply => Ok((IncomingKind::AutomaticReply, Received::Counted)),
        Kind::Receipt => Ok((IncomingKind::Receipt, Received::Counted)),
        Kind::Delivered(_) => Ok((IncomingKind::Delivery, Received::Counted)),
        Kind::Unknown => Ok((IncomingKind::Unknown, Received::Kept)),
    }
}

/// A letter came back, or is late.
fn returned(
    site: &Site,
    db: &mut Database,
    clues: &Clues,
    failures: &[Failure],
    late: bool,
) -> Result<(IncomingKind, Received), StoreError> {
    let named: Vec<&str> = failures
        .iter()
        .flat_map(|failure| [&failure.original_recipient, &failure.recipient])
        .filter_map(|address| address.as_deref())
        .collect();
    let kind_of = |failure: Option<&Failure>| match failure.map(|failure| failure.permanence) {
        _ if late => IncomingKind::Delay,
        Some(Permanence::Hard) => IncomingKind::HardBounce,
        Some(Permanence::Soft) | None => IncomingKind::SoftBounce,
        Some(Permanence::Ignore) => IncomingKind::IgnoredBounce,
    };
    let Some(invitation) = find_invitation(site, db, clues, &named)? else {
        return Ok((kind_of(mildest(failures)), Received::Kept));
    };
    let Some(contact) = contact_of(db, invitation)? else {
        return Ok((kind_of(mildest(failures)), Received::Counted));
    };
    let failure = failure_of(failures, &contact);
    let kind = kind_of(failure);
    if store::returned::is_being_sent(db, invitation)? {
        return Ok((kind, Received::Early));
    }
    let words = failure.map(|failure| words_of(failure, &contact)).unwrap_or_default();
    let acted = match kind {
        IncomingKind::HardBounce => end_for_good(site, db, invitation, &contact, &words)?,
        // From here on: what may be about a reminder and changes nothing leaves nothing.
        _ if store::returned::was_reminded(db, invitation)? => false,
        IncomingKind::SoftBounce => {
            let marked = store::returned::mark(db, invitation, LetterState::BouncedSoft, &words)?;
            if marked {
                note(db, &[invitation], Happening::BouncedSoft, &words, site.clock.now())?;
            }
            marked
        }
        _ => {
            let what = if late { Happening::Deferred } else { Happening::BouncedSoft };
            note(db, &[invitation], what, &words, site.clock.now())?;
            true
        }
    };
    if acted && matches!(kind, IncomingKind::HardBounce | IncomingKind::SoftBounce) {
        pause_where_too_many_return(site, db, invitation)?;
    }
    Ok((kind, if acted { Received::Acted } else { Received::Counted }))
}

/// Where the mail server takes everything and reports later, this is how a bad list shows.
fn pause_where_too_many_return(site: &Site, db: &mut Database, invitation: InvitationId) -> Result<(), StoreError> {
    let id = store::invitation::find(db, invitation)?.survey;
    let survey = store::survey::find(db, id)?;
    if survey.state == State::Open {
        pause_where_too_many_fail(site, db, survey.id, site.clock.now())?;
    }
    Ok(())
}

fn complained(
    site: &Site,
    db: &mut Database,
    clues: &Clues,
    complaint: &Complaint,
) -> Result<(IncomingKind, Received), StoreError> {
    let kind = match complaint.kind.as_str() {
        "opt-out" | "opt-out-list" => SuppressionKind::OptOut,
        "abuse" | "fraud" | "other" | "miscategorized" => SuppressionKind::Complaint,
        // "This is no spam", and a mail server's word about signatures: nobody's complaint.
        "not-spam" | "auth-failure" => return Ok((IncomingKind::Complaint, Received::Counted)),
        _ => return Ok((IncomingKind::Complaint, Received::Kept)),
    };
    let incoming = if kind == SuppressionKind::OptOut { IncomingKind::OptOut } else { IncomingKind::Complaint };
    let named: Vec<&str> = complaint.recipients.iter().map(String::as_str).collect();
    let Some(invitation) = find_invitation(site, db, clues, &named)? else {
        return Ok((incoming, Received::Kept));
    };
    let Some(contact) = contact_of(db, invitation)? else { return Ok((incoming, Received::Counted)) };
    let acted = leave_in_peace(site, db, invitation, &contact, kind)?;
    Ok((incoming, if acted { Received::Acted } else { Received::Counted }))
}

/// The invitation that a report is about. `named` are the addresses it is about by its own word.
fn find_invitation(site: &Site, db: &mut Database, clues: &Clues, named: &[&str]) -> Result<Option<InvitationId>, StoreError> {
    let key = site.keys.site();
    let tags = clues.sent_to.iter().filter_map(|address| address.rsplit_once('@')?.0.rsplit_once('+'));
    if let Some(proven) = tags.filter_map(|(_, tag)| returned_invitation(&key, tag)).next() {
        return Ok(Some(proven));
    }
    // A return path that somebody has rewritten. Whoever knows a letter must know whom it was to, too.
    for letter in clues.letter_ids.iter().filter_map(|id| identified_letter(&key, id)).take(MOST_IDS) {
        let Some(invitation) = store::returned::invitation_of(db, letter)? else { continue };
        let Some(contact) = contact_of(db, invitation)? else { continue };
        if named.iter().any(|address| is_same(address, &contact)) {
            return Ok(Some(invitation));
        }
    }
    Ok(None)
}

fn contact_of(db: &mut Database, invitation: InvitationId) -> Result<Option<Contact>, StoreError> {
    match store::invitation::find_recipient(db, invitation) {
        Ok(recipient) => Ok(Some(recipient.contact)),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

fn is_same(address: &str, contact: &Contact) -> bool {
    let key = |typed: &str| Address::parse(typed).ok().map(|address| address.key().to_owned());
    key(address).is_some_and(|own| key(&contact.address) == Some(own))
}

/// The failure of a contact; where none names it, as after forwarding to several, the mildest.
fn failure_of<'f>(failures: &'f [Failure], contact: &Contact) -> Option<&'f Failure> {
    let names = |failure: &&Failure| {
        [&failure.original_recipient, &failure.recipient].into_iter().flatten().any(|address| is_same(address, contact))
    };
    failures.iter().find(names).or_else(|| mildest(failures))
}

fn mildest(failures: &[Failure]) -> Option<&Failure> {
    failures.iter().max_by_key(|failure| failure.permanence)
}

/// What the server said, without the person.
fn words_of(failure: &Failure, contact: &Contact) -> String {
    without_receiver(&failure.words, &contact.address, &contact.name).chars().take(MOST_WORDS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_failures_the_mildest_counts() {
        let failure = |permanence| Failure { permanence, ..Failure::default() };
        let several = [failure(Permanence::Hard), failure(Permanence::Soft)];
        assert_eq!(mildest(&several).map(|own| own.permanence), Some(Permanence::Soft));
    }
}
