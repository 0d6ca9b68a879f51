import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../messages/room-en.ts';
import { vi } from '../../messages/room-vi.ts';
import type { SessionPlanPage } from '../../queries/room/session-plan.server.ts';

/** A plan that stands, as terms and values. */
export function usePlannedRules({ session }: SessionPlanPage) {
  const { form, lobby } = useMessages(vi, en);
  const lang = useLang();
  const { quizTitle, room, unitName, plannedAt, lateMinutes } = session;
  return [
    { term: form.quiz, value: quizTitle },
    { term: form.unit, value: unitName },
    { term: form.room, value: room },
    { term: form.time, value: formatDateTime(lang, plannedAt) },
    { term: lobby.late, value: lateMinutes === null ? lobby.lateAny : lobby.lateOf(lateMinutes) },
  ];
}
