import { sql } from 'kysely';
import { batchHash, lineHash } from '../../modules/disbursement/index.ts';
import { BOOKS_ALTERED, type Check, found } from './check.ts';
import { isOther } from './money.ts';

/** Each line's last step. */
const STANDING = sql`(select distinct on (county_id, line_id) county_id, line_id, state from line_event
  order by county_id, line_id, seq desc)`;

const alteredLines = found(sql`select l.county_id as "countyId", l.id as "recordId" from pay_line l
  where ${isOther(sql`l.content_hash`, (writing) => lineHash('l', writing))}
     or l.fen <> (select coalesce(sum(i.fen), 0) from line_item i where i.county_id = l.county_id and i.line_id = l.id)`);

const wrongItems = found(sql`select i.county_id as "countyId", i.line_id as "recordId" from line_item i
    left join accrual a on a.county_id = i.county_id and a.id = i.accrual_id
    left join recovery r on r.county_id = i.county_id and r.id = i.recovery_id
  where i.accrual_id is not null and i.fen is distinct from a.fen
     or i.recovery_id is not null and (r.kind is distinct from 'offset' or i.fen is distinct from -r.fen)`);

/** A debt sits in one line that is not dead, and each attempt after the first follows one that died. */
const paidTwice = found(sql`select i.county_id as "countyId", i.accrual_id as "recordId" from line_item i
    left join ${STANDING} s on s.county_id = i.county_id and s.line_id = i.line_id
  where i.accrual_id is not null
  group by i.county_id, i.accrual_id
  having count(*) filter (where s.state is null or s.state not in ('returned', 'taken_back', 'cancelled')) > 1
      or max(i.attempt) <> count(*)`);

const claimedAndPaid =
  found(sql`select distinct i.county_id as "countyId", i.line_id as "recordId" from line_item i
  join claim c on c.county_id = i.county_id and c.accrual_id = i.accrual_id`);

const alteredBatches = found(sql`select e.county_id as "countyId", e.batch_id as "recordId" from (
    select distinct on (county_id, batch_id) * from batch_event order by county_id, batch_id, seq desc) e
    left join lateral (select count(*) as lines, coalesce(sum(l.fen), 0) as fen from pay_line l
      where l.county_id = e.county_id and l.batch_id = e.batch_id) s on true
  where e.line_count <> s.lines or e.total_fen <> s.fen
     or e.content_hash <> ${batchHash(sql`e.county_id`, sql`e.batch_id`)}`);

// What the three hands signed is what stands there; nothing was signed after the money left.
const changedAfterApproval = found(sql`select distinct a.county_id as "countyId", a.batch_id as "recordId"
    from batch_event a join batch_event b on b.county_id = a.county_id and b.batch_id = a.batch_id and b.seq > a.seq
  where a.state = 'approved' and (b.content_hash <> a.content_hash or b.total_fen <> a.total_fen
     or b.state in ('opened', 'submitted', 'reviewed', 'approved'))`);

/** The steps of a batch, each after the one before it. */
const NEXT = sql`(values ('', 'opened'), ('opened', 'submitted'), ('opened', 'cancelled'), ('submitted', 'reviewed'),
  ('submitted', 'sent_back'), ('submitted', 'cancelled'), ('reviewed', 'approved'), ('reviewed', 'sent_back'),
  ('reviewed', 'cancelled'), ('approved', 'exported'), ('approved', 'cancelled'), ('sent_back', 'submitted'),
  ('sent_back', 'opened'), ('sent_back', 'cancelled'), ('exported', 'closed'), ('exported', 'exported'),
  ('approved', 'closed'))`;

const wrongSteps = found(sql`select distinct county_id as "countyId", batch_id as "recordId" from (
    select county_id, batch_id, seq, state, coalesce(lag(state) over w, '') as before, row_number() over w as place
      from batch_event window w as (partition by county_id, batch_id order by seq)) x
  where seq <> place or (before, state) not in (select * from ${NEXT} n)`);

/** One round: nobody signs twice by his own pass code. Whoever opened the batch is a maker in every round. */
const sameHand = found(sql`select distinct a.county_id as "countyId", a.batch_id as "recordId"
    from batch_event a join batch_event b on b.county_id = a.county_id and b.batch_id = a.batch_id
     and b.actor_id = a.actor_id and b.seq > a.seq
  where a.method = 'pass_code' and b.method = 'pass_code' and b.state in ('reviewed', 'approved')
    and (a.state = 'opened' or a.state in ('submitted', 'reviewed') and a.round = b.round)`);

/** The life of a line: into a file, then paid or returned; a hold is released or the line dies. */
const LINE_NEXT = sql`(values ('', 'held'), ('', 'in_file'), ('', 'cancelled'), ('', 'paid'), ('held', 'released'),
  ('held', 'cancelled'), ('held', 'held'), ('released', 'in_file'), ('released', 'held'), ('released', 'cancelled'),
  ('released', 'paid'), ('in_file', 'paid'), ('in_file', 'returned'), ('paid', 'taken_back'))`;

const wrongLives = found(sql`select distinct county_id as "countyId", line_id as "recordId" from (
    select county_id, line_id, seq, state, coalesce(lag(state) over w, '') as before, row_number() over w as place
      from line_event window w as (partition by county_id, line_id order by seq)) x
  where seq <> place or (before, state) not in (select * from ${LINE_NEXT} n)`);

const wrongFiles = found(sql`select f.county_id as "countyId", f.id as "recordId" from bank_file f
    left join lateral (select count(*) as lines, coalesce(sum(l.fen), 0) as fen
      from line_event e join pay_line l on l.county_id = e.county_id and l.id = e.line_id
      where e.county_id = f.county_id and e.file_id = f.id and e.state = 'in_file') s on true
  where f.direction = 'out' and (f.rows <> s.lines or f.total_fen <> s.fen)
     or not exists (select from stored_file x where x.county_id = f.county_id and x.sha256 = f.file_sha256)`);

/** What the bank said of a line stands in a file of the batch from the bank, whose sum it makes up. */
const bankWords = found(sql`select e.county_id as "countyId", e.line_id as "recordId" from line_event e
    join pay_line l on l.county_id = e.county_id and l.id = e.line_id
    left join bank_file f on f.county_id = e.county_id and f.id = e.file_id and f.direction = 'in'
      and f.batch_id = l.batch_id
  where e.state in ('paid', 'returned', 'taken_back') and f.id is null and not (e.state = 'paid' and l.fen = 0)
  union select f.county_id, f.id from bank_file f
    left join lateral (select coalesce(sum(l.fen), 0) as fen from line_event e
      join pay_line l on l.county_id = e.county_id and l.id = e.line_id
      where e.county_id = f.county_id and e.file_id = f.id) s on true
  where f.direction = 'in' and f.total_fen <> s.fen`);

const unfinished = found(sql`select distinct e.county_id as "countyId", e.batch_id as "recordId"
    from batch_event e join pay_line l on l.county_id = e.county_id and l.batch_id = e.batch_id
    left join ${STANDING} s on s.county_id = l.county_id and s.line_id = l.id
  where e.state = 'closed' and (s.state is null or s.state in ('in_file', 'held', 'released'))`);

const accountGaps = found(sql`select county_id as "countyId", id as "recordId" from pay_account
  group by county_id, id having max(version) <> count(*)`);

/** Batches, their lines and what went to the bank. */
export const BATCH_CHECKS: readonly Check[] = [
  {
    code: 'line_altered',
    recordKind: 'payLine',
    message: `一笔发放被改动过。${BOOKS_ALTERED}`,
    query: alteredLines,
  },
  {
    code: 'item_wrong',
    recordKind: 'payLine',
    message: `一笔发放里有一行与应发或抵扣不一致。${BOOKS_ALTERED}`,
    query: wrongItems,
  },
  {
    code: 'paid_twice',
    recordKind: 'accrual',
    message: `同一行应发在两笔发放里。${BOOKS_ALTERED}`,
    query: paidTwice,
  },
  {
    code: 'claimed_and_paid',
    recordKind: 'payLine',
    message: `已列入追回的冲减又抵进了发放。${BOOKS_ALTERED}`,
    query: claimedAndPaid,
  },
  {
    code: 'batch_altered',
    recordKind: 'batch',
    message: `一个批次的笔数、合计或内容与签批的不一致。${BOOKS_ALTERED}`,
    query: alteredBatches,
  },
  {
    code: 'batch_changed_after',
    recordKind: 'batch',
    message: `一个批次批准以后又变了。${BOOKS_ALTERED}`,
    query: changedAfterApproval,
  },
  {
    code: 'batch_steps',
    recordKind: 'batch',
    message: `一个批次的步骤次序不对。${BOOKS_ALTERED}`,
    query: wrongSteps,
  },
  {
    code: 'batch_same_hand',
    recordKind: 'batch',
    message: `一个批次由同一人办了两步。${BOOKS_ALTERED}`,
    query: sameHand,
  },
  {
    code: 'line_steps',
    recordKind: 'payLine',
    message: `一笔发放的步骤次序不对。${BOOKS_ALTERED}`,
    query: wrongLives,
  },
  {
    code: 'bank_file_wrong',
    recordKind: 'bankFile',
    message: `一份银行文件的笔数、合计或原件对不上。${BOOKS_ALTERED}`,
    query: wrongFiles,
  },
  {
    code: 'bank_file_wrong',
    recordKind: 'payLine',
    message: `一笔的到账、退回或冲回不在银行的回执里，或回执的合计对不上。${BOOKS_ALTERED}`,
    query: bankWords,
  },
  {
    code: 'batch_unfinished',
    recordKind: 'batch',
    message: `已办结的批次里还有没结果的一笔。${BOOKS_ALTERED}`,
    query: unfinished,
  },
  {
    code: 'account_gap',
    recordKind: 'account',
    message: `一个收款账户的旧版本不全。${BOOKS_ALTERED}`,
    query: accountGaps,
  },
];
