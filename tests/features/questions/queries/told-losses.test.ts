import { describe, expect, it } from 'vitest';
import { blankMarks } from '#app/features/questions/core/blank-marks.ts';
import type { PrintQuestion, Unsayable } from '#app/features/questions/core/formats/print-question.ts';
import { type FormatName, formatNames } from '#app/features/questions/core/formats/read-question.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { printQuestions } from '#app/features/questions/queries/formats/print-questions.server.ts';
import { readUpload } from '#app/features/questions/queries/read-upload.server.ts';
import { unpack } from '#app/platform/documents/unpack.server.ts';
import { zipTexts } from '#app/platform/documents/zip.server.ts';
import { tenQuestions } from '#tests/fixtures/ten-types.ts';

/** One thing that a question may have: where it is seen, and by what name its loss is told. */
interface Feature {
  name: string;
  question: PrintQuestion;
  seen: (question: PrintQuestion) => unknown;
  lost: readonly Unsayable[];
}

const meta = { title: '', category: '', tags: [], difficulty: null, explanation: '', source: '' };
const bodies = Object.fromEntries(tenQuestions.map(({ body }) => [body.type, body])) as {
  [Type in QuestionBody['type']]: Extract<QuestionBody, { type: Type }>;
};

const metaFeatures: [keyof typeof meta, unknown][] = [
  ['title', 'Tên riêng'],
  ['category', 'Chương 1'],
  ['tags', ['nq35', 'ôn tập']],
  ['difficulty', 'hard'],
  ['explanation', 'Vì **điều 2** nói thế.'],
  ['source', 'Nghị quyết 35, trang 1'],
];
const looks: [string, string, Unsayable][] = [
  ['bold', 'Nước nào **không** có biển?', 'markup'],
  ['a formula', 'Tính $\\frac{1}{2}$ của số này.', 'markup'],
  ['a power', 'Diện tích 5 m^2^ là bao nhiêu?', 'markup'],
  ['a link', 'Xem [văn bản](https://example.org/van-ban) rồi trả lời.', 'markup'],
  ['struck words', 'Từ ~~sai~~ nào đúng?', 'markup'],
  ['code', 'Lệnh `ls -l` làm gì?', 'markup'],
  ['a table', 'Xem bảng:\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nSố nào lớn hơn?', 'markup'],
  ['a list', 'Xét:\n\n- một\n- hai\n\nÝ nào đúng?', 'markup'],
  ['a picture', `Hình nào? ![Lá cờ](media:${'ab'.repeat(32)})`, 'pictures'],
];

const of = (body: QuestionBody): PrintQuestion => ({ ...meta, body });
/** Fields of a body, whatever its ids are called. */
const rows = (body: QuestionBody): Record<string, unknown>[] => {
  const all = body as unknown as Record<string, Record<string, unknown>[]>;
  return all.options ?? all.statements ?? all.answers ?? all.blanks ?? [];
};
const column = (name: string) => (question: PrintQuestion) => rows(question.body).map((row) => row[name] ?? null);
const field = (name: string) => (question: PrintQuestion) =>
  (question.body as unknown as Record<string, unknown>)[name];

const { single, multiple, cluster, matching, ordering, numerical, blanks, essay } = bodies;
const short = bodies['short-answer'];
const truth = bodies['true-false'];
const strict = { case: true, tones: 'exact', spelling: 'exact' } as const;
const features: Feature[] = [
  ...Object.values(bodies).flatMap((body) =>
    metaFeatures.map(
      ([name, value]): Feature => ({
        name: `${body.type}: ${name}`,
        question: { ...of(body), [name]: value },
        seen: (question) => (name === 'tags' ? [...question.tags].sort() : question[name]),
        lost: [name],
      }),
    ),
  ),
  ...Object.values(bodies)
    .filter(({ type }) => type !== 'blanks')
    .flatMap((body) =>
      looks.map(
        ([name, stem, lost]): Feature => ({
          name: `${body.type}: ${name}`,
          question: of({ ...body, stem }),
          seen: (question) =>
            question.body.stem
              .replace(/\]\((media|attached):[^)]*/g, '](x')
              .replace(/[{}\s]+/g, ' ')
              .trim(),
          lost: lost === 'pictures' ? ['pictures'] : [lost],
        }),
      ),
    ),
  ...(['single', 'multiple', 'cluster', 'numerical'] as const).map((type): Feature => {
    const body = structuredClone(bodies[type]) as QuestionBody;
    for (const row of rows(body)) row.feedback = 'Xem lại bài.';
    return { name: `${type}: feedback`, question: of(body), seen: column('feedback'), lost: ['feedback'] };
  }),
  {
    ...{ name: 'matching: feedback', lost: ['feedback'] },
    question: of({ ...matching, prompts: matching.prompts.map((row) => ({ ...row, feedback: 'Xem lại bài.' })) }),
    seen: (question) =>
      question.body.type === 'matching' ? question.body.prompts.map(({ feedback }) => feedback) : null,
  },
  {
    ...{ name: 'blanks: feedback', lost: ['feedback'] },
    question: of({ ...blanks, blanks: blanks.blanks.map((blank) => ({ ...blank, feedback: 'Xem lại bài.' })) }),
    seen: column('feedback'),
  },
  {
    ...{ name: 'true-false: feedback', lost: ['feedback'] },
    question: of({ ...truth, feedbackTrue: 'Đúng vậy.', feedbackFalse: 'Chưa đúng.' }),
    seen: (question) => [field('feedbackTrue')(question), field('feedbackFalse')(question)],
  },
  ...(['all-or-nothing', 'proportional', 'right-minus-wrong'] as const).flatMap((scoring) =>
    [multiple, cluster, matching].map(
      (body): Feature => ({
        ...{ name: `${body.type}: ${scoring}`, question: of({ ...body, scoring }), lost: ['scoring'] },
        seen: field('scoring'),
      }),
    ),
  ),
  ...(['all-or-nothing', 'in-place', 'next-to'] as const).map(
    (scoring): Feature => ({
      ...{ name: `ordering: ${scoring}`, question: of({ ...ordering, scoring }), lost: ['scoring'] },
      seen: field('scoring'),
    }),
  ),
  ...[single, multiple].map(
    (body): Feature => ({
      name: `${body.type}: an option that keeps its place`,
      question: of({ ...body, options: body.options.map((row, at) => (at === 2 ? { ...row, fixed: true } : row)) }),
      seen: (question) => column('fixed')(question).map((fixed) => fixed === true),
      lost: ['fixed'],
    }),
  ),
  ...[strict, { case: false, tones: 'ignore', spelling: 'equivalent' } as const].flatMap((policy): Feature[] => [
    {
      name: 'short-answer: policy',
      question: of({ ...short, matching: policy }),
      seen: field('matching'),
      lost: ['matching'],
    },
    {
      name: 'blanks: policy',
      question: of({
        ...blanks,
        blanks: blanks.blanks.map((blank) => (blank.kind === 'text' ? { ...blank, matching: policy } : blank)),
      }),
      seen: column('matching'),
      lost: ['matching'],
    },
  ]),
  {
    ...{ name: 'short-answer: part of the mark', lost: ['scoring'] },
    question: of({ ...short, answers: [...short.answers, { text: 'Hồng Hà', fraction: 0.35 }] }),
    seen: (question) => column('fraction')(question).map((one) => Number(Number(one).toFixed(4))),
  },
  {
    ...{ name: 'numerical: relative tolerance', lost: ['tolerance'] },
    question: of({
      ...{ ...numerical, units: [], unitPolicy: 'not-asked', unitPenalty: 0 },
      answers: [{ value: 3, tolerance: 0.05, toleranceKind: 'relative', fraction: 1 }],
    }),
    seen: (question) => [column('tolerance')(question), column('toleranceKind')(question)],
  },
  {
    ...{ name: 'numerical: units', question: of(numerical), lost: ['units'] },
    seen: (question) => ['units', 'unitPolicy', 'unitPenalty'].map((name) => field(name)(question)),
  },
  {
    ...{ name: 'blanks: weights', lost: ['scoring'] },
    question: of({ ...blanks, blanks: blanks.blanks.map((blank, at) => ({ ...blank, weight: at + 1 })) }),
    seen: column('weight'),
  },
  {
    ...{ name: 'blanks: tolerance', lost: ['tolerance', 'answers'] },
    question: of({
      ...blanks,
      blanks: blanks.blanks.map((blank) =>
        blank.kind === 'number' ? { ...blank, answers: [{ value: 2, tolerance: 0.5, fraction: 1 }] } : blank,
      ),
    }),
    seen: ({ body }) =>
      body.type === 'blanks' &&
      body.blanks.flatMap((blank) => (blank.kind === 'number' ? blank.answers.map(({ tolerance }) => tolerance) : [])),
  },
  {
    ...{ name: 'blanks: as many as there are', question: of(blanks), lost: ['answers'] },
    seen: (question) => blankMarks(question.body.stem).length,
  },
  ...(['rubric', 'minWords', 'maxWords', 'maxFiles', 'markerNotes'] as const).map((name): Feature => {
    const bare = {
      type: 'essay',
      stem: essay.stem,
      minWords: 0,
      maxWords: 0,
      maxFiles: 0,
      rubric: [],
      markerNotes: '',
    } as const;
    const value = name === 'maxFiles' ? 2 : essay[name];
    const body = { ...bare, rubric: [] as typeof essay.rubric, [name]: value };
    const seen = (question: PrintQuestion) =>
      name === 'rubric' && question.body.type === 'essay'
        ? question.body.rubric.map(({ text, levels }) => ({ text, levels }))
        : field(name)(question);
    return { name: `essay: ${name}`, question: of(body), seen, lost: ['marking'] };
  }),
];

const options = { title: 'Bài', hasKey: true, lang: 'vi' as const, madeAt: new Date(0) };

/** The file as other software has it: what only this product reads is taken out. */
async function asOthersRead(bytes: Uint8Array, format: FormatName): Promise<Uint8Array> {
  const bare = (text: string) => text.replace(/<\?hoctap35 [\s\S]*?\?>/g, '');
  if (format === 'moodle-xml') return Buffer.from(bare(Buffer.from(bytes).toString()));
  if (format !== 'qti') return bytes;
  const parts = [...(await unpack(bytes))];
  return zipTexts(parts.map(([name, part]) => [name, /\.xml$/.test(name) ? bare(Buffer.from(part).toString()) : part]));
}

describe('what a file does not say is told', () => {
  it.each(formatNames)(
    '%s, for each feature of each type',
    async (format) => {
      // A category holds on until the next one.
      const ordered = features.toSorted((a, b) => a.question.category.length - b.question.category.length);
      const { bytes, losses, onlyHere } = await printQuestions(
        ordered.map(({ question }) => question),
        format,
        options,
      );
      const leftOut = new Set(losses.flatMap(({ index, isLeftOut }) => (isLeftOut ? [index] : [])));
      const { questions } = await readUpload(await asOthersRead(bytes, format), { name: 'x', format });
      expect(questions).toHaveLength(ordered.length - leftOut.size);
      const silent: string[] = [];
      let next = 0;
      for (const [index, { name, question, seen, lost }] of ordered.entries()) {
        if (leftOut.has(index)) continue;
        const read = questions[next++]!;
        const told = [...losses, ...onlyHere].filter((loss) => loss.index === index).flatMap((loss) => loss.lost);
        const isTold = told.some((one) => one === 'type' || lost.includes(one));
        const isThere =
          read.body.type === question.body.type && JSON.stringify(seen(read)) === JSON.stringify(seen(question));
        if (!isTold && !isThere) silent.push(`${name}: ${JSON.stringify(seen(read))}`);
      }
      expect(silent).toEqual([]);
    },
    60_000,
  );

  it.each(formatNames)('%s: an ordinary question loses nothing that is not named', async (format) => {
    const plain: PrintQuestion = of({
      ...single,
      stem: 'Thủ đô của Việt Nam?',
      options: single.options.map(({ id, text }) => ({ id, text })),
    });
    const { losses, onlyHere } = await printQuestions([plain], format, options);
    expect([...losses, ...onlyHere]).toEqual([]);
  });
});
