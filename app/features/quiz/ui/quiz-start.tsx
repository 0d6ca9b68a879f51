import { Form } from '@remix-run/react';
import { formatDateTime, formatDuration, formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { type Definition, DefinitionList } from '#app/ui/definition-list.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../messages/en.ts';
import { en as sheetsEn } from '../messages/sheets-en.ts';
import { vi as sheetsVi } from '../messages/sheets-vi.ts';
import { vi } from '../messages/vi.ts';
import type { QuizStartPage } from '../queries/quiz-start-page.server.ts';
import { AttemptLines } from './attempt-lines.tsx';
import { markingRules } from './marking-rules.ts';
import { Rendered } from './rendered.tsx';

type Props = {
  page: QuizStartPage;
  /** Why a start was just refused, as the address says; what does not name a reason is not said. */
  refused: string | null;
};

/** Refusals that only pressing the button tells. */
const saidAtOnce = ['not-enough-questions', 'network', 'code-missing', 'code-wrong', 'too-many-codes'] as const;

/** Before an attempt: what to do, by which rules, and the one button. */
export function QuizStart({ page, refused }: Props) {
  const words = useMessages(vi, en).start;
  const { quiz, attempts, rules } = page;
  // An open attempt has its own button above.
  const ended = attempts.filter(({ state }) => state !== 'open');
  const reason = saidAtOnce.find((one) => one === refused);
  return (
    <>
      <Rendered html={quiz.instructionsHtml} className="max-w-reading space-y-3 text-lg" />
      {reason && (reason !== 'network' || page.isHere) && (
        <Notice kind="error" title={words.cannot}>
          {words.refused[reason]()}
        </Notice>
      )}
      <Way page={page} isCodeWrong={reason === 'code-wrong' || reason === 'code-missing'} />
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
function Way({ page, isCodeWrong }: { page: QuizStartPage; isCodeWrong: boolean }) {
  const { quiz, start, time, rules } = page;
  const words = useMessages(vi, en).start;
  const lang = useLang();
  if (!page.isHere && start.kind !== 'refused') {
    return (
      <Notice kind="warning" title={words.cannot}>
        {words.refused.network()}
      </Notice>
    );
  }
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
  if (start.kind === 'refused' && start.reason === 'in-session') {
    return (
      <Notice title={words.inSession}>
        <LinkButton to={`/exam-sessions/${start.sessionId}`} look="primary" className="mt-2">
          {words.toSession}
        </LinkButton>
      </Notice>
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
      {rules.access !== 'none' && (
        <Field
          id="code"
          label={words.access[rules.access]}
          hint={words.accessHints[rules.access]}
          error={isCodeWrong ? words.codeAgain : undefined}
        >
          <TextInput
            name="code"
            type={rules.access === 'password' ? 'password' : 'text'}
            inputMode={rules.access === 'day-code' ? 'numeric' : undefined}
            autoComplete="off"
            required
            maxLength={200}
            width={rules.access === 'day-code' ? 'number' : undefined}
          />
        </Field>
      )}
      <Button type="submit" look="primary">
        {words.begin[quiz.kind]}
      </Button>
    </Form>
  );
}

const inMinutes = (seconds: number) => (seconds > 60 ? Math.ceil(seconds / 60) * 60 : seconds);

function useRules({ rules, attemptsUsed, grade, time, start }: QuizStartPage): Definition[] {
  const words = useMessages(vi, en).start;
  const marking = useMessages(sheetsVi, sheetsEn).marking;
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
    timeLimitSeconds > 0 &&
      closeAt !== null && {
        term: words.ends,
        value: `${words.endsRule}${start.kind === 'start' && time.boundBy !== 'none' ? ` ${words.endsNow[time.boundBy]}` : ''}`,
      },
    rules.delayBetweenAttemptsSeconds > 0 &&
      attemptsAllowed !== 1 && {
        term: words.delay,
        value: words.delayOf(formatDuration(lang, rules.delayBetweenAttemptsSeconds)),
      },
    rules.forwardOnly && { term: words.forward, value: words.forwardRule },
    rules.hasNetworks && { term: words.networks, value: words.networksRule },
    ...markingRules(rules, marking, lang),
    { term: words.key, value: words.keys[rules.keyShown] },
    grade !== null && { term: words.counted, value: `${formatMark(lang, grade)}/${scale}` },
  ];
  return items.filter((item): item is Definition => item !== false);
}
