//! A connection that is not waited for without end.
//!
//! Two waits have no limit in the HTTP library: the one for the first bytes, from which it tells the versions of
//! HTTP apart, and the one for a peer that does not read its answer. Whoever held connections open in either could
//! take every slot of a listener.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

/// What every connection of HTTP/2 begins with; no request of HTTP/1.1 is shorter.
const PREFACE_BYTES: usize = 24;

/// A connection with limits on both waits.
pub(crate) struct Patient<S> {
    inner: S,
    opening: Option<Opening>,
    stall: Duration,
    /// Runs while the peer takes nothing of what is to be written.
    stalled: Option<Pin<Box<Sleep>>>,
}

/// The first bytes: how many came, and until when they must.
struct Opening {
    seen: usize,
    until: Pin<Box<Sleep>>,
}

impl<S> Patient<S> {
    /// `opening` is the time for the first bytes, `stall` that in which a peer must take some of its answer.
    pub(crate) fn new(inner: S, opening: Duration, stall: Duration) -> Self {
        let opening = Opening { seen: 0, until: Box::pin(sleep(opening)) };
        Self { inner, opening: Some(opening), stall, stalled: None }
    }

    /// What came of a write: an error once nothing was taken for too long.
    fn judge<T>(&mut self, context: &mut Context<'_>, written: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.stalled = None;
            return written;
        }
        let stall = self.stall;
        let stalled = self.stalled.get_or_insert_with(|| Box::pin(sleep(stall)));
        ready!(stalled.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.inner).poll_read(context, buffer);
        let Some(opening) = &mut self.opening else { return read };
        if read.is_pending() {
            ready!(opening.until.as_mut().poll(context));
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        opening.seen += buffer.filled().len().saturating_sub(before);
        if opening.seen >= PREFACE_BYTES {
            self.opening = None;
        }
        read
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.inner).poll_write(context, bytes);
        self.judge(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.inner).poll_write_vectored(context, bytes);
        self.judge(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.inner).poll_flush(context);
        self.judge(context, flushed)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let shut = Pin::new(&mut self.inner).poll_shutdown(context);
        self.judge(context, shut)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    use super::*;

    const SHORT: Duration = Duration::from_millis(50);
    const LONG: Duration = Duration::from_secs(60);

    #[tokio::test]
    async fn the_first_bytes_must_come_in_time() {
        let (near, mut far) = duplex(64);
        let mut near = Patient::new(near, SHORT, LONG);
        far.write_all(b"PRI * HTTP").await.unwrap();
        let mut buffer = [0; 64];
        assert_eq!(near.read(&mut buffer).await.unwrap(), 10);
        assert_eq!(near.read(&mut buffer).await.unwrap_err().kind(), io::ErrorKind::TimedOut);
    }

    #[tokio::test]
    async fn later_bytes_may_take_their_time() {
        let (near, mut far) = duplex(64);
        let mut near = Patient::new(near, SHORT, LONG);
        far.write_all(&[0; PREFACE_BYTES]).await.unwrap();
        let mut buffer = [0; 64];
        assert_eq!(near.read(&mut buffer).await.unwrap(), PREFACE_BYTES);
        let more = tokio::time::timeout(2 * SHORT, near.read(&mut buffer)).await;
        assert!(more.is_err(), "still waiting");
    }

    #[tokio::test]
    async fn a_peer_must_read() {
        let (near, mut far) = duplex(8);
        let mut near = Patient::new(near, LONG, SHORT);
        near.write_all(&[0; 8]).await.unwrap();
        assert_eq!(near.write(&[0; 8]).await.unwrap_err().kind(), io::ErrorKind::TimedOut);
        far.read_exact(&mut [0; 8]).await.unwrap();
        near.write_all(&[0; 8]).await.unwrap();
    }
}
