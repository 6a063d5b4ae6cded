//! What is to be done with a claimed letter, and its message.

use super::reminders::is_settled;
use super::{NO_KEY, invitation_token, return_tag};
use crate::campaign::letter_text::{LetterText, OwnTexts};
use crate::campaign::{Address, Contact, LegalBasis, Letter, LetterKind, Recipient, write_letter};
use crate::flows::import_contacts::suppression_hash;
use crate::flows::opt_out::thanks_mark;
use crate::flows::write_letters::occasion;
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

/// Whom a letter goes to, and on what basis.
pub(super) type Invited = (Contact, LegalBasis);

/// What all letters of a survey share. No key where the key file is not the database's: its letters are for later, when the
/// administrator has put the right one back. One survey's hindrance is no other's.
pub(super) struct Field {
    pub(super) survey: Survey,
    pub(super) office: Office,
    pub(super) key: Option<Key>,
    year: i32,
    /// What staff wrote in the place of the program's texts.
    texts: OwnTexts,
    /// Whether the edition has a published report.
    published: bool,
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
    let edition = store::edition::find(db, survey.edition)?;
    Ok(Field {
        office: store::office::find(db, edition.office)?,
        key: site.keys.survey(id),
        year: edition.year,
        texts: store::letter_text::find_all(db, id)?,
        published: !store::publication::list(db, survey.edition)?.is_empty(),
        survey,
    })
}

pub(super) fn plan_letter(
    site: &Site,
    db: &mut Database,
    field: &Field,
    letter: &Letter,
    today: NaiveDate,
) -> Result<Plan<Invited>, StoreError> {
    if letter.kind == LetterKind::Thanks {
        return plan_thanks(site, db, field, letter);
    }
    if field.survey.state != State::Open || today > field.survey.closes_on {
        return Ok(Plan::Known(End::Cancel));
    }
    let Some(key) = &field.key else { return Ok(Plan::Known(End::Sent(Sent::Later(NO_KEY.to_owned())))) };
    let invited = match find_invited(site, db, letter)? {
        Plan::Send(invited) => invited,
        known => return Ok(known),
    };
    // An invitation that is tried again is sent again: its row tells how it ended.
    let answer = || ResponseId(invitation_token(key, letter.invitation).derive("answer"));
    if letter.kind == LetterKind::Reminder
        && (is_settled(key, letter.id, letter.trace.as_deref()) || store::response::is_there(db, letter.survey, answer())?)
    {
        return Ok(Plan::Known(End::NotNeeded));
    }
    Ok(Plan::Send(invited))
}

/// Thanks go out when answering is over and the results can be read. No key is needed: it is destroyed by then.
fn plan_thanks(site: &Site, db: &mut Database, field: &Field, letter: &Letter) -> Result<Plan<Invited>, StoreError> {
    if field.survey.state == State::Closed && field.published {
        find_invited(site, db, letter)
    } else {
        Ok(Plan::Known(End::Cancel))
    }
}

fn find_invited(site: &Site, db: &mut Database, letter: &Letter) -> Result<Plan<Invited>, StoreError> {
    let recipient = match store::invitation::find_recipient(db, letter.invitation) {
        Ok(recipient) => recipient,
        Err(StoreError::NotFound) => return Ok(Plan::Known(End::Cancel)),
        Err(error) => return Err(error),
    };
    if recipient.opted_out || is_suppressed(site, db, &recipient.contact.address)? {
        return Ok(Plan::Known(End::Suppress));
    }
    Ok(Plan::Send((recipient.contact, recipient.basis)))
}

pub(super) fn write_message(
    site: &Site,
    field: &Field,
    letter: &Letter,
    (to, basis): Invited,
    now: NaiveDateTime,
) -> Outcome<Message> {
    let survey = &field.survey;
    let recipient = if letter.kind == LetterKind::Thanks {
        let opt_out_link = format!("{}/u/{}", site.base_url, thanks_mark(&site.keys.site(), letter.invitation));
        Recipient { name: to.name.clone(), link: String::new(), opt_out_link }
    } else {
        let key = field.key.as_ref().ok_or(Failed::KeyMissing(survey.id))?;
        let token = invitation_token(key, letter.invitation);
        let [link, opt_out_link] = ["i", "u"].map(|door| format!("{}/{door}/{}", site.base_url, token.expose()));
        Recipient { name: to.name.clone(), link, opt_out_link }
    };
    let words = LetterText::of(letter.kind, letter.number).words(&field.texts, basis, &to.language);
    let written = write_letter(&words, &occasion(site, survey, &field.office, field.year)?, &recipient);
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
