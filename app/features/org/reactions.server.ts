import { onEvent } from '#app/features/audit/commands/reactions.server.ts';
import { insertGroupOf } from './data/practice-group.server.ts';

/** Groups that other features ask for are made here, in the transaction of what asked. */
export function reactInOrg(): void {
  onEvent('practice-given', 'org', ({ sql, at }, { practiceId, unitId, title, topic, personIds }) =>
    insertGroupOf(sql, { id: practiceId, unitId, name: title, purpose: topic, personIds }, at),
  );
}
