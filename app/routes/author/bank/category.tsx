import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { deleteCategory } from '#app/features/questions/commands/delete-category.server.ts';
import { editCategory } from '#app/features/questions/commands/edit-category.server.ts';
import { mergeCategories } from '#app/features/questions/commands/merge-categories.server.ts';
import { en as bankEn } from '#app/features/questions/messages/bank-en.ts';
import { vi as bankVi } from '#app/features/questions/messages/bank-vi.ts';
import { en } from '#app/features/questions/messages/en.ts';
import { vi } from '#app/features/questions/messages/vi.ts';
import { categoryEditor } from '#app/features/questions/queries/categories-page.server.ts';
import { categoryFieldsSchema, categoryMergeSchema } from '#app/features/questions/schema.bank.ts';
import { CategoryEnd } from '#app/features/questions/ui/category-end.tsx';
import { CategoryForm, type CategoryValues } from '#app/features/questions/ui/category-form.tsx';
import { KeyPatternNotes } from '#app/features/questions/ui/key-pattern-notes.tsx';
import type { FormProblem } from '#app/features/questions/ui/question-problem-words.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, bankVi, bankEn).categories.edit);

interface Refused {
  problems?: FormProblem[];
  values?: CategoryValues;
  merge?: 'other-unit' | 'below-itself' | 'drawn-from' | 'too-deep' | 'same-names' | 'missing';
}

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  return categoryEditor(actor, idParam(params.categoryId));
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = idParam(params.categoryId);
  const form = await readForm(request);
  const refuse = (refused: Refused, status = 400) => data<Refused>(refused, { status });
  switch (form.get('intent')) {
    case 'merge': {
      if (!form.get('toId')) return refuse({ merge: 'missing' });
      const { toId } = demand(categoryMergeSchema, formObject(form));
      const result = await mergeCategories(actor, id, toId);
      if (result.kind === 'refused') return refuse({ merge: result.reason }, 409);
      throw redirect(`/author/categories?merged=${result.questions}`, 303);
    }
    case 'delete': {
      const result = await deleteCategory(actor, id);
      // Somebody put something in since: the page says what.
      if (result.kind === 'refused') return refuse({}, 409);
      throw redirect('/author/categories?deleted=yes', 303);
    }
    default: {
      const parsed = parseForm(categoryFieldsSchema, form);
      const text = (name: string) => String(form.get(name) ?? '');
      const values = { name: text('name'), unitId: '', parentId: text('parentId'), review: text('review') };
      if (!parsed.ok) {
        const problems = Object.entries(parsed.problems).map(([field, [code = '']]) => ({ field, code }));
        return refuse({ problems, values });
      }
      const result = await editCategory(actor, id, parsed.value);
      if (result.kind === 'invalid') return refuse({ problems: result.problems, values });
      throw redirect('/author/categories?saved=yes', 303);
    }
  }
});

export default function Category() {
  const words = useMessages(vi, en);
  const { categories: bank } = useMessages(bankVi, bankEn);
  const editor = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { name, parentId, review } = editor.category;
  return (
    <Page
      title={bank.edit}
      kicker={name}
      crumbs={[
        { to: '/author/questions', label: words.list.title },
        { to: '/author/categories', label: words.categories.title },
      ]}
      crumbsLabel={words.crumbs}
      width="reading"
    >
      <CategoryForm
        parents={editor.parents.map(({ id, path }) => ({ id, label: path.join(' / ') }))}
        values={refused?.values ?? { name, unitId: '', parentId: parentId ?? '', review }}
        problems={refused?.problems}
        submitLabel={bank.save}
      />
      <KeyPatternNotes patterns={editor.patterns} />
      <CategoryEnd editor={editor} refused={refused?.merge} />
    </Page>
  );
}
