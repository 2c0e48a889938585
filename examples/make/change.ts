import { writeFile } from 'node:fs/promises';
import type { Book, Row } from './contract.ts';
import { chance } from './random.ts';
import { type ReadBook, readBook } from './read.ts';
import { workbookBytes } from './write.ts';

export interface Change {
  readonly renamed: { readonly from: string; readonly to: string };
  /** Identity numbers of the three people taken out of every sheet. */
  readonly removed: readonly string[];
  readonly moved: {
    readonly sheet: string;
    readonly name: string;
    readonly from: string;
    readonly to: string;
  };
}

/**
 * Writes a copy of the sample in which one village has another name, three paid people are gone from every
 * sheet, and one activity lies a year earlier. A recount of the copy must differ from the sample accordingly.
 */
export async function change(source: string, target: string, seed: number): Promise<Change> {
  const read = await readBook(source);
  const luck = chance(seed);
  const names = luck.shuffled((read['村(社区)'] ?? []).map((r) => String(r.cells.名称)));
  const paid = [...new Set((read.发放记录 ?? []).map((r) => String(r.cells.身份证号)))];
  const event = luck.pick(read.活动 ?? []).cells;
  const from = String(event.日期);
  const plan: Change = {
    renamed: { from: String(names[0]), to: '新并村' },
    removed: luck.shuffled(paid).slice(0, 3),
    moved: {
      sheet: '活动',
      name: String(event.名称),
      from,
      to: `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`,
    },
  };
  await writeFile(target, await workbookBytes(changed(read, plan)));
  return plan;
}

function changed(read: ReadBook, plan: Change): Book {
  const gone = namesOf(read, plan.removed);
  const stays = (row: Row): boolean => {
    const ids = [row.身份证号, row.领取人身份证号, row.士兵身份证号].filter((id) => id !== undefined);
    if (ids.length > 0) return !ids.some((id) => plan.removed.includes(String(id)));
    return !gone.includes(String(row.姓名));
  };
  return Object.fromEntries(
    Object.entries(read).map(([sheet, rows]) => [
      sheet,
      rows
        .map((r) => r.cells)
        .filter((row) => sheet === '领导小组' || stays(row))
        .map((row) => moved(sheet, renamed(row, plan), plan)),
    ]),
  );
}

function namesOf(read: ReadBook, ids: readonly string[]): string[] {
  const roll = (read.优抚对象 ?? []).map((r) => r.cells);
  return roll.filter((row) => ids.includes(String(row.身份证号))).map((row) => String(row.姓名));
}

function renamed(row: Row, { renamed: { from, to } }: Change): Row {
  if (row['村(社区)'] === from) return { ...row, '村(社区)': to };
  return row.名称 === from ? { ...row, 名称: to } : row;
}

function moved(sheet: string, row: Row, { moved: m }: Change): Row {
  return sheet === m.sheet && row.名称 === m.name && row.日期 === m.from ? { ...row, 日期: m.to } : row;
}
