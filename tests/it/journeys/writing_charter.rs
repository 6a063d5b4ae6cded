//! A charter written from the staff's pages alone, over HTTP, on both databases: on screen, as text, by two people at once.

use crate::support::clerk::{Clerk, Pages, form_of, problem_at, unescaped, with};
use crate::support::database::on_both_engines;
use crate::support::office::{answer, code, day, draft, goal, office, open};
use crate::support::street::Page;
use ascolto::charter::{self, Charter, Indicator, Verdict};
use ascolto::flows::close_survey::close_survey;
use ascolto::flows::plan_survey::{edition_of, found_office};
use ascolto::flows::publish_report::publish_report;
use ascolto::flows::read_results::read_results;
use ascolto::form::catalog;
use ascolto::ids::{CharterId, OfficeId};
use ascolto::office::Role;
use ascolto::store::{self, survey::Draft};

const ALL: &str = "/staff/charters";

/// A charter that was adopted.
fn kept(pages: &Pages, id: CharterId) -> Charter {
    let version = pages.site.store.read(|db| store::charter::find(db, id)).unwrap();
    charter::parse("kept", &version.source).unwrap()
}

fn drafted(pages: &Pages, office: OfficeId) -> Charter {
    let draft = pages.site.store.read(|db| store::charter_draft::find(db, office)).unwrap().unwrap();
    charter::parse("draft", &draft.source).unwrap()
}

/// Uploads a charter to begin with.
fn upload(clerk: &Clerk, office: OfficeId, text: &str) -> Page {
    clerk.upload(ALL, "/staff/charters/begin", &[("office", &office.to_string())], "mia.toml", text.as_bytes())
}

fn draft_of(office: OfficeId) -> String {
    format!("{ALL}/draft/{office}")
}

/// Where a promise stands in a charter, from 1.
fn place(charter: &Charter, standard: &str) -> usize {
    charter.standards.iter().position(|own| own.code.as_str() == standard).unwrap() + 1
}

on_both_engines! {
    fn a_charter_is_written_on_screen_adopted_and_chosen_for_a_survey(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let office = found_office(&pages.site, &code("urp"), "URP", "urp@example.org").unwrap();
        let anna = pages.clerk("anna", Role::Staff);
        let list = anna.get(ALL);
        assert!(list.status == 200 && list.text.contains("non ha ancora adottato"), "{}", list.text);
        let begun = anna.send(&list, "/staff/charters/begin", &[("from", "catalog:carta-urp")]);
        assert_eq!((begun.status, begun.location.as_str()), (303, "/staff/charters/draft/1?done=staff-done-charter-begun"));
        let own = draft_of(office);
        assert!(anna.get(&own).text.contains("prima Carta di questo ufficio"));

        // The head: a new act, two more closures, one more factor.
        let head = format!("{own}/head");
        let typed = [("act", "Deliberazione n. 7"), ("approved_on", "20/01/2026"), ("valid_from", "2026"), ("valid_to", "2028"),
            ("local", "24/6, 4/10"), ("closed", "14/08/2026"), ("factor_code_6", "phone"), ("factor_label_6_it", "Telefono")];
        assert_eq!(anna.fill(&head, &typed).status, 303);
        // Without German.
        let mut fields = form_of(&anna.get(&head), &head);
        fields.retain(|(name, value)| (name.as_str(), value.as_str()) != ("languages", "de"));
        assert_eq!(anna.post(&head, &fields).status, 303);
        assert!(!anna.get(&format!("{own}/carta.toml")).text.contains(".de = ") && anna.get(&own).text.contains("Italiano, English, Français, Slovenščina<"));
        // A target as people write it, and one of a single year.
        let queue = format!("{own}/standards/{}", place(&drafted(&pages, office), "queue"));
        let saved = anna.fill(&queue, &[("target", "82,5"), ("year_1", "2027"), ("year_target_1", "85 %"), ("factor", "phone")]);
        assert_eq!((saved.status, saved.location.ends_with("#goals")), (303, true), "{}", saved.text);
        // A promise more, one less, and one moved up.
        let typed = [("code", "rings"), ("title_it", "Squilli"), ("promise_it", "Rispondiamo «subito»,\r\nentro 3 squilli."),
            ("measure", "within"), ("coverage", "sample"), ("limit", "3"), ("unit_it", "squilli"), ("target", "0,9"), ("perceived", "phone_wait")];
        assert_eq!(anna.fill(&format!("{own}/standards/new"), &typed).status, 303);
        let shown = anna.get(&own);
        assert_eq!(anna.send(&shown, &format!("{own}/standards/1/remove"), &[]).status, 303);
        let shown = anna.get(&own);
        let number = place(&drafted(&pages, office), "rings");
        assert_eq!(anna.send(&shown, &format!("{own}/standards/{number}/move"), &[("to", "up")]).status, 303);

        let charter = drafted(&pages, office);
        assert_eq!((charter.act.as_str(), charter.valid_to, charter.standards.len()), ("Deliberazione n. 7", Some(2028), 14));
        assert_eq!(charter.calendar.as_ref().map(|days| days.local.clone()), Some(vec![(6, 24), (10, 4)]));
        let standard = |wanted: &str| &charter.standards[place(&charter, wanted) - 1];
        assert_eq!((standard("queue").target, standard("queue").targets.as_slice()), (0.825, [(2027, 0.85)].as_slice()));
        assert_eq!((place(&charter, "rings"), standard("rings").minimum_base), (13, 30));
        let italian = ascolto::text::Language::italian();
        assert_eq!(standard("rings").promise.get(&italian, &italian), "Rispondiamo «subito»,\nentro 3 squilli.");

        let adopted = anna.fill(&own, &[]);
        assert_eq!((adopted.status, adopted.location.as_str()), (303, "/staff/charters/1?done=staff-done-charter-adopted"));
        assert_eq!(kept(&pages, CharterId(1)), charter, "byte by byte what was drafted");
        assert_eq!(anna.get(&own).status, 404, "the draft is over");
        let version = anna.get(&format!("{ALL}/1"));
        assert!(version.text.contains("in vigore quest") && version.text.contains("almeno 82,5\u{a0}%"), "{}", version.text);
        let file = anna.get(&format!("{ALL}/1/carta.toml"));
        assert_eq!(charter::parse("file", &file.text).unwrap(), charter);

        let plan = anna.get("/staff/surveys/new");
        assert!(plan.text.contains("href=\"/staff/charters\"") && plan.text.contains("value=\"version:1\" selected"), "{}", plan.text);
        let typed = [("code", "urp_2026"), ("opens_on", "2026-03-10"), ("closes_on", "2026-03-31")];
        let planned = anna.send(&plan, "/staff/surveys/new", &typed);
        assert_eq!(planned.status, 303, "{}", planned.text);
        assert!(anna.get(&planned.location).text.contains("almeno 82,5\u{a0}%"));
        assert!(anna.get(&format!("{ALL}/1")).text.contains(&planned.location.split('?').next().unwrap().to_owned()));
    }

    fn a_changed_charter_rewrites_no_verdict_and_holds_where_it_is_chosen(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let site = &pages.site;
        let (office, first) = office(site, "urp");
        let held = |draft: &Draft| {
            let survey = open(site, draft, 900);
            for citizen in 0..100 {
                answer(site, survey, &[("overall", if citizen < 95 { "5" } else { "2" })]);
            }
            close_survey(site, survey).unwrap();
            read_results(site, draft.edition).unwrap()
        };
        let year = draft(site, office, Some(first), "urp_2026");
        let before = held(&year);
        assert_eq!(goal(&before, "overall").verdict, Verdict::Reached);
        publish_report(site, year.edition, "").unwrap();
        let published = |edition| site.store.read(|db| store::publication::list(db, edition)).unwrap();
        let report = format!("{:?}", published(year.edition));

        let anna = pages.clerk("anna", Role::Staff);
        let own = draft_of(office);
        let next = [("from", "version:1")];
        assert_eq!(anna.send(&anna.get(ALL), "/staff/charters/begin", &next).status, 303);
        let overall = format!("{own}/standards/{}", place(&drafted(&pages, office), "overall"));
        assert_eq!(anna.fill(&overall, &[("target", "99")]).status, 303);
        let shown = anna.get(&own);
        let told = unescaped(&shown.text);
        assert!(told.contains("almeno 80\u{a0}% → almeno 99\u{a0}%") && told.contains("cambia il modo di stabilire l'esito"), "{told}");
        let refused = anna.fill(&own, &[]);
        assert_eq!((refused.status, problem_at(&refused, "reason").contains("scriva il motivo")), (422, true));
        let adopted = anna.send(&refused, &own, &[("reason", "Più ambizione")]);
        assert_eq!(adopted.status, 303, "{}", adopted.text);
        let (newest, older) = (anna.get(&format!("{ALL}/2")).text, anna.get(&format!("{ALL}/1")).text);
        assert!(newest.contains("value=\"version:2\"") && !older.contains("value=\"version:1\""), "only the newest has a next one");
        // The same once more is nothing; what was there before can be taken up again, with a reason.
        assert_eq!(anna.send(&anna.get(ALL), "/staff/charters/begin", &[("from", "version:2")]).status, 303);
        let newest = anna.get(&format!("{ALL}/2")).text;
        assert!(newest.contains(&format!("href=\"{own}\"")) && !newest.contains("value=\"version:2\""), "{newest}");
        let refused = anna.fill(&own, &[("reason", "Niente")]);
        assert!(refused.status == 422 && problem_at(&refused, "reason").contains("uguale alla versione"), "{}", refused.text);
        anna.send(&refused, &format!("{own}/discard"), &[]);
        let compared = unescaped(&anna.get(&format!("{ALL}/2/differences")).text);
        assert!(compared.contains("Soddisfazione complessiva") && compared.contains("almeno 99\u{a0}%"), "{compared}");

        anna.send(&anna.get(ALL), "/staff/charters/begin", &[("from", "version:1")]);
        assert_eq!(anna.fill(&own, &[("reason", "Come prima")]).location, "/staff/charters/3?done=staff-done-charter-adopted");

        let after = read_results(site, year.edition).unwrap();
        assert_eq!(after.findings, before.findings, "last year is judged by last year's charter");
        assert_eq!(format!("{:?}", published(year.edition)), report);
        site.clock.set(day(3, 10).with_year_2027().and_hms_opt(9, 0, 0).unwrap());
        let next = Draft {
            edition: edition_of(site, office, 2027).unwrap(),
            opens_on: day(3, 1).with_year_2027(),
            closes_on: day(3, 31).with_year_2027(),
            ..draft(site, office, Some(CharterId(2)), "urp_2027")
        };
        let judged = held(&next);
        assert_ne!(goal(&judged, "overall").verdict, Verdict::Reached);
        assert_eq!(goal(&judged, "overall").previous.unwrap().verdict, Verdict::Reached, "and what was published stays");
    }

    fn two_people_never_write_over_each_other_unseen(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let (office, _) = office(&pages.site, "urp");
        let (anna, bruno) = (pages.clerk("anna", Role::Staff), pages.clerk("bruno", Role::Staff));
        let own = draft_of(office);
        anna.send(&anna.get(ALL), "/staff/charters/begin", &[("from", "version:1")]);
        let again = bruno.post("/staff/charters/begin", &with(form_of(&bruno.get("/staff/surveys/new"), "/staff/surveys/new"), &[("office", "1"), ("from", "version:1")]));
        assert!(again.status == 422 && again.text.contains("sta già scrivendo una Carta"), "{}", again.text);
        let queue = format!("{own}/standards/{}", place(&drafted(&pages, office), "queue"));
        let overall = format!("{own}/standards/{}", place(&drafted(&pages, office), "overall"));
        let [hers, his] = [anna.get(&overall), bruno.get(&queue)];
        let text = bruno.get(&format!("{own}/text"));
        let page = bruno.get(&own);
        assert_eq!(anna.send(&hers, &overall, &[("target", "90")]).status, 303);

        let stale = bruno.send(&his, &queue, &[("target", "85")]);
        assert_eq!(stale.status, 409);
        let told = unescaped(&stale.text);
        assert!(told.contains("qualcun altro ha modificato la bozza") && told.contains("value=\"85\""), "{told}");
        assert!(told.contains("almeno 75\u{a0}% → almeno 85\u{a0}%") && !told.contains("almeno 90\u{a0}% →"), "what saving would change: {told}");
        let target = |standard: &str| {
            let charter = drafted(&pages, office);
            charter.standards[place(&charter, standard) - 1].target
        };
        assert_eq!((target("overall"), target("queue")), (0.9, 0.75), "nothing was saved");
        assert_eq!(bruno.send(&stale, &queue, &[]).status, 303);
        assert_eq!((target("overall"), target("queue")), (0.9, 0.85), "both changes are there");

        let old = form_of(&text, &format!("{own}/text")).into_iter().find(|(name, _)| name == "text").unwrap().1;
        let stale = bruno.send(&text, &format!("{own}/text"), &[("text", &format!("{old}# mia\n"))]);
        assert!(stale.status == 409 && stale.text.contains("# mia") && stale.text.contains("nel frattempo"), "{}", stale.text);
        for action in [own.clone(), format!("{own}/discard"), format!("{own}/standards/2/remove")] {
            let refused = bruno.send(&page, &action, &[("reason", "Perché sì")]);
            assert!(refused.status == 422 && refused.text.contains("qualcun altro ha modificato"), "{action}: {}", refused.text);
        }
        assert_eq!((target("overall"), drafted(&pages, office).standards.len()), (0.9, 14));
        assert_eq!(bruno.send(&bruno.get(&own), &format!("{own}/discard"), &[]).status, 303);
        assert!(pages.site.store.read(|db| store::charter_draft::find(db, office)).unwrap().is_none());
        let gone = anna.send(&anna.get(ALL), "/staff/charters/begin", &[("from", "version:1")]);
        assert_eq!(gone.status, 303, "and another can begin");

        // What is typed into a draft that is over comes back, and goes into a new one only when it is sent again.
        let his = bruno.get(&queue);
        assert_eq!(anna.send(&anna.get(&own), &format!("{own}/discard"), &[]).status, 303);
        let ended = bruno.send(&his, &queue, &[("target", "85")]);
        assert!(ended.status == 409 && ended.text.contains("adottata o eliminata") && ended.text.contains("value=\"85\""), "{}", ended.text);
        assert_eq!((target("queue"), bruno.send(&ended, &queue, &[]).status, target("queue")), (0.75, 303, 0.85));
        assert_eq!(anna.send(&anna.get(&own), &format!("{own}/discard"), &[]).status, 303);
        // Another draft that has come as far is not the one he saw.
        anna.send(&anna.get(ALL), "/staff/charters/begin", &[("from", "catalog:carta-urp")]);
        assert_eq!(anna.fill(&queue, &[("target", "60")]).status, 303);
        let theirs = pages.site.store.read(|db| store::charter_draft::find(db, office)).unwrap().unwrap();
        let text = bruno.get(&format!("{own}/text"));
        assert_eq!(anna.send(&anna.get(&own), &format!("{own}/discard"), &[]).status, 303);
        anna.send(&anna.get(ALL), "/staff/charters/begin", &[("from", "catalog:carta-urp")]);
        assert_eq!(anna.fill(&queue, &[("target", "61")]).status, 303);
        let now = pages.site.store.read(|db| store::charter_draft::find(db, office)).unwrap().unwrap();
        assert_eq!(now.revision, theirs.revision);
        assert_eq!(bruno.send(&text, &format!("{own}/text"), &[("text", "code = 7")]).status, 409);
        assert_eq!(target("queue"), 0.61);
        assert_eq!(anna.send(&anna.get(&own), &format!("{own}/discard"), &[]).status, 303);
        let ended = bruno.send(&text, &format!("{own}/text"), &[("text", "code = 7")]);
        assert!(ended.status == 409 && ended.text.contains("code = 7"), "{}", ended.text);
    }

    fn what_was_typed_in_fields_stays_where_somebody_left_a_text_with_mistakes_meanwhile(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let (office, _) = office(&pages.site, "urp");
        let (anna, bruno) = (pages.clerk("anna", Role::Staff), pages.clerk("bruno", Role::Staff));
        let own = draft_of(office);
        anna.send(&anna.get(ALL), "/staff/charters/begin", &[("from", "version:1")]);
        let queue = format!("{own}/standards/{}", place(&drafted(&pages, office), "queue"));
        let (his, text) = (bruno.get(&queue), anna.get(&format!("{own}/text")));
        let good = form_of(&text, &format!("{own}/text")).into_iter().find(|(name, _)| name == "text").unwrap().1;
        assert_eq!(anna.send(&text, &format!("{own}/text"), &[("text", "code = 7")]).status, 422);
        let broken = bruno.send(&his, &queue, &[("target", "86")]);
        assert!(broken.status == 409 && broken.text.contains("con errori nel testo") && broken.text.contains("value=\"86\""), "{}", broken.text);
        assert_eq!(anna.fill(&format!("{own}/text"), &[("text", &good)]).status, 303);
        let stale = bruno.send(&broken, &queue, &[]);
        assert_eq!((stale.status, bruno.send(&stale, &queue, &[]).status), (409, 303));
        let charter = drafted(&pages, office);
        assert_eq!(charter.standards[place(&charter, "queue") - 1].target, 0.86);
    }

    fn what_cannot_be_promised_is_refused_where_it_is_typed(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let (office, _) = office(&pages.site, "urp");
        let anna = pages.clerk("anna", Role::Staff);
        let own = draft_of(office);
        anna.send(&anna.get(ALL), "/staff/charters/begin", &[("from", "version:1")]);
        let queue = format!("{own}/standards/{}", place(&drafted(&pages, office), "queue"));
        let long = "a".repeat(5_000);
        for (typed, field, told) in [
            (vec![("target", "molti")], "target", "95 %"),
            (vec![("target", "150")], "target", "da 0 a 100 %"),
            (vec![("target", "1")], "target", "1 % o 100 %"),
            (vec![("target", "0")], "target", "Qualsiasi valore mantiene"),
            (vec![("year_1", "2027"), ("year_target_1", "120")], "year_target_1", "da 0 a 100 %"),
            (vec![("year_1", "presto"), ("year_target_1", "20")], "year_1", "Scriva un anno"),
            (vec![("code", "overall")], "code", "Ci sono due standard"),
            (vec![("code", "Cortesia")], "code", "lettere minuscole"),
            (vec![("title_it", "")], "title_it", "vuoto"),
            (vec![("promise_en", long.as_str())], "promise_en", "caratteri"),
            (vec![("item", "")], "item", "Scelga la domanda"),
            (vec![("measure", "within"), ("limit", "-3"), ("unit_it", "squilli")], "limit", "limite"),
            (vec![("measure", "within"), ("limit", "3")], "unit_it", "vuoto"),
            (vec![("measure", "index"), ("target", "101")], "target", "fra 0 e 100"),
            (vec![("minimum_base", "-1")], "minimum_base", ""),
        ] {
            let refused = anna.fill(&queue, &typed);
            assert_eq!(refused.status, 422, "{typed:?}");
            assert!(problem_at(&refused, field).contains(told), "{typed:?}: {}", problem_at(&refused, field));
            let kept = form_of(&refused, &queue);
            assert!(typed.iter().all(|(name, value)| kept.iter().any(|(own, now)| own == name && now == value)), "{typed:?}");
            assert!(refused.text.contains(&format!("href=\"#{field}\"")), "{typed:?}");
        }
        let head = format!("{own}/head");
        for (typed, field, told) in [
            (vec![("valid_to", "2023")], "valid_to", "prima di cominciare"),
            (vec![("local", "31/6")], "local", "31/6"),
            (vec![("closed", "Ferragosto")], "closed", "Ferragosto"),
            (vec![("approved_on", "ieri")], "approved_on", "31/03/2026"),
            (vec![("factor_code_6", "staff"), ("factor_label_6_it", "Ancora")], "factor_code_6", "un'altra"),
        ] {
            let refused = anna.fill(&head, &typed);
            assert_eq!((refused.status, problem_at(&refused, field).contains(told)), (422, true), "{typed:?}: {}", refused.text);
        }
        let mut fields = form_of(&anna.get(&head), &head);
        fields.retain(|(name, _)| name != "weekdays" && name != "local");
        let refused = anna.post(&head, &fields);
        assert!(refused.status == 422 && problem_at(&refused, "weekdays").contains("non ha un calendario"), "{}", refused.text);
        let refused = anna.fill(&head, &[("factor_code_1", ""), ("factor_label_1_it", ""), ("factor_label_1_en", ""), ("factor_label_1_de", "")]);
        assert!(refused.status == 422 && unescaped(&refused.text).contains("serve ancora a: Cortesia del personale"), "{}", refused.text);
        assert_eq!(drafted(&pages, office), kept(&pages, CharterId(1)), "nothing was kept");
    }

    fn a_file_with_mistakes_is_mended_as_text_and_doubts_are_told_before_adopting(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let (office, _) = office(&pages.site, "urp");
        let anna = pages.clerk("anna", Role::Staff);
        let own = draft_of(office);
        let shipped = catalog::charter("carta-urp").unwrap();
        let broken = shipped.replacen("target = 0.95", "target = 95", 1);
        let large = upload(&anna, office, &"# x\n".repeat(70_000));
        assert!(large.status == 422 && large.text.contains("256 kB") && large.text.contains("href=\"#file-1\""), "{}", large.text);
        let begun = upload(&anna, office, &broken);
        assert_eq!((begun.status, begun.location.as_str()), (303, format!("{own}/text").as_str()), "{}", begun.text);
        let shown = anna.get(&begun.location);
        assert!(shown.text.contains("95 non può essere il valore programmato") && shown.text.contains("^^"), "{}", shown.text);
        let refused = anna.get(&own);
        assert!(refused.text.contains("finché non sono corretti") && !refused.text.contains("Adotta questa versione"));
        assert_eq!(anna.get(&format!("{own}/head")).status, 303, "fields need a text that can be read");

        // Another charter for the same years, with questions that nobody asks.
        let other = shipped.replacen("code = \"carta_urp\"", "code = \"carta_due\"", 1)
            .replacen("{ survey = \"queue\"", "{ survey = \"coda\"", 1)
            .replacen("perceived = \"phone_wait\"", "perceived = \"attesa\"", 1);
        let kept = anna.send(&shown, &format!("{own}/text"), &[("text", &other.replace('\n', "\r\n"))]);
        assert_eq!(kept.status, 303, "{}", kept.text);
        let told = unescaped(&anna.get(&own).text);
        for said in ["Due Carte per lo stesso giorno", "pone la domanda «coda»", "pone la domanda «attesa»", "non si può ancora adottare"] {
            assert!(told.contains(said), "{said}: {told}");
        }
        assert!(told.contains("Il controllo segnala 3 cose") && anna.get(&format!("{own}/head")).text.contains("Due Carte per lo stesso giorno"));
        let secret = form_of(&anna.get(&own), &format!("{own}/discard"));
        let refused = anna.post(&own, &secret);
        assert!(refused.status == 422 && pages.site.store.read(|db| store::charter::list(db, office)).unwrap().len() == 1);
        // On its page the question stays chosen, marked as asked by nobody.
        let queue = format!("{own}/standards/{}", place(&drafted(&pages, office), "queue"));
        let shown = anna.get(&queue);
        assert!(shown.text.contains("coda – non c") && form_of(&shown, &queue).contains(&("item".to_owned(), "coda".to_owned())));
        assert_eq!(anna.fill(&queue, &[("item", "queue")]).status, 303);
        let charter = drafted(&pages, office);
        assert!(matches!(&charter.standards[place(&charter, "queue") - 1].indicator, Indicator::Survey { item, .. } if item.as_str() == "queue"));

        let head = pages.clerk("dirigente", Role::Leadership);
        assert_eq!((head.get(ALL).status, head.get(&format!("{ALL}/1")).status, head.get(&own).status), (200, 200, 403));
        assert!(!head.get(ALL).text.contains("/staff/charters/begin"), "who reads is shown no button");
        assert_eq!(head.post(&format!("{own}/discard"), &secret).status, 403);
    }
}

/// The same day a year later.
trait NextYear {
    fn with_year_2027(self) -> Self;
}

impl NextYear for chrono::NaiveDate {
    fn with_year_2027(self) -> Self {
        chrono::Datelike::with_year(&self, 2027).unwrap()
    }
}
