"""Frames as Word documents through python-docx: template habits (tables, text boxes, tab stops, page headers). Each takes a Sheet and a path."""
from docx.shared import Pt, Mm, RGBColor
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn, nsdecls
from xml.sax.saxutils import escape
from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_ALIGN_PARAGRAPH
from sheet import Entry, Rows, Para, Bullets, Meter, Chips
FONTS = ['Calibri', 'Arial', 'Times New Roman', 'Cambria', 'Georgia', 'Verdana', 'Garamond', 'Century Gothic', 'Tahoma', 'Trebuchet MS', 'Book Antiqua', 'Segoe UI', 'Aptos', 'Liberation Sans']
COLORS = ['1F3A5F', '2E74B5', '7A1F3D', '333333', '0B7285', '5F3DC4', 'A8430F', '000000', '666666', '538135']
SIDE = ['skills', 'languages', 'certifications', 'interests']

class Word:
    def __init__(self, s, width=170):
        self.s, self.r, self.width = s, s.r, width; r = s.r; self.d = d = Document(); n = d.styles['Normal']; n.font.name = r.choice(FONTS); n.font.size = Pt(r.choice([9, 9.5, 10, 10.5, 11, 12])); n.paragraph_format.space_after = Pt(r.choice([0, 2, 4, 8]))
        sec = d.sections[0]; us = s.p['locale'] == 'en-US'; sec.page_width, sec.page_height = (Mm(216), Mm(279)) if us else (Mm(210), Mm(297)); m = r.choice([15, 20, 25]); sec.left_margin = sec.right_margin = Mm(m); sec.top_margin = sec.bottom_margin = Mm(r.choice([12, 18, 25])); self.width = (216 if us else 210) - 2 * m
        d.core_properties.author = ''; d.core_properties.title = s.name; self.color = r.choice(COLORS); self.styled = r.random() < .6; self.rule = r.random() < .5; self.case = r.choice(['', '', 'upper', 'smallcaps']); self.hsize = r.choice([11, 12, 13, 14, 16])
        self.em = r.choice([dict(T='b', Q='b', E='i', I='i'), dict(T='b', Q='b'), dict(E='b', I='b', T='i', Q='i'), dict(E='b', I='b'), dict(), dict(T='bc', Q='bc'), dict(T='b', Q='b', E='b', I='b'), dict(T='u', Q='u')]); self.em = {'g': 'b', 'D': r.choice(['', 'i', 'b', 'm']), **self.em}
        self.bullet = r.choice(['style', 'style', 'style', s.bullet]); self.right = r.choice(['tab', 'tab', 'spaces', 'newline']); self.breaks = r.random() < .15
    def run(self, p, text, st='', size=None):
        x = p.add_run(text); x.bold = 'b' in st or None; x.italic = 'i' in st or None; x.underline = 'u' in st or None
        if 'c' in st: x.font.color.rgb = RGBColor.from_string(self.color)
        if 'm' in st: x.font.color.rgb = RGBColor(0x66, 0x66, 0x66)
        if size: x.font.size = Pt(size)
        return x
    def par(self, c, text='', st='', size=None, style=None):
        p = c.add_paragraph(style=style)
        if text: self.run(p, text, st, size)
        return p
    def spans(self, p, xs):
        for k, t in xs: self.run(p, t, self.em.get(k, ''))
    def heading(self, c, k, side=False):
        t = self.s.headings[k]
        if not t: return self.par(c)
        if self.case == 'upper': t = t.upper()
        p = c.add_heading(t, 1) if self.styled and hasattr(c, 'add_heading') else self.par(c, t, 'bc', self.hsize)
        p.paragraph_format.space_before = Pt(8); p.paragraph_format.keep_with_next = True
        if self.case == 'smallcaps':
            for x in p.runs: x.font.small_caps = True
        if self.rule: p._p.get_or_add_pPr().append(parse_xml(f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="1" w:color="{self.color}"/></w:pBdr>'))
        return p
    def line(self, c, l, width=None):
        a, b = l; p = c.add_paragraph(); self.spans(p, a)
        if b:
            if self.right == 'newline' or width and width < 100: p = c.add_paragraph()
            elif self.right == 'spaces': p.add_run(' ' * 12)
            else: p.paragraph_format.tab_stops.add_tab_stop(Mm(width or self.width), WD_TAB_ALIGNMENT.RIGHT); p.add_run('\t')
            self.spans(p, b)
        return p
    def bullets(self, c, items):
        for x in items:
            if self.bullet == 'style': self.par(c, x, style='List Bullet')
            else: self.par(c, f'{self.bullet} {x}')
    def entry(self, c, e, width=None, skip_margin=False):
        if e.margin and not skip_margin:
            for l in e.margin: self.spans(c.add_paragraph(), l)
        if self.breaks and not any(b for _, b in e.lines) and len(e.lines) > 1:
            p = c.add_paragraph()
            for i, (a, _) in enumerate(e.lines):
                if i: p.add_run().add_break()
                self.spans(p, a)
        else:
            for l in e.lines: self.line(c, l, width)
        for x in e.paras: self.par(c, x)
        self.bullets(c, e.bullets)
        for x in e.posts: self.entry(c, x, width)
    def block(self, c, b, width=None):
        if isinstance(b, Entry): self.entry(c, b, width)
        elif isinstance(b, Para): self.spans(c.add_paragraph(), b.spans)
        elif isinstance(b, Bullets): self.bullets(c, b.items)
        elif isinstance(b, Chips): self.par(c, '   '.join(b.items))
        elif isinstance(b, Meter):
            for n, l, _ in b.items: p = self.par(c, n); self.run(p, '  ' + '●' * l + '○' * (5 - l))
        elif isinstance(b, Rows):
            for x, y in b.rows: p = c.add_paragraph(); self.run(p, x + (': ' if x and y else ''), 'b'); self.run(p, y)
    def sections(self, c, keys, width=None):
        for k in keys:
            self.heading(c, k)
            for b in self.s.blocks[k]: self.block(c, b, width)
    def contact(self, c, mode=None):
        r = self.r; mode = mode or r.choice(['lines', 'line', 'labels', 'icons']); items = self.s.contact; ic = {'email': '✉', 'phone': '☎', 'address': '⌂', 'web': '🌐'}
        if mode == 'line': return self.par(c, r.choice([' | ', ' • ', ' · ', ', ', '  –  ', ' ◆ ']).join(x for _, _, x, _ in items))
        for k, l, x, _ in items: self.par(c, {'lines': x, 'labels': f'{l}: {x}' if l else x, 'icons': f'{ic.get(k, "•")} {x}'}[mode])
    def head(self, c, align=None):
        p = self.par(c, self.s.name, 'bc', self.r.choice([16, 18, 20, 24, 28]), style='Title' if self.styled and hasattr(c, 'add_heading') and self.r.random() < .5 else None); al = {'center': WD_ALIGN_PARAGRAPH.CENTER, 'right': WD_ALIGN_PARAGRAPH.RIGHT}.get(align)
        if al is not None: p.alignment = al
        if self.s.headline: p = self.par(c, self.s.headline, self.r.choice(['', 'i', 'b', 'c']), 12); p.alignment = al
    def shade(self, cell, fill): cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>'))
    def table(self, c, widths, rows=0, style=None):
        t = c.add_table(rows, len(widths), style=style) if style else c.add_table(rows, len(widths)); t.autofit = False
        for col, mm in zip(t.columns, widths): col.width = Mm(mm)
        return t
    def row(self, t, widths):
        cs = t.add_row().cells
        for c, w in zip(cs, widths): c.width = Mm(w)
        return cs
def clear(cell):
    """The empty paragraph that every new cell brings goes, when something else is in it."""
    if len(cell.paragraphs) > 1 and not cell.paragraphs[0].text: cell._tc.remove(cell.paragraphs[0]._p)

def classic(s, path): w = Word(s); w.head(w.d, w.r.choice([None, 'center', 'right'])); w.contact(w.d); w.sections(w.d, s.sections); w.d.save(path)
def modern(s, path):
    """One table: a shaded side cell with contact and skills, the rest beside it."""
    w = Word(s); d = w.d; sec = d.sections[0]; sec.left_margin = sec.right_margin = Mm(10); left = w.r.random() < .6; t = w.table(d, [60, 130] if left else [130, 60], 1); a, b = t.rows[0].cells if left else t.rows[0].cells[::-1]; a.width, b.width = Mm(60), Mm(130)
    if w.r.random() < .8: w.shade(a, w.r.choice(['E3E9F0', 'F2F2F2', 'FBE4D5', 'DEEAF6', 'E2EFD9']))
    keys = [k for k in SIDE if k in s.sections]; w.head(b if w.r.random() < .7 else a); w.heading(a, 'contact'); w.contact(a, w.r.choice(['lines', 'labels', 'icons'])); w.sections(a, keys, 55); w.sections(b, [k for k in s.sections if k not in keys], 125); clear(a); clear(b); d.save(path)
def dates_table(s, path):
    """Borderless table, dates in the first column, one row an entry."""
    w = Word(s); d = w.d; wd = [w.r.choice([32, 40, 48]), 0]; wd[1] = w.width - wd[0]
    if w.r.random() < .6: w.head(d); w.contact(d)
    t = w.table(d, wd)
    if not d.paragraphs: a, b = w.row(t, wd); w.head(b); w.contact(b, 'labels'); clear(b)
    for k in s.sections:
        a, b = w.row(t, wd); m = a.merge(b); w.heading(m, k); clear(m)
        for x in s.blocks[k]:
            a, b = w.row(t, wd)
            if isinstance(x, Entry):
                for l in x.margin: w.spans(a.add_paragraph(), l)
                w.entry(b, x, wd[1], True)
            elif isinstance(x, Rows):
                for i, (p, q) in enumerate(x.rows):
                    if i: clear(a); clear(b); a, b = w.row(t, wd)
                    a.paragraphs[0].add_run(p); b.paragraphs[0].add_run(q)
            else: w.block(b, x, wd[1])
            clear(a); clear(b)
    d.save(path)
def page_header(s, path):
    """Name and contact stand in the page header or footer only."""
    w = Word(s); d = w.d; h = d.sections[0].header if w.r.random() < .7 else d.sections[0].footer; h.is_linked_to_previous = False; p = h.paragraphs[0]; w.run(p, s.name, 'bc', 18); w.contact(h, w.r.choice(['line', 'lines', 'labels']))
    if s.headline: w.par(d, s.headline, 'b', 13)
    w.sections(d, s.sections); d.save(path)
def tabs(s, path):
    """Tab stops and hanging indents in place of a table."""
    w = Word(s); d = w.d; w.head(d); stop = Mm(w.r.choice([35, 42, 50]))
    def two(a, b_):
        p = d.add_paragraph(); p.paragraph_format.left_indent = stop; p.paragraph_format.first_line_indent = -stop; p.paragraph_format.tab_stops.add_tab_stop(stop); w.spans(p, a); p.add_run('\t'); w.spans(p, b_); return p
    for k, l, x, _ in s.contact: two([('x', l + (':' if l else ''))], [('x', x)])
    for k in s.sections:
        w.heading(d, k)
        for x in s.blocks[k]:
            if isinstance(x, Entry):
                m = [l for l in x.margin] or [[]]
                for i in range(max(len(x.lines), len(m))): two(m[i] if i < len(m) else [], x.lines[i][0] if i < len(x.lines) else [])
                for q in x.paras + [('- ' + h) for h in x.bullets]: two([], [('x', q)])
                for q in x.posts: w.entry(d, q)
            elif isinstance(x, Rows):
                for p, q in x.rows: two([('x', p)], [('x', q)])
            else: w.block(d, x)
    d.save(path)
def columns(s, path):
    """A full-width head, then a section in two columns."""
    w = Word(s); d = w.d; w.head(d); w.contact(d, 'line'); w.right = 'newline'; sec = d.add_section(WD_SECTION.CONTINUOUS); c = sec._sectPr.xpath('./w:cols')[0]; c.set(qn('w:num'), '2'); c.set(qn('w:space'), '480')
    left = [k for k in s.sections if k in SIDE + ['summary', 'education', 'awards', 'references']]; right = [k for k in s.sections if k not in left]; w.sections(d, left, 80)
    if d.paragraphs and right: d.paragraphs[-1].add_run().add_break(WD_BREAK.COLUMN)
    w.sections(d, right, 80); d.save(path)
def boxes(s, path):
    """Bordered tables: each section a table with a shaded head row."""
    w = Word(s); d = w.d; w.head(d); w.contact(d)
    for k in s.sections:
        t = w.table(d, [w.width], style='Table Grid'); (a,) = w.row(t, [w.width]); w.shade(a, 'D9E2F3'); w.run(a.paragraphs[0], s.headings[k], 'b')
        for x in s.blocks[k]: (a,) = w.row(t, [w.width]); w.block(a, x, w.width - 5); clear(a)
        w.par(d)
    d.save(path)
def textboxes(s, path):
    """Floating text boxes in the left margin hold contact, skills and languages; the text runs beside them."""
    w = Word(s); d = w.d; sec = d.sections[0]; sec.left_margin, sec.right_margin = Mm(75), Mm(14); w.width = 120; keys = [k for k in SIDE if k in s.sections][:3]; flat = lambda b: [''.join(x for _, x in b.spans)] if isinstance(b, Para) else b.items if isinstance(b, (Bullets, Chips)) else [n for n, _, _ in b.items] if isinstance(b, Meter) else [f'{x}: {y}' if x and y else x or y for x, y in b.rows] if isinstance(b, Rows) else []
    p0 = d.add_paragraph(); y = 40; boxes_ = [[(s.headings['contact'], 26)] + [(x, 18) for _, _, x, _ in s.contact]] + [[(s.headings[k], 26)] + [(x, 18) for b in s.blocks[k] for x in flat(b)] for k in keys]
    for i, rows in enumerate(boxes_): n = sum(1 + len(x) // 22 for x, _ in rows); h = 34 + 15 * n; p0._p.append(box(rows, 24, y, 165, h, i + 1)); y += h + 10
    w.head(d); w.sections(d, [k for k in s.sections if k not in keys]); d.save(path)
def box(paras, x, y, w, h, n):
    ps = ''.join(f'<w:p><w:r><w:rPr>{"<w:b/>" if i == 0 else ""}<w:sz w:val="{z}"/></w:rPr><w:t xml:space="preserve">{escape(t)}</w:t></w:r></w:p>' for i, (t, z) in enumerate(paras)); E = 12700
    ns = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"')
    return parse_xml(f'''<w:r {ns}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{n}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>{x * E}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{y * E}</wp:posOffset></wp:positionV><wp:extent cx="{w * E}" cy="{h * E}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{n}" name="Text Box {n}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{w * E}" cy="{h * E}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr><wps:txbx><w:txbxContent>{ps}</w:txbxContent></wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape type="#_x0000_t202" style="position:absolute;margin-left:{x}pt;margin-top:{y}pt;width:{w}pt;height:{h}pt"><v:textbox><w:txbxContent>{ps}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>''')

N = dict(slots=['own', 'inline', 'right', 'right'])
LAYOUTS = {'word-classic': ('word-text', classic, N), 'word-modern': ('word-table', modern, dict(slots=['own', 'inline', 'right'])), 'word-dates-table': ('word-table', dates_table, dict(slots=['margin'])), 'word-page-header': ('word-text', page_header, N),
 'word-tabs': ('word-text', tabs, dict(slots=['margin'], grouped=False)), 'word-columns': ('word-table', columns, dict(slots=['own', 'inline'])), 'word-boxes': ('word-table', boxes, dict(slots=['own', 'inline', 'label', 'right'])), 'word-labels': ('word-text', classic, dict(slots=['label'], grouped=False)),
 'word-text-boxes': ('word-boxes', textboxes, dict(slots=['own', 'inline'], skills=['bullets', 'lines', 'comma', 'rows'], languages=['dash', 'colon', 'paren', 'rows']))}
