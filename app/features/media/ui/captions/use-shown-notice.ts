import { type RefObject, useCallback, useEffect, useRef } from 'react';

/**
 * Brings a notice that asks for a decision before the eyes of whoever saved far below it, and the keyboard to it. Answers how
 * to go back to where the keyboard was.
 */
export function useShownNotice(notice: RefObject<HTMLElement>): () => void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
    notice.current?.focus({ preventScroll: true });
    notice.current?.scrollIntoView({ block: 'nearest' });
  }, [notice]);
  return useCallback(() => {
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
  }, []);
}

/** The same for a notice that only tells: it is shown, and the keyboard stays. */
export function useNoticeInView(notice: RefObject<HTMLElement>, told: unknown): void {
  useEffect(() => {
    if (told) notice.current?.scrollIntoView({ block: 'nearest' });
  }, [notice, told]);
}
