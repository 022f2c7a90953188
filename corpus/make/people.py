"""Fictional people without end: person(language, seed) gives a persona in the form of ../personas, every value drawn or composed,
so that nothing in a training set can be learnt by heart."""
import random, re, unicodedata
from words import LOCALES, TRADES, FOREIGN, content, names, streets, cities, countries, cldr, tools, ready

NOW = (2026, 6)
SPECIAL = str.maketrans({'ß': 'ss', 'ø': 'o', 'æ': 'ae', 'å': 'a', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ı': 'i', 'ħ': 'h', 'ä': 'ae', 'ö': 'oe', 'ü': 'ue'})
GREEK = dict(zip('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'.split()))
CYRIL = dict(zip('абвгдежзийклмнопрстуфхцчшщъьюя', 'a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya'.split()))
def latin(s):
    s = s.lower().translate(SPECIAL); s = ''.join(c for c in unicodedata.normalize('NFKD', s) if not unicodedata.combining(c))
    return ''.join(GREEK.get(c, CYRIL.get(c, c)) for c in s)
def slug(s, sep=''): return re.sub(r'[^a-z0-9]+', sep, latin(s)).strip(sep) or 'x'
ONSET, NUCLEUS, CODA = 'b d f g h k l m n p r s t v w z br dr gr kl pr st tr sk'.split(), 'a e i o u a e o ia eo'.split(), ['', '', '', 'n', 'r', 'l', 's', 'x', 'nd', 'rt']
ENDS = ['a', 'o', 'ix', 'ona', 'ex', 'tec', 'ware', 'net', 'um', 'is', 'ora', 'line', 'med', 'eco', 'ity']
def ym(t): return f'{t[0]}-{t[1]:02d}'
def add(t, n): k = t[0] * 12 + t[1] - 1 + n; return (k // 12, k % 12 + 1)
def diff(a, b): return (b[0] - a[0]) * 12 + b[1] - a[1]

class Maker:
    def __init__(self, lang, seed):
        self.r = r = random.Random(f'person/{lang}/{seed}'); self.lang = lang; self.c = content(lang); self.w = self.c['w']
        locs = LOCALES[lang]; self.locale, _, self.name_set, self.cc = r.choices(locs, [x[1] for x in locs])[0]
        self.g = r.choice('mf'); self.trade = r.choice(TRADES); self.title_word = ''; self.verbose = r.random() < .25
        self.cities = cities(lang, self.cc); self.home = self.city()
    def pick(self, k): return self.r.choice(self.c[k])
    def form(self, s, g=None):
        a, _, b = s.partition('~'); return b if b and (g or self.g) == 'f' else a
    def city(self):
        n = len(self.cities); return self.cities[min(int(self.r.random() ** 1.6 * n), n - 1)]
    def coin(self):
        r = self.r; s = ''.join(r.choice(ONSET) + r.choice(NUCLEUS) + (r.choice(CODA) if i else '') for i in range(r.choice([1, 2, 2])))
        if r.random() < .45: s += r.choice(ENDS)
        return s.upper() if r.random() < .06 and len(s) < 6 else s[0].upper() + s[1:]
    def last(self, g=None, name_set=None):
        d = names().get(name_set or self.name_set) or names()['en']; return self.r.choice(d.get('last') or d['last' + (g or self.g)])
    def first(self, g=None, name_set=None): return self.r.choice((names().get(name_set or self.name_set) or names()['en'])[g or self.g])
    def money(self):
        r = self.r; n = r.choice([r.randrange(2, 99) * 10000, r.randrange(2, 90) * 1000, r.randrange(10, 60) * 100000])
        cur = {'GB': '£', 'US': '$', 'CZ': 'Kč', 'PL': 'zł', 'HU': 'Ft', 'DK': 'kr', 'SE': 'kr', 'NO': 'kr', 'RO': 'lei', 'CH': 'CHF', 'BR': 'R$', 'BG': 'лв.'}.get(self.cc, '€')
        if cur in '£$' or self.lang in ('en', 'ga', 'mt'): return f'{cur}{n:,}'
        return (f'{n:,}'.replace(',', r.choice(['.', ' '])) if self.lang not in ('fr', 'pl', 'cs', 'sk', 'bg') else f'{n:,}'.replace(',', ' ')) + ' ' + cur
    def fill(self, s, depth=0, **k):
        r = self.r
        def one(m):
            x = m.group(1)
            if x in k: return str(k[x])
            if x == 'L': return self.last(r.choice('mf'))
            if x == 'F': return self.first(r.choice('mf'))
            if x == 'M': return self.first(r.choice('mf')).split()[0]
            if x == 'C': return self.city()[0]
            if x == 'K': return self.coin()
            if x == 'G': return r.choice(countries()[self.cc]['legal'])
            if x == 'n': return str(r.randrange(3, 40))
            if x == 'N': n = r.choice([r.randrange(5, 60) * 20, r.randrange(10, 99) * 100]); return str(n)
            if x == 'p': return str(r.randrange(5, 98))
            if x == 'm': return self.money()
            if x == 'x': return self.skill()
            if x == 'y': return self.pick('y')
            if x == 'f': return self.pick('fields')
            if x == 't': return self.title_word or self.title()
            if x == 'D': return self.pick('dept')
            if x == 'a': return str(r.randrange(1, 4))
            if x == 'b': return str(r.randrange(0, 10))
            if x == 's': return str(r.randrange(7, 11))
            if x == 'h': return str(r.randrange(4, 6))
            raise KeyError(x)
        out = re.sub(r'\{(\w)\}', one, s)
        return out[0].upper() + out[1:] if out and k.get('cap', True) else out
    def skill(self, trade=None):
        r = self.r; t = trade or self.trade
        return r.choice(self.c['s.' + t]) if r.random() < .6 else r.choice(tools()[t if r.random() < .8 else 'any'])
    def title(self, trade=None, plain=False):
        r = self.r; t = self.form(self.pick('t.' + (trade or self.trade)))
        if plain or r.random() < .72: return t
        return self.fill(self.form(self.pick('senior')), t=t)
    def employer(self, trade=None):
        r = self.r; x = r.random()
        if x < .03: return f'{self.first(r.choice("mf"))} {self.last(r.choice("mf"))}'
        if x < .06: return self.coin() + r.choice(['', ' ' + r.choice(countries()[self.cc]['legal'])])
        if x < .075: return self.form(self.pick('t.' + r.choice(TRADES)), 'm') + r.choice([' & Co.', ' 24', ' ' + self.coin(), ' Plus'])
        name = self.fill(self.pick('e.' + (trade or self.trade)))
        # A department or institute printed with the employer is part of its name.
        return f'{name}, {self.pick("dept")}' if x < .12 else name
    def field(self):
        r = self.r; x = r.random(); one = self.pick('fields')
        if x > .12: return one
        more = r.sample([f for f in self.c['fields'] if f != one], 2)
        return f'{one}, {more[0]}' if x < .05 else f'{one}, {more[0]}, {more[1]}' if x < .08 else f'{one} & {more[0]}'

    # ---- contact
    def full_name(self):
        r = self.r; ns = self.name_set if r.random() > .08 else r.choice([x for x in FOREIGN if x in names()])
        if self.lang in ('el', 'bg') and ns != self.name_set: ns = self.name_set
        first = self.first(None, ns)
        if r.random() < .07: first += r.choice(['-', ' ']) + self.first(None, ns)
        elif r.random() < .05 and self.lang in ('en', 'nl', 'da', 'sv', 'pl'): first += f' {r.choice("ABCDEFGHJKLMPRSTVW")}.'
        last = self.last(None, ns)
        if self.lang in ('es', 'pt') and r.random() < .8: last += (' de ' if r.random() < .06 else ' ') + self.last(None, ns)
        elif r.random() < .08: last += '-' + self.last(None, ns)
        part = {'nl': ['van der', 'de', 'van', 'van den', "van 't"], 'de': ['von'], 'fr': ['de', 'de la'], 'it': ['De', 'Di', 'Della'], 'pt': ['da', 'dos'], 'es': ['de la']}.get(self.lang)
        if part and r.random() < (.2 if self.lang == 'nl' else .05): last = r.choice(part) + ' ' + last
        if self.lang == 'bg' and r.random() < .5: first += ' ' + self.last(None, ns)
        if self.lang == 'el' and r.random() < .1: first += ' ' + r.choice('ΑΓΔΕΘΙΚΜΝΠΣ') + '.'
        self.given, self.family = first, last
        name = f'{last} {first}' if self.lang == 'hu' else f'{first} {last}'
        if 'academic' in self.c and r.random() < .08: name = self.pick('academic') + ' ' + name
        if 'letters' in self.c and r.random() < .05: name += ', ' + self.pick('letters')
        return name
    def phone(self, kind, force_intl=False):
        r = self.r; k = countries()[self.cc]; nsn = re.sub('#', lambda _: str(r.randrange(10)), r.choice(k['mobile' if kind == 'm' else 'land']))
        g = [int(x) for x in r.choice(k['groups']).split('-')]; parts, rest = [], nsn
        for n in g:
            if rest: parts.append(rest[:n]); rest = rest[n:]
        if rest: parts[-1] += rest
        if len(parts) > 1 and len(parts[-1]) == 1: parts[-2:] = [parts[-2] + parts[-1]]
        s = r.choice([' ', ' ', ' ', '-', '.', '']); nat = s.join(parts); t = k['trunk']; style = r.random()
        if self.cc == 'US': d = r.choice([f'({nsn[:3]}) {nsn[3:6]}-{nsn[6:]}', f'{nsn[:3]}-{nsn[3:6]}-{nsn[6:]}', f'+1 {nsn[:3]} {nsn[3:6]} {nsn[6:]}', f'{nsn[:3]}.{nsn[3:6]}.{nsn[6:]}', f'+1 ({nsn[:3]}) {nsn[3:6]}-{nsn[6:]}'])
        elif force_intl or style < .5: d = f'+{k["call"]} {nat}' if style > .1 else f'+{k["call"]}{nsn}'
        elif style < .6: d = f'00{k["call"]} {nat}'
        elif style < .68 and t == '0': d = f'+{k["call"]} (0){" " if s == " " else ""}{nat}'
        elif style < .8 and t == '0' and len(parts) > 1: d = f'{t}{parts[0]}{r.choice(["/", " / ", "-", " - "])}{" ".join(parts[1:])}'
        elif self.cc == 'LT': d = f'8 {nat}'
        elif self.cc == 'HU': d = f'06 {nat}'
        elif self.cc == 'BR': d = f'({nsn[:2]}) {nsn[2:-4]}-{nsn[-4:]}'
        else: d = t + nat
        return dict(display=d, e164=f'+{k["call"]}{nsn}')
    def zip(self, k):
        r = self.r; out = ''
        for ch in k['zip']: out += str(r.randrange(1 if not out else 0, 10)) if ch == '#' else r.choice('BCDEGHKLMNPRSTW') if ch == 'A' else ch
        return out
    def address(self):
        r = self.r; k = countries()[self.cc]; city, region = self.home
        st = self.c.get('street') or streets().get(self.name_set) or streets().get(self.lang) or ['{L}']
        street = self.fill(r.choice(st), cap=False); no = str(r.choice([r.randrange(1, 30), r.randrange(1, 200)])) + (r.choice('abc') if r.random() < .12 else '')
        full = k['form'].split(', ')
        pair = next(x for x in full if '{street}' in x) + (', {no}' if '{street}' in full[0] and '{no}' not in full[0] and len(full) > 1 and full[1] == '{no}' else '')
        if '{no}' not in pair: pair = '{no}, {street}' if full[0] == '{no}' else pair
        line = pair.format(street=street, no=no, zip='', city='', region='')
        return dict(street=line, postal_code=self.zip(k), city=city, region=region, country=cldr()[self.lang]['countries'][self.cc] if self.lang in cldr() else '', country_code=self.cc)
    def contact(self):
        r = self.r; name = self.full_name(); a, b = slug(self.given.split()[0]), slug(self.family.split()[-1]); dom = slug(self.coin()) + r.choice(['.example', '-mail.example', '.example'])
        mail = r.choice([f'{a}.{b}', f'{a[0]}.{b}', f'{a}{b}', f'{b}.{a}', f'{a}_{b}{r.randrange(70, 99)}', f'{a}{r.randrange(1, 999)}', f'{a}-{b}', 'info', f'{a[0]}{b}']) + '@' + dom
        links = []
        if r.random() < .4:
            h = r.choice([f'{slug(self.given, "-")}-{slug(self.family, "-")}', f'{a}{b}', f'{a}-{b}-{r.randrange(16**6):06x}']); links.append(r.choice(['linkedin.com/in/', 'www.linkedin.com/in/', 'https://www.linkedin.com/in/', 'https://linkedin.com/in/']) + h)
        if r.random() < (.6 if self.trade == 'it' else .05): links.append(r.choice(['github.com/', 'https://github.com/', 'gitlab.com/']) + r.choice([a + b, b + str(r.randrange(99)), f'{a}-{b}', slug(self.coin())]))
        if self.lang == 'de' and r.random() < .1: links.append(f'xing.com/profile/{self.given.split()[0].title()}_{self.family.split()[-1].title()}'.translate(str.maketrans('äöüßÄÖÜéè', 'aousAOUee')))
        if r.random() < .12: links.append(r.choice(['www.', 'https://', '', 'https://www.']) + r.choice([a + b, b, slug(self.coin())]) + r.choice(['.example', '.example/cv', '.example/portfolio']))
        if self.trade == 'acad' and r.random() < .5: links.append('https://orcid.org/0000-000%d-%04d-%04d' % (r.randrange(1, 9), r.randrange(10000), r.randrange(10000)))
        ad = self.address(); n = 1 if r.random() < .8 else 2
        phones = [self.phone('m')] + ([self.phone('l')] if r.random() < .15 else [])
        emails = [mail] + ([f'{a}.{b}@{slug(self.coin())}.example'] if r.random() < .07 else [])
        d = dict(full_name=name, headline='', emails=emails, phones=phones, links=links, address=ad)
        y = NOW[0] - self.age
        if r.random() < .7: d['date_of_birth'] = f'{y}-{r.randrange(1, 13):02d}-{r.randrange(1, 29):02d}'
        nat = self.c.get('nationality', [])
        if nat and r.random() < .6: d['nationality'] = dict(code='IE' if self.lang == 'ga' else self.cc, display=self.form(dict(x.split('=') for x in nat).get(self.cc, ''))); 
        if not d.get('nationality', {}).get('display', 1): d.pop('nationality')
        return d

    # ---- career
    def bullets(self, n):
        out = []
        if self.verbose and n: n += self.r.randrange(1, 5)
        for t in self.r.sample(self.c['b'], min(n, len(self.c['b']))):
            s = self.fill(t)
            if self.r.random() < .12: s += ', ' + self.fill(self.pick('y'), cap=False)
            elif self.verbose and self.r.random() < .5: s += self.r.choice(['; ', '. ', ' – ', ', ']) + self.fill(self.r.choice(self.c['b']))
            out.append(s)
        return out
    def job(self, start, end, trade, n, employer=None, city=None, title=None):
        r = self.r; self.title_word = title or self.title(trade)
        e = dict(title=self.title_word, employer=self.employer(trade) if employer is None else employer, city=city if city is not None else (self.home if r.random() < .5 else self.city())[0], country_code=self.cc,
                 start=ym(start), end=ym(end) if end else None, highlights=self.bullets(n), intro=self.fill(self.pick('intro')) if r.random() < .25 else '', dept=self.pick('dept') if r.random() < .2 else '',
                 kind=self.w[r.choice(['full', 'full', 'part'])][0] if r.random() < .3 else '', country='', projects=[self.fill(self.pick('proj')) for _ in range(2)])
        if r.random() < .04: e['intro'] = f'{self.w["client"][0]}: {self.employer()}'
        if trade == 'it' and r.random() < .15: e['intro'] = f'{r.choice(self.w["tech"])}: ' + ', '.join(r.sample(tools()['it'], 4))
        if r.random() < .06 and employer is None:
            cc = r.choice([c for c in ('DE', 'FR', 'GB', 'ES', 'NL', 'CH', 'AT', 'SE', 'IE', 'PL', 'US') if c != self.cc]); from words import places
            e['city'], e['country_code'], e['country'] = r.choice(places()[cc][:30])[0], cc, cldr()[self.lang]['countries'].get(cc, '')
        return e
    def career(self, start):
        r = self.r; out = []; t = start; trade = self.trade; shape = r.choices(['plain', 'promotions', 'freelance', 'change', 'first', 'messy', 'long'], [6, 4, 2, 2, 2, 3, 1])[0]
        old = self.trade
        if shape == 'change': old = r.choice([x for x in TRADES if x != self.trade])
        if r.random() < .3 or shape == 'first':
            s = add(start, -r.randrange(4, 30)); out.append(self.job(s, add(s, r.randrange(1, 6)), old, r.randrange(0, 3), title=self.fill(self.form(self.pick('intern')))))
        total = diff(start, NOW); k = 0; prev = None
        while t < NOW and k < 8 and not (shape == 'first' and k):
            last_one = diff(t, NOW) < 30 or k == 7 or (shape == 'first')
            end = add(t, r.choice([r.randrange(3, 20), r.randrange(12, 50), r.randrange(24, 90)] if shape != 'long' else [r.randrange(60, 150)]))
            if last_one or diff(end, NOW) < 5: end = None if r.random() < .85 else add(NOW, -r.randrange(0, 7))
            if end and end > NOW: end = None
            tr = old if shape == 'change' and diff(start, t) < total * .5 else self.trade
            n = r.choice([0, 2, 3, 4, 5]) if not end or diff(end, NOW) < 80 else r.choice([0, 0, 1, 2, 3])
            if shape == 'promotions' and prev and r.random() < .5: e = self.job(t, end, tr, n, prev['employer'], prev['city'])
            elif shape == 'freelance' and r.random() < .4: e = self.job(t, end, tr, n, '' if r.random() < .3 else self.form(self.pick('own')) if r.random() < .4 else None, title=self.fill(self.form(self.pick('free')), t=self.title(tr, True)))
            else: e = self.job(t, end, tr, n)
            out.append(e); prev = e if e['employer'] else None; k += 1
            if not end: break
            t = add(end, r.choice([1, 1, 1, 0, 2, r.randrange(2, 9)]) - (r.randrange(2, 8) if shape == 'messy' and r.random() < .3 else 0))
            if r.random() < .08 and t < add(NOW, -20):
                e2 = add(t, r.randrange(4, 16)); out.append(dict(title=self.pick('leave'), employer='', city='', country_code='', start=ym(t), end=ym(e2), highlights=[], intro='', dept='', kind='', country='', projects=[])); t = add(e2, 1)
        if shape in ('freelance', 'messy') and r.random() < .4 and len(out) > 1:
            s = add(NOW, -r.randrange(10, 60)); out.append(self.job(s, None if r.random() < .5 else add(s, r.randrange(3, 9)), self.trade, 1, title=self.fill(self.form(self.pick('free')), t=self.title(None, True))))
        for e in out:
            if not e['employer']: e['city'] = e['country'] = e['country_code'] = ''
            if r.random() < .12: 
                e['start'] = e['start'][:4]; e['end'] = e['end'] and e['end'][:4]
        out.sort(key=lambda e: ((e['end'] or '2099-00')[:4], e['start']), reverse=True)
        return out
    def education(self, birth):
        r = self.r; out = []; y = birth + 18; T = lambda y, m: f'{y}-{m:02d}'
        def e(kind, a, b, inst, field=True, months=True):
            self.title_word = self.title(None, True); d = self.fill(self.form(self.pick('degree.' + kind)))
            f = '' if not field or '{t}' in ''.join(self.c['degree.' + kind]) and self.title_word in d else (self.field() if kind != 'voc' or r.random() < .5 else self.title(None, True))
            out.append(dict(degree=d, field_of_study=f, institution=inst, start=T(a, r.choice([8, 9, 10])) if months else str(a), end=T(b, r.choice([5, 6, 7, 2])) if months else str(b),
                            grade=self.fill(self.pick('grade')) if r.random() < .3 else '', city=self.city()[0] if r.random() < .5 else '', thesis=self.fill(self.pick('pub')) if kind in ('bach', 'mast', 'doc') and r.random() < .12 else ''))
        if r.random() < .4: e('school', y - r.choice([4, 6, 8]), y, self.fill(self.pick('school')), False, r.random() < .5)
        level = r.choices(['none', 'voc', 'bach', 'mast', 'doc'], [1, 4, 3, 4, 5 if self.trade == 'acad' else .6])[0]
        if level == 'none' and not out: level = 'voc'
        if level == 'voc' or (level != 'none' and r.random() < .15): e('voc', y, y + 3, self.fill(self.pick('voc'))); y += 3
        if level in ('bach', 'mast', 'doc'): e('bach', y, y + r.choice([3, 3, 4]), self.fill(self.pick('uni'))); y += 4
        if level in ('mast', 'doc'): e('mast', y, y + 2, self.fill(self.pick('uni'))); y += 2
        if level == 'doc': e('doc', y, y + 4, self.fill(self.pick('uni'))); y += 4
        if r.random() < .12:
            n = r.choice(self.c['cert']); q, _, i = n.partition(' @ ')
            if i: yy = r.randrange(y, NOW[0] + 1) if y < NOW[0] else NOW[0] - 1; out.append(dict(degree=self.fill(q), field_of_study='', institution=self.fill(i), start='', end=str(yy), grade='', city='', thesis=''))
        over = [x for x in out if x['end'] > ym(NOW)]
        for x in over:
            x['expected'] = True
            if r.random() < .5: x['end'] = None
        self.graduated = y
        return [x for x in out if x['start'][:4] <= '2026'][::-1]
    def skills(self):
        r = self.r; n = r.choice([4, 6, 8, 10, 14, 18]); seen = []
        def take(pool, k):
            xs = [x for x in pool if x not in seen]; xs = r.sample(xs, min(k, len(xs))); seen.extend(xs); return xs
        own = self.c['s.' + self.trade]; tl = tools()[self.trade] + r.sample(tools()['any'], 3); other = [x for t in r.sample(TRADES, 2) for x in self.c['s.' + t]]
        parts = [('a', take(own, n // 2 + 1)), ('b', take(tl, n // 3 + 1)), ('c', take(self.c['soft'] if r.random() < .5 else other, n // 4))]
        parts = [p for p in parts if p[1]]; gs = r.sample(self.c['skgroups'], min(3, len(self.c['skgroups'])))
        if r.random() < .4: parts = [('a', [x for _, xs in parts for x in xs])]
        if r.random() < .03: parts[0][1].append(self.coin())
        return [dict(group=g, items=[dict(name=x, level=r.choice([None, 2, 3, 4, 5])) for x in xs]) for g, (_, xs) in zip(gs, parts)]
    def languages(self):
        r = self.r; L = cldr()[self.lang]['languages']; own = 'no' if self.lang == 'nb' else self.lang; codes = [own]
        if self.lang == 'en' and self.cc == 'MT': codes = ['mt', 'en']
        if self.lang == 'ga': codes = ['ga', 'en']
        pool = ['en', 'en', 'en', 'de', 'fr', 'es', 'it', 'ru', 'pl', 'tr', 'ar', 'uk', 'pt', 'nl', 'sv', 'zh', 'ca', 'hr', 'sr', 'ro', 'fi', 'el', 'hu', 'ja', 'cs', 'lt']
        for c in r.sample(pool, r.choice([0, 1, 1, 2, 2, 3, 4])):
            if c not in codes and c in L: codes.append(c)
        style = r.choice(['words', 'words', 'words', 'cefr', 'both', 'mixed']); out = []
        for i, c in enumerate(codes):
            lv = 'native' if i == 0 or (i == 1 and r.random() < .08) else r.choices(['C2', 'C1', 'B2', 'B1', 'A2', 'A1'], [1, 4, 4, 3, 3, 1])[0]
            ws = self.c['lv.' + lv]; w = r.choice(ws); near = w.endswith('*'); w = w.rstrip('*')
            if lv == 'native' or style == 'words' or (style == 'mixed' and r.random() < .5): d = w
            elif style == 'both': d = r.choice([f'{w} ({lv})', f'{lv} – {w}', f'{lv} ({w})']); near = False
            else: d = r.choice([lv, lv, self.w['level'][0] + ' ' + lv]) if i else lv; near = False
            order = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native']; k = order.index(lv)
            n = L[c]; n = n[0].upper() + n[1:] if self.lang not in ('fi', 'cs') or r.random() < .9 else n
            out.append(dict(name=n, code=c, level=lv, display=d, any=order[max(0, k - 1):k + 2] if near or lv in ('C2', 'A1') and style != 'cefr' and '(' not in d and lv not in d else None))
        if r.random() < .15: r.shuffle(out)
        return out
    def person(self, seed):
        r = self.r; self.age = r.choice([r.randrange(20, 28), r.randrange(25, 45), r.randrange(30, 62)]); birth = NOW[0] - self.age
        c = self.contact(); edu = self.education(birth); start = (min(max(self.graduated, birth + 18), NOW[0] - 1), r.randrange(1, 13)); start = min(start, add(NOW, -8)); exp = self.career(start)
        cur = next((e['title'] for e in exp if e['employer']), self.title()); self.title_word = cur
        c['headline'] = cur if r.random() < .5 else self.title(None, True) if r.random() < .8 else f'{self.title(None, True)} | {self.title(None, True)}'
        some = lambda p, n: r.randrange(1, n + 1) if r.random() < p else 0
        def certs():
            out = []
            for x in r.sample(self.c['cert'], min(some(.55, 4), len(self.c['cert']))):
                n, _, i = x.partition(' @ '); y = r.randrange(max(birth + 18, 2004), 2026); out.append(dict(name=self.fill(n), issuer=self.fill(i) if i else '', date=r.choice([str(y), f'{y}-{r.randrange(1, 13):02d}'])))
            return out
        pair = lambda x: [self.fill(self.form(x.partition(' @ ')[0])), self.fill(x.partition(' @ ')[2])]
        vol = []
        for x in r.sample(self.c['vol'], min(some(.25, 2), len(self.c['vol']))):
            a, b = pair(x); s = add(NOW, -r.randrange(20, 150)); vol.append(dict(role=a, organization=b, start=ym(s), end=None if r.random() < .5 else ym(add(s, r.randrange(6, 19)))))
        refs = []
        for _ in range(some(.2, 2)):
            g = r.choice('mf'); f = self.first(g); l = self.last(g); n = f'{l} {f}' if self.lang == 'hu' else f'{f} {l}'
            refs.append(dict(name=n, role=self.fill(self.form(self.pick('ref'), g)), email=f'{slug(f.split()[0])[0]}.{slug(l)}@{slug(self.coin())}.example', phone=self.phone('l')['display']))
        pubs = [dict(title=self.fill(self.pick('pub')), venue=self.fill(self.pick('venue')), year=str(r.randrange(2008, 2026)), authors=self.authors()) for _ in range(some(.9 if self.trade == 'acad' else .06, 7))]
        self.title_word = self.title(None, True); s = [self.fill(x, t=self.title_word) for x in r.sample(self.c['sum'], r.choice([1, 2, 2, 3, 4]))]
        if c.get('date_of_birth') and 'headline': pass
        uniq = lambda xs, k: list({x[k]: x for x in xs}.values())
        return dict(id=f'{self.lang}-p{seed}', locale=self.locale, language=self.lang, gender=self.g, trade=self.trade, contact=c, summary=' '.join(s), experience=exp, education=edu, skills=self.skills(), languages=self.languages(),
            certifications=uniq(certs(), 'name'), projects=uniq([dict(name=self.fill(self.pick('proj')), description=self.fill(self.pick('projd'))) for _ in range(some(.5 if self.trade in ('it', 'mgmt', 'acad') else .15, 3))], 'name'),
            publications=uniq(pubs, 'title'), awards=[dict(title=self.fill(x), date=str(r.randrange(2008, 2026))) for x in r.sample(self.c['award'], some(.2, 2))], volunteering=vol,
            interests=r.sample(self.c['hobby'], r.choice([0, 0, 3, 4, 5, 6])), references=refs)
    def authors(self):
        r = self.r; own = f'{self.family}, {self.given[0]}.'; xs = [f'{self.last(r.choice("mf"))}, {r.choice("ABCDEGHJKLMNPRST")}.' for _ in range(r.randrange(0, 3))]; xs.insert(r.randrange(len(xs) + 1), own)
        return ', '.join(xs)

def person(lang, seed): return Maker(lang, seed).person(seed)
if __name__ == '__main__':
    import sys, json
    print(json.dumps(person(sys.argv[1], sys.argv[2]), ensure_ascii=False, indent=1))
