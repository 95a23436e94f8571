//! Service-linked roles: made for a service, with the policy that the service needs, and nobody's to change.

use api_iam::{
    CreateServiceLinkedRole, CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse,
    DeleteServiceLinkedRole, DeleteServiceLinkedRoleRequest, DeleteServiceLinkedRoleResponse,
    GetServiceLinkedRoleDeletionStatus, GetServiceLinkedRoleDeletionStatusRequest,
    GetServiceLinkedRoleDeletionStatusResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted, entropy};
use names::Scope;
use store::{Table, Transaction};

use super::view;
use crate::entity::{Kind, checks, find, insert, is_service_path, remove, save, vacant};
use crate::record::{Identity, Role, Use, mark};
use crate::{Iam, arn, scope_at, wording};

/// A service that has a role of its own in accounts.
struct Linked {
    service: &'static str,
    /// What follows `AWSServiceRoleFor`.
    name: &'static str,
    policy: &'static str,
}

const LINKED: &[Linked] = &[
    Linked {
        service: "cloudtrail.amazonaws.com",
        name: "CloudTrail",
        policy: "arn:aws:iam::aws:policy/aws-service-role/CloudTrailServiceRolePolicy",
    },
    Linked {
        service: "mrk.kms.amazonaws.com",
        name: "KeyManagementServiceMultiRegionKeys",
        policy: "arn:aws:iam::aws:policy/aws-service-role/AWSKeyManagementServiceMultiRegionKeysServiceRolePolicy",
    },
    Linked {
        service: "sagemaker.amazonaws.com",
        name: "AmazonSageMakerNotebooks",
        policy: "arn:aws:iam::aws:policy/aws-service-role/AmazonSageMakerNotebooksServiceRolePolicy",
    },
    Linked {
        service: "sso.amazonaws.com",
        name: "SSO",
        policy: "arn:aws:iam::aws:policy/aws-service-role/AWSSSOServiceRolePolicy",
    },
];

/// Deletions, by task id. Nothing here uses these roles, so a deletion is done when it is asked for.
const DELETIONS: Table<String> = Table::new("iam/service-linked-role-deletion");

fn linked(service: &str) -> Option<&'static Linked> {
    LINKED.iter().find(|linked| linked.service == service)
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
        if input.custom_suffix.is_some() {
            return Err(wording::no_suffix(linked.service));
        }
        let name = role_name(&input);
        let mut identity = Identity::new(cx, Kind::Role, name, None, None, Default::default())?;
        identity.path = path(linked.service);
        identity.attached.insert(linked.policy.to_owned());
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
            mark(tx, &scope, linked.policy, &role.identity.id, Use::Attached, true)?;
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
        let uuid = entropy::uuid(&*cx.base().entropy);
        Ok(Answer::write(move |tx| delete(tx, &scope, &name, &uuid)))
    }
}

fn delete(
    tx: &mut dyn Transaction,
    scope: &Scope,
    name: &str,
    uuid: &str,
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
    DELETIONS.put(tx, scope, &task, &role.identity.name)?;
    Ok(DeleteServiceLinkedRoleResponse { deletion_task_id: task })
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
        if !cx.read(|snapshot| Ok(DELETIONS.exists(snapshot, &scope, task)?))? {
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
