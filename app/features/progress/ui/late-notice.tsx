import { Link } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { unitAddress } from './unit-address.ts';

/** Who is late, as a number that leads to the names. Nothing where nobody is. */
export function LateNotice({ unitId, assignmentId, late }: { unitId: string; assignmentId: string; late: number }) {
  const words = useMessages(vi, en).dashboard;
  const lang = useLang();
  if (late === 0) return null;
  return (
    <Notice kind="error" title={words.late(formatNumber(lang, late))}>
      <p>{words.lateText}</p>
      <Link to={unitAddress(unitId, assignmentId, { view: 'people', standing: 'late' })} className="font-semibold">
        {words.seeLate}
      </Link>
    </Notice>
  );
}
