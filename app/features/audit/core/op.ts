/** Everything that may change in the product: a closed list, each with its words in messages/. */
export const ops = [
  'access.signed-in',
  'access.sign-in-refused',
  'access.signed-out',
  'access.session-ended',
  'access.password-changed',
  'access.password-reset',
  'access.account-created',
  'access.role-granted',
  'access.role-ended',
  'org.unit-created',
  'org.person-created',
  'org.person-moved',
  'courses.content-imported',
  'courses.lesson-read',
  'courses.assigned',
  'courses.assignment-changed',
  'courses.assignment-withdrawn',
  'questions.category-created',
  'questions.question-created',
  'questions.question-edited',
  'questions.question-archived',
  'questions.question-restored',
  'questions.content-imported',
  'quiz.created',
  'quiz.edited',
  'quiz.published',
  'quiz.unpublished',
  'quiz.archived',
  'quiz.restored',
  'quiz.content-imported',
  'quiz.attempt-started',
  'quiz.attempt-submitted',
  'quiz.preview-started',
  'progress.exempted',
  'progress.exemption-ended',
  'progress.exported',
  'progress.counters-rebuilt',
  'demo.filled',
] as const;

export type Op = (typeof ops)[number];

/** Changes too frequent and too small for the audit log: still through the one door, but without an event. */
export const quietOps = [
  'access.session-touched',
  'courses.reading-place',
  'quiz.answer-saved',
  'quiz.answer-flagged',
  'quiz.answer-checked',
] as const;

export type QuietOp = (typeof quietOps)[number];
