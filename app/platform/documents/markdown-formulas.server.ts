import type MarkdownIt from 'markdown-it';
import temml from 'temml';
import { addFormulaRules } from '#app/kernel/markdown/formula-rules.ts';

/** Formulas as MathML that the browser draws by itself; see `addFormulaRules`. */
export const formulas = (markdown: MarkdownIt): void => addFormulaRules(markdown, mathml);

/** A formula as MathML; null where it is none. */
function mathml(latex: string, isBlock: boolean): string | null {
  try {
    return temml.renderToString(latex, {
      ...{ displayMode: isBlock, throwOnError: true, strict: false, trust: false },
      ...{ maxExpand: 200, maxSize: [20, 20] as [number, number], annotate: false, xml: false },
    });
  } catch {
    // Also where the formula is nested so deep that its reader gives up.
    return null;
  }
}
