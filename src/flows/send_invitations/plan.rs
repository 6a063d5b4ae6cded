//! What is to be done with a claimed letter, and its message.

use super::reminders::is_settled;
use super::{NO_KEY, invitation_token, return_tag};
use crate::campaign::letter_text::{LetterText, OwnTexts};
use crate::campaign::{self, Address, Contact, LegalBasis, Letter, LetterForm, LetterKind, Written, fill_gaps, gap_values};
use crate::flows::import_contacts::suppression_hash;
use crate::flows::letter_identifier::letter_identifier;
use crate::flows::opt_out::thanks_mark;
use crate::flows::write_letters::occasion;
use crate::flows::{Failed, Outcome};
use crate::ids::{InvitationId, ResponseId, SurveyId};
use crate::mail::{Message, Sent, Stencil, Text};
use crate::office::Office;
use crate::secret::Key;
use crate::site::Site;
use crate::store::invitation::Recipient;
use crate::store::{self, Database, StoreError};
use crate::survey::{State, Survey};
use crate::text::Language;
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

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

/// A plan for every letter, in their order.
pub(super) fn plan_letters(
    site: &Site,
    db: &mut Database,
    fields: &Fields,
    letters: &[Letter],
    today: NaiveDate,
) -> Result<Vec<Plan<Invited>>, StoreError> {
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
) -> Result<Plan<Invited>, StoreError> {
    if letter.kind == LetterKind::Thanks {
        return Ok(plan_thanks(field, recipient));
    }
    if field.survey.state != State::Open || today > field.survey.closes_on {
        return Ok(Plan::Known(End::Cancel));
    }
    let Some(key) = &field.key else { return Ok(Plan::Known(End::Sent(Sent::Later(NO_KEY.to_owned())))) };
    let invited = match invited(recipient) {
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
fn plan_thanks(field: &Field, recipient: Option<&Recipient>) -> Plan<Invited> {
    let readable = field.survey.state == State::Closed && field.published;
    if readable { invited(recipient) } else { Plan::Known(End::Cancel) }
}

fn invited(recipient: Option<&Recipient>) -> Plan<Invited> {
    match recipient {
        None => Plan::Known(End::Cancel),
        Some(recipient) if recipient.opted_out => Plan::Known(End::Suppress),
        Some(recipient) => Plan::Send((recipient.contact.clone(), recipient.basis)),
    }
}

/// Writes messages, each wording of a letter once.
pub(super) struct Scribe<'s> {
    site: &'s Site,
    site_key: Key,
    now: NaiveDateTime,
    forms: HashMap<(SurveyId, LetterText, LegalBasis, Language), [Form; 2]>,
}

/// A letter that waits for its receivers, those with a name or those without.
struct Form {
    subject: String,
    text: Arc<Stencil>,
    html: Arc<Stencil>,
    language: Language,
}

impl Form {
    fn of(written: &Written) -> Self {
        Self {
            subject: written.subject.clone(),
            text: Arc::new(Stencil::cut(&written.text)),
            html: Arc::new(Stencil::cut(&written.html)),
            language: written.language.clone(),
        }
    }
}

impl<'s> Scribe<'s> {
    pub(super) fn new(site: &'s Site, now: NaiveDateTime) -> Self {
        Self { site, site_key: site.keys.site(), now, forms: HashMap::new() }
    }

    pub(super) fn write(&mut self, field: &Field, letter: &Letter, (to, basis): Invited) -> Outcome<Message> {
        let (site, survey) = (self.site, &field.survey);
        let recipient = self.recipient(field, letter, &to)?;
        let text = LetterText::of(letter.kind, letter.number);
        let [named, nameless] = match self.forms.entry((survey.id, text, basis, to.language.clone())) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => {
                let words = text.words(&field.texts, basis, &to.language);
                let form = LetterForm::write(&words, &occasion(site, survey, &field.office, field.year)?);
                free.insert([&form.named, &form.nameless].map(Form::of))
            }
        };
        let form = if recipient.name.is_empty() { nameless } else { named };
        let (values, escaped) = gap_values(&recipient);
        Ok(Message {
            to: to.address,
            return_tag: return_tag(&self.site_key, letter.invitation),
            to_name: to.name,
            subject: fill_gaps(&form.subject, &values),
            text: Text::filled(form.text.clone(), values),
            html: Text::filled(form.html.clone(), escaped),
            opt_out_url: recipient.opt_out_link,
            language: form.language.clone(),
            identifier: letter_identifier(&self.site_key, &survey.code, letter),
            date: self.now,
        })
    }

    fn recipient(&self, field: &Field, letter: &Letter, to: &Contact) -> Outcome<campaign::Recipient> {
        let base_url = &self.site.base_url;
        if letter.kind == LetterKind::Thanks {
            let opt_out_link = format!("{base_url}/u/{}", thanks_mark(&self.site_key, letter.invitation));
            return Ok(campaign::Recipient { name: to.name.clone(), link: String::new(), opt_out_link });
        }
        let key = field.key.as_ref().ok_or(Failed::KeyMissing(field.survey.id))?;
        let token = invitation_token(key, letter.invitation);
        let [link, opt_out_link] = ["i", "u"].map(|door| format!("{base_url}/{door}/{}", token.expose()));
        Ok(campaign::Recipient { name: to.name.clone(), link, opt_out_link })
    }
}

/// What would stand in the suppression list for an address.
fn suppressed_as(site: &Site, address: &str) -> Option<Vec<u8>> {
    Address::parse(address).ok().map(|address| suppression_hash(&site.keys.site(), &address))
}
