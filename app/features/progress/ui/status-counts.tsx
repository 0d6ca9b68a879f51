import { Link } from '@remix-run/react';
import { formatPercent, shareFraction } from '#app/kernel/percent.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { Standing } from '../core/people-filter.ts';
import type { UnitFigures } from '../core/unit-figures.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { useUnitAddress } from './picture/use-unit-address.ts';
import { tagOf } from './standing-words.ts';

const order: readonly Standing[] = ['completed', 'in-progress', 'not-started', 'failed', 'exempt', 'not-assigned'];

type Props = { unitId: string; assignmentId: string; total: UnitFigures };

/** The states that make up the strength, each leading to the people behind it; their sum is written out. */
export function StatusCounts({ unitId, assignmentId, total }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const address = useUnitAddress();
  const countOf = (standing: Standing) => (standing === 'not-assigned' ? total.notAssigned : total.byStatus[standing]);
  const shown = order.filter((standing) => standing !== 'not-assigned' || total.notAssigned > 0);
  const sum = shown.map((standing) => formatNumber(lang, countOf(standing))).join(' + ');
  return (
    <Section title={words.dashboard.counts}>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 md:grid-cols-6">
        {shown.map((standing) => (
          <li key={standing}>
            <Tag kind={tagOf[standing]}>{words.standings[standing]}</Tag>
            <p className="tabular mt-1">
              <Link
                to={address(unitId, assignmentId, { view: 'people', standing })}
                aria-label={`${words.standings[standing]}: ${formatNumber(lang, countOf(standing))}`}
                className="text-2xl font-semibold"
              >
                {formatNumber(lang, countOf(standing))}
              </Link>{' '}
              <span className="text-sm text-muted">
                {formatPercent(shareFraction({ part: countOf(standing), whole: total.strength }), lang)}
              </span>
            </p>
          </li>
        ))}
      </ul>
      <p className="tabular mt-3 text-sm text-muted">{words.dashboard.sum(sum, formatNumber(lang, total.strength))}</p>
    </Section>
  );
}
