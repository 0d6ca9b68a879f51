import temml from 'temml';
import { blankMarks, renameBlankMarks } from '../../blank-marks.ts';
import { plainText } from '../../plain-text.ts';
import type { Blank, BlanksBody, NumericalBody, QuestionBody, QuestionOption } from '../../question.ts';
import { letterId } from '../letter-ids.ts';
import { type HtmlWords, markdownToHtml } from '../markdown-to-html.ts';
import type { PrintQuestion } from '../print-question.ts';
import { TRUTH_WORDS } from '../truth-words.ts';
import { xmlTag as tag, xmlAttribute, xmlText } from '../xml/write-xml.ts';
import {
  addForEqual,
  addMapped,
  correctOf,
  declare,
  type Entry,
  feedbackRule,
  mappingOf,
  matchRule,
  processing,
  scoreForEqual,
  template,
} from './qti-rules.ts';

/** Where a file of the package lies for an item. */
export type SourceOf = (name: string) => string | null;

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
  const writer = new ItemWriter(sourceOf);
  const { declarations, content, rules, most } = writer.parts(body, explanation !== '');
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
  const hasFeedback = explanation !== '' || writer.said.length > 0;
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
      tag('qti-content-body', {}, writer.block(text)),
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

interface ItemParts {
  declarations: string[];
  content: string;
  rules: string;
  /** The most that the item's own points come to; null where it says none. */
  most: number | null;
}

class ItemWriter {
  /** Identifiers of the choices that something is said of. */
  readonly said: string[] = [];
  readonly #words: HtmlWords;

  constructor(sourceOf: SourceOf) {
    this.#words = {
      formula: (latex, isBlock) => mathOf(latex, isBlock),
      sourceOf: (address) => (address.startsWith('attached:') ? sourceOf(address.slice('attached:'.length)) : null),
      struck: 'span class="qti-strikethrough"',
    };
  }

  html(markdown: string): string {
    // What XML cannot hold is left out of the words; the extras have it.
    return cleaned(markdownToHtml(markdown, this.#words));
  }

  block(markdown: string): string {
    const html = this.html(markdown);
    return /^<(p|ul|ol|table|pre|blockquote|hr)[\s>/]/.test(html) ? html : `<p>${html}</p>`;
  }

  parts(body: QuestionBody, hasExplanation: boolean): ItemParts {
    switch (body.type) {
      case 'single':
        return this.#choice(body.stem, body.options, [body.correct], { hasExplanation, most: 1 });
      case 'multiple': {
        const entries = body.correct.map((id): Entry => [id, 1]);
        const isWhole = body.scoring === 'all-or-nothing';
        const mapping = isWhole ? null : { entries, other: body.scoring === 'right-minus-wrong' ? -1 : 0 };
        return this.#choice(body.stem, body.options, body.correct, {
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
        return this.#choice(body.stem, options, [String(body.answer)], { hasExplanation, most: 1, isOrdered: true });
      }
      case 'cluster': {
        const targets = [
          { id: 'true', text: TRUTH_WORDS.true },
          { id: 'false', text: TRUTH_WORDS.false },
        ];
        const pairs = body.statements.map(({ id, answer }): [string, string] => [id, String(answer)]);
        return this.#match(body.stem, { sources: body.statements, targets, pairs, scoring: body.scoring });
      }
      case 'matching': {
        const pairs = body.prompts.map(({ id }): [string, string] => [id, body.pairs[id] ?? '']);
        return this.#match(body.stem, { sources: body.prompts, targets: body.choices, pairs, scoring: body.scoring });
      }
      case 'ordering': {
        const ids = lawfulIds(body.items);
        const choices = body.items.map(({ id, text }) =>
          tag('qti-simple-choice', { identifier: ids.get(id)! }, this.html(text)),
        );
        // The order of the file is the key, which nobody is to read off the page.
        const shown = [...choices].sort((a, b) => hashOf(a) - hashOf(b));
        return {
          declarations: [
            declare('RESPONSE', 'ordered', 'identifier', correctOf(body.items.map(({ id }) => ids.get(id)!))),
          ],
          content: `${this.#stem(body.stem)}\n${tag('qti-order-interaction', { 'response-identifier': 'RESPONSE', shuffle: 'true' }, `\n${shown.join('\n')}\n`)}`,
          rules: template('match_correct'),
          most: 1,
        };
      }
      case 'short-answer': {
        const { answers, matching } = body;
        const mapping = mappingOf(
          answers.map(({ text, fraction }) => [text, fraction]),
          { other: 0, isCased: matching.case },
        );
        const best = answers
          .filter(({ fraction }) => fraction === 1)
          .slice(0, 1)
          .map(({ text }) => text);
        return {
          declarations: [declare('RESPONSE', 'single', 'string', correctOf(best) + mapping)],
          content: `${this.#stem(body.stem)}\n<p>${gap('RESPONSE')}</p>`,
          rules: template('map_response'),
          most: 1,
        };
      }
      case 'numerical':
        return {
          declarations: [declare('RESPONSE', 'single', 'float', correctOf([String(bestOf(body.answers).value)]))],
          content: `${this.#stem(body.stem)}\n<p>${gap('RESPONSE', unitsOf(body))}</p>`,
          rules: processing([scoreForEqual('RESPONSE', body.answers)]),
          most: 1,
        };
      case 'blanks':
        return this.#blanks(body);
      case 'essay': {
        const { minWords, maxWords, maxFiles, markerNotes, rubric } = body;
        const criteria = rubric.map(
          ({ text, levels }) =>
            `<li>${this.html(text)}<ul>${levels.map((level) => `<li>${level.points}: ${this.html(level.text)}</li>`).join('')}</ul></li>`,
        );
        const notes = `${markerNotes === '' ? '' : this.block(markerNotes)}${criteria.length > 0 ? `<ul>${criteria.join('')}</ul>` : ''}`;
        const block =
          notes === ''
            ? ''
            : `\n${tag('qti-rubric-block', { view: 'scorer', use: 'scoring' }, tag('qti-content-body', {}, notes))}`;
        const written = tag('qti-extended-text-interaction', {
          'response-identifier': 'RESPONSE',
          'min-strings': minWords > 0 ? '1' : undefined,
          'expected-length': maxWords > 0 ? String(maxWords * 6) : undefined,
        });
        const files = maxFiles > 0 ? `\n${tag('qti-upload-interaction', { 'response-identifier': 'FILES' })}` : '';
        return {
          declarations: [
            declare('RESPONSE', 'single', 'string', ''),
            ...(maxFiles > 0 ? [declare('FILES', maxFiles > 1 ? 'multiple' : 'single', 'file', '')] : []),
          ],
          content: `${this.#stem(body.stem)}${block}\n${written}${files}`,
          rules: '',
          most: null,
        };
      }
    }
  }

  #stem(markdown: string): string {
    return `<div>${this.block(markdown)}</div>`;
  }

  #choice(
    stem: string,
    options: readonly QuestionOption[],
    correct: readonly string[],
    {
      hasExplanation,
      most,
      mapping = null,
      isOrdered = false,
    }: {
      hasExplanation: boolean;
      most: number;
      mapping?: { entries: Entry[]; other: number } | null;
      isOrdered?: boolean;
    },
  ): ItemParts {
    const ids = lawfulIds(options);
    const isSeveral = options.length > 0 && most > 1 ? true : mapping !== null || correct.length > 1;
    const choices = options.map(({ id, text, fixed, feedback }) => {
      if (feedback) this.said.push(ids.get(id)!);
      const said = feedback
        ? tag(
            'qti-feedback-inline',
            { 'outcome-identifier': 'FEEDBACK', identifier: ids.get(id)!, 'show-hide': 'show' },
            this.html(feedback),
          )
        : '';
      return tag(
        'qti-simple-choice',
        { identifier: ids.get(id)!, fixed: fixed ? 'true' : undefined },
        this.html(text) + said,
      );
    });
    const named = mapping && {
      ...mapping,
      entries: mapping.entries.map(([id, value]): Entry => [ids.get(id)!, value]),
    };
    const cardinality = isSeveral ? 'multiple' : 'single';
    const right = correctOf(correct.map((id) => ids.get(id) ?? id));
    const scored = mapping ? addMapped(['RESPONSE']) : matchRule();
    const plainRules = mapping ? template('map_response') : template('match_correct');
    return {
      declarations: [
        declare(
          'RESPONSE',
          cardinality,
          'identifier',
          right + (named ? mappingOf(named.entries, { other: named.other, lowest: 0 }) : ''),
        ),
      ],
      content: `${this.#stem(stem)}\n${tag(
        'qti-choice-interaction',
        {
          'response-identifier': 'RESPONSE',
          shuffle: isOrdered ? 'false' : 'true',
          'max-choices': isSeveral ? '0' : '1',
        },
        `\n${choices.join('\n')}\n`,
      )}`,
      rules: this.said.length > 0 ? processing([scored, feedbackRule(hasExplanation)]) : plainRules,
      most,
    };
  }

  #match(
    stem: string,
    {
      sources,
      targets,
      pairs,
      scoring,
    }: {
      sources: readonly { id: string; text: string }[];
      targets: readonly { id: string; text: string }[];
      pairs: readonly [string, string][];
      scoring: 'all-or-nothing' | 'proportional' | 'right-minus-wrong';
    },
  ): ItemParts {
    const [from, to] = [lawfulIds(sources, 'S_'), lawfulIds(targets, 'T_')];
    const named = pairs.map(([source, target]) => `${from.get(source)} ${to.get(target) ?? ''}`.trim());
    const set = (rows: readonly { id: string; text: string }[], ids: ReadonlyMap<string, string>, most: string) =>
      tag(
        'qti-simple-match-set',
        {},
        rows
          .map(({ id, text }) =>
            tag('qti-simple-associable-choice', { identifier: ids.get(id)!, 'match-max': most }, this.html(text)),
          )
          .join('\n'),
      );
    const isWhole = scoring === 'all-or-nothing';
    const mapping = isWhole
      ? ''
      : mappingOf(
          named.map((pair): Entry => [pair, 1]),
          { other: scoring === 'right-minus-wrong' ? -1 : 0, lowest: 0 },
        );
    const interaction = tag(
      'qti-match-interaction',
      { 'response-identifier': 'RESPONSE', shuffle: 'true', 'max-associations': String(sources.length) },
      `\n${set(sources, from, '1')}\n${set(targets, to, '0')}\n`,
    );
    return {
      declarations: [declare('RESPONSE', 'multiple', 'directedPair', correctOf(named) + mapping)],
      content: `${this.#stem(stem)}\n${interaction}`,
      rules: template(isWhole ? 'match_correct' : 'map_response'),
      most: isWhole ? 1 : sources.length,
    };
  }

  #blanks({ stem, blanks }: BlanksBody): ItemParts {
    const byId = new Map(blanks.map((blank) => [blank.id, blank]));
    const marks = blankMarks(stem).filter((id) => byId.has(id));
    const placed = new Set<string>();
    // Marks within a tag, such as the words for a picture, are no gaps.
    const html = this.block(stem).replace(
      /<[^>]*>|\{\{\s*([A-Za-z0-9_-]{1,40})\s*\}\}/g,
      (mark, id: string | undefined) => {
        const blank = id === undefined || placed.has(id) ? undefined : byId.get(id);
        if (blank) placed.add(blank.id);
        return blank ? this.#gapOf(blank) : mark;
      },
    );
    // What a table or a picture swallowed stands behind the text.
    const rest = marks.filter((id) => !placed.has(id)).map((id) => this.#gapOf(byId.get(id)!));
    const inOrder = marks.map((id) => byId.get(id)!);
    const mapped = inOrder.filter(({ kind }) => kind !== 'number').map(({ id }) => `BLANK_${id}`);
    const rules = [
      ...(mapped.length > 0 ? [addMapped(mapped)] : []),
      ...inOrder.flatMap((blank) =>
        blank.kind === 'number' ? [addForEqual(`BLANK_${blank.id}`, blank.answers, blank.weight)] : [],
      ),
    ];
    return {
      declarations: inOrder.map(declarationOfBlank),
      content: `<div>${html}${rest.length > 0 ? `<p>${rest.join(' ')}</p>` : ''}</div>`,
      rules: processing(rules),
      most: inOrder.reduce((sum, { weight }) => sum + weight, 0),
    };
  }

  #gapOf(blank: Blank): string {
    if (blank.kind !== 'choice') return gap(`BLANK_${blank.id}`);
    const ids = lawfulIds(blank.options);
    const choices = blank.options.map(({ id, text }) =>
      tag('qti-inline-choice', { identifier: ids.get(id)! }, this.html(text)),
    );
    return tag(
      'qti-inline-choice-interaction',
      { 'response-identifier': `BLANK_${blank.id}`, shuffle: 'true' },
      choices.join(''),
    );
  }
}

function declarationOfBlank(blank: Blank): string {
  const id = `BLANK_${blank.id}`;
  switch (blank.kind) {
    case 'choice': {
      const right = lawfulIds(blank.options).get(blank.correct) ?? blank.correct;
      return declare(id, 'single', 'identifier', correctOf([right]) + mappingOf([[right, blank.weight]], { other: 0 }));
    }
    case 'text': {
      const entries = blank.answers.map(({ text, fraction }): Entry => [text, fraction * blank.weight]);
      const best = blank.answers
        .filter(({ fraction }) => fraction === 1)
        .slice(0, 1)
        .map(({ text }) => text);
      return declare(
        id,
        'single',
        'string',
        correctOf(best) + mappingOf(entries, { other: 0, isCased: blank.matching.case }),
      );
    }
    case 'number':
      return declare(id, 'single', 'float', correctOf([String(bestOf(blank.answers).value)]));
  }
}

const gap = (identifier: string, units?: string): string =>
  tag('qti-text-entry-interaction', {
    ...{ 'response-identifier': identifier, 'expected-length': '20', 'placeholder-text': units },
  });

const bestOf = <Answer extends { fraction: number }>(answers: readonly Answer[]): Answer =>
  [...answers].sort((a, b) => b.fraction - a.fraction)[0]!;

/** The units that are understood, for whoever reads the item elsewhere. */
const unitsOf = ({ units, unitPolicy }: NumericalBody): string | undefined =>
  unitPolicy === 'not-asked' || units.length === 0 ? undefined : units.map(({ name }) => name).join(', ');

const LAWFUL = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/** Identifiers as XML allows them: the question's own where all of them are lawful, else letters. */
function lawfulIds(rows: readonly { id: string }[], prefix = ''): Map<string, string> {
  const isLawful = rows.every(({ id }) => LAWFUL.test(prefix + id));
  return new Map(rows.map(({ id }, index) => [id, isLawful ? prefix + id : `${prefix}${letterId(index)}`]));
}

function mathOf(latex: string, isBlock: boolean): string {
  try {
    return temml.renderToString(latex, { xml: true, annotate: true, displayMode: isBlock, throwOnError: true });
  } catch {
    return xmlText(isBlock ? `\\[${latex}\\]` : `\\(${latex}\\)`);
  }
}

// Controls and halves of characters, which no XML may hold.
const cleaned = (html: string): string => html.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

/** A number that follows from a text: an order that says nothing, the same each time. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
