"""Frames in HTML for Chromium: one column, rails, margins, print-outs. Each takes a Sheet and gives (page, options of the print)."""
from html import escape as E
from looks import Look, PLAIN, icon
from model import full_date
from sheet import Entry, Rows, Para, Bullets, Meter, Chips

def head(L, align=None):
    """Name, headline and contact in one of many arrangements."""
    r = L.r; sep = r.choice([' | ', ' • ', ' · ', ' / ', ' &nbsp; ', ' – ', ', ', '  ']); x = r.random(); s = L.s
    if x < .35: c = f'<p>{sep.join(L.contact("span"))}</p>'
    elif x < .6: c = ''.join(L.contact())
    elif x < .75: cs = L.contact(); half = (len(cs) + 1) // 2; c = f'<div style="display:grid;grid-template-columns:1fr 1fr"><div>{"".join(cs[:half])}</div><div>{"".join(cs[half:])}</div></div>'
    else: return f'<header style="display:flex;justify-content:space-between;gap:6mm"><div>{L.name()}{L.hl()}</div><div style="text-align:{r.choice(["right", "left"])}">{"".join(L.contact())}</div></header>'
    p = L.photo('float:right;margin-left:4mm'); al = align or r.choice(['left', 'left', 'center', 'right'])
    parts = [L.name(), L.hl(), c] if r.random() < .85 else [L.name(), c, L.hl()]
    return f'<header style="text-align:{al}">{p}{"".join(parts)}</header>'

def gdocs(s):
    """Like an online office document: plain fonts, coloured headings, spacing by paragraphs."""
    L = Look(s, ['Roboto', 'Open Sans', 'Liberation Sans', 'Lato', 'Liberation Serif', 'Caladea', 'Noto Serif'], head=s.r.choice(['plain', 'upper', 'left', 'spaced'])); r = s.r
    if r.random() < .5: body = f'<table style="width:100%;border-spacing:0"><tr><td style="width:66%;vertical-align:top">{L.name()}{L.hl()}</td><td style="vertical-align:top">{"".join(L.contact(mode="plain"))}</td></tr></table>' + L.all()
    else: body = head(L) + L.all()
    return L.page('h2{color:var(--c)} .ent{margin-bottom:3mm}', body, '25.4mm'), {}
def gdocs_table(s):
    """Two table columns: experience left, skills and awards right."""
    L = Look(s, ['Open Sans', 'Roboto', 'Caladea', 'Lato'], head='upper'); side = [k for k in ('skills', 'awards', 'languages', 'interests', 'certifications') if k in s.sections]
    body = f'<table style="width:100%;border-spacing:0"><tr><td style="width:67%;vertical-align:top;padding-right:6mm">{L.name()}{L.hl()}</td><td style="vertical-align:top">{"".join(L.contact(mode="plain"))}</td></tr><tr><td style="vertical-align:top;padding-right:6mm">{L.all([k for k in s.sections if k not in side])}</td><td style="vertical-align:top">{L.all(side)}</td></tr></table>'
    return L.page('h2{color:var(--c);font-size:.85em} td{padding-bottom:4mm}', body, '18mm'), {}
def classic(s):
    L = Look(s); return L.page('', head(L) + L.all(), s.r.choice(['12mm', '16mm', '20mm', '25mm'])), {}
def centered(s):
    L = Look(s, head='center'); return L.page(f'body{{text-align:center}} ul{{display:inline-block;text-align:left}} .ln{{justify-content:center!important}} .rt{{margin-left:0!important;float:none!important}} .rows td{{text-align:left}}', head(L, 'center') + L.all(), '20mm'), {}
def compact(s):
    """Dense: small letters, narrow margins, comma lines."""
    L = Look(s); L.size = s.r.choice([7.5, 8, 8.5]); L.lead = 1.18; return L.page('h2{margin-top:2mm}.ent{margin-bottom:1mm}', head(L) + L.all(), '10mm'), {}
def label_rail(s):
    """The name of each section stands in a rail at the left."""
    L = Look(s, head=s.r.choice(['upper', 'plain', 'left', 'caps', 'spaced'])); w = s.r.choice([34, 42, 50])
    rows = ''.join(f'<div class="rail"><div>{L.heading(k)}</div><div>{L.body(k)}</div></div>' for k in s.sections)
    return L.page(f'.rail{{display:grid;grid-template-columns:{w}mm 1fr;gap:5mm;border-top:{s.r.choice(["0", ".2mm"])} solid #aaa;padding-top:1.5mm;margin-top:2mm}}.rail h2{{margin-top:0;overflow-wrap:anywhere;letter-spacing:0}}', head(L) + rows), {}
def timeline(s):
    """Dates in the margin, a line with dots between them and the entries."""
    L = Look(s); return L.page('.ent.m{grid-template-columns:33mm 1fr;gap:0}.ent.m .mg{padding-right:4mm}.ent.m .bd{border-left:.5mm solid var(--c);padding:0 0 2mm 5mm;position:relative}.ent.m .bd:before{content:"";position:absolute;left:-1.6mm;top:1.2mm;width:2.6mm;height:2.6mm;border-radius:50%;background:var(--c)}.ent{margin-bottom:0}', head(L) + L.all()), {}
def date_right(s):
    """A narrow column for dates at the right."""
    L = Look(s); return L.page('.ent.m{grid-template-columns:1fr 34mm}.ent.m .mg{order:2;text-align:right}.ent.m .bd{order:1}', head(L) + L.all()), {}
def boxed(s):
    """Every section in a bordered box, or rows of a bordered table."""
    L = Look(s, head='box'); return L.page('section{border:.3mm solid #888;margin-top:3mm;padding:0 2mm 2mm}section h2{margin:0 -2mm 2mm}', head(L) + L.all()), {}
def jobboard(s):
    """Export of a job board: labels before every value, an id and a date of export."""
    L = Look(s, PLAIN, modes=['labels'], head=s.r.choice(['plain', 'box', 'rule', 'left'])); r = s.r; L._tr = True
    idn = f'ID {r.randrange(10**6, 10**8)} · {r.randrange(1, 28):02d}.{r.randrange(1, 13):02d}.2026'
    name = f'<p><b>{E(s.w["name"][0])}:</b> {E(s.name)}</p>' if r.random() < .4 else L.name()
    return L.page('section{background:#f6f7f9;padding:1mm 3mm 2mm;margin-top:3mm}', f'<div class="s m_">{idn}</div>{name}{L.hl()}<div>{"".join(L.contact(mode="labels"))}</div>' + L.all()), {}
def europass2013(s):
    """Blue labels right-aligned in the left third; dates there too."""
    L = Look(s, ['Liberation Sans', 'Open Sans', 'DejaVu Sans', 'Noto Sans'], modes=['icons', 'labels'], head='upper'); rows = ''
    def row(a, b): return f'<div class="g"><div class="l">{a}</div><div>{b}</div></div>'
    rows += row(L.heading('personal'), L.name('h1') + ''.join(L.contact()))
    if s.headline: rows += row(f'<span class="up">{E(s.w["position"][0])}</span>', f'<b>{E(s.headline)}</b>')
    for k in s.sections:
        rows += row(L.heading(k), '<hr>')
        for b in s.blocks[k]:
            if isinstance(b, Entry): rows += row(''.join(f'<div>{L.spans(l)}</div>' for l in b.margin), L.entry(Entry(b.lines, [], b.paras, b.bullets, b.posts)))
            elif isinstance(b, Rows): rows += ''.join(row(E(x), E(y)) for x, y in b.rows)
            else: rows += row('', L.block(b))
    return L.page('.g{display:grid;grid-template-columns:50mm 1fr;gap:5mm;padding-bottom:1mm}.l{text-align:right;color:#0e4194}.l h2{font-size:.92em;margin:2mm 0 0;border:0;background:none}hr{border:0;border-top:.3mm solid #c6c6c6;margin-top:3.4mm}h1{font-size:1.4em;letter-spacing:0}', rows, '12mm 15mm'), {}
def europass2020(s):
    """The newer form: a coloured band, dates in square brackets above the post."""
    L = Look(s, ['Noto Sans', 'Open Sans', 'Lato', 'Liberation Sans'], modes=['icons', 'labels'], head=s.r.choice(['upper', 'plain'])); L.color = s.r.choice(['#0e4194', '#004494', '#a0245f', '#5f7b0f', '#333'])
    band = f'<div class="band">{L.photo("float:left;margin-right:5mm")}{L.name()}{L.hl()}<div>{" &nbsp; ".join(L.contact("span"))}</div></div>'
    return L.page('.band{background:#eef3fa;border-left:2mm solid var(--c);padding:6mm;overflow:auto}h2{color:var(--c);border-bottom:.3mm dotted var(--c)}', band + L.all(), '0 0 12mm 0').replace('</style>', 'section{padding:0 14mm}@page{margin:12mm 0}@page:first{margin-top:0}</style>'), {}
def monospace(s):
    """Plain text as an editor prints it."""
    from plaintext import text
    mono = s.r.choice(['Liberation Mono', 'DejaVu Sans Mono', 'Noto Sans Mono'])
    return f'<!doctype html><meta charset="utf-8"><style>@page{{size:A4;margin:18mm}}pre{{font:{s.r.choice([9, 10, 10.5])}pt/1.3 "{mono}",monospace;white-space:pre-wrap;margin:0}}</style><pre>{E(text(s))}</pre>', {}
def webprint(s):
    """A page of the web as the browser prints it: address and date on every sheet, menu words, buttons."""
    L = Look(s, no_foot=True); r = s.r; menu = ' '.join(f'<a>{E(L.s.headings[k])}</a>' for k in s.sections[:r.choice([0, 3, 5])])
    site = f'https://{r.choice(["cv", "profil", "me", "www"])}.{s.p["contact"]["emails"][0].split("@")[1]}/{r.choice(["", "cv", "about"])}'
    css = f'nav{{font-size:.9em;color:#666;margin-bottom:3mm}}nav a{{margin-right:4mm;text-decoration:underline}}button{{font-size:.9em}}'
    t = 'style="font-size:7pt;width:100%;padding:0 8mm;display:flex;justify-content:space-between"'
    return L.page(css, f'<nav>{menu}</nav>' + head(L) + L.all(), '14mm 10mm'), dict(header=f'<div {t}><span>{r.randrange(1, 28)}/{r.randrange(1, 13)}/26, {r.randrange(7, 22)}:{r.randrange(10, 59)}</span><span>{E(s.name)}</span><span></span></div>', footer=f'<div {t}><span>{site}</span><span><span class="pageNumber"></span>/<span class="totalPages"></span></span></div>')
def europass2005(s):
    """The first form: a table, labels right-aligned in italics, every value of an entry in its own row."""
    L = Look(s, ['Liberation Sans Narrow', 'Liberation Sans', 'DejaVu Sans', 'Open Sans Condensed'], head='plain'); rows = ''
    def row(a, b, cls=''): return f'<tr class="{cls}"><td>{a}</td><td>{b}</td></tr>'
    rows += row('', f'<b>{E(s.w["cv"][0])}</b>') + row(L.heading('personal'), '') + row(E(s.w['name'][0]), f'<b>{E(s.name)}</b>')
    for k, l, x, h in s.contact: rows += row(E(l), E(x))
    if s.headline: rows += row(E(s.w['position'][-1]), f'<b>{E(s.headline)}</b>')
    for k in s.sections:
        rows += row(L.heading(k), '', 'hd')
        for b in s.blocks[k]:
            if isinstance(b, Entry):
                for a, _ in b.lines:
                    rows += row(E(a[0][1].rstrip(': ')), L.spans(a[1:])) if len(a) > 1 and a[0][0] == 'x' else row('', L.spans(a))
                if b.bullets: rows += row(E(s.w['tasks'][0]), L.bullets(b.bullets))
                rows += ''.join(row('', E(x)) for x in b.paras) + ''.join(row('', L.block(x)) for x in b.posts) + row('&nbsp;', '')
            elif isinstance(b, Rows): rows += ''.join(row(E(x), E(y)) for x, y in b.rows)
            else: rows += row('', L.block(b))
    return L.page('table.e{width:100%;border-spacing:0}.e td{vertical-align:top;padding:.4mm 3mm}.e>tbody>tr>td:first-child{width:52mm;text-align:right;font-style:italic;border-right:.3mm solid #000}.e h2{margin:0;font-style:normal;font-size:1em;border:0;background:none;padding:0}', f'<table class="e"><tbody>{rows}</tbody></table>', '15mm'), {}
def letter(s):
    """A covering letter on the first page, then the CV. What the letter names is nobody's employer."""
    import people
    L = Look(s); r = s.r; m = people.Maker(s.lang, f'letter/{s.p["id"]}'); m.title_word = m.title(); firm, who = m.employer(), f'{m.first("m")} {m.last("m")}'; hello, bye = s.c['letter'][:2]
    street = m.address(); body = ' '.join(m.fill(x) for x in r.sample(s.c['sum'], min(4, len(s.c['sum'])))); more = '. '.join(m.fill(x) for x in r.sample(s.c['b'], 3)) + '.'
    s.truth['must_not_contain'] = [who]
    sender = f'<p>{E(s.p["contact"]["full_name"])}</p>' if r.random() < .8 else ''
    page1 = f'<div class="let">{sender}<p style="margin-top:8mm">{E(firm)}<br>{E(who)}<br>{E(street["street"])}<br>{E(street["postal_code"])} {E(street["city"])}</p><p style="text-align:right">{E(s.p["contact"]["address"]["city"])}, {E(full_date(s.p, "2026-05-%02d" % r.randrange(1, 29)))}</p><p><b>{E(m.title_word)}</b></p><p>{E(hello)}</p><p>{E(body)}</p><p>{E(more)}</p><p>{E(bye)}</p><p style="margin-top:10mm">{E(s.p["contact"]["full_name"])}</p></div>'
    return L.page('.let{break-after:page}.let p{margin-bottom:5mm}', page1 + head(L) + L.all(), '20mm'), {}
def academic(s):
    L = Look(s, ['Liberation Serif', 'EB Garamond', 'Caladea', 'Noto Serif', 'DejaVu Serif'], head=s.r.choice(['caps', 'rule', 'number', 'plain'])); return L.page('.publications p{padding-left:7mm;text-indent:-7mm;margin-bottom:1mm}', head(L, 'center') + L.all(), '25mm'), {}
def functional(s):
    L = Look(s); return L.page('', head(L) + L.all(), '18mm'), {}

MARGIN, FLOW = ['margin'], ['right', 'own', 'inline', 'margin']
LAYOUTS = {  # name: (family, frame, what the frame wants of a sheet)
 'gdocs-plain': ('gdocs', gdocs, dict(slots=['own', 'inline', 'right'])), 'gdocs-columns': ('gdocs', gdocs_table, dict(slots=['own', 'inline'])),
 'page-classic': ('page', classic, {}), 'page-centered': ('page', centered, dict(slots=['own', 'inline'], skills=['comma', 'pipes', 'dots', 'chips'], languages=['paren', 'comma', 'dash'])), 'page-compact': ('page', compact, {}),
 'page-boxed': ('page', boxed, {}), 'rail-labels': ('rail', label_rail, {}), 'rail-dates-right': ('rail', date_right, dict(slots=MARGIN)), 'rail-timeline': ('rail', timeline, dict(slots=MARGIN)),
 'jobboard-export': ('jobboard', jobboard, dict(slots=['label'], grouped=False)), 'europass-2005': ('europass', europass2005, dict(slots=['label'], grouped=False, languages=['grid', 'rows', 'dash'], skills=['rows', 'comma'])), 'letter-and-cv': ('letter', letter, {}), 'europass-2013': ('europass', europass2013, dict(slots=MARGIN, skills=['rows', 'comma', 'bullets'], languages=['grid', 'grid', 'rows', 'dash'])),
 'europass-2020': ('europass', europass2020, dict(slots=['own'], languages=['grid', 'grid', 'dash', 'rows'])), 'print-monospace': ('print', monospace, dict(slots=FLOW[:3] + ['label'], skills=['comma', 'rows', 'bullets', 'pipes'], languages=['dash', 'colon', 'paren', 'rows', 'comma'])),
 'print-web': ('print', webprint, {}), 'academic-numbered': ('academic', academic, dict(order=['education', 'experience', 'publications', 'awards'])), 'functional-skills': ('functional', functional, dict(order=['summary', 'skills', 'languages', 'certifications'], no_bullets=True, skills=['rows', 'head', 'bullets'])),
}
