import { childPath, isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import { type UnitKind, unitKinds } from '../person.ts';
import { kindOfName, shortNameOf, unitKey, unitSteps } from './unit-words.ts';

export interface KnownUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly name: string;
  readonly shortName: string;
  readonly path: UnitPath;
}

/** A unit that applying makes; parents stand before their children. */
export interface MadeUnit extends KnownUnit {
  readonly position: number;
  readonly line: number;
}

export type Resolved =
  | { readonly unitId: string }
  | { readonly problem: 'unit-unknown' | 'unit-ambiguous' | 'unit-too-deep' | 'units-too-many'; readonly at: string };

/** What a file says of a unit beside its path. */
interface Given {
  readonly kind?: UnitKind;
  readonly shortName?: string;
}

export const MOST_MADE = 5000;
const DEEPEST = 12;

/**
 * Finds the units that a file names among those within reach, from the unit that the file is for: its children, itself,
 * the way down from the top, or a name that only one unit bears. 'c3/d2' and 'd2/c3' are the same path. Where the author
 * wants it, what is missing is made (in memory: applying stores it).
 */
export class UnitResolver {
  readonly made: MadeUnit[] = [];
  readonly #children = new Map<string | null, Map<string, KnownUnit[]>>();
  readonly #named = new Map<string, KnownUnit[]>();
  readonly #byId = new Map<string, KnownUnit>();
  readonly #asked = new Map<string, Resolved>();

  constructor(
    units: readonly KnownUnit[],
    private readonly home: KnownUnit,
    private readonly how: { makes: boolean; newId: () => string },
  ) {
    for (const unit of units) this.#add(unit);
    if (!this.#byId.has(home.id)) this.#add(home);
  }

  unit(id: string): KnownUnit | undefined {
    return this.#byId.get(id);
  }

  isWithinHome(unitId: string): boolean {
    const unit = this.#byId.get(unitId);
    return unit !== undefined && isWithin(unit.path, this.home.path);
  }

  /** The unit that a path means, made or not, without making any. */
  find(typed: string): Resolved {
    const steps = topDown(unitSteps(typed));
    return steps.length === 0 ? { unitId: this.home.id } : this.#find(steps, null, {});
  }

  /** The unit that a path means. `line` is remembered where it has to be made. */
  resolve(typed: string, line: number, given: Given = {}): Resolved {
    const asked = this.#asked.get(typed);
    if (asked) return asked;
    const steps = topDown(unitSteps(typed));
    const found = steps.length === 0 ? { unitId: this.home.id } : this.#find(steps, line, given);
    this.#asked.set(typed, found);
    return found;
  }

  #find(steps: readonly string[], line: number | null, given: Given): Resolved {
    const keys = steps.map(unitKey);
    let furthest: { unit: KnownUnit; taken: number } = { unit: this.home, taken: 0 };
    for (const start of this.#starts(keys[0]!)) {
      const reached = this.#walk(start.unit, keys, start.taken);
      if (reached.taken === keys.length) return { unitId: reached.unit.id };
      if (reached.taken > furthest.taken) furthest = reached;
    }
    // A name that only one unit bears; one within the home counts before one elsewhere.
    for (const within of [this.home.path, '/']) {
      const named = (this.#named.get(keys[0]!) ?? []).filter(({ path }) => isWithin(path, within));
      const ends = named.map((unit) => this.#walk(unit, keys, 1)).filter(({ taken }) => taken === keys.length);
      if (ends.length === 1) return { unitId: ends[0]!.unit.id };
      if (ends.length > 1) return { problem: 'unit-ambiguous', at: steps.join(' / ') };
      if (named.length === 1 && furthest.taken === 0) furthest = this.#walk(named[0]!, keys, 1);
    }
    if (line === null || !this.how.makes)
      return { problem: 'unit-unknown', at: steps.slice(0, furthest.taken + 1).join(' / ') };
    return this.#make(furthest.unit, steps.slice(furthest.taken), line, given);
  }

  #starts(first: string): { unit: KnownUnit; taken: number }[] {
    const starts = [{ unit: this.home, taken: 0 }];
    if (isNamed(this.home, first)) starts.push({ unit: this.home, taken: 1 });
    for (const unit of this.#named.get(first) ?? []) {
      const isTop = unit.parentId === null || !this.#byId.has(unit.parentId);
      if (isTop || isWithin(this.home.path, unit.path)) starts.push({ unit, taken: 1 });
    }
    return starts;
  }

  #walk(from: KnownUnit, keys: readonly string[], taken: number): { unit: KnownUnit; taken: number } {
    let unit = from;
    let at = taken;
    while (at < keys.length) {
      const next = this.#children.get(unit.id)?.get(keys[at]!);
      if (next?.length !== 1) break;
      unit = next[0]!;
      at += 1;
    }
    return { unit, taken: at };
  }

  #make(parent: KnownUnit, names: readonly string[], line: number, given: Given): Resolved {
    let above = parent;
    for (const [index, name] of names.entries()) {
      if (this.made.length >= MOST_MADE) return { problem: 'units-too-many', at: name };
      if (above.path.split('/').length - 2 >= DEEPEST) return { problem: 'unit-too-deep', at: name };
      const isLast = index === names.length - 1;
      const id = this.how.newId();
      const unit: MadeUnit = {
        id,
        parentId: above.id,
        name,
        shortName: (isLast && given.shortName) || shortNameOf(name),
        kind: (isLast && given.kind) || kindOfName(name),
        path: childPath(above.path, id),
        position: this.#children.get(above.id)?.size ?? 0,
        line,
      };
      this.made.push(unit);
      this.#add(unit);
      above = unit;
    }
    return { unitId: above.id };
  }

  #add(unit: KnownUnit): void {
    this.#byId.set(unit.id, unit);
    const siblings = this.#children.get(unit.parentId) ?? new Map<string, KnownUnit[]>();
    this.#children.set(unit.parentId, siblings);
    for (const key of new Set([unitKey(unit.name), unitKey(unit.shortName)])) {
      siblings.set(key, [...(siblings.get(key) ?? []), unit]);
      this.#named.set(key, [...(this.#named.get(key) ?? []), unit]);
    }
  }
}

const isNamed = (unit: KnownUnit, key: string) => unitKey(unit.name) === key || unitKey(unit.shortName) === key;

/** Papers name units from below too ('c3/d2/e1'): the ladder of kinds tells which end is the top. */
function topDown(steps: string[]): string[] {
  const depth = (name: string | undefined) => {
    const kind = kindOfName(name ?? '');
    return kind === 'agency' ? null : unitKinds.indexOf(kind);
  };
  const first = depth(steps[0]);
  const last = depth(steps.at(-1));
  return steps.length > 1 && first !== null && last !== null && first > last ? [...steps].reverse() : steps;
}
