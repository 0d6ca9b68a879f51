import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { createPerson, personRow } from '#app/features/org/commands/create-person.server.ts';
import { createUnit } from '#app/features/org/commands/create-unit.server.ts';
import { printPaper } from '#app/features/quiz/core/paper.ts';
import { DEFAULT_SETTINGS } from '#app/features/quiz/core/settings.ts';
import { printQuizSettings } from '#app/features/quiz/schema.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { SqlValue } from '#app/platform/db/sql.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { actorOf } from './stage.ts';

export interface StagedQuiz {
  author: Actor;
  quizId: string;
}

/**
 * Graded attempts at a quiz as grading leaves them behind: `questions` of a paper drawn from a bank of `bank` single choice
 * questions, in an order of chance, answered by people of different ability; one of twenty keys is wrong.
 */
export async function stageGradedQuiz(attempts: number, questions: number, bank: number): Promise<StagedQuiz> {
  const random = seededRandom(`statistics ${bank}`);
  const unit = await createUnit(theSystem, { parentId: null, kind: 'regiment', name: 'Trung đoàn đo', shortName: 'E' });
  const parts: { id: string }[] = [];
  for (let part = 0; part < 8; part += 1)
    parts.push(
      await createUnit(theSystem, { parentId: unit.id, kind: 'company', name: `Đại đội ${part}`, shortName: 'C' }),
    );
  const anybody = { rank: null, position: null, personnelClass: 'enlisted', membership: 'youth' } as const;
  const author = await createPerson(theSystem, {
    ...anybody,
    number: `TG${bank}`,
    fullName: 'Trần Tác Giả',
    unitId: unit.id,
  });
  await grantRole(theSystem, { personId: author.id, role: 'author', unitId: unit.id });

  const at = new Date('2026-11-01T01:00:00Z');
  const settings = printQuizSettings({ ...DEFAULT_SETTINGS.exam, timeLimitSeconds: 3600 });
  const quizId = newId();
  const people = Array.from({ length: attempts }, (_, index) => ({
    ...personRow({
      ...anybody,
      number: `TK${bank}-${index}`,
      fullName: 'Nguyễn Văn Đo',
      unitId: parts[index % parts.length]!.id,
    }),
    createdAt: at,
  }));
  const drawn = Array.from({ length: bank }, (_, index) => ({
    ...{
      questionId: newId(),
      versionId: newId(),
      key: 'abcd'.charAt(index % 4),
      difficulty: random.next() * 2.4 - 1.6,
    },
    isSpoilt: index % 20 === 7,
  }));
  await database().write(async (tx) => {
    const category = { id: newId(), code: `do-${bank}`, unitId: unit.id, name: 'Đo' };
    await tx.questionCategory.create({ data: category });
    await tx.question.createMany({
      data: drawn.map(({ questionId, versionId }, index) => ({
        ...{ id: questionId, code: `do-${bank}-q${index}`, categoryId: category.id, difficulty: 'easy' },
        ...{ currentVersionId: versionId, latestNumber: 1, createdAt: at, updatedAt: at },
      })),
    });
    await tx.questionVersion.createMany({
      data: drawn.map(({ questionId, versionId, key }, index) => ({
        ...{ id: versionId, questionId, number: 1, type: 'single', explanation: '', source: '', contentHash: '' },
        createdAt: at,
        body: JSON.stringify({
          type: 'single',
          stem: `Câu hỏi đo số ${index}`,
          options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Phương án ${id}` })),
          correct: key,
        }),
      })),
    });
    const quiz = { id: quizId, code: `do-${bank}`, unitId: unit.id, title: 'Bài đo', kind: 'exam', settings };
    await tx.quiz.create({ data: { ...quiz, state: 'published', createdAt: at, updatedAt: at } });
    for (let from = 0; from < people.length; from += 1000)
      await tx.person.createMany({ data: people.slice(from, from + 1000) });
  });
  for (let from = 0; from < attempts; from += 250) {
    const rows: SqlValue[][] = [];
    const answers: SqlValue[][] = [];
    for (const person of people.slice(from, from + 250)) {
      const id = newId();
      const ability = random.next() + random.next() + random.next() - 1.5;
      const paper = random.shuffle(drawn).slice(0, questions);
      const marks = paper.map(({ key, difficulty, isSpoilt, versionId, questionId }, index) => {
        const knows = random.next() < 1 / (1 + Math.exp(-2.5 * (ability - difficulty)));
        const truth = isSpoilt ? (key === 'a' ? 'b' : 'a') : key;
        const response = knows ? truth : 'abcd'.charAt(random.int(4));
        const mark = response === key ? 1 : 0;
        answers.push([id, index + 1, questionId, versionId, `"${response}"`, mark, mark]);
        return mark;
      });
      const sum = marks.reduce<number>((total, mark) => total + mark, 0);
      const submittedAt = new Date(at.getTime() - random.int(180) * 86_400_000);
      const printed = printPaper(
        paper.map(({ questionId, versionId: questionVersionId }, index) => ({
          ...{ slot: index + 1, questionId, questionVersionId, maxMark: 1 },
          optionOrder: random.shuffle(['a', 'b', 'c', 'd']),
        })),
      );
      const grade = (10 * sum) / questions;
      rows.push([
        ...[id, quizId, person.id, 1, false, 'seed', 'graded', submittedAt, submittedAt, 'learner', submittedAt],
        ...[settings, printed, sum, questions, grade, grade >= 5, 'good', JSON.stringify(marks)],
      ]);
    }
    await database().writeQuietly(async (sql) => {
      await insert(sql, 'Attempt', attemptColumns, rows);
      for (let at = 0; at < answers.length; at += 2000)
        await insert(sql, 'AttemptAnswer', answerColumns, answers.slice(at, at + 2000));
    });
  }
  if (database().provider === 'postgresql') await database().writeQuietly((sql) => sql.run('ANALYZE'));
  return { author: await actorOf(author.id), quizId };
}

const attemptColumns = [
  ...['id', 'quizId', 'personId', 'number', 'preview', 'seed', 'state', 'startedAt', 'submittedAt', 'submittedBy'],
  ...['gradedAt', 'settings', 'paper', 'markSum', 'maxMark', 'grade', 'passed', 'classification', 'itemMarks'],
];
const answerColumns = ['attemptId', 'slot', 'questionId', 'questionVersionId', 'response', 'fraction', 'mark'];

type Run = { run(text: string, ...values: SqlValue[]): Promise<number> };

const insert = (sql: Run, table: string, columns: readonly string[], rows: readonly SqlValue[][]) =>
  sql.run(
    `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')})
     VALUES ${rows.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ')}`,
    ...rows.flat(),
  );
