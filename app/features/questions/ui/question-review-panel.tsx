import { Form, useNavigation } from '@remix-run/react';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/page.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { en } from '../messages/bank-en.ts';
import { vi } from '../messages/bank-vi.ts';
import type { QuestionReviewView } from '../queries/question-review.server.ts';
import { StandingTag } from './standing-tag.tsx';

type Props = {
  questionId: string;
  review: QuestionReviewView;
  /** Why the last move did not happen, with the note as typed. */
  refused?: { reason: 'own-version' | 'not-from-here' | 'note-missing' | 'stale'; note: string };
};

/** How far a question has come, what this reader may do about it, and the steps so far with their notes. */
export function QuestionReviewPanel({ questionId, review, refused }: Props) {
  const bank = useMessages(vi, en);
  const { review: words } = bank;
  const lang = useLang();
  const isBusy = useNavigation().formMethod === 'POST';
  const { moves, number, standing, policy, isOwn, steps } = review;
  return (
    <Section id="review" title={words.title}>
      <div className="max-w-form space-y-4">
        <p className="flex flex-wrap items-center gap-3">
          <StandingTag standing={standing} />
          {policy === 'second-person' && <span className="text-muted">{isOwn ? words.own : words.asks}</span>}
        </p>
        {moves.length > 0 && (
          <Form method="post" action={`/author/questions/${questionId}/standing`} className="space-y-4">
            <input type="hidden" name="number" value={number} />
            <Field
              id="review-note"
              label={words.note}
              hint={words.noteHint}
              error={refused && words.refusals[refused.reason]}
            >
              <Textarea name="note" rows={2} maxLength={1000} defaultValue={refused?.note} />
            </Field>
            <ButtonRow>
              {moves.map((move) => (
                <Button
                  key={move}
                  type="submit"
                  name="move"
                  value={move}
                  size="small"
                  look={move === 'review' || move === 'approve' ? 'primary' : 'secondary'}
                  busy={isBusy}
                >
                  {bank.moves[move]}
                </Button>
              ))}
            </ButtonRow>
          </Form>
        )}
        {steps.length > 0 && (
          <Disclosure title={words.steps} note={String(steps.length)}>
            <ol className="space-y-3">
              {steps.map(({ at, by, from, to, versionNumber, note }, place) => (
                <li key={place}>
                  <p>{words.step(bank.standings[from], bank.standings[to], versionNumber)}</p>
                  <p className="text-sm text-muted">
                    {words.by(by ?? bank.comments.unknown, formatDateTime(lang, at))}
                  </p>
                  {note && <p className="whitespace-pre-line">{note}</p>}
                </li>
              ))}
            </ol>
          </Disclosure>
        )}
      </div>
    </Section>
  );
}
