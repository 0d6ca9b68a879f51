import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { keyLetters } from '../../core/printed/key-letters.ts';
import { isByLetters, type PaperSection, sectionOf } from '../../core/printed/paper-item.ts';
import { mayPrintKeys } from '../../core/printed/paper-set.ts';
import { approvedKeys } from '../../data/regrade/approved-keys.server.ts';
import type { PaperContent } from './paper-content.server.ts';
import { loadPaperSet, readVariants } from './set-reading.server.ts';

export interface KeyContent {
  readonly set: Pick<
    PaperContent['set'],
    'id' | 'title' | 'quizTitle' | 'heldOn' | 'unitName' | 'unitPath' | 'createdAt'
  >;
  readonly variants: readonly {
    readonly code: string;
    readonly keys: readonly {
      readonly number: number;
      readonly section: PaperSection;
      readonly isByLetters: boolean;
      readonly letters: string;
    }[];
  }[];
}

/**
 * The keys of a set: for authors of its quiz alone, and once it has been written. By the keys that hold now,
 * changes that were approved included. Throws forbidden for everybody else, conflict before that.
 */
export async function paperKeys(actor: Actor, setId: string, code: string | null): Promise<KeyContent> {
  const set = await loadPaperSet({ run: [], author: requireScope(actor, 'quiz.author') }, setId);
  if (!mayPrintKeys(set, now())) throw new AppError('conflict', { reason: 'keys-not-yet' });
  const { variants, bodyOf } = await readVariants(setId);
  const approved = await approvedKeys(database().sql);
  const chosen = variants.filter((variant) => code === null || variant.code === code);
  if (chosen.length === 0) throw new AppError('not-found');
  const { id, title, quizTitle, heldOn, unitName, unitPath, createdAt } = set;
  return {
    set: { id, title, quizTitle, heldOn, unitName, unitPath, createdAt },
    variants: chosen.map(({ code: name, paper, items }) => ({
      code: name,
      keys: paper.map(({ slot, questionVersionId, optionOrder }, at) => ({
        number: slot,
        section: sectionOf(items[at]!),
        isByLetters: isByLetters(items[at]!),
        letters: keyLetters(approved.of(questionVersionId)?.body ?? bodyOf(questionVersionId), optionOrder),
      })),
    })),
  };
}
