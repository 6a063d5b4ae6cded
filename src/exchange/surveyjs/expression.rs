//! Conditions of SurveyJS: `{used} contains 'wifi' and {age} >= 18`.

use crate::exchange::draft::Expr;
use crate::exchange::xlsform::parse as parse_xpath;

/// Reads an expression; `None` where it says more than a condition of ours can.
pub(super) fn parse(text: &str) -> Option<Expr> {
    parse_xpath(&rewritten(text)?)
}

/// The same in XPath.
fn rewritten(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '{' => {
                let end = rest.find('}')?;
                let name = &rest[1..end];
                let after = rest[end + 1..].trim_start();
                let (said, used) = worded(name, after)?;
                out.push_str(&said);
                rest = &after[used..];
                continue;
            }
            '\'' | '"' => {
                let end = rest[1..].find(first)? + 2;
                out.push_str(&rest[..end]);
                end
            }
            _ => {
                let known = [("&&", " and "), ("||", " or "), ("<>", "!="), ("==", "=")];
                let found = known.iter().find(|(own, _)| rest.starts_with(own));
                let words = [("true", "'true'"), ("false", "'false'")].into_iter().find(|(word, _)| rest.starts_with(word));
                let (from, to) = found.copied().or(words).unwrap_or((&rest[..first.len_utf8()], &rest[..first.len_utf8()]));
                out.push_str(to);
                from.len()
            }
        };
        rest = &rest[length..];
    }
    Some(out)
}

/// What follows a name in words: how it reads in XPath, and how long it was.
fn worded(name: &str, after: &str) -> Option<(String, usize)> {
    let lower = after.to_ascii_lowercase();
    if lower.starts_with("notempty") {
        return Some((format!("${{{name}}} != '' "), "notempty".len()));
    }
    if lower.starts_with("empty") {
        return Some((format!("${{{name}}} = '' "), "empty".len()));
    }
    if let Some(list) = lower.strip_prefix("anyof").map(str::trim_start).and_then(|rest| rest.strip_prefix('[')) {
        let start = after.len() - list.len();
        let end = start + after[start..].find(']')?;
        let values: Vec<&str> = after[start..end].split(',').map(|value| value.trim().trim_matches(['\'', '"'])).collect();
        // The words of one text are told apart by blanks.
        let plain = values.iter().all(|value| !value.is_empty() && !value.contains([' ', '\'']));
        return plain.then(|| (format!("selected('{}', ${{{name}}}) ", values.join(" ")), end + 1));
    }
    if let Some(rest) = lower.strip_prefix("contains").map(str::trim_start) {
        let start = after.len() - rest.len();
        let quote = after[start..].chars().next().filter(|sign| matches!(sign, '\'' | '"'))?;
        let end = start + 1 + after[start + 1..].find(quote)?;
        return Some((format!("selected(${{{name}}}, {}) ", &after[start..=end]), end + 1));
    }
    Some((format!("${{{name}}} "), 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_become_xpath_where_they_are_no_more() {
        for (text, expected) in [
            ("{a} notempty and {b}='x y'", "${a} != '' and ${b} ='x y'"),
            ("{a} contains 'x' || {c} <> 5", "selected(${a}, 'x')  or ${c} != 5"),
            ("{a} anyof ['x', \"y\"]", "selected('x y', ${a})"),
            ("{a} == true", "${a} = 'true'"),
        ] {
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(rewritten(text).map(|text| words(&text)), Some(words(expected)), "{text}");
            assert!(parse(text).is_some(), "{text}");
        }
        for text in ["{a", "iif({a} = 1, 2, 3) = 2", "{a} anyof ['x y']", "{a} anyof [", "{a} contains ", "{a} = {b}", "'"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
