//! What came of letters is marked: the letters, what happened to the invitations, the domains that put letters off.

use super::plan::{End, Fields};
use super::reminders::trace_of;
use super::{MOST_ATTEMPTS, Round, wait_after};
use crate::campaign::{Happening, Letter, LetterKind, LetterState, SuppressionKind};
use crate::flows::stop_writing::suppress;
use crate::ids::SurveyId;
use crate::mail::Sent;
use crate::mail::report::{Permanence, Reason, Rules, read_reply};
use crate::secret::Key;
use crate::site::Site;
use crate::store::invitation_event::Event;
use crate::store::sending::Pause;
use crate::store::{self, Database, StoreError};
use chrono::{DurationRound, NaiveDateTime, TimeDelta};
use std::collections::BTreeSet;

/// A part that was handed over, and what came of each letter.
#[derive(Default)]
pub(super) struct Ended {
    pub(super) fields: Fields,
    pub(super) letters: Vec<(Letter, End)>,
}

/// Marks what came of a part: the letters, what happened to the invitations, the domains that put letters off or take them again.
pub(super) fn mark_part(site: &Site, db: &mut Database, part: &Ended) -> Result<Round, StoreError> {
    let mut round = Round::default();
    let (now, rules) = (site.clock.now(), &site.config.mail_reports.rules);
    let passed_at = end_of_quarter(now);
    let mut events = Vec::new();
    let (mut taken, mut put_off) = (BTreeSet::new(), BTreeSet::new());
    let sent: Vec<&Letter> = part.letters.iter().filter(|(letter, end)| is_sent(letter, end)).map(|(letter, _)| letter).collect();
    let marked_sent = store::letter::mark_sent(db, &sent)?;
    for (letter, end) in &part.letters {
        let key = part.fields.get(&letter.survey).and_then(|field| field.key.as_ref());
        let marked = if is_sent(letter, end) {
            marked_sent.contains(&letter.id)
        } else {
            mark(db, letter, end, key, now, passed_at, rules)?
        };
        round.count(letter, end, marked);
        // Of a reminder nothing may stand that depends on what came of it: a domain may have one receiver.
        if letter.kind == LetterKind::Reminder {
            continue;
        }
        match end {
            End::Sent(Sent::Accepted(_)) => drop(taken.insert(letter.domain.clone())),
            End::Sent(Sent::Deferred(_)) => drop(put_off.insert(letter.domain.clone())),
            _ => {}
        }
        if let Some((what, words)) =
            marked.then(|| happening(letter, end, rules)).flatten().filter(|_| letter.kind == LetterKind::Invitation)
        {
            if what == Happening::BouncedHard {
                suppress_receiver(site, db, letter)?;
            }
            events.push(Event { invitation: letter.invitation, at: now, what, words: words.to_owned() });
        }
    }
    store::invitation_event::insert_many(db, &events)?;
    put_off.retain(|domain| !taken.contains(domain));
    put_off.iter().try_for_each(|domain| store::sending::put_off(db, domain, now))?;
    if !taken.is_empty() {
        store::sending::taken(db, &taken.into_iter().collect::<Vec<_>>())?;
    }
    Ok(round)
}

/// There is no such mailbox: the address is not written to again.
fn suppress_receiver(site: &Site, db: &mut Database, letter: &Letter) -> Result<(), StoreError> {
    match store::invitation::find_recipient(db, letter.invitation) {
        // Forgotten while the letter was on its way.
        Err(StoreError::NotFound) => Ok(()),
        found => suppress(site, db, &found?.contact.address, SuppressionKind::HardBounce),
    }
}

/// What nearly always comes of an invitation: marked for the whole part at once.
fn is_sent(letter: &Letter, end: &End) -> bool {
    letter.kind == LetterKind::Invitation && matches!(end, End::NotNeeded | End::Sent(Sent::Accepted(_)))
}

fn happening<'e>(letter: &Letter, end: &'e End, rules: &Rules) -> Option<(Happening, &'e str)> {
    let again = letter.attempts < MOST_ATTEMPTS;
    Some(match end {
        End::Sent(Sent::Accepted(words)) => (Happening::Sent, words),
        End::Sent(Sent::Deferred(words) | Sent::Later(words)) if again => (Happening::Deferred, words),
        End::Sent(Sent::Deferred(words) | Sent::Later(words)) => (Happening::BouncedSoft, words),
        End::Sent(Sent::Refused(words)) => (bounced(words, rules).1, words),
        End::Sent(Sent::Unclear(words)) => (Happening::Uncertain, words),
        End::Suppress => (Happening::Suppressed, ""),
        End::Cancel => (Happening::Cancelled, ""),
        End::NotNeeded => return None,
    })
}

/// What a refusal for good means, by the rules: no such mailbox, or none of it this time. A refusal that says nothing about the address
/// is one of this time: the letter did not arrive.
pub(super) fn bounced(words: &str, rules: &Rules) -> (LetterState, Happening) {
    match read_reply(words, rules).permanence {
        Permanence::Hard => (LetterState::BouncedHard, Happening::BouncedHard),
        Permanence::Soft | Permanence::Ignore => (LetterState::BouncedSoft, Happening::BouncedSoft),
    }
}

/// When a quarter of an hour ends. A part whose receivers had all answered takes no time: nobody may see when each was done.
fn end_of_quarter(now: NaiveDateTime) -> NaiveDateTime {
    const QUARTER: TimeDelta = TimeDelta::minutes(15);
    now.duration_trunc(QUARTER).map_or(now, |begin| begin + QUARTER)
}

/// Statuses of addressing (X.1.Y of RFC 3463) that may be about the sender's address: `7` and `8` are, and of `0` nobody can say.
const PERHAPS_SENDER: [&str; 3] = ["5.1.0", "5.1.7", "5.1.8"];

/// Whether a refusal is the receiver's own affair, and no sign that the server refuses us: by its status of addressing, or because
/// by another status there is nobody of that name. Words without a status are not believed: whoever blocks a sender may say that the
/// mailbox is not available.
pub(super) fn is_receivers_own(words: &str, rules: &Rules) -> bool {
    let failure = read_reply(words, rules);
    let Some(status) = failure.status.filter(|status| !PERHAPS_SENDER.iter().any(|own| status.is_under(own))) else {
        return false;
    };
    status.is_under("5.1") || failure.reason == Reason::UserUnknown
}

fn mark(
    db: &mut Database,
    letter: &Letter,
    end: &End,
    key: Option<&Key>,
    now: NaiveDateTime,
    passed_at: NaiveDateTime,
    rules: &Rules,
) -> Result<bool, StoreError> {
    let again = letter.attempts < MOST_ATTEMPTS;
    let due_at = now + wait_after(letter.attempts);
    Ok(match (letter.kind, end) {
        (_, End::Cancel) => store::letter::mark_over(db, letter, LetterState::Cancelled)?,
        (_, End::Suppress) => store::letter::mark_over(db, letter, LetterState::Suppressed)?,
        (LetterKind::Reminder, end) => {
            let settled = !again || !matches!(end, End::Sent(Sent::Later(_) | Sent::Deferred(_)));
            let due_at = passed_at + wait_after(letter.attempts);
            store::letter::mark_passed(db, letter, due_at, key.map(|key| trace_of(key, letter.id, settled)))?
        }
        (_, End::NotNeeded | End::Sent(Sent::Accepted(_))) => !store::letter::mark_sent(db, &[letter])?.is_empty(),
        (_, End::Sent(Sent::Later(why) | Sent::Deferred(why))) if again => store::letter::mark_later(db, letter, due_at, why)?,
        (_, End::Sent(Sent::Later(why) | Sent::Deferred(why))) => {
            store::letter::mark_bounced(db, letter, LetterState::BouncedSoft, why)?
        }
        (_, End::Sent(Sent::Unclear(why))) => store::letter::mark_uncertain(db, letter, why)?,
        (_, End::Sent(Sent::Refused(why))) => store::letter::mark_bounced(db, letter, bounced(why, rules).0, why)?,
    })
}

impl Round {
    /// `marked` is false where another sender has the letter.
    fn count(&mut self, letter: &Letter, end: &End, marked: bool) {
        let again = letter.attempts < MOST_ATTEMPTS;
        let counted = match end {
            _ if !marked => &mut self.overtaken,
            End::NotNeeded | End::Sent(Sent::Accepted(_)) => &mut self.done,
            End::Sent(Sent::Later(_) | Sent::Deferred(_)) if again => &mut self.later,
            End::Sent(Sent::Refused(_) | Sent::Later(_) | Sent::Deferred(_)) => &mut self.refused,
            // A reminder that may have gone out is not worth a second.
            End::Sent(Sent::Unclear(_)) if letter.kind == LetterKind::Reminder => &mut self.done,
            End::Sent(Sent::Unclear(_)) => &mut self.uncertain,
            End::Suppress | End::Cancel => &mut self.cancelled,
        };
        *counted += 1;
    }
}

/// Pauses a campaign in which too many letters are refused for good: the list or the server is wrong, and writing on makes it worse.
pub(in crate::flows) fn pause_where_too_many_fail(
    site: &Site,
    db: &mut Database,
    survey: SurveyId,
    now: NaiveDateTime,
) -> Result<(), StoreError> {
    let (taken, refused) = store::letter::count_taken_and_bounced(db, survey)?;
    let before = store::sending::find_pause(db, survey)?;
    let (known_taken, known_refused) = before.as_ref().map_or((0, 0), |pause| pause.counted);
    let waits = before.is_some_and(|pause| !pause.over);
    if waits || !site.config.mail.pace.pauses(taken.saturating_sub(known_taken), refused.saturating_sub(known_refused)) {
        return Ok(());
    }
    tracing::warn!(taken, refused, "a campaign is paused: too many letters are refused");
    let pause = Pause { since: now, reason: "failures".to_owned(), counted: (taken, refused), over: false };
    store::sending::set_pause(db, survey, &pause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_the_receivers_own_by_its_status_or_its_words_and_never_where_the_sender_is_meant() {
        let own = |words: &str| is_receivers_own(words, &Rules::default());
        for words in [
            "550 5.1.1 no such user",
            "550-5.1.1 The email account that you tried to reach does not exist.",
            "553 5.1.3 bad address syntax",
            "550 5.1.10 the domain takes no mail",
            "550 5.1.6 has moved away",
            "550 5.4.1 Recipient address rejected: Access denied. AS(201806281)",
        ] {
            assert!(own(words), "{words}");
        }
        for words in [
            "554 no spam here",
            "554 5.7.1 relay access denied",
            "550 5.1.8 sender's domain not found",
            "550 5.1.7 bad address of the sender",
            "550 5.1.0 <x>: Sender address rejected: User unknown",
            "550 Sender address rejected: User unknown in local recipient table",
            "552 5.2.2 mailbox full",
            "550 no such user here",
            "550 Requested action not taken: mailbox unavailable",
        ] {
            assert!(!own(words), "{words}");
        }
    }
}
