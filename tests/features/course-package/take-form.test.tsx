// @vitest-environment jsdom
import { redirect, ScrollRestoration } from '@remix-run/react';
import { createRemixStub } from '@remix-run/testing';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi as mocks } from 'vitest';
import { vi } from '#app/features/course-package/messages/vi.ts';
import type { PackagePreview } from '#app/features/course-package/queries/package-preview.server.ts';
import { TakeForm } from '#app/features/course-package/ui/take-form.tsx';

const preview = {
  ...{ wish: { unitId: 'u', as: 'draft' }, seen: 'f'.repeat(64) },
  plan: { problems: [], isNothing: false, course: { kind: 'new' } },
} as unknown as PackagePreview;

function Screen() {
  return (
    <>
      <TakeForm {...preview} />
      <ScrollRestoration />
    </>
  );
}

it('shows from the top what became of the package: the button stands at the end of a long page', async () => {
  const scrollTo = mocks.spyOn(window, 'scrollTo').mockImplementation(() => {});
  const action = mocks.fn(async () => redirect('/?unitId=u'));
  const Stub = createRemixStub([{ path: '/', Component: Screen, action }]);
  render(<Stub />);
  const take = await screen.findByRole('button', { name: vi.preview.take });
  scrollTo.mockClear();
  await userEvent.click(take);
  await waitFor(() => expect(action).toHaveBeenCalled());
  await waitFor(() => expect(scrollTo).toHaveBeenLastCalledWith(0, 0));
});
