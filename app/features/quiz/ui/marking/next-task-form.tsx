import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { en } from '../../messages/marking-en.ts';
import { vi } from '../../messages/marking-vi.ts';

type Props = {
  quizId: string;
  /** Of this question first. */
  questionId?: string;
  /** How many are left for this marker. */
  left: number;
  isPrimary?: boolean;
};

/** Takes the next answer of a quiz out of the queue; says so where nothing is left. */
export function NextTaskForm({ quizId, questionId, left, isPrimary = false }: Props) {
  const words = useMessages(vi, en).queue;
  const action = `/marking/${quizId}/claims`;
  const { formAction, formData } = useNavigation();
  const isBusy = formAction === action && formData?.get('questionId') === (questionId ?? null);
  if (left === 0) return <span className="text-sm text-muted">{words.nothing}</span>;
  return (
    <Form method="post" action={action}>
      {questionId && <input type="hidden" name="questionId" value={questionId} />}
      <Button
        type="submit"
        look={isPrimary ? 'primary' : 'secondary'}
        size={isPrimary ? 'normal' : 'small'}
        busy={isBusy}
      >
        {words.next}
      </Button>
    </Form>
  );
}
