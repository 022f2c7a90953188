"""A Sheet as plain text: what an editor, an e-mail or a text field holds."""
from sheet import Entry, Rows, Para, Bullets, Meter, Chips

def text(s, width=78):
    r = s.r; out = []; rule = r.choice(['=', '-', '', '', '_', '*']); b = r.choice(['-', '*', '•', '–', '+', 'o']); ind = r.choice(['', '  ', '    ']); flat = lambda xs: ''.join(x for _, x in xs)
    name = s.name.upper() if r.random() < .3 else s.name
    out += [name.center(width).rstrip() if r.random() < .2 else name] + ([s.headline] if s.headline else [])
    labels = r.random() < .6; rows = [f'{l}: {x}' if labels and l else x for _, l, x, _ in s.contact]
    if r.random() < .25 and not labels: out.append(r.choice([' | ', ', ', ' / ']).join(rows))
    else: out += rows
    up = r.random() < .6
    def entry(e, depth=0):
        m = ' '.join(flat(l) for l in e.margin)
        for i, (a, z) in enumerate(e.lines):
            left, right = flat(a), flat(z)
            line = left + (' ' * max(3, width - len(left) - len(right)) + right if right else '')
            out.append((m.ljust(24) + ' ' if m and i == 0 else ' ' * 25 if m else ind * depth) + line)
        out.extend((' ' * 25 if m else ind * depth) + p for p in e.paras); out.extend((' ' * 25 if m else ind) + f'{b} {x}' for x in e.bullets)
        for x in e.posts: entry(x, depth)
        out.append('')
    for k in s.sections:
        h = s.headings[k]; h = h.upper() if up else h; out.append(''); out.append(h + (':' if r.random() < .1 else ''))
        if rule: out.append(rule * (len(h) if r.random() < .5 else width))
        for x in s.blocks[k]:
            if isinstance(x, Entry): entry(x)
            elif isinstance(x, Para): out.append(flat(x.spans))
            elif isinstance(x, Bullets): out.extend(f'{ind}{b} {i}' for i in x.items)
            elif isinstance(x, Rows): out.extend(f'{a}: {c}' if a and c else a or c for a, c in x.rows)
            elif isinstance(x, Chips): out.append(', '.join(x.items))
            elif isinstance(x, Meter): out.extend(n + ' ' + '*' * l for n, l, _ in x.items)
    return '\n'.join(out) + '\n'
