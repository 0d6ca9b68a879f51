import { Form, Link, useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { formatDate, formatTime } from '#app/platform/i18n/format.ts';
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
  /** Null: it can be marked now. */
  readableFrom: Date | null;
  next: { id: string } | null;
};

/** The element to return to after the lesson was marked: it says so. The reading's route leads here. */
const readingStateId = 'da-doc';

/** At the end of a lesson: mark it as read, or go on. A plain form, so it works without JavaScript. */
export function ReadingState({ lessonId, courseId, readAt, readableFrom, next }: Props) {
  const words = useMessages(vi, en).lesson;
  const lang = useLang();
  const navigation = useNavigation();
  const mustWait = useWaiting(readableFrom);
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
  if (mustWait && readableFrom) {
    return (
      <section id={readingStateId} className="screen-only max-w-reading border-t border-line pt-5">
        <Notice title={words.tooSoon(formatTime(readableFrom))}>
          <p>{words.tooSoonText}</p>
          {/* Without JavaScript the page is asked for again. */}
          <Link to={`${course}/lessons/${lessonId}`} reloadDocument>
            {words.lookAgain}
          </Link>
        </Notice>
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

/** Whether the least time is not over yet; true until the hour comes, without a reload. */
function useWaiting(readableFrom: Date | null): boolean {
  const from = readableFrom?.getTime() ?? null;
  const [passed, setPassed] = useState<number | null>(null);
  useEffect(() => {
    if (from === null) return;
    const timer = setTimeout(() => setPassed(from), Math.max(0, from - Date.now()) + 1000);
    return () => clearTimeout(timer);
  }, [from]);
  return from !== null && passed !== from;
}
