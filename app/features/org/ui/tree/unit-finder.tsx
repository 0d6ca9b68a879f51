import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { SearchForm } from '#app/ui/search-form.tsx';
import { en } from '../../messages/tree-en.ts';
import { vi } from '../../messages/tree-vi.ts';
import type { FoundPlace } from '../../queries/tree/units-found.server.ts';

/** The first half of choosing a unit: what it is called, among thousands. The answer stands in the address. */
export function UnitSearch({ search, label }: { search: string; label: string }) {
  const words = useMessages(vi, en);
  return <SearchForm typed={search} label={label} hint={words.searchHint} button={words.searchButton} />;
}

/** The second half: one of those that were found, each with the units above it. Stands within the form that sends it. */
export function UnitChoices({
  found,
  search,
  label,
  error,
  chosen,
}: {
  found: readonly FoundPlace[];
  search: string;
  label: string;
  error?: string;
  chosen?: string;
}) {
  const words = useMessages(vi, en);
  const lang = useLang();
  if (search === '') return null;
  if (found.length === 0) return <EmptyState title={words.noneFound}>{words.noneFoundText}</EmptyState>;
  const isMost = found.length >= 20;
  return (
    <ChoiceGroup
      id="unitId"
      type="radio"
      name="unitId"
      label={label}
      hint={isMost ? words.foundMost(formatNumber(lang, found.length)) : words.found(formatNumber(lang, found.length))}
      error={error}
      defaultValue={chosen ?? (found.length === 1 ? found[0]!.id : undefined)}
      options={found.map(({ id, name, above }) => ({ value: id, label: name, hint: above.join(' › ') || undefined }))}
    />
  );
}
