import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { removeOverride } from '#app/features/quiz/commands/rules/remove-override.server.ts';
import { setOverride } from '#app/features/quiz/commands/rules/set-override.server.ts';
import { en } from '#app/features/quiz/messages/rules-en.ts';
import { vi } from '#app/features/quiz/messages/rules-vi.ts';
import { overridesPage } from '#app/features/quiz/queries/rules/overrides-page.server.ts';
import { overrideFormSchema } from '#app/features/quiz/schema.rules.ts';
import { type OverrideAnswer, OverrideForm } from '#app/features/quiz/ui/rules/override-form.tsx';
import { OverrideList } from '#app/features/quiz/ui/rules/override-list.tsx';
import { OverridePreviewTable } from '#app/features/quiz/ui/rules/override-preview.tsx';
import { useLimitWords } from '#app/features/quiz/ui/rules/use-limit-words.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Field } from '#app/ui/field.tsx';
import { SearchIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).overrides.of(loaded?.page.quiz.title ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const search = (searchParams.get('q') ?? '').slice(0, 200);
  const personId = (searchParams.get('person') ?? '').slice(0, 64);
  const page = await overridesPage(actor, params.quizId ?? '', { search, personId });
  return { page, search, done: searchParams.get('done'), moved: Number(searchParams.get('moved')) || 0 };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const quizId = params.quizId ?? '';
  const form = demand(overrideFormSchema, formObject(await readForm(request)));
  const back = (done: string, moved: number) =>
    redirect(`/author/quizzes/${quizId}/overrides?done=${done}&moved=${moved}`, 303);
  if (form.intent === 'end') {
    const { overrideId, reason, confirm } = form;
    const result = await removeOverride(actor, { quizId, overrideId, reason }, { confirmsEnd: confirm });
    if (result.kind === 'removed') throw back('ended', result.moved + result.ended);
    if (result.kind === 'gone') throw back('gone', 0);
    const ending = result.kind === 'ends-attempts' ? { overrideId, reason, count: result.count } : null;
    return data({ answer: undefined, ending, needsReason: result.kind === 'invalid' }, { status: 400 });
  }
  const { draft, confirm } = form;
  const result = await setOverride(actor, quizId, draft, { confirmsEnd: confirm });
  if (result.kind === 'set') throw back('set', result.moved + result.ended);
  const problems = result.kind === 'invalid' ? result.problems : [];
  const ends = result.kind === 'ends-attempts' ? result.count : 0;
  const refused: OverrideAnswer = { draft, problems, ends };
  return data({ answer: refused, ending: null, needsReason: false }, { status: ends > 0 ? 409 : 400 });
});

export default function QuizOverrides() {
  const messages = useMessages(vi, en);
  const words = messages.overrides;
  const lang = useLang();
  const say = useLimitWords();
  const { page, search, done, moved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { quiz, settings } = page;
  const limits = (['openAt', 'closeAt', 'timeLimitSeconds', 'attemptsAllowed'] as const).map((field) => ({
    term: words[field],
    value: say(field, settings[field]),
  }));
  const said = done === 'set' ? words.set : done === 'ended' ? words.ended : done === 'gone' ? words.gone : null;
  return (
    <Page
      title={words.title}
      kicker={quiz.isAuthored ? undefined : quiz.title}
      lead={words.lead}
      crumbs={quiz.isAuthored ? [{ to: `/author/quizzes/${quiz.id}`, label: quiz.title }] : []}
      crumbsLabel={messages.crumbs}
      actions={<LinkButton to="/groups">{words.groups}</LinkButton>}
    >
      {said && !refused && (
        <Notice kind="success" live title={said}>
          {moved > 0 && words.followed(formatNumber(lang, moved))}
        </Notice>
      )}
      {page.dayCode && <Notice title={`${words.dayCode}: ${page.dayCode}`}>{words.dayCodeText}</Notice>}
      <Section title={words.quizLimits}>
        <DefinitionList items={limits} />
      </Section>
      <Section id="list" title={words.list}>
        {refused?.needsReason && (
          <Notice kind="error" live title={messages.problems['reason missing']} className="mb-3" />
        )}
        {refused?.ending && (
          <Notice kind="warning" live title={words.confirmTitle(String(refused.ending.count))} className="mb-3">
            <Form method="post" className="space-y-2">
              <p>{words.confirmText}</p>
              <input type="hidden" name="overrideId" value={refused.ending.overrideId} />
              <input type="hidden" name="reason" value={refused.ending.reason} />
              <input type="hidden" name="confirm" value="on" />
              <Button type="submit" name="intent" value="end" look="danger">
                {words.confirm}
              </Button>
            </Form>
          </Notice>
        )}
        <OverrideList overrides={page.overrides} />
      </Section>
      <Section id="people" title={words.preview} lead={page.preview ? undefined : words.previewLead}>
        <Form method="get" action="#people" className="flex flex-wrap items-end gap-4" key={search}>
          <Field label={words.search} hint={words.searchHint} className="w-full sm:w-80">
            <TextInput name="q" type="search" defaultValue={search} />
          </Field>
          <Button type="submit" icon={SearchIcon}>
            {words.find}
          </Button>
        </Form>
        {search !== '' && page.found.length === 0 && <p className="mt-3">{words.noneFound}</p>}
        {page.found.length > 0 && (
          <ul className="mt-3 border-t border-line" aria-label={words.found}>
            {page.found.map(({ id, fullName, rank, unitName, number }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1.5">
                <span className="min-w-0 flex-1">
                  {[rank, fullName].filter(Boolean).join(' ')}
                  <span className="text-muted">
                    , {unitName} ({number})
                  </span>
                </span>
                <Link to={`?${new URLSearchParams({ q: search, person: id })}#people`}>{words.see}</Link>
              </li>
            ))}
          </ul>
        )}
        {page.preview && (
          <div className="mt-4">
            <OverridePreviewTable preview={page.preview} />
          </div>
        )}
      </Section>
      <Section id="add" title={words.add} lead={words.addLead}>
        <OverrideForm page={page} answer={refused?.answer} />
      </Section>
    </Page>
  );
}
