import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { hasCountedTime } from '../data/counted-time.server.ts';

/** Whether an exam is running now: then the server's clock must not leap, whatever the system's does. */
export const isTimeCounted = (): Promise<boolean> => hasCountedTime(database().sql, now());
