import { newId } from '../ids.server.ts';

/** The id of what a form will make, given with the form: sent twice, it makes one thing. */
export const formKey = (): string => newId();
