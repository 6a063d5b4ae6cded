//! Every address in one table. A GET never changes state: mail scanners open every link.

use super::doorway::Address;
use super::problem::Problem;
use super::visit::Visit;
use super::{api, assets, health, home, opt_out, published, respond, thanks};
use actix_web::web::{Bytes, Path, ServiceConfig, get, head, post, resource, to};
use actix_web::{Error, HttpRequest, HttpResponse, Resource};

/// Puts every address in its place.
pub fn all(config: &mut ServiceConfig) {
    config
        .service(at("/").route(get().to(home::show)).route(head().to(home::show)))
        .service(door("/q/{survey}", Address::Public))
        .service(thanks_of("/q/{survey}/thanks", Address::Public))
        .service(door("/i/{token}", Address::Invited))
        .service(thanks_of("/i/{token}/thanks", Address::Invited))
        .service(door("/k/{token}", Address::Kiosk))
        .service(thanks_of("/k/{token}/thanks", Address::Kiosk))
        .service(
            at("/u/{token}").route(get().to(opt_out::show)).route(head().to(opt_out::show)).route(post().to(opt_out::confirm)),
        )
        .service(at("/api/v1/surveys/{survey}/responses").route(post().to(api::receive)))
        .service(report())
        .service(report_file())
        .service(at("/assets/{hash}/{name}").route(get().to(assets::send)).route(head().to(assets::send)))
        .service(at("/healthz").route(get().to(health::show)).route(head().to(health::show)))
        .configure(super::staff::routes)
        .default_service(to(no_page));
}

/// Where questionnaires are shown and received.
fn door(pattern: &str, address: fn(String) -> Address) -> Resource {
    let show = move |visit: Visit, name: Path<String>| respond::show(visit, address(name.into_inner()));
    let receive = move |visit: Visit, name: Path<String>, body: Result<Bytes, Error>| {
        respond::receive(visit, address(name.into_inner()), body)
    };
    at(pattern).route(get().to(show)).route(head().to(show)).route(post().to(receive))
}

fn thanks_of(pattern: &str, address: fn(String) -> Address) -> Resource {
    let show = move |visit: Visit, name: Path<String>| thanks::show(visit, address(name.into_inner()));
    at(pattern).route(get().to(show)).route(head().to(show))
}

fn report() -> Resource {
    let show = |visit: Visit, of: Path<(String, String)>| {
        let (office, year) = of.into_inner();
        published::show(visit, office, year)
    };
    at("/report/{office}/{year}").route(get().to(show)).route(head().to(show))
}

fn report_file() -> Resource {
    let send = |visit: Visit, request: HttpRequest, of: Path<(String, String, String)>| {
        let (office, year, name) = of.into_inner();
        published::send(visit, request, office, year, name)
    };
    at("/report/{office}/{year}/{name}").route(get().to(send)).route(head().to(send))
}

/// An address; any other method than its routes' has the page that says so.
pub(super) fn at(pattern: &str) -> Resource {
    resource(pattern).default_service(to(wrong_method))
}

async fn no_page(visit: Visit) -> HttpResponse {
    Problem::NoPage.page(&visit)
}

async fn wrong_method(visit: Visit) -> HttpResponse {
    Problem::WrongMethod.page(&visit)
}
