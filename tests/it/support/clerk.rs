//! Somebody signed in at a desk, who fills in the forms of the staff's pages as a browser would send them.

use super::database::Fresh;
use super::filled;
use super::office::site;
use super::street::{Browser, Page, Served};
use ascolto::flows::sign_in::{add_account, sign_in};
use ascolto::office::Role;
use ascolto::secret::Secret;
use ascolto::site::Site;
use std::net::TcpListener;

pub use super::filled::{Fields, unescaped, with};

/// The office's pages, and whoever is signed in.
pub struct Pages {
    pub site: Site,
    base: String,
    browser: Browser,
    _served: Served,
}

/// Somebody at a desk.
pub struct Clerk<'p> {
    pages: &'p Pages,
    cookie: String,
}

impl Pages {
    pub fn open(fresh: &Fresh) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let site = site(fresh, &base);
        let served = Served::start(site.clone(), listener);
        Self { site, base, browser: Browser::new(), _served: served }
    }

    pub fn clerk(&self, name: &str, role: Role) -> Clerk<'_> {
        let password = Secret::new("una frase abbastanza lunga");
        add_account(&self.site, name, "", role, &password).unwrap();
        let cookie = format!("ascolto={}", sign_in(&self.site, name, &password).unwrap().token.expose());
        Clerk { pages: self, cookie }
    }
}

impl Clerk<'_> {
    pub fn get(&self, path: &str) -> Page {
        self.pages.browser.get_as(&format!("{}{path}", self.pages.base), &self.cookie)
    }

    pub fn post(&self, path: &str, fields: &Fields) -> Page {
        self.pages.browser.post_as(&format!("{}{path}", self.pages.base), &self.cookie, fields)
    }

    /// Fills in the form of a page and sends it with everything that stands in it.
    pub fn send(&self, shown: &Page, action: &str, typed: &[(&str, &str)]) -> Page {
        self.post(action, &with(form_of(shown, action), typed))
    }

    /// The same on the page at its own address.
    pub fn fill(&self, path: &str, typed: &[(&str, &str)]) -> Page {
        self.send(&self.get(path), path, typed)
    }

    /// Uploads a file from the form of a page.
    pub fn upload(&self, page: &str, action: &str, typed: &[(&str, &str)], name: &str, bytes: &[u8]) -> Page {
        let secret = form_of(&self.get(page), action).remove(0);
        let fields = with(vec![secret], typed);
        let body = filled::multipart(&fields, Some(("file", name, bytes)));
        let url = format!("{}{action}", self.pages.base);
        self.pages.browser.send(&url, &self.cookie, "multipart/form-data; boundary=b", &body)
    }
}

/// What stands in the form of a page that is sent to an address, as a browser would send it.
pub fn form_of(shown: &Page, action: &str) -> Fields {
    let form = filled::sent_to(&shown.text, action);
    filled::fields_of(form.unwrap_or_else(|| panic!("{}: no form for {action}: {}", shown.status, shown.text)))
}

/// What a page says is wrong at a field.
pub fn problem_at(shown: &Page, field: &str) -> String {
    let problem =
        shown.text.split(&format!("id=\"e-{field}\">")).nth(1).unwrap_or_else(|| panic!("nothing at {field}: {}", shown.text));
    unescaped(problem.split('<').next().unwrap()).replace('\u{a0}', " ")
}
