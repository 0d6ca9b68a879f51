import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import type { FormSetting } from '../core/report-form.ts';
import { findForms, replaceForm } from '../data/unit-settings.server.ts';
import { findNamedUnit } from '../data/units.server.ts';

/** Writes how a unit's reports look from now on; reports that are kept stay as they were made. */
export async function setReportForm(actor: Actor, unitId: string, form: FormSetting): Promise<void> {
  const scope = requireScope(actor, 'report.make');
  await transact(actor, 'org.unit-setting-changed', async ({ tx, at, record, unchanged }) => {
    const unit = await findNamedUnit(tx, scope, unitId);
    if (!unit) throw new AppError('not-found');
    const { own } = await findForms(tx, unit.path);
    if (canonicalJson(own) === canonicalJson(form)) return unchanged();
    await replaceForm(tx, { unitId, at, byId: actor.personId }, form);
    record(unitId, { key: 'report-form', form: form.form, names: form.names, delegates: form.delegates }, unit.path);
  });
}
