import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { ItemList } from '#app/ui/item-list.tsx';
import { Section } from '#app/ui/page.tsx';
import { en } from '../../messages/room-en.ts';
import { vi } from '../../messages/room-vi.ts';
import type { OwnSessionLine } from '../../queries/room/own-sessions.server.ts';

/** On the learner's first page: where and when the next exams are. Nothing where there are none. */
export function OwnSessions({ sessions }: { sessions: readonly OwnSessionLine[] }) {
  const words = useMessages(vi, en).home;
  const lang = useLang();
  if (sessions.length === 0) return null;
  return (
    <Section title={words.title}>
      <ItemList
        items={sessions.map(({ sessionId, title, room, seat, plannedAt, lobbyAt, step, attemptId }) => ({
          key: sessionId,
          title,
          to: `/exam-sessions/${sessionId}`,
          note: [
            words.where(room, seat),
            words.planned(formatDateTime(lang, plannedAt)),
            ...(step === 'wait' ? [words.lobbyFrom(formatDateTime(lang, lobbyAt))] : []),
          ].join('. '),
          aside:
            step === 'done' ? (
              <span className="text-muted">{words.steps.done}</span>
            ) : (
              <LinkButton
                to={step === 'continue' ? `/attempts/${attemptId}` : `/exam-sessions/${sessionId}`}
                look={step === 'wait' ? 'secondary' : 'primary'}
                size="small"
              >
                {words.steps[step]}
              </LinkButton>
            ),
        }))}
      />
    </Section>
  );
}
