import type { LoaderFunctionArgs } from '@remix-run/node';
import { recordPaperPrint } from '#app/features/quiz/commands/printed/record-paper-print.server.ts';
import { gridContent } from '#app/features/quiz/queries/printed/paper-content.server.ts';
import { gridDocument } from '#app/features/quiz/ui/printed/grid-document.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { requireActor } from '../gate.server.ts';
import { formatOf, paperDownload, paperHead } from './files.server.ts';

/** The answer sheets of a set, as /grid.pdf with circles or /grid.docx with boxes. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const setId = idParam(params.setId);
  const [format, lang] = [formatOf(request), langFromCookieHeader(request.headers.get('Cookie'))];
  const content = await gridContent(actor, setId);
  await recordPaperPrint(actor, setId, { kind: 'grid', format, variant: null });
  return paperDownload(gridDocument(content, await paperHead(content.set, lang), lang, format === 'docx'), format);
});
