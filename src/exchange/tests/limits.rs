//! Files made to take long, or of sizes that no form has.

use super::*;

/// How long a file of a few hundred kilobytes may take where the build is slow and the machine is busy; it took minutes before.
const MOST_SECONDS: u64 = 20;

fn at_once(name: &str, bytes: &[u8]) -> Imported {
    let begun = std::time::Instant::now();
    let imported = read(name, bytes);
    assert!(begun.elapsed().as_secs() < MOST_SECONDS, "it took {:?}", begun.elapsed());
    imported
}

#[test]
fn absurd_sizes_are_bounded() {
    let nested = vec!["begin_group|g|G||${nobody} = 1"; 5_000];
    let imported = survey(&[nested.as_slice(), &["text|a|A"]].concat());
    assert!(imported.form.is_none(), "more notes than a form has questions");
    assert_eq!(keys(&imported.reasons).first(), Some(&(0, "large")));
    let many = vec!["text|a|A"; 10_001];
    assert_eq!(keys(&survey(&many).reasons), [(0, "large"), (0, "nothing")]);
    let long: Vec<String> = (0..20_000).map(|at| format!("l|c{at}|C")).collect();
    let lines: Vec<&str> = ["list_name|name|label"].into_iter().chain(long.iter().map(String::as_str)).collect();
    let bytes = workbook(&[("survey", &["type|name|label", "select_one l|a|A", "text|b|B"]), ("choices", &lines)]);
    let imported = read("a.xlsx", &bytes);
    assert_eq!(keys(&imported.reasons), [(0, "language-unsaid"), (2, "many-choices")]);
}

#[test]
fn options_share_the_length_of_a_code_with_their_question() {
    let option = "l|an_option_with_a_name_of_forty_character";
    let long = ["list_name|name|label", &format!("{option}s|A"), &format!("{option}z|B")];
    let asked = ["type|name|label", "select_multiple l|a_question_with_a_long_name_of_its_own|Q", "select_multiple l||R"];
    let Imported { form, reasons } = read("a.xlsx", &workbook(&[("survey", &asked), ("choices", &long)]));
    assert_eq!(form.expect("it is a form").questions().count(), 2);
    assert_eq!(keys(&reasons), [(0, "language-unsaid"), (3, "no-name")]);
}

#[test]
fn answers_that_all_claim_one_text_are_read_at_once() {
    let rows =
        |count: usize, row: &dyn Fn(usize) -> String| (0..count).map(|at| format!("<row>{}</row>", row(at))).collect::<String>();
    let answers = rows(2_000, &|at| format!("<qid>1</qid><code>A{at}</code><aid>1</aid><scale_id>0</scale_id>"));
    let texts = rows(2_000, &|_| "<aid>1</aid><answer>&lt;b&gt;uno&lt;/b&gt;</answer><language>it</language>".to_owned());
    let tables = format!(
        "<answers><rows>{answers}</rows></answers><answer_l10ns><rows>{texts}</rows></answer_l10ns>{}",
        super::limesurvey::question(1, "L", "Q1", "Che cosa?", "")
    );
    let imported = at_once("a.lss", super::limesurvey::survey(&tables).as_bytes());
    assert_eq!(told(&imported), ["many-choices", "nothing"]);
}

#[test]
fn many_items_and_choices_of_one_question_are_refused_at_once() {
    let list = |letter: &str, count: usize| (0..count).map(|at| format!("\"{letter}{at}\"")).collect::<Vec<_>>().join(",");
    let survey = |element: &str| format!("{{\"locale\":\"it\",\"pages\":[{{\"elements\":[{element}]}}]}}");
    let name = "questa_matrice_ha_un_nome_lungo_assai_ma_lungo";
    let rows = list("r", 4_000);
    let matrix = format!("{{\"type\":\"matrix\",\"name\":\"{name}\",\"title\":\"A\",\"columns\":[1,2,3],\"rows\":[{rows}]}}");
    assert_eq!(told(&at_once("a.json", survey(&matrix).as_bytes())), ["large"]);
    let choices = list("c", 40_000);
    let choice = format!("{{\"type\":\"radiogroup\",\"name\":\"a\",\"title\":\"A\",\"choices\":[{choices}]}}");
    assert_eq!(told(&at_once("a.json", survey(&choice).as_bytes())), ["many-choices", "nothing"]);
}

#[test]
fn conditions_that_are_all_knotted_are_told_at_once() {
    let all: Vec<String> = (100..300).map(|at| format!("${{q{at}}} = 1")).collect();
    let lines: Vec<String> = (0..300).map(|at| format!("text|q{at}|Q||{}", all.join(" or "))).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let heading = "type|name|label::Italiano (it)|required|relevant";
    let lines: Vec<&str> = [heading].into_iter().chain(lines).collect();
    let imported = at_once("a.xlsx", &workbook(&[("survey", &lines)]));
    assert!(told(&imported).contains(&"when-circular"));
}
