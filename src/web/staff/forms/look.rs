//! A question while it is written: what the adviser says of it as it is typed, and what it looks like to whoever answers. Nothing is kept.

use super::advice::{AdviceView, Subject, told};
use super::gather;
use super::instead::conclude;
use super::preview::alone;
use super::question::{place_of_new, spot_of};
use super::question_typed::{Reader, as_typed};
use crate::flows::design_form::Designed;
use crate::form::{Form, Question};
use crate::text::Code;
use crate::web::problem::Problem;
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Desk, Order};
use actix_web::HttpResponse;
use actix_web::web::Path;

/// The form with a question as it is typed, and its code; `None` where what is typed is no question yet.
pub(super) fn as_typed_now(desk: &Desk, form: &Form, code: Option<&Code>, posted: &Posted) -> Option<(Form, Code)> {
    let before = code.and_then(|code| form.questions().find(|(_, own)| own.code == *code)).map(|(_, question)| question);
    let place = match code {
        Some(code) => form.place_of(code)?,
        None => place_of_new(form, posted),
    };
    let reader = Reader { posted, form, before, place, language: &desk.language, mistakes: Vec::new() };
    let question: Question = reader.read().ok()?;
    let own = question.code.clone();
    let changed = match code {
        Some(code) => form.with_changed_question(code, question),
        None => form.with_question(question, &spot_of(form, place)),
    };
    Some((changed.ok()?, own))
}

/// What the adviser says of a question as it is typed; `None` where what is typed is no question yet.
pub(super) async fn advice_on(
    desk: &Desk,
    designed: &Designed,
    code: Option<&Code>,
    posted: &Posted,
) -> Result<Option<Vec<AdviceView>>, Problem> {
    match as_typed_now(desk, &designed.form, code, posted) {
        Some((form, own)) => Ok(Some(told(desk, &designed.draft, &form).await?.take(&Subject::Question(own)))),
        None => Ok(None),
    }
}

/// `GET .../questions/{code}/preview`: a question as it is kept, as whoever answers sees it.
pub async fn show(desk: Desk, path: Path<(String, String)>) -> HttpResponse {
    let outcome = gather(&desk, &path.0).await.map(|designed| {
        let code = Code::parse(&path.1);
        let known = designed.form.questions().find(|(_, own)| code.as_ref() == Some(&own.code)).map(|(_, own)| own);
        let posted = known.map(|question| as_typed(question, &designed.form)).unwrap_or_default();
        shown(&desk, designed, code.as_ref(), &posted)
    });
    conclude(&desk, outcome)
}

/// `POST`: the same as it is typed.
pub async fn typed(order: Order, path: Path<(String, String)>) -> HttpResponse {
    let desk = &order.desk;
    let outcome = gather(desk, &path.0).await.map(|designed| {
        let code = Code::parse(&path.1).filter(|code| designed.form.place_of(code).is_some());
        shown(desk, designed, code.as_ref(), &order.posted)
    });
    conclude(desk, outcome)
}

fn shown(desk: &Desk, designed: Designed, code: Option<&Code>, posted: &Posted) -> HttpResponse {
    match as_typed_now(desk, &designed.form, code, posted) {
        Some((form, code)) => alone(desk, &Designed { form: form.into(), ..designed }, Some(&code)),
        None => alone(desk, &designed, None),
    }
}
