import { Form, Link, useNavigation } from '@remix-run/react';
import { startOfDay } from '#app/kernel/vietnam-time.ts';
import { formatDate, formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/reminders-en.ts';
import { vi } from '../../messages/reminders-vi.ts';
import type { Reminder } from '../../queries/reminders/reminders.server.ts';
import { unitAddress } from '../unit-address.ts';

type Props = {
  reminder: Reminder;
  /** The unit that is looked at; null: all. */
  unitId: string | null;
  /** The actor may take it up. */
  mayAnswer: boolean;
  problem?: { note: string; code: string };
};

/** One late unit: what, how many, how long, who answers, and the one thing to do. */
export function ReminderItem({ reminder, unitId, mayAnswer, problem }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { assignmentId, assignmentTitle, leaders, before, acknowledged, raisesOn } = reminder;
  const sheet = `/reminders/call-sheet?${new URLSearchParams({ unit: reminder.unitId, assignment: assignmentId })}`;
  return (
    <li id={`${reminder.unitId}-${assignmentId}`} className="border-b border-line py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h3 className="text-lg">
            <Link to={unitAddress(reminder.unitId, assignmentId, { view: 'people', standing: 'late' })}>
              {reminder.unitName}
            </Link>
          </h3>
          {reminder.unitNames.length > 1 && <p className="text-sm text-muted">{reminder.unitNames.join('/')}</p>}
          <p>{assignmentTitle}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Tag kind="late">{words.late(formatNumber(lang, reminder.late))}</Tag>
          <Tag>{words.days(reminder.daysLate)}</Tag>
        </div>
      </div>
      <p className="mt-1 text-sm">
        {leaders.length > 0
          ? `${words.leaders}: ${leaders.map(({ rank, fullName }) => [rank, fullName].filter(Boolean).join(' ')).join('; ')}`
          : words.noLeader}
      </p>
      <p className="text-sm text-muted">
        {[
          before.level > 0 ? words.raisedTo(before.name) : words.before(before.name),
          acknowledged &&
            (acknowledged.by
              ? words.acknowledgedBy(acknowledged.by, formatDateTime(lang, acknowledged.at))
              : words.acknowledgedAt(formatDateTime(lang, acknowledged.at))),
          acknowledged?.note,
          raisesOn && words.raisesOn(formatDate(lang, startOfDay(raisesOn))),
        ]
          .filter(Boolean)
          .join('. ')}
      </p>
      <div className="screen-only mt-2 flex flex-wrap items-end gap-x-6 gap-y-3">
        {mayAnswer &&
          (reminder.isMine || acknowledged ? (
            <Answer reminder={reminder} unitId={unitId} problem={problem} />
          ) : (
            <details open={problem !== undefined}>
              <summary className="text-accent underline underline-offset-4">{words.inPlace}</summary>
              <div className="mt-2">
                <Answer reminder={reminder} unitId={unitId} problem={problem} />
              </div>
            </details>
          ))}
        <Link to={sheet} aria-label={words.sheetFor(reminder.unitName)}>
          {words.sheet}
        </Link>
      </div>
    </li>
  );
}

function Answer({ reminder, unitId, problem }: Pick<Props, 'reminder' | 'unitId' | 'problem'>) {
  const words = useMessages(vi, en);
  const { formData } = useNavigation();
  const { assignmentId, assignmentTitle, unitName, acknowledged } = reminder;
  const isBusy = formData?.get('unitId') === reminder.unitId && formData?.get('assignmentId') === assignmentId;
  const known: Record<string, string> = words.problems;
  const noteId = `note-${reminder.unitId}-${assignmentId}`;
  return (
    <Form
      method="post"
      action="/reminders/acknowledgements"
      preventScrollReset
      className="flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="assignmentId" value={assignmentId} />
      <input type="hidden" name="unitId" value={reminder.unitId} />
      <input type="hidden" name="unit" value={unitId ?? ''} />
      {acknowledged ? (
        <Button
          name="intent"
          value="undo"
          size="small"
          busy={isBusy}
          aria-label={words.undoFor(unitName, assignmentTitle)}
        >
          {words.undo}
        </Button>
      ) : (
        <>
          <Field id={noteId} label={words.note} hint={words.noteHint} error={problem && known[problem.code]}>
            <TextInput name="note" maxLength={500} defaultValue={problem?.note ?? ''} />
          </Field>
          <Button
            name="intent"
            value="acknowledge"
            look={reminder.isMine ? 'primary' : 'secondary'}
            busy={isBusy}
            aria-label={words.acknowledgeFor(unitName, assignmentTitle)}
          >
            {words.acknowledge}
          </Button>
        </>
      )}
    </Form>
  );
}
