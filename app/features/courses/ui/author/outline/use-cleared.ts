import { type RefObject, useEffect, useRef } from 'react';

/**
 * A form that is emptied as soon as what it sent was taken, and at no other time: what is typed for the next one while the
 * page is still being brought up to date stays.
 */
export function useCleared<Answer>(answer: Answer, wasTaken: (answer: Answer) => boolean): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => {
    if (wasTaken(answer)) form.current?.reset();
  }, [answer]);
  return form;
}
