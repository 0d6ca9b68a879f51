import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { closeUnit } from '#app/features/org/commands/tree/close-unit.server.ts';
import { reopenUnit } from '#app/features/org/commands/tree/reopen-unit.server.ts';
import { undoMerger } from '#app/features/org/commands/tree/undo-merger.server.ts';
import { en } from '#app/features/org/messages/tree-en.ts';
import { vi } from '#app/features/org/messages/tree-vi.ts';
import { type MergerOf, mergerOf } from '#app/features/org/queries/tree/merger-of.server.ts';
import { structureUnit } from '#app/features/org/queries/tree/structure-page.server.ts';
import { unitClosingSchema } from '#app/features/org/schema.tree.ts';
import { BackLink, UnitStep } from '#app/features/org/ui/tree/unit-step.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'admin' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).closeTitle(page?.page.unit.name ?? ''));

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const unitId = idParam(params.unitId);
  return { page: await structureUnit(actor, unitId), merger: await mergerOf(actor, unitId) };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = idParam(params.unitId);
  const form = demand(unitClosingSchema, formObject(await readForm(request)));
  const result =
    form.intent === 'close'
      ? await closeUnit(actor, id, form)
      : await (form.intent === 'reopen' ? reopenUnit : undoMerger)(actor, id);
  if (result.kind === 'refused') return data({ refused: result.reason }, { status: 409 });
  const done = { close: 'closed', reopen: 'reopened', 'undo-merger': 'parted' }[form.intent];
  throw redirect(`/units/${id}/structure?done=${done}`, 303);
});

export default function UnitClosing() {
  const words = useMessages(vi, en);
  const { page, merger } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const busy = useNavigation().state === 'submitting';
  const { unit, parts, mayPlace } = page;
  const isBlocked = !unit.closedAt && (unit.strength > 0 || parts > 0);
  // What keeps the unit open is said below with numbers; the refusal need not say it again.
  const refused = answered?.refused === 'not-empty' && isBlocked ? null : (answered?.refused ?? null);
  return (
    <UnitStep
      page={page}
      title={unit.closedAt ? words.reopenTitle(unit.name) : words.closeTitle(unit.name)}
      lead={unit.closedAt ? !merger && words.reopenLead : words.closeLead}
      refused={refused ?? (mayPlace ? null : 'beyond-reach')}
    >
      {isBlocked && <Blocked page={page} />}
      <Form method="post" className="space-y-6">
        {merger && mayPlace ? (
          <HowToReopen merger={merger} />
        ) : (
          <input type="hidden" name="intent" value={unit.closedAt ? 'reopen' : 'close'} />
        )}
        {!unit.closedAt && <input type="hidden" name="revision" value={unit.revision} />}
        <ButtonRow>
          {mayPlace && !isBlocked && (
            <Button type="submit" look={unit.closedAt ? 'primary' : 'danger'} busy={busy}>
              {unit.closedAt ? words.reopenButton : words.closeButton}
            </Button>
          )}
          <BackLink unitId={unit.id} />
        </ButtonRow>
      </Form>
    </UnitStep>
  );
}

/** A merged unit comes back as it was before, or alone. */
function HowToReopen({ merger: { into, people, parts, elsewhere } }: { merger: MergerOf }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const n = (value: number) => formatNumber(lang, value);
  return (
    <ChoiceGroup
      type="radio"
      name="intent"
      label={words.reopenAs}
      defaultValue="undo-merger"
      options={[
        {
          value: 'undo-merger',
          label: words.undoMerger(into.name),
          hint: words.undoMergerHint(n(people), n(parts), n(elsewhere)),
        },
        { value: 'reopen', label: words.reopenEmpty, hint: words.reopenEmptyHint },
      ]}
    />
  );
}

/** What is still in the unit, with the way to it. */
function Blocked({ page: { unit, parts } }: { page: Awaited<ReturnType<typeof structureUnit>> }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  return (
    <Notice kind="warning" live title={words.closeBlocked}>
      <ul className="list-disc space-y-1 pl-5">
        {unit.strength > 0 && (
          <li>
            {words.closePeople(formatNumber(lang, unit.strength))}{' '}
            <Link to={`/units/${unit.id}/people`}>{words.toPeople}</Link>
            {', '}
            <Link to={`/units/${unit.id}/structure/merger`}>{words.merge}</Link>
          </li>
        )}
        {parts > 0 && (
          <li>
            {words.closeParts(formatNumber(lang, parts))} <Link to={`/units/${unit.id}/structure`}>{words.parts}</Link>
          </li>
        )}
      </ul>
    </Notice>
  );
}
