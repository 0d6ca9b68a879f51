/**
 * The part of a package that an address in another part leads to; null for what lies outside the package. Fragments and
 * queries name no part.
 */
export function resolvePath(from: string, address: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return null;
  const bare = decoded(address.replace(/[?#].*$/, '')).replace(/\\/g, '/');
  const steps = bare.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of bare.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join('/');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
