import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportPackage } from '#app/features/course-package/commands/export-package.server.ts';
import { exportChoiceSchema } from '#app/features/course-package/schema.choices.ts';
import { streamedDownload } from '#app/platform/http/download.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../../gate.server.ts';

/** A course as one file: ?of=published or draft. Entered in the log before it is handed over, then read as it is sent. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { fileName, byteSize, chunks } = await exportPackage(
    actor,
    idParam(params.courseId),
    demand(exportChoiceSchema, asked),
  );
  return streamedDownload({ chunks, byteSize, name: fileName, mediaType: 'application/zip' });
});
