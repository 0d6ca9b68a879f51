import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { exportQuestions } from '#app/features/questions/queries/formats/export-questions.server.ts';
import { insertDesk } from '#app/features/questions/queries/insert-desk.server.ts';
import { exportWishSchema } from '#app/features/questions/schema.export.ts';
import { isAppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { namedDownload } from '#app/platform/http/download.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand } from '#app/platform/http/form.server.ts';
import { requireActor } from '../../gate.server.ts';

/** The questions of a category as a file: ?category=ID&format=docx&key=on. What a format cannot say is told on the page. */
export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  // Who may not write questions hears that first, whatever was asked for.
  insertDesk(actor);
  const asked = new URL(request.url).searchParams;
  const { category, format, key } = demand(exportWishSchema, Object.fromEntries(asked));
  const wish = { categoryId: category, format, hasKey: key === 'on', lang: 'vi' as const, madeAt: now() };
  try {
    return namedDownload(await exportQuestions(actor, wish));
  } catch (error) {
    if (isAppError(error) && error.details.reason === 'needs-key') {
      throw redirect(`/author/question-export?${new URLSearchParams({ category, format })}`);
    }
    throw error;
  }
});
