import { useEffect, useRef, useState } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import { type LessonOfItem, LessonsOfItem } from '../item-view.tsx';

/** What an author writes into a lesson to lead here, and the lessons that do. */
export function LessonLink({ link, lessons }: { link: string; lessons: readonly LessonOfItem[] }) {
  const { link: words } = useMessages(vi, en);
  const field = useRef<HTMLInputElement>(null);
  const [isMounted, setIsMounted] = useState(false);
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => setIsMounted(true), []);
  const copy = () => {
    field.current?.select();
    // The newer way wants https, which a barracks' network does not have.
    setIsCopied(document.execCommand('copy'));
  };
  return (
    <Section title={words.title} lead={words.text} className="max-w-form">
      <div className="flex flex-wrap items-end gap-3">
        <Field label={words.label} className="min-w-0 flex-1 basis-64">
          <TextInput
            ref={field}
            readOnly
            value={link}
            className="font-mono text-sm"
            onFocus={(event) => event.target.select()}
          />
        </Field>
        {isMounted && (
          <Button type="button" onClick={copy}>
            {words.copy}
          </Button>
        )}
      </div>
      <p role="status" className="min-h-[1.6em] text-sm text-accent">
        {isCopied && words.copied}
      </p>
      <h3 className="mt-2 font-semibold">{words.lessons}</h3>
      {lessons.length > 0 ? <LessonsOfItem lessons={lessons} /> : <p className="text-muted">{words.noLessons}</p>}
    </Section>
  );
}
