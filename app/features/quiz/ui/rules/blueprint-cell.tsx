import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { CheckIcon, WarningIcon } from '#app/ui/icons.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/rules-en.ts';
import { vi } from '../../messages/rules-vi.ts';
import type { CellSupply } from '../../queries/rules/blueprint-page.server.ts';

/** How many questions of one topic and difficulty, what each is worth, and what the bank has. */
export function BlueprintCell({
  name,
  label,
  cell,
  supply,
}: {
  name: string;
  label: string;
  cell: { count: string; mark: string };
  supply: CellSupply | undefined;
}) {
  const { blueprint: words } = useMessages(vi, en);
  const lang = useLang();
  const number = (value: number) => formatNumber(lang, value);
  return (
    <div className="space-y-1">
      <span className="flex items-center gap-1.5">
        <TextInput
          id={`${name}.count`}
          name={`${name}.count`}
          aria-label={words.countOf(label)}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={cell.count}
          className="!w-16 text-right tabular"
        />
        <span className="text-muted">×</span>
        <TextInput
          id={`${name}.mark`}
          name={`${name}.mark`}
          aria-label={words.markOf(label)}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={cell.mark}
          className="!w-14 text-right tabular"
        />
        <span className="text-muted">{words.points}</span>
      </span>
      {supply && supply.shortBy > 0 ? (
        <span className="flex items-start gap-1 font-semibold text-red">
          <WarningIcon className="mt-0.5 h-4 w-4" />
          {words.short(number(supply.shortBy), number(supply.found), number(supply.wanted))}
        </span>
      ) : supply && supply.wanted > 0 ? (
        <span className="flex items-start gap-1 text-muted">
          <CheckIcon className="mt-0.5 h-4 w-4 text-accent" />
          {words.enough(number(supply.eligible))}
        </span>
      ) : (
        supply && <span className="block text-muted">{words.has(number(supply.eligible))}</span>
      )}
    </div>
  );
}
