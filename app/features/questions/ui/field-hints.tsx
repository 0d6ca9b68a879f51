import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { WarningIcon } from '#app/ui/icons.tsx';
import type { QualityHint } from '../core/quality-hints.ts';
import { en as bankEn } from '../messages/bank-en.ts';
import { vi as bankVi } from '../messages/bank-vi.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

/** Advice beside the field that it speaks of; it keeps nobody from saving. */
export function FieldHints({ hints }: { hints: readonly QualityHint[] }) {
  const words = { ...useMessages(vi, en).hints, ...useMessages(bankVi, bankEn).hints };
  const codes = [...new Set(hints.map(({ code }) => code))];
  if (codes.length === 0) return null;
  return (
    <ul className="mt-1.5 max-w-form space-y-1 text-sm">
      {codes.map((code) => (
        <li key={code} className="flex items-start gap-1.5">
          <WarningIcon className="mt-0.5 h-4 w-4 text-amber" />
          <span>{words[code]}</span>
        </li>
      ))}
    </ul>
  );
}
