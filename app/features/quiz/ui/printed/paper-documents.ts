import type { Lang } from '#app/kernel/lang.ts';
import type { OfficialDocument } from '#app/kernel/official-document.ts';
import type { PrintedBlock, PrintedDocument, PrintedPart, PrintedQuestion } from '#app/kernel/printed-document.ts';
import { formatDate, formatMark } from '#app/platform/i18n/format.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { PAPER_SECTIONS, type PaperSection } from '../../core/printed/paper-item.ts';
import { en } from '../../messages/paper-document-en.ts';
import { vi } from '../../messages/paper-document-vi.ts';
import type { PaperContent, PaperQuestion } from '../../queries/printed/paper-content.server.ts';

export type PaperHead = OfficialDocument['head'];
export const paperWords = (lang: Lang) => messagesFor(lang, vi, en);
export const headBlock = ({ left, right }: PaperHead): PrintedBlock => ({ kind: 'head', left, right });
export const romans = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const;

/** The sections that are there, in their order. */
export const sectionsOf = (questions: readonly { section: PaperSection }[]): PaperSection[] =>
  PAPER_SECTIONS.filter((section) => questions.some((question) => question.section === section));

/** The papers of a set, each variant a part with its code on every page. */
export function papersDocument(content: PaperContent, head: PaperHead, lang: Lang): PrintedDocument {
  const words = paperWords(lang);
  const { set, variants } = content;
  const [only] = variants;
  return {
    lang,
    title: variants.length === 1 && only ? words.paperFile(set.title, only.code) : words.papersFile(set.title),
    madeAt: set.createdAt,
    parts: variants.map(({ code, questions }) => variantPart(content, { code, questions }, head, lang)),
  };
}

function variantPart(
  { set, instructions }: PaperContent,
  { code, questions }: PaperContent['variants'][number],
  head: PaperHead,
  lang: Lang,
): PrintedPart {
  const words = paperWords(lang);
  const sections = sectionsOf(questions);
  return {
    footer: { name: words.code(code), page: words.page, of: words.of },
    blocks: [
      headBlock(head),
      { kind: 'line', text: words.paperTitle(set.title), size: 14, look: 'bold', align: 'center', before: 10 },
      { kind: 'line', text: words.quiz(set.quizTitle), size: 12, look: 'bold', align: 'center' },
      {
        kind: 'line',
        text: words.time(set.minutes, formatDate(lang, set.heldOn)),
        size: 11,
        look: 'italic',
        align: 'center',
      },
      { kind: 'line', text: words.code(code), size: 14, look: 'bold', align: 'center', before: 4 },
      {
        kind: 'fields',
        fields: [
          { label: words.name, width: 3 },
          { label: words.number, width: 2 },
        ],
      },
      { kind: 'fields', fields: [{ label: words.unit, width: 1 }] },
      ...(instructions.length > 0
        ? [{ kind: 'question' as const, label: '', blocks: instructions, options: [], more: [] }]
        : []),
      ...sections.flatMap((section, at): PrintedBlock[] => [
        ...(sections.length > 1
          ? [
              {
                kind: 'line' as const,
                text: words.part(romans[at] ?? '', words.sections[section]),
                ...{ size: 12, look: 'bold' as const, before: 10, isHeading: true },
              },
            ]
          : []),
        ...questions
          .filter((question) => question.section === section)
          .flatMap((question) => questionBlocks(question, lang)),
      ]),
      { kind: 'line', text: words.end, size: 12, look: 'bold', align: 'center', before: 14 },
      { kind: 'line', text: words.endNote, size: 11, look: 'italic', align: 'center' },
    ],
  };
}

const nameAt = (names: PaperQuestion['optionNames'], at: number): string => {
  if (names === 'number') return `${at + 1})`;
  const letter = String.fromCharCode(65 + at);
  return names === 'small' ? `${letter.toLowerCase()})` : `${letter}.`;
};

function questionBlocks(question: PaperQuestion, lang: Lang): PrintedQuestion[] {
  const words = paperWords(lang);
  const { number, section, maxMark, isMany, blocks, options, optionNames, choices, gaps } = question;
  const mark = section === 'essay' ? [{ text: ` ${words.mark(formatMark(lang, maxMark))}`, isItalic: true }] : [];
  if (isMany) mark.push({ text: ` ${words.many}`, isItalic: true });
  const [first, ...rest] = blocks;
  const stem = first?.kind === 'text' ? [{ ...first, runs: [...first.runs, ...mark] }, ...rest] : blocks;
  const own: PrintedQuestion = {
    ...{ kind: 'question', label: words.question(number), blocks: stem },
    options: options.map((each, at) => ({ label: nameAt(optionNames, at), blocks: each })),
    more: choices.map((each, at) => ({ label: nameAt('capital', at), blocks: each })),
  };
  const gapLists = gaps.map(
    (gap): PrintedQuestion => ({
      ...{ kind: 'question', label: words.gap(gap.number), blocks: [], more: [] },
      options: gap.options.map((each, at) => ({ label: nameAt('capital', at), blocks: each })),
    }),
  );
  return [own, ...gapLists];
}
