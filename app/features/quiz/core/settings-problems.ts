import type { QuizSettings } from './settings.ts';

/** What an author must mend before a quiz is published, each with the field beside which it is said. */
export interface SettingsProblem {
  readonly field: keyof QuizSettings;
  readonly code:
    | 'close-not-after-open'
    | 'thresholds-not-falling'
    /** An exam says nothing of an answer before the submission. */
    | 'exam-with-checks'
    /** What tries cost, and what a marker gives, are not weighed by a certainty. */
    | 'certainty-needs-a-key'
    | 'password-missing'
    /** All on one page: there is no page to leave. */
    | 'forward-needs-pages'
    /** Two bands from one grade: the second would never be said. */
    | 'bands-repeat';
}

/** The contradictions in settings that are each lawful field by field; empty when there are none. */
export function settingsProblems(settings: QuizSettings): SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  const { openAt, closeAt, thresholds } = settings;
  if (openAt !== null && closeAt !== null && closeAt.getTime() <= openAt.getTime()) {
    problems.push({ field: 'closeAt', code: 'close-not-after-open' });
  }
  if (!(thresholds.excellent > thresholds.good && thresholds.good > thresholds.average)) {
    problems.push({ field: 'thresholds', code: 'thresholds-not-falling' });
  }
  const { kind, behaviour, certainty } = settings;
  if (kind === 'exam' && behaviour !== 'deferred' && behaviour !== 'hand') {
    problems.push({ field: 'behaviour', code: 'exam-with-checks' });
  }
  if (certainty && (behaviour === 'tries' || behaviour === 'hand')) {
    problems.push({ field: 'certainty', code: 'certainty-needs-a-key' });
  }
  const { access, forwardOnly, questionsPerPage, feedbackBands } = settings;
  if (access.kind === 'password' && access.password.trim() === '') {
    problems.push({ field: 'access', code: 'password-missing' });
  }
  if (forwardOnly && questionsPerPage === 0) problems.push({ field: 'forwardOnly', code: 'forward-needs-pages' });
  if (new Set(feedbackBands.map(({ from }) => from)).size < feedbackBands.length) {
    problems.push({ field: 'feedbackBands', code: 'bands-repeat' });
  }
  return problems;
}
