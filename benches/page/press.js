// The page's side of the key bench: from a key to the frame that shows what it did.
//
// Runs in the page as it ships, through the driver, and in a bare page beside it. It notes, for each
// press of a key it was told of, the time from the event's own time stamp to the end of the frame
// after the text's elements changed, and the same for the panel beside it, where there is one.
// `pressed.take()` hands out what was noted, as a pair, and forgets it.
//
// Limits: the frame is over when the next task runs, which is when the main thread has handed it on;
// what the compositor and the screen add is not in it, for either page. Chromium only.
(() => {
  'use strict';

  const watched = ['.doc, .bare', '.inspector'];
  let noted = [];

  function note(which, start) {
    const end = () => {
      noted[which] = performance.now() - start;
    };
    // Before any other task that waits for the frame.
    requestAnimationFrame(() => scheduler.postTask(end, { priority: 'user-blocking' }));
  }

  function follow(event) {
    if (!['1', 'z'].includes(event.key)) return;
    const start = event.timeStamp;
    watched.forEach((selector, which) => {
      const element = document.querySelector(selector);
      if (!element) return;
      const change = new MutationObserver(() => {
        change.disconnect();
        note(which, start);
      });
      change.observe(element, { childList: true, subtree: true });
    });
  }

  addEventListener('keydown', follow, true);

  globalThis.pressed = {
    take() {
      const all = noted;
      const n = watched.filter((it) => document.querySelector(it)).length;
      if (all.filter((it) => it !== undefined).length < n) return null;
      noted = [];
      return all;
    },
    forget() {
      noted = [];
    },
  };
})();
