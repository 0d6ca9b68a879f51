import { answerStands, type BehaviourSettings } from '../core/behaviour.ts';
import type { Certainty } from '../core/certainty.ts';
import type { ReviewWhat } from '../core/review.ts';
import { worthOfTry } from '../core/tries.ts';
import type { SlotAnswer } from '../data/answers.server.ts';
import { type Correctness, correctnessOf } from './shown-review.server.ts';

/** One checked try, as far as the review shows it. */
export interface ShownTry {
  correctness?: Correctness;
  certainty?: Certainty;
}

/** How the slot stands by the behaviour of its quiz. */
export interface ShownWork {
  /** The answer cannot be changed any more. */
  stands: boolean;
  tries: ShownTry[];
  /** How many checks are left; null = as many as one likes, or none at all. */
  triesLeft: number | null;
  /** What the next try is worth at most, in marks; null where tries cost nothing. */
  nextWorth: number | null;
}

/** What the tries of a slot came to so far. */
export function showWork(
  settings: BehaviourSettings,
  maxMark: number,
  answer: Pick<SlotAnswer, 'tries'> | undefined,
  allowed: ReadonlySet<ReviewWhat>,
): ShownWork {
  const tries = answer?.tries ?? [];
  const { behaviour, triesAllowed, tryPenalty } = settings;
  const isSeveral = behaviour === 'tries';
  const allowedChecks = behaviour === 'immediate' ? 1 : isSeveral ? triesAllowed : 0;
  const wrong = tries.filter(({ fraction }) => fraction < 1).length;
  return {
    stands: answerStands(settings, { tries }),
    tries: tries.map(({ fraction, certainty }) => ({
      ...(allowed.has('correctness') && { correctness: correctnessOf(true, fraction) }),
      ...(certainty && { certainty }),
    })),
    triesLeft: allowedChecks > 0 ? Math.max(0, allowedChecks - tries.length) : null,
    nextWorth: isSeveral && tryPenalty > 0 ? worthOfTry(wrong, settings) * maxMark : null,
  };
}
