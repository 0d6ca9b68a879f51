import { en as questionsEn } from '#app/features/questions/messages/en.ts';
import { vi as questionsVi } from '#app/features/questions/messages/vi.ts';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { QuizChange } from '../../core/quiz-changes.ts';
import type { SlotDraft } from '../../core/quiz-draft.ts';
import type { ReviewWhat } from '../../core/review.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { QuizEditorNames } from '../../queries/author-quiz.server.ts';

type Props = { caption: string; changes: readonly QuizChange[]; names: QuizEditorNames };

/** What somebody changed in a quiz, field by field, with names for what ids stand for. */
export function QuizChangesTable({ caption, changes, names }: Props) {
  const { changes: words } = useMessages(vi, en);
  const say = useChangeWords(names);
  return (
    <table className="data-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="sm:w-64">
            {words.field}
          </th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change, at) => {
          const { field, before, after } = say(change);
          return (
            <tr key={at}>
              <th scope="row">{field}</th>
              <td data-label={words.before} className="whitespace-pre-line">
                {before}
              </td>
              <td data-label={words.after} className="whitespace-pre-line">
                {after}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function useChangeWords(names: QuizEditorNames) {
  const words = useMessages(vi, en);
  const levels: Record<string, string> = useMessages(questionsVi, questionsEn).difficulties;
  const lang = useLang();
  const codes: Record<string, Record<string, string>> = {
    kind: words.kinds,
    which: words.which,
    shuffleQuestions: { true: words.changes.yes, false: words.changes.no },
    shuffleOptions: { true: words.changes.yes, false: words.changes.no },
    certainty: { true: words.changes.yes, false: words.changes.no },
    forwardOnly: { true: words.changes.yes, false: words.changes.no },
    behaviour: words.rules.behaviours,
    accessKind: words.rules.accessKinds,
    markers: words.rules.markerCounts,
    place: Object.fromEntries(
      names.places.flatMap(({ courseId, title, modules }) => [
        [courseId, title],
        ...modules.map((module) => [`${courseId}/${module.code}`, module.title]),
      ]),
    ),
  };
  const plain = (field: string, value: string) => {
    if (value === '') {
      const isLimit = ['timeLimitMinutes', 'attemptsAllowed', 'openAt', 'closeAt', 'triesAllowed'].includes(field);
      return isLimit ? words.changes.unlimited : words.changes.none;
    }
    if (field === 'openAt' || field === 'closeAt') return formatDateTime(lang, `${value}:00+07:00`);
    return codes[field]?.[value] ?? value;
  };
  const shown = (list: string) =>
    list === ''
      ? words.changes.nothing
      : list
          .split(', ')
          .map((what) => words.review.whats[what as ReviewWhat])
          .join('; ');
  const source = (slot: SlotDraft) =>
    slot.kind === 'fixed'
      ? `${words.slots.fixed}: ${names.questions[slot.questionId]?.stem ?? slot.questionId}`
      : `${words.slots.random}: ${[names.categoryNames[slot.categoryId], slot.withSubcategories && words.slots.subcategories, slot.tag && words.slots.tagged(slot.tag)].filter(Boolean).join(', ')}, ${levels[slot.difficulty] ?? words.slots.anyDifficulty}`;
  const amount = (slot: SlotDraft | null) =>
    slot ? words.changes.slotAmount(slot.kind === 'fixed' ? '1' : slot.count, slot.maxMark) : words.changes.none;
  return (change: QuizChange): { field: string; before: string; after: string } => {
    switch (change.field) {
      case 'slot-order':
        return { field: words.changes.slotOrder, before: '', after: words.changes.reordered };
      case 'slot':
        return { field: source(change.slot), before: amount(change.before), after: amount(change.after) };
      case 'review': {
        const field = words.changes.review(words.review.whens[change.when]);
        return { field, before: shown(change.before), after: shown(change.after) };
      }
      default: {
        const { field, before, after } = change;
        return { field: words.fields[field], before: plain(field, before), after: plain(field, after) };
      }
    }
  };
}
