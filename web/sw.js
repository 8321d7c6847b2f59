// Keeps the served page, so that it opens without a network.
//
// A version is the files of one build, kept together or not at all: each is fetched when the version
// is installed, and one that is not as it was built is refused. A new version takes its place as soon
// as it is whole; a page that is open goes on with what it has loaded, and the next one to be loaded
// gets the new version. The version before is kept beside it, for a page that is loading meanwhile.
//
// Limits: it answers for the files of its own build and for nothing else, keeps nothing else, and
// never asks for anything after it is installed. The work is in the browser's database, which it does
// not know. `cargo xtask build` writes the two lines below; without them it does nothing.
'use strict';

const VERSION = '';
const FILES = {};

// Several copies of the page may live on one host, each in a folder of its own.
const PREFIX = `apostil ${registration.scope} `;
const CACHE = PREFIX + VERSION;

const TYPES = {
  bin: 'application/octet-stream',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
};

const addressOf = (name) => new URL(name, registration.scope).href;

function typeOf(name) {
  const ending = name.split('?')[0].split('.').at(-1);
  return TYPES[ending] ?? TYPES.html;
}

async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function keep(cache, name, hash) {
  const response = await fetch(addressOf(name), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  const bytes = await response.arrayBuffer();
  if (await hashOf(bytes) !== hash) throw new Error(`${name} is of another build`);
  // Whatever type the host says: compiling while loading needs the right one.
  await cache.put(addressOf(name), new Response(bytes, { headers: { 'content-type': typeOf(name) } }));
}

async function install() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(Object.entries(FILES).map(([name, hash]) => keep(cache, name, hash)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  await skipWaiting();
}

async function olderCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
}

async function forgetOld() {
  const older = await olderCaches();
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
}

// The name under which a request's answer is kept; nothing for what is not ours.
function nameOf(request) {
  const address = new URL(request.url);
  const scope = new URL(registration.scope);
  if (address.origin !== scope.origin || !address.pathname.startsWith(scope.pathname)) return null;
  const path = address.pathname.slice(scope.pathname.length);
  if (path === '' || path === 'index.html') return './';
  const isOurs = Object.keys(FILES).some((name) => name.split('?')[0] === path);
  return isOurs ? path + address.search : null;
}

async function answer(request, name) {
  for (const cache of [CACHE, ...(await olderCaches()).reverse()]) {
    const kept = await caches.match(addressOf(name), { cacheName: cache });
    if (kept) return kept;
  }
  return fetch(request);
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(forgetOld()));
addEventListener('fetch', (event) => {
  const name = event.request.method === 'GET' ? nameOf(event.request) : null;
  if (name && VERSION) event.respondWith(answer(event.request, name));
});
