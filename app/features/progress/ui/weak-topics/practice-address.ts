/** The page that gives practice in a topic to a unit's people below the line. */
export function practiceAddress(unitId: string, topicId: string, assignmentId: string | null): string {
  const path = `/units/${unitId}/weak-topics/${topicId}/practice`;
  return assignmentId ? `${path}?${new URLSearchParams({ assignment: assignmentId })}` : path;
}
