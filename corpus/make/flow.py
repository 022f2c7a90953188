"""Frames in HTML for WeasyPrint, which lays out without a browser: floats and tables only. Each takes a Sheet and gives the page."""
from looks import Look
from pages import head

SIDE = ['skills', 'languages', 'certifications', 'interests', 'awards']
def look(s):
    L = Look(s); L.rtl = s.r.choice(['float', 'float', 'table']); L._mt = s.r.choice(['stars', 'percent', 'stars'])
    if L.rtl == 'table': L.line = lambda l: f'<table class="lt"><tr><td>{L.spans(l[0])}</td><td class="rt2">{L.spans(l[1])}</td></tr></table>' if l[1] else f'<div>{L.spans(l[0])}</div>'
    return L
CSS = '.lt{width:100%;border-spacing:0}.lt td{padding:0;vertical-align:top}.rt2{text-align:right;white-space:nowrap}.sk{display:block!important}header{display:block!important}'
def classic(s): L = look(s); return L.page(CSS, head(L) + L.all(), s.r.choice(['14mm', '20mm', '25mm']))
def columns(s):
    """A table of two columns below the head."""
    L = look(s); keys = [k for k in SIDE if k in s.sections]; a = f'<td class="sd">{L.heading("contact")}{"".join(L.contact())}{L.all(keys)}</td>'; b = f'<td>{L.all([k for k in s.sections if k not in keys])}</td>'
    return L.page(CSS + '.tc{width:100%;border-spacing:0;table-layout:fixed}.tc>tbody>tr>td{vertical-align:top;padding:0 4mm 0 0}.sd{width:58mm;overflow-wrap:anywhere}.sd .rows td{display:block;width:auto!important}', f'{L.name()}{L.hl()}<table class="tc"><tr>{a + b if s.r.random() < .6 else b + a}</tr></table>')
LAYOUTS = {'flow-classic': ('flow', classic, dict(slots=['right', 'own', 'inline', 'label'])), 'flow-columns': ('flow', columns, dict(slots=['own', 'inline']))}
