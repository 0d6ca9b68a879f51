/** A workbook to be filled in by people. */
export interface FormSheet {
  readonly sheet: string;
  readonly values: string;
  readonly columns: readonly {
    readonly header: string;
    readonly example: string;
    /** What may be chosen; other values may be typed too. */
    readonly allowed?: readonly string[];
    readonly isRequired?: boolean;
    /** In letters; without it as its head and example need. */
    readonly width?: number;
  }[];
  /** What stands below the heads in place of the example. */
  readonly rows?: readonly (readonly string[])[];
}

/** How many rows offer their lists. */
const ROWS = 500;

/** Prints heads, one example and lists of the allowed values; all cells are text, so that numbers keep their zeros. */
export async function printFormXlsx({ sheet: name, values, columns, rows }: FormSheet): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name);
  const lists = book.addWorksheet(values);
  const head = sheet.addRow(columns.map(({ header, isRequired }) => (isRequired ? `${header} *` : header)));
  head.font = { bold: true };
  if (rows) for (const row of rows) sheet.addRow([...row]).alignment = { vertical: 'top', wrapText: true };
  else sheet.addRow(columns.map(({ example }) => example)).font = { italic: true };
  const filled = sheet.rowCount;
  for (const [index, { header, example, allowed, width }] of columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = width ?? Math.min(44, Math.max(14, header.length + 4, example.length + 2));
    column.numFmt = '@';
    // A column's format does not reach cells that are there already.
    for (let row = 2; row <= filled; row += 1) sheet.getCell(row, index + 1).numFmt = '@';
    const list = lists.getColumn(index + 1);
    list.values = allowed ? [header, ...allowed] : [];
    list.width = Math.max(12, ...(allowed ?? [header]).map((value) => value.length + 2));
    if (!allowed) continue;
    const { letter } = lists.getColumn(index + 1);
    const formula = `'${values}'!$${letter}$2:$${letter}$${allowed.length + 1}`;
    for (let row = 2; row <= ROWS; row += 1)
      sheet.getCell(row, index + 1).dataValidation = {
        ...{ type: 'list', allowBlank: true, showErrorMessage: false, formulae: [formula] },
      };
  }
  lists.getRow(1).font = { bold: true };
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  return new Uint8Array(await book.xlsx.writeBuffer());
}
