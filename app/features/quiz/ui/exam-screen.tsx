import { useNavigate, useSubmit } from '@remix-run/react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { OpenAttempt } from '../queries/attempt-page.server.ts';
import { ExamNotices } from './exam-notices.tsx';
import { ExamSide } from './exam-side.tsx';
import { FilesLink } from './files/files-link.tsx';
import { OpenQuestionSheet } from './open-question.tsx';
import { PageButtons } from './page-buttons.tsx';
import { PulseNotices } from './room/pulse-notices.tsx';
import { usePulse } from './room/use-pulse.ts';
import { useAutosave } from './use-autosave.ts';
import { useChecks } from './use-checks.ts';
import { useEarlyAnswers } from './use-early-answers.ts';
import { useFlags } from './use-flags.ts';
import { useGoToResult } from './use-go-to-result.ts';

const formId = 'bai-lam';

type Props = {
  attempt: OpenAttempt;
  /** Slots whose answer in a plain form came too late behind another device's. */
  stale: readonly number[];
};

/**
 * An open attempt: questions, the time left, the receipt of the last save, the map. Nothing else. All of it is one plain
 * form, so that it works without JavaScript; with it, pages are turned in the browser, without the network too. Forward
 * only, the server turns them: the page to come is not here yet, and the one that is left must be saved.
 */
export function ExamScreen({ attempt, stale }: Props) {
  const { attemptId, questions, pageCount, isForwardOnly } = attempt;
  const words = useMessages(vi, en).attempt;
  const navigate = useNavigate();
  const sendForm = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const [page, setPage] = useState(attempt.page);
  const [unsent, setUnsent] = useState(0);
  const goToResult = useGoToResult(attemptId);
  const save = useAutosave(attempt, goToResult);
  const { answers, state } = save;
  const pulse = usePulse(attempt, {
    onSecondsLeft: save.hear,
    // What was refused while the clock stood is taken now.
    onResumed: () => void save.leave(),
    onEnded: goToResult,
    isRefusedAsPaused: state.trouble === 'paused',
  });
  const { flags, flag } = useFlags(attempt);
  const { checks, works, checking, check, forget } = useChecks(attempt, save.leave);

  const change: typeof save.change = (slot, response, options) => {
    save.change(slot, response, options);
    forget(slot);
  };
  const changeCertainty: typeof save.changeCertainty = (slot, certainty) => {
    save.changeCertainty(slot, certainty);
    forget(slot);
  };
  useEarlyAnswers(form, questions, { change, changeCertainty });

  const isAnswered = (slot: number) => (answers.get(slot)?.response ?? null) !== null;
  const pending = useRef<number | null>(isForwardOnly && page > 1 ? (questions[0]?.slot ?? null) : null);
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

  const leave = async () => {
    if (await save.leave()) navigate(`/attempts/${attemptId}/overview`);
    else setUnsent((before) => before + 1);
  };

  const turn = async () => {
    if (!(await save.leave())) return setUnsent((before) => before + 1);
    const options = { method: 'post', action: `/attempts/${attemptId}`, replace: true } as const;
    sendForm({ page: String(page), do: 'next' }, options);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const [step = '', about = ''] = (submitter?.value ?? 'save').split(':');
    const slot = Number(about);
    if (step === 'next') {
      if (isForwardOnly) void turn();
      else goTo(page + 1);
    } else if (step === 'previous') goTo(page - 1);
    else if (step === 'go') goTo(attempt.map[slot - 1]?.page ?? page, slot);
    else if (step === 'flag' || step === 'unflag') void flag(slot, step === 'flag');
    else if (step === 'clear') change(slot, null);
    else if (step === 'check') void check(slot, isAnswered(slot));
    else if (step === 'overview') void leave();
    else void save.leave();
  };

  const here = questions.filter((question) => question.page === page);
  return (
    <>
      <ExamNotices state={state} stale={stale} attemptId={attemptId} onSeen={save.forgetNotes} />
      <PulseNotices pulse={pulse} />
      <div className="md:grid md:grid-cols-[minmax(0,1fr)_17rem] md:gap-10">
        <form
          id={formId}
          ref={form}
          method="post"
          action={`/attempts/${attemptId}`}
          onSubmit={submit}
          // Covered while the clock stands still; what was typed stays.
          className={pulse.isPaused ? 'hidden' : 'min-w-0 [&_input]:scroll-mb-24'}
        >
          {/* What Enter in a text field presses: saves and stays. */}
          <button type="submit" name="do" value="save" tabIndex={-1} aria-hidden="true" className="sr-only" />
          <input type="hidden" name="page" value={page} />
          <noscript>
            <p className="mb-6 border-l-4 border-edge pl-4">{words.noScript}</p>
          </noscript>
          <div className="space-y-8">
            {here.map((question) => (
              <OpenQuestionSheet
                key={question.slot}
                question={question}
                total={attempt.questionCount}
                answer={answers.get(question.slot)?.response ?? null}
                certainty={attempt.certainty ? { level: answers.get(question.slot)?.certainty ?? null } : null}
                work={works.get(question.slot) ?? question.work}
                sequence={question.sequence}
                isFlagged={flags.has(question.slot)}
                hasCheck={attempt.hasChecks}
                isChecking={checking === question.slot}
                checked={checks.get(question.slot) ?? null}
                onChange={(response, options) => change(question.slot, response, options)}
                onCertainty={(level) => changeCertainty(question.slot, level)}
                onSettle={save.settle}
                files={
                  question.limits?.maxFiles ? (
                    <FilesLink attemptId={attempt.attemptId} slot={question.slot} maxFiles={question.limits.maxFiles} />
                  ) : undefined
                }
              />
            ))}
            <div role="status">
              {unsent > 0 && state.waiting > 0 && <Notice kind="warning" title={words.notLeaving(state.waiting)} />}
            </div>
            <PageButtons {...{ page, pageCount, isForwardOnly }} />
          </div>
        </form>
        <ExamSide
          save={save}
          deadlineAt={pulse.deadlineAt}
          isPaused={pulse.isPaused}
          isPreview={attempt.preview}
          form={formId}
          marks={attempt.map.map(({ slot, page: its, ...stored }) => ({
            slot,
            isAnswered: isForwardOnly && its !== page ? stored.isAnswered : isAnswered(slot),
            isFlagged: isForwardOnly && its !== page ? stored.flagged : flags.has(slot),
            isHere: pageCount > 1 && its === page,
            isShut: isForwardOnly && its !== page,
          }))}
        />
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
