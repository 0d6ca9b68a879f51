import type { Actor } from '#app/features/access/core/role.ts';
import { personInReach } from '#app/features/org/queries/people/person-in-reach.server.ts';
import type { QuestionResponse } from '#app/features/questions/core/question.ts';
import { responseText } from '#app/features/questions/core/question-types.ts';
import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { instantText, type PersonDataPart } from '#app/kernel/person-data.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { stateAt } from '../core/attempt.ts';
import { seenByAdministrator } from '../core/rules/seen-by.ts';
import { listAnswersForExport, listFilesForExport, listSeatsForExport } from '../data/person-export.server.ts';
import { listResultsOfPerson } from '../data/results-of-person.server.ts';
import { attemptLine } from './attempt-line.server.ts';
import { mayReviewNow } from './may-review-now.server.ts';

const MOST = 1000;
const AT_ONCE = 200;

/**
 * What quizzes store about a person: attempts, seats, files by name, and the answers as they were given, of attempts whose
 * learner may see the own answers now. Grades likewise: the export tells nothing that the product still keeps back, and
 * never a key.
 */
export async function personQuizData(actor: Actor, personId: string): Promise<PersonDataPart[]> {
  await personInReach(actor, personId);
  const { sql } = database();
  const at = now();
  const results = await listResultsOfPerson(sql, personId, { limit: MOST, offset: 0 });
  const attempts = await Promise.all(
    results.map(async (row) => {
      const line = await attemptLine(row, row.settings, at, seenByAdministrator);
      const attempt = stateAt(row.attempt, at);
      const isEnded = attempt.state === 'submitted' || attempt.state === 'graded';
      const { quizId, settings, title } = row;
      const owner = isEnded && (await mayReviewNow(database().sql, { quizId, attempt }, settings, at, ['answers']));
      return { line, title, showsAnswers: owner && seenByAdministrator(owner).has('answers') };
    }),
  );
  const shown = attempts.filter(({ showsAnswers }) => showsAnswers);
  const titles = new Map(shown.map(({ line, title }) => [line.attemptId, `${title} (${line.number})`]));
  const answers: PersonDataPart['rows'][number][] = [];
  const ids = [...titles.keys()];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const given = await listAnswersForExport(sql, ids.slice(from, from + AT_ONCE));
    const versions = await questionVersions([...new Set(given.map(({ questionVersionId }) => questionVersionId))]);
    for (const { attemptId, slot, questionVersionId, response } of given) {
      const version = versions.get(questionVersionId);
      if (!version) continue;
      const { body } = version;
      const text = response === null ? null : responseText(body, JSON.parse(response) as QuestionResponse);
      answers.push({ attempt: titles.get(attemptId) ?? '', slot, question: body.stem, answer: text });
    }
  }
  return [
    {
      part: 'attempts',
      rows: attempts.map(({ line, title }) => ({
        ...{ quiz: title, number: line.number, startedAt: instantText(line.startedAt) },
        ...{ submittedAt: instantText(line.submittedAt), grade: line.grade, classification: line.classification },
      })),
    },
    { part: 'answers', rows: answers },
    { part: 'files', rows: await listFilesForExport(sql, personId) },
    { part: 'seats', rows: await listSeatsForExport(sql, personId) },
  ];
}
