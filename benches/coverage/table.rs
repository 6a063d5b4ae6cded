//! A table as it is printed, and as it stands on a page.

/// A table with its caption.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The line above it, by which it is found on a page.
    pub caption: &'static str,
    /// The names of the columns.
    pub head: Vec<String>,
    /// The cells.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows.
    pub fn new(caption: &'static str, head: &[&str]) -> Self {
        Self { caption, head: head.iter().map(|&name| name.to_owned()).collect(), rows: Vec::new() }
    }

    /// Markdown, ending with a line break.
    pub fn markdown(&self) -> String {
        let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
        let rule = vec!["---".to_owned(); self.head.len()];
        let rows: String = self.rows.iter().map(|row| line(row)).collect();
        format!("**{}**\n\n{}{}{rows}", self.caption, line(&self.head), line(&rule))
    }

    /// What stands under the caption on a page; `None` where the caption does not stand there.
    pub fn on_page(&self, page: &str) -> Option<Self> {
        let mut lines = page.lines().skip_while(|line| *line != format!("**{}**", self.caption));
        lines.next()?;
        let mut rows: Vec<Vec<String>> = lines
            .skip_while(|line| line.is_empty())
            .map_while(|line| line.strip_prefix('|')?.strip_suffix('|'))
            .map(|line| line.split('|').map(|cell| cell.trim().to_owned()).collect())
            .collect();
        if rows.len() < 2 {
            return None;
        }
        let head = rows.remove(0);
        rows.remove(0);
        Some(Self { caption: self.caption, head, rows })
    }
}

/// A probability in per cent with one decimal.
pub fn per_cent(probability: f64) -> String {
    format!("{:.1}", 100.0 * probability)
}

/// A count with commas between the thousands.
pub fn grouped(count: u64) -> String {
    if count < 1_000 { count.to_string() } else { format!("{},{:03}", grouped(count / 1_000), count % 1_000) }
}
