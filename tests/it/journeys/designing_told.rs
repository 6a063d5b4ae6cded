//! What the pages of the designer tell: names in place of codes, what was undone, why something is refused, and the way on.

use super::designing_form::{BEGIN, OWN, begin, button_of, drafted};
use crate::support::clerk::{Pages, problem_at, unescaped};
use crate::support::database::on_both_engines;
use ascolto::office::Role;

/// The words of a page without the marks that keep names apart.
fn words(text: &str) -> String {
    unescaped(text).replace(['\u{2068}', '\u{2069}'], "")
}

on_both_engines! {
    fn an_answer_that_is_asked_later_is_refused_and_its_tick_stays(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let anna = pages.clerk("anna", Role::Staff);
        begin(&anna, "catalog:urp-annuale");
        let form = drafted(&pages);
        let asked = form.asked_before((form.pages.len(), 0));
        let last = asked.last().unwrap();
        let tick = format!("{}={}", last.field, last.answers[0].0);
        let new = format!("{OWN}/questions/+");
        let shown = anna.get(&format!("{new}?kind=open_text"));
        let first = form.pages[0].code.to_string();
        let typed = [("text_it", "Perché?"), ("spot", first.as_str()), ("when", "answers"), ("answer", tick.as_str())];
        let refused = anna.send(&shown, &new, &typed);
        assert_eq!(refused.status, 422);
        assert!(words(&problem_at(&refused, "when")).contains("viene dopo la pagina 1"), "{}", problem_at(&refused, "when"));
        assert!(refused.text.contains(&format!("value=\"{tick}\" checked")), "{}", refused.text);
        let end = form.pages.last().unwrap().code.to_string();
        assert_eq!(anna.send(&refused, &new, &[("spot", &end)]).status, 303);
    }

    fn an_empty_file_is_no_file_left_out(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let anna = pages.clerk("anna", Role::Staff);
        let refused = anna.upload(BEGIN, BEGIN, &[("from", "catalog:faccine")], "mio.toml", b"");
        assert_eq!(refused.status, 422);
        assert!(words(&problem_at(&refused, "file")).contains("Il file «mio.toml» è vuoto"), "{}", refused.text);
        // A file field left alone.
        let begun = anna.upload(BEGIN, BEGIN, &[("from", "catalog:faccine")], "", b"");
        assert_eq!(begun.status, 303, "{}", begun.text);
        // A picture is no questionnaire; no charter is spoken of.
        let refused = anna.upload(BEGIN, BEGIN, &[], "foto.png", b"\x89PNG\r\n\x1a\n\0\0");
        assert!(refused.status == 422 && !problem_at(&refused, "file").contains("Carta"), "{}", refused.text);
    }

    fn the_history_names_what_was_done_and_undone(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let anna = pages.clerk("anna", Role::Staff);
        begin(&anna, "catalog:faccine");
        assert_eq!(anna.fill(&format!("{OWN}/questions/overall"), &[("text_it", "Com'è andata?")]).status, 303);
        let undone = anna.send(&anna.get(OWN), OWN, &[("do", "undo")]);
        let told = words(&anna.get(undone.location.split('#').next().unwrap()).text);
        assert!(told.contains("Annullato: Domanda cambiata: Com'è andata?"), "{told}");
        let new = format!("{OWN}/scales/+");
        let points = [("row_value_1", "1"), ("row_text_1", "No"), ("row_value_2", "2"), ("row_text_2", "Sì")];
        let mut typed = points.to_vec();
        typed.push(("row_satisfied_2", "yes"));
        let added = anna.fill(&new, &typed);
        assert_eq!(added.status, 303, "{}", added.text);
        let age = [("text_it", "Quanti anni ha?"), ("role", "profile"), ("required", "yes")];
        let new = format!("{OWN}/questions/+");
        assert_eq!(anna.send(&anna.get(&format!("{new}?kind=number")), &new, &age).status, 303);
        let shown = anna.get(OWN);
        let button = button_of(&shown, "heed ");
        assert_eq!(anna.send(&shown, OWN, &[("do", &button)]).status, 303);
        let told = words(&anna.get(&format!("{OWN}/history")).text);
        assert!(told.contains("Annullato: Domanda cambiata: Com'è andata?") && told.contains("Scala aggiunta: "), "{told}");
        let heeded = told.split("Consiglio seguito: ").nth(1).unwrap_or_else(|| panic!("{told}"));
        assert!(heeded.split('<').next().unwrap().len() > 10, "{heeded}");
        // A scale in use cannot be removed, and its page says by what it is used.
        let scale = format!("{OWN}/scales/{}", drafted(&pages).scales[0].code);
        assert!(words(&anna.get(&scale).text).contains("La scala è usata da «"), "{}", anna.get(&scale).text);
    }

    fn the_list_tells_drafts_apart_and_a_page_that_is_gone_leads_to_it(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let anna = pages.clerk("anna", Role::Staff);
        begin(&anna, "catalog:faccine");
        assert_eq!(anna.fill(&format!("{OWN}/publish"), &[]).status, 303);
        for _ in 0..2 {
            assert_eq!(anna.fill(BEGIN, &[("from", "version:1")]).status, 303);
        }
        let listed = words(&anna.get("/staff/forms").text);
        assert_eq!(listed.matches("dalla versione 1").count(), 2, "{listed}");
        assert!(listed.matches(">anna<").count() >= 2, "{listed}");
        assert!(words(&anna.get("/staff/forms/1").text).contains("Versione 1 (bozza del "));
        let gone = anna.get("/staff/forms/drafts/99");
        assert!(gone.status == 404 && gone.text.contains("class=\"second\" href=\"/staff/forms\""), "{}", gone.text);
    }
}
