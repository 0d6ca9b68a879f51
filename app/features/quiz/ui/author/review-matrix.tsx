import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { InfoIcon, WarningIcon } from '#app/ui/icons.tsx';
import { changeQuizDraft, type QuizDraft } from '../../core/quiz-draft.ts';
import {
  presetOf,
  REVIEW_PRESET_NAMES,
  REVIEW_WHATS,
  REVIEW_WHENS,
  type ReviewWhat,
  type ReviewWhen,
} from '../../core/review.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';

type Props = { draft: QuizDraft; onChange: (change: (draft: QuizDraft) => QuizDraft) => void };

/** When x what: a table of checkboxes, with patterns that fill it in one press. */
export function ReviewMatrix({ draft, onChange }: Props) {
  const { review: words } = useMessages(vi, en);
  const chosen = presetOf(draft.review);
  const tick = (when: ReviewWhen, what: ReviewWhat, isShown: boolean) =>
    onChange((now) => {
      const others = now.review[when].filter((other) => other !== what);
      return { ...now, review: { ...now.review, [when]: isShown ? [...others, what].sort() : others } };
    });
  return (
    <div className="space-y-4">
      <fieldset className="flex min-w-0 flex-wrap items-center gap-2">
        <legend className="sr-only">{words.presets}</legend>
        {REVIEW_PRESET_NAMES.map((name) => (
          <Button
            key={name}
            type="submit"
            name="intent"
            value={`review.${name}`}
            formNoValidate
            size="small"
            aria-pressed={chosen === name}
            className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
            onClick={(event) => {
              event.preventDefault();
              onChange((now) => changeQuizDraft(now, `review.${name}`) ?? now);
            }}
          >
            {words.presetNames[name]}
          </Button>
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="overflow-x-auto" tabIndex={0} aria-label={words.caption}>
        <table className="w-full min-w-[34rem] border-collapse text-sm">
          <caption className="sr-only">{words.caption}</caption>
          <thead>
            <tr className="border-b border-edge">
              <th scope="col" className="py-2 pr-3 text-left font-semibold">
                {words.what}
              </th>
              {REVIEW_WHENS.map((when) => (
                <th key={when} scope="col" className="px-2 py-2 text-center font-semibold">
                  {words.whens[when]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {REVIEW_WHATS.map((what) => (
              <tr key={what} className="border-b border-line">
                <th scope="row" className="py-2 pr-3 text-left font-normal">
                  {words.whats[what]}
                </th>
                {REVIEW_WHENS.map((when) => (
                  <td key={when} className="p-0 text-center">
                    <label className="flex min-h-[2.75rem] cursor-pointer items-center justify-center hover:bg-sunken">
                      <input
                        type="checkbox"
                        name={`review.${when}[]`}
                        value={what}
                        checked={draft.review[when].includes(what)}
                        onChange={(event) => tick(when, what, event.target.checked)}
                        aria-label={`${words.whats[what]}: ${words.whens[when]}`}
                        className="h-5 w-5 accent-accent"
                      />
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Remarks draft={draft} />
    </div>
  );
}

/** What the chosen matrix leads to that an author may not expect. */
function Remarks({ draft: { kind, review, closeAt } }: { draft: QuizDraft }) {
  const { review: words } = useMessages(vi, en);
  const showsKey = (when: ReviewWhen) => review[when].includes('right-answer') || review[when].includes('explanation');
  const isExam = kind === 'exam';
  const isOpenKey = isExam && (showsKey('just-after') || showsKey('later-open'));
  return (
    <div role="status">
      <ul className="max-w-form space-y-1.5 text-sm">
        {isExam && (
          <li className="flex items-start gap-2 text-muted">
            <InfoIcon className="mt-1 h-4 w-4" />
            <span>{words.examDuring}</span>
          </li>
        )}
        {isOpenKey && (
          <li className="flex items-start gap-2">
            <WarningIcon className="mt-1 h-4 w-4 text-amber" />
            <span>{words.openWarning}</span>
          </li>
        )}
        {closeAt === '' && (
          <li className="flex items-start gap-2 text-muted">
            <InfoIcon className="mt-1 h-4 w-4" />
            <span>{words.neverCloses}</span>
          </li>
        )}
      </ul>
    </div>
  );
}
