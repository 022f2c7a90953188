"""
Lines of Greek CVs as pictures of scans, photographs and faxes: words of a dictionary at random, so that letters are learnt and no texts.
Nobody's CV is in them: words of Tesseract's own dictionaries, also as the parts of addresses, and figures and dates at random.
"""
import io, unicodedata
import numpy as np
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFilter, ImageFont

COMMON = 'και του της στο με για από σε την τον των το η ο οι τα στη στην ένα μια ως κατά που είναι ή προς μέσω στα στις τους μου επί σύμφωνα δεν'.split()
MONTHS = 'Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος Σεπτέμβριος Οκτώβριος Νοέμβριος Δεκέμβριος Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου Ιαν Φεβ Μαρ Απρ Μάι Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ Ιαν. Φεβ. Μαρ. Απρ. Ιουν. Ιουλ. Αυγ. Σεπ. Σεπτ. Οκτ. Νοέ. Δεκ.'.split()
NOW = 'σήμερα Σήμερα παρόν έως σήμερα|μέχρι σήμερα|τώρα'.replace(' ', '|').split('|')
FOREIGN = 'éèöüäßçñáíóúàâêôîåøæžšč'
OWN = set('ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰΆΈΉΊΌΎΏΪ'
          'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789' + FOREIGN + ' .,;:·!\'"()[]/\\-–—+&%#@_=*<>|«»“”‘’€°©®§…•½^~$')

def strip(s): return unicodedata.normalize('NFC', ''.join(c for c in unicodedata.normalize('NFD', s) if c not in '\u0301'))
def upper(s): return ''.join(c.upper() if len(c.upper()) == 1 else c for c in s)

class Text:
    def __init__(self, greek, latin, rng): self.g, self.l, self.r = greek, latin, rng
    def word(self):
        r = self.r
        return r.choice(COMMON) if r.random() < .22 else r.choice(self.g)
    def latin_word(self):
        r = self.r; q = r.random(); w = r.choice(self.l)
        if q < .3: w = w.lower()
        elif q < .5: w = w.capitalize()
        elif q < .58: w = ''.join(r.choice('ABCDEFGHIJKLMNOPQRSTUVWXYZ') for _ in range(r.randint(2, 5)))
        elif q < .62: w = w.capitalize() + r.choice(self.l).capitalize()
        elif q < .66: w = ''.join(r.choice('ABCDEFGHIKLMNPRSTVW') for _ in range(r.randint(1, 3))) + r.choice(['', '/', '-', ' ']) + str(r.randint(1, 4000))
        elif q < .70: w = w.lower(); i = r.randrange(len(w)); w = (w[:i] + r.choice(FOREIGN) + w[i + 1:]).capitalize()
        elif q < .72: w += r.choice(['#', '++', '.js', '.NET', '+', '®'])
        return w
    def any(self, p): return self.latin_word() if self.r.random() < p else self.word()
    def year(self): r = self.r; return str(r.randint(1955, 2029)) if r.random() < .9 else r.choice("'’") + '%02d' % r.randrange(100)
    def date(self):
        r = self.r; q = r.random()
        if q < .3: return self.year()
        if q < .5: return '%02d%s%s' % (r.randint(1, 12), r.choice('/./-'), self.year())
        if q < .6: return '%02d%s%02d%s%s' % (r.randint(1, 31), (d := r.choice('/.-')), r.randint(1, 12), d, self.year())
        return r.choice(MONTHS) + ' ' + self.year()
    def dates(self):
        r = self.r; q = r.random()
        if q < .25: return self.date()
        s = self.date() + r.choice([' – ', ' - ', '–', '-', ' — ', ' έως ']) + (r.choice(NOW) if r.random() < .25 else self.date())
        return '(' + s + ')' if r.random() < .15 else s
    def phone(self):
        r = self.r; d = lambda n: ''.join(str(r.randrange(10)) for _ in range(n))
        return r.choice([f'+30 {d(3)} {d(3)} {d(4)}', f'+30 {d(2)} {d(4)} {d(4)}', f'{d(10)}', f'+357 {d(2)} {d(6)}', f'{d(3)} {d(7)}', f'(+30) {d(10)}', f'{d(2)}-{d(4)}-{d(4)}', f'0030 {d(10)}', f'+{d(2)} ({d(1)}) {d(2)} {d(3)} {d(4)}'])
    def mail(self):
        r = self.r; w = lambda: ''.join(c for c in r.choice(self.l).lower() if c.isascii() and c.isalnum()) or 'x'
        a = w() + r.choice(['', '.', '_', '-', '.']) + w() + (str(r.randrange(100)) if r.random() < .2 else '')
        return a + '@' + w() + r.choice(['', '', '-' + w()]) + r.choice(['.gr', '.com', '.example', '.org', '.net', '.eu', '.cy', '.test', '.com.gr'])
    def url(self):
        r = self.r; w = lambda: ''.join(c for c in r.choice(self.l).lower() if c.isascii() and c.isalnum()) or 'x'
        return r.choice(['', '', 'www.', 'https://', 'http://']) + w() + r.choice(['.gr', '.com', '.example', '.org', '.io']) + r.choice(['', '/' + w(), '/in/' + w() + '-' + w(), '/' + w() + '_' + w()])
    def amount(self):
        r = self.r
        return r.choice([f'{r.randint(1, 99)}%', f'{r.randint(1, 99)} %', f'{r.randint(1, 10)},{r.randrange(100)}', f'{r.randint(5, 10)},{r.randrange(10)}/10', f'{r.randint(5, 20)}/20', f'{r.randint(1, 999)}.{r.randrange(1000):03d}', f'{r.randint(1, 500)} €', f'€{r.randint(1, 900)}', f'{r.randint(2, 400)}', f'{r.randint(1, 30)}+', r.choice('ABC') + r.choice('12'), f'EQF {r.randint(2, 8)}', f'§{r.randint(1, 40)}', f'{r.randint(1, 12)}ος', f'{r.randint(1, 12)}η', f'{r.randint(1, 12)}ο'])
    def case(self, s):
        r = self.r; q = r.random()
        if q < .5: return s
        if q < .66: return upper(strip(s))
        if q < .70: return upper(s)
        if q < .9: return ' '.join(w[:1].upper() + w[1:] for w in s.split(' '))
        return s[:1].upper() + s[1:]
    def sentence(self, n, p=.05):
        r = self.r; out = []
        for i in range(n):
            q = r.random(); w = self.amount() if q < .05 else self.any(p)
            if r.random() < .1: w += r.choice([',', ',', ',', '.', ';', ':', ' –', ' /', ' &', '.', ' ·', ' +'])
            elif r.random() < .03: w = w.join(r.choice(['()', '()', '()', '«»', '""', '“”', '[]']))
            elif r.random() < .02: w += '-' + self.any(p)
            elif r.random() < .02: w += '/' + self.any(p)
            out.append(w)
        return ' '.join(out)
    def line(self):
        """Parts of one line, with the gap before each in ems (0: first)."""
        r = self.r; q = r.random()
        if q < .34:
            s = self.sentence(r.randint(2, 13)); s = s[:1].upper() + s[1:] if r.random() < .6 else s
            if r.random() < .3: s = r.choice(['• ', '• ', '– ', '- ', '· ', '* ', '» ', '> ']) + s
            return [s + r.choice(['', '', '.', '.', ',', '-'])]
        if q < .52:
            s = self.case(self.sentence(r.randint(1, 4), .12)) + r.choice([', ', ' – ', ' | ', ' · ', ' - ', ' / ', ' ']) + self.case(self.sentence(r.randint(1, 3), .3))
            return [s, self.dates()] if r.random() < .5 else [s + r.choice([' ', ', ', ' (', ' | ']) + self.dates()]
        if q < .62:
            parts = [r.choice([self.mail, self.phone, self.url, lambda: self.case(self.sentence(r.randint(1, 2), .1)) + ' ' + str(r.randint(1, 300)) + ', ' + '%03d %02d' % (r.randint(100, 999), r.randrange(100)) + ' ' + self.word().capitalize()])() for _ in range(r.randint(1, 2))]
            if r.random() < .4: parts[0] = r.choice(['Email', 'E-mail', 'Τηλ.', 'Τηλέφωνο', 'Κινητό', 'Διεύθυνση', 'LinkedIn', 'Web', 'Τ', 'E']) + r.choice([': ', ': ', ' ']) + parts[0]
            return [r.choice([' | ', ' · ', ' • ', ', ', '  ']).join(parts)] if r.random() < .5 else parts
        if q < .74:
            sep = r.choice([', ', ' · ', ' • ', ' | ', ' / ', '; ', ' ']); p = r.choice([.3, .6, .9])
            s = sep.join(' '.join(self.any(p) for _ in range(r.randint(1, 2))) for _ in range(r.randint(2, 6)))
            return [(self.case(self.word()).capitalize() + ': ' if r.random() < .3 else '') + s]
        if q < .85: return [self.case(self.sentence(r.randint(1, 3), .03))]
        if q < .91: return [self.case(self.word()).capitalize(), self.amount()] if r.random() < .5 else [self.case(self.word()).capitalize() + r.choice([' (', ': ', ' – ', ' ']) + self.amount()]
        if q < .95: return [self.dates()]
        return [self.sentence(r.randint(1, 9), 1)]

class Face:
    def __init__(self, path):
        self.path = path; self.sizes = {}
        self.map = {chr(c) for c in TTFont(path, fontNumber=0, lazy=True).getBestCmap()}
    def at(self, px):
        if px not in self.sizes:
            if len(self.sizes) > 6: self.sizes.clear()
            self.sizes[px] = ImageFont.truetype(self.path, px, layout_engine=ImageFont.Layout.BASIC)
        return self.sizes[px]

SCALE = 3
def draw(parts, face, em, tracking, rng, gap):
    """Ink of a line: picture (large), baseline, text."""
    f = face.at(em); asc = int(em * 1.4); height = asc + int(em * .7); x = em; places = []
    for n, part in enumerate(parts):
        if n: x += gap
        if tracking:
            for c in part: places.append((x, c)); x += f.getlength(c) + tracking
        else: places.append((x, part)); x += f.getlength(part)
    im = Image.new('L', (int(x + em), height), 0); d = ImageDraw.Draw(im)
    for at, s in places: d.text((at, asc), s, font=f, fill=255, anchor='ls')
    return im, asc

def degrade(im, rng, kind):
    n = np.random.default_rng(rng.randrange(1 << 30))
    if kind != 'clean' and rng.random() < .7:
        a = rng.uniform(-.9, .9); c = int(im.getpixel((0, 0)))
        im = im.rotate(a, Image.BICUBIC, fillcolor=c, expand=True).rotate(-a + rng.uniform(-.15, .15), Image.BICUBIC, fillcolor=c)
    if kind == 'office': im = im.filter(ImageFilter.GaussianBlur(rng.uniform(.35, .65))); s = 7
    elif kind == 'gray': s = 4
    elif kind == 'low': im = im.filter(ImageFilter.GaussianBlur(.4)); s = 0
    elif kind == 'photo': im = im.filter(ImageFilter.GaussianBlur(rng.uniform(.5, .8))); s = 4
    else: s = rng.choice([0, 2, 5])
    a = np.asarray(im).astype('float32')
    if s: a = a + n.normal(0, s, a.shape)
    if kind == 'photo': a = a * np.linspace(rng.uniform(.8, 1), rng.uniform(.8, 1), a.shape[1])[None, :]
    im = Image.fromarray(np.clip(a, 0, 255).astype('uint8'))
    if kind == 'fax': return im.point(lambda x: 255 if x > rng.choice([140, 150, 160]) else 0)
    if kind == 'copy': im = im.filter(ImageFilter.GaussianBlur(.8)).point(lambda x: 0 if x < 150 else 255 if x > 205 else x)
    if kind in ('office', 'gray', 'photo'):
        b = io.BytesIO(); im.save(b, 'JPEG', quality=rng.choice([45, 45, 62, 75])); im = Image.open(io.BytesIO(b.getvalue())).convert('L')
    return im

def picture(text, faces, rng):
    while True:
        parts = [p.strip() for p in text.line()]; whole = ' '.join(parts); whole = ' '.join(whole.split()); parts = [' '.join(p.split()) for p in parts]
        if not whole or len(whole) > 110 or set(whole) - OWN: continue
        face = rng.choice(faces)
        if set(whole) - face.map: continue
        break
    dpi = rng.choice([120, 150, 170, 200, 200, 200, 300, 300]); pt = rng.choice([7.5, 8, 8.5, 9, 9, 9.5, 10, 10, 10.5, 11, 11.5, 12]) if rng.random() < .85 else rng.choice([13, 14, 16, 18, 22, 26])
    em = pt * dpi / 72; big = max(8, round(em * SCALE)); short = len(whole) < 30
    tracking = big * rng.choice([.02, .05, .08, .1, .15, .2, .3]) if short and rng.random() < .12 else 0
    ink, base = draw(parts, face, big, tracking, rng, int(big * rng.choice([.6, 1, 2, 4, 7])))
    if rng.random() < .18:
        other, ob = draw([' '.join(text.word() for _ in range(4))], face, big, 0, rng, 0)
        canvas = np.asarray(ink).copy(); shift = int(big * rng.uniform(1.12, 1.4)) * rng.choice([-1, 1]); o = np.asarray(other)
        w = min(canvas.shape[1], o.shape[1]); h = canvas.shape[0]
        if shift > 0: canvas[shift:, :w] = np.maximum(canvas[shift:, :w], o[:h - shift, :w])
        else: canvas[:h + shift, :w] = np.maximum(canvas[:h + shift, :w], o[-shift:h, :w])
        full = Image.fromarray(canvas)
    else: full = ink
    left, top, right, bottom = ink.getbbox()
    f = face.at(big); ref = f.getbbox('Άβ', anchor='ls'); low = f.getbbox('ρξ,', anchor='ls')
    top, bottom = min(top, base + ref[1]), max(bottom, base + low[3])
    size = (max(1, round(full.width / SCALE)), max(1, round(full.height / SCALE)))
    small = full.resize(size, Image.BOX) if rng.random() < .5 else full.resize(size, Image.LANCZOS)
    dark = rng.choice([0, 17, 34, 34, 51, 85, 102]); paper = rng.choice([255, 255, 255, 250, 240])
    a = np.asarray(small).astype('float32') / 255; a = paper + (dark - paper) * a
    im = Image.fromarray(np.clip(a, 0, 255).astype('uint8')); before = im.size
    kind = 'low' if dpi == 120 else rng.choice(['photo', 'photo', 'office']) if dpi in (150, 170) else rng.choice(['office', 'office', 'office', 'gray', 'fax', 'copy', 'clean']) if dpi == 200 else rng.choice(['office', 'office', 'clean'])
    im = degrade(im, rng, kind)
    dx, dy = (im.width - before[0]) // 2, (im.height - before[1]) // 2
    j = lambda: rng.choice([0, 0, 0, 1, 1, 2, -1]) * dpi / 200
    pad = 4
    box = [left / SCALE - pad + dx - abs(j()), top / SCALE - pad + dy - j(), right / SCALE + pad + dx + abs(j()), bottom / SCALE + pad + dy + j()]
    box = [int(round(v)) for v in box]; box = [max(0, box[0]), max(0, box[1]), min(im.width, box[2]), min(im.height, box[3])]
    return im.crop(box), whole
