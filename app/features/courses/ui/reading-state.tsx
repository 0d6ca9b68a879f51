import { Form, useNavigation } from '@remix-run/react';
import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ArrowRightIcon, CheckIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

type Props = {
  lessonId: string;
  courseId: string;
  readAt: Date | null;
  next: { id: string } | null;
};

/** The element to return to after the lesson was marked: it says so. The reading's route leads here. */
const readingStateId = 'da-doc';

/** At the end of a lesson: mark it as read, or go on. A plain form, so it works without JavaScript. */
export function ReadingState({ lessonId, courseId, readAt, next }: Props) {
  const words = useMessages(vi, en).lesson;
  const lang = useLang();
  const navigation = useNavigation();
  const course = `/courses/${courseId}`;
  const sent = navigation.state === 'submitting' ? navigation.formData?.get('goTo') : undefined;
  if (readAt) {
    return (
      <section id={readingStateId} className="screen-only max-w-reading space-y-4 border-t border-line pt-5">
        <Notice kind="success" title={words.readTitle(formatDate(lang, readAt))} />
        <LinkButton look="primary" icon={ArrowRightIcon} to={next ? `${course}/lessons/${next.id}` : course}>
          {next ? words.next : words.toCourse}
        </LinkButton>
      </section>
    );
  }
  return (
    <section id={readingStateId} className="screen-only max-w-reading border-t border-line pt-5">
      <h2 className="mb-3 text-base">{words.finish}</h2>
      <Form method="post" action={`/lessons/${lessonId}/reading`}>
        <input type="hidden" name="intent" value="read" />
        <ButtonRow>
          {next && (
            <Button look="primary" icon={ArrowRightIcon} name="goTo" value={next.id} busy={sent === next.id}>
              {words.markReadAndNext}
            </Button>
          )}
          <Button look={next ? 'secondary' : 'primary'} icon={CheckIcon} name="goTo" value="" busy={sent === ''}>
            {words.markRead}
          </Button>
        </ButtonRow>
      </Form>
    </section>
  );
}
