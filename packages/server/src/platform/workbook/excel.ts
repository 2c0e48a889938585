import type ExcelJS from 'exceljs';

/** The writer's library, loaded when a workbook is written: it is a tenth of a second nobody should wait for at start. */
export async function loadExcel(): Promise<typeof ExcelJS> {
  return (await import('exceljs')).default;
}
