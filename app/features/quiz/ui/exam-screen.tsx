import { useNavigate } from '@remix-run/react';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { ArrowLeftIcon, ArrowRightIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { OpenAttempt } from '../queries/attempt-page.server.ts';
import type { ShownReview } from '../queries/shown-question.server.ts';
import { Countdown } from './countdown.tsx';
import { ExamNotices } from './exam-notices.tsx';
import { OpenQuestionSheet } from './open-question.tsx';
import { QuestionMap } from './question-map.tsx';
import { SaveStatus } from './save-status.tsx';
import { sendCheck, sendFlag } from './talk-to-attempt.ts';
import { useAutosave } from './use-autosave.ts';
import { useEarlyAnswers } from './use-early-answers.ts';

const formId = 'bai-lam';

type Props = {
  attempt: OpenAttempt;
  /** Slots whose answer in a plain form came too late behind another device's. */
  stale: readonly number[];
};

/**
 * An open attempt: questions, the time left, the receipt of the last save, the map. Nothing else. All of it is one plain
 * form, so that it works without JavaScript; with it, pages are turned in the browser, without the network too.
 */
export function ExamScreen({ attempt, stale }: Props) {
  const { attemptId, questions, pageCount, quizKind } = attempt;
  const words = useMessages(vi, en).attempt;
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [page, setPage] = useState(attempt.page);
  const [flags, setFlags] = useState<ReadonlySet<number>>(
    () => new Set(questions.filter(({ flagged }) => flagged).map(({ slot }) => slot)),
  );
  const [reviews, setReviews] = useState<ReadonlyMap<number, ShownReview | null>>(
    () => new Map(questions.map(({ slot, review }) => [slot, review])),
  );
  const [checking, setChecking] = useState<number | null>(null);
  const [unsent, setUnsent] = useState(0);
  const toResult = useCallback(
    () => navigate(`/attempts/${attemptId}/result`, { replace: true }),
    [navigate, attemptId],
  );
  const save = useAutosave(attempt, toResult);
  const { answers, state } = save;

  const change: typeof save.change = (slot, response, options) => {
    save.change(slot, response, options);
    setReviews((before) => (before.get(slot) ? new Map(before).set(slot, null) : before));
  };
  useEarlyAnswers(form, questions, change);

  const pending = useRef<number | null>(null);
  const goTo = (target: number, slot?: number) => {
    save.settle();
    pending.current = slot ?? questions.find((question) => question.page === target)?.slot ?? null;
    setPage(target);
    // Not a navigation: nothing is fetched. A reload comes back to this page.
    window.history.replaceState(window.history.state, '', `?page=${target}`);
    if (target === page) focusQuestion(pending);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: after the new page is there
  useEffect(() => focusQuestion(pending), [page]);

  const check = async (slot: number) => {
    setChecking(slot);
    const review = (await save.leave()) ? await sendCheck(attemptId, slot) : null;
    if (review) setReviews((before) => new Map(before).set(slot, review));
    setChecking(null);
  };
  const flag = async (slot: number, isFlagged: boolean) => {
    const without = (before: ReadonlySet<number>) => new Set([...before].filter((one) => one !== slot));
    const as = (flagged: boolean) => setFlags((before) => (flagged ? new Set(before).add(slot) : without(before)));
    as(isFlagged);
    if (!(await sendFlag(attemptId, slot, isFlagged))) as(!isFlagged);
  };
  const leave = async () => {
    if (await save.leave()) navigate(`/attempts/${attemptId}/overview`);
    else setUnsent((before) => before + 1);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const [step = '', about = ''] = (submitter?.value ?? 'save').split(':');
    const slot = Number(about);
    if (step === 'next') goTo(page + 1);
    else if (step === 'previous') goTo(page - 1);
    else if (step === 'go') goTo(questions[slot - 1]?.page ?? page, slot);
    else if (step === 'flag' || step === 'unflag') void flag(slot, step === 'flag');
    else if (step === 'clear') change(slot, null);
    else if (step === 'check') void check(slot);
    else if (step === 'overview') void leave();
    else void save.leave();
  };

  const here = questions.filter((question) => question.page === page);
  return (
    <>
      <ExamNotices state={state} stale={stale} attemptId={attemptId} unsent={state.waiting > 0 ? unsent : 0} />
      <div className="md:grid md:grid-cols-[minmax(0,1fr)_17rem] md:gap-10">
        <form
          id={formId}
          ref={form}
          method="post"
          action={`/attempts/${attemptId}`}
          onSubmit={submit}
          className="min-w-0 space-y-8"
        >
          {/* What Enter in a text field presses: saves and stays. */}
          <button type="submit" name="do" value="save" tabIndex={-1} aria-hidden="true" className="sr-only" />
          <input type="hidden" name="page" value={page} />
          <noscript>
            <p className="border-l-4 border-edge pl-4">{words.noScript}</p>
          </noscript>
          {here.map((question) => (
            <OpenQuestionSheet
              key={question.slot}
              question={question}
              total={questions.length}
              answer={answers.get(question.slot) ?? null}
              sequence={question.sequence}
              isFlagged={flags.has(question.slot)}
              hasCheck={quizKind === 'practice'}
              isChecking={checking === question.slot}
              review={reviews.get(question.slot) ?? null}
              onChange={(response, options) => change(question.slot, response, options)}
              onSettle={save.settle}
            />
          ))}
          <ButtonRow className="border-t border-line pt-5">
            {page < pageCount && (
              <Button type="submit" name="do" value="next" look="primary">
                {words.next}
                <ArrowRightIcon />
              </Button>
            )}
            {page > 1 && (
              <Button type="submit" name="do" value="previous" icon={ArrowLeftIcon}>
                {words.previous}
              </Button>
            )}
            <Button type="submit" name="do" value="overview" look={page < pageCount ? 'secondary' : 'primary'}>
              {words.review}
            </Button>
            <noscript>
              <Button type="submit" name="do" value="save">
                {words.saveAll}
              </Button>
            </noscript>
            {pageCount > 1 && <p className="tabular text-sm text-muted">{words.pageOf(page, pageCount)}</p>}
          </ButtonRow>
        </form>
        <aside aria-label={words.status} className="mt-10 md:sticky md:top-5 md:mt-0 md:self-start">
          <div className="fixed inset-x-0 bottom-0 z-20 flex flex-wrap justify-between gap-x-4 border-t border-edge bg-surface px-4 py-2 text-sm md:static md:mb-6 md:flex-col md:gap-2 md:border-0 md:bg-transparent md:p-0 md:text-base">
            <Countdown time={save.time} deadlineAt={attempt.deadlineAt} onZero={save.look} />
            <SaveStatus state={state} />
          </div>
          {attempt.preview && (
            <Notice title={words.preview} className="mb-6">
              {words.previewText}
            </Notice>
          )}
          <QuestionMap
            form={formId}
            marks={questions.map(({ slot, page: its }) => ({
              slot,
              isAnswered: (answers.get(slot) ?? null) !== null,
              isFlagged: flags.has(slot),
              isHere: its === page,
            }))}
          />
        </aside>
      </div>
    </>
  );
}

function focusQuestion(pending: { current: number | null }) {
  if (pending.current === null) return;
  const question = document.getElementById(`cau-${pending.current}`);
  pending.current = null;
  question?.scrollIntoView({ block: 'start' });
  question?.focus({ preventScroll: true });
}
