// The browser's database, as web/journal.js, web/shelf.js and the rescue page share it: a connection
// that comes back, transactions, and reading a whole project. Texts are strings that only the
// library understands.
//
//   projects  id → { genesis, created }
//   journal   [project, seq] → record
//   segments  [project, first seq] → [[seq, record], …]
//   snapshots [project, id of a document] → text, [project, ''] → the project part
//   texts     [project, hash] → text
//   meta      [project, 'head'] → { epoch, seq }, [project, 'place'], [project, 'filed'],
//             [project, 'before', seq]: what a snapshot replaced that was damaged; and for the list
//             of projects [project, 'used'], [project, 'trashed'], both milliseconds since 1970,
//             [project, 'summary'] → text, [project, 'size'] → characters, each derived;
//             [project, 'learned'] → text, derived as well, and of no use to another engine;
//             ['', name] → text: what belongs to no project
//
// It leaves one global, apostilStore. Limits: it changes no data by itself; a newer version of the
// stores is refused, unless `anyVersion` is set, as the rescue page does, which only reads.
(() => {
  'use strict';

  const NAME = 'apostil';
  const VERSION = 1;
  const STORES = ['projects', 'journal', 'segments', 'snapshots', 'texts', 'meta'];
  const OPEN_WATCHDOG = 5000;
  const WATCHDOG = 60000;
  const STRICT = { durability: 'strict' };

  let database = null;
  let opening = null;

  const within = (id) => IDBKeyRange.bound([id], [id, []]);

  function failure(name, message) {
    return Object.assign(new Error(message), { name });
  }

  function connect() {
    if (database) return Promise.resolve(database);
    opening ??= openAnew().then(use).finally(() => { opening = null; });
    return opening;
  }

  function openAnew() {
    return new Promise((resolve, reject) => {
      if (!globalThis.indexedDB) throw failure('NotSupportedError', 'no IndexedDB');
      const version = globalThis.apostilStore.anyVersion ? undefined : VERSION;
      const request = indexedDB.open(NAME, version);
      let late = false;
      const slow = setTimeout(() => {
        late = true;
        reject(failure('TimeoutError', 'no answer'));
      }, OPEN_WATCHDOG);
      request.onupgradeneeded = () => {
        for (const store of STORES) {
          if (!request.result.objectStoreNames.contains(store)) {
            request.result.createObjectStore(store);
          }
        }
      };
      request.onsuccess = () => {
        clearTimeout(slow);
        if (late) request.result.close();
        resolve(request.result);
      };
      request.onerror = () => {
        clearTimeout(slow);
        reject(request.error);
      };
    });
  }

  function use(opened) {
    database = opened;
    opened.onclose = () => drop(opened);
    // A newer Apostil wants to change the stores, or somebody deletes them: make room.
    opened.onversionchange = () => {
      opened.close();
      drop(opened);
    };
    return opened;
  }

  function drop(closed) {
    if (database === closed) database = null;
  }

  async function reconnect() {
    if (database) database.close();
    database = null;
    return connect();
  }

  function asked(request) {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  // Runs `work` in a transaction; its value counts when the transaction is complete.
  async function transact(stores, mode, work) {
    await connect();
    let tx;
    try {
      tx = database.transaction(stores, mode, STRICT);
    } catch {
      tx = (await reconnect()).transaction(stores, mode, STRICT);
    }
    return new Promise((resolve, reject) => {
      let value;
      const fail = (error) => {
        clearTimeout(slow);
        reject(error ?? failure('AbortError', 'aborted'));
        try {
          tx.abort();
        } catch {
          // It is over already.
        }
      };
      const slow = setTimeout(() => fail(failure('TimeoutError', 'no answer')), WATCHDOG);
      tx.oncomplete = () => {
        clearTimeout(slow);
        resolve(value);
      };
      tx.onabort = () => fail(tx.error);
      tx.onerror = (event) => fail(event.target.error);
      work(tx).then((it) => { value = it; }, fail);
    });
  }

  const NOTES = ['used', 'trashed', 'summary', 'size'];

  // All projects, those in the trash too, with what is noted of each: nothing of them is read.
  function projects() {
    return transact(['projects', 'meta'], 'readonly', async (tx) => {
      const [store, meta] = [tx.objectStore('projects'), tx.objectStore('meta')];
      const [ids, rows] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())]);
      const noted = (id) => Promise.all(['head', ...NOTES].map((it) => asked(meta.get([id, it]))));
      return Promise.all(ids.map(async (id, n) => {
        const [head, ...notes] = await noted(id);
        const known = Object.fromEntries(NOTES.map((it, at) => [it, notes[at] ?? null]));
        return { id, created: rows[n].created, head: head?.seq ?? 0, ...known };
      }));
    });
  }

  function read(id) {
    return transact(STORES, 'readonly', async (tx) => {
      const all = (name) => pairs(tx.objectStore(name), id);
      const row = asked(tx.objectStore('projects').get(id));
      const [journal, segments, snapshots, texts, meta] =
        await Promise.all(['journal', 'segments', 'snapshots', 'texts', 'meta'].map(all));
      return shape(await row, { journal, segments, snapshots, texts, meta: new Map(meta) });
    });
  }

  async function pairs(store, id) {
    const range = within(id);
    const [keys, values] =
      await Promise.all([asked(store.getAllKeys(range)), asked(store.getAll(range))]);
    return keys.map((key, n) => [key[key.length - 1], values[n]]);
  }

  // The shape of src/journal/stored.rs.
  function shape(row, { journal, segments, snapshots, texts, meta }) {
    const documents = snapshots.filter(([key]) => key !== '');
    return {
      genesis: row?.genesis ?? '',
      head: meta.get('head')?.seq ?? 0,
      filed: meta.get('filed') ?? 0,
      place: meta.get('place') ?? null,
      part: snapshots.find(([key]) => key === '')?.[1] ?? null,
      documents,
      segments: segments.map(([, segment]) => segment),
      journal,
      texts,
      before: [...meta].filter(([key]) => typeof key === 'number'),
    };
  }

  // The file that src/journal/rescue.rs reads, of the projects that `wanted` names. In pieces,
  // because a single string has a limit that a blob has not.
  async function bundle(wanted = () => true) {
    const [found, unread] = [[], []];
    for (const { id, created, trashed } of (await projects()).filter(wanted)) {
      try {
        found.push({ id, created, trashed, stored: await read(id) });
      } catch (error) {
        unread.push({ id, why: String(error) });
      }
    }
    const pieces = [`{"apostil":"rescue","version":1,"at":${Date.now()},"projects":[`];
    found.forEach((project, n) => pieces.push(n ? ',\n' : '\n', JSON.stringify(project)));
    pieces.push(`\n],"unread":${JSON.stringify(unread)}}\n`);
    return { found, unread, blob: () => new Blob(pieces, { type: 'application/json' }) };
  }

  // Hands a bundle to the browser as a file, and says under which name.
  function save({ blob }) {
    const name = `apostil-rescue-${new Date().toISOString().slice(0, 10)}.json`;
    const address = URL.createObjectURL(blob());
    const link = document.createElement('a');
    Object.assign(link, { href: address, download: name });
    link.click();
    // The browser may still be reading it.
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    return name;
  }

  globalThis.apostilStore = {
    NAME,
    STORES,
    STRICT,
    anyVersion: false,
    failure,
    connect,
    reconnect,
    current: () => database,
    asked,
    transact,
    pairs,
    within,
    projects,
    read,
    bundle,
    save,
  };
})();
