import { useFetcher } from '@remix-run/react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { Field } from '#app/ui/field.tsx';
import { PlusIcon } from '#app/ui/icons.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { MediaAnswer } from '../core/media-answer.ts';
import { withMedia } from '../core/media-name.ts';
import { largestOf } from '../core/media-type.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { sizeWords, uploadProblemWords } from './problem-words.ts';
import { acceptedContent } from './upload-form.tsx';

type Props = {
  /** The id of the text field that it belongs to. */
  fieldId: string;
  value: string;
  onChange: (value: string) => void;
};

const look = 'inline-flex min-h-[2rem] items-center gap-1.5 text-sm text-accent underline underline-offset-4';

/** Puts a picture or sound where the cursor stands in a text. Without scripts it is a link to the page that uploads. */
export function MediaInsert({ fieldId, value, onChange }: Props) {
  const words = useMessages(vi, en);
  const [isMounted, setIsMounted] = useState(false);
  const [place, setPlace] = useState<number | null>(null);
  useEffect(() => setIsMounted(true), []);
  if (!isMounted) {
    return (
      <a href="/media" target="_blank" rel="noreferrer" className={look}>
        <PlusIcon className="h-4 w-4" />
        {words.insert}
      </a>
    );
  }
  const open = () => {
    const field = document.getElementById(fieldId);
    setPlace(field instanceof HTMLTextAreaElement ? field.selectionEnd : value.length);
  };
  const insert = (text: string) => {
    onChange(withMedia(value, place ?? value.length, text));
    setPlace(null);
    document.getElementById(fieldId)?.focus();
  };
  return (
    <>
      <button type="button" className={look} onClick={open}>
        <PlusIcon className="h-4 w-4" />
        {words.insert}
      </button>
      {place !== null && <InsertDialog onClose={() => setPlace(null)} onInsert={insert} />}
    </>
  );
}

/** Its fields have no names: the dialog stands within the form of the question, and none of it belongs to that. */
function InsertDialog({ onClose, onInsert }: { onClose: () => void; onInsert: (text: string) => void }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const fetcher = useFetcher<MediaAnswer>();
  const file = useRef<HTMLInputElement>(null);
  const [alt, setAlt] = useState('');
  const [missing, setMissing] = useState<'file' | 'alt' | null>(null);
  const answered = useRef<MediaAnswer>();
  const { state, data: answer } = fetcher;
  useEffect(() => {
    if (state !== 'idle' || answer?.kind !== 'added' || answered.current === answer) return;
    answered.current = answer;
    onInsert(answer.text);
  }, [state, answer, onInsert]);
  const upload = () => {
    const chosen = file.current?.files?.[0];
    const lacks = alt.trim() === '' ? 'alt' : chosen ? null : 'file';
    setMissing(lacks);
    if (lacks || !chosen) return;
    const form = new FormData();
    form.set('alt', alt);
    form.set('file', chosen);
    fetcher.submit(form, { method: 'post', action: '/media', encType: 'multipart/form-data' });
  };
  // The key that ends a line would otherwise send the question.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    upload();
  };
  const problemOf = (field: 'file' | 'alt') => {
    if (missing !== null)
      return missing === field ? words.problems[field === 'file' ? 'no-file' : 'no-alt'] : undefined;
    if (state !== 'idle' || answer?.kind !== 'refused' || answer.field !== field) return undefined;
    return uploadProblemWords(answer, words, lang);
  };
  const limit = (kind: 'picture' | 'sound') => sizeWords(largestOf[kind], words, lang);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.page.title}
      closeLabel={words.close}
      actions={
        <Button type="button" look="primary" busy={state !== 'idle'} onClick={upload}>
          {state === 'idle' ? words.uploadAndInsert : words.uploading}
        </Button>
      }
    >
      <div className="space-y-5">
        <Field label={words.alt} hint={words.altHint} error={problemOf('alt')}>
          <TextInput
            value={alt}
            maxLength={300}
            onChange={(event) => setAlt(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </Field>
        <Field label={words.file} hint={words.fileHint(limit('picture'), limit('sound'))} error={problemOf('file')}>
          <TextInput ref={file} type="file" accept={acceptedContent} />
        </Field>
      </div>
    </Dialog>
  );
}
