import { randomBytes } from 'node:crypto';
import { type Paper, parsePaper } from '#app/features/quiz/core/paper.ts';
import { normaliseSettings, type QuizSettings } from '#app/features/quiz/core/settings.ts';
import { printQuizSettings } from '#app/features/quiz/schema.ts';
import { tenExplanation, tenQuestions, tenSource } from '../fixtures/ten-types.ts';
import { addCategory, amend, askOne, quizCalled } from './records.ts';

/** A published quiz of one question of each type beside the demonstration's own, in written order; its id. */
export function addTenTypes(settings: Partial<QuizSettings> & Pick<QuizSettings, 'kind'>): string {
  const suffix = randomBytes(5).toString('hex');
  const { courseId } = quizCalled('nq35-kiem-tra');
  const { unitId } = askOne<{ unitId: string }>('SELECT "unitId" FROM "Course" WHERE "id" = ?', courseId);
  const category = addCategory('Mười loại câu hỏi');
  const quizId = `muoi-loai-${suffix}`;
  const now = Date.now();
  const whole = normaliseSettings({ questionsPerPage: 0, shuffleQuestions: false, shuffleOptions: false, ...settings });
  amend(
    `INSERT INTO "Quiz" ("id", "code", "unitId", "courseId", "title", "kind", "state", "settings", "createdAt", "updatedAt")
     VALUES (?, ?, ?, ?, 'Mười loại câu hỏi', ?, 'published', ?, ?, ?)`,
    ...[quizId, quizId, unitId, courseId, whole.kind, printQuizSettings(whole), now, now],
  );
  tenQuestions.forEach(({ body }, index) => {
    const id = `cau-${index + 1}-${suffix}`;
    amend(
      `INSERT INTO "Question" ("id", "code", "categoryId", "difficulty", "currentVersionId", "latestNumber", "createdAt", "updatedAt")
       VALUES (?, ?, ?, 'easy', ?, 1, ?, ?)`,
      ...[id, id, category, `${id}-v1`, now, now],
    );
    amend(
      `INSERT INTO "QuestionVersion" ("id", "questionId", "number", "type", "body", "explanation", "source", "contentHash", "createdAt")
       VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?)`,
      ...[`${id}-v1`, id, body.type, JSON.stringify(body), tenExplanation, tenSource, id, now],
    );
    amend(
      'INSERT INTO "QuizSlot" ("id", "quizId", "position", "questionId", "count", "maxMark") VALUES (?, ?, ?, ?, 1, 1)',
      ...[`${id}-slot`, quizId, index + 1, id],
    );
  });
  return quizId;
}

/** The paper of an attempt, which tells how its parts are displayed. */
export const paperOf = (attemptId: string): Paper =>
  parsePaper(askOne<{ paper: string }>('SELECT "paper" FROM "Attempt" WHERE "id" = ?', attemptId).paper);
