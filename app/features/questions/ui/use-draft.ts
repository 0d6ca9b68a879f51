import { useState } from 'react';

/**
 * A draft as it is typed. When the server hands over another one (a redrawn form, what was saved), that one is taken over;
 * a loader that merely ran again with the same content does not touch what is typed.
 */
export function useDraft<Draft>(given: Draft): [Draft, (change: (draft: Draft) => Draft) => void] {
  const key = JSON.stringify(given);
  const [state, setState] = useState({ key, draft: given });
  if (state.key !== key) setState({ key, draft: given });
  const draft = state.key === key ? state.draft : given;
  return [draft, (change) => setState((now) => ({ ...now, draft: change(now.draft) }))];
}
