//! The one door for answers: page, invitation, kiosk, key-in, import and API all enter here.

use super::{Failed, Outcome, Refused, Stop};
use crate::ids::{DraftId, ResponseId, SurveyId};
use crate::response::{self, Blanks, RawAnswers, SubmissionKey};
use crate::secret::{Key, Token};
use crate::site::Site;
use crate::store::{Kept, NewResponse};
use crate::survey::{Channel, Door, Survey};
use chrono::NaiveDate;

/// Answers as they arrive at a door.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The survey.
    pub survey: Survey,
    /// The door.
    pub door: Door,
    /// What makes the same submission, sent twice, one response.
    pub key: SubmissionKey,
    /// The answers.
    pub answers: RawAnswers,
    /// The kiosk's place; "" for none.
    pub place: String,
    /// The batch of paper forms; "" for none.
    pub batch: String,
    /// The day they were given, for what arrives late; today if absent. Within the survey's period and not to come, but for imports.
    pub answered_on: Option<NaiveDate>,
}

/// How answers were received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// Kept.
    New,
    /// The very same had been kept before.
    SameAgain,
    /// Other answers had been kept before under the same key; those stay.
    FirstKept,
}

/// Receives answers. When this returns, a new response is durable.
///
/// # Errors
/// Refused when the survey does not admit the door today, the day is not one of the survey's, or the form does not accept the answers; nothing is kept then.
pub async fn receive_answers(site: &Site, submission: Submission) -> Outcome<Received> {
    let new = prepare(site, submission)?;
    let closes_on = new.1;
    conclude(site.store.keep_response(new.0).await?, closes_on)
}

/// The same for a command, without an asynchronous runtime.
///
/// # Errors
/// As [`receive_answers`].
pub fn receive_answers_blocking(site: &Site, submission: Submission) -> Outcome<Received> {
    let (new, closes_on) = prepare(site, submission)?;
    conclude(site.store.keep_response_blocking(new)?, closes_on)
}

/// Many submissions of a file; the outcomes stand in their order. Where citizens fill the queue it waits for room: a file can, they
/// cannot. For a thread that may wait.
pub fn receive_file(site: &Site, submissions: Vec<Submission>) -> Vec<Outcome<Received>> {
    let mut new = Vec::with_capacity(submissions.len());
    let prepared: Vec<Outcome<NaiveDate>> = submissions
        .into_iter()
        .map(|submission| {
            let (response, closes_on) = prepare(site, submission)?;
            new.push(response);
            Ok(closes_on)
        })
        .collect();
    let mut kept = site.store.keep_responses_blocking(new).into_iter();
    let outcome = |prepared: Outcome<NaiveDate>| {
        let closes_on = prepared?;
        conclude(kept.next().expect("the store gives one outcome a response")?, closes_on)
    };
    prepared.into_iter().map(outcome).collect()
}

/// The submission key of an invitation's token.
pub fn invited_key(token: &Token) -> SubmissionKey {
    let (answer, draft) = invited_numbers(token);
    SubmissionKey::Invited { answer, draft }
}

/// The numbers that the answer behind a token and its draft have. Neither tells the other, or the token.
pub(super) fn invited_numbers(token: &Token) -> (ResponseId, DraftId) {
    (ResponseId(token.derive("answer")), DraftId(token.derive("draft-id")))
}

/// The survey's key.
///
/// # Errors
/// Failed when the key file has none although the survey is not closed.
pub fn survey_key(site: &Site, survey: SurveyId) -> Result<Key, Failed> {
    site.keys.survey(survey).ok_or(Failed::KeyMissing(survey))
}

/// The key for an answer that was let in a moment ago. Where it is gone because the survey was closed since, that is no failure
/// of ours: the person is told so.
fn key_for_answer(site: &Site, survey: &Survey) -> Outcome<Key> {
    match site.keys.survey(survey.id) {
        Some(key) => Ok(key),
        None if site.survey(survey.id)?.state.takes_answers() => Err(Failed::KeyMissing(survey.id).into()),
        None => Err(Refused::Closed(survey.closes_on).into()),
    }
}

/// The name of the day in a refusal.
pub const DAY: &str = "_day";

/// What was left blank on paper stays blank; everybody else can still be asked.
pub(super) fn blanks_of(door: Door) -> Blanks {
    if door.channel() == Channel::Paper { Blanks::Kept } else { Blanks::Refused }
}

fn prepare(site: &Site, submission: Submission) -> Outcome<(NewResponse, NaiveDate)> {
    let Submission { survey, door, key, answers, place, batch, answered_on } = submission;
    let today = site.clock.today();
    survey.admits(door, today).map_err(Refused::from)?;
    let in_period = |day: NaiveDate| (survey.opens_on..=survey.closes_on).contains(&day) && day <= today;
    // A file of answers collected elsewhere has days of its own.
    if !matches!(door, Door::Import(_)) && !answered_on.is_none_or(in_period) {
        return Err(Refused::Invalid(DAY, "refused-answered-on").into());
    }
    let version = site.form_version(survey.form_version)?;
    let accepted = response::accept_with(&version.form, &version.layout, &answers, blanks_of(door)).map_err(Refused::Answers)?;
    let draft = match &key {
        SubmissionKey::Invited { draft, .. } => Some(*draft),
        SubmissionKey::Page(_) | SubmissionKey::Imported(..) => None,
    };
    let id = match key {
        SubmissionKey::Invited { answer, .. } => answer,
        SubmissionKey::Page(uuid) => ResponseId(key_for_answer(site, &survey)?.derive("page", uuid.as_bytes())),
        SubmissionKey::Imported(file, row) => {
            let message = [file.as_slice(), &row.to_be_bytes()].concat();
            ResponseId(key_for_answer(site, &survey)?.derive("import", &message))
        }
    };
    let new = NewResponse {
        id,
        draft,
        survey: survey.id,
        form_version: version.id,
        channel: door.channel(),
        place,
        batch,
        answered_on: answered_on.unwrap_or(today),
        accepted,
    };
    Ok((new, survey.closes_on))
}

fn conclude(kept: Kept, closes_on: NaiveDate) -> Outcome<Received> {
    match kept {
        Kept::New => Ok(Received::New),
        Kept::SameAgain => Ok(Received::SameAgain),
        Kept::OtherAnswersKept => Ok(Received::FirstKept),
        Kept::SurveyNotTaking => Err(Stop::Refused(Refused::Closed(closes_on))),
    }
}
