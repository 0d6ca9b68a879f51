import { createAccount } from '#app/features/access/commands/create-account.server.ts';
import { isPlainLogin, normalLogin } from '#app/features/access/core/login.ts';
import { findAccount, findAccountByLogin } from '#app/features/access/data/accounts.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { createPerson, type NewPerson } from '#app/features/org/commands/create-person.server.ts';
import { memberships, personnelClasses } from '#app/features/org/core/person.ts';
import { findPersonByNumber } from '#app/features/org/data/people.server.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newFirstPassword } from '#app/platform/password.server.ts';
import { CliProblem, type Command, oneOf } from './command.ts';
import { withInstallation } from './installation.ts';
import { unitArgument } from './unit-argument.ts';

/** A person with an account; a person of the same number and name who has none yet only gets the account. */
export const userCreate: Command = {
  name: 'user create',
  words: [],
  options: {
    login: { value: 'LOGIN', isRequired: true },
    name: { value: 'NAME', isRequired: true },
    number: { value: 'NUMBER', isRequired: true },
    unit: { value: 'UNIT', isRequired: true },
    class: { value: personnelClasses.join('|'), isRequired: true },
    rank: { value: 'RANK' },
    position: { value: 'POSITION' },
    membership: { value: memberships.join('|') },
  },
  async run({ options, words }) {
    const login = normalLogin(options.login!);
    if (!isPlainLogin(login)) throw new CliProblem('bad-login', login);
    const password = newFirstPassword();
    const made = await withInstallation(async () => {
      const { read, sql } = database();
      if (await findAccountByLogin(sql, login)) throw new CliProblem('login-taken', login);
      const unit = await unitArgument(options.unit!);
      const person = {
        number: options.number!.trim(),
        fullName: options.name!.trim().replace(/\s+/g, ' '),
        rank: options.rank ?? null,
        position: options.position ?? null,
        personnelClass: oneOf('--class', options.class!, personnelClasses),
        membership: oneOf('--membership', options.membership ?? 'none', memberships),
        unitId: unit.id,
      };
      const known = await knownPerson(person);
      if (known && (await findAccount(read, known))) throw new CliProblem('account-exists', person.number);
      const personId = known ?? (await createPerson(theSystem, person)).id;
      await createAccount(theSystem, { personId, login, password, mustChange: true });
      return { personId, fullName: person.fullName, unit };
    });
    const { personId, fullName, unit } = made;
    return {
      json: { personId, login, password, unit: { id: unit.id, name: unit.name } },
      text: [
        words.user.created(fullName, unit.name),
        `${words.user.login}: ${login}`,
        `${words.user.password}: ${password}`,
        words.user.once,
      ].join('\n'),
      ok: true,
    };
  },
};

/** The person who has this number already, if it is the same one by name and unit; null when the number is free. */
async function knownPerson({ number, fullName, unitId }: NewPerson): Promise<string | null> {
  const known = await findPersonByNumber(database().read, number);
  if (!known) return null;
  const isSame = foldForSearch(known.fullName) === foldForSearch(fullName) && known.unitId === unitId;
  if (!isSame) throw new CliProblem('number-taken', number);
  return known.id;
}
