import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/quiz/messages/marking-en.ts';
import { vi } from '#app/features/quiz/messages/marking-vi.ts';
import { markingSheet } from '#app/features/quiz/queries/marking/marking-sheet.server.ts';
import { MarkingSheetView } from '#app/features/quiz/ui/marking/marking-sheet-view.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button } from '#app/ui/button.tsx';
import { PrintIcon } from '#app/ui/icons.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).sheet.title);
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => ({
  sheet: await markingSheet(await requireActor(request), idParam(params.quizId)),
}));

export default function Sheet() {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { sheet } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.sheet.title}
      kicker={sheet.title}
      lead={words.sheet.printedAt(formatDateTime(lang, sheet.printedAt))}
      crumbs={[
        { to: '/marking', label: words.queue.title },
        { to: `/marking/${sheet.quizId}`, label: sheet.title },
      ]}
      crumbsLabel={words.crumbs}
      actions={
        <Button type="button" icon={PrintIcon} onClick={() => window.print()}>
          {words.sheet.print}
        </Button>
      }
    >
      <MarkingSheetView sheet={sheet} />
    </Page>
  );
}
