import { z } from 'zod';

const text = z.string({ error: 'malformed' }).max(400, { error: 'too-long' });
const id = z.string({ error: 'malformed' }).regex(/^[A-Za-z0-9_-]{0,64}$/, { error: 'malformed' });

/** The form that begins a group. */
export const newGroupSchema = z.strictObject({ name: text, unitId: id });

/** The buttons on the page of a group. */
export const groupFormSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('rename'), name: text }),
  z.strictObject({ intent: z.literal('close') }),
  z.strictObject({ intent: z.literal('paste'), numbers: z.string().max(200_000, { error: 'too-long' }) }),
  z.strictObject({ intent: z.literal('add'), personId: id }),
  z.strictObject({ intent: z.literal('remove'), personId: id }),
]);
