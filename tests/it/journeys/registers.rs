//! The office's own figures through the staff's pages: registers of test calls, letters and opening days, the plan of a sample, the
//! year's contacts; and what they come to in the report.

use crate::support::database::{Fresh, on_both_engines};
use crate::support::office::{self, answer, code, day, draft, open};
use crate::support::street::{Browser, Page, Served, fields_of};
use ascolto::charter::Measurement;
use ascolto::charter::register::Case;
use ascolto::flows::adjust_survey::adjust_survey;
use ascolto::flows::adopt_charter::adopt_charter;
use ascolto::flows::close_survey::close_survey;
use ascolto::flows::plan_survey::{edition_of, found_office, plan_survey};
use ascolto::flows::sign_in::{add_account, sign_in};
use ascolto::form::catalog;
use ascolto::ids::{EditionId, SurveyId};
use ascolto::office::Role;
use ascolto::secret::Secret;
use ascolto::site::Site;
use ascolto::store;
use ascolto::store::survey::{Adjustment, Draft};
use ascolto::survey::{Channel, Universe, YearlyContacts};
use std::net::TcpListener;

/// An office in March with a survey in the field, and somebody at its desk.
struct Desk {
    site: Site,
    edition: EditionId,
    survey: SurveyId,
    base: String,
    cookie: String,
    browser: Browser,
    _served: Served,
}

impl Desk {
    fn open(fresh: &Fresh) -> Self {
        Self::promising(fresh, str::to_owned)
    }

    /// With the shipped charter, changed.
    fn promising(fresh: &Fresh, change: impl Fn(&str) -> String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let site = office::site(fresh, &base);
        let owner = found_office(&site, &code("urp"), "URP", "urp@example.org").unwrap();
        let source = change(&catalog::charter("carta-urp").unwrap());
        let charter = adopt_charter(&site, owner, "carta.toml", &source, "").unwrap();
        let survey = open(&site, &draft(&site, owner, Some(charter), "urp_2026"), 900);
        let password = Secret::new("una frase abbastanza lunga");
        add_account(&site, "anna", "Anna", Role::Staff, &password).unwrap();
        let cookie = format!("ascolto={}", sign_in(&site, "anna", &password).unwrap().token.expose());
        let edition = site.survey(survey).unwrap().edition;
        let served = Served::start(site.clone(), listener);
        Self { site, edition, survey, base, cookie, browser: Browser::new(), _served: served }
    }

    fn address(&self, rest: &str) -> String {
        format!("{}/staff/editions/{}{rest}", self.base, self.edition)
    }

    fn get(&self, rest: &str) -> Page {
        self.browser.get_as(&self.address(rest), &self.cookie)
    }

    /// Sends fields with the hidden ones of the page, as `application/x-www-form-urlencoded`.
    fn send(&self, rest: &str, typed: &[(&str, &str)]) -> Page {
        let own: Vec<(String, String)> = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let secret = fields_of(&self.get(rest), &[]).into_iter().filter(|(name, _)| name == "_secret").take(1);
        self.browser.post_as(&self.address(rest), &self.cookie, &secret.chain(own).collect::<Vec<_>>())
    }

    /// Sends a file with fields, as a browser sends them together.
    fn upload(&self, rest: &str, file: (&str, &[u8]), typed: &[(&str, &str)]) -> Page {
        let secret = fields_of(&self.get(rest), &[]).into_iter().find(|(name, _)| name == "_secret").unwrap().1;
        let part = |name: &str, more: &str| format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n");
        let mut body = format!("{}{secret}\r\n", part("_secret", "")).into_bytes();
        for (name, value) in typed {
            body.extend(format!("{}{value}\r\n", part(name, "")).bytes());
        }
        body.extend(part(file.0, "; filename=\"registro.csv\"").bytes());
        body.extend(file.1);
        body.extend(b"\r\n--b--\r\n");
        self.browser.send(&self.address(rest), &self.cookie, "multipart/form-data; boundary=b", &body)
    }

    fn look_at(&self, standard: &str, file: &str, typed: &[(&str, &str)]) -> Page {
        self.upload(&format!("/registers/{standard}"), ("register", file.as_bytes()), typed)
    }

    /// Presses the button under what was found.
    fn confirm(&self, standard: &str, found: &Page) -> Page {
        let form = found.text.split("name=\"confirm\"").next().map(|before| before.len()).unwrap_or_default();
        let begins = found.text[..form].rfind("<form").expect("there is a button to press");
        let form = found.text[begins..].split("</form>").next().unwrap_or_default();
        let shown = Page { status: 200, location: String::new(), headers: found.headers.clone(), text: form.to_owned() };
        let mut body = Vec::new();
        for (name, value) in fields_of(&shown, &[]) {
            body.extend(format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
        }
        body.extend(b"--b--\r\n");
        let address = self.address(&format!("/registers/{standard}"));
        self.browser.send(&address, &self.cookie, "multipart/form-data; boundary=b", &body)
    }

    fn import(&self, standard: &str, file: &str, typed: &[(&str, &str)]) -> Measurement {
        let kept = self.confirm(standard, &self.look_at(standard, file, typed));
        assert_eq!(kept.status, 303, "{}", kept.text);
        self.reading(standard).unwrap()
    }

    fn reading(&self, standard: &str) -> Option<Measurement> {
        let readings = self.site.store.read(|db| store::measurement::list(db, self.edition)).unwrap();
        readings.into_iter().find(|reading| reading.standard.as_str() == standard)
    }

    fn cases(&self, standard: &str) -> Vec<Case> {
        self.site.store.read(|db| store::register::list(db, self.edition, &code(standard))).unwrap()
    }

    fn contacts(&self) -> Vec<YearlyContacts> {
        self.site.store.read(|db| store::yearly_contact::list(db, self.edition)).unwrap()
    }
}

/// Test calls on the working days of January and February: all but one within three rings.
fn calls(many: u32) -> String {
    let row = |number: u32| {
        let rings = if number == 7 { "5".to_owned() } else { (number % 3 + 1).to_string() };
        format!("{:02}/{:02}/2026;{rings};Prova {number}\r\n", number % 28 + 1, number / 28 + 1)
    };
    std::iter::once("Data;Squilli;Chi ha chiamato\r\n".to_owned()).chain((0..many).map(row)).collect()
}

on_both_engines! {
    fn a_register_is_looked_at_corrected_and_kept_and_the_same_file_again_changes_nothing(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        let before = desk.get("/figures");
        assert!(before.text.contains("almeno 52 prove senza nessun errore, 87 con un errore, 118 con due errori") && before.text.contains("/registers/three_rings"), "{}", before.text);

        let faulty = format!("{}31/12/2025;2;x\r\n05/03/2026;-1;y\r\nieri;due;z\r\n", calls(40));
        let found = desk.look_at("three_rings", &faulty, &[("as_of", "2026-03-10")]);
        assert_eq!(found.status, 200, "{}", found.text);
        for wanted in [
            "43 righe; il registro è completo fino al 10 marzo 2026",
            "3 righe escluse",
            "Casi che rispettano lo standard: 39 su 40 (97,5\u{a0}%)",
            "Riga 42, colonna «Data»: 31 dicembre 2025 non è nel 2026",
            "Riga 43, colonna «Squilli»: -1 è minore di zero",
            "Riga 44, colonna «Data»: «ieri» non è una data",
            "Riga 44, colonna «Squilli»: «due» non è un numero",
        ] {
            assert!(found.text.contains(wanted), "{wanted} is missing in {}", found.text);
        }
        assert_eq!((desk.reading("three_rings"), desk.cases("three_rings")), (None, Vec::new()), "looking keeps nothing");

        let kept = desk.confirm("three_rings", &found);
        assert!(kept.status == 303 && kept.location.contains("results-done-register&count=40"), "{} {}", kept.location, kept.text);
        let reading = desk.reading("three_rings").unwrap();
        assert_eq!((reading.value, reading.cases, reading.deviation), (39.0, 40, None));
        assert_eq!(reading.note, "Registro importato il 10 marzo 2026, completo fino al 10 marzo 2026: 40 righe; 3 escluse");
        let cases = desk.cases("three_rings");
        assert_eq!((cases.len(), cases[7].line, cases[7].value, cases[7].happened_on), (40, 9, Some(5.0), day(1, 8)));
        assert!(!format!("{cases:?}").contains("Prova"), "who called is not kept");

        assert_eq!((desk.import("three_rings", &faulty, &[]), desk.cases("three_rings")), (reading, cases));
        let more = desk.look_at("three_rings", &calls(52), &[]);
        assert!(more.text.contains("Prende il posto del registro già importato, che ha 40 casi"), "{}", more.text);
        desk.confirm("three_rings", &more);
        assert_eq!(desk.cases("three_rings").len(), 52);
        let shown = desk.get("/figures").text;
        assert!(shown.contains("Nel registro importato ci sono 52 casi") && shown.contains("value=\"51\""), "{shown}");
        let by_hand = |note: &str| {
            desk.send("/figures", &[("standard", "three_rings"), ("value", "50"), ("cases", "52"), ("note", note)])
        };
        let stale = by_hand(&desk.reading("three_rings").unwrap().note);
        assert!(stale.status == 422 && stale.text.contains("href=\"#three_rings-note\"") && stale.text.contains("value=\"50\""), "{}", stale.text);
        assert_eq!(desk.reading("three_rings").unwrap().value, 51.0, "what comes from a register is not said of other numbers");
        assert_eq!(by_hand("Ricontate a mano").status, 303);
        assert_eq!((desk.reading("three_rings").unwrap().value, desk.cases("three_rings").len()), (50.0, 52));
        let fewer = desk.look_at("three_rings", &calls(3), &[]).text;
        assert!(fewer.contains("Attenzione: il registro già importato ha 52 casi, questo file ne ha di meno"), "{fewer}");
    }

    fn what_was_counted_by_an_earlier_rule_proves_nothing_until_it_is_counted_again(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        let before = desk.import("three_rings", &calls(60), &[]);
        assert_eq!((before.value, before.rule.as_str()), (59.0, "within 3"));
        let stricter = catalog::charter("carta-urp").unwrap().replacen("operational = \"within\", limit = 3", "operational = \"within\", limit = 2", 1);
        let owner = desk.site.store.read(store::office::list).unwrap()[0].id;
        let charter = adopt_charter(&desk.site, owner, "carta.toml", &stricter, "Due squilli bastano").unwrap();
        let survey = desk.site.survey(desk.survey).unwrap();
        let plan = desk.site.store.read(|db| store::survey::plan(db, desk.survey)).unwrap();
        let wanted = Adjustment {
            title: survey.title.clone(),
            closes_on: survey.closes_on,
            collecting_days: survey.collecting_days,
            charter: Some(charter),
            weighting: plan.weighting,
            privacy_threshold: plan.privacy_threshold,
            planned_responses: plan.planned_responses,
        };
        adjust_survey(&desk.site, desk.survey, &wanted, "Carta nuova").unwrap();
        let shown = desk.get("/figures").text;
        assert_eq!(shown.matches("La Carta conta ora con una regola diversa").count(), 1, "{shown}");
        (0..40).for_each(|_| answer(&desk.site, desk.survey, &[("overall", "4"), ("phone_wait", "4")]));
        close_survey(&desk.site, desk.survey).unwrap();
        assert!(desk.get("").text.contains("contato con una regola diversa"), "{}", desk.get("").text);
        let again = desk.import("three_rings", &calls(60), &[]);
        assert_eq!((again.value, again.rule.as_str()), (39.0, "within 2"));
        assert!(!desk.get("").text.contains("contato con una regola diversa"));
        let removed = desk.look_at("three_rings", "", &[("remove", "yes")]);
        assert!(removed.status == 303 && removed.location.contains("results-done-register-removed"), "{}", removed.text);
        assert_eq!((desk.cases("three_rings").len(), desk.reading("three_rings")), (0, Some(again)));
        assert_eq!(desk.look_at("three_rings", "", &[("remove", "yes")]).status, 404, "there is none any more");
    }

    fn letters_complaints_and_opening_days_are_counted_by_the_offices_calendar(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        // Friday the 6th of March to Wednesday the 11th is three working days; the 10th is today.
        let letters = "Protocollo;Arrivo;Risposta\n1;02/03/2026;05/03/2026\n2;02/03/2026;06/03/2026\n3;03/03/2026;\n4;06/03/2026;\n5;05/03/2026;04/03/2026\n1;09/03/2026;10/03/2026\n";
        let found = desk.look_at("email_reply", letters, &[]);
        for wanted in [
            "1 caso ancora aperto oltre il termine",
            "1 caso aperto il cui termine non è ancora passato",
            "la risposta del 4 marzo 2026 viene prima dell&#39;arrivo del 5 marzo 2026",
            "questo caso è già alla riga 2",
        ] {
            assert!(found.text.contains(wanted), "{wanted} is missing in {}", found.text);
        }
        assert_eq!(desk.confirm("email_reply", &found).status, 303);
        let reading = desk.reading("email_reply").unwrap();
        assert_eq!((reading.value, reading.cases), (1.0, 3));
        let complaints = desk.import("complaints_closed", "Ricevuto il;Chiuso il\n2026-01-05;2026-02-04\n2026-01-05;2026-02-05\n", &[]);
        assert_eq!((complaints.value, complaints.cases), (1.0, 2), "thirty days of the calendar");

        // The working days of 2026 up to the 12th of January: 2, 5, 7, 8, 9, 12; the 6th is Epiphany.
        let days = "Giorno;Aperto\n02/01/2026;sì\n05/01/2026;no\n06/01/2026;sì\n07/01/2026;sì\n08/01/2026;forse\n12/01/2026;sì\n02/01/2026;no\n";
        let found = desk.look_at("opening_days", days, &[("as_of", "2026-01-12")]);
        for wanted in [
            "1 giorno che non è lavorativo secondo il calendario della Carta, e non conta: 6 gennaio 2026",
            "2 giorni lavorativi mancano nel registro e non contano: 8 gennaio 2026 e 9 gennaio 2026",
            "«forse» non è né sì né no",
            "Casi che rispettano lo standard: 3 su 4",
        ] {
            assert!(found.text.contains(wanted), "{wanted} is missing in {}", found.text);
        }
        let closed = desk.import("opening_days", days, &[("as_of", "2026-01-12"), ("missing_days_closed", "yes")]);
        assert_eq!((closed.value, closed.cases), (3.0, 6));
        assert!(closed.note.ends_with("2 giorni mancanti contati come chiusura"), "{}", closed.note);
    }

    fn the_years_contacts_are_keyed_in_imported_and_offered_to_the_plan(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        let key = |typed: &[(&str, &str)]| desk.send("/contacts", typed);
        assert_eq!(key(&[("channel", "phone"), ("reason", "Orari"), ("kind", ""), ("contacts", "1.200")]).status, 303);
        assert_eq!(key(&[("channel", "phone"), ("reason", "orari "), ("kind", ""), ("contacts", "1.250")]).status, 303);
        let wrong = key(&[("channel", "phone"), ("reason", "Bollo <b>"), ("kind", "x"), ("contacts", "molti")]);
        assert!(wrong.status == 422 && wrong.text.contains("href=\"#contacts\"") && wrong.text.contains("Bollo &#60;b&#62;"), "{}", wrong.text);
        let told: Vec<_> = desk.contacts().into_iter().map(|row| (row.reason, row.contacts)).collect();
        assert_eq!(told, [("Orari".to_owned(), 1_250)], "other capitals are no other contacts");

        let send = |file: &str| desk.upload("/contacts", ("contacts_file", file.as_bytes()), &[("file_of_contacts", "yes")]);
        let faulty = send("Canale;Motivo;Tipo;Contatti\nsportello;Orari;;300\npiccione;Orari;;3\n");
        assert!(faulty.status == 422 && faulty.text.contains("Riga 3, colonna «Canale»: «piccione»"), "{}", faulty.text);
        assert_eq!(desk.contacts().len(), 1, "a wrong total is not kept");
        let good = "Canale;Motivo;Tipo;Contatti\nsportello;Orari;informazione;3.650\nTelefono;Bollo;informazione;4100\ntelefono;Bollo;reclamo;12\n;Altro;;50\n";
        for _ in 0..2 {
            assert_eq!(send(good).status, 303);
        }
        let told: Vec<_> = desk.contacts().into_iter().map(|row| (row.channel, row.contacts)).collect();
        assert_eq!(told, [(Some(Channel::Desk), 3_650), (Some(Channel::Phone), 4_100), (Some(Channel::Phone), 12), (None, 50)]);
        let page = desk.get("/contacts").text;
        assert!(page.contains(">4.112<") && page.contains(">7.812<") && page.contains("Canale non indicato"), "{page}");
        assert_eq!(key(&[("remove", "yes"), ("channel", "phone"), ("reason", "Bollo"), ("kind", "reclamo")]).status, 303);
        assert_eq!(desk.contacts().len(), 3);

        let plan = desk.browser.get_as(&format!("{}/staff/surveys/new", desk.base), &desk.cookie).text;
        assert!(plan.contains("Contatti registrati per il 2026: Sportello 3.650 e Telefono 4.100"), "{plan}");
        assert!(plan.contains("value=\"4.100\"") && plan.contains("value=\"3.650\""), "the universe begins with them");
    }

    fn the_report_sets_what_was_measured_beside_what_is_perceived(fresh: &Fresh) {
        let desk = Desk::open(fresh);
        desk.import("three_rings", &calls(40), &[]);
        for number in 0..40 {
            answer(&desk.site, desk.survey, &[("overall", "4"), ("phone_wait", if number < 26 { "4" } else { "2" })]);
        }
        close_survey(&desk.site, desk.survey).unwrap();
        let page = desk.get("").text;
        let table = page.split("Quanto misurato e quanto percepito, anno 2026").last().expect("the table").split("</table>").next().unwrap();
        for wanted in ["98\u{a0}% (87–99,6\u{a0}%)", "65\u{a0}% (50–78\u{a0}%)", ">40<"] {
            assert!(table.contains(wanted), "{wanted} is missing in {table}");
        }
        assert!(table.contains("non pubblicato"), "nobody judged the time of replies");
    }
}

#[test]
fn a_file_that_is_no_register_is_refused_with_what_to_change_and_what_was_typed_stays() {
    let fresh = Fresh::sqlite();
    let desk = Desk::open(&fresh);
    let refused = |standard: &str, file: &str, typed: &[(&str, &str)], why: &str| {
        let page = desk.look_at(standard, file, typed);
        assert!(page.status == 422 && page.text.contains(why), "{why}: {} {}", page.status, page.text);
        assert!(page.text.contains("<title>Da correggere: "), "the title says so");
        page
    };
    refused("three_rings", "", &[], "Scelga");
    refused("three_rings", "PK\u{3}\u{4}foglio", &[], "non è un CSV");
    refused("three_rings", "Giorno;Note\n1/3/2026;x\n", &[], "la intitoli «Valore»");
    refused("three_rings", "Squilli\n3\n", &[], "la intitoli «Data»");
    refused("email_reply", "Arrivo\n1/3/2026\n", &[], "la intitoli «Risposta»");
    refused("opening_days", "Data\n1/3/2026\n", &[], "la intitoli «Aperto»");
    refused("three_rings", "Data;Squilli\n", &[], "solo le intestazioni");
    let late = refused("three_rings", &calls(3), &[("as_of", "2026-03-11")], "non può essere completo fino a un giorno futuro");
    assert!(late.text.contains("value=\"2026-03-11\"") && late.text.contains("href=\"#as_of\""), "{}", late.text);
    refused("three_rings", &calls(3), &[("as_of", "2025-12-31")], "viene prima dell&#39;anno");
    refused("three_rings", &calls(3), &[("as_of", "domani")], "Indichi una data");
    let none = desk.look_at("three_rings", "Data;Squilli\n1/3/2025;2\n", &[]);
    assert!(none.text.contains("Nessun caso di questo file conta") && !none.text.contains("name=\"confirm\""), "{}", none.text);
    for standard in ["courtesy", "no_such_standard", "Not-A-Code"] {
        assert_eq!(desk.get(&format!("/registers/{standard}")).status, 404, "{standard}");
    }
    assert_eq!(desk.reading("three_rings"), None);
    let figures = |asked: &str| desk.get(&format!("/figures?supposed-three_rings={asked}")).text;
    assert!(
        figures("99").contains("se il valore vero è 99\u{a0}%") && figures("120").contains("Scriva una percentuale da 0 a 100")
    );
    assert!(figures("95").contains("nessun numero di prove"), "at the target itself nothing is ever demonstrated");
}

#[test]
fn who_only_reads_sees_the_registers_and_changes_nothing() {
    let fresh = Fresh::sqlite();
    let desk = Desk::open(&fresh);
    let password = Secret::new("una frase abbastanza lunga");
    add_account(&desk.site, "capo", "", Role::Leadership, &password).unwrap();
    let cookie = format!("ascolto={}", sign_in(&desk.site, "capo", &password).unwrap().token.expose());
    for rest in ["/registers/three_rings", "/contacts"] {
        let page = desk.browser.get_as(&desk.address(rest), &cookie);
        assert!(page.status == 200 && !page.text.contains("type=\"file\""), "{}", page.text);
        let secret = fields_of(&page, &[]).into_iter().find(|(name, _)| name == "_secret").unwrap();
        assert_eq!(desk.browser.post_as(&desk.address(rest), &cookie, &[secret]).status, 403, "{rest}");
    }
}

#[test]
fn a_draft_of_the_next_year_begins_with_the_last_contacts_on_record() {
    let fresh = Fresh::sqlite();
    let desk = Desk::open(&fresh);
    desk.send("/contacts", &[("channel", "email"), ("contacts", "2.900")]);
    let owner = desk.site.store.read(store::office::list).unwrap()[0].id;
    let next = Draft { edition: edition_of(&desk.site, owner, 2027).unwrap(), ..draft(&desk.site, owner, None, "urp_2027") };
    let planned = plan_survey(&desk.site, &next, &Universe::default()).unwrap();
    let shown = desk.browser.get_as(&format!("{}/staff/surveys/{planned}/edit", desk.base), &desk.cookie).text;
    assert!(shown.contains("Contatti registrati per il 2026: E-mail 2.900"), "{shown}");
    assert!(!shown.contains("value=\"2.900\""), "a plan that is there keeps its own numbers");
}

#[test]
fn a_mean_of_a_sample_comes_in_with_its_spread_and_what_is_noted_as_it_is_noted() {
    let fresh = Fresh::sqlite();
    let desk = Desk::promising(&fresh, |charter| {
        let words = [("it", "minuti"), ("en", "minutes"), ("de", "Minuten"), ("fr", "minutes"), ("sl", "minute")];
        let unit: Vec<String> = words.iter().map(|(language, word)| format!("{language} = \"{word}\"")).collect();
        let rings = charter.find("operational = \"within\"").unwrap();
        let end = rings + charter[rings..].find(", coverage").unwrap();
        let counted = format!("operational = \"mean\", unit = {{ {} }}", unit.join(", "));
        let mean = format!("{}{counted}{}", &charter[..rings], &charter[end..]);
        let mean = mean.replacen("target = 0.95", "direction = \"at_most\"\ntarget = 10", 1);
        mean.replace("operational = \"answered_within\", limit = 30, days = \"calendar\"", "operational = \"share\"")
    });
    let minutes: String = (0..40).map(|call| format!("{:02}/02/2026;{}\n", call % 28 + 1, [6, 9][call % 2])).collect();
    let found = desk.look_at("three_rings", &format!("Data;Minuti\n{minutes}"), &[]);
    assert!(found.text.contains("media 7,50 su 40 casi (deviazione standard 1,52)"), "{}", found.text);
    assert_eq!(desk.confirm("three_rings", &found).status, 303);
    let reading = desk.reading("three_rings").unwrap();
    assert!((reading.value, reading.cases) == (7.5, 40) && (reading.deviation.unwrap() - 1.519).abs() < 0.001, "{reading:?}");
    let noted = desk.import("complaints_closed", "Data;Rispettato;Protocollo\n2/3/2026;sì;7\n2/3/2026;no;8\n", &[]);
    assert_eq!((noted.value, noted.cases, desk.cases("complaints_closed")[1].note.as_str()), (1.0, 2, "8"));
    assert!(!desk.get("/figures").text.contains("Errori ammessi"), "the plan of a mean is another");
    (0..40).for_each(|_| answer(&desk.site, desk.survey, &[("overall", "4"), ("phone_wait", "4")]));
    close_survey(&desk.site, desk.survey).unwrap();
    let page = desk.get("").text;
    let table = page.split("Quanto misurato e quanto percepito, anno 2026").last().unwrap();
    assert!(table.contains("7,5\u{a0}minuti (7,1–7,9)") && table.contains("Per le medie di un campione"), "{table}");
}
