import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';
import { useProblemWords } from './problem-words.ts';
import type { SentEntry } from './use-entry-queue.ts';

type Props = {
  entries: readonly SentEntry[];
  onEdit: (entry: SentEntry) => void;
  onDrop: (key: string) => void;
};

const kinds: Record<SentEntry['status'], TagKind> = {
  sending: 'started',
  waiting: 'soon',
  saved: 'done',
  refused: 'wrong',
};

/** What was typed at this sitting, newest first; what was refused is taken back into the fields with one press. */
export function RecentEntries({ entries, onEdit, onDrop }: Props) {
  const { entry: words } = useMessages(vi, en);
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className="text-lg">
        {words.recent}
      </h2>
      {entries.length === 0 && <p className="mt-2 text-muted">{words.recentNone}</p>}
      <ol className="mt-2 border-t border-line" aria-live="polite">
        {entries.map((entry) => (
          <li key={entry.key} className="border-b border-line py-2">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">
                {entry.outcome && entry.outcome.kind !== 'refused' ? entry.outcome.person.fullName : entry.who}
              </span>
              <span className="tabular text-sm text-muted">
                {entry.who} · {entry.variant}
              </span>
              <Status entry={entry} />
            </p>
            <p className="tabular break-all text-sm text-muted">{entry.letters.toUpperCase()}</p>
            {entry.status === 'refused' && (
              <p className="mt-1 flex flex-wrap gap-2">
                <Button type="button" size="small" onClick={() => onEdit(entry)}>
                  {words.edit}
                </Button>
                <Button type="button" size="small" look="quiet" onClick={() => onDrop(entry.key)}>
                  {words.discard}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Status({ entry: { status, outcome } }: { entry: SentEntry }) {
  const { entry: words, set } = useMessages(vi, en);
  const say = useProblemWords();
  if (outcome?.kind === 'refused') {
    const more = outcome.reason === 'bad-answers' ? ` ${outcome.problems.map(say).join('; ')}` : '';
    return (
      <Tag kind="wrong" className="!whitespace-normal">
        {words.refusals[outcome.reason] + more}
      </Tag>
    );
  }
  if (outcome) {
    const said = outcome.kind === 'unchanged' ? words.unchanged : words.saved[outcome.state];
    return (
      <>
        <Tag kind={outcome.state === 'differs' ? 'soon' : 'done'}>{said}</Tag>
        {outcome.isSameHand && <span className="text-sm text-muted">{set.sameHand}</span>}
      </>
    );
  }
  return <Tag kind={kinds[status]}>{status === 'waiting' ? words.waiting : words.sending}</Tag>;
}
