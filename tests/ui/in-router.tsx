import { createRemixStub } from '@remix-run/testing';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';

/** Renders inside a router at the given address, as components with links need. */
export function renderAt(address: string, element: ReactElement) {
  // biome-ignore lint/correctness/noComponentHookFactories: one router for one rendering
  const Stub = createRemixStub([{ path: '*', Component: () => element }]);
  return render(<Stub initialEntries={[address]} />);
}
