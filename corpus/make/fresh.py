"""Renders a batch of fresh documents: random people x all layouts x options, with one browser, one office call a format and one
typesetter a batch. Nothing is shared between two batches, so that any number may run beside each other."""
import importlib.util, json, logging, os, random, re, shutil, subprocess, sys, tempfile
import people, sheet, model, pages, columns, word, typeset, builder, texpages, flow, html_layouts, docx_layouts, latex_layouts, themes, lines as line_truth, scan as scanner
from model import View, write_truth
from words import ready

HTML = {**pages.LAYOUTS, **columns.LAYOUTS}
NODE = {**typeset.LAYOUTS, **builder.LAYOUTS}
FIRST = {  # the layouts of the published set: family by name
 **{k: 'side' if k.startswith('side') else 'network' if k == 'profile-export' else 'europass' if k == 'europass-like' else 'rail' if k in ('timeline', 'tabular') else 'page' for k in html_layouts.LAYOUTS},
 **{k: 'word' for k in docx_layouts.LAYOUTS}, **{k: 'moderncv' if 'moderncv' in k else 'tex' for k in latex_layouts.LAYOUTS}, **{'theme-' + t: 'theme' for t in themes.THEMES}}
SLOW = 12  # a TeX or theme layout costs this many times a page of HTML, so it is drawn that much less often
def slow(name): return name.startswith(('tex-', 'theme-'))
def families(): return {**{k: v[0] for k, v in {**HTML, **word.LAYOUTS, **NODE, **texpages.LAYOUTS, **flow.LAYOUTS}.items()}, **FIRST}
OFFICE = [('docx', 5), ('pdf', 5), ('odt', 1), ('rtf', 1), ('doc', 1)]
KEYS = 'id file language locale layout kind tool family person'.split()

def pages_of(pdf): return int(re.search(r'Pages:\s+(\d+)', subprocess.run(['pdfinfo', pdf], capture_output=True, text=True).stdout)[1])

class Batch:
    def __init__(self, out, tmp, lines=False):
        self.out, self.tmp, self.lines, self.views = out, tmp, lines, {}; self.rows, self.office, self.waiting, self._browser = [], [], [], None
        os.makedirs(out, exist_ok=True); os.makedirs(tmp, exist_ok=True)
    @property
    def browser(self):
        if not self._browser: from browser import Browser; self._browser = Browser()
        return self._browser
    def close(self):
        if self._browser: self._browser.close(); self._browser = None
    def page(self, doc, html, **o):
        self.browser.pdf(html, f'{self.tmp}/{doc}.pdf', **o)
        # Measured now, while the page is at hand. A page that its own script takes to pieces has no order of its own left.
        if self.lines and 'script' not in o: self.browser.pdf(html, f'{self.tmp}/{doc}.lines.pdf', script=line_truth.script(), **o)
    def write_lines(self, doc, base, to):
        if os.path.exists(base + '.docx'): source, truth = ('order of the Word document, printed places', line_truth.printed_word_document(base + '.docx', base + '.pdf')) if to == 'pdf' else ('Word document', line_truth.word_document(base + '.docx'))
        elif os.path.exists(base + '.lines.pdf'): source, truth = 'browser', line_truth.measured(base + '.pdf', base + '.lines.pdf')
        elif os.path.exists(base + '.html'): return
        else: source, truth = 'order of the printed content', line_truth.tex(base + '.pdf', self.views.get(doc))
        line_truth.write(f'{self.out}/{doc}.lines.json', doc, source, *truth)
    def one(self, doc, layout, p, seed, r, scan=None):
        base = f'{self.tmp}/{doc}'; to = 'pdf'
        if layout in HTML:
            _, frame, want = HTML[layout]; s = sheet.Sheet(p, layout, seed, **want); html, o = frame(s); self.page(doc, html, **o)
            if 'script' in o: open(base + '.html', 'w').close()  # no truth of lines: the pieces have no order of their own
            tool, truth, dates, shown = 'HTML/CSS, Chromium', s.truth, s.dates_shown, s.shown
        elif layout in word.LAYOUTS:
            _, frame, want = word.LAYOUTS[layout]; s = sheet.Sheet(p, layout, seed, **want); frame(s, base + '.docx'); to = self.office_format(r, scan)
            tool, truth, dates, shown = 'python-docx' + (', LibreOffice' if to != 'docx' else ''), s.truth, s.dates_shown, s.shown
        elif layout in flow.LAYOUTS:
            from weasyprint import HTML as Page; logging.getLogger('fontTools').setLevel(logging.ERROR)
            _, frame, want = flow.LAYOUTS[layout]; s = sheet.Sheet(p, layout, seed, **want); Page(string=frame(s)).write_pdf(base + '.pdf')
            open(base + '.html', 'w').close()  # no truth of lines: floats are written out of order
            tool, truth, dates, shown = 'HTML/CSS, WeasyPrint', s.truth, s.dates_shown, s.shown
        elif layout in texpages.LAYOUTS:
            _, frame, want = texpages.LAYOUTS[layout]; s = sheet.Sheet(p, layout, seed, **want); src, engine = frame(s); self.tex(src, engine, base + '.pdf')
            tool, truth, dates, shown = {'xelatex': 'XeLaTeX', 'pdflatex': 'pdfLaTeX'}[engine], s.truth, s.dates_shown, s.shown
        elif layout in NODE:
            _, frame, want = NODE[layout]; s = sheet.Sheet(p, layout, seed, **want); typst = layout in typeset.LAYOUTS; src = base + ('.typ' if typst else '.json')
            with open(src, 'w', encoding='utf8') as f: f.write(frame(s) if typst else json.dumps(frame(s), ensure_ascii=False))
            self.waiting.append((src, (doc, layout, p, base, 'pdf', 'Typst' if typst else 'pdfmake', s.truth, s.dates_shown, s.shown, scan, seed))); return
        elif layout.startswith('theme-'):
            t = layout[6:]; themes.node(t, themes.resume(p), base + '.html'); h = themes.localise(open(base + '.html', encoding='utf8').read(), p); self.page(doc, h)
            tool, truth, dates, shown = f'jsonresume-theme-{t}, Chromium', themes.truth(p, json.load(open(themes.FIELDS))[t]), [], []
        else:
            from render import options, tex, LAYOUTS
            v = View(p, options(layout, p['id'], seed)); fn = LAYOUTS[layout][0]; truth, dates, shown = v.truth, model.displayed_dates(v), [x for _, _, x in v.contact]
            if layout in html_layouts.LAYOUTS: self.page(doc, fn(v)); tool = 'HTML/CSS, Chromium'
            elif layout in latex_layouts.LAYOUTS: tex(fn(v), base + '.pdf', self.tmp); self.views[doc] = v; tool = 'XeLaTeX'
            else: fn(v, base + '.docx'); to = self.office_format(r, scan); tool = 'python-docx' + (', LibreOffice' if to != 'docx' else '')
        self.office_or_done(doc, layout, p, base, to, tool, truth, dates, shown, scan, seed)
    def office_format(self, r, scan): return 'pdf' if scan else r.choices([x for x, _ in OFFICE], [n for _, n in OFFICE])[0]
    def office_or_done(self, *job):
        doc, layout, p, base, to = job[:5]
        if os.path.exists(base + '.docx') and to != 'docx': self.office.append(job)
        else: self.done(*job)
    def tex(self, src, engine, pdf):
        d = os.path.join(self.tmp, 'tex'); os.makedirs(d, exist_ok=True); out = f'{d}/one.pdf'
        with open(f'{d}/one.tex', 'w', encoding='utf8') as f: f.write(src)
        if os.path.exists(out): os.remove(out)
        r = subprocess.run([engine, '-interaction=nonstopmode', '-halt-on-error', 'one.tex'], cwd=d, capture_output=True, timeout=180)
        if r.returncode or not os.path.exists(out): raise RuntimeError(r.stdout.decode('utf8', 'replace')[-400:])
        shutil.move(out, pdf)
    def typeset(self):
        """One Typst and one pdfmake for all documents that wait for them."""
        for ext, script in (('.typ', 'typeset.mjs'), ('.json', 'pdfmake.mjs')):
            files = [f for f, _ in self.waiting if f.endswith(ext)]
            for i in range(0, len(files), 100):
                r = subprocess.run(['node', os.path.join(model.HERE, script)] + files[i:i + 100], capture_output=True, text=True, timeout=900)
                if r.stderr.strip() and (r.returncode or 'typ' in r.stderr or 'json' in r.stderr): print(r.stderr[:1500], file=sys.stderr)
        for src, job in self.waiting:
            try: self.done(*job)
            except Exception as e: print('skipped', job[0], repr(e)[:200], file=sys.stderr)
        self.waiting = []
    def convert(self):
        """One call of the office a format, for all documents that wait for it."""
        for to in {j[4] for j in self.office}:
            jobs = [j for j in self.office if j[4] == to]; profile = f'-env:UserInstallation=file://{self.tmp}/office'
            subprocess.run(['soffice', profile, '--headless', '--convert-to', to, '--outdir', self.tmp] + [j[3] + '.docx' for j in jobs], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60 + 20 * len(jobs))
            for j in jobs:
                try: self.done(*j)
                except Exception as e: print('skipped', j[0], repr(e)[:300], file=sys.stderr)
        self.office = []
    def done(self, doc, layout, p, base, to, tool, truth, dates, shown, scan, seed):
        src = f'{base}.{to}'; name = layout
        if scan:
            if scanner.PROFILES[scan][0] not in ('pdf', 'tiff') and pages_of(src) > 1: scan = random.Random(doc).choice([k for k, x in scanner.PROFILES.items() if x[0] in ('pdf', 'tiff')])
            ext = scanner.PROFILES[scan][0]; dst = f'{self.out}/{doc}.{ext}'; scanner.scan(src, dst, scan, seed); tool += ', rasterised'; name += f', {scan}'; kind = 'scan' if ext in ('pdf', 'tiff') else 'image'
        else: dst = f'{self.out}/{doc}.{to}'; shutil.copy(src, dst); kind = 'digital-pdf' if to == 'pdf' else to
        if self.lines and not scan:
            try: self.write_lines(doc, base, to)
            except line_truth.Truthless as e: print('no lines', doc, e, file=sys.stderr)
        write_truth(f'{self.out}/{doc}.expected.json', doc, f'{name} ({tool})', truth)
        json.dump(dict(id=doc, source=src, dates=dates, shown=shown, persona=p['id']), open(f'{base}.check.json', 'w'), ensure_ascii=False)
        self.rows.append(dict(id=doc, file=os.path.basename(dst), language=p['language'], locale=p['locale'], layout=name, kind=kind, tool=tool, family=families()[layout], person=p['id']))

def choose(n, seed, languages=None, layouts=None, scans=0.):
    """[(language, layout, seed of person and sheet, scan profile)]: languages and layouts evenly dealt, slow layouts less often."""
    r = random.Random(f'fresh/{seed}'); langs = languages or ready(); names = [x for x in families() if not layouts or re.search(layouts, x)]; out, ld, yd = [], [], []
    has = lambda package: not package or os.path.isdir(os.path.join(os.environ.get('NODE_THEMES') or model.HERE, 'node_modules', package))
    names = [x for x in names if has('jsonresume-theme-even' if x.startswith('theme-') else '@myriaddreamin/typst-ts-node-compiler' if x in typeset.LAYOUTS else 'pdfmake' if x in builder.LAYOUTS else '')]
    if not importlib.util.find_spec('weasyprint'): names = [x for x in names if x not in flow.LAYOUTS]
    for i in range(n):
        if not ld: ld = list(langs); r.shuffle(ld)
        if not yd: yd = [x for x in names if not slow(x) or r.random() < 1 / SLOW or not any(not slow(y) for y in names)]; r.shuffle(yd)
        out.append((ld.pop(), yd.pop(), f'{seed}.{i}', r.choice(list(scanner.PROFILES)) if r.random() < scans else None))
    return out, r

def render(n, seed, out, tmp=None, languages=None, layouts=None, scans=0., lines=False):
    tmp = tmp or tempfile.mkdtemp(prefix='cv-'); b = Batch(out, tmp, lines); jobs, r = choose(n, seed, languages, layouts, scans)
    for i, (lang, layout, ps, scan) in enumerate(jobs):
        doc = f'{lang}--{layout}--{seed}-{i:05d}' 
        try: b.one(doc, layout, people.person(lang, ps), ps, r, scan)
        except Exception as e:
            print('skipped', doc, repr(e)[:300], file=sys.stderr)
            if os.environ.get('CV_DEBUG'): raise
            if isinstance(e, (TimeoutError, EOFError, BrokenPipeError)): b.close()
    b.close(); b.typeset(); b.convert()
    with open(f'{out}/manifest.tsv', 'w', encoding='utf8') as f:
        f.write('\t'.join(KEYS) + '\n')
        for x in sorted(b.rows, key=lambda x: x['id']): f.write('\t'.join(x[k] for k in KEYS) + '\n')
    return b.rows
