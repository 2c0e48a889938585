import { fen, type Month, monthText, yuanDisplay } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx, Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { type BatchHead, type BatchPlace, findBatch } from './batch-find.ts';
import { type DifferenceReason, type PersonShare, partsOf } from './batch-previous.ts';
import { HOLD_WORDS } from './batch-words.ts';
import { type BatchView, viewBatch } from './exception.ts';
import type { LineState } from './line-event.ts';

export interface LineRow {
  readonly id: string;
  readonly ordinal: number;
  readonly personId: string;
  readonly name: string;
  readonly sealed: Buffer | null;
  readonly village: string | null;
  readonly kinds: readonly string[];
  readonly first: Month;
  readonly last: Month;
  readonly dueFen: number;
  readonly ownFen: number;
  readonly offsetFen: number;
  readonly fen: number;
  readonly holderName: string | null;
  readonly bankName: string | null;
  readonly accountSealed: Buffer | null;
  readonly state: LineState | null;
  readonly code: string | null;
  readonly reason: string | null;
  readonly stateOn: string | null;
  readonly reissueOf: string | null;
}

/** Lines of a batch as they are shown: these, or all. */
export async function lineRows(
  db: Db,
  countyId: number,
  batchId: string,
  ids?: readonly string[],
): Promise<readonly LineRow[]> {
  const chosen = ids === undefined ? sql`true` : sql`l.id = any(${ids}::uuid[])`;
  const { rows } = await sql<LineRow>`select l.id, l.ordinal, p.id as "personId", p.name,
      p.identity_sealed as sealed, v.name as village, s.kinds, s.first, s.last, s.own as "ownFen",
      d.due as "dueFen", s.off as "offsetFen", l.fen, a.holder_name as "holderName", a.bank_name as "bankName",
      a.account_sealed as "accountSealed", e.state, e.code, e.reason, e.on_day as "stateOn",
      l.reissue_of as "reissueOf"
    from pay_line l join person p on p.county_id = l.county_id and p.id = l.person_id
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    left join pay_account a on a.county_id = l.county_id and a.id = l.account_id and a.version = l.account_version
    left join lateral (select state, code, reason, on_day from line_event x where x.county_id = l.county_id
      and x.line_id = l.id order by x.seq desc limit 1) e on true
    join lateral (select array_agg(distinct c.kind) filter (where c.id is not null) as kinds, min(c.month) as first,
        max(c.month) as last, coalesce(sum(i.fen) filter (where c.id is not null), 0)::bigint as own,
        coalesce(-sum(i.fen) filter (where i.recovery_id is not null), 0)::bigint as off
      from line_item i left join accrual c on c.county_id = i.county_id and c.id = i.accrual_id
      where i.county_id = l.county_id and i.line_id = l.id) s on true
    join lateral (select coalesce(sum(due), 0)::bigint as due from (select distinct on (c.person_id, c.kind, c.ref,
          c.component, c.fund, c.month) c.due_after_fen as due
        from line_item i join accrual c on c.county_id = i.county_id and c.id = i.accrual_id
        where i.county_id = l.county_id and i.line_id = l.id
        order by c.person_id, c.kind, c.ref, c.component, c.fund, c.month, c.seq desc) k) d on true
    where l.county_id = ${countyId} and l.batch_id = ${batchId} and ${chosen} order by l.ordinal`.execute(db);
  return rows;
}

export const tailOf = (keys: Keys, sealed: Buffer | null) =>
  sealed === null ? null : keys.open(sealed).slice(-4);

export const monthsText = (first: Month, last: Month) =>
  first === last ? monthText(first) : `${monthText(first)}～${monthText(last)}`;

/** Why a line is held, or what the bank said of it. */
export const stateWords = ({ state, code, reason }: Pick<LineRow, 'state' | 'code' | 'reason'>) => {
  if (state === 'held') return [HOLD_WORDS[code ?? ''] ?? code, reason].filter(Boolean).join('：');
  return reason;
};

const yuan = (amount: number) => yuanDisplay(fen(amount));

function wordsOf(
  reason: DifferenceReason,
  share: PersonShare,
  before: PersonShare | undefined,
  row: LineRow,
) {
  switch (reason) {
    case '新增':
      return `新增，从 ${monthText(row.first)} 起`;
    case '停发':
      return `停发，上次 ${yuan(before?.nowFen ?? 0)}`;
    case '补差':
      return share.lateFen > 0
        ? `补发 ${monthText(row.first)} 起共 ${yuan(share.lateFen)}`
        : '上次有补发，这次没有';
    case '扣回':
      return share.offFen < 0 ? `抵扣追回 ${yuan(-share.offFen)}` : '上次有扣回，这次没有';
    default:
      return `${reason === '提标' ? '提标' : '月额'} ${yuan(before?.nowFen ?? 0)} → ${yuan(share.nowFen)}`;
  }
}

function whyOf(row: LineRow, { now, previous }: BatchView): readonly string[] {
  const share = now.get(row.personId);
  if (share === undefined) return [];
  const before = previous?.shares.get(row.personId);
  const words = partsOf(share, before, previous?.source === 'import').map(({ reason }) =>
    wordsOf(reason, share, before, row),
  );
  return row.reissueOf === null ? words : [...words, '上次退回，重发'];
}

/** A line as it is shown. */
export function toldLine(row: LineRow, keys: Keys, view: BatchView) {
  const { id, ordinal, personId, name, village, kinds, first, last, dueFen, ownFen, offsetFen } = row;
  return {
    ...{ id, ordinal, person: { id: personId, name }, idTail: tailOf(keys, row.sealed), village, kinds },
    ...{ months: monthsText(first, last), dueFen, postedBeforeFen: dueFen - ownFen, offsetFen, fen: row.fen },
    ...{ holderName: row.holderName, bankName: row.bankName },
    accountTail: tailOf(keys, row.accountSealed),
    state: row.state ?? ('waiting' as const),
    ...{ code: row.code, stateWords: stateWords(row), stateOn: row.stateOn, reissueOf: row.reissueOf },
    why: whyOf(row, view),
    exceptions: view.keysByLine.get(id) ?? [],
  };
}

const SAMPLE = 5;

/** Papers that hang on a person's rights, and the card of his account. */
async function papersOfLines(db: Db, countyId: number, ids: readonly string[]) {
  const { rows } = await sql<{ lineId: string; id: string; title: string; signedOn: string }>`
    select distinct l.id as "lineId", p.id, p.title, p.signed_on as "signedOn" from pay_line l
    left join pay_account a on a.county_id = l.county_id and a.id = l.account_id and a.version = l.account_version
    join paper p on p.county_id = l.county_id and p.voided_at is null and (p.id = a.paper_id or exists (select
      from spell s join evidence e on e.county_id = s.county_id and e.record_kind = 'spell' and e.record_id = s.id
        and e.removed_at is null
      where s.county_id = l.county_id and s.person_id = l.person_id and e.paper_id = p.id))
    where l.county_id = ${countyId} and l.id = any(${ids}::uuid[]) order by 4, 3`.execute(db);
  return rows;
}

/** SQL: a line's place in a draw, the sha256 of «seed:line number»: whoever has both draws the same. */
export const drawPlace = (seed: string, lineId: RawBuilder<unknown>): RawBuilder<Buffer> =>
  sql<Buffer>`sha256(convert_to(${seed} || ':' || ${lineId}::text, 'UTF8'))`;

/** Five lines for the reviewer's eye, drawn by the hash and the round so that everybody sees the same five. */
export async function sampleLines(db: Db, ctx: Ctx, place: BatchPlace, ref: string) {
  const batch: BatchHead = await findBatch(db, place, ref);
  const seed = `${batch.hash.slice(0, 8)}-${batch.round}`;
  const { rows: drawn } = await sql<{ id: string }>`select id from pay_line
    where county_id = ${place.countyId} and batch_id = ${batch.id}
    order by ${drawPlace(seed, sql`id`)} limit ${SAMPLE}`.execute(db);
  const ids = drawn.map(({ id }) => id);
  const view = await viewBatch(db, ctx, place, batch);
  const papers = await papersOfLines(db, place.countyId, ids);
  const rows = await lineRows(db, place.countyId, batch.id, ids);
  const lines = rows.map((row) => ({
    ...toldLine(row, ctx.keys, view),
    papers: papers.filter(({ lineId }) => lineId === row.id).map(({ lineId: _, ...paper }) => paper),
  }));
  return { seed, lines };
}

/** Where a line is that somebody asks for by its id alone: its batch, and whom it pays. Throws NotFound. */
export async function findLine(db: Db, place: BatchPlace, id: string) {
  const { rows } = await sql<{ id: string; batchId: string; number: string; personId: string; name: string }>`
    select l.id, b.id as "batchId", b.number, p.id as "personId", p.name
    from pay_line l join batch b on b.county_id = l.county_id and b.id = l.batch_id
    join person p on p.county_id = l.county_id and p.id = l.person_id
    where l.county_id = ${place.countyId} and l.id = ${id} and (l.division_id = any(${place.divisionIds}::uuid[])
      or b.division_id = ${place.divisionId})`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new NotFound();
  const { personId, name, ...line } = row;
  return { ...line, person: { id: personId, name } };
}
