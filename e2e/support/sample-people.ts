import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readWorkbook } from '../../packages/server/src/platform/workbook/index.ts';
import { ROOT } from './served.ts';

const FOLDER = join(ROOT, 'examples/sample');
const NAMED = /姓名|领取人|户名|帮扶对象|走访对象/;
const NUMBER = /^(\d{17}[\dXx]|\d{12,19}|1\d{10})$/;

/** Where the sample township's workbooks lie, oldest first. */
export async function sampleWorkbooks(): Promise<readonly string[]> {
  const names = await readdir(FOLDER);
  return names
    .filter((name) => name.endsWith('.xlsx'))
    .sort()
    .map((name) => join(FOLDER, name));
}

export interface Personal {
  readonly names: ReadonlySet<string>;
  /** Identity numbers, accounts and telephones. */
  readonly numbers: ReadonlySet<string>;
}

/** Everything in the sample that in a real office would be somebody's. */
export async function samplePeople(): Promise<Personal> {
  const names = new Set<string>();
  const numbers = new Set<string>();
  for (const file of await sampleWorkbooks()) {
    for await (const sheet of readWorkbook(await readFile(file))) {
      const named = new Set<number>();
      for await (const { cells } of sheet.rows) {
        for (const { column, text } of cells) {
          const plain = text.trim();
          if (NAMED.test(plain) && plain.length < 12) named.add(column);
          else if (NUMBER.test(plain)) numbers.add(plain);
          else if (named.has(column) && /^[\p{Script=Han}·]{2,6}$/u.test(plain)) names.add(plain);
        }
      }
    }
  }
  return { names, numbers };
}
