import { sha256 } from '#app/platform/ids.server.ts';
import { canonicalJson } from '../core/canonical-json.ts';

/** SHA-256 of the canonical JSON of a value: equal values, equal checksums, on every machine. */
export const checksumOf = (value: unknown): string => sha256(canonicalJson(value));
