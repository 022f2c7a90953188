// Prints documents described as JSON with pdfmake (pdfkit), the way builders in the browser do:  node pdfmake.mjs file.json ...
// pdfmake is looked up in node_modules beside this file, or in the folder named by NODE_THEMES.
import { createRequire } from 'module'
import fs from 'fs'
import path from 'path'
const base = process.env.NODE_THEMES || path.dirname(new URL(import.meta.url).pathname)
const require = createRequire(path.join(base, 'package.json'))
let PdfPrinter = require('pdfmake'); PdfPrinter = PdfPrinter.default ?? PdfPrinter
const face = (dir, r, b, i, bi) => ({ normal: `${dir}/${r}`, bold: `${dir}/${b}`, italics: `${dir}/${i}`, bolditalics: `${dir}/${bi}` })
const fonts = { Lato: face('/usr/share/fonts/truetype/lato', 'Lato-Regular.ttf', 'Lato-Bold.ttf', 'Lato-Italic.ttf', 'Lato-BoldItalic.ttf'),
  Liberation: face('/usr/share/fonts/truetype/liberation', 'LiberationSans-Regular.ttf', 'LiberationSans-Bold.ttf', 'LiberationSans-Italic.ttf', 'LiberationSans-BoldItalic.ttf'),
  Serif: face('/usr/share/fonts/truetype/liberation', 'LiberationSerif-Regular.ttf', 'LiberationSerif-Bold.ttf', 'LiberationSerif-Italic.ttf', 'LiberationSerif-BoldItalic.ttf'),
  DejaVu: face('/usr/share/fonts/truetype/dejavu', 'DejaVuSans.ttf', 'DejaVuSans-Bold.ttf', 'DejaVuSans-Oblique.ttf', 'DejaVuSans-BoldOblique.ttf'),
  OpenSans: face('/usr/share/fonts/truetype/open-sans', 'OpenSans-Regular.ttf', 'OpenSans-Bold.ttf', 'OpenSans-Italic.ttf', 'OpenSans-BoldItalic.ttf') }
const printer = typeof PdfPrinter === 'function' ? new PdfPrinter(fonts) : null
if (!printer) { PdfPrinter.setFonts(fonts); PdfPrinter.setUrlAccessPolicy?.(() => false); PdfPrinter.setLocalAccessPolicy?.(() => true) }
for (const file of process.argv.slice(2)) {
  try {
    const doc = JSON.parse(fs.readFileSync(file, 'utf8')), out = file.replace(/\.json$/, '.pdf')
    if (doc.side) doc.background = () => ({ canvas: [doc.side] })
    if (doc.pageFooter) doc.footer = (page, pages) => ({ text: doc.pageFooter.replace('{a}', page).replace('{b}', pages), alignment: 'center', fontSize: 8, color: '#777' })
    if (printer) await new Promise((done, fail) => { const pdf = printer.createPdfKitDocument(doc); pdf.pipe(fs.createWriteStream(out)).on('finish', done).on('error', fail); pdf.end() })
    else await PdfPrinter.createPdf(doc).write(out)
  } catch (e) { console.error(file, String(e.stack ?? e).slice(0, 600)) }
}
