import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { SourceEntry } from '../../core/imports/read-source.ts';
import type { Doubt, WorkbenchStep } from '../../core/imports/workbench.ts';

/** The keys of the screen as `KeyHelp` lists them; every one of them does what a button does as well. */
export const importKeys = {
  doubts: [
    { does: 'nextDoubt', keys: ['F8', 'Shift+F8'] },
    { does: 'takeMend', keys: ['Enter'] },
    { does: 'takeOther', keys: ['1…9'] },
    { does: 'setKey', keys: ['A…H'] },
  ],
  questions: [
    { does: 'nextQuestion', keys: ['Alt+↓', 'Alt+↑'] },
    { does: 'setKey', keys: ['A…H'] },
    { does: 'edit', keys: ['Enter'] },
    { does: 'leave', keys: ['Esc'] },
    { does: 'leaveOut', keys: ['Delete'] },
    { does: 'near', keys: ['1', '2', '3'] },
  ],
  all: [
    { does: 'sides', keys: ['F9'] },
    { does: 'undo', keys: ['Ctrl+Z', 'Ctrl+Y'] },
    { does: 'take', keys: ['Ctrl+Enter'] },
    { does: 'help', keys: ['Ctrl+/'] },
  ],
} as const;

interface Screen {
  form: RefObject<HTMLFormElement>;
  doubts: readonly Doubt[];
  entries: readonly SourceEntry[];
  step(step: WorkbenchStep): void;
  onHelp(): void;
}

/** The way through the screen without a mouse: from doubt to doubt, from question to question, from one side to the other. */
export function useImportKeys({ form, doubts, entries, step, onHelp }: Screen) {
  const [current, setCurrent] = useState(-1);
  const find = useCallback((selector: string) => form.current?.querySelector<HTMLElement>(selector) ?? null, [form]);

  const go = useCallback(
    (place: number, isToSource = false) => {
      const doubt = doubts[place];
      if (!doubt) return;
      setCurrent(place);
      step({ kind: 'go', line: doubt.problem.line });
      // The first mend has the focus: Enter takes it.
      requestAnimationFrame(() => {
        const target = isToSource ? find('#import-source') : find(`[data-mend="${place}"]`);
        target?.closest('details')?.setAttribute('open', '');
        target?.focus();
      });
    },
    [doubts, step, find],
  );

  // A mend takes its doubt away: the focus goes to the one that stands in its place, in the end to the button that takes all.
  const taken = useRef<number | null>(null);
  useEffect(() => {
    if (taken.current === null) return;
    const place = Math.min(taken.current, doubts.length - 1);
    taken.current = null;
    if (place >= 0) go(place);
    else find('button[value="take"]')?.focus();
  }, [doubts, go, find]);
  const onTaken = useCallback((place: number) => {
    taken.current = place;
  }, []);

  const showQuestion = (at: number, block: ScrollLogicalPosition = 'nearest') => {
    const card = find(`#question-${at + 1} article`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block });
  };
  /** The question at which the focus is, on either side; -1: none. */
  const placeOf = (target: Element): number => {
    const card = target.closest('[data-card]');
    if (card) return Number(card.getAttribute('data-card'));
    if (!(target instanceof HTMLTextAreaElement) || target.id !== 'import-source') return -1;
    const line = target.value.slice(0, target.selectionStart).split('\n').length;
    return entries.findLastIndex(({ from }) => from <= line);
  };
  const press = (within: Element | null, selector: string): boolean => {
    const button = within?.querySelector<HTMLElement>(selector);
    button?.click();
    return Boolean(button);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || event.nativeEvent.isComposing) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const isTyping = target.matches('input:not([type="checkbox"]), textarea, select');
    const isOurs = target.id === 'import-source' || target.closest('[data-card]') !== null || !isTyping;
    const near = target.closest('[data-card], [data-doubt]');
    const handled = (): boolean => {
      if (key === 'F8' && doubts.length > 0) {
        const next = event.shiftKey ? Math.max(current, 0) - 1 : current + 1;
        go((next + doubts.length) % doubts.length);
        return true;
      }
      if (key === 'F9') {
        const at = Math.max(0, placeOf(target));
        if (target.id === 'import-source') showQuestion(at);
        else if (entries[at]) {
          step({ kind: 'go', line: entries[at].from });
          requestAnimationFrame(() => find('#import-source')?.focus());
        }
        return true;
      }
      if (event.altKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
        const next = placeOf(target) + (key === 'ArrowDown' ? 1 : -1);
        showQuestion(Math.min(Math.max(next, 0), entries.length - 1));
        return true;
      }
      if (isCommand) return onCommand(key, event.shiftKey, isOurs);
      if (key === 'Enter' && target.id === 'newCategory') return press(form.current, 'button[value="take"]');
      if (!near || event.altKey) return false;
      if (target.matches('[data-editing] input') && key === 'Enter') return press(near, '[data-done]');
      if (key === 'Escape' && press(near, '[data-done]')) return true;
      if (isTyping) return false;
      if (/^[a-h]$/i.test(key)) return press(near, `[data-letter="${key.toUpperCase()}"]`);
      if (/^[1-9]$/.test(key)) return press(near, `[data-choice="${key}"]`);
      if (key === 'Delete') return press(near, '[data-leave]');
      return key === 'Enter' && target.matches('article') && press(near, '[data-edit]');
    };
    if (handled()) event.preventDefault();
  };

  const onCommand = (key: string, isShifted: boolean, isOurs: boolean): boolean => {
    const letter = key.toLowerCase();
    if (key === 'Enter') return press(form.current, 'button[value="take"]:not(:disabled)');
    if (key === '/') {
      onHelp();
      return true;
    }
    if (!isOurs || (letter !== 'z' && letter !== 'y')) return false;
    step({ kind: letter === 'y' || isShifted ? 'redo' : 'undo' });
    return true;
  };

  return { current, go, showQuestion, onTaken, onKeyDown };
}
