import type { Actor } from '#app/features/access/core/role.ts';
import { accountData } from '#app/features/access/queries/accounts/account-data.server.ts';
import { personData } from '#app/features/org/queries/people/person-data.server.ts';
import { personProgressData } from '#app/features/progress/queries/person-progress-data.server.ts';
import { personQuizData } from '#app/features/quiz/queries/person-quiz-data.server.ts';
import type { PersonDataPart } from '#app/kernel/person-data.ts';

/** Everything that the product stores about a person, feature by feature. Throws not-found for who does not manage them. */
export async function recordParts(actor: Actor, personId: string): Promise<PersonDataPart[]> {
  const own = await personData(actor, personId);
  return [
    ...own.filter(({ part }) => part !== 'log'),
    ...(await accountData(actor, personId)),
    ...(await personProgressData(actor, personId)),
    ...(await personQuizData(actor, personId)),
    ...own.filter(({ part }) => part === 'log'),
  ];
}
