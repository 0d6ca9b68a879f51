import { formatTime } from '#app/platform/i18n/format.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../../../messages/outline-en.ts';
import { vi } from '../../../messages/outline-vi.ts';
import { type OutlineAnswer, undoFields } from './outline-answer.ts';
import { StepForm } from './step-form.tsx';

type Props = { answer: OutlineAnswer | undefined; base: number };

/** What came of the last step, with the way back, or the way on after somebody else was faster. */
export function OutlineNotices({ answer, base }: Props) {
  const words = useMessages(vi, en).outline;
  if (!answer) return null;
  const { kind, change, title = '', undo } = answer;
  if (kind === 'conflict') return <ConflictNotice answer={answer} base={base} />;
  if (kind === 'changed-meanwhile')
    return (
      <Notice kind="warning" title={words.conflictUnknown} live>
        {words.conflictText}
      </Notice>
    );
  if (kind === 'gone') return <Notice kind="warning" title={words.gone} live />;
  if (kind === 'too-many') return <Notice kind="warning" title={words.tooMany} live />;
  if (kind === 'unchanged') return <Notice title={words.unchanged} live />;
  if (kind === 'discarded') return <Notice kind="success" title={words.discarded} live />;
  if (kind === 'invalid') {
    const known: Record<string, string> = words.problem;
    const said = (answer.problems ?? []).map(({ field, code }) => known[`${field} ${code}`] ?? words.problem.other);
    return (
      <Notice kind="error" title={words.notDone} live>
        {[...new Set(said)].join('. ')}
      </Notice>
    );
  }
  return (
    <Notice kind="success" title={change ? words.done(words.steps[change](title)) : ''} live>
      {undo && (
        <StepForm base={base} fields={undoFields(undo)}>
          <Button size="small" className="mt-1">
            {words.undo}
          </Button>
        </StepForm>
      )}
    </Notice>
  );
}

function ConflictNotice({ answer, base }: { answer: OutlineAnswer; base: number }) {
  const words = useMessages(vi, en).outline;
  const { conflict, sent } = answer;
  const by = conflict?.by;
  const title = by ? words.conflictTitle(by) : by === null ? words.conflictSelf : words.conflictUnknown;
  return (
    <Notice kind="warning" title={title} live>
      {conflict && conflict.steps.length > 0 && (
        <>
          {conflict.at && <p>{words.conflictAt(formatTime(conflict.at))}</p>}
          <ul className="list-disc pl-5">
            {conflict.steps.map((step, at) => (
              <li key={at}>{words.steps[step.kind](step.title)}</li>
            ))}
          </ul>
        </>
      )}
      <p>{words.conflictText}</p>
      {sent && (
        <StepForm base={base} fields={sent}>
          <Button size="small" className="mt-2">
            {words.tryAgain}
          </Button>
        </StepForm>
      )}
    </Notice>
  );
}
