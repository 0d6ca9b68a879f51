// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { boardVi } from '#app/features/quiz/messages/board-vi.ts';
import { vi } from '#app/features/quiz/messages/room-vi.ts';
import type { SessionPlanPage } from '#app/features/quiz/queries/room/session-plan.server.ts';
import { SessionPlanScreen } from '#app/features/quiz/ui/room/session-plan-screen.tsx';
import { renderAt } from '#tests/ui/in-router.tsx';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour));
const person = { rank: 'Binh nhất', unitName: 'Đại đội 1', hasAccount: true };
const page = (closedAt: Date | null): SessionPlanPage => ({
  session: {
    ...{ id: 'ca-1', quizId: 'bai-1', title: 'Ca sáng', room: 'Phòng 1', unitName: 'Sư đoàn 1', quizTitle: 'Bài' },
    ...{ lobbyAt: at(0), plannedAt: at(1), releasedAt: at(1), closedAt, lateMinutes: 15 },
    ...{ preparation: 'done', revision: 1, state: closedAt ? 'closed' : 'released' },
  },
  may: { quiz: false, times: false, seats: false },
  papers: { seats: 2, ready: 1, outOfDate: 0, arrived: 1, withAccount: 2 },
  release: 'unchanged',
  seats: [
    { ...person, personId: 'an', number: 1, fullName: 'Nguyễn Văn An', hasArrived: true, paper: 'begun' },
    { ...person, personId: 'binh', number: 2, fullName: 'Trần Thị Bình', hasArrived: false, paper: 'none' },
  ],
  choices: { quizzes: [], units: [], groups: [] },
  found: null,
});
const show = (closedAt: Date | null) =>
  renderAt('/', <SessionPlanScreen page={page(closedAt)} notice={{}} refused={undefined} />);

it('of a closed session leads to its results, and says who did not begin', () => {
  show(at(3));
  const address = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(address(boardVi.results)).toBe('/exam-sessions/ca-1/results');
  expect(address(boardVi.slips)).toBe('/exam-sessions/ca-1/slips');
  expect(screen.getAllByText(vi.plan.notBegun).length).toBeGreaterThan(0);
  expect(screen.queryByText(vi.plan.noPaper)).toBeNull();
  expect(screen.queryByRole('heading', { name: vi.plan.checklist })).toBeNull();
});

it('of a session that runs does neither yet', () => {
  show(null);
  expect(screen.queryByRole('link', { name: boardVi.results })).toBeNull();
  expect(screen.getAllByText(vi.plan.noPaper).length).toBeGreaterThan(0);
});
