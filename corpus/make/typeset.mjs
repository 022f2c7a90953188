// Compiles every *.typ of a list to PDF with one Typst:  node typeset.mjs file.typ ...
// @myriaddreamin/typst-ts-node-compiler is looked up in node_modules beside this file, or in the folder named by NODE_THEMES.
import { createRequire } from 'module'
import fs from 'fs'
import path from 'path'
const base = process.env.NODE_THEMES || path.dirname(new URL(import.meta.url).pathname)
const { NodeCompiler } = createRequire(path.join(base, 'package.json'))('@myriaddreamin/typst-ts-node-compiler')
const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontPaths: ['/usr/share/fonts', '/usr/share/texmf/fonts/opentype'] }] })
for (const file of process.argv.slice(2)) {
  try { fs.writeFileSync(file.replace(/\.typ$/, '.pdf'), compiler.pdf({ mainFileContent: fs.readFileSync(file, 'utf8') })) } catch (e) { console.error(file, String(e.message ?? e).slice(0, 600)) }
}
