import type { Day } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import {
  type Division,
  findByCode,
  findByFormerCode,
  findById,
  findInCounty,
  insertDivision,
} from './queries.ts';
import {
  codesAbove,
  countyNumber,
  divisionCodeAsked,
  type Level,
  levelOfCode,
  namesAbove,
  normaliseDivisionCode,
} from './rules.ts';
import { seededName } from './seed.ts';

/** What the sheet 单位 says of a township. `on` is the day from which the name is known to hold. */
export interface TownshipFacts {
  readonly code: string;
  readonly name: string;
  readonly parentName?: string | null;
  readonly on?: Day;
}

/** Whoever has no earlier day is taken to have been there from the founding day on. */
const ALWAYS = '1949-10-01';

/** The division that has this code today, or had it once. 9 or 12 digits, above the townships also 2, 4 or 6. */
export async function findDivision(db: Db, code: string): Promise<Division | undefined> {
  const full = divisionCodeAsked(code);
  return full ? ((await findByCode(db, full)) ?? (await findByFormerCode(db, full))) : undefined;
}

/** As {@link findDivision}; throws NotFound. */
export async function getDivision(db: Db, code: string): Promise<Division> {
  return (await findDivision(db, code)) ?? notFound();
}

export async function getDivisionById(db: Db, countyId: number, id: string): Promise<Division> {
  return (await findById(db, countyId, id)) ?? notFound();
}

/** Province first, the division itself last. */
export async function divisionPath(db: Db, division: Division): Promise<readonly Division[]> {
  const path = [division];
  for (let parentId = division.parentId; parentId !== null; ) {
    const parent = await getDivisionById(db, division.countyId, parentId);
    path.unshift(parent);
    parentId = parent.parentId;
  }
  return path;
}

/**
 * The township of this code, made together with its province, city and county when it is not there yet; another
 * name than the known one is a renaming. Refuses a code that is none, or not a township's, and an empty name.
 */
export async function ensureTownship(
  db: Db,
  ctx: Ctx,
  facts: TownshipFacts,
): Promise<{ countyId: number; division: Division }> {
  const code = townshipCode(facts.code);
  const name = facts.name.trim() || refuse('division_name', '乡镇名称没有填。');
  await lockDivisions(db);
  const known = await findDivision(db, code);
  const division = known
    ? await renameTo(db, ctx, known, name, facts.on)
    : await createTownship(db, ctx, { ...facts, code, name });
  if (known && facts.parentName) await nameCounty(db, ctx, known, facts.parentName);
  return { countyId: division.countyId, division };
}

/**
 * The place of this code, made with its code for a name when nothing is known of it yet: an office sets up its
 * users before its first workbook. Refuses a code that is none, or a province's or city's that is not there.
 */
export async function ensurePlace(db: Db, ctx: Ctx, text: string): Promise<Division> {
  const code = fullCode(text);
  const known = await findDivision(db, code);
  if (known) return known;
  if (levelOfCode(code) === 'township') {
    return (await ensureTownship(db, ctx, { code, name: placeholder('township', code) })).division;
  }
  if (levelOfCode(code) !== 'county') refuse('division_unknown', `还没有这个单位的数据：${text}`);
  await lockDivisions(db);
  return ensureCounty(db, ctx, code);
}

function fullCode(text: string): string {
  return divisionCodeAsked(text) ?? refuse('division_code', `区划代码应为 9 位或 12 位数字：${text}`);
}

function townshipCode(text: string): string {
  const code =
    normaliseDivisionCode(text) ?? refuse('division_code', `区划代码应为 9 位或 12 位数字：${text}`);
  if (levelOfCode(code) !== 'township') refuse('division_code', `区划代码不是乡镇一级的：${text}`);
  return code;
}

// Two first imports of one county at once would both make the county.
async function lockDivisions(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('shuangyong.divisions'))`.execute(db);
}

async function createTownship(
  db: Db,
  ctx: Ctx,
  facts: TownshipFacts & { readonly code: string },
): Promise<Division> {
  const county = await ensureCounty(db, ctx, codesAbove(facts.code).county, facts.parentName);
  const { code, name } = facts;
  const township = { countyId: county.countyId, level: 'township', code, name, parentId: county.id } as const;
  return ensureOne(db, ctx, township, facts.on);
}

async function ensureCounty(
  db: Db,
  ctx: Ctx,
  countyCode: string,
  parentName?: string | null,
): Promise<Division> {
  const codes = codesAbove(countyCode);
  const named = (level: 'province' | 'city' | 'county') => seededName(level, codes[level]);
  const told = parentName ? namesAbove(parentName, named('province') ?? '') : undefined;
  // A county keeps the number it was first entered under, whatever its code is now.
  const countyId = (await findDivision(db, codes.county))?.countyId ?? countyNumber(codes.county);
  const ensure = (level: Level, code: string, name: string | undefined, parentId: string | null) =>
    ensureOne(db, ctx, { countyId, level, code, name: name ?? placeholder(level, code), parentId });
  const province = await ensure('province', codes.province, named('province'), null);
  const city = await ensure('city', codes.city, named('city') ?? told?.city, province.id);
  return ensure('county', codes.county, told?.county ?? named('county'), city.id);
}

async function ensureOne(db: Db, ctx: Ctx, wanted: Omit<Division, 'id'>, on?: Day): Promise<Division> {
  const known =
    (await findInCounty(db, wanted.countyId, wanted.code)) ?? (await findDivision(db, wanted.code));
  if (known && known.countyId === wanted.countyId) return known;
  const division: Division = { ...wanted, id: newId() };
  await insertDivision(db, division, on ?? ALWAYS);
  await record(db, ctx, division, 'division.create');
  return division;
}

// The name of a place whose name nobody told is its code, until somebody does.
const placeholder = (level: Level, code: string) =>
  code.slice(0, { province: 2, city: 4, county: 6, township: 9 }[level]);

async function nameCounty(db: Db, ctx: Ctx, township: Division, parentName: string): Promise<void> {
  const path = await divisionPath(db, township);
  const [province, city, county] = path;
  const told = namesAbove(parentName, province?.name ?? '');
  if (county && county.name === placeholder('county', county.code))
    await setName(db, ctx, county, told.county);
  if (city && told.city && city.name === placeholder('city', city.code))
    await setName(db, ctx, city, told.city);
}

async function setName(db: Db, ctx: Ctx, division: Division, name: string): Promise<void> {
  await db
    .updateTable('division')
    .set({ name })
    .where('county_id', '=', division.countyId)
    .where('id', '=', division.id)
    .execute();
  await record(db, ctx, division, 'division.name');
}

/**
 * Gives a division another name from a day on and keeps the old one. A name known to be older than the present
 * one (an earlier year's workbook, read later) only joins the former names.
 */
export async function renameTo(
  db: Db,
  ctx: Ctx,
  division: Division,
  name: string,
  on?: Day,
): Promise<Division> {
  if (division.name === name) return division;
  if (division.name === placeholder(division.level, division.code)) {
    await setName(db, ctx, division, name);
    return { ...division, name };
  }
  const from = on ?? ctx.today;
  const current = await validFrom(db, division);
  if (from < current) {
    await keepFormer(db, division, name, current);
    return division;
  }
  await keepFormer(db, division, division.name, from);
  await db
    .updateTable('division')
    .set({ name, valid_from: from })
    .where('county_id', '=', division.countyId)
    .where('id', '=', division.id)
    .execute();
  await record(db, ctx, division, 'division.rename');
  return { ...division, name };
}

async function validFrom(db: Db, division: Division): Promise<string> {
  const row = await db
    .selectFrom('division')
    .select('valid_from')
    .where('county_id', '=', division.countyId)
    .where('id', '=', division.id)
    .executeTakeFirstOrThrow();
  return row.valid_from;
}

async function keepFormer(db: Db, division: Division, name: string, validTo: string): Promise<void> {
  await db
    .insertInto('division_former')
    .values({
      county_id: division.countyId,
      id: newId(),
      division_id: division.id,
      code: division.code,
      name,
      valid_to: validTo,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The name a division had on a day: what papers and reports of that year call it. */
export async function divisionNameOn(db: Db, division: Division, on: Day): Promise<string> {
  const former = await db
    .selectFrom('division_former')
    .select('name')
    .where('county_id', '=', division.countyId)
    .where('division_id', '=', division.id)
    .where('valid_to', '>', on)
    .orderBy('valid_to')
    .limit(1)
    .executeTakeFirst();
  return former?.name ?? division.name;
}

function record(db: Db, ctx: Ctx, division: Division, action: string): Promise<void> {
  return recordEvent(db, ctx, {
    countyId: division.countyId,
    action,
    divisionId: division.id,
    recordKind: 'division',
    recordId: division.id,
    detail: { code: division.code },
  });
}

function notFound(): never {
  throw new NotFound();
}
