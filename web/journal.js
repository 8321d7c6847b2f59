// Keeps what was done, outside WASM: a queue, IndexedDB behind it, and one writer a project.
//
// A record is put into the queue and handed to the database in the turn in which it is appended,
// and leaves the queue only when its transaction is complete. So a panic of the page's module loses
// nothing: this file goes on until the queue is empty, and only stops talking to the dead module.
//
// Records are written strictly in order: the transaction of record n finds n-1 at the head or
// aborts. A tab that was taken over finds another epoch there and aborts as well, however late it
// wakes up. What failed stays in the queue and is tried again after 1, 2, 5, then every 10 seconds,
// on a new connection.
//
// It needs web/store.js before it, and leaves one global, apostilJournal. Texts of records,
// documents and projects are strings that only the library understands; what is handed over as a
// whole (open, events) is JSON. Events, for the callback of onStatus, are those of
// src/journal/event.rs.
//
// What is done to other projects than the open one is in web/shelf.js.
//
// Limits: one project at a time in a tab. That a complete transaction survives a power cut is the
// browser's promise ("strict"), not ours. Where the browser has no Web Locks, the tab that came
// last writes.
(() => {
  'use strict';

  const store = globalThis.apostilStore;
  const { NAME, STRICT, asked, current, failure, transact } = store;
  const CANARY = 'apostil.canary';
  const WATCHDOG = 5000;
  const CLOSED = ['InvalidStateError', 'UnknownError', 'NotFoundError', 'NotSupportedError',
    'AbortError'];
  const BACKOFF = [1000, 2000, 5000, 10000];
  // How long a page that was just reloaded waits for its former self to let go.
  const LOCK_PATIENCE = 500;

  let project = null;
  let epoch = null;
  let fenced = false;
  let release = null;
  let listener = null;
  let retry = null;
  let failures = 0;
  let canary = null;
  // About how many characters the open project takes: as it was read, and what came since.
  let size = null;
  const queue = [];
  const channel = globalThis.BroadcastChannel ? new BroadcastChannel(NAME) : null;

  const headOf = (id) => [id, 'head'];

  function emit(event) {
    if (!listener || globalThis.apostil?.panicked) return;
    try {
      listener(JSON.stringify(event));
    } catch (error) {
      console.error(error);
    }
  }

  // ── the queue ─────────────────────────────────────────────────────────────────────────────

  function append(seq, record, texts) {
    queue.push({ seq, record, texts, tx: null });
    size = texts.reduce((sum, [, text]) => sum + text.length, (size ?? 0) + record.length);
    watchUnload();
    if (fenced || epoch === null) return emit({ event: 'fenced' });
    // While a retry is due, the order is its business.
    if (retry === null || queue.length === 1) issue(queue[queue.length - 1]);
  }

  function issue(entry) {
    let reason = null;
    let settled = false;
    let slow = null;
    let tx = null;
    const home = project;
    const settle = (error) => {
      if (settled) return;
      settled = true;
      clearTimeout(slow);
      if (entry.tx === tx) entry.tx = null;
      failed(entry, reason ?? error ?? failure('AbortError', 'aborted'));
    };
    const abort = () => {
      try {
        tx?.abort();
      } catch {
        // It is over already.
      }
    };
    try {
      if (!current()) throw failure('InvalidStateError', 'not connected');
      tx = current().transaction(['journal', 'texts', 'meta'], 'readwrite', STRICT);
      entry.tx = tx;
      write(tx, entry, (why) => {
        reason = why;
        tx.abort();
      });
    } catch (error) {
      settle(error);
      // What was asked before it threw must not be written alone.
      return abort();
    }
    tx.onabort = () => settle(tx.error);
    tx.onerror = (event) => settle(event.target.error);
    tx.oncomplete = () => {
      // Late or not: it is written.
      settled = true;
      clearTimeout(slow);
      // Another project counts its own records.
      if (project === home) saved(entry.seq);
    };
    slow = setTimeout(() => {
      settle(failure('TimeoutError', 'no answer'));
      abort();
    }, WATCHDOG);
  }

  // Asks for the head and adds the record in one go; the answer to the first may abort the second.
  function write(tx, { seq, record, texts }, refuse) {
    const [journal, meta] = [tx.objectStore('journal'), tx.objectStore('meta')];
    const [id, mine, key] = [project, epoch, [project, seq]];
    let isThere = false;
    meta.get(headOf(id)).onsuccess = ({ target }) => {
      const head = target.result;
      if (!head) return refuse(failure('NotFoundError', 'the store was emptied'));
      if (head.epoch !== mine) return refuse(failure('Fenced', 'taken over'));
      if (head.seq === seq - 1) return void meta.put({ epoch: mine, seq }, headOf(id));
      if (head.seq < seq - 1) return refuse(failure('Gap', `${head.seq} before ${seq}`));
      // It was written before, and the answer was lost.
      isThere = true;
    };
    const adding = journal.add(record, key);
    adding.onsuccess = () => {
      if (isThere) refuse(failure('DataError', 'the head is ahead of the records'));
    };
    adding.onerror = (event) => {
      if (!isThere || adding.error.name !== 'ConstraintError') return;
      event.preventDefault();
      event.stopPropagation();
      journal.get(key).onsuccess = ({ target }) => {
        if (target.result !== record) refuse(failure('Fenced', 'another record is there'));
      };
    };
    for (const [hash, text] of texts) tx.objectStore('texts').put(text, [id, hash]);
  }

  // All records up to `seq` are written: each found the one before.
  function saved(seq) {
    while (queue.length && queue[0].seq <= seq) queue.shift();
    failures = 0;
    watchUnload();
    noteCanary({ lastSeq: seq });
    emit({ event: 'saved', seq });
  }

  function failed(entry, error) {
    if (!queue.includes(entry)) return;
    if (error.name === 'Fenced') return fence();
    // What follows a failed record cannot be written, which is no news.
    const isNews = error.name !== 'Gap' || queue[0] === entry;
    if (isNews) {
      const why = reasonOf(error.name);
      emit({ event: 'failed', seq: entry.seq, why, detail: `${error.name}: ${error.message}` });
    }
    if (retry === null) {
      retry = setTimeout(again, BACKOFF[Math.min(failures, BACKOFF.length - 1)]);
      failures += 1;
    }
  }

  function reasonOf(name) {
    if (name === 'QuotaExceededError') return 'full';
    if (name === 'TimeoutError') return 'slow';
    return CLOSED.includes(name) ? 'closed' : 'refused';
  }

  async function again() {
    clearTimeout(retry);
    try {
      await store.reconnect();
    } catch (error) {
      retry = null;
      // A newer Apostil has changed the stores: this one must not write any more.
      if (error.name === 'VersionError') return fence();
      if (queue.length) failed(queue[0], error);
      return;
    }
    retry = null;
    if (fenced) return;
    for (const entry of [...queue]) {
      if (!entry.tx) issue(entry);
      if (retry !== null) return;
    }
  }

  function flush() {
    noteCanary({}, true);
    if (retry !== null && queue.length) again();
  }

  // Resolves to whether all is written; gives up after a while.
  function settled() {
    return new Promise((resolve) => {
      const end = Date.now() + WATCHDOG;
      const look = () => {
        if (queue.length && Date.now() < end) setTimeout(look, 20);
        else resolve(!queue.length);
      };
      look();
    });
  }

  // The question is asked only while something would be lost, so that leaving is free otherwise.
  function watchUnload() {
    if (queue.length) addEventListener('beforeunload', askBeforeUnload);
    else removeEventListener('beforeunload', askBeforeUnload);
  }

  function askBeforeUnload(event) {
    event.preventDefault();
    event.returnValue = true;
  }

  // ── one writer ────────────────────────────────────────────────────────────────────────────

  function fence() {
    if (fenced) return;
    fenced = true;
    emit({ event: 'fenced' });
  }

  // Holds the lock until the page goes, or the project is left. Resolves to whether it was got.
  function hold(id, options) {
    return new Promise((resolve) => {
      const kept = new Promise((done) => { release = done; });
      const mine = release;
      navigator.locks.request(`${NAME}:${id}`, options, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : kept;
      }).catch(() => {
        // Stolen, or not got in time.
        resolve(false);
        if (release === mine && project === id && epoch !== null) fence();
      });
    });
  }

  async function getLock(id) {
    if (!globalThis.navigator?.locks) return true;
    if (await hold(id, { ifAvailable: true })) return true;
    if (!globalThis.AbortSignal?.timeout) return false;
    return hold(id, { signal: AbortSignal.timeout(LOCK_PATIENCE) });
  }

  async function claim(id) {
    const mine = await transact(['meta'], 'readwrite', async (tx) => {
      const meta = tx.objectStore('meta');
      const head = await asked(meta.get(headOf(id)));
      if (!head) throw failure('NotFoundError', 'no such project');
      if (await asked(meta.get([id, 'trashed']))) throw failure('NotFoundError', 'in the trash');
      meta.put(Date.now(), [id, 'used']);
      await asked(meta.put({ epoch: head.epoch + 1, seq: head.seq }, headOf(id)));
      return head.epoch + 1;
    });
    [project, epoch, fenced] = [id, mine, false];
  }

  // Lets the open project go, so that another tab may write it. What waits would be lost.
  function letGo() {
    if (queue.length && !fenced) throw failure('InvalidStateError', 'changes are not saved yet');
    leave();
  }

  function leave() {
    release?.();
    clearTimeout(retry);
    queue.length = 0;
    watchUnload();
    [project, epoch, retry, release, size] = [null, null, null, null, null];
  }

  async function lock(id) {
    letGo();
    project = id;
    if (!(await getLock(id))) return 'reader';
    await claim(id);
    return 'writer';
  }

  async function takeOver(id) {
    leave();
    await claim(id);
    if (globalThis.navigator?.locks) await hold(id, { steal: true });
    channel?.postMessage({ project: id, epoch });
    return 'writer';
  }

  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data.project === project && epoch !== null && data.epoch > epoch) fence();
    };
  }

  // ── reading, and the rest of writing ──────────────────────────────────────────────────────

  async function open(id) {
    const stored = await store.read(id);
    const json = JSON.stringify(stored);
    if (id === project) size = json.length;
    return json;
  }

  function create(id, genesis, created) {
    return transact(['projects', 'meta'], 'readwrite', async (tx) => {
      tx.objectStore('meta').add({ epoch: 0, seq: 0 }, headOf(id));
      const projects = tx.objectStore('projects');
      await asked(projects.add({ genesis, created }, id));
      noteCanary({ projects: await asked(projects.count()) });
    });
  }

  // A snapshot: written, read back, and only then do its records move into a segment. The part has
  // the empty key, which no document has.
  function compact(upto, part, documents, removed, keepOld) {
    const stores = ['journal', 'segments', 'snapshots', 'meta'];
    const [id, mine] = [project, epoch];
    const unequal = failure('DataError', 'what was read back is not what was written');
    transact(stores, 'readwrite', async (tx) => {
      const [journal, segments, snapshots, meta] = stores.map((it) => tx.objectStore(it));
      const head = await asked(meta.get(headOf(id)));
      if (head?.epoch !== mine || head.seq < upto) throw failure('Fenced', 'not at the head');
      const before = keepOld && (await store.pairs(snapshots, id));
      if (before) meta.put(before, [id, 'before', upto]);
      const written = [['', part], ...documents];
      for (const [key, text] of written) snapshots.put(text, [id, key]);
      for (const key of removed) snapshots.delete([id, key]);
      const covered = IDBKeyRange.bound([id], [id, upto]);
      const keys = await asked(journal.getAllKeys(covered));
      const records = await asked(journal.getAll(covered));
      const segment = keys.map((key, n) => [key[1], records[n]]);
      if (segment.length) segments.add(segment, [id, segment[0][0]]);
      for (const [key, text] of written) {
        if ((await asked(snapshots.get([id, key]))) !== text) throw unequal;
      }
      const kept = segment.length ? await asked(segments.get([id, segment[0][0]])) : segment;
      const isSame = kept?.length === segment.length
        && segment.every(([seq, text], n) => kept[n][0] === seq && kept[n][1] === text);
      if (!isSame) throw unequal;
      await asked(journal.delete(covered));
    }).then(() => emit({ event: 'compacted', upto }), (error) => {
      emit({ event: 'compaction-failed', upto, detail: `${error.name}: ${error.message}` });
      if (error.name === 'Fenced') fence();
    });
  }

  // Small things that may be a little behind after a crash. A tab that only reads writes none.
  function note(name, value) {
    if (epoch === null || fenced || !current()) return;
    try {
      const tx = current().transaction(['meta'], 'readwrite', { durability: 'relaxed' });
      tx.objectStore('meta').put(value, [project, name]);
      // Written while the page is being left: WebKit keeps the page aside with a transaction that
      // is still open, and the next page would wait for it for ever.
      tx.commit?.();
    } catch (error) {
      console.warn(error);
    }
  }

  // ── the canary ────────────────────────────────────────────────────────────────────────────

  // A few words in another store of the browser: if they are there and the projects are not, the
  // browser has removed the projects, and nobody should be greeted as if for the first time.
  function readCanary() {
    try {
      return JSON.parse(localStorage.getItem(CANARY) ?? 'null');
    } catch {
      return null;
    }
  }

  let noted = 0;

  function noteCanary(more, now = false) {
    canary = { projects: 0, lastSeq: 0, ...(canary ?? readCanary()), ...more };
    if (!canary.projects || (!now && Date.now() - noted < 1000)) return;
    noted = Date.now();
    try {
      localStorage.setItem(CANARY, JSON.stringify(canary));
    } catch {
      // It only warns; the work does not depend on it.
    }
  }

  async function probe() {
    const locks = Boolean(globalThis.navigator?.locks);
    try {
      const n = (await store.projects()).length;
      const old = readCanary();
      if (!n && old?.projects) noteCanary({ projects: 0, lastSeq: 0, lost: old.lost ?? old });
      const lost = canary?.lost ?? old?.lost ?? null;
      return JSON.stringify({ works: true, locks, projects: n, lost });
    } catch (error) {
      const detail = `${error.name}: ${error.message}`;
      return JSON.stringify({ works: false, newer: error.name === 'VersionError', locks, detail });
    }
  }

  function forgetLoss() {
    noteCanary({ lost: undefined }, true);
  }

  for (const name of ['pagehide', 'freeze']) addEventListener(name, flush);
  globalThis.document?.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush();
  });

  globalThis.apostilJournal = {
    probe,
    create,
    lock,
    takeOver,
    letGo,
    settled,
    open,
    append,
    compact,
    place: (json) => note('place', json),
    summary: (text) => {
      note('summary', text);
      if (size !== null) note('size', size);
    },
    counted: (projects) => noteCanary({ projects }, true),
    filed: (seq) => note('filed', seq),
    forgetLoss,
    onStatus: (callback) => { listener = callback; },
  };
})();
