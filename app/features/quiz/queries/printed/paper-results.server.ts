import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { heldBetween } from '../../core/printed/paper-set.ts';
import type { SheetState } from '../../core/printed/sheet.ts';
import { summaryOf } from '../../core/room/result-summary.ts';
import { listSheetResults } from '../../data/printed/paper-sheets.server.ts';
import { findParentUnitName } from '../../data/printed/unit-names.server.ts';
import { findQuiz } from '../../data/quiz-for-attempt.server.ts';
import type { SessionResult } from '../../data/room/session-results.server.ts';
import type { ResultPrint } from '../room/print-pages.server.ts';
import { listSetPeople } from './paper-set-page.server.ts';
import { loadPaperSet } from './set-reading.server.ts';

const uncounted: ReadonlySet<SheetState | null> = new Set(['entered', 'differs', 'checked']);

/** What everybody on the list came to, in the form in which a session's results are printed; no answer is in it. */
export async function paperResults(actor: Actor, setId: string): Promise<ResultPrint> {
  const set = await loadPaperSet({ run: requireScope(actor, 'exam.run'), author: [] }, setId);
  const { sql } = database();
  const settings = (await findQuiz(sql, set.quizId))?.settings;
  if (!settings) throw new AppError('not-found');
  const came = await listSheetResults(sql, setId);
  const results = (await listSetPeople(set)).map((person): SessionResult => {
    const { personId, number, fullName, rank, unitName } = person;
    const result = came.get(personId);
    const counts = result?.state === 'graded';
    return {
      ...{ personId, number: number ?? 0, fullName, rank, unitName },
      // Whose sheet lies there uncounted has written it, and is not absent.
      state: result?.state ?? (uncounted.has(person.state) ? 'submitted' : null),
      submittedAt: result?.submittedAt ?? null,
      grade: counts ? result.grade : null,
      passed: counts ? result.passed : null,
      classification: counts ? result.classification : null,
    };
  });
  const { title, quizTitle, unitName, closedAt } = set;
  return {
    head: {
      ...{ sessionId: set.settings.sessionId ?? '', title, room: unitName, quiz: quizTitle, unit: unitName },
      parentUnit: await findParentUnitName(sql, set.unitId),
      examiner: actor.rank ? `${actor.rank} ${actor.fullName}` : actor.fullName,
      heldAt: heldBetween(set.heldOn, set.settings).from,
      ...{ closedAt, printedAt: now() },
    },
    results,
    summary: summaryOf(results),
    gradeScale: settings.gradeScale,
    passGrade: settings.passGrade,
  };
}
