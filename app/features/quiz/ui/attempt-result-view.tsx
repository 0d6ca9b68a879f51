import { formatDateTime, formatDuration, formatMark, formatPercent, formatRatio } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { DefinitionList, Figures } from '#app/ui/definition-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { en } from '../messages/en.ts';
import { en as sheetsEn } from '../messages/sheets-en.ts';
import { vi as sheetsVi } from '../messages/sheets-vi.ts';
import { vi } from '../messages/vi.ts';
import type { AttemptResult } from '../queries/attempt-result.server.ts';
import { OutcomeTag } from './attempt-lines.tsx';
import { LateAnswers } from './late-answers.tsx';
import { RegradeNotices } from './regrade/regrade-notices.tsx';
import { Rendered } from './rendered.tsx';
import { ReviewedQuestion } from './reviewed-question.tsx';

/** How an attempt ended and what the review shows of it now. */
export function AttemptResultView({ result }: { result: AttemptResult }) {
  const words = useMessages(vi, en);
  const said = useMessages(sheetsVi, sheetsEn).result;
  const lang = useLang();
  const { attemptId, overall, questions, quiz, preview, keyComes, waiting } = result;
  const showsKey = questions.some(({ right }) => right !== undefined);
  return (
    <>
      {waiting > 0 ? (
        <Notice title={said.waiting}>{said.waitingText(waiting)}</Notice>
      ) : overall ? (
        <Overall overall={overall} />
      ) : (
        <Notice title={words.result.hidden}>{words.result.hiddenText}</Notice>
      )}
      <LateAnswers attemptId={attemptId} mayReopen={result.mayReopen} />
      <RegradeNotices regrades={result.regrades} />
      <ButtonRow className="screen-only">
        <LinkButton to={preview ? `/author/quizzes/${quiz.id}` : `/quizzes/${quiz.id}`} look="primary">
          {words.result.toQuiz}
        </LinkButton>
        {quiz.courseId && !preview && <LinkButton to={`/courses/${quiz.courseId}`}>{words.start.course}</LinkButton>}
        <LinkButton to="/results" look="quiet">
          {words.result.toResults}
        </LinkButton>
      </ButtonRow>
      <DefinitionList
        items={[
          {
            term: words.result.submittedAt,
            value:
              formatDateTime(lang, result.submittedAt) +
              (words.result.by[result.cause] && `, ${words.result.by[result.cause]}`),
          },
          { term: words.result.taken, value: formatDuration(lang, result.secondsTaken) },
          { term: words.result.answered, value: formatRatio(lang, result.answered, result.questionCount) },
        ]}
      />
      {!showsKey && (
        <p className="max-w-reading text-muted">
          {!keyComes
            ? words.result.noReview
            : keyComes.after
              ? words.result.keyAfter(formatDateTime(lang, keyComes.after))
              : words.result.keyAfterClose}
        </p>
      )}
      {questions.length > 0 && (
        <Section title={words.result.questions}>
          <ol className="space-y-8">
            {questions.map((question) => (
              <li key={question.slot}>
                <ReviewedQuestion question={question} total={questions.length} />
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}

function Overall({ overall }: { overall: NonNullable<AttemptResult['overall']> }) {
  const words = useMessages(vi, en);
  const said = useMessages(sheetsVi, sheetsEn).result;
  const lang = useLang();
  const { grade, gradeScale, markSum, maxMark, passed, passGrade, classification, feedbackHtml } = overall;
  const scale = formatMark(lang, gradeScale);
  return (
    <>
      <Figures
        items={[
          {
            label: words.result.grade,
            value: grade === null ? '–' : words.result.gradeOf(formatMark(lang, grade), scale),
            note: words.result.marks(formatMark(lang, markSum), formatMark(lang, maxMark)),
          },
          {
            label: words.result.percent,
            value: maxMark > 0 ? formatPercent(lang, Math.max(0, markSum) / maxMark) : '–',
          },
          {
            label: words.result.classification,
            value: classification ? words.classifications[classification] : '–',
          },
          {
            label: words.result.outcome,
            value: <OutcomeTag line={{ state: 'ended', grade, passed, classification: null }} />,
            note: words.result.passFrom(formatMark(lang, passGrade), scale),
          },
        ]}
      />
      {feedbackHtml && (
        <section aria-label={said.feedback} className="max-w-reading border-l-4 border-edge pl-4">
          <p className="font-semibold">{said.feedback}</p>
          <Rendered html={feedbackHtml} />
        </section>
      )}
    </>
  );
}
