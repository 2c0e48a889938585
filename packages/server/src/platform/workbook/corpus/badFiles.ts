import { oneSheet, rawParts } from './rawWorkbook.ts';
import { buildZip } from './zipBuilder.ts';

const OLE_MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const CSV = '姓名,身份证号,村\r\n王小明,110105199001011234,东村\r\n';
/** 姓名,村 / 王小明,东村 in GB 18030. */
const CSV_GB18030 = Buffer.from('d0d5c3fb2cb4e50d0acdf5d0a1c3f72cb6abb4e50d0a', 'hex');

const GOOD = oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>');
const GOOD_PARTS = rawParts({ sheets: [{ name: '表', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });

function oleFile(stream: string): Buffer {
  const bytes = Buffer.alloc(1536);
  OLE_MAGIC.copy(bytes);
  bytes.write(stream, 1024, 'utf16le');
  return bytes;
}

function withSheet(data: string | Buffer, declaredBytes?: number): Buffer {
  const sheet = { name: 'xl/worksheets/sheet1.xml', data };
  const lying = declaredBytes === undefined ? sheet : { ...sheet, declaredBytes };
  return buildZip(GOOD_PARTS.map((part) => (part.name === sheet.name ? lying : part)));
}

function spoiled(): Buffer {
  const bytes = Buffer.from(GOOD);
  const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length;
  return bytes.fill(0xff, at + 20, at + 60);
}

/** Every part claims the bytes of the first: the overlapping kind of bomb. */
function overlapping(): Buffer {
  const bytes = Buffer.from(GOOD);
  const mark = Buffer.from('504b0102', 'hex');
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 4))
    bytes.writeUInt32LE(0, at + 42);
  return bytes;
}

/** Files that are refused whole, each with the code it must get and words its sentence must hold. */
export const BAD_FILES: readonly (readonly [
  name: string,
  code: string,
  words: string,
  make: () => Buffer,
])[] = [
  ['an empty file', 'not_xlsx', '空的', () => Buffer.alloc(0)],
  ['CSV in UTF-8', 'not_xlsx', 'CSV', () => Buffer.from(CSV)],
  ['CSV in UTF-8 with a byte order mark', 'not_xlsx', 'CSV', () => Buffer.from(`\ufeff${CSV}`)],
  ['CSV in GB 18030', 'not_xlsx', 'CSV', () => CSV_GB18030],
  ['an HTML table', 'not_xlsx', '网页', () => Buffer.from('<html><table><tr><td>姓名</td></tr></table>')],
  ['a picture', 'not_xlsx', '认不出', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['an old xls', 'not_xlsx', 'xls', () => oleFile('Workbook')],
  ['a workbook with a password', 'encrypted', '密码', () => oleFile('EncryptedPackage')],
  ['a Word document', 'not_xlsx', 'Word', () => buildZip([{ name: 'word/document.xml', data: '<d/>' }])],
  ['any other zip', 'not_xlsx', '压缩包', () => buildZip([{ name: 'a.txt', data: 'a' }])],
  ['half a file', 'damaged', '损坏', () => GOOD.subarray(0, GOOD.length / 2)],
  ['a file without its last bytes', 'damaged', '损坏', () => GOOD.subarray(0, GOOD.length - 3)],
  ['spoiled bytes in a part', 'damaged', '损坏', spoiled],
  ['a wrong checksum', 'damaged', '校验', () => buildZip(GOOD_PARTS.map((part) => ({ ...part, crc: 1 })))],
  ['a directory that points elsewhere', 'damaged', '损坏', () => buildZip(GOOD_PARTS, { offsetShift: 7 })],
  [
    'a directory with other names',
    'damaged',
    '目录',
    () => buildZip(GOOD_PARTS.map((part) => ({ ...part, localName: `${part.name}x` }))),
  ],
  ['a directory with a wrong count', 'damaged', '目录', () => buildZip(GOOD_PARTS, { declaredEntries: 2 })],
  ['a sheet that is not there', 'damaged', '缺少', () => buildZip(GOOD_PARTS.slice(0, 4))],
  ['a sheet cut off in its XML', 'damaged', 'XML', () => withSheet('<worksheet><sheetData><row r="1">')],
  ['a sheet with a DTD', 'damaged', '声明', () => withSheet('<!DOCTYPE x [<!ENTITY a "a">]><worksheet/>')],
  ['a sheet of something else', 'damaged', 'worksheet', () => withSheet('<html></html>')],
  ['one part that packs too well', 'bomb', '压缩比', () => withSheet(Buffer.alloc(11 * 1024 * 1024, 32))],
  ['a part larger than it says', 'bomb', '声明', () => withSheet(Buffer.alloc(64 * 1024 * 1024, 32), 1000)],
  [
    'too many parts',
    'bomb',
    '个部分',
    () =>
      buildZip(Array.from({ length: 5001 }, (_, index) => ({ name: `p${index}`, data: '', stored: true }))),
  ],
  ['parts that overlap', 'bomb', '重叠', overlapping],
  ['no rows at all', 'no_rows', '没有一行', () => oneSheet('')],
  ['only styled blanks', 'no_rows', '没有一行', () => oneSheet('<row r="1"><c r="A1" s="1"/></row>')],
];
