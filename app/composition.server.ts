import { reactInAccess } from './features/access/reactions.server.ts';
import { reactInAudit } from './features/audit/reactions.server.ts';
import { answerLessonLinks } from './features/courses/queries/linked-items.server.ts';
import { reactInCourses } from './features/courses/reactions.server.ts';
import { openItems } from './features/library/queries/open-items.server.ts';
import { reactInMedia } from './features/media/reactions.server.ts';
import { reactInOrg } from './features/org/reactions.server.ts';
import { reactInProgress } from './features/progress/reactions.server.ts';
import { reactInQuiz } from './features/quiz/reactions.server.ts';

/**
 * Where features that do not know each other are joined: who reacts to which event. Imported once by everything that
 * runs commands (server, command line, tests).
 */
export function compose(): void {
  // Who is told of the same event makes what the next one points at: groups before assignments before enrolments.
  reactInAudit();
  reactInMedia();
  reactInAccess();
  reactInOrg();
  reactInCourses();
  reactInQuiz();
  reactInProgress();
  answerLessonLinks(openItems);
}
