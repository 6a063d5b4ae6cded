//! `GET /healthz`: whether the program runs and the database answers.

use super::visit::Visit;
use crate::store;
use actix_web::HttpResponse;

/// 200 "ok", or 503 when the database does not answer.
pub async fn show(visit: Visit) -> HttpResponse {
    match visit.block(|site| Ok(site.store.read(store::office::list)?)).await {
        Ok(_) => HttpResponse::Ok().body("ok\n"),
        Err(_) => HttpResponse::ServiceUnavailable().body("the database does not answer\n"),
    }
}
