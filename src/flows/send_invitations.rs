//! Letters are queued, and sent when they are due.
//!
//! A letter's way: a short transaction claims some with a lease. A part of them is marked as begun, sent outside any transaction, and
//! marked by what came of it in the transaction that begins the next part. A part takes about as long as [`PART`], however fast the
//! server is: so whoever is killed leaves few of which nobody knows whether they went out. Those become uncertain and are not sent
//! again unless a person says so; the others wait again. Nobody is skipped, nobody gets a letter twice by itself.
//!
//! The database must not tell who answered. So nothing in a reminder's row depends on what came of it: after every pass all
//! reminders of one number wait alike, and when the last of them is settled (sent, not needed, given up) they end together.
//! Which are settled stands in their traces, which only the survey's key tells from random bytes.

use super::import_contacts::suppression_hash;
use super::limit_asking::leave_out_recently_asked;
use super::receive_answers::survey_key;
use super::{Failed, Outcome, Refused, Stop};
use crate::campaign::{Address, Contact, Happening, Letter, LetterKind, LetterState, Occasion, Recipient, write_letter};
use crate::ids::{InvitationId, LetterId, ResponseId, SurveyId};
use crate::language::say;
use crate::mail::{self, Message, Sent};
use crate::office::Office;
use crate::secret::{Key, Token, random_bytes};
use crate::site::Site;
use crate::store::invitation_event::Event;
use crate::store::letter::Limits;
use crate::store::sending::Pause;
use crate::store::{self, Database, StoreError};
use crate::survey::{Channel, State, Survey};
use crate::text::Language;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::{Duration, Instant};

/// How many letters one step claims.
const AT_ONCE: u32 = 512;
/// Longer than a part of the smallest size can take, four steps of a minute each; renewed with every part.
const LEASE: TimeDelta = TimeDelta::minutes(6);
/// How long sending a part is to take, about: what is begun and not yet marked when the process is killed is uncertain.
const PART: Duration = Duration::from_millis(40);
/// The size of the first part, before anybody knows how fast the server is.
const FIRST_PART: usize = 8;
/// A step ends after so long, so that neither stopping nor the calendar waits for a slow server; the rest is given back.
const STEP: Duration = Duration::from_secs(5);
/// The waits grow fourfold from five minutes to a day: the eighth attempt is some four days after the first.
const MOST_ATTEMPTS: u16 = 8;
/// A mail server that refuses this many receivers of one step, and takes no letter, refuses us and not them.
const REFUSES_US: usize = 4;
const NO_KEY: &str = "the key file has no key for this survey";

/// How one step of sending went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Letters claimed.
    pub claimed: u64,
    /// Sent, or not needed.
    pub done: u64,
    /// Refused for good.
    pub refused: u64,
    /// To be tried again.
    pub later: u64,
    /// Handed over without an answer: may have gone out or not.
    pub uncertain: u64,
    /// Not to be sent any more.
    pub cancelled: u64,
    /// Taken over by another sender because the lease ended in the meantime: may have been sent twice, and is counted so.
    pub overtaken: u64,
}

/// The token of an invitation: derived whenever it is needed, never stored.
pub fn invitation_token(survey_key: &Key, invitation: InvitationId) -> Token {
    survey_key.token("invitation", &invitation.0.to_be_bytes())
}

/// What the return path of an invited person's letters carries: the number of the invitation, and a proof that it was ours. The same
/// for reminders, so that a report does not tell which letter it is about.
pub fn return_tag(site_key: &Key, invitation: InvitationId) -> String {
    let proof: [u8; 16] = site_key.derive("return", &invitation.0.to_be_bytes());
    format!("{}-{}", invitation.0, proof[..8].iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

/// Which invitation a return path's tag names; `None` for one that is not ours.
pub fn returned_invitation(site_key: &Key, tag: &str) -> Option<InvitationId> {
    let invitation = InvitationId(tag.split_once('-')?.0.parse().ok()?);
    (return_tag(site_key, invitation) == tag.to_ascii_lowercase()).then_some(invitation)
}

/// Why a letter did not go out, in words: what our side found in the reader's language, what the mail server said as it said it.
pub fn problem_in_words(language: &Language, problem: &str) -> String {
    let ours = [
        (mail::NO_CONNECTION, "staff-letter-no-connection"),
        (mail::NOT_LET_IN, "staff-letter-not-let-in"),
        (mail::TOO_SLOW, "staff-letter-too-slow"),
        (NO_KEY, "staff-letter-no-key"),
    ];
    match ours.iter().find_map(|(begin, key)| Some((key, problem.strip_prefix(begin)?))) {
        Some((key, rest)) => format!("{}{rest}", say(language, key)),
        None => problem.to_owned(),
    }
}

/// Queues the invitations of a survey: for every contact that has none and may be written to, of a sample where one was drawn. Again later, it queues for those
/// added since. They are due at once, or at eight in the morning of the first day. Returns how many.
///
/// # Errors
/// Refused when the survey is not open or has no channel for e-mail.
pub fn queue_invitations(site: &Site, survey: SurveyId) -> Outcome<usize> {
    let queued = while_open(site, survey, |db, key, due_at| {
        leave_out_recently_asked(site, db, survey)?;
        for invitation in store::invitation::create_missing(db, survey)? {
            store::invitation::set_token_hash(db, invitation, &invitation_token(key, invitation).hash())?;
        }
        store::letter::queue(db, survey, LetterKind::Invitation, 1, due_at)
    });
    match queued {
        // Somebody else is inviting the same contacts at this moment, and does it for us.
        Err(Stop::Failed(Failed::Store(StoreError::Conflict))) => Ok(0),
        other => other,
    }
}

/// The number of the next reminder of a survey: 1 when there was none.
///
/// # Errors
/// Only when the database fails.
pub fn next_reminder(site: &Site, survey: SurveyId) -> Outcome<u16> {
    let last = site.store.read(|db| store::letter::last_number(db, survey, LetterKind::Reminder))?;
    Ok(u16::try_from(last.saturating_add(1)).unwrap_or(u16::MAX))
}

/// Queues reminder `number` (1, 2, ...) for everybody whose invitation went out and who has not opted out; those who have
/// answered are skipped when it is sent. The same number again queues nobody twice. Returns how many.
///
/// # Errors
/// Refused when the survey is not open or has no channel for e-mail.
pub fn queue_reminders(site: &Site, survey: SurveyId, number: u16) -> Outcome<usize> {
    let number = number.max(1).into();
    while_open(site, survey, |db, _, due_at| store::letter::queue(db, survey, LetterKind::Reminder, number, due_at))
}

/// Tries the invitations again that did not arrive: for when it was the server's mistake or ours, and is mended. Returns how many.
///
/// # Errors
/// Refused when the survey is not open or has no channel for e-mail.
pub fn retry_bounced(site: &Site, survey: SurveyId) -> Outcome<usize> {
    retry(site, survey, &LetterState::BOUNCED)
}

/// Sends the uncertain invitations again, which some then get twice. Returns how many.
///
/// # Errors
/// Refused when the survey is not open or has no channel for e-mail.
pub fn retry_uncertain(site: &Site, survey: SurveyId) -> Outcome<usize> {
    retry(site, survey, &[LetterState::Uncertain])
}

fn retry(site: &Site, survey: SurveyId, states: &[LetterState]) -> Outcome<usize> {
    let now = site.clock.now();
    while_open(site, survey, |db, _, due_at| {
        let retried = store::letter::retry(db, survey, states, due_at)?;
        let event = |invitation: &InvitationId| Event {
            invitation: *invitation,
            at: now,
            what: Happening::Retried,
            words: String::new(),
        };
        store::invitation_event::insert_many(db, &retried.iter().map(event).collect::<Vec<_>>())?;
        Ok(retried.len())
    })
}

/// Writes for a survey that is open and invites by e-mail, with its key and the instant from which its letters may go. It stays
/// open until that is written: who closes it at this moment waits, and then cancels these letters too.
fn while_open<T>(
    site: &Site,
    survey: SurveyId,
    work: impl FnOnce(&mut Database, &Key, NaiveDateTime) -> Result<T, StoreError>,
) -> Outcome<T> {
    let today = site.clock.today();
    site.store.write(|db| {
        let survey = store::survey::hold(db, survey)?;
        if survey.state != State::Open {
            return Err(Refused::WrongState(survey.state).into());
        }
        if today > survey.closes_on {
            return Err(Refused::Closed(survey.closes_on).into());
        }
        if !survey.channels.contains(&Channel::Email) {
            return Err(Refused::ChannelOff(Channel::Email).into());
        }
        let key = survey_key(site, survey.id)?;
        Ok(work(db, &key, first_instant(site, &survey))?)
    })
}

/// Now, but not before the survey opens: a link that leads to "not yet" is not followed a second time.
fn first_instant(site: &Site, survey: &Survey) -> NaiveDateTime {
    let now = site.clock.now();
    let eight = survey.opens_on.and_time(NaiveTime::from_hms_opt(8, 0, 0).unwrap_or_default());
    let opening = site.config.body.time_zone.from_local_datetime(&eight).earliest();
    opening.map_or(now, |opening| now.max(opening.naive_utc()))
}

/// Sends what is due until nothing is. Blocks; not for an asynchronous worker thread.
///
/// # Errors
/// Only when the database fails; what was claimed then is claimed again when its lease has ended.
pub fn send_all_due(site: &Site) -> Outcome<Round> {
    let mut sum = Round::default();
    loop {
        let round = send_due_letters(site)?;
        sum.add(&round);
        if round.claimed == 0 {
            return Ok(sum);
        }
    }
}

/// One step of sending: claims some letters that are due, sends them in parts, marks them. Blocks; not for an asynchronous worker thread.
///
/// # Errors
/// Only when the database fails; what was claimed then waits again when its lease has ended.
pub fn send_due_letters(site: &Site) -> Outcome<Round> {
    let (now, pace) = (site.clock.now(), &site.config.mail.pace);
    let mut round = Round::default();
    see_to_abandoned(site, now)?;
    if !pace.leaves_at(site.clock.local(now)) {
        return Ok(round);
    }
    let limits = Limits { most: AT_ONCE, per_minute: pace.per_minute, domain_per_minute: pace.domain_per_minute };
    let claimed = site.store.write(|db| store::letter::claim_due(db, now, now + LEASE, limits))?;
    round.claimed = u64::try_from(claimed.len()).unwrap_or(u64::MAX);
    if claimed.is_empty() {
        return Ok(round);
    }
    let surveys: BTreeSet<SurveyId> = claimed.iter().map(|letter| letter.survey).collect();
    let passes: BTreeMap<(SurveyId, i32), u16> = claimed
        .iter()
        .filter(|letter| letter.kind == LetterKind::Reminder)
        .map(|letter| ((letter.survey, letter.number), letter.attempts))
        .collect();
    let began = Instant::now();
    let mut waiting = claimed.into_iter().collect::<VecDeque<_>>();
    let mut ended = Ended::default();
    let mut size = FIRST_PART;
    while !waiting.is_empty() && began.elapsed() < STEP {
        let part: Vec<Letter> = waiting.drain(..size.min(waiting.len())).collect();
        let Part { fields, letters, plans } = begin_part(site, std::mem::take(&mut ended), part, &mut round)?;
        let written = letters.iter().zip(plans).map(|(letter, plan)| match plan {
            Plan::Send(contact) => Ok(Plan::Send(write_message(site, &fields[&letter.survey], letter, contact, now)?)),
            Plan::Known(end) => Ok(Plan::Known(end)),
        });
        let written = written.collect::<Outcome<Vec<_>>>()?;
        let sending = Instant::now();
        let ends = send_planned(site, written);
        size = next_size(size, sending.elapsed());
        ended = Ended { fields, letters: letters.into_iter().zip(ends).collect() };
    }
    let rest: Vec<Letter> = waiting.into_iter().collect();
    site.store.write(|db| -> Result<(), StoreError> {
        mark_part(site, db, &ended, &mut round)?;
        store::letter::release(db, &rest)?;
        for ((survey, number), attempts) in passes {
            if let Some(key) = site.keys.survey(survey) {
                end_pass(db, &key, survey, number, now, attempts)?;
            }
        }
        surveys.into_iter().try_for_each(|survey| pause_where_too_many_fail(site, db, survey, now))
    })?;
    // Numbers only: a log names no receiver.
    tracing::info!(
        claimed = round.claimed,
        done = round.done,
        refused = round.refused,
        later = round.later,
        uncertain = round.uncertain,
        cancelled = round.cancelled,
        overtaken = round.overtaken,
        "letters"
    );
    Ok(round)
}

/// Half as many or twice as many, by how long the last part took.
fn next_size(size: usize, took: Duration) -> usize {
    if took > PART * 2 {
        (size / 2).max(1)
    } else if took < PART / 2 {
        (size * 2).min(AT_ONCE as usize)
    } else {
        size
    }
}

/// Letters about to be handed over.
struct Part {
    fields: Fields,
    letters: Vec<Letter>,
    plans: Vec<Plan<Contact>>,
}

/// A part that was handed over, and what came of each letter.
#[derive(Default)]
struct Ended {
    fields: Fields,
    letters: Vec<(Letter, End)>,
}

/// Marks the part before and begins the next, in one transaction.
///
/// Letters are planned while their surveys stay as they are. Closing takes away what tells that somebody has answered, on PostgreSQL
/// from under a reader's picture too: planned beside it, a reminder would go to everybody.
fn begin_part(site: &Site, before: Ended, part: Vec<Letter>, round: &mut Round) -> Outcome<Part> {
    let today = site.clock.today();
    let until = site.clock.now() + LEASE;
    let begun = site.store.write(|db| -> Result<_, StoreError> {
        mark_part(site, db, &before, round)?;
        let letters = store::letter::begin(db, part, until)?;
        let surveys: BTreeSet<SurveyId> = letters.iter().map(|letter| letter.survey).collect();
        // In the order of their numbers, so that two senders never wait for each other.
        let fields = surveys.into_iter().map(|id| Ok((id, read_field(site, db, id)?)));
        let fields = fields.collect::<Result<Fields, StoreError>>()?;
        let plans = letters.iter().map(|letter| plan_letter(site, db, &fields[&letter.survey], letter, today));
        let plans = plans.collect::<Result<_, StoreError>>()?;
        Ok(Part { fields, letters, plans })
    });
    Ok(begun?)
}

/// Marks what came of a part: the letters, what happened to the invitations, the domains that put letters off or take them again.
fn mark_part(site: &Site, db: &mut Database, part: &Ended, round: &mut Round) -> Result<(), StoreError> {
    let now = site.clock.now();
    let mut events = Vec::new();
    let (mut taken, mut put_off) = (BTreeSet::new(), BTreeSet::new());
    for (letter, end) in &part.letters {
        let key = part.fields.get(&letter.survey).and_then(|field| field.key.as_ref());
        let marked = mark(db, letter, end, key, now, round)?;
        match end {
            End::Sent(Sent::Accepted(_)) => drop(taken.insert(letter.domain.clone())),
            End::Sent(Sent::Deferred(_)) => drop(put_off.insert(letter.domain.clone())),
            _ => {}
        }
        // Of a reminder nothing may stand that depends on what came of it.
        if let Some((what, words)) =
            marked.then(|| happening(letter, end)).flatten().filter(|_| letter.kind == LetterKind::Invitation)
        {
            events.push(Event { invitation: letter.invitation, at: now, what, words: words.to_owned() });
        }
    }
    store::invitation_event::insert_many(db, &events)?;
    put_off.retain(|domain| !taken.contains(domain));
    put_off.iter().try_for_each(|domain| store::sending::put_off(db, domain, now))?;
    if !taken.is_empty() {
        store::sending::taken(db, &taken.into_iter().collect::<Vec<_>>())?;
    }
    Ok(())
}

fn happening<'e>(letter: &Letter, end: &'e End) -> Option<(Happening, &'e str)> {
    let again = letter.attempts < MOST_ATTEMPTS;
    Some(match end {
        End::Sent(Sent::Accepted(words)) => (Happening::Sent, words),
        End::Sent(Sent::Deferred(words) | Sent::Later(words)) if again => (Happening::Deferred, words),
        End::Sent(Sent::Deferred(words) | Sent::Later(words)) => (Happening::BouncedSoft, words),
        End::Sent(Sent::Refused(words)) => (bounced(words).1, words),
        End::Sent(Sent::Unclear(words)) => (Happening::Uncertain, words),
        End::Suppress => (Happening::Suppressed, ""),
        End::Cancel => (Happening::Cancelled, ""),
        End::NotNeeded => return None,
    })
}

/// What a refusal for good means: no such mailbox, or none of it this time.
fn bounced(words: &str) -> (LetterState, Happening) {
    let soft = ["5.2.", "5.3.", "5.4.", "552 "].iter().any(|code| words.contains(code));
    if soft { (LetterState::BouncedSoft, Happening::BouncedSoft) } else { (LetterState::BouncedHard, Happening::BouncedHard) }
}

/// Sees to what a killed sender left.
fn see_to_abandoned(site: &Site, now: NaiveDateTime) -> Outcome<()> {
    let left = site.store.write(|db| -> Result<_, StoreError> {
        let left = store::letter::take_over(db, now, now + LEASE)?;
        let event = |invitation: &InvitationId| Event {
            invitation: *invitation,
            at: now,
            what: Happening::Uncertain,
            words: String::new(),
        };
        store::invitation_event::insert_many(db, &left.uncertain.iter().map(event).collect::<Vec<_>>())?;
        for reminder in &left.reminders {
            // It may have gone out, which is not worth a second.
            let trace = site.keys.survey(reminder.survey).map(|key| trace_of(&key, reminder.id, true));
            store::letter::mark_passed(db, reminder, now, trace)?;
        }
        Ok(left)
    })?;
    if left.released + left.uncertain.len() + left.reminders.len() > 0 {
        tracing::warn!(
            released = left.released,
            uncertain = left.uncertain.len(),
            reminders = left.reminders.len(),
            "a sender ended in the middle of its letters"
        );
    }
    Ok(())
}

/// Pauses a campaign in which too many letters are refused for good: the list or the server is wrong, and writing on makes it worse.
fn pause_where_too_many_fail(site: &Site, db: &mut Database, survey: SurveyId, now: NaiveDateTime) -> Result<(), StoreError> {
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

/// Pauses the letters of a survey, or lets them go on: failures up to now count no more.
///
/// # Errors
/// Only when the database fails.
pub fn pause_letters(site: &Site, survey: SurveyId, pause: bool) -> Outcome<()> {
    let now = site.clock.now();
    let set = site.store.write(|db| -> Result<(), StoreError> {
        let counted = store::letter::count_taken_and_bounced(db, survey)?;
        store::sending::set_pause(db, survey, &Pause { since: now, reason: "staff".to_owned(), counted, over: !pause })
    });
    Ok(set?)
}

/// What all letters of a survey share. No key where the key file is not the database's: its letters are for later, when the
/// administrator has put the right one back. One survey's hindrance is no other's.
struct Field {
    survey: Survey,
    office: Office,
    key: Option<Key>,
}

type Fields = BTreeMap<SurveyId, Field>;

/// What is to be done with a claimed letter: sent to a contact, then as a message, or nothing, because its end is known.
enum Plan<T> {
    Send(T),
    Known(End),
}

/// How a claimed letter ended.
enum End {
    Sent(Sent),
    NotNeeded,
    Suppress,
    Cancel,
}

fn read_field(site: &Site, db: &mut Database, id: SurveyId) -> Result<Field, StoreError> {
    let survey = store::survey::hold(db, id)?;
    let office = store::edition::find(db, survey.edition)?.office;
    Ok(Field { office: store::office::find(db, office)?, key: site.keys.survey(id), survey })
}

fn plan_letter(
    site: &Site,
    db: &mut Database,
    field: &Field,
    letter: &Letter,
    today: NaiveDate,
) -> Result<Plan<Contact>, StoreError> {
    if field.survey.state != State::Open || today > field.survey.closes_on {
        return Ok(Plan::Known(End::Cancel));
    }
    let Some(key) = &field.key else { return Ok(Plan::Known(End::Sent(Sent::Later(NO_KEY.to_owned())))) };
    let recipient = match store::invitation::find_recipient(db, letter.invitation) {
        Ok(recipient) => recipient,
        Err(StoreError::NotFound) => return Ok(Plan::Known(End::Cancel)),
        Err(error) => return Err(error),
    };
    if recipient.opted_out || is_suppressed(site, db, &recipient.contact.address)? {
        return Ok(Plan::Known(End::Suppress));
    }
    // An invitation that is tried again is sent again: its row tells how it ended.
    let answer = || ResponseId(invitation_token(key, letter.invitation).derive("answer"));
    if letter.kind == LetterKind::Reminder
        && (is_settled(key, letter.id, letter.trace.as_deref()) || store::response::is_there(db, letter.survey, answer())?)
    {
        return Ok(Plan::Known(End::NotNeeded));
    }
    Ok(Plan::Send(recipient.contact))
}

fn write_message(site: &Site, field: &Field, letter: &Letter, to: Contact, now: NaiveDateTime) -> Outcome<Message> {
    let survey = &field.survey;
    let key = field.key.as_ref().ok_or(Failed::KeyMissing(survey.id))?;
    let token = invitation_token(key, letter.invitation);
    let occasion = Occasion {
        body: site.config.body.name.clone(),
        office: field.office.name.clone(),
        contact: field.office.contact.clone(),
        minutes: site.form_version(survey.form_version)?.form.minutes.into(),
        closes_on: survey.closes_on,
        simulated: survey.simulated,
    };
    let recipient = Recipient {
        name: to.name.clone(),
        language: to.language,
        link: format!("{}/i/{}", site.base_url, token.expose()),
        opt_out_link: format!("{}/u/{}", site.base_url, token.expose()),
    };
    let written = write_letter(letter.kind, &occasion, &recipient);
    Ok(Message {
        to: to.address,
        return_tag: return_tag(&site.keys.site(), letter.invitation),
        to_name: to.name,
        subject: written.subject,
        text: written.text,
        html: written.html,
        opt_out_url: recipient.opt_out_link,
        language: written.language,
        identifier: format!("{}-{}-{}", survey.code, letter.kind.code(), letter.id),
        date: now,
    })
}

fn is_suppressed(site: &Site, database: &mut Database, address: &str) -> Result<bool, StoreError> {
    let Ok(address) = Address::parse(address) else { return Ok(false) };
    let hash = suppression_hash(&site.keys.site(), &address);
    Ok(!store::suppression::find_among(database, &[hash])?.is_empty())
}

/// Sends what is to be sent; an end for every letter, in their order.
fn send_planned(site: &Site, letters: Vec<Plan<Message>>) -> Vec<End> {
    let mut messages = Vec::new();
    let mut positions = Vec::new();
    let mut ends: Vec<End> = Vec::with_capacity(letters.len());
    for letter in letters {
        ends.push(match letter {
            Plan::Known(end) => end,
            Plan::Send(message) => {
                positions.push(ends.len());
                messages.push(message);
                End::Sent(Sent::Later("not tried".to_owned()))
            }
        });
    }
    site.mailer.send_all(&messages, &mut |index, sent| ends[positions[index]] = End::Sent(sent));
    let count = |which: fn(&End) -> bool| ends.iter().filter(|end| which(end)).count();
    let taken = count(|end| matches!(end, End::Sent(Sent::Accepted(_) | Sent::Unclear(_))));
    if taken == 0 && count(|end| matches!(end, End::Sent(Sent::Refused(_)))) >= REFUSES_US {
        for end in &mut ends {
            if let End::Sent(Sent::Refused(why)) = end {
                *end = End::Sent(Sent::Later(std::mem::take(why)));
            }
        }
    }
    ends
}

fn mark(
    db: &mut Database,
    letter: &Letter,
    end: &End,
    key: Option<&Key>,
    now: NaiveDateTime,
    round: &mut Round,
) -> Result<bool, StoreError> {
    let again = letter.attempts < MOST_ATTEMPTS;
    let due_at = now + wait_after(letter.attempts);
    let counted = match end {
        End::NotNeeded | End::Sent(Sent::Accepted(_)) => &mut round.done,
        End::Sent(Sent::Later(_) | Sent::Deferred(_)) if again => &mut round.later,
        End::Sent(Sent::Refused(_) | Sent::Later(_) | Sent::Deferred(_)) => &mut round.refused,
        // A reminder that may have gone out is not worth a second.
        End::Sent(Sent::Unclear(_)) if letter.kind == LetterKind::Reminder => &mut round.done,
        End::Sent(Sent::Unclear(_)) => &mut round.uncertain,
        End::Suppress | End::Cancel => &mut round.cancelled,
    };
    let marked = match (letter.kind, end) {
        (_, End::Cancel) => store::letter::mark_over(db, letter, LetterState::Cancelled)?,
        (_, End::Suppress) => store::letter::mark_over(db, letter, LetterState::Suppressed)?,
        (LetterKind::Reminder, end) => {
            let settled = !again || !matches!(end, End::Sent(Sent::Later(_) | Sent::Deferred(_)));
            store::letter::mark_passed(db, letter, due_at, key.map(|key| trace_of(key, letter.id, settled)))?
        }
        (LetterKind::Invitation, End::NotNeeded) => store::letter::mark_sent(db, letter, "")?,
        (LetterKind::Invitation, End::Sent(Sent::Accepted(reply))) => store::letter::mark_sent(db, letter, reply)?,
        (LetterKind::Invitation, End::Sent(Sent::Later(why) | Sent::Deferred(why))) if again => {
            store::letter::mark_later(db, letter, due_at, why)?
        }
        (LetterKind::Invitation, End::Sent(Sent::Later(why) | Sent::Deferred(why))) => {
            store::letter::mark_bounced(db, letter, LetterState::BouncedSoft, why)?
        }
        (LetterKind::Invitation, End::Sent(Sent::Unclear(why))) => store::letter::mark_uncertain(db, letter, why)?,
        (LetterKind::Invitation, End::Sent(Sent::Refused(why))) => store::letter::mark_bounced(db, letter, bounced(why).0, why)?,
    };
    *(if marked { counted } else { &mut round.overtaken }) += 1;
    Ok(marked)
}

/// When no reminder of that number is due or being sent any more: ends them all if all are settled, else puts all off alike.
fn end_pass(
    db: &mut Database,
    key: &Key,
    survey: SurveyId,
    number: i32,
    now: NaiveDateTime,
    attempts: u16,
) -> Result<(), StoreError> {
    let Some(traces) = store::letter::traces_after_pass(db, survey, number, now)? else { return Ok(()) };
    if traces.iter().all(|(id, trace)| is_settled(key, *id, trace.as_deref())) {
        store::letter::end_reminders(db, survey, number)
    } else {
        store::letter::put_off_reminders(db, survey, number, now + wait_after(attempts))
    }
}

/// What a pass leaves at a reminder: 16 random bytes, then their proof when it is settled, else 16 more.
fn trace_of(key: &Key, reminder: LetterId, settled: bool) -> Vec<u8> {
    let nonce: [u8; 16] = random_bytes();
    let rest = if settled { proof(key, reminder, &nonce) } else { random_bytes() };
    [nonce, rest].concat()
}

fn is_settled(key: &Key, reminder: LetterId, trace: Option<&[u8]>) -> bool {
    trace.and_then(|trace| trace.split_at_checked(16)).is_some_and(|(nonce, rest)| rest == proof(key, reminder, nonce))
}

fn proof(key: &Key, reminder: LetterId, nonce: &[u8]) -> [u8; 16] {
    key.derive("reminder", &[nonce, &reminder.0.to_be_bytes()].concat())
}

/// Five minutes, twenty, eighty ... a day at most.
fn wait_after(attempts: u16) -> TimeDelta {
    let growth = 4_i64.pow(u32::from(attempts.saturating_sub(1)).min(5));
    TimeDelta::minutes(5 * growth).min(TimeDelta::days(1))
}

impl Round {
    fn add(&mut self, other: &Self) {
        self.claimed += other.claimed;
        self.done += other.done;
        self.refused += other.refused;
        self.later += other.later;
        self.uncertain += other.uncertain;
        self.cancelled += other.cancelled;
        self.overtaken += other.overtaken;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_as_large_as_the_server_is_fast() {
        assert_eq!(next_size(8, Duration::from_millis(10)), 16);
        assert_eq!(next_size(8, Duration::from_millis(40)), 8);
        assert_eq!(next_size(8, Duration::from_secs(2)), 4);
        assert_eq!((next_size(1, Duration::from_secs(2)), next_size(512, Duration::ZERO)), (1, 512));
    }

    #[test]
    fn a_return_path_names_its_invitation_and_none_is_made_up() {
        let keys = tempfile::tempdir().unwrap();
        let key = crate::keys::Keys::open(&keys.path().join("k")).unwrap().site();
        let tag = return_tag(&key, InvitationId(7));
        assert!(tag.starts_with("7-") && tag.len() == 18, "{tag}");
        assert_eq!(returned_invitation(&key, &tag.to_uppercase()), Some(InvitationId(7)));
        for other in [tag.replace("7-", "8-"), "7-".to_owned(), "7".to_owned(), String::new()] {
            assert_eq!(returned_invitation(&key, &other), None, "{other}");
        }
    }

    #[test]
    fn the_waits_grow_to_a_day() {
        let minutes: Vec<i64> = (1..=MOST_ATTEMPTS).map(|attempts| wait_after(attempts).num_minutes()).collect();
        assert_eq!(minutes, [5, 20, 80, 320, 1_280, 1_440, 1_440, 1_440]);
    }
}
