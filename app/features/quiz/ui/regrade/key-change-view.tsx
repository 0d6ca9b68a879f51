import { Form, Link } from '@remix-run/react';
import { QuestionChangesTable } from '#app/features/questions/ui/question-changes-table.tsx';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { en } from '../../messages/regrade-en.ts';
import { vi } from '../../messages/regrade-vi.ts';
import type { KeyChangePage, ShownDryRun } from '../../queries/regrade/key-change-page.server.ts';
import { DecisionForm } from './decision-form.tsx';
import { DryRunFigures } from './dry-run-figures.tsx';
import { KeyChangeTag } from './key-change-tag.tsx';
import { RegradeProgress } from './regrade-progress.tsx';

/** What the action answers instead of going on. */
export type DecisionAnswer =
  | { kind: 'differs'; dryRun: ShownDryRun; seen: string; note: string }
  | { kind: 'note-missing'; note: string }
  | { kind: 'refused'; reason: 'decided' | 'busy'; note: string };

type Props = { change: KeyChangePage; answer?: DecisionAnswer };

/** One change of key: what it is, what it changes, who decides, how far the regrade is. */
export function KeyChangeView({ change, answer }: Props) {
  const words = useMessages(vi, en).page;
  const { id, state, permission, regrade } = change;
  const anew = answer?.kind === 'differs' && state === 'proposed' ? answer : null;
  return (
    <>
      {anew && (
        <Notice kind="warning" title={words.differs} live>
          {words.differsText}
        </Notice>
      )}
      {answer?.kind === 'refused' && <Notice kind="warning" title={words.refused[answer.reason]} live />}
      {regrade && <RegradeProgress id={id} regrade={regrade} />}
      <Facts change={change} />
      <Section title={words.keyChanges}>
        <QuestionChangesTable caption={words.keyChanges} changes={change.changes} categories={[]} />
      </Section>
      <DryRunFigures dryRun={anew?.dryRun ?? change.dryRun} isDecided={state === 'approved' || state === 'done'} />
      {permission === 'yes' && (
        <DecisionForm
          seen={anew?.seen ?? change.seen}
          note={answer?.note ?? ''}
          isNoteMissing={answer?.kind === 'note-missing'}
          isAnew={anew !== null}
        />
      )}
      {permission === 'own-proposal' && (
        <Form method="post" className="screen-only space-y-3">
          <p className="max-w-reading text-muted">{words.own}</p>
          <Button type="submit" name="intent" value="withdraw">
            {words.withdraw}
          </Button>
        </Form>
      )}
    </>
  );
}

function Facts({ change }: { change: KeyChangePage }) {
  const all = useMessages(vi, en);
  const words = all.page;
  const lang = useLang();
  const { questionId, code, stem, state, regrade, decidedAt, decisionNote } = change;
  const isStopped = state === 'approved' && regrade?.isStopped === true;
  const person = (name: string | null, at: Date) => all.list.by(name ?? all.list.unknown, formatDateTime(lang, at));
  return (
    <DefinitionList
      items={[
        { term: all.list.state, value: <KeyChangeTag state={state} isStopped={isStopped} /> },
        {
          term: all.list.question,
          value: (
            <>
              <Link to={`/author/questions/${questionId}/history`}>{code}</Link>,{' '}
              {words.versions(change.fromNumber, change.toNumber)}
              <span className="block max-w-reading">{stem}</span>
            </>
          ),
        },
        { term: words.reason, value: <span className="whitespace-pre-line">{change.reason}</span> },
        { term: words.requested, value: person(change.requestedBy, change.requestedAt) },
        ...(decidedAt ? [{ term: words.decided, value: person(change.decidedBy, decidedAt) }] : []),
        ...(decisionNote
          ? [{ term: words.note, value: <span className="whitespace-pre-line">{decisionNote}</span> }]
          : []),
      ]}
    />
  );
}
