//! Sending requests over connections that stay open, and reading the answers no further than needed.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::Outcome;
use crate::process::Process;

/// As much of an answer is read at once.
const CHUNK_BYTES: usize = 64 * 1024;

/// A request as it goes over the connection.
pub(crate) struct Message {
    pub(crate) head: Vec<u8>,
    pub(crate) body: Bytes,
}

/// What came of sending.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Load {
    calls: u32,
    took: Duration,
    processor_time: Duration,
}

impl Load {
    pub(crate) fn per_second(&self) -> f64 {
        f64::from(self.calls) / self.took.as_secs_f64()
    }

    /// Processor time of the server for each call, in microseconds.
    pub(crate) fn processor_micros(&self) -> f64 {
        self.processor_time.as_secs_f64() * 1e6 / f64::from(self.calls.max(1))
    }
}

/// Sends until the messages are used up or the time is over. Connections are made before the clock starts.
pub(crate) async fn send(
    server: &Process,
    connections: usize,
    messages: Vec<Message>,
    time_max: Duration,
) -> Outcome<Load> {
    let mut open = Vec::with_capacity(connections);
    for _ in 0..connections {
        open.push(Connection::open(server).await?);
    }
    let processor_before = server.processor_time()?;
    let began = Instant::now();
    let mut lanes = JoinSet::new();
    for (connection, messages) in open.into_iter().zip(dealt(messages, connections)) {
        lanes.spawn(lane(connection, messages, began, time_max));
    }
    let mut calls = 0;
    while let Some(lane) = lanes.join_next().await {
        calls += lane??;
    }
    let took = began.elapsed();
    Ok(Load { calls, took, processor_time: server.processor_time()?.saturating_sub(processor_before) })
}

fn dealt(messages: Vec<Message>, lanes: usize) -> Vec<Vec<Message>> {
    let mut dealt: Vec<Vec<Message>> = (0..lanes).map(|_| Vec::new()).collect();
    for (number, message) in messages.into_iter().enumerate() {
        if let Some(lane) = dealt.get_mut(number % lanes) {
            lane.push(message);
        }
    }
    dealt
}

async fn lane(
    mut connection: Connection,
    messages: Vec<Message>,
    began: Instant,
    time_max: Duration,
) -> Outcome<u32> {
    let mut calls = 0;
    for message in &messages {
        connection.exchange(message).await?;
        calls += 1;
        if began.elapsed() > time_max {
            break;
        }
    }
    Ok(calls)
}

struct Connection {
    stream: TlsStream<TcpStream>,
    buffer: Vec<u8>,
}

impl Connection {
    async fn open(server: &Process) -> Outcome<Self> {
        let port: u16 = server.endpoint().rsplit(':').next().unwrap_or_default().parse()?;
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.set_nodelay(true)?;
        let stream = connector(server)?.connect(ServerName::try_from("localhost")?, stream).await?;
        Ok(Self { stream, buffer: vec![0; CHUNK_BYTES] })
    }

    /// Sends one request and reads its answer to the end. Anything but success ends the run.
    async fn exchange(&mut self, message: &Message) -> Outcome {
        self.stream.write_all(&message.head).await?;
        self.stream.write_all(&message.body).await?;
        self.stream.flush().await?;
        let mut filled = 0;
        let (head_bytes, body_bytes) = loop {
            filled += self.read(filled).await?;
            let so_far = self.buffer.get(..filled).unwrap_or_default();
            if let Some(end) = so_far.windows(4).position(|window| window == b"\r\n\r\n") {
                break (end + 4, body_length(so_far.get(..end).unwrap_or_default())?);
            }
        };
        let mut missing = (head_bytes + body_bytes).saturating_sub(filled);
        while missing > 0 {
            missing = missing.saturating_sub(self.read(0).await?);
        }
        Ok(())
    }

    async fn read(&mut self, from: usize) -> Outcome<usize> {
        let space = self.buffer.get_mut(from..).unwrap_or_default();
        match self.stream.read(space).await? {
            0 => Err("the server closed a connection, or its head is too long".into()),
            read => Ok(read),
        }
    }
}

/// The length that a head of success announces.
fn body_length(head: &[u8]) -> Outcome<usize> {
    let text = std::str::from_utf8(head)?;
    if !text.starts_with("HTTP/1.1 2") {
        return Err(format!("a call failed: {text}").into());
    }
    let length = text
        .lines()
        .filter_map(|line| line.split_once(": "))
        .find_map(|(name, value)| name.eq_ignore_ascii_case("content-length").then_some(value));
    Ok(length.ok_or("an answer does not tell its length")?.parse()?)
}

fn connector(server: &Process) -> Outcome<TlsConnector> {
    let mut roots = RootCertStore::empty();
    let path = server.ca_bundle().ok_or("the server has no certificate")?;
    for certificate in CertificateDer::pem_file_iter(path)? {
        roots.add(certificate?)?;
    }
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}
