//! Ten thousand people are invited through a real mail server while the program is killed twenty times; at the end every one of
//! them is accounted for, against the server's own log and mailboxes.

use crate::support::campaign::Campaign;
use crate::support::database::{Fresh, on_both_engines};
use crate::support::mail_hub::{MailHub, wait_until};
use crate::support::office::{self, code};
use crate::support::program::Program;
use crate::support::signature::{Verifier, signing_key};
use ascolto::campaign::Fate;
use ascolto::clock::Clock;
use ascolto::flows::account_for_contacts::account_for_contacts;
use ascolto::flows::import_contacts::import_contacts;
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::plan_survey::{catalog_form, edition_of, found_office, plan_survey};
use ascolto::flows::queue_letters::{queue_invitations, retry_uncertain};
use ascolto::flows::read_reports::poll_reports;
use ascolto::flows::send_invitations::send_all_due;
use ascolto::ids::SurveyId;
use ascolto::mail::{Dkim, Mailer, Settings, SmtpServer, Transport};
use ascolto::secret::Secret;
use ascolto::site::Site;
use ascolto::store;
use ascolto::survey::{Channel, Universe};
use chrono::{Datelike, Days, TimeDelta};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use uuid::Uuid;

const PEOPLE: usize = 10_000;
const KILLS: usize = 20;
/// How many processes send at once where the database lets several: on PostgreSQL.
const TOGETHER: usize = 2;

/// Where somebody has a mailbox. Most are well; some domains put off, refuse, are slow, or refuse only later.
fn domain(person: usize) -> &'static str {
    // Spread, as on a list that grew over the years.
    match person * 37 % 500 {
        0..10 => "bounces.example",
        10..15 => "full.example",
        15..25 => "refuses.example",
        25..30 => "defers.example",
        30 => "slow.example",
        _ => "good.example",
    }
}

fn address(person: usize) -> String {
    format!("n{person}@{}", domain(person))
}

fn invite_everybody(site: &Site) -> SurveyId {
    let today = site.clock.today();
    let office = found_office(site, &code("urp"), "URP", "urp@office.example").unwrap();
    let draft = store::survey::Draft {
        edition: edition_of(site, office, today.year()).unwrap(),
        code: code("urp"),
        title: "URP".to_owned(),
        form_version: catalog_form(site, "faccine").unwrap(),
        charter: None,
        opens_on: today - Days::new(1),
        closes_on: today + Days::new(30),
        collecting_days: 7,
        channels: vec![Channel::Email],
        simulated: false,
        weighting: Default::default(),
        privacy_threshold: 5,
        planned_responses: 0,
    };
    let survey = plan_survey(site, &draft, &Universe::default()).unwrap();
    open_survey(site, survey).unwrap();
    let rows: String = (0..PEOPLE).map(|person| format!("{};Persona {person}\n", address(person))).collect();
    let twice: String = (0..100).map(|person| format!("{};\n", address(person * 7).to_uppercase())).collect();
    let report = import_contacts(site, survey, format!("email;nome\n{rows}{twice}non so\n").as_bytes()).unwrap();
    assert_eq!((report.added, report.merged, report.faults.len()), (PEOPLE as u64, 100, 1));
    assert_eq!(queue_invitations(site, survey).unwrap(), PEOPLE);
    survey
}

fn mail_settings(hub: &MailHub, key: &Path) -> Settings {
    let server = SmtpServer { connections: 16, ..SmtpServer::plain("127.0.0.1", hub.smtp_port) };
    Settings {
        bounce_address: "office@office.example".to_owned(),
        dkim: Some(Dkim {
            domain: "office.example".to_owned(),
            selector: "ascolto".to_owned(),
            key_pem: Secret::new(std::fs::read_to_string(key).unwrap()),
        }),
        transport: Transport::Smtp(vec![server]),
        ..Settings::plain("urp@office.example", "URP")
    }
}

/// The same for the program, in its environment.
fn environment(fresh: &Fresh, hub: &MailHub, key: &Path) -> Vec<(&'static str, String)> {
    vec![
        ("DATABASE_URL", fresh.url.clone()),
        ("LOG_LEVEL", "warn".to_owned()),
        ("MAIL_TRANSPORT", "smtp".to_owned()),
        ("MAIL_SMTP_HOST", "127.0.0.1".to_owned()),
        ("MAIL_SMTP_PORT", hub.smtp_port.to_string()),
        ("MAIL_SMTP_CONNECTIONS", "16".to_owned()),
        ("MAIL_DOMAIN_CONNECTIONS", "16".to_owned()),
        ("MAIL_FROM", "urp@office.example".to_owned()),
        ("MAIL_BOUNCE_ADDRESS", "office@office.example".to_owned()),
        ("MAIL_DKIM_KEY", key.display().to_string()),
        ("MAIL_HOURS", String::new()),
        ("MAIL_DAYS", String::new()),
        ("MAIL_PAUSE_AT_PERCENT", "0".to_owned()),
    ]
}

fn site(fresh: &Fresh, hub: &MailHub, key: &Path) -> Site {
    let mut site = office::site(fresh, "https://ascolto.example.org");
    let mut config = (*site.config).clone();
    config.mail = mail_settings(hub, key);
    config.mail_reports = hub.mailbox();
    site.mailer = Arc::new(Mailer::open(&config.mail).unwrap());
    // The programs that are killed live in the present; this one is ahead of them in the end.
    site.clock = Clock::fixed(config.body.time_zone, Clock::system(config.body.time_zone).now());
    site.config = Arc::new(config);
    site
}

fn fates(site: &Site, survey: SurveyId) -> BTreeMap<String, Fate> {
    let list = site.store.read(|db| store::reconciliation::list(db, survey)).unwrap();
    list.into_iter().map(|one| (one.address, one.fate)).collect()
}

fn count(site: &Site, survey: SurveyId, fate: Fate) -> u64 {
    account_for_contacts(site, survey).unwrap().count(fate)
}

/// Kills the sender at random, again and again, each time after some letters more have gone out.
fn kill_again_and_again(site: &Site, survey: SurveyId, folder: &Path, together: usize, settings: &[(&str, String)]) {
    let random = |most: u64| u64::from(Uuid::new_v4().as_bytes()[0]) * most / 255;
    for _ in 0..KILLS {
        let mut programs: Vec<Program> = (0..together).map(|_| Program::serve_with(folder, settings)).collect();
        let before = count(site, survey, Fate::Sent);
        let wanted = before + 20 + random(300);
        let began = Instant::now();
        while count(site, survey, Fate::Sent) < wanted && began.elapsed() < Duration::from_secs(15) {
            std::thread::park_timeout(Duration::from_millis(10));
        }
        std::thread::park_timeout(Duration::from_millis(random(100)));
        programs.iter_mut().for_each(|program| drop(program.kill()));
    }
}

/// How often each address got the letter, by the mailboxes.
fn deliveries(hub: &MailHub) -> BTreeMap<String, usize> {
    let mut deliveries = BTreeMap::new();
    for message in hub.delivered() {
        let to =
            message.lines().find_map(|line| line.strip_prefix("Delivered-To: ")).expect("the server says to whom").to_owned();
        *deliveries.entry(to).or_default() += 1;
    }
    deliveries
}

/// Sends, reads what comes back, and waits for the mail server, until nothing moves any more.
fn settle(site: &Site, hub: &MailHub) {
    send_all_due(site).unwrap();
    wait_until("the mail server has delivered everything", || hub.is_idle());
    loop {
        let polled = poll_reports(site).unwrap();
        if !polled.more && polled.acted + polled.counted + polled.kept == 0 {
            break;
        }
    }
}

fn reconcile(site: &Site, survey: SurveyId, hub: &MailHub, killed: bool) {
    let account = account_for_contacts(site, survey).unwrap();
    assert!(account.balances(), "{account:?}");
    assert_eq!((account.rows, account.contacts), (PEOPLE as u64 + 101, PEOPLE as u64));
    let (fates, delivered) = (fates(site, survey), deliveries(hub));
    for person in 0..PEOPLE {
        let address = address(person);
        let (fate, times) = (fates[&address], delivered.get(&address).copied().unwrap_or(0));
        let expected = match (domain(person), fate) {
            (_, Fate::Uncertain) => killed && times <= 1,
            ("good.example" | "slow.example", Fate::Sent) => times == 1 || (!killed && times == 2),
            ("bounces.example" | "refuses.example", Fate::BouncedHard) | ("full.example", Fate::BouncedSoft) => times == 0,
            ("defers.example", Fate::Waiting) => times == 0,
            _ => false,
        };
        assert!(expected, "{address}: {fate:?}, delivered {times} times");
    }
    let logged = hub
        .log()
        .lines()
        .filter(|line| line.contains("relay=virtual") && line.contains("status=sent"))
        .filter(|line| !line.contains("@office.example>"))
        .count();
    assert_eq!(logged, delivered.values().sum::<usize>(), "the server's log and its mailboxes say the same");
}

/// An independent reader checks signatures.
fn signatures_hold(hub: &MailHub, record: &str) {
    let Some(verifier) = Verifier::find(record) else { return };
    for message in hub.delivered().iter().step_by(PEOPLE / 10) {
        assert!(verifier.holds(message.as_bytes()), "{message}");
        let altered = message.replacen("Persona", "Qualcuno", 1);
        assert!(!verifier.holds(altered.as_bytes()), "what was altered on the way is told apart");
    }
}

on_both_engines! {
    fn ten_thousand_invitations_survive_twenty_kills_and_are_accounted_for_to_the_last(fresh: &Fresh) {
        let Some(hub) = MailHub::start() else { return };
        let Some((key, record)) = signing_key(fresh.folder.path()) else { return };
        let site = site(fresh, &hub, &key);
        let survey = invite_everybody(&site);
        let together = if fresh.url.starts_with("postgres") { TOGETHER } else { 1 };
        let folder = site.config.key_file.parent().unwrap().to_owned();
        kill_again_and_again(&site, survey, &folder, together, &environment(fresh, &hub, &key));
        let in_between = count(&site, survey, Fate::Sent);
        assert!((KILLS as u64 * 5..PEOPLE as u64).contains(&in_between), "killed in the middle: {in_between}");

        // When the leases of the dead have ended, whoever comes next sees to what they left.
        site.clock.set(site.clock.now() + TimeDelta::minutes(30));
        settle(&site, &hub);
        let uncertain = count(&site, survey, Fate::Uncertain);
        println!("{in_between} sent when the last was killed, {uncertain} uncertain in the end");
        assert!(uncertain <= (KILLS * together) as u64 * 64, "{uncertain}");
        reconcile(&site, survey, &hub, true);
        signatures_hold(&hub, &record);

        // A person has the uncertain ones sent again: some get it twice, nobody is without it.
        assert_eq!(retry_uncertain(&site, survey).unwrap() as u64, uncertain);
        settle(&site, &hub);
        reconcile(&site, survey, &hub, false);
        let own = Campaign { site, survey };
        assert!(own.letters().keys().all(|(_, state)| *state != "uncertain" && *state != "sending"), "{:?}", own.letters());
    }
}
