// The cases of the open project. Each works in a project of its own.
'use strict';

const CASES = [];
let n = 0;

function test(name, work) {
  CASES.push({ name, work });
}

function is(found, expected, what = '') {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: ${one}, not ${other}`);
}

// A tab that writes a new project.
async function writer(prepare) {
  const tab = await Tab.open(prepare);
  n += 1;
  tab.id = `p${Date.now()}-${n}`;
  await tab.journal.create(tab.id, 'genesis', 7);
  is(await tab.journal.lock(tab.id), 'writer');
  return tab;
}

const stored = async (tab) => JSON.parse(await tab.journal.open(tab.id));
const records = (it) => [...it.segments.flat(), ...it.journal].map(([seq, text]) => `${seq}${text}`);
const append = (tab, seq, texts = []) => tab.journal.append(seq, `r${seq}`, texts);
const upto = (count) => Array.from({ length: count }, (_, at) => `${at + 1}r${at + 1}`);

test('what is appended comes back, in order, with its texts', async () => {
  const tab = await writer();
  const text = 'Ábrego \u0000\ufeff👨🏻‍🚒\r\n';
  append(tab, 1, [['h1', text], ['h2', '']]);
  append(tab, 2);
  append(tab, 3, [['h1', text]]);
  await tab.heard({ event: 'saved', seq: 3 });
  const it = await stored(tab);
  is(records(it), upto(3));
  is([it.genesis, it.head, it.part, it.filed, it.place], ['genesis', 3, null, 0, null]);
  is(it.texts, [['h1', text], ['h2', '']]);
  is(tab.events.map((event) => event.event), ['saved', 'saved', 'saved']);
});

test('a record is with the database in the turn in which it is appended', async () => {
  const tab = await writer();
  append(tab, 1);
  is(tab.calls, 1);
  // The tab is killed before anything was answered; what was asked is done or not, never half.
  tab.close();
  const other = await Tab.open();
  other.id = tab.id;
  const it = await stored(other);
  is(records(it), upto(it.head));
});

for (const how of ['throw', 'request', 'commit', 'hang', 'unheard']) {
  for (const times of [1, 3]) {
    test(`a call that fails (${how}, ${times} times) is tried again, in order`, async () => {
      const tab = await writer();
      append(tab, 1);
      await tab.heard({ event: 'saved', seq: 1 });
      tab.fail(how, tab.calls + 1, times);
      append(tab, 2);
      append(tab, 3);
      append(tab, 4);
      // Where only the answer to one is lost, the answer to the next makes up for it.
      if (how !== 'unheard' || times > 2) await tab.heard({ event: 'failed', seq: 2 });
      await tab.heard({ event: 'saved', seq: 4 });
      is(records(await stored(tab)), upto(4));
      const saved = tab.events.filter((event) => event.event === 'saved').map((event) => event.seq);
      is([...saved].sort((one, other) => one - other), saved, 'never backward');
    });
  }
}

test('why it failed is said', async () => {
  const tab = await writer();
  let seq = 0;
  for (const [how, why] of [['throw', 'closed'], ['hang', 'slow'], ['request', 'refused']]) {
    seq += 1;
    tab.fail(how);
    append(tab, seq);
    is((await tab.heard({ event: 'failed', seq })).why, why, how);
    await tab.heard({ event: 'saved', seq });
  }
});

test('a full disk is called full', async () => {
  const tab = await writer();
  const { add } = tab.window.IDBObjectStore.prototype;
  tab.window.IDBObjectStore.prototype.add = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  append(tab, 1);
  is((await tab.heard({ event: 'failed', seq: 1 })).why, 'full');
  tab.window.IDBObjectStore.prototype.add = add;
  await tab.heard({ event: 'saved', seq: 1 });
});

test('a connection that is closed behind our back is opened again', async () => {
  const tab = await writer();
  for (let seq = 1; seq <= 20; seq += 1) {
    if (seq % 3 === 0) tab.database.close();
    append(tab, seq);
    if (seq % 4 === 0) await tab.heard({ event: 'saved', seq });
  }
  await tab.heard({ event: 'saved', seq: 20 });
  is(records(await stored(tab)), upto(20));
});

test('a gap is refused and nothing after it is written', async () => {
  const tab = await writer();
  append(tab, 1);
  append(tab, 3);
  await tab.heard({ event: 'failed', seq: 3 });
  const it = await stored(tab);
  is([records(it), it.head], [upto(1), 1]);
});

test('leaving is questioned only while something is not saved', async () => {
  const asked = (tab) => {
    const event = new tab.window.Event('beforeunload', { cancelable: true });
    tab.window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const tab = await writer();
  is(asked(tab), false, 'before');
  append(tab, 1);
  is(asked(tab), true, 'while');
  await tab.heard({ event: 'saved', seq: 1 });
  is(asked(tab), false, 'after');
});

test('after a panic it goes on writing and calls the module no more', async () => {
  const tab = await writer();
  tab.fail('commit');
  append(tab, 1);
  append(tab, 2);
  tab.window.apostil = { panicked: true };
  const other = await Tab.open();
  other.id = tab.id;
  for (const start = Date.now(); (await stored(other)).head < 2;) {
    if (Date.now() - start > 8000) throw new Error('it stopped');
  }
  is(records(await stored(other)), upto(2));
  is(tab.events, []);
});

test('hiding the page tries at once what waits for its turn', async () => {
  const tab = await writer();
  tab.fail('throw', tab.calls + 1, 3);
  append(tab, 1);
  await tab.heard({ event: 'failed', seq: 1 });
  tab.fail('throw', 0, 0);
  tab.window.dispatchEvent(new tab.window.Event('pagehide'));
  await tab.heard({ event: 'saved', seq: 1 });
});

test('a second tab reads, takes over, and the first writes nothing more', async () => {
  const first = await writer();
  append(first, 1);
  await first.heard({ event: 'saved', seq: 1 });
  const second = await Tab.open();
  second.id = first.id;
  is(await second.journal.lock(first.id), 'reader');
  append(second, 2);
  await second.heard({ event: 'fenced' });
  append(first, 2);
  await first.heard({ event: 'saved', seq: 2 });
  is(await second.journal.takeOver(first.id), 'writer');
  await first.heard({ event: 'fenced' }, 1000);
  second.events.length = 0;
  second.journal.append(3, 'second', []);
  await second.heard({ event: 'saved', seq: 3 });
  append(first, 3);
  append(first, 4);
  await new Promise((resolve) => { setTimeout(resolve, 200); });
  is(records(await stored(second)), [...upto(2), '3second']);
  is(first.events.filter((event) => event.seq > 2), []);
});

test('many takeovers in the middle of writing leave one line of records', async () => {
  let tab = await writer();
  const tabs = [tab];
  const acknowledged = [];
  let seq = 0;
  for (let round = 0; round < 12; round += 1) {
    for (let step = 0; step < 5; step += 1) {
      seq += 1;
      tab.journal.append(seq, `${round}.${step}`, []);
    }
    const old = tab;
    tab = await Tab.open();
    tab.id = old.id;
    tabs.push(tab);
    await tab.journal.takeOver(old.id);
    const it = await stored(tab);
    is(it.journal.map(([at]) => at), Array.from({ length: it.head }, (_, at) => at + 1));
    old.events.filter((event) => event.event === 'saved')
      .forEach((event) => acknowledged.push(event.seq));
    for (const at of acknowledged) if (at > it.head) throw new Error(`${at} was lost`);
    seq = it.head;
  }
  for (const old of tabs.slice(0, -1)) await old.heard({ event: 'fenced' });
});

test('without Web Locks the epoch alone fences', async () => {
  const lockless = (window) => {
    Object.defineProperty(window.navigator, 'locks', { value: undefined });
    window.BroadcastChannel = undefined;
  };
  const first = await writer(lockless);
  append(first, 1);
  await first.heard({ event: 'saved', seq: 1 });
  const second = await Tab.open(lockless);
  second.id = first.id;
  is(await second.journal.lock(first.id), 'writer');
  append(first, 2);
  await first.heard({ event: 'fenced' });
  second.journal.append(2, 'second', []);
  await second.heard({ event: 'saved', seq: 2 });
  is(records(await stored(second)), ['1r1', '2second']);
});

test('a tab that goes leaves the lock to the next', async () => {
  const first = await writer();
  append(first, 1);
  await first.heard({ event: 'saved', seq: 1 });
  first.close();
  const second = await Tab.open();
  is(await second.journal.lock(first.id), 'writer');
});

test('a snapshot moves its records into a segment and loses none', async () => {
  const tab = await writer();
  for (let seq = 1; seq <= 5; seq += 1) append(tab, seq);
  await tab.heard({ event: 'saved', seq: 5 });
  tab.journal.compact(5, 'part', [['a', 'A'], ['b', 'B']], [], false);
  append(tab, 6);
  await tab.heard({ event: 'compacted', upto: 5 });
  await tab.heard({ event: 'saved', seq: 6 });
  let it = await stored(tab);
  is([it.part, it.documents, it.segments.length, it.journal.length],
    ['part', [['a', 'A'], ['b', 'B']], 1, 1]);
  is(records(it), upto(6));
  tab.journal.compact(6, 'part 2', [['b', 'B2']], ['a'], true);
  await tab.heard({ event: 'compacted', upto: 6 });
  it = await stored(tab);
  is([it.part, it.documents, it.segments.length], ['part 2', [['b', 'B2']], 2]);
  is(it.before, [[6, [['', 'part'], ['a', 'A'], ['b', 'B']]]]);
  is(records(it), upto(6));
});

test('a snapshot that fails changes nothing', async () => {
  for (const how of ['throw', 'commit', 'read-back']) {
    const tab = await writer();
    append(tab, 1);
    await tab.heard({ event: 'saved', seq: 1 });
    const before = await stored(tab);
    const { get } = tab.window.IDBObjectStore.prototype;
    if (how === 'read-back') {
      tab.window.IDBObjectStore.prototype.get = function other(key) {
        return get.call(this, key[1] === '' ? [key[0], 'head'] : key);
      };
    } else {
      // The first is tried once more on a new connection, at once.
      tab.fail(how, tab.calls + 1, 2);
    }
    tab.journal.compact(1, 'part', [['a', 'A']], [], false);
    await tab.heard({ event: 'compaction-failed', upto: 1 });
    tab.window.IDBObjectStore.prototype.get = get;
    is(await stored(tab), before, how);
    tab.fail('throw', 0, 0);
    tab.journal.compact(1, 'part', [['a', 'A']], [], false);
    await tab.heard({ event: 'compacted', upto: 1 });
  }
});

test('place and file mark are kept, and a tab that only reads writes none', async () => {
  const tab = await writer();
  tab.journal.place('{"document":"d"}');
  tab.journal.filed(9);
  const other = await Tab.open();
  other.id = tab.id;
  is(await other.journal.lock(tab.id), 'reader');
  other.journal.place('other');
  const it = await stored(tab);
  is([it.place, it.filed], ['{"document":"d"}', 9]);
});

test('the rescue page hands out all that is kept, also of a newer version', async () => {
  const tab = await writer();
  append(tab, 1, [['h', '\u2028 <b>"']]);
  await tab.heard({ event: 'saved', seq: 1 });
  const expected = await stored(tab);
  document.querySelectorAll('iframe').forEach((frame) => frame.remove());
  for (const version of [1, 99]) {
    const opened = await new Promise((resolve, reject) => {
      const request = indexedDB.open('apostil', version);
      Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject });
    });
    opened.close();
    const frame = document.createElement('iframe');
    frame.src = '../../web/rescue.html';
    document.body.append(frame);
    let button = null;
    for (const start = Date.now(); !button && Date.now() - start < 5000;) {
      await new Promise((resolve) => { setTimeout(resolve, 20); });
      button = frame.contentDocument.getElementById('rescue-save');
    }
    let blob = null;
    frame.contentWindow.URL.createObjectURL = (it) => {
      blob = it;
      return 'about:blank';
    };
    frame.contentWindow.HTMLAnchorElement.prototype.click = () => {};
    button.click();
    const text = await blob.text();
    is(text.startsWith('{"apostil":"rescue","version":1,'), true);
    const bundle = JSON.parse(text);
    is(bundle.projects.find((it) => it.id === tab.id).stored, expected);
    is(bundle.unread, []);
    is(frame.contentDocument.querySelector('[role=status]').textContent.includes('.json'), true);
    frame.remove();
  }
  indexedDB.deleteDatabase('apostil');
});

test('projects that vanished are missed, not forgotten', async () => {
  const tab = await writer();
  append(tab, 1);
  await tab.heard({ event: 'saved', seq: 1 });
  tab.window.dispatchEvent(new tab.window.Event('pagehide'));
  is(JSON.parse(await tab.journal.probe()).lost, null);
  document.querySelectorAll('iframe').forEach((frame) => frame.remove());
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('apostil');
    Object.assign(request, { onsuccess: resolve, onerror: reject });
  });
  const next = await writer();
  // It was asked for after the first writing: a new project does not cover the loss up.
  const late = await Tab.open();
  is(JSON.parse(await late.journal.probe()).lost, null, 'there is a project again');
  next.close();
});

test('an empty store beside a canary is told from a first visit', async () => {
  document.querySelectorAll('iframe').forEach((frame) => frame.remove());
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('apostil');
    Object.assign(request, { onsuccess: resolve, onerror: reject });
  });
  localStorage.setItem('apostil.canary', JSON.stringify({ projects: 2, lastSeq: 312 }));
  const tab = await Tab.open();
  is(JSON.parse(await tab.journal.probe()).lost, { projects: 2, lastSeq: 312 });
  await tab.journal.create('new', 'genesis', 1);
  const next = await Tab.open();
  is(JSON.parse(await next.journal.probe()).lost, { projects: 2, lastSeq: 312 }, 'still');
  next.journal.forgetLoss();
  const last = await Tab.open();
  is(JSON.parse(await last.journal.probe()).lost, null, 'said once');
});

test('stores of a newer version are left alone', async () => {
  document.querySelectorAll('iframe').forEach((frame) => frame.remove());
  const opened = await new Promise((resolve, reject) => {
    const request = indexedDB.open('apostil', 99);
    Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject });
  });
  opened.close();
  const tab = await Tab.open();
  const probe = JSON.parse(await tab.journal.probe());
  is([probe.works, probe.newer], [false, true]);
  tab.window.apostilStore.anyVersion = true;
  await tab.window.apostilStore.projects();
  tab.close();
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('apostil');
    Object.assign(request, { onsuccess: resolve, onerror: reject });
  });
});
