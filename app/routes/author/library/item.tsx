import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { lessonsReferringTo } from '#app/features/courses/queries/lessons-referring.server.ts';
import { changeItem, type ItemConflict } from '#app/features/library/commands/change-item.server.ts';
import { en } from '#app/features/library/messages/author-en.ts';
import { vi } from '#app/features/library/messages/author-vi.ts';
import { itemEditor } from '#app/features/library/queries/item-editor.server.ts';
import { ItemConflictNotice } from '#app/features/library/ui/author/item-conflict-notice.tsx';
import { ItemForm, type ItemValues, valuesOf } from '#app/features/library/ui/author/item-form.tsx';
import type { FormProblem } from '#app/features/library/ui/author/item-problem-words.ts';
import { ItemStanding } from '#app/features/library/ui/author/item-standing.tsx';
import { LessonLink } from '#app/features/library/ui/author/lesson-link.tsx';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';
import { sentItem } from './sent-item.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).edit.title);

const deeds = ['added', 'changed', 'unchanged', 'retired', 'restored'] as const;

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const editor = await itemEditor(actor, idParam(params.itemId));
  const told = new URL(request.url).searchParams.get('done');
  const done = deeds.find((deed) => deed === told) ?? null;
  return { editor, lessons: await lessonsReferringTo(actor, editor.target), done, today: dateOf(now()) };
});

type Refused = { problems?: readonly FormProblem[]; conflict?: ItemConflict; typed: ItemValues & { base?: string } };

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = idParam(params.itemId);
  await itemEditor(actor, id);
  const sent = await sentItem(actor, request);
  const refuse = (refused: Omit<Refused, 'typed'>, status: number) =>
    data<Refused>({ ...refused, typed: sent.typed }, { status });
  if (sent.kind === 'refused') return refuse({ problems: sent.problems }, 400);
  const { base, item } = sent.value;
  const result = await changeItem(actor, id, { base, item });
  if (result.kind === 'invalid') return refuse({ problems: result.problems }, 400);
  if (result.kind === 'conflict') return refuse({ conflict: result }, 409);
  throw redirect(`/author/library/${id}?done=${result.kind}`, 303);
});

export default function EditItem() {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { editor, lessons, done, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  // Who has read what the others wrote may put the own text in its place.
  const base = refused ? (refused.conflict?.revision ?? (Number(refused.typed.base) || 0)) : editor.revision;
  const { id, item, fileName, revision, isRetired, unitName, updatedAt, topics, link } = editor;
  return (
    <Page
      title={words.edit.title}
      kicker={<span lang="vi">{item.title}</span>}
      lead={words.edit.lead(unitName, formatDateTime(lang, updatedAt))}
      crumbs={[{ to: '/author/library', label: words.title }]}
      crumbsLabel={words.crumbs}
      actions={<LinkButton to={`/library/${id}`}>{words.edit.view}</LinkButton>}
    >
      {done && !refused && <Notice kind="success" title={words.edit[done]} live className="max-w-form" />}
      {isRetired && <ItemStanding itemId={id} isRetired />}
      {refused?.conflict && <ItemConflictNotice conflict={refused.conflict} />}
      <ItemForm
        key={refused ? 'typed' : revision}
        id={id}
        base={base}
        values={refused?.typed ?? { ...valuesOf(item), fileName }}
        problems={refused?.problems}
        topics={topics}
        today={today}
        submitLabel={words.edit.button}
        cancelTo="/author/library"
      />
      <LessonLink link={link} lessons={lessons} />
      {!isRetired && <ItemStanding itemId={id} isRetired={false} />}
    </Page>
  );
}
