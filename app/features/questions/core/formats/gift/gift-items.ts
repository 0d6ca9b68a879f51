import { type FormatProblem, problemAt } from '../read-question.ts';
import { readGiftAnswers } from './gift-answers.ts';
import type { GiftItem } from './gift-item.ts';
import { giftText, showEscapes } from './gift-text.ts';
import { type GiftPiece, splitGift } from './split-gift.ts';

/** Everything that a GIFT file says, as it says it, and what of it could not be read. */
export function readGiftItems(source: string): { items: GiftItem[]; problems: FormatProblem[] } {
  const { pieces, problems } = splitGift(source);
  const items: GiftItem[] = [];
  for (const piece of pieces) {
    const read = readItem(piece);
    if ('problem' in read) {
      const text = showEscapes(piece.text);
      problems.push(problemAt('error', read.problem, { line: piece.line, text }));
    } else items.push(read);
  }
  return { items, problems: problems.sort((a, b) => a.line - b.line) };
}

const TITLE = /^\s*::([\s\S]*?)::/;

function readItem({
  text,
  line,
  untilLine,
  id,
  tags,
  category,
}: GiftPiece): GiftItem | { problem: FormatProblem['code'] } {
  const named = TITLE.exec(text);
  const title = named ? showEscapes(named[1]!.replace(/\s*\n\s*/g, ' ').trim()) : null;
  const rest = named ? text.slice(named[0].length) : text;
  const from = rest.indexOf('{');
  const until = rest.lastIndexOf('}');
  const common = { line, untilLine, id, tags, title, category };
  if (from < 0) {
    if (until >= 0) return { problem: 'stray-brace' };
    const stem = giftText(rest);
    return { ...common, stem, isEmbedded: false, answers: { type: 'description' }, generalFeedback: null };
  }
  if (until < from) return { problem: 'stray-brace' };
  const head = rest.slice(0, from);
  const tail = rest.slice(until + 1);
  const isEmbedded = tail.trim() !== '';
  const stem = giftText(isEmbedded ? `${head.trimEnd()} _____ ${tail.trimStart()}` : head);
  const read = readGiftAnswers(rest.slice(from + 1, until), stem.format);
  if ('problem' in read) return read;
  return { ...common, stem, isEmbedded, answers: read.answers, generalFeedback: read.general };
}
