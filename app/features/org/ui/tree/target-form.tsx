import { Form, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import type { StructureUnit } from '../../queries/tree/structure-page.server.ts';
import type { FoundPlace } from '../../queries/tree/units-found.server.ts';
import { UnitChoices, UnitSearch } from './unit-finder.tsx';
import { BackLink } from './unit-step.tsx';

type Props = {
  unit: StructureUnit['unit'];
  search: string;
  found: readonly FoundPlace[];
  searchLabel: string;
  chooseLabel: string;
  error?: string;
  chosen?: string;
  button: string;
  look: 'primary' | 'danger';
  /** What else is asked once a unit can be chosen. */
  children?: ReactNode;
};

/** Finds another unit and sends this one there. */
export function TargetForm({ unit, search, searchLabel, chooseLabel, error, chosen, button, look, ...rest }: Props) {
  const busy = useNavigation().state === 'submitting';
  const found = rest.found.filter(({ id }) => id !== unit.id);
  return (
    <>
      <UnitSearch search={search} label={searchLabel} />
      <Form method="post" noValidate className="space-y-6">
        <input type="hidden" name="revision" value={unit.revision} />
        <UnitChoices {...{ found, search, error }} label={chooseLabel} chosen={chosen || undefined} />
        {found.length > 0 && rest.children}
        <ButtonRow>
          {found.length > 0 && (
            <Button type="submit" look={look} busy={busy}>
              {button}
            </Button>
          )}
          <BackLink unitId={unit.id} />
        </ButtonRow>
      </Form>
    </>
  );
}
