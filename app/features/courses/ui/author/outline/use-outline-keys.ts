import { type RefObject, useEffect } from 'react';
import type { OutlineAnswer } from './outline-answer.ts';

const arrows: Record<string, string> = { ArrowUp: '-1', ArrowDown: '1' };

/**
 * Alt and an arrow on anything of a lesson or a module press its button up or down. After a step the focus goes on to what
 * was moved, wherever it stands now.
 */
export function useOutlineKeys(frame: RefObject<HTMLElement>, answer: OutlineAnswer | undefined): void {
  useEffect(() => {
    const element = frame.current;
    const press = (event: KeyboardEvent) => {
      const by = event.altKey ? arrows[event.key] : undefined;
      const row = (event.target as HTMLElement).closest<HTMLElement>('[data-lesson], [data-module]');
      const button = by && row?.querySelector<HTMLButtonElement>(`button[name="by"][value="${by}"]`);
      if (!button) return;
      event.preventDefault();
      button.click();
    };
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  }, [frame]);

  useEffect(() => {
    const sent = answer?.kind === 'changed' ? answer.sent : undefined;
    if (!sent?.by) return;
    const row =
      sent.kind === 'shift-lesson'
        ? frame.current?.querySelector(`[data-lesson="${sent.lessonId}"]`)
        : frame.current?.querySelector(`[data-module="${sent.code}"]`);
    row?.querySelector<HTMLButtonElement>(`button[name="by"][value="${sent.by}"]`)?.focus();
  }, [frame, answer]);
}
