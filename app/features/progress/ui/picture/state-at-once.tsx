import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { formatPercent, shareFraction } from '#app/kernel/percent.ts';
import { formatNumber, formatRatio } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tag } from '#app/ui/tag.tsx';
import type { AgainstPlan } from '../../core/picture/against-plan.ts';
import type { PresentShare } from '../../core/picture/present-share.ts';
import type { UnitFigures } from '../../core/unit-figures.ts';
import { en as progressEn } from '../../messages/en.ts';
import { en } from '../../messages/picture-en.ts';
import { vi } from '../../messages/picture-vi.ts';
import { vi as progressVi } from '../../messages/vi.ts';
import type { ShownAssignment } from '../../queries/assignment-choice.server.ts';
import { DueLine } from '../due-line.tsx';
import { ShareGauge } from './share-gauge.tsx';
import { useUnitAddress } from './use-unit-address.ts';

type Props = {
  unitId: string;
  assignment: ShownAssignment;
  total: UnitFigures;
  plan: AgainstPlan | null;
  present: PresentShare;
  asOf: Date;
};

/** The three answers that a leader opens the page for: of the strength, of those present, beside the plan. */
export function StateAtOnce({ unitId, assignment, total, plan, present, asOf }: Props) {
  const words = useMessages(vi, en).state;
  const { people } = useMessages(progressVi, progressEn);
  const lang = useLang();
  const address = useUnitAddress();
  const list = (asked: Record<string, string>) => address(unitId, assignment.id, { view: 'people', ...asked });
  const planned = plan && shareFraction({ part: plan.planned, whole: total.strength });
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-[1.4fr_1fr_1fr] print:grid-cols-[1.4fr_1fr_1fr] print:gap-x-6">
      <Answer label={words.strength}>
        <p className="tabular text-xl font-semibold sm:text-2xl lg:text-3xl">
          <Link to={list({ standing: 'completed' })}>
            {people(formatRatio(lang, total.byStatus.completed, total.strength))}, {formatPercent(total.coverage, lang)}
          </Link>
        </p>
        <ShareGauge share={total.coverage} planned={planned} />
        <DueLine assignment={assignment} asOf={asOf} className="mt-1" />
      </Answer>
      <Answer label={words.present}>
        {present.kind === 'unconfirmed' ? (
          <p className="mt-1">
            <Tag kind="open">{words.unconfirmed}</Tag>
          </p>
        ) : (
          <>
            <p className="tabular text-xl font-semibold">
              <Link to={list({ standing: 'completed', presence: 'present' })}>
                {words.presentOf(formatRatio(lang, present.completed, present.present))},{' '}
                {formatPercent(present.fraction, lang)}
              </Link>
            </p>
            <ShareGauge share={present.fraction} planned={null} />
            <p className="tabular text-sm text-muted">
              <Link to={list({ presence: 'absent' })}>{words.absent(formatNumber(lang, present.absent))}</Link>
              {present.kind === 'partly' && (
                <> · {words.partly(formatNumber(lang, present.confirmed), formatNumber(lang, present.units))}</>
              )}
            </p>
          </>
        )}
      </Answer>
      <Answer label={words.plan}>
        {plan === null ? (
          <p className="mt-1 text-muted">{words.noPlan}</p>
        ) : (
          <>
            <p className="tabular text-xl font-semibold">
              <Link to={list({ standing: 'owing' })} className={plan.ahead < 0 ? 'text-red' : undefined}>
                {plan.ahead === 0
                  ? words.onPlan
                  : plan.ahead > 0
                    ? words.ahead(formatNumber(lang, plan.ahead))
                    : words.behind(formatNumber(lang, -plan.ahead))}
              </Link>
            </p>
            <p className="tabular mt-1 text-sm text-muted">
              {words.planned(formatRatio(lang, plan.planned, plan.audience), formatPercent(plan.share, lang))}
            </p>
          </>
        )}
      </Answer>
    </div>
  );
}

function Answer({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="min-w-0">
      <p className="text-sm text-muted">{label}</p>
      {children}
    </section>
  );
}
