//! The annual report of an edition, from its figures and facts.

use super::chapters::{actions, comments, factors, goals, groups, judgement, method, needs, sample};
use super::document::{Block, Document};
use super::input::ReportInput;
use super::scene::Scene;
use crate::text::Language;

/// The annual report in a language: the goals first, the method note last.
pub fn build(input: &ReportInput<'_>, language: &Language) -> Document {
    let scene = Scene::new(input, language);
    Document {
        language: language.clone(),
        title: scene.words.with("title", &[("year", input.year.to_string().into())]),
        subtitle: subtitle(&scene),
        notice: scene.notice(),
        made_on: input.made_on,
        blocks: chapters(&scene),
    }
}

/// The report's charts as pictures that travel alone: SVG with title, base, period and source drawn into each.
pub fn slides(input: &ReportInput<'_>, language: &Language) -> Vec<String> {
    let scene = Scene { slides: true, ..Scene::new(input, language) };
    let pictures = chapters(&scene).into_iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure.svg),
        _ => None,
    });
    pictures.collect()
}

fn chapters(scene: &Scene<'_>) -> Vec<Block> {
    let mut blocks = goals::chapter(scene);
    blocks.extend(actions::past(scene));
    blocks.extend(sample::chapter(scene));
    blocks.extend(factors::chapter(scene));
    blocks.extend(judgement::chapter(scene));
    blocks.extend(needs::chapter(scene));
    blocks.extend(comments::chapter(scene));
    blocks.extend(actions::promised_now(scene));
    blocks.extend(groups::chapter(scene));
    blocks.extend(method::chapter(scene));
    blocks
}

fn subtitle(scene: &Scene<'_>) -> Vec<String> {
    let (input, words) = (scene.input, scene.words);
    let mut lines = vec![input.body.to_owned(), input.office.to_owned()];
    lines.extend(input.charter.map(|charter| {
        let title = scene.promise(&charter.title);
        if charter.act.trim().is_empty() { title } else { format!("{title}, {}", charter.act.trim()) }
    }));
    lines.push(words.with("made-on", &[("day", words.date(input.made_on).into())]));
    lines.retain(|line| !line.trim().is_empty());
    lines
}

#[cfg(test)]
mod tests {
    use super::super::document::{Align, Figure};
    use super::super::trial::Year;
    use super::*;

    #[test]
    fn figures_stand_under_each_other_and_words_begin_a_line() {
        let year = Year::of(240);
        let document = build(&year.input(), &Language::italian());
        let goals = document.tables().into_iter().find(|table| table.header.iter().any(|label| label == "Esito")).unwrap();
        for (label, align) in goals.header.iter().zip(&goals.align) {
            let words = ["Obiettivo", "Esito", "Causa dello scostamento"].contains(&label.as_str());
            assert_eq!(*align, if words { Align::Left } else { Align::Right }, "{label}");
        }
    }

    #[test]
    fn a_reader_of_english_finds_english_quotation_marks() {
        let year = Year::of(240);
        let english = serde_json::to_string(&build(&year.input(), &Language::english())).unwrap();
        assert!(english.contains('“') && !english.contains('«'), "{english}");
    }

    #[test]
    fn the_goals_come_first_and_the_method_note_last() {
        let year = Year::of(240);
        let document = build(&year.input(), &Language::italian());
        let chapters: Vec<&str> = document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading(1, text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(chapters.first(), Some(&"Gli obiettivi in sintesi"));
        assert_eq!(chapters.get(1), Some(&"Che cosa ne è stato delle azioni promesse"));
        assert_eq!(chapters.last(), Some(&"Nota metodologica"));
        assert!(document.notice.as_deref().is_some_and(|notice| notice.contains("simulate")));
    }

    #[test]
    fn no_phrase_is_missing_in_any_language() {
        for responses in [0, 3, 20, 240] {
            let year = Year::of(responses);
            for language in crate::language::complete() {
                let page = super::super::html(&build(&year.input(), language));
                assert!(!page.contains("report-"), "{responses} responses, {language}: a key has no phrase");
                assert!(
                    !page.contains("NaN") && !page.contains("inf "),
                    "{responses} responses, {language}: a division by nothing"
                );
            }
        }
    }

    #[test]
    fn the_overall_judgement_is_drawn_over_the_years_by_group_and_with_what_goes_with_it() {
        let year = Year::of(240);
        let document = build(&year.input(), &Language::english());
        let titles = |start: &str| {
            let figures = document.blocks.iter().filter_map(|block| match block {
                Block::Figure(figure) => Some(figure),
                _ => None,
            });
            figures.filter(|figure| figure.title.starts_with(start)).count()
        };
        assert_eq!(titles("What goes most with the overall judgement: "), 1);
        assert_eq!(
            titles("Overall satisfaction: "),
            4,
            "over the years as a line and as bars, by group, and how it was given in every channel"
        );
    }

    #[test]
    fn a_form_that_asks_what_matters_gets_its_map() {
        let asked = |year: &Year| html_of(year).contains("Che cosa conta di più");
        let html = html_of(&Year::weighed(240));
        assert!(html.contains("Intervenire qui") && html.contains("Importanza (indice da 0 a 100)"), "{html}");
        assert!(html.contains("media delle voci") && !asked(&Year::weighed(20)));
        // What matters is asked apart from what satisfies: then the points are the quality factors.
        let factors = html_of(&Year::of(240));
        assert!(factors.contains("media dei fattori") && factors.contains("Attese e tempi"), "{factors}");
    }

    /// The first chart that stands on paper too.
    fn printed_figure(document: &Document) -> &Figure {
        let mut figures = document.blocks.iter().filter_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            _ => None,
        });
        figures.find(|figure| !figure.overview).unwrap()
    }

    #[test]
    fn what_only_repeats_the_table_is_on_screens_and_slides_but_neither_printed_nor_in_files() {
        let year = Year::of(240);
        let document = build(&year.input(), &Language::italian());
        let overviews = |document: &Document| {
            document.blocks.iter().filter(|block| matches!(block, Block::Figure(figure) if figure.overview)).count()
        };
        assert_eq!((overviews(&document), overviews(&document.clone().on_paper())), (1, 0));
        let heading = ">Non dimostrabili</text>";
        assert!(html_of(&year).contains(heading));
        assert!(slides(&year.input(), &Language::italian())[0].contains(heading));
        assert!(!serde_json::to_string(&document.on_paper()).unwrap().contains("Non dimostrabili</text>"));
    }

    #[test]
    fn how_answers_came_in_is_drawn_from_the_asked_to_the_last_day() {
        let html = html_of(&Year::of(240));
        for said in
            ["Inviti recapitati", "Sono state raccolte 240 risposte, almeno quante ne erano previste (200)", "14 aprile 2026"]
        {
            assert!(html.contains(said), "{said}");
        }
    }

    #[test]
    fn judgements_stand_in_panels_by_channel_and_as_feeling_and_uncertainty() {
        let html = html_of(&Year::of(240));
        assert!(html.contains("Gradimento più alto: «") && !html.contains("Per canale: in "), "where all are alike no panels");
        assert!(html_of(&Year::with_channels_apart()).contains("Per canale: in 16 voci su 16 gli intervalli"));
        let few = html_of(&Year::of(20));
        assert!(!few.contains("Per canale: ") && !few.contains("Gradimento più alto"));
    }

    #[test]
    fn every_picture_is_drawn_for_a_telephone_too() {
        let document = build(&Year::of(240).input(), &Language::italian());
        for block in &document.blocks {
            let Block::Figure(figure) = block else { continue };
            assert!(figure.phone.contains("viewBox=\"0 0 344 "), "{}: {:.200}", figure.title, figure.phone);
            assert!(figure.svg.contains("viewBox=\"0 0 680 "), "{}", figure.title);
        }
    }

    fn html_of(year: &Year) -> String {
        super::super::html(&build(&year.input(), &Language::italian()))
    }

    #[test]
    fn a_slide_says_by_itself_what_it_shows_and_that_it_is_made_up() {
        let year = Year::of(240);
        let slides = slides(&year.input(), &Language::italian());
        assert!(slides.len() > 3);
        for slide in slides {
            // Words of a picture are broken into lines; each stands in an element of its own.
            for said in ["Ufficio Relazioni con il Pubblico", "Risposte simulate", "2026"] {
                assert!(slide.contains(said), "{said}: {slide}");
            }
        }
    }

    #[test]
    fn the_axis_of_a_promised_mean_is_its_scale() {
        let year = Year::promising_a_mean();
        let document = build(&year.input(), &Language::italian());
        let svg = &printed_figure(&document).svg;
        assert!(svg.contains(">1</text>") && svg.contains(">5</text>") && !svg.contains(">6</text>"), "{svg}");
    }

    #[test]
    fn results_by_group_hide_the_few_and_what_would_tell_them() {
        let year = Year::of(240);
        let document = build(&year.input(), &Language::italian());
        let table = document.tables().find(|table| table.caption == "Per canale").unwrap();
        let of_item: Vec<_> = table.rows.iter().take(3).collect();
        assert!(of_item.iter().zip(["E-mail", "Totem", "Web"]).all(|(row, name)| row[0].text.ends_with(name)), "{of_item:?}");
        assert!(of_item.iter().all(|row| row[2].text.ends_with('%') && row[3].text.contains('–')), "{of_item:?}");
        // Nine answers over three channels: whatever is shown, the rest is nobody or at least the threshold.
        let few = Year::of(9);
        for table in build(&few.input(), &Language::italian()).tables().filter(|table| table.caption.starts_with("Per ")) {
            for row in &table.rows {
                assert!(row[1].number.is_none_or(|count| count.value() >= 5.0), "{row:?}");
            }
        }
    }

    #[test]
    fn under_thirty_answers_no_percentage_of_an_item_is_said() {
        let year = Year::of(20);
        let document = build(&year.input(), &Language::italian());
        let judgements = document.tables().filter(|table| table.header.iter().any(|label| label == "Soddisfatti"));
        let cells: Vec<&str> = judgements.flat_map(|table| &table.rows).flatten().map(|cell| cell.text.as_str()).collect();
        assert!(cells.iter().any(|text| text.contains(" su ")), "counts are said");
        assert!(cells.iter().all(|text| !text.contains('%')), "{cells:?}");
    }

    #[test]
    fn under_the_threshold_nothing_of_an_item_is_said() {
        let year = Year::of(3);
        let document = build(&year.input(), &Language::italian());
        let table = document.tables().find(|table| table.header.iter().any(|label| label == "Soddisfatti")).unwrap();
        assert!(table.rows.iter().all(|row| row[1].text == "non pubblicato" && row[2..].iter().all(|cell| cell.text == "–")));
    }

    #[test]
    fn who_would_recommend_is_not_called_satisfied() {
        let year = Year::of(240);
        let document = build(&year.input(), &Language::italian());
        let all = |label: &str, table: &&super::super::Table| table.header.iter().any(|own| own == label);
        let of_it = |table: &&super::super::Table| {
            table.caption.starts_with("Consiglierebbe") && all("Media (intervallo 95\u{a0}%)", table)
        };
        let table = document.tables().find(of_it).unwrap();
        assert!(table.header.iter().any(|label| label == "Consiglierebbero l'ufficio"), "{:?}", table.header);
        assert!(!table.header.iter().any(|label| label == "Soddisfatti"));
        let page = super::super::html(&document);
        assert!(
            page.contains("consiglierebbe l&#39;ufficio chi sceglie 9 ")
                || page.contains("consiglierebbe l'ufficio chi sceglie 9 ")
        );
        let chart = document.blocks.iter().find_map(|block| match block {
            Block::Figure(figure) if figure.title.starts_with("Consiglierebbe") => Some(figure),
            _ => None,
        });
        let chart = chart.unwrap();
        for words in [&chart.svg, &chart.alternative, &chart.data.header.join(" ")] {
            assert!(words.contains("onsiglierebbe") && !words.contains("oddisfatti"), "{words}");
        }
    }

    #[test]
    fn what_few_people_chose_about_themselves_stands_in_no_page_spreadsheet_or_data() {
        let year = Year::of(9);
        let document = build(&year.input(), &Language::italian());
        let table = document.tables().find(|table| table.caption.starts_with("Quali dei nostri servizi")).unwrap();
        let counts: Vec<&str> = table.rows.iter().map(|row| row[1].text.as_str()).collect();
        assert!(counts.contains(&"meno di 5"), "{counts:?}");
        let small = |cell: &super::super::Cell| (1..5).any(|few: u8| cell.text == few.to_string());
        assert!(!table.rows.iter().flatten().any(|cell| small(cell) || cell.text == "meno di 5" && cell.number.is_some()));
        let csv = String::from_utf8(super::super::tables_csv(&document)).unwrap();
        let lines: Vec<&str> = csv.lines().filter(|line| line.starts_with("Quali dei nostri servizi")).collect();
        assert!(lines.iter().any(|line| line.ends_with(";;meno di 5")), "{lines:?}");
        let page = super::super::html(&document);
        assert!(page.contains("unite ad altre o non riportate in: ") && !page.contains("non è stato necessario omettere"));
    }

    #[test]
    fn answers_stand_beside_the_contacts_of_their_group_unless_they_are_few() {
        let ages = |responses: u64| {
            let year = Year::of(responses);
            let document = build(&year.input(), &Language::italian());
            let table = document.tables().find(|table| table.caption == "Quanti anni ha?").cloned();
            (table, super::super::html(&document))
        };
        let (table, page) = ages(240);
        let table = table.unwrap();
        assert_eq!(table.header[3..], ["Contatti dell'anno", "Quota dei contatti", "Risposte sui contatti"]);
        let young = &table.rows[0];
        assert_eq!([&young[3].text, &young[4].text], ["900", "33\u{a0}%"]);
        let number = |at: usize| young[at].number.unwrap().value();
        assert!((number(5) - number(1) / 900.0).abs() < 1e-12, "{young:?}");
        assert!(table.rows[2][3..].iter().all(|cell| cell.text == "–"), "of the third group nobody stated the contacts");
        assert!(page.contains("non è un tasso di risposta"));
        let (table, _) = ages(12);
        let table = table.unwrap();
        assert_eq!(table.header.len(), 4, "no percentages on twelve answers");
        let merged = table.rows.last().unwrap();
        assert_eq!((merged[0].text.as_str(), merged[2].text.as_str()), ("Altre risposte, unite per riservatezza", "–"));
        let few = |row: &Vec<super::super::Cell>| (1.0..5.0).contains(&row[1].number.unwrap().value());
        assert!(!table.rows.iter().any(few), "{:?}", table.rows);
        assert!(ages(4).0.is_none());
    }

    #[test]
    fn every_table_of_percentages_says_of_how_many_and_rules_are_said_once() {
        let page = super::super::html(&build(&Year::of(240).input(), &Language::italian()));
        let tables = page.split("<caption>").skip(1).map(|table| table.split("<caption>").next().unwrap());
        for table in tables.filter(|table| table.starts_with("Qua") && table.contains("Risposta</th>")) {
            assert!(table.split("<details>").next().unwrap().contains("<p class=\"small\">n = "), "{table}");
        }
        assert_eq!(page.matches("Si poteva scegliere più di una risposta").count(), 1);
    }

    #[test]
    fn rules_sealed_again_are_told_with_the_reason() {
        let year = Year::of(240);
        let page = super::super::html(&build(&year.input(), &Language::italian()));
        assert!(page.contains("prima della prima risposta: sigillo n. 1 del 27 febbraio 2026"));
        assert!(
            page.contains("sigillo n. 2 del 30 marzo 2026")
                && page.contains("Motivo: lo sportello è rimasto chiuso una settimana")
        );
    }

    #[test]
    fn the_method_note_names_whatever_is_withheld() {
        let year = Year::of(3);
        let page = super::super::html(&build(&year.input(), &Language::italian()));
        let note = page.split("non si riportano i valori di: ").nth(1).unwrap().split("</p>").next().unwrap();
        for wanted in
            ["«Cortesia»", "«Quanti anni ha?»", "«Che cosa Le sarebbe più utile?»", "obiettivo «Cortesia del personale»"]
        {
            assert!(note.contains(wanted), "{wanted} in {note}");
        }
    }

    #[test]
    fn a_missed_goal_without_action_is_named() {
        let year = Year::of(240);
        let document = build(&year.input(), &Language::italian());
        let callouts: Vec<&String> = document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Callout(text) => Some(text),
                _ => None,
            })
            .collect();
        assert!(
            callouts.iter().any(|text| text.contains("senza azione") && text.contains("«Cortesia del personale»")),
            "{callouts:?}"
        );
    }

    #[test]
    fn a_whole_report_is_printed_and_every_page_has_the_notice() {
        let year = Year::of(240);
        let document = build(&year.input(), &Language::italian());
        let printed = crate::print::pdf(&document).unwrap();
        if let Some(folder) = std::env::var_os("ASCOLTO_LOOK") {
            let folder = std::path::Path::new(&folder);
            std::fs::write(folder.join("report.pdf"), &printed).unwrap();
            std::fs::write(folder.join("report.html"), super::super::html(&document)).unwrap();
            std::fs::write(folder.join("report.xlsx"), super::super::workbook(&document).unwrap()).unwrap();
            std::fs::write(folder.join("report.csv"), super::super::tables_csv(&document)).unwrap();
        }
        let Some(pages) = pages_of(&printed) else { return };
        assert!(pages.len() > 4);
        assert!(pages.iter().all(|page| page.contains("Risposte simulate: nessuna persona")), "a page lacks the notice");
        assert!(pages[0].contains("Cortesia"), "{}", pages[0]);
    }

    /// The chart of goals is the tallest picture: with many goals it must not run on beyond the page's foot.
    #[test]
    fn every_goal_of_the_chart_stands_above_the_foot_of_its_page() {
        let year = Year::of(240);
        let document = build(&year.input(), &Language::italian());
        let alone = Document { blocks: vec![Block::Figure(printed_figure(&document).clone())], ..document.clone() };
        let Some(told) = told_of(&crate::print::pdf(&alone).unwrap(), &["-bbox"]) else { return };
        // The title has a page of its own before it.
        let told = told.split("<page ").last().unwrap();
        // Where each occurrence of a word ends, in points from the top of its page.
        let places = |word: &str| -> Vec<f64> {
            let own = told.lines().filter(|line| line.contains(&format!(">{word}</word>")));
            own.map(|line| line.split("yMax=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap()).collect()
        };
        let lowest = |words: &[&str]| words.iter().flat_map(|word| places(word)).fold(0.0, f64::max);
        let (foot, caption) = (lowest(&["Pagina"]), lowest(&["Valori"]));
        let goals = year.input().figures.goals().len();
        let verdicts = ["Raggiunto", "Non"];
        let told_verdicts: usize = verdicts.iter().map(|word| places(word).len()).sum();
        assert!(told_verdicts >= goals, "{told}");
        assert!(lowest(&verdicts) < caption && caption < foot - 10.0, "{} {caption} {foot}", lowest(&verdicts));
    }

    /// The text of each page, where poppler's `pdftotext` is installed.
    fn pages_of(printed: &[u8]) -> Option<Vec<String>> {
        let text = told_of(printed, &["-layout"])?;
        Some(text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect())
    }

    fn told_of(printed: &[u8], options: &[&str]) -> Option<String> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("report.pdf");
        std::fs::write(&file, printed).unwrap();
        let told = std::process::Command::new("pdftotext").args(options).arg(&file).arg("-").output();
        let told = told.map_err(|error| crate::absent::skip("pdftotext", &error.to_string())).ok()?;
        Some(String::from_utf8(told.stdout).unwrap())
    }
}
