// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Countdown } from '#app/features/quiz/ui/countdown.tsx';
import { heardNow } from '#app/features/quiz/ui/use-countdown.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000));
const line = () => screen.getByRole('timer').textContent;
const spoken = () => document.querySelector('[aria-live="polite"]')?.textContent;

describe('the time left', () => {
  it('is told in whole minutes, and in seconds in the last one', () => {
    render(
      <Countdown time={heardNow(24 * 60 - 5)} deadlineAt={new Date('2026-11-22T01:24:00Z')} onZero={() => undefined} />,
    );
    expect(line()).toBe('Còn 24 phút, làm đến 08:24');
    pass(23 * 60);
    expect(line()).toBe('Còn 55 giây, làm đến 08:24');
  });

  it('is said aloud at 10, 5 and 1 minutes, once each', () => {
    render(<Countdown time={heardNow(601)} deadlineAt={null} onZero={() => undefined} />);
    expect(spoken()).toBe('');
    pass(2);
    expect(spoken()).toBe('Còn 10 phút.');
    pass(290);
    expect(spoken()).toBe('Còn 10 phút.');
    pass(10);
    expect(spoken()).toBe('Còn 5 phút.');
    pass(240);
    expect(spoken()).toBe('Còn 1 phút.');
  });

  it('asks the server at zero, and goes on when the server gives more', () => {
    const onZero = vi.fn();
    const { rerender } = render(<Countdown time={heardNow(3)} deadlineAt={null} onZero={onZero} />);
    pass(2);
    expect(onZero).not.toHaveBeenCalled();
    pass(1.5);
    expect(onZero).toHaveBeenCalled();
    expect(line()).toBe('Hết giờ, đang nộp bài…');
    rerender(<Countdown time={heardNow(120)} deadlineAt={null} onZero={onZero} />);
    expect(line()).toBe('Còn 2 phút');
  });

  it('does not follow the date of the browser', () => {
    render(<Countdown time={heardNow(600)} deadlineAt={null} onZero={() => undefined} />);
    vi.setSystemTime(new Date('2030-01-01'));
    pass(60);
    expect(line()).toBe('Còn 9 phút');
  });

  it('says that there is no limit', () => {
    render(<Countdown time={null} deadlineAt={null} onZero={() => undefined} />);
    expect(screen.getByText('Không giới hạn thời gian')).toBeInTheDocument();
  });
});
