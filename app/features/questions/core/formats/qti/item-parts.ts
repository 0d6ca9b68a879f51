/** What a type of question puts into its item. */
export interface ItemParts {
  declarations: string[];
  content: string;
  rules: string;
  /** The most that the item's own points come to; null where it says none. */
  most: number | null;
}
