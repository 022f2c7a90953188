#!/usr/bin/env node
// Writes src/Resumai/Knowledge/Data/languages.tsv from CLDR (npm package cldr-localenames-full).
//
//   npm pack cldr-localenames-full@48.2.0 && tar xzf cldr-localenames-full-48.2.0.tgz
//   node tools/knowledge/languages.mjs package
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const names = locale => JSON.parse(readFileSync(join(process.argv[2], 'main', locale, 'languages.json'), 'utf8')).main[locale].localeDisplayNames.languages;

const locales = 'en de fr es it pt nl pl sv da nb fi cs ro hu el sk sl hr bg lt lv et mt ga is uk tr ca'.split(' ');
const cldrOf = { nb: 'no' };
// ISO 639-1, and of ISO 639-3 what speakers in Europe list and has no shorter code.
const codes = Object.keys(names('en')).filter(code => /^[a-z]{2}$/.test(code) && code !== 'mo');
const longer = ('yue nan wuu hak fil gsw fur lij lmo nap scn vec lld rup hsb dsb nds frr bar szl csb ast ext ber kab rif zgh shi ckb sdh prs bal syr rom sms smn sma sco ' +
    'ceb ilo hil bho mai kok mni brx doi sat haw kea luo bem mos tiv efi dyu din tet pap ase bfi gsg fsl grc hmn').split(' ');
// Same language under another code, and codes that name a variety of one.
const variety = code => ({ 'en-GB': 'en', 'en-US': 'en', 'de-AT': 'de', 'de-CH': 'de', 'es-ES': 'es', 'es-419': 'es', 'es-MX': 'es', 'fr-CA': 'fr', 'fr-CH': 'fr',
    'pt-BR': 'pt', 'pt-PT': 'pt', 'nl-BE': 'nl', 'zh-Hans': 'zh', 'zh-Hant': 'zh', 'ro-MD': 'ro', 'fa-AF': 'prs', 'ar-001': 'ar', cmn: 'zh' })[code];
const varieties = ['en-GB', 'en-US', 'de-AT', 'es-ES', 'es-419', 'es-MX', 'fr-CA', 'pt-BR', 'pt-PT', 'nl-BE', 'zh-Hans', 'zh-Hant', 'ro-MD', 'fa-AF', 'ar-001', 'cmn'];
// Names written in CVs beside CLDR's.
const extra = {
    en: { zh: 'Mandarin;Mandarin Chinese;Chinese (Mandarin)', fa: 'Farsi', es: 'Castilian', nl: 'Flemish', ca: 'Valencian', ga: 'Gaelic;Irish Gaelic', ku: 'Kurmanji', ckb: 'Sorani', pa: 'Panjabi', yue: 'Chinese (Cantonese)', bs: 'Bosnian', el: 'Modern Greek', sh: 'Serbo Croatian', tl: 'Tagalog', or: 'Oriya', bfi: 'BSL', ase: 'ASL', nb: 'Bokmål', nn: 'Nynorsk' },
    de: { zh: 'Mandarin;Hochchinesisch', fa: 'Farsi', la: 'Latinum;Großes Latinum;Kleines Latinum;Latein', nl: 'Flämisch;Holländisch', gsg: 'Deutsche Gebärdensprache;DGS', grc: 'Altgriechisch', el: 'Neugriechisch', sh: 'Serbokroatisch', de: 'Deutsche Sprache', en: 'Englische Sprache' },
    fr: { zh: 'mandarin', fa: 'farsi', nl: 'flamand', fsl: 'langue des signes française;LSF', ca: 'valencien', ber: 'berbère', ar: 'arabe littéraire;darija' },
    es: { es: 'castellano;lengua castellana', ca: 'valenciano', eu: 'euskera;vasco', zh: 'mandarín;chino mandarín', nl: 'flamenco;holandés', fa: 'farsi' },
    it: { zh: 'mandarino;cinese mandarino', nl: 'fiammingo;olandese', fa: 'farsi', vec: 'veneto' },
    pt: { zh: 'mandarim', es: 'castelhano', nl: 'holandês', fa: 'farsi' },
    nl: { zh: 'Mandarijn', nl: 'Vlaams', fa: 'Farsi', ar: 'Marokkaans-Arabisch' },
    pl: { zh: 'mandaryński', nl: 'holenderski;flamandzki', fa: 'farsi' },
    sv: { zh: 'mandarin', nl: 'holländska', fa: 'farsi' },
    da: { zh: 'mandarin', nl: 'hollandsk', fa: 'farsi' },
    nb: { zh: 'mandarin', nl: 'hollandsk', fa: 'farsi', nb: 'bokmål' },
    fi: { zh: 'mandariini', fa: 'farsi' },
    cs: { en: 'anglický', de: 'německý', fr: 'francouzský', es: 'španělský', it: 'italský', ru: 'ruský', cs: 'český', sk: 'slovenský', pl: 'polský', uk: 'ukrajinský', pt: 'portugalský', nl: 'nizozemský;holandština', hu: 'maďarský', zh: 'mandarínština;čínský', la: 'latinský' },
    sk: { en: 'anglický', de: 'nemecký', fr: 'francúzsky', es: 'španielsky', it: 'taliansky', ru: 'ruský', cs: 'český', sk: 'slovenský', pl: 'poľský', uk: 'ukrajinský', hu: 'maďarský', nl: 'holandčina' },
    ro: { zh: 'mandarină', nl: 'olandeză;flamandă', ro: 'limba română' },
    hu: { zh: 'mandarin', nl: 'flamand' },
    el: { el: 'νέα ελληνικά', zh: 'μανδαρινικά' },
    sl: { en: 'angleški jezik', de: 'nemški jezik', sl: 'slovenski jezik', nl: 'holandščina' },
    bg: { en: 'английски език', de: 'немски език', fr: 'френски език', ru: 'руски език', bg: 'български език', nl: 'холандски', zh: 'мандарин' },
    et: { en: 'inglise keel', de: 'saksa keel', ru: 'vene keel', fi: 'soome keel', et: 'eesti keel', fr: 'prantsuse keel', sv: 'rootsi keel', es: 'hispaania keel' },
    lv: { en: 'angļu valoda', de: 'vācu valoda', ru: 'krievu valoda', lv: 'latviešu valoda', fr: 'franču valoda', es: 'spāņu valoda' },
    lt: { en: 'anglų kalba', de: 'vokiečių kalba', ru: 'rusų kalba', lt: 'lietuvių kalba', fr: 'prancūzų kalba', pl: 'lenkų kalba', es: 'ispanų kalba' },
    mt: { en: 'Ingliż', it: 'Taljan', mt: 'Malti', fr: 'Franċiż', de: 'Ġermaniż', es: 'Spanjol' },
    ga: { en: 'Béarla', ga: 'Gaeilge', fr: 'Fraincis', de: 'Gearmáinis', es: 'Spáinnis' },
    uk: { en: 'англійська мова', de: 'німецька мова', uk: 'українська мова', pl: 'польська мова', ru: 'російська мова' },
    ca: { es: 'castellà', ca: 'valencià', nl: 'holandès' },
    hr: { en: 'engleski jezik', de: 'njemački jezik', hr: 'hrvatski jezik' },
};

const rows = ['# Names of languages: language they are written in ("*": of the language itself), code (ISO 639-1, else 639-3), names; the first is the label.',
    '# Made by tools/knowledge/languages.mjs from CLDR 48.2 (Unicode License v3).'];
for (const locale of locales) {
    const cldr = names(cldrOf[locale] ?? locale);
    const found = new Map();
    const add = (code, name) => {
        if (!name || name.includes(';') || /^[a-z]{2,3}$/.test(name) && name === code) return;
        if (!found.has(code)) found.set(code, new Set());
        found.get(code).add(name);
    };
    for (const code of [...codes, ...longer]) {
        add(code, cldr[code]);
        add(code, cldr[`${code}-alt-long`]);
        add(code, cldr[`${code}-alt-variant`]);
        add(code, cldr[`${code}-alt-menu`]);
    }
    for (const code of varieties) add(variety(code), cldr[code]);
    for (const [code, list] of Object.entries(extra[locale] ?? {})) list.split(';').forEach(name => add(code, name));
    for (const [code, set] of [...found].sort(([a], [b]) => a < b ? -1 : 1)) rows.push(`${locale}\t${code}\t${[...set].join(';')}`);
}
for (const code of [...codes, ...longer]) {
    if (!existsSync(join(process.argv[2], 'main', code, 'languages.json'))) continue;
    const own = names(code)[code];
    if (own && own !== code) rows.push(`*\t${code}\t${own}`);
}
writeFileSync(join(root, 'src/Resumai/Knowledge/Data/languages.tsv'), rows.join('\n') + '\n');
