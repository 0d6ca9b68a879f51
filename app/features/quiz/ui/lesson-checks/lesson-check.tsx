import { useEffect, useRef, useState } from 'react';
import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { en } from '../../messages/lesson-checks-en.ts';
import { vi } from '../../messages/lesson-checks-vi.ts';
import { en as sheetsEn } from '../../messages/sheets-en.ts';
import { vi as sheetsVi } from '../../messages/sheets-vi.ts';
import type { LessonCheck as Check, CheckVerdict } from '../../queries/lesson-checks.server.ts';
import { AnswerSheet } from '../answer-sheet.tsx';
import { Explanation, Verdict } from '../question-review.tsx';
import { Rendered } from '../rendered.tsx';

type Props = {
  check: Check;
  /** Whose check it is; null in an author's preview, where nothing is judged and the key is shown. */
  lessonId: string | null;
};

/** A question within a lesson, answered in place. Without marks, and nothing of it is kept. */
export function LessonCheck({ check, lessonId }: Props) {
  const words = useMessages(vi, en);
  if (check.kind === 'broken') {
    return (
      <div className="misplaced">
        <p className="font-semibold">{words.broken}</p>
        <p>{words.problems[check.problem](check.excerpt)}</p>
      </div>
    );
  }
  return <CheckQuestion key={check.mark} check={check} lessonId={lessonId} />;
}

type Question = Extract<Check, { kind: 'question' }>;

function CheckQuestion({ check, lessonId }: { check: Question; lessonId: string | null }) {
  const { number, mark, question, key } = check;
  const words = useMessages(vi, en);
  const { how } = useMessages(sheetsVi, sheetsEn);
  const [answer, setAnswer] = useState<PresentedResponse>(null);
  const [verdict, setVerdict] = useState<CheckVerdict | 'failed' | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isMounted, setIsMounted] = useState(false);
  const top = useRef<HTMLElement>(null);
  useEffect(() => setIsMounted(true), []);
  const judge = async () => {
    setIsBusy(true);
    try {
      const response = await fetch(`/lessons/${lessonId}/checks`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ number, mark, response: answer }),
      });
      setVerdict(response.ok ? ((await response.json()) as CheckVerdict) : 'failed');
    } catch {
      setVerdict('failed');
    }
    setIsBusy(false);
  };
  const again = () => {
    setAnswer(null);
    setVerdict(null);
    top.current?.focus();
  };
  const id = `tu-kiem-tra-${number}`;
  const isJudged = verdict !== null && verdict !== 'failed' && verdict.kind === 'judged';
  return (
    <section ref={top} tabIndex={-1} className="check-yourself" aria-labelledby={`${id}-ten`}>
      <p id={`${id}-ten`} className="label">
        {words.title}
      </p>
      {question.stem ? null : <Rendered html={question.stemHtml} className="stem space-y-3" />}
      <p className="how">{how[question.type]}</p>
      <fieldset disabled={isJudged} className="min-w-0">
        <AnswerSheet question={question} answer={answer} onChange={setAnswer} onSettle={() => undefined} />
      </fieldset>
      {lessonId !== null && isMounted && (
        <div className="screen-only mt-3 flex flex-wrap items-center gap-3">
          {isJudged ? (
            <Button type="button" onClick={again}>
              {words.again}
            </Button>
          ) : (
            <Button type="button" onClick={judge} busy={isBusy}>
              {words.check}
            </Button>
          )}
          <span className="text-sm text-muted">{words.note}</span>
        </div>
      )}
      {lessonId !== null && !isMounted && key === null && (
        <noscript>
          <p className="how">{words.needsScript}</p>
        </noscript>
      )}
      <div role="status" className="mt-3 space-y-3 empty:hidden">
        {verdict === 'failed' && <p className="font-semibold">{words.failed}</p>}
        {verdict !== null && verdict !== 'failed' && verdict.kind !== 'judged' && (
          <p className="font-semibold">{words[verdict.kind]}</p>
        )}
        {isJudged && (
          <>
            <Verdict review={verdict.review} />
            <Explanation question={question} review={verdict.review} />
          </>
        )}
      </div>
      {key !== null && (
        <details className="key">
          <summary>{lessonId === null ? words.authorKey : words.showKey}</summary>
          <Explanation question={question} review={key} />
        </details>
      )}
    </section>
  );
}
