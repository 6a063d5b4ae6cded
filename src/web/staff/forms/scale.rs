//! `.../scales/{code}`: a scale in fields; `+` for one more.

use super::instead::{Instead, Shown, conclude};
use super::places::ends_of;
use super::question_rows::{count, name, press, value};
use super::save::{Deed, Kept, State, back, keep, pressed_twice, seen};
use super::scale_typed::{SYMBOLS, as_typed, empty, read};
use super::words::{cannot_in_words, name_of};
use super::{ALL, NEW, draft_address, gather};
use crate::flows::design_form::Designed;
use crate::form::edit::{CannotEdit, Element};
use crate::form::{Form, Scale};
use crate::text::Code;
use crate::web::pages::WorkplaceFrame;
use crate::web::problem::Problem;
use crate::web::staff::field::{Field, Maker};
use crate::web::staff::session::{Area, Desk, Order};
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

/// What the history calls a new one.
const ADDED: &str = "scale-added";

/// The page.
#[derive(Template)]
#[template(path = "form_scale.html")]
struct ScalePage<'a> {
    frame: WorkplaceFrame<'a>,
    all: &'static str,
    own: String,
    action: String,
    mark: String,
    revision: i32,
    meanwhile: bool,
    problem: String,
    rows: Vec<Row>,
    rows_problem: String,
    polarity: Field,
    others: [Field; 2],
    code: Field,
    /// The questions that are answered on it.
    users: Vec<String>,
    /// Whether it is there and may be taken away.
    removable: bool,
    /// Why it may not; "" where it may, or is new.
    in_use: String,
    secret: &'a str,
}

struct Row {
    number: usize,
    /// The value that it had; "" for a new point.
    was: String,
    words: String,
    value: Field,
    text: Field,
    symbol: Field,
    satisfied: bool,
    neutral: bool,
}

/// `GET`.
pub async fn show(desk: Desk, path: Path<(String, String)>) -> HttpResponse {
    let outcome = show_it(&desk, &path.0, &path.1).await;
    conclude(&desk, outcome)
}

async fn show_it(desk: &Desk, draft: &str, typed: &str) -> Shown {
    let designed = gather(desk, draft).await?;
    let scale = find(&designed, typed)?;
    let posted = scale.map_or_else(|| empty(designed.form.fallback()), |scale| as_typed(scale, &designed.form));
    Ok(shown(desk, &designed, scale, &State::fresh(&posted)))
}

/// The scale of an address; `None` for a new one.
fn find<'d>(designed: &'d Designed, typed: &str) -> Result<Option<&'d Scale>, Problem> {
    if typed == NEW {
        return Ok(None);
    }
    let code = Code::parse(typed).ok_or(Problem::NoPage)?;
    designed.form.scale(&code).map(Some).ok_or(Problem::NoPage)
}

fn shown(desk: &Desk, designed: &Designed, scale: Option<&Scale>, state: &State<'_>) -> HttpResponse {
    let (form, posted) = (&designed.form, state.posted);
    let make = Maker { area: "forms", language: &desk.language, posted, mistakes: state.mistakes };
    let own = draft_address(designed.draft.id);
    let mark = scale.map(|scale| state.mark(form, &Element::Scale(scale.code.clone()))).unwrap_or_default();
    let polarities = ["higher", "lower"].map(|word| (word.to_owned(), desk.say(&format!("forms-polarity-{word}"))));
    let symbols: Vec<(String, String)> = SYMBOLS
        .iter()
        .map(|(word, _)| ((*word).to_owned(), desk.say(&format!("forms-symbol-{}", if word.is_empty() { "none" } else { word }))))
        .collect();
    let row = |number: usize| {
        let point = [("number", number.to_string().into())];
        let field =
            |part: &str| Field { words: desk.say_with(&format!("forms-point-{part}"), &point), ..make.numbered(part, number) };
        let ticked = |part: &str| value(posted, part, number) == "yes";
        Row {
            number,
            was: value(posted, "row_was", number).to_owned(),
            words: desk.say_with("forms-point-number", &point),
            value: field("row_value"),
            text: field("row_text"),
            symbol: Field { options: symbols.clone(), ..field("row_symbol") },
            satisfied: ticked("row_satisfied"),
            neutral: ticked("row_neutral"),
        }
    };
    let users = scale.map(|scale| form.users_of_scale(&scale.code)).unwrap_or_default();
    let mut shown = ScalePage {
        frame: desk.frame(title(desk, form, scale), Area::Forms),
        revision: designed.draft.revision,
        all: ALL,
        action: format!("{own}/scales/{}", scale.map_or(NEW, |scale| scale.code.as_str())),
        own,
        mark,
        meanwhile: state.meanwhile,
        problem: make.problem("form"),
        rows: (1..=count(posted)).map(row).collect(),
        rows_problem: make.problem("rows"),
        polarity: make.choice("polarity", polarities.to_vec()),
        others: [make.text("dont_know"), make.text("not_applicable")],
        code: make.text("code"),
        removable: scale.is_some() && users.is_empty(),
        in_use: match users.as_slice() {
            [] => String::new(),
            _ => cannot_in_words(&desk.language, form, &CannotEdit::UsedBy(users.clone())),
        },
        users: users.iter().map(|code| name_of(&desk.language, form, code)).collect(),
        secret: desk.secret(),
    };
    let rows = Field { words: desk.say("forms-points"), ..make.text("rows") };
    let of_rows = shown.rows.iter().flat_map(|row| [&row.value, &row.text]);
    let fields: Vec<&Field> = of_rows.chain(&shown.others).chain([&shown.code, &rows]).collect();
    make.summarise(&mut shown.frame, fields);
    state.tell(desk, &mut shown.frame);
    page(state.status, &shown)
}

fn title(desk: &Desk, form: &Form, scale: Option<&Scale>) -> String {
    match scale {
        Some(scale) => format!("{}: {}", desk.say("forms-scale"), ends_of(&desk.language, form, scale)),
        None => desk.say("forms-new-scale"),
    }
}

/// `POST`: keeps it, takes it away, or presses a button of its rows.
pub async fn save(order: Order, path: Path<(String, String)>) -> HttpResponse {
    let outcome = save_it(&order, &path.0, &path.1).await;
    conclude(&order.desk, outcome)
}

async fn save_it(order: &Order, draft: &str, typed: &str) -> Shown {
    let Order { desk, posted } = order;
    let designed = gather(desk, draft).await?;
    // A scale that somebody took away meanwhile is typed as a new one.
    let scale = find(&designed, typed).unwrap_or_default();
    let mut pressed = posted.without_files();
    if press(&mut pressed, posted.value("press")) {
        return Ok(shown(desk, &designed, scale, &State::changed(&pressed)));
    }
    let before = scale.map(|scale| scale.code.clone());
    let element = before.clone().map(Element::Scale);
    let mark = element.and_then(|element| seen(posted, element));
    if posted.value("press") == "remove" {
        let Some(code) = before else { return Err(Problem::NoPage.into()) };
        let about = scale.map(|scale| ends_of(designed.form.fallback(), &designed.form, scale)).unwrap_or_default();
        let deed = Deed { what: "scale-removed", about, seen: mark };
        let kept = keep(order, draft, deed, "form", move |form| form.without_scale(&code)).await?;
        return concluded(order, kept, scale.map(|scale| scale.code.clone()).as_ref(), "staff-done-form-scale-removed").await;
    }
    let edited = match read(posted, &designed.form, scale, &desk.language) {
        Ok(edited) => edited,
        Err(mistakes) => return Ok(shown(desk, &designed, scale, &State::refused(posted, &mistakes))),
    };
    if scale.is_none() && added_already(order, &designed).await? {
        return Ok(back(&designed, "staff-done-form-scale", "scales"));
    }
    let what = if scale.is_some() { "scale" } else { ADDED };
    let deed = Deed { what, about: ends_of(designed.form.fallback(), &designed.form, &edited), seen: mark };
    let instead_of = before.clone();
    let kept = keep(order, draft, deed, "form", move |form| form.with_scale(instead_of.as_ref(), edited.clone())).await?;
    concluded(order, kept, before.as_ref(), "staff-done-form-scale").await
}

/// Whether what is typed was added a moment ago from the very same page.
async fn added_already(order: &Order, designed: &Designed) -> Result<bool, Instead> {
    let Some(before) = pressed_twice(order, designed, ADDED).await? else { return Ok(false) };
    let scale = read(&order.posted, &before, None, &order.desk.language);
    Ok(scale.is_ok_and(|scale| designed.form.scale(&scale.code) == Some(&scale)))
}

async fn concluded(order: &Order, kept: Kept, code: Option<&Code>, done: &str) -> Shown {
    let Order { desk, posted } = order;
    let again = async |now: &Designed, state: &State<'_>| Ok(shown(desk, now, code.and_then(|code| now.form.scale(code)), state));
    kept.answer(posted, |now| back(now, done, "scales"), again).await
}

/// The name of a row's field, for the template.
impl Row {
    fn field(&self, part: &str) -> String {
        name(part, self.number)
    }
}
