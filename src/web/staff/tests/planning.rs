//! What staff see of a plan before it is saved, and what is kept of it when something is wrong.

use super::{Clerk, office, plan, planned};
use crate::form::catalog;
use crate::office::Role;
use crate::store;
use crate::text::Code;
use crate::web::tests::Town;
use crate::web::typed::encode;

const NEW: &str = "/staff/surveys/new";

fn code(typed: &str) -> Code {
    Code::parse(typed).unwrap()
}

#[test]
fn goals_are_read_before_saving_and_those_the_form_does_not_measure_are_named() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "rita_goals", Role::Staff);
    let unmeasured = "non permette di misurarlo";
    let first = clerk.get(NEW).text;
    assert!(
        first.contains("Obiettivi per il 2026: «") && first.contains("almeno 80\u{a0}%") && !first.contains(unmeasured),
        "{first}"
    );

    assert!(first.contains("alla domanda «") && !first.contains("«overall»"), "what is measured is told in the form's words");
    let surveys = || town.site.store.read(store::survey::list_with_counts).unwrap().len();
    let before = surveys();
    let typed =
        plan(office(&town)).replace("catalog%3Aurp-annuale", "catalog%3Afaccine").replace("opens_on=2027-03-01", "opens_on=x");
    let shown = clerk.post(NEW, &format!("{typed}&show=goals"));
    assert_eq!((shown.status, surveys()), (200, before), "nothing is saved");
    assert_eq!(shown.text.matches(unmeasured).count(), 7);
    for kept in
        ["Obiettivi per il 2027", "value=\"URP 2027\"", "value=\"x\"", "value=\"catalog:faccine\" selected", "value=\"1.200\""]
    {
        assert!(shown.text.contains(kept), "{kept}");
    }
    assert!(!shown.text.contains("Da correggere"), "looking at the goals is no attempt to save");
    let without = clerk.post(NEW, &format!("{}&show=goals", plan(office(&town)).replace("catalog%3Acarta-urp", "")));
    assert!(!without.text.contains("Obiettivi per il"));
}

#[test]
fn a_charter_that_is_not_valid_in_the_year_of_the_plan_is_flagged_before_and_after_saving() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "vera_years", Role::Staff);
    let told = "Questa Carta non vale per il 2023: vale dal 2024.";
    assert!(!clerk.get(NEW).text.contains("Questa Carta non vale"));
    let early = plan(office(&town)).replace("year=2027", "year=2023");
    assert!(clerk.post(NEW, &format!("{early}&show=goals")).text.contains(told));
    let saved = clerk.post(NEW, &early);
    assert_eq!(saved.status, 303, "{}", saved.text);
    assert!(clerk.get(saved.header("location")).text.contains(told));
}

#[test]
fn an_uploaded_form_and_charter_stay_when_something_else_is_wrong() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "olga_files", Role::Staff);
    let form = catalog::form("faccine").unwrap().replace("code = \"faccine\"", "code = \"sportello\"");
    let charter = catalog::charter("carta-urp").unwrap().replace("valid_from = 2024", "valid_from = 2027");
    let typed = plan(office(&town)).replace("closes_on=2027-03-31", "closes_on=mai");
    let files = [("form_file", "il mio.toml", form.as_str()), ("charter_file", "promesse.toml", charter.as_str())];
    let refused = clerk.send_parts(NEW, &typed, files);
    assert_eq!(refused.status, 422);
    assert!(
        refused.text.contains("È stato caricato «il mio.toml»") && refused.text.contains("«promesse.toml»"),
        "{}",
        refused.text
    );
    assert_eq!(refused.hidden("form_name"), "il mio.toml");
    assert!(refused.text.contains("non permette di misurarlo"), "the goals are those of the files");

    // The page is sent again as a browser does: with the text in its field, lines ending as browsers end them.
    let browser = |text: &str| encode(&text.replace('\n', "\r\n"));
    let again = format!(
        "{}&form_name=il+mio.toml&form_text={}&charter_name=promesse.toml&charter_text={}",
        plan(office(&town)),
        browser(&form),
        browser(&charter)
    );
    assert_eq!(clerk.post(NEW, &again).status, 303);
    let version = town.site.form_version(planned(&town).form_version).unwrap();
    assert_eq!((version.form.code.as_str(), &version.source), ("sportello", &form), "byte by byte the file");
    let fresh = plan(office(&town)).replace("urp_2027", "urp_2027b");
    assert_eq!(clerk.send_parts(NEW, &fresh, files).status, 303);
    let twin = town.site.store.read(|db| store::survey::find_by_code(db, &code("urp_2027b"))).unwrap();
    assert_eq!(twin.form_version, version.id, "the same file is the same version");
}

#[test]
fn a_file_with_mistakes_is_told_with_the_other_mistakes_and_one_too_large_is_not_kept() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "dina_files", Role::Staff);
    let typed = plan(office(&town)).replace("code=urp_2027", "code=URP+2027");
    let refused = clerk.send_parts(NEW, &typed, [("charter_file", "rotta.toml", "code = 7\nlanguages = [\"it\"]\n")]);
    assert_eq!(refused.status, 422);
    for told in ["href=\"#code\"", "href=\"#charter\"", "rotta.toml:1:", "code = 7"] {
        assert!(refused.text.contains(told), "{told}: {}", refused.text);
    }
    let large = "# x\n".repeat(70_000);
    let refused = clerk.send_parts(NEW, &plan(office(&town)), [("form_file", "grande.toml", large.as_str())]);
    assert!(refused.status == 422 && refused.text.contains("supera 256 kB") && !refused.text.contains("# x"));
    let strange = clerk.post(NEW, &plan(office(&town)).replace("catalog%3Aurp-annuale", "version%3A99"));
    assert!(strange.status == 422 && strange.text.contains("href=\"#form\""));
}

#[test]
fn a_broken_form_is_told_in_italian_with_line_and_caret_and_what_was_typed_stays() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "ines_files", Role::Staff);
    let form = catalog::form("faccine").unwrap().replacen("scale = \"", "scale = \"x", 1).replacen("kind = ", "kin = ", 1);
    let broken = |text: &str| {
        let refused = clerk.send_parts(NEW, &plan(office(&town)), [("form_file", "rotto.toml", text)]);
        assert_eq!(refused.status, 422);
        for kept in ["value=\"URP 2027\"", "value=\"urp_2027\"", "value=\"2027-03-01\"", "value=\"1.200\"", "value=\"300\""] {
            assert!(refused.text.contains(kept), "{kept}: {}", refused.text);
        }
        refused.text
    };
    let told = broken(&form);
    let head = "[[pages.questions]]";
    let line = form[..form.find("kin = ").unwrap()].rfind(head).map(|at| form[..at].lines().count() + 1).unwrap();
    for words in ["rotto.toml:", "In questa domanda manca `kind`.", "^^^", &format!(">{line} | {head}\n"), "Aggiunga kind = "] {
        assert!(told.contains(words) || told.contains(&words.replace('"', "&#34;")), "{words}: {told}");
    }
    let told = broken("code = \"x\ntitle = 5\n");
    assert!(
        told.contains("rotto.toml:1:") && told.contains("Questo non è TOML: qui un testo non è scritto correttamente."),
        "{told}"
    );
}

#[test]
fn users_are_stated_by_channel_and_by_the_groups_of_one_question() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "gino_groups", Role::Staff);
    let typed = plan(office(&town));
    assert!(clerk.get(NEW).text.contains("Quanti anni ha?") && !clerk.get(NEW).text.contains("name=\"group:"));
    let shown = clerk.post(NEW, &format!("{typed}&group_question=age&show=groups"));
    assert!(shown.text.contains("name=\"group:from_65\"") && shown.text.contains("65 o più"), "{}", shown.text);

    let refused = |fields: &str| {
        let refused = clerk.post(NEW, &format!("{typed}&group_question=age&{fields}"));
        assert!(refused.status == 422 && refused.text.contains("href=\"#group_question\""), "{fields}: {}", refused.text);
        refused.text
    };
    assert!(refused("group:under_30=").contains("almeno un gruppo"));
    assert!(refused("group:under_30=1000&group:from_65=500").contains("più contatti dei canali"));
    assert!(refused("group:under_30=molti").contains("value=\"molti\""));
    assert!(refused("group:teenager=3").contains("non ha la domanda"));

    assert_eq!(
        clerk.post(NEW, &format!("{typed}&group_question=age&group:under_30=1.000&group:from_65=0&group:from_30=")).status,
        303
    );
    let survey = planned(&town);
    let universe = town.site.store.read(|db| store::universe::find(db, survey.id)).unwrap();
    let groups = universe.groups.as_ref().unwrap();
    assert_eq!(groups.question, code("age"));
    assert_eq!(groups.contacts, [(code("from_65"), 0), (code("under_30"), 1_000)], "what nobody stated is not there");
    assert_eq!(universe.total(), 1_200);
    let own = format!("/staff/surveys/{}", survey.id);
    let page = clerk.get(&own).text;
    assert!(page.contains("Contatti per gruppo: «Quanti anni ha?»") && page.contains("1.000") && page.contains("non indicati"));
    let edited = clerk.get(&format!("{own}/edit")).text;
    assert!(edited.contains("name=\"group:under_30\" value=\"1000\"") && edited.contains("name=\"group:from_30\" value=\"\""));
    // Another form asks something else.
    let other = typed.replace("catalog%3Aurp-annuale", "catalog%3Afaccine");
    let refused = clerk.post(&format!("{own}/edit"), &format!("{other}&group_question=age&group:under_30=10"));
    assert!(refused.status == 422 && refused.text.contains("non ha la domanda"));
    assert_eq!(clerk.post(&format!("{own}/open"), "").status, 303);
    assert!(clerk.get(&own).text.contains("universe_groups&#34;:{&#34;contacts&#34;:[[&#34;from_65&#34;,0]"));
}
