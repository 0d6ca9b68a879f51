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
  }[];
}

/** How many rows offer their lists. */
const ROWS = 500;

/** Prints heads, one example and lists of the allowed values; all cells are text, so that numbers keep their zeros. */
export async function printFormXlsx({ sheet: name, values, columns }: FormSheet): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name);
  const lists = book.addWorksheet(values);
  const head = sheet.addRow(columns.map(({ header, isRequired }) => (isRequired ? `${header} *` : header)));
  head.font = { bold: true };
  sheet.addRow(columns.map(({ example }) => example)).font = { italic: true };
  for (const [index, { header, example, allowed }] of columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = Math.min(44, Math.max(14, header.length + 4, example.length + 2));
    column.numFmt = '@';
    const list = lists.getColumn(index + 1);
    list.values = [header, ...(allowed ?? [])];
    list.width = Math.max(12, ...(allowed ?? [header]).map((value) => value.length + 2));
    if (!allowed) continue;
    const letter = String.fromCharCode(65 + index);
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
