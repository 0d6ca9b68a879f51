import { Form, Link, useNavigation } from '@remix-run/react';
import { formatDateTime, formatDuration, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { AuthoredFile } from '../../core/media-use.ts';
import { en } from '../../messages/files-en.ts';
import { vi } from '../../messages/files-vi.ts';
import { bytesInWords, CaptionState } from './file-facts.tsx';

export interface RemovalAnswer {
  problem: 'unsure' | 'young' | 'used';
}

type Props = {
  file: AuthoredFile & { mayCaption: boolean };
  /** Why it may not be taken away now; null = it may. */
  removal: 'yes' | 'used' | 'young';
  answer: RemovalAnswer | undefined;
};

/** One file: what it is, where it is used, its captions, and its end where nobody uses it. */
export function FilePage({ file, removal, answer }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { kind, uses } = file;
  const speaks = kind === 'film' || kind === 'sound';
  const text =
    kind === 'document'
      ? `[${words.file.alt}](media:${file.id})`
      : `![${kind === 'sound' ? 'audio: ' : kind === 'film' ? 'video: ' : ''}${words.file.alt}](media:${file.id})`;
  const facts = [
    { term: words.file.kind, value: words.kinds[kind] },
    {
      term: words.file.size,
      value: [
        bytesInWords(file.byteSize, words, lang),
        file.width && file.height ? words.pixels(formatNumber(lang, file.width), formatNumber(lang, file.height)) : '',
      ]
        .filter(Boolean)
        .join(', '),
    },
    ...(file.seconds === null ? [] : [{ term: words.file.length, value: formatDuration(lang, file.seconds) }]),
    {
      term: words.file.added,
      value: words.file.by(file.uploader ?? words.unknown, formatDateTime(lang, file.createdAt)),
    },
    ...(speaks ? [{ term: words.file.captions, value: <CaptionState file={file} /> }] : []),
    {
      term: words.file.uses,
      value:
        uses.length > 0 ? (
          <ul className="space-y-1">
            {uses.map(({ to, title, within, kind: of }) => (
              <li key={to}>
                {words.file[of]} <Link to={to}>{title}</Link> <span className="text-muted">({within})</span>
              </li>
            ))}
          </ul>
        ) : file.isUnused ? (
          <Tag kind="aside">{words.unused}</Tag>
        ) : (
          words.elsewhere
        ),
    },
  ];
  return (
    <>
      <div className="grid gap-8 md:grid-cols-2">
        <div className="min-w-0 space-y-4">
          <Shown file={file} />
          <div className="flex flex-wrap gap-3">
            {speaks && file.mayCaption && (
              <LinkButton
                to={`/author/media/${file.id}/captions`}
                look={file.captions.length === 0 ? 'primary' : 'secondary'}
              >
                {file.captions.length === 0 ? words.file.write : words.file.change}
              </LinkButton>
            )}
            <LinkButton to={`/media/${file.id}`} reloadDocument target="_blank" rel="noreferrer" look="quiet">
              {words.file.open}
            </LinkButton>
          </div>
          {speaks && !file.mayCaption && <p className="text-sm text-muted">{words.file.others}</p>}
        </div>
        <div className="min-w-0 space-y-6">
          <DefinitionList items={facts} />
          <Field label={words.file.paste} hint={words.file.pasteHint}>
            <TextInput readOnly value={text} className="font-mono text-sm" onFocus={(event) => event.target.select()} />
          </Field>
        </div>
      </div>
      {removal === 'young' && <Notice title={words.remove.young} />}
      {answer?.problem === 'used' && <Notice kind="warning" live title={words.remove.used} />}
      {removal === 'yes' && <Removal problem={answer?.problem === 'unsure'} />}
    </>
  );
}

function Shown({ file }: { file: AuthoredFile }) {
  const source = `/media/${file.id}`;
  if (file.kind === 'picture')
    return (
      <img
        src={(file.width ?? 0) > 1200 ? `${source}/960` : source}
        alt=""
        className="max-h-[60vh] max-w-full border border-line bg-sunken"
      />
    );
  const tracks = file.captions.map((each) => (
    <track key={each} kind="captions" src={`${source}/captions/${each}`} srcLang={each} label={each} />
  ));
  if (file.kind === 'film')
    return (
      // biome-ignore lint/a11y/useMediaCaption: it has those that were written
      <video
        controls
        playsInline
        preload="metadata"
        src={source}
        aria-label={file.name}
        className="w-full border border-line bg-sunken"
      >
        {tracks}
      </video>
    );
  if (file.kind === 'sound')
    return (
      // biome-ignore lint/a11y/useMediaCaption: likewise
      <audio controls preload="none" src={source} aria-label={file.name} className="w-full">
        {tracks}
      </audio>
    );
  return null;
}

function Removal({ problem }: { problem: boolean }) {
  const { remove: words } = useMessages(vi, en);
  const isBusy = useNavigation().formMethod === 'POST';
  return (
    <Section title={words.title} lead={words.lead}>
      <Form method="post" className="space-y-4">
        {problem && <p className="font-semibold text-red">{words.unsure}</p>}
        <label className="flex min-h-[2.75rem] items-center gap-3">
          <input type="checkbox" name="sure" value="yes" className="h-5 w-5" />
          <span>{words.sure}</span>
        </label>
        <Button type="submit" look="danger" busy={isBusy}>
          {words.button}
        </Button>
      </Form>
    </Section>
  );
}
