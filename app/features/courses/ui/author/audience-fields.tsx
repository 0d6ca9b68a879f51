import { memberships, personnelClasses } from '#app/features/org/core/person.ts';
import { en as orgEn } from '#app/features/org/messages/en.ts';
import { vi as orgVi } from '#app/features/org/messages/vi.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { Field, FieldNotes } from '#app/ui/field.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { en as audienceEn } from '../../messages/audience-en.ts';
import { vi as audienceVi } from '../../messages/audience-vi.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { AudienceChoices } from '../../queries/audience-choices.server.ts';
import { UnitTree } from './unit-tree.tsx';

/** An audience as it stands in a form. */
export interface TypedAudience {
  unitIds: string[];
  groupIds: string[];
  classes: string[];
  memberships: string[];
  positions: string[];
}

export const nobody: TypedAudience = { unitIds: [], groupIds: [], classes: [], memberships: [], positions: [] };

type Props = { choices: AudienceChoices; typed: TypedAudience; problem: string | undefined };

/** Units, groups, and which of their people: the fields that name an audience. */
export function AudienceFields({ choices, typed, problem }: Props) {
  const { create } = useMessages(vi, en);
  const words = useMessages(audienceVi, audienceEn);
  const org = useMessages(orgVi, orgEn);
  const lang = useLang();
  const isFiltered = typed.classes.length + typed.memberships.length + typed.positions.length > 0;
  return (
    <>
      <fieldset className="min-w-0 max-w-form">
        <legend className="font-semibold">{create.units}</legend>
        <FieldNotes id="units" hint={create.unitsHint} message={problem} />
        <div className="mt-2 border-y border-line py-2">
          <UnitTree id="unitIds" units={choices.units} chosen={typed.unitIds} />
        </div>
      </fieldset>
      {choices.groups.length > 0 && (
        <ChoiceGroup
          type="checkbox"
          name="groupIds"
          label={words.groups}
          hint={words.groupsHint}
          defaultValue={typed.groupIds}
          options={choices.groups.map(({ id, name, unitName, people }) => ({
            value: id,
            label: name,
            hint: words.group(unitName, formatNumber(lang, people)),
          }))}
        />
      )}
      <details open={isFiltered}>
        <summary className="text-accent underline underline-offset-4">{words.filter}</summary>
        <p className="mt-1 text-sm text-muted">{words.filterHint}</p>
        <div className="mt-3 space-y-6">
          <ChoiceGroup
            type="checkbox"
            name="classes"
            label={words.classes}
            defaultValue={typed.classes}
            options={personnelClasses.map((value) => ({ value, label: org.personnelClasses[value] }))}
          />
          <ChoiceGroup
            type="checkbox"
            name="memberships"
            label={words.memberships}
            defaultValue={typed.memberships}
            options={memberships.map((value) => ({ value, label: org.memberships[value] }))}
          />
          <PositionFields known={choices.positions} typed={typed.positions} />
        </div>
      </details>
    </>
  );
}

/** Positions that occur are marked; others, and patterns, are typed. Both are sent under one name. */
function PositionFields({ known, typed }: { known: readonly string[]; typed: readonly string[] }) {
  const words = useMessages(audienceVi, audienceEn);
  const chosen = new Set(typed.map(foldForSearch));
  const marked = known.filter((position) => chosen.has(foldForSearch(position)));
  const others = typed.filter((each) => !marked.some((position) => foldForSearch(position) === foldForSearch(each)));
  return (
    <>
      <Field id="positions" label={words.positions} hint={words.positionsHint}>
        <Textarea name="positions" rows={3} defaultValue={others.join('\n')} />
      </Field>
      {known.length > 0 && (
        <details open={marked.length > 0}>
          <summary className="text-accent underline underline-offset-4">{words.positionsFound(known.length)}</summary>
          <ul className="mt-2 grid max-h-80 max-w-form gap-x-6 overflow-y-auto border-y border-line py-2 sm:grid-cols-2">
            {known.map((position) => (
              <li key={position}>
                <label className="flex min-h-[2.75rem] cursor-pointer items-start gap-3 py-1.5 hover:bg-sunken">
                  <input
                    type="checkbox"
                    name="positions"
                    value={position}
                    defaultChecked={marked.includes(position)}
                    className="mt-[0.3em] h-5 w-5 shrink-0 accent-accent"
                  />
                  <span className="min-w-0 flex-1">{position}</span>
                </label>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
