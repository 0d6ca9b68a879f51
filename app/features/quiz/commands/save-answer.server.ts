import type { Actor } from '#app/features/access/core/role.ts';
import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import {
  invalidResponse,
  type PresentedResponse,
  type QuestionResponse,
} from '#app/features/questions/core/question.ts';
import { presentResponse, readResponse } from '#app/features/questions/core/question-types.ts';
import { questionVersion } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { signatureOf } from '#app/platform/signature.server.ts';
import { answerStands } from '../core/behaviour.ts';
import type { Certainty } from '../core/certainty.ts';
import { receiptCode } from '../core/receipt.ts';
import { pageRefusal } from '../core/rules/forward.ts';
import { saveAnswer as decide, type SaveRefusal } from '../core/save-answer.ts';
import { secondsLeft } from '../core/timing.ts';
import { holdAnswers, type SlotAnswer, updateAnswer, updateSequence } from '../data/answers.server.ts';
import { type AttemptPaper, findOwnPaper, pinnedOf } from '../data/attempt-papers.server.ts';
import { type AttemptStanding, attemptOf } from '../data/attempts.server.ts';
import { noteSign } from '../data/room/presence.server.ts';
import { requireNetwork } from '../data/rules/entry.server.ts';

/** A changed answer as a browser sends it. `response`: a displayed position, positions, 'true' or 'false', a text, null. */
export interface SaveRequest {
  slot: number;
  sequence: number;
  response: unknown;
  /** Certainty-based marking; not read where the quiz does not ask for it. */
  certainty?: Certainty | null;
  /** What the sender calls the answer: named when it is none. */
  field?: string;
}

export type SaveOutcome =
  | {
      outcome: 'kept' | 'unchanged';
      slot: number;
      sequence: number;
      /** What the slot's sequence was before: greater than what a browser knew of means that another one writes too. */
      previousSequence: number;
      savedAt: Date | null;
      receipt: string | null;
      secondsLeft: number | null;
    }
  | {
      outcome: 'refused';
      slot: number;
      reason: SaveRefusal;
      /** What is stored equals what was sent: nothing is lost. */
      holdsSame: boolean;
      stored: { response: PresentedResponse; certainty?: Certainty | null; sequence: number } | null;
      secondsLeft: number | null;
    };

/**
 * Hot path: keeps one answer of the learner's own attempt and says so only once it is durable. Two statements. The same
 * answer again is 'unchanged' with the receipt it had; a refusal leaves what is stored. Throws not-found for someone
 * else's attempt, bad-input for what is no answer to this question, forbidden from outside the quiz's networks.
 */
export async function saveAnswer(
  actor: Actor,
  attemptId: string,
  request: SaveRequest,
  address?: string,
): Promise<SaveOutcome> {
  return (await saveAnswers(actor, attemptId, [request], address))[0] as SaveOutcome;
}

/** The same for several slots in one transaction, as a whole page sends them without JavaScript. */
export async function saveAnswers(
  actor: Actor,
  attemptId: string,
  requests: readonly SaveRequest[],
  address?: string,
): Promise<SaveOutcome[]> {
  const own = await findOwnPaper(database().sql, actor.personId, attemptId);
  if (!own) throw new AppError('not-found');
  requireNetwork(own, address);
  const answers = await Promise.all(requests.map((request) => readRequest(own, request)));
  const onlySlot = answers.length === 1 && answers[0]?.isKnown ? answers[0].slot : undefined;
  // A save is a sign of life like any other.
  if (own.sessionId !== null) noteSign(own.sessionId, own.personId, now());
  return transactQuietly('quiz.answer-saved', async (sql, at) => {
    const held = await holdAnswers(sql, attemptId, onlySlot);
    if (!held) throw new AppError('not-found');
    const outcomes: SaveOutcome[] = [];
    for (const answer of answers) {
      const current = held.answers.find(({ slot }) => slot === answer.slot) ?? null;
      outcomes.push(await keep(sql, at, own, held.standing, current, answer));
    }
    return outcomes;
  });
}

interface Incoming {
  slot: number;
  sequence: number;
  response: QuestionResponse | null;
  certainty: Certainty | null;
  isKnown: boolean;
  present: (response: QuestionResponse | null) => PresentedResponse;
}

async function readRequest({ paper, settings }: AttemptPaper, request: SaveRequest): Promise<Incoming> {
  const { slot, sequence, response: raw, field = 'response' } = request;
  const certainty = settings.certainty ? (request.certainty ?? null) : null;
  const place = paper[slot - 1];
  if (!place) return { slot, sequence, response: null, certainty, isKnown: false, present: () => null };
  const { body } = await questionVersion(place.questionVersionId);
  const response = readResponse(raw, body, place.optionOrder);
  if (response === invalidResponse) throw new AppError('bad-input', { fields: { [field]: ['not-an-answer'] } });
  const present = (stored: QuestionResponse | null) => presentResponse(body, stored, place.optionOrder);
  return { slot, sequence, response, certainty, isKnown: true, present };
}

async function keep(
  sql: Sql,
  at: Date,
  own: AttemptPaper,
  standing: AttemptStanding,
  row: SlotAnswer | null,
  { slot, sequence, response, certainty, present }: Incoming,
): Promise<SaveOutcome> {
  const { attemptId } = own;
  const current = row && row.sequence > 0 ? row : null;
  const closed = pageRefusal(own.paper, own.settings, standing.openPage, slot);
  const stands = closed ?? (row && answerStands(own.settings, row) ? 'answer-stands' : null);
  const incoming = { slot, response, certainty, sequence };
  const decision = decide(attemptOf(standing, pinnedOf(own)), current, incoming, at, stands);
  const left = secondsLeft(standing.deadlineAt, at, standing.pausedAt);
  if (decision.kind === 'refused') {
    const stored = current && {
      ...{ response: present(current.response), sequence: current.sequence },
      ...(own.settings.certainty && { certainty: current.certainty }),
    };
    const { reason, holdsSame } = decision;
    return { outcome: 'refused', slot, reason, holdsSame, stored, secondsLeft: left };
  }
  const common = { slot, sequence: decision.sequence, previousSequence: current?.sequence ?? 0, secondsLeft: left };
  if (decision.kind === 'unchanged') {
    if (decision.isAdvance) await updateSequence(sql, attemptId, slot, sequence);
    return { ...common, outcome: 'unchanged', savedAt: row?.savedAt ?? null, receipt: row?.receipt ?? null };
  }
  const text = `${attemptId} ${slot} ${sequence} ${at.getTime()} ${JSON.stringify(response)} ${certainty}`;
  const receipt = receiptCode(signatureOf(text));
  await updateAnswer(sql, attemptId, { slot, response, certainty, sequence, savedAt: at, receipt });
  return { ...common, outcome: 'kept', savedAt: at, receipt };
}
