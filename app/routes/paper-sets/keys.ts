import type { LoaderFunctionArgs } from '@remix-run/node';
import { recordPaperPrint } from '#app/features/quiz/commands/printed/record-paper-print.server.ts';
import { paperKeys } from '#app/features/quiz/queries/printed/paper-keys.server.ts';
import { keysDocument } from '#app/features/quiz/ui/printed/keys-document.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { requireActor } from '../gate.server.ts';
import { formatOf, paperDownload, paperHead, variantOf } from './files.server.ts';

/** The keys of a set for its authors, from its day on, as /keys.pdf or /keys.docx. Logged before they are handed over. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const setId = idParam(params.setId);
  const [format, variant, lang] = [
    formatOf(request),
    variantOf(request),
    langFromCookieHeader(request.headers.get('Cookie')),
  ];
  const content = await paperKeys(actor, setId, variant);
  await recordPaperPrint(actor, setId, { kind: 'keys', format, variant });
  return paperDownload(keysDocument(content, await paperHead(content.set, lang), lang), format);
});
