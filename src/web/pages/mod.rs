//! The templates of the citizen's pages and what is put into them.

mod frame;
mod limit;
mod routing;
mod scale_row;
mod sheet;
mod wording;
mod workplace;

pub use frame::{Frame, LanguageChoice};
pub use limit::Limit;
pub use scale_row::{Face, PointView, ScaleRow};
pub use sheet::{Ask, AskKind, ItemView, OptionView, Reading, Section, Sheet, SummaryLine, sentence};
pub use wording::Wording;
pub use workplace::{Place, ToMend, TypedField, WorkplaceFrame};

use crate::ids::FormVersionId;
use askama::Template;

/// The questionnaire, whole or one page of it.
#[derive(Template)]
#[template(path = "questionnaire.html")]
pub struct QuestionnairePage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The questionnaire's title.
    pub heading: Wording<'a>,
    /// The questions.
    pub sheet: Sheet<'a>,
    /// Where it is sent.
    pub action: String,
    /// The number that makes a second sending the same answer; "" for an invitation.
    pub key: String,
    /// The introduction, shown on the first page only; lines are paragraphs.
    pub introduction: Option<Wording<'a>>,
    /// Minutes it takes.
    pub minutes: u8,
    /// The index of the page shown.
    pub page: usize,
    /// The version of the form: another one may be asked when the page comes back. `None` in a preview.
    pub version: Option<FormVersionId>,
    /// Page so-and-so of so many, where there are several.
    pub progress: Option<Progress>,
    /// Whether the next button sends.
    pub last: bool,
    /// Whether there is anything to send: a question that is only looked at has no buttons.
    pub sends: bool,
    /// What was answered on other pages, carried along.
    pub carried: Vec<(&'a str, &'a str)>,
    /// Whether questions appeared that follow from the answers; the first one's name.
    pub appeared: Option<String>,
    /// Whether the answers shown were saved before.
    pub resumed: bool,
    /// That the answers stay in a draft until they are sent, and until when; "" where there is none.
    pub draft: String,
    /// The sentences of the privacy notice: heading and text.
    pub privacy: Vec<(String, String)>,
}

/// Where one stands.
pub struct Progress {
    /// From 1.
    pub at: usize,
    /// Pages in all, as far as the answers tell.
    pub of: usize,
    /// The two in words.
    pub words: String,
}

/// A page that says one thing: thank you, not yet, not found.
#[derive(Template)]
#[template(path = "message.html")]
pub struct MessagePage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// What kind of message: `good`, `calm` or `bad`; chooses the sign beside the heading.
    pub tone: &'static str,
    /// The heading.
    pub heading: String,
    /// Paragraphs.
    pub paragraphs: Vec<Wording<'a>>,
    /// What one can do next: words and address.
    pub actions: Vec<(String, String)>,
}

/// The same at work.
#[derive(Template)]
#[template(path = "staff_message.html")]
pub struct StaffMessagePage<'a> {
    /// What stands around it; its title is the heading.
    pub frame: WorkplaceFrame<'a>,
    /// What to do.
    pub text: String,
    /// Whether it is about questionnaires: their list is the way on.
    pub at_forms: bool,
    /// That what was typed is kept; "" where nothing was.
    pub kept: String,
    /// What can be sent again.
    pub again: SendAgain<'a>,
}

/// A page that says what went wrong, and holds what was typed where that could not be kept.
#[derive(Template)]
#[template(path = "problem.html")]
pub struct ProblemPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// As in [`MessagePage`].
    pub tone: &'static str,
    /// The heading.
    pub heading: String,
    /// Paragraphs.
    pub paragraphs: Vec<String>,
    /// What one can do next: words and address.
    pub actions: Vec<(String, String)>,
    /// What can be sent again.
    pub again: SendAgain<'a>,
}

/// A form that sends again what was typed.
pub struct SendAgain<'a> {
    /// Its id.
    pub id: &'static str,
    /// Where it is sent.
    pub action: String,
    /// How it is sent. Plain fields write a long text three times as long, and the office pastes whole files.
    pub enctype: &'static str,
    /// Names and values; none for no form.
    pub typed: &'a [(String, String)],
}

/// Asks whether somebody really wants no more letters: the link alone changes nothing.
#[derive(Template)]
#[template(path = "opt_out.html")]
pub struct OptOutPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Where the button sends.
    pub action: String,
}

/// The first page: what this is, and the surveys open to everybody.
#[derive(Template)]
#[template(path = "home.html")]
pub struct HomePage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The open surveys.
    pub surveys: Vec<OpenSurvey<'a>>,
    /// Published reports: words and address.
    pub reports: Vec<(String, String)>,
}

/// A published report.
#[derive(Template)]
#[template(path = "published.html")]
pub struct PublishedPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The day it was published, in a sentence.
    pub published: String,
    /// Its files: words and address.
    pub downloads: Vec<(String, String)>,
    /// The document, already HTML.
    pub document: String,
}

/// A survey that anybody may answer.
pub struct OpenSurvey<'a> {
    /// Its form's title.
    pub title: Wording<'a>,
    /// Where it is.
    pub address: String,
    /// Minutes and last day in words.
    pub details: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::form::{self, Form, Layout, catalog};
    use crate::response::{RawAnswers, Refusal, RefusalReason};
    use crate::text::Language;
    use crate::web::steps::SoFar;
    use std::path::Path;

    fn annual() -> Form {
        form::parse("urp-annuale", &catalog::form("urp-annuale").unwrap()).unwrap()
    }

    fn typed(pairs: &[(&str, &str)]) -> RawAnswers {
        RawAnswers::bounded(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()).unwrap()
    }

    fn shown(form: &Form, language: &Language, answers: &RawAnswers, refusal: Option<&Refusal>) -> String {
        let layout = Layout::of(form);
        let so_far = SoFar::new(form, &layout, answers);
        let holds = |condition: &form::Condition| so_far.holds(condition);
        let reading = Reading { form, language, answers, refusal, holds: &holds, contact: "urp@provincia.example.it" };
        let config = Config::in_folder(Path::new("."));
        let page = QuestionnairePage {
            frame: Frame::new(&config.body, language, form.title.get(language, form.fallback())),
            heading: Wording::of(&form.title, language, form.fallback()),
            sheet: Sheet::new(reading, 0..form.pages.len()),
            action: "/q/urp".to_owned(),
            key: "k".to_owned(),
            introduction: Some(Wording::of(&form.introduction, language, form.fallback())),
            minutes: form.minutes,
            page: 0,
            version: None,
            progress: None,
            last: true,
            sends: true,
            carried: Vec::new(),
            appeared: None,
            resumed: false,
            draft: String::new(),
            privacy: Vec::new(),
        };
        page.render().unwrap()
    }

    #[test]
    fn every_field_of_the_annual_form_can_be_answered_on_its_page() {
        let form = annual();
        let html = shown(&form, &Language::italian(), &RawAnswers::default(), None);
        let layout = Layout::of(&form);
        for field in &layout.fields {
            let question = &form.pages[field.place.0].questions[field.place.1];
            let name = match field.kind {
                form::FieldKind::Option(_) => question.code.as_str(),
                _ => field.code.as_str(),
            };
            assert!(html.contains(&format!("name=\"{name}\"")), "{name}");
        }
        for text in &layout.texts {
            assert!(html.contains(&format!("<textarea id=\"{}\"", text.code)), "{}", text.code);
        }
        assert!(html.contains("Non è un reclamo: per avere risposta scriva a urp@provincia.example.it"));
        assert!(!html.contains("citizen-"), "a text is missing");
    }

    #[test]
    fn what_was_typed_is_kept_and_what_is_missing_is_linked() {
        let form = annual();
        let answers =
            typed(&[("courtesy", "4"), ("queue", "?"), ("needs", "other"), ("other_need", "<b>\"Sì\""), ("age", "from_30")]);
        let refusal = Refusal { reasons: vec![("overall".to_owned(), RefusalReason::Missing)] };
        let html = shown(&form, &Language::italian(), &answers, Some(&refusal));
        for kept in
            ["value=\"4\" checked", "name=\"queue\" value=\"?\" checked", "value=\"from_30\" checked", "value=\"other\" checked"]
        {
            assert!(html.contains(kept), "{kept}");
        }
        assert!(html.contains("&#60;b&#62;&#34;Sì&#34;</textarea>"), "typed text is kept, and never becomes markup");
        assert!(html.contains("<a href=\"#overall\">") && html.contains("id=\"overall\"") && html.contains("manca la risposta"));
    }

    #[test]
    fn a_question_that_an_answer_calls_for_is_hidden_until_then() {
        let form = annual();
        let before = shown(&form, &Language::italian(), &RawAnswers::default(), None);
        let after = shown(&form, &Language::italian(), &typed(&[("needs", "other")]), None);
        assert!(before.contains(" hidden disabled>") && !after.contains(" hidden disabled>"));
    }

    #[test]
    fn every_language_of_the_form_has_its_own_words_around_it() {
        let form = annual();
        for (code, send) in [
            ("it", "Invia le risposte"),
            ("en", "Send the answers"),
            ("de", "Antworten absenden"),
            ("fr", "Envoyer les réponses"),
            ("sl", "Pošlji odgovore"),
        ] {
            let html = shown(&form, &Language::parse(code).unwrap(), &RawAnswers::default(), None);
            assert!(html.contains(send) && html.contains(&format!("<html lang=\"{code}\">")), "{code}");
        }
    }
}
