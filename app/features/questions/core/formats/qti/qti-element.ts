import { renameBlankMarks } from '../../blank-marks.ts';
import { plainText } from '../../plain-text.ts';
import type { QuestionBody } from '../../question.ts';
import type { PrintQuestion } from '../print-question.ts';
import { TRUTH_WORDS } from '../truth-words.ts';
import { xmlTag as tag, xmlAttribute } from '../xml/write-xml.ts';
import type { ItemParts } from './item-parts.ts';
import { choiceParts, matchParts, orderingParts } from './print-choices.ts';
import { blanksParts, essayParts, numericalParts, shortAnswerParts } from './print-typed.ts';
import type { Entry } from './qti-rules.ts';
import { QtiWords, type SourceOf } from './qti-words.ts';

const NAMESPACES = {
  xmlns: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://www.imsglobal.org/xsd/imsqtiasi_v3p0 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd',
};
const TITLE = 80;

/** A question as an item of QTI 3, in QTI's own words only. */
export function qtiElement(
  question: PrintQuestion,
  { identifier, sourceOf }: { identifier: string; sourceOf: SourceOf },
): string {
  const { body, explanation } = question;
  const words = new QtiWords(sourceOf);
  const { declarations, content, rules, most, said = [] } = partsOf(words, body, explanation !== '');
  const isMarkedByHand = body.type === 'essay';
  const score = tag(
    'qti-outcome-declaration',
    {
      ...{
        identifier: 'SCORE',
        cardinality: 'single',
        'base-type': 'float',
        'normal-maximum': most === null ? undefined : String(most),
      },
      'external-scored': isMarkedByHand ? 'human' : undefined,
    },
    '\n<qti-default-value><qti-value>0</qti-value></qti-default-value>\n',
  );
  const shown =
    explanation === '' ? '' : '\n<qti-default-value><qti-value>explanation</qti-value></qti-default-value>\n';
  const hasFeedback = explanation !== '' || said.length > 0;
  const outcome = hasFeedback
    ? [
        tag(
          'qti-outcome-declaration',
          { identifier: 'FEEDBACK', cardinality: 'multiple', 'base-type': 'identifier' },
          shown,
        ),
      ]
    : [];
  const modal = (id: string, text: string) =>
    tag(
      'qti-modal-feedback',
      { 'outcome-identifier': 'FEEDBACK', identifier: id, 'show-hide': 'show' },
      tag('qti-content-body', {}, words.block(text)),
    );
  return [
    `<qti-assessment-item${attributesOf({ ...NAMESPACES, identifier, title: titleOf(question), adaptive: 'false', 'time-dependent': 'false', 'xml:lang': 'vi' })}>`,
    ...declarations,
    score,
    ...outcome,
    `<qti-item-body>\n${content}\n</qti-item-body>`,
    ...(rules === '' ? [] : [rules]),
    ...(explanation === '' ? [] : [modal('explanation', explanation)]),
    '</qti-assessment-item>',
  ].join('\n');
}

const attributesOf = (attributes: Record<string, string>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlAttribute(value)}"`)
    .join('');

/** QTI wants a title for every item: for want of one the first words. */
function titleOf({ title, body }: PrintQuestion): string {
  if (title !== '') return title;
  const words = plainText(body.type === 'blanks' ? renameMarks(body.stem) : body.stem);
  return words.length > TITLE ? `${words.slice(0, TITLE - 1).trim()}…` : words;
}

const renameMarks = (stem: string): string => renameBlankMarks(stem, () => '').replace(/\{\{\}\}/g, '…');

/** What the item is made of, by the type of the question; `said`: the choices that something is said of. */
function partsOf(words: QtiWords, body: QuestionBody, hasExplanation: boolean): ItemParts & { said?: string[] } {
  switch (body.type) {
    case 'single':
      return choiceParts(words, body.stem, body.options, [body.correct], { hasExplanation, most: 1 });
    case 'multiple': {
      const entries = body.correct.map((id): Entry => [id, 1]);
      const isWhole = body.scoring === 'all-or-nothing';
      const mapping = isWhole ? null : { entries, other: body.scoring === 'right-minus-wrong' ? -1 : 0 };
      return choiceParts(words, body.stem, body.options, body.correct, {
        hasExplanation,
        most: isWhole ? 1 : entries.length,
        mapping,
      });
    }
    case 'true-false': {
      const { feedbackTrue, feedbackFalse } = body;
      const options = [
        { id: 'true', text: TRUTH_WORDS.true, ...(feedbackTrue && { feedback: feedbackTrue }) },
        { id: 'false', text: TRUTH_WORDS.false, ...(feedbackFalse && { feedback: feedbackFalse }) },
      ];
      return choiceParts(words, body.stem, options, [String(body.answer)], {
        hasExplanation,
        most: 1,
        isOrdered: true,
      });
    }
    case 'cluster': {
      const targets = [
        { id: 'true', text: TRUTH_WORDS.true },
        { id: 'false', text: TRUTH_WORDS.false },
      ];
      const pairs = body.statements.map(({ id, answer }): [string, string] => [id, String(answer)]);
      return matchParts(words, body.stem, { sources: body.statements, targets, pairs, scoring: body.scoring });
    }
    case 'matching': {
      const pairs = body.prompts.map(({ id }): [string, string] => [id, body.pairs[id] ?? '']);
      return matchParts(words, body.stem, {
        sources: body.prompts,
        targets: body.choices,
        pairs,
        scoring: body.scoring,
      });
    }
    case 'ordering':
      return orderingParts(words, body);
    case 'short-answer':
      return shortAnswerParts(words, body);
    case 'numerical':
      return numericalParts(words, body);
    case 'blanks':
      return blanksParts(words, body);
    case 'essay':
      return essayParts(words, body);
  }
}
