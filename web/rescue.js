// The rescue page: writes all projects of this browser to one file, without WebAssembly.
//
// Nothing is understood here and nothing is changed: what the stores hold is handed out as it is, in
// the shape that src/journal/rescue.rs reads. It also reads stores that a newer version has changed.
//
// Limits: the file is put together in memory.
(() => {
  'use strict';

  // These sentences are not in locales/ because this page must work when WASM does not.
  const SENTENCES = {
    en: {
      title: 'Save everything',
      about: 'This page writes everything that Apostil keeps in this browser to one file. Import the file into Apostil to have it back. Nothing is changed or removed here, and nothing leaves this computer.',
      project: (begun, changes, articles) => `Project begun on ${begun}: changes kept: ${changes}, texts kept: ${articles}`,
      trashed: 'in the trash',
      unread: (id, why) => `Project ${id} could not be read: ${why}`,
      none: 'Apostil keeps nothing in this browser. Another browser, another profile or a private window has a storage of its own, and so does another address or file of the page.',
      lost: 'There was work here, but this browser has removed it. If you saved it to a file, import that file.',
      failed: 'The storage of this browser could not be read.',
      save: 'Save to a file',
      saved: (name) => `The file was handed to the browser as ${name}. Check that it is among your downloads.`,
    },
    es: {
      title: 'Guardar todo',
      about: 'Esta página escribe en un archivo todo lo que Apostil conserva en este navegador. Para recuperarlo, importe ese archivo en Apostil. Aquí no se modifica ni se borra nada, y nada sale de este equipo.',
      project: (begun, changes, articles) => `Proyecto iniciado el ${begun}: cambios conservados: ${changes}, textos conservados: ${articles}`,
      trashed: 'en la papelera',
      unread: (id, why) => `No se pudo leer el proyecto ${id}: ${why}`,
      none: 'Apostil no conserva nada en este navegador. Otro navegador, otro perfil o una ventana privada tiene su propio almacenamiento, y también otra dirección u otro archivo de la página.',
      lost: 'Aquí había trabajo, pero este navegador lo eliminó. Si lo guardó en un archivo, importe ese archivo.',
      failed: 'No se pudo leer el almacenamiento de este navegador.',
      save: 'Guardar en un archivo',
      saved: (name) => `El archivo se entregó al navegador con el nombre ${name}. Compruebe que esté entre sus descargas.`,
    },
  };

  const store = globalThis.apostilStore;
  const tag = navigator.languages.find((it) => /^(en|es)\b/.test(it)) ?? 'en';
  const language = tag.slice(0, 2);
  const words = SENTENCES[language];
  const main = document.getElementById('rescue-main');

  function add(name, text, attributes = {}, parent = main) {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    parent.append(made);
    return made;
  }

  function isMissed() {
    try {
      return Boolean(JSON.parse(localStorage.getItem('apostil.canary'))?.projects);
    } catch {
      return false;
    }
  }

  function show(found) {
    for (const { created, trashed, stored } of found.found) {
      const begun = new Date(created).toLocaleString(tag);
      const line = words.project(begun, stored.head, stored.texts.length);
      add('p', trashed ? `${line} (${words.trashed})` : line);
    }
    for (const { id, why } of found.unread) add('p', words.unread(id, why));
    if (!found.found.length) {
      if (!found.unread.length) add('p', isMissed() ? words.lost : words.none);
      return;
    }
    const actions = add('p', '', { class: 'recovery-actions' });
    const button = add('button', words.save, { type: 'button', id: 'rescue-save' }, actions);
    const status = add('p', '', { role: 'status' });
    button.addEventListener('click', () => { status.textContent = words.saved(store.save(found)); });
  }

  function fail(error) {
    add('p', words.failed);
    add('pre', String(error));
  }

  store.anyVersion = true;
  document.documentElement.lang = language;
  document.title = `${words.title} – Apostil`;
  add('h1', words.title);
  add('p', words.about);
  store.bundle().then(show).catch(fail);
})();
