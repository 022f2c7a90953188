"""Heads of entries: reads content/heads.txt and lays the values of one entry out as lines of spans."""
import functools, re
from words import lines

@functools.lru_cache(None)
def specs():
    out = {}
    for l in lines('heads.txt'):
        k, _, v = l.partition(': '); out.setdefault(tuple(k.split()), []).append(v)
    return out
def choose(r, what, slots=None, avoid=None):
    pool = [(k[1], s) for k, xs in specs().items() if k[0] == what and (not slots or k[1] in slots) for s in xs if not (avoid and re.search(avoid, s))]
    return r.choice(pool)

def spans(text, values, words):
    """'T[, E] (D)' -> [('t', 'Baker'), ('x', ', '), ...]; what is empty takes its separator along"""
    out = []
    def put(s):
        for part in re.split(r'(~\w+~|[A-Z])', s):
            if not part: continue
            if re.fullmatch('[A-Z]', part): out.append((part, values.get(part, '')))
            elif part[0] == '~': out.append(('x', words.get(part[1:-1], [','])[0]))
            else: out.append(('x', part))
    for part in re.split(r'(\[[^]]*\])', text):
        if part.startswith('['):
            keys = re.findall('[A-Z]', re.sub('~[^~]*~', '', part))
            if all(values.get(k) for k in keys): put(part[1:-1])
        else: put(part)
    keep = [(k, s) for k, s in out if k == 'x' or s]
    bare = lambda s: not re.search(r'\w', s)
    while keep and keep[0][0] == 'x' and bare(keep[0][1]) and '(' not in keep[0][1]: keep.pop(0)
    while keep and keep[-1][0] == 'x' and bare(keep[-1][1]) and ')' not in keep[-1][1]: keep.pop()
    merged = []
    for k, s in keep:  # two separators in a row: the value between them was empty
        if k == 'x' and merged and merged[-1][0] == 'x':
            p = merged.pop()[1]
            if not (bare(p) and bare(s) and p.strip() and s.strip()) or ')' in p: merged.append(('x', p + s))
            elif '(' in p and ')' in s: pass
            else: merged.append(('x', s if '(' in s or ')' in s else p))
        else: merged.append((k, s))
    return merged

def lay(spec, values, words):
    """{'margin': [line], 'lines': [(left, right)]}"""
    margin, sep, rest = spec.partition('||')
    if not sep: margin, rest = '', spec
    ls = []
    for l in rest.split(' / '):
        a, _, b = l.partition('>>'); a, b = spans(a.strip(), values, words), spans(b.strip(), values, words)
        if a or b: ls.append((a, b))
    return dict(margin=[x for x in (spans(l.strip(), values, words) for l in margin.split(' / ')) if x], lines=ls)
