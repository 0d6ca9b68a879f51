import { transact } from '#app/features/audit/commands/transact.server.ts';
import type { Doer } from '#app/features/audit/core/actor.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { newId, sha256 } from '#app/platform/ids.server.ts';
import { type ContentQuiz, type ContentSlot, settingsOfContent } from '../core/content-quiz.ts';
import {
  type ImportedQuiz,
  type ImportedSlot,
  insertImportedQuiz,
  listImportedQuizzes,
  listSlotSources,
  replaceImportedQuiz,
} from '../data/quiz-import.server.ts';
import { contentQuizSchema, printQuizSettings } from '../schema.ts';

type Problems = Record<string, string[]>;

/**
 * Brings the quizzes of a course's `quizzes.yaml` (parsed as YAML) into the product, all or nothing, published. A quiz
 * whose entry has not changed since its last import is left as it is: importing twice changes nothing, and what an
 * author edited stays. Its questions and categories must be there already. Throws `bad-input` with each field named.
 */
export async function importQuizzes(
  doer: Doer,
  { unitId, courseId, quizzes }: { unitId: string; courseId: string | null; quizzes: unknown },
): Promise<{ created: number; changed: number; unchanged: number }> {
  const contents = readQuizzes(quizzes);
  return transact(doer, 'quiz.content-imported', async ({ tx, at, record, unchanged }) => {
    const known = new Map(
      (
        await listImportedQuizzes(
          tx,
          contents.map(({ code }) => code),
        )
      ).map((one) => [one.code, one]),
    );
    const slots = contents.flatMap((content) => content.slots);
    const sources = await listSlotSources(
      tx,
      slots.flatMap((slot) => ('random' in slot ? [slot.random] : [])),
      slots.flatMap((slot) => ('question' in slot ? [slot.question] : [])),
    );
    const problems: Problems = {};
    const rows = contents.map((content, position): ImportedQuiz => {
      const { code, title, kind, module, instructions } = content;
      return {
        id: known.get(code)?.id ?? newId(),
        ...{ code, unitId, courseId, moduleCode: module ?? null, title, instructions, kind, position },
        settings: printQuizSettings(settingsOfContent(content)),
        contentHash: sha256(JSON.stringify({ ...content, courseId, position })),
        slots: content.slots.map((slot, index) => slotRow(slot, sources, `${code}.slots.${index}`, problems)),
      };
    });
    if (Object.keys(problems).length > 0) throw new AppError('bad-input', { fields: problems });
    const added = rows.filter(({ code }) => !known.has(code));
    const changed = rows.filter(
      ({ code, contentHash }) => known.has(code) && known.get(code)?.contentHash !== contentHash,
    );
    for (const row of added) await insertImportedQuiz(tx, row, at);
    for (const row of changed) await replaceImportedQuiz(tx, row, at);
    const count = {
      created: added.length,
      changed: changed.length,
      unchanged: rows.length - added.length - changed.length,
    };
    record(courseId ?? unitId, { ...count });
    if (added.length + changed.length === 0) unchanged();
    return count;
  });
}

function slotRow(
  slot: ContentSlot,
  sources: { categories: Map<string, string>; questions: Map<string, string> },
  field: string,
  problems: Problems,
): ImportedSlot {
  const id = newId();
  if ('question' in slot) {
    const questionId = sources.questions.get(slot.question) ?? null;
    if (!questionId) problems[`${field}.question`] = ['unknown-question'];
    const nothing = { categoryId: null, withSubcategories: false, difficulty: null };
    return { id, questionId, ...nothing, count: 1, maxMark: slot.maxMark };
  }
  const categoryId = sources.categories.get(slot.random) ?? null;
  if (!categoryId) problems[`${field}.random`] = ['unknown-category'];
  const { withSubcategories = false, difficulty = null, count, maxMark } = slot;
  return { id, questionId: null, categoryId, withSubcategories, difficulty, count, maxMark };
}

function readQuizzes(raw: unknown): ContentQuiz[] {
  if (!Array.isArray(raw)) throw new AppError('bad-input', { fields: { quizzes: ['not-a-list'] } });
  const problems: Problems = {};
  const codes = new Set<string>();
  const quizzes = raw.flatMap((one: unknown, index): ContentQuiz[] => {
    const result = contentQuizSchema.safeParse(one);
    if (!result.success) {
      for (const { path, message } of result.error.issues)
        problems[[`quizzes[${index}]`, ...path].join('.')] = [message];
      return [];
    }
    if (codes.has(result.data.code)) problems[`quizzes[${index}].code`] = ['duplicate'];
    codes.add(result.data.code);
    return [result.data];
  });
  if (Object.keys(problems).length > 0) throw new AppError('bad-input', { fields: problems });
  return quizzes;
}
