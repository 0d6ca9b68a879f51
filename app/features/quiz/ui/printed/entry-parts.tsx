import type { ReactNode } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import type { EntryOutcome } from '../../commands/printed/enter-sheet.server.ts';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';
import type { EntryPerson } from '../../queries/printed/paper-entry-page.server.ts';
import { useProblemWords } from './problem-words.ts';

/** A field of the entry with its label above it. */
export function Box({
  label,
  hint,
  error,
  children,
}: {
  label: string;
  hint?: string;
  error?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="block">
      <span className="block font-semibold">{label}</span>
      {hint && <span className="block text-sm text-muted">{hint}</span>}
      <span className="mt-1.5 block">{children}</span>
      {error && <span className="block text-sm font-semibold text-red">{error}</span>}
    </label>
  );
}

/** Whom the typed number means. */
export function Who({ person, round }: { person: EntryPerson | null; round: 1 | 2 }) {
  const { entry: words } = useMessages(vi, en);
  if (!person) return <span className="text-sm text-muted">{words.unknownHere}</span>;
  const isEntered = round === 1 && person.state !== null && person.state !== 'withdrawn';
  return (
    <>
      <span className="font-semibold">{person.fullName}</span>
      <span className="block text-sm text-muted">
        {person.unitName}
        {isEntered && `. ${words.alreadyEntered}`}
      </span>
    </>
  );
}

/** Why a sheet was not taken, where it was sent without scripts. */
export function Refusal({ outcome }: { outcome: Extract<EntryOutcome, { kind: 'refused' }> }) {
  const { entry: words } = useMessages(vi, en);
  const say = useProblemWords();
  return (
    <Notice kind="error" live title={words.refusals[outcome.reason]}>
      {outcome.reason === 'bad-answers' && outcome.problems.map(say).join('; ')}
    </Notice>
  );
}

/** By the number on the list, a login name or a personnel number. */
export function findPerson(people: readonly EntryPerson[], who: string): EntryPerson | null {
  const typed = who.trim().toLowerCase();
  const byNumber = /^\d{1,4}$/.test(typed) ? people.find(({ number }) => number === Number(typed)) : undefined;
  const byName = people.find(
    ({ login, personNumber }) => login?.toLowerCase() === typed || personNumber.toLowerCase() === typed,
  );
  return byNumber ?? byName ?? null;
}
