import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { printEn } from '../../../messages/print-en.ts';
import { printVi } from '../../../messages/print-vi.ts';
import type { PrintHead } from '../../../queries/room/print-pages.server.ts';

/** In place of results while somebody may still sit the exam. */
export function NotYet({ head, title }: { head: PrintHead; title: string }) {
  const words = useMessages(printVi, printEn);
  return (
    <Page title={title} kicker={head.title} width="reading">
      <EmptyState
        title={words.notYet}
        action={<LinkButton to={`/exam-sessions/${head.sessionId}/plan`}>{words.toSession}</LinkButton>}
      >
        {words.notYetText}
      </EmptyState>
    </Page>
  );
}
