import { Form } from '@remix-run/react';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { controlClass } from '#app/ui/control-class.ts';
import { Notice } from '#app/ui/notice.tsx';
import type { EntryOutcome } from '../../commands/printed/enter-sheet.server.ts';
import { countLetters, readEntry } from '../../core/printed/read-entry.ts';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';
import type { PaperEntryPage } from '../../queries/printed/paper-entry-page.server.ts';
import { Box, findPerson, Refusal, Who } from './entry-parts.tsx';
import { LetterStrip } from './letter-strip.tsx';
import { RecentEntries } from './recent-entries.tsx';
import { type EntryDraft, emptyEntry, useEntryDraft } from './use-entry-draft.ts';
import { type SentEntry, useEntryQueue } from './use-entry-queue.ts';
import { WrittenFields } from './written-fields.tsx';

type Props = {
  page: PaperEntryPage;
  answer: { outcome: EntryOutcome; typed: Omit<EntryDraft, 'replaces'> } | undefined;
};

/**
 * Sheets typed one after another without a mouse: variant, number, letters, Enter. What is typed is judged while it is
 * typed, kept on this machine until the server has it, and never shows what another typed.
 */
export function EntryScreen({ page, answer }: Props) {
  const { entry: words } = useMessages(vi, en);
  const lang = useLang();
  const { set, round, variants, people } = page;
  const { entries, add, drop } = useEntryQueue(set.id, round);
  const only = variants.length === 1 ? (variants[0]?.code ?? '') : '';
  const [draft, setDraft] = useEntryDraft(
    `paper-draft:${set.id}:${round}`,
    answer ? { ...emptyEntry(''), ...answer.typed } : emptyEntry(only),
  );
  const [isPressed, setPressed] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const variant = variants.find(({ code }) => code === draft.variant.trim());
  const items = variant?.items ?? variants[0]?.items ?? [];
  const letters = countLetters(items);
  const read = readEntry(items, draft.letters, draft.written);
  const person = findPerson(people, draft.who);
  const change = (part: Partial<EntryDraft>) => {
    setPressed(false);
    setDraft({ ...draft, ...part });
  };
  const go = (name: string) => {
    const field = form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`);
    field?.focus();
    field?.select();
  };
  const save = () => {
    if (!variant) return go('variant');
    if (draft.who.trim() === '') return go('who');
    if (read.problems.length > 0) {
      setPressed(true);
      return go(read.problems[0]!.number > letters ? `written.${read.problems[0]!.number}` : 'letters');
    }
    add({ ...draft, variant: variant.code });
    setDraft(emptyEntry(variant.code));
    setPressed(false);
    go(only === '' ? 'variant' : 'who');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  /** Enter leads through the fields and saves in the last one. */
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.type === 'checkbox')
      return;
    const names = [
      'variant',
      'who',
      ...(letters > 0 ? ['letters'] : []),
      ...items.slice(letters).map((_, at) => `written.${letters + at + 1}`),
    ];
    const next = names[names.indexOf(event.target.name) + 1];
    if (
      next === undefined ||
      (event.target.name === 'letters' && read.problems.some(({ number }) => number <= letters))
    )
      return;
    event.preventDefault();
    go(next);
  };
  const takeBack = (entry: SentEntry) => {
    setDraft({ ...entry, written: { ...entry.written } });
    drop(entry.key);
    go('letters');
  };
  const waiting = entries.filter(({ status }) => status === 'waiting').length;
  const justDone = new Set(
    entries.flatMap(({ outcome }) => (outcome && outcome.kind !== 'refused' ? [outcome.person.personId] : [])),
  );
  const done = people.filter(
    ({ personId, state }) => justDone.has(personId) || (state !== null && state !== 'withdrawn'),
  ).length;
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Form ref={form} method="post" onSubmit={submit} onKeyDown={onKeyDown} className="space-y-5" autoComplete="off">
        {answer?.outcome.kind === 'refused' && <Refusal outcome={answer.outcome} />}
        <input type="hidden" name="round" value={round} />
        <div className="flex flex-wrap items-end gap-4">
          <Box label={words.variant} error={draft.variant !== '' && !variant ? words.refusals['unknown-variant'] : ''}>
            <input
              name="variant"
              inputMode="numeric"
              value={draft.variant}
              onChange={({ target }) => change({ variant: target.value })}
              className={controlClass('tabular w-24 text-lg')}
              autoFocus
            />
          </Box>
          <Box label={words.who} hint={words.whoHint}>
            <input
              name="who"
              value={draft.who}
              onChange={({ target }) => change({ who: target.value })}
              className={controlClass('tabular w-40 text-lg')}
            />
          </Box>
          <p aria-live="polite" className="min-h-[3rem] basis-52 self-end pb-1">
            {draft.who.trim() !== '' && <Who person={person} round={round} />}
          </p>
        </div>
        {letters > 0 && (
          <Box label={words.letters(formatNumber(lang, letters))} hint={words.lettersHint}>
            <input
              name="letters"
              value={draft.letters}
              onChange={({ target }) => change({ letters: target.value })}
              spellCheck={false}
              autoCapitalize="characters"
              className={controlClass('tabular w-full text-lg uppercase tracking-[0.15em]')}
            />
            <LetterStrip items={items} letters={draft.letters} isPressed={isPressed} />
          </Box>
        )}
        <WrittenFields
          items={items}
          from={letters}
          values={draft.written}
          problems={read.problems}
          onChange={(number, text) => change({ written: { ...draft.written, [number]: text } })}
        />
        <label className="choice-row">
          <input
            type="checkbox"
            name="replaces"
            value="yes"
            checked={draft.replaces}
            onChange={({ target }) => change({ replaces: target.checked })}
          />
          <span>{words.replace}</span>
        </label>
        <Button type="submit" look="primary">
          {words.save}
        </Button>
      </Form>
      <div>
        {waiting > 0 && (
          <Notice kind="warning" live title={words.offline(formatNumber(lang, waiting))} className="mb-4" />
        )}
        {round === 1 && people.length > 0 && (
          <p className="mb-3 text-muted">{words.done(formatNumber(lang, done), formatNumber(lang, people.length))}</p>
        )}
        <RecentEntries entries={entries} onEdit={takeBack} onDrop={drop} />
      </div>
    </div>
  );
}
