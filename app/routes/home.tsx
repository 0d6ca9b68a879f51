import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { en } from '#app/features/courses/messages/en.ts';
import { vi } from '#app/features/courses/messages/vi.ts';
import { assignedCourseIds } from '#app/features/courses/queries/course-access.server.ts';
import { learnerHome } from '#app/features/courses/queries/learner-home.server.ts';
import { LatestResults } from '#app/features/courses/ui/latest-results.tsx';
import { LearnerWork } from '#app/features/courses/ui/learner-work.tsx';
import { QuizLinks } from '#app/features/courses/ui/quiz-links.tsx';
import { ownCertificates } from '#app/features/progress/queries/certificates/certificate-page.server.ts';
import { ownTerms } from '#app/features/progress/queries/own-terms.server.ts';
import { RenewalNotices } from '#app/features/progress/ui/certificates/own-certificates.tsx';
import { courseQuizzes } from '#app/features/quiz/queries/course-quizzes.server.ts';
import { myResults } from '#app/features/quiz/queries/my-results.server.ts';
import { ownSessions } from '#app/features/quiz/queries/room/own-sessions.server.ts';
import { OwnSessions } from '#app/features/quiz/ui/room/own-sessions.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import type { ShellData } from '#app/shell-data.server.ts';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from './gate.server.ts';

export const handle: ShellHandle = { area: 'learner' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).home.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const courseIds = await assignedCourseIds(actor);
  const quizzes = (await Promise.all(courseIds.map((courseId) => courseQuizzes(actor, courseId)))).flat();
  const passed = new Set(quizzes.filter((quiz) => quiz.passed).map(({ id }) => id));
  const { results } = await myResults(actor);
  return {
    person: [actor.rank, actor.fullName].filter(Boolean).join(' '),
    home: await learnerHome(actor, passed, await ownTerms(actor)),
    quizzes,
    certificates: (await ownCertificates(actor)).certificates,
    sessions: await ownSessions(actor),
    results: results.filter(({ state }) => state === 'ended').slice(0, resultsShown),
  };
});

const resultsShown = 5;

export default function Home() {
  const words = useMessages(vi, en).home;
  const { person, home, quizzes, sessions, results, certificates } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead(person)} width="reading">
      <OwnSessions sessions={sessions} />
      <RenewalNotices certificates={certificates} />
      <LearnerWork
        home={home}
        quizzes={quizzes}
        under={({ rule }) => <QuizLinks quizzes={quizzes.filter(({ id }) => rule.quizIds.includes(id))} />}
      />
      <LatestResults results={results} />
      <OtherAreas />
    </Page>
  );
}

/** For leaders and authors: their own areas, below what they have to study themselves. */
function OtherAreas() {
  const words = useMessages(vi, en).home;
  const areas = useRouteLoaderData<ShellData>('root')?.areas;
  if (!areas?.leader && !areas?.author && !areas?.examiner) return null;
  return (
    <Section title={words.areas} className="screen-only">
      <ul className="space-y-2">
        {areas.leader && (
          <li>
            <Link to="/units">{words.toUnit}</Link>
          </li>
        )}
        {areas.leader && (
          <li>
            <Link to="/reminders">{words.toReminders}</Link>
          </li>
        )}
        {areas.examiner && (
          <li>
            <Link to="/exam-sessions">{words.toExams}</Link>
          </li>
        )}
        {areas.author && (
          <li>
            <Link to="/author">{words.toAuthor}</Link>
          </li>
        )}
      </ul>
    </Section>
  );
}
