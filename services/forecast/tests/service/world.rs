//! A whole server without its network, and what tests do with it again and again.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use crate::flaky::Flaky;
use api_forecast as api;
use api_iam as iam_api;
use api_s3 as s3_api;
use blobs::Blobs;
use bytes::Bytes;
use forecast::Forecast;
use kernel::{Base, Builder, Call, Clock, Fault, Kernel, MasterKey, Network, Origin, Session, SystemEntropy};
use names::Timestamp;
use shape::{Body, Operation};
use tokio::task::JoinHandle;

pub(crate) const ACCOUNT: &str = "111122223333";
pub(crate) const OTHER: &str = "444455556666";
pub(crate) const REGION: &str = "us-east-1";
pub(crate) const ROLE: &str = "arn:aws:iam::111122223333:role/ForecastRole";

/// Each look at the clock is a millisecond after the one before, so that what comes later is newer.
struct Ticking(Arc<AtomicI64>);

impl Clock for Ticking {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.fetch_add(1, Ordering::SeqCst))
    }
}

/// What outlives a server.
#[derive(Clone)]
pub(crate) struct Disk {
    store: Arc<store::Memory>,
    objects: blobs::Memory,
    copies: Flaky,
    millis: Arc<AtomicI64>,
}

impl Disk {
    pub(crate) fn new() -> Self {
        Self {
            store: Arc::new(store::Memory::new()),
            objects: blobs::Memory::new(),
            copies: Flaky::default(),
            millis: Arc::new(AtomicI64::new(1_795_590_489_123)),
        }
    }

    /// The next private copies cannot be made.
    pub(crate) fn break_down(&self, times: i64) {
        self.copies.failures.store(times, Ordering::SeqCst);
    }

    /// How many private copies there are.
    pub(crate) fn copies(&self) -> usize {
        let seen = Cell::new(0);
        let count = |_: &blobs::BlobId| {
            seen.set(seen.get() + 1);
            true
        };
        self.copies.sweep(&count, Timestamp::from_millis(i64::MAX)).unwrap();
        seen.get()
    }
}

pub(crate) struct World {
    pub(crate) kernel: Arc<Kernel>,
    pub(crate) service: Arc<Forecast>,
    pub(crate) root: Session,
    millis: Arc<AtomicI64>,
    jobs: Option<JoinHandle<()>>,
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some(jobs) = &self.jobs {
            jobs.abort();
        }
    }
}

impl World {
    /// A server over a disk, whose jobs do not run yet.
    pub(crate) async fn idle(disk: &Disk) -> Self {
        let base = Base {
            store: disk.store.clone(),
            clock: Arc::new(Ticking(Arc::clone(&disk.millis))),
            entropy: Arc::new(SystemEntropy::new()),
            master: MasterKey::from_bytes([7; 32]),
        };
        let iam = iam::Iam::new(base.clone());
        let sts = Arc::new(sts::Sts::new(base.clone()));
        let s3 = Arc::new(s3::S3::new(base.clone(), Arc::new(disk.objects.clone())));
        let forecast = Arc::new(Forecast::new(base.clone(), Arc::new(disk.copies.clone())));
        let mut builder = Builder::new(base);
        iam::install(&mut builder, &iam);
        sts::install(&mut builder, &sts);
        s3::install(&mut builder, &s3);
        forecast::install(&mut builder, &forecast);
        let kernel = builder.build().unwrap();
        let key = iam.bootstrap(ACCOUNT.parse().unwrap(), None).await.unwrap();
        iam.bootstrap(OTHER.parse().unwrap(), None).await.unwrap();
        let root = kernel.session(&kernel.credential(&key.access_key_id, None).unwrap());
        forecast.sweep().await.unwrap();
        Self { kernel, service: forecast, root, millis: Arc::clone(&disk.millis), jobs: None }
    }

    /// A fresh server with the bucket `data`, the role `ForecastRole` that may do all it needs, and running jobs.
    pub(crate) async fn new() -> Self {
        let mut world = Self::idle(&Disk::new()).await;
        world.furnish().await;
        world.start();
        world
    }

    pub(crate) async fn furnish(&self) {
        let bucket = s3_api::CreateBucketRequest { bucket: "data".into(), ..Default::default() };
        self.root::<s3_api::CreateBucket>(bucket).await.unwrap();
        let role = iam_api::CreateRoleRequest {
            role_name: "ForecastRole".into(),
            assume_role_policy_document: trust(ACCOUNT),
            ..Default::default()
        };
        self.root::<iam_api::CreateRole>(role).await.unwrap();
        self.role_may(&PERMISSIONS).await;
    }

    pub(crate) fn start(&mut self) {
        self.jobs = Some(tokio::spawn(Arc::clone(&self.kernel).run_jobs()));
    }

    pub(crate) fn pass(&self, days: i64) {
        self.millis.fetch_add(days * 86_400_000, Ordering::SeqCst);
    }

    pub(crate) fn minute(&self) {
        self.millis.fetch_add(60_000, Ordering::SeqCst);
    }

    pub(crate) async fn run<Op: Operation>(
        &self,
        session: &Session,
        input: Op::Input,
    ) -> Result<Op::Output, Fault> {
        let network = Network {
            source_ip: IpAddr::V4(Ipv4Addr::LOCALHOST),
            user_agent: None,
            referer: None,
            tls_version: Some("1.3"),
            auth_type: None,
            signed_at: None,
            content_sha256: None,
            host: None,
        };
        let call = Call {
            id: "4a5b6c7d".to_owned(),
            received_at: self.kernel.now(),
            region: REGION.parse().unwrap(),
            origin: Origin::Network(network),
            via: Vec::new(),
            source: None,
        };
        self.kernel.run::<Op>(session, &call, input).await
    }

    pub(crate) async fn root<Op: Operation>(&self, input: Op::Input) -> Result<Op::Output, Fault> {
        self.run::<Op>(&self.root, input).await
    }

    /// A new user with these permissions, each `action resource`.
    pub(crate) async fn user(&self, name: &str, permissions: &[(&str, &str)]) -> Session {
        let user = iam_api::CreateUserRequest { user_name: name.into(), ..Default::default() };
        self.root::<iam_api::CreateUser>(user).await.unwrap();
        if !permissions.is_empty() {
            self.user_may(name, &document(permissions)).await;
        }
        let key = iam_api::CreateAccessKeyRequest { user_name: Some(name.into()) };
        let key = self.root::<iam_api::CreateAccessKey>(key).await.unwrap().access_key;
        self.kernel.session(&self.kernel.credential(&key.access_key_id, None).unwrap())
    }

    pub(crate) async fn user_may(&self, name: &str, document: &str) {
        let input = iam_api::PutUserPolicyRequest {
            user_name: name.into(),
            policy_name: "own".into(),
            policy_document: document.into(),
        };
        self.root::<iam_api::PutUserPolicy>(input).await.unwrap();
    }

    /// Gives the role exactly these permissions.
    pub(crate) async fn role_may(&self, permissions: &[(&str, &str)]) {
        let input = iam_api::PutRolePolicyRequest {
            role_name: "ForecastRole".into(),
            policy_name: "data".into(),
            policy_document: document(permissions),
        };
        self.root::<iam_api::PutRolePolicy>(input).await.unwrap();
    }

    pub(crate) async fn role_trusts(&self, document: &str) {
        let input = iam_api::UpdateAssumeRolePolicyRequest {
            role_name: "ForecastRole".into(),
            policy_document: document.into(),
        };
        self.root::<iam_api::UpdateAssumeRolePolicy>(input).await.unwrap();
    }

    pub(crate) async fn put(&self, key: &str, content: impl Into<Bytes>) {
        let content: Bytes = content.into();
        let input = s3_api::PutObjectRequest {
            bucket: "data".into(),
            key: key.into(),
            content_length: Some(content.len() as i64),
            body: Some(Body::from(content)),
            ..Default::default()
        };
        self.root::<s3_api::PutObject>(input).await.unwrap();
    }

    pub(crate) async fn get(&self, key: &str) -> String {
        let input = s3_api::GetObjectRequest { bucket: "data".into(), key: key.into(), ..Default::default() };
        let body = self.root::<s3_api::GetObject>(input).await.unwrap().body.unwrap();
        String::from_utf8(body.collect(64 << 20).await.unwrap().to_vec()).unwrap()
    }

    pub(crate) async fn keys(&self, prefix: &str) -> Vec<String> {
        let input = s3_api::ListObjectsV2Request {
            bucket: "data".into(),
            prefix: Some(prefix.into()),
            ..Default::default()
        };
        let listed = self.root::<s3_api::ListObjectsV2>(input).await.unwrap();
        listed.contents.unwrap_or_default().into_iter().filter_map(|object| object.key).collect()
    }

    // The steps of the way, each as the root user; names are the shortest that do.

    pub(crate) async fn dataset(&self, name: &str, frequency: &str) -> String {
        self.root::<api::CreateDataset>(dataset(name, frequency)).await.unwrap().dataset_arn.unwrap()
    }

    pub(crate) async fn group(&self, name: &str, datasets: &[&str]) -> String {
        let input = api::CreateDatasetGroupRequest {
            dataset_group_name: name.into(),
            domain: "CUSTOM".into(),
            dataset_arns: Some(datasets.iter().map(|arn| (*arn).to_owned()).collect()),
            tags: None,
        };
        self.root::<api::CreateDatasetGroup>(input).await.unwrap().dataset_group_arn.unwrap()
    }

    pub(crate) async fn import(&self, name: &str, dataset: &str, path: &str) -> Result<String, Fault> {
        let created = self.root::<api::CreateDatasetImportJob>(import(name, dataset, path)).await?;
        Ok(created.dataset_import_job_arn.unwrap())
    }

    pub(crate) async fn predictor(
        &self,
        name: &str,
        group: &str,
        frequency: &str,
        horizon: i32,
    ) -> Result<String, Fault> {
        let created =
            self.root::<api::CreateAutoPredictor>(predictor(name, group, frequency, horizon)).await?;
        Ok(created.predictor_arn.unwrap())
    }

    pub(crate) async fn forecast(&self, name: &str, predictor: &str) -> Result<String, Fault> {
        let input = api::CreateForecastRequest {
            forecast_name: name.into(),
            predictor_arn: predictor.into(),
            ..Default::default()
        };
        Ok(self.root::<api::CreateForecast>(input).await?.forecast_arn.unwrap())
    }

    pub(crate) async fn export(&self, name: &str, forecast: &str, path: &str) -> Result<String, Fault> {
        let created = self.root::<api::CreateForecastExportJob>(export(name, forecast, path)).await?;
        Ok(created.forecast_export_job_arn.unwrap())
    }

    pub(crate) async fn query(&self, forecast: &str, filters: &[(&str, &str)]) -> Result<Predictions, Fault> {
        let input = api_forecastquery::QueryForecastRequest {
            forecast_arn: forecast.into(),
            filters: filters.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            ..Default::default()
        };
        let answer = self.root::<api_forecastquery::QueryForecast>(input).await?;
        Ok(answer.forecast.unwrap().predictions.unwrap())
    }

    /// Status and message of any resource.
    pub(crate) async fn status(&self, arn: &str) -> (String, String) {
        let arn = arn.to_owned();
        let kind = arn.rsplit(':').next().unwrap().split('/').next().unwrap().to_owned();
        let (status, message) = match kind.as_str() {
            "dataset" => {
                let input = api::DescribeDatasetRequest { dataset_arn: arn };
                (self.root::<api::DescribeDataset>(input).await.unwrap().status, None)
            }
            "dataset-import-job" => {
                let input = api::DescribeDatasetImportJobRequest { dataset_import_job_arn: arn };
                let found = self.root::<api::DescribeDatasetImportJob>(input).await.unwrap();
                (found.status, found.message)
            }
            "predictor" => {
                let input = api::DescribeAutoPredictorRequest { predictor_arn: arn };
                let found = self.root::<api::DescribeAutoPredictor>(input).await.unwrap();
                (found.status, found.message)
            }
            "forecast" => {
                let input = api::DescribeForecastRequest { forecast_arn: arn };
                let found = self.root::<api::DescribeForecast>(input).await.unwrap();
                (found.status, found.message)
            }
            _ => {
                let input = api::DescribeForecastExportJobRequest { forecast_export_job_arn: arn };
                let found = self.root::<api::DescribeForecastExportJob>(input).await.unwrap();
                (found.status, found.message)
            }
        };
        (status.unwrap(), message.unwrap_or_default())
    }

    /// Waits until a job has ended, and gives its status and message.
    pub(crate) async fn ended(&self, arn: &str) -> (String, String) {
        for _ in 0..6_000 {
            let (status, message) = self.status(arn).await;
            if status == "ACTIVE" || status == "CREATE_FAILED" {
                return (status, message);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("{arn} never ended");
    }

    pub(crate) async fn active(&self, arn: &str) {
        assert_eq!(self.ended(arn).await, ("ACTIVE".to_owned(), String::new()), "{arn}");
    }

    /// Waits for the failure of a job, and gives its message.
    pub(crate) async fn failed(&self, arn: &str) -> String {
        let (status, message) = self.ended(arn).await;
        assert_eq!(status, "CREATE_FAILED", "{arn}");
        message
    }

    /// A small daily dataset in a group, imported: dataset, group.
    pub(crate) async fn daily(&self) -> (String, String) {
        self.put("daily.csv", daily()).await;
        let dataset = self.dataset("d", "D").await;
        let group = self.group("g", &[&dataset]).await;
        self.active(&self.import("i", &dataset, "s3://data/daily.csv").await.unwrap()).await;
        (dataset, group)
    }
}

pub(crate) type Predictions = BTreeMap<String, Vec<api_forecastquery::DataPoint>>;

/// What the role needs.
pub(crate) const PERMISSIONS: [(&str, &str); 3] = [
    ("s3:ListBucket", "arn:aws:s3:::data"),
    ("s3:GetObject", "arn:aws:s3:::data/*"),
    ("s3:PutObject", "arn:aws:s3:::data/out/*"),
];

/// Two shops with sixty days each.
pub(crate) fn daily() -> String {
    let mut rows = String::new();
    for (item, base) in [("apples", 20), ("pears", 50)] {
        for day in 0..60 {
            let date = jiff::civil::date(2024, 1, 1) + jiff::Span::new().days(day);
            rows += &format!("{item},{date} 00:00:00,{}\n", base + day % 7);
        }
    }
    rows
}

pub(crate) fn dataset(name: &str, frequency: &str) -> api::CreateDatasetRequest {
    let attribute = |(name, kind): (&str, &str)| api::SchemaAttribute {
        attribute_name: Some(name.to_owned()),
        attribute_type: Some(kind.to_owned()),
    };
    let attributes = [("item_id", "string"), ("timestamp", "timestamp"), ("target_value", "float")];
    api::CreateDatasetRequest {
        dataset_name: name.into(),
        domain: "CUSTOM".into(),
        dataset_type: "TARGET_TIME_SERIES".into(),
        data_frequency: Some(frequency.into()),
        schema: api::Schema { attributes: Some(attributes.map(attribute).to_vec()) },
        ..Default::default()
    }
}

pub(crate) fn place(path: &str) -> api::S3Config {
    api::S3Config { path: path.into(), role_arn: ROLE.into(), kms_key_arn: None }
}

pub(crate) fn import(name: &str, dataset: &str, path: &str) -> api::CreateDatasetImportJobRequest {
    api::CreateDatasetImportJobRequest {
        dataset_import_job_name: name.into(),
        dataset_arn: dataset.into(),
        data_source: api::DataSource { s3_config: place(path) },
        ..Default::default()
    }
}

pub(crate) fn predictor(
    name: &str,
    group: &str,
    frequency: &str,
    horizon: i32,
) -> api::CreateAutoPredictorRequest {
    api::CreateAutoPredictorRequest {
        predictor_name: name.into(),
        forecast_horizon: Some(horizon),
        forecast_frequency: Some(frequency.into()),
        data_config: Some(api::DataConfig { dataset_group_arn: group.into(), ..Default::default() }),
        ..Default::default()
    }
}

pub(crate) fn export(name: &str, forecast: &str, path: &str) -> api::CreateForecastExportJobRequest {
    api::CreateForecastExportJobRequest {
        forecast_export_job_name: name.into(),
        forecast_arn: forecast.into(),
        destination: api::DataDestination { s3_config: place(path) },
        ..Default::default()
    }
}

pub(crate) fn arn(tail: &str) -> String {
    format!("arn:aws:forecast:{REGION}:{ACCOUNT}:{tail}")
}

/// The trust policy of the Forecast developer guide.
pub(crate) fn trust(account: &str) -> String {
    format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"Service":"forecast.amazonaws.com"}},
        "Action":"sts:AssumeRole","Condition":{{"StringEquals":{{"aws:SourceAccount":"{account}"}},
        "ArnLike":{{"aws:SourceArn":"arn:aws:forecast:{REGION}:{account}:*"}}}}}}]}}"#
    )
}

pub(crate) fn document(permissions: &[(&str, &str)]) -> String {
    let statements: Vec<serde_json::Value> = permissions
        .iter()
        .map(|(action, resource)| serde_json::json!({"Effect": "Allow", "Action": action, "Resource": resource}))
        .collect();
    serde_json::json!({"Version": "2012-10-17", "Statement": statements}).to_string()
}
