//! What is shown: the only owner of HTTP.
//!
//! A request comes in by [`routes`], becomes a [`visit::Visit`], hops once to a thread where the store may block, and ends
//! as a page or as a [`problem::Problem`], which has a page of its own.

mod api;
pub mod assets;
pub mod doorway;
mod drafts;
mod health;
mod home;
mod opt_out;
pub mod pages;
mod privacy;
pub mod problem;
mod published;
mod respond;
pub mod routes;
pub mod staff;
pub mod steps;
mod thanks;
pub mod typed;
pub mod visit;
pub mod widget;

use crate::site::Site;
use actix_web::body::MessageBody;
use actix_web::dev::{Server, ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderName};
use actix_web::middleware::{Compress, DefaultHeaders, Next, from_fn};
use actix_web::{App, Error, HttpServer, web};
use std::net::TcpListener;
use std::time::Instant;

/// The longest body of a questionnaire, in bytes. What is read of it never takes more, so that whatever fits is judged by the
/// form, and a text that is too long is shown to its writer again.
const BODY_BYTES: usize = crate::response::RawAnswers::MOST_BYTES;

/// Everything from ourselves, no frames of strangers, no script in a page; `data:` for the tick in a check box.
pub(crate) const CONTENT_SECURITY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; \
     img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-src 'self'; frame-ancestors 'self'";

/// Serves the site on a listener; the future ends when the server stops.
///
/// # Errors
/// When the listener cannot be used.
pub fn serve(site: Site, listener: TcpListener) -> std::io::Result<Server> {
    if let Err(error) = site.look_whether_simulated() {
        tracing::error!(%error, "the surveys could not be looked at");
    }
    let site = web::Data::new(site);
    let server = HttpServer::new(move || {
        App::new()
            .app_data(site.clone())
            .app_data(web::PayloadConfig::new(BODY_BYTES))
            // Only gzip is built in: Brotli takes five times as long, which is more than all else a page needs, and saves a fifth of its bytes.
            .wrap(Compress::default())
            .wrap(from_fn(assets::leave_unsaid))
            .wrap(security_headers())
            .wrap(from_fn(log))
            .configure(routes::all)
    });
    // A packed page goes in two parts; without this the second waits 40 ms for the first one's receipt.
    Ok(server.tcp_nodelay(true).listen(listener)?.shutdown_timeout(10).run())
}

/// Serves until the process is told to stop; for a thread without an asynchronous runtime.
///
/// # Errors
/// As [`serve`], and when serving fails.
pub fn run(site: Site, listener: TcpListener) -> std::io::Result<()> {
    actix_web::rt::System::new().block_on(async { serve(site, listener)?.await })
}

fn security_headers() -> DefaultHeaders {
    DefaultHeaders::new()
        .add((header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY))
        .add((header::REFERRER_POLICY, "no-referrer"))
        .add((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .add((header::X_FRAME_OPTIONS, "SAMEORIGIN"))
        .add((HeaderName::from_static("cross-origin-opener-policy"), "same-origin"))
        .add((HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"))
}

/// One line a request: the pattern of the route, never the path (it may hold a token), no address, no agent.
async fn log(request: ServiceRequest, next: Next<impl MessageBody>) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let began = Instant::now();
    let method = request.method().clone();
    let response = next.call(request).await?;
    let route = response.request().match_pattern().unwrap_or_else(|| "-".to_owned());
    let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::debug!(%method, route, status = response.status().as_u16(), milliseconds, "request");
    Ok(response)
}

#[cfg(test)]
mod tests;
