import { Form } from '@remix-run/react';
import { formatDateTime, formatDuration, formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { type Definition, DefinitionList } from '#app/ui/definition-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { QuizStartPage } from '../queries/quiz-start-page.server.ts';
import { AttemptLines } from './attempt-lines.tsx';
import { Rendered } from './rendered.tsx';

type Props = {
  page: QuizStartPage;
  /** A start was refused because the bank is too small for the quiz. */
  isShort: boolean;
};

/** Before an attempt: what to do, by which rules, and the one button. */
export function QuizStart({ page, isShort }: Props) {
  const words = useMessages(vi, en).start;
  const { quiz, attempts, rules } = page;
  // An open attempt has its own button above.
  const ended = attempts.filter(({ state }) => state !== 'open');
  return (
    <>
      <Rendered html={quiz.instructionsHtml} className="max-w-reading space-y-3 text-lg" />
      {isShort && (
        <Notice kind="error" title={words.cannot}>
          {words.refused['not-enough-questions']()}
        </Notice>
      )}
      <Way page={page} />
      <Section title={words.rules}>
        <DefinitionList items={useRules(page)} />
        <p className="mt-3 max-w-reading text-muted">
          {page.time.boundBy === 'none' ? words.saving : words.savingTimed}
        </p>
      </Section>
      {ended.length > 0 && (
        <Section title={words.previous}>
          <AttemptLines attempts={ended} gradeScale={rules.gradeScale} />
        </Section>
      )}
    </>
  );
}

/** Start, go on, or why neither. */
function Way({ page: { quiz, start, time } }: { page: QuizStartPage }) {
  const words = useMessages(vi, en).start;
  const lang = useLang();
  if (start.kind === 'resume') {
    return (
      <div className="space-y-3">
        <p>
          {words.resumeLead}{' '}
          {start.secondsLeft !== null && (
            <strong className="font-semibold">
              {words.resumeLeft(formatDuration(lang, inMinutes(start.secondsLeft)))}
            </strong>
          )}
        </p>
        <LinkButton to={`/attempts/${start.attemptId}`} look="primary">
          {words.resume}
        </LinkButton>
      </div>
    );
  }
  if (start.kind === 'refused') {
    const when = (instant: Date) => formatDateTime(lang, instant);
    const why =
      start.reason === 'not-open'
        ? words.refused['not-open'](when(start.opensAt))
        : start.reason === 'closed'
          ? words.refused.closed(when(start.closedAt))
          : start.reason === 'too-soon'
            ? words.refused['too-soon'](when(start.until))
            : start.reason === 'no-attempts-left'
              ? words.refused['no-attempts-left'](String(start.attemptsAllowed))
              : words.refused['not-assigned']();
    return <Notice title={words.cannot}>{why}</Notice>;
  }
  return (
    <Form method="post" action={`/quizzes/${quiz.id}/attempts`} className="space-y-3">
      {time.boundBy === 'close' && time.seconds !== null && time.seconds < 86_400 && (
        <Notice kind="warning" title={words.timeNow(formatDuration(lang, inMinutes(time.seconds)))} />
      )}
      <Button type="submit" look="primary">
        {words.begin[quiz.kind]}
      </Button>
    </Form>
  );
}

const inMinutes = (seconds: number) => (seconds > 60 ? Math.ceil(seconds / 60) * 60 : seconds);

function useRules({ rules, attemptsUsed, grade }: QuizStartPage): Definition[] {
  const words = useMessages(vi, en).start;
  const lang = useLang();
  const { timeLimitSeconds, attemptsAllowed, questionsPerPage, gradeScale, openAt, closeAt } = rules;
  const scale = formatMark(lang, gradeScale);
  const pages =
    questionsPerPage > 0 && questionsPerPage < rules.questionCount ? words.perPage(questionsPerPage) : words.onePage;
  const used =
    attemptsAllowed > 0 ? words.attemptsOf(attemptsUsed, attemptsAllowed) : words.attemptsUnlimited(attemptsUsed);
  const items: (Definition | false)[] = [
    { term: words.questions, value: `${words.questionCount(rules.questionCount)}, ${pages}` },
    { term: words.time, value: timeLimitSeconds > 0 ? formatDuration(lang, timeLimitSeconds) : words.unlimited },
    { term: words.attempts, value: attemptsAllowed === 1 ? used : `${used}; ${words.which[rules.which]}` },
    { term: words.passGrade, value: words.passGradeOf(formatMark(lang, rules.passGrade), scale) },
    openAt !== null && { term: words.openAt, value: formatDateTime(lang, openAt) },
    closeAt !== null && { term: words.closeAt, value: formatDateTime(lang, closeAt) },
    { term: words.key, value: words.keys[rules.keyShown] },
    grade !== null && { term: words.counted, value: `${formatMark(lang, grade)}/${scale}` },
  ];
  return items.filter((item): item is Definition => item !== false);
}
