import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { vi } from '#app/features/questions/messages/export-vi.ts';
import { exportQuestions } from '#app/features/questions/queries/formats/export-questions.server.ts';
import { insertDesk } from '#app/features/questions/queries/insert-desk.server.ts';
import { exportWishSchema } from '#app/features/questions/schema.export.ts';
import { AppError, isAppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { namedDownload } from '#app/platform/http/download.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand } from '#app/platform/http/form.server.ts';
import { requireActor } from '../../gate.server.ts';
import { exportWhich } from './export-which.server.ts';

/** Questions as a file: ?category=ID&format=docx&key=on. What a format cannot say is told on the page. */
export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  // Who may not write questions hears that first, whatever was asked for.
  insertDesk(actor);
  const { searchParams } = new URL(request.url);
  const { format, key } = demand(exportWishSchema, Object.fromEntries(searchParams));
  const found = await exportWhich(actor, searchParams);
  if (!found) throw new AppError('bad-input', { fields: { category: ['missing'] } });
  // In Vietnamese whatever the language of the page: these are the words that files are read by.
  const file = { title: vi.fileTitle, format, hasKey: key === 'on', lang: 'vi' as const, madeAt: now() };
  try {
    return namedDownload(await exportQuestions(actor, { ...found.which, ...file }));
  } catch (error) {
    if (isAppError(error) && error.details.reason === 'needs-key') {
      searchParams.set('refused', 'key');
      throw redirect(`/author/question-export?${searchParams}`);
    }
    throw error;
  }
});
