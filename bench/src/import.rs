//! Importing a table into Forecast, beside only reading it.

use std::time::{Duration, Instant};

use api_forecast::{
    CreateDataset, CreateDatasetImportJob, CreateDatasetImportJobRequest, CreateDatasetRequest, DataSource,
    DescribeDatasetImportJob, DescribeDatasetImportJobRequest, DescribeDatasetImportJobResponse, S3Config,
    Schema, SchemaAttribute,
};
use api_iam::{CreateRole, CreateRoleRequest, PutRolePolicy, PutRolePolicyRequest};
use api_s3::{CreateBucket, CreateBucketRequest, PutObject, PutObjectRequest};
use client::Client;
use shape::Body;

use crate::Outcome;
use crate::csv_file::{ROWS, text};
use crate::process::{Kind, Process};
use crate::report::{Report, Row, number};

/// How often the job is looked at: the error of its figure.
const LOOK_EVERY: Duration = Duration::from_millis(20);
const BUCKET: &str = "figures";
const KEY: &str = "rows.csv";

const TRUST: &str = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Principal": {"Service": "forecast.amazonaws.com"}, "Action": "sts:AssumeRole"}]}"#;
const ACCESS: &str = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "arn:aws:s3:::figures*"}]}"#;

pub(crate) async fn measure(report: &mut Report) -> Outcome {
    report.title("import: CreateDatasetImportJob of `deputy serve`, from the call to ACTIVE");
    let table = text();
    let megabytes = table.len() as f64 / 1e6;
    let read = reading(&table)?;

    let folder = tempfile::tempdir()?;
    let server = Process::start(Kind::Serve, folder.path()).await?;
    let client = server.client()?;
    let role_arn = stage(&client, table).await?;
    let processor_before = server.processor_time()?;
    let took = import(&client, role_arn).await?.as_secs_f64();
    let processor = server.processor_time()?.saturating_sub(processor_before).as_secs_f64();
    let rate = f64::from(ROWS) / took;
    report.row(Row {
        what: format!("{} rows, {} MB", number(f64::from(ROWS)), number(megabytes)),
        figure: format!("{} rows/s  {} s", number(rate), number(took)),
        beside: format!("{} s cpu, {} MiB after", number(processor), number(server.resident_mib()?)),
        against: format!("read as CSV {} rows/s", number(read)),
        ratio: Some(rate / read),
    });
    Ok(())
}

/// Rows per second that the CSV reader alone gets through, fields split and nothing else.
fn reading(table: &str) -> Outcome<f64> {
    let began = Instant::now();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    let (mut record, mut rows) = (csv::ByteRecord::new(), 0);
    while reader.read_byte_record(&mut record)? {
        rows += 1;
    }
    if rows != ROWS {
        return Err(format!("{rows} rows were read").into());
    }
    Ok(f64::from(rows) / began.elapsed().as_secs_f64())
}

/// Bucket, object and role; gives the role's ARN.
async fn stage(client: &Client, table: String) -> Outcome<String> {
    let bucket = CreateBucketRequest { bucket: BUCKET.into(), ..Default::default() };
    client.call::<CreateBucket>(bucket).await?;
    let body = Some(Body::from(bytes::Bytes::from(table)));
    let object = PutObjectRequest { bucket: BUCKET.into(), key: KEY.into(), body, ..Default::default() };
    client.call::<PutObject>(object).await?;
    let role = CreateRoleRequest {
        role_name: "figures".into(),
        assume_role_policy_document: TRUST.into(),
        ..Default::default()
    };
    let role_arn = client.call::<CreateRole>(role).await?.role.arn;
    let policy = PutRolePolicyRequest {
        role_name: "figures".into(),
        policy_name: "access".into(),
        policy_document: ACCESS.into(),
    };
    client.call::<PutRolePolicy>(policy).await?;
    Ok(role_arn)
}

async fn import(client: &Client, role_arn: String) -> Outcome<Duration> {
    let dataset_arn = client.call::<CreateDataset>(dataset()).await?.dataset_arn.ok_or("no dataset")?;
    let s3_config = S3Config { path: format!("s3://{BUCKET}/{KEY}"), role_arn, kms_key_arn: None };
    let request = CreateDatasetImportJobRequest {
        dataset_import_job_name: "figures".into(),
        dataset_arn,
        data_source: DataSource { s3_config },
        timestamp_format: Some("yyyy-MM-dd HH:mm:ss".into()),
        ..Default::default()
    };
    let began = Instant::now();
    let job = client.call::<CreateDatasetImportJob>(request).await?.dataset_import_job_arn.ok_or("no job")?;
    loop {
        let request = DescribeDatasetImportJobRequest { dataset_import_job_arn: job.clone() };
        let seen = client.call::<DescribeDatasetImportJob>(request).await?;
        match seen.status.as_deref() {
            Some("ACTIVE") => {
                let took = began.elapsed();
                return if imported(&seen) == i64::from(ROWS) {
                    Ok(took)
                } else {
                    Err("rows are missing".into())
                };
            }
            Some(failed) if failed.ends_with("FAILED") => {
                return Err(format!("the import failed: {}", seen.message.unwrap_or_default()).into());
            }
            _ => tokio::time::sleep(LOOK_EVERY).await,
        }
    }
}

/// The rows that the service counted.
fn imported(job: &DescribeDatasetImportJobResponse) -> i64 {
    let statistics = job.field_statistics.as_ref().and_then(|fields| {
        fields.iter().find(|(name, _)| *name == "item_id").map(|(_, statistics)| statistics)
    });
    statistics.and_then(|counted| counted.count_long.or(counted.count.map(i64::from))).unwrap_or_default()
}

fn dataset() -> CreateDatasetRequest {
    let columns = [("item_id", "string"), ("timestamp", "timestamp"), ("target_value", "float")];
    let attribute = |(name, kind): (&str, &str)| SchemaAttribute {
        attribute_name: Some(name.into()),
        attribute_type: Some(kind.into()),
    };
    CreateDatasetRequest {
        dataset_name: "figures".into(),
        domain: "CUSTOM".into(),
        dataset_type: "TARGET_TIME_SERIES".into(),
        data_frequency: Some("H".into()),
        schema: Schema { attributes: Some(columns.map(attribute).to_vec()) },
        ..Default::default()
    }
}
