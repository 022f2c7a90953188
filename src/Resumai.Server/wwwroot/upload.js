// The upload page: files from the inputs, from a drop, from folders. It needs no connection of its own: while the server is away or full the rest waits and goes on by itself,
// and what was sent twice because an answer got lost is one upload (Idempotency-Key). It goes on while a page is looked at that comes without a load of the whole; what became of the
// files, but not these, outlives such a load in the tab's session storage, until one signs out.
(() => {
  const atOnce = 3, asked = 500, longestPause = 60;
  // A quarter of an hour of a server that does not answer.
  const mostTries = 20;
  const kept = 'resumai-uploads', mostKept = 2000;
  const noDocuments = /^(\.|thumbs\.db$|desktop\.ini$)/i;
  // In the order of choice.
  const entries = [], waiting = [];
  // The page's part that shows them, the last one that was there.
  let running = 0, failures = 0, pausedUntil = 0, element = null;

  class Uploads extends HTMLElement {
    connectedCallback() {
      if (element === this) return;
      element = this;
      this.texts = JSON.parse(this.dataset.texts);
      this.list = this.querySelector('ul');
      if (!entries.length) restore();
      for (const entry of entries) this.add(entry);
      for (const input of this.querySelectorAll('input[type=file]')) {
        input.addEventListener('change', () => {
          choose([...input.files].map(file => ({ file, path: file.webkitRelativePath || file.name })));
          input.value = '';
        });
      }
      const zone = this.querySelector('.zone');
      zone.addEventListener('dragover', event => {
        event.preventDefault();
        zone.classList.add('over');
      });
      zone.addEventListener('dragleave', () => zone.classList.remove('over'));
      zone.addEventListener('drop', async event => {
        event.preventDefault();
        zone.classList.remove('over');
        const dropped = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry()).filter(entry => entry);
        choose((await Promise.all(dropped.map(inside))).flat());
      });
      this.querySelector('.all').addEventListener('click', () => {
        for (const entry of entries.filter(e => e.canRetry)) again(entry);
        next();
      });
      this.sum();
    }

    get chosen() {
      const tags = this.querySelector('#tags').value.split(',').map(tag => tag.trim()).filter(tag => tag);
      return { tags: [...new Set(tags)], locale: this.querySelector('#locale').value.trim() };
    }

    get token() {
      return this.querySelector('input[name=__RequestVerificationToken]').value;
    }

    /** The text of a key with what is put in. */
    say(key, ...values) {
      return (this.texts[key] ?? key).replace(/\{(\d)\}/g, (_, at) => values[at]);
    }

    add(entry) {
      const row = this.querySelector('template').content.firstElementChild.cloneNode(true);
      entry.row = row;
      row.querySelector('progress').ariaLabel = this.say('upload.sending', entry.path);
      const button = row.querySelector('button');
      button.ariaLabel = this.say('upload.retry_one', entry.path);
      button.addEventListener('click', () => {
        again(entry);
        next();
      });
      // The last that were chosen stand on top.
      this.list.prepend(row);
      this.show(entry);
    }

    show({ row, path, state, percent, asset, why, canRetry }) {
      const name = row.querySelector('.name');
      if (state === 'completed' || (state === 'failed' && asset)) {
        const link = document.createElement('a');
        link.href = '/cvs/' + asset;
        link.textContent = path;
        name.replaceChildren(link);
      } else name.textContent = path;
      const progress = row.querySelector('progress');
      progress.hidden = state !== 'sending';
      progress.value = percent;
      const told = row.querySelector('.state');
      told.textContent = why ?? this.say('upload_state.' + state);
      told.classList.toggle('bad', Boolean(why));
      row.querySelector('button').hidden = !canRetry;
    }

    /** How many are done, once for all that changed meanwhile: it is read aloud. */
    sum() {
      if (this.summing) return;
      this.summing = setTimeout(() => {
        this.summing = 0;
        const done = entries.filter(isOver), bad = done.filter(e => e.state !== 'completed');
        this.querySelector('.sum').hidden = this.list.hidden = !entries.length;
        const parts = [this.say('upload.count', done.length, entries.length)];
        if (bad.length) parts.push(this.say('upload.problems', bad.length));
        if (Date.now() < pausedUntil && waiting.length) parts.push(this.say('upload.paused'));
        const line = parts.join(' · '), status = this.querySelector('[role=status]');
        if (status.textContent !== line) status.textContent = line;
        this.querySelector('.all').hidden = bad.filter(e => e.canRetry).length < 2;
        keep();
      }, 200);
    }
  }

  const isOver = entry => ['completed', 'failed', 'refused'].includes(entry.state);
  const isBeingRead = entry => entry.state === 'queued' || entry.state === 'processing';

  function set(entry, changes) {
    Object.assign(entry, changes);
    element.show(entry);
    element.sum();
  }

  let isSignedOut = false;
  function keep() {
    if (isSignedOut || !element) return;
    const rows = entries.slice(-mostKept).map(({ path, state, asset, why }) => ({ path, state, asset, why }));
    try {
      sessionStorage.setItem(kept, JSON.stringify({ owner: element.dataset.owner, rows }));
    } catch {
      // There is no room: the list then ends with the page.
    }
  }

  /** The list as it was before the page was opened anew. */
  function restore() {
    let owner, rows;
    try {
      ({ owner, rows } = JSON.parse(sessionStorage.getItem(kept)));
    } catch {
      return;
    }
    if (owner !== element.dataset.owner) return;
    for (const row of rows) {
      const entry = { ...row, percent: 0, canRetry: false };
      // Its file went with the page.
      if (row.state === 'waiting' || row.state === 'sending') Object.assign(entry, { state: 'refused', why: element.texts['refused.page_left'] });
      entries.push(entry);
    }
    watch();
  }

  function choose(files) {
    const { tags, locale } = element.chosen, limit = Number(element.dataset.limit);
    for (const { file, path } of files.filter(f => !noDocuments.test(f.file.name))) {
      const entry = { file, path, tags, locale, state: 'waiting', percent: 0, canRetry: false };
      entries.push(entry);
      element.add(entry);
      if (file.size > limit) refuse(entry, 'file_too_large');
      else again(entry);
    }
    next();
  }

  async function inside(entry, folder = '') {
    const path = folder + entry.name;
    if (entry.isFile) return [{ file: await new Promise((good, bad) => entry.file(good, bad)), path }];
    const reader = entry.createReader(), found = [];
    for (let some; (some = await new Promise((good, bad) => reader.readEntries(good, bad))).length;) found.push(...some);
    return (await Promise.all(found.map(child => inside(child, path + '/')))).flat();
  }

  /** Puts a file in line, as an upload of its own. */
  function again(entry) {
    set(entry, { state: 'waiting', percent: 0, asset: null, why: null, canRetry: false, tries: 0, key: newKey() });
    waiting.push(entry);
  }

  // crypto.randomUUID is only there with TLS or on this machine.
  const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

  function next() {
    const pause = pausedUntil - Date.now();
    if (pause > 0) return;
    // After a failure one goes ahead to see whether the server is back.
    while (running < (failures ? 1 : atOnce) && waiting.length) send(waiting.shift());
  }

  function send(entry) {
    running++;
    const form = new FormData();
    for (const tag of entry.tags) form.append('tags', tag);
    if (entry.locale) form.append('locale', entry.locale);
    form.append('file', entry.file, entry.file.name);
    const request = new XMLHttpRequest();
    request.upload.onprogress = event => set(entry, { percent: Math.floor(100 * event.loaded / event.total) });
    request.onloadend = () => {
      running--;
      answered(entry, request);
      next();
    };
    request.open('POST', '/uploads');
    request.setRequestHeader('RequestVerificationToken', element.token);
    request.setRequestHeader('Idempotency-Key', entry.key);
    set(entry, { state: 'sending', percent: 0 });
    request.send(form);
  }

  function answered(entry, request) {
    const { status } = request, { code, detail } = problem(request.responseText);
    // Answers of a proxy before a server that is away count as none.
    const isAway = [0, 502, 503, 504].includes(status) || status === 429 || code === 'idempotency_in_progress';
    if (isAway && ++entry.tries < mostTries) {
      failures++;
      const told = Number(request.getResponseHeader('Retry-After')) || 0;
      pause(Math.min(longestPause, Math.max(told, 2 ** Math.min(failures - 1, 6))));
      set(entry, { state: 'waiting' });
      waiting.unshift(entry);
      return;
    }
    if (!isAway) failures = 0;
    if (status === 202) {
      set(entry, { state: 'queued', asset: JSON.parse(request.responseText).asset_id });
      watch();
    } else if (status === 401) refuse(entry, 'signed_out');
    else if (isAway && !code) refuse(entry, 'network');
    else refuse(entry, code || 'internal_error', detail);
    // The others would be sent for nothing.
    if (code === 'insufficient_credits' || status === 401) for (const other of waiting.splice(0)) refuse(other, status === 401 ? 'signed_out' : code);
  }

  function pause(seconds) {
    pausedUntil = Date.now() + seconds * 1000;
    setTimeout(() => {
      next();
      element.sum();
    }, seconds * 1000 + 50);
  }

  function problem(body) {
    try {
      const { code, detail, errors } = JSON.parse(body);
      return { code, detail: errors?.length ? errors.map(error => error.message).join(' ') : detail };
    } catch {
      return {};
    }
  }

  function refuse(entry, code, detail) {
    const why = element.texts['refused.' + code] ?? detail ?? element.texts['refused.internal_error'];
    // The same file is refused again where the file is at fault.
    set(entry, { state: 'refused', why, canRetry: !['duplicate_file', 'file_too_large', 'unsupported_file_type'].includes(code) });
  }

  // What was accepted is asked for until it is read: each second, less often for a thousand.
  let watching = false;
  async function watch() {
    if (watching) return;
    watching = true;
    for (let open; (open = entries.filter(isBeingRead)).length;) {
      await new Promise(done => setTimeout(done, open.length > 100 ? 3000 : 1000));
      try {
        for (let at = 0; at < open.length; at += asked) await look(open.slice(at, at + asked));
      } catch {
        // The server is away; the next look finds it or not.
        await new Promise(done => setTimeout(done, 2000));
      }
    }
    watching = false;
  }

  async function look(some) {
    const byAsset = new Map(some.map(entry => [entry.asset, entry]));
    const answer = await fetch('/uploads/states', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', RequestVerificationToken: element.token },
      body: JSON.stringify([...byAsset.keys()]),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    for (const { asset_id: asset, status, error } of await answer.json()) {
      const entry = byAsset.get(asset);
      if (status === entry.state) continue;
      set(entry, status === 'failed'
        ? { state: status, why: element.texts['failed.' + error.code] ?? error.message, canRetry: Boolean(entry.file) }
        : { state: status });
    }
  }

  window.addEventListener('pagehide', keep);
  document.addEventListener('submit', event => {
    if (new URL(event.target.action, document.baseURI).pathname !== '/sign-out') return;
    isSignedOut = true;
    sessionStorage.removeItem(kept);
  });
  customElements.define('resumai-uploads', Uploads);
  window.addEventListener('beforeunload', event => {
    if (entries.some(e => e.state === 'waiting' || e.state === 'sending')) event.preventDefault();
  });
})();
