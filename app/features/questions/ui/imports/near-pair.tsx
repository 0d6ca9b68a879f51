import { memo } from 'react';
import { type DifferencePiece, wordDifference } from '#app/kernel/word-difference.ts';
import { formatPercent } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import type { Choice, NearDuplicate } from '../../core/imports/decisions.ts';
import type { SourceEntry } from '../../core/imports/read-source.ts';
import type { WorkbenchStep } from '../../core/imports/workbench.ts';
import { plainText } from '../../core/plain-text.ts';
import { en as bankEn } from '../../messages/en.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import { en as nearEn } from '../../messages/near-en.ts';
import { vi as nearVi } from '../../messages/near-vi.ts';
import { vi as bankVi } from '../../messages/vi.ts';
import { type NearLineName, nearDifferences, rowTexts } from './near-differences.ts';

type Props = {
  entry: SourceEntry;
  number: string;
  near: NearDuplicate;
  /** The earlier question of this source, where it is one. */
  other: { entry: SourceEntry; number: string } | null;
  choice: Choice | undefined;
  step(step: WorkbenchStep): void;
};

/** Two questions side by side, what stands on one side only marked, and what to do with them. */
export const NearPair = memo(function NearPair({ entry, number, near, other, choice, step }: Props) {
  const words = useMessages(vi, en);
  const said = useMessages(nearVi, nearEn);
  const bankWords = useMessages(bankVi, bankEn);
  const lang = useLang();
  const here = entry.question;
  const there = near.of.kind === 'bank' ? near.of.question : (other?.entry.question ?? here);
  if (!here || !there) return null;
  const { parts, lines } = nearDifferences(here, there, bankWords);
  const stem = wordDifference(plainText(here.body.stem), plainText(there.body.stem));
  const [ownOptions, otherOptions] = alignedOptions(rowTexts(here.body), rowTexts(there.body));
  const options = wordDifference(ownOptions.join(' • '), otherOptions.join(' • '));
  const told = lines.map((line) => ({ name: line.name, pieces: wordDifference(line.here, line.there) }));
  const texts = { stem, options, told };
  const percent = formatPercent(lang, near.likeness);
  const offered = (['leave-out', 'new-version', 'keep'] as const).filter(
    (kind) => kind !== 'new-version' || near.of.kind === 'bank',
  );
  return (
    <section className="mt-3 border-l-4 border-amber bg-amber-soft px-3 py-2 text-sm">
      <h4 className="font-semibold">
        {near.of.kind === 'bank'
          ? words.nearBank(percent, near.of.code)
          : words.nearSource(percent, other?.number ?? '')}
        {near.of.kind === 'bank' && (
          <a
            href={`/author/questions/${near.of.questionId}`}
            target="_blank"
            rel="noreferrer"
            className="ml-2 font-normal"
            aria-label={`${words.nearOpen} ${near.of.code}`}
          >
            {words.nearOpen}
          </a>
        )}
      </h4>
      <p className={parts.includes('key') ? 'font-semibold' : undefined}>
        {parts.length === 0 ? said.alike : said.differs(parts.map((part) => said.parts[part]).join(', '))}
      </p>
      <div className="mt-1 grid gap-x-4 gap-y-2 sm:grid-cols-2">
        <Side title={other ? words.number(number) : words.here} {...texts} notHere="new" />
        <Side title={other ? words.number(other.number) : words.there} {...texts} notHere="gone" />
      </div>
      <div className="mt-1 flex flex-wrap gap-x-1">
        {offered.map((kind, at) => {
          const questionId = near.of.kind === 'bank' ? near.of.questionId : '';
          return (
            <Button
              key={kind}
              type="submit"
              name="intent"
              value={`choose ${entry.key} ${kind} ${questionId}`}
              size="small"
              look="quiet"
              data-choice={at + 1}
              aria-pressed={choice?.kind === kind}
              className={choice?.kind === kind ? 'bg-surface' : undefined}
              onClick={(event) => {
                event.preventDefault();
                const chosen: Choice = kind === 'new-version' ? { kind, questionId } : { kind };
                step({ kind: 'choose', key: entry.key, choice: chosen });
              }}
            >
              {choice?.kind === kind && '✔ '}
              {words.nearChoices[kind]}
            </Button>
          );
        })}
      </div>
    </section>
  );
});

/** In one order on both sides, since their order does not count: first what both have, so that only the rest is marked. */
export function alignedOptions(here: readonly string[], there: readonly string[]): [string[], string[]] {
  const isIn = (options: readonly string[]) => (text: string) => options.includes(text);
  const shared = here.filter(isIn(there));
  const rest = (options: readonly string[]) => options.filter((text) => !shared.includes(text));
  return [
    [...shared, ...rest(here)],
    [...shared, ...rest(there)],
  ];
}

interface SideProps {
  title: string;
  stem: DifferencePiece[];
  options: DifferencePiece[];
  told: readonly { name: NearLineName; pieces: DifferencePiece[] }[];
  notHere: 'gone' | 'new';
}

function Side({ title, stem, options, told, notHere }: SideProps) {
  const said = useMessages(nearVi, nearEn);
  return (
    <div className="min-w-0 break-words">
      <p className="text-muted">{title}</p>
      <p>
        <Pieces pieces={stem} notHere={notHere} />
      </p>
      <p className="mt-0.5">
        <Pieces pieces={options} notHere={notHere} />
      </p>
      {told.map(({ name, pieces }) => (
        <p key={name} className="mt-0.5">
          <span className="font-semibold">{said.labels[name]}: </span>
          {pieces.some(({ kind }) => kind !== notHere) ? <Pieces pieces={pieces} notHere={notHere} /> : said.empty}
        </p>
      ))}
    </div>
  );
}

function Pieces({ pieces, notHere }: { pieces: DifferencePiece[]; notHere: 'gone' | 'new' }) {
  const words = useMessages(vi, en);
  return pieces
    .filter(({ kind }) => kind !== notHere)
    .map(({ text, kind }, at) =>
      kind === 'same' ? (
        <span key={at}>{text}</span>
      ) : (
        <mark key={at} title={words.onlyHere} className="bg-mark text-ink underline">
          {text}
        </mark>
      ),
    );
}
