//! The doors of a citizen and what stands behind each, found once a request.

use crate::flows::place_kiosk::find_kiosk;
use crate::flows::receive_answers::invited_key;
use crate::flows::{Outcome, Refused, Stop};
use crate::form::Form;
use crate::language::available;
use crate::office::Office;
use crate::response::SubmissionKey;
use crate::secret::Token;
use crate::site::{FormVersion, Site};
use crate::store::{self, StoreError};
use crate::survey::{Channel, Door, State, Survey};
use crate::text::Language;
use std::sync::Arc;

/// A door as its address names it.
#[derive(Clone, Debug)]
pub enum Address {
    /// `/q/{survey}`.
    Public(String),
    /// `/i/{token}`.
    Invited(String),
    /// `/k/{token}`.
    Kiosk(String),
}

/// What stands behind a door.
pub struct Doorway {
    /// The survey.
    pub survey: Survey,
    /// What is asked.
    pub version: Arc<FormVersion>,
    /// The place of the kiosk; "" for the others.
    pub place: String,
    /// What makes an answer sent twice one response; `None` where the page brings a number of its own.
    pub key: Option<SubmissionKey>,
    /// The secret part of an invitation's link; `None` for the others.
    pub token: Option<Token>,
    /// The language of the person invited, where it is known.
    pub language: Option<Language>,
}

impl Address {
    /// The path, without a final slash.
    pub fn path(&self) -> String {
        match self {
            Self::Public(survey) => format!("/q/{survey}"),
            Self::Invited(token) => format!("/i/{token}"),
            Self::Kiosk(token) => format!("/k/{token}"),
        }
    }

    /// The door of what comes through.
    pub fn door(&self) -> Door {
        match self {
            Self::Public(_) => Door::Now(Channel::Web),
            Self::Invited(_) => Door::Now(Channel::Email),
            Self::Kiosk(_) => Door::Now(Channel::Kiosk),
        }
    }

    /// Whether it is a kiosk's.
    pub fn is_kiosk(&self) -> bool {
        self.door().channel() == Channel::Kiosk
    }

    /// Finds what stands behind the door. Blocking.
    ///
    /// # Errors
    /// Refused when the link is unknown or was revoked.
    pub fn find(&self, site: &Site) -> Outcome<Doorway> {
        let behind = |survey: Survey, place: String| -> Outcome<Doorway> {
            let version = site.form_version(survey.form_version)?;
            Ok(Doorway { survey, version, place, key: None, token: None, language: None })
        };
        match self {
            Self::Public(code) => behind(site.survey_by_code(code).map_err(unknown_link)?, String::new()),
            Self::Invited(typed) => {
                let token = Token::parse(typed).ok_or(Refused::UnknownLink)?;
                let invitation = site.store.read(|db| store::invitation::find_by_token(db, &token.hash()));
                let invitation = invitation.map_err(unknown_link)?;
                let survey = site.survey(invitation.survey)?;
                // After closing every contact goes; before, only one that the office removed.
                if invitation.language.is_none() && survey.state != State::Closed {
                    return Err(Refused::RevokedInvitation.into());
                }
                let doorway = behind(survey, String::new())?;
                Ok(Doorway { key: Some(invited_key(&token)), token: Some(token), language: invitation.language, ..doorway })
            }
            Self::Kiosk(typed) => {
                let token = Token::parse(typed).ok_or(Refused::UnknownLink)?;
                let kiosk = find_kiosk(site, &token)?;
                behind(site.survey(kiosk.survey)?, kiosk.place)
            }
        }
    }
}

impl Doorway {
    /// Refuses when the door is shut today.
    ///
    /// # Errors
    /// Why it is.
    pub fn admit(&self, site: &Site, door: Door) -> Result<(), Refused> {
        self.survey.admits(door, site.clock.today()).map_err(Refused::from)
    }

    /// Whether this invitation was answered before. Blocking.
    ///
    /// # Errors
    /// When the store fails.
    pub fn is_answered(&self, site: &Site) -> Outcome<bool> {
        match &self.key {
            Some(SubmissionKey::Invited { answer, .. }) => {
                Ok(site.store.read(|db| store::response::is_there(db, self.survey.id, *answer))?)
            }
            _ => Ok(false),
        }
    }

    /// The address of the report on this survey's year, once it is published. Blocking.
    ///
    /// # Errors
    /// When the store fails.
    pub fn report(&self, site: &Site) -> Outcome<Option<String>> {
        let edition = self.survey.edition;
        let published = site.store.read(|db| {
            store::publication::find_last(db, edition)?;
            let edition = store::edition::find(db, edition)?;
            Ok(report_address(&store::office::find(db, edition.office)?, edition.year))
        });
        match published {
            Ok(address) => Ok(Some(address)),
            Err(StoreError::NotFound) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The languages on offer: those of the body in which the form is written, else the form's.
    pub fn languages(&self, site: &Site) -> Vec<Language> {
        languages_of(&self.version.form, site)
    }
}

/// The languages in which citizens get a form: those of the body in which it is written, else the form's that have texts for what
/// stands around it.
pub fn languages_of(form: &Form, site: &Site) -> Vec<Language> {
    let own = &form.languages;
    let both: Vec<_> = site.config.body.languages.iter().filter(|language| own.contains(language)).cloned().collect();
    if !both.is_empty() {
        return both;
    }
    let known = available();
    let spoken: Vec<_> = own.iter().filter(|language| known.contains(language)).cloned().collect();
    if spoken.is_empty() { own.clone() } else { spoken }
}

/// The address of a published report.
pub fn report_address(office: &Office, year: i32) -> String {
    format!("/report/{}/{year}", office.code)
}

fn unknown_link(error: StoreError) -> Stop {
    match error {
        StoreError::NotFound => Refused::UnknownLink.into(),
        other => other.into(),
    }
}
