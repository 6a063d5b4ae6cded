//! The staff's working day over real HTTP.

use crate::campaign::LetterState;
use crate::flows::sign_in::{add_account, set_active};
use crate::office::Role;
use crate::secret::Secret;
use crate::store::{self, StoreError};
use crate::survey::State;
use crate::text::Code;
use crate::web::tests::{Got, Town};

mod lapsed;
mod people;
mod planning;

const PASSWORD: &str = "una lunga parola d'ordine";

/// A browser that is signed in.
struct Clerk<'t> {
    town: &'t Town,
    cookie: String,
    secret: String,
}

impl<'t> Clerk<'t> {
    fn sign_in(town: &'t Town, login: &str, role: Role) -> Self {
        add_account(&town.site, login, "", role, &Secret::new(PASSWORD)).unwrap();
        Self::enter(town, login)
    }

    /// Signs in to an account that is there; after some days the session is over.
    fn enter(town: &'t Town, login: &str) -> Self {
        let entered = town.post("/staff/sign-in", credentials(login, PASSWORD).as_bytes());
        assert_eq!((entered.status, entered.header("location")), (303, "/staff"));
        let set = entered.header("set-cookie");
        assert!(set.contains("HttpOnly") && set.contains("SameSite=Strict") && set.contains("Path=/"), "{set}");
        let cookie = set.split(';').next().unwrap().to_owned();
        let secret = town.get_as(&cookie, "/staff").hidden("_secret");
        Self { town, cookie, secret }
    }

    fn get(&self, path: &str) -> Got {
        self.town.get_as(&self.cookie, path)
    }

    fn post(&self, path: &str, fields: &str) -> Got {
        self.town.post_as(&self.cookie, path, format!("_secret={}&{fields}", self.secret).as_bytes())
    }

    fn upload(&self, path: &str, file: &str) -> Got {
        self.send_parts(path, "", [("file", "c.csv", file)])
    }

    /// A file of contacts: looked at, then confirmed as its page offers it.
    fn take_in(&self, contacts: &str, file: &str) -> Got {
        let looked = self.upload(contacts, file);
        assert_eq!(looked.status, 200, "{}", looked.text);
        let hidden = |name: &str| crate::web::typed::encode(&looked.hidden(name));
        let fields = format!("contacts_text={}&looked={}&confirm=yes", hidden("contacts_text"), hidden("looked"));
        self.send_parts(contacts, &fields, [])
    }

    /// Fields, written as [`plan`] is, and files, as a browser sends them together.
    fn send_parts<const N: usize>(&self, path: &str, fields: &str, files: [(&str, &str, &str); N]) -> Got {
        let part = |rest: &str| format!("--b\r\nContent-Disposition: form-data; {rest}\r\n");
        let mut body = part(&format!("name=\"_secret\"\r\n\r\n{}", self.secret));
        for (name, value) in crate::web::typed::pairs(fields.as_bytes()).unwrap() {
            body.push_str(&part(&format!("name=\"{name}\"\r\n\r\n{value}")));
        }
        for (field, name, text) in files {
            body.push_str(&part(&format!("name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: text/plain\r\n\r\n{text}")));
        }
        self.town.send_as(&self.cookie, path, "multipart/form-data; boundary=b", format!("{body}--b--\r\n").as_bytes())
    }
}

fn credentials(login: &str, password: &str) -> String {
    format!("login={login}&password={}", password.replace(' ', "+").replace('\'', "%27"))
}

/// A whole plan as a browser posts it.
fn plan(office: i64) -> String {
    format!(
        "office={office}&year=2027&title=URP+2027&code=urp_2027&form=catalog%3Aurp-annuale&charter=catalog%3Acarta-urp\
         &opens_on=2027-03-01&closes_on=2027-03-31&collecting_days=7&channels=web&channels=email&channels=kiosk\
         &universe_web=1.200&universe_kiosk=&planned_responses=300&privacy_threshold=5"
    )
}

fn office(town: &Town) -> i64 {
    town.site.store.read(store::office::list).unwrap()[0].id.0
}

fn planned(town: &Town) -> crate::survey::Survey {
    town.site.store.read(|db| store::survey::find_by_code(db, &Code::parse("urp_2027").unwrap())).unwrap()
}

#[test]
fn only_who_is_signed_in_comes_in_and_a_wrong_password_keeps_the_login() {
    let town = Town::annual();
    let shut = town.get("/staff/surveys/1");
    assert_eq!((shut.status, shut.header("location")), (303, "/staff/sign-in?next=/staff/surveys/1"));
    let clerk = Clerk::sign_in(&town, "rosa_porta", Role::Staff);
    let wrong = town.post("/staff/sign-in", credentials("rosa_porta", "sbagliata").as_bytes());
    assert_eq!(wrong.status, 401);
    assert!(wrong.text.contains("value=\"rosa_porta\"") && wrong.text.contains("Il nome utente o la password non sono corretti"));
    let out = clerk.post("/staff/sign-out", "");
    assert_eq!((out.status, out.header("location")), (303, "/staff/sign-in"));
    assert_eq!(clerk.get("/staff").status, 303);
}

#[test]
fn wrong_passwords_side_by_side_are_no_more_than_one_after_another() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "rita_guess", Role::Staff);
    let wrong = credentials("rita_guess", "sbagliata");
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let posts: Vec<_> = (0..16).map(|_| scope.spawn(|| town.post("/staff/sign-in", wrong.as_bytes()).status)).collect();
        posts.into_iter().map(|post| post.join().unwrap()).collect()
    });
    let tried = statuses.iter().filter(|status| **status == 401).count();
    assert!(tried <= usize::from(town.site.config.sign_in_attempts), "{statuses:?}");
    assert!(statuses.iter().all(|status| [401, 429].contains(status)), "{statuses:?}");
    assert_eq!(clerk.get("/staff").status, 200, "who is in stays in");
    let long = format!("login={}&password=x", "a".repeat(101));
    for _ in 0..=town.site.config.sign_in_attempts {
        assert_eq!(town.post("/staff/sign-in", long.as_bytes()).status, 401, "no login is so long: it is not remembered");
    }
}

#[test]
fn an_account_switched_off_is_refused_at_once_and_comes_in_again_when_switched_on() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "lina_bassi", Role::Staff);
    assert_eq!(clerk.get("/staff").status, 200);
    set_active(&town.site, " Lina_Bassi ", false).unwrap();
    assert_eq!((clerk.get("/staff").status, clerk.post("/staff/sign-out", "").status), (303, 303));
    let sign_in = || town.post("/staff/sign-in", credentials("lina_bassi", PASSWORD).as_bytes()).status;
    assert_eq!(sign_in(), 401);
    set_active(&town.site, "lina_bassi", true).unwrap();
    assert_eq!(clerk.get("/staff").status, 303, "the old session stays over");
    assert_eq!(sign_in(), 303);
    assert!(set_active(&town.site, "nobody", false).is_err());
}

#[test]
fn a_change_needs_the_sessions_secret_and_a_role_that_works() {
    let town = Town::annual();
    let path = format!("/staff/surveys/{}/close", town.survey);
    let clerk = Clerk::sign_in(&town, "carla_secret", Role::Staff);
    assert_eq!(town.post_as(&clerk.cookie, &path, b"_secret=guessed").status, 403);
    let head = Clerk::sign_in(&town, "dirigente", Role::Leadership);
    assert_eq!(head.post(&path, "").status, 403);
    assert_eq!(head.get(&path).status, 403);
    assert_eq!(head.get("/staff/surveys/new").status, 403);
    assert!(!head.get("/staff").text.contains("/staff/surveys/new"));
    assert_eq!(head.post("/staff/sign-out", "").status, 303);
    assert_eq!(town.site.survey(town.survey).unwrap().state, State::Open);
}

#[test]
fn staff_are_told_what_went_wrong_in_words_of_their_own() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "nina_lost", Role::Staff);
    for (got, status, words) in [
        (clerk.get("/staff/nowhere"), 404, "nessuna pagina dell'ufficio"),
        (clerk.get("/d/nowhere"), 404, "nessuna pagina dell'ufficio"),
        (clerk.get("/staff/editions/99999999999999999999"), 404, "nessuna pagina dell'ufficio"),
        (clerk.get("/staff/editions/next"), 404, "nessuna pagina dell'ufficio"),
        (clerk.post("/staff/surveys/1/kiosks/99999999999999999999/revoke", ""), 404, "nessuna pagina dell'ufficio"),
        (clerk.post("/staff/results", ""), 405, "solo a un pulsante"),
        (town.post_as(&clerk.cookie, "/d/urp", b"_secret=guessed"), 403, "Operazione non permessa"),
        (
            clerk.upload(&format!("/staff/surveys/{}/contacts", town.survey), &"a@example.it\r\n".repeat(700_000)),
            413,
            "al massimo 8 MB",
        ),
    ] {
        assert_eq!(got.status, status, "{words}");
        let text = got.text.replace("&#39;", "'");
        assert!(text.contains("class=\"workplace\"") && text.contains(words) && text.contains("href=\"/staff\""), "{text}");
    }
}

#[test]
fn the_address_of_a_button_leads_to_its_page() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "bice_button", Role::Staff);
    for (button, page) in [
        ("/staff/sign-out", "/staff"),
        ("/staff/language", "/staff"),
        ("/staff/surveys/1/duplicate", "/staff/surveys/1"),
        ("/staff/surveys/1/kiosks/2/revoke", "/staff/surveys/1"),
        ("/staff/surveys/1/contacts/remind", "/staff/surveys/1/contacts"),
        ("/staff/editions/1/publish", "/staff/editions/1"),
        ("/staff/charters/begin", "/staff/charters"),
        ("/staff/charters/draft/1/discard", "/staff/charters/draft/1"),
        ("/staff/charters/draft/1/standards/2/move", "/staff/charters/draft/1"),
        ("/staff/charters/draft/1/standards/2/remove", "/staff/charters/draft/1"),
        ("/staff/editions/1/past", "/staff/editions/1/figures"),
        ("/staff/editions/1/outcomes", "/staff/editions/1/actions"),
    ] {
        let led = clerk.get(button);
        assert_eq!((led.status, led.header("location")), (303, page));
    }
    assert_eq!(clerk.get("/staff").status, 200, "and presses nothing");
}

#[test]
fn where_collecting_ends_early_nobody_reads_of_a_later_last_day() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "ines_late", Role::Staff);
    let stop = clerk.get(&format!("/staff/surveys/{}/stop", town.survey)).text;
    assert!(stop.contains("Fino al 10 marzo 2026 si possono ancora") && stop.contains("Dati simulati"), "{stop}");
    assert_eq!(clerk.post(&format!("/staff/surveys/{}/stop", town.survey), "").status, 303);
    assert!(clerk.get("/staff").text.contains("dal 3 marzo 2026 al 3 marzo 2026"), "the last day is the one on which it ended");
    let shut = town.get("/q/urp");
    assert!(shut.status == 410 && shut.text.contains("fino al 3 marzo 2026") && !shut.text.contains("12 marzo"), "{}", shut.text);
    town.to_day(9);
    let clerk = Clerk::enter(&town, "ines_late");
    let late = clerk.get("/d/urp");
    assert!(late.status == 410 && late.text.contains("ultimo giorno era il 3 marzo 2026"), "{}", late.text);
    let draft = clerk.post(&format!("/staff/surveys/{}/duplicate", town.survey), "");
    let next = clerk.get(draft.header("location").split('?').next().unwrap()).text;
    assert!(next.contains("value=\"2027-03-12\""), "next year's plan is as long as this year's was: {next}");
    assert!(!late.text.contains("Grazie per"), "that is for citizens");
}

#[test]
fn a_survey_is_planned_opened_and_closed() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "ada_plan", Role::Staff);
    assert!(clerk.get("/staff/surveys/new").text.contains("value=\"catalog:urp-annuale\" selected"));
    let made = clerk.post("/staff/surveys/new", &plan(office(&town)));
    let survey = planned(&town).id;
    let own = format!("/staff/surveys/{survey}");
    assert_eq!((made.status, made.header("location")), (303, format!("{own}?done=staff-done-saved").as_str()));
    let shown = clerk.get(made.header("location")).text;
    assert!(!shown.contains("/q/urp_2027"), "nobody can answer a draft");
    assert!(!shown.contains("Collegamenti") && !shown.contains("id=\"kiosks\""), "no heading over nothing");
    for words in ["Il piano è stato salvato", "bozza", "1.200", "Valore da raggiungere", "almeno"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let edited = clerk.get(&format!("{own}/edit")).text;
    assert!(edited.contains("value=\"2027-03-01\"") && edited.contains("value=\"kiosk\" checked"));
    let changed = clerk.post(&format!("{own}/edit"), &plan(office(&town)).replace("URP+2027", "Un+altro+titolo"));
    assert_eq!((changed.status, planned(&town).title.as_str()), (303, "Un altro titolo"));
    assert!(clerk.get(&format!("{own}/open")).text.contains("Nessun invito parte da solo"));
    assert_eq!(clerk.post(&format!("{own}/open"), "").status, 303);
    let opened = clerk.get(&own).text;
    assert!(opened.contains("SHA-256") && opened.contains("/q/urp_2027"));
    assert_eq!(clerk.post(&format!("{own}/open"), "").status, 409);
    assert_eq!(clerk.get(&format!("{own}/edit")).status, 409);
    assert_eq!(clerk.post(&format!("{own}/stop"), "").status, 303);
    assert_eq!(clerk.post(&format!("{own}/close"), "").status, 303);
    assert_eq!(planned(&town).state, State::Closed);
    assert_eq!(clerk.post(&format!("{own}/duplicate"), "").status, 303);
    assert!(clerk.get("/staff").text.contains("<caption>2028</caption>"));
}

#[test]
fn whatever_is_wrong_in_a_plan_is_named_and_what_was_typed_stays() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "eva_mistakes", Role::Staff);
    let typed = plan(office(&town));
    let wrong = typed.replace("2027-03-31", "31+marzo").replace("code=urp_2027", "code=URP+2027").replace("=1.200", "=molti");
    let refused = clerk.post("/staff/surveys/new", &wrong);
    assert_eq!(refused.status, 422);
    for words in ["href=\"#closes_on\"", "href=\"#code\"", "href=\"#universe_web\"", "value=\"31 marzo\"", "value=\"URP 2027\""] {
        assert!(refused.text.contains(words), "{words}");
    }
    let odd = clerk.post("/staff/surveys/new", &typed.replace("=1.200", "=12.5"));
    assert!(odd.status == 422 && odd.text.contains("href=\"#universe_web\""), "12.5 people are not 125");
    assert!(odd.text.contains("<title>Da correggere: "));
    assert!(odd.text.contains("Contatti in un anno, web"), "the summary stands far from the field's heading: {}", odd.text);
    assert!(odd.text.contains("fra 0 e 1.000.000.000"), "{}", odd.text);
    let year = clerk.post("/staff/surveys/new", &typed.replace("year=2027", "year=27"));
    assert!(year.text.contains("fra 2000 e 2100"), "{}", year.text);
    let taken = clerk.post("/staff/surveys/new", &typed.replace("urp_2027", "urp"));
    assert!(taken.status == 422 && taken.text.contains("href=\"#code\""), "{}", taken.text);
    let pasted = clerk.post("/staff/surveys/new", &format!("{typed}&form_text=code+%3D+7%0Alanguages+%3D+%5B%22it%22%5D"));
    assert_eq!(pasted.status, 422);
    assert!(pasted.text.contains("questionario.toml:1:") && pasted.text.contains("^") && pasted.text.contains("code = 7"));
}

#[test]
fn contacts_are_uploaded_with_a_report_and_invited_once() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "ugo_contacts", Role::Staff);
    let own = format!("/staff/surveys/{}/contacts", town.survey);
    let file = "email;nome\r\nrosa@example.it;Rosa\r\nROSA@example.it;\r\nnessuno;\r\n";
    let looked = clerk.upload(&own, file);
    assert!(looked.status == 200 && looked.text.contains("Un nuovo destinatario"), "{}", looked.text);
    assert_eq!(town.site.store.read(|db| store::contact::count(db, town.survey)).unwrap(), 0, "nothing is kept yet");
    let report = clerk.take_in(&own, file);
    assert_eq!(report.status, 200);
    for words in ["3 righe lette", "Un destinatario aggiunto", "Una riga ripete", "Riga 4: "] {
        assert!(report.text.contains(words), "{words}: {}", report.text);
    }
    assert!(clerk.upload(&own, "nome\r\nRosa\r\n").text.contains("Nessuna colonna contiene gli indirizzi"));
    assert_eq!(clerk.upload(&own, &"a@example.it\r\n".repeat(700_000)).status, 413);
    let invited = clerk.post(&format!("{own}/invite"), "");
    assert_eq!(invited.header("location"), format!("{own}?done=staff-done-invited&count=1"));
    assert!(clerk.get(invited.header("location")).text.contains("Un invito è in partenza"));
    assert!(clerk.post(&format!("{own}/invite"), "").header("location").ends_with("count=0"));
    let shown = clerk.get(&own).text;
    assert!(
        shown.contains("da inviare") && !shown.contains("rosa@example.it") && !shown.contains("si ritentano in quella pagina")
    );

    let now = town.site.clock.now();
    let refuse = |db: &mut store::Database| {
        let claimed = store::letter::claim_due(db, now, now, store::letter::Limits::at_most(9))?;
        claimed
            .iter()
            .map(|letter| store::letter::mark_bounced(db, letter, LetterState::BouncedHard, "550"))
            .collect::<Result<Vec<bool>, StoreError>>()
    };
    assert_eq!(town.site.store.write(refuse).unwrap(), [true]);
    assert!(clerk.get(&own).text.contains("si ritentano in quella pagina"));
    let sending = own.replace("/contacts", "/sending");
    let retried = clerk.post(&sending, "bounced=yes");
    assert!(clerk.get(retried.header("location")).text.contains("Un invito rifiutato è di nuovo in partenza"));
}

#[test]
fn a_kiosk_is_placed_and_revoked_and_the_form_is_printed() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "ivo_kiosk", Role::Administrator);
    let own = format!("/staff/surveys/{}", town.survey);
    let nowhere = clerk.post(&format!("{own}/kiosks"), "place=+");
    assert!(nowhere.status == 422 && nowhere.text.contains("aria-describedby=\"h-place e-place\""), "{}", nowhere.text);
    assert_eq!(clerk.post(&format!("{own}/kiosks"), "place=Atrio").status, 303);
    let shown = clerk.get(&own).text;
    assert!(shown.contains("Atrio") && shown.contains("/k/"));
    let revoke = shown.split("action=\"").find(|rest| rest.contains("/revoke\"")).unwrap();
    let revoke = revoke.split('"').next().unwrap().to_owned();
    let revoked = clerk.post(&revoke, "");
    assert!(clerk.get(revoked.header("location")).text.contains("Il totem è stato disattivato"));
    assert!(clerk.get(&own).text.contains("disattivato") && !clerk.get(&own).text.contains("/k/"));
    let paper = clerk.get(&format!("{own}/form")).text;
    assert!(paper.contains("class=\"tick\"") && paper.contains("12 marzo 2026"));
    let contact = &town.site.store.read(store::office::list).unwrap()[0].contact;
    for wanted in [
        "art. 6, par. 1",
        &format!("Non è un reclamo: per avere risposta scriva a {contact}."),
        &format!("Per informazioni: {contact}"),
    ] {
        assert!(paper.contains(wanted), "{wanted}");
    }
    assert!(paper.contains("(solo se a «") && paper.contains("» ha risposto «Altro»)"), "who has to write is said on paper");
    assert!(!paper.contains("Il collegamento personale") && paper.contains("/form?lang=de\""));
    let german = clerk.get(&format!("{own}/form?lang=de")).text;
    assert!(german.contains("<html lang=\"de\">") && german.contains("<div class=\"paper\" lang=\"de\">"), "{german}");
    assert!(german.contains("Was wir speichern") && !german.contains("Lo riconsegni"));
    assert_eq!(clerk.get("/staff/surveys/999").status, 404);
}

fn adjustment(last_day: &str, rest: &str) -> String {
    format!("title=URP+di+marzo&closes_on={last_day}&collecting_days=7{rest}")
}

#[test]
fn a_survey_in_the_field_is_prolonged_shortened_and_replanned_but_never_into_the_past() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "lia_adjust", Role::Staff);
    let own = format!("/staff/surveys/{}", town.survey);
    let adjust = format!("{own}/adjust");
    assert!(clerk.get(&own).text.contains(&format!("href=\"{adjust}\"")));
    let shown = clerk.get(&adjust).text;
    assert!(shown.contains("value=\"2026-03-12\"") && shown.contains("restano come sono stati sigillati"), "{shown}");
    let last_day = || town.site.survey(town.survey).unwrap().closes_on.to_string();
    let post =
        |day: &str, rest: &str| clerk.post(&adjust, &format!("title=URP+di+marzo&closes_on={day}&collecting_days=7{rest}"));

    // The clock stands on 3 March.
    let past = post("2026-03-02", "&planned_responses=0");
    assert_eq!((past.status, last_day().as_str()), (422, "2026-03-12"));
    assert!(past.text.contains("viene prima dell") && past.text.contains("value=\"URP di marzo\""), "{}", past.text);
    town.to_day(4);
    let clerk = Clerk::enter(&town, "lia_adjust");
    let post = |day: &str, rest: &str| clerk.post(&adjust, &adjustment(day, rest));
    assert!(post("2026-03-05", "&planned_responses=0").text.contains("scelga oggi o un giorno futuro"));
    assert_eq!(post("2026-03-06", "&planned_responses=0").status, 303);
    assert_eq!(last_day(), "2026-03-06");
    town.to_day(5);
    let clerk = Clerk::enter(&town, "lia_adjust");
    let post = |day: &str, rest: &str| clerk.post(&adjust, &adjustment(day, rest));
    assert_eq!(town.get("/q/urp").status, 410, "shortened");
    assert_eq!(post("2026-04-30", "&planned_responses=0").status, 303);
    assert_eq!((town.get("/q/urp").status, town.site.survey(town.survey).unwrap().title.as_str()), (200, "URP di marzo"));

    let unexplained = post("2026-04-30", "&planned_responses=250");
    assert!(
        unexplained.status == 422 && unexplained.text.contains("href=\"#reason\"") && unexplained.text.contains("value=\"250\"")
    );
    assert_eq!(post("2026-04-30", "&planned_responses=250&reason=Due+sportelli+chiusi").status, 303);
    let after = clerk.get(&own).text;
    assert!(after.contains("Due sportelli chiusi") && after.contains("&#34;planned_responses&#34;:250"), "{after}");
    let head = Clerk::sign_in(&town, "capo_adjust", Role::Leadership);
    assert_eq!((head.get(&adjust).status, head.post(&adjust, "").status), (403, 403));
}

#[test]
fn once_answering_is_over_only_the_days_for_paper_still_change() {
    let town = Town::annual();
    town.to_day(12);
    let clerk = Clerk::sign_in(&town, "noa_paper", Role::Staff);
    let own = format!("/staff/surveys/{}", town.survey);
    let adjust = format!("{own}/adjust");
    assert_eq!(clerk.post(&format!("{own}/stop"), "").status, 303);
    let shown = clerk.get(&adjust).text;
    assert!(
        !shown.contains("name=\"closes_on\"") && shown.contains("12 marzo 2026") && shown.contains("19 marzo 2026"),
        "{shown}"
    );
    let days =
        |days: &str| clerk.post(&adjust, &format!("title=URP&closes_on=2026-05-01&collecting_days={days}&planned_responses=0"));
    assert!(days("1").status == 422 && days("1").text.contains("href=\"#collecting_days\""));
    assert_eq!(days("30").status, 303);
    let survey = town.site.survey(town.survey).unwrap();
    assert_eq!((survey.collecting_days, survey.closes_on.to_string().as_str()), (30, "2026-03-12"), "the last day stays");
    assert_eq!(clerk.post(&format!("{own}/close"), "").status, 303);
    assert_eq!((clerk.get(&adjust).status, days("40").status), (409, 409));
}

#[test]
fn staff_never_get_a_page_that_claims_a_language_it_is_not_in() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "eva_lingua", Role::Administrator);
    assert!(town.get("/staff/sign-in?lang=fr").text.contains("<html lang=\"it\">"));
    for path in ["/staff?lang=fr", "/staff/results?lang=fr", "/staff/surveys/999?lang=fr", "/report/urp/2020?lang=fr"] {
        let page = clerk.get(path).text;
        assert!(page.contains("<html lang=\"it\">"), "{path}: {}", page.lines().nth(1).unwrap_or(""));
    }
    assert!(clerk.get("/staff?lang=en").text.contains("<html lang=\"en\">"));
    assert!(town.get("/q/urp?lang=de").text.contains("<html lang=\"de\">"));
}
