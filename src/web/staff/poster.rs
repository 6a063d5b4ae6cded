//! `/staff/surveys/{id}/poster.pdf`: the poster that leads to the questionnaire, in the chosen languages and size.

use super::session::Desk;
use super::surveys::find;
use crate::flows::{Outcome, Refused};
use crate::form::Form;
use crate::language::say;
use crate::print::{self, Poster, PosterSize};
use crate::site::Site;
use crate::store::publication::PublishedFile;
use crate::survey::{Channel, Door, NotAdmitted, State, Survey};
use crate::text::Language;
use crate::web::doorway::languages_of;
use crate::web::problem::Problem;
use crate::web::published::as_file;
use actix_web::HttpResponse;
use actix_web::web::Path;
use chrono::NaiveDate;

/// What the page of the survey offers: code, words, whether it is chosen at first.
pub(super) struct PosterChoice {
    pub(super) languages: Vec<(String, String, bool)>,
    pub(super) sizes: Vec<(&'static str, String, bool)>,
}

impl PosterChoice {
    /// The choices; `None` where the poster would lead nowhere.
    pub(super) fn of(desk: &Desk, survey: &Survey, form: &Form) -> Option<Self> {
        leads_somewhere(survey, desk.visit.site.clock.today()).ok()?;
        let languages = offered(form, &desk.visit.site).into_iter().enumerate();
        let sizes = PosterSize::ALL.into_iter();
        Some(Self {
            languages: languages.map(|(at, own)| (own.to_string(), say(&own, "language-name"), at == 0)).collect(),
            sizes: sizes
                .map(|size| (size.code(), desk.say(&format!("poster-size-{}", size.code())), size == PosterSize::A4))
                .collect(),
        })
    }
}

/// `GET`: the PDF.
pub async fn send(desk: Desk, survey: Path<String>) -> HttpResponse {
    let outcome = make(&desk, survey.into_inner()).await;
    desk.visit.conclude(outcome)
}

async fn make(desk: &Desk, typed: String) -> Result<HttpResponse, Problem> {
    let languages: Vec<String> = desk.visit.asked_all("lang").map(str::to_owned).collect();
    let size = desk.visit.asked("size").map(str::to_owned);
    let (code, printed) = desk
        .visit
        .block(move |site| {
            let survey = find(site, &typed)?;
            let poster = poster_of(site, &survey, &languages, size.as_deref())?;
            Ok((survey.code, print::poster(&poster).map_err(|error| error.to_string())))
        })
        .await?;
    let body = printed.map_err(Problem::internal)?;
    Ok(as_file(PublishedFile { name: format!("poster-{code}.pdf"), media_type: "application/pdf".to_owned(), body }))
}

fn poster_of(site: &Site, survey: &Survey, languages: &[String], size: Option<&str>) -> Outcome<Poster> {
    let today = site.clock.today();
    leads_somewhere(survey, today)?;
    let version = site.form_version(survey.form_version)?;
    Ok(Poster {
        body: site.config.body.name.clone(),
        office: site.asking(survey.edition)?.office.name.clone(),
        address: format!("{}/q/{}", site.base_url, survey.code),
        minutes: version.form.minutes,
        days: (survey.opens_on, survey.closes_on),
        made_on: today,
        languages: chosen(offered(&version.form, site), languages)?,
        size: read_size(size)?,
        simulated: survey.simulated,
    })
}

/// Refuses a poster whose code no phone could follow: a survey that is not open to the web, or is over. One that begins later
/// is printed before.
fn leads_somewhere(survey: &Survey, today: NaiveDate) -> Result<(), Refused> {
    let refuse = |key| Err(Refused::Invalid("poster", key));
    if survey.state != State::Open {
        return refuse("poster-not-open");
    }
    match survey.admits(Door::Now(Channel::Web), today) {
        Ok(()) | Err(NotAdmitted::NotYet(_)) => Ok(()),
        Err(NotAdmitted::Closed(_)) => refuse("poster-over"),
        Err(NotAdmitted::ChannelOff(_)) => refuse("poster-not-on-web"),
    }
}

/// The languages of the questionnaire in which a poster is worded.
fn offered(form: &Form, site: &Site) -> Vec<Language> {
    let mut offered = languages_of(form, site);
    offered.retain(print::poster_speaks);
    if offered.is_empty() { vec![Language::italian()] } else { offered }
}

/// Those of the offered languages that were ticked, in the order of the offer; the first one where none was.
fn chosen(mut offered: Vec<Language>, typed: &[String]) -> Result<Vec<Language>, Refused> {
    let known = |typed: &String| offered.iter().any(|own| own.as_str() == typed);
    if !typed.iter().all(known) {
        return Err(Refused::Invalid("lang", "poster-no-language"));
    }
    if typed.is_empty() {
        offered.truncate(1);
    } else {
        offered.retain(|own| typed.iter().any(|typed| typed == own.as_str()));
    }
    Ok(offered)
}

fn read_size(typed: Option<&str>) -> Result<PosterSize, Refused> {
    let Some(typed) = typed else { return Ok(PosterSize::A4) };
    PosterSize::ALL.into_iter().find(|size| size.code() == typed).ok_or(Refused::Invalid("size", "poster-no-size"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages(codes: &[&str]) -> Vec<Language> {
        codes.iter().map(|code| Language::parse(code).unwrap()).collect()
    }

    #[test]
    fn ticked_languages_come_once_each_in_the_order_of_the_questionnaire() {
        let offer = languages(&["it", "en", "de"]);
        let ticked = |typed: &[&str]| {
            let typed: Vec<String> = typed.iter().map(|&code| code.to_owned()).collect();
            chosen(offer.clone(), &typed)
        };
        assert_eq!(ticked(&["de", "it", "de"]), Ok(languages(&["it", "de"])));
        assert_eq!(ticked(&[]), Ok(languages(&["it"])));
        for wrong in ["fr", "", "<b>"] {
            assert!(matches!(ticked(&["it", wrong]), Err(Refused::Invalid("lang", _))), "{wrong}");
        }
    }

    #[test]
    fn a_size_is_one_of_two() {
        assert_eq!(read_size(Some("a6")), Ok(PosterSize::A6));
        assert_eq!(read_size(None), Ok(PosterSize::A4));
        assert!(read_size(Some("a0")).is_err());
    }
}
