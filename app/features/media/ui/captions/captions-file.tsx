import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/captions-en.ts';
import { vi } from '../../messages/captions-vi.ts';
import type { CaptionsPage } from '../../queries/captions-page.server.ts';

type Props = {
  page: CaptionsPage;
  isBusy: boolean;
  problem: keyof typeof vi.file.problems | null;
  hasSaved: boolean;
};

/** A file of captions into the rows, and what is saved as a file. */
export function CaptionsFile({ page: { media, lang }, isBusy, problem, hasSaved }: Props) {
  const { file: words, download } = useMessages(vi, en);
  return (
    <section className="space-y-3 border-t border-line pt-5">
      <h2 className="text-xl">{words.title}</h2>
      <Field id="file" label={words.label} hint={words.hint} error={problem && words.problems[problem]}>
        <TextInput type="file" name="file" accept=".vtt,.srt,text/vtt" />
      </Field>
      <ButtonRow>
        <Button type="submit" name="intent" value="read" busy={isBusy}>
          {words.button}
        </Button>
        {hasSaved && (
          <a href={`/media/${media.id}/captions/${lang}`} download={`${media.name.replace(/\.\w+$/, '')}.${lang}.vtt`}>
            {download}
          </a>
        )}
      </ButtonRow>
    </section>
  );
}
