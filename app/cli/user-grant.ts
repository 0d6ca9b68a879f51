import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import { roles } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { endOfDay, formatDate, isLocalDate, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { CliProblem, type Command, oneOf } from './command.ts';
import { withInstallation } from './installation.ts';
import { loginArgument } from './login-argument.ts';
import { unitArgument } from './unit-argument.ts';

/** A role on a unit and its subtree, for good or until the end of a day in Việt Nam. */
export const userGrant: Command = {
  name: 'user grant',
  words: ['LOGIN', roles.join('|'), 'UNIT'],
  options: { until: { value: 'DATE' } },
  async run({ args: [typedLogin = '', typedRole = '', typedUnit = ''], options, words }) {
    const role = oneOf('ROLE', typedRole, roles);
    const until = options.until ? dayArgument(options.until) : null;
    const untilAt = until ? endOfDay(until) : null;
    const { login, unit } = await withInstallation(async () => {
      const { login, personId } = await loginArgument(typedLogin);
      const unit = await unitArgument(typedUnit);
      await grantRole(theSystem, { personId, role, unitId: unit.id, untilAt });
      return { login, unit };
    });
    const granted = words.user.granted(login, words.user.roles[role], unit.name);
    return {
      json: { login, role, unit: { id: unit.id, name: unit.name }, untilAt },
      text: granted + (until ? words.user.until(formatDate(until)) : ''),
      ok: true,
    };
  },
};

/** 2026-12-31 or 31/12/2026, not in the past. */
function dayArgument(typed: string): LocalDate {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed) ?? [];
  const date = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed;
  if (!isLocalDate(date)) throw new CliProblem('bad-date', typed);
  if (endOfDay(date) < now()) throw new CliProblem('past-date', typed);
  return date;
}
