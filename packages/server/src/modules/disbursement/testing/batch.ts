import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Month, monthOf } from '@shuangyong/values';
import { sql } from 'kysely';
import { afterAll } from 'vitest';
import type { Ctx, Keys } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Cells } from '../../../platform/contract/kind.ts';
import { type TestTown, testContext } from '../../../testing/index.ts';
import { lawOf } from '../../standards/index.ts';
import { exportBatch } from '../bank-export.ts';
import { takeResult } from '../bank-result.ts';
import { readResult } from '../bank-result-read.ts';
import { cancelBatch } from '../batch-cancel.ts';
import { closeBatch } from '../batch-close.ts';
import type { BatchAnswer, BatchPlace } from '../batch-find.ts';
import { openBatch } from '../batch-open.ts';
import { type NewAccrual, postRun } from '../post.ts';
import { approveBatch, reviewBatch, submitBatch } from '../step.ts';
import { keptTrace } from '../trace.ts';

export const OCTOBER = monthOf(2017, 10);
let serial = 100;

/** A line of the ledger for a test: 555.00 of one right and month. */
export interface TestAccrual extends Partial<NewAccrual> {
  readonly personId: string;
}

/** What it needs of a roll: people are entered as on the screen. */
export interface BatchRoll {
  readonly db: Db;
  readonly keys: Keys;
  readonly clerk: Ctx;
  readonly reviewer: Ctx;
  readonly town: TestTown;
  enrol(name: string, cells?: Cells): Promise<{ readonly personId: string }>;
}

/** A township with three hands, a ledger filled by hand, and the whole life of a batch in one call each. */
export function testBatches<R extends BatchRoll>(roll: R) {
  const { db, keys, clerk, town, enrol } = roll;
  const bank = testContext(keys, '财政某');
  const approver = testContext(keys, '批准某');
  const dataDir = mkdtempSync(join(tmpdir(), 'shuangyong-bank-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
  const place: BatchPlace = {
    ...{ countyId: town.countyId, divisionId: town.divisionId, code: '341524199000', level: 'township' },
    divisionIds: [town.divisionId],
  };
  const inTx = <T>(work: (tx: Db) => Promise<T>) => db.transaction().execute(work);

  /** Somebody on the roll with an account. */
  async function payee(name: string, cells = {}): Promise<string> {
    const account = `62284800${String(++serial).padStart(8, '0')}`;
    return (await enrol(name, { bank_name: '农商行', account, ...cells })).personId;
  }

  async function addHeads(tx: Db, ids: readonly string[]) {
    const { hash } = await lawOf(tx, town);
    await sql`insert into ledger_town (county_id, division_id, law_hash, through_month)
      values (${town.countyId}, ${town.divisionId}, decode(${hash}, 'hex'), ${OCTOBER})
      on conflict do nothing`.execute(tx);
    await sql`insert into ledger_head (county_id, person_id, division_id, facts_seq)
      select county_id, id, division_id, facts_seq from person where id = any(${ids}::uuid[])
      on conflict (county_id, person_id) do update set facts_seq = excluded.facts_seq`.execute(tx);
  }

  /** Posts lines, each numbered after those that stand there. */
  const post = (...lines: readonly TestAccrual[]) =>
    inTx(async (tx) => {
      await addHeads(
        tx,
        lines.map(({ personId }) => personId),
      );
      for (const given of lines) {
        const line = {
          kind: '参战退役人员',
          ref: '',
          component: 'base',
          fund: 'central',
          ...monthly,
          ...given,
        };
        const { rows } = await sql<{ seq: number; due: number }>`select coalesce(max(seq), 0)::int as seq,
            coalesce(sum(fen), 0)::bigint as due from accrual
          where person_id = ${line.personId} and kind = ${line.kind} and ref = ${line.ref}
            and component = ${line.component} and fund = ${line.fund} and month = ${line.month}`.execute(tx);
        const { seq, due } = rows[0] ?? { seq: 0, due: 0 };
        const at = { divisionId: town.divisionId, seq: seq + 1, dueAfterFen: due + line.fen };
        const cause = line.fen < 0 ? 'correction' : 'regular';
        const whole = {
          ...at,
          cause,
          derived: false,
          factsSeq: 1,
          postedMonth: OCTOBER,
          trace: TRACE,
        } as const;
        const run = {
          commandKey: newId(),
          cause: 'monthly',
          through: OCTOBER,
          lawHash: '00'.repeat(32),
        } as const;
        await postRun(tx, clerk, town, { ...run, people: 1, unknown: [] }, [{ ...whole, ...line }]);
      }
    });

  const open = (month: Month = OCTOBER, kind: Parameters<typeof openBatch>[3]['kind'] = '抚恤补助') =>
    inTx((tx) => openBatch(tx, clerk, place, { commandKey: newId(), kind, month }));
  const submit = ({ batch, hash }: BatchAnswer, as: Ctx = clerk) =>
    inTx((tx) => submitBatch(tx, as, place, batch, { hash }));
  const review = ({ batch, hash }: BatchAnswer, as: Ctx = roll.reviewer) =>
    inTx((tx) => reviewBatch(tx, as, place, batch, { hash }));
  const approve = ({ batch, hash }: BatchAnswer, as: Ctx = approver) =>
    inTx((tx) => approveBatch(tx, as, place, batch, { hash }));
  const toBank = ({ batch }: BatchAnswer, layout: 'xlsx' | 'fixed' = 'fixed', as: Ctx = bank) =>
    inTx((tx) => exportBatch(tx, as, place, batch, { layout, dataDir }));
  const result = async ({ batch }: BatchAnswer, text: string, as: Ctx = bank) => {
    const bytes = Buffer.from(text);
    const rows = await readResult(bytes);
    return inTx((tx) => takeResult(tx, as, place, batch, { rows, bytes, name: '回执.csv', dataDir }));
  };
  const close = ({ batch }: BatchAnswer, as: Ctx = bank) => inTx((tx) => closeBatch(tx, as, place, batch));
  const cancel = ({ batch }: BatchAnswer) => inTx((tx) => cancelBatch(tx, clerk, place, batch, '重算'));

  /** Through three hands to the approval. */
  async function approved(month: Month = OCTOBER): Promise<BatchAnswer> {
    const batch = await open(month);
    await submit(batch);
    await review(batch);
    return approve(batch);
  }

  /** Lines of a batch in their order. */
  async function linesOf({ batch }: Pick<BatchAnswer, 'batch'>) {
    const { rows } = await sql<{
      id: string;
      person: string;
      fen: number;
      state: string | null;
      code: string | null;
    }>`
      select l.id, p.name as person, l.fen, e.state, e.code from pay_line l
      join person p on p.id = l.person_id left join lateral (select state, code from line_event x
        where x.line_id = l.id order by seq desc limit 1) e on true
      where l.batch_id = ${batch} order by l.ordinal`.execute(db);
    return rows;
  }

  const hands = { clerk, reviewer: roll.reviewer, approver, bank };
  const steps = { open, submit, review, approve, toBank, result, close, cancel, approved, linesOf };
  return { ...roll, ...hands, ...steps, place, dataDir, inTx, payee, post };
}

const monthly = { month: OCTOBER, fen: 55_500 };
const TRACE = keptTrace({ regime: 'test', source: '', article: '', steps: [] });
