import type { LoaderFunctionArgs } from '@remix-run/node';
import { recordPaperPrint } from '#app/features/quiz/commands/printed/record-paper-print.server.ts';
import { paperContent } from '#app/features/quiz/queries/printed/paper-content.server.ts';
import { papersDocument } from '#app/features/quiz/ui/printed/paper-documents.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { requireActor } from '../gate.server.ts';
import { formatOf, paperDownload, paperHead, variantOf } from './files.server.ts';

/** The papers of a set, all variants or one, as /papers.pdf or /papers.docx. Logged before they are handed over. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const setId = idParam(params.setId);
  const [format, variant, lang] = [
    formatOf(request),
    variantOf(request),
    langFromCookieHeader(request.headers.get('Cookie')),
  ];
  const content = await paperContent(actor, setId, variant);
  await recordPaperPrint(actor, setId, { kind: 'papers', format, variant });
  return paperDownload(papersDocument(content, await paperHead(content.set, lang), lang), format);
});
