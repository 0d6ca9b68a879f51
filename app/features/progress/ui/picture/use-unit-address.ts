import { useLocation } from '@remix-run/react';
import { unitAddress } from '../unit-address.ts';

/** `unitAddress` that stays in the day that is looked at: figures of 30/06 lead to lists of 30/06. */
export function useUnitAddress(): typeof unitAddress {
  const asOf = new URLSearchParams(useLocation().search).get('asOf') ?? undefined;
  return (unitId, assignmentId, asked = {}) => unitAddress(unitId, assignmentId, { asOf, ...asked });
}
