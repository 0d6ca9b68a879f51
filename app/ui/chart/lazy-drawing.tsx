import { type ComponentType, lazy } from 'react';

/** Fetches a drawing when it is first wanted. Where it cannot be fetched nothing is drawn: the table says the same. */
export function lazyDrawing<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(() =>
    load().then(
      (drawing) => ({ default: drawing }),
      () => ({ default: (() => null) as ComponentType<Props> }),
    ),
  );
}
