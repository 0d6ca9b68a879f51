import { Form, useNavigation } from '@remix-run/react';
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ChoiceGroup, ChoiceRow } from '#app/ui/choice-group.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { en } from '../../messages/roster-en.ts';
import { vi } from '../../messages/roster-vi.ts';
import type { RosterPage } from '../../queries/roster/roster-pages.server.ts';
import { type Refusal, RefusedNotice } from './refused-notice.tsx';

/** What is decided about known people as a whole. */
export function PolicyPanel({ page: { roster, decisions } }: { page: RosterPage }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const counts = roster.outcome?.counts;
  const known = counts ? counts.changed + counts.transferred + counts.returned : 0;
  if (known === 0) return null;
  return (
    <Section id="decide" title={words.decideTitle}>
      <div className="space-y-4">
        <Form method="post" className="flex flex-wrap items-end gap-4" key={roster.policy}>
          <ChoiceGroup
            type="radio"
            name="policy"
            label={words.policy}
            inline
            defaultValue={roster.policy}
            options={(['ask', 'update', 'leave'] as const).map((value) => ({ value, label: words.policies[value] }))}
          />
          <Button type="submit" name="intent" value="policy">
            {words.policyButton}
          </Button>
        </Form>
        {decisions.ask > 0 && (
          <Form method="post" className="space-y-2">
            <p className="font-semibold text-amber">{words.askedLeft(formatNumber(lang, decisions.ask))}</p>
            <ButtonRow>
              <Button type="submit" name="intent" value="asked-apply" size="small">
                {words.askedUpdate}
              </Button>
              <Button type="submit" name="intent" value="asked-leave" size="small">
                {words.askedLeave}
              </Button>
            </ButtonRow>
          </Form>
        )}
      </div>
    </Section>
  );
}

/** The one step that changes something, with why it was not taken. */
export function ApplyPanel({ page: { roster, decisions }, refusal }: { page: RosterPage; refusal: Refusal | null }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const busy = useNavigation().formMethod === 'POST';
  const problems = roster.outcome?.counts.problem ?? 0;
  return (
    <Section id="apply" title={words.applyTitle} lead={words.applyLead}>
      <Form method="post" className="space-y-4">
        <p>{words.applySums(formatNumber(lang, decisions.apply), formatNumber(lang, decisions.leave))}</p>
        {problems > 0 && (
          <div className="max-w-form">
            <ChoiceRow
              type="checkbox"
              name="leavesProblems"
              value="yes"
              label={words.leavesProblems(formatNumber(lang, problems))}
            />
          </div>
        )}
        {refusal && <RefusedNotice refusal={refusal} />}
        <ButtonRow>
          <Button type="submit" name="intent" value="apply" look="primary" busy={busy}>
            {words.applyButton}
          </Button>
          <Button type="submit" name="intent" value="cancel" look="quiet">
            {words.discard}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

/** After applying: what was done, accounts for the people, and the way back. */
export function AppliedPanel({ page: { roster } }: { page: RosterPage }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const count = (n: number) => formatNumber(lang, n);
  const applied = roster.outcome?.applied ?? { people: 0, units: 0 };
  const undone = roster.outcome?.undone;
  if (roster.state === 'undone' && undone) {
    return (
      <Notice kind={undone.kept > 0 ? 'warning' : 'success'} title={words.undoneTitle(count(undone.people))}>
        {undone.kept > 0 && <p>{words.undoneKept(count(undone.kept))}</p>}
        {applied.units > 0 && <p>{words.undoneUnits(count(undone.units), count(undone.unitsKept))}</p>}
      </Notice>
    );
  }
  return (
    <>
      <Notice kind="success" title={words.appliedTitle(count(applied.people), count(applied.units))}>
        {roster.appliedAt && words.appliedAt(formatDateTime(lang, roster.appliedAt))}
      </Notice>
      {roster.subject === 'people' && (
        <Section title={words.accountsTitle} lead={words.accountsLead}>
          <Form method="post" className="space-y-4">
            <ChoiceGroup
              type="radio"
              name="rule"
              label={words.rule}
              inline
              defaultValue="number"
              options={(['number', 'name'] as const).map((value) => ({ value, label: words.rules[value] }))}
            />
            <ButtonRow>
              <Button type="submit" name="intent" value="accounts">
                {words.accountsButton}
              </Button>
              <LinkButton to={`/units/${roster.unitId}/first-passwords`} look="quiet">
                {words.toSlips}
              </LinkButton>
            </ButtonRow>
          </Form>
        </Section>
      )}
      <Section title={words.undo} lead={words.undoLead}>
        <Form method="post">
          <Button type="submit" name="intent" value="undo" look="danger">
            {words.undoButton}
          </Button>
        </Form>
      </Section>
    </>
  );
}
