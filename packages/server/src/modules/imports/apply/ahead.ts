import { sql } from 'kysely';
import { copyPieces } from '../../../kernel/copy.ts';
import type { Db } from '../../../kernel/db.ts';
import type { KindDef } from '../../../platform/contract/kind.ts';
import { villageKind } from '../../divisions/index.ts';
import { spellKind } from '../../registry/index.ts';
import { type PlannedRow, unitSheet } from '../plan/index.ts';
import { numberEqualKeys } from './keys.ts';
import { createKnown, isAnythingKept } from './known.ts';
import { refuseOverlaps } from './overlap.ts';
import type { Part } from './parts.ts';
import { writePeopleOf } from './people.ts';
import { preferHashJoins } from './plans.ts';
import { refuseTwoNames } from './same-number.ts';
import type { Scope } from './scope.ts';
import { createStagePart, stageColumnNames, stageTable } from './stage.ts';
import { createPartVillages } from './villages.ts';
import { writeNewRows } from './write.ts';

/** What was read of the file so far. */
export interface SoFar {
  readonly units: readonly PlannedRow[];
  readonly staged: ReadonlySet<KindDef>;
}

/** The file turned out to say something of rows that were written already; the caller starts again without that. */
export class WrittenTooSoon extends Error {}

/**
 * Takes rows in, part by part, and writes those of a first roll at once, while the rest of the file is read. That gives
 * what writing at the end gives, because of rows that do not stand yet the earlier is always believed: nothing a later
 * row says changes what was taken. Only a list of villages that follows the roll would; then `WrittenTooSoon` is thrown.
 */
export interface Ahead {
  put(kind: KindDef, part: Part, soFar: SoFar): Promise<void>;
  /** Called before the rows of a sheet are read. */
  meet(kind: KindDef): void;
  /** Kinds whose rows are written. */
  readonly written: readonly KindDef[];
  /** True when each number stood in one row only, so that no fact of a person is said twice. */
  readonly areAllNew: boolean;
}

export interface AheadInput {
  readonly db: Db;
  /** Rows of a part that is worth writing by itself. */
  readonly partRows: number;
  /** Finds the place and locks it; undefined where nothing may be written ahead. */
  readonly open: ((soFar: SoFar) => Promise<Scope>) | undefined;
  /** Writes what comes before the roll. */
  readonly prepare: (scope: Scope) => Promise<void>;
}

const SAVEPOINT = 'nothing_ahead';

/** Puts the transaction back to where nothing was written ahead. */
export async function takeBack(db: Db): Promise<void> {
  await sql.raw(`rollback to savepoint ${SAVEPOINT}`).execute(db);
}

/** The roll of a township that has nobody yet. */
async function openRoll(input: AheadInput, soFar: SoFar) {
  if (!input.open || soFar.units.length !== 1 || soFar.units[0]?.refused) return undefined;
  await sql.raw(`savepoint ${SAVEPOINT}`).execute(input.db);
  const scope = await input.open(soFar);
  if ((await isAnythingKept(scope, spellKind)) || (await isAnybodyKept(scope))) return undefined;
  await input.prepare(scope);
  await preferHashJoins(scope.db);
  await createKnown(scope.db, spellKind);
  return { scope, resolveVillages: await createPartVillages(scope, spellKind) };
}

async function isAnybodyKept({ db, countyId, divisionId }: Scope): Promise<boolean> {
  const { rows } =
    await sql`select 1 from person where county_id = ${countyId} and division_id = ${divisionId}
    limit 1`.execute(db);
  return rows.length > 0;
}

export function createAhead(input: AheadInput): Ahead {
  const { db } = input;
  let roll: Awaited<ReturnType<typeof openRoll>>;
  let isAsked = false;
  let areAllNew = true;
  let parts = 0;

  async function write({ scope, resolveVillages }: NonNullable<typeof roll>, part: Part): Promise<void> {
    const table = await createStagePart(db, spellKind, ++parts);
    await copyPieces(db, table, stageColumnNames(spellKind), part.pieces);
    await resolveVillages(table);
    if (!part.isNew) {
      areAllNew = false;
      await refuseTwoNames(scope);
      await numberEqualKeys(scope, spellKind);
      await refuseOverlaps(scope);
    }
    await writePeopleOf(scope, spellKind, table, part.isNew);
    await writeNewRows(scope, spellKind, table, part.isNew);
  }

  return {
    meet(kind) {
      if (roll && (kind === villageKind || kind === unitSheet)) throw new WrittenTooSoon();
    },
    async put(kind, part, soFar) {
      const isRoll = kind === spellKind;
      if (isRoll && !isAsked) {
        isAsked = true;
        if (part.rows >= input.partRows) roll = await openRoll(input, soFar);
      }
      if (isRoll && roll) await write(roll, part);
      else await copyPieces(db, stageTable(kind), stageColumnNames(kind), part.pieces);
    },
    get written() {
      return roll ? [spellKind] : [];
    },
    get areAllNew() {
      return roll !== undefined && areAllNew;
    },
  };
}
