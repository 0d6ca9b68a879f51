import { useEffect, useState } from 'react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ArrowLeftIcon, PrintIcon } from '#app/ui/icons.tsx';
import type { PrintedSlips, Slip } from '../../commands/first-passwords.server.ts';
import { en } from '../../messages/first-passwords-en.ts';
import { vi } from '../../messages/first-passwords-vi.ts';

type Printed = Extract<PrintedSlips, { kind: 'printed' }>;

/** Cards to be cut out, two beside each other; each unit begins on a page of its own. */
export function SlipSheets({ unitId, printed, origin }: { unitId: string; printed: Printed; origin: string }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  // Behind a proxy the browser knows the address better.
  const [address, setAddress] = useState(origin);
  useEffect(() => setAddress(window.location.origin), []);
  const total = printed.units.reduce((sum, { slips }) => sum + slips.length, 0);
  return (
    <div className="mx-auto w-full max-w-[54rem] px-4 pb-16 pt-5 sm:px-6 print:max-w-none print:p-0">
      <div className="screen-only mb-6">
        <h1 className="text-2xl">{words.slips}</h1>
        <p className="mb-4 text-muted">{words.slipsOf(printed.unitName, formatNumber(lang, total))}</p>
        <ButtonRow>
          <Button type="button" look="primary" icon={PrintIcon} onClick={() => window.print()}>
            {words.doPrint}
          </Button>
          <LinkButton to={`/units/${unitId}/first-passwords`} look="quiet" icon={ArrowLeftIcon}>
            {words.back}
          </LinkButton>
        </ButtonRow>
      </div>
      {printed.units.map(({ id, name, label, slips }) => (
        <section key={id} className="first-password-unit">
          <h2 className="mb-3 mt-6 text-lg print:mt-0">
            {words.slipsOf(placed(name, label), formatNumber(lang, slips.length))}
          </h2>
          <ul className="first-password-slips">
            {slips.map((slip) => (
              <li key={slip.personId} className="first-password-slip">
                <Card slip={slip} unit={label.includes('/') ? label : name} address={address} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** A unit of the top alone needs nothing more to be told apart. */
const placed = (name: string, label: string) => (label.includes('/') ? `${name} (${label})` : name);

function Card({ slip, unit, address }: { slip: Slip; unit: string; address: string }) {
  const words = useMessages(vi, en);
  const lines: [string, string, boolean][] = [
    [words.name, [slip.rank, slip.fullName].filter(Boolean).join(' '), false],
    [words.unit, unit, false],
    [words.login, slip.login, true],
    [words.password, slip.password, true],
    ...(address ? [[words.address, address, false] as [string, string, boolean]] : []),
  ];
  return (
    <>
      <p className="text-center text-sm font-semibold uppercase">{words.slipTitle}</p>
      <dl className="mt-1 text-sm">
        {lines.map(([term, value, isTyped]) => (
          <div key={term} className="flex gap-2 border-b border-line py-0.5">
            <dt className="w-28 shrink-0">{term}</dt>
            <dd
              className={isTyped ? 'min-w-0 flex-1 font-mono text-base font-semibold' : 'min-w-0 flex-1 font-semibold'}
            >
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 text-xs">{words.slipNote}</p>
    </>
  );
}
