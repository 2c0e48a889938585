import { buildZip, type PackageSpec, type PartSpec } from './zipBuilder.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface RawSheet {
  readonly name: string;
  /** What stands between `<sheetData>` and its end. */
  readonly rows: string;
  /** What follows the rows, such as `<mergeCells>`. */
  readonly after?: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** A whole part instead of `rows`. */
  readonly xml?: string;
}

export interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
  /** What stands inside `<sst>`. */
  readonly strings?: string;
  /** What stands inside `<styleSheet>`. */
  readonly styles?: string;
  readonly date1904?: boolean;
  readonly extraParts?: readonly PartSpec[];
  readonly extraRelations?: string;
}

/** Style 0 is General, 1 a built-in date, 2 `yyyy"年"m"月"d"日"`, 3 a time, 4 text. */
export const DATE_STYLES = `<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="20"/><xf numFmtId="49"/></cellXfs>`;

/** A workbook written as XML by hand, for what no library would write. */
export function rawWorkbook(book: RawWorkbook, spec: PackageSpec = {}): Buffer {
  return buildZip(rawParts(book), spec);
}

export function rawParts(book: RawWorkbook): PartSpec[] {
  const sheets = book.sheets.map((sheet, index) => ({ ...sheet, id: index + 1 }));
  const parts: PartSpec[] = [
    { name: '[Content_Types].xml', data: contentTypes(book, sheets) },
    { name: '_rels/.rels', data: relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    { name: 'xl/workbook.xml', data: workbookXml(book, sheets) },
    { name: 'xl/_rels/workbook.xml.rels', data: workbookRelations(book, sheets) },
    ...sheets.map((sheet) => ({ name: sheetPart(sheet.id), data: sheet.xml ?? sheetXml(sheet) })),
  ];
  if (book.strings !== undefined)
    parts.push({ name: 'xl/sharedStrings.xml', data: `<sst xmlns="${MAIN}">${book.strings}</sst>` });
  if (book.styles !== undefined)
    parts.push({ name: 'xl/styles.xml', data: `<styleSheet xmlns="${MAIN}">${book.styles}</styleSheet>` });
  return [...parts, ...(book.extraParts ?? [])];
}

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(book: RawWorkbook, sheets: readonly NumberedSheet[]): string {
  const override = (part: string, kind: string) =>
    `<Override PartName="/${part}" ContentType="${SPREADSHEET}.${kind}+xml"/>`;
  return [
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('xl/workbook.xml', 'sheet.main'),
    ...sheets.map(({ id }) => override(sheetPart(id), 'worksheet')),
    book.strings === undefined ? '' : override('xl/sharedStrings.xml', 'sharedStrings'),
    book.styles === undefined ? '' : override('xl/styles.xml', 'styles'),
    '</Types>',
  ].join('');
}

type NumberedSheet = RawSheet & { readonly id: number };

const sheetPart = (id: number) => `xl/worksheets/sheet${id}.xml`;
const relations = (all: readonly string[]) =>
  `<Relationships xmlns="${PACKAGE}">${all.join('')}</Relationships>`;
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;

function workbookXml(book: RawWorkbook, sheets: readonly NumberedSheet[]): string {
  const list = sheets.map(({ name, id, state }) => {
    const shown = state ? ` state="${state}"` : '';
    return `<sheet name="${name}" sheetId="${id}"${shown} r:id="rId${id}"/>`;
  });
  const system = book.date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
  return `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${system}<sheets>${list.join('')}</sheets></workbook>`;
}

function workbookRelations(book: RawWorkbook, sheets: readonly NumberedSheet[]): string {
  const own = sheets.map(({ id }) => relation(`rId${id}`, 'worksheet', `worksheets/sheet${id}.xml`));
  if (book.strings !== undefined) own.push(relation('rStrings', 'sharedStrings', '/xl/sharedStrings.xml'));
  if (book.styles !== undefined) own.push(relation('rStyles', 'styles', 'styles.xml'));
  return relations([...own, book.extraRelations ?? '']);
}

function sheetXml(sheet: RawSheet): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${sheet.rows}</sheetData>${sheet.after ?? ''}</worksheet>`;
}

/** One sheet of these rows. */
export function oneSheet(rows: string, more: Omit<RawWorkbook, 'sheets'> = {}): Buffer {
  return rawWorkbook({ sheets: [{ name: '表', rows }], ...more });
}
