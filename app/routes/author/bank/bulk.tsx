import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { bulkEditQuestions } from '#app/features/questions/commands/bulk-edit-questions.server.ts';
import type { BulkAction, BulkKind } from '#app/features/questions/core/bulk-change.ts';
import { en as bankEn } from '#app/features/questions/messages/bank-en.ts';
import { vi as bankVi } from '#app/features/questions/messages/bank-vi.ts';
import { en } from '#app/features/questions/messages/en.ts';
import { vi } from '#app/features/questions/messages/vi.ts';
import { type BulkPreview, bulkPreview } from '#app/features/questions/queries/bulk-preview.server.ts';
import { foundQuestionIds } from '#app/features/questions/queries/questions-page.server.ts';
import { bulkFormSchema, mostAtOnce, questionListSchema, readBulkKind } from '#app/features/questions/schema.bank.ts';
import { BulkForm } from '#app/features/questions/ui/bulk-form.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';
import { bankFilter } from './bank-filter.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, bankVi, bankEn).bulk.title);

interface Shown {
  preview: BulkPreview;
  chosen: { kind: BulkKind | ''; value: string };
  problem?: 'missing' | 'malformed' | 'too-long';
}

/** Questions are chosen in the list, and come by POST: here alone there are none. */
export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  await bulkPreview(await requireActor(request), [], null);
  return null;
});

export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const form = await readForm(request);
  const which = form.get('which');
  if (which !== null) {
    const values = questionListSchema.parse(
      Object.fromEntries(new URLSearchParams(String(form.get('search') ?? '').slice(0, 2000))),
    );
    const ids =
      which === 'found'
        ? await foundQuestionIds(actor, await bankFilter(actor, values), mostAtOnce)
        : form.getAll('id').map(String);
    const preview = await bulkPreview(actor, ids.slice(0, mostAtOnce), null);
    return data<Shown>({ preview, chosen: { kind: '', value: '' } });
  }
  const fields = formObject(form);
  const { ids } = demand(bulkFormSchema.pick({ ids: true }), fields);
  const kind = readBulkKind(fields.kind);
  const parsed = bulkFormSchema.shape.value.safeParse(fields.value ?? '');
  const value = parsed.success ? parsed.data : String(fields.value).slice(0, 1000);
  const chosen: Shown['chosen'] = { kind, value };
  const wanted: BulkAction | null = kind === '' ? null : { kind, value };
  if (form.get('intent') === 'apply' && wanted && parsed.success) {
    const result = await bulkEditQuestions(actor, { ...wanted, ids });
    if (result.kind === 'changed') throw redirect(`/author/questions?batch=${result.batchId}`, 303);
  }
  const preview = await bulkPreview(actor, ids, wanted);
  const problem = !wanted || preview.outcome ? undefined : value === '' ? 'missing' : 'malformed';
  return data<Shown>(
    { preview, chosen, ...(problem && { problem: parsed.success ? problem : 'too-long' }) },
    { status: problem ? 400 : 200 },
  );
});

export default function Bulk() {
  const words = useMessages(vi, en);
  const { bulk } = useMessages(bankVi, bankEn);
  const lang = useLang();
  const shown = useActionData<typeof action>();
  const count = shown?.preview.ids.length ?? 0;
  return (
    <Page
      title={bulk.title}
      lead={count > 0 ? bulk.lead(formatNumber(lang, count)) : undefined}
      crumbs={[{ to: '/author/questions', label: words.list.title }]}
      crumbsLabel={words.crumbs}
      width="reading"
    >
      {shown && count > 0 ? (
        <BulkForm
          key={`${shown.chosen.kind} ${shown.chosen.value}`}
          preview={shown.preview}
          action={shown.chosen}
          problem={shown.problem}
        />
      ) : (
        <EmptyState title={bulk.none} action={<LinkButton to="/author/questions">{bulk.back}</LinkButton>}>
          {bulk.noneText}
        </EmptyState>
      )}
    </Page>
  );
}
