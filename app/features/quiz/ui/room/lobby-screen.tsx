import { Form } from '@remix-run/react';
import { useMemo } from 'react';
import { formatDateTime, formatDuration, formatMark, formatTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { CheckCircleIcon } from '#app/ui/icons.tsx';
import { Notice, type NoticeKind } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { en } from '../../messages/room-en.ts';
import { vi } from '../../messages/room-vi.ts';
import type { Lobby } from '../../queries/room/lobby.server.ts';
import { Rendered } from '../rendered.tsx';
import { heardNow, useCountdown } from '../use-countdown.ts';
import { type LobbyWait, useLobby } from './use-lobby.ts';

type Props = { lobby: Lobby; refused: string | null };

/** Before the paper: who I am here, what awaits me, and the wait for the release. Without JavaScript it reloads itself. */
export function LobbyScreen({ lobby, refused }: Props) {
  const words = useMessages(vi, en).lobby;
  const wait = useLobby(lobby);
  const { person, session, way } = lobby;
  const isPassing = way.kind === 'wait' || way.kind === 'paused' || way.kind === 'too-early' || way.kind === 'voided';
  return (
    <>
      {isPassing && (
        <noscript>
          <meta httpEquiv="refresh" content="15" />
        </noscript>
      )}
      {refused && words.refused[refused] && <Notice kind="error" title={words.refused[refused]} live />}
      <Way lobby={lobby} wait={wait} />
      <DefinitionList
        items={[
          { term: words.person, value: [person.rank, person.fullName].filter(Boolean).join(' ') },
          { term: words.seat, value: <span className="tabular font-semibold">{person.seat}</span> },
          { term: words.room, value: session.room },
        ]}
      />
      <Section title={words.rules}>
        <Rendered html={lobby.quiz.instructionsHtml} className="mb-4 max-w-reading space-y-3" />
        <DefinitionList items={useRules(lobby)} />
        <p className="mt-3 max-w-reading text-muted">{words.saving}</p>
      </Section>
    </>
  );
}

const kinds: Partial<Record<Lobby['way']['kind'], NoticeKind>> = {
  begin: 'success',
  working: 'success',
  late: 'error',
  voided: 'error',
  closed: 'warning',
  'quiz-closed': 'warning',
  paused: 'warning',
};

/** Where the person stands, and the one thing to do. */
function Way({ lobby, wait: { step, hasArrived } }: { lobby: Lobby; wait: LobbyWait }) {
  const words = useMessages(vi, en).lobby;
  const lang = useLang();
  const { way, session } = lobby;
  const text =
    way.kind === 'too-early'
      ? words.wayText['too-early'](formatDateTime(lang, session.lobbyAt))
      : way.kind === 'late'
        ? words.wayText.late(formatTime(way.until))
        : way.kind in words.wayText
          ? words.wayText[way.kind as 'wait' | 'begin' | 'paused' | 'voided']
          : null;
  return (
    <div className="space-y-4">
      <Notice kind={kinds[way.kind] ?? 'info'} title={words.way[way.kind]} live>
        {text && <p>{text}</p>}
        {way.kind === 'begin' && lobby.lateUntil && <p>{words.beginUntil(formatTime(lobby.lateUntil, true))}</p>}
        {step !== 'waiting' && <p className="font-semibold">{step === 'opening' ? words.opening : words.lost}</p>}
      </Notice>
      {way.kind === 'wait' && <UntilPlanned seconds={lobby.plannedInSeconds} />}
      <Doings lobby={lobby} hasArrived={hasArrived} />
    </div>
  );
}

function Doings({ lobby, hasArrived }: { lobby: Lobby; hasArrived: boolean }) {
  const words = useMessages(vi, en).lobby;
  const { way, session } = lobby;
  const address = `/exam-sessions/${session.id}`;
  if (way.kind === 'working') {
    return (
      <LinkButton to={`/attempts/${way.attemptId}`} look="primary">
        {words.continue}
      </LinkButton>
    );
  }
  if (way.kind === 'ended') return <LinkButton to={`/attempts/${way.attemptId}/result`}>{words.result}</LinkButton>;
  if (way.kind === 'begin') {
    return (
      <Form method="post" action={`${address}/start`} reloadDocument>
        <Button type="submit" look="primary">
          {words.begin}
        </Button>
      </Form>
    );
  }
  if (way.kind !== 'wait' && way.kind !== 'paused') return null;
  return (
    <ButtonRow>
      {hasArrived && (
        <p className="flex items-center gap-2 font-semibold text-accent">
          <CheckCircleIcon className="h-5 w-5" />
          {words.arrived}
        </p>
      )}
      {/* With scripts the page does both by itself. */}
      <noscript>
        <form method="post" action={`${address}/presence`}>
          <Button type="submit" look={hasArrived ? 'secondary' : 'primary'}>
            {hasArrived ? words.check : words.notArrived}
          </Button>
        </form>
      </noscript>
    </ButtonRow>
  );
}

/** Counts down to the planned release by the server's word; nothing happens at zero but the examiner's press. */
function UntilPlanned({ seconds }: { seconds: number }) {
  const words = useMessages(vi, en).lobby;
  const lang = useLang();
  const time = useMemo(() => (typeof performance === 'undefined' ? null : heardNow(seconds)), [seconds]);
  const { seconds: counted } = useCountdown(time, () => undefined);
  const left = counted ?? seconds;
  // Not said aloud each second: the way above is.
  return (
    <p role="timer" aria-live="off" className="tabular text-lg">
      {left > 0 ? words.untilPlanned(formatDuration(lang, left)) : words.pastPlanned}
    </p>
  );
}

function useRules({ rules, quiz, session }: Lobby) {
  const words = useMessages(vi, en).lobby;
  const lang = useLang();
  const { timeLimitSeconds, closeAt, extraSeconds, lateMinutes } = rules;
  const time = [
    timeLimitSeconds > 0 ? formatDuration(lang, timeLimitSeconds) : words.noLimit,
    extraSeconds > 0 && words.extra(formatDuration(lang, extraSeconds)),
    closeAt && words.until(formatDateTime(lang, closeAt)),
  ];
  return [
    { term: words.quiz, value: `${quiz.title}, ${words.questions(quiz.questionCount)}` },
    { term: words.time, value: time.filter(Boolean).join(', ') },
    { term: words.planned, value: formatDateTime(lang, session.plannedAt) },
    { term: words.late, value: lateMinutes === null ? words.lateAny : words.lateOf(lateMinutes) },
    {
      term: words.pass,
      value: words.passOf(formatMark(lang, rules.passGrade), formatMark(lang, rules.gradeScale)),
    },
    ...(rules.forwardOnly ? [{ term: '', value: words.forwardOnly }] : []),
  ];
}
