//! The limit: the same TLS and HTTP stack with nothing behind it, answering an empty 200.

use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use server::Ready;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use crate::Outcome;
use crate::process::READY;

/// Serves until it is killed; `folder` gets its certificate and its ready file.
pub(crate) fn serve(folder: &Path) -> Outcome {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(accept(folder))
}

async fn accept(folder: &Path) -> Outcome {
    let ca_bundle = folder.join("bare.pem");
    let tls = TlsAcceptor::from(Arc::new(certified(&ca_bundle)?));
    let socket = TcpListener::bind(("127.0.0.1", 0)).await?;
    let ready = Ready {
        endpoint: format!("https://localhost:{}", socket.local_addr()?.port()),
        ca_bundle: Some(ca_bundle.display().to_string()),
        region: "us-east-1".to_owned(),
        accounts: Vec::new(),
    };
    ready.write(&folder.join(READY))?;
    loop {
        let (stream, _) = socket.accept().await?;
        let tls = tls.clone();
        // A connection that breaks is missed by the sender.
        tokio::spawn(async move { connection(stream, tls).await.is_ok() });
    }
}

async fn connection(stream: TcpStream, tls: TlsAcceptor) -> Outcome {
    stream.set_nodelay(true)?;
    let stream = tls.accept(stream).await?;
    let mut http = auto::Builder::new(TokioExecutor::new());
    http.http1().timer(TokioTimer::new());
    http.http2().timer(TokioTimer::new());
    http.serve_connection(TokioIo::new(stream), service_fn(answer)).await
}

async fn answer(request: http::Request<Incoming>) -> Result<http::Response<Full<Bytes>>, Infallible> {
    let mut body = request.into_body();
    while let Some(Ok(_)) = body.frame().await {}
    Ok(http::Response::new(Full::default()))
}

fn certified(ca_bundle: &Path) -> Outcome<ServerConfig> {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()])?;
    std::fs::write(ca_bundle, made.cert.pem())?;
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}
