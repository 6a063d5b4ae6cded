//! The second half of the year over real HTTP: from the first answers to the published report.

use crate::flows::close_survey::{close_survey, stop_survey};
use crate::flows::sign_in::{add_account, sign_in};
use crate::ids::EditionId;
use crate::office::Role;
use crate::secret::Secret;
use crate::store;
use crate::text::Code;
use crate::web::tests::{Got, Town};

/// Somebody at work on an edition.
struct Work {
    town: Town,
    cookie: String,
    edition: EditionId,
}

impl Work {
    /// After closing.
    fn begin(role: Role) -> Self {
        let work = Self::collecting(role);
        work.close();
        work
    }

    fn close(&self) {
        stop_survey(&self.town.site, self.town.survey).unwrap();
        close_survey(&self.town.site, self.town.survey).unwrap();
    }

    fn collecting(role: Role) -> Self {
        let town = Town::annual();
        for number in 0..40_u8 {
            let comment = if number == 0 { "&comment=Troppa+attesa" } else { "" };
            let body = format!("overall={}&courtesy=4{comment}", if number < 30 { 2 } else { 5 });
            assert_eq!(town.post("/q/urp", body.as_bytes()).status, 303);
        }
        let password = Secret::new("correct horse");
        add_account(&town.site, "ada", "Ada", role, &password).unwrap();
        let cookie = format!("ascolto={}", sign_in(&town.site, "ada", &password).unwrap().token.expose());
        let edition = town.site.survey(town.survey).unwrap().edition;
        Self { town, cookie, edition }
    }

    fn get(&self, rest: &str) -> Got {
        self.town.get_as(&self.cookie, &format!("/staff/editions/{}{rest}", self.edition))
    }

    fn post(&self, rest: &str, body: &str) -> Got {
        self.post_to(self.edition, rest, body)
    }

    fn post_to(&self, edition: EditionId, rest: &str, body: &str) -> Got {
        let secret = self.get("/actions").hidden("_secret");
        let body = format!("_secret={secret}&{body}");
        self.town.post_as(&self.cookie, &format!("/staff/editions/{edition}{rest}"), body.as_bytes())
    }

    /// An edition of another office, and the next one of this office, which is compared with this one.
    fn other_editions(&self) -> (EditionId, EditionId) {
        let made = self.town.site.store.write(|db| {
            let office = store::edition::find(db, self.edition)?.office;
            let other = store::office::insert(db, &Code::parse("altro").unwrap(), "Altro ufficio", "altro@example.org")?;
            let stranger = store::edition::insert(db, other, 2026, None)?;
            Ok::<_, store::StoreError>((stranger, store::edition::insert(db, office, 2027, Some(self.edition))?))
        });
        made.unwrap()
    }
}

#[test]
fn a_comment_is_read_and_approved() {
    let work = Work::begin(Role::Staff);
    let pending = work.get("/comments");
    assert!(pending.text.contains("Troppa attesa") && pending.text.contains("Da leggere (1)"), "{}", pending.text);
    let comment = pending.hidden("comment");
    let decision = format!("survey={}&comment={comment}&from=pending&to=approved", work.town.survey);
    let (stranger, next) = work.other_editions();
    for other in [stranger, next, EditionId(999)] {
        assert_eq!(work.post_to(other, "/comments", &decision).status, 404, "the comment stands in no survey of that address");
    }
    assert!(work.get("/comments").text.contains("Da leggere (1)"), "and nothing was decided");
    assert_eq!(work.post("/comments", &decision).status, 303);
    assert!(work.get("/comments?state=approved").text.contains("Troppa attesa"));
    assert_eq!(work.post("/comments", &decision).status, 404, "somebody decided before");
}

#[test]
fn comments_go_on_to_another_page_only_where_there_are_more() {
    let work = Work::collecting(Role::Staff);
    let comment = |number: u8| work.town.post("/q/urp", format!("overall=4&comment=Parole+{number}").as_bytes());
    assert!((0..49).all(|number| comment(number).status == 303));
    work.close();
    let all = work.get("/comments").text;
    assert!(all.contains("Da leggere (50)") && all.matches("<blockquote").count() == 50 && !all.contains("after="), "{all}");
}

#[test]
fn who_reads_comments_stays_on_the_page_until_it_is_empty() {
    let work = Work::collecting(Role::Staff);
    let comment = |number: u8| work.town.post("/q/urp", format!("overall=4&comment=Parole+{number}").as_bytes());
    assert!((0..51).all(|number| comment(number).status == 303));
    work.close();
    let mut address = "/comments?state=pending&after=50".to_owned();
    for left in [1, 0] {
        let page = work.get(&address);
        assert_eq!(page.text.matches("<blockquote").count(), left + 1, "{}", page.text);
        let (comment, after) = (page.hidden("comment"), page.hidden("after"));
        let decision = format!("survey={}&comment={comment}&from=pending&to=approved&after={after}", work.town.survey);
        let led = work.post("/comments", &decision);
        address = led.header("location").split_once(&work.edition.to_string()).unwrap().1.to_owned();
    }
    let led = work.get(&address);
    assert_eq!(led.status, 303, "that page is empty now");
    assert!(led.header("location").contains("state=pending&after=0"), "{}", led.header("location"));
}

#[test]
fn figures_are_keyed_in_and_a_wrong_one_stays_on_the_page() {
    let work = Work::collecting(Role::Staff);
    let wrong = work.post("/figures", "standard=three_rings&value=41&cases=40&note=registro");
    assert!(wrong.status == 422 && wrong.text.contains("value=\"41\"") && wrong.text.contains("Il valore non è possibile"));
    let half = work.post("/figures", "standard=three_rings&value=36,5&cases=40&note=registro");
    assert!(half.status == 422 && half.text.contains("I casi si contano"), "{}", half.text);
    assert!(half.text.contains("<title>Da correggere: ") && half.text.contains("href=\"#three_rings-value\""), "{}", half.text);
    assert!(half.text.contains("aria-describedby=\"e-three_rings-value\""), "the field itself is marked");
    assert_eq!(work.post("/figures", "standard=three_rings&value=37&cases=40&note=registro").status, 303);
    assert!(work.get("/figures").text.contains("value=\"37\""));
    assert_eq!(work.post("/past", "year=2026&item=overall&base=100&satisfied=70").status, 422);
    let wrong = work.post("/past", "year=2025&item=overall&base=100&satisfied=70&mean=abc");
    assert!(wrong.status == 422 && wrong.text.contains("href=\"#mean\"") && !wrong.text.contains("href=\"#year\""));
    assert!(wrong.text.contains("value=\"abc\"") && wrong.text.contains("id=\"e-mean\""), "{}", wrong.text);
    let doubtful = work.post("/past", "year=2025&item=overall&base=100&mean=12.5");
    assert!(doubtful.status == 422 && doubtful.text.contains("il punto solo per le migliaia"), "{}", doubtful.text);
    let turned = work.post("/past", "year=2025&item=overall&base=100&satisfied=70&mean=3,9&spread=-1");
    assert!(turned.status == 422 && turned.text.contains("non può essere negativa"), "{}", turned.text);
    assert_eq!(work.post("/past", "year=2025&item=overall&base=100&satisfied=70&mean=3,9&source=Relazione").status, 303);
    let page = work.get("/figures");
    assert!(page.text.contains("<td class=\"figure\">70</td>") && page.text.contains("3,90"), "{}", page.text);
    assert!(page.text.contains(">Risposte favorevoli</th>"), "who would recommend the office is not thereby satisfied");
    work.close();
    assert!(work.get("").text.contains("2025"), "the report compares with the year keyed in");
}

#[test]
fn a_point_between_thousands_does_not_make_a_figure_a_thousand_times_smaller() {
    let work = Work::begin(Role::Staff);
    assert_eq!(work.post("/figures", "standard=three_rings&value=1.180&cases=1.200&note=").status, 303);
    let kept = work.town.site.store.read(|db| store::measurement::list(db, work.edition)).unwrap();
    assert_eq!(kept.iter().map(|kept| (kept.value, kept.cases)).collect::<Vec<_>>(), [(1_180.0, 1_200)]);
}

#[test]
fn a_missed_goal_has_its_cause_and_its_action() {
    let work = Work::begin(Role::Staff);
    let before = work.get("/actions");
    assert!(before.text.contains("Nessuna azione di miglioramento è prevista per questo obiettivo"), "{}", before.text);
    assert_eq!(work.post("/causes", "standard=overall&cause=Un+solo+sportello+aperto").status, 303);
    assert!(work.get("").text.contains("Un solo sportello aperto"), "the cause stands in the report");
    let undated = work.post("/actions", "goal=overall&what=Secondo+sportello&owner=URP&due_on=");
    assert!(
        undated.status == 422
            && undated.text.contains("value=\"Secondo sportello\"")
            && undated.text.contains("Indichi una data")
    );
    assert_eq!(work.post("/actions", "goal=overall&what=Secondo+sportello&owner=URP&due_on=30/06/2027").status, 303);
    let promised = work.get("/actions");
    assert!(promised.text.contains("Secondo sportello") && promised.text.contains("30 giugno 2027"));
    let action = promised.hidden("action");
    let silent = work.post("/outcomes", &format!("action={action}&from=planned&state=dropped&outcome="));
    assert!(silent.status == 422 && silent.text.contains(&format!("id=\"e-a-{action}-outcome\"")), "{}", silent.text);
    assert!(silent.text.contains("value=\"dropped\" selected"));
    let long = format!("standard=overall&cause=Parola+{}", "a".repeat(1_500));
    let long = work.post("/causes", &long);
    assert!(long.status == 422 && long.text.contains("Parola aaa") && long.text.contains("id=\"e-overall-cause\""));
    let opened = format!("action={action}&from=planned&state=done&outcome=Aperto+a+maggio");
    let (stranger, next) = work.other_editions();
    assert_eq!(work.post_to(stranger, "/outcomes", &opened).status, 404, "another office's address");
    assert_eq!(work.post_to(EditionId(999), "/outcomes", &opened).status, 404);
    assert_eq!(work.post_to(EditionId(999), "/causes", "standard=overall&cause=Nessuna").status, 404);
    assert_eq!(work.post_to(EditionId(999), "/actions", "goal=&what=X&owner=Y&due_on=2027-06-30").status, 404);
    assert!(!work.get("/actions").text.contains("Aperto a maggio"));
    assert_eq!(work.post_to(next, "/outcomes", &opened).status, 303, "next year's page tells what became of this year's");
    let dropped = format!("action={action}&from=planned&state=dropped&outcome=Rinunciato");
    assert_eq!(work.post("/outcomes", &dropped).status, 404, "somebody told before");
    assert!(work.get("/actions").text.contains("Aperto a maggio"));
}

#[test]
fn the_report_is_published_after_closing_and_everybody_can_read_it() {
    let work = Work::collecting(Role::Staff);
    assert!(work.town.get_as(&work.cookie, "/staff/results").text.contains(&format!("/staff/editions/{}", work.edition)));
    let waiting = work.get("");
    assert!(waiting.text.contains("si leggono dopo la chiusura") && waiting.text.contains(">40<"), "{}", waiting.text);
    assert!(!waiting.text.contains("Pubblica la relazione"));
    assert_eq!((work.post("/publish", "").status, work.get("/report.pdf").status), (409, 409));
    work.close();
    let preview = work.get("");
    assert!(preview.text.contains("Pubblica la relazione") && preview.text.contains("<svg"), "{}", preview.text);
    assert_eq!(work.get("/report.pdf").header("content-type"), "application/pdf");
    let list = || work.town.get_as(&work.cookie, "/staff").text;
    assert!(list().contains("pubblichi la relazione"), "{}", list());
    assert_eq!(work.post("/publish", "").status, 303);
    assert!(list().contains("La relazione è pubblicata") && !list().contains("pubblichi la relazione"), "{}", list());
    let again = work.get("").text;
    assert!(again.contains("Pubblica una nuova versione") && !again.contains("Pubblica la relazione"), "{again}");
    let page = work.town.get("/report/urp/2026");
    assert!(page.status == 200 && page.text.contains("/report/urp/2026/report-2026.it.pdf"), "{}", page.text);
    let files = work.town.site.store.read(|db| {
        let last = store::publication::find_last(db, work.edition)?;
        store::publication::list_files(db, last.id)
    });
    assert_eq!(files.unwrap().len(), 12, "four in each of the three languages of the body");
}

#[test]
fn who_only_reads_sees_the_results_and_changes_nothing() {
    let work = Work::begin(Role::Leadership);
    let page = work.get("/actions");
    assert!(page.status == 200 && !page.text.contains("/outcomes\""));
    let secret = work.town.get_as(&work.cookie, "/staff/results").hidden("_secret");
    let path = format!("/staff/editions/{}/causes", work.edition);
    let body = format!("_secret={secret}&standard=overall&cause=x");
    assert_eq!(work.town.post_as(&work.cookie, &path, body.as_bytes()).status, 403);
    assert_eq!(work.town.get_as(&work.cookie, "/staff/editions/999").status, 404);
}
