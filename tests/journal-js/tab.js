// A tab: a frame that runs the three scripts, with a fast clock, and in which calls can be made to fail.
'use strict';

const SPEED = 25;

class Tab {
  // Opens one. `prepare` may change the frame's globals before the scripts run.
  static async open(prepare = () => {}) {
    const tab = new Tab();
    tab.events = [];
    tab.fault = null;
    tab.calls = 0;
    tab.frame = document.createElement('iframe');
    document.body.append(tab.frame);
    tab.window = tab.frame.contentWindow;
    tab.hurry();
    tab.breakable();
    prepare(tab.window);
    for (const name of ['store.js', 'journal.js', 'shelf.js']) await tab.run(`../../web/${name}`);
    tab.journal = tab.window.apostilJournal;
    tab.shelf = tab.window.apostilShelf;
    tab.journal.onStatus((json) => tab.events.push(JSON.parse(json)));
    return tab;
  }

  run(source) {
    return new Promise((resolve, reject) => {
      const script = this.window.document.createElement('script');
      Object.assign(script, { src: source, onload: resolve, onerror: reject });
      this.window.document.head.append(script);
    });
  }

  // Its timers run faster, so that watchdogs and pauses need no patience.
  hurry() {
    const slow = this.window.setTimeout.bind(this.window);
    this.window.setTimeout = (work, ms) => slow(work, ms / SPEED);
  }

  // From the call number `at` on, `n` transactions that append fail as `how` says.
  fail(how, at = this.calls + 1, n = 1) {
    this.fault = { how, at, n };
  }

  breakable() {
    const tab = this;
    const prototype = this.window.IDBDatabase.prototype;
    const { transaction } = prototype;
    prototype.transaction = function broken(stores, mode, options) {
      tab.database = this;
      if (mode !== 'readwrite' || !stores.includes('journal')) {
        return transaction.call(this, stores, mode, options);
      }
      tab.calls += 1;
      const { how, at, n } = tab.fault ?? {};
      const fails = how && tab.calls >= at && tab.calls < at + n;
      if (fails && how === 'throw') throw new DOMException('broken', 'UnknownError');
      const tx = transaction.call(this, stores, mode, options);
      if (fails) FAULTS[how](tx);
      return tx;
    };
  }

  // Waits until an event comes that is like `wanted`.
  async heard(wanted, patience = 8000) {
    const like = (event) => Object.entries(wanted).every(([key, value]) => event[key] === value);
    for (const start = Date.now(); Date.now() - start < patience;) {
      const event = this.events.find(like);
      if (event) return event;
      await new Promise((resolve) => { setTimeout(resolve, 5); });
    }
    throw new Error(`not heard: ${JSON.stringify(wanted)}, but ${JSON.stringify(this.events)}`);
  }

  close() {
    // As a kill does: nothing of it runs any more.
    this.frame.remove();
  }
}

const FAULTS = {
  // One request fails.
  request: (tx) => {
    const { objectStore } = tx;
    tx.objectStore = (name) => {
      const store = objectStore.call(tx, name);
      if (name === 'texts') store.put('x', ['there', 'x']);
      if (name === 'journal') {
        // The second of two equal keys cannot be added.
        store.add('x', ['fault', 1]);
        store.add('x', ['fault', 1]);
      }
      return store;
    };
  },
  // All requests succeed, and then it is aborted.
  commit: (tx) => {
    const { objectStore } = tx;
    let n = 0;
    tx.objectStore = (name) => {
      const store = objectStore.call(tx, name);
      const last = () => {
        n += 1;
        if (n < 6) store.get('nothing').onsuccess = last;
        else tx.abort();
      };
      if (name === 'journal') last();
      return store;
    };
  },
  // Nothing is asked and no answer comes.
  hang: (tx) => {
    const silent = { addEventListener() {} };
    tx.objectStore = () => ({ get: () => silent, add: () => silent, put: () => silent });
    for (const name of ['oncomplete', 'onabort', 'onerror']) {
      Object.defineProperty(tx, name, { set() {} });
    }
  },
  // It is written, and the answer is lost.
  unheard: (tx) => {
    Object.defineProperty(tx, 'oncomplete', { set() {} });
  },
};
