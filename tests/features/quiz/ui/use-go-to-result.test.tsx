// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing';
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useGoToResult } from '#app/features/quiz/ui/use-go-to-result.ts';

function Attempt() {
  const goToResult = useGoToResult('a1');
  return (
    <button type="button" onClick={goToResult}>
      Hết giờ
    </button>
  );
}

const Result = () => <h1>Kết quả</h1>;

it('leads to the result once, however often it is asked while that page is on its way', async () => {
  const shown: (() => void)[] = [];
  const loader = vi.fn(() => new Promise<null>((resolve) => shown.push(() => resolve(null))));
  const Stub = createRemixStub([
    { path: '/attempts/a1', Component: Attempt },
    { path: '/attempts/a1/result', Component: Result, loader },
  ]);
  render(<Stub initialEntries={['/attempts/a1']} />);
  const ended = await screen.findByRole('button');
  for (let second = 0; second < 3; second += 1) fireEvent.click(ended);
  await vi.waitFor(() => expect(loader).toHaveBeenCalled());
  fireEvent.click(ended);
  for (const show of shown) show();
  expect(await screen.findByRole('heading', { name: 'Kết quả' })).toBeInTheDocument();
  expect(loader).toHaveBeenCalledTimes(1);
});
