//! The embedded look: style sheets, typeface, script. Each address changes with the content and may be kept for a year.
//!
//! They are packed once, as small as can be; pages are packed anew for every reader, as fast as can be (see `web::serve`).

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    ACCEPT_ENCODING, AcceptEncoding, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, Encoding, Header, VARY,
};
use actix_web::middleware::Next;
use actix_web::{Error, HttpRequest, HttpResponse, web};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

macro_rules! built {
    ($name:literal) => {
        ($name, include_bytes!(concat!(env!("OUT_DIR"), "/web/", $name)))
    };
}

/// Name and content, as `build.rs` left them.
const FILES: [(&str, &[u8]); 11] = [
    built!("citizen.css"),
    built!("staff.css"),
    built!("citizen.js"),
    built!("forms.js"),
    built!("letters.js"),
    built!("sending.js"),
    built!("icon.svg"),
    built!("titillium-web-400.woff2"),
    built!("titillium-web-600.woff2"),
    built!("titillium-web-700.woff2"),
    built!("titillium-web-licence.txt"),
];

struct Asset {
    address: String,
    media_type: &'static str,
    content: Vec<u8>,
    /// As Brotli, once somebody takes it.
    packed: OnceLock<Vec<u8>>,
}

static ASSETS: LazyLock<BTreeMap<&'static str, Asset>> = LazyLock::new(|| {
    // Fonts first: style sheets name them by their address.
    let (sheets, rest): (Vec<_>, Vec<_>) = FILES.into_iter().partition(|(name, _)| name.ends_with(".css"));
    let mut assets: BTreeMap<_, _> = rest.into_iter().map(|(name, content)| (name, Asset::new(name, content.to_vec()))).collect();
    for (name, content) in sheets {
        let mut text = String::from_utf8_lossy(content).into_owned();
        for (own, asset) in &assets {
            text = text.replace(&format!("/assets/{own}"), &asset.address);
        }
        assets.insert(name, Asset::new(name, text.into_bytes()));
    }
    assets
});

impl Asset {
    fn new(name: &str, content: Vec<u8>) -> Self {
        let hash: String = Sha256::digest(&content)[..6].iter().map(|byte| format!("{byte:02x}")).collect();
        let media_type = match name.rsplit('.').next() {
            Some("css") => "text/css; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("svg") => "image/svg+xml",
            Some("woff2") => "font/woff2",
            _ => "text/plain; charset=utf-8",
        };
        Self { address: format!("/assets/{hash}/{name}"), media_type, content, packed: OnceLock::new() }
    }
}

/// What the widget is made of, which travels in its own script: how it works and what it looks like.
pub const WIDGET: (&str, &str) =
    (include_str!(concat!(env!("OUT_DIR"), "/web/widget.js")), include_str!(concat!(env!("OUT_DIR"), "/web/widget.css")));

/// The address of an embedded file; "" for a name that is none.
pub fn address(name: &str) -> &'static str {
    ASSETS.get(name).map_or("", |asset| asset.address.as_str())
}

/// `GET /assets/{hash}/{name}`. An older hash gets today's file, not to be kept.
pub async fn send(request: HttpRequest, path: web::Path<(String, String)>) -> HttpResponse {
    let (hash, name) = path.into_inner();
    let Some(asset) = ASSETS.get(name.as_str()) else { return HttpResponse::NotFound().finish() };
    let fresh = asset.address == format!("/assets/{hash}/{name}");
    let kept = if fresh { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = HttpResponse::Ok();
    response.insert_header((CONTENT_TYPE, asset.media_type)).insert_header((CACHE_CONTROL, kept));
    if name.ends_with(".woff2") {
        // woff2 is compressed already; the middleware leaves alone what says its encoding, and `leave_unsaid` takes it away.
        response.insert_header((CONTENT_ENCODING, "identity"));
    } else if takes_brotli(&request) {
        response.insert_header((CONTENT_ENCODING, "br")).insert_header((VARY, "accept-encoding"));
        return response.body(asset.packed.get_or_init(|| pack(&asset.content)).as_slice());
    }
    response.body(asset.content.as_slice())
}

fn takes_brotli(request: &HttpRequest) -> bool {
    let supported = [Encoding::identity(), Encoding::brotli()];
    let wanted = AcceptEncoding::parse(request).ok().filter(|_| request.headers().contains_key(ACCEPT_ENCODING));
    wanted.and_then(|wanted| wanted.negotiate(supported.iter())) == Some(Encoding::brotli())
}

fn pack(content: &[u8]) -> Vec<u8> {
    let parameters = brotli::enc::BrotliEncoderParams { size_hint: content.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut packed, &parameters).expect("memory takes what is written");
    packed
}

/// Takes `content-encoding: identity` away: it is for our middleware only, and has no place in a response (RFC 9110, 8.4.1).
pub async fn leave_unsaid(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let mut response = next.call(request).await?;
    if response.headers().get(CONTENT_ENCODING).is_some_and(|encoding| encoding == "identity") {
        response.headers_mut().remove(CONTENT_ENCODING);
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_in_the_style_sheet_leads_to_an_embedded_file() {
        let sheet = String::from_utf8(ASSETS["citizen.css"].content.clone()).unwrap();
        let named: Vec<_> =
            sheet.split("url(").skip(1).filter_map(|rest| rest.split([')', '"', '\'']).find(|s| !s.is_empty())).collect();
        assert!(named.len() >= 2, "{named:?}");
        for url in named.into_iter().filter(|url| !url.starts_with("data:")) {
            assert!(ASSETS.values().any(|asset| asset.address == url), "{url}");
        }
        assert_eq!(address("nothing"), "");
    }
}
