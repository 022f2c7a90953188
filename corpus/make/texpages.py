"""Frames in LaTeX in the manner of well-known CV classes, written from scratch. Each takes a Sheet and gives (source, engine)."""
import re
from sheet import Entry, Rows, Para, Bullets, Meter, Chips
SIDE = ['skills', 'languages', 'certifications', 'interests', 'awards']
COLORS = ['26428B', '8F0D0D', '0E5484', '2E2E2E', 'DC3522', '0B7285', '00A388', '7A1F3D', 'E91E63']
def T(s):
    s = (s or '').replace('\\', r'\textbackslash{}')
    return re.sub(r'([&%$#_{}])', r'\\\1', s).replace('~', r'\textasciitilde{}').replace('^', r'\^{}').replace(' -- ', ' – ')
def L(s): return T(s).replace('@', r'@\allowbreak{}').replace('.', r'.\allowbreak{}').replace('/', r'/\allowbreak{}')
FA = {'email': r'\faEnvelope', 'phone': r'\faPhone', 'address': r'\faMapMarker', 'web': r'\faLink', 'dob': r'\faCalendar', 'nationality': r'\faFlag', 'other': r'\faInfo'}

class Tex:
    def __init__(self, s, fonts=('Lato', 'Roboto', 'Open Sans', 'Liberation Sans', 'Carlito', 'EB Garamond', 'Latin Modern Roman', 'Caladea')):
        self.s, self.r = s, s.r; r = s.r; self.font = r.choice([f for f in fonts if f != 'EB Garamond' or s.lang in ('en', 'de', 'nl', 'da', 'it')]) if s.lang not in ('el', 'bg') else r.choice(['DejaVu Serif', 'DejaVu Sans', 'Noto Serif']); self.color = r.choice(COLORS)
        self.em = {'g': 'b', 'D': r.choice(['', 'i', 'g', 's']), **r.choice([dict(T='b', Q='b', E='i', I='i'), dict(E='b', I='b', T='i', Q='i'), dict(E='c', I='c', T='b', Q='b'), dict(T='sc', Q='sc'), dict(T='b', Q='b')])}; self.bul = r.choice([r'\textbullet', '--', r'$\circ$', r'$\triangleright$'])
    def spans(self, xs):
        out = ''
        for k, t in xs: st = self.em.get(k, ''); x = T(t); out += {'b': rf'\textbf{{{x}}}', 'i': rf'\textit{{{x}}}', 'c': rf'{{\color{{accent}}{x}}}', 'sc': rf'\textsc{{{x}}}', 'g': rf'{{\color{{gray}}{x}}}', 's': rf'{{\small {x}}}'}.get(st, x)
        return out
    def bullets(self, items): return r'\begin{itemize}' + ''.join(rf'\item {T(x)}' + '\n' for x in items) + r'\end{itemize}' + '\n' if items else ''
    def line(self, l): a, b = l; return rf'{self.spans(a)} \hfill {self.spans(b)}\par' + '\n' if b else self.spans(a) + r'\par' + '\n'
    def entry(self, e):
        body = ''.join(self.line(l) for l in e.lines) + ''.join(T(p) + r'\par' + '\n' for p in e.paras) + self.bullets(e.bullets) + ''.join(self.entry(x) for x in e.posts)
        left = r' \newline '.join(self.spans(l) for l in e.margin)
        if e.margin: return rf'\noindent\begin{{minipage}}[t]{{30mm}}\raggedright {left}\end{{minipage}}\hspace{{3mm}}\begin{{minipage}}[t]{{\dimexpr\linewidth-33mm\relax}}{body}\end{{minipage}}\par\vspace{{1.5mm}}' + '\n'
        return body + r'\vspace{1.2mm}' + '\n'
    def block(self, b):
        if isinstance(b, Entry): return self.entry(b)
        if isinstance(b, Para): return self.spans(b.spans) + r'\par' + '\n'
        if isinstance(b, Bullets): return self.bullets(b.items)
        if isinstance(b, Chips): return ' '.join(rf'\fbox{{{T(x)}}}' for x in b.items) + r'\par' + '\n'
        if isinstance(b, Meter): return ''.join(rf'{T(n)}\hfill ' + ''.join(r'{\color{accent}$\bullet$}' if i < l else r'{\color{lightgray}$\bullet$}' for i in range(5)) + r'\par' + '\n' for n, l, _ in b.items)
        return ''.join((rf'\textbf{{{T(a)}:}} ' if a and c else T(a)) + T(c) + r'\par' + '\n' for a, c in b.rows)
    def section(self, k): return '\n' + r'\vspace{4mm}' + ''.join(self.block(b) for b in self.s.blocks[k]) if not self.s.headings[k] else rf'\cvsec{{{T(self.s.headings[k])}}}' + '\n' + ''.join(self.block(b) for b in self.s.blocks[k])
    def sections(self, keys): return ''.join(self.section(k) for k in keys if k in self.s.sections)
    def contact(self, sep, icons=True): return sep.join((FA[k] + r'\ ' if icons else '') + (rf'\href{{{h.replace("%", "")}}}{{{L(x)}}}' if h and '#' not in h else L(x)) for k, l, x, h in self.s.contact)
    def doc(self, body, sec, pre='', margin='18mm', engine='xelatex', size=None):
        r = self.r; fonts = rf'\usepackage{{fontspec}}\setmainfont{{{self.font}}}[Ligatures=TeX]' if engine == 'xelatex' else r'\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{' + r.choice(['mathptmx', 'charter', 'palatino', 'bookman']) + r'}\usepackage{textcomp}'
        return rf'''\documentclass[{size or r.choice(["10pt", "10pt", "11pt"])},{"letterpaper" if self.s.p["locale"] == "en-US" else "a4paper"}]{{article}}
\usepackage[margin={margin}]{{geometry}}\usepackage{{xcolor}}\definecolor{{accent}}{{HTML}}{{{self.color}}}\usepackage{{enumitem}}\setlist{{nosep,leftmargin=4.5mm,label={self.bul}}}
{fonts}
\usepackage{{fontawesome5}}\usepackage[hidelinks]{{hyperref}}\setlength{{\parindent}}{{0pt}}\setlength{{\emergencystretch}}{{3em}}\pagestyle{{{r.choice(["empty", "plain", "empty"])}}}
\newcommand{{\cvsec}}[1]{{{sec}}}
{pre}
\begin{{document}}
{body}
\end{{document}}
''', engine
RULE = r'\par\vspace{2.5mm}{\large\bfseries\color{accent}#1}\par\vspace{-2mm}{\color{accent}\rule{\linewidth}{0.8pt}}\par\vspace{1mm}'
def name(t, two=False): return T(t)
def alta(s):
    """Two columns with icons in the head and rules under coloured headings."""
    t = Tex(s); keys = [k for k in SIDE + ['education'] if k in s.sections]; h = rf'{{\Huge\bfseries\color{{accent}} {T(s.name)}}}\par\vspace{{1mm}}' + (rf'{{\large\bfseries {T(s.headline)}}}\par\vspace{{1mm}}' if s.headline else '') + r'\raggedright\small ' + t.contact(r'\quad ') + r'\par\vspace{2mm}\normalsize' + '\n'
    return t.doc(h + r'\columnratio{0.62}\begin{paracol}{2}\raggedright' + '\n' + t.sections([k for k in s.sections if k not in keys]) + r'\switchcolumn\raggedright' + '\n' + t.sections(keys) + r'\end{paracol}', RULE, r'\usepackage{paracol}', '12mm')
def awesome(s):
    """Centred head, contact line between raised bars, the first three letters of a heading in colour."""
    t = Tex(s); t.em.update(E='b', I='b', T='sc', Q='sc'); a, _, b = s.name.partition(' '); h = rf'\begin{{center}}{{\fontsize{{30}}{{34}}\selectfont {T(a)} \textbf{{{T(b)}}}}}\par\vspace{{1.5mm}}' + (rf'{{\color{{accent}}\textsc{{{T(s.headline)}}}}}\par\vspace{{1mm}}' if s.headline else '') + r'{\footnotesize ' + t.contact(r'\ \raisebox{0.6mm}{\scriptsize\textbar}\ ') + r'}\end{center}' + '\n'
    t.section = lambda k: rf'\par\vspace{{2.5mm}}{{\Large\bfseries{{\color{{accent}}{T(s.headings[k][:3])}}}{T(s.headings[k][3:])}}}\ \hrulefill\par\vspace{{1mm}}' + '\n' + ''.join(t.block(b) for b in s.blocks[k])
    return t.doc(h + t.sections(s.sections), '', '', '14mm')
def deedy(s):
    """A third and two thirds side by side, headings in spaced capitals."""
    t = Tex(s); keys = [k for k in ['education'] + SIDE if k in s.sections]; h = rf'\begin{{center}}{{\fontsize{{34}}{{38}}\selectfont {T(s.name)}}}\par\vspace{{1mm}}{{\small ' + t.contact(' | ', False) + r'}\end{center}' + (rf'\begin{{center}}{T(s.headline)}\end{{center}}' if s.headline else '') + '\n'
    return t.doc(h + r'\columnratio{0.34}\begin{paracol}{2}\raggedright' + '\n' + t.sections(keys) + r'\switchcolumn\raggedright' + '\n' + t.sections([k for k in s.sections if k not in keys]) + r'\end{paracol}', r'\par\vspace{2mm}{\color{accent}\large\MakeUppercase{#1}}\par\vspace{0.5mm}', r'\usepackage{paracol}', '13mm')
def friggeri(s):
    """A dark band across the page with the name in it, an aside in the left margin."""
    t = Tex(s); keys = [k for k in SIDE if k in s.sections]; band = rf'\noindent\hspace*{{-15mm}}\colorbox{{darkgray}}{{\parbox[c][26mm][c]{{\paperwidth}}{{\centering\color{{white}}{{\fontsize{{32}}{{36}}\selectfont {T(s.name)}}}' + (rf'\\[1mm]{{\large {T(s.headline)}}}' if s.headline else '') + r'}}\par\vspace{5mm}' + '\n'
    aside = ''.join(L(x) + r'\par' + '\n' for _, _, x, _ in s.contact)
    return t.doc(band + r'\columnratio{0.27}\begin{paracol}{2}\raggedleft\small ' + rf'\cvsec{{{T(s.headings["contact"])}}}' + aside + t.sections(keys) + r'\switchcolumn\raggedright\normalsize ' + t.sections([k for k in s.sections if k not in keys]) + r'\end{paracol}', r'\par\vspace{2.5mm}{\Large\color{accent}#1}\par\vspace{1mm}', r'\usepackage{paracol}\geometry{top=0mm,left=15mm,right=15mm,bottom=15mm}')
def resume(s):
    """Headings hang in the left margin, Computer Modern, by pdfLaTeX where the letters allow."""
    t = Tex(s); engine = 'pdflatex' if all(ord(c) < 0x100 or c in '–—’‘“”•…€' for c in s.name + s.headline + str(s.blocks) + str(s.contact) + str(s.headings)) else 'xelatex'; t.bul = r'\textbullet'
    h = rf'{{\LARGE\bfseries {T(s.name)}}}\par ' + (T(s.headline) + r'\par ' if s.headline else '') + t.contact(r'\quad ' if s.r.random() < .5 else r'\par ', False) + r'\par\vspace{2mm}' + '\n'
    t.section = lambda k: rf'\par\vspace{{2mm}}\noindent\llap{{\parbox[t]{{30mm}}{{\raggedright\textsc{{{T(s.headings[k])}}}}}\hspace{{4mm}}}}\ignorespaces ' + ''.join(t.block(b) for b in s.blocks[k])
    return t.doc(h + t.sections(s.sections), '', r'\geometry{left=52mm,right=20mm}', '20mm', engine)
LAYOUTS = {'tex-two-columns': ('tex-columns', alta, dict(slots=['own', 'inline', 'right'])), 'tex-raised-bars': ('tex-classes', awesome, dict(slots=['right', 'inline'])), 'tex-thirds': ('tex-columns', deedy, dict(slots=['own', 'inline'])),
 'tex-band-aside': ('tex-columns', friggeri, dict(slots=['own', 'inline', 'right'])), 'tex-hanging': ('tex-classes', resume, dict(slots=['right', 'own', 'inline'], skills=['rows', 'comma', 'bullets']))}
