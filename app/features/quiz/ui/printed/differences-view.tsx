import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { controlClass } from '#app/ui/control-class.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import type { SettleOutcome } from '../../commands/printed/settle-sheet.server.ts';
import { OTHER_ANSWER } from '../../core/printed/sheet.ts';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';
import type { DifferingSheet, PaperDifferences } from '../../queries/printed/paper-differences.server.ts';
import { useProblemWords } from './problem-words.ts';

export type SettleAnswer = { personId: string; outcome: SettleOutcome } | undefined;

/** Sheet by sheet, question by question: what the two typed, and what the sheet really says. */
export function DifferencesView({ page, answer }: { page: PaperDifferences; answer: SettleAnswer }) {
  const words = useMessages(vi, en).differences;
  return (
    <>
      <SettledNotice answer={answer} />
      {page.sheets.length === 0 && <EmptyState title={words.none}>{words.noneText}</EmptyState>}
      {page.sheets.map((sheet) => (
        <Section key={sheet.personId} title={words.sheet(String(sheet.number ?? '–'), sheet.fullName)}>
          <p className="text-muted">{sheet.unitName}</p>
          <Sheet key={sheet.edition} sheet={sheet} />
        </Section>
      ))}
    </>
  );
}

function SettledNotice({ answer }: { answer: SettleAnswer }) {
  const { differences: words, entry } = useMessages(vi, en);
  const say = useProblemWords();
  if (!answer) return null;
  const { outcome } = answer;
  if (outcome.kind !== 'refused') return <Notice kind="success" live title={words.settled} />;
  if (outcome.reason === 'overtaken') return <Notice kind="warning" live title={words.overtaken} />;
  return (
    <Notice kind="error" live title={entry.refusals[outcome.reason]}>
      {outcome.reason === 'bad-answers' && outcome.problems.map(say).join('; ')}
    </Notice>
  );
}

function Sheet({ sheet }: { sheet: DifferingSheet }) {
  const words = useMessages(vi, en).differences;
  const isBusy = useNavigation().formMethod === 'POST';
  const { first, second, numbers, edition, personId } = sheet;
  if (first.variant !== second.variant) {
    return <p className="mt-2 max-w-reading">{words.variants(first.variant, second.variant)}</p>;
  }
  const differing = new Set(numbers);
  return (
    <Form method="post" className="mt-3 space-y-3">
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="edition" value={edition} />
      <input type="hidden" name="variant" value={first.variant} />
      {first.answers.map((answer, at) =>
        differing.has(at + 1) ? null : <input key={at} type="hidden" name={`answer.${at + 1}`} value={answer} />,
      )}
      {numbers.map((number) => (
        <Difference key={number} number={number} sheet={sheet} />
      ))}
      <Button type="submit" look="primary" busy={isBusy}>
        {words.settle}
      </Button>
    </Form>
  );
}

/** One question: the first, the second, or what the sheet says instead. */
function Difference({ number, sheet }: { number: number; sheet: DifferingSheet }) {
  const words = useMessages(vi, en).differences;
  const { first, second } = sheet;
  const name = `answer.${number}`;
  const choice = (label: string, value: string) => (
    <label className="choice-row flex-1 basis-40">
      <input type="radio" name={`choice.${number}`} value={value} required />
      <span>
        <span className="tabular font-semibold">{value === '' ? words.empty : value}</span>
        <span className="block text-sm text-muted">{label}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="flex max-w-reading flex-wrap items-stretch gap-2">
      <legend className="mb-1 font-semibold">
        {words.number} {number}
      </legend>
      {choice(words.first(first.by), first.answers[number - 1] ?? '')}
      {choice(words.second(second.by), second.answers[number - 1] ?? '')}
      <label className="choice-row flex-1 basis-40">
        <input type="radio" name={`choice.${number}`} value={OTHER_ANSWER} required />
        <span>
          {words.other}
          <input
            name={name}
            aria-label={`${words.number} ${number}: ${words.other}`}
            className={controlClass('w-full')}
            autoComplete="off"
          />
        </span>
      </label>
    </fieldset>
  );
}
