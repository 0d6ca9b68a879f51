import { Form, useNavigation } from '@remix-run/react';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/page.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { en } from '../messages/bank-en.ts';
import { vi } from '../messages/bank-vi.ts';
import type { QuestionReviewView } from '../queries/question-review.server.ts';

type Props = {
  questionId: string;
  comments: QuestionReviewView['comments'];
  /** The one-time id of the next comment: sent twice, it is said once. */
  commentId: string;
  refused?: { problem: 'missing' | 'too-long'; text: string };
};

/** What authors say to each other about a question. */
export function QuestionComments({ questionId, comments, commentId, refused }: Props) {
  const { comments: words } = useMessages(vi, en);
  const lang = useLang();
  const isBusy = useNavigation().formMethod === 'POST';
  const action = `/author/questions/${questionId}/comments`;
  return (
    <Section id="comments" title={words.title}>
      <div className="max-w-form space-y-5">
        {comments.length === 0 && <p className="text-muted">{words.empty}</p>}
        <ol className="space-y-4">
          {comments.map(({ id, text, by, at, versionNumber, settledAt, settledBy }) => (
            <li
              key={id}
              className={settledAt ? 'border-l-4 border-line pl-3 text-muted' : 'border-l-4 border-amber pl-3'}
            >
              <p className="text-sm text-muted">
                {words.of(by ?? words.unknown, formatDateTime(lang, at), versionNumber)}
              </p>
              <p className="whitespace-pre-line">{text}</p>
              {settledAt && (
                <p className="text-sm">{words.settled(settledBy ?? words.unknown, formatDateTime(lang, settledAt))}</p>
              )}
              <Form method="post" action={action} className="mt-1">
                <input type="hidden" name="id" value={id} />
                <Button type="submit" name="settled" value={settledAt ? 'no' : 'yes'} size="small" look="quiet">
                  {settledAt ? words.reopen : words.settle}
                </Button>
              </Form>
            </li>
          ))}
        </ol>
        <Form method="post" action={action} key={commentId} className="space-y-3">
          <input type="hidden" name="id" value={commentId} />
          <Field id="comment-text" label={words.write} error={refused && words.problems[refused.problem]}>
            <Textarea name="text" rows={3} maxLength={2000} defaultValue={refused?.text} />
          </Field>
          <Button type="submit" size="small" busy={isBusy}>
            {words.send}
          </Button>
        </Form>
      </div>
    </Section>
  );
}
