//! Lists of what nobody is to have.

use std::path::Path;

use policy::{is_action_pattern, is_resource_pattern};
use serde::Deserialize;

use crate::report::Problem;
use crate::simulation::policies::text_of;

/// Actions, on some resources or on all.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) actions: Vec<String>,
    #[serde(default = "everything")]
    pub(super) resources: Vec<String>,
}

/// What is written in JSON.
#[derive(Deserialize)]
#[serde(untagged)]
enum List {
    Entries(Vec<Entry>),
    Entry(Entry),
    Actions(Vec<String>),
}

impl Entry {
    fn of(action: &str, resource: Option<&str>) -> Self {
        let resources = resource.map_or_else(everything, |resource| vec![resource.to_owned()]);
        Self { actions: vec![action.to_owned()], resources }
    }

    /// `iam:*`, or `s3:GetObject on arn:…`
    pub(super) fn shown(&self) -> String {
        let actions = self.actions.join(", ");
        match self.resources.iter().any(|resource| resource == "*") {
            true => actions,
            false => format!("{actions} on {}", self.resources.join(", ")),
        }
    }
}

fn everything() -> Vec<String> {
    vec!["*".to_owned()]
}

/// The entries of a file.
pub(super) fn read(path: &Path) -> Result<Vec<Entry>, Problem> {
    parse(&text_of(path)?).map_err(|wrong| {
        Problem::usage(format!("{}: {wrong}", path.display()))
            .hint("a line for each action, or JSON: see deputy policy check --help")
    })
}

fn parse(text: &str) -> Result<Vec<Entry>, String> {
    let entries = match text.trim_start().starts_with(['[', '{']) {
        true => of_json(text)?,
        false => of_lines(text)?,
    };
    if entries.is_empty()
        || entries.iter().any(|entry| entry.actions.is_empty() || entry.resources.is_empty())
    {
        return Err("the list is empty, so nothing could be found".to_owned());
    }
    let mut actions = entries.iter().flat_map(|entry| &entry.actions);
    let mut resources = entries.iter().flat_map(|entry| &entry.resources);
    if let Some(action) = actions.find(|action| !is_action_pattern(action)) {
        return Err(format!("`{action}` is no action; write service:Action, as in s3:GetObject"));
    }
    match resources.find(|resource| !is_resource_pattern(resource)) {
        Some(resource) => {
            Err(format!("`{resource}` is no resource; write \"*\" or an ARN, as in arn:aws:s3:::bucket/*"))
        }
        None => Ok(entries),
    }
}

fn of_json(text: &str) -> Result<Vec<Entry>, String> {
    let list = serde_json::from_str(text).map_err(|error| {
        format!("no list of actions, or of objects with `actions` and perhaps `resources`: {error}")
    })?;
    Ok(match list {
        List::Entries(entries) => entries,
        List::Entry(entry) => vec![entry],
        List::Actions(actions) => actions.iter().map(|action| Entry::of(action, None)).collect(),
    })
}

fn of_lines(text: &str) -> Result<Vec<Entry>, String> {
    let mut entries = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let mut words = line.split('#').next().unwrap_or_default().split_whitespace();
        let Some(action) = words.next() else { continue };
        let resource = words.next();
        if let Some(more) = words.next() {
            return Err(format!(
                "line {}: `{more}` is one word too many; a line is ACTION or ACTION ARN",
                number + 1
            ));
        }
        entries.push(Entry::of(action, resource));
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_lines_or_json() {
        let expect = vec![Entry::of("iam:*", None), Entry::of("s3:GetObject", Some("arn:aws:s3:::a/*"))];
        assert_eq!(parse("# never\niam:*\n\ns3:GetObject  arn:aws:s3:::a/*  # secret\n").unwrap(), expect);
        let json =
            r#"[{"actions": ["iam:*"]}, {"actions": ["s3:GetObject"], "resources": ["arn:aws:s3:::a/*"]}]"#;
        assert_eq!(parse(json).unwrap(), expect);
        assert_eq!(parse(r#"["iam:*"]"#).unwrap(), vec![Entry::of("iam:*", None)]);
        assert_eq!(parse(r#"{"actions": ["iam:*"]}"#).unwrap(), vec![Entry::of("iam:*", None)]);
    }

    #[test]
    fn what_is_no_list_is_told() {
        for text in [
            "",
            "# nothing",
            "[]",
            "iam",
            "iam:* on *",
            r#"{"action": ["iam:*"]}"#,
            r#"[{"actions": []}]"#,
            "iam:PassRole foo",
            "iam:",
            ":PassRole",
            "iam:a:b",
            "s3:Get* arn:nowhere:s3:::a",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
