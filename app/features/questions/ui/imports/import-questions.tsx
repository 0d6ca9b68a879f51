import { memo, useMemo } from 'react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import type { NearDuplicate } from '../../core/imports/decisions.ts';
import type { SourceEntry } from '../../core/imports/read-source.ts';
import { canEdit } from '../../core/imports/rewrite-question.ts';
import type { WorkbenchStep } from '../../core/imports/workbench.ts';
import { plainText } from '../../core/plain-text.ts';
import type { QualityHint } from '../../core/quality-hints.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import { NearChoices } from './near-choices.tsx';
import { NearPair } from './near-pair.tsx';
import { QualityNotes } from './quality-notes.tsx';
import { QuestionCard } from './question-card.tsx';
import { useGrowing } from './use-growing.ts';
import { useQualityHints } from './use-quality-hints.ts';
import type { Table } from './use-workbench.ts';

type Props = {
  table: Table;
  nears: readonly NearDuplicate[];
  taken: Readonly<Record<string, string>>;
  step(step: WorkbenchStep): void;
};

const noHints: readonly QualityHint[] = [];

/** Every question of the text as learners will see it, with what was decided about it and what could be better. */
export function ImportQuestions({ table, nears, taken, step }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { bench, standings, nearOf } = table;
  const { entries } = bench.read;
  const hints = useQualityHints(bench.read);
  const byKey = useMemo(() => new Map(entries.map((entry, at) => [entry.key, { entry, at }])), [entries]);
  const number = (at: number) => formatNumber(lang, at + 1);
  const drawn = useGrowing(entries.length);
  const waiting = standings.filter((standing) => standing === 'near').length;
  return (
    <>
      {waiting > 1 && <NearChoices nears={nears} bench={bench} step={step} />}
      <QualityNotes hints={hints} all={entries.length} />
      <h2 className="text-lg">{words.preview}</h2>
      {entries.length === 0 && <EmptyState title={words.noQuestions}>{words.noQuestionsText}</EmptyState>}
      {entries.map((entry, at) => {
        const near = nearOf.get(entry.key);
        const other = near?.of.kind === 'source' ? byKey.get(near.of.key) : undefined;
        return (
          <div key={at} id={`question-${at + 1}`} data-card={at} className="import-card">
            {at >= drawn ? (
              <WaitingCard entry={entry} number={number(at)} />
            ) : (
              <>
                <QuestionCard
                  entry={entry}
                  number={number(at)}
                  standing={standings[at]!}
                  takenId={taken[entry.key]}
                  editable={fieldsOf(bench, entry)}
                  hints={hints.of.get(entry.sign) ?? noHints}
                  common={hints.common}
                  step={step}
                />
                {near && entry.question && standings[at] !== 'taken' && (
                  <NearPair
                    entry={entry}
                    number={number(at)}
                    near={near}
                    other={other ? { entry: other.entry, number: number(other.at) } : null}
                    choice={bench.choices[entry.key]}
                    step={step}
                  />
                )}
              </>
            )}
          </div>
        );
      })}
    </>
  );
}

/** A question that is not drawn yet: what it asks, as it was written. */
const WaitingCard = memo(
  function WaitingCard({ entry, number }: { entry: SourceEntry; number: string }) {
    const words = useMessages(vi, en);
    const { body } = entry.question ?? entry.guess ?? {};
    return (
      <article aria-label={words.number(number)} tabIndex={-1} className="rounded border border-edge bg-surface p-4">
        <h3 className="text-base">{words.number(number)}</h3>
        {body && <p className="mt-2">{plainText(body.stem)}</p>}
      </article>
    );
  },
  (before, after) => before.entry.sign === after.entry.sign && before.number === after.number,
);

const none: readonly string[] = [];
const kinds = new Map<string, readonly string[]>();

/** Which fields of a question can be edited on its card; one list for each answer, so that cards compare them by identity. */
function fieldsOf(
  { read }: { read: Parameters<typeof canEdit>[0] },
  entry: Parameters<typeof canEdit>[1],
): readonly string[] {
  const type = entry.question?.body.type;
  if (!type) return none;
  const name = `${read.format} ${read.isRich} ${type}`;
  const known = kinds.get(name);
  if (known) return known;
  const fields = !canEdit(read, entry, 'stem')
    ? none
    : [
        'stem',
        ...(['explanation', 'difficulty'] as const).filter((field) => canEdit(read, entry, field)),
        ...(read.isRich || read.format === 'gift' ? ['markdown'] : []),
      ];
  kinds.set(name, fields);
  return fields;
}
