// The memory side of the browser bench: has each worker of the page say how much memory its module has.
//
// Runs before the page's own scripts, through the driver, since a worker's inside can be reached from
// nowhere else: a worker's source is a Blob, and gets a listener put before it. The page is unchanged.
(() => {
  'use strict';

  const LISTENER = () => {
    const { instantiate } = WebAssembly;
    let memory = null;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate(...given);
      memory = (made.instance ?? made).exports.memory;
      return made;
    };
    addEventListener('message', (event) => {
      if (event.data !== 'heap') return;
      event.stopImmediatePropagation();
      postMessage({ heap: memory.buffer.byteLength });
    });
  };

  const Plain = Blob;
  globalThis.Blob = class extends Plain {
    constructor(parts, options) {
      const isSource = options?.type === 'text/javascript';
      super(isSource ? [`(${LISTENER})();\n`, ...parts] : parts, options);
    }
  };
})();
