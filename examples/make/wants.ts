import type { Row } from './contract.ts';
import { day } from './days.ts';
import { at, type Chance } from './random.ts';
import type { Right } from './roll.ts';

type Want = readonly [want: string, kind: string, help: string, result: string, sum?: number];

const WANTS: readonly Want[] = [
  ['慢性病药费负担重', '医疗', '协助办理医疗救助', '救助款已到账', 1200],
  ['屋顶漏雨', '住房', '村里组织修缮', '已修好'],
  ['补助卡丢失', '待遇', '陪同补办银行卡', '已换新卡'],
  ['退伍证遗失', '证件', '查档开具证明', '证明已开'],
  ['想找就近的工作', '就业', '推荐到茶厂务工', '已上岗'],
  ['孙子上学路远', '教育', '协调校车站点', '已设站点'],
  ['冬季取暖困难', '生活', '送棉被和取暖器', '已送到', 300],
  ['水管冻裂停水', '生活', '水厂上门维修', '已通水'],
];

/** Twenty-five wants came in during 2017; twenty-three were settled, two are open. */
export function difficulties(luck: Chance, rights: readonly Right[]): Row[] {
  const people = luck.shuffled(rights).slice(0, 25);
  return people.map((r, i) => {
    const [want, kind, help, result, sum] = at(WANTS, i % WANTS.length);
    const asked = (i * 2) % 11;
    const open = i >= 23;
    return {
      登记日期: day(2017, open ? 12 : asked + 1, luck.int(2, 27)),
      姓名: r.person.name,
      身份证号: r.person.id,
      诉求: want,
      类别: kind,
      措施: help,
      金额: open ? undefined : sum,
      办结日期: open ? undefined : day(2017, asked + 2, luck.int(1, 28)),
      结果: open ? undefined : result,
      佐证: open ? undefined : '困难帮扶登记册',
    };
  });
}
