"""More documents that are no CV and speak of the same things as one: contracts, covering and reference letters, diplomas, school reports,
payslips, brochures, menus, papers, slides, forms, CV templates that nobody has filled in. Their words are in content/papers.tsv."""
import csv, functools, os
from html import escape as E
from labels import LABELS

PROJECT = 'proj'

@functools.cache
def table():
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'content', 'papers.tsv'), encoding='utf8') as f: return {row['language']: row for row in csv.DictReader(f, delimiter='\t')}

def kinds(o):
    """The kinds, made with the parts of others.py (page, address, person …)."""
    def w(m, k): return E(table()[m.lang][k])
    def heading(m, k): return E(m.r.choice(LABELS[m.lang][k]))
    def amount(m, top=4000): return f'{m.r.randrange(10, top)},{m.r.randrange(10, 99)}'
    def span(m): a = m.r.randrange(2008, 2024); return f'{m.r.randrange(1, 13):02d}/{a} – {m.r.randrange(1, 13):02d}/{a + m.r.randrange(1, 4)}'

    def contract(m):
        parts = ''.join(f'<h2>§ {i + 1} {E(m.fill(m.pick("y")))}</h2><p>{E(o.sentences(m, m.r.randrange(2, 4)))}</p>' for i in range(m.r.randrange(4, 9)))
        return o.page(m, f'<h1>{w(m, "contract")}</h1><p>{E(m.employer())}, {o.address(m)}</p><p>{E(o.person(m))}, {heading(m, "dob")}: {o.day(m)}<br>{o.address(m)}</p>{parts}<p>{E(m.city()[0])}, {o.day(m)}</p><p>{w(m, "signature")}: ____________ &nbsp; {w(m, "signature")}: ____________</p>')
    def cover(m):
        hello, bye = m.c['letter'][:2]; m.title_word = m.title(); name = E(o.person(m)); body = ''.join(f'<p>{E(" ".join(m.fill(m.pick("sum")).rstrip(".") + "." for _ in range(m.r.randrange(2, 4))))} {E(o.sentences(m, 1))}</p>' for _ in range(m.r.randrange(2, 5)))
        return o.page(m, f'<p>{name}<br>{o.address(m)}<br>{m.phone("m")["display"]} · {o.mail(m)}</p><p style="margin-top:8mm">{E(m.employer())}<br>{o.address(m)}</p><p style="text-align:right">{E(m.city()[0])}, {o.day(m)}</p><p><b>{E(m.title_word)}</b></p><p>{E(hello)}</p>{body}<p>{E(bye)}</p><p>{name}</p>')
    def diploma(m):
        return o.page(m, f'<p style="font-size:1.4em">{E(m.fill(m.pick("uni")))}</p><h1>{E(m.form(m.pick("degree." + m.r.choice(["voc", "bach", "mast"]))))}</h1><p style="font-size:1.7em">{E(o.person(m))}</p><p>{heading(m, "dob")}: {o.day(m)}</p><p>{E(m.fill(m.pick("fields")))}</p><p>{E(m.fill(m.pick("grade")))}</p><p>{E(m.city()[0])}, {o.day(m)}</p><p>{w(m, "signature")}</p>', 'body{text-align:center;padding-top:25mm}')
    def reference(m):
        m.title_word = m.title(); return o.page(m, f'<p><b>{E(m.employer())}</b><br>{o.address(m)}<br>{m.phone("l")["display"]} · {o.mail(m)}</p><h1>{w(m, "reference")}</h1><p><b>{E(o.person(m))}</b>, {heading(m, "dob")} {o.day(m)}, {E(m.title_word)}, {span(m)}</p>{"".join(f"<p>{E(o.sentences(m, m.r.randrange(3, 6)))}</p>" for _ in range(m.r.randrange(2, 4)))}{o.bullets(m, m.r.randrange(0, 6))}<p>{E(m.city()[0])}, {o.day(m)}</p><p>{E(o.person(m))}<br>{E(m.title(plain=True))}</p>')
    def school(m):
        rows = ''.join(f'<tr><td>{E(m.fill(m.pick("fields")))}</td><td>{m.r.randrange(1, 11)}</td></tr>' for _ in range(m.r.randrange(8, 16)))
        return o.page(m, f'<p>{E(m.fill(m.pick("school")))}</p><h1>{w(m, "report")} {m.r.randrange(2015, 2026)}</h1><p>{E(o.person(m))}, {heading(m, "dob")}: {o.day(m)}</p><table>{rows}</table><p>{E(m.city()[0])}, {o.day(m)}</p><p>{w(m, "signature")}</p>')
    def payslip(m):
        rows = ''.join(f'<tr><td>{E(m.fill(m.pick("y")))}</td><td>{amount(m, 400)}</td></tr>' for _ in range(m.r.randrange(2, 8)))
        return o.page(m, f'<p><b>{E(m.employer())}</b><br>{o.address(m)}</p><h1>{w(m, "payslip")} {m.r.randrange(1, 13):02d}/2026</h1><p>{E(o.person(m))}<br>{E(m.title(plain=True))}<br>{o.address(m)}<br>{heading(m, "dob")}: {o.day(m)}</p><table><tr><td>{w(m, "gross")}</td><td>{amount(m)}</td></tr>{rows}<tr><td>{w(m, "tax")}</td><td>{amount(m, 900)}</td></tr><tr><th>{w(m, "net")}</th><th>{amount(m)}</th></tr></table>')
    def brochure(m):
        team = ''.join(f'<p><b>{E(o.person(m))}</b><br>{E(m.title(plain=True))}<br>{o.mail(m)} · {m.phone("l")["display"]}</p>' for _ in range(m.r.randrange(0, 5)))
        return o.page(m, f'<h1>{E(m.employer())}</h1><h2>{w(m, "about")}</h2><p>{E(o.sentences(m, 4))}</p><h2>{w(m, "product")}</h2>{o.bullets(m, m.r.randrange(3, 8))}<h2>{heading(m, "projects")}</h2>{"".join(f"<p><b>{E(m.fill(m.pick(PROJECT)))}</b> {m.r.randrange(2012, 2026)}<br>{E(o.sentences(m, 1))}</p>" for _ in range(m.r.randrange(1, 5)))}{team}<h2>{heading(m, "contact")}</h2><p>{o.address(m)}<br>{m.phone("l")["display"]}<br>{o.mail(m)}</p>')
    def menu(m):
        return o.page(m, f'<h1>{E(m.employer("hosp"))}</h1><p>{w(m, "menu")}</p>' + ''.join(f'<h2>{w(m, k)}</h2><table>' + ''.join(f'<tr><td>{E(m.coin())} {E(m.last())}</td><td>{amount(m, 40)}</td></tr>' for _ in range(m.r.randrange(3, 8))) + '</table>' for k in ('starters', 'mains', 'desserts')))
    def paper(m):
        names = ', '.join(o.person(m) for _ in range(m.r.randrange(1, 5))); parts = ''.join(f'<h2>{i + 1} {E(m.fill(m.pick("pub")))}</h2><p>{E(o.sentences(m, m.r.randrange(5, 12)))}</p>' for i in range(m.r.randrange(3, 6)))
        refs = ''.join(f'<p>[{i + 1}] {E(o.person(m))}: {E(m.fill(m.pick("pub")))}. {E(m.fill(m.pick("venue")))}, {m.r.randrange(1995, 2026)}.</p>' for i in range(m.r.randrange(5, 15)))
        return o.page(m, f'<h1>{E(m.fill(m.pick("pub")))}</h1><p>{E(names)}<br>{E(m.fill(m.pick("uni")))}<br>{o.mail(m)}</p><p><b>{w(m, "abstract")}.</b> {E(o.sentences(m, 4))}</p><div>{parts}<h2>{heading(m, "references") if m.r.random() < .5 else heading(m, "publications")}</h2>{refs}</div>', 'div{column-count:2}p{text-align:justify}')
    def slides(m):
        one = lambda: f'<section><h1>{E(m.fill(m.pick("proj")))}</h1>{o.bullets(m, m.r.randrange(2, 5))}</section>'
        return o.page(m, f'<section><h1>{E(m.fill(m.pick("proj")))}</h1><p>{E(o.person(m))}, {E(m.employer())}, {o.day(m)}</p></section><section><h1>{w(m, "agenda")}</h1>{o.bullets(m, 4)}</section>' + ''.join(one() for _ in range(m.r.randrange(3, 8))), '@page{size:A4 landscape}section{break-after:page;font-size:1.6em}')
    def form(m):
        keys = m.r.sample(['address', 'dob', 'nationality', 'phone', 'email', 'education', 'languages', 'experience', 'skills'], m.r.randrange(4, 8)); filled = m.r.random() < .4
        value = {'address': lambda: o.address(m), 'dob': lambda: o.day(m), 'phone': lambda: m.phone('m')['display'], 'email': lambda: o.mail(m)}
        rows = ''.join(f'<tr><td>{heading(m, k)}</td><td>{(value.get(k, lambda: "")() if filled else "") or "……………………"}</td></tr>' for k in keys)
        return o.page(m, f'<p>{E(m.employer("office"))}</p><h1>{w(m, "form")}</h1><table><tr><td>{E(m.w["name"][0])}</td><td>{E(o.person(m)) if filled else "……………………"}</td></tr>{rows}</table><p>{E(o.sentences(m, 2))}</p><p>{w(m, "signature")}: ____________</p>')
    def template(m):
        dots = m.r.choice(['……………………', '____________', '[…]', 'Xxxxx xxxx', '']); line = f'<p>{dots}</p>' if dots else '<p style="height:8mm"></p>'
        keys = ['personal', 'summary', 'experience', 'education', 'skills', 'languages', 'interests']; parts = ''.join(f'<h2>{heading(m, k)}</h2>' + ''.join(f'<p>{E(m.w[x][0])}: {dots}</p>' for x in m.r.sample(['period', 'position', 'employer', 'tasks', 'degree', 'school', 'place'], m.r.randrange(0, 4))) + line for k in keys[:m.r.randrange(4, 8)])
        return o.page(m, f'<h1>{heading(m, "cv")}</h1><p>{E(m.w["name"][0])}: {dots}<br>{heading(m, "address")}: {dots}<br>{heading(m, "phone")}: {dots}</p>{parts}')
    return dict(contract=contract, cover=cover, diploma=diploma, reference=reference, school=school, payslip=payslip, brochure=brochure, menu=menu, paper=paper, slides=slides, form=form, template=template)
