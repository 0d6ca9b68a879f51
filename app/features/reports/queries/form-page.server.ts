import type { Actor } from '#app/features/access/core/role.ts';
import { type UnitPlace, unitPlace } from '#app/features/org/queries/unit-place.server.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { FormSetting, ReportForm } from '../core/report-form.ts';
import { findForms } from '../data/unit-settings.server.ts';
import { reportForm } from './report-draft.server.ts';

export interface FormPage {
  unit: { id: string; name: string };
  above: UnitPlace['above'];
  own: FormSetting;
  /** What holds where the unit says nothing. */
  form: ReportForm;
  today: string;
}

/** How a unit's reports look, and what of it comes from above. Throws not-found out of reach. */
export async function formPage(actor: Actor, unitId: string): Promise<FormPage> {
  const { unit, above } = await unitPlace(actor, unitId, 'report.make');
  const { own } = await findForms(database().read, unit.path);
  return {
    ...{ unit: { id: unit.id, name: unit.name }, above, own, today: dateOf(now()) },
    form: await reportForm(unit.path),
  };
}
