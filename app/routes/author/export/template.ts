import type { LoaderFunctionArgs } from '@remix-run/node';
import { vi } from '#app/features/questions/messages/export-vi.ts';
import {
  questionTemplate,
  type TemplateFormat,
  templateFormats,
} from '#app/features/questions/queries/formats/question-template.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { namedDownload } from '#app/platform/http/download.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { requireActor } from '../../gate.server.ts';

/** A file to be filled in. In Vietnamese whatever the language of the page: these are the words that files are read by. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  await requireActor(request);
  const format = params.format as TemplateFormat;
  if (!templateFormats.includes(format)) throw new AppError('not-found');
  const { title, guide } = vi.template;
  return namedDownload({ ...(await questionTemplate(format, { title, guide, madeAt: now() })), title });
});
