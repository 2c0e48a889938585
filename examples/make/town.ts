import { activities2016, activities2017 } from './activities.ts';
import { archive2016, archive2017 } from './archive.ts';
import { benefits } from './benefits.ts';
import type { Book } from './contract.ts';
import { meetings2016, meetings2017 } from './meetings.ts';
import { money2016, money2017 } from './money.ts';
import * as office from './office.ts';
import { conscripts, departed, families, otherVeterans } from './others.ts';
import { payees } from './payees.ts';
import { allowances, payments } from './payments.ts';
import { populace } from './people.ts';
import { publicity2016, publicity2017 } from './publicity.ts';
import { chance } from './random.ts';
import { chooseHosts, contacts, giftVisits2016, giftVisits2017 } from './visits.ts';
import { difficulties } from './wants.ts';

const SEED = 1927;

/** Both workbooks of the sample township, the same rows on every run. */
export function town(): { readonly book2017: Book; readonly book2016: Book } {
  const luck = chance(SEED);
  const make = populace(luck);
  const paid = payees(luck, make);
  const gone = departed(luck, make);
  const veterans = otherVeterans(luck, make);
  const soldiers = conscripts(luck, make, paid);
  const kin = families(soldiers);
  const hosts = chooseHosts(paid, kin);
  const everyone = [...paid, ...veterans, ...kin];
  const book2017: Book = {
    单位: office.unit(2017),
    '村(社区)': office.villages(),
    优抚对象: [...paid, ...gone, ...veterans, ...kin].map((r) => r.row),
    发放记录: payments(paid),
    义务兵优待金: allowances(soldiers),
    领导小组: office.leadingGroup(2017),
    会议: meetings2017(),
    经费: money2017(),
    宣传: publicity2017(),
    活动: activities2017(),
    走访慰问: [...giftVisits2017(hosts), ...contacts(luck, everyone)],
    困难帮扶: difficulties(luck, [...paid, ...veterans]),
    待遇落实: benefits(luck, paid, soldiers, veterans),
    档案: archive2017(),
  };
  const book2016: Book = {
    单位: office.unit(2016),
    '村(社区)': office.villages(),
    优抚对象: hosts.lastYear.map((r) => r.row),
    领导小组: office.leadingGroup(2016),
    会议: meetings2016(),
    经费: money2016(),
    宣传: publicity2016(),
    活动: activities2016(),
    走访慰问: giftVisits2016(hosts),
    档案: archive2016(),
  };
  return { book2017, book2016 };
}
