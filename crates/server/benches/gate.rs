//! How long a call takes from the session on: dispatch, checks, gate, handler and record, over the store in memory.
//! `cargo bench -p server`.
#![expect(clippy::print_stdout, reason = "the figures are the output")]
#![expect(clippy::expect_used, reason = "a benchmark that does not start has nothing to measure")]

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Instant;

use kernel::{
    Base, Builder, Call, Clock, Credential, Directory, Fault, Identities, IdentityFacts, Kernel, MasterKey,
    Network, Origin, RoleFacts, Session, SystemClock, SystemEntropy,
};
use names::{AccountId, Arn};
use policy::{Document, NamedPolicy, Policy, PolicyKind, Principal};
use shape::Operation;

const ACCOUNT: &str = "111122223333";
const CALLS: u32 = 500;
const BATCHES: usize = 21;
const POLICY: &str = r#"{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": ["cloudwatch:PutMetricData", "logs:PutLogEvents"], "Resource": "*"},
    {"Effect": "Allow", "Action": ["s3:CreateBucket", "s3:ListBucket"], "Resource": "arn:aws:s3:::books"},
    {"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::books/*"},
    {"Effect": "Allow", "Action": "ecr:BatchGetImage", "Resource": "*"}]}"#;

/// One user with one policy.
struct One(Arc<IdentityFacts>);

impl Identities for One {
    fn of(&self, _: &Session) -> Result<Arc<IdentityFacts>, Fault> {
        Ok(Arc::clone(&self.0))
    }
}

impl Directory for One {
    fn role(&self, _: &Arn) -> Result<Option<RoleFacts>, Fault> {
        Ok(None)
    }

    fn unique_id(&self, _: &Arn) -> Result<Option<String>, Fault> {
        Ok(None)
    }

    fn arn(&self, _: &str) -> Result<Option<Arn>, Fault> {
        Ok(None)
    }

    fn access_key_account(&self, _: &str) -> Result<Option<AccountId>, Fault> {
        Ok(None)
    }

    fn account_exists(&self, _: AccountId) -> Result<bool, Fault> {
        Ok(true)
    }
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let kernel = kernel();
    let session = session(&kernel);
    let call = call();
    runtime.block_on(async {
        let bucket = || "books".to_owned();
        let create = api_s3::CreateBucketRequest { bucket: bucket(), ..Default::default() };
        kernel.run::<api_s3::CreateBucket>(&session, &call, create).await.expect("a bucket");
        let who = api_sts::GetCallerIdentityRequest::default;
        tell::<api_sts::GetCallerIdentity>("GetCallerIdentity", &kernel, &session, &call, who).await;
        let head = || api_s3::HeadBucketRequest { bucket: bucket(), ..Default::default() };
        tell::<api_s3::HeadBucket>("HeadBucket", &kernel, &session, &call, head).await;
    });
}

async fn tell<Op: Operation>(
    name: &str,
    kernel: &Arc<Kernel>,
    session: &Session,
    call: &Call,
    input: impl Fn() -> Op::Input,
) {
    let mut times = Vec::new();
    for _ in 0..BATCHES {
        let start = Instant::now();
        for _ in 0..CALLS {
            kernel.run::<Op>(session, call, input()).await.expect("an answer");
        }
        times.push(start.elapsed().as_secs_f64() * 1e6 / f64::from(CALLS));
    }
    times.sort_by(f64::total_cmp);
    println!("{name:20} {:6.1} µs a call", times.get(BATCHES / 2).copied().unwrap_or_default());
}

fn kernel() -> Arc<Kernel> {
    let entropy = Arc::new(SystemEntropy::new());
    let base = Base {
        store: Arc::new(store::Memory::new()),
        clock: Arc::new(SystemClock),
        entropy: entropy.clone(),
        master: MasterKey::generate(&*entropy),
    };
    let document = Document::parse(POLICY, PolicyKind::Identity).expect("a policy");
    let policies = vec![NamedPolicy::inline("own", Arc::new(Policy::compile(&document)))].into();
    let one = Arc::new(One(Arc::new(IdentityFacts { policies, ..IdentityFacts::default() })));
    let sts = Arc::new(sts::Sts::new(base.clone()));
    let s3 = Arc::new(s3::S3::new(base.clone(), Arc::new(blobs::Memory::new())));
    let mut builder = Builder::new(base);
    builder.identities(one.clone());
    builder.directory(one);
    sts::install(&mut builder, &sts);
    s3::install(&mut builder, &s3);
    builder.build().expect("a kernel")
}

fn session(kernel: &Kernel) -> Session {
    kernel.session(&Credential {
        access_key_id: "AKIAEXAMPLE".to_owned(),
        secret_access_key: "secret".to_owned(),
        principal: Arc::new(Principal::User {
            arn: format!("arn:aws:iam::{ACCOUNT}:user/ann"),
            account: ACCOUNT.to_owned(),
            unique_id: "AIDAEXAMPLEEXAMPLEANN".to_owned(),
            name: "ann".to_owned(),
        }),
        account: ACCOUNT.parse().expect("an account"),
        temporary: None,
    })
}

fn call() -> Call {
    Call {
        id: "request".to_owned(),
        received_at: SystemClock.now(),
        region: "us-east-1".parse().expect("a region"),
        origin: Origin::Network(Network {
            source_ip: IpAddr::V4(Ipv4Addr::new(203, 0, 113, 7)),
            user_agent: Some("aws-cli/2.0".to_owned()),
            referer: None,
            tls_version: Some("1.3"),
            auth_type: Some("REST-HEADER"),
            signed_at: None,
            content_sha256: None,
            host: Some("localhost".to_owned()),
        }),
        via: Vec::new(),
        source: None,
    }
}
