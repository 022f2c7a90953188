const boxes = [...document.querySelectorAll('header input')]
const toggle = box => document.body.classList.toggle('show-' + box.value, box.checked)
for (const box of boxes) box.addEventListener('change', () => toggle(box))

addEventListener('keydown', event => {
  const box = boxes[event.key - 1]
  if (!box || event.ctrlKey || event.altKey || event.metaKey) return
  box.checked = !box.checked
  toggle(box)
})

const marked = pointer => document.querySelectorAll(`[data-pointer="${CSS.escape(pointer)}"]`)
const light = (pointer, on) => marked(pointer).forEach(element => element.classList.toggle('hot', on))
for (const element of document.querySelectorAll('[data-pointer]')) {
  const pointer = element.dataset.pointer
  element.addEventListener('mouseenter', () => light(pointer, true))
  element.addEventListener('mouseleave', () => light(pointer, false))
  element.addEventListener('focus', () => light(pointer, true))
  element.addEventListener('blur', () => light(pointer, false))
  element.addEventListener('click', () => marked(pointer).forEach(other => other !== element && other.scrollIntoView({ block: 'center', behavior: 'smooth' })))
}
