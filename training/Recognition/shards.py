"""Shards of lines as the network sees them.  shards.py WORDS LATIN FONTS FOLDER SEED SHARDS EACH [unseen]   unseen: in fonts that no other shard has"""
import glob, os, random, sys
import numpy as np
import lines as L, network as N
from PIL import Image

# Widths of pictures: those of one batch are equal.
GRID = [12]
while GRID[-1] < 6000: GRID.append(max(GRID[-1] + 6, round(GRID[-1] * 1.03 / 3) * 3))

def fit(a):
    w = a.shape[1]; g = next(v for v in GRID if v >= w)
    if g == w: return a
    if w < 200: return np.concatenate([a, np.repeat(np.full((36, 1), np.median(a[:2]), np.uint8), g - w, 1)], 1)
    return np.asarray(Image.fromarray(a).resize((g, 36), Image.BILINEAR))

def main(words, latin, fonts, folder, seed, shards, each, unseen=''):
    read = lambda p: [w for w in open(p, encoding='utf8').read().split('\n') if w and not set(w) - L.OWN]
    left = ('Gentium', 'Jura', 'cmunss', 'GFSDidot', 'LiberationSerif', 'OpenSans-Cond', 'Carlito-Italic')
    rng = random.Random(seed); faces = [L.Face(p) for p in sorted(glob.glob(os.path.join(fonts, '*'))) if os.path.basename(p).startswith(left) == bool(unseen)]
    t = L.Text(read(words), [w for w in read(latin) if w.isascii()], rng)
    for k in range(int(shards)):
        px, widths, texts = [], [], []
        for _ in range(int(each)):
            im, s = L.picture(t, faces, rng)
            a = N.normalised(fit(N.scaled(im)))
            if a.shape[1] / 3 < len(s) * 1.3 + 2: continue
            px.append(a.T.reshape(-1)); widths.append(a.shape[1]); texts.append(s)
        tmp = os.path.join(folder, f'.{seed}-{k}.npz'); np.savez(tmp, px=np.concatenate(px), widths=np.array(widths), texts=np.array(texts)); os.rename(tmp, os.path.join(folder, f'{"eval" if unseen else "s"}-{seed}-{k}.npz'))

if __name__ == '__main__': main(*sys.argv[1:])
