import { Form, Link, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/page.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { type BulkKind, bulkKinds } from '../core/bulk-change.ts';
import { difficulties } from '../core/question.ts';
import { standings } from '../core/review.ts';
import { en as bankEn } from '../messages/bank-en.ts';
import { vi as bankVi } from '../messages/bank-vi.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { BulkPreview } from '../queries/bulk-preview.server.ts';

type Props = {
  preview: BulkPreview;
  action: { kind: BulkKind | ''; value: string };
  problem?: 'missing' | 'malformed' | 'too-long';
};

/** What is done to many questions: chosen, previewed, then done. Without JavaScript the first button shows the second field. */
export function BulkForm({ preview, action, problem }: Props) {
  const { bulk: words } = useMessages(bankVi, bankEn);
  const lang = useLang();
  const [kind, setKind] = useState(action.kind);
  const isBusy = useNavigation().formMethod === 'POST';
  // What is previewed is what is done: another choice is previewed first.
  const outcome = kind === action.kind ? preview.outcome : null;
  return (
    <Form method="post" className="space-y-6">
      <input type="hidden" name="ids" value={preview.ids.join(' ')} />
      <Field id="kind" label={words.kind} hint={kind === 'source' ? words.kindHints.source : undefined}>
        <Select
          name="kind"
          emptyLabel={words.chooseKind}
          options={bulkKinds.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={(event) => setKind(event.target.value as BulkKind | '')}
        />
      </Field>
      <ValueField
        key={kind}
        kind={kind}
        value={kind === action.kind ? action.value : ''}
        preview={preview}
        error={problem && words.problems[problem]}
      />
      {outcome && <Outcome outcome={outcome} />}
      <ButtonRow>
        {outcome && outcome.changed > 0 && (
          <Button type="submit" name="intent" value="apply" look="primary" busy={isBusy}>
            {words.apply(formatNumber(lang, outcome.changed))}
          </Button>
        )}
        <Button type="submit" name="intent" value="preview" look={outcome?.changed ? 'secondary' : 'primary'}>
          {words.preview}
        </Button>
        <LinkButton to="/author/questions" look="quiet">
          {words.back}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}

function ValueField({
  kind,
  value,
  preview,
  error,
}: {
  kind: BulkKind | '';
  value: string;
  preview: BulkPreview;
  error?: string;
}) {
  const bank = useMessages(bankVi, bankEn);
  const words = useMessages(vi, en);
  const choices: Partial<Record<BulkKind, { value: string; label: string }[]>> = {
    move: preview.categories.map(({ id, path }) => ({ value: id, label: path.join(' / ') })),
    untag: preview.tags.map((tag) => ({ value: tag, label: tag })),
    difficulty: difficulties.map((each) => ({ value: each, label: words.difficulties[each] })),
    standing: standings.map((each) => ({ value: each, label: bank.standings[each] })),
  };
  if (kind === '' || kind === 'archive' || kind === 'restore') return null;
  const options = choices[kind];
  return (
    <Field id="value" label={bank.bulk.kinds[kind]} error={error}>
      {options ? (
        <Select name="value" emptyLabel={bank.bulk.chooseKind} options={options} defaultValue={value} />
      ) : (
        <TextInput name="value" defaultValue={value} maxLength={kind === 'source' ? 1000 : 60} />
      )}
    </Field>
  );
}

function Outcome({ outcome }: { outcome: NonNullable<BulkPreview['outcome']> }) {
  const { bulk: words } = useMessages(bankVi, bankEn);
  const lang = useLang();
  const count = (value: number) => formatNumber(lang, value);
  return (
    <Section title={words.will}>
      <div role="status">
        <p className="font-semibold">{outcome.changed > 0 ? words.changed(count(outcome.changed)) : words.nothing}</p>
        {outcome.unchanged > 0 && <p>{words.unchanged(count(outcome.unchanged))}</p>}
        {outcome.refused.map(({ reason, count: refused, examples }) => (
          <details key={reason} className="mt-2">
            <summary className="min-h-[2.75rem] cursor-pointer py-2">{words.refusals[reason](count(refused))}</summary>
            <ul className="ml-5 list-disc space-y-1">
              {examples.map(({ id, code, stem }) => (
                <li key={id}>
                  <Link to={`/author/questions/${id}`}>{code}</Link> <span className="line-clamp-1">{stem}</span>
                </li>
              ))}
              {refused > examples.length && <li>{words.andMore(count(refused - examples.length))}</li>}
            </ul>
          </details>
        ))}
      </div>
    </Section>
  );
}
