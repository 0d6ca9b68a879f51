import { scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { editQuestion } from '#app/features/questions/commands/edit-question.server.ts';
import { draftOf } from '#app/features/questions/core/question-draft.ts';
import { findQuestion } from '#app/features/questions/data/questions.server.ts';
import { database } from '#app/platform/db/database.server.ts';

/**
 * The question whose key is wrong on purpose, and the option that its second version calls right. An author's slip of
 * one line: the option above the right one. See README.md.
 */
export const wrongKey = { code: 'nq35-02-q011', option: 'c' } as const;

/** Writes the version with the wrong key, as an author's edit before the exams. */
export async function spoilKey(author: Actor): Promise<void> {
  const { read } = database();
  const { id } = await read.question.findUniqueOrThrow({ where: { code: wrongKey.code }, select: { id: true } });
  const question = await findQuestion(read, scopeOf(author, 'question.author'), id);
  if (question?.body.type !== 'single' || question.body.correct === wrongKey.option) {
    throw new Error(`${wrongKey.code} is not the question that the demonstration was written for`);
  }
  const { number, categoryId, difficulty, tags } = question;
  const base = { number, categoryId, difficulty, tags: tags.join(', ') };
  const result = await editQuestion(author, id, { base, draft: { ...draftOf(question), right: [wrongKey.option] } });
  if (result.kind !== 'edited') throw new Error(`${wrongKey.code} could not be edited: ${result.kind}`);
}
