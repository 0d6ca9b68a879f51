import { type ListChange, printListChange } from '#app/features/questions/core/list-change.ts';
import { Problem } from '#app/features/questions/ui/problem.tsx';
import { formatMark, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { PlusIcon } from '#app/ui/icons.tsx';
import { changeQuizDraft, paperSize, type QuizDraft } from '../../core/quiz-draft.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { QuizEditorNames } from '../../queries/author-quiz.server.ts';
import { SlotRow } from './slot-row.tsx';

type Props = {
  draft: QuizDraft;
  names: QuizEditorNames;
  problemOf: (field: string) => string | undefined;
  onChange: (change: (draft: QuizDraft) => QuizDraft) => void;
};

/** The lines of the quiz in order, fixed questions and random draws, with what a paper comes to. */
export function SlotEditor({ draft, names, problemOf, onChange }: Props) {
  const { slots: words } = useMessages(vi, en);
  const lang = useLang();
  const { questions, marks } = paperSize(draft.slots);
  const onList = (change: ListChange) => onChange((now) => changeQuizDraft(now, printListChange(change)) ?? now);
  return (
    <fieldset id="slots" className="min-w-0" tabIndex={-1}>
      <legend className="sr-only">{words.lead}</legend>
      <Problem id="slots-problem" message={problemOf('slots')} />
      <datalist id="bank-tags">
        {names.tags.map(({ tag }) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      {draft.slots.length === 0 ? (
        <p className="border border-dashed border-edge px-5 py-6 text-muted">{words.empty}</p>
      ) : (
        <ol className="border-t border-line">
          {draft.slots.map((slot, at) => (
            <SlotRow
              key={at}
              {...{ slot, at, names, problemOf, onList }}
              count={draft.slots.length}
              onSlot={(change) =>
                onChange((now) => ({
                  ...now,
                  slots: now.slots.map((other, index) => (index === at ? { ...other, ...change } : other)),
                }))
              }
            />
          ))}
        </ol>
      )}
      <div className="mt-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Button
          type="submit"
          name="intent"
          value="slots.add"
          formNoValidate
          size="small"
          icon={PlusIcon}
          onClick={(event) => {
            event.preventDefault();
            onList({ list: 'slots', does: 'add' });
          }}
        >
          {words.add}
        </Button>
        <p className="tabular" role="status">
          <strong>{words.total(formatNumber(lang, questions), formatMark(lang, marks))}</strong>
          <span className="block text-sm text-muted">{words.totalNote(draft.gradeScale)}</span>
        </p>
      </div>
    </fieldset>
  );
}
