import { child, settingOf, type XmlNode } from './xml-tree.ts';

/** A formula of Word as LaTeX; `lost` names the elements that it has no word for (what is inside them is kept). */
export function latexOf(formula: XmlNode): { latex: string; lost: string[] } {
  const lost = new Set<string>();
  const latex = inside(formula, lost).replace(/\s+/g, ' ').trim();
  return { latex, lost: [...lost] };
}

type Lost = Set<string>;

const inside = (node: XmlNode | undefined, lost: Lost): string =>
  (node?.children ?? []).map((one) => written(one, lost)).join('');
const part = (node: XmlNode, name: string, lost: Lost): string => `{${inside(child(node, name), lost).trim()}}`;
const setting = (node: XmlNode, name: string): string | undefined => settingOf(child(node, `${node.name}Pr`), name);

const ACCENTS: Record<string, string> = {
  '\u0302': '\\hat',
  '\u0303': '\\tilde',
  '\u0304': '\\bar',
  '\u0305': '\\overline',
  '\u0307': '\\dot',
  '\u0308': '\\ddot',
  '\u030c': '\\check',
  '\u0306': '\\breve',
  '\u0301': '\\acute',
  '\u0300': '\\grave',
  '\u20d7': '\\vec',
  '\u20d6': '\\overleftarrow',
};
const LARGE: Record<string, string> = {
  '∑': '\\sum',
  '∏': '\\prod',
  '∐': '\\coprod',
  '∫': '\\int',
  '∬': '\\iint',
  '∭': '\\iiint',
  '∮': '\\oint',
  '⋃': '\\bigcup',
  '⋂': '\\bigcap',
  '⋁': '\\bigvee',
  '⋀': '\\bigwedge',
};
const FENCES: Record<string, string> = {
  '': '.',
  '{': '\\{',
  '}': '\\}',
  '|': '\\vert ',
  '‖': '\\Vert ',
  '⟨': '\\langle ',
  '⟩': '\\rangle ',
  '⌊': '\\lfloor ',
  '⌋': '\\rfloor ',
  '⌈': '\\lceil ',
  '⌉': '\\rceil ',
};
const FUNCTIONS =
  /^(sin|cos|tan|cot|sec|csc|arcsin|arccos|arctan|sinh|cosh|tanh|log|ln|lg|lim|max|min|sup|inf|det|exp|gcd)$/;
const SIGNS: Record<string, string> = {
  '\\': '\\backslash ',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '^': '\\hat{}',
  '~': '\\sim ',
  '|': '\\vert ',
  '`': "'",
  '×': '\\times ',
  '÷': '\\div ',
  '±': '\\pm ',
  '∓': '\\mp ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≠': '\\ne ',
  '≈': '\\approx ',
  '≡': '\\equiv ',
  '∞': '\\infty ',
  '→': '\\to ',
  '⇒': '\\Rightarrow ',
  '⇔': '\\Leftrightarrow ',
  '∈': '\\in ',
  '∉': '\\notin ',
  '⊂': '\\subset ',
  '∪': '\\cup ',
  '∩': '\\cap ',
  '∅': '\\emptyset ',
  '∀': '\\forall ',
  '∃': '\\exists ',
  '·': '\\cdot ',
  '⋅': '\\cdot ',
  '°': '^{\\circ}',
  '…': '\\dots ',
  '−': '-',
  '∂': '\\partial ',
  '∇': '\\nabla ',
  '√': '\\surd ',
  '⊥': '\\perp ',
  '∥': '\\parallel ',
  '∠': '\\angle ',
  '△': '\\triangle ',
};
const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );
for (const [index, name] of GREEK.entries()) {
  SIGNS[String.fromCharCode(0x3b1 + index)] = name === 'omicron' ? 'o' : `\\${name} `;
  if (/^(gamma|delta|theta|lambda|xi|pi|sigma|upsilon|phi|psi|omega)$/.test(name)) {
    SIGNS[String.fromCharCode(0x391 + index)] = `\\${name[0]!.toUpperCase()}${name.slice(1)} `;
  }
}
SIGNS.ϵ = '\\epsilon ';
SIGNS.ε = '\\varepsilon ';
SIGNS.ϕ = '\\phi ';
SIGNS.φ = '\\varphi ';

function letters(text: string): string {
  let latex = '';
  for (const written of text.normalize('NFC')) {
    // Word writes the slanted letters of formulas as letters of their own.
    const letter = /[\u{1d400}-\u{1d7ff}ℎ]/u.test(written) ? written.normalize('NFKC') : written;
    latex += SIGNS[letter] ?? letter;
  }
  return latex;
}

function run(node: XmlNode): string {
  const text = node.children.map((one) => (one.name === 't' ? one.text : '')).join('');
  const properties = node.children.filter(({ name }) => name === 'rPr');
  const isPlain = properties.some((one) => settingOf(one, 'sty') === 'p' || child(one, 'nor'));
  if (FUNCTIONS.test(text.trim())) return `\\${text.trim()} `;
  // Words with marks are words, whatever Word thinks of them.
  const isWords = /[\p{L}]{2}/u.test(text) && (isPlain || /[^\p{ASCII}]/u.test(text.replace(/[\p{Sm}Ͱ-Ͽ]/gu, '')));
  return isWords ? `\\text{${text.replace(/[\\{}$%&#_^~]/g, '')}}` : letters(text);
}

function written(node: XmlNode, lost: Lost): string {
  const { name } = node;
  const at = (one: string) => part(node, one, lost);
  switch (name) {
    case 'r':
      return run(node);
    case 'f': {
      const kind = setting(node, 'type');
      if (kind === 'lin' || kind === 'skw') return `${at('num')}/${at('den')}`;
      return kind === 'noBar' ? `\\binom${at('num')}${at('den')}` : `\\frac${at('num')}${at('den')}`;
    }
    case 'sSup':
      return `${at('e')}^${at('sup')}`;
    case 'sSub':
      return `${at('e')}_${at('sub')}`;
    case 'sSubSup':
      return `${at('e')}_${at('sub')}^${at('sup')}`;
    case 'sPre':
      return `{}_${at('sub')}^${at('sup')}${at('e')}`;
    case 'rad': {
      const degree = at('deg');
      return degree === '{}' ? `\\sqrt${at('e')}` : `\\sqrt[${degree}]${at('e')}`;
    }
    case 'nary': {
      const sign = setting(node, 'chr') ?? '∫';
      const [sub, sup] = [at('sub'), at('sup')];
      const limits = `${sub === '{}' ? '' : `_${sub}`}${sup === '{}' ? '' : `^${sup}`}`;
      return `${LARGE[sign] ?? letters(sign)}${limits}${at('e')}`;
    }
    case 'd': {
      const [open, close] = [setting(node, 'begChr') ?? '(', setting(node, 'endChr') ?? ')'];
      const choose = open === '(' && close === ')' ? binomialIn(node) : undefined;
      if (choose) return written(choose, lost);
      const parts = node.children.filter((one) => one.name === 'e').map((one) => inside(one, lost).trim());
      const separator = FENCES[setting(node, 'sepChr') ?? '|'] ?? setting(node, 'sepChr')!;
      return `\\left${FENCES[open] ?? open}${parts.join(separator)}\\right${FENCES[close] ?? close}`;
    }
    case 'func':
      return `${inside(child(node, 'fName'), lost).trim()} ${at('e')}`;
    case 'limLow':
      return `{${inside(child(node, 'e'), lost).trim()}}_${at('lim')}`.replace(
        /^\{(\\(?:lim|max|min|sup|inf))\}/,
        '$1',
      );
    case 'limUpp':
      return `\\overset${at('lim')}${at('e')}`;
    case 'acc':
      return `${ACCENTS[setting(node, 'chr') ?? '\u0302'] ?? '\\hat'}${at('e')}`;
    case 'bar':
      return `${setting(node, 'pos') === 'top' ? '\\overline' : '\\underline'}${at('e')}`;
    case 'groupChr':
      return `${setting(node, 'pos') === 'top' ? '\\overbrace' : '\\underbrace'}${at('e')}`;
    case 'eqArr':
      return `\\begin{aligned}${rows(node, lost)}\\end{aligned}`;
    case 'm':
      return `\\begin{matrix}${matrix(node, lost)}\\end{matrix}`;
    case 'borderBox':
      return `\\boxed${at('e')}`;
    case 'oMath':
    case 'oMathPara':
    case 'box':
    case 'e':
    case 'phant':
    case 'ins':
    case 'smartTag':
    case 'sdt':
    case 'sdtContent':
      return inside(node, lost);
    default:
      if (name.endsWith('Pr') || name === 'bookmarkStart' || name === 'bookmarkEnd' || name === 'del') return '';
      lost.add(name);
      return inside(node, lost);
  }
}

/** One number above another between round brackets, which \\binom has of its own. */
function binomialIn(node: XmlNode): XmlNode | undefined {
  const [only, ...more] = node.children.filter(({ name }) => name === 'e');
  const fraction = more.length === 0 && only?.children.length === 1 ? child(only, 'f') : undefined;
  return fraction && setting(fraction, 'type') === 'noBar' ? fraction : undefined;
}

const rows = (node: XmlNode, lost: Lost): string =>
  node.children
    .filter(({ name }) => name === 'e')
    .map((one) => inside(one, lost).trim().replaceAll('\\&', '&'))
    .join(' \\\\ ');

const matrix = (node: XmlNode, lost: Lost): string =>
  node.children
    .filter(({ name }) => name === 'mr')
    .map((row) => row.children.map((one) => inside(one, lost).trim()).join(' & '))
    .join(' \\\\ ');
