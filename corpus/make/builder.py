"""Frames as pdfmake documents, as builders that run in the browser print them. Each takes a Sheet and gives the description (a dict)."""
from sheet import Entry, Rows, Para, Bullets, Meter, Chips
COLORS = ['#1f3a5f', '#2c5f2d', '#7a1f3d', '#333333', '#0b7285', '#5f3dc4', '#a8430f', '#38bdf8', '#0f766e']
SIDE = ['skills', 'languages', 'certifications', 'interests', 'awards']

class Maker:
    def __init__(self, s):
        self.s, self.r = s, s.r; r = s.r; self.color = r.choice(COLORS); self.font = r.choice(['DejaVu', 'Liberation', 'OpenSans'] if s.lang in ('el', 'bg') else ['Lato', 'Liberation', 'Serif', 'DejaVu', 'OpenSans'])
        self.em = {'g': 'b', 'D': r.choice(['', 'm', 'i']), **r.choice([dict(T='b', Q='b'), dict(E='b', I='b'), dict(T='b', Q='b', E='i', I='i'), dict(E='b', I='b', T='c', Q='c')])}; self.bul = r.choice(['ul', 'ul', '•', '-']); self.up = r.random() < .4; self.rule = r.random() < .5
    def spans(self, xs):
        out = []
        for k, t in xs:
            st = self.em.get(k, ''); d = dict(text=t)
            if st == 'b': d['bold'] = True
            if st == 'i': d['italics'] = True
            if st == 'm': d['color'] = '#666666'
            if st == 'c': d['color'] = self.color
            out.append(d)
        return dict(text=out)
    def bullets(self, items): return [dict(ul=list(items))] if items and self.bul == 'ul' else [dict(text=f'{self.bul} {x}') for x in items]
    def entry(self, e):
        body = []
        for a, b in e.lines: body.append(dict(columns=[dict(width='*', **self.spans(a)), dict(width='auto', alignment='right', **self.spans(b))], columnGap=8) if b else self.spans(a))
        body += [dict(text=x) for x in e.paras] + self.bullets(e.bullets)
        for x in e.posts: body += self.entry(x)
        if e.margin: return [dict(columns=[dict(width=95, stack=[self.spans(l) for l in e.margin]), dict(width='*', stack=body)], columnGap=10, margin=[0, 0, 0, 5])]
        return [dict(stack=body, margin=[0, 0, 0, 6])]
    def block(self, b):
        if isinstance(b, Entry): return self.entry(b)
        if isinstance(b, Para): return [self.spans(b.spans)]
        if isinstance(b, Bullets): return self.bullets(b.items)
        if isinstance(b, Chips): return [dict(text=' '.join(f'[{x}]' for x in b.items))] if self.r.random() < .2 else [dict(text='   '.join(b.items))]
        if isinstance(b, Meter): return [dict(columns=[dict(width='*', text=n), dict(width='auto', canvas=[dict(type='ellipse', x=6 + 9 * i, y=6, r1=3, r2=3, color=self.color if i < l else '#d5d5d5') for i in range(5)])]) for n, l, _ in b.items]
        return [dict(text=[dict(text=a + (': ' if a and c else ''), bold=True), c]) for a, c in b.rows]
    def heading(self, k):
        h = self.s.headings[k]
        if not h: return [dict(text=' ')]
        out = [dict(text=h.upper() if self.up else h, bold=True, fontSize=12.5, color=self.color, margin=[0, 9, 0, 3], headlineLevel=1)]
        if self.rule: out.append(dict(canvas=[dict(type='line', x1=0, y1=0, x2=150, y2=0, lineWidth=.7, lineColor=self.color)], margin=[0, 0, 0, 4]))
        return out
    def sections(self, keys):
        out = []
        for k in keys:
            if k in self.s.sections:
                out += self.heading(k)
                for b in self.s.blocks[k]: out += self.block(b)
        return out
    def head(self, al='left'): return [dict(text=self.s.name, fontSize=self.r.choice([18, 22, 26]), bold=True, alignment=al)] + ([dict(text=self.s.headline, fontSize=12, alignment=al, color=self.color)] if self.s.headline else [])
    def contact(self, mode='line', al='left'):
        if mode == 'line': return [dict(text=self.r.choice(['  |  ', '  •  ', '   ']).join(x for _, _, x, _ in self.s.contact), alignment=al, margin=[0, 2, 0, 2])]
        return [dict(text=[dict(text=l + ': ', bold=True), x] if mode == 'labels' and l else x) for _, l, x, _ in self.s.contact]
    def doc(self, content, margins=(40, 40, 40, 40), **k):
        d = dict(pageSize='LETTER' if self.s.p['locale'] == 'en-US' else 'A4', pageMargins=list(margins), content=content, defaultStyle=dict(font=self.font, fontSize=self.r.choice([8.5, 9, 9.5, 10, 10.5]), lineHeight=self.r.choice([1.1, 1.2, 1.3])), info=dict(title=self.s.name), **k)
        if self.r.random() < .2: d['pageFooter'] = self.s.w['page'][0]
        return d
def plain(s): m = Maker(s); al = s.r.choice(['left', 'center']); return m.doc(m.head(al) + m.contact(s.r.choice(['line', 'line', 'labels']), al) + m.sections(s.sections))
def split(s):
    m = Maker(s); keys = [k for k in SIDE if k in s.sections]; a = dict(width=165, stack=m.heading('contact') + m.contact('lines') + m.sections(keys)); b = dict(width='*', stack=m.head() + m.sections([k for k in s.sections if k not in keys])); left = s.r.random() < .6
    side = dict(type='rect', x=0 if left else 595 - 200, y=0, w=200, h=785, color='#eef1f4')
    return m.doc([dict(columns=[a, b] if left else [b, a], columnGap=30)], (20, 30, 20, 30), side=side)
def table(s):
    m = Maker(s); rows = [[dict(stack=[dict(text=s.headings[k], bold=True, color=m.color)]), dict(stack=[y for b in s.blocks[k] for y in m.block(b)])] for k in s.sections]
    return m.doc(m.head() + m.contact('labels') + [dict(table=dict(widths=[100, '*'], body=rows, dontBreakRows=False), layout=s.r.choice(['noBorders', 'lightHorizontalLines']))])
LAYOUTS = {'builder-plain': ('builder', plain, {}), 'builder-split': ('builder', split, dict(slots=['own', 'inline', 'right'])), 'builder-table': ('builder', table, dict(slots=['own', 'inline', 'right']))}
