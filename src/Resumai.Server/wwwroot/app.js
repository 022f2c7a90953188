// What pages need of the browser and the components do not give.
window.resumai = {
  copy: text => navigator.clipboard.writeText(text),
};

// A server that is back but no longer knows an open page: the page is opened anew.
document.getElementById('components-reconnect-modal').addEventListener('components-reconnect-state-changed', ({ detail }) => {
  if (detail.state === 'rejected') location.reload();
});

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

// A page comes alive when its connection is up: another then takes the place of the one that was sent. What has the focus there, the menu that it is in, what was typed or
// chosen until then, and the button that was pressed last go along.
(() => {
  const patience = 20000, fields = 'input:not([type=hidden], [type=file]), textarea, select';
  // Field → how it is found in the page that comes.
  const touched = new Map();
  const listening = new AbortController(), { signal } = listening;
  let focused = null, pressed = null, coming = null;

  // An id may be made anew with the page; then a name, where a link leads or its place among its kind tells, each only where there are as many as there were.
  const waysTo = element => {
    const tag = element.localName, told = ['name', 'href', 'aria-label', 'data-at', 'type'].filter(name => element.hasAttribute(name));
    return [...element.id ? ['#' + CSS.escape(element.id)] : [], ...told.map(name => `${tag}[${name}="${CSS.escape(element.getAttribute(name))}"]`), tag].map(selector => {
      const all = [...document.querySelectorAll(selector)];
      return { selector, at: all.indexOf(element), of: all.length };
    });
  };
  const find = ways => {
    for (const { selector, at, of } of ways) {
      const all = document.querySelectorAll(selector);
      if (all.length === of) return all[at];
    }
  };

  function give(from, to) {
    const tell = name => to.dispatchEvent(new Event(name, { bubbles: true }));
    if (to.type === 'checkbox' || to.type === 'radio') to.checked = from.checked;
    else to.value = from.value;
    tell('input');
    if (from !== focused?.element || to.localName === 'select') {
      tell('change');
      return;
    }
    // Somebody is typing. When they are done it is a change, of which the browser knows only if they typed on.
    const end = new AbortController(), once = { capture: true, signal: end.signal };
    const done = event => {
      if (event.key && event.key !== 'Enter') return;
      end.abort();
      if (event.type !== 'change') tell('change');
    };
    for (const name of ['change', 'blur', 'keydown']) to.addEventListener(name, done, once);
  }

  function focus({ element, ways }) {
    const to = find(ways);
    if (!to) return;
    for (let was = element.closest('details'), is = to.closest('details'); was && is; was = was.parentElement?.closest('details'), is = is.parentElement.closest('details')) is.open = was.open;
    to.focus({ preventScroll: true });
    if (element.selectionStart != null) to.setSelectionRange(element.selectionStart, element.selectionEnd);
  }

  function restore() {
    for (const [from, ways] of touched) {
      const to = find(ways);
      if (!to) continue;
      touched.delete(from);
      give(from, to);
    }
    if (focused && document.activeElement === document.body) focus(focused);
    press();
    if (!focused && !pressed && !touched.size) stop();
  }

  // Only what says the same: a list may have come with other entries.
  function press() {
    const to = pressed && find(pressed.ways);
    if (!to || to.disabled || to.textContent !== pressed.element.textContent) return;
    pressed = null;
    to.click();
  }

  function stop() {
    coming.disconnect();
    listening.abort();
    focused = pressed = null;
    touched.clear();
  }

  // While the page comes, any focus ends the search for the one that was: found, or somebody chose another.
  document.addEventListener('focusin', ({ target }) => focused = coming ? null : { element: target, ways: waysTo(target) }, { signal });
  document.addEventListener('focusout', ({ target }) => setTimeout(() => {
    // Who looks elsewhere has left it; a page that is taken away has not.
    if (!coming && target.isConnected && document.activeElement === document.body) focused = null;
  }), { signal });
  for (const name of ['input', 'change']) {
    document.addEventListener(name, ({ target, isTrusted }) => {
      if (isTrusted && !coming && target.matches(fields)) touched.set(target, waysTo(target));
    }, { signal });
  }
  // Until then such a button does nothing; those of forms send them, alive or not. Whoever goes on to something else has given up on it.
  document.addEventListener('click', ({ target, isTrusted }) => {
    if (!isTrusted || coming) return;
    const button = target.closest('#content button[type=button]');
    pressed = button && { element: button, ways: waysTo(button) };
  }, { signal, capture: true });
  new MutationObserver((changes, waiting) => {
    if (!changes.some(change => [...change.removedNodes].some(node => node.id === 'content'))) return;
    waiting.disconnect();
    // The page may come in parts.
    coming = new MutationObserver(restore);
    coming.observe(document.body, { childList: true, subtree: true });
    setTimeout(stop, patience);
    restore();
  }).observe(document.body, { childList: true });
})();

// One CV: pointing at a value lights up its place on the page, and the other way round. Of places on each other all that lie under the pointer.
// A page is one stop of the keyboard: arrows go from place to place, Enter to the value, and a press on a place does too.
(() => {
  const placeOf = element => element.closest?.('#cv [data-at]');
  const valueOf = at => document.querySelector(`#cv dl [data-at="${CSS.escape(at)}"]`);

  function light(pointed, shows) {
    for (const value of document.querySelectorAll('#cv [data-at]')) {
      const lit = pointed.has(value.dataset.at);
      value.classList.toggle('lit', lit);
      if (value.role === 'option') value.ariaSelected = String(lit);
    }
    // Only the frame of the pages is moved, never what is pointed at.
    const frame = document.querySelector('#cv > section'), place = shows && [...document.querySelectorAll('#cv svg [data-at].lit')][0];
    if (!place || frame.scrollHeight <= frame.clientHeight) return;
    const box = place.getBoundingClientRect(), seen = frame.getBoundingClientRect();
    if (box.top < seen.top || box.bottom > seen.bottom) frame.scrollTop += box.top - seen.top - seen.height / 3;
  }

  // Where the pointer was last: what comes to lie under it because the page moves is not pointed at.
  let pointer = '';
  const moved = event => pointer !== (pointer = `${event.clientX} ${event.clientY}`);
  document.addEventListener('pointermove', moved, { passive: true });
  document.addEventListener('pointerover', event => {
    if (!document.getElementById('cv') || !moved(event)) return;
    const under = document.elementsFromPoint(event.clientX, event.clientY).map(placeOf).filter(place => place);
    light(new Set(under.map(place => place.dataset.at)), under.some(place => place.closest('dl')));
  });
  document.addEventListener('focusin', event => {
    const value = placeOf(event.target);
    if (document.getElementById('cv')) light(new Set([value?.dataset.at]), true);
  });
  document.addEventListener('click', event => {
    const place = event.target.closest?.('#cv svg [data-at]');
    if (place) valueOf(place.dataset.at)?.focus();
  });
  document.addEventListener('keydown', event => {
    if (!event.target.matches?.('#cv svg.sheet')) return;
    const places = [...event.target.querySelectorAll('[data-at]')];
    const at = places.findIndex(place => place.id === event.target.getAttribute('aria-activedescendant'));
    const next = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: places.length - 1 }[event.key];
    if (event.key === 'Enter' && at >= 0) valueOf(places[at].dataset.at)?.focus();
    else if (next !== undefined) {
      const place = places[Math.max(0, Math.min(places.length - 1, next))];
      event.target.setAttribute('aria-activedescendant', place.id);
      light(new Set([place.dataset.at]), true);
      event.preventDefault();
    }
  });
})();

// A form that a passkey completes: the browser asks for one, and what it answers goes with the form.
document.addEventListener('submit', async event => {
  const form = event.target.closest('form[data-passkey]'), field = form?.querySelector('input[type=hidden][name$=".Credential"]');
  if (!field || field.value) return;
  event.preventDefault();
  const fault = form.querySelector('[data-passkey-fault]');
  fault.hidden = true;
  try {
    const token = form.querySelector('input[name=__RequestVerificationToken]').value;
    const answer = await fetch(form.dataset.options, { method: 'POST', headers: { RequestVerificationToken: token } });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const options = await answer.json();
    const credential = form.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    field.value = JSON.stringify(credential);
    form.submit();
  } catch {
    fault.hidden = false;
  }
});
