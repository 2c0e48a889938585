import type { Day } from '@shuangyong/values';
import type { Db } from '../../kernel/db.ts';
import { comingOf } from '../benefits/index.ts';
import type { TaskRow } from './home.ts';

interface ComingPlace {
  readonly countyId: number;
  readonly divisionId: string;
  readonly divisionIds: readonly string[];
}

const named = (people: readonly { readonly name: string }[]) =>
  people.length > 3
    ? `${people
        .slice(0, 3)
        .map(({ name }) => name)
        .join('、')} 等 ${people.length} 人`
    : people.map(({ name }) => name).join('、');

function row(key: string, due: string, text: string, note: string, rule: string): TaskRow {
  return { key, due, text, note, href: '/people/coming', action: '看名单', rule };
}

/** Tasks that age and blank facts make: registration at 60, the look at 18, facts to be filled in. */
export async function comingTasks(db: Db, place: ComingPlace, today: Day): Promise<readonly TaskRow[]> {
  const { turning60, turning18, unknown } = await comingOf(db, place, today);
  const rows: TaskRow[] = [];
  const [first60] = turning60;
  if (first60)
    rows.push(
      row(
        'coming:60',
        first60.day,
        `${named(turning60)} 满 60 岁，可登记农村籍退役士兵补助`,
        '',
        '本人申请，当月起核',
      ),
    );
  const [first18] = turning18;
  if (first18)
    rows.push(
      row(
        'coming:18',
        first18.day,
        `${named(turning18)} 满 18 岁，查在学或残疾情况`,
        '不符合的停发',
        '遗属子女满 18 岁',
      ),
    );
  if (unknown.length > 0)
    rows.push(
      row('coming:unknown', today, `${named(unknown)} 缺事实，算不出应发数`, '补上事实', '名册上的事实要齐'),
    );
  return rows;
}
