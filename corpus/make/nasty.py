#!/usr/bin/env python3
"""Pages made to go wrong, one difficulty each, with the truth of their lines:  nasty.py OUT
HTML ones are printed by Chromium and measured like every other; PDF ones are written by hand here, so that the order of their
content can lie. Their truth is the order in which this file names their lines, their places come from the metrics of the font."""
import os, random, sys, tempfile
os.environ.setdefault('CV_TMP', tempfile.mkdtemp(prefix='cv-'))
import lines as truth, render

HELVETICA = [278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278] + [556] * 10 + [278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584]
BOLD = [278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278] + [556] * 10 + [333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584]
def width(text, size, bold=False): return sum((BOLD if bold else HELVETICA)[ord(c) - 32] if 32 <= ord(c) < 127 else 556 for c in text) * size / 1000

class Sheet:
    """Text set at places of pages; what is set and what is read are told apart."""
    def __init__(self, w=595, h=842, rotate=0): self.w, self.h, self.rotate, self.pages, self.placed, self.lines = w, h, rotate, [[]], {}, []
    def page(self): self.pages.append([])
    def read(self, text, block, part='body', page=1): self.lines.append((text, block, part, page))
    def set(self, x, y, text, size=10, bold=False, gray=0, by_word=False, turned=False):
        """y from the top. by_word: every word is placed on its own, in an order that says nothing. turned: from the bottom up."""
        words, at = [], 0
        for t in text.split(): words.append((at, t, width(t, size, bold))); at += width(t + ' ', size, bold)
        box = lambda at, w: (x - .77 * size, y - at - w, x + .23 * size, y - at) if turned else (x + at, y - .77 * size, x + at + w, y + .23 * size)
        # Written again a little beside itself (shadow, bold), a text is still one text: the last place counts.
        self.placed[text, len(self.pages)] = [(t, box(at, w)) for at, t, w in words]
        pieces = [(at, t) for at, t, _ in words] if by_word else [(0, text)]
        if by_word: random.Random(text).shuffle(pieces)
        for at, t in pieces:
            t = t.encode('cp1252').decode('latin1').replace('\\', r'\\').replace('(', r'\(').replace(')', r'\)')
            matrix = f'0 1 -1 0 {x} {self.h - y}' if turned else f'0 1 -1 0 {y} {x + at}' if self.rotate else f'1 0 0 1 {x + at:.2f} {self.h - y:.2f}'
            self.pages[-1].append(f'BT /{"B" if bold else "R"} {size} Tf {gray} g {matrix} Tm ({t}) Tj ET')
    def truth(self):
        words = [dict(truth.word(t, block, part, page, box), row=i) for i, (text, block, part, page) in enumerate(self.lines) for t, box in self.placed[text, page]]
        return words, [(self.h, self.w) if self.rotate else (self.w, self.h)] * len(self.pages), []
    def save(self, path):
        objects, kids = ['<</Type/Catalog/Pages 2 0 R>>', None, *(f'<</Type/Font/Subtype/Type1/BaseFont/{n}/Encoding/WinAnsiEncoding>>' for n in ('Helvetica', 'Helvetica-Bold'))], []
        for content in self.pages:
            stream = '\n'.join(content); objects.append(f'<</Length {len(stream)}>>\nstream\n{stream}\nendstream'); kids.append(len(objects) + 1)
            objects.append(f'<</Type/Page/Parent 2 0 R/MediaBox[0 0 {self.w} {self.h}]/Rotate {self.rotate}/Contents {len(objects)} 0 R/Resources<</Font<</R 3 0 R/B 4 0 R>>>>>>')
        objects[1] = f'<</Type/Pages/Count {len(kids)}/Kids[{" ".join(f"{k} 0 R" for k in kids)}]>>'
        out, offsets = '%PDF-1.4\n', []
        for i, o in enumerate(objects, 1): offsets.append(len(out)); out += f'{i} 0 obj\n{o}\nendobj\n'
        xref = len(out); out += f'xref\n0 {len(objects) + 1}\n0000000000 65535 f \n' + ''.join(f'{o:010} 00000 n \n' for o in offsets) + f'trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF\n'
        open(path, 'wb').write(out.encode('latin1'))

POSTS = [('03/2019 – today', 'Head of Quality Assurance', 'Brightmoor Castings plc, Leeds', ['Leads eleven inspectors in two shifts', 'Cut complaints from 41 to 9 a year']),
         ('07/2014 – 02/2019', 'Quality Engineer', 'Aldwick & Sons Foundry, Hull', ['Introduced measuring with touch probes', 'Audited 23 suppliers in six countries']),
         ('09/2010 – 06/2014', 'Metallurgical Technician', 'Norvale Steelworks, Sheffield', ['Hardness, tensile and impact tests', 'Kept the calibration of 300 gauges'])]
SIDE = [('Contact', ['Ms O. Thackeray', '14 Quarry Rise', 'York YO31 8XQ', 'orla@thackeray.example', '01904 496 0155']), ('Skills', ['Minitab and SPC', 'ISO 9001 audits', 'FMEA', 'GD&T drawings', 'Welding inspection']), ('Languages', ['English (native)', 'Polish (B1)'])]

def interleaved():
    """Two columns whose lines are written in turn, word by word in no order."""
    s = Sheet(); left, right = [], []
    y = 60
    for h, items in SIDE:
        left.append((40, y, h, 13, True, h)); y += 18
        for t in items: left.append((40, y, t, 10, False, h)); y += 14
        y += 12
    y = 60; right.append((230, y, 'Orla Thackeray', 22, True, 'n')); y += 34; right.append((230, y, 'Experience', 13, True, 'e')); y += 20
    for d, t, e, hs in POSTS:
        for x, b in ((t, True), (e, False), (d, False), *(('- ' + h, False) for h in hs)): right.append((230, y, x, 10, b, t)); y += 14
        y += 8
    order = [x for pair in zip(left, right) for x in pair] + left[len(right):] + right[len(left):]
    random.Random(3).shuffle(order)
    for x, y, t, size, b, _ in order: s.set(x, y, t, size, b, by_word=True)
    for *_, t, size, b, block in left + right: s.read(t, hash_block(block))
    return s

BLOCKS = {}
def hash_block(name): return BLOCKS.setdefault(name, len(BLOCKS))

def margin_dates():
    """Dates broken over two lines in a narrow margin, written after everything else."""
    s = Sheet(); s.set(150, 60, 'Orla Thackeray', 20, True); s.read('Orla Thackeray', 0); s.set(150, 92, 'Professional experience', 13, True); s.read('Professional experience', 1)
    y, late = 116, []
    for i, (d, t, e, hs) in enumerate(POSTS):
        a, b = d.split(' – ')
        late += [(40, y, a + ' –'), (40, y + 13, b)]; s.read(a + ' –', 10 + i); s.read(b, 10 + i)
        for x, bold in ((t, True), (e, False), *(('- ' + h, False) for h in hs)): s.set(150, y, x, 10, bold); s.read(x, 20 + i); y += 13
        y += 10
    for x, y, t in late: s.set(x, y, t)
    return s

def shadowed():
    """Headings with a shadow, bold made by writing a line three times."""
    s = Sheet(); y = 60
    for dx, dy, g in ((1.2, 1.2, .7), (0, 0, 0)): s.set(40 + dx, y + dy, 'Orla Thackeray', 24, True, g)
    s.read('Orla Thackeray', 0); y += 36
    for i, (d, t, e, hs) in enumerate(POSTS):
        for k in range(3): s.set(40 + .25 * k, y, t, 11)
        s.set(420, y, d); s.read(t, 10 + i); s.read(d, 20 + i); y += 14
        for x in (e, *hs): s.set(40, y, x); s.read(x, 30 + i); y += 13
        y += 10
    return s

def page_break():
    """A post that goes on over the page, between a running header and a page number."""
    s = Sheet()
    for n in (1, 2):
        if n == 2: s.page()
        y = 90
        s.set(40, 40, 'Curriculum vitae Orla Thackeray', 8, gray=.4); s.set(285, 815, f'Page {n} of 2', 8, gray=.4)
        if n == 1:
            s.set(40, 90, 'Orla Thackeray', 20, True); s.read('Orla Thackeray', 0); s.set(40, 130, 'Employment', 13, True); s.read('Employment', 1); y = 150
            for i in range(2):
                for k in range(17): t = f'{POSTS[i][1]} duty {k + 1} of post {i + 1} done in {POSTS[i][2].split(",")[1].strip()}'; s.set(52, y, t); s.read(t, 10 + i); y += 14
                y += 10
            d, t, e, hs = POSTS[2]
            for x in (t, e, d): s.set(40, y, x); s.read(x, 20); y += 14
            while y < 790: t = f'{hs[0]} in the hall number {int(y)}'; s.set(52, y, t); s.read(t, 20); y += 14
        else:
            for k in range(6): t = f'{hs[1]} on the night shift {k + 1}'; s.set(52, y, t); s.read(t, 20, page=2); y += 14
            s.set(40, y + 14, 'Education', 13, True); s.read('Education', 30, page=2); s.set(40, y + 34, 'BEng Metallurgy, University of Ravensworth, 2010'); s.read('BEng Metallurgy, University of Ravensworth, 2010', 31, page=2)
    for n in (1, 2): s.read('Curriculum vitae Orla Thackeray', 90, 'header', n); s.read(f'Page {n} of 2', 91, 'footer', n)
    return s

def rotated_page():
    """A landscape page that is stored upright and turned by /Rotate."""
    s = Sheet(rotate=90)
    def put(x, y, t, size=10, bold=False, block=0): s.set(x, y, t, size, bold); s.read(t, block)
    for i, (h, items) in enumerate(SIDE):
        y = 60 + 110 * i; put(50, y, h, 13, True, i)
        for k, t in enumerate(items): put(50, y + 18 + 14 * k, t, block=i)
    y = 60; put(300, y, 'Orla Thackeray', 22, True, 10); y += 30
    for i, (d, t, e, hs) in enumerate(POSTS):
        for x in (t, e, d, *hs): put(300, y, x, bold=x == t, block=11 + i); y += 14
        y += 8
    return s

def turned_side():
    """Name and contact along the left edge, written from the bottom up."""
    s = Sheet(); s.set(40, 800, 'Orla Thackeray Quality Engineer', 20, True, turned=True); s.set(62, 800, 'orla@thackeray.example 01904 496 0155 York', 10, turned=True)
    y = 70; s.set(110, y, 'Experience', 14, True); s.read('Experience', 0); y += 22
    for i, (d, t, e, hs) in enumerate(POSTS):
        s.set(110, y, t, 10, True); s.set(450, y, d); s.read(t, 10 + i); s.read(d, 20 + i); y += 14
        for x in (e, *hs): s.set(110, y, x); s.read(x, 30 + i); y += 14
        y += 10
    s.read('Orla Thackeray Quality Engineer', 90); s.read('orla@thackeray.example 01904 496 0155 York', 91)
    return s

def html(css, body): return f'<!doctype html><html lang="en"><head><meta charset="utf-8"><style>@page{{size:A4;margin:14mm}}body{{margin:0;font:10pt/1.35 "Liberation Sans",sans-serif}}h1,h2,h3,p,ul{{margin:0 0 1mm}}{css}</style></head><body>{body}</body></html>'
def post(p, tag='div'): d, t, e, hs = p; return f'<{tag} class="post"><h3>{t}</h3><p class="d">{d}</p><p>{e}</p>' + ''.join(f'<p>{h}</p>' for h in hs) + f'</{tag}>'
SUMMARY = 'Quality engineer with fourteen years in foundries and steelworks, responsible for inspection, calibration, supplier development and the introduction of statistical process control.'

def cards(): return html('.grid{display:grid;grid-template-columns:1fr 1fr;gap:5mm}.grid>div{border:.3mm solid #888;border-radius:2mm;padding:4mm}', '<h1>Orla Thackeray</h1><div class="grid">' + ''.join(post(p) for p in POSTS) + ''.join(f'<div><h3>{h}</h3>' + ''.join(f'<p>{i}</p>' for i in items) + '</div>' for h, items in SIDE) + '</div>')
def three_columns(): return html('main{display:grid;grid-template-columns:34mm 1fr 48mm;gap:6mm}', '<h1>Orla Thackeray</h1><main><div>' + ''.join(f'<h3>{h}</h3>' + ''.join(f'<p>{i}</p>' for i in items) for h, items in SIDE) + '</div><div><h2>Experience</h2>' + ''.join(post(p) for p in POSTS) + f'</div><div><h2>Profile</h2><p>{SUMMARY}</p><h2>Education</h2><p>BEng Metallurgy</p><p>University of Ravensworth</p><p>2007 – 2010</p></div></main>')
def table(): return html('td{vertical-align:top;padding:1.5mm 4mm 1.5mm 0}', '<h1>Orla Thackeray</h1><h2>Employment</h2><table>' + ''.join(f'<tr><td style="width:24mm">{d}</td><td style="width:42mm">{t}</td><td style="width:46mm">{e}</td><td>{hs[0]}. {hs[1]}.</td></tr>' for d, t, e, hs in POSTS) + '</table><h2>Skills</h2><table>' + ''.join(f'<tr><td>{a}</td><td>{b}</td></tr>' for a, b in (('Audits', 'ISO 9001, IATF 16949'), ('Methods', 'FMEA, SPC, 8D'), ('Software', 'Minitab, Q-DAS'))) + '</table>')
def letter_spaced(): return html('h1{letter-spacing:.5em;text-transform:uppercase;font-weight:300;text-align:center}h2{letter-spacing:.35em;text-transform:uppercase;font-size:11pt;margin-top:5mm}h3{letter-spacing:.12em}', '<h1>Orla Thackeray</h1><h2>Work experience</h2>' + ''.join(post(p) for p in POSTS) + '<h2>Education and training</h2><p>BEng Metallurgy, University of Ravensworth, 2010</p>')
def hyphenated():
    soft = lambda t: ' '.join(w if len(w) < 7 or not w.isalpha() else '\u00ad'.join(w[i:i + 3] for i in range(0, len(w) - 2, 3)) + w[len(range(0, len(w) - 2, 3)) * 3:] for w in t.split())
    text = [SUMMARY, 'Established an inspection laboratory with spectrometry, metallography and computed tomography, and qualified its procedures with the accreditation authority.', 'Responsible for certification audits, documentation and the continuous improvement of manufacturing processes throughout three foundries.', 'Coordinated investigations of complaints with international customers, representing the company in negotiations about compensation.']
    return html('main{columns:2;column-gap:8mm;text-align:justify}h2{break-after:avoid}', '<h1>Orla Thackeray</h1><main><h2>Profile</h2><p>' + soft(text[0]) + '</p><h2>Experience</h2>' + ''.join(f'<h3>{p[1]}</h3><p>{p[2]}</p><p>{soft(t)}</p>' for p, t in zip(POSTS, text[1:])) + '</main>')
def landscape(): return html('@page{size:A4 landscape}main{display:grid;grid-template-columns:70mm 1fr 1fr;gap:9mm}', '<main><aside><h1>Orla Thackeray</h1>' + ''.join(f'<h3>{h}</h3>' + ''.join(f'<p>{i}</p>' for i in items) for h, items in SIDE) + f'</aside><div><h2>Profile</h2><p>{SUMMARY}</p><h2>Experience</h2>{post(POSTS[0])}</div><div>{post(POSTS[1])}{post(POSTS[2])}</div></main>')

PDF = {'interleaved-columns': interleaved, 'margin-dates': margin_dates, 'shadowed-glyphs': shadowed, 'entry-over-page-break': page_break, 'rotated-page': rotated_page, 'turned-sidebar': turned_side}
HTML = {'cards': cards, 'three-columns': three_columns, 'table-without-rules': table, 'letter-spaced': letter_spaced, 'hyphenated-columns': hyphenated, 'landscape': landscape}

def main(out):
    os.makedirs(out, exist_ok=True)
    for name, make in PDF.items():
        sheet, path = make(), f'{out}/nasty-{name}.pdf'; sheet.save(path)
        truth.write(f'{out}/nasty-{name}.lines.json', f'nasty-{name}', 'written by hand', *sheet.truth())
    for name, make in HTML.items():
        page, path = f'{render.TMP}/nasty-{name}.html', f'{out}/nasty-{name}.pdf'; open(page, 'w', encoding='utf8').write(make()); render.chrome(page, path)
        truth.write(f'{out}/nasty-{name}.lines.json', f'nasty-{name}', 'browser', *truth.browser(page, path, render.chrome))
if __name__ == '__main__': main(sys.argv[1])
