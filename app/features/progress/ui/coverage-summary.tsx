import { formatPercent } from '#app/kernel/percent.ts';
import { formatDate, formatRatio } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { classes } from '#app/ui/classes.ts';
import { ProgressBar } from '#app/ui/progress-bar.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { UnitFigures } from '../core/unit-figures.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { ShownAssignment } from '../queries/assignment-choice.server.ts';
import { dueKind, dueWords } from './due-words.ts';

type Props = { assignment: ShownAssignment; total: UnitFigures; asOf: Date };

/** The one figure that a leader opens the page for, with its denominator, and how much time is left. */
export function CoverageSummary({ assignment, total, asOf }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const percent = formatPercent(total.coverage, lang);
  const ratio = words.people(formatRatio(lang, total.byStatus.completed, total.strength));
  return (
    <div className="max-w-reading">
      <p className="tabular text-2xl font-semibold sm:text-3xl">
        {ratio}, {percent}
      </p>
      <ProgressBar className="mt-1" label={words.dashboard.coverage} text={ratio} fraction={total.coverage} />
      <DueLine assignment={assignment} asOf={asOf} className="mt-3" />
    </div>
  );
}

const kinds = { none: 'neutral', later: 'neutral', soon: 'soon', past: 'late' } as const;

/** When it is due and how many days that leaves. */
export function DueLine({
  assignment,
  asOf,
  isSettled = false,
  className,
}: {
  assignment: { dueAt: Date | null; isClosed?: boolean };
  asOf: Date;
  /** Nothing is owed any more: the date alone, without a warning. */
  isSettled?: boolean;
  className?: string;
}) {
  const words = useMessages(vi, en).due;
  const lang = useLang();
  if (isSettled) {
    const { dueAt } = assignment;
    return (
      <p className={classes('tabular text-muted', className)}>
        {dueAt ? words.on(formatDate(lang, dueAt)) : words.none}
      </p>
    );
  }
  return (
    <p className={classes('tabular', className)}>
      <Tag kind={assignment.isClosed ? 'neutral' : kinds[dueKind(assignment.dueAt, asOf)]}>
        {dueWords(words, lang, assignment, asOf)}
      </Tag>
    </p>
  );
}
