//! Sessions that are over, and the language that a browser remembers.

use super::{Clerk, PASSWORD, credentials, office, plan, planned};
use crate::office::Role;
use crate::store;
use crate::text::Code;
use crate::web::tests::Town;
use crate::web::typed::encode;

const NEW: &str = "/staff/surveys/new";

fn is_planned(town: &Town) -> bool {
    town.site.store.read(|db| store::survey::find_by_code(db, &Code::parse("urp_2027").unwrap())).is_ok()
}

fn with_carried(login: &str, password: &str, carried: &str) -> String {
    with_next(login, password, carried, NEW)
}

fn with_next(login: &str, password: &str, carried: &str, next: &str) -> String {
    let carried = encode(&carried.replace("&#38;", "&"));
    format!("{}&next={}&carried={carried}", credentials(login, password), encode(next))
}

#[test]
fn a_promise_typed_when_the_session_was_over_is_shown_in_the_words_of_its_page() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "carla_late", Role::Staff);
    let office = office(&town);
    assert_eq!(clerk.post("/staff/charters/begin", &format!("office={office}&from=catalog%3Acarta-urp")).status, 303);
    let page = format!("/staff/charters/draft/{office}/standards/1");
    town.to_day(3);
    let typed = "revision=1&was=three_rings&title_it=Squilli&promise_en=Three&measure=within&direction=at-most&year_target_2=85&item=overall";
    let over = clerk.post(&page, typed);
    assert_eq!(over.status, 401);
    let back = town.post("/staff/sign-in", with_next("carla_late", PASSWORD, &over.hidden("carried"), &page).as_bytes());
    for (label, value) in [
        ("Titolo (Italiano)", "Squilli"),
        ("Impegno verso l&#39;utente (English)", "Three"),
        ("Indicatore", "Ufficio: quota dei casi entro un limite (squilli, minuti)"),
        ("L&#39;impegno è mantenuto con", "al massimo"),
        ("Valore in quell&#39;anno (2)", "85"),
        ("Domanda del questionario", "Nel complesso, quanto La soddisfa il nostro servizio?"),
    ] {
        assert!(back.text.contains(&format!("<dt>{label}</dt><dd class=\"typed\">{value}</dd>")), "{label}: {}", back.text);
    }
    assert!(!back.text.contains("<dd class=\"typed\">three_rings"), "{}", back.text);
}

#[test]
fn what_was_typed_when_the_session_was_over_is_seen_again_and_sent_by_a_press() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "elda_late", Role::Staff);
    town.to_day(3);
    let over = clerk.post(NEW, &plan(office(&town)));
    assert_eq!(over.status, 401);
    assert!(over.text.contains("La sessione è scaduta") && over.hidden("next") == NEW, "{}", over.text);
    let carried = over.hidden("carried");

    let wrong = town.post("/staff/sign-in", with_carried("elda_late", "sbagliata", &carried).as_bytes());
    assert_eq!((wrong.status, wrong.hidden("carried")), (401, carried.clone()), "a wrong password loses nothing");
    let back = town.post("/staff/sign-in", with_carried("elda_late", PASSWORD, &carried).as_bytes());
    assert_eq!(back.status, 200);
    let page = town.site.store.read(store::office::list).unwrap().remove(0);
    for (label, value) in [
        ("Titolo", "URP 2027"),
        ("Ufficio", page.name.as_str()),
        ("Primo giorno", "1º marzo 2027"),
        ("Canali", "web, e-mail, totem"),
        ("Contatti in un anno: web", "1.200"),
    ] {
        assert!(back.text.contains(&format!("<dt>{label}</dt><dd class=\"typed\">{value}</dd>")), "{label}: {}", back.text);
    }
    let shown = back.text.split("<dl").nth(1).and_then(|rest| rest.split("</dl>").next()).unwrap();
    assert!(shown.contains("dal catalogo") && !shown.contains("catalog:") && !shown.contains("opens_on"), "{shown}");
    assert!(back.text.contains(&format!("action=\"{NEW}\"")) && !is_planned(&town), "nothing is done before a press");

    let cookie = back.header("set-cookie").split(';').next().unwrap().to_owned();
    let secret = back.hidden("_secret");
    assert_ne!(secret, clerk.secret);
    let again = town.post_as(&cookie, NEW, format!("_secret={secret}&{}", plan(office(&town))).as_bytes());
    assert_eq!((again.status, planned(&town).title.as_str()), (303, "URP 2027"));
    let old = town.post_as(&cookie, NEW, format!("_secret={}&{}", clerk.secret, plan(office(&town))).as_bytes());
    assert_eq!(old.status, 403, "the old secret opens nothing");
}

#[test]
fn a_sheet_and_a_figure_typed_when_the_session_was_over_are_shown_in_words() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "enzo_late", Role::Staff);
    town.to_day(3);
    let shown = |path: &str, fields: &str| {
        let carried = clerk.post(path, fields).hidden("carried");
        let text = town.post("/staff/sign-in", with_next("enzo_late", PASSWORD, &carried, path).as_bytes()).text;
        text.split("<dl").nth(1).and_then(|rest| rest.split("</dl>").next()).unwrap_or_else(|| panic!("{text}")).to_owned()
    };
    let sheet =
        shown("/d/urp", "_channel=paper&_batch=Atrio&_day=2026-03-04&overall=4&queue=%3F&needs=online&needs=other&comment=Bene");
    for words in ["<dd class=\"typed\">carta</dd>", "Atrio", "4 marzo 2026", "Abbastanza", "Non so", "Bene"] {
        assert!(sheet.contains(words), "{words}: {sheet}");
    }
    assert!(
        !sheet.contains("overall") && !sheet.contains("online<") && !sheet.contains(">4<") && !sheet.contains(">?<"),
        "{sheet}"
    );
    let edition = town.site.survey(town.survey).unwrap().edition;
    let figure = shown(&format!("/staff/editions/{edition}/figures"), "standard=three_rings&value=41&cases=40&note=registro");
    assert!(
        figure.contains("<dt>Obiettivo</dt>") && figure.contains("<dt>Fonte</dt>") && !figure.contains("three_rings"),
        "{figure}"
    );
    let action = shown(&format!("/staff/editions/{edition}/actions"), "goal=overall&what=Sedie&owner=URP&due_on=2027-06-30");
    assert!(action.contains("30 giugno 2027") && action.contains("Sedie") && !action.contains(">overall<"), "{action}");
}

#[test]
fn a_mere_press_of_a_button_is_not_carried_and_its_page_comes_back_as_it_was_asked_for() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "ersilia_late", Role::Staff);
    town.to_day(3);
    let close = format!("/staff/surveys/{}/close", town.survey);
    let over = clerk.post(&close, "");
    assert_eq!((over.status, over.header("location")), (303, format!("/staff/sign-in?next={close}").as_str()));
    let asked = clerk.get("/d/urp?channel=paper&batch=Scatola+1&done=results-done-sheet");
    let next = "/d/urp?channel=paper&batch=Scatola%201";
    assert_eq!(asked.header("location"), format!("/staff/sign-in?next={}", encode(next).replace("%2F", "/")));
    assert_eq!(town.get(asked.header("location")).hidden("next"), next.replace('&', "&#38;"));
    let entered =
        town.post("/staff/sign-in", format!("{}&next={}", credentials("ersilia_late", PASSWORD), encode(next)).as_bytes());
    assert_eq!(entered.header("location"), next);
}

#[test]
fn a_form_of_another_site_is_never_carried() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "ezio_late", Role::Staff);
    town.to_day(3);
    for secret in ["", "guessed", "guessed.guessed"] {
        let strange = town.post_as(&clerk.cookie, NEW, format!("_secret={secret}&{}", plan(office(&town))).as_bytes());
        assert_eq!((strange.status, strange.header("location")), (303, "/staff/sign-in?next=/staff/surveys/new"));
    }
    let planted = with_carried("ezio_late", PASSWORD, "_secret=guessed.guessed&title=planted");
    let entered = town.post("/staff/sign-in", planted.as_bytes());
    assert_eq!((entered.status, entered.header("location")), (303, NEW));
    let out = clerk.post("/staff/sign-out", "");
    assert_eq!((out.status, out.header("location")), (303, "/staff/sign-in?next=/staff/sign-out"));
}

#[test]
fn a_file_is_not_carried_and_said_so_but_a_form_file_is_kept_as_text() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "fede_late", Role::Staff);
    town.to_day(3);
    let own = format!("/staff/surveys/{}/contacts", town.survey);
    let over = clerk.upload(&own, "email\r\nrosa@example.it\r\n");
    assert!(over.status == 401 && over.text.contains("lo scelga di nuovo") && !over.text.contains("rosa@example"));
    let carried = over.hidden("carried");
    let back = town.post("/staff/sign-in", with_carried("fede_late", PASSWORD, &carried).as_bytes());
    assert!(back.text.contains("lo scelga di nuovo") && !back.text.contains("Invia quello che avevo scritto"), "{}", back.text);
    let form = crate::form::catalog::form("faccine").unwrap();
    let over = clerk.send_parts(NEW, &plan(office(&town)), [("form_file", "mio.toml", &form)]);
    assert!(
        over.status == 401 && over.hidden("carried").contains("form_name=mio.toml") && !over.text.contains("lo scelga di nuovo")
    );
}

#[test]
fn a_language_is_chosen_by_a_press_and_remembered_by_the_browser() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "gaia_words", Role::Staff);
    let own = format!("/staff/surveys/{}?a=%26b&done=staff-done-saved", town.survey);
    let shown = clerk.get(&own);
    assert!(shown.text.contains("Rilevazioni") && shown.text.contains("Il piano è stato salvato"));
    let back = shown.hidden("back");
    assert_eq!(back, format!("/staff/surveys/{}?a=%26b", town.survey));
    let chosen = town.post("/staff/language", format!("lang=en&back={}", encode(&back)).as_bytes());
    assert_eq!((chosen.status, chosen.header("location")), (303, back.as_str()));
    let set = chosen.header("set-cookie");
    assert!(set.starts_with("ascolto_language=en;") && set.contains("HttpOnly") && set.contains("SameSite=Lax"), "{set}");
    let both = format!("{}; ascolto_language=en", clerk.cookie);
    let english = town.get_as(&both, "/staff").text;
    assert!(english.contains("<html lang=\"en\">") && english.contains("Surveys"), "{english}");
    assert!(town.get_as("ascolto_language=en", "/staff/sign-in").text.contains("<html lang=\"en\">"));
    assert!(town.get_as(&both, "/q/urp").text.contains("<html lang=\"it\">"), "a citizen's page is not remembered");
    let strange = town.post("/staff/language", b"lang=xx&back=https%3A%2F%2Fevil.example");
    assert_eq!((strange.status, strange.header("location"), strange.header("set-cookie")), (303, "/staff", ""));
    let read = town.get_as(&both, "/staff/language?lang=it");
    assert_eq!((read.status, read.header("set-cookie")), (303, ""), "reading an address changes nothing");
    let mistaken = town.post_as(&both, NEW, format!("_secret={}&year=x", clerk.secret).as_bytes());
    assert!(mistaken.status == 422 && !mistaken.text.contains("action=\"/staff/language\""), "what was typed would be lost");
}
