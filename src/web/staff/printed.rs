//! `/staff/surveys/{id}/form`: the questionnaire on paper, with boxes to tick.

use super::session::{Area, Desk};
use super::surveys::{address, find};
use crate::form::{Choice, Condition, Form, Item, Kind, Page, Question, Role, Scale};
use crate::language::{attributes, date, say, say_with};
use crate::text::{Code, Language, Texts};
use crate::web::doorway::languages_of;
use crate::web::pages::{Frame, LanguageChoice, WorkplaceFrame};
use crate::web::privacy;
use crate::web::problem::Problem;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use chrono::NaiveDate;

/// The page.
#[derive(Template)]
#[template(path = "staff_printed.html")]
struct PrintedPage<'a> {
    frame: WorkplaceFrame<'a>,
    back: (String, String),
    /// The language of the paper, which staff choose; the page around it is in theirs.
    language: &'a Language,
    languages: Vec<LanguageChoice>,
    title: &'a str,
    introduction: &'a str,
    thanks: &'a str,
    sections: Vec<Section<'a>>,
    facts: Vec<String>,
    privacy: Vec<(String, String)>,
    /// Under a free text: that it is no complaint.
    no_complaint: String,
}

impl PrintedPage<'_> {
    /// The paper's language, and which way it runs.
    fn attributes(&self) -> String {
        attributes(self.language, Some(self.frame.language))
    }

    /// A phrase in the language of the paper.
    fn say(&self, key: &str) -> String {
        say(self.language, key)
    }
}

struct Section<'a> {
    heading: &'a str,
    /// For whom the section is; "" for everybody.
    when: String,
    questions: Vec<Printed<'a>>,
}

struct Printed<'a> {
    text: &'a str,
    hint: &'a str,
    /// For whom the question is; "" for everybody.
    when: String,
    comment: bool,
    kind: PrintedKind<'a>,
}

enum PrintedKind<'a> {
    Boxes(Vec<String>),
    Table { points: Vec<String>, rows: Vec<&'a str> },
    Importance { points: Vec<String>, importance: Vec<String>, rows: Vec<&'a str> },
    Lines(u8),
    Note,
}

/// `GET`: the page.
pub async fn show(desk: Desk, survey: Path<String>) -> HttpResponse {
    let outcome = show_form(&desk, survey.into_inner()).await;
    desk.visit.conclude(outcome)
}

async fn show_form(desk: &Desk, typed: String) -> Result<HttpResponse, Problem> {
    let (survey, version, office, offered) = desk
        .visit
        .block(move |site| {
            let survey = find(site, &typed)?;
            let version = site.form_version(survey.form_version)?;
            let office = site.asking(survey.edition)?.office.clone();
            let offered = languages_of(&version.form, site);
            Ok((survey, version, office, offered))
        })
        .await?;
    let mut frame = desk.frame(survey.title.clone(), Area::Surveys);
    frame.simulated = survey.simulated;
    let around = Around {
        back: (address(survey.id), desk.say("staff-back")),
        closes_on: Some(survey.closes_on),
        contact: &office.contact,
    };
    Ok(on_paper(desk, &version.form, &offered, frame, around))
}

/// What stands on the paper besides the questions.
pub(super) struct Around<'a> {
    /// Where the page leads back to, and in what words.
    pub back: (String, String),
    /// Until when it is handed in, where that is known.
    pub closes_on: Option<NaiveDate>,
    /// Whom to ask; "" where that is not known.
    pub contact: &'a str,
}

/// A form on paper, in the language that was asked for.
pub(super) fn on_paper(
    desk: &Desk,
    form: &Form,
    offered: &[Language],
    frame: WorkplaceFrame,
    around: Around<'_>,
) -> HttpResponse {
    let language = desk.visit.language(offered);
    let paper = Paper { form, language: &language };
    let said = |key: &str, name: &str, value: String| say_with(&language, key, &[(name, value.into())]);
    let with_contact =
        |key: &str| if around.contact.is_empty() { String::new() } else { said(key, "contact", around.contact.to_owned()) };
    let facts = vec![
        say(&language, "citizen-paper-anonymous"),
        around.closes_on.map(|day| said("citizen-paper-return", "day", date(&language, day))).unwrap_or_default(),
        with_contact("citizen-paper-contact"),
    ];
    let choices = Frame::new(desk.visit.body(), &language, "").offering(offered, &desk.visit.path);
    let shown = PrintedPage {
        frame: WorkplaceFrame { title: paper.words(&form.title).to_owned(), ..frame },
        back: around.back,
        language: &language,
        languages: choices.languages,
        title: paper.words(&form.title),
        introduction: paper.words(&form.introduction),
        thanks: paper.words(&form.thanks),
        sections: form.pages.iter().map(|page| paper.section(page)).collect(),
        facts,
        privacy: privacy::notice(&language, desk.visit.body(), "", false),
        no_complaint: with_contact("citizen-not-a-complaint"),
    };
    page(StatusCode::OK, &shown)
}

/// A form in one language.
struct Paper<'a> {
    form: &'a Form,
    language: &'a Language,
}

impl<'a> Paper<'a> {
    fn words(&self, texts: &'a Texts) -> &'a str {
        texts.get(self.language, self.form.fallback())
    }

    fn section(&self, page: &'a Page) -> Section<'a> {
        Section {
            heading: self.words(&page.title),
            when: self.when(page.show_if.as_ref()),
            questions: page.questions.iter().map(|question| self.question(question)).collect(),
        }
    }

    /// Who is asked: whoever gave certain answers; in general words where that is too long a story for paper.
    fn when(&self, condition: Option<&Condition>) -> String {
        let Some(condition) = condition else { return String::new() };
        let quoted = |text: &str| say_with(self.language, "citizen-paper-quoted", &[("text", text.into())]);
        let asked = self.form.answers_that_show(condition);
        // Points between labelled ends have no words to be named by.
        let Some(asked) = asked.filter(|asked| asked.answers.iter().all(|(_, label)| !label.is_empty())) else {
            return say(self.language, "citizen-paper-if");
        };
        let answers: Vec<String> = asked.answers.iter().map(|(_, label)| quoted(self.words(label))).collect();
        let question = quoted(self.words(self.form.text_of(&asked)));
        say_with(self.language, "citizen-paper-when", &[("question", question.into()), ("answers", answers.join(" / ").into())])
    }

    fn question(&self, question: &'a Question) -> Printed<'a> {
        Printed {
            text: self.words(&question.text),
            hint: self.words(&question.hint),
            when: self.when(question.show_if.as_ref()),
            comment: question.role == Role::Comment,
            kind: self.kind(&question.kind),
        }
    }

    fn kind(&self, kind: &'a Kind) -> PrintedKind<'a> {
        match kind {
            Kind::Rating { scale } => PrintedKind::Boxes(self.points(scale)),
            Kind::SingleChoice { choices } | Kind::MultipleChoice { choices, .. } => {
                PrintedKind::Boxes(choices.iter().map(|choice: &Choice| self.words(&choice.label).to_owned()).collect())
            }
            Kind::Matrix { scale, items, importance } => {
                let rows = items.iter().map(|item: &Item| self.words(&item.text)).collect();
                let points = self.points(scale);
                match importance {
                    None => PrintedKind::Table { points, rows },
                    Some(importance) => PrintedKind::Importance { points, importance: self.points(importance), rows },
                }
            }
            Kind::Number { .. } => PrintedKind::Lines(1),
            Kind::OpenText { .. } => PrintedKind::Lines(4),
            Kind::Note => PrintedKind::Note,
        }
    }

    /// The points with their words, or with their numbers where they have none, then "don't know" and its like.
    fn points(&self, code: &Code) -> Vec<String> {
        let Some(scale) = self.form.scale(code) else { return Vec::new() };
        let mut points: Vec<String> = scale.points.iter().map(|point| self.point(scale, point.value)).collect();
        let apart = [&scale.dont_know, &scale.not_applicable];
        points.extend(apart.into_iter().flatten().map(|words| self.words(words).to_owned()));
        points
    }

    fn point(&self, scale: &'a Scale, value: u8) -> String {
        let label = scale.point(value).map_or("", |point| self.words(&point.label));
        if label.is_empty() { value.to_string() } else { label.to_owned() }
    }
}
