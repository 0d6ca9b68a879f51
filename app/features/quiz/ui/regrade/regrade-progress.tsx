import { Form, Link, useNavigation, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { formatDateTime, formatPercent, formatRatio } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Section } from '#app/ui/page.tsx';
import { ProgressBar } from '#app/ui/progress-bar.tsx';
import { en } from '../../messages/regrade-en.ts';
import { vi } from '../../messages/regrade-vi.ts';
import type { KeyChangePage } from '../../queries/regrade/key-change-page.server.ts';

/** How often the page asks how far it is. */
const everyMs = 1500;

/** How far a regrade is, live, and the button that stops it or lets it go on. */
export function RegradeProgress({ id, regrade }: { id: string; regrade: NonNullable<KeyChangePage['regrade']> }) {
  const words = useMessages(vi, en).page;
  const lang = useLang();
  const { revalidate, state } = useRevalidator();
  const isBusy = useNavigation().formMethod === 'POST';
  const { total, done, isStopped, finishedAt } = regrade;
  const isRunning = finishedAt === null && !isStopped;
  // Asked again only once the last answer has come, so that a slow server is not asked twice at once.
  useEffect(() => {
    if (!isRunning || state !== 'idle') return;
    const timer = setTimeout(revalidate, everyMs);
    return () => clearTimeout(timer);
  }, [isRunning, state, revalidate]);
  const whole = Math.max(total, done);
  const share = whole === 0 ? (finishedAt === null ? 0 : 1) : done / whole;
  return (
    <Section title={words.regrade}>
      <div className="max-w-form space-y-4">
        <ProgressBar
          label={words.progress}
          text={words.progressOf(formatRatio(lang, done, whole), formatPercent(lang, share))}
          fraction={share}
        />
        <p className="text-muted" aria-live="polite">
          {finishedAt
            ? words.finished(formatDateTime(lang, finishedAt))
            : isStopped
              ? words.stoppedText
              : words.running}
        </p>
        {finishedAt === null && (
          <Form method="post" className="screen-only flex flex-wrap items-center gap-4">
            <Button type="submit" name="intent" value={isStopped ? 'continue' : 'stop'} busy={isBusy}>
              {isStopped ? words.continue : words.stop}
            </Button>
            <noscript>
              <Link to={`/author/key-changes/${id}`}>{words.reload}</Link>
            </noscript>
          </Form>
        )}
      </div>
    </Section>
  );
}
