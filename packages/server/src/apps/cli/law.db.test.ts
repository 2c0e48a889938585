import { writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { beforeAll, expect, test } from 'vitest';
import { testCli } from './testing.ts';

const { at, ended, serve } = testCli('青山绿水-2018');

async function run(...args: readonly string[]) {
  const { code, json } = await ended(...args);
  return { code, is: json.status ?? json.refusals?.[0]?.code };
}

/** A package of one rate for a county, as a file. */
function packageFile(name: string, region: string): string {
  const path = at(`${name}.yaml`);
  writeFileSync(
    path,
    `package: ${name}
title: 带病回乡退伍军人生活补助
sources: [{ id: ${name}-文, title: 通知, issued: 2026-08-20 }]
tables:
  - code: illness.base
    unit: fen_per_month
    axes: []
    combine: replace
    values:
      - { region: "${region}", from: 2028-08, to: 2029-07, knownOn: 2026-08-20, source: ${name}-文, status: published, cells: { "-": 90000 } }
`,
  );
  return path;
}

beforeAll(async () => {
  await serve();
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('单位').addRows([
    ['行政区划代码', '名称', '上级名称', '年度'],
    ['341524199', '示例镇', '示例县', 2017],
  ]);
  workbook.addWorksheet('村(社区)').addRows([['名称'], ['河湾村']]);
  const file = at('台账.xlsx');
  await workbook.xlsx.writeFile(file);
  await run('import', file);
  for (const [name, role] of [
    ['甲某', '经办'],
    ['乙某', '经办'],
    ['丙某', '复核'],
    ['丁某', '查阅'],
  ] as const)
    await run('user', 'add', '--name', name, '--role', role, '--division', '341524');
}, 60_000);

const COUNTY = ['--division', '341524'] as const;

test('a package of another county is refused, one of the province or a township’s county is not', async () => {
  const enter = (region: string) =>
    run('law', 'enter', packageFile(`包-${region}`, region), ...COUNTY, '--as', '甲某');
  expect(await enter('130532')).toEqual({ code: 1, is: 'region_elsewhere' });
  expect(await enter('341525')).toEqual({ code: 1, is: 'region_elsewhere' });
  expect(await enter('340000')).toEqual({ code: 0, is: 'entered' });
  expect(await enter('341524')).toEqual({ code: 0, is: 'entered' });
});

test('who may not enter is told so, with and without the division', async () => {
  const file = packageFile('包-无权', '341524');
  for (const place of [[], COUNTY])
    expect(await run('law', 'enter', file, ...place, '--as', '丁某')).toEqual({
      code: 1,
      is: 'not_allowed',
    });
});

test('derived rates: one proposes, and a reviewer adopts, not a second clerk', async () => {
  const adopt = (name: string) => run('law', 'adopt', '--derived', ...COUNTY, '--as', name);
  expect(await adopt('丁某')).toEqual({ code: 1, is: 'not_allowed' });
  expect(await adopt('甲某')).toEqual({ code: 0, is: 'entered' });
  expect(await adopt('乙某')).toEqual({ code: 1, is: 'not_allowed' });
  expect(await adopt('丙某')).toEqual({ code: 0, is: 'adopted' });
  expect(await adopt('丙某')).toEqual({ code: 1, is: 'package_state' });
});
