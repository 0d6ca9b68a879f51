import { database } from '#app/platform/db/database.server.ts';
import type { QuizSettings } from '../../core/settings.ts';
import { countSeenQuestionsOf } from '../../data/previous-attempts.server.ts';
import { findQuiz } from '../../data/quiz-for-attempt.server.ts';
import type { DrawnPaper } from '../../data/room/prepared-papers.server.ts';
import { settingsFor } from '../../data/rules/settings-for.server.ts';
import { drawFrom, paperSource } from '../paper-source.server.ts';

/**
 * A paper for each of some people, unseen questions first for each of them, with the rules that hold for each; people for
 * whom the bank has too little are left out. Null for a quiz that is gone. Holds keys: for commands.
 */
export async function drawPapers(
  quizId: string,
  personIds: readonly string[],
): Promise<{ settings: QuizSettings; papers: DrawnPaper[] } | null> {
  const { sql } = database();
  const quiz = await findQuiz(sql, quizId);
  if (!quiz) return null;
  const source = await paperSource(quiz);
  const seen = await countSeenQuestionsOf(sql, personIds);
  const rules = await settingsFor(sql, quiz, personIds);
  const papers: DrawnPaper[] = [];
  for (const personId of personIds) {
    const drawn = await drawFrom(source, seen.get(personId) ?? new Map());
    if ('problem' in drawn) continue;
    papers.push({ personId, ...drawn, rules: rules.get(personId)?.settings ?? quiz.settings });
  }
  return { settings: quiz.settings, papers };
}
