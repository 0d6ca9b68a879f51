import { Form, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { en } from '../../messages/marking-en.ts';
import { vi } from '../../messages/marking-vi.ts';
import type { MarkingTaskPage } from '../../queries/marking/marking-task.server.ts';
import { criterionId, RubricRows } from './rubric-rows.tsx';
import { useMarkingKeys } from './use-marking-keys.ts';

/** What the action answers instead of going on: what was typed, and what is missing. */
export interface MarkAnswer {
  levels: Record<number, number>;
  mark: string;
  comment: string;
  problem: { kind: 'incomplete'; missing: readonly number[] } | { kind: 'not-a-mark' } | { kind: 'refused' };
}

type Props = { task: MarkingTaskPage; answer?: MarkAnswer };

/** Levels of the rubric, or a mark as a whole, and a comment; by mouse, touch, keyboard, and without JavaScript. */
export function MarkForm({ task, answer }: Props) {
  const words = useMessages(vi, en).task;
  const lang = useLang();
  const { rubric, own, maxMark, quizId } = task;
  const most = formatMark(lang, maxMark);
  const first = rubric.map((_, place) => answer?.levels[place] ?? own?.levels[place] ?? null);
  const [chosen, setChosen] = useState(first);
  const keys = useMarkingKeys();
  const isBusy = useNavigation().formMethod === 'POST';
  const asked = answer?.problem.kind === 'incomplete' ? answer.problem.missing : [];
  // What was chosen since is not missing any more.
  const missing = asked.filter((place) => chosen[place] === null || chosen[place] === undefined);
  const isNoMark = answer?.problem.kind === 'not-a-mark';
  const errors = [
    ...missing.map((place) => ({ id: criterionId(place), message: words.missing(rubric[place]?.text ?? '') })),
    ...(isNoMark ? [{ id: 'diem', message: words.notAMark(most) }] : []),
  ];
  return (
    <Form method="post" noValidate onKeyDown={keys} className="space-y-6">
      <ErrorSummary title={words.problems} errors={errors} />
      {rubric.length > 0 ? (
        <>
          <RubricRows
            rubric={rubric}
            chosen={first}
            missing={missing}
            onChoose={(place, level) => setChosen((all) => all.map((one, at) => (at === place ? level : one)))}
          />
          <RubricSum task={task} chosen={chosen} />
        </>
      ) : (
        <Field id="diem" label={words.mark} hint={words.markHint(most)} error={isNoMark ? words.notAMark(most) : null}>
          <TextInput
            name="mark"
            inputMode="decimal"
            width="short"
            autoComplete="off"
            defaultValue={answer?.mark ?? (own ? formatMark(lang, own.fraction * maxMark, 5) : '')}
          />
        </Field>
      )}
      <Field label={words.comment} hint={words.commentHint}>
        <Textarea name="comment" rows={4} maxLength={4000} defaultValue={answer?.comment ?? own?.comment ?? ''} />
      </Field>
      <ButtonRow>
        <Button type="submit" data-main name="intent" value="save-and-next" look="primary" busy={isBusy}>
          {words.saveAndNext}
        </Button>
        <Button type="submit" name="intent" value="save" busy={isBusy}>
          {words.save}
        </Button>
        <LinkButton to={`/marking/${quizId}`} look="quiet">
          {words.back}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}

/** The points chosen so far, and what they are worth; told as a whole once every criterion has its level. */
function RubricSum({
  task: { rubric, maxMark },
  chosen,
}: {
  task: MarkingTaskPage;
  chosen: readonly (number | null)[];
}) {
  const words = useMessages(vi, en).task;
  const lang = useLang();
  const most = rubric.reduce((sum, { levels }) => sum + Math.max(0, ...levels.map(({ points }) => points)), 0);
  const points = rubric.map(({ levels }, place) => levels[chosen[place] ?? -1]?.points ?? null);
  const isWhole = points.every((one) => one !== null);
  const sum = points.reduce<number>((all, one) => all + (one ?? 0), 0);
  const earned = formatMark(lang, (sum / most) * maxMark);
  return (
    <p className="tabular font-semibold" aria-live="polite">
      {isWhole ? words.sum(formatMark(lang, sum), formatMark(lang, most)) : words.sumOpen(formatMark(lang, most))}
      {isWhole && <span className="font-normal text-muted">, {words.earns(earned, formatMark(lang, maxMark))}</span>}
    </p>
  );
}
