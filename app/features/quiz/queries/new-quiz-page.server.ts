import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { categoriesPage } from '#app/features/questions/queries/categories-page.server.ts';

/** The units for which the actor may begin a quiz: those on which the role of author was granted. */
export async function newQuizPage(actor: Actor): Promise<{ units: { id: string; name: string }[] }> {
  requireScope(actor, 'quiz.author');
  const { units } = await categoriesPage(actor);
  return { units };
}
