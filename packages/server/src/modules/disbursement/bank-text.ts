import { refuse } from '../../kernel/refusal.ts';
import type { BankColumn, BankRow } from './bank-layout.ts';

const [FIRST_LEAD, LAST_LEAD, FIRST_TRAIL, LAST_TRAIL] = [0x81, 0xfe, 0x40, 0xfe];

/** Every character of two bytes, made once from the platform's own decoder. */
let twoBytes: ReadonlyMap<string, number> | undefined;

function twoByteTable(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number>();
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++)
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      const isOne = [...text].length === 1 && text !== '\ufffd' && !/[\ue000-\uf8ff]/.test(text);
      if (isOne && !table.has(text)) table.set(text, lead * 256 + trail);
    }
  return table;
}

/** The text in bytes as a bank's counter reads it; undefined where a character takes four bytes, which it cannot. */
export function gbBytes(text: string): Buffer | undefined {
  // Numbers and amounts are most of a file, and the same in every code.
  if (/^[\0-\x7f]*$/.test(text)) return Buffer.from(text, 'latin1');
  twoBytes ??= twoByteTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = twoBytes.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair === undefined) return undefined;
    else bytes.push(pair >> 8, pair & 0xff);
  }
  return Buffer.from(bytes);
}

const END = Buffer.from('\r\n');

function refuseRare({ ordinal }: BankRow, header: string): never {
  const which = header === '户名' ? '姓名' : header;
  return refuse(
    'rare_character',
    `第 ${ordinal} 笔${which}有生僻字，请按银行登记的写法在收款账户里填一次户名。`,
    { ordinal },
  );
}

function refuseWide({ ordinal }: BankRow, header: string): never {
  return refuse('too_wide', `第 ${ordinal} 笔的${header}太长，定长文本放不下，请改用 Excel 表格。`, {
    ordinal,
  });
}

/** Writes a cell where its column begins; money stands at the right. */
function putCell(line: Buffer, at: number, row: BankRow, { of, width, kind, header }: BankColumn): void {
  const bytes = gbBytes(row[of]) ?? refuseRare(row, header);
  if (bytes.length > width) refuseWide(row, header);
  bytes.copy(line, kind === 'money' ? at + width - bytes.length : at);
}

function lineOf(columns: readonly BankColumn[], row: BankRow, length: number): Buffer {
  const line = Buffer.alloc(length, ' ');
  let at = 0;
  for (const column of columns) {
    putCell(line, at, row, column);
    at += column.width;
  }
  END.copy(line, at);
  return line;
}

/**
 * Rows as text of fixed width in GB 18030: first the count and the sum, then a line each. Refuses `rare_character`
 * and `too_wide`, naming which payment.
 */
export function fixedText(
  columns: readonly BankColumn[],
  rows: readonly BankRow[],
  totalYuan: string,
): Buffer {
  const head = Buffer.from(`${String(rows.length).padStart(8, '0')}${totalYuan.padStart(18)}`);
  const length = columns.reduce((sum, { width }) => sum + width, END.length);
  return Buffer.concat([head, END, ...rows.map((row) => lineOf(columns, row, length))]);
}
