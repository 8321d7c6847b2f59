// The page's side of the browser bench: how fast one worker of the page reads.
//
// Runs in the page as it ships, through the driver. It starts a worker beside the page's own, by the
// same `apostil.startWorker`: the same module, the same lists and model, the same messages. A round is from raw
// text to spans: every text is posted whole and asked about whole, and all answers are parsed.
//
// Limits: rounds of less than some tens of milliseconds say little; the page's own worker must be
// idle, so no article may be open.
(() => {
  'use strict';

  const waiting = new Map();
  let ticket = 0;
  let found = 0;
  let failed = null;
  let source = null;
  let tellHeap = null;
  const { lists, model } = document.getElementById('glue').dataset;
  let missing = [lists, model].filter(Boolean).length;

  function hear(data) {
    if (data.heap) {
      tellHeap(data.heap);
      return;
    }
    const [[kind, reply]] = Object.entries(JSON.parse(data));
    if (kind === 'found') {
      found += reply.suggestions.length;
      return;
    }
    if (kind === 'failed' || kind === 'canceled') failed = data;
    if (reply.ticket === 0) {
      // A part of the engine's data was taken in, or refused.
      source = reply.source;
      missing -= 1;
      if (missing > 0) return;
    }
    waiting.get(reply.ticket)?.();
    waiting.delete(reply.ticket);
  }

  const worker = apostil.startWorker(hear, (why) => { failed = why; });
  const answer = (to) => new Promise((resolve) => waiting.set(to, resolve));
  const whole = answer(0);

  function ask(job) {
    ticket += 1;
    worker.post(JSON.stringify({ ticket, job }));
    return answer(ticket);
  }

  // One round: milliseconds and spans. `jobs` put the texts in and ask about them.
  async function round({ jobs, after }) {
    found = 0;
    const start = performance.now();
    await Promise.all(jobs.map(ask));
    const milliseconds = performance.now() - start;
    await Promise.all(after.map(ask));
    if (failed) throw new Error(failed);
    return { milliseconds, found };
  }

  // Which engine it is, once it has all its data.
  async function start(job) {
    await Promise.all([ask(job), whole]);
    if (failed) throw new Error(failed);
    return source;
  }

  // How many bytes of memory the worker's module has, by the listener of heap.js.
  function heap() {
    return new Promise((resolve) => {
      tellHeap = resolve;
      worker.post('heap');
    });
  }

  globalThis.rate = { start, round, heap };
})();
