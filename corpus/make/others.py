"""Documents that are no CV: invoices, letters, job adverts, minutes, price lists, certificates and those of papers.py, in every language of content/.
A parser should doubt them. They have no truth file; the manifest says what they are."""
import os, random, sys, tempfile
from html import escape as E
import papers, people
from browser import Browser
from looks import FONTS, PLAIN, COLORS
from model import full_date
from words import ready

def page(m, body, css=''):
    r = m.r; font = r.choice(PLAIN if m.lang in ('el', 'bg') else FONTS)
    return f'<!doctype html><html lang="{m.lang}"><meta charset="utf-8"><style>@page{{size:A4;margin:{r.choice([15, 20, 25])}mm}}body{{font:{r.choice([9.5, 10, 11])}pt/{r.choice([1.3, 1.45])} "{font}","Noto Sans",sans-serif;--c:{r.choice(COLORS)}}}h1{{font-size:{r.choice([1.5, 1.9])}em;color:var(--c)}}h2{{font-size:1.15em;color:var(--c)}}table{{width:100%;border-collapse:collapse}}td,th{{text-align:left;padding:1mm 2mm;border-bottom:.2mm solid #bbb}}{css}</style>{body}'
def day(m): return full_date(dict(locale=m.locale, language=m.lang), f'2026-{m.r.randrange(1, 7):02d}-{m.r.randrange(1, 29):02d}')
def address(m): a = m.address(); return f'{a["street"]}<br>{a["postal_code"]} {E(a["city"])}'
def sentences(m, n): return ' '.join(m.fill(m.pick(r)).rstrip('.') + '.' for r in [m.r.choice(['b', 'b', 'intro', 'projd']) for _ in range(n)])
def bullets(m, n): return '<ul>' + ''.join(f'<li>{E(m.fill(x))}</li>' for x in m.r.sample(m.c['b'], n)) + '</ul>'
def person(m): return f'{m.first(m.r.choice("mf"))} {m.last(m.r.choice("mf"))}'
def mail(m): return f'{m.r.choice(["info", "jobs", "office", "kontakt"])}@{people.slug(m.coin())}.example'

def invoice(m):
    title, number, date, what, many, price, total, terms = m.c['invoice']; rows, s = '', 0
    for _ in range(m.r.randrange(2, 12)): n, p = m.r.randrange(1, 30), m.r.randrange(100, 90000) / 100; s += n * p; rows += f'<tr><td>{E(m.skill())}</td><td>{n}</td><td>{p:.2f}</td><td>{n * p:.2f}</td></tr>'
    return page(m, f'<p><b>{E(m.employer())}</b><br>{address(m)}<br>{m.phone("l")["display"]} · {mail(m)}</p><p>{E(person(m))}<br>{address(m)}</p><h1>{E(title)}</h1><p>{E(number)}: {m.r.randrange(10**4, 10**6)}<br>{E(date)}: {day(m)}</p><table><tr><th>{E(what)}</th><th>{E(many)}</th><th>{E(price)}</th><th>{E(total)}</th></tr>{rows}<tr><th>{E(total)}</th><td></td><td></td><th>{s:.2f}</th></tr></table><p>{E(terms)}</p>')
def letter(m):
    hello, bye = m.c['letter'][:2]; paras = ''.join(f'<p>{E(sentences(m, m.r.randrange(2, 5)))}</p>' for _ in range(m.r.randrange(2, 5)))
    return page(m, f'<p>{E(m.employer())}<br>{address(m)}</p><p style="margin-top:10mm">{E(person(m))}<br>{address(m)}</p><p style="text-align:right">{E(m.city()[0])}, {day(m)}</p><p><b>{E(m.fill(m.pick("y")))}</b></p><p>{E(hello)}</p>{paras}<p>{E(bye)}</p><p style="margin-top:12mm">{E(person(m))}</p>')
def advert(m):
    t = m.title(); m.title_word = t; sk = ''.join(f'<li>{E(m.skill())}</li>' for _ in range(m.r.randrange(3, 8)))
    return page(m, f'<p><b>{E(m.employer())}</b>, {E(m.city()[0])}</p><h1>{E(t)}</h1><p>{E(m.fill(m.pick("intro")))} {E(m.fill(m.pick("intro")))}</p><h2>{E(m.w["tasks"][0])}</h2>{bullets(m, m.r.randrange(4, 9))}<h2>{E(m.r.choice(m.c["h.skills"]))}</h2><ul>{sk}</ul><p>{E(m.w["place"][0])}: {E(m.city()[0])} · {E(m.w["full"][0])}</p><p>{mail(m)} · {m.phone("l")["display"]}</p>')
def minutes(m):
    names = ', '.join(person(m) for _ in range(m.r.randrange(3, 8))); body = ''.join(f'<h2>{i + 1}. {E(m.fill(m.pick("y")))}</h2><p>{E(sentences(m, m.r.randrange(2, 5)))}</p>' for i in range(m.r.randrange(3, 7)))
    return page(m, f'<h1>{E(m.fill(m.pick("proj")))}</h1><p>{day(m)}, {E(m.city()[0])}<br>{E(names)}</p>{body}')
def prices(m):
    rows = ''.join(f'<tr><td>{E(m.skill(m.r.choice(people.TRADES)))}</td><td>{m.r.randrange(2, 900)},{m.r.randrange(10, 99)}</td></tr>' for _ in range(m.r.randrange(10, 40)))
    return page(m, f'<h1>{E(m.employer())}</h1><p>{address(m)}<br>{m.phone("l")["display"]}</p><table>{rows}</table>')
def certificate(m):
    n, _, i = m.r.choice(m.c['cert']).partition(' @ '); return page(m, f'<p>{E(m.fill(i) if i else m.employer())}</p><h1>{E(m.fill(n))}</h1><p style="font-size:1.6em">{E(person(m))}</p><p>{E(m.fill(m.pick("fields")))}</p><p>{E(m.city()[0])}, {day(m)}</p>', 'body{text-align:center;padding-top:40mm}')
def article(m):
    body = ''.join(f'<h2>{E(m.fill(m.pick("pub")))}</h2><p>{E(sentences(m, m.r.randrange(5, 10)))}</p>' for _ in range(m.r.randrange(3, 6)))
    return page(m, f'<h1>{E(m.fill(m.pick("pub")))}</h1><p><i>{E(person(m))}, {E(m.fill(m.pick("uni")))}</i></p>{body}', 'p{text-align:justify}')
KINDS = dict(invoice=invoice, letter=letter, advert=advert, minutes=minutes, prices=prices, certificate=certificate, article=article, **papers.kinds(sys.modules[__name__]))

def render(n, seed, out, languages=None):
    os.makedirs(out, exist_ok=True); b = Browser(); rows = []; langs = languages or ready(); r = random.Random(f'others/{seed}'); deck = []
    for i in range(n):
        if not deck: deck = [(l, k) for l in langs for k in KINDS]; r.shuffle(deck)
        lang, kind = deck.pop(); doc = f'{lang}--{kind}--{seed}-{i:05d}'; m = people.Maker(lang, f'others/{seed}/{i}'); m.full_name(); b.pdf(KINDS[kind](m), f'{out}/{doc}.pdf'); rows.append((doc, f'{doc}.pdf', lang, kind))
    b.close()
    with open(f'{out}/manifest.tsv', 'w', encoding='utf8') as f: f.write('id\tfile\tlanguage\tkind\n' + ''.join('\t'.join(x) + '\n' for x in rows))
    return rows
