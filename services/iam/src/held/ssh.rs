//! SSH public keys.

use api_iam::{
    DeleteSSHPublicKey, DeleteSSHPublicKeyRequest, GetSSHPublicKey, GetSSHPublicKeyRequest,
    GetSSHPublicKeyResponse, ListSSHPublicKeys, ListSSHPublicKeysRequest, ListSSHPublicKeysResponse,
    SSHPublicKey, SSHPublicKeyMetadata, UpdateSSHPublicKey, UpdateSSHPublicKeyRequest, UploadSSHPublicKey,
    UploadSSHPublicKeyRequest, UploadSSHPublicKeyResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted, entropy};

use super::ssh_key::Key;
use super::{all, find, remove, save, status, switch};
use crate::entity::{checks, look};
use crate::key::{Owner, is_active, user_name};
use crate::paging::PageRequest;
use crate::record::{SshKey, User};
use crate::{Iam, quota, wording};

fn shown(user: &str, key: SshKey) -> SSHPublicKey {
    SSHPublicKey {
        user_name: user.to_owned(),
        status: status(key.active),
        ssh_public_key_id: key.id,
        fingerprint: key.fingerprint,
        ssh_public_key_body: key.body,
        upload_date: Some(key.uploaded),
    }
}

impl Handle<UploadSSHPublicKey> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &UploadSSHPublicKeyRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<UploadSSHPublicKey, User>(at, &input.user_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UploadSSHPublicKey>,
    ) -> Result<Answer<UploadSSHPublicKey>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let key = Key::read(&input.ssh_public_key_body)?;
        let key = SshKey {
            id: entropy::access_key_id(&*cx.base().entropy, "APKA", scope.account),
            blob: key.blob()?,
            fingerprint: key.fingerprint()?,
            body: input.ssh_public_key_body,
            active: true,
            uploaded: cx.now().truncated(),
        };
        let owner = Owner::User(input.user_name);
        Ok(Answer::write(move |tx| {
            let (owner, name) = owner.resolve(tx, &scope)?;
            let held: Vec<SshKey> = all(tx, &scope, &owner)?;
            if held.iter().any(|held| held.blob == key.blob) {
                return Err(wording::duplicate_ssh_key());
            }
            if held.len() >= quota::SSH_KEYS {
                return Err(wording::over_quota("SSHPublicKeysPerUser", quota::SSH_KEYS));
            }
            save(tx, &scope, &owner, &key)?;
            Ok(UploadSSHPublicKeyResponse { ssh_public_key: Some(shown(&name, key.clone())) })
        }))
    }
}

impl Handle<GetSSHPublicKey> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetSSHPublicKeyRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<GetSSHPublicKey, User>(at, &input.user_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetSSHPublicKey>,
    ) -> Result<Answer<GetSSHPublicKey>, Fault> {
        look::<GetSSHPublicKey, User>(cx, &input.user_name, |view, scope, user| {
            let key: SshKey = find(view, scope, &user.identity.id, &input.ssh_public_key_id)?;
            let body = in_encoding(&key, &input.encoding)?;
            let key = shown(&user.identity.name, SshKey { body, ..key });
            Ok(GetSSHPublicKeyResponse { ssh_public_key: Some(key) })
        })
    }
}

/// As it was uploaded, or in the other form.
fn in_encoding(key: &SshKey, encoding: &str) -> Result<String, Fault> {
    let was_pem = key.body.trim_start().starts_with("-----");
    match (encoding == "PEM", was_pem) {
        (true, false) => Key::of_blob(&key.blob)?.pem(),
        (false, true) => Ok(format!("ssh-rsa {}", key.blob)),
        _ => Ok(key.body.clone()),
    }
}

impl Handle<ListSSHPublicKeys> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &ListSSHPublicKeysRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<ListSSHPublicKeys, User>(at, &user_name(at.session, input.user_name.as_deref())?)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListSSHPublicKeys>,
    ) -> Result<Answer<ListSSHPublicKeys>, Fault> {
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let name = user_name(cx.session(), input.user_name.as_deref())?;
        look::<ListSSHPublicKeys, User>(cx, &name, |view, scope, user| {
            let page = request.of_list(all::<SshKey>(view, scope, &user.identity.id)?)?;
            let (is_truncated, marker) = (page.is_truncated(), page.marker);
            let keys = page.items.into_iter().map(|key| SSHPublicKeyMetadata {
                user_name: user.identity.name.clone(),
                status: status(key.active),
                ssh_public_key_id: key.id,
                upload_date: key.uploaded,
            });
            Ok(ListSSHPublicKeysResponse { ssh_public_keys: Some(keys.collect()), is_truncated, marker })
        })
    }
}

impl Handle<UpdateSSHPublicKey> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &UpdateSSHPublicKeyRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<UpdateSSHPublicKey, User>(at, &input.user_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UpdateSSHPublicKey>,
    ) -> Result<Answer<UpdateSSHPublicKey>, Fault> {
        let input = input.into_inner();
        let active = is_active(&input.status)?;
        switch::<_, SshKey>(cx, Owner::User(input.user_name), input.ssh_public_key_id, active)
    }
}

impl Handle<DeleteSSHPublicKey> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteSSHPublicKeyRequest, at: &At<'_>) -> Result<Checks, Fault> {
        checks::on::<DeleteSSHPublicKey, User>(at, &input.user_name)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteSSHPublicKey>,
    ) -> Result<Answer<DeleteSSHPublicKey>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let owner = Owner::User(input.user_name);
        Ok(Answer::write(move |tx| {
            let (owner, _) = owner.resolve(tx, &scope)?;
            remove::<SshKey>(tx, &scope, &owner, &input.ssh_public_key_id).map(drop)
        }))
    }
}
