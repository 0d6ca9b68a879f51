import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/word-course-en.ts';
import { vi } from '../../messages/word-course-vi.ts';
import type { WordPreview } from '../../queries/word-course.server.ts';

type Props = { silent: WordPreview['silent']; typed: Readonly<Record<string, string>> };

/** A field for the words of each picture that came without: a picture that says nothing is not shown to learners. */
export function WordPictureWords({ silent, typed }: Props) {
  const words = useMessages(vi, en);
  if (silent.length === 0) return null;
  return (
    <fieldset className="min-w-0 max-w-reading">
      <legend className="text-lg font-semibold">{words.silentTitle(silent.length)}</legend>
      <p className="text-sm text-muted">{words.silentText}</p>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {silent.map(({ at, lesson, src }, number) => (
          <li key={at} className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
            <span className="flex h-20 w-28 shrink-0 items-center justify-center border border-line bg-white">
              {src ? (
                <img src={src} alt="" className="max-h-full max-w-full object-contain" />
              ) : (
                <span className="px-1 text-center text-sm text-black">{words.silentLarge}</span>
              )}
            </span>
            <Field
              id={`words${at}`}
              label={words.silentField(number + 1)}
              hint={words.silentPlace(lesson)}
              className="min-w-[13rem] flex-1"
            >
              <TextInput name={`words${at}`} maxLength={300} defaultValue={typed[`words${at}`] ?? ''} />
            </Field>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
