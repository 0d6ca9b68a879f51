import { mayAnywhere } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { type Lang, langFromCookieHeader, type Theme, themeFromCookieHeader } from '#app/platform/i18n/language.ts';

export type Area = 'learner' | 'library' | 'leader' | 'examiner' | 'author' | 'admin';

/** What the shell knows of the request. Areas are the parts of the product that this person may enter. */
export type ShellData = { lang: Lang; theme: Theme; person: { name: string } | null; areas: Record<Area, boolean> };

/** The same for whoever is signed in, or for nobody. */
export function shellDataOf(request: Request, actor: Actor | null): ShellData {
  const cookies = request.headers.get('Cookie');
  // Who still has the first password may only change it.
  const isIn = actor !== null && !actor.mustChangePassword;
  return {
    lang: langFromCookieHeader(cookies),
    theme: themeFromCookieHeader(cookies),
    person: actor && { name: actor.fullName },
    areas: {
      learner: isIn,
      library: isIn,
      leader: isIn && (mayAnywhere(actor, 'unit.view') || mayAnywhere(actor, 'presence.enter')),
      examiner: isIn && mayAnywhere(actor, 'exam.run'),
      author: isIn && mayAnywhere(actor, 'quiz.author'),
      admin: isIn && mayAnywhere(actor, 'unit.manage'),
    },
  };
}
