"""
The network of a Tesseract model ([1,36,0,1 Ct3,3,16 Mp3,3 LfysA LfxB LrxB LfxC O1c1]) in PyTorch, read from and written to .lstm files. Weights that
were made integers (all that Debian packs) are read as the numbers they stand for, which lstmtraining itself refuses.

network.py IN.lstm OUT.lstm   the same network with floating weights
"""
import struct
import numpy as np, torch
from torch import nn

INT8, ADAM, DOUBLE = 1, 4, 128

class File:
    """Walks through a .lstm file; what is not a matrix is kept as it is."""
    def __init__(self, data): self.b, self.p, self.kept, self.matrices = data, 0, [], []; self.run = bytearray()
    def take(self, f):
        n = struct.calcsize('<' + f); raw = self.b[self.p:self.p + n]; self.p += n; return raw, struct.unpack('<' + f, raw)
    def copy(self, f): raw, v = self.take(f); self.run += raw; return v[0] if len(v) == 1 else v
    def string(self): n = self.copy('I'); t = self.b[self.p:self.p + n]; self.run += t; self.p += n; return t.decode()
    def matrix(self):
        (mode,) = self.take('B')[1]; d1, d2 = self.take('II')[1]
        if mode & INT8:
            self.take('b'); w = np.frombuffer(self.b, np.int8, d1 * d2, self.p).reshape(d1, d2).astype(np.float64); self.p += d1 * d2
            (n,) = self.take('I')[1]; s = np.frombuffer(self.b, np.float64, n, self.p); self.p += 8 * n; w = w * s[:d1, None]
        else:
            self.take('d'); w = np.frombuffer(self.b, np.float64, d1 * d2, self.p).reshape(d1, d2).copy(); self.p += 8 * d1 * d2
        self.kept.append(bytes(self.run)); self.run = bytearray(); self.matrices.append(w)
    def network(self):
        self.copy('b'); kind = self.string(); self.copy('bb'); flags, ni, no, nw = self.copy('iiii'); self.string()
        if kind in ('Series', 'RTLReversed', 'XYTranspose'):
            for _ in range(self.copy('I')): self.network()
            if flags & 64: n = self.copy('I'); self.run += self.b[self.p:self.p + 4 * n]; self.p += 4 * n
        elif kind == 'Input': self.copy('iiiii')
        elif kind in ('Convolve', 'Maxpool'): self.copy('ii')
        elif kind in ('LSTM', 'SummLSTM'): self.copy('i'); [self.matrix() for _ in range(4)]
        elif kind in ('Softmax', 'Tanh'): self.matrix()
        else: raise ValueError(kind)
    def read(self):
        self.network(); self.spec = self.string(); (flags,) = self.take('i')[1]
        self.run += struct.pack('<i', flags & ~1); self.run += self.b[self.p:]; self.kept.append(bytes(self.run)); return self
    def write(self, matrices):
        out = bytearray()
        for kept, w in zip(self.kept, matrices): out += kept + struct.pack('<BIId', DOUBLE, *w.shape, 0.0) + np.ascontiguousarray(w, np.float64).tobytes()
        return bytes(out + self.kept[-1])

class Net(nn.Module):
    def __init__(self, a, b, c, out):
        super().__init__()
        self.conv = nn.Conv2d(1, 16, 3, padding=1); self.pool = nn.MaxPool2d(3)
        self.y = nn.LSTM(16, a, batch_first=True); self.f = nn.LSTM(a, b, batch_first=True); self.r = nn.LSTM(b, b, batch_first=True); self.l = nn.LSTM(b, c, batch_first=True)
        self.out = nn.Linear(c, out)
        for m in (self.y, self.f, self.r, self.l): m.bias_hh_l0.data.zero_(); m.bias_hh_l0.requires_grad = False
    def forward(self, x):  # N,36,W in -1..1 -> N,T,codes (logits)
        v = self.pool(torch.tanh(self.conv(x[:, None])))  # N,16,12,T
        n, d, h, t = v.shape
        v = self.y(v.permute(0, 3, 2, 1).reshape(n * t, h, d))[0][:, -1].reshape(n, t, -1)
        v = self.f(v)[0]; v = self.r(v.flip(1))[0].flip(1); v = self.l(v)[0]
        return self.out(v)
    def load(self, ms):
        g = lambda w: torch.tensor(w, dtype=torch.float32)
        with torch.no_grad():
            w = ms[0]; self.conv.weight.copy_(g(w[:, :9].reshape(16, 1, 3, 3).transpose(0, 1, 3, 2).copy())); self.conv.bias.copy_(g(w[:, 9]))
            for n, m in enumerate((self.y, self.f, self.r, self.l)):
                ci, gi, gf, go = ms[1 + 4 * n:5 + 4 * n]; all = np.concatenate([gi, gf, ci, go]); ni = m.input_size
                m.weight_ih_l0.copy_(g(all[:, :ni])); m.weight_hh_l0.copy_(g(all[:, ni:-1])); m.bias_ih_l0.copy_(g(all[:, -1]))
            if ms[17].shape[0] == self.out.out_features: self.out.weight.copy_(g(ms[17][:, :-1])); self.out.bias.copy_(g(ms[17][:, -1]))
    def matrices(self):
        n = lambda t: t.detach().cpu().numpy().astype(np.float64)
        ms = [np.concatenate([n(self.conv.weight).transpose(0, 1, 3, 2).reshape(16, 9), n(self.conv.bias)[:, None]], 1)]
        for m in (self.y, self.f, self.r, self.l):
            all = np.concatenate([n(m.weight_ih_l0), n(m.weight_hh_l0), n(m.bias_ih_l0)[:, None]], 1); gi, gf, ci, go = np.split(all, 4); ms += [ci, gi, gf, go]
        return ms + [np.concatenate([n(self.out.weight), n(self.out.bias)[:, None]], 1)]

def sizes(ms): return ms[1].shape[0], ms[5].shape[0], ms[13].shape[0], ms[17].shape[0]

def codes(recoder):
    """Code of each unichar id of a recoder in which every character has one."""
    (n,) = struct.unpack_from('<I', recoder); p = 4; out = []
    for _ in range(n):
        _, length = struct.unpack_from('<bI', recoder, p); p += 5; c = struct.unpack_from('<%di' % length, recoder, p); p += 4 * length; out.append(c)
    return out

def normalised(a):
    """A picture 36 high (uint8) as the network sees it, in -127..127 (int8): from the dark and light of its middle row."""
    row = a[a.shape[0] // 2].astype(int); p, c, q = row[:-2], row[1:-1], row[2:]
    lo = np.sort(c[((c < p) & (c <= q)) | ((c <= p) & (c < q))]); hi = np.sort(c[((c > p) & (c >= q)) | ((c >= p) & (c > q))])
    ile = lambda v, f, d: d if len(v) == 0 else float(v[min(len(v) - 1, int(f * len(v)))])
    black, white = ile(lo, .25, 0), ile(hi, .75, 255); contrast = max((white - black) / 2, .5)
    return np.clip(np.rint(np.clip((a - black) / contrast - 1, -1, 1) * 127), -127, 127).astype(np.int8)

def scaled(im):
    """A line as high as the network wants, as Leptonica scales: linear with a little sharpening, by area where it becomes much smaller."""
    from PIL import Image, ImageFilter
    f = 36 / im.height; w = max(3, round(im.width * f)); small = im.resize((w, 36), Image.BOX if f < .7 else Image.BILINEAR)
    amount, half = (.2, 1) if f < .7 else (.4, 2)
    a = np.asarray(small).astype(float); b = np.asarray(small.filter(ImageFilter.BoxBlur(half))).astype(float)
    return np.clip(np.rint(a + amount * (a - b)), 0, 255).astype(np.uint8)


if __name__ == '__main__':
    import sys
    file = File(open(sys.argv[1], 'rb').read()).read()
    with open(sys.argv[2], 'wb') as out: out.write(file.write(file.matrices))
