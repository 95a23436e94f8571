//! `deputy env`: what a shell needs.

use server::{Ready, ReadyAccount};

use super::{Failure, run_file, serve};
use crate::args::{Env, Shell};
use crate::output::{line, note};

/// Everything this command may set, in order.
const VARIABLES: [&str; 7] = [
    "AWS_ENDPOINT_URL",
    "AWS_REGION",
    "AWS_DEFAULT_REGION",
    "AWS_CA_BUNDLE",
    "AWS_EC2_METADATA_DISABLED",
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
];

pub(crate) fn run(args: &Env) -> Result<(), Failure> {
    if args.unset {
        return write(args, VARIABLES.map(|name| (name, None)).to_vec());
    }
    let ready = find(args)?;
    let account = choose(args, &ready)?;
    let key =
        account.and_then(|account| account.access_key_id.clone().zip(account.secret_access_key.clone()));
    if key.is_none() {
        note(
            "deputy: this server does not tell its keys; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY yourself",
        );
    }
    let (id, secret) = key.unzip();
    let values = [
        Some(ready.endpoint.clone()),
        Some(ready.region.clone()),
        Some(ready.region.clone()),
        ready.ca_bundle.clone(),
        Some("true".to_owned()),
        id,
        secret,
    ];
    let set = VARIABLES.into_iter().zip(values).filter(|(_, value)| value.is_some());
    write(args, set.collect())
}

fn find(args: &Env) -> Result<Ready, Failure> {
    let path = match (&args.ready_file, &args.data_dir) {
        (Some(file), _) => file.clone(),
        (None, Some(data_dir)) => serve::ready_path(data_dir),
        (None, None) => run_file::dev().ok_or("there is no home directory to look in; give --ready-file")?,
    };
    Ready::read(&path).map_err(|error| {
        format!("no running server found ({error}); start `deputy dev`, or give --data-dir or --ready-file")
            .into()
    })
}

fn choose<'r>(args: &Env, ready: &'r Ready) -> Result<Option<&'r ReadyAccount>, Failure> {
    let Some(wanted) = args.account else { return Ok(ready.accounts.first()) };
    let found = ready.accounts.iter().find(|account| account.account_id == wanted.as_str());
    found.map(Some).ok_or_else(|| format!("the server has told of no account {wanted}").into())
}

fn write(args: &Env, variables: Vec<(&str, Option<String>)>) -> Result<(), Failure> {
    if args.json {
        let object: serde_json::Map<String, serde_json::Value> =
            variables.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
        line(&serde_json::to_string_pretty(&object)?);
        return Ok(());
    }
    for (name, value) in variables {
        line(&statement(args.shell, name, value.as_deref()));
    }
    Ok(())
}

fn statement(shell: Shell, name: &str, value: Option<&str>) -> String {
    match (shell, value) {
        (Shell::Bash | Shell::Zsh, Some(value)) => {
            format!("export {name}='{}'", value.replace('\'', r"'\''"))
        }
        (Shell::Bash | Shell::Zsh, None) => format!("unset {name}"),
        (Shell::Fish, Some(value)) => {
            format!("set -gx {name} '{}'", value.replace('\\', r"\\").replace('\'', r"\'"))
        }
        (Shell::Fish, None) => format!("set -e {name}"),
        (Shell::Powershell, Some(value)) => format!("$Env:{name} = '{}'", value.replace('\'', "''")),
        (Shell::Powershell, None) => format!("Remove-Item -ErrorAction Ignore Env:{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_quoted_for_each_shell() {
        assert_eq!(statement(Shell::Bash, "A", Some("it's")), r"export A='it'\''s'");
        assert_eq!(statement(Shell::Fish, "A", Some("it's")), r"set -gx A 'it\'s'");
        assert_eq!(statement(Shell::Powershell, "A", Some("it's")), "$Env:A = 'it''s'");
        assert_eq!(statement(Shell::Zsh, "A", None), "unset A");
    }
}
