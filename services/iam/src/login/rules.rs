//! Which passwords are accepted.

use kernel::Fault;

use crate::record::PasswordPolicy;
use crate::wording;

/// What AWS counts as symbols.
const SYMBOLS: &str = "!@#$%^&*()_+-=[]{}|'";
/// Without a policy: eight characters, of three of the four kinds.
const LENGTH_DEFAULT: usize = 8;
const KINDS_DEFAULT: usize = 3;

/// The kinds of characters in a password.
struct Kinds {
    upper: bool,
    lower: bool,
    number: bool,
    symbol: bool,
}

impl Kinds {
    fn of(password: &str) -> Self {
        let any = |is: fn(char) -> bool| password.chars().any(is);
        Self {
            upper: any(|letter| letter.is_ascii_uppercase()),
            lower: any(|letter| letter.is_ascii_lowercase()),
            number: any(|letter| letter.is_ascii_digit()),
            symbol: any(|letter| SYMBOLS.contains(letter)),
        }
    }

    fn count(&self) -> usize {
        [self.upper, self.lower, self.number, self.symbol].into_iter().filter(|has| *has).count()
    }
}

/// Refuses a password that the account's policy, or the default one, does not allow.
///
/// Source: "Set an account password policy for IAM users" in the IAM user guide.
pub(super) fn accept(policy: Option<&PasswordPolicy>, account: &str, password: &str) -> Result<(), Fault> {
    let length_min = policy.map_or(LENGTH_DEFAULT, |policy| policy.length_min);
    if password.chars().count() < length_min {
        let reason = format!("Password should have a minimum length of {length_min}");
        return Err(wording::weak_password(&reason));
    }
    let kinds = Kinds::of(password);
    match policy {
        Some(policy) => with_policy(policy, &kinds),
        None if kinds.count() < KINDS_DEFAULT => Err(wording::weak_password(
            "Password should have at least three of the following mix of character types: uppercase, lowercase, \
             numbers, and non-alphanumeric characters",
        )),
        None if password == account => {
            Err(wording::weak_password("Password should not be identical to the account name"))
        }
        None => Ok(()),
    }
}

fn with_policy(policy: &PasswordPolicy, kinds: &Kinds) -> Result<(), Fault> {
    let missing = [
        (policy.uppercase && !kinds.upper, "uppercase letter"),
        (policy.lowercase && !kinds.lower, "lowercase letter"),
        (policy.numbers && !kinds.number, "number"),
        (policy.symbols && !kinds.symbol, "symbol"),
    ];
    match missing.into_iter().find(|(is_missing, _)| *is_missing) {
        Some((_, what)) => Err(wording::weak_password(&format!("Password should have at least one {what}"))),
        None => Ok(()),
    }
}
