import { blankMarks } from '../../blank-marks.ts';
import type { Blank, BlanksBody, EssayBody, NumericalBody, ShortAnswerBody } from '../../question.ts';
import { xmlTag as tag } from '../xml/write-xml.ts';
import type { ItemParts } from './item-parts.ts';
import { lawfulIds } from './lawful-ids.ts';
import {
  addForEqual,
  addMapped,
  correctOf,
  declare,
  type Entry,
  mappingOf,
  processing,
  scoreForEqual,
  template,
} from './qti-rules.ts';
import type { QtiWords } from './qti-words.ts';

/** A short answer that is typed. */
export function shortAnswerParts(words: QtiWords, body: ShortAnswerBody): ItemParts {
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
    content: `${words.stem(body.stem)}\n<p>${gap('RESPONSE')}</p>`,
    rules: template('map_response'),
    most: 1,
  };
}

/** A number that is typed. */
export function numericalParts(words: QtiWords, body: NumericalBody): ItemParts {
  return {
    declarations: [declare('RESPONSE', 'single', 'float', correctOf([String(bestOf(body.answers).value)]))],
    content: `${words.stem(body.stem)}\n<p>${gap('RESPONSE', unitsOf(body))}</p>`,
    rules: processing([scoreForEqual('RESPONSE', body.answers)]),
    most: 1,
  };
}

/** A text with blanks to type in or to choose for. */
export function blanksParts(words: QtiWords, { stem, blanks }: BlanksBody): ItemParts {
  const byId = new Map(blanks.map((blank) => [blank.id, blank]));
  const marks = blankMarks(stem).filter((id) => byId.has(id));
  const placed = new Set<string>();
  // Marks within a tag, such as the words for a picture, are no gaps.
  const html = words
    .block(stem)
    .replace(/<[^>]*>|\{\{\s*([A-Za-z0-9_-]{1,40})\s*\}\}/g, (mark, id: string | undefined) => {
      const blank = id === undefined || placed.has(id) ? undefined : byId.get(id);
      if (blank) placed.add(blank.id);
      return blank ? gapOf(words, blank) : mark;
    });
  // What a table or a picture swallowed stands behind the text.
  const rest = marks.filter((id) => !placed.has(id)).map((id) => gapOf(words, byId.get(id)!));
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

/** A text that people mark. */
export function essayParts(words: QtiWords, body: EssayBody): ItemParts {
  const { minWords, maxWords, maxFiles, markerNotes, rubric } = body;
  const criteria = rubric.map(
    ({ text, levels }) =>
      `<li>${words.html(text)}<ul>${levels.map((level) => `<li>${level.points}: ${words.html(level.text)}</li>`).join('')}</ul></li>`,
  );
  const notes = `${markerNotes === '' ? '' : words.block(markerNotes)}${criteria.length > 0 ? `<ul>${criteria.join('')}</ul>` : ''}`;
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
    content: `${words.stem(body.stem)}${block}\n${written}${files}`,
    rules: '',
    most: null,
  };
}

function gapOf(words: QtiWords, blank: Blank): string {
  if (blank.kind !== 'choice') return gap(`BLANK_${blank.id}`);
  const ids = lawfulIds(blank.options);
  const choices = blank.options.map(({ id, text }) =>
    tag('qti-inline-choice', { identifier: ids.get(id)! }, words.html(text)),
  );
  return tag(
    'qti-inline-choice-interaction',
    { 'response-identifier': `BLANK_${blank.id}`, shuffle: 'true' },
    choices.join(''),
  );
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
