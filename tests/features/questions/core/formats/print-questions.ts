import fc from 'fast-check';
import type { PrintQuestion } from '#app/features/questions/core/formats/print-question.ts';
import type { ReadQuestion } from '#app/features/questions/core/formats/read-question.ts';
import type { QuestionBody, QuestionTypeName } from '#app/features/questions/core/question.ts';
import { validateQuestion } from '#app/features/questions/core/validate-question.ts';
import { anyBody, everyType } from '../questions.ts';

const sign = fc.constantFrom(
  ...'~=#{}:\\%*[]()<>|_-+.,;?!"\'/^$&@` \u00e0ếĐ1aBn0'.split(''),
  ...[
    '\n',
    '\n\n',
    ']]>',
    '?>',
    '-->',
    '{1:SA:=x}',
    '{{a}}',
    '[[1]]',
    '&lt;',
    '&amp;',
    '<b>',
    '\\(x\\)',
    '$x^2$',
    '$$y$$',
  ],
  ...[
    '**đậm**',
    'm^2^',
    'H~2~O',
    '- một\n- hai',
    '| a | b |\n| --- | --- |\n| 1 | 2 |',
    '@@PLUGINFILE@@/x',
    '\u0001',
    '𝄞',
  ],
);
/** Texts that a careless writer of files trips over. */
export const trickyText: fc.Arbitrary<string> = fc
  .array(sign, { minLength: 1, maxLength: 10 })
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');

/** What a silly question lacks to be sound, added: an answer that earns all, a key, what a blank needs. */
function mend(body: QuestionBody): QuestionBody {
  const withFull = <Answer extends { fraction: number }>(answers: Answer[], spare: Answer): Answer[] =>
    answers.length === 0 ? [spare] : answers.map((one, index) => (index === 0 ? { ...one, fraction: 1 } : one));
  switch (body.type) {
    case 'multiple':
      return body.correct.length > 0 ? body : { ...body, correct: [body.options[0]!.id] };
    case 'short-answer':
      return { ...body, answers: withFull(body.answers, { text: 'x', fraction: 1 }) };
    case 'numerical': {
      const spare = { value: 1, tolerance: 0, toleranceKind: 'absolute' as const, fraction: 1 };
      const unitPolicy = body.units.length === 0 ? 'not-asked' : body.unitPolicy;
      return { ...body, unitPolicy, answers: withFull(body.answers, spare) };
    }
    case 'blanks': {
      const blanks = body.blanks.map((blank) => {
        if (blank.kind === 'text') return { ...blank, answers: withFull(blank.answers, { text: 'x', fraction: 1 }) };
        if (blank.kind === 'choice') return blank;
        return { ...blank, answers: withFull(blank.answers, { value: 1, tolerance: 0, fraction: 1 }) };
      });
      return { ...body, blanks };
    }
    case 'essay':
      return body.maxWords > 0 && body.maxWords < body.minWords ? { ...body, maxWords: 0 } : body;
    default:
      return body;
  }
}

/** The question with every text made tricky, each in its own way. */
function roughen(value: unknown, texts: readonly string[]): unknown {
  let next = 0;
  const walk = (one: unknown, key: string): unknown => {
    if (Array.isArray(one)) return one.map((each) => walk(each, key));
    if (typeof one === 'object' && one !== null) {
      return Object.fromEntries(Object.entries(one).map(([name, each]) => [name, walk(each, name)]));
    }
    if (typeof one !== 'string' || !/^(text|stem|feedback|markerNotes)$/.test(key)) return one;
    next += 1;
    // Half of the texts are as they were: most are plain words.
    return next % 2 === 0 ? `${one} ${next}` : `${next} ${texts[next % texts.length]!.replace(/\{\{/g, '{ {')} ${one}`;
  };
  return walk(value, '');
}

/** Any sound question of a type. */
const soundBody = (type: QuestionTypeName): fc.Arbitrary<QuestionBody> =>
  fc
    .tuple(
      anyBody.filter((body) => body.type === type),
      fc.array(trickyText, { minLength: 5, maxLength: 5 }),
    )
    .map(([body, texts]) => roughen(mend(body), texts) as QuestionBody)
    .filter((body) => validateQuestion(body).length === 0);

const meta = fc.record({
  title: fc.oneof(fc.constant(''), trickyText),
  category: fc.constantFrom('', 'Bài 1', 'Chương: 1/Bài {2}', 'Nghị quyết 35-NQ∕TW', 'top/ x'),
  tags: fc.uniqueArray(fc.constantFrom('nq35', 'bài-2', 'ôn <tập>'), { maxLength: 2 }),
  explanation: fc.oneof(fc.constant(''), trickyText),
  difficulty: fc.constantFrom(null, 'easy' as const, 'medium' as const, 'hard' as const),
  source: fc.constantFrom('', 'Nghị quyết 35-NQ/TW, điểm 2 & 3'),
});

/** Any question that may be exported, of one type. */
export const anyPrintQuestion = (type: QuestionTypeName): fc.Arbitrary<PrintQuestion> =>
  fc.tuple(soundBody(type), meta).map(([body, said]) => ({ ...said, body }));

export const plainMeta = { title: '', category: '', tags: [], explanation: '', difficulty: null, source: '' } as const;

/** One usual question of each type, without anything that needs a word of ours. */
export const oneOfEach: PrintQuestion[] = everyType.map((body) => ({ ...plainMeta, tags: [], body }));

/** A question without its place in the file. */
export const plainly = ({ line: _line, untilLine: _until, ...rest }: ReadQuestion): PrintQuestion => rest;
