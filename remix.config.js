/**
 * The site map: every URL of the product on one page, and the options of Remix.
 * `vite.config.ts` hands the default export to the Remix plugin; `app/routes.ts` re-exports `siteMap`.
 */
import { index, route } from '@remix-run/route-config';

/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  appDirectory: 'app',
  serverModuleFormat: 'esm',
  ignoredRouteFiles: ['**/*'],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
    v3_routeConfig: true,
  },
};

export const siteMap = [
  index('routes/home.tsx'),
  route('health', 'routes/health.ts'),
  route('preferences', 'routes/preferences.ts'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-out', 'routes/sign-out.ts'),
  route('account', 'routes/account/overview.tsx'),
  route('account/password', 'routes/account/password.tsx'),
  route('account/ended-sessions', 'routes/account/ended-sessions.ts'),
  route('courses/:courseId', 'routes/courses/course.tsx'),
  route('courses/:courseId/lessons/:lessonId', 'routes/courses/lesson.tsx'),
  route('lessons/:lessonId/reading', 'routes/lessons/reading.ts'),
  route('quizzes/:quizId', 'routes/quiz/start.tsx'),
  route('quizzes/:quizId/attempts', 'routes/quiz/attempts.ts'),
  route('attempts/:attemptId', 'routes/attempt/page.tsx'),
  route('attempts/:attemptId/answers', 'routes/attempt/answers.ts'),
  route('attempts/:attemptId/overview', 'routes/attempt/overview.tsx'),
  route('attempts/:attemptId/submission', 'routes/attempt/submission.ts'),
  route('attempts/:attemptId/result', 'routes/attempt/result.tsx'),
  route('results', 'routes/results.tsx'),
  route('units', 'routes/unit/own-units.tsx'),
  route('units/:unitId', 'routes/unit/dashboard.tsx'),
  route('units/:unitId/people', 'routes/unit/people.tsx'),
  route('units/:unitId/table.xlsx', 'routes/unit/table.ts', { id: 'unit-table-xlsx' }),
  route('units/:unitId/table.csv', 'routes/unit/table.ts', { id: 'unit-table-csv' }),
  route('people/:personId', 'routes/person.tsx'),
  route('people/:personId/exemptions', 'routes/person-exemptions.tsx'),
  route('author', 'routes/author/home.tsx'),
  route('author/questions', 'routes/author/questions.tsx'),
  route('author/questions/new', 'routes/author/new-question.tsx'),
  route('author/questions/:questionId', 'routes/author/question.tsx'),
  route('author/questions/:questionId/history', 'routes/author/question-history.tsx'),
  route('author/questions/:questionId/archive', 'routes/author/question-archive.ts'),
  route('author/question-preview', 'routes/author/question-preview.ts'),
  route('author/categories', 'routes/author/categories.tsx'),
  route('author/quizzes', 'routes/author/quizzes.tsx'),
  route('author/quizzes/new', 'routes/author/new-quiz.tsx'),
  route('author/quizzes/:quizId', 'routes/author/quiz.tsx'),
  route('author/quizzes/:quizId/state', 'routes/author/quiz-state.ts'),
  route('author/courses', 'routes/author/courses.tsx'),
  route('author/courses/:courseId', 'routes/author/course.tsx'),
  route('author/courses/:courseId/assignments/new', 'routes/author/new-assignment.tsx'),
  route('author/assignments/:assignmentId', 'routes/author/assignment.tsx'),
  route('author/audience-size', 'routes/author/audience-size.ts'),
  route('style', 'routes/style.tsx'),
  route('*', 'routes/not-found.tsx'),
];
