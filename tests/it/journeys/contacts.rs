//! The contacts of a survey through the staff's pages: a file is looked at, its columns are corrected, it is taken in; a sample is
//! drawn; nobody is asked too often; and what was deleted is certified.

use crate::support::campaign::day;
use crate::support::database::{Fresh, on_both_engines};
use crate::support::office::{self, code, draft, open};
use crate::support::street::{Browser, Page, Served, form_of, multipart};
use ascolto::campaign::{LegalBasis, SuppressionKind};
use ascolto::flows::close_survey::close_survey;
use ascolto::flows::forget_contacts::{forget_contacts, forget_due_contacts};
use ascolto::flows::import_contacts::{BroughtContacts, import_contacts, take_in_contacts};
use ascolto::flows::limit_asking::forget_old_askings;
use ascolto::flows::make_report::make_report;
use ascolto::flows::opt_out::opt_out_at;
use ascolto::flows::plan_survey::found_office;
use ascolto::flows::queue_letters::queue_invitations;
use ascolto::flows::read_results::read_results;
use ascolto::flows::send_invitations::send_all_due;
use ascolto::flows::sign_in::{add_account, sign_in};
use ascolto::ids::{OfficeId, SurveyId};
use ascolto::mail::{Mailer, Memory};
use ascolto::office::Role;
use ascolto::report::html;
use ascolto::secret::Secret;
use ascolto::site::Site;
use ascolto::store;
use ascolto::store::contact_deletion::Certificate;
use ascolto::text::Language;
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::Workbook;
use std::net::TcpListener;
use std::sync::Arc;

/// An office in March with a survey in the field, and somebody at its desk.
struct Desk {
    site: Site,
    office: OfficeId,
    survey: SurveyId,
    base: String,
    cookie: String,
    browser: Browser,
    mail: Memory,
    _served: Served,
}

impl Desk {
    fn open(fresh: &Fresh) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let mut site = office::site(fresh, &base);
        let mail = Memory::default();
        site.mailer = Arc::new(Mailer::Memory(mail.clone()));
        let office = found_office(&site, &code("urp"), "URP", "urp@example.org").unwrap();
        let survey = open(&site, &draft(&site, office, None, "urp_2026"), 900);
        let password = Secret::new("una frase abbastanza lunga");
        add_account(&site, "anna", "Anna", Role::Staff, &password).unwrap();
        let cookie = format!("ascolto={}", sign_in(&site, "anna", &password).unwrap().token.expose());
        let served = Served::start(site.clone(), listener);
        Self { site, office, survey, base, cookie, browser: Browser::new(), mail, _served: served }
    }

    fn url(&self, rest: &str) -> String {
        format!("{}/staff/surveys/{}/contacts{rest}", self.base, self.survey)
    }

    fn get(&self, rest: &str) -> Page {
        self.browser.get_as(&self.url(rest), &self.cookie)
    }

    fn send(&self, fields: &[(String, String)], file: Option<(&str, &str, &[u8])>) -> Page {
        self.browser.send(&self.url(""), &self.cookie, "multipart/form-data; boundary=b", &multipart(fields, file))
    }

    /// Brings a file to look at.
    fn look_at(&self, name: &str, bytes: &[u8]) -> Page {
        self.send(&form_of(&self.get(""), "file", &[]), Some(("file", name, bytes)))
    }

    /// Presses a button of the preview, with these choices changed.
    fn press(&self, looked: &Page, button: &str, changed: &[(&str, &str)]) -> Page {
        self.send(&form_of(looked, "looked", &[changed, &[(button, "yes")]].concat()), None)
    }

    fn sample(&self, typed: &[(&str, &str)]) -> Page {
        let own = form_of(&self.get("/sample"), "size", typed);
        self.browser.post_as(&self.url("/sample"), &self.cookie, &own)
    }

    fn count(&self) -> u64 {
        self.site.store.read(|db| store::contact::count(db, self.survey)).unwrap()
    }

    fn import(&self, survey: SurveyId, people: std::ops::Range<usize>) {
        let rows: String = people.map(|person| format!("n{person}@example.org\n")).collect();
        import_contacts(&self.site, survey, format!("email\n{rows}").as_bytes()).unwrap();
    }

    /// Queues and sends; who got a letter.
    fn invite(&self, survey: SurveyId) -> Vec<String> {
        let before = self.mail.sent().len();
        queue_invitations(&self.site, survey).unwrap();
        send_all_due(&self.site).unwrap();
        let mut receivers: Vec<String> = self.mail.sent()[before..].iter().map(|message| message.to.clone()).collect();
        receivers.sort();
        receivers
    }
}

fn says(page: &Page, status: u16, parts: &[&str]) {
    let text = page.text.replace("&#39;", "'").replace("&#34;", "\"");
    assert_eq!(page.status, status, "{text}");
    for part in parts {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
}

/// Forty people of two areas, one of them twice, one with certified mail, one without an address.
fn people() -> String {
    let row = |person: usize| {
        format!("Persona {person};n{person}@example.org;{};329{person}\n", if person.is_multiple_of(4) { "Sud" } else { "Nord" })
    };
    let rows: String = (0..40).map(row).collect();
    format!(
        "Nome;Recapito;Zona;Telefono\n{rows}Doppia;N1@EXAMPLE.ORG;Sud;1\nComune;protocollo@pec.comune.example.it;Nord;2\nNessuno;;Nord;3\n"
    )
}

on_both_engines! {
    fn a_file_is_looked_at_corrected_and_taken_in(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode("Nome;Recapito\nNiccolò;a@example.org\n");
        says(&desk.look_at("piccolo.csv", &windows), 200, &["codifica Windows-1252", "separate da punto e virgola", "Niccolò"]);

        let looked = desk.look_at("utenti.csv", people().as_bytes());
        says(&looked, 200, &[
            "codifica UTF-8", "43 righe lette", "40 nuovi destinatari", "Una riga ripete", "Un indirizzo di posta certificata (PEC) escluso",
            "Riga 44: ", "manca l'indirizzo", "Importa 40 destinatari", "Per esempio: Sud · Nord",
        ]);
        // The column of addresses has no known heading and is found by what stands in it.
        assert!(form_of(&looked, "looked", &[]).contains(&("use_1".to_owned(), "address".to_owned())));
        assert_eq!(desk.count(), 0, "looking keeps nothing");

        let unseen = desk.press(&looked, "confirm", &[("use_2", "attribute"), ("reason_2", "per un campione per zona")]);
        says(&unseen, 200, &["Ha cambiato le scelte"]);
        assert_eq!(desk.count(), 0, "what was not looked at is not taken in");
        let without = desk.press(&looked, "again", &[("use_2", "attribute")]);
        says(&without, 422, &["Scriva perché l'ufficio conserva questo dato", "href=\"#reason_2\""]);
        let twice = desk.press(&looked, "again", &[("use_0", "address")]);
        says(&twice, 422, &["Due colonne contengono la stessa cosa"]);

        let taken = desk.press(&unseen, "confirm", &[("basis", "consent")]);
        says(&taken, 200, &["40 destinatari aggiunti", "Riga 44: ", "per un campione per zona", "Consenso (art. 6"]);
        assert_eq!(desk.count(), 40, "the good rows of a faulty file");
        let (attributes, values, imports) = desk.site.store.read(|db| {
            let attributes = store::contact_attribute::list(db, desk.survey)?;
            Ok((attributes, store::contact_attribute::count_values(db, desk.survey)?, store::contact_import::list(db, desk.survey)?))
        }).unwrap();
        assert_eq!((attributes.len(), attributes[0].label.as_str(), attributes[0].reason.as_str()), (1, "Zona", "per un campione per zona"));
        let values: Vec<_> = values.iter().map(|(code, value, count)| (code.as_str(), value.as_str(), *count)).collect();
        assert_eq!(values, [("zona", "Nord", 30), ("zona", "Sud", 10)]);
        assert_eq!((imports.len(), imports[0].basis, imports[0].rows, imports[0].added), (1, LegalBasis::Consent, 43, 40));

        let again = desk.look_at("utenti.csv", people().as_bytes());
        says(&again, 200, &["Nessun nuovo destinatario", "40 erano già presenti"]);
        assert!(form_of(&again, "looked", &[]).contains(&("use_2".to_owned(), "attribute".to_owned())), "an attribute is known again");
    }

    fn what_was_guessed_of_a_file_is_corrected_without_bringing_it_again(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        let (central, _, _) = encoding_rs::WINDOWS_1250.encode("nome|email\nŽiga Černič|a@example.org\nBea, la bionda|b@example.org\n");
        let guessed = desk.look_at("centrale.csv", &central);
        says(&guessed, 422, &["codifica Windows-1252", "Codifica</label>", "Separatore delle colonne"]);
        let wrong = desk.press(&guessed, "again", &[("encoding", "utf-8"), ("delimiter", "bar")]);
        says(&wrong, 422, &["non è scritto in questa codifica", "href=\"#encoding\"", "separate da barra verticale"]);
        let right = desk.press(&wrong, "again", &[("encoding", "windows-1250")]);
        says(&right, 200, &["codifica Windows-1250, colonne separate da barra verticale", "Žiga Černič", "2 nuovi destinatari"]);
        let fields = form_of(&right, "looked", &[]);
        assert!(fields.contains(&("use_1".to_owned(), "address".to_owned())), "the columns are found anew: {fields:?}");
        let unseen = desk.press(&right, "confirm", &[("encoding", "macintosh")]);
        says(&unseen, 200, &["Ha cambiato le scelte"]);
        assert_eq!(desk.count(), 0, "what was not looked at is not taken in");
        let back = desk.press(&unseen, "again", &[("encoding", "windows-1250")]);
        says(&desk.press(&back, "confirm", &[]), 200, &["2 destinatari aggiunti"]);
        desk.invite(desk.survey);
        let names: Vec<String> = desk.mail.sent().into_iter().map(|message| message.to_name).collect();
        assert_eq!(names, ["Žiga Černič", "Bea, la bionda"]);
    }

    fn another_sheet_of_a_workbook_is_chosen(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        let mut workbook = Workbook::new();
        for (name, person) in [("Istruzioni", "leggere"), ("Sportello", "s@example.org"), ("Telefono \"B\"", "t@example.org")] {
            let sheet = workbook.add_worksheet().set_name(name).unwrap();
            sheet.write_column(0, 0, ["email", person]).unwrap();
        }
        let first = desk.look_at("utenti.xlsx", &workbook.save_to_buffer().unwrap());
        says(&first, 200, &["foglio «Istruzioni»; altri 2 fogli", "Foglio</label>", "non ha la forma nome@dominio"]);
        assert!(!first.text.contains("Separatore delle colonne"));
        let third = desk.press(&first, "again", &[("sheet", "Telefono \"B\"")]);
        says(&third, 200, &["foglio «Telefono \"B\"»", "t@example.org", "Un nuovo destinatario"]);
        let second = desk.press(&third, "confirm", &[("sheet", "Sportello")]);
        says(&second, 200, &["Ha cambiato le scelte", "s@example.org"]);
        says(&desk.press(&second, "confirm", &[]), 200, &["aggiunt"]);
        assert_eq!(desk.invite(desk.survey), ["s@example.org"]);
    }

    fn certified_mail_is_left_out_unless_ticked_and_the_suppressed_always(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        desk.import(desk.survey, 0..1);
        desk.invite(desk.survey);
        let text = desk.mail.sent()[0].text.to_string();
        let token = crate::support::campaign::token_in(&text.replace(&desk.base, "https://ascolto.example.org"));
        opt_out_at(&desk.site, token.expose()).unwrap();
        let file = "email\nn0@example.org\nstudio@pec.it\nb@example.org\nniccolò@example.org\n";
        let looked = desk.look_at("c.csv", file.as_bytes());
        says(&looked, 200, &["2 nuovi destinatari", "Una persona non riceve più messaggi", "Un indirizzo di posta certificata (PEC) escluso"]);
        let ticked = desk.press(&looked, "again", &[("certified_too", "yes")]);
        says(&ticked, 200, &["3 nuovi destinatari", "Un indirizzo di posta certificata (PEC) incluso"]);
        says(&desk.press(&ticked, "confirm", &[]), 200, &["3 destinatari aggiunti"]);
        assert_eq!(desk.count(), 4);
        let kinds = desk.site.store.read(store::suppression::count_by_kind).unwrap();
        assert_eq!(kinds, [(SuppressionKind::OptOut, 1)]);
    }

    fn a_workbook_is_taken_in_like_a_text(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet().set_name("Utenti 2026").unwrap();
        sheet.write_row(0, 0, ["Cognome", "Nome", "E-mail", "Lingua"]).unwrap();
        sheet.write_row(1, 0, ["Rossi", "Anna", "anna@example.org", "tedesco"]).unwrap();
        sheet.write_row(3, 0, ["Bianchi", "Bea", "bea(at)example.org", ""]).unwrap();
        sheet.write_row(4, 0, ["Verdi; fu Carlo", "Ugo", "ugo@example.org", ""]).unwrap();
        let looked = desk.look_at("utenti.xlsx", &workbook.save_to_buffer().unwrap());
        says(&looked, 200, &["Foglio di calcolo, foglio «Utenti 2026»", "3 righe lette", "2 nuovi destinatari", "Riga 4: "]);
        let seen_again = desk.press(&looked, "again", &[]);
        says(&seen_again, 200, &["Foglio di calcolo, foglio «Utenti 2026»", "2 nuovi destinatari", "Riga 4: "]);
        says(&desk.press(&seen_again, "confirm", &[]), 200, &["2 destinatari aggiunti"]);
        assert_eq!(desk.invite(desk.survey), ["anna@example.org", "ugo@example.org"]);
        assert!(desk.mail.sent().iter().any(|message| message.to_name == "Ugo Verdi; fu Carlo"));
        says(&desk.look_at("rotto.xlsx", b"PK\x03\x04niente"), 422, &["danneggiato oppure protetto da una password"]);
    }

    fn only_who_was_drawn_is_invited_and_the_report_tells_how(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        let file = BroughtContacts {
            bytes: people().into_bytes(),
            columns: Some(["first_name", "address", "attribute", "unused"].map(|own| ascolto::campaign::ColumnUse::parse(own).unwrap()).to_vec()),
            reasons: [(2, "campione per zona".to_owned())].into(),
            ..BroughtContacts::default()
        };
        assert_eq!(take_in_contacts(&desk.site, desk.survey, &file).unwrap().added, 40);
        says(&desk.get("/sample"), 200, &["40 destinatari in elenco", "Si estrae fra 40 persone", "Nord (30)", "Sud (10)"]);
        says(&desk.sample(&[("of_zona", "Nord"), ("count", "yes")]), 200, &["Si estrae fra 30 persone"]);
        says(&desk.sample(&[("size", "9"), ("draw", "yes")]), 422, &["estragga almeno 10 persone"]);
        says(&desk.sample(&[("size", "31"), ("of_zona", "Nord"), ("draw", "yes")]), 422, &["Non ci sono tante persone"]);
        says(&desk.sample(&[("size", "molti"), ("draw", "yes")]), 422, &["in cifre"]);
        assert_eq!(desk.sample(&[("size", "12"), ("draw", "yes")]).status, 303);
        says(&desk.get(""), 200, &["12 persone estratte fra 40", "tutto l'elenco", "Annulla questo campione"]);
        let press = form_of(&desk.get(""), "withdraw", &[]);
        assert_eq!(desk.browser.post_as(&desk.url("/sample"), &desk.cookie, &press).status, 303);
        assert!(desk.site.store.read(|db| store::sample::list(db, desk.survey)).unwrap().is_empty());

        assert_eq!(desk.sample(&[("size", "12"), ("of_zona", "Nord"), ("draw", "yes")]).status, 303);
        desk.import(desk.survey, 100..120);
        let invited = desk.invite(desk.survey);
        assert_eq!(invited.len(), 12, "neither the others nor those added since");
        let number = |address: &String| address[1..].split('@').next().unwrap().parse::<usize>().unwrap();
        assert!(invited.iter().map(number).all(|person| !person.is_multiple_of(4) && person < 40), "{invited:?}");
        let kept = desk.site.store.read(|db| store::sample::list(db, desk.survey)).unwrap();
        let plan = &kept[0].1;
        assert_eq!((plan.contacts, plan.eligible, plan.size, plan.drawn_on), (40, 30, 12, day(3, 10)));
        // Whoever has the list and the plan draws the same people.
        let north: Vec<usize> = (0..40).filter(|person: &usize| !person.is_multiple_of(4)).collect();
        let mut expected: Vec<String> = ascolto::campaign::sample::draw(30, 12, plan.seed)
            .into_iter()
            .map(|place| format!("n{}@example.org", north[place]))
            .collect();
        expected.sort();
        assert_eq!(invited, expected);
        assert!(desk.invite(desk.survey).is_empty());
        let invited_page = desk.get("");
        says(&invited_page, 200, &["12 persone estratte fra 30", "Zona: Nord", &plan.seed.code()]);
        assert!(!invited_page.text.contains("Annulla questo campione"));

        close_survey(&desk.site, desk.survey).unwrap();
        forget_contacts(&desk.site, desk.survey).unwrap();
        let edition = desk.site.survey(desk.survey).unwrap().edition;
        let results = read_results(&desk.site, edition).unwrap();
        let page = html(&make_report(&desk.site, &results, &Language::italian()).unwrap());
        for part in ["campione casuale", "estratte 12 persone fra le 30", "Zona «Nord»", &plan.seed.code()] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }

    fn nobody_is_asked_more_than_twice_a_year_over_all_surveys(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        let another = |name: &str| open(&desk.site, &draft(&desk.site, desk.office, None, name), 900);
        let at = |date: NaiveDate| desk.site.clock.set(date.and_hms_opt(9, 0, 0).unwrap());
        desk.import(desk.survey, 0..3);
        assert_eq!(desk.invite(desk.survey).len(), 3);
        assert_eq!(desk.invite(desk.survey).len(), 0, "pressed again, nobody is counted again");
        let second = another("second");
        desk.import(second, 0..2);
        assert_eq!(desk.invite(second).len(), 2);
        let third = another("third");
        desk.import(third, 0..4);
        assert_eq!(desk.invite(third), ["n2@example.org", "n3@example.org"]);
        let left_out = |survey| desk.site.store.read(|db| store::contact::count_asked_recently(db, survey)).unwrap();
        assert_eq!(left_out(third), 2);
        let page = desk.browser.get_as(&desk.url("").replace(&format!("/{}/", desk.survey), &format!("/{third}/")), &desk.cookie);
        says(&page, 200, &["Esclusi perché interpellati da poco", "2 persone sono escluse", "(2) negli ultimi 12 mesi"]);
        assert!(desk.invite(third).is_empty(), "and not the next day either");

        at(day(3, 20));
        assert_eq!(forget_old_askings(&desk.site).unwrap(), 0);
        at(NaiveDate::from_ymd_opt(2027, 3, 1).unwrap());
        assert_eq!(forget_old_askings(&desk.site).unwrap(), 4, "a year later the months are forgotten");
        let mut later = draft(&desk.site, desk.office, None, "later");
        (later.opens_on, later.closes_on) = (later.opens_on.with_year(2027).unwrap(), later.closes_on.with_year(2027).unwrap());
        let later = open(&desk.site, &later, 900);
        desk.import(later, 0..4);
        assert_eq!(desk.invite(later).len(), 4);
    }

    fn what_was_deleted_is_certified_by_hand_and_by_the_calendar(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        let file = BroughtContacts {
            bytes: people().into_bytes(),
            columns: Some(["first_name", "address", "attribute", "attribute"].map(|own| ascolto::campaign::ColumnUse::parse(own).unwrap()).to_vec()),
            reasons: [(2, "campione".to_owned()), (3, "lettere".to_owned())].into(),
            ..BroughtContacts::default()
        };
        take_in_contacts(&desk.site, desk.survey, &file).unwrap();
        desk.invite(desk.survey);
        close_survey(&desk.site, desk.survey).unwrap();
        assert_eq!(forget_contacts(&desk.site, desk.survey).unwrap(), 40);
        assert_eq!(forget_contacts(&desk.site, desk.survey).unwrap(), 0);
        let certificates = desk.site.store.read(|db| store::contact_deletion::list(db, desk.survey)).unwrap();
        let attributes = vec!["Telefono".to_owned(), "Zona".to_owned()];
        let expected =
            Certificate { deleted_on: day(3, 10), by_hand: true, contacts: 40, invitations: 40, attributes, values: 80 };
        assert_eq!(certificates, [expected]);
        let left = desk.site.store.read(|db| {
            Ok((store::contact_attribute::list(db, desk.survey)?.len(), store::contact_attribute::list_values(db, desk.survey)?.len()))
        });
        assert_eq!(left.unwrap(), (0, 0));
        says(&desk.get(""), 200, &[
            "Certificato di cancellazione", "10 marzo 2026, su richiesta dell'ufficio", "Cancellati 40 destinatari", "(Telefono e Zona): 80 valori",
            "Restano 40 inviti senza nome",
        ]);

        let other = open(&desk.site, &draft(&desk.site, desk.office, None, "other"), 900);
        desk.import(other, 0..3);
        close_survey(&desk.site, other).unwrap();
        desk.site.clock.set(day(4, 9).and_hms_opt(9, 0, 0).unwrap());
        assert_eq!(forget_due_contacts(&desk.site).unwrap(), 3);
        let certificates = desk.site.store.read(|db| store::contact_deletion::list(db, other)).unwrap();
        assert_eq!((certificates[0].by_hand, certificates[0].contacts, certificates[0].invitations), (false, 3, 0));
    }
}
