import { Form, Link } from '@remix-run/react';
import { formatNumber, formatTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { en } from '../../messages/room-en.ts';
import { vi } from '../../messages/room-vi.ts';
import type { SessionPlanPage } from '../../queries/room/session-plan.server.ts';
import { PlanNotice } from './plan-notice.tsx';
import { ReleasePanel } from './release-panel.tsx';
import { RoomPrints } from './room-prints.tsx';
import { SeatAdder } from './seat-adder.tsx';
import { SeatList } from './seat-list.tsx';
import { ChangeSessionForm, type RefusedPlan } from './session-form.tsx';
import { usePlannedRules } from './use-planned-rules.ts';

type Props = { page: SessionPlanPage; notice: Record<string, string>; refused: RefusedPlan };

/** The plan of one session, in the order in which an examiner works: ready?, who, what and when, the end. */
export function SessionPlanScreen({ page, notice, refused }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const rules = usePlannedRules(page);
  const { session, may } = page;
  const isOut = session.releasedAt !== null && session.closedAt === null;
  return (
    <>
      <PlanNotice notice={notice} />
      <ReleasePanel page={page} />
      <Section
        id="seats"
        title={words.plan.seatsTitle}
        lead={words.plan.seatsOf(formatNumber(lang, page.seats.length))}
      >
        <SeatList page={page} />
      </Section>
      {may.seats && <SeatAdder page={page} />}
      <Section title={words.list.plan} id="plan">
        {may.times ? (
          <ChangeSessionForm session={session} quizzes={page.choices.quizzes} refused={refused} />
        ) : (
          <DefinitionList items={rules} />
        )}
        <p className="mt-4">
          <Link to={`/author/quizzes/${session.quizId}/overrides`}>{words.plan.overrides}</Link>
        </p>
      </Section>
      {(isOut || session.closedAt) && (
        <Section title={words.plan.endTitle} id="end">
          {session.closedAt ? (
            <>
              <p className="mb-2">{words.plan.closedAt(formatTime(session.closedAt, true))}</p>
              <RoomPrints sessionId={session.id} />
            </>
          ) : (
            <>
              <p className="max-w-reading">{words.plan.endText}</p>
              {notice.working && (
                <Notice
                  kind="warning"
                  title={words.plan.stillWorking(formatNumber(lang, Number(notice.working)))}
                  live
                />
              )}
              <Form method="post" action={`/exam-sessions/${session.id}/closing`} className="mt-4">
                <Button type="submit">{words.plan.endButton}</Button>
              </Form>
            </>
          )}
        </Section>
      )}
    </>
  );
}
