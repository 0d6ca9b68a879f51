// @vitest-environment jsdom
import { useActionData } from '@remix-run/react';
import { createRemixStub } from '@remix-run/testing';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi as timers } from 'vitest';
import type { CaptionsReply } from '#app/features/media/core/captions/captions-answer.ts';
import { vi } from '#app/features/media/messages/captions-vi.ts';
import type { CaptionsPage } from '#app/features/media/queries/captions-page.server.ts';
import { CaptionsEditor } from '#app/features/media/ui/captions/captions-editor.tsx';

const rows = [
  { start: '0:01.000', end: '0:02.000', text: 'Một' },
  { start: '0:03.000', end: '0:04.000', text: 'Hai' },
];
const page = {
  media: { id: 'a'.repeat(64), name: 'căn dặn.wav', kind: 'sound', seconds: 8, width: null, height: null },
  lang: 'vi',
  langs: [],
  captions: { rows, tag: 'one', savedAt: '2026-11-22T01:00:00Z' },
} as unknown as CaptionsPage;
const place = `captions:${page.media.id}:vi`;

// jsdom plays nothing.
const track = { mode: '', cues: [], addCue: () => {}, removeCue: () => {} };
const scrolled = timers.fn();
beforeEach(() => {
  HTMLMediaElement.prototype.addTextTrack = () => track as unknown as TextTrack;
  timers.stubGlobal('VTTCue', class {});
  Element.prototype.scrollIntoView = scrolled;
  scrolled.mockClear();
  localStorage.clear();
});
afterEach(() => {
  timers.useRealTimers();
  timers.unstubAllGlobals();
});

function Screen() {
  return <CaptionsEditor page={page} answer={useActionData() as CaptionsReply | undefined} />;
}

/** The editor before a server that answers one save after the other. */
function show(...replies: CaptionsReply[]) {
  const action = timers.fn(async () => replies.shift() ?? null);
  const Stub = createRemixStub([{ path: '/', Component: Screen, action }]);
  render(<Stub />);
  return action;
}
const field = (name: string) => screen.findByRole<HTMLTextAreaElement>('textbox', { name });
const lastText = () => field(vi.textOf(2));
const saveButton = () => screen.getByRole('button', { name: vi.save });
async function typeAndSave() {
  await userEvent.type(await lastText(), ' rồi');
  await userEvent.click(saveButton());
}
const saved: CaptionsReply = {
  ...{ kind: 'saved', tag: 'two', at: '2026-11-22T02:00:00Z' },
  rows: [rows[0]!, { ...rows[1]!, text: 'Hai rồi' }],
};

it('a conflict comes to whoever saved at the end of the list: in view, and the keyboard is in it', async () => {
  const theirs = { rows: [rows[0]!], tag: 'theirs', savedAt: '2026-11-22T02:00:00Z' };
  const action = show({ kind: 'conflict', rows, theirs }, saved);
  await typeAndSave();
  const mine = await screen.findByRole('button', { name: vi.conflict.mine });
  expect(document.activeElement).toContainElement(mine);
  expect(scrolled.mock.contexts.at(-1)).toBe(document.activeElement);
  expect(await lastText()).toHaveValue('Hai rồi');
  // What makes the field as high as its words are.
  expect((await lastText()).previousElementSibling).toHaveTextContent('Hai rồi');
  await userEvent.click(mine);
  await waitFor(() => expect(action).toHaveBeenCalledTimes(2));
  // Whoever chose goes on where the save was pressed.
  await waitFor(() => expect(saveButton()).toHaveFocus());
});

it('what a server out of reach did not get stays on the screen and in the browser, is told of, and is saved later by itself', async () => {
  timers.useFakeTimers({ shouldAdvanceTime: true });
  const action = show({ kind: 'unreached' }, { kind: 'unreached' }, saved);
  await typeAndSave();
  expect(await screen.findByText(vi.unreached.save)).toBeVisible();
  expect(await lastText()).toHaveValue('Hai rồi');
  await act(() => timers.advanceTimersByTimeAsync(1000));
  expect(localStorage.getItem(place)).toContain('Hai rồi');
  await act(() => timers.advanceTimersByTimeAsync(4500));
  await waitFor(() => expect(action).toHaveBeenCalledTimes(2));
  expect(screen.getByText(vi.unreached.save)).toBeVisible();
  // The network is back before the next try is due.
  act(() => void window.dispatchEvent(new Event('online')));
  await waitFor(() => expect(screen.queryByText(vi.unreached.save)).toBeNull());
  expect(action).toHaveBeenCalledTimes(3);
  await act(() => timers.advanceTimersByTimeAsync(60_000));
  expect(action).toHaveBeenCalledTimes(3);
  expect(localStorage.getItem(place)).toBeNull();
});

it('nothing is sent for whoever is in the middle of a row', async () => {
  timers.useFakeTimers({ shouldAdvanceTime: true });
  const action = show({ kind: 'unreached' }, saved);
  await typeAndSave();
  await screen.findByText(vi.unreached.save);
  await userEvent.clear(await field(vi.endOf(2)));
  await act(() => timers.advanceTimersByTimeAsync(40_000));
  expect(action).toHaveBeenCalledTimes(1);
  expect(screen.queryByText(vi.problems['bad-time'])).toBeNull();
  await userEvent.type(await field(vi.endOf(2)), '0:05');
  await act(() => timers.advanceTimersByTimeAsync(31_000));
  await waitFor(() => expect(action).toHaveBeenCalledTimes(2));
});
