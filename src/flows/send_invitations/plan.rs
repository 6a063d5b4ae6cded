//! What is to be done with a claimed letter, and its message.

use super::reminders::is_settled;
use super::{NO_KEY, invitation_token, return_tag};
use crate::campaign::{self, Address, Contact, Letter, LetterKind, Occasion, write_letter};
use crate::flows::import_contacts::suppression_hash;
use crate::flows::{Failed, Outcome};
use crate::ids::{InvitationId, ResponseId, SurveyId};
use crate::mail::{Message, Sent};
use crate::office::Office;
use crate::secret::Key;
use crate::site::Site;
use crate::store::invitation::Recipient;
use crate::store::{self, Database, StoreError};
use crate::survey::{State, Survey};
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::{BTreeMap, HashMap};

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

/// A plan for every letter, in their order.
pub(super) fn plan_letters(
    site: &Site,
    db: &mut Database,
    fields: &Fields,
    letters: &[Letter],
    today: NaiveDate,
) -> Result<Vec<Plan<Contact>>, StoreError> {
    let invitations: Vec<InvitationId> = letters.iter().map(|letter| letter.invitation).collect();
    let mut recipients = store::invitation::find_recipients(db, &invitations)?;
    // Several letters of one part may be for the same person.
    let hash = |recipient: &Recipient| suppressed_as(site, &recipient.contact.address);
    let hashes: HashMap<InvitationId, Vec<u8>> =
        recipients.iter().filter_map(|(id, recipient)| Some((*id, hash(recipient)?))).collect();
    let suppressed = store::suppression::find_among(db, &hashes.values().cloned().collect::<Vec<_>>())?;
    for (id, hash) in hashes {
        if let Some(recipient) = recipients.get_mut(&id).filter(|_| suppressed.contains(&hash)) {
            recipient.opted_out = true;
        }
    }
    let plan = |letter: &Letter| plan_letter(db, &fields[&letter.survey], letter, recipients.get(&letter.invitation), today);
    letters.iter().map(plan).collect()
}

fn plan_letter(
    db: &mut Database,
    field: &Field,
    letter: &Letter,
    recipient: Option<&Recipient>,
    today: NaiveDate,
) -> Result<Plan<Contact>, StoreError> {
    if field.survey.state != State::Open || today > field.survey.closes_on {
        return Ok(Plan::Known(End::Cancel));
    }
    let Some(key) = &field.key else { return Ok(Plan::Known(End::Sent(Sent::Later(NO_KEY.to_owned())))) };
    let Some(recipient) = recipient else { return Ok(Plan::Known(End::Cancel)) };
    if recipient.opted_out {
        return Ok(Plan::Known(End::Suppress));
    }
    // An invitation that is tried again is sent again: its row tells how it ended.
    let answer = || ResponseId(invitation_token(key, letter.invitation).derive("answer"));
    if letter.kind == LetterKind::Reminder
        && (is_settled(key, letter.id, letter.trace.as_deref()) || store::response::is_there(db, letter.survey, answer())?)
    {
        return Ok(Plan::Known(End::NotNeeded));
    }
    Ok(Plan::Send(recipient.contact.clone()))
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
    let recipient = campaign::Recipient {
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

/// What would stand in the suppression list for an address.
fn suppressed_as(site: &Site, address: &str) -> Option<Vec<u8>> {
    Address::parse(address).ok().map(|address| suppression_hash(&site.keys.site(), &address))
}
