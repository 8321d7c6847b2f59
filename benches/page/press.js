// The page's side of the key bench: from a key to the frame that shows what it did.
//
// Runs in the page as it ships, through the driver, and in a bare page beside it. It notes, for each
// press of a key it was told of, the time from the event's own time stamp to the end of the frame
// after the text's elements changed. `pressed.take()` hands out what was noted and forgets it.
//
// Limits: the frame is over when the next task runs, which is when the main thread has handed it on;
// what the compositor and the screen add is not in it, for either page.
(() => {
  'use strict';

  let noted = [];

  function note(start) {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => noted.push(performance.now() - start);
      port2.postMessage(0);
    });
  }

  function follow(event) {
    if (!['1', 'z'].includes(event.key)) return;
    const start = event.timeStamp;
    const change = new MutationObserver(() => {
      change.disconnect();
      note(start);
    });
    change.observe(document.querySelector('.doc, .bare'), { childList: true, subtree: true });
  }

  addEventListener('keydown', follow, true);

  globalThis.pressed = {
    count: () => noted.length,
    take() {
      const all = noted;
      noted = [];
      return all;
    },
  };
})();
