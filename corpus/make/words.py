"""The word tables of content/: one text file a language, names, streets, places, countries, CLDR words."""
import functools, json, os
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'content')
LANGUAGES = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nb nl pl pt ro sk sl sv'.split()
TRADES = 'health build hosp logis law fin teach craft office it acad mgmt sales eng'.split()
LOCALES = {  # locale: (share of its language, names, country)
 'de': [('de-DE', 7, 'de', 'DE'), ('de-AT', 2, 'de-AT', 'AT'), ('de-CH', 1, 'de', 'CH')], 'fr': [('fr-FR', 8, 'fr', 'FR'), ('fr-BE', 1, 'fr-BE', 'BE'), ('fr-LU', 1, 'fr', 'LU')],
 'nl': [('nl-NL', 7, 'nl', 'NL'), ('nl-BE', 3, 'nl-BE', 'BE')], 'pt': [('pt-PT', 7, 'pt-PT', 'PT'), ('pt-BR', 3, 'pt', 'BR')],
 'en': [('en-GB', 5, 'en-GB', 'GB'), ('en-IE', 3, 'en-IE', 'IE'), ('en-US', 3, 'en', 'US'), ('en-MT', 1, 'mt', 'MT')], 'el': [('el-GR', 8, 'el', 'GR'), ('el-CY', 1, 'el', 'CY')],
 'sv': [('sv-SE', 9, 'sv', 'SE'), ('sv-FI', 1, 'sv', 'FI')], 'it': [('it-IT', 9, 'it', 'IT'), ('it-CH', 1, 'it', 'CH')], 'es': [('es-ES', 1, 'es', 'ES')], 'ga': [('ga-IE', 1, 'ga', 'IE')],
 'mt': [('mt-MT', 1, 'mt', 'MT')], 'nb': [('nb-NO', 1, 'nb', 'NO')], 'cs': [('cs-CZ', 1, 'cs', 'CZ')], 'da': [('da-DK', 1, 'da', 'DK')], 'et': [('et-EE', 1, 'et', 'EE')], 'fi': [('fi-FI', 1, 'fi', 'FI')],
 'bg': [('bg-BG', 1, 'bg', 'BG')], 'hr': [('hr-HR', 1, 'hr', 'HR')], 'hu': [('hu-HU', 1, 'hu', 'HU')], 'lt': [('lt-LT', 1, 'lt', 'LT')], 'lv': [('lv-LV', 1, 'lv', 'LV')], 'pl': [('pl-PL', 1, 'pl', 'PL')],
 'ro': [('ro-RO', 1, 'ro', 'RO')], 'sk': [('sk-SK', 1, 'sk', 'SK')], 'sl': [('sl-SI', 1, 'sl', 'SI')]}
FOREIGN = ['tr', 'vi', 'en-NG', 'uz', 'sr', 'es_MX', 'id', 'pl', 'ro', 'it', 'fr', 'de', 'nl', 'da', 'pt']

def lines(name):
    with open(os.path.join(HERE, name), encoding='utf8') as f:
        return [l.rstrip('\n') for l in f if l.strip() and not l.startswith('#')]

@functools.lru_cache(None)
def content(lang):
    out = {}
    for l in lines(lang + '.txt'):
        k, _, v = l.partition(': ')
        out[k] = [x.strip() for x in v.split(' | ')]
    out['w'] = {k: v.split(';') for k, _, v in (x.partition('=') for x in out['w'])}
    return out
def ready(): return [l for l in LANGUAGES if os.path.exists(os.path.join(HERE, l + '.txt'))]

@functools.lru_cache(None)
def names():
    out = {}
    for l in lines('names.tsv'):
        loc, kind, v = l.split('\t'); out.setdefault(loc, {})[kind] = v.split('|')
    for lang in ready():
        c = content(lang); own = {k[6:]: v for k, v in c.items() if k.startswith('names.')}
        if own: out[lang] = own
    return out
@functools.lru_cache(None)
def streets(): return {a: b.split('|') for a, b in (l.split('\t') for l in lines('streets.tsv'))}
@functools.lru_cache(None)
def places():
    return {a: [tuple((x + ';').split(';')[:2]) for x in b.split('|')] for a, b in (l.split('\t') for l in lines('places.tsv'))}
def cities(lang, cc):
    own = content(lang).get('city.' + cc)
    return [tuple((x + ';').split(';')[:2]) for x in own] if own else places()[cc]
@functools.lru_cache(None)
def countries():
    keys = 'code call trunk legal zip form mobile land groups'.split()
    out = {}
    for l in lines('countries.tsv'):
        d = dict(zip(keys, l.split('\t')))
        for k in ('legal', 'mobile', 'land', 'groups'): d[k] = d[k].split('|')
        out[d['code']] = d
    return out
@functools.lru_cache(None)
def cldr(): return json.load(open(os.path.join(HERE, 'cldr.json'), encoding='utf8'))
@functools.lru_cache(None)
def tools(): return {k: v.split(' | ') for k, v in (l.split(': ', 1) for l in lines('tools.txt'))}
