import { Link } from '@remix-run/react';
import { createContext, memo, useContext, useRef, useState, useSyncExternalStore } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { classes } from '#app/ui/classes.ts';
import { CheckCircleIcon, CircleIcon } from '#app/ui/icons.tsx';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import type { EntryStanding } from '../../core/imports/decisions.ts';
import type { SourceEntry } from '../../core/imports/read-source.ts';
import type { WorkbenchStep } from '../../core/imports/workbench.ts';
import type { QualityHint } from '../../core/quality-hints.ts';
import { en as bankEn } from '../../messages/en.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import { vi as bankVi } from '../../messages/vi.ts';
import { PreviewedAnswer } from '../previewed-answer.tsx';
import { CardEditor } from './card-editor.tsx';
import { KeyLine } from './key-line.tsx';
import { previewInBrowser } from './preview-in-browser.ts';
import { CardHints } from './quality-notes.tsx';
import { formulasStore, type Pictures } from './render-short.ts';

/** The pictures of the file, for all its questions. */
export const KeptPictures = createContext<Pictures>({});

const tags: Record<EntryStanding, TagKind> = {
  ...{ broken: 'wrong', near: 'soon', 'left-out': 'aside' },
  ...{ 'new-version': 'open', good: 'done', taken: 'neutral' },
};

type Props = {
  entry: SourceEntry;
  number: string;
  standing: EntryStanding;
  /** The question of the bank that it became. */
  takenId: string | undefined;
  /** Which fields of it can be edited here; others want the source. */
  editable: readonly string[];
  hints: readonly QualityHint[];
  /** Hints that are said of the whole list. */
  common: string;
  step(step: WorkbenchStep): void;
};

const time = () => Date.now();

/** A question as learners will see it. Its key is chosen by a press on the option; its words are edited in place. */
export const QuestionCard = memo(
  function QuestionCard({ entry, number, standing, takenId, editable, hints, common, step }: Props) {
    const words = useMessages(vi, en);
    const { types } = useMessages(bankVi, bankEn);
    const [isEditing, setEditing] = useState(false);
    const { key, question } = entry;
    const shown = question ?? entry.guess;
    const card = useRef<HTMLElement>(null);
    // The focus stays at the question: to its first field, and back.
    const open = () => {
      setEditing(true);
      requestAnimationFrame(() => card.current?.querySelector('textarea')?.focus());
    };
    const close = () => {
      setEditing(false);
      requestAnimationFrame(() => card.current?.focus());
    };
    const isQuiet = standing === 'left-out' || standing === 'taken';
    return (
      <article
        ref={card}
        data-editing={isEditing || undefined}
        aria-label={words.number(number)}
        tabIndex={-1}
        className={classes('rounded border border-edge bg-surface p-4', isQuiet && 'import-quiet')}
      >
        <header className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <h3 className="text-base">
            {words.number(number)}
            {shown && <span className="ml-2 text-sm font-normal text-muted">{types[shown.body.type]}</span>}
          </h3>
          <Tag kind={tags[standing]}>{words.standings[standing]}</Tag>
        </header>
        {shown && !isEditing && (
          <ShownQuestion entry={entry} shown={shown} isTaken={standing === 'taken'} step={step} />
        )}
        {shown && isEditing && (
          <CardEditor entry={entry} number={number} editable={editable} step={step} onDone={close} />
        )}
        {question && !isQuiet && <CardHints hints={hints} common={common} />}
        {standing === 'taken' && takenId && (
          <p className="mt-2 text-sm">
            <Link to={`/author/questions/${takenId}`}>{words.editInBank}</Link>
          </p>
        )}
        {standing !== 'taken' && (
          <footer className="mt-2 flex flex-wrap gap-x-2">
            {question && !isEditing && editable.length > 0 && (
              <Button
                type="button"
                look="quiet"
                size="small"
                className="scripted"
                aria-label={words.editOf(number)}
                data-edit
                onClick={open}
              >
                {words.edit}
              </Button>
            )}
            <Leaving entry={entry} number={number} standing={standing} step={step} keyOf={key} />
          </footer>
        )}
      </article>
    );
  },
  (before, after) =>
    before.entry.sign === after.entry.sign &&
    before.entry.key === after.entry.key &&
    before.number === after.number &&
    before.hints === after.hints &&
    before.common === after.common &&
    before.standing === after.standing &&
    before.takenId === after.takenId,
);

function Leaving({
  number,
  standing,
  step,
  keyOf,
}: Pick<Props, 'entry' | 'number' | 'standing' | 'step'> & { keyOf: string }) {
  const words = useMessages(vi, en);
  const isOut = standing === 'left-out';
  if (standing === 'broken' || standing === 'near') return null;
  return (
    <Button
      type="submit"
      name="intent"
      value={`choose ${keyOf} ${isOut ? '-' : 'leave-out'}`}
      look="quiet"
      size="small"
      data-leave
      aria-label={isOut ? words.takeBackOf(number) : words.leaveOutOf(number)}
      onClick={(event) => {
        event.preventDefault();
        step({ kind: 'choose', key: keyOf, choice: isOut ? null : { kind: 'leave-out' } });
      }}
    >
      {isOut ? words.takeBack : words.leaveOut}
    </Button>
  );
}

type ShownProps = Pick<Props, 'entry' | 'step'> & {
  shown: NonNullable<SourceEntry['question']>;
  /** The bank has it: here nothing of it changes any more. */
  isTaken: boolean;
};

function ShownQuestion({ entry, shown, isTaken, step }: ShownProps) {
  const words = useMessages(vi, en);
  useSyncExternalStore(formulasStore.subscribe, formulasStore.now, formulasStore.onServer);
  const preview = previewInBrowser(shown.body, shown.explanation, useContext(KeptPictures));
  const isChoice = shown.body.type === 'single' || shown.body.type === 'multiple';
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by render-short, which escapes */}
      <div className="mt-2 space-y-2" dangerouslySetInnerHTML={{ __html: preview.stemHtml }} />
      <div className="mt-3">
        {isChoice ? (
          <KeyedOptions entry={entry} htmls={preview.optionsHtml} isTaken={isTaken} step={step} />
        ) : (
          <PreviewedAnswer preview={preview} />
        )}
      </div>
      {entry.isKeyKnown && <KeyLine body={shown.body} />}
      {preview.explanationHtml && (
        <div className="mt-3 border-t border-line pt-2 text-sm">
          <p className="text-muted">{words.explains}</p>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by render-short, which escapes */}
          <div dangerouslySetInnerHTML={{ __html: preview.explanationHtml }} />
        </div>
      )}
    </>
  );
}

/** The options as rows of an exam; a press makes one the key. */
function KeyedOptions({ entry, htmls, isTaken, step }: Omit<ShownProps, 'shown'> & { htmls: readonly string[] }) {
  const words = useMessages(vi, en);
  const body = (entry.question ?? entry.guess)!.body;
  const right = !entry.isKeyKnown
    ? new Set<string>()
    : new Set(body.type === 'single' ? [body.correct] : body.type === 'multiple' ? body.correct : []);
  const ids = 'options' in body ? body.options.map(({ id }) => id) : [];
  const letters = ids.map((_, at) => String.fromCharCode(65 + at));
  const isSeveral = body.type === 'multiple';
  const pressed = (at: number) => {
    if (!isSeveral) return [letters[at]!];
    const chosen = letters.filter((_, place) => right.has(ids[place]!) !== (place === at));
    return chosen.length === 0 ? [letters[at]!] : chosen;
  };
  return (
    <fieldset className="min-w-0" disabled={isTaken}>
      <legend className={right.size === 0 ? 'mb-1 text-sm font-semibold text-red' : 'sr-only'}>
        {words.chooseKey}
      </legend>
      <ul className="space-y-1.5">
        {htmls.map((html, at) => {
          const isRight = right.has(ids[at]!);
          const Sign = isRight ? CheckCircleIcon : CircleIcon;
          return (
            <li key={letters[at]}>
              <button
                type="submit"
                name="intent"
                value={`key ${entry.key} ${letters[at]}`}
                aria-pressed={isRight}
                data-letter={letters[at]}
                onClick={(event) => {
                  event.preventDefault();
                  step({ kind: 'key', key: entry.key, letters: pressed(at), at: time() });
                }}
                className={classes(
                  'flex min-h-[2.75rem] w-full items-start gap-3 rounded border px-3 py-2 text-left md:min-h-[2.25rem] md:py-1',
                  isRight ? 'border-accent bg-accent-soft' : 'border-line enabled:hover:border-ink',
                )}
              >
                <Sign className={`mt-[0.2em] h-5 w-5 shrink-0 ${isRight ? 'text-accent' : 'text-muted'}`} />
                <span className="font-semibold">{letters[at]}.</span>
                {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by render-short, which escapes */}
                <span className="min-w-0 flex-1" dangerouslySetInnerHTML={{ __html: html }} />
              </button>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
