import { escapeMarkdown } from './escape-markdown.ts';

/** A stretch of words with its looks; or Markdown that stands as it is. */
export interface StyledText {
  text: string;
  isBold?: boolean | undefined;
  isItalic?: boolean | undefined;
  isStruck?: boolean | undefined;
  script?: 'up' | 'down' | undefined;
  isMarkdown?: boolean | undefined;
}

/** Words with looks as Markdown: each mark stands where it opens or closes something, and gaps are one space. */
export function stylesToMarkdown(words: readonly StyledText[]): string {
  // Most texts are one stretch without a look.
  const [only] = words;
  if (only && words.length === 1 && !only.isMarkdown && !only.script && signsOf(only) === '')
    return withSingleGaps(escapeMarkdown(only.text.trim()));
  const shown = joined(words);
  return withSingleGaps(shown.map((one, at) => marked(one, shown[at - 1], shown[at + 1])).join('')).trim();
}

const withSingleGaps = (text: string): string => (/\t| {2}/.test(text) ? text.replace(/(?<=\S)[ \t]+/g, ' ') : text);

const signsOf = ({ isBold, isItalic, isStruck }: StyledText): string =>
  (isStruck ? '~~' : '') + (isBold ? '**' : '') + (isItalic ? '*' : '');

/** Neighbours that read alike as one: two marks side by side would be none. A space takes the look of what is around it. */
function joined(runs: readonly StyledText[]): StyledText[] {
  const list: StyledText[] = [];
  for (const run of runs) {
    const last = list.at(-1);
    const isAlike = last && !last.isMarkdown && !run.isMarkdown && last.script === run.script;
    if (isAlike && (signsOf(last) === signsOf(run) || run.text.trim() === '')) last.text += run.text;
    else list.push({ ...run });
  }
  return list;
}

function marked(run: StyledText, before: StyledText | undefined, after: StyledText | undefined): string {
  if (run.isMarkdown) return run.text;
  const sign = signsOf(run);
  const core = run.text.trim();
  if (core === '') return run.text;
  const at = run.text.indexOf(core);
  const [head, tail] = [run.text.slice(0, at), run.text.slice(at + core.length)];
  const script = run.script === 'up' ? '^' : run.script === 'down' ? '~' : '';
  if (script !== '') return `${head}${script}${escapeMarkdown(core).replace(/\s+/g, '\\ ')}${script}${tail}`;
  if (sign === '') return `${head}${escapeMarkdown(core)}${tail}`;
  // A mark between a sign and a letter opens or closes nothing: the sign stays outside.
  const opens =
    head === '' && /[\p{L}\p{N}]$/u.test(before?.text ?? '') ? (/^[\p{P}\p{S}]+/u.exec(core)?.[0] ?? '') : '';
  const rest = core.slice(opens.length);
  const closes =
    tail === '' && /^[\p{L}\p{N}]/u.test(after?.text ?? '') ? (/[\p{P}\p{S}]+$/u.exec(rest)?.[0] ?? '') : '';
  const within = rest.slice(0, rest.length - closes.length);
  if (within.trim() === '') return `${head}${escapeMarkdown(core)}${tail}`;
  return `${head}${escapeMarkdown(opens)}${sign}${escapeMarkdown(within)}${mirrored(sign)}${escapeMarkdown(closes)}${tail}`;
}

const mirrored = (sign: string): string => (sign.match(/\*+|~~/g) ?? []).reverse().join('');
