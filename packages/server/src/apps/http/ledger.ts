import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { recordEvent } from '../../modules/audit/index.ts';
import { answerFigures, placedScope } from '../../modules/indicators/index.ts';
import { correctSpell, projectPerson } from '../../modules/registry/index.ts';
import { signedYearsOf } from '../../modules/reporting/index.ts';
import type { KindDef } from '../../platform/contract/kind.ts';
import type { Place } from '../../platform/http/index.ts';
import type { Effects, RecordHooks } from '../../platform/records/routes.ts';
import { contextOf } from '../command.ts';
import { INDICATORS } from '../figures.ts';
import { KINDS } from '../kinds.ts';
import { linkPerson } from '../link.ts';
import type { AppRuntime } from '../runtime.ts';

/** Carries what was measured out of a transaction that must not stay. */
class MeasuredError extends Error {
  readonly effects: Effects;
  constructor(effects: Effects) {
    super('measured and rolled back');
    this.effects = effects;
  }
}

async function personOf(tx: Db, kind: KindDef, place: Place, id: string): Promise<string | null> {
  if (kind.kind !== 'spell') return null;
  const row = await tx
    .selectFrom('spell')
    .select('person_id')
    .where('county_id', '=', place.countyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

async function settled(tx: Db, _ctx: Ctx, place: Place, kind: KindDef, id: string): Promise<void> {
  await linkPerson(tx, place, kind, id);
  const personId = await personOf(tx, kind, place, id);
  if (personId) await projectPerson(tx, place.countyId, personId);
}

async function figuresOf(tx: Db, place: Place, years: readonly number[]) {
  const all = [];
  for (const year of years)
    for (const figure of await answerFigures(tx, await placedScope(tx, place, year), INDICATORS))
      all.push({ ...figure, year });
  return all;
}

async function measure(
  tx: Db,
  place: Place,
  ctx: Ctx,
  change: (tx: Db, ctx: Ctx) => Promise<void>,
  at: { kind: string; id: string; years: readonly number[] },
): Promise<never> {
  const before = await figuresOf(tx, place, at.years);
  await change(tx, ctx);
  const after = await figuresOf(tx, place, at.years);
  const figures = before.flatMap(({ code, name, unit, year, value }, index) => {
    const now = after[index]?.value ?? null;
    return JSON.stringify(now) === JSON.stringify(value)
      ? []
      : [{ code, name, unit, year, before: value, after: now }];
  });
  const signedReports = await signedYearsOf(tx, place.countyId, place.divisionId, at.kind, [at.id]);
  throw new MeasuredError({ figures, signedReports });
}

/** What the house adds to the ledgers' routes: log lines, the roll's second person, effects measured and rolled back. */
export function ledgerHooks(runtime: AppRuntime): RecordHooks {
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
    correct: async (tx, ctx, place, kind, ask) =>
      kind.kind === 'spell' ? correctSpell(tx, ctx, place, { ...ask, spellId: ask.id }) : undefined,
    effects: async (place, change, ctx, at) => {
      const caller = { actor: ctx.actor, may: ctx.may };
      try {
        return await runtime.db
          .transaction()
          .execute((tx) => measure(tx, place, contextOf(runtime, caller), change, at));
      } catch (error) {
        if (error instanceof MeasuredError) return error.effects;
        throw error;
      }
    },
  };
}
