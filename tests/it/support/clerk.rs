//! Somebody signed in at a desk, who fills in the forms of the staff's pages as a browser would send them.

use super::database::Fresh;
use super::office::site;
use super::street::{Browser, Page, Served};
use ascolto::flows::sign_in::{add_account, sign_in};
use ascolto::office::Role;
use ascolto::secret::Secret;
use ascolto::site::Site;
use std::net::TcpListener;

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

/// Fields as a browser would send them, in their order.
pub type Fields = Vec<(String, String)>;

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
        let secret = form_of(&self.get(page), action).remove(0).1;
        let part = |rest: &str| format!("--b\r\nContent-Disposition: form-data; {rest}\r\n");
        let fields = [("_secret", secret.as_str())].into_iter().chain(typed.iter().copied());
        let mut body: String = fields.map(|(field, value)| part(&format!("name=\"{field}\"\r\n\r\n{value}"))).collect();
        body += &part(&format!("name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n"));
        let body = [body.as_bytes(), bytes, b"\r\n--b--\r\n"].concat();
        let url = format!("{}{action}", self.pages.base);
        self.pages.browser.send(&url, &self.cookie, "multipart/form-data; boundary=b", &body)
    }
}

/// What stands in the form of a page that is sent to an address, as a browser would send it.
pub fn form_of(shown: &Page, action: &str) -> Fields {
    let form = shown.text.split(&format!("action=\"{action}\"")).nth(1);
    let form = form.unwrap_or_else(|| panic!("{}: no form for {action}: {}", shown.status, shown.text));
    let form = form.split("</form>").next().unwrap();
    let mut fields = Vec::new();
    for (at, _) in form.match_indices('<') {
        let tag = form[at..].split('>').next().unwrap();
        let Some(name) = attribute(tag, "name") else { continue };
        let inside = |end: &str| form[at + tag.len() + 1..].split(end).next().unwrap().to_owned();
        let ticks = tag.contains("\"checkbox\"") || tag.contains("\"radio\"");
        if tag.starts_with("<input") && (!ticks || tag.contains(" checked")) && !tag.contains("type=\"file\"") {
            fields.push((name, attribute(tag, "value").unwrap_or_default()));
        } else if tag.starts_with("<textarea") {
            fields.push((name, unescaped(inside("</textarea>").strip_prefix('\n').unwrap())));
        } else if tag.starts_with("<select") {
            let options = inside("</select>");
            let chosen = options.split("<option").find(|option| option.contains(" selected"));
            let option = chosen.or(options.split("<option").nth(1)).unwrap();
            fields.push((name, attribute(option, "value").unwrap()));
        }
    }
    fields
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(unescaped(rest.split('"').next()?))
}

/// A text of a page as it is read.
pub fn unescaped(text: &str) -> String {
    let signs = [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")];
    signs.iter().fold(text.to_owned(), |text, (written, sign)| text.replace(written, sign))
}

/// Fields with others in the place of those of the same name.
pub fn with(mut fields: Fields, typed: &[(&str, &str)]) -> Fields {
    for (name, value) in typed {
        fields.retain(|(own, _)| own != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

/// What a page says is wrong at a field.
pub fn problem_at(shown: &Page, field: &str) -> String {
    let problem =
        shown.text.split(&format!("id=\"e-{field}\">")).nth(1).unwrap_or_else(|| panic!("nothing at {field}: {}", shown.text));
    unescaped(problem.split('<').next().unwrap()).replace('\u{a0}', " ")
}
