//! The rating widget: its script, who may send from where, and what becomes of the answers.

use crate::support::database::{Fresh, on_both_engines};
use crate::support::office;
use crate::support::street::{Browser, Page, Served, fields_of};
use ascolto::config::Origin;
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::plan_survey::{catalog_form, plan_survey};
use ascolto::flows::sign_in::add_account;
use ascolto::flows::{Refused, Stop};
use ascolto::ids::SurveyId;
use ascolto::office::Role;
use ascolto::secret::Secret;
use ascolto::site::Site;
use ascolto::store::{self, survey::Draft};
use ascolto::survey::{Channel, Universe};
use std::net::TcpListener;
use std::sync::Arc;
use ureq::http::Request;

const ALLOWED: &str = "https://www.provincia.example";
const KEY: &str = "0d9c1c1e-3f0c-4a52-9d3f-5b8f6a1c2e11";

/// An office with a survey for the pages of its site, which may ask.
struct Trial {
    site: Site,
    survey: SurveyId,
    base: String,
    _served: Served,
}

impl Trial {
    fn new(fresh: &Fresh) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let mut site = office::site(fresh, &base);
        let config = Arc::make_mut(&mut site.config);
        config.widget_origins = vec![Origin::parse(ALLOWED).unwrap()];
        let (urp, _) = office::office(&site, "urp");
        let draft = Draft {
            form_version: catalog_form(&site, "valutazione-pagina").unwrap(),
            channels: vec![Channel::Web, Channel::Widget],
            ..office::draft(&site, urp, None, "pagina")
        };
        let survey = plan_survey(&site, &draft, &Universe::default()).unwrap();
        open_survey(&site, survey).unwrap();
        let served = Served::start(site.clone(), listener);
        Self { site, survey, base, _served: served }
    }

    /// Asks as the script of a page of that origin does; "" for none.
    fn ask(&self, method: &str, origin: &str, body: &str) -> Page {
        let request = Request::builder().method(method).uri(format!("{}/widget/pagina?lang=de", self.base));
        let request = if origin.is_empty() { request } else { request.header("origin", origin) };
        Browser::new().ask(request.header("content-type", "application/json").body(body.to_owned()).unwrap())
    }

    fn by_channel(&self) -> Vec<(Channel, u64)> {
        self.site.store.read(|db| store::response::count_by_channel(db, self.survey)).unwrap()
    }
}

fn sent(answers: &str) -> String {
    format!("{{\"key\":\"{KEY}\",\"answers\":{answers}}}")
}

on_both_engines! {
    fn a_page_of_an_allowed_site_sends_and_a_resend_is_one_response(fresh: &Fresh) {
        let trial = Trial::new(fresh);
        let asked = trial.ask("OPTIONS", ALLOWED, "");
        assert_eq!((asked.status, asked.header("access-control-allow-origin")), (204, ALLOWED));
        assert_eq!((asked.header("access-control-allow-methods"), asked.header("access-control-allow-headers")), ("POST", "content-type"));
        assert_eq!((asked.header("vary"), asked.header("access-control-allow-credentials")), ("origin", ""));
        let answers = r#"{"clarity":"5","liked":["clear"],"details":["Tutto chiaro"]}"#;
        for (status, outcome) in [(201, "\"kept\""), (200, "\"same_again\"")] {
            let answered = trial.ask("POST", ALLOWED, &sent(answers));
            assert_eq!((answered.status, answered.header("access-control-allow-origin")), (status, ALLOWED), "{}", answered.text);
            assert!(answered.text.contains(outcome), "{}", answered.text);
        }
        let other = trial.ask("POST", ALLOWED, &sent(r#"{"clarity":"1"}"#));
        assert!(other.status == 200 && other.text.contains("first_kept"), "{}", other.text);
        let own = trial.ask("POST", &trial.base, &sent(answers).replace("0d9c", "1d9c"));
        assert_eq!((own.status, own.header("set-cookie")), (201, ""));
        assert_eq!(trial.by_channel(), [(Channel::Widget, 2)]);
    }

    fn any_other_site_gets_no_answer_it_could_read_and_nothing_is_kept(fresh: &Fresh) {
        let trial = Trial::new(fresh);
        let other = ["https://www.altrove.example", "https://www.provincia.example.altrove.example", "http://www.provincia.example", "null", ""];
        for origin in other {
            for method in ["OPTIONS", "POST"] {
                let refused = trial.ask(method, origin, &sent(r#"{"clarity":"5"}"#));
                assert_eq!((refused.status, refused.header("access-control-allow-origin")), (403, ""), "{method} {origin}");
                assert!(refused.text.contains("widget_origins"), "{}", refused.text);
            }
        }
        assert_eq!(trial.by_channel(), []);
    }

    fn what_is_wrong_is_said_in_the_language_of_the_page_and_nothing_is_kept(fresh: &Fresh) {
        let trial = Trial::new(fresh);
        for (answers, status, words) in [
            (r#"{"liked":["clear"]}"#, 422, "\"field\":\"clarity\""),
            (r#"{"clarity":"9"}"#, 422, "\"field\":\"clarity\""),
            (r#"{"clarity":"2","difficulties":["nonsense"]}"#, 422, "\"field\":\"difficulties\""),
            (r#"{"clarity":{}}"#, 400, "answers.clarity"),
        ] {
            let refused = trial.ask("POST", ALLOWED, &sent(answers));
            assert_eq!((refused.status, refused.header("access-control-allow-origin")), (status, ALLOWED), "{answers}");
            assert!(refused.text.contains(words), "{}", refused.text);
        }
        let long = trial.ask("POST", ALLOWED, &sent(&format!(r#"{{"clarity":"5","details":["{}"]}}"#, "a".repeat(201))));
        assert!(long.status == 422 && long.text.contains("Zeichen"), "{}", long.text);
        trial.site.clock.set(office::day(4, 1).and_hms_opt(9, 0, 0).unwrap());
        let late = trial.ask("POST", ALLOWED, &sent(r#"{"clarity":"5"}"#));
        assert!(late.status == 410 && late.text.contains("31. März 2026"), "{}", late.text);
        let script = Browser::new().get(&format!("{}/widget/pagina.js", trial.base));
        assert!(script.status == 200 && script.text.starts_with("console.info("), "{}", script.text);
        assert_eq!(trial.by_channel(), []);
    }

    fn the_script_carries_every_language_and_is_asked_for_again_by_its_tag(fresh: &Fresh) {
        let trial = Trial::new(fresh);
        let address = format!("{}/widget/pagina.js", trial.base);
        let script = Browser::new().get(&address);
        assert_eq!((script.status, script.header("content-type")), (200, "text/javascript; charset=utf-8"));
        assert_eq!((script.header("cache-control"), script.header("set-cookie")), ("public, max-age=300", ""));
        for words in [ALLOWED, "Quanto sono chiare le informazioni su questa pagina?", "How clear is the information", "4 stelle su 5"] {
            assert!(script.text.contains(words), "{words}");
        }
        assert!(!script.text.contains("cookie =") && !script.text.contains("localStorage"));
        let again = Request::get(&address).header("if-none-match", script.header("etag")).body(String::new()).unwrap();
        assert_eq!(Browser::new().ask(again).status, 304);
        assert_eq!(Browser::new().get(&format!("{}/widget/nowhere.js", trial.base)).status, 404);
    }

    fn staff_copy_the_code_and_a_form_of_another_shape_is_refused_when_it_is_planned(fresh: &Fresh) {
        let trial = Trial::new(fresh);
        let urp = trial.site.store.read(store::office::list).unwrap()[0].id;
        let annual = Draft { channels: vec![Channel::Widget], ..office::draft(&trial.site, urp, None, "annuale") };
        let refused = plan_survey(&trial.site, &annual, &Universe::default());
        assert!(matches!(refused, Err(Stop::Refused(Refused::Invalid("channels", "refused-widget-form")))), "{refused:?}");
        let password = "una frase abbastanza lunga";
        add_account(&trial.site, "anna", "Anna", Role::Staff, &Secret::new(password)).unwrap();
        let browser = Browser::new();
        let shown = browser.get(&format!("{}/staff/sign-in", trial.base));
        let typed = [("login", "anna".to_owned()), ("password", password.to_owned())];
        browser.post(&format!("{}/staff/sign-in", trial.base), &fields_of(&shown, &typed));
        let page = browser.get(&format!("{}/staff/surveys/{}", trial.base, trial.survey)).text;
        let code = format!("&#60;script src=&#34;{}/widget/pagina.js&#34; defer&#62;&#60;/script&#62;", trial.base);
        assert!(page.contains(&code) && page.contains(&format!("Siti autorizzati: {ALLOWED}.")), "{page}");
        assert!(page.contains("/q/pagina&#34;&#62;Quanto sono chiare"));
    }
}
