import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import { startOfDay } from '#app/kernel/vietnam-time.ts';
import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../../messages/picture-en.ts';
import { vi } from '../../messages/picture-vi.ts';

/** Says on screen and paper that these are the figures of a day that is over. Nothing while one looks at now. */
export function PastBanner({ asOfDay }: { asOfDay: LocalDate | null }) {
  const words = useMessages(vi, en).past;
  const lang = useLang();
  if (asOfDay === null) return null;
  return (
    <Notice kind="warning" title={words.title(formatDate(lang, startOfDay(asOfDay)))}>
      {words.text}
    </Notice>
  );
}
