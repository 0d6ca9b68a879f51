import { seededRandom } from '#app/kernel/seeded-random.ts';
import { plainText } from '../../core/plain-text.ts';
import type { PresentedText, QuestionBody } from '../../core/question.ts';
import { displayOrder, presentQuestion } from '../../core/question-types.ts';
import type { QuestionPreview } from '../../queries/question-preview.server.ts';
import { type Pictures, renderShort, renderShortInline } from './render-short.ts';

/** A question as a learner sees it, drawn where it is typed: the same parts as the server's preview. */
export function previewInBrowser(body: QuestionBody, explanation: string, pictures: Pictures): QuestionPreview {
  const order = displayOrder(body, seededRandom('preview'), { shuffle: false });
  const { stem, options = [], statements, prompts, choices, items, blanks, ...rest } = presentQuestion(body, order);
  const lines = (texts: readonly PresentedText[]) => texts.map(({ text }) => renderShortInline(text, pictures));
  const { units, limits, criteria } = rest;
  return {
    type: body.type,
    stemHtml: renderShort(stem, pictures).replace(
      /\{\{(\d{1,2})\}\}/g,
      (_, position) => `<b>(${Number(position) + 1}) ……</b>`,
    ),
    optionsHtml: lines(options),
    ...(statements && { statementsHtml: lines(statements) }),
    ...(prompts && { promptsHtml: lines(prompts) }),
    ...(choices && { choicesHtml: lines(choices) }),
    ...(items && { itemsHtml: lines(items) }),
    ...(blanks && {
      blanks: blanks.map(({ kind, options: offered = [] }) => ({
        kind,
        options: offered.map(({ text }) => plainText(text)),
      })),
    }),
    ...(units && { units }),
    ...(limits && { limits }),
    ...(criteria && { criteria }),
    explanationHtml: renderShort(explanation, pictures),
    hints: [],
  };
}
