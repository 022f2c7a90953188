"""The lines of a rendered document as its author meant them to be read: ID.lines.json beside ID.expected.json. Nothing here
knows how Resumai reads; where each kind of document gets its order and its places from:
  HTML       order: the text nodes of the page; places: the browser itself (lines.js makes every word a link before printing)
  Word       order: the body of the document, tables cell by cell, text boxes where they are anchored; header and footer apart
  Word, printed by LibreOffice   order: the Word document; places: words of `pdftotext -raw -bbox`
  LaTeX, Typst, pdfmake   order and places: `pdftotext -raw -bbox`; they write a page in the order of its source
Decoration is what style sheets add (content: "at"), and rows that the end of a page cuts through: they may be read again, anywhere.
A line holds the words of one block that stand on one row. Marks without a letter or digit (bullets, stars) are left out."""
import json, os, re, subprocess, unicodedata
from html import unescape
from urllib.parse import unquote
HERE = os.path.dirname(os.path.abspath(__file__))
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
HYPHENS = '-\u00ad\u2010\u2011'

class Truthless(Exception): """The truth of a document cannot be told."""

def has_letter(text): return any(c.isalnum() for c in text)
def folded(text): return ''.join(c for c in unicodedata.normalize('NFKD', text.lower().replace('ß', 'ss')) if c.isalnum() or c in '+#@')

def word(text, block, part='body', page=None, box=None): return dict(text=text, block=block, part=part, page=page, box=box)

# ---- what a PDF holds -------------------------------------------------------------------------------------------------

def printed_words(pdf):
    """Words of a PDF in the order of its content, by poppler: [(text, page, box)] and the pages' sizes."""
    html = subprocess.run(['pdftotext', '-raw', '-bbox', pdf, '-'], capture_output=True, check=True).stdout.decode('utf8', 'replace')
    words, pages = [], []
    for m in re.finditer(r'<page width="([\d.]+)" height="([\d.]+)">|<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', html):
        if m[1]: pages.append((float(m[1]), float(m[2])))
        else: words.append((unescape(m[7]), len(pages), tuple(float(m[i]) for i in (3, 4, 5, 6))))
    return words, pages

def link_boxes(pdf):
    """Links laid by lines.js: [(number, block, glued, text, page, box, decoration)], in the order of numbers. Chromium writes plain objects."""
    data = open(pdf, 'rb').read().decode('latin1')
    objects = {int(m[1]): m[2] for m in re.finditer(r'(?<!\d)(\d+) 0 obj\n(.*?)\nendobj', data, re.S)}
    def kids(n):
        o = objects[n]
        if re.search(r'/Type /Pages\b', o): return [k for m in re.findall(r'(\d+) 0 R', re.search(r'/Kids \[(.*?)\]', o, re.S)[1]) for k in kids(int(m))]
        return [n]
    root = int(re.search(r'/Root (\d+) 0 R', data)[1]); found = []
    for page, n in enumerate(kids(int(re.search(r'/Pages (\d+) 0 R', objects[root])[1])), 1):
        top = float(re.search(r'/MediaBox \[\S+ \S+ \S+ (\S+)\]', objects[n])[1])
        annots = re.search(r'/Annots \[(.*?)\]', objects[n], re.S)
        for a in re.findall(r'(\d+) 0 R', annots[1]) if annots else []:
            m = re.search(r'/Rect \[(\S+) (\S+) (\S+) (\S+)\].*?/URI \(http://word\.example/(\d+)/(\d+)/(\d)/([^/)]*)/?([^)]*)\)', objects[int(a)], re.S)
            if not m: continue
            l, b, r, t = (float(m[i]) for i in (1, 2, 3, 4))
            found.append((int(m[5]), int(m[6]), m[7] == '1', unquote(m[8].replace('\\', '')), page, (l, top - t, r, top - b), unquote(m[9].replace('\\', ''))))
    return sorted(found, key=lambda f: (f[0], f[4], f[5][1], f[5][0]))

def overlap(a, b): return min(a[3], b[3]) - max(a[1], b[1])
def on_row(a, b): return overlap(a, b) > .5 * min(a[3] - a[1], b[3] - b[1])
def union(a, b): return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))

# ---- HTML -------------------------------------------------------------------------------------------------------------

def script(): return open(os.path.join(HERE, 'lines.js'), encoding='utf8').read()

def browser(html_path, pdf, chrome):
    html = open(html_path, encoding='utf8').read(); at = html.lower().rfind('</body>')
    if at < 0: at = len(html)
    probe = html_path[:-5] + '.lines.html'; printed = probe[:-5] + '.pdf'
    open(probe, 'w', encoding='utf8').write(html[:at] + '<script>' + script() + '</script>' + html[at:])
    chrome(probe, printed); os.remove(probe)
    return measured(pdf, printed)

def measured(pdf, printed):
    """printed: the same page with the links of lines.js; it is removed."""
    shown, pages = printed_words(pdf)
    unchanged(shown, printed_words(printed)[0])
    out, last = [], None
    links = link_boxes(printed); os.remove(printed)
    for n, block, glued, text, page, box, _ in links:
        w, h = pages[page - 1]
        if box[2] <= 0 or box[0] >= w or box[3] <= 0 or box[1] >= h: continue
        text = text.replace('\u200b', '')
        if last is not None and last['n'] == n:
            if last['page'] == page and on_row(last['box'], box): last['box'] = union(last['box'], box); continue
            last['more'] = True
        joins = glued and last is not None and last['page'] == page and last['block'] == block and on_row(last['box'], box) and -1 < box[0] - last['box'][2] < .12 * (box[3] - box[1])
        if joins: last.update(text=last['text'] + text, box=union(last['box'], box), n=n, mixed=True)
        else: last = dict(word(text, block, page=page, box=box), n=n, more=False, mixed=False); out.append(last)
    out, cut = parted(out, shown); settle(out, shown); out += running(out, shown, pages)
    return out, pages, sorted({d for *_, added in links for d in added.split()} | {piece for text in cut for piece in [text, *re.split(r'\W+', text)]})

def unchanged(shown, measured):
    """The page with links must be the page that was printed."""
    places = {(t, p): [] for t, p, _ in measured}
    for t, p, b in measured: places[t, p].append(b)
    moved = sum(1 for t, p, b in shown if not any(abs(b[0] - o[0]) < 3 and abs(b[1] - o[1]) < 3 for o in places.get((t, p), [])))
    if moved > .08 * len(shown) + 1: # what moved less is put back by settle
        raise Truthless(f'{moved} of {len(shown)} words moved while they were measured')

def running(words, shown, pages):
    """What the page does not hold and the browser printed in the margins: its own header and footer."""
    held = lambda p, b: any(w['page'] == p and on_row(w['box'], b) and w['box'][0] < b[2] and w['box'][2] > b[0] for w in words)
    zone = lambda p, b: 'header' if b[3] < .08 * pages[p - 1][1] else 'footer' if b[1] > .92 * pages[p - 1][1] else None
    return [word(t, -p, zone(p, b), p, b) for t, p, b in shown if has_letter(t) and zone(p, b) and not held(p, b)]

def settle(words, shown):
    """A word that stands elsewhere in the document than in the measured page (a cell that broke later) gets its printed place."""
    near = lambda a, b: abs(a[0] - b[0]) < 4 and on_row(a, b)
    free = {}
    for t, p, b in shown: free.setdefault((folded(t), p), []).append(b)
    astray = []
    for w in words:
        boxes = free.get((folded(w['text']), w['page']), []); there = next((b for b in boxes if near(w['box'], b)), None)
        if there: boxes.remove(there)
        elif not any(p == w['page'] and on_row(b, w['box']) and b[0] < w['box'][2] and b[2] > w['box'][0] for _, p, b in shown): astray.append(w)
    for w in astray:
        boxes = free.get((folded(w['text']), w['page']))
        if boxes: w['box'] = boxes.pop(min(range(len(boxes)), key=lambda i: abs(boxes[i][1] - w['box'][1]) + abs(boxes[i][0] - w['box'][0])))

def parted(words, shown):
    """A word that goes on on the next line: what of it stands on which line is asked of the printed page."""
    out, cut, i = [], [], 0
    while i < len(words):
        run = [words[i]]
        while run[-1].get('more') and i + len(run) < len(words) and words[i + len(run)]['n'] == words[i]['n']: run.append(words[i + len(run)])
        i += len(run)
        if len(run) > 1: run, twice = halves(run, shown); cut += twice
        out += run
    return out, cut

def halves(run, shown):
    whole = run[0]['text'].replace('\u00ad', ''); rest = whole; kept = []; cut = []
    for part in run:
        l, t, r, b = part['box']
        inside = [s for s, p, o in sorted(shown, key=lambda s: s[2][0]) if p == part['page'] and l - 1 <= (o[0] + o[2]) / 2 <= r + 1 and t <= (o[1] + o[3]) / 2 <= b]
        text = ''.join(inside).replace('\u00ad', '-').replace('\u2010', '-')
        if not text: cut.append(whole); continue # a row that the end of a page cuts through is drawn on both pages
        told = text if folded(rest).startswith(folded(text)) else ''
        if not told: raise Truthless(f'the halves of "{whole}" are not told: "{text}"')
        at = next(k for k in range(len(rest) + 1) if folded(rest[:k]) == folded(text))
        while at < len(rest) and not has_letter(rest[at]) and len(text) > at: at += 1
        rest = rest[at:]; part['text'] = text; kept.append(part)
    if has_letter(rest): raise Truthless(f'the end of "{whole}" is not told: "{rest}"')
    if len(kept) > 1: kept[0]['mend'] = whole
    return kept, cut

# ---- Word -------------------------------------------------------------------------------------------------------------

def paragraphs(element, first=0):
    """Paragraphs below an element in the order of the document: lists of lines of words; a text box stands where it is anchored."""
    found = []
    def text_of(p):
        out = []
        for e in p.iter():
            if e.tag not in (W + 't', W + 'tab', W + 'br', W + 'cr', W + 'noBreakHyphen'): continue
            owner = e.getparent()
            while owner is not p and owner.tag not in (W + 'p', W + 'pPr', W + 'del'): owner = owner.getparent()
            if owner is p: out.append(e.text or '' if e.tag == W + 't' else '-' if e.tag == W + 'noBreakHyphen' else '\t' if e.tag == W + 'tab' else '\n')
        return ''.join(out)
    for p in element.iter(W + 'p'):
        if any(a.tag.endswith('}Fallback') for a in p.iterancestors()): continue
        lines = [l.split() for l in text_of(p).split('\n')]
        if any(lines): found.append([l for l in lines if l])
    return found

def source_words(docx_path):
    """Words of a Word document, each with its paragraph's number and its line in it."""
    from docx import Document
    d = Document(docx_path); out, n = [], 0
    seen = set()
    parts = [('header', s.header) for s in d.sections] + [('body', d.element.body)] + [('footer', s.footer) for s in d.sections]
    for part, holder in parts:
        if part != 'body':
            if holder.is_linked_to_previous or holder._element in seen: continue
            seen.add(holder._element); holder = holder._element
        for lines in paragraphs(holder):
            for k, line in enumerate(lines): out += [dict(word(t, n, part), row=k) for t in line]
            n += 1
    return out

def word_document(docx_path): return source_words(docx_path), None, []

def printed_word_document(docx_path, pdf): return places(source_words(docx_path), pdf)

def places(source, pdf):
    """Words in the order of their source, each with the place that poppler found it printed at."""
    shown, pages = printed_words(pdf); used = [False] * len(shown); texts = [folded(s[0]) for s in shown]
    body = [w for w in source if has_letter(w['text'])]; apart = [w for w in body if w['part'] != 'body']; body = [w for w in body if w['part'] == 'body']
    out, at = [], 0
    def take(k, text, w):
        """Matches one word of the source with one printed word, with several (it was parted) or with the head of one (glued)."""
        nonlocal at
        got, rest = [], text
        while rest:
            while k < len(shown) and (used[k] or not texts[k]): k += 1
            if k >= len(shown): return None
            if rest.startswith(texts[k]): got.append((k, 1.0)); rest = rest[len(texts[k]):]; k += 1
            elif texts[k].startswith(rest): got.append((k, len(rest) / len(texts[k]))); rest = ''
            else: return None
        words = []
        for k, share in got:
            t, page, (l, top, r, b) = shown[k]; middle = l + (r - l) * share
            if share < 1: shown[k] = (t, page, (middle, top, r, b)); texts[k] = texts[k][round(len(texts[k]) * share):]; t = w['text']
            else: used[k] = True
            if words and words[-1]['page'] == page and on_row(words[-1]['box'], (l, top, middle, b)): words[-1].update(box=union(words[-1]['box'], (l, top, middle, b)), text=words[-1]['text'] + t)
            else: words.append(dict(word(t, w['block'], w['part'], page, (l, top, middle, b))))
        if len(words) == 1: words[0]['text'] = w['text']
        else: words[0]['mend'] = w['text']
        at = got[-1][0]
        return words
    for w in body:
        text = folded(w['text'])
        order = [*range(at, len(shown)), *range(at - 1, -1, -1)]
        got = next((g for k in order if not used[k] and texts[k] and (text.startswith(texts[k]) or texts[k].startswith(text)) for g in [take(k, text, w)] if g), None)
        if got is None: raise Truthless(f'"{w["text"]}" of the source is not on the printed page')
        out += got
    # What is left are the running titles of each page, their page numbers and the numbers of lists.
    running = {folded(w['text']): w for w in apart}
    for page in range(1, len(pages) + 1):
        for k, (t, p, box) in enumerate(shown):
            if used[k] or p != page or not texts[k]: continue
            w = running.get(texts[k])
            part = w['part'] if w else 'footer' if apart and box[1] > .85 * pages[page - 1][1] else 'header' if apart and box[3] < .15 * pages[page - 1][1] else None
            if part: out.append(word(t, -page, part, page, box))
    return out, pages, []

# ---- LaTeX ------------------------------------------------------------------------------------------------------------

def strings(x):
    if isinstance(x, str): yield x
    elif isinstance(x, dict):
        for y in x.values(): yield from strings(y)
    elif isinstance(x, (list, tuple)):
        for y in x: yield from strings(y)

def tex(pdf, view):
    """Poppler's words, mended by the words of the source where its gaps mislead it; words parted at a line's end are known from there too."""
    known = {folded(t) for k, v in (view.__dict__ if view else {}).items() if k not in ('p', 'o', 'truth', 'rng') for s in strings(v) for t in re.split(r'\s+', s.replace('’', ''))}
    shown, pages = printed_words(pdf); out = []
    details = {folded(t) for _, _, t in (view.contact if view else []) if t.strip()}
    for (text, page, box), after in zip(shown, shown[1:] + [('', 0, None)]):
        # A letter before a contact detail is a pictogram, drawn by a font of pictograms under a letter's code.
        if view and len(text) == 1 and text.isalpha() and (folded(text) not in known or any(d.startswith(folded(after[0])) for d in details if len(folded(after[0])) > 2)): continue
        last = out[-1] if out else None
        if last and last['page'] == page and on_row(last['box'], box):
            whole = folded(last['text'] + text)
            if whole in known and folded(text) and -1 < box[0] - last['box'][2] < .3 * (box[3] - box[1]) and not (folded(last['text']) in known and folded(text) in known):
                last.update(text=last['text'] + text, box=union(last['box'], box)); continue
        # The foot of the page: its number ("2/3" stands higher than a number alone); moderncv's casual style sets the contact details there.
        high = re.fullmatch(r'\d+/\d+', text) or (view and view.o.get('style') == 'casual')
        part = 'footer' if box[1] > (.88 if high else .925) * pages[page - 1][1] else 'body'
        out.append(word(text, None, part, page, box))
    for a, b in zip(out, out[1:]):
        if a['text'][-1] in HYPHENS and len(a['text']) > 1 and not (a['page'] == b['page'] and on_row(a['box'], b['box'])):
            bare, hyphened = folded(a['text'] + b['text']), a['text'] + b['text']
            if bare in known: a['mend'] = hyphened if any(folded(s) == bare and '-' in s for v in view.__dict__.values() for t in strings(v) for s in t.split()) else a['text'][:-1] + b['text']
    return out, pages, []

# ---- the file ---------------------------------------------------------------------------------------------------------

def of_words(words):
    """Lines of words: those of one block that stand on one row and go on to the right."""
    lines, last = [], None
    for w in words:
        if not has_letter(w['text']): continue
        same = last is not None and (last['block'], last['part'], last['page'], last.get('row')) == (w['block'], w['part'], w['page'], w.get('row'))
        if same and w['box'] and w.get('row') is None: same = on_row(last['box'], w['box']) and w['box'][0] > last['box'][0]
        if same and w['box'] and w['block'] is None: same = w['box'][0] - last['box'][2] < 4 * (w['box'][3] - w['box'][1])
        if not same: lines.append([])
        lines[-1].append(w); last = w
    return from_the_left(lines)

def from_the_left(lines):
    """Blocks side by side on one row are read from the left, also when the source names the right one first (a date that floats right)."""
    box = lambda line: (line[0]['box'][0], line[0]['box'][1], line[-1]['box'][2], line[-1]['box'][3])
    place = {id(line): n for n, line in enumerate(lines)}
    for i in range(1, len(lines)):
        k = i
        while k and lines[k][0]['box'] and lines[k][0]['page'] == lines[k - 1][0]['page'] and lines[k][0].get('row') is None and (goes_on(lines, k, place) or on_row(box(lines[k]), box(lines[k - 1])) and box(lines[k])[2] <= box(lines[k - 1])[0]):
            lines[k - 1], lines[k] = lines[k], lines[k - 1]; k -= 1
    return lines

def goes_on(lines, k, place):
    """The line goes on with a block that has taken what was named before it: the block stays whole."""
    if k < 2 or lines[k][0]['block'] is None: return False
    head, taken = lines[k - 2], lines[k - 1]
    return head[0]['block'] == lines[k][0]['block'] != taken[0]['block'] and place[id(taken)] < place[id(head)]

def write(path, doc_id, source, words, pages, decoration):
    """One line of text a line of the file: {"page", "block", "part", "words": [[text, left, top, right, bottom]], "mend"}."""
    lines, rows = of_words(words), []
    if not lines: raise Truthless('no words')
    for line in lines:
        first = line[0]; row = {}
        if first['page']: row['page'] = first['page']
        if first['block'] is not None: row['block'] = first['block']
        if first['part'] != 'body': row['part'] = first['part']
        if line[-1].get('mend') and line[-1]['text'][-1:] in HYPHENS: row['mend'] = line[-1]['mend']
        row['words'] = [[w['text']] + ([round(x, 1) for x in w['box']] if w['box'] else []) for w in line]
        rows.append(json.dumps(row, ensure_ascii=False, separators=(',', ':')))
    with open(path, 'w', encoding='utf8') as f:
        f.write(json.dumps(dict(id=doc_id, source=source, pages=[[round(x, 1) for x in p] for p in pages or []], decoration=decoration), ensure_ascii=False)[:-1] + ', "lines": [\n' + ',\n'.join(rows) + '\n]}\n')
