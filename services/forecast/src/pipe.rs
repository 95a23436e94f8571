//! Between streams, which wait, and the readers and writers of working threads, which block.

use std::cell::Cell;
use std::io::{self, Read, Write};
use std::rc::Rc;

use bytes::{Buf, Bytes, BytesMut};
use futures_util::StreamExt;
use kernel::Fault;
use shape::{BodyError, BodyStream};
use tokio::sync::mpsc;

/// Chunks under way between the two sides.
const CHUNKS: usize = 8;
/// Small writes are gathered up to this size.
const GATHER: usize = 256 << 10;

/// A stream as a reader for a working thread. Drive `pump` at the same time.
pub(crate) fn reader(stream: BodyStream) -> (impl Future<Output = ()> + Send, PipeReader) {
    let (to, from) = mpsc::channel(CHUNKS);
    (pump(stream, to), PipeReader { from, current: Bytes::new(), ended: false })
}

async fn pump(mut stream: BodyStream, to: mpsc::Sender<Result<Option<Bytes>, BodyError>>) {
    while let Some(chunk) = stream.next().await {
        let failed = chunk.is_err();
        if to.send(chunk.map(Some)).await.is_err() || failed {
            return;
        }
    }
    // Only a stream that ended well says so; a reader that misses this reports the loss.
    let _ = to.send(Ok(None)).await;
}

/// Reads what is pumped in.
pub(crate) struct PipeReader {
    from: mpsc::Receiver<Result<Option<Bytes>, BodyError>>,
    current: Bytes,
    ended: bool,
}

impl Read for PipeReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.current.is_empty() {
            if self.ended {
                return Ok(0);
            }
            match self.from.blocking_recv() {
                Some(Ok(Some(chunk))) => self.current = chunk,
                Some(Ok(None)) => self.ended = true,
                Some(Err(error)) => return Err(io::Error::other(error)),
                None => return Err(io::ErrorKind::UnexpectedEof.into()),
            }
        }
        let length = buffer.len().min(self.current.len());
        let (Some(to), Some(from)) = (buffer.get_mut(..length), self.current.get(..length)) else {
            return Ok(0);
        };
        to.copy_from_slice(from);
        self.current.advance(length);
        Ok(length)
    }
}

/// A writer for a working thread, and what it writes as a stream.
pub(crate) fn writer() -> (PipeWriter, BodyStream) {
    let (to, mut from) = mpsc::channel(CHUNKS);
    let stream = futures_util::stream::poll_fn(move |context| from.poll_recv(context));
    (PipeWriter { to, gathered: BytesMut::new() }, Box::pin(stream))
}

/// Writes into the stream.
pub(crate) struct PipeWriter {
    to: mpsc::Sender<Result<Bytes, BodyError>>,
    gathered: BytesMut,
}

impl Write for PipeWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.gathered.extend_from_slice(bytes);
        if self.gathered.len() >= GATHER {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.gathered.is_empty() {
            return Ok(());
        }
        let chunk = self.gathered.split().freeze();
        self.to.blocking_send(Ok(chunk)).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

/// A reader that refuses to read on when what is being read, such as one row, takes too many bytes.
pub(crate) struct Limited<R> {
    inner: R,
    left: Rc<Cell<usize>>,
}

impl<R> Limited<R> {
    /// The reader, and the bytes it may still read; setting that again allows more.
    pub(crate) fn new(inner: R, left: usize) -> (Self, Rc<Cell<usize>>) {
        let left = Rc::new(Cell::new(left));
        (Self { inner, left: Rc::clone(&left) }, left)
    }
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left.get() == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let length = self.inner.read(buffer)?;
        self.left.set(self.left.get().saturating_sub(length));
        Ok(length)
    }
}

/// Runs work on a thread of its own.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work).await.map_err(Fault::internal)?
}
