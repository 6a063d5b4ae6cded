//! `/staff/forms/begin`: a questionnaire begins: from a shipped one, an earlier one, with one question, or from a file.

use super::{ALL, draft_address};
use crate::exchange::{self, Imported, Reason};
use crate::fault::Severity;
use crate::flows::Refused;
use crate::flows::design_form::{Beginning, begin_design};
use crate::flows::words::{import_reason_in_words, refusal_in_words};
use crate::form::{self, Form, catalog};
use crate::ids::FormVersionId;
use crate::store;
use crate::text::Language;
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::staff::field::{Field, Maker, Mistake};
use crate::web::staff::posted::Posted;
use crate::web::staff::session::{Area, Desk, Order, done};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

/// The largest file of a form.
const MOST_FILE_BYTES: usize = 1024 * 1024;

/// The page.
#[derive(Template)]
#[template(path = "form_begin.html")]
struct BeginPage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    from: Field,
    file: Field,
    secret: &'a str,
}

/// `GET`: the choice.
pub async fn show(desk: Desk) -> HttpResponse {
    let from = desk.visit.asked("from").unwrap_or_default().to_owned();
    let posted = Posted { fields: vec![("from".to_owned(), from)], files: Vec::new() };
    let outcome = show_choice(&desk, &posted, &[]).await;
    desk.visit.conclude(outcome)
}

/// `POST`: begins.
pub async fn begin(order: Order) -> HttpResponse {
    let outcome = begin_it(&order).await;
    order.desk.visit.conclude(outcome)
}

async fn show_choice(desk: &Desk, posted: &Posted, mistakes: &[Mistake]) -> Result<HttpResponse, Problem> {
    if !desk.may_work() {
        return Err(Refused::MayNot.into());
    }
    let versions = desk.visit.block(|site| Ok(site.store.read(store::form_version::list_newest)?)).await?;
    let language = &desk.language;
    let read = |source: &str| desk.visit.site.forms.read("", source).ok();
    let titled = |source: &str, otherwise: &str| super::list::title(language, read(source).as_deref(), otherwise);
    let earlier = versions.into_iter().map(|version| {
        let values = [("title", titled(&version.source, version.code.as_str()).into())];
        (format!("version:{}", version.id), desk.say_with("forms-from-version", &values))
    });
    let shipped = catalog::forms().into_iter().map(|name| {
        let source = catalog::form(&name).unwrap_or_default();
        (format!("catalog:{name}"), format!("{} – {}", titled(&source, &name), desk.say("staff-from-catalog")))
    });
    let options = earlier.chain(shipped).chain([("empty".to_owned(), desk.say("forms-from-empty"))]).collect();
    let make = Maker { area: "forms", language, posted, mistakes };
    let mut frame = desk.frame(desk.say("forms-begin"), Area::Forms);
    let (from, file) = (make.choice("from", options), Field { kind: "file", ..make.text("file") });
    make.summarise(&mut frame, [&from, &file]);
    let status = if mistakes.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page(status, &BeginPage { frame, all: ALL, from, file, secret: desk.secret() }))
}

async fn begin_it(order: &Order) -> Result<HttpResponse, Problem> {
    let Order { desk, posted } = order;
    let refused = |field: &str, words: String| vec![Mistake { field: field.to_owned(), words }];
    if let Some(upload) = posted.file("file")
        && upload.bytes.len() > MOST_FILE_BYTES
    {
        return show_choice(desk, posted, &refused("file", desk.say("answers-begin-file-large"))).await;
    }
    let named = posted.value("file");
    if posted.file("file").is_none() && !named.is_empty() {
        let words = desk.say_with("forms-file-empty", &[("name", named.into())]);
        return show_choice(desk, posted, &refused("file", words)).await;
    }
    let from = posted.value("from").to_owned();
    let imported = posted.file("file").map(|upload| uploaded(&desk.language, &upload.name, &upload.bytes));
    if let Some((None, reasons)) = &imported {
        return show_choice(desk, posted, &refused("file", reasons.join("\n"))).await;
    }
    let not_carried = imported.as_ref().map(|(_, reasons)| reasons.join("\n")).unwrap_or_default();
    let is_whole = not_carried.is_empty();
    let (by, language) = (desk.session.account.id, desk.language.clone());
    let begun = desk.visit.block(move |site| {
        let beginning = match (imported.and_then(|(form, _)| form), from.split_once(':')) {
            (Some(form), _) => Beginning::Form(Box::new(form)),
            (None, Some(("catalog", name))) => {
                let source = catalog::form(name).ok_or(Refused::Invalid("from", "forms-no-beginning"))?;
                Beginning::Form(Box::new(form::parse(name, &source).map_err(Refused::Faults)?))
            }
            (None, Some(("version", id))) => {
                let id = id.parse().map_err(|_| Refused::Invalid("from", "forms-no-beginning"))?;
                Beginning::Version(FormVersionId(id))
            }
            (None, None) if from == "empty" => {
                Beginning::Form(Box::new(Form::with_one_question(language.clone(), &|key| crate::language::say(&language, key))))
            }
            _ => return Err(Refused::Invalid("from", "forms-no-beginning").into()),
        };
        begin_design(site, by, &beginning, &not_carried)
    });
    match begun.await {
        Ok(id) if is_whole => Ok(done(&draft_address(id), "staff-done-form-begun")),
        // What was not carried stands in the first step.
        Ok(id) => Ok(done(&format!("{}/history", draft_address(id)), "staff-done-form-imported")),
        Err(Problem::Refused(why @ (Refused::Faults(_) | Refused::Invalid(..)))) => {
            let field = if matches!(why, Refused::Faults(_)) { "file" } else { "from" };
            show_choice(desk, posted, &refused(field, refusal_in_words(&desk.language, &why))).await
        }
        Err(problem) => Err(problem),
    }
}

/// What is read from a file, and what was not carried, in words; where there is no form, only what stands in its way. What the adviser
/// says of it stands beside the questions.
fn uploaded(language: &Language, name: &str, bytes: &[u8]) -> (Option<Form>, Vec<String>) {
    let Imported { form, reasons } = exchange::read(name, bytes);
    let is_told = |reason: &&Reason| match reason {
        Reason::NotCarried { .. } => true,
        Reason::Fault(fault) => form.is_none() && fault.severity == Severity::Error,
    };
    let words = reasons.iter().filter(is_told).map(|reason| import_reason_in_words(language, reason)).collect();
    (form, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_file_that_is_refused_only_what_is_wrong_is_told() {
        // Whole translations are missing, which a form may do without.
        let source = catalog::form("faccine").unwrap().replacen("languages = [\"it\"", "languages = [\"it\", \"lij\"", 1);
        let told = |source: &str| uploaded(&Language::italian(), "mio.toml", source.as_bytes());
        assert!(matches!(told(&source), (Some(_), reasons) if reasons.is_empty()));
        let (form, reasons) = told(&source.replacen("kind = \"rating\"", "kind = \"ratings\"", 1));
        assert!(form.is_none() && !reasons.is_empty());
        assert!(reasons.iter().all(|reason| !reason.contains("lij:") && !reason.contains("in: lij")), "{reasons:?}");
    }
}
