// Writes months.tsv and countries.tsv from Unicode CLDR.
// Run: npm install --prefix "$DIR" cldr-dates-full@48.2.0 cldr-localenames-full@48.2.0
//      node tools/knowledge/cldr.mjs "$DIR/node_modules" src/Resumai/Knowledge/Data
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [modules, out] = process.argv.slice(2);
if (!out) throw new Error('usage: cldr.mjs NODE_MODULES OUTPUT_FOLDER');

// The official languages of the EU, and those of its neighbours that its CVs are written in.
const LANGUAGES = ['bg', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fi', 'fr', 'ga', 'hr', 'hu', 'it', 'lt', 'lv', 'mt', 'nb', 'nl',
  'nn', 'pl', 'pt', 'ro', 'sk', 'sl', 'sv', 'ca', 'is', 'sr-Latn', 'tr', 'uk'];
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB']);

const read = (pack, language, file, ...path) =>
  path.reduce((o, k) => o[k], JSON.parse(readFileSync(join(modules, pack, 'main', language, file))).main[language]);
const short = language => language.split('-')[0];
const clean = text => text.replace(/[\u00a0\u202f]/g, ' ').replace(/;/g, ',').trim();

function write(name, title, rows) {
  const lines = [...new Set(rows.map(r => r.join('\t')))];
  const head = `# ${title} Made by tools/knowledge/cldr.mjs from Unicode CLDR 48.2.0 (Unicode License v3). language, kind, text, value\n`;
  writeFileSync(join(out, name), head + lines.join('\n') + '\n');
  console.error(`${name}: ${lines.length} rows`);
}

const months = [];
for (const language of LANGUAGES) {
  const all = read('cldr-dates-full', language, 'ca-gregorian.json', 'dates', 'calendars', 'gregorian', 'months');
  for (const form of ['format', 'stand-alone']) {
    for (const width of ['wide', 'abbreviated']) {
      for (const [number, text] of Object.entries(all[form][width])) {
        if (!/^\d/.test(text)) months.push([short(language), 'month', clean(text), number]);
      }
    }
  }
}
write('months.tsv', 'Names of months.', months);

const countries = [];
for (const language of LANGUAGES) {
  const names = read('cldr-localenames-full', language, 'territories.json', 'localeDisplayNames', 'territories');
  for (const [key, text] of Object.entries(names)) {
    const code = key.replace(/-alt-.*$/, '');
    if (/^[A-Z]{2}$/.test(code) && !NOT_COUNTRIES.has(code) && text !== code) countries.push([short(language), 'country', clean(text), code]);
  }
}
write('countries.tsv', 'Names of countries.', countries);
