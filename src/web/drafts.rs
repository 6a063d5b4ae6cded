//! Save and continue: what somebody invited has typed is kept at every step, and one page says how to come back.

use super::doorway::{Address, Doorway};
use super::pages::{Frame, MessagePage, Wording};
use super::problem::Problem;
use super::respond::language_of;
use super::steps::SoFar;
use super::typed::encode;
use super::visit::{Visit, page};
use crate::flows::keep_draft::{Saved, find_draft, keep_draft};
use crate::language::{date, say, say_with};
use crate::response::{Draft, RawAnswers};
use crate::text::Language;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, LOCATION};

/// How somebody leaves the questionnaire without sending it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// By the button, to the page that says how to come back.
    ByButton,
    /// Not at all: the page saved by itself.
    Stay,
}

impl Leave {
    /// What a button or the page itself sends in `_go`.
    pub fn parse(going: Option<&str>) -> Option<Self> {
        match going? {
            "save" => Some(Self::ByButton),
            "keep" => Some(Self::Stay),
            _ => None,
        }
    }

    /// The reply once what was typed is kept.
    pub fn reply(self, address: &Address, language: &Language) -> HttpResponse {
        match self {
            Self::ByButton => to(format!("{}/saved?lang={language}", address.path())),
            Self::Stay => HttpResponse::NoContent().insert_header((CACHE_CONTROL, "no-store")).finish(),
        }
    }
}

/// Keeps what was typed, with the page that will be on screen; whether it was: only an invitation ties it to somebody.
pub async fn keep(visit: &Visit, address: &Address, doorway: &Doorway, so_far: &SoFar<'_>, at: usize) -> Result<bool, Problem> {
    let Some(token) = doorway.token.clone() else { return Ok(false) };
    let Some(answers) = RawAnswers::bounded(so_far.known()) else { return Ok(false) };
    let draft = Draft { answers, page: at, version: doorway.version.id, language: language_of(visit, address, doorway) };
    let survey = doorway.survey.clone();
    match visit.block(move |site| keep_draft(site, &survey, &token, &draft)).await? {
        Saved::Kept => Ok(true),
        Saved::Answered => Err(Problem::Answered),
    }
}

/// `GET .../saved`: that the answers are saved and how to come back.
pub async fn show(mut visit: Visit, address: Address) -> HttpResponse {
    let outcome = tell(&mut visit, &address).await;
    visit.conclude(outcome)
}

async fn tell(visit: &mut Visit, address: &Address) -> Result<HttpResponse, Problem> {
    let door = address.clone();
    let found = visit.block(move |site| {
        let doorway = door.find(site)?;
        let office = site.asking(doorway.survey.edition)?.office.clone();
        let answered = doorway.is_answered(site)?;
        let draft = match &doorway.token {
            Some(token) => find_draft(site, doorway.survey.id, token)?,
            None => None,
        };
        let admitted = doorway.admit(site, door.door());
        Ok((doorway, office, answered, draft, admitted))
    });
    let (doorway, office, answered, draft, admitted) = found.await?;
    visit.simulated = doorway.survey.simulated;
    visit.knows(doorway.language.clone());
    admitted?;
    if answered {
        return Err(Problem::Answered);
    }
    let Some(draft) = draft else { return Ok(to(address.path())) };
    visit.knows(Some(draft.language));
    let language = language_of(visit, address, &doorway);
    let words = |key: &str| say(&language, key);
    let until = date(&language, doorway.survey.closes_on);
    let mut frame = Frame::new(visit.body(), &language, words("draft-saved-title"));
    frame = frame.offering(&doorway.languages(&visit.site), &visit.path);
    frame.office = office.name;
    frame.simulated = doorway.survey.simulated;
    let paragraphs = vec![
        words("draft-saved-not-sent"),
        say_with(&language, "draft-saved-back", &[("until", until.into())]),
        words("draft-saved-tied"),
    ];
    let paragraphs = paragraphs.into_iter().map(Wording::own).collect();
    let actions = vec![(words("draft-continue"), format!("{}?lang={}", address.path(), encode(language.as_str())))];
    let heading = words("draft-saved-heading");
    Ok(page(StatusCode::OK, &MessagePage { frame, tone: "good", heading, paragraphs, actions }))
}

/// 303: what was posted is not posted again by reloading.
fn to(target: String) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, target)).insert_header((CACHE_CONTROL, "no-store")).finish()
}
