import { Form, useSubmit } from '@remix-run/react';
import { type FormEvent, type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { classes } from '#app/ui/classes.ts';
import { countStandings, type NearDuplicate } from '../../core/imports/decisions.ts';
import { canEdit } from '../../core/imports/rewrite-question.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import type { ImportPage } from '../../queries/imports/import-pages.server.ts';
import { DoubtList } from './doubt-list.tsx';
import { NearChoices } from './near-choices.tsx';
import { NearPair } from './near-pair.tsx';
import { QuestionCard } from './question-card.tsx';
import { SaveLine } from './save-line.tsx';
import { SourceEditor } from './source-editor.tsx';
import { SourceTools } from './source-tools.tsx';
import { TakePanel, type TakeRefusal } from './take-panel.tsx';
import { useImportAutosave } from './use-import-autosave.ts';
import { useWorkbench } from './use-workbench.ts';

type Props = { page: ImportPage; refusal: TakeRefusal | null; typed: string | undefined };

/** The text on one side, the questions on the other: what is changed on either side changes the other at once. */
export function ImportScreen({ page, refusal, typed }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const [nears, setNears] = useState<readonly NearDuplicate[]>(page.nears);
  const { bench, step, standings, nearOf, doubts } = useWorkbench(page, typed, nears);
  const [take, setTake] = useState({
    ...{ categoryId: page.categoryId ?? '', newCategory: '' },
    ...{ difficulty: page.decisions.difficulty as string, tags: page.decisions.tags.join(', ') },
  });
  const [view, setView] = useState<'source' | 'preview'>('preview');
  const [current, setCurrent] = useState(-1);
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const { source } = bench.history.now;
  const { categoryId, difficulty, tags } = take;
  const choices = JSON.stringify(bench.choices);
  const { state, revision, flush, override } = useImportAutosave(
    page.id,
    { revision: page.revision, at: String(page.updatedAt), source: page.source },
    { source, format: bench.format, categoryId, difficulty, tags, choices },
    setNears,
  );

  const go = useCallback(
    (place: number) => {
      const doubt = doubts[place];
      if (!doubt) return;
      setCurrent(place);
      step({ kind: 'go', line: doubt.problem.line });
      // The first mend has the focus: Enter takes it.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`[data-mend="${place}"]`)?.focus());
    },
    [doubts, step],
  );
  const pressed = (event: KeyboardEvent) => {
    const isCommand = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (event.key === 'F8' && doubts.length > 0) {
      event.preventDefault();
      const next = event.shiftKey ? current - 1 : current + 1;
      go((next + doubts.length) % doubts.length);
    } else if (isCommand && key === 'z') {
      event.preventDefault();
      step({ kind: event.shiftKey ? 'redo' : 'undo' });
    } else if (isCommand && key === 'y') {
      event.preventDefault();
      step({ kind: 'redo' });
    }
  };
  const send = async (event: FormEvent<HTMLFormElement>) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const target = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    await flush();
    const data = new FormData(target, submitter);
    data.set('revision', String(revision.current));
    submit(data, { method: 'post', encType: 'multipart/form-data' });
  };
  const { read } = bench;
  const counts = countStandings(standings);
  const numbers = useMemo(
    () => new Map(read.entries.map(({ key }, at) => [key, formatNumber(lang, at + 1)])),
    [read, lang],
  );
  const type = useCallback(
    (text: string, from: number, until: number) => step({ kind: 'typed', source: text, from, until, at: Date.now() }),
    [step],
  );
  const tab = (name: typeof view, label: string) => (
    <button
      type="button"
      aria-pressed={view === name}
      onClick={() => setView(name)}
      className={classes(
        'min-h-[2.75rem] flex-1 border-b-[3px] px-3',
        view === name ? 'border-accent font-semibold text-accent' : 'border-line',
      )}
    >
      {label}
    </button>
  );
  return (
    <Form
      ref={form}
      method="post"
      encType="multipart/form-data"
      noValidate
      onSubmit={send}
      onKeyDown={pressed}
      className={classes('space-y-4', isAlive && 'import-alive')}
    >
      <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <input type="hidden" name="revision" value={page.revision} />
      <input type="hidden" name="choices" value={choices} />
      <TakePanel counts={counts} fields={take} categories={page.categories} refusal={refusal} onChange={setTake} />
      <SaveLine state={state} onOverride={override} importId={page.id} />
      <div className="scripted flex md:hidden">
        {tab('source', words.source)}
        {tab('preview', `${words.preview} (${read.entries.length})`)}
      </div>
      <div className="md:grid md:grid-cols-2 md:gap-6">
        <section aria-labelledby="import-source-title" className={view === 'source' ? '' : 'import-other'}>
          <SourceTools
            format={bench.format}
            canUndo={bench.history.past.length > 0}
            canRedo={bench.history.future.length > 0}
            step={step}
          />
          <SourceEditor read={read} now={bench.history.now} moves={bench.moves} onType={type} onKeyDown={() => {}} />
        </section>
        <section aria-label={words.preview} className={view === 'preview' ? '' : 'import-other'}>
          <div className="import-questions space-y-4">
            <details open={doubts.length > 0 && doubts.length <= 40}>
              <summary className="text-lg font-semibold">
                {words.doubts} ({formatNumber(lang, doubts.length + page.decisions.fileProblems.length)})
              </summary>
              <div className="mt-2">
                <DoubtList
                  doubts={doubts}
                  current={current}
                  fileProblems={page.decisions.fileProblems}
                  step={step}
                  onGo={go}
                />
              </div>
            </details>
            {counts.near > 1 && <NearChoices nears={nears} bench={bench} step={step} />}
            <h2 className="text-lg">{words.preview}</h2>
            {read.entries.map((entry, at) => {
              const near = nearOf.get(entry.key);
              const ofKey = near?.of.kind === 'source' ? near.of.key : null;
              const other = ofKey === null ? undefined : read.entries.find(({ key }) => key === ofKey);
              const number = formatNumber(lang, at + 1);
              return (
                <div key={at} id={`question-${at + 1}`}>
                  <QuestionCard
                    entry={entry}
                    number={number}
                    standing={standings[at]!}
                    editable={fieldsOf(bench, entry)}
                    step={step}
                  />
                  {near && entry.question && standings[at] !== 'taken' && (
                    <NearPair
                      entry={entry}
                      near={near}
                      other={other ? { entry: other, number: numbers.get(other.key) ?? '' } : null}
                      choice={bench.choices[entry.key]}
                      step={step}
                    />
                  )}
                </div>
              );
            })}
          </div>
        </section>
      </div>
    </Form>
  );
}

const none: readonly string[] = [];
const kinds = new Map<string, readonly string[]>();

/** Which fields of a question can be edited on its card; one list for each answer, so that cards compare them by identity. */
function fieldsOf(
  { read }: { read: Parameters<typeof canEdit>[0] },
  entry: Parameters<typeof canEdit>[1],
): readonly string[] {
  const type = entry.question?.body.type;
  if (!type) return none;
  const name = `${read.format} ${read.isRich} ${type}`;
  const known = kinds.get(name);
  if (known) return known;
  const fields = !canEdit(read, entry, 'stem')
    ? none
    : [
        'stem',
        ...(['explanation', 'difficulty'] as const).filter((field) => canEdit(read, entry, field)),
        ...(read.isRich || read.format === 'gift' ? ['markdown'] : []),
      ];
  kinds.set(name, fields);
  return fields;
}
