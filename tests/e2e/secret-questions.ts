import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { normaliseSettings, type QuizSettings } from '#app/features/quiz/core/settings.ts';
import { printQuizSettings } from '#app/features/quiz/schema.ts';
import { addCategory, amend, askOne, openRecords, quizCalled } from './records.ts';

/** In every id and every text that only the key holds: whoever finds it in an answer of the server has found a leak. */
export const secret = 'bimat';

const word = (name: string) => `${secret}-${name}`;
const exact = { case: false, tones: 'exact', spelling: 'exact' } as const;
const three = (text: string) =>
  ['a', 'b', 'c'].map((id) => ({ id: word(id), text: `${text} ${id}`, feedback: word(`feedback-${id}`) }));
const listed = (text: string) => three(text).map(({ id, text: shown }) => ({ id, text: shown }));

/** One question of every type: the compiler asks for a new type here too. */
const bodies: { [Type in QuestionBody['type']]: Extract<QuestionBody, { type: Type }> } = {
  single: { type: 'single', stem: 'Chọn một ý.', options: three('Ý'), correct: word('b') },
  multiple: {
    type: 'multiple',
    stem: 'Chọn các ý.',
    options: three('Ý'),
    correct: [word('a'), word('c')],
    scoring: 'right-minus-wrong',
  },
  'true-false': {
    type: 'true-false',
    stem: 'Đúng hay sai?',
    answer: true,
    feedbackTrue: word('true'),
    feedbackFalse: word('false'),
  },
  cluster: {
    type: 'cluster',
    stem: 'Từng ý đúng hay sai?',
    statements: three('Ý').map((one, index) => ({ ...one, answer: index === 1 })),
    scoring: 'proportional',
  },
  matching: {
    type: 'matching',
    stem: 'Ghép vế.',
    prompts: listed('Vế').map((one) => ({ ...one, id: `${one.id}-prompt` })),
    choices: listed('Ghép').map((one) => ({ ...one, id: `${one.id}-choice` })),
    pairs: Object.fromEntries(['a', 'b', 'c'].map((id) => [`${word(id)}-prompt`, `${word(id)}-choice`])),
    scoring: 'proportional',
  },
  ordering: { type: 'ordering', stem: 'Xếp thứ tự.', items: listed('Việc'), scoring: 'in-place' },
  'short-answer': {
    type: 'short-answer',
    stem: 'Điền một từ.',
    answers: [{ text: word('short'), fraction: 1 }],
    matching: exact,
  },
  numerical: {
    type: 'numerical',
    stem: 'Tính.',
    answers: [{ value: 86753091, tolerance: 0, toleranceKind: 'absolute', fraction: 1, feedback: word('number') }],
    units: [{ name: 'km', factor: 1 }],
    unitPolicy: 'optional',
    unitPenalty: 0,
  },
  blanks: {
    type: 'blanks',
    stem: `Điền {{${word('x')}}} rồi {{${word('y')}}} và {{${word('z')}}}.`,
    blanks: [
      { id: word('x'), kind: 'text', weight: 1, answers: [{ text: word('gap'), fraction: 1 }], matching: exact },
      { id: word('y'), kind: 'choice', weight: 1, options: listed('Từ'), correct: word('c') },
      { id: word('z'), kind: 'number', weight: 1, answers: [{ value: 86753092, tolerance: 0, fraction: 1 }] },
    ],
  },
  essay: {
    type: 'essay',
    stem: 'Viết một đoạn.',
    minWords: 0,
    maxWords: 0,
    maxFiles: 0,
    rubric: [
      {
        id: word('criterion'),
        text: 'Đủ ý',
        levels: [
          { points: 0, text: word('level-0') },
          { points: 2, text: word('level-2') },
        ],
      },
    ],
    markerNotes: word('notes'),
  },
};

/** In the order of the slots. */
export const questionTypes = Object.keys(bodies) as QuestionBody['type'][];

/** Where a quiz's questions come from: named, or drawn from this category and those below it. */
export type SecretSource = { questionIds: readonly string[] } | { below: string };

/** Stores the questions once, in a category below another; answers both ways to ask for them, the named in the order of `questionTypes`. */
export function storeSecretQuestions(): { named: SecretSource; drawn: SecretSource } {
  const now = Date.now();
  const below = addCategory('Câu của các phép thử');
  const category = addCategory('Câu của phép thử');
  amend('UPDATE "QuestionCategory" SET "parentId" = ? WHERE "id" = ?', below, category);
  const questionIds = questionTypes.map((type) => {
    const [id, version] = [`cau-${type}`, `ban-${type}`];
    amend(
      `INSERT INTO "Question" ("id", "code", "categoryId", "difficulty", "currentVersionId", "latestNumber", "createdAt",
         "updatedAt") VALUES (?, ?, ?, 'easy', ?, 1, ?, ?)`,
      ...[id, id, category, version, now, now],
    );
    amend(
      `INSERT INTO "QuestionVersion" ("id", "questionId", "number", "type", "body", "explanation", "source", "contentHash",
         "createdAt") VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?)`,
      ...[
        version,
        id,
        type,
        JSON.stringify(bodies[type]),
        word(`explanation-${type}`),
        word(`source-${type}`),
        id,
        now,
      ],
    );
    return id;
  });
  return { named: { questionIds }, drawn: { below } };
}

/** A published quiz of all of them on the course that everybody is assigned. */
export function storeSecretQuiz(code: string, source: SecretSource, settings: Partial<QuizSettings>): string {
  const { courseId } = quizCalled('nq35-kiem-tra');
  const { unitId } = askOne<{ unitId: string }>('SELECT "unitId" FROM "Quiz" WHERE "courseId" = ? LIMIT 1', courseId);
  const whole = normaliseSettings({ kind: 'exam', ...settings });
  const now = Date.now();
  const database = openRecords();
  try {
    database
      .prepare(
        `INSERT INTO "Quiz" ("id", "code", "unitId", "courseId", "title", "kind", "state", "settings", "createdAt",
           "updatedAt", "publishedAt") VALUES (?, ?, ?, ?, ?, ?, 'published', ?, ?, ?, ?)`,
      )
      .run(code, code, unitId, courseId, `Phép thử ${code}`, whole.kind, printQuizSettings(whole), now, now, now);
    const slot = database.prepare(
      `INSERT INTO "QuizSlot" ("id", "quizId", "position", "questionId", "categoryId", "withSubcategories", "count", "maxMark")
       VALUES (?, ?, ?, ?, ?, ?, ?, 1)`,
    );
    if ('below' in source) slot.run(`${code}-0`, code, 0, null, source.below, 1, questionTypes.length);
    else for (const [at, id] of source.questionIds.entries()) slot.run(`${code}-${at}`, code, at, id, null, 0, 1);
  } finally {
    database.close();
  }
  return code;
}
