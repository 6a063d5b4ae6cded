//! Somebody invited begins, goes away, comes back on another device, changes the language, loses a reply: one response, and
//! nothing typed is lost.

use super::moving_survey::{changed, with_more};
use crate::support::database::{Fresh, on_both_engines};
use crate::support::office::{day, draft, office, open, site};
use crate::support::street::{Browser, Page, Served, fields_of};
use ascolto::flows::close_survey::{close_survey, stop_survey};
use ascolto::flows::import_contacts::import_contacts;
use ascolto::flows::keep_draft::{find_draft, keep_draft};
use ascolto::flows::move_survey::move_survey;
use ascolto::flows::publish_form::publish_form;
use ascolto::flows::queue_letters::queue_invitations;
use ascolto::flows::send_invitations::send_all_due;
use ascolto::form::catalog;
use ascolto::ids::SurveyId;
use ascolto::mail::{Mailer, Memory};
use ascolto::response::{Draft, RawAnswers};
use ascolto::secret::Token;
use ascolto::site::Site;
use ascolto::store::{self, survey};
use ascolto::text::Language;
use chrono::NaiveDate;
use std::net::TcpListener;
use std::sync::Arc;

/// A survey in the field whose questionnaire is read page by page, or on one page, with two people invited.
struct Town {
    site: Site,
    survey: SurveyId,
    base: String,
    /// The links of an Italian and of a German reader.
    links: [String; 2],
    _served: Served,
}

impl Town {
    fn open(fresh: &Fresh, presentation: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let (mut site, memory) = (site(fresh, &base), Memory::default());
        site.mailer = Arc::new(Mailer::Memory(memory.clone()));
        let mut config = (*site.config).clone();
        config.body.languages = ["it", "en", "de", "fr", "sl"].map(|code| Language::parse(code).unwrap()).to_vec();
        site.config = Arc::new(config);
        let source = catalog::form("urp-annuale").unwrap().replace("\"one_page\"", &format!("\"{presentation}\""));
        let form_version = publish_form(&site, "annual.toml", &source).unwrap();
        let (office, charter) = office(&site, "urp");
        let draft = survey::Draft { form_version, ..draft(&site, office, Some(charter), "urp2026") };
        let survey = open(&site, &draft, 900);
        import_contacts(&site, survey, b"email;lingua\nrosa@example.org;it\nhans@example.org;de\n").unwrap();
        queue_invitations(&site, survey).unwrap();
        send_all_due(&site).unwrap();
        let link_of = |to: &str| {
            let letter = memory.sent().into_iter().find(|letter| letter.to == to).expect("both were invited");
            format!("{base}/i/{}", &letter.text.to_string().split_once("/i/").expect("a letter has a link").1[..22])
        };
        let links = [link_of("rosa@example.org"), link_of("hans@example.org")];
        let served = Served::start(site.clone(), listener);
        Self { site, survey, base, links, _served: served }
    }

    /// Presses a button of a page, with what is typed; hidden fields go along.
    fn press(&self, shown: &Page, typed: &[(&str, &str)], button: (&str, &str)) -> Page {
        let typed: Vec<(&str, String)> = typed.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        let mut fields = fields_of(shown, &typed);
        // `fields_of` presses "next".
        fields.pop();
        fields.push((button.0.to_owned(), button.1.to_owned()));
        Browser::new().post(&format!("{}{}", self.base, shown.action_of("questionnaire")), &fields)
    }

    /// The survey goes on with a version that asks one more question, among the judgements.
    fn asks_of_the_machine(&self) {
        let from = self.site.survey(self.survey).unwrap().form_version;
        let to = changed(&self.site, from, with_more);
        move_survey(&self.site, self.survey, from, to, "Una domanda in più").unwrap();
    }

    /// Somebody has an older page open and somebody else a draft when the survey moves: the new question is shown before anything is kept,
    /// once.
    fn does_not_let_pass_unseen(&self, begun: &Page) {
        let other = Browser::new().get(&self.links[1]);
        assert_eq!(self.press(&other, &[("services_used", "fax")], SAVE).status, 303);
        self.asks_of_the_machine();
        let shown = self.press(begun, &WHOLE, NEXT);
        let there = ["ancora qualche domanda", "href=\"#machine\"", "name=\"courtesy\" value=\"4\" checked"];
        assert_says(&shown, 200, "it", &there);
        assert_eq!(self.responses(), 0);
        let mut next = self.press(&shown, &WHOLE, NEXT);
        while next.status == 200 {
            assert!(!next.text.contains("href=\"#machine\""), "{}", next.text);
            next = self.press(&next, &[], NEXT);
        }
        assert!(next.status == 303 && next.location.contains("/thanks"), "{} {}", next.status, next.text);
        assert_eq!(self.responses(), 1);
    }

    fn get(&self, path: &str) -> Page {
        Browser::new().get(&format!("{}{path}", self.base))
    }

    fn drafts(&self) -> u64 {
        self.site.store.read(|db| store::response_draft::count(db, self.survey)).unwrap()
    }

    fn responses(&self) -> u64 {
        self.site.store.read(|db| store::response::count(db, self.survey)).unwrap()
    }

    fn to_day(&self, date: NaiveDate) {
        self.site.clock.set(date.and_hms_opt(23, 0, 0).unwrap());
    }
}

/// What the annual form requires, and a judgement.
const WHOLE: [(&str, &str); 2] = [("overall", "4"), ("courtesy", "4")];
const NEXT: (&str, &str) = ("_go", "on");
const SAVE: (&str, &str) = ("_go", "save");

fn assert_says(page: &Page, status: u16, language: &str, words: &[&str]) {
    assert_eq!(page.status, status, "{}", page.text);
    assert!(page.text.contains(&format!("<html lang=\"{language}\"")), "{}", page.text);
    for words in words {
        assert!(page.text.contains(words), "\"{words}\" is missing in\n{}", page.text);
    }
}

fn token_of(link: &str) -> Token {
    Token::parse(link.rsplit('/').next().unwrap()).unwrap()
}

on_both_engines! {
    fn what_was_begun_on_one_device_is_finished_on_another(fresh: &Fresh) {
        let town = Town::open(fresh, "page_by_page");
        let link = &town.links[0];
        let first = Browser::new().get(link);
        assert_says(&first, 200, "it", &["Pagina 1 di 4", "legata al Suo invito", "31 marzo 2026", "La bozza"]);
        assert_eq!(town.drafts(), 0, "a GET keeps nothing");
        let second = town.press(&first, &[("services_used", "fees"), ("services_used", "fax")], NEXT);
        assert_says(&second, 200, "it", &["Pagina 2 di 4", "Salva e continua più tardi"]);
        let comment = [("courtesy", "4"), ("queue", "?"), ("stranger", "1")];
        let saved = town.press(&second, &comment, SAVE);
        assert_eq!(saved.status, 303, "{}", saved.text);
        assert_says(&town.get(&saved.location), 200, "it", &["sono salvate", "lo stesso collegamento", "31 marzo 2026"]);
        assert_eq!((town.drafts(), town.responses()), (1, 0));

        // Days later, on another device.
        town.to_day(day(3, 30));
        let resumed = Browser::new().get(link);
        assert_says(&resumed, 200, "it", &["Pagina 2 di 4", "da dove aveva interrotto", "name=\"courtesy\" value=\"4\" checked"]);
        assert_says(&resumed, 200, "it", &["name=\"services_used\" value=\"fees\"", "name=\"queue\" value=\"?\" checked"]);
        assert!(!resumed.text.contains("stranger"));
        let third = town.press(&resumed, &[("courtesy", "4"), ("queue", "?"), ("overall", "5")], NEXT);
        assert_says(&third, 200, "it", &["Pagina 3 di 4"]);
        let back = town.press(&third, &[("comment", "Più sedie")], ("_go", "back"));
        assert_says(&back, 200, "it", &["Pagina 2 di 4"]);
        assert_says(&Browser::new().get(link), 200, "it", &["Pagina 2 di 4", "name=\"comment\" value=\"Più sedie\""]);
        let fourth = town.press(&third, &[("comment", "Più sedie")], NEXT);
        assert_says(&fourth, 200, "it", &["Pagina 4 di 4", "né ritirare"]);
        let sent = town.press(&fourth, &[], NEXT);
        assert!(sent.status == 303 && sent.location.contains("/thanks"), "{} {}", sent.status, sent.text);
        assert_eq!((town.drafts(), town.responses()), (0, 1), "the draft is gone with the answer");

        // Every old page is still open somewhere.
        for old in [&first, &second, &resumed, &third] {
            assert_says(&town.press(old, &[("overall", "1")], SAVE), 200, "it", &["Lei ha già risposto"]);
        }
        assert_says(&town.press(&first, &[], NEXT), 200, "it", &["Lei ha già risposto"]);
        assert_says(&Browser::new().get(link), 200, "it", &["Lei ha già risposto"]);
        assert_says(&Browser::new().get(&format!("{link}/saved")), 200, "it", &["Lei ha già risposto"]);
        let again = town.press(&fourth, &[], NEXT);
        assert_eq!((again.status, again.location, town.responses()), (303, sent.location, 1), "the same sent twice is one response");
        assert_eq!(town.drafts(), 0);
    }

    fn a_questionnaire_on_one_page_is_saved_by_its_button(fresh: &Fresh) {
        let town = Town::open(fresh, "one_page");
        let link = &town.links[0];
        let shown = Browser::new().get(link);
        assert_eq!(Browser::new().get(&format!("{link}/saved")).status, 303, "nothing is saved: to the questionnaire");
        let typed = [("courtesy", "4"), ("needs", "other"), ("other_need", "Più sedie & \"meno\" <code>")];
        let saved = town.press(&shown, &typed, SAVE);
        assert_eq!((saved.status, town.drafts()), (303, 1));
        let resumed = Browser::new().get(link);
        let kept = "Più sedie &#38; &#34;meno&#34; &#60;code&#62;</textarea>";
        assert_says(&resumed, 200, "it", &["name=\"courtesy\" value=\"4\" checked", kept, "da dove aveva interrotto"]);
        assert!(!resumed.text.contains(" hidden disabled"), "what follows from a saved answer is shown");
        // What is refused is kept too.
        let refused = town.press(&resumed, &[("courtesy", "4"), ("comment", &"a".repeat(2_000))], NEXT);
        assert_eq!(refused.status, 422);
        assert!(Browser::new().get(link).text.contains(&"a".repeat(2_000)));
        // Saved by the page itself: nothing is shown.
        let kept = town.press(&resumed, &[("courtesy", "2")], ("_go", "keep"));
        assert_eq!((kept.status, kept.text.as_str()), (204, ""));
        assert_says(&Browser::new().get(link), 200, "it", &["name=\"courtesy\" value=\"2\" checked"]);
        // A text that arrives broken takes the place of none that was kept.
        let broken = Browser::new().send(link, "", "application/x-www-form-urlencoded", b"_page=0&_go=save&comment=citt%E0");
        assert_eq!(broken.status, 400);
        assert_says(&Browser::new().get(link), 200, "it", &["name=\"courtesy\" value=\"2\" checked"]);
        let sent = town.press(&resumed, &[("overall", "5")], NEXT);
        assert_eq!((sent.status, town.drafts(), town.responses()), (303, 0, 1));
    }

    fn the_language_comes_from_the_link_then_the_person_then_the_browser_and_changing_it_loses_nothing(fresh: &Fresh) {
        let town = Town::open(fresh, "page_by_page");
        let link = &town.links[1];
        let in_french = |address: &str| Browser::new().get_in(address, "fr");
        assert_says(&in_french(&format!("{}/q/urp2026", town.base)), 200, "fr", &[]);
        let first = in_french(link);
        assert_says(&first, 200, "de", &["gehört"]);
        assert_says(&in_french(&format!("{link}?lang=en")), 200, "en", &[]);
        assert_says(&in_french(&link.replace("/i/", "/u/")), 200, "de", &[]);
        assert_says(&in_french(&format!("{link}/thanks")), 200, "de", &[]);

        let second = town.press(&first, &[("services_used", "fees")], NEXT);
        let turned = town.press(&second, &[("courtesy", "4"), ("clarity", "5")], ("_lang", "sl"));
        assert_says(&turned, 200, "sl", &["name=\"courtesy\" value=\"4\" checked", "name=\"services_used\" value=\"fees\""]);
        // On another device it goes on in the language chosen last, whatever the person's and the browser's is.
        let resumed = in_french(link);
        assert_says(&resumed, 200, "sl", &["name=\"courtesy\" value=\"4\" checked", "2 od 4"]);
        assert_says(&in_french(&format!("{link}/saved")), 200, "sl", &["31. marca 2026"]);
        let english = in_french(&format!("{link}?lang=en"));
        assert_says(&english, 200, "en", &["Page 2 of 4", "name=\"clarity\" value=\"5\" checked"]);
        let third = town.press(&english, &[("courtesy", "4"), ("clarity", "5"), ("overall", "4")], NEXT);
        let fourth = town.press(&third, &[], NEXT);
        let sent = town.press(&fourth, &[], NEXT);
        assert_says(&town.get(&sent.location), 200, "en", &["Thank you"]);
        let rows = town.site.store.read(|db| store::response::rows(db, town.survey)).unwrap();
        let version = town.site.form_version(rows[0].0).unwrap();
        let answered = |code: &str| version.layout.field(code).unwrap().read(&rows[0].1.closed);
        let given = ascolto::form::Value::Given;
        assert_eq!((answered("courtesy"), answered("clarity"), answered("overall")), (given(4), given(5), given(4)));
        town.to_day(day(4, 1));
        assert_says(&in_french(link), 410, "de", &["31. März 2026"]);
    }

    fn what_was_shown_today_and_is_sent_tomorrow_is_kept(fresh: &Fresh) {
        let town = Town::open(fresh, "one_page");
        let [invited, public] = [town.links[0].clone(), format!("{}/q/urp2026", town.base)].map(|link| Browser::new().get(&link));
        town.to_day(day(3, 11));
        for shown in [&public, &invited] {
            // The reply is lost, and the browser sends once more, a day later.
            let sent = [day(3, 11), day(3, 12)].map(|date| {
                town.to_day(date);
                town.press(shown, &[("overall", "5")], NEXT)
            });
            assert!(sent.iter().all(|page| page.status == 303 && !page.location.contains("first=kept")), "{}", sent[1].location);
        }
        assert_eq!(town.responses(), 2);
        let other = town.press(&invited, &[("overall", "1")], NEXT);
        assert!(other.status == 303 && other.location.ends_with("first=kept"), "{}", other.location);
        assert_eq!(town.responses(), 2);
    }

    fn a_draft_goes_when_nobody_can_send_it_any_more(fresh: &Fresh) {
        let town = Town::open(fresh, "page_by_page");
        for link in &town.links {
            town.press(&Browser::new().get(link), &[("services_used", "fees")], SAVE);
        }
        assert_eq!(town.drafts(), 2);
        stop_survey(&town.site, town.survey).unwrap();
        assert_eq!(town.drafts(), 0);
        assert_says(&Browser::new().get(&format!("{}/saved", town.links[0])), 410, "it", &["La rilevazione è chiusa"]);
        assert_says(&Browser::new().get(&town.links[1]), 410, "de", &[]);
        close_survey(&town.site, town.survey).unwrap();
        assert_says(&Browser::new().get(&town.links[0]), 410, "it", &["La rilevazione è chiusa"]);
    }

    fn a_question_added_meanwhile_does_not_pass_unseen_page_by_page(fresh: &Fresh) {
        let town = Town::open(fresh, "page_by_page");
        let second = town.press(&Browser::new().get(&town.links[0]), &[], NEXT);
        let third = town.press(&second, &WHOLE, NEXT);
        town.does_not_let_pass_unseen(&third);
        assert_says(&Browser::new().get(&town.links[1]), 200, "de", &["Seite 1 von 4"]);
    }

    fn a_question_added_meanwhile_does_not_pass_unseen_on_one_page(fresh: &Fresh) {
        let town = Town::open(fresh, "one_page");
        town.does_not_let_pass_unseen(&Browser::new().get(&town.links[0]));
        assert_says(&Browser::new().get(&town.links[1]), 200, "de", &["name=\"machine\""]);
    }

    fn only_the_link_reads_its_draft(fresh: &Fresh) {
        let town = Town::open(fresh, "one_page");
        let tokens = town.links.each_ref().map(|link| token_of(link));
        let survey = town.site.survey(town.survey).unwrap();
        let answers = RawAnswers::bounded(vec![("comment".to_owned(), "Rosalba scrive".to_owned())]).unwrap();
        let draft = Draft { answers, page: 0, version: survey.form_version, language: Language::italian() };
        keep_draft(&town.site, &survey, &tokens[0], &draft).unwrap();
        assert_eq!(find_draft(&town.site, survey.id, &tokens[0]).unwrap(), Some(draft));
        assert_eq!(find_draft(&town.site, survey.id, &tokens[1]).unwrap(), None);
        assert_eq!(find_draft(&town.site, survey.id, &Token::random()).unwrap(), None);
        // Under the right number with another key, as if rows had been exchanged: it does not open, and keeps nobody out.
        let id = ascolto::ids::DraftId(tokens[0].derive("draft-id"));
        let body = town.site.store.read(|db| store::response_draft::find(db, survey.id, id)).unwrap().unwrap();
        assert!(tokens[0].derive_key("draft").open(&body, b"").is_none());
        assert!(!body.windows(7).any(|window| window == b"Rosalba"));
        let (answer, theirs) = (ascolto::ids::ResponseId([0; 16]), ascolto::ids::DraftId(tokens[1].derive("draft-id")));
        town.site.store.write(|db| store::response_draft::keep(db, survey.id, theirs, answer, &body)).unwrap();
        assert_eq!(find_draft(&town.site, survey.id, &tokens[1]).unwrap(), None);
        assert_says(&Browser::new().get(&town.links[1]), 200, "de", &["name=\"overall\""]);
    }
}

#[test]
fn a_public_page_has_no_draft() {
    let fresh = Fresh::sqlite();
    let town = Town::open(&fresh, "page_by_page");
    let shown = town.get("/q/urp2026");
    assert!(!shown.text.contains("value=\"save\"") && !shown.text.contains("bozza"), "{}", shown.text);
    let stayed = town.press(&shown, &[("services_used", "fees")], SAVE);
    assert_says(&stayed, 200, "it", &["Pagina 1 di 4", "value=\"fees\" checked"]);
    assert_eq!((town.get("/q/urp2026/saved").status, town.drafts()), (404, 0));
}
