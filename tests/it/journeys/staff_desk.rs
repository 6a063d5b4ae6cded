//! A survey planned, opened, changed and closed from the staff's pages alone, over HTTP; what is stored is the same on both databases.

use crate::support::database::{Fresh, on_both_engines};
use crate::support::office::{self, code};
use crate::support::street::{Browser, Page, Served, fields_of};
use ascolto::flows::import_contacts::import_contacts;
use ascolto::flows::plan_survey::found_office;
use ascolto::flows::sign_in::add_account;
use ascolto::office::Role;
use ascolto::secret::Secret;
use ascolto::site::Site;
use ascolto::store;
use ascolto::survey::{Channel, Groups, State, Survey};
use chrono::{NaiveDate, NaiveDateTime};
use std::net::TcpListener;

const PASSWORD: &str = "una frase abbastanza lunga";

fn morning(day: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap().and_hms_opt(9, 0, 0).unwrap()
}

/// An office with nothing but an account, and somebody at its desk.
struct Desk {
    site: Site,
    base: String,
    browser: Browser,
    _served: Served,
}

impl Desk {
    fn open(fresh: &Fresh) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let site = office::site(fresh, &base);
        site.clock.set(morning(2));
        found_office(&site, &code("urp"), "URP", "urp@example.org").unwrap();
        add_account(&site, "anna", "Anna", Role::Staff, &Secret::new(PASSWORD)).unwrap();
        let served = Served::start(site.clone(), listener);
        Self { site, base, browser: Browser::new(), _served: served }
    }

    fn get(&self, path: &str) -> Page {
        self.browser.get(&format!("{}{path}", self.base))
    }

    /// Fills in what a page shows and sends it; the hidden fields go along.
    fn send(&self, shown: &Page, path: &str, typed: &[(&str, &str)]) -> Page {
        let typed: Vec<(&str, String)> = typed.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        let fields = fields_of(shown, &typed).into_iter().map(|(name, value)| (name, value.replace("&#38;", "&")));
        self.browser.post(&format!("{}{path}", self.base), &fields.collect::<Vec<_>>())
    }

    fn sign_in(&self, shown: &Page) -> Page {
        self.send(shown, "/staff/sign-in", &[("login", "anna"), ("password", PASSWORD)])
    }

    fn survey(&self) -> Survey {
        self.site.store.read(|db| store::survey::find_by_code(db, &code("urp_2026"))).unwrap()
    }
}

fn plan(office: &str) -> Vec<(&str, &str)> {
    let fixed = [
        ("year", "2026"),
        ("title", "URP 2026"),
        ("code", "urp_2026"),
        ("form", "catalog:urp-annuale"),
        ("charter", "catalog:carta-urp"),
        ("opens_on", "2026-03-02"),
        ("closes_on", "2026-03-20"),
        ("collecting_days", "7"),
        ("channels", "web"),
        ("channels", "email"),
        ("universe_web", "1.200"),
        ("group_question", "age"),
        ("group:under_30", "300"),
        ("group:from_65", "0"),
        ("planned_responses", "200"),
        ("privacy_threshold", "5"),
    ];
    std::iter::once(("office", office)).chain(fixed).collect()
}

on_both_engines! {
    fn a_survey_is_planned_changed_and_its_contacts_forgotten_without_a_terminal(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        assert_eq!(desk.sign_in(&desk.get("/staff/sign-in")).status, 303);
        let office = desk.site.store.read(store::office::list).unwrap()[0].id.to_string();
        let made = desk.send(&desk.get("/staff/surveys/new"), "/staff/surveys/new", &plan(&office));
        assert_eq!(made.status, 303, "{}", made.text);
        let id = desk.survey().id;
        let universe = desk.site.store.read(|db| store::universe::find(db, id)).unwrap();
        assert_eq!(universe.contacts, [(Channel::Web, String::new(), 1_200)]);
        let contacts = vec![(code("from_65"), 0), (code("under_30"), 300)];
        assert_eq!(universe.groups, Some(Groups { question: code("age"), contacts }));

        let own = format!("/staff/surveys/{id}");
        let step = |step: &str| desk.send(&desk.get(&format!("{own}/{step}")), &format!("{own}/{step}"), &[]);
        assert_eq!(step("open").status, 303);
        let adjust = format!("{own}/adjust");
        let wanted = [
            ("title", "URP di marzo"),
            ("closes_on", "2026-04-10"),
            ("collecting_days", "3"),
            ("planned_responses", "250"),
            ("reason", "Due sportelli in più"),
        ];
        let shown = desk.get(&adjust);
        // Lunch took until the day after: the session is over, what was typed is not.
        desk.site.clock.set(morning(3));
        let over = desk.send(&shown, &adjust, &wanted);
        assert_eq!((over.status, desk.survey().title.as_str()), (401, "URP 2026"));
        let back = desk.sign_in(&over);
        assert!(back.status == 200 && back.text.contains("Due sportelli in più"), "{}", back.text);
        assert_eq!(desk.survey().title, "URP 2026", "nothing is done before a press");
        let adjusted = desk.send(&back, &adjust, &[]);
        assert_eq!(adjusted.status, 303, "{}", adjusted.text);
        let survey = desk.survey();
        assert_eq!((survey.title.as_str(), survey.closes_on.to_string().as_str(), survey.collecting_days), ("URP di marzo", "2026-04-10", 3));
        let seals = desk.site.store.read(|db| store::seal::list(db, id)).unwrap();
        assert_eq!(seals.iter().map(|seal| seal.reason.as_str()).collect::<Vec<_>>(), ["", "Due sportelli in più"]);
        assert!(seals[0].body.contains("\"planned_responses\":200") && seals[1].body.contains("\"planned_responses\":250"));

        let people: String = (0..12).map(|person| format!("p{person}@example.org\r\n")).collect();
        import_contacts(&desk.site, id, format!("email\r\n{people}").as_bytes()).unwrap();
        assert_eq!(step("close").status, 303);
        assert_eq!(desk.survey().state, State::Closed);
        assert!(step("forget").location.ends_with("count=12"));
        assert_eq!(desk.site.store.read(|db| store::contact::count(db, id)).unwrap(), 0);
        assert_eq!(desk.get(&format!("{own}/forget")).status, 404, "nobody is left to forget");
    }
}
