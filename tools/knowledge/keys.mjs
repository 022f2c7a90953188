// The form in which the compiled tables are compared; the parser's LookupKey does the same.
const SPECIAL = { 'ß': 'ss', 'ł': 'l', 'ø': 'o', 'æ': 'ae', 'œ': 'oe', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ı': 'i', 'ς': 'σ', '’': "'", '‘': "'" };

const fold = text => text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[ßłøæœđðþıς’‘]/g, c => SPECIAL[c]);

/** Folded words joined by single spaces: "Saint-Étienne" and "saint etienne", "CI/CD" and "ci cd" are one; ".net" keeps its full stop. */
export const key = text => fold(text)
  .replace(/[^\p{L}\p{Nd}+#&'.·*@%]+/gu, ' ').split(' ')
  .map(word => word.replace(/[.']+$/, '').replace(/^'+/, '').replace(/^\.+(?=\.)/, ''))
  .filter(word => /[\p{L}\p{Nd}+#&*@%]/u.test(word)).join(' ');
