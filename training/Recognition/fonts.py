"""Copies the fonts that have all letters of a line, cut down to them.  fonts.py OUT FOLDER…   without folders those that fontconfig knows"""
import glob, logging, os, subprocess, sys
from fontTools import subset
from PIL import ImageFont
import lines

NEEDED = [c for c in lines.OWN if c.isalnum() and c not in lines.FOREIGN and c not in 'ΪϊΐΰϋΫ½']
# Hair lines that no CV is set in, and faces of ornament.
UNLIKELY = ('thin', 'hairline', 'extralight', 'black', 'gazis', 'porson', 'solomos', 'theokritos', 'complutum', 'math', 'firacode', 'mononoki')

def found(folders):
    if folders: return [f for d in folders for f in glob.glob(os.path.join(d, '**', '*.[ot]tf'), recursive=True)]
    return [l.split(':')[0] for l in subprocess.run(['fc-list', ':lang=el', 'file'], check=True, capture_output=True, text=True).stdout.splitlines()]

def is_whole(path):
    font = ImageFont.truetype(path, 40); has = lines.Face(path).map
    return all(c in has and font.getmask(c).getbbox() for c in NEEDED)

def main(out, *folders):
    logging.disable(logging.CRITICAL); os.makedirs(out, exist_ok=True)
    options = subset.Options(layout_features=['kern'], hinting=False, notdef_outline=True); options.drop_tables += ['GSUB']
    for path in sorted(found(folders)):
        name = os.path.basename(path)
        if any(u in name.lower() for u in UNLIKELY) or os.path.exists(os.path.join(out, name)) or not is_whole(path): continue
        font = subset.load_font(path, options); cut = subset.Subsetter(options); cut.populate(unicodes=[ord(c) for c in lines.OWN]); cut.subset(font)
        subset.save_font(font, os.path.join(out, name), options)

if __name__ == '__main__': main(*sys.argv[1:])
