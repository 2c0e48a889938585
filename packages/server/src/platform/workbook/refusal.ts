export type WorkbookRefusalCode = 'not_xlsx' | 'encrypted' | 'damaged' | 'too_large' | 'bomb' | 'no_rows';

/** A whole file that is not taken. `message` is Chinese, for the user, and says what to do. */
export class WorkbookRefused extends Error {
  readonly code: WorkbookRefusalCode;

  constructor(code: WorkbookRefusalCode, message: string) {
    super(message);
    this.name = 'WorkbookRefused';
    this.code = code;
  }
}

const SAVE_AS = '请用 Excel 或 WPS 打开后另存为 xlsx，再拖进来。';

export const notXlsx = (what: string): WorkbookRefused =>
  new WorkbookRefused('not_xlsx', `${what}，不是 xlsx 表格。${SAVE_AS}`);

export const encrypted = (): WorkbookRefused =>
  new WorkbookRefused('encrypted', '这个文件加了密码。请在 Excel 或 WPS 里取消打开密码，保存后再拖进来。');

export const damaged = (what: string): WorkbookRefused =>
  new WorkbookRefused('damaged', `文件已损坏（${what}）。${SAVE_AS}打不开时请找原来的文件重新复制。`);

export const tooLarge = (what: string): WorkbookRefused =>
  new WorkbookRefused(
    'too_large',
    `文件太大：${what}。请删去图片和无关工作表，或按年度、按村拆成几个文件再拖进来。`,
  );

export const bomb = (what: string): WorkbookRefused =>
  new WorkbookRefused(
    'bomb',
    `文件内容异常膨胀（${what}），为保护电脑没有打开。${SAVE_AS}来路不明的文件请不要使用。`,
  );

export const noRows = (): WorkbookRefused =>
  new WorkbookRefused('no_rows', '这个文件里没有一行内容。请确认选对了文件，填好并保存后再拖进来。');
