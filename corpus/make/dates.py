"""Dates as people print them: one way a document, in the language, never more in the truth than the text shows."""
from words import cldr
LONG = {'es': ['{M} de {y}', '{M} {y}'], 'pt': ['{M} de {y}', '{M} {y}', '{M}/{y}'], 'hu': ['{y}. {M}', '{y}. {M}'], 'lt': ['{y} m. {M}', '{y} m. {G}', '{y} {M}'], 'lv': ['{y}. gada {M}', '{M} {y}', '{y}. g. {M}'],
        'bg': ['{M} {y} г.', '{M} {y}'], 'hr': ['{M} {y}.', '{M} {y}'], 'ro': ['{M} {y}'], 'en': ['{M} {y}', '{M} {y}', '{M}, {y}']}
FIRST = 'hu lt lv sv'.split()
GENITIVE = 'pl cs sk hr bg el'.split()

class Dates:
    def __init__(self, lang, w, r, styles=None):
        self.lang, self.w, self.r = lang, w, r; L = cldr()[lang]
        num = ['{m}/{y}', '{m}/{y}', '{m}.{y}', '{m}.{y}', '{m}-{y}', '{k}/{y}', '{y}-{m}', '{m} / {y}', '{k}.{y}'] + (['{y}-{m}', '{y}.{m}', '{y}/{m}', '{y}.{m}.' if lang == 'hu' else '{y}-{m}'] * 2 if lang in FIRST else [])
        self.style = r.choices(styles or ['num', 'long', 'short', 'year', 'num2', 'apos', 'full', 'mon-yy'], [9, 5, 6, 4, 1, 1, .7, .6] if not styles else None)[0]
        short = L['short']; short = [x.rstrip('.') for x in short] if r.random() < .4 else short if r.random() < .6 else [x if x.endswith('.') or len(x) > 4 else x + '.' for x in short]
        long = L['wide'] if lang != 'hr' or r.random() < .5 else L['genitive']; gen = L['genitive']
        case = r.choice(['as', 'as', 'as', 'cap', 'cap', 'up'])
        f = {'as': lambda s: s, 'cap': lambda s: s[0].upper() + s[1:], 'up': str.upper}[case]
        self.long, self.gen, self.short = [[f(x) for x in xs] for xs in (long, gen, short)]
        self.form = {'num': r.choice(num), 'long': r.choice(LONG.get(lang, ['{M} {y}'])), 'short': '{y}. {S}' if lang == 'hu' else r.choice(['{S} {y}', '{S} {y}', '{S} {y}', '{S}, {y}', '{S}/{y}']), 'year': '{y}', 'num2': r.choice(['{m}/{yy}', '{m}.{yy}', '{m}/{yy}']),
                     'apos': r.choice(["{S} '{yy}", '{S} ’{yy}', '{S} {yy}']), 'full': {'.': '01.{m}.{y}', '/': '01/{m}/{y}', '-': '{y}-{m}-01'}['/' if lang in ('en', 'fr', 'es', 'it', 'pt', 'el', 'mt', 'ga') else '-' if lang in ('sv', 'lt') else '.'], 'mon-yy': '{S}-{yy}'}[self.style]
        self.last = self.form.replace('01', '{end}', 1) if self.style == 'full' else self.form
        self.sep = r.choice([' – ', ' – ', ' – ', '–', ' - ', ' - ', '-', ' — ', '—', ' bis ' if lang == 'de' else ' – ', ' ~ ', ' to ' if lang == 'en' else ' - '])
        if 'to' in w and r.random() < .12: self.sep = f' {w["to"][0]} '
        if self.style == 'full' and r.random() < .3: self.sep = ' - '
        if '-' in self.form and self.sep == '-': self.sep = ' - '
        self.present = r.choice(w['present']); self.since = r.random() < .22 and w['since'][0]; self.open = not self.since and r.random() < .06
        self.from_to = lang not in ('hu', 'fi', 'et') and 'from' in w and 'to' in w and r.random() < .08
        self.shared = r.random() < .12; self.duration = r.choice(['', '', '', '', '', '', ' ({})', ', {}', ' · {}'])
        self.units = ('years', 'months') if r.random() < .5 else ('yrs', 'mos')
        if self.from_to and lang in GENITIVE: self.long = self.gen
        if lang == 'hr' and self.form == '{y}' and r.random() < .5: self.form = self.last = '{y}.'

    def one(self, ym, form=None):
        y, _, m = ym.partition('-')
        if not m: return y + ('.' if self.form == '{y}.' else '')
        i = int(m) - 1
        return (form or self.form).format(y=y, yy=y[2:], m=m, k=i + 1, M=self.long[i], G=self.gen[i], S=self.short[i], end=[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][i])
    def precision(self, ym): return ym[:4] if self.style == 'year' else ym
    def span(self, start, end):
        n = (int(end[:4]) - int(start[:4])) * 12 + (int((end + '-06')[5:7]) - int((start + '-06')[5:7])) + 1; y, m = divmod(max(n, 1), 12); u, v = (self.w.get(k, ['', '']) for k in self.units)
        return ' '.join([f'{y} {u[0] if y == 1 else u[-1]}'] * (y > 0) + [f'{m} {v[0] if m == 1 else v[-1]}'] * (m > 0))
    def season(self, ym):
        m = int(ym[5:7]); return f'{self.w[("winter", "spring", "summer", "autumn")[m % 12 // 3]][0]} {ym[:4]}'

    def range(self, start, end, post=True, single=None):
        """(text, start, end, current) of a post or an education; single: 'end' or 'season' prints one date."""
        S, E = self.precision(start) if start else None, self.precision(end) if end else None
        if not start and not end: return '', None, None, False
        if single == 'season' and len(start) == 7: return self.season(start), start[:4], start[:4], False
        if not start or single == 'end' and end: t = self.one(end if self.style != 'year' or len(end) == 4 else end[:4]); return t, (E if post else None), E, False
        p = lambda ym, form=None: self.one(ym[:4] if self.style == 'year' else ym, form)
        if not end:
            t = (f'{p(start)} {self.since}' if self.lang in ('hu', 'fi') else f'{self.since} {p(start)}') if self.since else p(start) + self.sep.rstrip() if self.open else f'{self.w["from"][0]} {p(start)}{self.sep}{self.present}' if self.from_to and 'from' in self.w and self.sep.strip() == self.w['to'][0] else p(start) + self.sep + self.present
            if self.duration and post and not self.since and not self.open: t += self.duration.format(self.span(start, '2026-06'))
            return t, S, None, True
        if S == E: return p(start), (S if post else None), E, False
        if self.shared and S[:4] == E[:4] and len(S) == len(E) == 7 and self.style in ('long', 'short') and self.form.endswith('{y}') and len(self.form) <= 8:
            t = self.form.split('}')[0].format(M=self.long[int(S[5:]) - 1], S=self.short[int(S[5:]) - 1]) if 0 else (self.long if self.style == 'long' else self.short)[int(S[5:]) - 1] + self.sep + p(end, self.last)
        elif self.shared and self.style == 'year' and S[:2] == E[:2] and len(self.sep) == 1 and self.form == '{y}': t = S + self.sep + E[2:]
        elif self.from_to: t = f'{self.w["from"][0]} {p(start)} {self.w["to"][0]} {p(end, self.last)}'
        else: t = p(start) + self.sep + p(end, self.last)
        if self.duration and post: t += self.duration.format(self.span(start, end))
        return t, S, E, False
