import { child, settingOf, type XmlNode } from './xml-tree.ts';

export interface TableCells {
  /** The cells of each row; null stands for the rest of a cell that spans several columns. */
  readonly rows: readonly (XmlNode | null)[][];
  readonly hasMerged: boolean;
  /** A row was deleted with its change still tracked: it is not among the rows. */
  readonly hasDeleted: boolean;
}

/** More columns has no table of Word. */
const mostColumns = 63;

/** The rows and cells of a table, out of the containers that Word wraps around them. */
export function cellsOfTable(table: XmlNode): TableCells {
  const rows: (XmlNode | null)[][] = [];
  let hasMerged = false;
  let hasDeleted = false;
  const readCell = (cell: XmlNode, cells: (XmlNode | null)[]): void => {
    if (cell.name === 'sdt') for (const one of child(cell, 'sdtContent')?.children ?? []) readCell(one, cells);
    if (cell.name !== 'tc') return;
    const properties = child(cell, 'tcPr');
    const span = Math.min(mostColumns, Math.max(1, Number(settingOf(properties, 'gridSpan') ?? 1) || 1));
    if (span > 1 || child(properties, 'vMerge')) hasMerged = true;
    cells.push(cell, ...new Array<null>(span - 1).fill(null));
  };
  const readRows = (outer: XmlNode): void => {
    for (const one of outer.children) {
      if (one.name === 'sdt' || one.name === 'sdtContent' || one.name === 'ins' || one.name === 'customXml')
        readRows(one);
      if (one.name !== 'tr') continue;
      if (child(child(one, 'trPr'), 'del')) {
        hasDeleted = true;
        continue;
      }
      const cells: (XmlNode | null)[] = [];
      for (const cell of one.children) readCell(cell, cells);
      rows.push(cells);
    }
  };
  readRows(table);
  return { rows, hasMerged, hasDeleted };
}
