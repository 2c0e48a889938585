import ExcelJS from 'exceljs';

/** A workbook with one sheet of text cells, as an office saves it. */
export async function makeSheet(name: string, rows: readonly (readonly string[])[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name);
  for (const row of rows) sheet.addRow([...row]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
