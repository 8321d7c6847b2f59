// What is done to projects as a whole: to the trash and back, to copy, to remove for good, to hand
// out as a file; and the few words that belong to no project.
//
// Each is one transaction: it is done or not, whenever the browser dies. A project that another tab
// writes is left alone; where the browser has no Web Locks, that tab finds another epoch and stops.
//
// It needs web/store.js and web/journal.js before it, and leaves one global, apostilShelf.
//
// Limits: to copy a project is to hold it in memory once. Nothing is removed that is not in the
// trash, and nothing leaves the trash by itself.
(() => {
  'use strict';

  const store = globalThis.apostilStore;
  const journal = globalThis.apostilJournal;
  const { NAME, STORES, asked, failure, transact } = store;
  // How long to wait for a tab that is just letting go.
  const LOCK_PATIENCE = 500;
  const COPIED = ['journal', 'segments', 'snapshots', 'texts'];
  // What is noted of a project and is true of its copy as well.
  const COPIED_NOTES = ['place', 'filed', 'before', 'size'];

  // Does `work` while no other tab writes the project. Resolves to whether it could.
  async function alone(id, work) {
    if (!globalThis.navigator?.locks) {
      await work();
      return true;
    }
    const patience = globalThis.AbortSignal?.timeout
      ? { signal: AbortSignal.timeout(LOCK_PATIENCE) }
      : { ifAvailable: true };
    let isMine = false;
    const working = navigator.locks.request(`${NAME}:${id}`, patience, async (lock) => {
      if (lock === null) return;
      isMine = true;
      await work();
    });
    return working.then(() => isMine, (error) => {
      if (isMine) throw error;
      return false;
    });
  }

  function trash(id) {
    return alone(id, () => transact(['meta'], 'readwrite', async (tx) => {
      const meta = tx.objectStore('meta');
      const head = await asked(meta.get([id, 'head']));
      if (!head) throw failure('NotFoundError', 'no such project');
      // Who has it open without a lock must not write any more.
      meta.put({ epoch: head.epoch + 1, seq: head.seq }, [id, 'head']);
      await asked(meta.put(Date.now(), [id, 'trashed']));
    }));
  }

  function restore(id) {
    return transact(['meta'], 'readwrite', async (tx) => {
      await asked(tx.objectStore('meta').delete([id, 'trashed']));
    });
  }

  // Removes one project for good. Only from the trash.
  function erase(id) {
    return alone(id, async () => {
      const left = await transact(STORES, 'readwrite', async (tx) => {
        const [meta, projects] = [tx.objectStore('meta'), tx.objectStore('projects')];
        if (!(await asked(meta.get([id, 'trashed'])))) {
          throw failure('InvalidStateError', 'not in the trash');
        }
        for (const name of ['meta', ...COPIED]) tx.objectStore(name).delete(store.within(id));
        projects.delete(id);
        return asked(projects.count());
      });
      journal.counted(left);
    });
  }

  // Copies the project `from`, as it is after the record `head`, and adds records to the copy. The
  // chain stays whole, since nothing in it names the project.
  async function duplicate(from, to, created, head, records) {
    const n = await transact(STORES, 'readwrite', async (tx) => {
      const [meta, projects] = [tx.objectStore('meta'), tx.objectStore('projects')];
      const row = await asked(projects.get(from));
      const found = await asked(meta.get([from, 'head']));
      if (!row || found?.seq !== head) throw failure('DataError', 'it was changed meanwhile');
      for (const name of COPIED) await copy(tx.objectStore(name), from, to, () => true);
      await copy(meta, from, to, ([, name]) => COPIED_NOTES.includes(name));
      for (const [seq, record] of records) tx.objectStore('journal').add(record, [to, seq]);
      meta.add({ epoch: 0, seq: head + records.length }, [to, 'head']);
      projects.add({ genesis: row.genesis, created }, to);
      return asked(projects.count());
    });
    journal.counted(n);
  }

  async function copy(kept, from, to, isWanted) {
    const range = store.within(from);
    const [keys, values] =
      await Promise.all([asked(kept.getAllKeys(range)), asked(kept.getAll(range))]);
    keys.forEach((key, n) => {
      if (isWanted(key)) kept.add(values[n], [to, ...key.slice(1)]);
    });
  }

  globalThis.apostilShelf = {
    list: async () => JSON.stringify(await store.projects()),
    trash,
    restore,
    erase,
    duplicate,
    save: async (ids) => store.save(await store.bundle(({ id }) => ids.includes(id))),
    // Derived from the project, so a copy of the project goes without it. One that is put away or gone
    // meanwhile gets none.
    keepLearned: (id, text) => transact(['projects', 'meta'], 'readwrite', async (tx) => {
      const meta = tx.objectStore('meta');
      const isThere = await asked(tx.objectStore('projects').count(id));
      if (isThere && !(await asked(meta.get([id, 'trashed'])))) meta.put(text, [id, 'learned']);
    }),
    learned: (id) => transact(['meta'], 'readonly', (tx) => (
      asked(tx.objectStore('meta').get([id, 'learned']))
    )),
    keep: (name, text) => transact(['meta'], 'readwrite', async (tx) => {
      await asked(tx.objectStore('meta').put(text, ['', name]));
    }),
    kept: (name) => transact(['meta'], 'readonly', (tx) => (
      asked(tx.objectStore('meta').get(['', name]))
    )),
  };
})();
