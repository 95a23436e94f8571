//! The rows of the report. Names of users, ARNs and times need no quotes in CSV, except that names may hold a
//! comma.

use kernel::Fault;
use names::{Scope, Timestamp};
use store::Snapshot;

use crate::entity::Entity;
use crate::record::{
    ACCOUNTS, AccessKey, DEVICES_OF_USERS, KEYS, LAST_USED, LOGINS, Login, PASSWORD_POLICIES, PasswordPolicy,
    ROOT, SigningCertificate, User, device_key, key_of,
};
use crate::{Iam, days_after, held, quota};

const HEADER: &str = "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,\
                      password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,\
                      access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,\
                      access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,\
                      access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,\
                      cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

const NONE: &str = "N/A";

impl Iam {
    pub(super) fn report(&self, view: &dyn Snapshot, scope: &Scope) -> Result<String, Fault> {
        let policy = PASSWORD_POLICIES.get(view, scope, "")?;
        let mut lines = vec![HEADER.to_owned(), self.root_row(view, scope)?];
        for (_, user) in User::TABLE.list(view, scope, "", None, quota::USERS as usize)? {
            lines.push(self.user_row(view, scope, &user, policy.as_ref())?);
        }
        Ok(lines.join("\n"))
    }

    fn root_row(&self, view: &dyn Snapshot, scope: &Scope) -> Result<String, Fault> {
        let account = ACCOUNTS.get(view, scope.account.as_str())?;
        let created = account.map_or_else(|| NONE.to_owned(), |account| time(account.created));
        let mut cells = vec!["<root_account>".to_owned(), scope.account.root_arn(), created];
        cells
            .extend(["not_supported", "no_information", "not_supported", "not_supported"].map(str::to_owned));
        self.add_rest(view, scope, ROOT, &mut cells)?;
        Ok(cells.join(","))
    }

    fn user_row(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        user: &User,
        policy: Option<&PasswordPolicy>,
    ) -> Result<String, Fault> {
        let identity = &user.identity;
        let arn = identity.arn(scope.account, "user");
        let mut cells = vec![quoted(&identity.name), quoted(&arn), time(identity.created)];
        cells.extend(password(LOGINS.get(view, scope, &identity.id)?.as_ref(), policy));
        self.add_rest(view, scope, &identity.id, &mut cells)?;
        Ok(cells.join(","))
    }

    /// Devices, keys and certificates.
    fn add_rest(
        &self,
        view: &dyn Snapshot,
        scope: &Scope,
        owner: &str,
        cells: &mut Vec<String>,
    ) -> Result<(), Fault> {
        let has_device = DEVICES_OF_USERS.first(view, scope, &device_key(owner, ""))?.is_some();
        cells.push(has_device.to_string());
        let keys = KEYS.list(view, scope, &key_of(owner, ""), None, quota::KEYS)?;
        for place in 0..quota::KEYS {
            match keys.get(place) {
                Some((_, key)) => cells.extend(self.key(view, scope, key)?),
                None => cells.extend(["false", NONE, NONE, NONE, NONE].map(str::to_owned)),
            }
        }
        let certificates: Vec<SigningCertificate> = held::all(view, scope, owner)?;
        for place in 0..quota::CERTIFICATES {
            match certificates.get(place) {
                Some(certificate) => {
                    cells.extend([certificate.active.to_string(), time(certificate.uploaded)]);
                }
                None => cells.extend(["false", NONE].map(str::to_owned)),
            }
        }
        Ok(())
    }

    fn key(&self, view: &dyn Snapshot, scope: &Scope, key: &AccessKey) -> Result<[String; 5], Fault> {
        let used = self
            .last_used
            .of(&key.id)
            .map_or_else(|| LAST_USED.get(view, scope, &key.id), |used| Ok(Some(used)))?;
        let (at, region, service) = match used {
            Some(used) => (time(used.at), used.region, used.service),
            None => (NONE.to_owned(), NONE.to_owned(), NONE.to_owned()),
        };
        Ok([key.active.to_string(), time(key.created), at, region, service])
    }
}

/// Passwords serve no sign-in here, so none was ever used.
fn password(login: Option<&Login>, policy: Option<&PasswordPolicy>) -> [String; 4] {
    let Some(login) = login else { return ["false", NONE, NONE, NONE].map(str::to_owned) };
    let days = policy.and_then(|policy| policy.age_days_max);
    let ends = days.map(|days| days_after(login.changed, i64::from(days)));
    let ends = ends.map_or_else(|| NONE.to_owned(), time);
    ["true".to_owned(), "no_information".to_owned(), time(login.changed), ends]
}

/// `2026-11-25T07:08:09Z`.
fn time(at: Timestamp) -> String {
    at.truncated().iso8601()
}

fn quoted(text: &str) -> String {
    if text.contains(',') { format!("\"{text}\"") } else { text.to_owned() }
}
