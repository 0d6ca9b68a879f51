import type { Actor } from '#app/features/access/core/role.ts';
import type { ExportWhich } from '#app/features/questions/queries/formats/export-questions.server.ts';
import { foundQuestionIds } from '#app/features/questions/queries/questions-page.server.ts';
import { mostAtOnce, questionListSchema } from '#app/features/questions/schema.bank.ts';
import { type ExportAsked, exportWhichSchema } from '#app/features/questions/schema.export.ts';
import { demand } from '#app/platform/http/form.server.ts';
import { bankFilter } from '../bank/bank-filter.server.ts';

/** The questions that an address asks for; null where it names none yet. */
export async function exportWhich(
  actor: Actor,
  search: URLSearchParams,
): Promise<{ asked: ExportAsked; which: ExportWhich } | null> {
  const asked = readAsked(search);
  if (!asked) return null;
  if (asked.which === 'category') return { asked, which: { categoryId: asked.category } };
  if (asked.which === 'chosen') return { asked, which: { ids: asked.ids } };
  const values = questionListSchema.parse(Object.fromEntries(new URLSearchParams(asked.search)));
  return { asked, which: { ids: await foundQuestionIds(actor, await bankFilter(actor, values), mostAtOnce) } };
}

/** The list of the bank names each chosen question by an `id` of its own; a page that comes back names all in `ids`. */
function readAsked(search: URLSearchParams): ExportAsked | null {
  const { which = 'category', ...fields } = Object.fromEntries(search);
  const ids = search.has('ids') ? search.get('ids') : search.getAll('id').join(' ');
  if (which === 'chosen' ? ids === '' : which === 'category' && !fields.category) return null;
  return demand(exportWhichSchema, { ...fields, which, ids });
}
