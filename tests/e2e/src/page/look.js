// What a person can see of the page, for the page object. Defined before each script that it runs.
const look = {
  article: () => document.querySelector('.doc[role=textbox]'),
  paragraphs: () => [...document.querySelectorAll('.doc[role=textbox] [data-n]')],

  // Every mark in the order of its first word: what it covers, what its tag says, how it looks.
  marks() {
    const found = new Map();
    const texts = document.createTreeWalker(look.article() ?? document.createElement('p'), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (let it = texts.currentNode.parentElement; it && !it.matches('[data-n]'); it = it.parentElement) {
        if (!it.matches('.m[data-k]')) continue;
        const mark = found.get(it.dataset.k) ?? { words: '', state: it.dataset.s ?? 'confirmed', level: it.dataset.v };
        mark.words += texts.currentNode.data;
        found.set(it.dataset.k, mark);
      }
    }
    for (const tag of document.querySelectorAll('.doc[role=textbox] i.t[data-k]')) {
      const mark = found.get(tag.dataset.k);
      if (mark) mark.label = tag.dataset.t;
    }
    return [...found].map(([key, mark]) => ({ key, ...mark }));
  },

  notation: () => look.marks().filter((it) => it.state !== 'rejected').map(({ words, label, state }) =>
    (state === 'confirmed' ? `[${words}|${label}]` : `{${words}|${label}}`)),

  // A range over the n-th place of some words in one paragraph.
  words(words, n) {
    let left = n;
    for (const paragraph of look.paragraphs()) {
      const all = paragraph.textContent;
      for (let at = all.indexOf(words); at >= 0; at = all.indexOf(words, at + 1)) {
        if (left-- === 0) return look.range(paragraph, at, at + words.length);
      }
    }
    return null;
  },

  range(paragraph, start, end) {
    const range = document.createRange();
    const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let before = 0, begun = false;
    while (texts.nextNode()) {
      const { currentNode: node } = texts;
      if (!begun && start < before + node.length) { range.setStart(node, start - before); begun = true; }
      if (begun && end <= before + node.length) { range.setEnd(node, end - before); return range; }
      before += node.length;
    }
    return null;
  },

  // Where the first and the last character of some words are drawn; nothing while they are out of
  // sight, after bringing them into it.
  ends(words, n) {
    const range = look.words(words, n);
    if (!range) return null;
    const boxes = [...range.getClientRects()].filter((it) => it.width > 0);
    const [first, last] = [boxes[0], boxes.at(-1)];
    const middle = (it) => [it.left + it.width / 2, it.top + it.height / 2];
    const seen = (it) => it && document.elementFromPoint(...middle(it))?.closest('.doc[role=textbox]');
    if (!seen(first) || !seen(last)) {
      range.startContainer.parentElement.closest('[data-n]').scrollIntoView({ block: 'center' });
      return null;
    }
    return {
      start: [first.left + 1, first.top + first.height / 2],
      end: [last.right - 1, last.top + last.height / 2],
      middle: middle(first),
    };
  },

  // Where a grip can be taken hold of: at its dot, above the first letter or below the last.
  grip(selector) {
    const grip = document.querySelector(selector);
    const box = grip?.getBoundingClientRect();
    if (!box) return null;
    const high = grip.matches('.start') ? [-6, -3, 0] : [6, 3, 0];
    const edge = grip.matches('.start') ? box.top : box.bottom;
    const spots = high.map((it) => [Math.round(box.left), Math.round(edge + it)]);
    return spots.find((it) => document.elementFromPoint(...it) === grip) ?? null;
  },

  // The middle of the selected mark's tag, while nothing lies over it.
  tag() {
    const tag = document.querySelector('.doc .t[data-selected]');
    const box = tag?.getBoundingClientRect();
    const middle = box && [box.left + box.width / 2, box.top + box.height / 2];
    return middle && document.elementFromPoint(...middle) === tag ? middle : null;
  },

  // The relations that the inspector lists, as they lead from the selected mark, and those drawn.
  relations: () => [...document.querySelectorAll('.inspector .relations li')].map((it) => {
    const [arrow, other] = ['.way [aria-hidden]', '.other .words'].map((part) => it.querySelector(part).textContent);
    const { selectedOptions: [label] } = it.querySelector('select');
    return `${arrow} ${label?.textContent} ${other}`;
  }),
  ties: () => [...document.querySelectorAll('.ties i')].map((it) => it.dataset.t),

  isSeen: (it) => it.getClientRects().length > 0 && it.checkVisibility({ visibilityProperty: true }),

  // What a control is called, without its key caps. Near enough to the standard's way.
  name(it) {
    const own = it.getAttribute('aria-label');
    if (own) return own.trim();
    const by = it.getAttribute('aria-labelledby');
    if (by) return by.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
    if (it.matches('input, textarea, select')) {
      const label = it.labels?.[0];
      return (label?.textContent ?? it.getAttribute('placeholder') ?? '').trim();
    }
    const copy = it.cloneNode(true);
    copy.querySelectorAll('kbd, svg, [aria-hidden=true]').forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, ' ').trim();
  },

  CONTROLS: 'button, a[href], input, textarea, select, summary, [role=option], [role=radio], [role=button], [role=menuitem], [role=checkbox], [role=treeitem]',

  // Inside of the dialog that is open, if one is; else anywhere.
  scope: () => [...document.querySelectorAll('dialog[open]')].at(-1) ?? document,

  // The control that is called so, or whose name begins so, and that can be seen.
  control(name, within) {
    const scope = within ? document.querySelector(within) : look.scope();
    const all = [...(scope?.querySelectorAll(look.CONTROLS) ?? [])].filter((it) =>
      (look.isSeen(it) || it.type === 'radio' || it.type === 'checkbox') && !it.disabled);
    const wanted = name.toLowerCase();
    const is = (test) => all.find((it) => test(look.name(it).toLowerCase()));
    return is((it) => it === wanted) ?? is((it) => it.startsWith(wanted)) ?? is((it) => it.includes(wanted));
  },

  // Whether what an element lies in is still on its way, as a dock that rises is.
  isMoving: (it) => document.getAnimations().some(({ playState, effect }) =>
    playState === 'running' && effect.target.contains(it) && Number.isFinite(effect.getComputedTiming().endTime)),

  // Where to press a control; nothing while it moves or something lies over it.
  spot(it) {
    const target = it.type === 'radio' || it.type === 'checkbox' ? it.closest('label') ?? it : it;
    if (look.isMoving(target)) return null;
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const box = target.getClientRects()[0];
    if (!box) return null;
    const point = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(...point);
    return top && (target.contains(top) || top.contains(target)) ? point : null;
  },

  text: (selector) => document.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '',

  // What has the focus, for people: never the body, if all is well.
  focus() {
    const it = document.activeElement;
    if (!it || it === document.body || it === document.documentElement) return 'body';
    return `${it.tagName.toLowerCase()}${it.className && typeof it.className === 'string' ? `.${it.className.split(' ')[0]}` : ''} ${look.name(it).slice(0, 40)}`.trim();
  },
};
