import { afterEach } from 'vitest';

// Components mount into one document per file: what a test leaves behind must not reach the next.
if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react');
  await import('@testing-library/jest-dom/vitest');
  afterEach(() => cleanup());
}
