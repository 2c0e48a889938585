import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { recordEvent } from '../../modules/audit/index.ts';
import { moneyEffectOf } from '../../modules/benefits/index.ts';
import { requireBookable } from '../../modules/disbursement/index.ts';
import { answerFigures, placedScope } from '../../modules/indicators/index.ts';
import { askVoid, correctSpell, enrol, type MeasureRoll, settleRight } from '../../modules/registry/index.ts';
import { signedYearsOf } from '../../modules/reporting/index.ts';
import type { KindDef } from '../../platform/contract/kind.ts';
import type { Place } from '../../platform/http/index.ts';
import type { Effects, RecordHooks } from '../../platform/records/routes.ts';
import { contextOf } from '../command.ts';
import { INDICATORS } from '../figures.ts';
import { KINDS } from '../kinds.ts';
import { linkRecord, linkWaiting } from '../link.ts';
import type { AppRuntime } from '../runtime.ts';

/** Carries what was measured out of a transaction that must not stay. */
class MeasuredError extends Error {
  readonly effects: Effects;
  constructor(effects: Effects) {
    super('measured and rolled back');
    this.effects = effects;
  }
}

/** The roll and paid lines make their people, other records look for theirs; who has become known is looked for again. */
async function settled(tx: Db, ctx: Ctx, place: Place, kind: KindDef, id: string): Promise<void> {
  if (!kind.person?.createMissing) return linkRecord(tx, place, kind, id);
  const personId =
    kind.kind === 'spell' ? await settleRight(tx, ctx, place, id) : await enrol(tx, ctx, place, kind, id);
  if (personId) await linkWaiting(tx, place, KINDS, personId);
}

async function figuresOf(tx: Db, place: Place, years: readonly number[]) {
  const all = [];
  for (const year of years)
    for (const figure of await answerFigures(tx, await placedScope(tx, place, year), INDICATORS))
      all.push({ ...figure, year });
  return all;
}

interface Measured {
  readonly kind: string;
  readonly ids: readonly string[];
  readonly years: readonly number[];
}

/** Makes the change; of rights, answers what it does to the money of their people as well. */
async function moneyOf(
  tx: Db,
  { countyId }: Place,
  ctx: Ctx,
  at: Measured,
  change: () => Promise<void>,
): Promise<Pick<Effects, 'money'>> {
  const { rows } = await sql<{ personId: string; divisionId: string }>`select distinct p.id as "personId",
      p.division_id as "divisionId" from spell s
    join person p on p.county_id = s.county_id and p.id = s.person_id
    where s.county_id = ${countyId} and s.id = any(${at.kind === 'spell' ? at.ids : []}::uuid[])`.execute(tx);
  const divisionId = rows[0]?.divisionId;
  if (divisionId === undefined) {
    await change();
    return {};
  }
  const personIds = rows.map(({ personId }) => personId);
  return { money: await moneyEffectOf(tx, ctx, { countyId, divisionId }, { personIds, change }) };
}

/** Figures of the years asked for and of every year signed with one of these records, before and after the change. */
async function measure(
  tx: Db,
  place: Place,
  ctx: Ctx,
  change: (tx: Db, ctx: Ctx) => Promise<void>,
  at: Measured,
): Promise<never> {
  const signedReports = await signedYearsOf(tx, place.countyId, place.divisionId, at.kind, at.ids);
  const years = [...new Set([...at.years, ...signedReports.map(({ year }) => year)])].sort();
  const before = await figuresOf(tx, place, years);
  const money = await moneyOf(tx, place, ctx, at, () => change(tx, ctx));
  const after = await figuresOf(tx, place, years);
  const figures = before.flatMap(({ code, name, unit, year, value }, index) => {
    const now = after[index]?.value ?? null;
    return JSON.stringify(now) === JSON.stringify(value)
      ? []
      : [{ code, name, unit, year, before: value, after: now }];
  });
  throw new MeasuredError({ figures, signedReports, ...money });
}

/** Makes a change, measures it and rolls it back. */
export function measureWith(runtime: AppRuntime): MeasureRoll {
  return async (place, ctx, change, at) => {
    const caller = { actor: ctx.actor, may: ctx.may };
    try {
      return await runtime.db
        .transaction()
        .execute((tx) => measure(tx, place, contextOf(runtime, caller), change, at));
    } catch (error) {
      if (error instanceof MeasuredError) return error.effects;
      throw error;
    }
  };
}

/** What the house adds to the ledgers' routes: log lines, the roll's second person, effects measured and rolled back. */
export function ledgerHooks(runtime: AppRuntime): RecordHooks {
  const measured = measureWith(runtime);
  return {
    kinds: KINDS,
    log: (tx, ctx, place, action, kind, id, fields) =>
      recordEvent(tx, ctx, {
        countyId: place.countyId,
        divisionId: place.divisionId,
        action,
        recordKind: kind,
        recordId: id,
        detail: { fields },
      }),
    settled,
    requireOpen: requireBookable,
    correct: async (tx, ctx, place, kind, ask) =>
      kind.kind === 'spell' ? correctSpell(tx, ctx, place, { ...ask, spellId: ask.id }) : undefined,
    askVoid: async (tx, ctx, place, kind, { id, ...ask }) =>
      kind.kind === 'spell' ? askVoid(tx, ctx, place, { ...ask, spellId: id }) : undefined,
    effects: (place, change, ctx, { id, ...at }) => measured(place, ctx, change, { ...at, ids: [id] }),
  };
}
