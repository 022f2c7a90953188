"""How a page of HTML looks: fonts, sizes, colours, headings, contact rows, entries. Nothing here says anything about the person."""
from html import escape as E
from sheet import Entry, Rows, Para, Bullets, Meter, Chips, Grid

FONTS = ['Liberation Sans', 'Carlito', 'Lato', 'Open Sans', 'Liberation Serif', 'EB Garamond', 'Roboto', 'DejaVu Sans', 'Caladea', 'Inter', 'Liberation Sans Narrow', 'Roboto Condensed', 'DejaVu Serif', 'Noto Sans', 'Noto Serif', 'Open Sans Condensed']
PLAIN = ['Liberation Sans', 'Noto Sans', 'DejaVu Sans', 'Roboto', 'Open Sans', 'Carlito', 'Liberation Serif', 'Noto Serif', 'DejaVu Serif']
COLORS = ['#1f3a5f', '#2c5f2d', '#7a1f3d', '#333', '#0b7285', '#5f3dc4', '#a8430f', '#004b87', '#111', '#b5179e', '#c2410c', '#0f766e', '#666', '#d6336c', '#1971c2', '#5c4033']
ICON = {'email': '<path d="M1 3h14v10H1z M1 3l7 6 7-6"/>', 'phone': '<path d="M4 1h8v14H4z M7 13h2"/>', 'address': '<path d="M8 15C4 10 3 8 3 6a5 5 0 0 1 10 0c0 2-1 4-5 9z M8 7v-2"/>', 'web': '<circle cx="8" cy="8" r="7"/><path d="M1 8h14 M8 1c4 4 4 10 0 14 M8 1c-4 4-4 10 0 14"/>',
        'dob': '<path d="M2 3h12v11H2z M2 6h12 M5 1v3 M11 1v3"/>', 'nationality': '<path d="M3 1v14 M3 2h10l-2 3 2 3H3"/>', 'other': '<path d="M2 8h12 M8 2v12"/>', 'section': '<path d="M2 4h12v9H2z M6 4V2h4v2"/>'}
GLYPH = {'email': '✉', 'phone': '☎', 'address': '⌂', 'web': '⚑', 'dob': '✱', 'nationality': '⚐', 'other': '•'}
def icon(k): return f'<svg class="ic" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.3">{ICON[k]}</svg>'

class Look:
    def __init__(self, s, fonts=FONTS, **o):
        self.s, self.r = s, s.r; r = s.r
        self.font = r.choice([f for f in fonts if s.lang not in ('el', 'bg') or f not in ('Lato', 'EB Garamond', 'Caladea')]); self.head_font = self.font if r.random() < .75 else r.choice([f for f in PLAIN])
        self.size = r.choice([8.5, 9, 9.5, 10, 10, 10.5, 11, 11.5]); self.lead = r.choice([1.2, 1.3, 1.35, 1.4, 1.5, 1.6]); self.color = r.choice(COLORS)
        self.head = r.choice(['upper', 'rule', 'rule', 'plain', 'bar', 'box', 'spaced', 'caps', 'center', 'icon', 'number', 'left', 'colon', 'dashes']) if 'head' not in o else o['head']
        self.em = r.choice([dict(T='b', Q='b', E='i', I='i'), dict(T='b', Q='b'), dict(E='b', I='b', T='i', Q='i'), dict(E='b', I='b'), dict(T='bc', Q='bc', E='m', I='m'), dict(T='b', Q='b', E='b', I='b'), dict(), dict(T='u', Q='u'), dict(E='up b', I='up b'), dict(T='b', Q='b', E='c', I='c')])
        self.em = {'D': r.choice(['', '', 'm', 'i', 'b', 'c', 's']), 'C': r.choice(['', '', 'm', 'i']), 'g': 'b', **self.em}
        self.bullet = s.bullet; self.real_list = r.random() < .6; self.mode = r.choice(o.get('modes', ['icons', 'labels', 'plain', 'plain', 'letters', 'glyphs'])); self.n = 0
        self.two_lines = r.random() < .2; self.no_heading = {'summary'} if r.random() < .2 else set(s.sections) if r.random() < .012 else set(); self.justify = r.random() < .15; self.rtl = r.choice(['flex', 'flex', 'float', 'grid'])
        self.name_style = r.choice(['', '', '', 'text-transform:uppercase', 'letter-spacing:.15em;text-transform:uppercase', 'font-variant:small-caps', 'font-weight:300', 'letter-spacing:.06em'])
        self.colon = r.choice([':', ':', '', ' –'])
        self.foot = ''
        if r.random() < .15 and not o.get('no_foot'):
            w = s.w; page = w['page'][0].replace('{a}', '" counter(page) "').replace('{b}', '" counter(pages) "')
            self.foot = '@bottom-%s{font-size:8pt;color:#777;content:"%s"}' % (r.choice(['center', 'right', 'left']), r.choice([f'{w["cv"][0]} – {s.name} – {page}', page, '" counter(page) " / " counter(pages) "', s.name + ' | " counter(page) "', f'{s.name} • {w["cv"][0]}']))
    def css(self, margin='14mm'):
        r = self.r; size = 'Letter' if self.s.p['locale'] == 'en-US' else 'A4'
        h = {'upper': 'text-transform:uppercase;', 'rule': 'border-bottom:.3mm solid var(--c);', 'plain': '', 'bar': 'border-left:1.4mm solid var(--c);padding-left:2mm;', 'box': 'background:var(--c);color:#fff;padding:.6mm 2mm;', 'spaced': 'letter-spacing:.28em;text-transform:uppercase;font-weight:400;',
             'caps': 'font-variant:small-caps;', 'center': 'text-align:center;border-bottom:.2mm solid #888;', 'icon': 'color:var(--c);', 'number': '', 'left': 'color:var(--c);border-top:.3mm solid #999;padding-top:1mm;', 'colon': 'text-decoration:underline;', 'dashes': 'color:var(--c);'}[self.head]
        right = {'flex': '.ln{display:flex;justify-content:space-between;flex-wrap:wrap;column-gap:4mm}.rt{white-space:nowrap;margin-left:auto}', 'float': '.rt{float:right;white-space:nowrap;margin-left:3mm}', 'grid': '.ln.two{display:grid;grid-template-columns:1fr auto;gap:3mm}.rt{white-space:nowrap}'}[self.rtl if self.rtl != 'table' else 'float']
        return f'''@page{{size:{size};margin:{margin};{self.foot}}}*{{box-sizing:border-box}}body{{--c:{self.color};margin:0;font-family:"{self.font}","Noto Sans",sans-serif;font-size:{self.size}pt;line-height:{self.lead};color:#222;-webkit-print-color-adjust:exact}}
h1,h2,h3,p,ul{{margin:0;padding:0}}a{{color:inherit;text-decoration:none}}.ic{{width:1em;height:1em;vertical-align:-.12em;margin-right:.5em}}h1,h2{{font-family:"{self.head_font}","Noto Sans",sans-serif}}
h1{{font-size:{r.choice([1.6, 1.9, 2.2, 2.6, 3])}em;line-height:1.15;{self.name_style}}}h2{{font-size:{r.choice([1, 1.1, 1.2, 1.35, 1.5])}em;margin:{r.choice([3, 4, 5, 6])}mm 0 {r.choice([1, 1.5, 2])}mm;break-after:avoid;{h}}}
.hl{{font-size:1.15em;{r.choice(["", "color:var(--c)", "font-style:italic", "text-transform:uppercase;letter-spacing:.08em", "font-weight:600"])}}}.ent{{margin-bottom:{r.choice([1, 2, 2.6, 3.5])}mm;break-inside:{r.choice(["auto", "avoid"])}}}.ent.m{{display:grid;grid-template-columns:{r.choice([26, 32, 38, 44])}mm 1fr;gap:{r.choice([3, 4, 6])}mm}}.mg{{{r.choice(["", "color:#666", "font-weight:bold", "text-align:right"])}}}
li,.bl{{break-inside:avoid}}.tail{{margin-top:5mm;font-size:.85em}}ul{{padding-left:{r.choice([4, 4.5, 6])}mm;list-style:{r.choice(["disc", "disc", "square", "circle", '"– "', '"• "'])}}}.bl{{padding-left:{r.choice([0, 4])}mm;{r.choice(["", "text-indent:-3mm;margin-left:3mm"])}}}{right}.b{{font-weight:bold}}.i{{font-style:italic}}.m_{{color:#666}}.c{{color:var(--c)}}.u{{text-decoration:underline}}.up{{text-transform:uppercase}}.s{{font-size:.88em}}
.rows{{width:100%;border-collapse:collapse}}.rows td{{vertical-align:top;padding:.3mm 2mm .3mm 0}}.rows td:first-child{{width:{r.choice([26, 34, 42])}mm;{r.choice(["", "font-weight:bold", "color:#555"])}}}.sk{{break-inside:avoid;display:{r.choice(["block", "flex;justify-content:space-between;gap:3mm"])}}}
table.grid{{width:100%;border-collapse:collapse;font-size:.9em;text-align:center}}.grid td,.grid th{{border:.2mm solid #aaa;padding:.6mm;width:auto!important;font-style:normal;text-align:center!important}}.bar{{display:block;height:1.5mm;width:{r.choice(["100%", "28mm"])};background:#ddd;margin:.6mm 0 1.2mm}}.bar i{{display:block;height:100%;background:var(--c)}}.dots i{{display:inline-block;width:2mm;height:2mm;border-radius:50%;background:#d5d5d5;margin-left:.7mm}}.dots .on{{background:var(--c)}}
.chip{{display:inline-block;border:.25mm solid var(--c);border-radius:{r.choice([0, 1, 3])}mm;padding:.2mm 2mm;margin:0 .8mm 1mm 0}}.ct{{overflow-wrap:anywhere}}{"p,li{text-align:justify;hyphens:auto}" if self.justify else ""}'''

    def spans(self, xs):
        out = ''
        for k, s in xs:
            st = self.em.get(k, ''); cls = ' '.join({'b': 'b', 'i': 'i', 'm': 'm_', 'c': 'c', 'u': 'u', 's': 's', 'bc': 'b c', 'up': 'up'}.get(q, '') for q in st.split()); out += f'<span class="{cls}">{E(s)}</span>' if cls else E(s)
        return out
    def line(self, l):
        a, b = l
        if not b: return f'<div class="ln">{self.spans(a)}</div>' if self.rtl != 'flex' else f'<div>{self.spans(a)}</div>'
        if self.rtl == 'float': return f'<div class="ln"><span class="rt">{self.spans(b)}</span><span>{self.spans(a)}</span></div>'
        return f'<div class="ln two"><span>{self.spans(a)}</span><span class="rt">{self.spans(b)}</span></div>'
    def bullets(self, items):
        if not items: return ''
        if self.real_list: return '<ul>' + ''.join(f'<li>{E(x)}</li>' for x in items) + '</ul>'
        return ''.join(f'<div class="bl">{self.bullet} {E(x)}</div>' for x in items)
    def entry(self, e):
        body = ''.join(self.line(l) for l in e.lines) + ''.join(f'<p>{E(x)}</p>' for x in e.paras) + self.bullets(e.bullets) + ''.join(self.entry(x) for x in e.posts)
        if e.margin: return f'<div class="ent m"><div class="mg">{"".join(f"<div>{self.spans(l)}</div>" for l in e.margin)}</div><div class="bd">{body}</div></div>'
        return f'<div class="ent">{body}</div>'
    def block(self, b):
        r = self.r
        if isinstance(b, Entry): return self.entry(b)
        if isinstance(b, Para): return f'<p>{self.spans(b.spans)}</p>'
        if isinstance(b, Bullets): return self.bullets(b.items)
        if isinstance(b, Chips): return '<div>' + ' '.join(f'<span class="chip">{E(x)}</span>' for x in b.items) + '</div>'
        if isinstance(b, Rows):
            if self.table_rows: return '<table class="rows">' + ''.join(f'<tr><td>{E(a)}</td><td>{E(c)}</td></tr>' for a, c in b.rows) + '</table>'
            return ''.join(f'<p><span class="b">{E(a)}{self.colon or ":"}</span> {E(c)}</p>' if a and c else f'<p>{E(a or c)}</p>' for a, c in b.rows)
        if isinstance(b, Grid):
            _, other, under, speak, write, *five = b.labels; head = f'<tr><th>{E(other)}</th><th colspan="2">{E(under)}</th><th colspan="2">{E(speak)}</th><th>{E(write)}</th></tr><tr><th></th>' + ''.join(f'<td>{E(x)}</td>' for x in five) + '<td></td></tr>'
            return f'<table class="grid">{head}' + ''.join(f'<tr><th>{E(n)}</th>' + ''.join(f'<td>{x}</td>' for x in xs) + '</tr>' for n, xs in b.rows) + '</table>'
        style = self.meter
        def one(n, l, w):
            if style == 'dots': return f'<div class="sk"><span>{E(n)}</span> <span class="dots">{"".join("<i class=on></i>" if k < l else "<i></i>" for k in range(5))}</span></div>'
            if style == 'stars': return f'<div class="sk"><span>{E(n)}</span> <span>{"★" * l}{"☆" * (5 - l)}</span></div>'
            if style == 'percent': return f'<div class="sk"><span>{E(n)}</span> <span class="m_">{l * 20}%</span></div>'
            return f'<div><span>{E(n)}</span><i class="bar"><i style="width:{l * 20}%"></i></i></div>'
        return ''.join(one(*x) for x in b.items)
    @property
    def table_rows(self):
        if not hasattr(self, '_tr'): self._tr = self.r.random() < .5
        return self._tr
    @property
    def meter(self):
        if not hasattr(self, '_mt'): self._mt = self.r.choice(['bars', 'dots', 'stars', 'bars', 'percent'])
        return self._mt
    def heading(self, k, tag='h2'):
        if k in self.no_heading: return ''
        if not self.s.headings[k]: return ''
        h = E(self.s.headings[k]); self.n += 1
        if self.head == 'number': h = f'{self.n}. {h}'
        elif self.head == 'icon': h = icon('section') + h
        elif self.head == 'colon': h += ':'
        elif self.head == 'dashes': h = f'— {h} —'
        return f'<{tag}>{h}</{tag}>'
    def body(self, k): return ''.join(self.block(b) for b in self.s.blocks[k])
    def section(self, k): return f'<section class="{k}">{self.heading(k)}{self.body(k)}</section>' if k in self.s.sections else ''
    def all(self, keys=None): return ''.join(self.section(k) for k in self.s.sections if keys is None or k in keys)
    def contact(self, tag='div', mode=None, kinds=None):
        out = []; mode = mode or self.mode
        for k, l, x, href in self.s.contact:
            if kinds and k not in kinds: continue
            v = E(x)
            if k == 'address' and self.two_lines and tag == 'div': v = v.replace(', ', '<br>', 1)
            v = f'<a href="{E(href)}">{v}</a>' if href else v
            pre = {'icons': icon(k), 'labels': f'<b>{E(l)}{self.colon or ":"}</b> ' if l else '', 'letters': {'phone': 'T ', 'email': 'E ', 'web': 'W ', 'address': 'A '}.get(k, ''), 'glyphs': GLYPH[k] + ' ', 'plain': '' if k not in ('dob', 'nationality', 'other') else E(l) + ' ', 'stack': f'<b>{E(l)}</b><br>' if l else ''}[mode]
            out.append(f'<{tag} class="ct">{pre}{v}</{tag}>')
        return out
    def name(self, tag='h1', two=False):
        n = self.s.name
        if two and ' ' in n and ',' not in n: a, b = n.rsplit(' ', 1); return f'<{tag}><span style="font-weight:{self.r.choice([300, 400, 700])}">{E(a)}</span>{self.r.choice(["<br>", " "])}{E(b)}</{tag}>'
        return f'<{tag}>{E(n)}</{tag}>'
    def hl(self): return f'<div class="hl">{E(self.s.headline)}</div>' if self.s.headline else ''
    def photo(self, style=''):
        if not self.s.photo(): return ''
        r = self.r; return f'<svg style="width:28mm;height:34mm;{style}" viewBox="0 0 28 34"><rect width="28" height="34" fill="#dfe5ea"/><path d="M2 34c1-9 7-11 12-11s11 2 12 11z" fill="{r.choice(["#34495e", "#7f3f4c", "#3f6f5a"])}"/><ellipse cx="14" cy="13" rx="6" ry="8" fill="{r.choice(["#e8c4a2", "#c99a74", "#8d5a3c", "#f0d2b6"])}"/></svg>'
    def page(self, css, body, margin='14mm'):
        return f'<!doctype html><html lang="{self.s.lang}"><head><meta charset="utf-8"><title>{E(self.s.name)}</title><style>{self.css(margin)}{css}</style></head><body>{body}</body></html>'
