"""Frames in HTML for Chromium with side columns, banners, grids and cards; some are cut into placed pieces as design programs do."""
from html import escape as E
from looks import Look, FONTS
from pages import head
SIDE = ['skills', 'languages', 'certifications', 'interests', 'awards', 'references']

# Replaces every piece of running text by an absolutely placed span, in the order of `order`: document, shuffled, or by height.
PIECES = '''(() => { const out = [], order = %r, byWord = %s; const w = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const nodes = []; while (w.nextNode()) nodes.push(w.currentNode);
for (const n of nodes) { if (!n.data.trim()) continue; const cs = getComputedStyle(n.parentElement); const style = ['fontFamily','fontSize','fontWeight','fontStyle','fontVariant','color','textTransform','letterSpacing','textDecoration'].map(k => k.replace(/[A-Z]/g, c => '-' + c.toLowerCase()) + ':' + cs[k]).join(';');
 let cur = null; for (const m of n.data.matchAll(/\\S+/g)) { const r = document.createRange(); r.setStart(n, m.index); r.setEnd(n, m.index + m[0].length); const rects = r.getClientRects(); if (!rects.length) continue; const b = rects[0];
  if (rects.length === 1 && cur && !byWord && Math.abs(cur.y - b.top) < 2) { cur.t += ' ' + m[0] } else if (rects.length === 1) { cur = {t: m[0], x: b.left, y: b.top + scrollY, h: b.height, style}; out.push(cur) }
  else { cur = null; let i = 0; for (const q of rects) { let s = ''; while (i < m[0].length) { r.setStart(n, m.index + i); r.setEnd(n, m.index + i + 1); const c = r.getClientRects()[0]; if (!c || Math.abs(c.top - q.top) > 2) break; s += m[0][i++] } if (s) out.push({t: s, x: q.left, y: q.top + scrollY, h: q.height, style}) } } } }
if (order === 'shuffled') { let s = 7; for (let i = out.length - 1; i > 0; i--) { s = (s * 16807) %% 2147483647; const j = s %% (i + 1); [out[i], out[j]] = [out[j], out[i]] } } else if (order === 'height') out.sort((a, b) => a.y - b.y || a.x - b.x);
for (const n of nodes) { if (n.data.trim()) { const s = document.createElement('span'); s.style.visibility = 'hidden'; n.replaceWith(s); s.append(n) } }
for (const p of out) { const s = document.createElement('div'); s.textContent = p.t; s.style.cssText = p.style + ';position:absolute;white-space:pre;line-height:' + p.h + 'px;left:' + p.x + 'px;top:' + p.y + 'px;text-indent:0'; document.body.append(s) } })()'''

def side(s, dark=None, pieces=False, icons=True):
    L = Look(s, head=s.r.choice(['plain', 'upper', 'rule', 'bar', 'spaced', 'icon', 'left'])); r = s.r; left = r.random() < .6; w = r.choice([52, 58, 64, 70]); dark = r.random() < .6 if dark is None else dark
    keys = [k for k in SIDE if k in s.sections] + (['education'] if r.random() < .2 else []); mode = r.choice(['icons', 'icons', 'stack', 'labels', 'plain', 'glyphs']); top = r.random() < .35
    cont = (L.heading('contact') if r.random() < .7 else '') + ''.join(L.contact(mode=mode)); name = L.name(two=r.random() < .3) + L.hl()
    about = L.section('summary') if r.random() < .3 else ''
    aside = f'<aside>{L.photo()}{name if top else ""}{cont}{about}{L.all([k for k in keys])}</aside>'; main = f'<main>{"" if top else name}{L.all([k for k in s.sections if k not in keys and not (about and k == "summary")])}</main>'
    cols = f'{w}mm 1fr' if left else f'1fr {w}mm'; bg = L.color if dark else r.choice(['#eef1f4', '#f7f3ee', '#fff', '#e8eefc']); fg = '#fff' if dark else '#222'
    css = f'''body{{display:grid;grid-template-columns:{cols};min-height:296mm}}aside,main{{-webkit-box-decoration-break:clone;box-decoration-break:clone;padding:{r.choice([9, 12, 15])}mm {r.choice([5, 6, 8])}mm;min-width:0}}aside{{background:{bg};color:{fg};overflow-wrap:anywhere;font-size:.95em}}
aside h2{{color:{fg};border-color:{fg};background:none;padding-left:0}}aside .m_,aside .hl,aside .c{{color:inherit}}aside .chip{{border-color:{fg}}}aside .bar i,aside .dots .on{{background:{"#fff" if dark else "var(--c)"}}}aside .bar{{background:#aab}}aside .ent.m{{display:block}}aside .rows td{{display:block;width:auto!important}}aside .rt{{margin-left:0!important;float:none!important;white-space:normal}}main .ent.m{{grid-template-columns:26mm 1fr}}'''
    return L.page(css, (aside + main) if left else (main + aside), '0'), {}
def canva_side(s):
    h, o = side(s, True); return h, dict(o, script=PIECES % (s.r.choice(['document', 'shuffled', 'height']), 'true' if s.r.random() < .4 else 'false'), one_page=True)
def banner(s, columns=2):
    L = Look(s); r = s.r; keys = [k for k in SIDE if k in s.sections]; dark = r.random() < .7
    b = f'<div class="ban">{L.photo("float:right")}{L.name(two=r.random() < .3)}{L.hl()}<div class="cc">{"".join(L.contact("span", mode=r.choice(["icons", "plain", "labels", "glyphs"])))}</div></div>'
    main, aside = f'<div>{L.all([k for k in s.sections if k not in keys])}</div>', f'<div class="sd">{L.all(keys)}</div>'
    w = r.choice(['1fr 58mm', '58mm 1fr', '1fr 66mm']); cols = aside + main if w.startswith('58') else main + aside
    return L.page(f'.ban{{background:{"var(--c)" if dark else "#eee"};color:{"#fff" if dark else "#222"};padding:8mm 12mm;overflow:auto}}.ban .hl,.ban .c{{color:inherit}}.cc{{margin-top:2mm}}.cc .ct{{margin-right:5mm;display:inline-block}}.two_{{display:grid;grid-template-columns:{w};gap:7mm;padding:2mm 12mm}}.two_>div{{min-width:0}}.sd .ent.m{{display:block}}.sd .rows td{{display:block;width:auto!important}}', f'{b}<div class="two_">{cols}</div>', '0 0 10mm 0').replace('</style>', '@page{margin:10mm 0}@page:first{margin-top:0}</style>'), {}
def canva_banner(s):
    h, o = banner(s); return h, dict(o, script=PIECES % (s.r.choice(['document', 'shuffled', 'height']), 'false'), one_page=True)
def three(s):
    """Three columns: contact and skills, experience, education."""
    L = Look(s); L.size = min(L.size, 9); a = [k for k in ('skills', 'languages', 'interests') if k in s.sections]; c = [k for k in ('education', 'certifications', 'awards', 'references', 'publications') if k in s.sections]
    body = f'<header>{L.name()}{L.hl()}</header><div class="t3"><div>{L.heading("contact")}{"".join(L.contact(mode="plain"))}{L.all(a)}</div><div>{L.all([k for k in s.sections if k not in a + c])}</div><div>{L.all(c)}</div></div>'
    return L.page('.t3{display:grid;grid-template-columns:44mm 1fr 50mm;gap:6mm}.t3>div{min-width:0;overflow-wrap:anywhere}.ent.m{display:block}.rows td{display:block;width:auto!important}.rt{white-space:normal!important}', body, '10mm'), {}
def cards(s):
    """A grid of cards, entries beside each other."""
    L = Look(s, head=s.r.choice(['plain', 'icon', 'upper', 'rule'])); n = s.r.choice([2, 2, 3]); body = head(L)
    for k in s.sections:
        bs = s.blocks[k]; grid = k in ('experience', 'education', 'projects') and len(bs) > 1
        body += f'<section>{L.heading(k)}' + (f'<div class="cg">{"".join(f"<div class=card>{L.block(b)}</div>" for b in bs)}</div>' if grid else L.body(k)) + '</section>'
    return L.page(f'.cg{{display:grid;grid-template-columns:repeat({n},1fr);gap:4mm;align-items:start}}.card{{border:.2mm solid #ccc;border-radius:2mm;padding:2mm 3mm;break-inside:avoid;min-width:0}}.ent.m{{display:block}}.ent{{margin:0}}.rt{{white-space:normal!important}}', body), {}
def newspaper(s):
    """Text flows through two columns after a full-width head."""
    L = Look(s); return L.page(f'.fl{{column-count:2;column-gap:8mm;{s.r.choice(["", "column-rule:.2mm solid #999"])}}}.ent.m{{display:block}}.rt{{white-space:normal!important}}', head(L) + f'<div class="fl">{L.all()}</div>'), {}
def halves(s):
    L = Look(s); a = ['experience', 'projects', 'volunteering', 'publications']
    return L.page('.h2_{display:grid;grid-template-columns:1fr 1fr;gap:8mm}.h2_>div{min-width:0}.ent.m{display:block}.rt{white-space:normal!important}', head(L) + L.section('summary') + f'<div class="h2_"><div>{L.all(a)}</div><div>{L.all([k for k in s.sections if k not in a + ["summary"]])}</div></div>'), {}
def network(s):
    """A social network's profile as it saves itself: side column with contact and top skills, durations, employer first."""
    L = Look(s, ['Liberation Sans', 'Roboto', 'Open Sans', 'Inter'], head='plain', no_foot=True); keys = [k for k in ('skills', 'languages', 'certifications', 'awards', 'publications') if k in s.sections]; r = s.r
    addr = [c for c in L.contact(mode='plain', kinds=('address',))]; rest = L.contact(mode='plain', kinds=[k for k, *_ in s.contact if k != 'address'])
    aside = f'<aside>{L.heading("contact")}{"".join(rest)}{L.all(keys)}</aside>'; main = f'<main>{L.name()}{L.hl()}{"".join(addr)}{L.all([k for k in s.sections if k not in keys])}</main>'
    return L.page('body{display:grid;grid-template-columns:62mm 1fr;min-height:296mm}aside,main{-webkit-box-decoration-break:clone;box-decoration-break:clone;padding:10mm 7mm;min-width:0}aside{background:#293e49;color:#fff;overflow-wrap:anywhere}aside h2{color:#c8d4da;font-size:1.05em}.ent.m,aside .rows td{display:block;width:auto!important}', aside + main, '0'), {}

N = dict(slots=['own', 'inline', 'right'])
LAYOUTS = {'side-builder': ('side', side, N), 'canva-side': ('canva', canva_side, dict(slots=['own', 'inline', 'right'])), 'canva-banner': ('canva', canva_banner, N), 'banner-columns': ('banner', banner, N),
 'columns-three': ('columns', three, dict(slots=['own'], skills=['bullets', 'lines', 'meter', 'chips'])), 'columns-newspaper': ('columns', newspaper, dict(slots=['own', 'inline'])), 'columns-halves': ('columns', halves, dict(slots=['own', 'inline'])), 'cards-grid': ('cards', cards, dict(slots=['own'], grouped=False)),
 'network-export': ('network', network, dict(slots=['own'], grouped=True, contact=['dob', 'nationality', 'driving'], skills=['lines'], languages=['paren', 'dash'], avoid='^D'))}
