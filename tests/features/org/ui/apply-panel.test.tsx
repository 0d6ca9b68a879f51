// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { RosterPage } from '#app/features/org/queries/roster/roster-pages.server.ts';
import { ApplyPanel, PolicyPanel } from '#app/features/org/ui/roster/apply-panel.tsx';
import { RosterView } from '#app/features/org/ui/roster/roster-view.tsx';
import { renderAt } from '#tests/ui/in-router.tsx';

const counts = { added: 0, changed: 2, transferred: 0, returned: 0, same: 0, problem: 1 };
const roster = { id: 'r', state: 'read', failure: null, policy: 'ask', outcome: { counts } };
const page = { roster, isWaiting: false, decisions: { apply: 1, leave: 0, ask: 2 } } as unknown as RosterPage;
const scrolled = vi.fn();

beforeEach(() => {
  Element.prototype.scrollIntoView = scrolled.mockClear();
});

it('says beside the button why nothing was applied, in view and with the focus, and leads to what is to be decided', () => {
  renderAt(
    '/',
    <>
      <PolicyPanel page={page} />
      <ApplyPanel page={page} refusal={{ reason: 'asked', isOfApply: true }} />
    </>,
  );
  const told = screen.getByRole('alert');
  expect(told).toHaveTextContent('Còn người chưa quyết định cập nhật hay giữ nguyên.');
  expect(told.closest('form')).toContainElement(screen.getByRole('button', { name: 'Áp dụng danh sách' }));
  expect(document.activeElement).toContainElement(told);
  expect(scrolled).toHaveBeenCalledOnce();
  const id = screen.getByRole('link', { name: 'Đến chỗ quyết định' }).getAttribute('href')!.slice(1);
  expect(document.getElementById(id)).not.toBeNull();
});

it('tells it on top where the file is at another step by now', () => {
  const failed = { ...page, roster: { ...page.roster, state: 'failed' } } as RosterPage;
  renderAt('/', <RosterView page={failed} refusal={{ reason: 'state', isOfApply: true }} made={null} done={null} />);
  expect(document.activeElement).toContainElement(screen.getByRole('alert'));
  expect(scrolled).toHaveBeenCalledOnce();
});
