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
