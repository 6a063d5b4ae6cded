//! `ascolto report`.

use super::Stop;
use super::site::{Settings, survey_of};
use super::terminal::{refused_path, terminal_language};
use crate::chart;
use crate::flows::make_report::{make_report, make_slides, report_files};
use crate::flows::read_results::read_results;
use crate::text::Language;
use std::path::PathBuf;

/// Writes the annual report on a survey's year as page, PDF, spreadsheet and open data, in each language of the body.
///
/// Nothing is published by this. It is refused while a survey of that year takes answers.
#[derive(clap::Args)]
pub struct Report {
    /// The survey's address code.
    #[arg(long)]
    survey: String,
    /// The folder to write to; it is made where there is none, and files of an earlier report are replaced.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// Also write each chart as a PNG for slides.
    #[arg(long)]
    png: bool,
    #[command(flatten)]
    settings: Settings,
}

/// Charts are drawn 680 pixels wide; a slide wants twice that.
const SLIDE_SCALE: f32 = 2.0;

/// A page that is opened from a folder has no server's style sheet.
const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;color:#17324d;max-width:60rem;margin:0 auto;padding:1rem}\
    table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold}\
    th,td{padding:.4rem .6rem;border-bottom:1px solid #d5dde5;text-align:left;vertical-align:top}\
    .text-end{text-align:right;white-space:nowrap}.text-success{color:#00703c}.text-danger{color:#b3202e}\
    .alert{padding:.75rem 1rem;background:#fff3cf}.callout{padding:.1rem 1rem;background:#e8f1fb}\
    .small{font-size:.9rem;color:#455a6f}.table-responsive{overflow-x:auto}figure{margin:1rem 0}svg{max-width:100%;height:auto}\
    .chart.narrow{display:none}@media(max-width:40rem){.chart.wide{display:none}.chart.narrow{display:block}}";

impl Report {
    /// Runs the command.
    pub fn run(self) -> Result<(), Stop> {
        let site = self.settings.open()?;
        let survey = survey_of(&site, &self.survey)?;
        let refuse = |error: std::io::Error| refused_path(&terminal_language(), &self.out, &error);
        let results = read_results(&site, survey.edition)?;
        let year = results.edition.year;
        std::fs::create_dir_all(&self.out).map_err(refuse)?;
        for language in site.config.body.complete_languages() {
            let document = make_report(&site, &results, &language)?;
            for file in report_files(&document, year)? {
                let path = self.out.join(&file.name);
                let body =
                    if file.name.ends_with(".html") { whole_page(&document.title, &language, &file.body) } else { file.body };
                std::fs::write(&path, body).map_err(refuse)?;
                eprintln!("{}", path.display());
            }
            if self.png {
                let slides = make_slides(&site, &results, &language)?;
                self.write_slides(&slides, year, &language)?;
            }
        }
        Ok(())
    }

    fn write_slides(&self, slides: &[String], year: i32, language: &Language) -> Result<(), Stop> {
        for (index, svg) in slides.iter().enumerate() {
            let path = self.out.join(format!("chart-{year}.{language}.{:02}.png", index + 1));
            let picture = chart::png(svg, SLIDE_SCALE).map_err(|error| Stop::Failed(error.to_string()))?;
            std::fs::write(&path, picture).map_err(|error| refused_path(&terminal_language(), &path, &error))?;
            eprintln!("{}", path.display());
        }
        Ok(())
    }
}

/// The document as a page that stands by itself.
fn whole_page(title: &str, language: &Language, document: &[u8]) -> Vec<u8> {
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    let head = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>{STYLE}</style>\n</head>\n<body>\n"
    );
    [head.as_bytes(), document, b"</body>\n</html>\n"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_by_itself_says_its_language_and_title() {
        let page = String::from_utf8(whole_page("A & <B>", &Language::italian(), b"<h1>A</h1>")).unwrap();
        assert!(page.contains("<html lang=\"it\">") && page.contains("<title>A &amp; &lt;B></title>"), "{page}");
        assert!(page.ends_with("<h1>A</h1></body>\n</html>\n"));
    }
}
