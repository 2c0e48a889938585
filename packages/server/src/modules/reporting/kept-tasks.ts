import { addDays, type Day, daysBetween } from '@shuangyong/values';
import type { Db } from '../../kernel/db.ts';
import { listSlips } from '../disbursement/index.ts';
import { confirmDay, countConfirmations } from '../registry/index.ts';
import type { TaskRow } from './home.ts';

interface KeptPlace {
  readonly countyId: number;
  readonly divisionId: string;
  readonly divisionIds: readonly string[];
}

/** From so many days before its day on, what is open of the confirmations is a task. */
const CONFIRM_AHEAD = 60;
/** So many days after it, what is still open of a year that was kept is one too. */
const CONFIRM_AFTER = 90;
/** By when the other office should have said that it has a slip. */
const SLIP_DAYS = 30;

/** Tasks of one township that its own books make: confirmations near their day, slips nobody has accepted. */
export async function keptTasks(db: Db, place: KeptPlace, today: Day): Promise<readonly TaskRow[]> {
  if (place.divisionIds.length !== 1) return [];
  const year = Number(today.slice(0, 4));
  const confirmations = [
    await confirmTask(db, place, year - 1, today),
    await confirmTask(db, place, year, today),
  ];
  return [...confirmations.flat(), ...(await slipTasks(db, place))];
}

async function confirmTask(db: Db, place: KeptPlace, year: number, today: Day): Promise<readonly TaskRow[]> {
  const until = await confirmDay(db, place, year);
  const ahead = daysBetween(today, until);
  if (ahead > CONFIRM_AHEAD || ahead < -CONFIRM_AFTER) return [];
  const [count] = await countConfirmations(db, place, until);
  if (count === undefined || count.due === count.done || (ahead < 0 && count.recorded === 0)) return [];
  return [
    {
      ...{ key: `confirm:${year}`, due: until, text: `${year} 年度确认 还差 ${count.due - count.done} 人` },
      ...{ note: `应确认 ${count.due} 人`, href: `/people/confirm?year=${year}`, action: '打开名单' },
      rule: '领取定期待遇的每年确认一次，截止日见参数',
    },
  ];
}

async function slipTasks(db: Db, place: KeptPlace): Promise<readonly TaskRow[]> {
  const slips = await listSlips(db, place);
  const asked = slips.flatMap(({ id, name, asked }) =>
    asked === null
      ? []
      : [
          {
            ...{ key: `transfer-void:${id}`, due: asked.on, text: `${name}的迁入单写错了，等第二人核实` },
            ...{ note: `${asked.by}提出`, href: `/people/transfers?id=${id}`, action: '核实' },
            rule: '已经记了账的迁入单，更正由第二人核实',
          },
        ],
  );
  const sent = slips.filter(({ state }) => state === 'sent');
  const waiting = sent.map(({ id, toAccept, name, office, otherOffice, slipOn, paidThrough }) => ({
    ...{ key: `transfer:${id}`, due: addDays(slipOn as Day, SLIP_DAYS), note: `已发至 ${paidThrough}` },
    text: toAccept ? `${office}转来${name}，等接收` : `${name}的迁移单，等${otherOffice}接收`,
    ...{ href: `/people/transfers?id=${id}`, action: toAccept ? '接收' : '记回执' },
    rule: '迁移单寄出 30 天内要有回执',
  }));
  return [...asked, ...waiting];
}
