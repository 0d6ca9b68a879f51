import type { Actor } from '#app/features/access/core/role.ts';
import { type UnitPlace, unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { type AssignmentChoice, assignmentChoice } from '#app/features/progress/queries/assignment-choice.server.ts';
import type { Lang } from '#app/kernel/lang.ts';
import { dateOf, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { ReportForm } from '../core/report-form.ts';
import { isOver, reportInstant } from '../core/report-instant.ts';
import type { ReportSearch } from '../schema.ts';
import { draftReport, type ReportDraft, reportForm } from './report-draft.server.ts';
import { namesIn } from './report-page.server.ts';

export interface NewReportPage {
  unit: { id: string; name: string };
  above: UnitPlace['above'];
  today: LocalDate;
  choices: AssignmentChoice['choices'];
  form: ReportForm;
  asked: ReportSearch;
  key: string;
  /** What would be kept now; null while nothing is chosen. */
  draft: (ReportDraft & { names: Record<string, string> }) | null;
}

/** What a new report would say, before it is made. Throws not-found out of reach or for another unit's assignment. */
export async function newReportPage(
  actor: Actor,
  unitId: string,
  asked: ReportSearch,
  lang: Lang,
): Promise<NewReportPage> {
  const { unit, above } = await unitPlace(actor, unitId, 'report.make');
  const at = now();
  const today = dateOf(at);
  const asOfDay = asked.asOf !== '' && asked.asOf <= today ? asked.asOf : today;
  const asOfAt = reportInstant(asOfDay, at) ?? at;
  const { choices } = await assignmentChoice(unit, null, isOver(asOfDay, at) ? asOfAt : null);
  const assignment = asked.assignment.filter((id) => choices.some((choice) => choice.id === id));
  const draft =
    assignment.length === 0
      ? null
      : await draftReport({
          ...{ unitId, unitPath: unit.path, assignmentIds: assignment, asOfAt, lang },
          ...{ names: asked.names, remarks: asked.remarks },
        });
  return {
    ...{
      unit: { id: unit.id, name: unit.name },
      above,
      today,
      choices,
      form: await reportForm(unit.path),
      key: newId(),
    },
    asked: { ...asked, assignment, asOf: asOfDay, datedOn: asked.datedOn || today },
    draft: draft && { ...draft, names: await namesIn(database().read, draft.figures.study) },
  };
}
