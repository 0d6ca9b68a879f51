import { type KeyboardEvent, useCallback } from 'react';

/**
 * Number keys choose the level of the criterion in focus (of the first open one, when none is) and go on to the next
 * criterion; Enter presses the form's main button. In a text field both keys type, and Ctrl+Enter presses it.
 */
export function useMarkingKeys() {
  return useCallback((event: KeyboardEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const target = event.target as HTMLElement;
    const isTyping = target instanceof HTMLTextAreaElement || (target as HTMLInputElement).type === 'text';
    if (event.key === 'Enter' && !(target instanceof HTMLButtonElement)) {
      if (target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      form.querySelector<HTMLButtonElement>('button[data-main]')?.click();
      return;
    }
    if (isTyping || event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
    const criteria = [...form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-criterion]')];
    const at = criteria.findIndex((one) => one.contains(target));
    const isOpen = (one: HTMLFieldSetElement) => !one.querySelector('input:checked');
    const criterion = criteria[at] ?? criteria.find(isOpen) ?? criteria[0];
    const level = criterion?.querySelectorAll<HTMLInputElement>('input[type=radio]')[Number(event.key) - 1];
    if (!criterion || !level) return;
    event.preventDefault();
    level.click();
    const next = criteria[criteria.indexOf(criterion) + 1];
    (next?.querySelector<HTMLInputElement>('input:checked') ?? next?.querySelector('input') ?? level).focus();
  }, []);
}
