/**
 * The name of an answer in front of markers: from the id of its task, which belongs to nobody else's and tells neither
 * person, unit nor attempt. The end of an id is chance, so that codes follow no order.
 */
export const blindCode = (taskId: string): string => taskId.slice(-6).toUpperCase();
