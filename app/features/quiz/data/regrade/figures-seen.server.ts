import { sha256 } from '#app/platform/ids.server.ts';
import type { DryRun } from '../../core/regrade/dry-run.ts';

/** Names figures in a form, so that an approval says on which ones it rests. */
export const figuresSeen = (figures: DryRun): string => sha256(JSON.stringify(figures)).slice(0, 32);
