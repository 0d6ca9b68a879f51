import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { AudienceUnit } from '../../queries/audience-choices.server.ts';

type Props = { units: readonly AudienceUnit[]; chosen: readonly string[]; id?: string };

/** Units as a tree of checkboxes; what lies below a unit is folded away until it is wanted. Works without JavaScript. */
export function UnitTree({ units, chosen, id }: Props) {
  return (
    <ul className="space-y-1">
      {units.map((unit, at) => (
        <UnitNode
          key={unit.id}
          unit={unit}
          chosen={chosen}
          id={at === 0 ? id : undefined}
          isOpen={units.length === 1}
        />
      ))}
    </ul>
  );
}

function UnitNode({
  unit,
  chosen,
  id,
  isOpen,
}: {
  unit: AudienceUnit;
  chosen: readonly string[];
  id?: string;
  isOpen: boolean;
}) {
  const words = useMessages(vi, en).create;
  const lang = useLang();
  return (
    <li>
      <label className="flex min-h-[2.75rem] cursor-pointer items-start gap-3 py-1.5 hover:bg-sunken">
        <input
          type="checkbox"
          id={id}
          name="unitIds"
          value={unit.id}
          defaultChecked={chosen.includes(unit.id)}
          className="mt-[0.3em] h-5 w-5 shrink-0 accent-accent"
        />
        <span className="min-w-0 flex-1">{unit.name}</span>
        <span className="tabular shrink-0 text-sm text-muted">{words.people(formatNumber(lang, unit.people))}</span>
      </label>
      {unit.units.length > 0 && (
        <details open={isOpen || holdsAny(unit.units, chosen)} className="pl-8">
          <summary className="py-1 text-sm text-accent underline underline-offset-4">
            {words.subUnits(unit.name)}
          </summary>
          <UnitTree units={unit.units} chosen={chosen} />
        </details>
      )}
    </li>
  );
}

const holdsAny = (units: readonly AudienceUnit[], ids: readonly string[]): boolean =>
  units.some((unit) => ids.includes(unit.id) || holdsAny(unit.units, ids));
