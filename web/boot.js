// Starts Apostil, and looks after it from outside WASM.
//
// One file for both forms. Served (dist/index.html): the glue is <script id="glue" src data-wasm>,
// and the module is fetched. Single file (apostil.html): the glue is inline, and the module is the
// text of <script id="wasm">, gzip in base64. The engine's data, which are the lists of names and the
// trained model, come the same two ways, packed too.
//
// It compiles the module once and gives it to the page and to the worker, and leaves one global:
//
//   apostil.startWorker(onMessage, onFailure) → { post(message), terminate() }
//       A worker running `worker_main`. `post` takes a string or a Uint8Array; the bytes are moved,
//       so the array is empty afterwards. What is posted before the worker is ready waits its turn.
//       `onMessage(data)` gets what the worker posts, `onFailure(text)` is told that it trapped.
//       `worker_main` must set the worker's `onmessage` before it returns. It gets the engine's data
//       as they come, { part: 'lists' or 'model', bytes }: no bytes where they could not be loaded.
//   apostil.panic(text)   the Rust panic hook of the page calls it
//   apostil.panicked      true from the moment the page's module is dead
//   apostil.isRenewed     true when a newer version of the page waits for the next load;
//                         `onRenewal()`, if set, is called when that becomes so
//   apostil.model         how far the trained model has come, { state, read, total } in bytes: 'waiting',
//                         'loading', 'unpacking' or 'settled'; total is 0 where nobody knows it.
//                         `onModel()`, if set, is called when that becomes otherwise
//   apostil.requests      network requests of this page since it started; `onRequests(n)`, if set,
//                         is called when there are more. The worker's are not seen here; the page's
//                         policy is what forbids those.
//
// The served page is then kept for when there is no network, by sw.js; that belongs to loading it, and
// the performance mark `apostil-settled` says when it is over, and `apostil-handed` when the worker has
// been given all data. It starts nothing where able.js has
// found that the browser cannot run it.
//
// "Save everything" leads to rescue.html; in the single file, to the same file with #rescue, which
// shows the body of that page (a <template>) instead of starting the module.
//
// Limits: only the page's module is fenced. A worker that traps is reported and is the app's to
// start again. What was not saved when the page's module died is in the hands of journal.js.
(() => {
  'use strict';

  // These sentences are not in locales/ because they must be there when WASM is not.
  const SENTENCES = {
    en: {
      cannotStart: 'Apostil could not start',
      stopped: 'Apostil stopped',
      panic: 'Something inside failed, and what this page shows can no longer be relied on. What was shown as saved is kept in this browser.',
      noWasm: 'WebAssembly is off or missing in this browser, and Apostil is made of it. Nothing that was saved is lost.',
      compile: 'This browser could not read the program. A current Chrome, Edge, Firefox or Safari can. Nothing that was saved is lost.',
      load: 'A part of the program could not be loaded. Check the connection, then reload. Nothing that was saved is lost.',
      file: 'This page was opened as a file, and its parts cannot be read that way. Open apostil.html instead.',
      rescue: 'Save everything opens a page that writes all articles and marks to a file without the part that failed.',
      save: 'Save everything',
      reload: 'Reload',
      details: 'Details',
    },
    es: {
      cannotStart: 'No se pudo iniciar Apostil',
      stopped: 'Apostil se detuvo',
      panic: 'Algo falló internamente y lo que muestra esta página ya no es confiable. Lo que figuraba como guardado se conserva en este navegador.',
      noWasm: 'WebAssembly está desactivado o no existe en este navegador, y Apostil lo necesita. Nada de lo guardado se perdió.',
      compile: 'Este navegador no pudo leer el programa. Una versión actual de Chrome, Edge, Firefox o Safari sí puede. Nada de lo guardado se perdió.',
      load: 'No se pudo cargar una parte del programa. Revise la conexión y vuelva a cargar la página. Nada de lo guardado se perdió.',
      file: 'Esta página se abrió como archivo, y así no se pueden leer sus partes. Abra apostil.html en su lugar.',
      rescue: 'Guardar todo abre una página que escribe todos los artículos y las marcas en un archivo sin la parte que falló.',
      save: 'Guardar todo',
      reload: 'Volver a cargar',
      details: 'Detalles',
    },
  };

  // Everything a hand can do, and what follows from it. None of it may reach a dead module.
  const EVENTS = [
    'pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointercancel',
    'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout', 'click', 'dblclick', 'auxclick',
    'contextmenu', 'wheel', 'touchstart', 'touchmove', 'touchend', 'touchcancel',
    'keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'submit',
    'compositionstart', 'compositionupdate', 'compositionend', 'copy', 'cut', 'paste',
    'dragstart', 'drag', 'dragenter', 'dragover', 'dragleave', 'drop', 'dragend',
    'focus', 'blur', 'focusin', 'focusout', 'scroll', 'resize', 'selectionchange', 'select',
    'toggle', 'beforetoggle', 'close', 'cancel', 'hashchange', 'popstate',
  ];

  // Runs in the worker: its source is the glue and the text of this function.
  const WORKER = () => {
    const early = [];
    addEventListener('unhandledrejection', (event) => reportError(event.reason));
    globalThis.onmessage = (first) => {
      const wait = (event) => early.push(event);
      globalThis.onmessage = wait;
      wasm_bindgen({ module_or_path: first.data.module }).then(() => {
        wasm_bindgen.worker_main();
        if (globalThis.onmessage === wait) throw new Error('worker_main set no onmessage');
        early.forEach((event) => globalThis.onmessage(event));
      }).catch(reportError);
    };
  };

  class StartFailure extends Error {
    constructor(reason, cause) {
      super(cause ? String(cause) : '');
      this.reason = reason;
    }
  }

  const byId = (id) => document.getElementById(id);
  const host = {
    panicked: false, isRenewed: false, onRenewal: null, requests: 0, onRequests: null,
    model: { state: 'waiting', read: 0, total: 0 }, onModel: null, startWorker: null, panic,
  };
  const inline = byId('wasm');
  let started = false;
  const data = {};
  let panel = null;
  globalThis.apostil = host;

  function language() {
    const tags = started ? [document.documentElement.lang] : navigator.languages;
    return tags.some((tag) => tag === 'es' || tag.startsWith('es-')) ? 'es' : 'en';
  }

  // ── loading ───────────────────────────────────────────────────────────────────────────────

  function inflate(packed) {
    const bytes = packed.stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(bytes).arrayBuffer();
  }

  function unpack(element) {
    const text = element.textContent;
    element.remove();
    const bytes = Uint8Array.fromBase64
      ? Uint8Array.fromBase64(text)
      : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    return inflate(new Blob([bytes]));
  }

  async function download(address) {
    if (location.protocol === 'file:') throw new StartFailure('file');
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${response.status} ${address}`);
      return response;
    } catch (error) {
      throw new StartFailure('load', error);
    }
  }

  async function compile() {
    const source = inline ? await unpack(inline) : await download(byId('glue').dataset.wasm);
    try {
      if (inline) return await WebAssembly.compile(source);
      const type = source.headers.get('content-type') ?? '';
      // Compiling while loading needs the right type, which not every host sends.
      if (type.startsWith('application/wasm')) return await WebAssembly.compileStreaming(source);
      return await WebAssembly.compile(await source.arrayBuffer());
    } catch (error) {
      throw new StartFailure('compile', error);
    }
  }

  // ── the engine's data ─────────────────────────────────────────────────────────────────────

  // Nothing waits for them. Without the lists or the model there are fewer suggestions, or worse ones.

  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  function noteModel(state, read, total) {
    host.model = { state, read, total };
    if (host.onModel && !host.panicked) host.onModel();
  }

  // Slice by slice, so that the page can be painted in between.
  async function decode(element, note) {
    const text = element.textContent;
    element.remove();
    const slices = [];
    for (let at = 0; at < text.length; at += 1 << 18) {
      const slice = text.slice(at, at + (1 << 18));
      slices.push(Uint8Array.fromBase64
        ? Uint8Array.fromBase64(slice)
        : Uint8Array.from(atob(slice), (c) => c.charCodeAt(0)));
      note('unpacking', at, text.length);
      await pause(0);
    }
    return new Blob(slices);
  }

  async function receive(address, note) {
    const { body, headers } = await download(address);
    // What the host has packed besides is counted otherwise than it arrives.
    const total = headers.get('content-encoding') ? 0 : Number(headers.get('content-length'));
    const pieces = [];
    const reader = body.getReader();
    for (let read = 0, next = await reader.read(); !next.done; next = await reader.read()) {
      pieces.push(next.value);
      read += next.value.length;
      note('loading', read, total);
    }
    return new Blob(pieces);
  }

  // The data as they travel; nothing where they cannot be had.
  async function load(part, note) {
    try {
      const element = byId(part);
      return element ? await decode(element, note) : await receive(byId('glue').dataset[part], note);
    } catch (error) {
      console.error(error);
      return new Blob();
    }
  }

  // What cannot be unpacked is handed on as it is: its reader says what is wrong with it.
  async function unpacked(packed) {
    const start = new Uint8Array(await packed.slice(0, 2).arrayBuffer());
    const isPacked = start[0] === 0x1f && start[1] === 0x8b;
    const bytes = isPacked && await inflate(packed).catch((error) => console.error(error));
    return new Uint8Array(bytes || await packed.arrayBuffer());
  }

  // The model comes last: it is the largest, and the page works without it.
  function loadLists() {
    data.lists ??= load('lists', () => {});
  }

  function loadModel() {
    data.model ??= load('model', noteModel);
  }

  async function hand(part, worker) {
    const bytes = await unpacked(await data[part]);
    worker.postMessage({ part, bytes }, [bytes.buffer]);
  }

  async function handData(worker) {
    // Decoding holds the page up, so the page is painted before.
    if (inline) await pause(100);
    loadLists();
    const lists = hand('lists', worker);
    if (inline) await lists;
    loadModel();
    await hand('model', worker);
    noteModel('settled', 0, 0);
    performance.mark('apostil-handed');
  }

  async function glueText() {
    const glue = byId('glue');
    return glue.src ? (await download(glue.src)).text() : glue.textContent;
  }

  // ── the worker ────────────────────────────────────────────────────────────────────────────

  function workerStarter(module, glue) {
    const source = `${glue}\n(${WORKER})();`;
    const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    return (onMessage, onFailure) => {
      // Classic, because Chromium refuses a module worker from a Blob on file://.
      const worker = new Worker(address);
      worker.onmessage = (event) => host.panicked || onMessage(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        console.error(event.message);
        if (!host.panicked && onFailure) onFailure(event.message ?? '');
      };
      worker.postMessage({ module });
      handData(worker);
      return {
        post: (message) =>
          worker.postMessage(message, message instanceof Uint8Array ? [message.buffer] : []),
        terminate: () => worker.terminate(),
      };
    };
  }

  // ── what may leave ────────────────────────────────────────────────────────────────────────

  // The page's policy rules over fetches; these ways out it does not rule over.
  function closeSideDoors() {
    for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'open']) {
      delete globalThis[name];
      if (name in globalThis) globalThis[name] = undefined;
    }
    delete Navigator.prototype.sendBeacon;
  }

  function countRequests() {
    const since = performance.now();
    // What the page's head names belongs to loading it, though a browser may fetch the icon later.
    const head = [...document.querySelectorAll('link')].map(({ href }) => href);
    const counts = ({ startTime, name }) =>
      startTime >= since && !/^(blob|data):/.test(name) && !head.includes(name);
    new PerformanceObserver((list) => {
      const more = list.getEntries().filter(counts).length;
      host.requests += more;
      if (more && !host.panicked && host.onRequests) host.onRequests(host.requests);
    }).observe({ type: 'resource' });
  }

  // ── without a network ─────────────────────────────────────────────────────────────────────

  function until(worker, states) {
    return new Promise((resolve) => {
      const look = () => states.includes(worker.state) && resolve(worker.state);
      worker.addEventListener('statechange', look);
      look();
    });
  }

  async function announce(worker) {
    const state = await until(worker, ['activated', 'redundant']);
    if (state !== 'activated' || host.panicked) return;
    host.isRenewed = true;
    if (host.onRenewal) host.onRenewal();
  }

  // Where it cannot be kept, as in a private window, the page works as well, with a network.
  async function keepPage() {
    const container = navigator.serviceWorker;
    if (inline || !container) return;
    try {
      const wasKept = Boolean(container.controller);
      const registration = await container.register('sw.js');
      const first = registration.installing;
      registration.addEventListener('updatefound', () => {
        const found = registration.installing;
        if (wasKept && found) announce(found);
      });
      if (first) await until(first, ['activated', 'redundant']);
    } catch (error) {
      console.info(`not kept for use without a network: ${error}`);
    }
  }

  // ── when it fails ─────────────────────────────────────────────────────────────────────────

  function isTrap(error) {
    if (error instanceof WebAssembly.RuntimeError) return true;
    // A stack that is too deep ends the call in the middle, like a trap, but has other names.
    return /call stack|too much recursion/.test(error?.message ?? '');
  }

  function panic(text) {
    if (host.panicked) return;
    host.panicked = true;
    // Later, so that no listener is called while the panicking code is still on the stack.
    queueMicrotask(() => showPanel(started ? 'stopped' : 'cannotStart', 'panic', text));
  }

  // Every way into the module, timers and observers included. What is thrown on purpose passes.
  function fenced(call) {
    return (...values) => {
      if (host.panicked) throw new Error('the module is dead and was not called');
      try {
        return call(...values);
      } catch (error) {
        if (isTrap(error)) panic(String(error));
        throw error;
      }
    };
  }

  function fencedInstance(instance) {
    const fence = ([name, value]) => [name, typeof value === 'function' ? fenced(value) : value];
    const exports = Object.fromEntries(Object.entries(instance.exports).map(fence));
    return Object.create(instance, { exports: { value: exports } });
  }

  function guard(event) {
    if (!host.panicked) return;
    const inPanel = panel && event.target instanceof Node && panel.contains(event.target);
    if (inPanel) return;
    event.stopImmediatePropagation();
    // A file dropped now would replace the page.
    if (event.type === 'dragover' || event.type === 'drop') event.preventDefault();
  }

  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function rescueAddress() {
    if (byId('rescue')) return `${location.href.split('#')[0]}#rescue`;
    return 'rescue.html';
  }

  function details(sentences, text) {
    const box = element('details', '');
    box.append(element('summary', sentences.details), element('pre', text));
    return box;
  }

  function showPanel(title, reason, text) {
    if (panel) return;
    const sentences = SENTENCES[language()];
    const labels = { class: 'recovery', lang: language(), 'aria-labelledby': 'recovery-title' };
    panel = element('dialog', '', labels);
    const save = { href: rescueAddress(), target: '_blank', rel: 'noopener', id: 'recovery-save' };
    const reload = element('button', sentences.reload, { type: 'button', id: 'recovery-reload' });
    reload.addEventListener('click', () => location.reload());
    const actions = element('p', '', { class: 'recovery-actions' });
    actions.append(reload, element('a', sentences.save, save));
    panel.append(element('h1', sentences[title], { id: 'recovery-title' }));
    panel.append(element('p', sentences[reason]), element('p', sentences.rescue), actions);
    if (text) panel.append(details(sentences, text));
    document.body.append(panel);
    if (!panel.showModal) return panel.setAttribute('open', '');
    // Escape would close it and leave a page that does not answer.
    panel.addEventListener('close', () => panel.showModal());
    panel.showModal();
  }

  function onStartFailure(error) {
    console.error(error);
    host.panicked = true;
    if (error instanceof StartFailure) showPanel('cannotStart', error.reason, error.message);
    else showPanel('cannotStart', 'panic', String(error));
  }

  // ── the start ─────────────────────────────────────────────────────────────────────────────

  function showRescue() {
    document.body.replaceChildren(document.importNode(byId('rescue').content, true));
  }

  // The glue makes the instance itself and offers no place to put a fence around it but this.
  async function instantiate(module) {
    const original = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => fencedInstance(await original(...given));
    await wasm_bindgen({ module_or_path: module });
    WebAssembly.instantiate = original;
  }

  async function start() {
    if (typeof WebAssembly !== 'object') throw new StartFailure('noWasm');
    // Asked for now, so that nothing is asked for once the page is there.
    if (!inline) loadLists();
    const [module, glue] = await Promise.all([compile(), glueText()]);
    if (!inline) loadModel();
    performance.mark('apostil-compiled');
    await instantiate(module);
    host.startWorker = workerStarter(module, glue);
    wasm_bindgen.page_main();
    started = true;
    performance.mark('apostil-started');
    countRequests();
    await keepPage();
    performance.mark('apostil-settled');
  }

  // First in line: nothing of the app's has been registered yet.
  for (const name of EVENTS) {
    const passive = name !== 'dragover' && name !== 'drop';
    addEventListener(name, guard, { capture: true, passive });
  }
  closeSideDoors();
  if (location.hash === '#rescue' && byId('rescue')) showRescue();
  else if (!globalThis.apostilUnable) start().catch(onStartFailure);
})();
