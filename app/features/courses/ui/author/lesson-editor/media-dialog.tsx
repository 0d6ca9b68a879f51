import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { largestOf } from '#app/features/media/core/media-type.ts';
import { en as mediaEn } from '#app/features/media/messages/en.ts';
import { vi as mediaVi } from '#app/features/media/messages/vi.ts';
import { sizeWords } from '#app/features/media/ui/problem-words.ts';
import { acceptedContent } from '#app/features/media/ui/upload-form.tsx';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../../messages/lesson-editor-en.ts';
import { vi } from '../../../messages/lesson-editor-vi.ts';

type Problem = { problem: string; field: 'file' | 'alt' };
type Props = {
  onClose: () => void;
  /** What was pasted or dropped. */
  given: File | null;
  upload: (file: File, alt: string) => Promise<{ text: string } | Problem>;
  onInsert: (text: string) => void;
};

/** A file takes long from here on. */
const LARGE = 20 * 1024 * 1024;
/** By its ending too: some systems know no type for what they hand over. */
const kindOf = ({ type, name }: File) =>
  /^(video|audio)\//.test(type) || /\.(mp4|webm|mp3|ogg|m4a|wav)$/i.test(name)
    ? 'heard'
    : type.startsWith('image/')
      ? 'picture'
      : 'other';

/** Uploads a file with its words, which are required; answers what stands for it in the text. Says the limits first. */
export function MediaDialog({ onClose, given, upload, onInsert }: Props) {
  const { mediaDialog: words, close } = useMessages(vi, en);
  const media = useMessages(mediaVi, mediaEn);
  const lang = useLang();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState(given);
  const [alt, setAlt] = useState('');
  const [caption, setCaption] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  // The dialog itself would put the focus on its close button.
  useEffect(() => (first.current ?? input.current)?.focus(), []);
  const limit = (kind: keyof typeof largestOf) => sizeWords(largestOf[kind], media, lang);
  const kind = file && kindOf(file);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (!file) return setProblem({ field: 'file', problem: media.problems['no-file'] });
    if (alt.trim() === '') return setProblem({ field: 'alt', problem: media.problems['no-alt'] });
    // What is larger than anything may be is not sent first.
    if (file.size > largestOf.film)
      return setProblem({ field: 'file', problem: media.problems['too-large'](limit('film')) });
    setProblem(null);
    setIsBusy(true);
    const answer = await upload(file, alt);
    setIsBusy(false);
    if ('problem' in answer) return setProblem(answer);
    const title = caption.replace(/["\n\\]/g, ' ').trim();
    const isShown = answer.text.startsWith('![');
    onInsert(isShown && title ? answer.text.replace(/\)$/, ` "${title}")`) : answer.text);
  };
  return (
    <Dialog isOpen onClose={onClose} title={words.title} closeLabel={close}>
      <form onSubmit={submit} className="space-y-4" noValidate>
        {given ? (
          <p className="text-sm text-muted">
            {given.name}, {sizeWords(given.size, media, lang)}
          </p>
        ) : (
          <Field
            id={`${id}-file`}
            label={words.file}
            hint={media.fileHint(limit('picture'), limit('sound'))}
            error={problem?.field === 'file' ? problem.problem : null}
          >
            <TextInput
              ref={input}
              type="file"
              accept={acceptedContent}
              onChange={() => setFile(input.current?.files?.[0] ?? null)}
            />
          </Field>
        )}
        <Field label={words.alt} hint={words.altHint} error={problem?.field === 'alt' ? problem.problem : null}>
          <TextInput
            ref={given ? first : undefined}
            value={alt}
            maxLength={300}
            onChange={(event) => setAlt(event.target.value)}
          />
        </Field>
        {kind !== 'other' && (
          <Field
            label={kind === 'heard' ? words.note : words.caption}
            hint={kind === 'heard' ? words.noteHint : words.captionHint}
          >
            <TextInput value={caption} maxLength={300} onChange={(event) => setCaption(event.target.value)} />
          </Field>
        )}
        {kind === 'heard' && <p className="border-l-4 border-edge pl-3 text-sm">{words.captionsNote}</p>}
        {file && file.size > LARGE && <p className="border-l-4 border-edge pl-3 text-sm">{words.large}</p>}
        {given && problem?.field === 'file' && <p className="font-semibold text-red">{problem.problem}</p>}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button type="submit" look="primary" busy={isBusy}>
            {isBusy ? words.uploading : words.insert}
          </Button>
          {!given && (
            <a href="/author/media" target="_blank" rel="noreferrer">
              {words.known}
            </a>
          )}
        </div>
      </form>
    </Dialog>
  );
}
