// Runs in the page before it is printed: every word becomes a link with its number, so that the printed file tells where the
// browser put it, in the order of the document. `all: unset` keeps the layout: an inline box without any style of its own.
(() => {
  let count = 0
  const encoded = text => encodeURIComponent(text).replace(/[()'!*~]/g, c => '%' + c.charCodeAt(0).toString(16))
  const inline = element => /^(inline|contents|ruby)/.test(getComputedStyle(element).display)
  const blocks = new Map()
  const blockOf = element => {
    while (element !== document.body && inline(element)) element = element.parentElement
    if (!blocks.has(element)) blocks.set(element, blocks.size)
    return blocks.get(element)
  }
  const isClipped = (node, element) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const text = range.getBoundingClientRect()
    for (; element && element !== document.documentElement; element = element.parentElement) {
      const style = getComputedStyle(element)
      if (style.overflow === 'visible' && style.clip === 'auto' && style.clipPath === 'none') continue
      const box = element.getBoundingClientRect()
      if (style.clip === 'rect(0px, 0px, 0px, 0px)' || style.clipPath === 'inset(50%)' || box.width < 3 || box.height < 3) return true
      if (text.left >= box.right || text.right <= box.left || text.top >= box.bottom || text.bottom <= box.top) return true
    }
    return false
  }
  const language = document.documentElement.lang || 'en'
  const transformed = (text, how) =>
    how === 'uppercase' ? text.toLocaleUpperCase(language) : how === 'lowercase' ? text.toLowerCase() :
    how === 'capitalize' ? text.replace(/(^|[\s\-–(\/])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase()) : text

  const nodes = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) nodes.push(walker.currentNode)
  // What style sheets add around elements ("at", a link's address) is printed, but is no part of the text: told apart by number 0.
  const decoration = []
  const rules = list => [...list].flatMap(rule => rule.selectorText ? [rule] : rule.cssRules ? rules(rule.cssRules) : [])
  for (const sheet of document.styleSheets) {
    let list = []
    try { list = rules(sheet.cssRules) } catch { continue } // a sheet that was not loaded adds nothing
    for (const rule of list.filter(r => r.style.content && /::?(before|after)/.test(r.selectorText))) {
      for (const [, text] of rule.style.content.matchAll(/"((?:[^"\\]|\\.)*)"/g)) decoration.push(...text.trim().split(/\s+/))
      for (const [, name] of rule.style.content.matchAll(/attr\(([\w-]+)\)/g)) {
        for (const element of document.body.querySelectorAll(rule.selectorText.replace(/::?(before|after)/g, ''))) decoration.push(...(element.getAttribute(name) || '').split(/\s+/))
      }
    }
  }
  for (const image of document.images) decoration.push(...image.alt.split(/\s+/)) // drawn where a picture was not found
  let before = null // the block of the node before, when no white space or line break parts it from this one
  for (const node of nodes) {
    const element = node.parentElement
    if (/^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TITLE|OPTION)$/i.test(element.tagName)) continue
    if (!node.data.trim()) { before = null; continue }
    if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) || isClipped(node, element)) continue
    const style = getComputedStyle(element)
    if (parseFloat(style.fontSize) < 2.7) continue // under 2 pt nothing is read
    const block = blockOf(element)
    const holder = document.createElement('span')
    holder.style.all = 'unset'
    let glued = before === block && !/^\s/.test(node.data) && node.previousSibling?.nodeName !== 'BR'
    for (const piece of node.data.split(/(\s+)/)) {
      if (!piece) continue
      if (!piece.trim()) { holder.append(piece); glued = false; continue }
      const link = document.createElement('a')
      link.style.all = 'unset'
      link.href = `http://word.example/${count++}/${block}/${glued ? 1 : 0}/${encoded(transformed(piece, style.textTransform))}${count % 16 === 1 ? '/' + encoded([...new Set(decoration)].filter(word => /[\p{L}\p{N}]/u.test(word)).join(' ')) : ''}`
      link.textContent = piece
      holder.append(link)
      glued = false
    }
    before = /\s$/.test(node.data) ? null : block
    node.replaceWith(holder)
  }
})()
