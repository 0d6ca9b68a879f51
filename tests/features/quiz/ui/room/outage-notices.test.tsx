// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { BoardOutage } from '#app/features/quiz/queries/room/board-reading.server.ts';
import { MeasureDone } from '#app/features/quiz/ui/room/measure-done.tsx';
import { OutageNotices } from '#app/features/quiz/ui/room/outage-notices.tsx';
import { renderAt } from '#tests/ui/in-router.tsx';

const outage: BoardOutage = {
  ...{ fromAt: Date.UTC(2026, 10, 22, 1, 9), untilAt: Date.UTC(2026, 10, 22, 1, 15) },
  ...{ silent: 6, working: 6, seconds: 64, reopened: 0, kept: {} },
};
const notices = (one: BoardOutage) =>
  renderAt('/', <OutageNotices outages={[one]} pageKey="a-page-key" answer={undefined} />);
const done = (address: string) => renderAt('/', <MeasureDone parameters={new URLSearchParams(address)} />);

it('says before the button how many are opened again, and who gets nothing and why', () => {
  notices({ ...outage, reopened: 3, kept: { seen: 2, marked: 1 } });
  expect(screen.getByRole('button', { name: 'Trả lại thời gian đã mất' })).toBeInTheDocument();
  expect(screen.getByText(/^3 bài hết giờ trong lúc mất liên lạc được mở lại/)).toBeInTheDocument();
  expect(screen.getByText(/^2 bài không mở lại được: .*đúng sai hoặc đáp án/)).toBeInTheDocument();
  expect(screen.getByText('1 bài không mở lại được: đã có người chấm.')).toBeInTheDocument();
});

it('speaks of nobody where everybody still works', () => {
  notices(outage);
  expect(screen.queryByText(/mở lại/)).not.toBeInTheDocument();
  expect(screen.queryByText(/không nhận/)).not.toBeInTheDocument();
});

it('says after it what was done, and for whom it was not', () => {
  done('done=give-back&seconds=64&reached=5&reopened=4&kept-voided=1');
  expect(screen.getByText('Đã trả lại thời gian cho 5 người, nhiều nhất 1 phút 4 giây.')).toBeInTheDocument();
  expect(screen.getByText(/^4 bài đã hết giờ được mở lại/)).toBeInTheDocument();
  expect(screen.getByText('1 người không nhận: bài đã bị hủy.')).toBeInTheDocument();
});

it('says so where nobody could get any', () => {
  done('done=give-back&seconds=64&reached=0&reopened=0&kept-seen=6');
  expect(screen.getByText('Không ai nhận lại được thời gian.')).toBeInTheDocument();
});
