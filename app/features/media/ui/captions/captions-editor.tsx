import { Form, useNavigation } from '@remix-run/react';
import { type FormEvent, type KeyboardEvent, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { formatDateTime, formatNumber, formatTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { PlusIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { CaptionsAnswer } from '../../core/captions/captions-answer.ts';
import { type CueRow, parseTime, showTime } from '../../core/captions/cue.ts';
import { isEmptyRow, judgeRows, type RowProblem } from '../../core/captions/judge-rows.ts';
import { en } from '../../messages/captions-en.ts';
import { vi } from '../../messages/captions-vi.ts';
import type { CaptionsPage } from '../../queries/captions-page.server.ts';
import { CaptionsPlayer } from './captions-player.tsx';
import { ConflictNotice, FileNotice } from './captions-notices.tsx';
import { CueRowFields, cueFieldId } from './cue-row.tsx';
import { changedRows, type EditedRow, isSameRows, rowsOf, stateOfRows } from './rows-state.ts';
import { useKeptRows } from './use-kept-rows.ts';
import { usePlayer } from './use-player.ts';

/** Larger is no caption file, and would not be let in. */
const LARGEST_FILE = 900_000;

type Props = { page: CaptionsPage; answer: CaptionsAnswer | undefined };

/** Captions are typed beside the player. Works as a plain form; what is typed stays in this browser until it is saved. */
export function CaptionsEditor({ page, answer }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { media, captions } = page;
  const [state, change] = useReducer(changedRows, answer?.rows ?? captions.rows, stateOfRows);
  const [saved, setSaved] = useState({ rows: captions.rows, tag: captions.tag, at: captions.savedAt });
  const [base, setBase] = useState(answer?.kind === 'conflict' ? answer.theirs.tag : captions.tag);
  const [problems, setProblems] = useState<RowProblem[]>(answer?.kind === 'refused' ? answer.problems : []);
  const [shown, setShown] = useState(answer);
  const [isRestored, setIsRestored] = useState(false);
  /** What was saved before all of it was deleted. */
  const [cleared, setCleared] = useState<CueRow[] | null>(null);
  const [isFileTooLarge, setIsFileTooLarge] = useState(false);
  const [isMounted, setIsMounted] = useState(false);
  useEffect(() => setIsMounted(true), []);
  const form = useRef<HTMLFormElement>(null);
  const media$ = useRef<HTMLMediaElement>(null);
  const navigation = useNavigation();
  const isBusy = navigation.state !== 'idle' && navigation.formMethod === 'POST';
  const rows = useMemo(() => rowsOf(state), [state]);
  const isDirty = !isSameRows(rows, saved.rows);
  const player = usePlayer(media$, state.rows, page.lang);

  useKeptRows(`captions:${media.id}:${page.lang}`, { rows, base, isDirty }, (kept) => {
    if (isSameRows(kept.rows, captions.rows)) return;
    change({ kind: 'replace', rows: kept.rows, keepsBefore: false });
    setBase(kept.base);
    setIsRestored(true);
  });

  const latest = useRef(rows);
  latest.current = rows;
  const sent = useRef<CueRow[] | null>(null);
  const [isOffline, setIsOffline] = useState(false);
  const hasSeen = useRef(answer);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is heard once
  useEffect(() => {
    if (!answer || hasSeen.current === answer) return;
    hasSeen.current = answer;
    setShown(answer);
    setProblems(answer.kind === 'refused' ? answer.problems : []);
    if (answer.kind === 'read') change({ kind: 'replace', rows: answer.rows, keepsBefore: true });
    if (answer.kind === 'saved' || answer.kind === 'unchanged' || answer.kind === 'removed') {
      setIsRestored(false);
      setBase(answer.tag);
      setCleared(answer.kind === 'removed' ? saved.rows : null);
      setSaved({ rows: answer.rows, tag: answer.tag, at: answer.kind === 'removed' ? null : answer.at });
      // Who went on typing meanwhile keeps on with it.
      if (sent.current && isSameRows(sent.current, latest.current)) change({ kind: 'tidy', kept: answer.rows });
    }
  }, [answer]);

  const focusOn = (key: number, field: RowProblem['field']) =>
    setTimeout(() => document.getElementById(cueFieldId(key, field))?.focus(), 0);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const pressed = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const isReading = pressed?.value === 'read';
    const file = form.current?.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
    setIsFileTooLarge(isReading && file !== undefined && file.size > LARGEST_FILE);
    if (isBusy || (isReading && file && file.size > LARGEST_FILE)) return event.preventDefault();
    setIsOffline(!navigator.onLine);
    if (!navigator.onLine) return event.preventDefault();
    if (isReading) return;
    sent.current = rows;
    const judged = judgeRows(rows, media.seconds ?? player.seconds);
    if (judged.kind === 'good') return setProblems([]);
    event.preventDefault();
    setProblems(judged.problems);
    setShown({ kind: 'refused', rows, problems: judged.problems });
    const first = judged.problems[0];
    const row = first && state.rows[first.row];
    if (row) focusOn(row.key, first.field);
  };

  /** On to the next caption; the last one makes another, which begins where this one ends. */
  const goOn = (at: number) => {
    const row = state.rows[at];
    if (!row || isEmptyRow(row)) return;
    const started = parseTime(row.start);
    const now = player.now();
    const end = row.end.trim() === '' && started !== null && now > started ? showTime(now) : row.end;
    if (end !== row.end) change({ kind: 'set', key: row.key, part: { end } });
    const next = state.rows[at + 1];
    if (next) return focusOn(next.key, 'text');
    change({ kind: 'add', after: row.key, row: { start: end, end: '', text: '' } });
    focusOn(state.nextKey, 'text');
  };

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.nativeEvent.isComposing) return;
    const target = event.target as HTMLElement;
    const key = Number(target.dataset.cue ?? Number.NaN);
    const field = target.dataset.field as RowProblem['field'] | undefined;
    const at = state.rows.findIndex((row) => row.key === key);
    const last = state.rows.at(-1);
    const timed = state.rows[at]?.key ?? last?.key;
    const step = event.altKey && (event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0);
    const acts: Record<string, (() => void) | undefined> = {
      F2: player.toggle,
      F4: player.back,
      F8: () => timed !== undefined && change({ kind: 'set', key: timed, part: { start: showTime(player.now()) } }),
      F9: () => timed !== undefined && change({ kind: 'set', key: timed, part: { end: showTime(player.now()) } }),
    };
    const act =
      acts[event.key] ??
      (event.ctrlKey && event.code === 'KeyS' ? () => form.current?.requestSubmit(saveButton.current) : undefined) ??
      (event.ctrlKey && event.shiftKey && event.key === 'Backspace' && at >= 0
        ? () => {
            const near = state.rows[at + 1] ?? state.rows[at - 1];
            change({ kind: 'remove', key });
            focusOn(near?.key ?? state.nextKey, 'text');
          }
        : undefined) ??
      (step && at >= 0
        ? () => {
            const near = state.rows[at + step];
            if (near) focusOn(near.key, field ?? 'text');
          }
        : undefined) ??
      (event.key === 'Enter' && !event.shiftKey && at >= 0 ? () => goOn(at) : undefined);
    if (!act) return;
    event.preventDefault();
    act();
  };
  const saveButton = useRef<HTMLButtonElement>(null);

  const onPlay = useCallback(
    (row: EditedRow) => {
      const from = parseTime(row.start);
      if (from === null || !media$.current) return;
      media$.current.currentTime = from / 1000;
      void media$.current.play().catch(() => undefined);
    },
    [],
  );
  const byRow = useMemo(() => {
    const found = new Map<number, RowProblem[]>();
    for (const problem of problems) found.set(problem.row, [...(found.get(problem.row) ?? []), problem]);
    return found;
  }, [problems]);
  // A problem belongs to the rows as they were judged.
  const onChange = useCallback((made: Parameters<typeof change>[0]) => {
    change(made);
    if (made.kind !== 'set') setProblems([]);
  }, []);
  const withSpare = isMounted ? state.rows : [...state.rows, ...spareRows(state.nextKey)];
  const fileProblem = isFileTooLarge
    ? 'too-large'
    : shown?.kind === 'no-file' || shown?.kind === 'not-text' || shown?.kind === 'no-captions'
      ? shown.kind
      : null;
  const active = player.active === null ? null : state.rows[player.active];

  return (
    <Form
      ref={form}
      method="post"
      encType="multipart/form-data"
      preventScrollReset
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      className="gap-8 space-y-6 lg:grid lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)] lg:space-y-0"
    >
      <input type="hidden" name="lang" value={page.lang} />
      <input type="hidden" name="base" value={base} />
      <div className="lg:sticky lg:top-4 lg:self-start">
        <CaptionsPlayer ref={media$} media={media} now={active?.text ?? null} />
      </div>
      <div className="min-w-0 space-y-4">
        {shown?.kind === 'conflict' && base !== shown.theirs.tag && (
          <ConflictNotice
            conflict={shown}
            isMounted={isMounted}
            onMine={() => {
              setBase(shown.theirs.tag);
              setSaved({ rows: shown.theirs.rows, tag: shown.theirs.tag, at: shown.theirs.savedAt });
              setTimeout(() => form.current?.requestSubmit(saveButton.current), 0);
            }}
            onTheirs={() => {
              setBase(shown.theirs.tag);
              setSaved({ rows: shown.theirs.rows, tag: shown.theirs.tag, at: shown.theirs.savedAt });
              change({ kind: 'replace', rows: shown.theirs.rows, keepsBefore: true });
              setShown(undefined);
            }}
          />
        )}
        {shown?.kind === 'conflict' && !isMounted && (
          <ConflictNotice conflict={shown} isMounted={false} onMine={() => {}} onTheirs={() => {}} />
        )}
        {isOffline && <Notice kind="warning" live title={words.offline} />}
        {problems.length > 0 && (
          <Notice kind="error" live title={words.refused(formatNumber(lang, problems.length))}>
            {words.refusedText}
          </Notice>
        )}
        {shown?.kind === 'read' && (
          <FileNotice answer={shown} hasBefore={state.before !== null} onBack={() => change({ kind: 'back-to-before' })} />
        )}
        {shown?.kind === 'removed' && (
          <Notice kind="success" live title={words.removedAll}>
            {cleared && (
              <>
                <p>{words.removedAllText}</p>
                <Button
                  type="button"
                  size="small"
                  className="mt-2"
                  onClick={() => {
                    change({ kind: 'replace', rows: cleared, keepsBefore: false });
                    setShown(undefined);
                  }}
                >
                  {words.undo}
                </Button>
              </>
            )}
          </Notice>
        )}
        {isRestored && isDirty && (
          <Notice title={words.restored} live>
            <Button
              type="button"
              size="small"
              className="mt-2"
              onClick={() => {
                change({ kind: 'replace', rows: saved.rows, keepsBefore: true });
                setBase(saved.tag);
                setIsRestored(false);
              }}
            >
              {words.forget}
            </Button>
          </Notice>
        )}
        <h2 className="text-xl">{words.list}</h2>
        {rows.every(isEmptyRow) && <p className="text-muted">{words.empty}</p>}
        <ol className="border-t border-line">
          {withSpare.map((row, at) => (
            <CueRowFields
              key={row.key}
              row={row}
              number={at + 1}
              problems={byRow.get(at)}
              isActive={player.active === at}
              isMounted={isMounted}
              onChange={onChange}
              onPlay={onPlay}
            />
          ))}
        </ol>
        {state.removed && (
          <p className="flex flex-wrap items-center gap-3 text-sm" role="status">
            {words.removed}
            <Button type="button" size="small" onClick={() => change({ kind: 'take-back' })}>
              {words.undo}
            </Button>
          </p>
        )}
        {isMounted && (
          <Button
            type="button"
            size="small"
            icon={PlusIcon}
            onClick={() => {
              change({ kind: 'add', after: null, row: { start: state.rows.at(-1)?.end ?? '', end: '', text: '' } });
              focusOn(state.nextKey, 'start');
            }}
          >
            {words.add}
          </Button>
        )}
        <div className="sticky bottom-0 border-t border-line bg-paper py-3">
          <ButtonRow>
            <button type="submit" name="intent" value="save" ref={saveButton} hidden tabIndex={-1} aria-hidden="true" />
            <Button type="submit" name="intent" value="save" look="primary" busy={isBusy}>
              {isBusy ? words.saving : words.save}
            </Button>
            <p className="tabular text-sm text-muted" role="status">
              {isDirty
                ? words.dirty
                : shown?.kind === 'saved'
                  ? words.saved(formatTime(shown.at, true))
                  : shown?.kind === 'unchanged'
                    ? words.unchanged
                    : saved.at
                      ? words.clean(formatDateTime(lang, saved.at))
                      : words.never}
            </p>
          </ButtonRow>
        </div>
        <section className="space-y-3 border-t border-line pt-5">
          <h2 className="text-xl">{words.file.title}</h2>
          <Field
            id="file"
            label={words.file.label}
            hint={words.file.hint}
            error={fileProblem && words.file.problems[fileProblem]}
          >
            <TextInput type="file" name="file" accept=".vtt,.srt,text/vtt" />
          </Field>
          <ButtonRow>
            <Button type="submit" name="intent" value="read" busy={isBusy}>
              {words.file.button}
            </Button>
            {saved.at && (
              <a href={`/media/${media.id}/captions/${page.lang}`} download={`${media.name.replace(/\.\w+$/, '')}.${page.lang}.vtt`}>
                {words.download}
              </a>
            )}
          </ButtonRow>
        </section>
      </div>
    </Form>
  );
}

/** Without scripts nobody can ask for another row. */
const spareRows = (from: number): EditedRow[] =>
  [0, 1, 2, 3].map((more) => ({ key: from + more, start: '', end: '', text: '' }));
