/** An element of presentation MathML. */
export interface MathNode {
  name: string;
  attributes: Record<string, string>;
  children: MathNode[];
  text: string;
}

const SIGNS: Record<string, string> = {
  ...{ '×': '\\times ', '÷': '\\div ', '±': '\\pm ', '∓': '\\mp ', '⋅': '\\cdot ', '·': '\\cdot ', '∗': '*', '−': '-' },
  ...{ '≤': '\\le ', '≥': '\\ge ', '≠': '\\ne ', '≈': '\\approx ', '≡': '\\equiv ', '∼': '\\sim ', '∝': '\\propto ' },
  ...{
    '∞': '\\infty ',
    '∑': '\\sum ',
    '∏': '\\prod ',
    '∫': '\\int ',
    '∮': '\\oint ',
    '∂': '\\partial ',
    '∇': '\\nabla ',
  },
  ...{
    '∈': '\\in ',
    '∉': '\\notin ',
    '⊂': '\\subset ',
    '⊆': '\\subseteq ',
    '∪': '\\cup ',
    '∩': '\\cap ',
    '∅': '\\emptyset ',
  },
  ...{ '→': '\\to ', '⇒': '\\Rightarrow ', '⇔': '\\Leftrightarrow ', '←': '\\leftarrow ', '↔': '\\leftrightarrow ' },
  ...{
    '∀': '\\forall ',
    '∃': '\\exists ',
    '∧': '\\land ',
    '∨': '\\lor ',
    '¬': '\\lnot ',
    '∠': '\\angle ',
    '⊥': '\\perp ',
  },
  ...{ '°': '^\\circ ', '∥': '\\parallel ', '…': '\\dots ', '⋯': '\\cdots ', '′': "'", '∘': '\\circ ', '√': '\\surd ' },
  ...{ α: '\\alpha ', β: '\\beta ', γ: '\\gamma ', δ: '\\delta ', ε: '\\varepsilon ', η: '\\eta ' },
  ...{ θ: '\\theta ', λ: '\\lambda ', μ: '\\mu ', π: '\\pi ', ρ: '\\rho ', σ: '\\sigma ', τ: '\\tau ' },
  ...{ φ: '\\varphi ', ϕ: '\\phi ', χ: '\\chi ', ψ: '\\psi ', ω: '\\omega ', ξ: '\\xi ', ν: '\\nu ' },
  ...{ Δ: '\\Delta ', Γ: '\\Gamma ', Λ: '\\Lambda ', Π: '\\Pi ', Σ: '\\Sigma ', Φ: '\\Phi ', Ψ: '\\Psi ' },
  ...{ Ω: '\\Omega ', Θ: '\\Theta ', '{': '\\{', '}': '\\}', '%': '\\%', '#': '\\#', '&': '\\&', _: '\\_' },
  ...{
    $: '\\text{\\textdollar}',
    '\\': '\\backslash ',
    '~': '\\sim ',
    '^': '\\hat{}',
    '\u2061': '',
    '\u2062': '',
    '\u2063': '',
  },
};
const ACCENTS: Record<string, string> = {
  ...{ '→': 'vec', '⃗': 'vec', '¯': 'overline', '‾': 'overline', _: 'overline', '^': 'hat', '˜': 'tilde', '~': 'tilde' },
  ...{ '˙': 'dot', '¨': 'ddot', '⏞': 'overbrace', '⌢': 'widehat' },
};
const FUNCTIONS = /^(sin|cos|tan|cot|sec|csc|arcsin|arccos|arctan|log|ln|lg|exp|lim|max|min|det|dim|gcd|deg|sup|inf)$/;
const TRANSPARENT = new Set(['math', 'mrow', 'mstyle', 'mpadded', 'semantics', 'mphantom', 'merror', 'menclose']);

/** Presentation MathML as LaTeX; null where an element of it has no word there. */
export function latexOfMathml(node: MathNode): string | null {
  try {
    return latexOf(node).replace(/ +/g, ' ').trim();
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}

class Unknown extends Error {}

function latexOf(node: MathNode): string {
  const { name, children, attributes } = node;
  const text = node.text.replace(/\s+/g, ' ').trim();
  if (TRANSPARENT.has(name)) return children.map(latexOf).join('');
  const child = (index: number) => {
    const one = children[index];
    if (!one) throw new Unknown();
    return latexOf(one);
  };
  const base = () => (children[0]?.children.length ? `{${child(0)}}` : child(0));
  switch (name) {
    case 'mn':
      return signs(text);
    case 'mi':
      if (FUNCTIONS.test(text)) return `\\${text} `;
      return [...text].length > 1 ? `\\mathrm{${signs(text)}}` : signs(text);
    case 'mo':
      if (FUNCTIONS.test(text)) return `\\${text} `;
      return signs(text);
    case 'mtext':
    case 'ms':
      return text === '' ? '\\ ' : `\\text{${text.replace(/[\\{}$%#&_^~]/g, ' ')}}`;
    case 'mspace':
      return '\\ ';
    case 'msup':
      return `${base()}^{${child(1)}}`;
    case 'msub':
      return `${base()}_{${child(1)}}`;
    case 'msubsup':
    case 'munderover':
      return `${base()}_{${child(1)}}^{${child(2)}}`;
    case 'mfrac':
      return `\\frac{${child(0)}}{${child(1)}}`;
    case 'msqrt':
      return `\\sqrt{${children.map(latexOf).join('')}}`;
    case 'mroot':
      return `\\sqrt[${child(1)}]{${child(0)}}`;
    case 'mover': {
      const accent = ACCENTS[children[1]?.text.trim() ?? ''];
      return accent ? `\\${accent}{${child(0)}}` : `\\overset{${child(1)}}{${child(0)}}`;
    }
    case 'munder':
      return /^\\(lim|max|min|sup|inf|sum|prod)/.test(child(0))
        ? `${child(0).trim()}_{${child(1)}}`
        : `\\underset{${child(1)}}{${child(0)}}`;
    case 'mfenced': {
      const { open = '(', close = ')' } = attributes;
      return `\\left${fence(open)}${children.map(latexOf).join(',')}\\right${fence(close)}`;
    }
    case 'mtable':
      return `\\begin{matrix}${children.map(latexOf).join('\\\\ ')}\\end{matrix}`;
    case 'mtr':
      return children.map(latexOf).join(' & ');
    case 'mtd':
      return children.map(latexOf).join('');
    case 'annotation':
    case 'annotation-xml':
    case 'none':
    case 'mprescripts':
      return '';
    default:
      throw new Unknown();
  }
}

const signs = (text: string): string => [...text].map((sign) => SIGNS[sign] ?? sign).join('');

const fence = (sign: string): string => (sign === '' ? '.' : /[{}]/.test(sign) ? `\\${sign}` : `${sign}`);
