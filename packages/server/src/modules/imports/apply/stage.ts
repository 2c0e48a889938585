import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { CopyFields } from '../../../kernel/copy.ts';
import type { Db } from '../../../kernel/db.ts';
import { newId } from '../../../kernel/ids.ts';
import {
  type CellValue,
  type ColumnDef,
  type ColumnType,
  isSensitive,
  type KindDef,
} from '../../../platform/contract/kind.ts';
import type { PlannedRow } from '../plan/index.ts';
import { nameSounds } from './pinyin.ts';
import type { Seal } from './sealer.ts';

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  day: 'date',
  month: 'int',
  fen: 'bigint',
  count: 'int',
  decimal: 'numeric(6,2)',
  bool: 'boolean',
  word: 'text',
  grade: 'smallint',
  village: 'text',
  identity: 'bytea',
  account: 'bytea',
  phone: 'bytea',
};

/** The village as the file names it; its id is found when all sheets are read. */
export const VILLAGE_TEXT = 'village_text';

export const stageTable = (kind: KindDef): string => `stage_${kind.table}`;

export const hasDerived = (kind: KindDef): boolean => kind.columns.some((column) => column.field === 'sex');
export const villageColumn = (kind: KindDef): ColumnDef | undefined =>
  kind.columns.find((column) => column.type === 'village');

function cellStageColumns(kind: KindDef): string[][] {
  return kind.columns.flatMap((column) => {
    const type = TYPES[column.type];
    if (column.type === 'village') return [[VILLAGE_TEXT, type]];
    if (!isSensitive(column)) return [[column.field, type]];
    return [
      [`${column.field}_sealed`, type],
      [`${column.field}_hash`, type],
    ];
  });
}

const LEAD = [
  ['ord', 'int'],
  ['source_sheet', 'text'],
  ['source_row', 'int'],
  ['id', 'uuid'],
  ['refused', 'boolean'],
  ['row_key', 'bytea'],
  ['key_text', 'text'],
  ['cleared', 'text'],
  ['evidence_ref', 'text'],
  ['notes', 'jsonb'],
];

function stageColumns(kind: KindDef): string[][] {
  return [
    ...LEAD,
    ...cellStageColumns(kind),
    ...(hasDerived(kind)
      ? [
          ['derived_sex', 'text'],
          ['derived_born_on', 'date'],
          ['derived_death_cause', 'text'],
        ]
      : []),
    ...(kind.person?.createMissing
      ? [
          ['person_new', 'uuid'],
          ['name_initials', 'text'],
          ['name_pinyin', 'text'],
        ]
      : []),
    ...(kind.kind === 'paper' ? [['file_sha256', 'bytea']] : []),
  ];
}

export const stageColumnNames = (kind: KindDef): string[] => stageColumns(kind).map(([name]) => name ?? '');

/** A table of this transaction, in the order of the file: whatever needs the whole file is asked of it. */
export async function createStage(db: Db, kind: KindDef): Promise<void> {
  const columns = stageColumns(kind).map((column) => column.join(' '));
  await sql.raw(`create temp table ${stageTable(kind)} (${columns.join(', ')}) on commit drop`).execute(db);
}

/** A part of a kind's rows by itself; whoever asks the kind's own table sees them too. */
export async function createStagePart(db: Db, kind: KindDef, part: number): Promise<string> {
  const name = `${stageTable(kind)}_${part}`;
  await sql`create temp table ${sql.table(name)} () inherits (${sql.table(stageTable(kind))}) on commit drop`.execute(
    db,
  );
  return name;
}

/** Clears the tables of this import away: another one may follow in the same transaction. */
export async function dropStages(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = pg_my_temp_schema() and relkind = 'r' and relname like 'stage%'`.execute(db);
  for (const { name } of rows)
    await sql`drop table if exists ${sql.table(`pg_temp.${name}`)} cascade`.execute(db);
}

/**
 * Tells the planner what is joined and grouped by; looking at every column, or at more rows, would take longer than
 * it saves.
 */
export async function analyzeStage(db: Db, kind: KindDef): Promise<void> {
  await sql`set local default_statistics_target = 10`.execute(db);
  const wanted = new Set(['ord', 'row_key', 'refused', 'cleared', 'name', 'category', VILLAGE_TEXT]);
  const names = stageColumnNames(kind).filter((name) => wanted.has(name) || name === 'identity_hash');
  await sql.raw(`analyze ${stageTable(kind)} (${names.join(', ')})`).execute(db);
}

/** Stands in a key for the village's id until that is known; no text of a cell can hold it. */
export const VILLAGE_IN_KEY = '\\u001aV';
const VILLAGE_MARK = '\u001aV';

/** The text row keys are made of, short of the occurrence: as `rowKey` of platform/records has it. */
function keyTexts(kind: KindDef): (row: PlannedRow, seal: Seal) => string {
  const indexes = kind.key.map((field) => kind.columns.findIndex((column) => column.field === field));
  const columns = indexes.map((index) => kind.columns[index] as ColumnDef);
  return (row, seal) => {
    const parts: string[] = [kind.kind];
    for (const [at, column] of columns.entries()) {
      const value = row.values[indexes[at] ?? -1] ?? null;
      if (value === null) parts.push('');
      else if (column.type === 'village') parts.push(VILLAGE_MARK);
      else parts.push(isSensitive(column) ? seal(String(value)).hash : String(value));
    }
    return `${JSON.stringify(parts).slice(0, -1)},`;
  };
}

function putCell(fields: CopyFields, isSealed: boolean, value: CellValue, seal: Seal): void {
  if (isSealed) {
    const sealed = value === null ? undefined : seal(String(value));
    fields.bytesField(sealed?.sealed ?? null);
    fields.bytesField(sealed?.hash ?? null);
  } else fields.field(value);
}

function notesText(notes: PlannedRow['notes']): string | null {
  for (const _ in notes) return JSON.stringify(notes);
  return null;
}

export interface StageEncoder {
  /** Puts one row's columns. `fileSha256` is the stored file of a paper. */
  encode(fields: CopyFields, row: PlannedRow, ord: number, seal: Seal, fileSha256: string | null): void;
}

export function createEncoder(kind: KindDef): StageEncoder {
  const keyText = keyTexts(kind);
  const sealed = kind.columns.map(isSensitive);
  const keyHasVillage = kind.key.some((field) => field === villageColumn(kind)?.field);
  const nameIndex = kind.columns.findIndex((column) => column.field === kind.person?.name);
  const withDerived = hasDerived(kind);
  const creates = kind.person?.createMissing === true;
  const isPaper = kind.kind === 'paper';

  function putLead(fields: CopyFields, row: PlannedRow, ord: number, seal: Seal): void {
    const text = keyText(row, seal);
    fields.field(ord);
    fields.field(row.sheet);
    fields.field(row.row);
    fields.field(newId());
    fields.field(row.refused);
    fields.bytesField(keyHasVillage ? null : hash('sha256', `${text}1]`, 'hex'));
    fields.field(text);
    fields.field(row.cleared.length > 0 ? `,${row.cleared.join(',')},` : null);
    fields.field(row.evidence);
    fields.field(notesText(row.notes));
  }

  return {
    encode(fields, row, ord, seal, fileSha256) {
      putLead(fields, row, ord, seal);
      for (let index = 0; index < sealed.length; index++)
        putCell(fields, sealed[index] === true, row.values[index] ?? null, seal);
      if (withDerived) {
        fields.field(row.derived?.sex);
        fields.field(row.derived?.bornOn);
        fields.field(row.derived?.deathCause);
      }
      if (creates) {
        const sounds = nameSounds(String(row.values[nameIndex] ?? ''));
        fields.field(newId());
        fields.field(sounds.initials);
        fields.field(sounds.whole);
      }
      if (isPaper) fields.bytesField(fileSha256);
    },
  };
}
