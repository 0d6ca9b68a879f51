import { shareFraction } from '#app/kernel/percent.ts';

/** Completed of those present, and how far their number is vouched for. */
export type PresentShare =
  /** Nobody has counted who is present: a share would be a guess. */
  | { readonly kind: 'unconfirmed'; readonly units: number }
  | {
      /** partly: some units have not confirmed the day; who is known to be away there is absent all the same. */
      readonly kind: 'confirmed' | 'partly';
      readonly present: number;
      readonly absent: number;
      /** Of those present. */
      readonly completed: number;
      readonly fraction: number | null;
      readonly confirmed: number;
      /** Units with people of their own. */
      readonly units: number;
    };

/** From who is away by name: so that each figure is as long as the list behind it. */
export function presentShare(
  day: { readonly strength: number; readonly absent: number; readonly confirmed: number; readonly units: number },
  { completed, completedAbsent }: { readonly completed: number; readonly completedAbsent: number },
): PresentShare {
  const { strength, absent, confirmed, units } = day;
  if (confirmed === 0) return { kind: 'unconfirmed', units };
  const [present, here] = [strength - absent, completed - completedAbsent];
  const fraction = shareFraction({ part: here, whole: present });
  return {
    kind: confirmed < units ? 'partly' : 'confirmed',
    present,
    absent,
    completed: here,
    fraction,
    confirmed,
    units,
  };
}
