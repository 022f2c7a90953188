"""Frames as Typst documents (typeset.mjs compiles a batch with the real typesetter). Each takes a Sheet and gives the source."""
from sheet import Entry, Rows, Para, Bullets, Meter, Chips
FONTS = ['Lato', 'Roboto', 'Open Sans', 'Inter', 'EB Garamond', 'Carlito', 'Noto Sans', 'Noto Serif', 'DejaVu Sans', 'Caladea', 'Liberation Sans']
COLORS = ['#26428b', '#1f3a5f', '#7a1f3d', '#0b7285', '#333333', '#dc3522', '#2c5f2d', '#414141', '#5f3dc4']
SIDE = ['skills', 'languages', 'certifications', 'interests', 'awards']
def q(s): return '"' + s.replace('\\', '\\\\').replace('"', '\\"').replace('\n', ' ') + '"'
def X(s): return f'#text({q(s)})' if s else ''

class Typst:
    def __init__(self, s):
        self.s, self.r = s, s.r; r = s.r; self.font = r.choice([f for f in FONTS if s.lang not in ('el', 'bg') or f in ('Noto Sans', 'Noto Serif', 'DejaVu Sans', 'Roboto', 'Open Sans', 'Inter')]); self.color = r.choice(COLORS)
        self.em = {'g': 'b', 'D': r.choice(['', 'm', 'i', 's']), **r.choice([dict(T='b', Q='b', E='i', I='i'), dict(E='b', I='b', T='i', Q='i'), dict(T='b', Q='b', E='c', I='c'), dict(T='sc', Q='sc'), dict(E='b', I='b')])}; self.two = r.choice(['1fr', '#h(1fr)']); self.bul = r.choice(['•', '–', '‣', '▪'])
    def spans(self, xs):
        out = ''
        for k, t in xs:
            st = self.em.get(k, ''); x = X(t)
            out += f'#strong[{x}]' if st == 'b' else f'#emph[{x}]' if st == 'i' else f'#text(fill: luma(100))[{x}]' if st == 'm' else f'#text(fill: accent)[{x}]' if st == 'c' else f'#smallcaps[{x}]' if st == 'sc' else f'#text(size: 0.9em)[{x}]' if st == 's' else x
        return out
    def line(self, l):
        a, b = l
        return f'#grid(columns: (1fr, auto), column-gutter: 4mm, [{self.spans(a)}], align(right)[{self.spans(b)}])\n' if b and self.two == '1fr' else self.spans(a) + (' #h(1fr) ' + self.spans(b) if b else '') + ' \\\n'
    def bullets(self, items): return '#list(marker: [%s], %s)\n' % (self.bul, ', '.join(f'[{X(x)}]' for x in items)) if items else ''
    def entry(self, e):
        body = ''.join(self.line(l) for l in e.lines) + ''.join(X(p) + ' \\\n' for p in e.paras) + '\n' + self.bullets(e.bullets) + ''.join(self.entry(x) for x in e.posts)
        if e.margin: return f'#grid(columns: (32mm, 1fr), column-gutter: 4mm, [{" #linebreak() ".join(self.spans(l) for l in e.margin)}], [{body}])\n'
        return f'#block(breakable: true)[{body}]\n'
    def block(self, b):
        if isinstance(b, Entry): return self.entry(b)
        if isinstance(b, Para): return self.spans(b.spans) + '\n\n'
        if isinstance(b, Bullets): return self.bullets(b.items)
        if isinstance(b, Chips): return ' '.join(f'#box(inset: (x: 4pt, y: 2pt), radius: 3pt, stroke: 0.5pt + accent)[{X(x)}]' for x in b.items) + '\n\n'
        if isinstance(b, Meter): return ''.join(f'{X(n)} #h(1fr) ' + ' '.join(f'#box(circle(radius: 2.2pt, fill: {"accent" if i < l else "luma(210)"}))' for i in range(5)) + ' \\\n' for n, l, _ in b.items) + '\n'
        return ''.join(f'#grid(columns: (30mm, 1fr), column-gutter: 3mm, [#strong[{X(a)}]], [{X(c)}])\n' for a, c in b.rows)
    def heading(self, k): return '#v(4mm)\n' if not self.s.headings[k] else f'#sec({q(self.s.headings[k])})\n'
    def sections(self, keys): return ''.join(self.heading(k) + ''.join(self.block(b) for b in self.s.blocks[k]) for k in keys if k in self.s.sections)
    def contact(self, sep=None):
        ic = {'email': 'E', 'phone': 'T', 'web': 'W', 'address': 'A'}; out = []
        for k, l, x, h in self.s.contact: out.append(f'#link({q(h)})[{X(x)}]' if h else X(x))
        return (sep or self.r.choice([' #h(4pt) | #h(4pt) ', ' · ', ' #h(8pt) ', ' • '])).join(out)
    def page(self, body, margin='18mm', extra=''):
        r = self.r; up = r.choice(['it', 'upper(it)', 'smallcaps(it)']); rule = r.choice(['line(length: 100%, stroke: 0.6pt + accent)', 'v(0pt)', 'line(length: 100%, stroke: 0.3pt)']); foot = f', footer: align({r.choice(["center", "right"])})[#text(size: 8pt, fill: luma(120))[{X(self.s.name)} · #context counter(page).display()]]' if r.random() < .35 else ''
        return f'''#let accent = rgb("{self.color}")
#set document(title: {q(self.s.name)})
#set page(paper: "{"us-letter" if self.s.p["locale"] == "en-US" else "a4"}", margin: {margin}{foot})
#set text(font: ("{self.font}", "Noto Sans"), size: {r.choice([9, 9.5, 10, 10.5, 11])}pt, lang: "{self.s.lang}", hyphenate: {r.choice(["true", "false"])})
#set par(justify: {r.choice(["true", "false"])}, leading: {r.choice([0.5, 0.6, 0.7])}em)
#set block(spacing: {r.choice([0.7, 0.9, 1.1])}em)
#let sec(it) = {{ block(above: 1.3em, below: 0.6em, sticky: true)[#text(weight: "bold", size: {r.choice([1.1, 1.2, 1.35])}em, fill: {r.choice(["accent", "black"])})[#{up}]{r.choice(["#h(4pt)#box(width: 1fr, line(length: 100%, stroke: 0.6pt + accent))", "#v(-3pt)#" + rule])}] }}
{extra}
{body}
'''
def modern(s):
    T = Typst(s); al = s.r.choice(['center', 'left', 'right']); h = f'#align({al})[#text(size: {s.r.choice([20, 24, 28])}pt, weight: "{s.r.choice(["bold", "light", "regular"])}")[{X(s.name)}] \\\n' + (X(s.headline) + ' \\\n' if s.headline else '') + T.contact() + ']\n'
    return T.page(h + T.sections(s.sections), s.r.choice(['15mm', '20mm', '(x: 22mm, y: 16mm)']))
def brilliant(s):
    """Name thin and bold, accent in the first letters, dates at the right in small italics, headings with a rule to the edge."""
    T = Typst(s); a, _, b = s.name.partition(' '); n = f'#text(size: 28pt, weight: 300)[{X(a)}] #text(size: 28pt, weight: 700)[{X(b)}]'
    return T.page(f'#align(left)[{n} \\\n' + (f'#text(fill: accent)[{X(s.headline)}] \\\n' if s.headline else '') + T.contact() + ']\n' + T.sections(s.sections), '14mm')
def two(s):
    """A filled side column on every page, the main text beside it."""
    T = Typst(s); keys = [k for k in SIDE if k in s.sections]; w = s.r.choice(['30%', '33%', '36%']); dark = s.r.random() < .5
    side = f'{T.heading("contact")}' + ' \\\n'.join(X(x) for _, _, x, _ in s.contact) + '\n' + T.sections(keys)
    main = f'#text(size: 24pt, weight: "bold")[{X(s.name)}] \\\n' + (X(s.headline) + '\n' if s.headline else '') + T.sections([k for k in s.sections if k not in keys])
    extra = f'#set page(background: place(left + top, rect(width: {w}, height: 100%, fill: {"luma(235)" if not dark else "accent.lighten(75%)"})))'
    return T.page(f'#grid(columns: ({w}, 1fr), column-gutter: 8mm, block(inset: (left: 6mm, right: 2mm))[{side}], block(inset: (right: 8mm))[{main}])', '(x: 0mm, y: 12mm)', extra)
def rails(s):
    """Section names in a left column, text in the right one."""
    T = Typst(s); h = f'#text(size: 22pt, weight: "bold")[{X(s.name)}] \\\n' + (X(s.headline) + ' \\\n' if s.headline else '') + T.contact() + '\n#v(4mm)\n'
    rows = ''.join(f'#grid(columns: (34mm, 1fr), column-gutter: 5mm, [#text(fill: accent, weight: "bold")[{X(s.headings[k])}]], [{"".join(T.block(b) for b in s.blocks[k])}])\n#v(2mm)\n' for k in s.sections)
    return T.page(h + rows)
LAYOUTS = {'typst-modern': ('typst', modern, {}), 'typst-brilliant': ('typst', brilliant, dict(slots=['right', 'inline', 'own'])), 'typst-columns': ('typst', two, dict(slots=['own', 'inline', 'right'])), 'typst-rails': ('typst', rails, dict(slots=['right', 'own', 'inline']))}
