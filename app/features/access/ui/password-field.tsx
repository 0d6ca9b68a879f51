import { useEffect, useRef, useState } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field, type FieldFrame } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

type Props = FieldFrame & { name: string; autoComplete: 'current-password' | 'new-password' };

/**
 * A password, with a button that shows it where scripts run: typing on a phone or with a Vietnamese keyboard goes wrong
 * unseen. Hidden again when the form is sent, so that no browser keeps it among ordinary text.
 */
export function PasswordField({ name, autoComplete, ...frame }: Props) {
  const words = useMessages(vi, en);
  const input = useRef<HTMLInputElement>(null);
  const [isScripted, setIsScripted] = useState(false);
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    setIsScripted(true);
    const form = input.current?.form;
    const hide = () => setIsShown(false);
    form?.addEventListener('submit', hide);
    return () => form?.removeEventListener('submit', hide);
  }, []);
  return (
    <Field {...frame} id={frame.id ?? name}>
      <div className="flex gap-2">
        <TextInput
          ref={input}
          name={name}
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          className="min-w-0 flex-1"
        />
        {isScripted && (
          <Button
            type="button"
            aria-controls={frame.id ?? name}
            aria-label={isShown ? words.hidePassword : words.showPassword}
            onClick={() => setIsShown(!isShown)}
            className="w-20 shrink-0"
          >
            {isShown ? words.hide : words.show}
          </Button>
        )}
      </div>
    </Field>
  );
}
