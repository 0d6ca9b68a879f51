import { Link } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { CircleIcon, ClockIcon, CrossIcon, type Icon, WarningIcon } from '#app/ui/icons.tsx';
import { Section } from '#app/ui/page.tsx';
import type { Attention, AttentionKind } from '../../core/picture/attention.ts';
import { en } from '../../messages/picture-en.ts';
import { vi } from '../../messages/picture-vi.ts';
import { useUnitAddress } from './use-unit-address.ts';

const signs: Record<AttentionKind, { sign: Icon; tint: string }> = {
  late: { sign: WarningIcon, tint: 'text-red' },
  'late-notices': { sign: WarningIcon, tint: 'text-red' },
  'presence-missing': { sign: CircleIcon, tint: 'text-amber' },
  'certificates-expiring': { sign: ClockIcon, tint: 'text-amber' },
  failed: { sign: CrossIcon, tint: 'text-red' },
  'due-soon': { sign: ClockIcon, tint: 'text-amber' },
  'not-started': { sign: CircleIcon, tint: 'text-muted' },
};

type Props = { unitId: string; assignmentId: string; items: readonly Attention[] };

/** What can be done something about today, each with the list behind it; the first is the page's one action. */
export function AttentionPanel({ unitId, assignmentId, items }: Props) {
  const words = useMessages(vi, en).attention;
  const lang = useLang();
  const address = useUnitAddress();
  const list = (standing: string) => address(unitId, assignmentId, { view: 'people', standing });
  const places: Record<AttentionKind, string> = {
    late: list('late'),
    'late-notices': `/reminders?unit=${unitId}`,
    'presence-missing': `/units/${unitId}/presence`,
    'certificates-expiring': address(unitId, assignmentId, { view: 'people', renewal: '1' }),
    failed: list('failed'),
    'due-soon': list('owing'),
    'not-started': list('not-started'),
  };
  return (
    <Section title={words.title}>
      {items.length === 0 && <p className="text-muted">{words.none}</p>}
      <ul className="border-t border-line empty:hidden">
        {items.map(({ kind, count, whole }, at) => {
          const { sign: Sign, tint } = signs[kind];
          const text = words.words[kind](formatNumber(lang, count), formatNumber(lang, whole ?? 0));
          return (
            <li
              key={kind}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-2"
            >
              <span className={`tabular flex items-center gap-2 ${at === 0 ? 'font-semibold' : ''}`}>
                <Sign className={`h-5 w-5 ${tint}`} />
                <span>{text}</span>
              </span>
              {at === 0 ? (
                <LinkButton to={places[kind]} look="primary" className="screen-only w-full sm:w-auto">
                  {words.see[kind]}
                </LinkButton>
              ) : (
                <Link to={places[kind]} className="screen-only py-1">
                  {words.see[kind]}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
