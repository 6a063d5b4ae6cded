//! Letters are queued, and sent when they are due.
//!
//! A letter's way: a short transaction claims some with a lease; they are sent outside any transaction; one transaction marks
//! them all. Whoever is killed in between leaves a lease to expire: the letter is claimed again and counted as uncertain, so
//! nobody is skipped silently and who may have been sent twice is known.
//!
//! The database must not tell who answered. So a reminder that is not needed ends exactly like one that was sent, in the same
//! transaction as its neighbours; and a reminder that failed for good ends like that too, since only those who have not
//! answered are sent one.

use super::import_contacts::suppression_hash;
use super::receive_answers::survey_key;
use super::{Outcome, Refused};
use crate::campaign::{Address, Letter, LetterKind, Occasion, Recipient, write_letter};
use crate::ids::{InvitationId, ResponseId, SurveyId};
use crate::mail::{Message, Sent};
use crate::secret::{Key, Token};
use crate::site::Site;
use crate::store::{self, Database, StoreError};
use crate::survey::{Channel, State, Survey};
use chrono::{NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use std::collections::BTreeMap;

/// How many letters one step claims: what may be uncertain when the process is killed.
const AT_ONCE: u32 = 32;
/// Longer than `AT_ONCE` letters can take: eight a connection, four steps each, a minute a step.
const LEASE: TimeDelta = TimeDelta::minutes(45);
/// The waits grow fourfold from five minutes to a day: the eighth attempt is some four days after the first.
const MOST_ATTEMPTS: u16 = 8;

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
    /// Not to be sent any more.
    pub cancelled: u64,
    /// Taken over by another sender because the lease ended in the meantime: may have been sent twice, and is counted so.
    pub overtaken: u64,
}

/// The token of an invitation: derived whenever it is needed, never stored.
pub fn invitation_token(survey_key: &Key, invitation: InvitationId) -> Token {
    survey_key.token("invitation", &invitation.0.to_be_bytes())
}

/// Queues the invitations of a survey: for every contact that has none and may be written to. Again later, it queues for those
/// added since. They are due at once, or at eight in the morning of the first day. Returns how many.
///
/// # Errors
/// Refused when the survey is not open or has no channel for e-mail.
pub fn queue_invitations(site: &Site, survey: SurveyId) -> Outcome<usize> {
    let (survey, key) = open_survey_with_key(site, survey)?;
    let due_at = first_instant(site, &survey);
    let queued = site.store.write(|db| -> Result<usize, StoreError> {
        for invitation in store::invitation::create_missing(db, survey.id)? {
            store::invitation::set_token_hash(db, invitation, &invitation_token(&key, invitation).hash())?;
        }
        store::letter::queue(db, survey.id, LetterKind::Invitation, 1, due_at)
    });
    match queued {
        // Somebody else is inviting the same contacts at this moment, and does it for us.
        Err(StoreError::Conflict) => Ok(0),
        other => Ok(other?),
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
    let (survey, _) = open_survey_with_key(site, survey)?;
    let due_at = first_instant(site, &survey);
    Ok(site.store.write(|db| store::letter::queue(db, survey.id, LetterKind::Reminder, number.max(1).into(), due_at))?)
}

fn open_survey_with_key(site: &Site, survey: SurveyId) -> Outcome<(Survey, Key)> {
    let survey = site.survey(survey)?;
    if survey.state != State::Open {
        return Err(Refused::WrongState(survey.state).into());
    }
    if site.clock.today() > survey.closes_on {
        return Err(Refused::Closed(survey.closes_on).into());
    }
    if !survey.channels.contains(&Channel::Email) {
        return Err(Refused::ChannelOff(Channel::Email).into());
    }
    let key = survey_key(site, survey.id)?;
    Ok((survey, key))
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

/// One step of sending: claims some letters that are due, sends them, marks them. Blocks; not for an asynchronous worker thread.
///
/// # Errors
/// Only when the database fails; what was claimed then is claimed again when its lease has ended.
pub fn send_due_letters(site: &Site) -> Outcome<Round> {
    let now = site.clock.now();
    let claimed = site.store.write(|db| store::letter::claim_due(db, now, now + LEASE, AT_ONCE))?;
    let mut round = Round { claimed: u64::try_from(claimed.len()).unwrap_or(u64::MAX), ..Round::default() };
    if claimed.is_empty() {
        return Ok(round);
    }
    let fields = read_fields(site, &claimed)?;
    let plans = site.store.read(|db| {
        let plan = |letter: &Letter| match fields.get(&letter.survey) {
            Some(Ok(field)) => plan_letter(site, db, field, letter, now),
            Some(Err(Hindrance::NoKey)) => Ok(Plan::Wait("the key file has no key for this survey")),
            Some(Err(Hindrance::Over)) | None => Ok(Plan::Cancel),
        };
        claimed.iter().map(plan).collect::<Result<Vec<_>, StoreError>>()
    })?;
    let ends = send_planned(site, plans);
    site.store.write(|db| -> Result<(), StoreError> {
        claimed.iter().zip(&ends).try_for_each(|(letter, end)| mark(db, letter, end, now, &mut round))
    })?;
    // Numbers only: a log names no receiver.
    tracing::info!(
        claimed = round.claimed,
        done = round.done,
        refused = round.refused,
        later = round.later,
        cancelled = round.cancelled,
        overtaken = round.overtaken,
        "letters"
    );
    Ok(round)
}

/// What all letters of a survey share.
struct Field {
    survey: Survey,
    occasion: Occasion,
    key: Key,
}

/// What is to be done with a claimed letter.
enum Plan {
    Send(Box<Message>),
    NotNeeded,
    Cancel,
    Wait(&'static str),
}

/// How a claimed letter ended.
enum End {
    Sent(Sent),
    NotNeeded,
    Cancel,
}

/// Why no letter of a survey goes out now.
enum Hindrance {
    /// Citizens cannot answer any more.
    Over,
    /// The key file is not the database's: for later, when the administrator has put the right one back.
    NoKey,
}

/// What the surveys of these letters give to each letter. One survey's hindrance is no other's.
fn read_fields(site: &Site, claimed: &[Letter]) -> Outcome<BTreeMap<SurveyId, Result<Field, Hindrance>>> {
    let mut fields = BTreeMap::new();
    for letter in claimed {
        if fields.contains_key(&letter.survey) {
            continue;
        }
        let survey = site.survey(letter.survey)?;
        let going = survey.state == State::Open && site.clock.today() <= survey.closes_on;
        let field = match site.keys.survey(survey.id) {
            _ if !going => Err(Hindrance::Over),
            None => Err(Hindrance::NoKey),
            Some(key) => Ok(read_field(site, survey, key)?),
        };
        fields.insert(letter.survey, field);
    }
    Ok(fields)
}

fn read_field(site: &Site, survey: Survey, key: Key) -> Outcome<Field> {
    let office = site.store.read(|db| {
        let edition = store::edition::find(db, survey.edition)?;
        store::office::find(db, edition.office)
    })?;
    let occasion = Occasion {
        body: site.config.body.name.clone(),
        office: office.name,
        contact: office.contact,
        minutes: site.form_version(survey.form_version)?.form.minutes.into(),
        closes_on: survey.closes_on,
        simulated: survey.simulated,
    };
    Ok(Field { survey, occasion, key })
}

fn plan_letter(
    site: &Site,
    database: &mut Database,
    field: &Field,
    letter: &Letter,
    now: NaiveDateTime,
) -> Result<Plan, StoreError> {
    let recipient = match store::invitation::find_recipient(database, letter.invitation) {
        Ok(recipient) => recipient,
        Err(StoreError::NotFound) => return Ok(Plan::Cancel),
        Err(error) => return Err(error),
    };
    if recipient.opted_out || is_suppressed(site, database, &recipient.contact.address)? {
        return Ok(Plan::Cancel);
    }
    let token = invitation_token(&field.key, letter.invitation);
    if store::response::is_there(database, letter.survey, ResponseId(token.derive("answer")))? {
        return Ok(Plan::NotNeeded);
    }
    let to = Recipient {
        name: recipient.contact.name.clone(),
        language: recipient.contact.language.clone(),
        link: format!("{}/i/{}", site.base_url, token.expose()),
        opt_out_link: format!("{}/u/{}", site.base_url, token.expose()),
    };
    let written = write_letter(letter.kind, &field.occasion, &to);
    Ok(Plan::Send(Box::new(Message {
        to: recipient.contact.address,
        to_name: recipient.contact.name,
        subject: written.subject,
        text: written.text,
        html: written.html,
        opt_out_url: to.opt_out_link,
        language: written.language,
        identifier: format!("{}-{}-{}", field.survey.code, letter.kind.code(), letter.id),
        date: now,
    })))
}

fn is_suppressed(site: &Site, database: &mut Database, address: &str) -> Result<bool, StoreError> {
    let Ok(address) = Address::parse(address) else { return Ok(false) };
    let hash = suppression_hash(&site.keys.site(), &address);
    Ok(!store::suppression::find_among(database, &[hash])?.is_empty())
}

/// Sends what is to be sent; an end for every plan, in their order.
fn send_planned(site: &Site, plans: Vec<Plan>) -> Vec<End> {
    let mut messages = Vec::new();
    let mut positions = Vec::new();
    let mut ends: Vec<End> = Vec::with_capacity(plans.len());
    for plan in plans {
        ends.push(match plan {
            Plan::NotNeeded => End::NotNeeded,
            Plan::Cancel => End::Cancel,
            Plan::Wait(why) => End::Sent(Sent::Later(why.to_owned())),
            Plan::Send(message) => {
                positions.push(ends.len());
                messages.push(*message);
                End::Sent(Sent::Later("not tried".to_owned()))
            }
        });
    }
    site.mailer.send_all(&messages, &mut |index, sent| ends[positions[index]] = End::Sent(sent));
    ends
}

fn mark(db: &mut Database, letter: &Letter, end: &End, now: NaiveDateTime, round: &mut Round) -> Result<(), StoreError> {
    let again = letter.attempts < MOST_ATTEMPTS;
    let due_at = now + wait_after(letter.attempts);
    let reminder = letter.kind == LetterKind::Reminder;
    let (marked, counted) = match end {
        End::NotNeeded | End::Sent(Sent::Accepted) => (store::letter::mark_done(db, letter)?, &mut round.done),
        End::Cancel => (store::letter::mark_cancelled(db, letter)?, &mut round.cancelled),
        End::Sent(Sent::Later(why)) if again => (store::letter::mark_later(db, letter, due_at, why)?, &mut round.later),
        // A reminder ends alike for all; and one that may have gone out is not worth a second.
        End::Sent(Sent::Unclear(_)) if reminder => (store::letter::mark_done(db, letter)?, &mut round.done),
        End::Sent(Sent::Refused(_) | Sent::Later(_)) if reminder => (store::letter::mark_done(db, letter)?, &mut round.refused),
        End::Sent(Sent::Unclear(why)) if again => (store::letter::mark_unclear(db, letter, due_at, why)?, &mut round.later),
        End::Sent(Sent::Refused(why) | Sent::Later(why) | Sent::Unclear(why)) => {
            (store::letter::mark_refused(db, letter, why)?, &mut round.refused)
        }
    };
    *(if marked { counted } else { &mut round.overtaken }) += 1;
    Ok(())
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
        self.cancelled += other.cancelled;
        self.overtaken += other.overtaken;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_waits_grow_to_a_day() {
        let minutes: Vec<i64> = (1..=MOST_ATTEMPTS).map(|attempts| wait_after(attempts).num_minutes()).collect();
        assert_eq!(minutes, [5, 20, 80, 320, 1_280, 1_440, 1_440, 1_440]);
    }
}
