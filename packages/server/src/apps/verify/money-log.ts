import { type RawBuilder, sql } from 'kysely';
import { BATCH_STATES } from '../../modules/disbursement/index.ts';
import { type Check, found } from './check.ts';

// A seal and a sum say that a row is as it was written; only the log, which is a chain, says that it was written at all
// and that none is gone. What is counted here is written in the command that writes its line of the log.

const CURE = '有人绕过软件添过或删过账，先别发放，请从备份恢复，并把校验结果交县里核查。';

/** SQL: rows on the one side and lines of the log on the other, by county, record and what was done; found where they differ. */
const apart = (rows: RawBuilder<unknown>, log: RawBuilder<unknown>) =>
  found(sql`select distinct coalesce(r.county_id, l.county_id) as "countyId", coalesce(r.record, l.record) as "recordId"
    from (select county_id, record, what, count(*) as n from ${rows} x group by 1, 2, 3) r
    full join (select county_id, record, what, count(*) as n from ${log} x group by 1, 2, 3) l
      on (l.county_id, l.record, l.what) = (r.county_id, r.record, r.what)
    where r.n is distinct from l.n`);

/** SQL: lines of the log of these actions, `of` naming the record and `what` the rest that has to be the same. */
const logged = (actions: readonly string[], of: RawBuilder<unknown>, what: RawBuilder<unknown>) =>
  sql`(select e.county_id, ${of} as record, ${what} as what from audit_event e
    where e.action in (${sql.join(actions.map((one) => sql.lit(one)))}))`;

/** Each step of a batch by whose hand it was: nobody signs, and no signature goes, without the log. */
const batchSteps = apart(
  sql`(select county_id, batch_id::text as record, 'batch.' || state || ' ' || actor_id as what from batch_event)`,
  logged(
    BATCH_STATES.map((state) => `batch.${state}`),
    sql`e.record_id`,
    sql`e.action || ' ' || e.actor_id`,
  ),
);

/** Each run by the hash of what it posted. */
const runs = apart(
  sql`(select county_id, id::text as record, encode(set_hash, 'hex') as what from ledger_run)`,
  logged(['ledger.run'], sql`e.record_id`, sql`e.detail ->> 'hash'`),
);

/** Files from the bank; those to the bank each belong to a step of the batch. */
const bankFiles = apart(
  sql`(select county_id, batch_id::text as record, direction as what from bank_file)`,
  sql`(select county_id, record, what from ${logged(['batch.result'], sql`e.record_id`, sql`'in'`)} i
    union all select county_id, record, what from ${logged(['batch.exported'], sql`e.record_id`, sql`'out'`)} o)`,
);

/** Money that came in for claims or was written off, and what was taken back of it. */
const recoveries = apart(
  sql`(select r.county_id, r.claim_id::text as record, case r.kind when 'cash' then 'claim.cash'
        when 'write_off' then 'claim.writeOff' else 'claim.undo' end || ' ' || coalesce(r.undoes, r.id) || ' ' || r.fen as what
      from recovery r left join recovery o on o.county_id = r.county_id and o.id = r.undoes
      where r.kind <> 'offset' and coalesce(o.kind, '') <> 'offset')`,
  logged(
    ['claim.cash', 'claim.writeOff', 'claim.undo'],
    sql`e.record_id`,
    sql`e.action || ' ' || (e.detail ->> 'recoveryId') || ' ' || (e.detail ->> 'fen')`,
  ),
);

/** Notices, plans and write-offs asked for. */
const claimSteps = apart(
  sql`(select county_id, claim_id::text as record, 'claim.' || step as what from claim_step)`,
  logged(['claim.notice', 'claim.plan', 'claim.proposal'], sql`e.record_id`, sql`e.action`),
);

/** Claims, raised many at once: as many, and as much, as the log says of the county. */
const claims = found(sql`select coalesce(c.county_id, l.county_id) as "countyId",
    coalesce(c.county_id, l.county_id)::text as "recordId"
  from (select county_id, count(*) as n, sum(fen) as fen from claim group by 1) c
  full join (select county_id, sum((detail ->> 'claims')::int) as n, sum((detail ->> 'fen')::bigint) as fen
    from audit_event where action = 'claim.raise' group by 1) l on l.county_id = c.county_id
  where (c.n, c.fen) is distinct from (l.n, l.fen)`);

/** Accounts entered, corrected or ended by hand; what came from the roll is the import's. */
const accounts = apart(
  sql`(select county_id, id::text as record, case state when 'live' then 'account.save ' else 'account.end ' end || version
      as what from pay_account where origin = 'screen')`,
  logged(
    ['account.save', 'account.end'],
    sql`e.detail ->> 'account'`,
    sql`e.action || ' ' || (e.detail ->> 'version')`,
  ),
);

const fundsReceived = apart(
  sql`(select county_id, coalesce(undoes, id)::text as record, case when undoes is null then 'fund.add' else 'fund.undo' end
      as what from fund_received)`,
  logged(['fund.add', 'fund.undo'], sql`e.record_id`, sql`e.action`),
);

const closings = apart(
  sql`(select county_id, division_id::text as record, (month / 12) || '-' || lpad((month % 12 + 1)::text, 2, '0') as what
      from period_close)`,
  logged(['ledger.close'], sql`e.division_id::text`, sql`e.detail ->> 'month'`),
);

const check = (recordKind: string, what: string, query: Check['query']): Check => ({
  ...{ code: 'log_apart', recordKind, message: `${what}与日志对不上。${CURE}`, query },
});

/** Rows about money against the log: none was added without it, none of those it tells of is gone. */
export const LOG_CHECKS: readonly Check[] = [
  check('batch', '一个批次的步骤', batchSteps),
  check('run', '一次记账', runs),
  check('bankFile', '一个批次的银行文件', bankFiles),
  check('recovery', '一笔追回的收款、核销或撤回', recoveries),
  check('claim', '一笔追回的告知、计划或报请', claimSteps),
  check('claim', '列入追回的笔数、金额', claims),
  check('account', '一个收款账户的版本', accounts),
  check('fund', '一笔到账资金', fundsReceived),
  check('period', '一个月的结账', closings),
];
