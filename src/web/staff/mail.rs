//! `/staff/mail`: with which settings letters leave, and whether they work. Looking connects to nothing; only the button does.

use super::session::{Area, Desk, Order};
use crate::flows::Refused;
use crate::flows::check_mail::{
    Asked, MOST_RECORD, Section, SetUp, SigningKey, check_mail, command_for, in_words, receiver, set_up_in_words, signing_key,
};
use crate::flows::words::refusal_in_words;
use crate::web::pages::{TypedField, WorkplaceFrame};
use crate::web::problem::Problem;
use crate::web::visit::page;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

/// The address of the page.
pub(super) const OWN: &str = "/staff/mail";

/// The page.
#[derive(Template)]
#[template(path = "staff_mail.html")]
struct MailPage<'a> {
    frame: WorkplaceFrame<'a>,
    own: &'static str,
    secret: &'a str,
    /// The settings: heading, facts.
    set_up: Vec<(String, Vec<(String, String)>)>,
    key: Option<SigningKey>,
    record: TypedField,
    address: TypedField,
    result: Option<Outcome>,
}

/// What the test found.
struct Outcome {
    good: bool,
    sections: Vec<Section>,
}

/// What was typed, and what is wrong with it.
#[derive(Default)]
struct Typed {
    record: String,
    address: String,
    record_problem: String,
    address_problem: String,
}

impl Typed {
    fn is_wrong(&self) -> bool {
        !self.record_problem.is_empty() || !self.address_problem.is_empty()
    }
}

/// `GET`: the page.
pub async fn show(desk: Desk) -> HttpResponse {
    let outcome = if desk.may_work() { show_with(&desk, Typed::default(), None) } else { Err(Refused::MayNot.into()) };
    desk.visit.conclude(outcome)
}

/// `POST`: tries it. What was typed travels in no link, and the answer is the page itself: nothing of it is kept to be shown later.
pub async fn receive(order: Order) -> HttpResponse {
    let outcome = try_it(&order).await;
    order.desk.visit.conclude(outcome)
}

async fn try_it(order: &Order) -> Result<HttpResponse, Problem> {
    let (desk, posted) = (&order.desk, &order.posted);
    let (record, address) = (posted.value("dkim_record").to_owned(), posted.value("test_address").to_owned());
    let wrong = |key: &'static str| refusal_in_words(&desk.language, &Refused::Invalid("", key));
    let mut typed = Typed { record: record.clone(), address: address.clone(), ..Typed::default() };
    if record.len() > MOST_RECORD {
        typed.record_problem = wrong("mail-check-record-long");
    }
    if !address.is_empty() {
        typed.address_problem = receiver(&address).err().map(|_| wrong("mail-check-no-address")).unwrap_or_default();
    }
    if typed.is_wrong() {
        return show_with(desk, typed, None);
    }
    let language = desk.language.clone();
    let some = |typed: String| Some(typed).filter(|typed| !typed.is_empty());
    let (record, address) = (some(record), some(address));
    let tried = desk.visit.block(move |site| {
        let set_up = SetUp::of(site);
        let asked = Asked { record: record.as_deref(), to: address.as_deref(), language: &language };
        let checked = check_mail(&set_up, &asked)?;
        Ok(Outcome { good: checked.is_good(), sections: in_words(&language, &set_up, &checked) })
    });
    let result = tried.await?;
    show_with(desk, typed, Some(result))
}

fn show_with(desk: &Desk, typed: Typed, result: Option<Outcome>) -> Result<HttpResponse, Problem> {
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mail = &desk.visit.site.config.mail;
    let key = signing_key(mail);
    let [record_words, address_words] = ["mail-check-record-field", "mail-check-address"].map(|key| desk.say(key));
    let mut frame = desk.frame(desk.say("mail-check-title"), Area::Surveys);
    frame.mend("dkim_record", &record_words, &typed.record_problem);
    frame.mend("test_address", &address_words, &typed.address_problem);
    let command = key.as_ref().map(command_for).unwrap_or_default();
    let shown = MailPage {
        own: OWN,
        secret: desk.secret(),
        set_up: set_up_in_words(&desk.language, mail),
        record: TypedField {
            name: "dkim_record",
            words: record_words,
            value: typed.record,
            hint: desk.say_with("mail-check-record-field-hint", &[("command", command.into())]),
            problem: typed.record_problem,
            autocomplete: "off",
            ..TypedField::default()
        },
        address: TypedField {
            name: "test_address",
            words: address_words,
            // Not `email`: that would refuse addresses beyond ASCII.
            kind: "text",
            value: typed.address,
            hint: desk.say("mail-check-address-hint"),
            problem: typed.address_problem,
            autocomplete: "email",
            ..TypedField::default()
        },
        key,
        result,
        frame,
    };
    Ok(page(status, &shown))
}
