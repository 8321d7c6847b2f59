// Whether this browser can run Apostil; if not, says so in the place of the page.
//
// Runs before everything else, and is written for browsers that are older than the rest: no syntax
// newer than 2009 is in it. It leaves one global, `apostilUnable`: true when the page must not start.
//
// Limits: it asks only for what the page cannot do without and what a browser may lack. That
// WebAssembly is switched off is told by boot.js.
(function () {
  'use strict';

  // These sentences are not in locales/ because they must be there when WASM is not.
  var SENTENCES = {
    en: {
      title: 'This browser is too old for Apostil',
      what: 'It can be used with Chrome or Edge from version 105, Firefox from 113, Safari from 16.4, and with everything newer.',
      safe: 'Nothing that was saved is lost, and nothing was sent anywhere.',
      lacks: 'What is missing: ',
    },
    es: {
      title: 'Este navegador es demasiado antiguo para Apostil',
      what: 'Funciona con Chrome o Edge desde la versión 105, Firefox desde la 113, Safari desde la 16.4, y con todos los más nuevos.',
      safe: 'Nada de lo guardado se perdió y nada se envió a ninguna parte.',
      lacks: 'Lo que falta: ',
    },
  };

  // A function that makes a vector: valid only where WebAssembly knows such things.
  var VECTOR = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11,
  ];

  function lacking() {
    var all = [];
    var assembly = window.WebAssembly;
    if (assembly && !assembly.validate(new Uint8Array(VECTOR))) all.push('WebAssembly SIMD');
    if (!window.CSS || !CSS.supports || !CSS.supports('container-type', 'inline-size')) {
      all.push('CSS container queries');
    }
    if (!window.HTMLDialogElement) all.push('<dialog>');
    if (!window.IntersectionObserver || !window.ResizeObserver) all.push('observers');
    // Only the single file has packed parts.
    if (document.getElementById('wasm') && !window.DecompressionStream) all.push('DecompressionStream');
    return all;
  }

  function language() {
    var tags = navigator.languages || [navigator.language || 'en'];
    for (var n = 0; n < tags.length; n += 1) {
      if (tags[n].slice(0, 2) === 'es') return 'es';
      if (tags[n].slice(0, 2) === 'en') return 'en';
    }
    return 'en';
  }

  function add(parent, name, text) {
    var made = document.createElement(name);
    made.appendChild(document.createTextNode(text));
    parent.appendChild(made);
  }

  function say(all) {
    var words = SENTENCES[language()];
    var panel = document.createElement('main');
    panel.className = 'recovery';
    panel.lang = language();
    add(panel, 'h1', words.title);
    add(panel, 'p', words.what);
    add(panel, 'p', words.safe);
    add(panel, 'p', words.lacks + all.join(', ') + '.');
    document.body.appendChild(panel);
  }

  var all = lacking();
  window.apostilUnable = all.length > 0;
  if (all.length > 0) say(all);
}());
