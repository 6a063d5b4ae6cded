//! The pages over real HTTP: a server on port 0, a database of its own, a client that keeps no cookies.

use super::run;
use crate::charter;
use crate::clock::Clock;
use crate::config::Config;
use crate::flows::close_survey::close_survey;
use crate::flows::forget_contacts::forget_contacts;
use crate::flows::place_kiosk::{kiosk_link, place_kiosk, revoke_kiosk};
use crate::flows::publish_form::publish_form;
use crate::form::catalog;
use crate::ids::SurveyId;
use crate::keys::Keys;
use crate::mail::{Mailer, Memory};
use crate::secret::Token;
use crate::site::Site;
use crate::store::{self, Store};
use crate::survey::{Channel, State};
use crate::text::{Code, Language};
use chrono::{Days, NaiveDate, NaiveDateTime};
use std::net::TcpListener;
use tempfile::TempDir;

/// The first day of the test's survey; it lasts ten.
fn first_day() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap().and_hms_opt(9, 0, 0).unwrap()
}

/// A server with one open survey.
pub(super) struct Town {
    pub site: Site,
    pub survey: SurveyId,
    base: String,
    _folder: TempDir,
}

/// What a browser gets.
pub(super) struct Got {
    pub status: u16,
    pub headers: ureq::http::HeaderMap,
    pub text: String,
}

impl Got {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The value of a hidden field.
    pub fn hidden(&self, name: &str) -> String {
        let from = self.text.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("no {name}"));
        from.split('"').next().unwrap().to_owned()
    }
}

impl Town {
    /// Opens a survey `urp` on a form file.
    pub fn with_form(source: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::in_folder(folder.path());
        let store = Store::open(config.database_url.expose()).unwrap();
        let keys = Keys::open(&config.key_file).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let clock = Clock::fixed(config.body.time_zone, first_day());
        let site = Site::new(config, &base, clock, store, keys, Mailer::Memory(Memory::default()));
        let survey = open_survey(&site, source);
        let served = site.clone();
        // The thread ends with the test's process.
        std::thread::spawn(move || run(served, listener).unwrap());
        Self { site, survey, base, _folder: folder }
    }

    pub fn annual() -> Self {
        Self::with_form(&catalog::form("urp-annuale").unwrap())
    }

    pub fn get(&self, path: &str) -> Got {
        got(agent().get(format!("{}{path}", self.base)).call().unwrap())
    }

    pub fn post(&self, path: &str, body: &[u8]) -> Got {
        let request = agent().post(format!("{}{path}", self.base));
        got(request.content_type("application/x-www-form-urlencoded").send(body).unwrap())
    }

    pub fn put(&self, path: &str) -> Got {
        got(agent().put(format!("{}{path}", self.base)).send("").unwrap())
    }

    pub fn get_with(&self, header: &str, value: &str, path: &str) -> Got {
        got(agent().get(format!("{}{path}", self.base)).header(header, value).call().unwrap())
    }

    /// As somebody with a session's cookie.
    pub fn get_as(&self, cookie: &str, path: &str) -> Got {
        self.get_with("cookie", cookie, path)
    }

    pub fn post_as(&self, cookie: &str, path: &str, body: &[u8]) -> Got {
        self.send_as(cookie, path, "application/x-www-form-urlencoded", body)
    }

    pub fn send_as(&self, cookie: &str, path: &str, media_type: &str, body: &[u8]) -> Got {
        let request = agent().post(format!("{}{path}", self.base)).header("cookie", cookie);
        got(request.content_type(media_type).send(body).unwrap())
    }

    /// Invites somebody; the path of the personal link.
    pub fn invite(&self, address: &str) -> String {
        let token = Token::random();
        let contact = store::contact::NewContact {
            address: address.to_owned(),
            key: address.to_owned(),
            name: String::new(),
            language: Language::italian(),
        };
        let invited = self.site.store.write(|db| {
            store::contact::insert_under(db, self.survey, crate::campaign::LegalBasis::default(), &[contact])?;
            let new = store::invitation::create_missing(db, self.survey)?;
            store::invitation::set_token_hash(db, new[0], &token.hash())
        });
        assert!(invited.unwrap());
        format!("/i/{}", token.expose())
    }

    pub fn opted_out(&self) -> u64 {
        self.site.store.read(|db| store::contact::count_opted_out(db, self.survey)).unwrap()
    }

    pub fn responses(&self) -> u64 {
        self.site.store.read(|db| store::response::count(db, self.survey)).unwrap()
    }

    pub fn to_day(&self, days: u64) {
        self.site.clock.set(first_day() + Days::new(days));
    }
}

/// A new client for each request: one that is kept would keep cookies, and mix up who is signed in.
fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into()
}

fn got(mut response: ureq::http::Response<ureq::Body>) -> Got {
    // A PDF is no text; what its header says is.
    let text = String::from_utf8_lossy(&response.body_mut().read_to_vec().unwrap()).into_owned();
    Got { status: response.status().as_u16(), headers: response.headers().clone(), text }
}

fn open_survey(site: &Site, source: &str) -> SurveyId {
    let form_version = publish_form(site, "form.toml", source).unwrap();
    let day = first_day().date();
    let survey = site
        .store
        .write(|db| {
            let code = Code::parse("urp").unwrap();
            let office = store::office::insert(db, &code, "Ufficio Relazioni con il Pubblico", "urp@provincia.example.it")?;
            let edition = store::edition::insert(db, office, 2026, None)?;
            let promised = catalog::charter("carta-urp").unwrap();
            let parsed = charter::parse("carta-urp", &promised).unwrap();
            let new = store::charter::NewVersion {
                parsed: &parsed,
                source: &promised,
                hash: &crate::form::source_hash(&promised),
                reason: "",
            };
            let charter = store::charter::append(db, office, new, first_day())?;
            let draft = store::survey::Draft {
                edition,
                code,
                title: "URP 2026".to_owned(),
                form_version,
                charter: Some(charter),
                opens_on: day + Days::new(1),
                closes_on: day + Days::new(10),
                collecting_days: 7,
                channels: vec![Channel::Web, Channel::Email, Channel::Kiosk, Channel::Paper],
                simulated: true,
                weighting: Default::default(),
                privacy_threshold: 5,
                planned_responses: 0,
            };
            let survey = store::survey::insert(db, &draft)?;
            store::survey::change_state(db, survey, State::Draft, State::Open)?;
            Ok::<_, store::StoreError>(survey)
        })
        .unwrap();
    site.keys.make(survey).unwrap();
    site.clock.set(first_day() + Days::new(1));
    survey
}

#[test]
fn a_citizen_answers_on_the_public_page_and_is_thanked_once() {
    let town = Town::annual();
    let page = town.get("/q/urp");
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Come valuta il nostro ufficio?") && page.text.contains("Dati simulati"));
    assert!(
        page.text.contains("Come trattiamo le Sue risposte")
            && page.text.contains("Titolare del trattamento: ")
            && page.text.contains("Informazioni sulla rilevazione: urp@")
    );
    let body = format!("_page=0&_key={}&_go=on&courtesy=4&overall=5", page.hidden("_key"));
    for _ in 0..2 {
        let sent = town.post("/q/urp?lang=it", body.as_bytes());
        assert_eq!((sent.status, sent.header("location")), (303, "/q/urp/thanks?lang=it"));
        assert_eq!(town.responses(), 1);
    }
    let thanks = town.get("/q/urp/thanks?lang=it");
    assert!(thanks.text.contains("Grazie, le Sue risposte sono state registrate"));
    assert!(thanks.text.contains("Si può rispondere fino al 12 marzo 2026") && !thanks.text.contains("/report/"));
    let other = town.post("/q/urp?lang=it", format!("{body}&competence=1").as_bytes());
    assert_eq!(other.header("location"), "/q/urp/thanks?lang=it&first=kept");
    assert!(town.get(other.header("location")).text.contains("/q/urp/thanks?lang=en&#38;first=kept"));
    assert!(town.get(other.header("location")).text.contains("Una risposta era già stata registrata"));
    assert_eq!(town.responses(), 1);
}

#[test]
fn what_is_missing_is_said_and_nothing_typed_is_lost() {
    let town = Town::annual();
    let refused = town.post("/q/urp?lang=en", b"_page=0&_go=on&courtesy=4&comment=Good+%26+quick");
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("Something is still missing") && refused.text.contains("<a href=\"#overall\">"));
    assert!(refused.text.contains("value=\"4\" checked") && refused.text.contains("Good &#38; quick</textarea>"));
    assert!(refused.text.contains("<title>To be completed: "));
    assert_eq!(town.responses(), 0);
}

#[test]
fn a_change_of_language_keeps_what_was_typed() {
    let town = Town::annual();
    let changed = town.post("/q/urp?lang=it", b"_page=0&_lang=de&courtesy=4&comment=Gut");
    assert_eq!(changed.status, 200);
    assert!(changed.text.contains("<html lang=\"de\">") && changed.text.contains("Gut</textarea>"));
    assert!(changed.text.contains("action=\"/q/urp?lang=de\"") && changed.text.contains("value=\"4\" checked"));
}

#[test]
fn without_a_script_a_question_that_follows_from_an_answer_comes_before_the_thanks() {
    let town = Town::annual();
    let shown = town.post("/q/urp", b"_page=0&_go=on&overall=5&needs=other");
    assert_eq!(shown.status, 200);
    assert!(shown.text.contains("href=\"#other_need\"") && !shown.text.contains(" hidden disabled"));
    assert_eq!(town.responses(), 0);
    let sent = town.post("/q/urp", b"_page=0&_go=on&overall=5&needs=other&_seen=other_need");
    assert_eq!((sent.status, town.responses()), (303, 1));
}

#[test]
fn page_by_page_carries_the_answers_and_goes_back() {
    let source = catalog::form("urp-annuale").unwrap().replace("\"one_page\"", "\"page_by_page\"");
    let town = Town::with_form(&source);
    let first = town.get("/q/urp");
    assert!(first.text.contains("Pagina 1 di 4") && !first.text.contains("name=\"overall\""));
    let second = town.post("/q/urp", b"_page=0&_go=on&services_used=fax&services_used=fees");
    assert!(second.text.contains(" – Pagina 2 di 4 – Provincia di Esempio</title>"), "the title says where one stands");
    assert!(second.text.contains("Pagina 2 di 4") && second.hidden("services_used") == "fax");
    let refused = town.post("/q/urp", b"_page=1&_go=on&services_used=fax&courtesy=4");
    assert_eq!(refused.status, 422);
    let back = town.post("/q/urp", b"_page=1&_go=back&services_used=fax&courtesy=4");
    assert!(back.text.contains("Pagina 1 di 4") && back.hidden("courtesy") == "4");
    let last = town.post("/q/urp", b"_page=2&_go=on&services_used=fax&overall=4");
    assert!(last.text.contains("Pagina 4 di 4") && last.text.contains("Invia le risposte"));
    let sent = town.post("/q/urp", b"_page=3&_go=on&services_used=fax&overall=4");
    assert_eq!((sent.status, town.responses()), (303, 1));
}

#[test]
fn every_way_to_go_wrong_has_a_page_of_its_own() {
    let town = Town::annual();
    assert_eq!(town.get("/q/nowhere").status, 404);
    assert_eq!(town.get("/nowhere").status, 404);
    for (wrong, methods) in [
        (town.post("/q/urp/thanks", b""), "GET, HEAD"),
        (town.get("/api/v1/surveys/urp/responses"), "POST"),
        (town.put("/q/urp"), "GET, HEAD, POST"),
    ] {
        assert_eq!((wrong.status, wrong.header("allow")), (405, methods));
    }
    let broken = town.post("/q/urp", b"%ff=1");
    assert_eq!(broken.status, 400);
    assert!(broken.text.contains("UTF-8"));
    let huge = format!("comment={}", "a".repeat(super::BODY_BYTES + 1));
    assert_eq!(town.post("/q/urp", huge.as_bytes()).status, 413);
    town.to_day(0);
    let early = town.get("/q/urp?lang=en");
    assert!(early.status == 403 && early.text.contains("3 March 2026"), "{}", early.status);
    town.to_day(11);
    let late = town.get("/q/urp");
    assert!(late.status == 410 && late.text.contains("12 marzo 2026"), "{}", late.status);
    assert_eq!(town.post("/q/urp", b"overall=5").status, 410);
    assert_eq!(town.responses(), 0);
}

#[test]
fn a_page_tells_nobody_anything_and_a_first_visit_is_small() {
    let town = Town::annual();
    let page = town.get("/q/urp");
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    assert!(page.header("content-security-policy").contains("default-src 'none'"));
    assert_eq!(page.header("set-cookie"), "");
    let named: Vec<_> = page.text.split("\"/assets/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut bytes = 0;
    for path in std::iter::once("/q/urp".to_owned()).chain(named.iter().map(|name| format!("/assets/{name}"))) {
        let request = agent().get(format!("{}{path}", town.base)).header("accept-encoding", "gzip, br");
        let mut response = request.call().unwrap();
        assert_eq!(response.status(), 200, "{path}");
        let encoding = response.headers().get("content-encoding").map(|encoding| encoding.to_str().unwrap().to_owned());
        let expected = match () {
            () if path.ends_with(".woff2") => None,
            () if path.starts_with("/assets/") => Some("br"),
            () => Some("gzip"),
        };
        assert_eq!(encoding.as_deref(), expected, "{path}");
        bytes += response.body_mut().read_to_vec().unwrap().len();
    }
    assert!(named.len() >= 5, "{named:?}");
    assert!(bytes < 60_000, "{bytes} bytes");
}

#[test]
fn the_first_page_lists_what_is_open_and_the_health_page_answers() {
    let town = Town::annual();
    let home = town.get("/");
    assert!(home.text.contains("href=\"/q/urp\"") && home.text.contains("12 marzo 2026"));
    town.to_day(11);
    assert!(town.get("/").text.contains("non ci sono questionari aperti"));
    assert!(!town.get("/q/urp").text.contains("/report/"));
    let survey = town.site.survey(town.survey).unwrap();
    let today = town.site.clock.today();
    town.site.store.write(|db| store::publication::insert(db, survey.edition, today, "hash", &[])).unwrap();
    assert!(town.get("/q/urp").text.contains("href=\"/report/urp/2026\""));
    assert!(town.get("/").text.contains("href=\"/report/urp/2026\""));
    assert_eq!(town.get("/healthz").text, "ok\n");
}

#[test]
fn who_has_answered_is_led_to_the_newest_results() {
    let town = Town::annual();
    let survey = town.site.survey(town.survey).unwrap();
    let today = town.site.clock.today();
    for year in [2024, 2025, 2027] {
        let published = town.site.store.write(|db| {
            let office = store::edition::find(db, survey.edition)?.office;
            let edition = store::edition::insert(db, office, year, None)?;
            store::publication::insert(db, edition, today, "hash", &[])
        });
        published.unwrap();
    }
    let thanks = town.get("/q/urp/thanks?lang=en");
    assert!(thanks.text.contains("href=\"/report/urp/2025\">Read the 2025 results</a>"), "{}", thanks.text);
}

#[test]
fn an_invitation_is_answered_once_and_then_says_so() {
    let town = Town::annual();
    let link = town.invite("rosa@example.it");
    assert!(town.get(&link).text.contains("name=\"overall\"") && !town.get(&link).text.contains("name=\"_key\""));
    let sent = town.post(&link, b"_page=0&_go=on&overall=5");
    assert_eq!(sent.header("location"), format!("{link}/thanks?lang=it"));
    assert!(town.get(&link).text.contains("Lei ha già risposto"));
    let other = town.post(&link, b"_page=0&_go=on&overall=1");
    assert!(other.header("location").ends_with("first=kept"));
    assert_eq!(town.responses(), 1);
    assert_eq!(town.get("/i/AAAAAAAAAAAAAAAAAAAAAA").status, 404);
    assert_eq!(town.get("/i/short").status, 404);
}

#[test]
fn a_kiosk_begins_again_by_itself_and_its_link_can_be_revoked() {
    let town = Town::annual();
    let kiosk = place_kiosk(&town.site, town.survey, "Atrio").unwrap();
    let placed = town.site.store.read(|db| store::kiosk::find(db, kiosk)).unwrap();
    let link = kiosk_link(&town.site, &placed).unwrap().replace(&town.base, "");
    let page = town.get(&link);
    assert!(page.text.contains("class=\"kiosk\"") && !page.text.contains("<footer"));
    let body = format!("_page=0&_go=on&overall=5&_key={}", page.hidden("_key"));
    let sent = town.post(&link, body.as_bytes());
    let thanks = town.get(sent.header("location"));
    assert_eq!(thanks.header("refresh"), format!("20; url={link}"));
    assert_eq!(town.responses(), 1);
    revoke_kiosk(&town.site, kiosk).unwrap();
    let revoked = town.get_with("accept-language", "de", &link);
    assert!(revoked.status == 410 && revoked.text.contains("Questo totem non è più attivo"));
    assert_eq!(town.post(&link, body.as_bytes()).status, 410);
}

#[test]
fn opting_out_asks_first_and_a_mail_program_may_do_it_with_one_click() {
    let town = Town::annual();
    let link = town.invite("ugo@example.it").replace("/i/", "/u/");
    assert!(town.get(&link).text.contains("Non scrivetemi più"));
    assert_eq!(town.opted_out(), 0, "a GET changes nothing");
    let done = town.post(&link, b"List-Unsubscribe=One-Click");
    assert!(done.status == 200 && done.text.contains("Non Le scriveremo più"));
    assert_eq!(town.opted_out(), 1);
    assert_eq!(town.post(&link, b"").status, 200);
    assert_eq!(town.get("/u/AAAAAAAAAAAAAAAAAAAAAA").status, 404);
}

#[test]
fn where_the_address_is_deleted_opting_out_promises_nothing_and_says_whom_to_ask() {
    let town = Town::annual();
    let link = town.invite("ugo@example.it").replace("/i/", "/u/");
    close_survey(&town.site, town.survey).unwrap();
    forget_contacts(&town.site, town.survey).unwrap();
    let office = town.site.store.read(store::office::list).unwrap().remove(0);
    for page in [town.get(&link), town.post(&link, b"")] {
        assert!(page.status == 200 && page.text.contains("già stato cancellato"), "{}", page.text);
        assert!(page.text.contains(&office.contact) && !page.text.contains("Non Le scriveremo più"), "{}", page.text);
    }
}
