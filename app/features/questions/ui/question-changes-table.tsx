import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { QuestionChange } from '../core/question-changes.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { ChangedText } from './changed-text.tsx';

type Props = {
  caption: string;
  changes: readonly QuestionChange[];
  categories: readonly { id: string; name: string }[];
};

/** What changed, field by field: before beside after. */
export function QuestionChangesTable({ caption, changes, categories }: Props) {
  const words = useMessages(vi, en);
  const say = useChangeWords(categories);
  return (
    <table className="data-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="sm:w-56">
            {words.changes.field}
          </th>
          <th scope="col">{words.changes.before}</th>
          <th scope="col">{words.changes.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change, at) => (
          <tr key={at}>
            <th scope="row">{[words.fields[change.field], change.label].filter(Boolean).join(' ')}</th>
            <td data-label={words.changes.before} className="whitespace-pre-line">
              <Side change={change} side="before" say={say} />
            </td>
            <td data-label={words.changes.after} className="whitespace-pre-line">
              <Side change={change} side="after" say={say} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where both sides are there they are compared word by word; what came or went as a whole is shown as it is. */
function Side({
  change,
  side,
  say,
}: {
  change: QuestionChange;
  side: 'before' | 'after';
  say: (change: QuestionChange, value: string | null) => string;
}) {
  if (change.before === null || change.after === null) return say(change, change[side]);
  return <ChangedText before={say(change, change.before)} after={say(change, change.after)} side={side} />;
}

/** The words of a value: codes by their field, texts as they are. */
function useChangeWords(categories: Props['categories']) {
  const words = useMessages(vi, en);
  const tables: Partial<Record<QuestionChange['field'], Record<string, string>>> = {
    difficulty: words.difficulties,
    scoring: words.scorings,
    truth: words.truth,
    'statement-truth': words.truth,
    'order-scoring': words.orderScorings,
    'unit-policy': words.editors.numerical.unitPolicies,
    category: Object.fromEntries(categories.map(({ id, name }) => [id, name])),
  };
  const yesNo: Record<string, string> = { true: words.changes.yes, false: words.changes.no };
  const isYesNo = (field: string) =>
    ['option-fixed', 'ignore-case', 'ignore-tones', 'equivalent-spelling'].includes(field);
  return ({ field }: QuestionChange, value: string | null): string => {
    if (value === null) return field === 'option-fixed' ? words.changes.no : words.changes.none;
    if (isYesNo(field)) return yesNo[value] ?? value;
    return tables[field]?.[value] ?? value;
  };
}
