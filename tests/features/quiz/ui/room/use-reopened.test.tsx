// @vitest-environment jsdom
import { json, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { createRemixStub } from '@remix-run/testing';
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useReopened } from '#app/features/quiz/ui/room/use-reopened.ts';

let isOpen = false;
const pulse = vi.fn(async (_address: string) => Response.json({ state: isOpen ? 'open' : 'ended' }));
beforeEach(() => {
  isOpen = false;
  pulse.mockClear();
  sessionStorage.clear();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.stubGlobal('fetch', pulse);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Result() {
  useReopened('a1', useLoaderData<{ mayReopen: boolean }>().mayReopen);
  return <h1>Kết quả</h1>;
}
const Paper = () => <h1>Bài làm</h1>;

/** The page of a result, whose loader leads to the paper once that is open. */
function show(mayReopen: boolean) {
  const loader = () => (isOpen ? redirect('/attempts/a1') : json({ mayReopen }));
  const Stub = createRemixStub([
    { path: '/attempts/a1/result', Component: Result, loader },
    { path: '/attempts/a1', Component: Paper },
  ]);
  return render(<Stub initialEntries={['/attempts/a1/result']} />);
}
const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));

it('leads back to the paper once it was opened again', async () => {
  show(true);
  await screen.findByRole('heading', { name: 'Kết quả' });
  await pass(31);
  expect(pulse).toHaveBeenCalledTimes(2);
  expect(screen.getByRole('heading', { name: 'Kết quả' })).toBeInTheDocument();
  isOpen = true;
  await pass(15);
  expect(await screen.findByRole('heading', { name: 'Bài làm' })).toBeInTheDocument();
});

it('asks nothing where nobody opens it again', async () => {
  show(false);
  await screen.findByRole('heading', { name: 'Kết quả' });
  await pass(60);
  expect(pulse).not.toHaveBeenCalled();
});
