import { z } from 'zod';
import { isLocalDate } from '#app/kernel/vietnam-time.ts';
import { emptyForm, type FormSetting, reportForms } from './core/report-form.ts';
import { periods } from './core/schedule.ts';
import { nameChoices, type ReportFigures, type ReportParameters } from './core/stored-report.ts';

const line = (most: number) => z.string().trim().max(most, 'too-long').default('');
const day = z.string().refine(isLocalDate, 'day');
const id = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/, 'id');
/** One value or several of the same name. */
const list = <T extends z.ZodType>(each: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(each),
  );

/** What the address of a new report asks for: all of it optional, and what is no day is none. */
export const reportSearchSchema = z.object({
  assignment: list(id).catch([]),
  asOf: day.catch(''),
  datedOn: day.catch(''),
  number: z.string().trim().max(30).catch(''),
  names: z.enum(nameChoices).catch('none'),
  remarks: z.string().trim().max(4000).catch(''),
});
export type ReportSearch = z.infer<typeof reportSearchSchema>;

export function readReportSearch(search: URLSearchParams): ReportSearch {
  const { assignment, ...rest } = Object.fromEntries(search);
  return reportSearchSchema.parse({ ...rest, assignment: search.getAll('assignment').slice(0, 20) });
}

export const newReportSchema = z.object({
  key: id,
  assignment: list(id).refine((ids) => ids.length > 0 && ids.length <= 20, 'assignment'),
  asOf: day,
  datedOn: day,
  number: line(30),
  names: z.enum(nameChoices),
  remarks: z.string().trim().max(4000, 'too-long').default(''),
});

export const newScheduleSchema = z.object({
  key: id,
  every: z.enum(periods),
  assignment: list(id).refine((ids) => ids.length > 0 && ids.length <= 20, 'assignment'),
  names: z.enum(nameChoices),
});

export const formSettingSchema = z.object({
  form: z.enum([...reportForms, '']).default(''),
  above: line(160),
  issuer: line(160),
  symbol: line(40),
  place: line(60),
  authority: line(200),
  signer: line(100),
  recipients: line(1000),
  names: z.enum(['allowed', 'forbidden', '']).default(''),
  delegates: z.enum(['may-sign', 'may-not', '']).default(''),
});

export const signSchema = z.object({
  intent: z.literal('sign'),
  assignmentId: id,
  day,
  note: line(500),
  checksum: z.string().regex(/^[0-9a-f]{64}$/, 'checksum'),
});
export const unsignSchema = z.object({
  intent: z.literal('withdraw'),
  signOffId: id,
  reason: z.string().trim().min(3, 'reason').max(500, 'too-long'),
});
export const askSchema = z.object({ intent: z.literal('ask'), assignmentId: id, day });

export const figuresActionSchema = z.discriminatedUnion('intent', [signSchema, unsignSchema, askSchema]);

export const figuresSearchSchema = z.object({ assignment: id.catch(''), day: day.catch('') });

/** The JSON columns were written by ourselves; what a later release lacks is filled. */
export const readParameters = (text: string): ReportParameters => JSON.parse(text) as ReportParameters;
export const readFigures = (text: string): ReportFigures => JSON.parse(text) as ReportFigures;
export const readFormSetting = (text: string | null | undefined): FormSetting =>
  text ? { ...emptyForm, ...formSettingSchema.catch(emptyForm).parse(JSON.parse(text)) } : emptyForm;

const requestsSchema = z
  .array(z.object({ assignmentId: id, day, askedAt: z.string(), askedById: z.string() }))
  .catch([]);
export type FigureRequest = z.infer<typeof requestsSchema>[number];
export const readRequests = (text: string | null | undefined): FigureRequest[] =>
  text ? requestsSchema.parse(JSON.parse(text)) : [];
