import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { discardImport } from '#app/features/questions/commands/imports/discard-import.server.ts';
import { saveImport } from '#app/features/questions/commands/imports/save-import.server.ts';
import { takeImport } from '#app/features/questions/commands/imports/take-import.server.ts';
import { undoImport } from '#app/features/questions/commands/imports/undo-import.server.ts';
import { en as formatsEn } from '#app/features/questions/messages/import-en.ts';
import { en } from '#app/features/questions/messages/import-screen-en.ts';
import { vi } from '#app/features/questions/messages/import-screen-vi.ts';
import { vi as formatsVi } from '#app/features/questions/messages/import-vi.ts';
import { categoryNamed, importPage } from '#app/features/questions/queries/imports/import-pages.server.ts';
import { redrawnImport } from '#app/features/questions/queries/imports/redraw-import.server.ts';
import { importIntentSchema, importStateSchema, undoSchema } from '#app/features/questions/schema.imports.ts';
import { ImportScreen } from '#app/features/questions/ui/imports/import-screen.tsx';
import type { TakeRefusal } from '#app/features/questions/ui/imports/take-panel.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: found }) =>
  pageMeta(matches, (lang) => found?.page.name || messagesFor(lang, vi, en).pasted);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const page = await importPage(await requireActor(request), idParam(params.importId));
  const { searchParams } = new URL(request.url);
  return { page, done: searchParams.get('done'), count: Math.max(0, Number(searchParams.get('n')) || 0) };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = idParam(params.importId);
  const fields = formObject(await readForm(request));
  const { intent } = demand(importIntentSchema, { intent: fields.intent });
  const back = (query: string) => redirect(`/author/imports/${id}${query}`, 303);
  if (intent === 'undo') {
    const result = await undoImport(actor, id, demand(undoSchema, { revision: fields.revision }));
    if (result.kind === 'conflict') return refuse('conflict');
    if (result.kind === 'unchanged') throw back('');
    const n = result.removed + result.archived + result.putBack;
    throw back(`?done=undone&n=${n}`);
  }
  if (intent === 'discard') {
    const isGone = await discardImport(actor, id, demand(undoSchema, { revision: fields.revision }));
    if (!isGone) return refuse('conflict');
    throw redirect('/author/imports', 303);
  }
  const state = demand(importStateSchema, fields);
  const newCategory = typeof fields.newCategory === 'string' ? fields.newCategory.trim().slice(0, 120) : '';
  const stored = state.choices ?? (await importPage(actor, id)).decisions.choices;
  const redrawn = redrawnImport(actor, { ...state, choices: stored }, intent);
  const saved = await saveImport(actor, id, { ...state, choices: state.choices, ...redrawn });
  if (saved.kind === 'taken') throw back('?done=taken');
  if (saved.kind === 'conflict') return refuse('conflict', state.source);
  if (saved.kind === 'closed') return refuse('closed', state.source);
  if (intent !== 'take') throw back(redrawn ? '' : '?done=saved');
  let { revision } = saved;
  if (newCategory !== '') {
    const { unitId, categoryId: known } = await categoryNamed(actor, id, newCategory);
    const made = known === null ? await createCategory(actor, { name: newCategory, unitId }) : null;
    const categoryId = known ?? (made?.kind === 'created' ? made.categoryId : null);
    if (categoryId === null) return refuse('category-exists');
    const filed = await saveImport(actor, id, { ...state, ...redrawn, revision, categoryId });
    if (filed.kind === 'closed' || filed.kind === 'conflict') return refuse('conflict');
    revision = filed.revision;
  }
  const result = await takeImport(actor, id, { revision, base: state.revision });
  if (result.kind === 'conflict') return refuse('conflict');
  if (result.kind === 'already') throw back('?done=taken');
  if (result.kind !== 'taken') return refuse(result.kind);
  throw back(`?done=taken&n=${result.created + result.newVersions}`);
});

/** What was typed comes back with the reason: the newer text of another window is one press away. */
const refuse = (reason: TakeRefusal, source?: string) => data({ reason, source }, { status: 409 });

export default function Import() {
  const words = useMessages(vi, en);
  const { formats } = useMessages(formatsVi, formatsEn);
  const { page, done, count } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title={page.name || words.pasted}
      kicker={words.kicker(formats[page.decisions.fileFormat])}
      crumbs={[{ to: '/author/imports', label: words.short }]}
      crumbsLabel={words.short}
    >
      <ImportScreen
        key={`${page.id} ${done === 'undone' || done === 'taken' ? page.revision : ''}`}
        page={page}
        done={refused ? null : done}
        count={count}
        refusal={refused?.reason ?? null}
        typed={refused?.source}
      />
    </Page>
  );
}
