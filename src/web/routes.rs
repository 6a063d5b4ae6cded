//! Every address in one table. A GET never changes state: mail scanners open every link.

use super::doorway::Address;
use super::problem::Problem;
use super::staff::session::see;
use super::visit::Visit;
use super::{api, assets, drafts, health, home, opt_out, published, respond, thanks, widget};
use actix_web::dev::Payload;
use actix_web::error::{InternalError, PathError};
use actix_web::http::Method;
use actix_web::web::{Bytes, Path, PathConfig, ServiceConfig, get, head, method, post, resource, to};
use actix_web::{Error, FromRequest, Handler, HttpRequest, HttpResponse, Resource, Responder};

/// Puts every address in its place.
pub fn all(config: &mut ServiceConfig) {
    config
        .app_data(PathConfig::default().error_handler(no_such_number))
        .service(page_at("/", home::show))
        .service(door("/q/{survey}", Address::Public))
        .service(thanks_of("/q/{survey}/thanks", Address::Public))
        .service(door("/i/{token}", Address::Invited))
        .service(thanks_of("/i/{token}/thanks", Address::Invited))
        .service(page_at("/i/{token}/saved", |visit: Visit, token: Path<String>| {
            drafts::show(visit, Address::Invited(token.into_inner()))
        }))
        .service(door("/k/{token}", Address::Kiosk))
        .service(thanks_of("/k/{token}/thanks", Address::Kiosk))
        .service(form_at("/u/{token}", opt_out::show, opt_out::confirm))
        .service(
            resource("/api/v1/surveys/{survey}/responses").route(post().to(api::receive)).default_service(to(api::refuse_method)),
        )
        .service(page_at("/widget/{survey}.js", widget::send))
        .service(
            at("/widget/{survey}", "OPTIONS, POST")
                .route(post().to(widget::receive))
                .route(method(Method::OPTIONS).to(widget::preflight)),
        )
        .service(report())
        .service(report_file())
        .service(page_at("/assets/{hash}/{name}", assets::send))
        .service(page_at("/healthz", health::show))
        .configure(super::staff::routes)
        .default_service(to(no_page));
}

/// Where questionnaires are shown and received.
fn door(pattern: &str, address: fn(String) -> Address) -> Resource {
    let show = move |visit: Visit, name: Path<String>| respond::show(visit, address(name.into_inner()));
    let receive = move |visit: Visit, name: Path<String>, body: Result<Bytes, Error>| {
        respond::receive(visit, address(name.into_inner()), body)
    };
    form_at(pattern, show, receive)
}

fn thanks_of(pattern: &str, address: fn(String) -> Address) -> Resource {
    page_at(pattern, move |visit: Visit, name: Path<String>| thanks::show(visit, address(name.into_inner())))
}

fn report() -> Resource {
    page_at("/report/{office}/{year}", |visit: Visit, of: Path<(String, String)>| {
        let (office, year) = of.into_inner();
        published::show(visit, office, year)
    })
}

fn report_file() -> Resource {
    page_at("/report/{office}/{year}/{name}", |visit: Visit, request: HttpRequest, of: Path<(String, String, String)>| {
        let (office, year, name) = of.into_inner();
        published::send(visit, request, office, year, name)
    })
}

/// A page.
pub(super) fn page_at<F, Args>(pattern: &str, show: F) -> Resource
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    at(pattern, "GET, HEAD").route(get().to(show.clone())).route(head().to(show))
}

/// A page whose form is sent to its own address.
pub(super) fn form_at<F, Args, G, Brought>(pattern: &str, show: F, receive: G) -> Resource
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
    G: Handler<Brought>,
    Brought: FromRequest + 'static,
    G::Output: Responder + 'static,
{
    at(pattern, "GET, HEAD, POST").route(get().to(show.clone())).route(head().to(show)).route(post().to(receive))
}

/// Where a button of another page is sent. Asked for by itself, as after signing in again, it leads to that page: so many parts
/// of its address less, then `tab`.
pub(super) fn button_at<F, Args>(pattern: &str, (less, tab): (usize, &'static str), press: F) -> Resource
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    let lead = move |request: HttpRequest| {
        let parts: Vec<&str> = request.path().split('/').collect();
        let kept = parts[..parts.len().saturating_sub(less)].join("/");
        std::future::ready(see(&format!("{kept}{tab}")))
    };
    form_at(pattern, lead, press)
}

/// An address; any other method than its routes' has the page that says so, and a header that names these (RFC 9110, 15.5.6).
fn at(pattern: &str, methods: &'static str) -> Resource {
    let wrong_method = move |visit: Visit| async move { Problem::WrongMethod(methods).page(&visit) };
    resource(pattern).default_service(to(wrong_method))
}

async fn no_page(visit: Visit) -> HttpResponse {
    Problem::NoPage.page(&visit)
}

/// A number in an address that is none, or larger than any.
fn no_such_number(_: PathError, request: &HttpRequest) -> Error {
    match Visit::from_request(request, &mut Payload::None).into_inner() {
        Ok(visit) => InternalError::from_response("no such number", Problem::NoPage.page(&visit)).into(),
        Err(error) => error,
    }
}
