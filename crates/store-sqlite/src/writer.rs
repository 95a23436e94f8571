//! The one thread that writes.

use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::{self, JoinHandle};

use rusqlite::Connection;
use store::{StoreError, WriteBody, run};
use tokio::sync::oneshot;

use crate::error::During;
use crate::view::Attempt;

/// So many writes may wait; beyond it the disk is too slow for the load, and a refusal serves callers better than
/// a place in a longer queue.
const WAITING_MAX: usize = 16_384;

/// So many bodies share a commit. The first of a group waits for the last, so a group stays within milliseconds.
const GROUP_MAX: usize = 256;

type Outcome = Result<(), StoreError>;

struct Job {
    body: WriteBody,
    answer: oneshot::Sender<Outcome>,
}

/// The writer thread and its queue.
pub(crate) struct Writer {
    /// `None` once no more writes are taken.
    queue: Option<SyncSender<Job>>,
    thread: Option<JoinHandle<Outcome>>,
}

impl Writer {
    pub(crate) fn start(connection: Connection) -> Result<Self, StoreError> {
        let (queue, jobs) = sync_channel(WAITING_MAX);
        let thread = thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || write_all(&connection, &jobs).and(finish(connection)))
            .map_err(|error| StoreError::caused("cannot start the writer", error))?;
        Ok(Self { queue: Some(queue), thread: Some(thread) })
    }

    /// Puts a write into the queue now; the future waits for its answer.
    pub(crate) fn ask(&self, body: WriteBody) -> impl Future<Output = Outcome> + Send + 'static {
        let (answer, answered) = oneshot::channel();
        let sent = self.send(Job { body, answer });
        async move {
            sent?;
            answered.await.unwrap_or(Err(StoreError::Closed))
        }
    }

    fn send(&self, job: Job) -> Outcome {
        let queue = self.queue.as_ref().ok_or(StoreError::Closed)?;
        queue.try_send(job).map_err(|refused| match refused {
            TrySendError::Full(_) => StoreError::engine(format!("{WAITING_MAX} writes are waiting")),
            TrySendError::Disconnected(_) => StoreError::Closed,
        })
    }

    /// Lets the thread finish its queue and close the file.
    pub(crate) fn close(mut self) -> Outcome {
        self.stop()
    }

    fn stop(&mut self) -> Outcome {
        self.queue = None;
        let Some(thread) = self.thread.take() else {
            return Ok(());
        };
        thread.join().unwrap_or_else(|_| Err(StoreError::engine("the writer died")))
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if let Err(error) = self.stop() {
            tracing::error!(error = &error as &dyn std::error::Error, "the store did not close cleanly");
        }
    }
}

/// Writes group by group until no more can come.
fn write_all(connection: &Connection, jobs: &Receiver<Job>) -> Outcome {
    while let Ok(first) = jobs.recv() {
        let waiting = std::iter::once(first).chain(jobs.try_iter()).take(GROUP_MAX);
        let (outcomes, committed) = write_group(connection, waiting);
        for (answer, outcome) in outcomes {
            let outcome = outcome.and_then(|()| committed.clone());
            // Whoever asked may have gone away; the write stands.
            let _ = answer.send(outcome);
        }
    }
    Ok(())
}

type Outcomes = Vec<(oneshot::Sender<Outcome>, Outcome)>;

/// Runs the bodies in one transaction. Their answers count only if the commit does.
fn write_group(connection: &Connection, jobs: impl Iterator<Item = Job>) -> (Outcomes, Outcome) {
    let begun = execute(connection, "BEGIN IMMEDIATE");
    let mut outcomes = Outcomes::new();
    for Job { mut body, answer } in jobs {
        // SQLite gives up the whole transaction on errors such as a full disk; what follows cannot run then.
        let outcome = match &begun {
            Ok(()) if connection.is_autocommit() => Err(StoreError::engine("the transaction was lost")),
            Ok(()) => write_one(connection, &mut body),
            Err(error) => Err(error.clone()),
        };
        outcomes.push((answer, outcome));
    }
    let committed = begun.and_then(|()| commit(connection));
    (outcomes, committed)
}

fn write_one(connection: &Connection, body: &mut WriteBody) -> Outcome {
    execute(connection, "SAVEPOINT body")?;
    let mut attempt = Attempt::new(connection);
    let outcome = run(body, &mut attempt)
        .and_then(|()| attempt.into_failure().map_or(Ok(()), Err))
        .and_then(|()| execute(connection, "RELEASE body"));
    if outcome.is_err() {
        take_back(connection);
    }
    outcome
}

/// Undoes one body. Where SQLite cannot, the whole transaction goes, and the commit then fails for all its bodies.
fn take_back(connection: &Connection) {
    if connection.is_autocommit() {
        return;
    }
    let undone = execute(connection, "ROLLBACK TO body").and_then(|()| execute(connection, "RELEASE body"));
    if undone.is_err() {
        let _ = execute(connection, "ROLLBACK");
    }
}

fn commit(connection: &Connection) -> Outcome {
    let committed = execute(connection, "COMMIT");
    if committed.is_err() && !connection.is_autocommit() {
        execute(connection, "ROLLBACK")?;
    }
    committed
}

fn execute(connection: &Connection, sql: &str) -> Outcome {
    let mut statement = connection.prepare_cached(sql).during("cannot prepare a transaction")?;
    statement.execute([]).during("cannot carry out a transaction")?;
    Ok(())
}

/// Moves the log into the file, so that the file alone is the store, and closes it.
fn finish(connection: Connection) -> Outcome {
    let moved = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    moved.during("cannot move the log into the store")?;
    connection.close().map_err(|(_, error)| error).during("cannot close the store")
}

#[cfg(test)]
mod tests {
    use store::conformance::wait;
    use store::{Snapshot, Transaction};

    use super::*;
    use crate::file;
    use crate::view::View;

    /// SQLite may take back one statement or everything when the disk is full; answers must fit either.
    #[test]
    fn a_full_disk_fails_writes_and_answers_say_which() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("store.db");
        let connection = file::open(&path).unwrap();
        connection.pragma_update(None, "max_page_count", 64).unwrap();
        let writer = Writer::start(connection).unwrap();
        let put = |key: u8, bytes: usize| {
            let body = move |tx: &mut dyn Transaction| tx.put(&[key], &vec![key; bytes]);
            writer.ask(Box::new(body))
        };
        let asked: Vec<_> = (0..20).map(|key| put(key, if key % 4 == 2 { 1 << 20 } else { 100 })).collect();
        let answers: Vec<Outcome> = asked.into_iter().map(wait).collect();
        assert!(wait(put(100, 100)).is_ok(), "the writer goes on");

        let reader = file::open_reader(&path).unwrap();
        for (key, answer) in (0..).zip(&answers) {
            let kept = View(&reader).get(&[key]).unwrap().is_some();
            assert_eq!(kept, answer.is_ok(), "write {key}: {answer:?}");
        }
        assert!(answers.iter().any(Result::is_err));
    }

    #[test]
    fn bodies_that_wait_share_a_commit() {
        let directory = tempfile::tempdir().unwrap();
        let connection = file::open(&directory.path().join("store.db")).unwrap();
        let (queue, jobs) = sync_channel(WAITING_MAX);
        let mut answers = Vec::new();
        for _ in 0..GROUP_MAX + 1 {
            let (answer, answered) = oneshot::channel();
            queue.send(Job { body: Box::new(|tx| tx.put(b"k", b"v")), answer }).unwrap();
            answers.push(answered);
        }
        let (outcomes, committed) = write_group(&connection, jobs.try_iter().take(GROUP_MAX));
        assert!(committed.is_ok());
        assert_eq!(outcomes.len(), GROUP_MAX);
        assert_eq!(jobs.try_iter().count(), 1, "the last one is left for the next group");
    }
}
