#!/usr/bin/env python3
"""Writes src/Resumai/Knowledge/Data/months.tsv from CLDR (npm package cldr-dates-full).

  npm pack cldr-dates-full@48.2.0 && tar xzf cldr-dates-full-48.2.0.tgz
  tools/knowledge/months.py package
"""
import json
import pathlib
import sys

LANGUAGES = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv no is uk tr ca'.split()
EXTRA = {  # forms that are written in CVs beside CLDR's
    ('en', 9): ['sept'], ('en', 6): ['june'], ('en', 7): ['july'], ('de', 1): ['jänner', 'jän'], ('de', 2): ['feber'], ('de', 3): ['mrz', 'mär'], ('de', 9): ['sept'],
    ('es', 9): ['setiembre', 'set', 'sept'], ('it', 9): ['sett'], ('nl', 3): ['mrt', 'maa'], ('pt', 9): ['set'], ('fr', 2): ['fevr', 'fev'], ('fr', 7): ['juill'],
    ('fr', 8): ['aout'], ('fr', 12): ['dec'], ('no', 5): ['mai'], ('cs', 1): ['led'], ('cs', 2): ['úno'], ('cs', 3): ['bře'], ('cs', 4): ['dub'], ('cs', 5): ['kvě'],
    ('cs', 6): ['čvn', 'čer'], ('cs', 7): ['čvc'], ('cs', 8): ['srp'], ('cs', 9): ['zář'], ('cs', 10): ['říj'], ('cs', 11): ['lis'], ('cs', 12): ['pro'],
    ('fi', 1): ['tammi'], ('fi', 2): ['helmi'], ('fi', 3): ['maalis'], ('fi', 4): ['huhti'], ('fi', 5): ['touko'], ('fi', 6): ['kesä'], ('fi', 7): ['heinä'],
    ('fi', 8): ['elo'], ('fi', 9): ['syys'], ('fi', 10): ['loka'], ('fi', 11): ['marras'], ('fi', 12): ['joulu'], ('sv', 9): ['sept'], ('ro', 1): ['ian'], ('ro', 11): ['noi', 'noiem'],
}


def clean(name):
    return name.strip().rstrip('.').lower()


def main(package):
    root = pathlib.Path(__file__).resolve().parents[2]
    rows = ['# Month names: language, month, forms without a final full stop. Made by tools/knowledge/months.py from CLDR 48.2 (Unicode License v3).']
    for language in LANGUAGES:
        months = json.loads((pathlib.Path(package) / 'main' / language / 'ca-gregorian.json').read_text(encoding='utf8'))
        months = months['main'][language]['dates']['calendars']['gregorian']['months']
        for month in range(1, 13):
            forms = []
            for context in ('format', 'stand-alone'):
                for width in ('wide', 'abbreviated'):
                    form = clean(months[context][width][str(month)])
                    if len(form) > 2 and not form[0].isdigit() and form not in forms:
                        forms.append(form)
            for form in EXTRA.get((language, month), []):
                if form not in forms:
                    forms.append(form)
            rows.append(f'{language}\t{month}\t{";".join(forms)}')
    (root / 'src/Resumai/Knowledge/Data/months.tsv').write_text('\n'.join(rows) + '\n', encoding='utf8')


main(sys.argv[1])
