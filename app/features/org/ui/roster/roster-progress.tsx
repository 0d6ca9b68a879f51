import { Form, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ProgressBar } from '#app/ui/progress-bar.tsx';
import { en } from '../../messages/roster-en.ts';
import { vi } from '../../messages/roster-vi.ts';
import type { RosterImport } from '../../queries/roster/roster-pages.server.ts';

const everyMs = 1000;

/** How far reading, applying or taking back is; looks again each second, without scripts at the press of a button. */
export function RosterProgress({ roster, isWaiting }: { roster: RosterImport; isWaiting: boolean }) {
  const words = useMessages(vi, en);
  const { state, progress } = roster;
  const { revalidate, state: asking } = useRevalidator();
  useEffect(() => {
    const timer = setTimeout(() => {
      if (asking === 'idle') revalidate();
    }, everyMs);
    return () => clearTimeout(timer);
  });
  if (state !== 'reading' && state !== 'applying' && state !== 'undoing') return null;
  const percent = `${Math.round(progress * 100)}%`;
  return (
    <div className="max-w-reading space-y-4">
      <ProgressBar
        label={words.working[state]}
        text={isWaiting && progress === 0 ? words.waiting : percent}
        fraction={isWaiting && progress === 0 ? null : progress}
      />
      <p className="text-muted">{words.workingText[state]}</p>
      <ButtonRow>
        <LinkButton to="." size="small" reloadDocument>
          {words.refresh}
        </LinkButton>
        {state !== 'undoing' && (
          <Form method="post">
            <Button type="submit" name="intent" value="cancel" size="small" look="danger">
              {state === 'reading' ? words.cancelReading : words.cancelApplying}
            </Button>
          </Form>
        )}
      </ButtonRow>
    </div>
  );
}
