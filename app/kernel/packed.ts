declare const holds: unique symbol;

/** A value on its way to a page as one text: many small values are then written and read as fast as one. */
export type Packed<T> = string & { readonly [holds]: T };

/** Of plain values alone: what JSON cannot say (instants, undefined) does not arrive. */
export const pack = <T>(value: T): Packed<T> => JSON.stringify(value) as Packed<T>;

export const unpack = <T>(packed: Packed<T>): T => JSON.parse(packed) as T;
