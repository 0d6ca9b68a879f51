import { onEvent } from './commands/reactions.server.ts';
import { eraseDetails } from './data/erase-details.server.ts';

/** The log keeps that something was done, and no name of who was erased. */
export function reactInAudit(): void {
  onEvent('person-erased', 'audit', ({ sql }, { personId, login }) => eraseDetails(sql, personId, login));
}
