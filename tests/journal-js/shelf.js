// The cases of projects as a whole: list, switch, trash, copy.
'use strict';

const listed = async (tab, id = tab.id) =>
  JSON.parse(await tab.shelf.list()).find((it) => it.id === id);

async function refused(promise, name) {
  const error = await promise.then(() => null, (it) => it);
  is(error?.name, name);
}

test('the list says what is noted, and reads no project', async () => {
  const tab = await writer();
  append(tab, 1, [['h', 'words']]);
  await tab.heard({ event: 'saved', seq: 1 });
  await tab.journal.open(tab.id);
  tab.journal.summary('7 name');
  const opened = [];
  const { objectStore } = tab.window.IDBTransaction.prototype;
  tab.window.IDBTransaction.prototype.objectStore = function seen(name) {
    opened.push(name);
    return objectStore.call(this, name);
  };
  const { used, size, ...rest } = await listed(tab);
  is(rest, { id: tab.id, created: 7, head: 1, trashed: null, summary: '7 name' });
  is([Date.now() - used < 60000, size > 10], [true, true]);
  is([...new Set(opened)].sort(), ['meta', 'projects']);
});

test('switching waits for what is not written, and each project keeps its own line', async () => {
  const tab = await writer();
  const [first, second] = [tab.id, `${tab.id}-second`];
  await tab.journal.create(second, 'genesis', 8);
  tab.fail('throw');
  append(tab, 1);
  await refused(tab.journal.lock(second), 'InvalidStateError');
  is(await tab.journal.settled(), true);
  is(await tab.journal.lock(second), 'writer');
  tab.id = second;
  append(tab, 1);
  append(tab, 2);
  is(await tab.journal.settled(), true);
  is(await tab.journal.lock(first), 'writer');
  tab.id = first;
  append(tab, 2);
  is(await tab.journal.settled(), true);
  is(records(await stored(tab)), upto(2));
  is(records(JSON.parse(await tab.journal.open(second))), upto(2));
  // What was left can be written by another tab.
  const other = await Tab.open();
  is(await other.journal.lock(second), 'writer');
  is(await other.journal.lock(first), 'reader');
});

test('what never gets written is not settled', async () => {
  const tab = await writer();
  tab.fail('throw', tab.calls + 1, 1000);
  append(tab, 1);
  const { Date: clock } = tab.window;
  const start = clock.now();
  // The watchdog's seconds pass at once.
  tab.window.Date = { now: () => start + (clock.now() - start) * SPEED };
  is(await tab.journal.settled(), false);
  tab.window.Date = clock;
});

test('a tab that dies while it switches leaves both projects whole', async () => {
  const tab = await writer();
  const [first, second] = [tab.id, `${tab.id}-second`];
  await tab.journal.create(second, 'genesis', 8);
  for (let seq = 1; seq <= 4; seq += 1) append(tab, seq);
  await tab.heard({ event: 'saved', seq: 4 });
  for (let turn = 0; turn < 8; turn += 1) {
    const dying = await Tab.open();
    await dying.journal.takeOver(first);
    const switching = dying.journal.lock(second).catch(() => {});
    await new Promise((resolve) => { setTimeout(resolve, turn); });
    dying.close();
    await Promise.race([switching, new Promise((resolve) => { setTimeout(resolve, 20); })]);
  }
  const next = await Tab.open();
  is(await next.journal.lock(first), 'writer');
  next.id = first;
  append(next, 5);
  await next.heard({ event: 'saved', seq: 5 });
  is(records(await stored(next)), upto(5));
  is(await next.journal.lock(second), 'writer');
});

test('to the trash and back: the work is the same, and is not written meanwhile', async () => {
  const tab = await writer();
  append(tab, 1, [['h', 'words']]);
  await tab.heard({ event: 'saved', seq: 1 });
  const before = await stored(tab);
  tab.journal.letGo();
  is(await tab.shelf.trash(tab.id), true);
  is(Date.now() - (await listed(tab)).trashed < 60000, true);
  await refused(tab.journal.lock(tab.id), 'NotFoundError');
  await refused(tab.journal.takeOver(tab.id), 'NotFoundError');
  await tab.shelf.restore(tab.id);
  is((await listed(tab)).trashed, null);
  is(await tab.journal.lock(tab.id), 'writer');
  is(await stored(tab), before);
  append(tab, 2);
  await tab.heard({ event: 'saved', seq: 2 });
});

test('a project that another tab writes is not put into the trash', async () => {
  const tab = await writer();
  const other = await Tab.open();
  is(await other.shelf.trash(tab.id), false);
  is((await listed(tab)).trashed, null);
  append(tab, 1);
  await tab.heard({ event: 'saved', seq: 1 });
});

test('without Web Locks the tab that wrote it stops', async () => {
  const lockless = (window) => {
    Object.defineProperty(window.navigator, 'locks', { value: undefined });
    window.BroadcastChannel = undefined;
  };
  const tab = await writer(lockless);
  const other = await Tab.open(lockless);
  is(await other.shelf.trash(tab.id), true);
  append(tab, 1);
  await tab.heard({ event: 'fenced' });
  is(records(await stored(tab)), []);
});

test('only what is in the trash is removed, and then all of it and nothing else', async () => {
  const kept = await writer();
  append(kept, 1, [['h', 'words']]);
  await kept.heard({ event: 'saved', seq: 1 });
  const tab = await writer();
  append(tab, 1, [['h', 'words']]);
  await tab.heard({ event: 'saved', seq: 1 });
  tab.journal.compact(1, 'part', [['a', 'A']], [], false);
  await tab.heard({ event: 'compacted', upto: 1 });
  tab.journal.letGo();
  await refused(tab.shelf.erase(tab.id), 'InvalidStateError');
  await tab.shelf.trash(tab.id);
  is(await tab.shelf.erase(tab.id), true);
  is(await listed(tab), undefined);
  const left = await tab.window.apostilStore.transact(
    tab.window.apostilStore.STORES, 'readonly', async (tx) => {
      const within = IDBKeyRange.bound([tab.id], [tab.id, []]);
      const names = tab.window.apostilStore.STORES.filter((it) => it !== 'projects');
      const asked = names.map((it) => tab.window.apostilStore.asked(
        tx.objectStore(it).count(within)));
      return Promise.all(asked);
    });
  is(left, [0, 0, 0, 0, 0]);
  is((await stored(kept)).texts, [['h', 'words']]);
  // Nobody is told that projects were lost.
  is(JSON.parse(await tab.journal.probe()).lost, null);
});

test('a copy is the same line of records, and goes its own way', async () => {
  const tab = await writer();
  for (let seq = 1; seq <= 3; seq += 1) append(tab, seq, [[`h${seq}`, `text ${seq}`]]);
  await tab.heard({ event: 'saved', seq: 3 });
  tab.journal.compact(2, 'part', [['a', 'A']], [], false);
  await tab.heard({ event: 'compacted', upto: 2 });
  tab.journal.place('here');
  const before = await stored(tab);
  const copy = `${tab.id}-copy`;
  await refused(tab.shelf.duplicate(tab.id, copy, 9, 2, []), 'DataError');
  is(await listed(tab, copy), undefined, 'nothing half done');
  await tab.shelf.duplicate(tab.id, copy, 9, 3, [[4, 'named']]);
  const made = JSON.parse(await tab.journal.open(copy));
  is(made, { ...before, head: 4, journal: [...before.journal, [4, 'named']] });
  is((await listed(tab, copy)).created, 9);
  append(tab, 4);
  await tab.heard({ event: 'saved', seq: 4 });
  is(await tab.journal.lock(copy), 'writer');
  tab.id = copy;
  append(tab, 5);
  await tab.heard({ event: 'saved', seq: 5 });
  is(records(await stored(tab)), [...upto(3), '4named', '5r5']);
});

test('the trash is handed out as a file, and so is it by the rescue page', async () => {
  const tab = await writer();
  append(tab, 1, [['h', 'words']]);
  await tab.heard({ event: 'saved', seq: 1 });
  const expected = await stored(tab);
  tab.journal.letGo();
  await tab.shelf.trash(tab.id);
  let blob = null;
  tab.window.URL.createObjectURL = (it) => {
    blob = it;
    return 'about:blank';
  };
  tab.window.HTMLAnchorElement.prototype.click = () => {};
  is((await tab.shelf.save([tab.id])).endsWith('.json'), true);
  const bundle = JSON.parse(await blob.text());
  is(bundle.projects.map((it) => [it.id, it.stored]), [[tab.id, expected]]);
  const whole = await tab.window.apostilStore.bundle();
  is(whole.found.find((it) => it.id === tab.id).trashed > 0, true);
});

test('what belongs to no project is kept beside them', async () => {
  const tab = await writer();
  await tab.shelf.keep('settings', 'theme=dark');
  const other = await Tab.open();
  is(await other.shelf.kept('settings'), 'theme=dark');
  is(await other.shelf.kept('nothing') ?? null, null);
});
