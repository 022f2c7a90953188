"""Goes on from a network with what the shards show (CTC loss, Adam, mean of the weights) for so many seconds, on a GPU where there is one.

train.py START.lstm UNICHARSET RECODER SHARDS OUT SECONDS [RATE [SEED]]
"""
import glob, os, random, sys, time
import numpy as np, torch
import network as N
start, charset, recoder, folder, out, seconds = sys.argv[1:6] + [float(sys.argv[6])]; rate = float(sys.argv[7]) if len(sys.argv) > 7 else 2e-3; seed = int(sys.argv[8]) if len(sys.argv) > 8 else 1
t0 = time.time(); dev = 'cuda' if torch.cuda.is_available() else 'cpu'; torch.manual_seed(seed); rng = random.Random(seed)
us = [l.split(' ')[0] for l in open(charset, encoding='utf8').read().split('\n')[1:] if l]; us[0] = ' '
code = {u: c[0] for u, c in zip(us, N.codes(open(recoder, 'rb').read()))}; null = code['Joined']; back = {c: u for u, c in code.items()}; count = max(code.values()) + 1
file = N.File(open(start, 'rb').read()).read(); a, b, c, _ = N.sizes(file.matrices); net = N.Net(a, b, c, count); net.load(file.matrices)
net.to(dev)
best = {k: v.detach().clone() for k, v in net.state_dict().items()}
opt = torch.optim.Adam([p for p in net.parameters() if p.requires_grad], lr=rate)
buckets, held, seen = {}, {}, set()
def load():
    for p in sorted(glob.glob(os.path.join(folder, '*.npz'))):
        if p in seen: continue
        seen.add(p); z = np.load(p); px, at = z['px'], 0; into = held if os.path.basename(p).startswith('eval') else buckets
        for w, t in zip(z['widths'].tolist(), z['texts'].tolist()):
            into.setdefault(w, []).append((px[at:at + w * 36], t)); at += w * 36
def batch(w, items):
    x = torch.from_numpy(np.stack([i[0] for i in items]).reshape(len(items), w, 36)).to(dev, non_blocking=True).float().div_(127).transpose(1, 2)
    ts = [[code[ch] for ch in i[1]] for i in items]
    return x, torch.tensor([v for t in ts for v in t]), torch.tensor([len(t) for t in ts])
ctc = torch.nn.CTCLoss(blank=null, zero_infinity=True)
def distance(p, q):
    d = list(range(len(q) + 1))
    for i, x in enumerate(p, 1):
        last, d[0] = d[0], i
        for j, y in enumerate(q, 1): last, d[j] = d[j], min(d[j] + 1, d[j - 1] + 1, last + (x != y))
    return d[-1]
def evaluate(show=0):
    wrong = total = 0; net.eval()
    with torch.no_grad():
        for w, items in held.items():
            for k in range(0, len(items), 256):
                part = items[k:k + 256]; y = net(batch(w, part)[0]).argmax(-1).cpu().numpy()
                for r, (_, t) in zip(y, part):
                    r = [back[v] for i, v in enumerate(r) if v != null and (i == 0 or v != r[i - 1])]; e = distance(r, t); wrong += e; total += len(t)
                    if e and show: show -= 1; print('   ', t, '|', ''.join(r), flush=True)
    net.train(); return wrong / max(1, total)
def save(state, path):
    now = {k: v.clone() for k, v in net.state_dict().items()}; net.load_state_dict(state)
    data = file.write(net.matrices()); open(path, 'wb').write(data); net.load_state_dict(now)
while time.time() - t0 < 120:
    load()
    if sum(map(len, buckets.values())) >= int(os.environ.get('FIRST', 4000)): break
    time.sleep(1)
print('start', f'eval {100 * evaluate(2):.2f}%', flush=True)
step, sums, n, told, scan = 0, 0.0, 0, time.time(), time.time(); begun = time.time(); end = t0 + seconds
budget = int(os.environ.get('BUDGET', 48000))
while time.time() < end:
    f = (time.time() - begun) / (end - begun); lr = rate * min(1, step / 100 + .01) * (1 if f < .5 else max(.01, (1 - f) / .5)); opt.param_groups[0]['lr'] = lr
    if time.time() - scan > 15: load(); scan = time.time()
    ws = list(buckets); w = rng.choices(ws, [len(buckets[v]) * v for v in ws])[0]; items = buckets[w]; size = max(8, min(512, budget // (w // 3)))
    items = rng.sample(items, size) if len(items) > size else items
    x, y, l = batch(w, items)
    with torch.no_grad():
        x = x + torch.randn_like(x) * (torch.rand(len(items), 1, 1, device=dev) * .08)
        if rng.random() < .4: x = torch.roll(x, rng.choice([-1, 1]), 1)
        x.clamp_(-1, 1)
    p = net(x).log_softmax(-1).transpose(0, 1)
    loss = ctc(p, y.to(dev), torch.full((len(items),), p.shape[0], dtype=torch.long).to(dev), l.to(dev))
    opt.zero_grad(); loss.backward(); norm = torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    if torch.isfinite(norm): opt.step()
    step += 1; decay = min(.998, step / (step + 20))
    with torch.no_grad():
        for k, v in net.state_dict().items(): best[k].mul_(decay).add_(v, alpha=1 - decay)
    if step % 20 == 0: sums += loss.item(); n += 1
    if time.time() - told > float(os.environ.get('TELL', 45)):
        told = time.time(); now = {k: v.clone() for k, v in net.state_dict().items()}; net.load_state_dict(best); e = evaluate(); net.load_state_dict(now)
        print(f'{time.time() - t0:.0f}s step {step} lr {lr:.5f} lines {sum(map(len, buckets.values()))} loss {sums / max(1, n):.4f} eval {100 * e:.2f}%', os.path.basename(out), flush=True); sums, n = 0.0, 0; save(best, out)
net.load_state_dict(best); print('end', step, os.path.basename(out), f'eval {100 * evaluate(int(os.environ.get("SHOW", 25))):.3f}%', flush=True); save(best, out)
