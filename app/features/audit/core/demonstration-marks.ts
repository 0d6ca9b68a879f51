/**
 * The subjects of the first and the last event of a filling with the demonstration, in the audit log: begun without
 * completed is an interrupted filling. Asked for by subject, which the log has an index of.
 */
export const demonstrationMarks = { begun: 'demonstration-begun', completed: 'demonstration-completed' } as const;
