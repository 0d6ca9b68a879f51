import { Form, useSubmit } from '@remix-run/react';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { classes } from '#app/ui/classes.ts';
import { countStandings, type NearDuplicate } from '../../core/imports/decisions.ts';
import { en as keysEn } from '../../messages/import-keys-en.ts';
import { vi as keysVi } from '../../messages/import-keys-vi.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import type { ImportPage } from '../../queries/imports/import-pages.server.ts';
import { DiscardImport } from './discard-import.tsx';
import { DoubtList } from './doubt-list.tsx';
import { FileProblems } from './file-problems.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportQuestions } from './import-questions.tsx';
import { KeyHelp } from './key-help.tsx';
import { KeptPictures } from './question-card.tsx';
import { SaveLine } from './save-line.tsx';
import { SourceEditor } from './source-editor.tsx';
import { SourceTools } from './source-tools.tsx';
import { TakePanel, type TakeRefusal } from './take-panel.tsx';
import { useImportAutosave } from './use-import-autosave.ts';
import { useImportKeys } from './use-import-keys.ts';
import { useWorkbench } from './use-workbench.ts';

type Props = {
  page: ImportPage;
  /** What was just done, and with how many questions. */
  done: string | null;
  count: number;
  refusal: TakeRefusal | null;
  typed: string | undefined;
};

/** What new questions are filed under unless their author says otherwise; empty for a pasted text. */
const nameOfFile = (name: string) =>
  name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .trim()
    .slice(0, 120);

/** The text on one side, the questions on the other: what is changed on either side changes the other at once. */
export function ImportScreen({ page, done, count, refusal, typed }: Props) {
  const words = useMessages(vi, en);
  const keyWords = useMessages(keysVi, keysEn);
  const lang = useLang();
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const [nears, setNears] = useState<readonly NearDuplicate[]>(page.nears);
  const table = useWorkbench(page, typed, nears);
  const { bench, step, standings, doubts } = table;
  const [take, setTake] = useState({
    ...{ categoryId: page.categoryId ?? '', newCategory: '' },
    ...{ difficulty: page.decisions.difficulty as string, tags: page.decisions.tags.join(', ') },
  });
  const [view, setView] = useState<'source' | 'preview'>('preview');
  const [isHelp, setHelp] = useState(false);
  const [isAlive, setAlive] = useState(false);
  const ownCategory = nameOfFile(page.name);
  useEffect(() => {
    setAlive(true);
    // Only where a chosen category takes the field away: without scripts a name that stands there would win over the choice.
    setTake((now) => (now.categoryId + now.newCategory === '' ? { ...now, newCategory: ownCategory } : now));
  }, [ownCategory]);
  const { source } = bench.history.now;
  const { categoryId, difficulty, tags } = take;
  const choices = JSON.stringify(bench.choices);
  const { state, revision, flush, override } = useImportAutosave(
    page.id,
    { revision: page.revision, at: String(page.updatedAt), source: page.source, longest: page.longest },
    { source, format: bench.format, categoryId, difficulty, tags, choices },
    setNears,
  );
  const { entries } = bench.read;
  const onHelp = useCallback(() => setHelp(true), []);
  const { current, go, showQuestion, onTaken, onKeyDown } = useImportKeys({ form, doubts, entries, step, onHelp });
  const toSource = useCallback(
    (place: number) => {
      setView('source');
      go(place, true);
    },
    [go],
  );
  const toQuestion = (place: number) => {
    setView('preview');
    requestAnimationFrame(() => showQuestion(place, 'start'));
  };
  const places = { broken: standings.indexOf('broken'), near: standings.indexOf('near') };
  /** What is typed is kept first: nothing is taken or undone of an older text, and where nothing can be kept it is said. */
  const send = async (event: FormEvent<HTMLFormElement>) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const target = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (!(await flush())) {
      document.getElementById('import-state')?.scrollIntoView({ block: 'center' });
      return;
    }
    const data = new FormData(target, submitter);
    data.set('revision', String(revision.current));
    submit(data, { method: 'post', encType: 'multipart/form-data' });
  };
  const type = useCallback(
    (text: string, from: number, until: number) => step({ kind: 'typed', source: text, from, until, at: Date.now() }),
    [step],
  );
  const counts = countStandings(standings);
  const left = standings.length - counts.taken - counts['left-out'];
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
    <div className="space-y-4">
      <ImportDone page={page} done={done} count={count} left={left} onSubmit={send} />
      <Form
        ref={form}
        method="post"
        encType="multipart/form-data"
        noValidate
        onSubmit={send}
        onKeyDown={onKeyDown}
        className={classes('space-y-4', isAlive && 'import-alive')}
      >
        <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="sr-only" />
        <input type="hidden" name="revision" value={page.revision} />
        <input type="hidden" name="choices" value={choices} />
        <TakePanel
          {...{ counts, fields: take, categories: page.categories, refusal, places }}
          onChange={setTake}
          onGo={toQuestion}
        />
        <div id="import-state" className="flex flex-wrap items-center justify-between gap-x-4">
          <div className="min-w-0 flex-1">
            <SaveLine state={state} onOverride={override} importId={page.id} longest={page.longest} />
          </div>
          <Button type="button" look="quiet" size="small" className="scripted max-md:hidden" onClick={onHelp}>
            {keyWords.open}
          </Button>
        </div>
        <div className="scripted flex md:hidden">
          {tab('source', words.source)}
          {tab('preview', `${words.preview} (${formatNumber(lang, entries.length)})`)}
        </div>
        <div className="md:grid md:grid-cols-2 md:gap-6">
          <section aria-labelledby="import-source-title" className={view === 'source' ? '' : 'import-other'}>
            <SourceTools
              format={bench.format}
              canUndo={bench.history.past.length > 0}
              canRedo={bench.history.future.length > 0}
              step={step}
            />
            <SourceEditor read={bench.read} now={bench.history.now} moves={bench.moves} onType={type} />
          </section>
          <section aria-label={words.preview} className={view === 'preview' ? '' : 'import-other'}>
            <div className="import-questions space-y-4">
              <details open={doubts.length > 0 && doubts.length <= 40}>
                <summary className="text-lg font-semibold">
                  {words.doubts} ({formatNumber(lang, doubts.length)})
                </summary>
                <div className="mt-2">
                  <DoubtList doubts={doubts} current={current} step={step} onGo={toSource} onTaken={onTaken} />
                </div>
              </details>
              <FileProblems
                problems={page.decisions.fileProblems}
                format={page.decisions.fileFormat}
                read={bench.read}
                onGo={toQuestion}
              />
              <KeptPictures.Provider value={page.pictures}>
                <ImportQuestions table={table} nears={nears} taken={page.decisions.taken} step={step} />
              </KeptPictures.Provider>
            </div>
          </section>
        </div>
        <KeyHelp isOpen={isHelp} onClose={() => setHelp(false)} />
      </Form>
      <DiscardImport revision={page.revision} isTaken={page.state === 'taken'} onSubmit={send} />
    </div>
  );
}
