import { Form, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup, ChoiceRow } from '#app/ui/choice-group.tsx';
import { controlClass } from '#app/ui/control-class.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, useFieldAria } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { en } from '../../messages/roster-en.ts';
import { vi } from '../../messages/roster-vi.ts';
import type { UnitChoice } from '../../queries/groups.server.ts';

export type SendProblem = { field: 'file' | 'unitId'; problem: 'no-file' | 'too-large' | 'unit' };

/** Sends a roster file in. */
export function UploadForm({
  units,
  unitId,
  refused,
}: {
  units: readonly UnitChoice[];
  unitId: string | null;
  refused: SendProblem | undefined;
}) {
  const words = useMessages(vi, en);
  const busy = useNavigation().formMethod === 'POST';
  const [isTooLarge, setTooLarge] = useState(false);
  const message = refused && words.sendProblems[refused.problem];
  const errorOf = (field: SendProblem['field']) => (refused?.field === field ? message : undefined);
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="space-y-6">
      {refused && message && <ErrorSummary title={words.notSent} errors={[{ id: refused.field, message }]} />}
      <Field id="unitId" label={words.unit} hint={words.unitHint} error={errorOf('unitId')}>
        <Select
          name="unitId"
          defaultValue={unitId ?? units[0]?.id}
          options={units.map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` }))}
        />
      </Field>
      <ChoiceGroup
        type="radio"
        name="subject"
        label={words.subject}
        inline
        defaultValue="people"
        options={(['people', 'units'] as const).map((value) => ({ value, label: words.subjects[value] }))}
      />
      <ChoiceGroup
        type="radio"
        name="policy"
        label={words.policy}
        inline
        defaultValue="ask"
        options={(['ask', 'update', 'leave'] as const).map((value) => ({ value, label: words.policies[value] }))}
      />
      <div className="max-w-form">
        <ChoiceRow type="checkbox" name="makesUnits" value="yes" label={words.makesUnits} hint={words.makesUnitsHint} />
      </div>
      <Field
        id="file"
        label={words.file}
        hint={words.fileHint}
        error={isTooLarge ? words.sendProblems['too-large'] : errorOf('file')}
      >
        <FileInput onSize={(bytes) => setTooLarge(bytes > LARGEST)} />
      </Field>
      <Button type="submit" look="primary" busy={busy} disabled={isTooLarge}>
        {words.sendButton}
      </Button>
    </Form>
  );
}

/** Told before a minute of sending, where scripts run; the server holds to it in any case. */
const LARGEST = 30 * 1024 * 1024;

function FileInput({ onSize }: { onSize: (bytes: number) => void }) {
  return (
    <input
      type="file"
      name="file"
      onChange={(event) => onSize(event.target.files?.[0]?.size ?? 0)}
      accept=".xlsx,.xlsm,.csv,.txt,.tsv"
      {...useFieldAria()}
      className={controlClass('w-full')}
    />
  );
}
