import { day } from '@shuangyong/values';
import { CODES, type Code, type CodeDef, cellKeys } from '../codes.ts';
import { compileLaw } from '../compile.ts';
import type { Law, LawFiles, PackageFile, SettingFile, TableFile, ValueFile } from '../types.ts';

/** A value of a made-up table; keys not named are missing. */
export interface MadeValue {
  readonly code: Code;
  readonly cells: Readonly<Record<string, number>>;
  readonly absent?: readonly string[];
  readonly region?: string;
  readonly from?: string;
  readonly to?: string;
  readonly knownOn?: string;
  readonly status?: 'published' | 'derived';
  readonly unit?: ValueFile['unit'];
}

const SOURCE = { id: 'made', title: '示例文件', issued: day('2000-01-01') } as const;

export function madeTable(value: MadeValue): TableFile {
  const { code, cells, absent = [], unit, region = '000000', from = '2010-01', to, ...rest } = value;
  const def: CodeDef = CODES[code];
  const missing = cellKeys(code).filter((key) => cells[key] === undefined && !absent.includes(key));
  const made: ValueFile = {
    region,
    from,
    ...(to === undefined ? {} : { to }),
    knownOn: rest.knownOn ?? '2010-01-01',
    source: 'made',
    article: '附件',
    status: rest.status ?? 'published',
    ...(rest.status === 'derived' ? { derivation: '按规则推算' } : {}),
    ...(unit === undefined ? {} : { unit }),
    cells,
    absent,
    missing,
  };
  return {
    code,
    unit: def.units[0] ?? 'fen_per_year',
    axes: def.axes.map(({ name }) => name),
    combine: def.combine,
    values: [made],
  };
}

/** One setting of one value for a region, from 2000 on. */
export const madeSetting = (
  name: string,
  value: string | number | boolean,
  region = '000000',
  from = '2000-01',
): SettingFile => ({ name, values: [{ region, from, value }] });

export function madeFiles(values: readonly MadeValue[], settings: readonly SettingFile[] = []): LawFiles {
  const packages: readonly PackageFile[] = values.map((value, index) => ({
    package: `made-${index + 1}`,
    title: '示例标准',
    tables: [madeTable(value)],
  }));
  return { sources: [SOURCE], packages, settings };
}

/** The law of made-up values. Throws with the refusals if they make none. */
export function madeLaw(
  values: readonly MadeValue[],
  settings: readonly SettingFile[] = [],
  knownOn?: string,
): Law {
  const made = compileLaw(
    madeFiles(values, settings),
    knownOn === undefined ? {} : { knownOn: day(knownOn) },
  );
  if (!made.ok) throw new Error(JSON.stringify(made.refusals));
  return made.law;
}
