// Runs the cases, one after the other.
'use strict';

async function main() {
  await new Promise((resolve) => {
    const request = indexedDB.deleteDatabase('apostil');
    request.onsuccess = resolve;
  });
  localStorage.clear();
  let failed = 0;
  for (const { name, work } of CASES) {
    let line = `ok      ${name}`;
    try {
      await work();
    } catch (error) {
      failed += 1;
      line = `FAILED  ${name}\n        ${error.name}: ${error.message}`;
    }
    document.querySelectorAll('iframe').forEach((frame) => frame.remove());
    document.getElementById('out').append(`${line}\n`);
  }
  document.title = failed ? 'FAILED' : 'passed';
}

main();
