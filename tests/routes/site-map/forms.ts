/**
 * What is sent to change something, by address: a form that the page itself would send, so that it comes as far as the
 * question who may. Without one, an empty form is sent: `b` then says that it was refused as no form of ours.
 */
export const forms: Record<string, (ids: Record<string, string>) => Record<string, string>> = {
  'units/:unitId/presence': () => ({ day: '2026-11-22' }),
  'units/:unitId/presence/import': () => ({ day: '2026-11-22', rows: '[]' }),
  'units/:unitId/roles': ({ fellowId = '' }) => ({ id: 'grant-of-the-walk', personId: fellowId, role: 'clerk' }),
  'units/:unitId/roles/:grantId': () => ({ intent: 'renew', untilDay: '2030-12-31' }),
  'people/:personId/exemptions': ({ assignmentId = '' }) => ({ intent: 'exempt', assignmentId, reason: 'Đi viện' }),
  'author/courses/new': ({ unitId = '' }) => ({
    ...{ id: 'courseofthewalk', title: 'Khóa học mới', summary: '', code: '', unitId },
  }),
  'author/courses/:courseId/outline': () => ({ base: '0', kind: 'shift-module', code: 'none', by: '1' }),
  'author/courses/:courseId/publication': () => ({ revision: '99', state: '0', note: 'Có gì mới' }),
  'author/courses/:courseId/revisions': () => ({ from: '', unitId: '', reason: 'Văn bản mới' }),
  'author/courses/:courseId/state': () => ({ intent: 'restore' }),
  'author/library/:itemId/standing': () => ({ intent: 'restore' }),
  'paper-sets/:setId': () => ({ intent: 'count' }),
  groups: ({ unitId = '' }) => ({ name: 'Nhóm mới', unitId }),
  'groups/:groupId': () => ({ intent: 'rename', name: 'Tổ nòng cốt' }),
};
