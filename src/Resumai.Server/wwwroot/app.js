// What pages need of the browser and the components do not give.
window.resumai = {
  copy: text => navigator.clipboard.writeText(text),
};

// A menu closes when one presses Escape or looks elsewhere.
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll('details.drop[open]')) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.drop[open]')) if (!menu.contains(event.target)) menu.open = false;
});

// The upload page: files from the inputs, from a drop, from folders; three are sent at a time, each tells how far it is.
resumai.uploads = (() => {
  const atOnce = 3;
  let page, nextId = 0, running = 0;
  const files = new Map();
  const waiting = [];

  async function take(chosen) {
    const added = chosen.map(file => ({ id: nextId++, file }));
    if (!added.length) return;
    const fields = await page.invokeMethodAsync('Choose', added.map(a => ({ id: a.id, name: a.file.name, size: a.file.size })));
    for (const { id, file } of added) {
      files.set(id, { file, fields });
      waiting.push(id);
    }
    next();
  }

  function next() {
    while (running < atOnce && waiting.length) send(waiting.shift());
  }

  function send(id) {
    running++;
    const { file, fields } = files.get(id);
    const form = new FormData();
    for (const tag of fields.tags) form.append('tags', tag);
    if (fields.locale) form.append('locale', fields.locale);
    form.append('file', file, file.name);
    const request = new XMLHttpRequest();
    let told = -1;
    request.upload.onprogress = event => {
      const percent = Math.floor(20 * event.loaded / event.total) * 5;
      if (percent !== told) page.invokeMethodAsync('Sent', id, told = percent);
    };
    request.onloadend = () => {
      running--;
      if (request.status === 202) files.delete(id);
      page.invokeMethodAsync('Answered', id, request.status, request.responseText);
      next();
    };
    request.open('POST', '/uploads');
    request.setRequestHeader('RequestVerificationToken', document.querySelector('input[name=__RequestVerificationToken]').value);
    request.send(form);
  }

  async function inside(entry) {
    if (entry.isFile) return [await new Promise((good, bad) => entry.file(good, bad))];
    const reader = entry.createReader(), found = [];
    for (let some; (some = await new Promise((good, bad) => reader.readEntries(good, bad))).length;) found.push(...some);
    return (await Promise.all(found.map(inside))).flat();
  }

  return {
    attach(zone, dotnet) {
      page = dotnet;
      for (const input of zone.querySelectorAll('input[type=file]')) {
        input.addEventListener('change', () => {
          take([...input.files]);
          input.value = '';
        });
      }
      zone.addEventListener('dragover', event => {
        event.preventDefault();
        zone.classList.add('over');
      });
      zone.addEventListener('dragleave', () => zone.classList.remove('over'));
      zone.addEventListener('drop', async event => {
        event.preventDefault();
        zone.classList.remove('over');
        const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry()).filter(entry => entry);
        take(entries.length ? (await Promise.all(entries.map(inside))).flat() : [...event.dataTransfer.files]);
      });
    },
    retry(id) {
      waiting.push(id);
      next();
    },
  };
})();

// One CV: pointing at a value lights up its place on the page, and the other way round. Of places on each other all that lie under the pointer.
for (const moment of ['pointerover', 'focusin']) {
  document.addEventListener(moment, event => {
    const cv = document.getElementById('cv');
    if (!cv) return;
    const under = moment === 'pointerover' ? document.elementsFromPoint(event.clientX, event.clientY) : [event.target];
    const pointed = new Set(under.map(element => element.closest('#cv [data-at]')?.dataset.at));
    for (const value of cv.querySelectorAll('[data-at]')) value.classList.toggle('lit', pointed.has(value.dataset.at));
  });
}
