"""A person + a way of printing -> a Sheet: every line of the CV as spans and blocks, and the exact truth of what they show.
Frames (pages of HTML, Word, TeX, Typst, pdfmake) only place what a Sheet holds; they add no fact and leave none out."""
import random, re
from dataclasses import dataclass, field
from labels import label
from words import content
from dates import Dates
import heads
from model import full_date

KEYS = ['summary', 'experience', 'education', 'skills', 'languages', 'certifications', 'projects', 'publications', 'awards', 'volunteering', 'interests', 'references']

@dataclass
class Entry:
    lines: list = field(default_factory=list)      # [(left spans, right spans)]
    margin: list = field(default_factory=list)     # [spans]
    paras: list = field(default_factory=list)
    bullets: list = field(default_factory=list)
    posts: list = field(default_factory=list)      # posts under one employer
@dataclass
class Rows:                                        # [(label, text)]
    rows: list
@dataclass
class Para: spans: list
@dataclass
class Bullets: items: list
@dataclass
class Meter: items: list                           # [(name, 1..5, word)]
@dataclass
class Chips: items: list

@dataclass
class Grid:                                        # self-assessment of languages: [(language, five levels)], labels of the language
    rows: list
    labels: list

def t(s, k='x'): return [(k, s)]

class Sheet:
    def __init__(self, p, layout, seed, **want):
        """want: slots (date slots that the frame can place), years_only, contact (kinds left out), sections, grouped (bool or None), plain_skills"""
        self.p, self.layout, self.seed = p, layout, seed
        self.lang = p['language']; self.c = content(self.lang); self.w = {**self.c['w'], 'in': self.c.get('in', ['–'])}
        self.r = r = random.Random(f'sheet/{p["id"]}/{layout}/{seed}'); self.want = want
        self.dates_shown, self.shown = [], []
        self.d = Dates(self.lang, self.c['w'], r); self.ed = self.d if r.random() < .7 else Dates(self.lang, self.c['w'], r, ['year', 'num', 'short'])
        if 'slots' in want: self.slots = want['slots']
        else: self.slots = [r.choice(['right', 'right', 'own', 'inline', 'inline', 'margin'])]
        self.newest = r.random() > .1; self.upper_names = r.random() < .1
        self.bullet = r.choice(['•', '•', '•', '-', '–', '▪', '*', '»', '◦', '➢', '✓', '·', '‣', '○', '■'])
        self.truth = dict(language=self.lang, contact={}); self.sections = []
        self._header(); self._order(); self.blocks = {k: getattr(self, '_' + k)() for k in self.sections}
        self.sections = [k for k in self.sections if self.blocks[k]]
        tail = self._tail()
        if tail: self.sections.append('tail'); self.blocks['tail'] = [Para(t(x)) for x in tail]
        self.headings = {k: '' if k == 'tail' else self._heading(k) for k in self.sections + ['contact', 'personal']}

    # ---- header
    def _header(self):
        p, r, c = self.p, self.r, self.p['contact']; T = self.truth['contact']; out = set(self.want.get('contact', ()))
        self.name = c['full_name']
        if r.random() < .04 and self.lang in ('fr', 'it', 'hu', 'es', 'pl') and ',' not in self.name and len(self.name.split()) == 2 and self.lang != 'hu': a, b = self.name.split(); self.name = f'{b.upper() if r.random() < .5 else b} {a}'
        T['full_name'] = self.name
        self.headline = c['headline'] if r.random() < .62 and 'headline' not in out else ''
        if self.headline: T['headline'] = self.headline
        items = []; lab = lambda k: label(p, k, r.randrange(3))
        a = c['address']; x = r.random()
        if 'address' not in out and x < .85:
            same = a['country'] and r.random() < .2
            if x < .35:
                form = r.choice(['{city}', '{city}', '{city}, {country}', '{zip} {city}', '{city} ({region})'])
                if 'region' in form and not a['region']: form = '{city}'
                if a['country_code'] == 'US': form = '{city}, {region}'
                s = form.format(city=a['city'], country=a['country'], zip=a['postal_code'], region=a['region'])
                if '{zip}' in form: T['postal_code'] = a['postal_code']
                if '{region}' in form: T['region'] = a['region']
            else:
                from words import countries
                k = countries()[a['country_code']]; s = k['form']
                if a['country_code'] == 'IT' and not a['region']: s = s.replace(' ({region})', '')
                pre = [q for q in s.split(', ') if 'street' in q or q == '{no}']; s = s.replace(', '.join(pre), '{line}') if ', '.join(pre) in s else s
                s = s.format(line=a['street'], zip=a['postal_code'], city=a['city'], region=a['region'])
                if a['country_code'] in ('US', 'IT', 'BR') and a['region']: T['region'] = a['region']
                T['postal_code'] = a['postal_code']
                if same: s += f', {a["country"]}'
            T['city'], T['country_code'] = a['city'], a['country_code']; items.append(('address', lab('address'), s, ''))
        phones = c['phones'] if 'phone' not in out and r.random() > .03 else []
        if 'city' not in T or self.lang in ('en', 'ga'): phones = [q if q['display'].startswith(('+', '00')) else dict(q, display=q['e164']) for q in phones]
        for q in phones: items.append(('phone', lab('phone'), q['display'], ''))
        T['phones'] = [q['e164'] for q in phones]
        mails = c['emails'] if r.random() > .015 else []
        for q in mails: items.append(('email', lab('email'), q, 'mailto:' + q))
        T['emails'] = list(mails); links = []
        for q in c['links'] if 'links' not in out else []:
            url = q if q.startswith('http') else 'https://' + q; name = 'LinkedIn' if 'linkedin' in q else 'GitHub' if 'github' in q else 'GitLab' if 'gitlab' in q else 'Xing' if 'xing' in q else 'ORCID' if 'orcid' in q else lab('web')
            if r.random() < .07 and self.want.get('links', True): items.append(('web', '', name, url)); self.truth['links_recall_only'] = True
            else: items.append(('web', name, q, url if r.random() < .5 else '')); links.append(url)
        if links: T['links'] = links
        if c.get('date_of_birth') and r.random() < .35 and 'dob' not in out and not self.lang == 'en':
            s = full_date(p, c['date_of_birth']); items.append(('dob', lab('dob'), s, '')); T['date_of_birth'] = c['date_of_birth']
        if c.get('nationality') and r.random() < .35 and 'nationality' not in out: items.append(('nationality', lab('nationality'), c['nationality']['display'], '')); T['nationality'] = c['nationality']['code']
        if r.random() < .1 and 'driving' in self.w and 'driving' not in out: items.append(('other', self.w['driving'][0], 'B', ''))
        if r.random() < .25: r.shuffle(items)
        self.contact = items; self.shown += [x[2] for x in items]
    def photo(self): return self.p['locale'][:2] not in ('en', 'nl', 'sv', 'ga') and self.r.random() < .4

    # ---- sections
    def _order(self):
        r, p = self.r, self.p; order = list(KEYS)
        x = r.random()
        if x < .2 or len(p['experience']) <= 1: order.remove('education'); order.insert(1, 'education')
        elif x < .35: order.remove('skills'); order.insert(1, 'skills')
        elif x < .45: rest = order[3:]; r.shuffle(rest); order = order[:3] + rest
        elif x < .5: order.remove('languages'); order.insert(1, 'languages')
        if self.want.get('order'): order = [k for k in self.want['order'] if k in order] + [k for k in order if k not in self.want['order']]
        drop = {'summary': .3, 'skills': .06, 'languages': .15, 'interests': .3, 'projects': .1, 'certifications': .1, 'references': .1, 'education': .02}
        self.sections = [k for k in order if k in self.want.get('sections', KEYS) and p.get(k) and r.random() >= drop.get(k, 0)]
        if not p['references'] and r.random() < .08 and 'references' in self.want.get('sections', KEYS): self.sections.append('references')
        self.in_skills = 'languages' in self.sections and 'skills' in self.sections and r.random() < .07 and not self.want.get('plain_skills')
        if self.in_skills: self.sections.remove('languages'); self.sections.insert(0, 'languages')
    def _heading(self, k):
        r = self.r
        h = r.choice(self.c.get('h.' + k) or [label(self.p, k, 0)]) if r.random() < .4 else label(self.p, k, r.randrange(3))
        if self.lang != 'en' and r.random() < .015: h = label(dict(language='en', locale='en-GB'), k, r.randrange(3))
        return h

    def _tail(self):
        """What stands below the last section and belongs to none: a consent, place and date."""
        r = self.r; out = []
        if 'clause' in self.c and r.random() < .4: out += self.c['clause'][:1]
        if r.random() < (.2 if self.lang in ('de', 'it', 'sk', 'cs', 'hr') else .03): out.append(f'{self.p["contact"]["address"]["city"]}, {full_date(self.p, "2026-%02d-%02d" % (r.randrange(1, 7), r.randrange(1, 29)))}')
        if out and r.random() < .3: out.append(self.p['contact']['full_name'])
        return out
    def _summary(self):
        s = self.p['summary']; self.truth['summary'] = s[:200]; return [Para(t(s))]
    def _post(self, e, spec, group=False):
        r = self.r; single = None
        if e['end'] and len(e['start']) == 7 and len(e['end']) == 7 and self.d.style == 'long' and 'summer' in self.w and r.random() < .06: single = 'season'
        text, s, en, cur = self.d.range(e['start'], e['end'], single=single)
        if self.no_dates: text, s, en, cur = '', None, None, False
        v = dict(T=e['title'], E=e['employer'], C=e['city'] if self.job_city else '', N=e['country'], P=e['dept'], K=e['kind'], D=text)
        if not v['C']: v['N'] = ''
        shown = set(re.findall('[A-Z]', re.sub('~[^~]*~', '', spec)))
        if group: shown |= {'E'}
        x = dict(title=e['title'], start_date=s, end_date=en, is_current=cur)
        if e['employer'] and 'E' in shown: x['employer'] = e['employer']
        if v['C'] and ('C' in shown or group and self.group_city): x['city'] = e['city']
        if v['N'] and 'N' in shown: x['country_code'] = e['country_code']
        hl = list(e['highlights']) if not self.want.get('no_bullets') else []
        if self.max_bullets: hl = hl[:self.max_bullets]
        x['highlights'] = hl; self.truth['experience'].append(x)
        if text and 'D' in shown: self.dates_shown.append(text)
        h = heads.lay(spec, v, self.w)
        intro = [e['intro']] if e['intro'] and self.intro else []
        if self.prose and hl: x['highlights'] = []
        if self.prose and hl: return Entry(h['lines'], h['margin'], intro + ['. '.join(x.rstrip('.') for x in hl) + '.'], [])
        if self.projects and len(hl) > 3 and e['projects']:
            n = len(hl) // 2; return Entry(h['lines'], h['margin'], intro, [], [Entry([([('g', a)], [])], [], [], part) for a, part in zip(e['projects'], (hl[:n], hl[n:]))])
        return Entry(h['lines'], h['margin'], intro, hl)
    def _experience(self):
        r = self.r; self.truth['experience'] = []; jobs = self.p['experience'] if self.newest else self.p['experience'][::-1]
        self.no_dates = r.random() < .012; self.job_city = r.random() < .7; self.intro = r.random() < .7; self.prose = r.random() < .08 and not self.want.get('no_bullets'); self.max_bullets = r.choice([0, 0, 0, 2, 3]); self.projects = r.random() < .06 and not self.want.get('plain')
        if not jobs: del self.truth['experience']; return []
        grouped = self.want.get('grouped'); grouped = r.random() < .12 if grouped is None else grouped
        if self.want.get('grouped') is None and any(not e['employer'] for e in jobs): grouped = False  # would seem to belong to the employer above
        slot = r.choice(self.slots)
        if grouped:
            _, spec = heads.choose(r, 'group', [slot] if ('group', slot) in heads.specs() else None); gs, ps = [x.strip() for x in spec.split(' ; ')]; self.group_city = 'C' in gs; out = []
            groups = []
            for e in jobs:
                if groups and e['employer'] and groups[-1][0]['employer'] == e['employer'] and groups[-1][0]['city'] == e['city']: groups[-1].append(e)
                else: groups.append([e])
            for g in groups:
                if not g[0]['employer']:  # its title stands where the others have the employer
                    x = self._post(g[0], 'D' if '||' not in ps else 'D ||'); h = heads.lay(gs, dict(E=g[0]['title']), self.w); out.append(Entry(h['lines'] + x.lines, x.margin, x.paras, x.bullets)); continue
                first = min(x['start'] for x in g); last = None if any(not x['end'] for x in g) else max(x['end'] for x in g)
                al = self.d.range(first, last)[0] if len(g) > 1 and not self.no_dates else ''
                h = heads.lay(gs, dict(E=g[0]['employer'], C=g[0]['city'] if self.job_city else '', A=al), self.w)
                if al and 'A' in re.sub('~[^~]*~', '', gs): self.dates_shown.append(al)
                out.append(Entry(h['lines'], h['margin'], [], [], [self._post(e, ps, True) for e in g]))
            return out
        _, spec = heads.choose(r, 'job', [slot], self.want.get('avoid')); self.group_city = False; self.spec = spec
        return [self._post(e, spec) for e in jobs]
    def _education(self):
        r = self.r; self.truth['education'] = []; slot = r.choice(self.slots); _, spec = heads.choose(r, 'study', [slot], self.want.get('avoid')); out = []
        only_end = r.random() < .25; city = r.random() < .5; thesis = r.random() < .7
        for e in self.p['education'] if self.newest else self.p['education'][::-1]:
            if e.get('expected') and e['end']:
                q = self.ed.one(e['end'] if self.ed.style != 'year' else e['end'][:4]); text, s, en, cur = f'{self.w["expected"][0]} {q}', None, self.ed.precision(e['end']), False
            else: text, s, en, cur = self.ed.range(e['start'], e['end'], False, 'end' if only_end else None)
            v = dict(Q=e['degree'], F=e['field_of_study'], I=e['institution'], C=e['city'] if city else '', D=text, G=e['grade'])
            h = heads.lay(spec, v, self.w); shown = {k for l in h['lines'] for half in l for k, _ in half} | {k for l in h['margin'] for k, _ in l}
            x = dict(institution=e['institution'], degree=e['degree'], start_date=s, end_date=en)
            if 'F' in shown: x['field_of_study'] = e['field_of_study']
            if 'G' in shown: x['grade'] = e['grade']
            if text: self.dates_shown.append(text)
            self.truth['education'].append(x); paras = [f'{self.w["thesis"][0]}: {e["thesis"]}'] if e['thesis'] and thesis else []
            out.append(Entry(h['lines'], h['margin'], paras, []))
        return out
    def _skills(self):
        r = self.r; g = [(x['group'], x['items']) for x in self.p['skills']]; self.truth['skills'] = [i['name'] for _, it in g for i in it]
        if r.random() < .05:  # years behind some skills: part of the print, not of the name
            g = [(a, [dict(i, name=f'{i["name"]} ({r.randrange(2, 12)} {self.w["years"][-1]})') if i['level'] and r.random() < .7 else i for i in it]) for a, it in g]
        names = [i['name'] for _, it in g for i in it]; style = r.choice(self.want.get('skills') or ['rows', 'rows', 'comma', 'comma', 'bullets', 'pipes', 'dots', 'chips', 'meter', 'lines', 'head'])
        if style == 'meter' or style == 'lines' and r.random() < .2: out = [Meter([(i['name'], i['level'] or 3, '') for _, it in g for i in it])]
        elif style == 'rows': out = [Rows([(a, r.choice([', ', ', ', ' · ', ' / ', '; ']).join(i['name'] for i in it)) for a, it in g])]
        elif style == 'head':
            out = []
            for a, it in g: out += [Para([('g', a)]), Bullets([i['name'] for i in it]) if r.random() < .5 else Para(t(', '.join(i['name'] for i in it)))]
        elif style == 'bullets': out = [Bullets(names)]
        elif style == 'chips': out = [Chips(names)]
        elif style == 'lines': out = [Para(t(n)) for n in names]
        else: out = [Para(t({'comma': ', ', 'pipes': ' | ', 'dots': r.choice([' • ', ' · ', ' / ', ' – ']) }[style].join(names)))]
        if self.in_skills and 'languages' in self.blocks_done: out.append(Rows([(self._heading('languages'), ', '.join(f'{n} ({d})' if d else n for n, d in self.blocks_done['languages']))]))
        return out
    blocks_done = {}
    def _languages(self):
        r = self.r; T = self.truth['languages'] = []; style = r.choice(self.want.get('languages') or ['dash', 'colon', 'paren', 'rows', 'comma', 'bullets', 'meter', 'bylevel'])
        if self.in_skills: style = 'paren'
        bars = {'native': 5, 'C2': 5, 'C1': 4, 'B2': 3, 'B1': 3, 'A2': 2, 'A1': 1}; L = self.p['languages']; none = r.random() < .04 and style not in ('bylevel', 'grid')
        for l in L:
            x = dict(name=l['name'], code=l['code'])
            if style != 'meter' and not none:
                x['level'] = l['level']
                if l['any']: x['level_any'] = l['any']
            T.append(x)
        if style == 'grid':
            order = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']; rows, labels = [], self.c['grid']; same = r.random() < .5
            for l, x in zip(L, T):
                x.pop('level_any', None)
                if l['level'] == 'native': continue
                k = order.index(l['level']); five = [l['level'] if same else order[min(5, max(0, k + r.choice([0, 0, 0, 1, -1])))] for _ in range(5)]; rows.append((l['name'], five))
                if len(set(five)) > 1: x['level_any'] = sorted(set(five) | {l['level']})
            mother = [Rows([(labels[0], ', '.join(l['name'] for l in L if l['level'] == 'native'))])]
            return mother + ([Grid(rows, labels)] if rows else [])
        items = [(l['name'], '' if none or style == 'meter' else l['display']) for l in L]
        if self.in_skills: self.blocks_done = {'languages': items}; return []
        if style == 'meter': return [Meter([(l['name'], bars[l['level']], '') for l in L])]
        if style == 'rows': return [Rows(items)]
        if style == 'bylevel' and len({d for _, d in items}) < len(items): 
            by = {}
            for n, d in items: by.setdefault(d, []).append(n)
            return [Rows([(d, ', '.join(ns)) for d, ns in by.items()])]
        j = {'colon': ': ', 'dash': r.choice([' – ', ' - ', ' — ', ', ', ' | '])}.get(style)
        s = [n + (j + d if d else '') if j else f'{n} ({d})' if d else n for n, d in items]
        if style == 'bullets': return [Bullets([f'{n}{r.choice([": ", " – "])}{d}' if d else n for n, d in items])]
        if style in ('comma', 'paren') : return [Para(t(r.choice([', ', ' · ', '; ', ' | ']).join(s)))]
        return [Para(t(x)) for x in s]
    def _certifications(self):
        r = self.r; T = self.truth['certifications'] = []; iss, dat = r.random() < .75, r.random() < .75; form = r.choice(['{n}[, {i}][ ({d})]', '[{d}: ]{n}[ – {i}]', '{n}[ | {i}][ | {d}]', '[{d} ]{n}[, {i}]', '{n}[ ({i})][, {d}]', '{n}[ – {i}][, {d}]']); out, rows = [], []
        for x in self.p['certifications']:
            d = self.ed.one(x['date'] if self.ed.style != 'year' else x['date'][:4]) if dat else ''; i = x['issuer'] if iss else ''; y = dict(name=x['name'])
            if d: y['date'] = self.ed.precision(x['date'])
            if i: y['issuer'] = i
            T.append(y); rows.append((d, x['name'] + (f', {i}' if i else '')))
            out.append(re.sub(r'\[([^]]*)\]', lambda m: '' if '{i}' in m[1] and not i or '{d}' in m[1] and not d else m[1], form).format(n=x['name'], i=i, d=d))
        if dat and r.random() < .25: return [Rows(rows)]
        return [Bullets(out)] if r.random() < .6 else [Para(t(s)) for s in out]
    def _projects(self):
        P = self.p['projects']; self.truth['projects'] = [dict(name=x['name'], description=x['description']) for x in P]; style = self.r.randrange(3)
        if style == 0: return [Para([('g', x['name']), ('x', ': ' + x['description'])]) for x in P]
        if style == 1: return [Entry([([('T', x['name'])], [])], [], [x['description']], []) for x in P]
        return [Bullets([f'{x["name"]} – {x["description"]}' for x in P])]
    def _publications(self):
        r = self.r; P = sorted(self.p['publications'], key=lambda x: x['year'], reverse=True); self.truth['publications'] = [dict(title=x['title']) for x in P]; form = r.choice(['{a} ({y}). {t}. {v}.', '{a}: {t}. In: {v}, {y}.', '“{t}”, {v}, {y}', '{t}. {v}, {y}', '{t} ({v}, {y})']); n = r.choice([None, '[{}] ', '{}. '])
        if not n or self.want.get('plain'): return [Bullets([form.format(a=x['authors'], y=x['year'], t=x['title'], v=x['venue']) for x in P])]
        return [Para(t(n.format(i + 1) + form.format(a=x['authors'], y=x['year'], t=x['title'], v=x['venue']))) for i, x in enumerate(P)]
    def _awards(self):
        A = self.p['awards']; self.truth['awards'] = [dict(title=x['title']) for x in A]; f = self.r.choice(['{t} ({d})', '{t}, {d}', '{d}: {t}', '{t}'])
        s = [f.format(t=x['title'], d=x['date']) for x in A]; return [Bullets(s)] if self.r.random() < .5 else [Para(t(x)) for x in s]
    def _volunteering(self):
        r = self.r; self.truth['volunteering'] = [dict(role=x['role'], organization=x['organization']) for x in self.p['volunteering']]; out = []; style = r.randrange(3)
        for x in self.p['volunteering']:
            d = self.d.range(x['start'], x['end'])[0] if r.random() < .8 else ''
            if style == 0: out.append(Para([('g', x['role']), ('x', f', {x["organization"]}' + (f' ({d})' if d else ''))]))
            elif style == 1: out.append(Para(t(f'{x["role"]} – {x["organization"]}' + (f', {d}' if d else ''))))
            else: out.append(Entry([([('T', x['role'])], []), ([('E', x['organization'])] + ([('x', ' | '), ('D', d)] if d else []), [])], [], [], []))
        return out
    def _interests(self):
        I = self.p['interests']; self.truth['interests'] = list(I); s = self.r.choice([', ', ', ', ' · ', ' | ', ' • '])
        return [Para(t(s.join(I)))] if self.r.random() < .7 else [Bullets(I)]
    def _references(self):
        r = self.r; R = self.p['references']
        if not R: return [Para(t(r.choice(self.w['onreq'])))]
        self.truth['references'] = [dict(name=x['name']) for x in R]; out = []
        for x in R:
            style = r.randrange(3)
            if style == 0: out.append(Para(t(f'{x["name"]}, {x["role"]}')))
            elif style == 1: out += [Para([('g', x['name'])]), Para(t(x['role'])), Para(t(x['email']))]
            else: out.append(Para([('g', x['name']), ('x', f' – {x["role"]}, {x["phone"]}')]))
        return out
