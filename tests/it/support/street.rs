//! The citizens' side: a server that really listens, and somebody who follows links, fills in forms and sends them.

use super::filled::{self, Fields, unescaped};
use super::smtp::Arrived;
use actix_web::dev::ServerHandle;
use ascolto::site::Site;
use std::net::TcpListener;
use std::sync::mpsc::channel;
use std::thread::JoinHandle;

pub use super::filled::multipart;

/// The pages of a site on a port of their own; stops when dropped.
pub struct Served {
    handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
}

impl Served {
    /// Serves a site on a listener.
    pub fn start(site: Site, listener: TcpListener) -> Self {
        let (sender, receiver) = channel();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async {
                let server = ascolto::web::serve(site, listener).expect("a listener can be served");
                sender.send(server.handle()).expect("the test waits for it");
                server.await.expect("the server ends in order");
            });
        });
        Self { handle: receiver.recv().expect("the server starts"), thread: Some(thread) }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // The message is on its way before the future is polled; the thread ends when the server has.
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the server's thread does not panic");
        }
    }
}

/// A page as it came.
pub struct Page {
    pub status: u16,
    pub location: String,
    pub headers: ureq::http::HeaderMap,
    pub text: String,
}

impl Page {
    /// A header's value; "" where it is absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("ASCII"))
    }

    /// Where the form of that id is sent.
    pub fn action_of(&self, form: &str) -> String {
        let tag = self.text.split(&format!("<form id=\"{form}\"")).nth(1).unwrap_or_else(|| panic!("no {form} in {}", self.text));
        unescaped(tag.split("action=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a form has an action"))
    }
}

/// A browser: it keeps cookies, of which citizens' pages set none, and follows no redirect by itself.
pub struct Browser(ureq::Agent);

impl Browser {
    pub fn new() -> Self {
        Self(ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into())
    }

    pub fn get(&self, url: &str) -> Page {
        page(self.0.get(url).call().expect("the server answers"))
    }

    /// With a session's cookie.
    pub fn get_as(&self, url: &str, cookie: &str) -> Page {
        page(self.0.get(url).header("cookie", cookie).call().expect("the server answers"))
    }

    /// As a browser that asks for these languages.
    pub fn get_in(&self, url: &str, languages: &str) -> Page {
        page(self.0.get(url).header("accept-language", languages).call().expect("the server answers"))
    }

    /// A file as it came: its status, its kind, its bytes.
    pub fn download(&self, url: &str) -> (u16, String, Vec<u8>) {
        let mut response = self.0.get(url).call().expect("the server answers");
        let kind = response.headers().get("content-type").map_or("", |value| value.to_str().expect("ASCII")).to_owned();
        (response.status().as_u16(), kind, response.body_mut().read_to_vec().expect("the file comes whole"))
    }

    /// Asks in any way.
    pub fn ask(&self, request: ureq::http::Request<String>) -> Page {
        page(self.0.run(request).expect("the server answers"))
    }

    /// Sends a form's fields.
    pub fn post(&self, url: &str, fields: &[(String, String)]) -> Page {
        page(self.0.post(url).send_form(fields.iter().map(|(name, value)| (name, value))).expect("the server answers"))
    }

    /// The same as somebody with a session's cookie.
    pub fn post_as(&self, url: &str, cookie: &str, fields: &[(String, String)]) -> Page {
        let fields = fields.iter().map(|(name, value)| (name, value));
        page(self.0.post(url).header("cookie", cookie).send_form(fields).expect("the server answers"))
    }

    /// Sends a body as it is.
    pub fn send(&self, url: &str, cookie: &str, media_type: &str, body: &[u8]) -> Page {
        page(self.0.post(url).header("cookie", cookie).content_type(media_type).send(body).expect("the server answers"))
    }
}

/// The hidden fields of a page and these answers.
pub fn fields_of(shown: &Page, answers: &[(&str, String)]) -> Vec<(String, String)> {
    let attribute = |tag: &str, name: &str| {
        tag.split_once(&format!("{name}=\"")).map(|(_, rest)| unescaped(rest.split('"').next().unwrap_or("")))
    };
    let hidden = shown.text.split("<input type=\"hidden\"").skip(1).filter_map(|rest| {
        let tag = rest.split('>').next()?;
        Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_default()))
    });
    let typed = answers.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    hidden.chain(typed).chain([("_go".to_owned(), "on".to_owned())]).collect()
}

/// The fields of the form on a page that has this field, as a browser sends them; these in the place of their own ones.
pub fn form_of(shown: &Page, field: &str, changed: &[(&str, &str)]) -> Fields {
    let form = filled::having(&shown.text, field).unwrap_or_else(|| panic!("no field {field}: {}", shown.text));
    filled::with(filled::fields_of(form), changed)
}

fn page(mut response: ureq::http::Response<ureq::Body>) -> Page {
    let location = response.headers().get("location").map_or("", |value| value.to_str().expect("ASCII")).to_owned();
    let text = response.body_mut().read_to_string().expect("pages are text");
    Page { status: response.status().as_u16(), location, headers: response.headers().clone(), text }
}

/// The first address with this path in a letter.
pub fn link_in(letter: &Arrived, path: &str) -> String {
    find_link(&letter.data, path).unwrap_or_else(|| panic!("no {path} in\n{}", letter.data))
}

/// The first address with this path in a message's source, as a mail program would find it: soft line breaks away.
pub fn find_link(data: &str, path: &str) -> Option<String> {
    let whole = data.replace("=\r\n", "").replace("=\n", "");
    let at = whole.find(path)?;
    let start = whole[..at].rfind("http")?;
    Some(whole[start..at + path.len() + 22].to_owned())
}
