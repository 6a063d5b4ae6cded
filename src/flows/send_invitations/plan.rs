//! What is to be done with a claimed letter, and its message.

use super::reminders::is_settled;
use super::{NO_KEY, invitation_token, return_tag};
use crate::campaign::{Address, Contact, Letter, LetterKind, Occasion, Recipient, write_letter};
use crate::flows::import_contacts::suppression_hash;
use crate::flows::{Failed, Outcome};
use crate::ids::{ResponseId, SurveyId};
use crate::mail::{Message, Sent};
use crate::office::Office;
use crate::secret::Key;
use crate::site::Site;
use crate::store::{self, Database, StoreError};
use crate::survey::{State, Survey};
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::BTreeMap;

pub(super) type Fields = BTreeMap<SurveyId, Field>;

/// What all letters of a survey share. No key where the key file is not the database's: its letters are for later, when the
/// administrator has put the right one back. One survey's hindrance is no other's.
pub(super) struct Field {
    pub(super) survey: Survey,
    pub(super) office: Office,
    pub(super) key: Option<Key>,
}

/// What is to be done with a claimed letter: sent to a contact, then as a message, or nothing, because its end is known.
pub(super) enum Plan<T> {
    Send(T),
    Known(End),
}

/// How a claimed letter ended.
pub(super) enum End {
    Sent(Sent),
    NotNeeded,
    Suppress,
    Cancel,
}

pub(super) fn read_field(site: &Site, db: &mut Database, id: SurveyId) -> Result<Field, StoreError> {
    let survey = store::survey::hold(db, id)?;
    let office = store::edition::find(db, survey.edition)?.office;
    Ok(Field { office: store::office::find(db, office)?, key: site.keys.survey(id), survey })
}

pub(super) fn plan_letter(
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

pub(super) fn write_message(site: &Site, field: &Field, letter: &Letter, to: Contact, now: NaiveDateTime) -> Outcome<Message> {
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

pub(super) fn is_suppressed(site: &Site, database: &mut Database, address: &str) -> Result<bool, StoreError> {
    let Ok(address) = Address::parse(address) else { return Ok(false) };
    let hash = suppression_hash(&site.keys.site(), &address);
    Ok(!store::suppression::find_among(database, &[hash])?.is_empty())
}
