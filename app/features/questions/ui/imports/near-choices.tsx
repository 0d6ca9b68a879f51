import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import type { NearDuplicate } from '../../core/imports/decisions.ts';
import type { Workbench, WorkbenchStep } from '../../core/imports/workbench.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';

type Props = { nears: readonly NearDuplicate[]; bench: Workbench; step(step: WorkbenchStep): void };

/** One decision for all near-duplicates that have none yet: a file that comes a second time is merged by one press. */
export function NearChoices({ nears, bench, step }: Props) {
  const words = useMessages(vi, en);
  const open = nears.filter(({ key }) => !bench.choices[key]);
  return (
    <div className="scripted border-l-4 border-amber bg-amber-soft px-3 py-2">
      <p className="font-semibold">{words.nearAll}</p>
      <div className="flex flex-wrap gap-x-1">
        {(['leave-out', 'new-version', 'keep'] as const).map((choice) => (
          <Button
            key={choice}
            type="button"
            look="quiet"
            size="small"
            onClick={() => step({ kind: 'choose-all', nears: open, choice })}
          >
            {words.nearChoices[choice]}
          </Button>
        ))}
      </div>
    </div>
  );
}
