import { formatNumber, formatPercent } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { en } from '../../messages/rules-en.ts';
import { vi } from '../../messages/rules-vi.ts';
import type { Balance } from '../../queries/rules/blueprint-page.server.ts';

/** How close papers of the matrix are to each other in difficulty: as stated, and as measured. */
export function BalanceNotes({ balance: { stated, facility, measured } }: { balance: Balance }) {
  const { blueprint: words } = useMessages(vi, en);
  const lang = useLang();
  if (stated === null) return null;
  const percent = (value: number) => formatPercent(lang, value);
  return (
    <DefinitionList
      items={[
        { term: words.stated, value: words.statedValue(formatNumber(lang, stated, 2)) },
        {
          term: words.facility,
          value: facility ? words.facilityValue(percent(facility.mean), percent(facility.sd * 2)) : words.unmeasured,
        },
        {
          term: words.measured,
          value: words.measuredOf(formatNumber(lang, measured.part), formatNumber(lang, measured.whole)),
        },
      ]}
    />
  );
}
