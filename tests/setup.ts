import fc from 'fast-check';
import { afterEach } from 'vitest';

// The same cases in every run, so that a red run is the fault of what was changed. PROPERTY_SEED=N tries others.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.PROPERTY_SEED ?? 35) });

// Components mount into one document per file: what a test leaves behind must not reach the next.
if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react');
  await import('@testing-library/jest-dom/vitest');
  afterEach(() => cleanup());
}
