/**
 * The shape that a translation must have: the keys of the source, each a sentence, or a function of the same parameters.
 *
 *   vi.ts   export const vi = { title: 'Bài học', read: (n: number) => `Đã đọc ${n} bài` };
 *   en.ts   export const en: Messages<typeof vi> = { title: 'Lessons', read: (n) => `${n} lessons read` };
 */
export type Messages<Source> = {
  [Key in keyof Source]: Source[Key] extends (...parameters: infer Parameters) => string
    ? (...parameters: Parameters) => string
    : Source[Key] extends string
      ? string
      : Messages<Source[Key]>;
};
