//! Service-linked roles: made for a service, with the policy that the service needs, and nobody's to change.

use std::time::Duration;

use api_iam::{
    CreateServiceLinkedRole, CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse,
    DeleteServiceLinkedRole, DeleteServiceLinkedRoleRequest, DeleteServiceLinkedRoleResponse,
    GetServiceLinkedRoleDeletionStatus, GetServiceLinkedRoleDeletionStatusRequest,
    GetServiceLinkedRoleDeletionStatusResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted, entropy};
use names::{Scope, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{Table, Transaction};

use super::linked_services::linked;
use super::view;
use crate::entity::{Kind, checks, find, insert, is_service_path, remove, save, vacant};
use crate::record::{Identity, Role, Use, mark};
use crate::{Iam, arn, scope_at, wording};

/// A deletion of a role. Nothing here uses these roles, so it is done when it is asked for.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Deletion {
    at: Timestamp,
}

/// Deletions, by task id.
const DELETIONS: Table<Deletion> = Table::new("iam/service-linked-role-deletion").version(2, dated);

/// So long one can ask what became of a deletion.
const ASKED_FOR: Duration = Duration::from_secs(7 * 86_400);
/// So many old deletions are forgotten with each new one.
const FORGOTTEN_MAX: usize = 1000;
/// As the model limits names of roles; a suffix could make one longer.
const NAME_CHARS_MAX: usize = 64;

/// Records once had no date, and are as old as can be.
fn dated(_: u8, _: Value) -> Value {
    json!({ "at": Timestamp::default() })
}

fn role_name(input: &CreateServiceLinkedRoleRequest) -> String {
    let name = linked(&input.aws_service_name).map_or("", |linked| linked.name);
    let suffix = input.custom_suffix.iter().map(|suffix| format!("_{suffix}"));
    format!("AWSServiceRoleFor{name}{}", suffix.collect::<String>())
}

fn path(service: &str) -> String {
    format!("/aws-service-role/{service}/")
}

impl Handle<CreateServiceLinkedRole> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreateServiceLinkedRoleRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let service = input.aws_service_name.as_str();
        let resource = arn(scope_at(at)?.account, "role", &path(service), &role_name(input));
        let checks = Checks::on::<CreateServiceLinkedRole>(resource);
        Ok(checks.map(|check| check.key("iam:AWSServiceName", service)))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateServiceLinkedRole>,
    ) -> Result<Answer<CreateServiceLinkedRole>, Fault> {
        let scope = crate::scope(cx)?;
        let linked =
            linked(&input.aws_service_name).ok_or_else(|| wording::not_linked(&input.aws_service_name))?;
        if input.custom_suffix.is_some() && !linked.takes_suffix {
            return Err(wording::no_suffix(linked.service));
        }
        let name = role_name(&input);
        if name.chars().count() > NAME_CHARS_MAX {
            return Err(wording::invalid_input(&format!("Role name {name} is too long.")));
        }
        let mut identity = Identity::new(cx, Kind::Role, name, None, None, Default::default())?;
        identity.path = path(linked.service);
        identity.attached.insert(linked.policy.clone());
        let role = Role {
            identity,
            trust: trust(linked.service),
            description: input.into_inner().description,
            session_seconds_max: 3600,
        };
        Ok(Answer::write(move |tx| {
            if vacant::<Role>(tx, &scope, &role.identity.name).is_err() {
                return Err(wording::linked_exists(&role.identity.name));
            }
            insert(tx, &scope, &role)?;
            mark(tx, &scope, &linked.policy, &role.identity.id, Use::Attached, true)?;
            save(tx, &scope, &role)?;
            Ok(CreateServiceLinkedRoleResponse { role: Some(view::changed(tx, &scope, &role)?) })
        }))
    }
}

fn trust(service: &str) -> String {
    format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"Service":"{service}"}},"Action":"sts:AssumeRole"}}]}}"#
    )
}

impl Handle<DeleteServiceLinkedRole> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteServiceLinkedRoleRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<DeleteServiceLinkedRole, Role>(at, &input.role_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteServiceLinkedRole>,
    ) -> Result<Answer<DeleteServiceLinkedRole>, Fault> {
        let scope = crate::scope(cx)?;
        let name = input.into_inner().role_name;
        let (uuid, now) = (entropy::uuid(&*cx.base().entropy), cx.now());
        Ok(Answer::write(move |tx| delete(tx, &scope, &name, &uuid, now)))
    }
}

fn delete(
    tx: &mut dyn Transaction,
    scope: &Scope,
    name: &str,
    uuid: &str,
    now: Timestamp,
) -> Result<DeleteServiceLinkedRoleResponse, Fault> {
    let role: Role = find(tx, scope, name)?;
    if !is_service_path(&role.identity.path) {
        return Err(wording::no_entity(Kind::Role, name));
    }
    for policy in &role.identity.attached {
        mark(tx, scope, policy, &role.identity.id, Use::Attached, false)?;
    }
    remove(tx, scope, &role)?;
    let task = format!("task{}{}/{uuid}", role.identity.path, role.identity.name);
    forget_old(tx, scope, now)?;
    DELETIONS.put(tx, scope, &task, &Deletion { at: now })?;
    Ok(DeleteServiceLinkedRoleResponse { deletion_task_id: task })
}

impl Deletion {
    fn is_old(&self, now: Timestamp) -> bool {
        now - self.at > ASKED_FOR
    }
}

fn forget_old(tx: &mut dyn Transaction, scope: &Scope, now: Timestamp) -> Result<(), Fault> {
    for (task, deletion) in DELETIONS.list(tx, scope, "", None, FORGOTTEN_MAX)? {
        if deletion.is_old(now) {
            DELETIONS.delete(tx, scope, &task)?;
        }
    }
    Ok(())
}

impl Handle<GetServiceLinkedRoleDeletionStatus> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(
        &self,
        input: &GetServiceLinkedRoleDeletionStatusRequest,
        at: &At<'_>,
    ) -> Result<Checks, Fault> {
        let (path, name) = role_of(&input.deletion_task_id).unwrap_or(("/aws-service-role/", "*"));
        let resource = arn(scope_at(at)?.account, "role", path, name);
        Ok(Checks::on::<GetServiceLinkedRoleDeletionStatus>(resource))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetServiceLinkedRoleDeletionStatus>,
    ) -> Result<Answer<GetServiceLinkedRoleDeletionStatus>, Fault> {
        let scope = crate::scope(cx)?;
        let task = &input.deletion_task_id;
        role_of(task).ok_or_else(wording::invalid_task)?;
        let found = cx.read(|snapshot| Ok(DELETIONS.get(snapshot, &scope, task)?))?;
        if found.is_none_or(|deletion| deletion.is_old(cx.now())) {
            return Err(wording::no_task(task));
        }
        let status = "SUCCEEDED".to_owned();
        Ok(Answer::Output(GetServiceLinkedRoleDeletionStatusResponse { status, reason: None }))
    }
}

/// Path and name of the role that a task deletes: `task/aws-service-role/SERVICE/ROLE/UUID`.
fn role_of(task: &str) -> Option<(&str, &str)> {
    let (role, _) = task.strip_prefix("task")?.rsplit_once('/')?;
    let slash = role.rfind('/')?;
    let (path, name) = role.split_at(slash + 1);
    (is_service_path(path) && !name.is_empty()).then_some((path, name))
}
