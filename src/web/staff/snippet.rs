//! The code that puts the rating widget on a page of a site, and which sites may ask.

use super::session::Desk;
use crate::config::Origin;
use crate::form::Form;
use crate::survey::{Channel, State, Survey};
use askama::filters::{Html, escape};

/// What the page of the survey shows.
pub(super) struct Snippet {
    /// The code to copy.
    pub(super) code: String,
    /// Whether it leads those without a script to the questionnaire.
    pub(super) has_link: bool,
    /// The sites that may ask, in a sentence; what to do where there are none.
    pub(super) sites: String,
    /// What a site with a policy for scripts has to let in.
    pub(super) policy: String,
}

impl Snippet {
    /// The code; `None` where the survey does not ask on pages of sites, or no more.
    pub(super) fn of(desk: &Desk, survey: &Survey, form: &Form) -> Option<Self> {
        let asks = survey.state == State::Open && survey.channels.contains(&Channel::Widget);
        let stars = form.stars().filter(|_| asks)?;
        let site = &desk.visit.site;
        let has_link = survey.channels.contains(&Channel::Web);
        let question = stars.question.text.get(form.fallback(), form.fallback());
        let allowed: Vec<&str> = site.config.widget_origins.iter().map(Origin::as_str).collect();
        Some(Self {
            code: code(&site.base_url, survey.code.as_str(), has_link.then_some(question)),
            has_link,
            sites: match allowed.is_empty() {
                true => desk.say("staff-widget-no-sites"),
                false => desk.say_with("staff-widget-sites", &[("sites", allowed.join(", ").into())]),
            },
            policy: desk.say_with("staff-widget-policy", &[("site", site.base_url.to_string().into())]),
        })
    }
}

/// One script, and where the survey has a public link, that link for those who browse without scripts.
fn code(base: &str, survey: &str, question: Option<&str>) -> String {
    let script = format!("<script src=\"{base}/widget/{survey}.js\" defer></script>");
    let words = question.and_then(|question| escape(question, Html).ok());
    match words {
        Some(words) => format!("{script}\n<noscript><a href=\"{base}/q/{survey}\">{words}</a></noscript>"),
        None => script,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_one_script_and_a_link_for_who_has_none() {
        let with_link = code("https://ascolto.ente.it", "pagina", Some("Chiare & <utili>?"));
        assert_eq!(
            with_link,
            "<script src=\"https://ascolto.ente.it/widget/pagina.js\" defer></script>\n\
             <noscript><a href=\"https://ascolto.ente.it/q/pagina\">Chiare &#38; &#60;utili&#62;?</a></noscript>"
        );
        assert!(!code("https://ascolto.ente.it", "pagina", None).contains("noscript"));
    }
}
