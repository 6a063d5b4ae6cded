//! `.../pages/{code}`: the heading of a page and when it is shown.

use super::instead::{Instead, Shown, conclude, gone};
use super::question_rows::lines;
use super::routing::{self, Routing};
use super::save::{Deed, State, at_page, back, keep, seen};
use super::{ALL, draft_address, gather};
use crate::flows::design_form::Designed;
use crate::form::Page;
use crate::form::edit::Element;
use crate::text::{Code, Texts};
use crate::web::pages::WorkplaceFrame;
use crate::web::staff::field::{Field, Maker, in_language};
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Area, Desk, Order};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "form_page.html")]
struct PagePage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    action: String,
    mark: String,
    meanwhile: bool,
    problem: String,
    words: Vec<Field>,
    routing: Routing,
    secret: &'a str,
}

/// `GET`.
pub async fn show(desk: Desk, path: Path<(String, String)>) -> HttpResponse {
    let outcome = show_it(&desk, &path.0, &path.1).await;
    conclude(&desk, outcome)
}

async fn show_it(desk: &Desk, draft: &str, code: &str) -> Shown {
    let designed = gather(desk, draft).await?;
    let at = place(desk, &designed, code).await?;
    let own = &designed.form.pages[at];
    let mut posted = Posted::default();
    own.title.iter().for_each(|(language, text)| posted.fields.push((in_language("page_title", language), text.to_owned())));
    routing::as_typed(own.show_if.as_ref(), &designed.form, (at, 0), &mut posted);
    Ok(shown(desk, &designed, at, &State::fresh(&posted)))
}

async fn place(desk: &Desk, designed: &Designed, code: &str) -> Result<usize, Instead> {
    match designed.form.pages.iter().position(|page| page.code.as_str() == code) {
        Some(at) => Ok(at),
        None => Err(gone(desk, designed, "forms-gone-page").await),
    }
}

fn shown(desk: &Desk, designed: &Designed, at: usize, state: &State<'_>) -> HttpResponse {
    let form = &designed.form;
    let code = form.pages[at].code.clone();
    let make = Maker { area: "forms", language: &desk.language, posted: state.posted, mistakes: state.mistakes };
    let own = draft_address(designed.draft.id);
    let (first, others) = make.in_languages("page_title", "text", &form.languages);
    let mut shown = PagePage {
        frame: desk.frame(format!("{} {}", desk.say("forms-page"), at + 1), Area::Forms),
        all: ALL,
        action: format!("{own}/pages/{code}"),
        own,
        mark: state.mark(form, &Element::Page(code)),
        meanwhile: state.meanwhile,
        problem: make.problem("form"),
        words: [first, others].concat(),
        routing: Routing::new(&make, form, (at, 0)),
        secret: desk.secret(),
    };
    let fields: Vec<&Field> = shown.words.iter().chain([&shown.routing.condition]).collect();
    make.summarise(&mut shown.frame, fields);
    state.tell(desk, &mut shown.frame);
    page(state.status, &shown)
}

/// `POST`: keeps it.
pub async fn save(order: Order, path: Path<(String, String)>) -> HttpResponse {
    let outcome = save_it(&order, &path.0, &path.1).await;
    conclude(&order.desk, outcome)
}

async fn save_it(order: &Order, draft: &str, code: &str) -> Shown {
    let Order { desk, posted } = order;
    let designed = gather(desk, draft).await?;
    let at = place(desk, &designed, code).await?;
    let form = &designed.form;
    let mut title = Texts::default();
    for language in &form.languages {
        let typed = lines(posted, &in_language("page_title", language));
        if !typed.is_empty() {
            title.set(language.clone(), typed);
        }
    }
    let show_if = match routing::read(posted, form, (at, 0), form.pages[at].show_if.as_ref(), &desk.language) {
        Ok(condition) => condition,
        Err(mistake) => return Ok(shown(desk, &designed, at, &State::refused(posted, &[mistake]))),
    };
    let code: Code = form.pages[at].code.clone();
    let about = title.get(form.fallback(), form.fallback()).to_owned();
    let deed = Deed { what: "page", about, seen: seen(posted, Element::Page(code.clone())) };
    let own = code.clone();
    let edited = Page { code: code.clone(), title, show_if, questions: Vec::new() };
    let kept = keep(order, draft, deed, "form", move |form| form.with_changed_page(&own, edited.clone())).await?;
    let again = async |now: &Designed, state: &State<'_>| {
        let at = place(desk, now, code.as_str()).await?;
        Ok(shown(desk, now, at, state))
    };
    kept.answer(posted, |now| back(now, "staff-done-form-page", &at_page(&code)), again).await
}
