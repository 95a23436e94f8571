//! A client that goes away in the middle of a call leaves a record, and no object.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::time::Duration;

use http::{HeaderMap, HeaderValue, Method, Uri};
use kernel::{Clock, SystemClock, trail};
use names::{Scope, Timestamp};
use server::{Account, Config, Place, RootKey, Server};
use sigv4::{Credentials, Payload, Signer, sign};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const ACCOUNT: &str = "111122223333";
const KEY: &str = "AKIAIOSFODNN7EXAMPLE";
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

fn now() -> Timestamp {
    SystemClock.now()
}

async fn start() -> Server {
    let root_key = RootKey { access_key_id: KEY.to_owned(), secret_access_key: SECRET.to_owned() };
    let config = Config {
        place: Place::Memory,
        listen: ([127, 0, 0, 1], 0).into(),
        plain_http: true,
        region: "us-east-1".parse().unwrap(),
        accounts: vec![Account { id: ACCOUNT.parse().unwrap(), root_key: Some(root_key) }],
        tls_names: Vec::new(),
        issuer_networks: Vec::new(),
        grace: Duration::from_secs(1),
    };
    Server::start(config).await.unwrap()
}

/// The head of a signed upload of `length` bytes.
fn head(server: &Server, path: &str, length: usize) -> String {
    let credentials = Credentials { access_key_id: KEY, secret_access_key: SECRET, session_token: None };
    let now_unix_seconds = now().seconds();
    let signer = Signer { credentials, service: "s3", region: "us-east-1", now_unix_seconds };
    let host = format!("localhost:{}", server.address().port());
    let mut headers = HeaderMap::new();
    headers.insert("host", HeaderValue::from_str(&host).unwrap());
    let uri: Uri = path.parse().unwrap();
    sign(&signer, &Method::PUT, &uri, &mut headers, Payload::Unsigned, &[0; 32]).unwrap();
    let lines: Vec<String> =
        headers.iter().map(|(name, value)| format!("{name}: {}\r\n", value.to_str().unwrap())).collect();
    format!("PUT {path} HTTP/1.1\r\n{}content-length: {length}\r\n\r\n", lines.concat())
}

/// The error codes of the records of an operation.
fn outcomes(server: &Server, operation: &str) -> Vec<Option<String>> {
    let scope = Scope::new(ACCOUNT.parse().unwrap(), "us-east-1".parse().unwrap());
    let records = server.kernel().read(|view| Ok(trail::newest(view, &scope, usize::MAX)?)).unwrap();
    let records = records.into_iter().filter(|record| record.event_name == operation);
    records.map(|record| record.error_code).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_whose_client_goes_away_is_recorded() {
    let server = start().await;
    let connect = || TcpStream::connect(server.address());

    let mut whole = connect().await.unwrap();
    whole.write_all(head(&server, "/left-alone", 0).as_bytes()).await.unwrap();
    assert!(whole.read(&mut [0; 1024]).await.unwrap() > 0);
    assert_eq!(outcomes(&server, "CreateBucket"), [None]);

    let mut broken = connect().await.unwrap();
    broken.write_all(head(&server, "/left-alone/object", 1 << 20).as_bytes()).await.unwrap();
    broken.write_all(&[7; 1000]).await.unwrap();
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(outcomes(&server, "PutObject").is_empty(), "it still waits for the body");
    drop(broken);

    let seen = async {
        while outcomes(&server, "PutObject").is_empty() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), seen).await.unwrap();
    assert_eq!(outcomes(&server, "PutObject"), [Some("IncompleteBody".to_owned())]);
    server.stop().await;
}
