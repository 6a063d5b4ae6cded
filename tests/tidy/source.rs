//! Rust text as the rules read it: strings and comments blanked, test code blanked, line numbers kept.

const TEST_MARK: &str = "#[cfg(test)]";

/// One Rust file, by its path from the root of the repository.
pub struct SourceFile {
    /// The path with `/` between its parts.
    pub path: String,
    /// The text as it stands.
    pub text: String,
    /// The text with the inside of comments, strings and characters as spaces.
    pub code: String,
    /// The code with every `#[cfg(test)]` item as spaces too.
    pub production: String,
}

impl SourceFile {
    /// Reads a file's text.
    pub fn new(path: &str, text: &str) -> Self {
        let code = blank_comments_and_strings(text);
        let production = blank_test_items(&code);
        Self { path: path.to_owned(), text: text.to_owned(), code, production }
    }

    /// The module of `src/` the file belongs to, when it is in `src/`.
    pub fn module(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        inside.split('/').next().map(|first| first.trim_end_matches(".rs"))
    }

    /// The paths, without `.rs`, of the modules in files of their own that are for tests alone.
    pub fn test_modules(&self) -> Vec<String> {
        let folder = self.path.trim_end_matches("/mod.rs").trim_end_matches("/lib.rs").trim_end_matches(".rs");
        let marks = self.code.match_indices(TEST_MARK).map(|(at, mark)| self.code[at + mark.len()..].trim_start());
        let bare = |item: &str| item.trim_start_matches("pub(super) ").trim_start_matches("pub(crate) ").to_owned();
        let names = marks.filter_map(|item| Some(bare(item).strip_prefix("mod ")?.split_once(';')?.0.to_owned()));
        names.filter(|name| !name.contains('{')).map(|name| format!("{folder}/{name}")).collect()
    }

    /// Whether the file is one of these modules or below one.
    pub fn is_in(&self, modules: &[String]) -> bool {
        let own = self.path.trim_end_matches(".rs");
        modules
            .iter()
            .any(|module| own.strip_prefix(module.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    }

    /// The same file with nothing of it in production.
    pub fn into_test(mut self) -> Self {
        self.production = self.code.chars().map(|c| if c == '\n' { c } else { ' ' }).collect();
        self
    }

    /// How many modules deep the file's own items are: 1 for `src/form/mod.rs`, 2 for `src/form/scale.rs`.
    pub fn depth(&self) -> usize {
        let parts = self.path.split('/').count() - 1;
        let own_module = ["/mod.rs", "src/lib.rs", "src/main.rs"].iter().any(|end| self.path.ends_with(end));
        if own_module { parts - 1 } else { parts }
    }
}

/// The line, from 1, on which a byte stands.
pub fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// The names in a piece of code with the place of each.
pub fn identifiers(code: &str) -> Vec<(usize, &str)> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in code.char_indices().chain([(code.len(), ' ')]) {
        match (start, is_part(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                found.push((from, &code[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Where the block opened by the first `{` at or after a place ends; `None` when a `;` comes first.
pub fn end_of_block(code: &str, from: usize) -> Option<usize> {
    let (mut braces, mut brackets) = (0_usize, 0_usize);
    for (at, byte) in code.bytes().enumerate().skip(from) {
        match byte {
            b'{' => braces += 1,
            b'}' if braces == 1 => return Some(at),
            b'}' => braces = braces.saturating_sub(1),
            b'(' | b'[' => brackets += 1,
            b')' | b']' => brackets = brackets.saturating_sub(1),
            b';' if braces == 0 && brackets == 0 => return None,
            _ => {}
        }
    }
    None
}

fn blank(into: &mut String, text: &str) {
    into.extend(text.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
}

fn blank_comments_and_strings(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    let mut in_name = false;
    while let Some(first) = rest.chars().next() {
        let length = hidden_length(rest, in_name);
        if length > 0 {
            blank(&mut code, &rest[..length]);
            rest = &rest[length..];
            in_name = false;
        } else {
            code.push(if first.is_ascii() { first } else { ' ' });
            rest = &rest[first.len_utf8()..];
            in_name = first.is_alphanumeric() || first == '_';
        }
    }
    code
}

/// How many bytes of comment, string or character literal the text begins with.
fn hidden_length(text: &str, in_name: bool) -> usize {
    if text.starts_with("//") {
        return text.find('\n').unwrap_or(text.len());
    }
    if text.starts_with("/*") {
        return comment_length(text);
    }
    if let Some(quoted) = text.strip_prefix('"') {
        return 1 + quoted_length(quoted, '"');
    }
    if text.starts_with('\'') {
        return character_length(text);
    }
    if in_name {
        return 0;
    }
    let prefix = ["br", "cr", "r", "b", "c"].into_iter().find(|prefix| {
        let after = text.strip_prefix(prefix).map(|after| after.trim_start_matches('#'));
        after.is_some_and(|after| after.starts_with('"'))
    });
    match prefix {
        Some(prefix) if prefix.contains('r') => raw_length(text, prefix.len()),
        Some(prefix) if text[prefix.len()..].starts_with('"') => prefix.len() + 1 + quoted_length(&text[prefix.len() + 1..], '"'),
        _ => 0,
    }
}

fn comment_length(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0_usize);
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += 1;
        }
    }
    at
}

/// The length up to and with the closing quote, minding backslashes.
fn quoted_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of a character literal; 0 for a lifetime.
fn character_length(text: &str) -> usize {
    let mut inside = text[1..].chars();
    match (inside.next(), inside.next()) {
        (Some('\\'), _) => 1 + quoted_length(&text[1..], '\''),
        (Some(c), Some('\'')) => 2 + c.len_utf8(),
        _ => 0,
    }
}

fn raw_length(text: &str, prefix: usize) -> usize {
    let hashes = text[prefix..].chars().take_while(|c| *c == '#').count();
    let open = prefix + hashes + 1;
    let close = format!("\"{}", "#".repeat(hashes));
    text[open..].find(&close).map_or(text.len(), |at| open + at + close.len())
}

fn blank_test_items(code: &str) -> String {
    let mut production = String::with_capacity(code.len());
    let mut from = 0;
    while let Some(mark) = code[from..].find(TEST_MARK).map(|at| from + at) {
        let semicolon = code[mark..].find(';').map_or(code.len(), |at| mark + at + 1);
        let end = end_of_block(code, mark + TEST_MARK.len()).map_or(semicolon, |at| at + 1);
        production.push_str(&code[from..mark]);
        blank(&mut production, &code[mark..end]);
        from = end;
    }
    production.push_str(&code[from..]);
    production
}

#[test]
fn comments_and_strings_are_blank_and_lines_stay() {
    let text = "let a = \"x // { \\\" y\"; // crate::store\n/* crate::web /* more */ */ let b = r#\"}\"\"#; let c = '{';";
    let file = SourceFile::new("src/form/scale.rs", text);
    assert!(!file.code.contains("crate"));
    assert!(!file.code.contains(['{', '}', 'x', 'y']));
    assert!(file.code.contains("let a =") && file.code.contains("let b =") && file.code.contains("let c ="));
    assert_eq!(line_of(&file.code, file.code.find("let b").unwrap()), 2);
}

#[test]
fn a_lifetime_is_not_a_character() {
    let file = SourceFile::new("src/a.rs", "fn f<'a>(x: &'a str) -> &'a str { crate::b(x) }");
    assert!(file.code.contains("crate::b"));
}

#[test]
fn test_items_are_blank_in_production() {
    let text = "use crate::ids;\n#[cfg(test)]\nmod tests {\n  use crate::store;\n}\nfn after() {}\n#[cfg(test)]\nuse crate::web;\nfn last() {}";
    let file = SourceFile::new("src/form/scale.rs", text);
    assert!(file.production.contains("crate::ids") && file.production.contains("fn after"));
    assert!(!file.production.contains("store") && !file.production.contains("web"));
    assert!(file.production.contains("fn last"));
}

#[test]
fn the_depth_is_that_of_the_files_own_module() {
    let depth = |path: &str| SourceFile::new(path, "").depth();
    assert_eq!([depth("src/lib.rs"), depth("src/text.rs"), depth("src/form/mod.rs"), depth("src/form/scale.rs")], [0, 1, 1, 2]);
}

#[test]
fn a_test_module_in_a_file_of_its_own_is_known() {
    let parent =
        SourceFile::new("src/chart/mod.rs", "mod bars;\n#[cfg(test)]\nmod trial;\n#[cfg(test)]\nmod tests { mod inner; }");
    assert_eq!(parent.test_modules(), ["src/chart/trial"]);
    assert!(SourceFile::new("src/chart/trial.rs", "").is_in(&parent.test_modules()));
    assert!(SourceFile::new("src/chart/trial/more.rs", "").is_in(&parent.test_modules()));
    assert!(!SourceFile::new("src/chart/trials.rs", "").is_in(&parent.test_modules()));
    assert!(SourceFile::new("src/chart/trial.rs", "x.unwrap()").into_test().production.trim().is_empty());
}
