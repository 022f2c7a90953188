"""Renders scans, photos and faxes of the first pages of originals: OUT gets the pictures and list.tsv (original, picture, profile, language, page).   scans.py ORIGINALS OUT [EACH [PROFILE…]]"""
import glob, itertools, os, random, subprocess, sys, tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', '..', 'corpus', 'make'))
import scan

LANGUAGES = 'en de fr es it pt nl pl cs sv da fi nb hu ro el'.split()
PROFILES = {'office-300': ('office-pdf', 300), 'office-200': ('office-pdf', 200), 'photocopy-200': ('photocopy-pdf', 200), 'gray-200': ('gray-tiff', 200),
            'photo-170': ('photo-jpg', 170), 'phone-150': ('phone-pdf', 150), 'fax-200': ('fax-tiff', 200), 'lowres-120': ('lowres-png', 120), 'sideways-150': ('sideways-pdf', 150)}


LEAST_LETTERS = 300


def main(documents, out, each, profiles):
    os.makedirs(out, exist_ok=True)
    rows = []
    for language in LANGUAGES:
        originals = sorted(f for f in glob.glob(os.path.join(documents, language + '*.pdf')) if '-pdf.pdf' not in f or 'docx' in f and '--' not in f.split('docx', 1)[1])
        random.Random(language).shuffle(originals)
        # The title screen of a web page has four lines, which say nothing of a language.
        for original in itertools.islice(filter(is_text, originals), each):
            for profile in profiles or PROFILES:
                kind, dpi = PROFILES[profile]
                rows.append(make(original, out, profile, kind, dpi) + (profile, language, '1'))
    with open(os.path.join(out, 'list.tsv'), 'w') as listing:
        listing.writelines('\t'.join(row) + '\n' for row in rows)


def is_text(original):
    text = subprocess.run(['pdftotext', '-f', '1', '-l', '1', original, '-'], check=True, capture_output=True, text=True).stdout
    return sum(c.isalpha() for c in text) >= LEAST_LETTERS


def make(original, out, profile, kind, dpi):
    extension = scan.PROFILES[kind][0]
    name = f'{os.path.splitext(os.path.basename(original))[0]}.{profile}.{extension}'
    path = os.path.join(out, name)
    if not os.path.exists(path):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(['pdftoppm', '-r', str(dpi), '-f', '1', '-l', '1', '-png', original, os.path.join(folder, 'p')], check=True)
            page = scan.Image.open(glob.glob(os.path.join(folder, 'p*.png'))[0]).convert('RGB')
            picture = scan.degrade(page, kind, random.Random(name))
            if extension == 'jpg': picture.save(path, quality=62, dpi=(dpi, dpi))
            elif extension == 'png': picture.save(path, dpi=(dpi, dpi))
            elif extension == 'tiff': picture.save(path, compression='group4' if picture.mode == '1' else 'jpeg', dpi=(dpi, dpi))
            else: picture.save(path, resolution=dpi, quality=45)
    return original, path


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 1, sys.argv[4:])
