// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { BoardSeat } from '#app/features/quiz/core/room/board.ts';
import { boardVi } from '#app/features/quiz/messages/board-vi.ts';
import { SeatTable } from '#app/features/quiz/ui/room/seat-table.tsx';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { renderAt } from '#tests/ui/in-router.tsx';

const seenAt = Date.UTC(2026, 10, 22, 1, 0);
const seat: BoardSeat = {
  ...{ personId: 'an', number: 1, name: 'Nguyễn Văn An', rank: 'Binh nhất', unit: 'Đại đội 1', state: 'submitted' },
  ...{ isPaused: false, answered: 4, questions: 4, deadlineAt: null, pausedAt: null, seenAt, extraSeconds: 0 },
};

const show = (seconds: number) =>
  renderAt(
    '/',
    <SeatTable sessionId="s" seats={[seat]} caption="Phòng" isFiltered={false} now={seenAt + seconds * 1000} />,
  );

it('says how long ago a sign of life was while that is short', () => {
  show(3599);
  expect(screen.getAllByText(boardVi.ago('59 phút')).length).toBeGreaterThan(0);
});

it('says when it was once hours have passed', () => {
  show(110 * 3600);
  expect(screen.getAllByText(formatDateTime('vi', new Date(seenAt))).length).toBeGreaterThan(0);
  expect(screen.queryByText(/giờ.*trước/)).toBeNull();
});
