import { useNavigation } from '@remix-run/react';
import { type FormEvent, type RefObject, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { CaptionsAnswer, CaptionsReply } from '../../core/captions/captions-answer.ts';
import type { CueRow } from '../../core/captions/cue.ts';
import { judgeRows, type RowProblem } from '../../core/captions/judge-rows.ts';
import type { CaptionsPage } from '../../queries/captions-page.server.ts';
import { focusOn } from './caption-keys.ts';
import { changedRows, isSameRows, rowsOf, stateOfRows } from './rows-state.ts';
import { useKeptRows } from './use-kept-rows.ts';
import { useSaveAgain } from './use-save-again.ts';

/** Larger is no caption file, and would not be let in. */
const LARGEST_FILE = 900_000;

/** The rows on this page and their way to the server and back; what is not saved yet stays in this browser. */
export function useCaptions(
  { media, lang, captions }: CaptionsPage,
  reply: CaptionsReply | undefined,
  form: RefObject<HTMLFormElement>,
  save: () => void,
) {
  const answer = reply?.kind === 'unreached' ? undefined : reply;
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
  const navigation = useNavigation();
  const isBusy = navigation.state !== 'idle' && navigation.formMethod === 'POST';
  const rows = useMemo(() => rowsOf(state), [state]);
  const isDirty = !isSameRows(rows, saved.rows);

  useKeptRows(`captions:${media.id}:${lang}`, { rows, base, isDirty }, (kept) => {
    if (isSameRows(kept.rows, captions.rows)) return;
    change({ kind: 'replace', rows: kept.rows, keepsBefore: false });
    setBase(kept.base);
    setIsRestored(true);
  });

  const latest = useRef(rows);
  latest.current = rows;
  const sent = useRef<CueRow[] | null>(null);
  const sentIntent = useRef<'save' | 'read'>('save');
  /** What could not be sent, and how often in a row. */
  const [unreached, setUnreached] = useState<{ intent: 'save' | 'read'; failures: number } | null>(null);
  const miss = () => setUnreached((before) => ({ intent: sentIntent.current, failures: (before?.failures ?? 0) + 1 }));
  useSaveAgain(unreached?.intent === 'save' ? unreached.failures : 0, () => {
    if (!isDirty) setUnreached(null);
    else if (judgeRows(rows, media.seconds).kind === 'good') save();
    // Who is in the middle of a row is not told what is wrong with it, and is waited for.
    else miss();
  });
  const hasSeen = useRef(reply);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is heard once
  useEffect(() => {
    if (!reply || hasSeen.current === reply) return;
    hasSeen.current = reply;
    if (!answer) return miss();
    setUnreached(null);
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
  }, [reply]);

  const onSubmit = (event: FormEvent<HTMLFormElement>, playedSeconds: number | null) => {
    const pressed = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const isReading = pressed?.value === 'read';
    const file = form.current?.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
    setIsFileTooLarge(isReading && file !== undefined && file.size > LARGEST_FILE);
    if (isBusy || (isReading && file && file.size > LARGEST_FILE)) return event.preventDefault();
    sentIntent.current = isReading ? 'read' : 'save';
    if (!navigator.onLine) {
      miss();
      return event.preventDefault();
    }
    if (isReading) return;
    sent.current = rows;
    const judged = judgeRows(rows, media.seconds ?? playedSeconds);
    if (judged.kind === 'good') return setProblems([]);
    event.preventDefault();
    setProblems(judged.problems);
    setShown({ kind: 'refused', rows, problems: judged.problems });
    const first = judged.problems[0];
    const row = first && state.rows[first.row];
    if (row) focusOn(row.key, first.field);
  };

  /** Goes on from what another has saved meanwhile. */
  const goOnFrom = ({ rows: theirs, tag, savedAt }: CaptionsPage['captions']) => {
    setBase(tag);
    setSaved({ rows: theirs, tag, at: savedAt });
  };
  return {
    ...{ state, rows, base, saved, problems, shown, isDirty, isBusy, isMounted, onSubmit, goOnFrom },
    unreached: unreached?.intent ?? null,
    /** A problem belongs to the rows as they were judged. */
    change: useMemo(
      () => (made: Parameters<typeof change>[0]) => {
        change(made);
        if (made.kind !== 'set') setProblems([]);
      },
      [],
    ),
    fileProblem: isFileTooLarge ? ('too-large' as const) : fileProblemOf(shown),
    forget: () => setShown(undefined),
    cleared,
    /** What an earlier visit left is here again, and how to drop it. */
    dropRestored:
      isRestored && isDirty
        ? () => {
            change({ kind: 'replace', rows: saved.rows, keepsBefore: true });
            setBase(saved.tag);
            setIsRestored(false);
          }
        : null,
  };
}

const fileProblemOf = (answer: CaptionsAnswer | undefined) =>
  answer?.kind === 'no-file' || answer?.kind === 'not-text' || answer?.kind === 'no-captions' ? answer.kind : null;
