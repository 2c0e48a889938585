import { archiveRow, filed2016, filed2017, founding, signedNextYear } from './archive.ts';
import * as care from './care.ts';
import type { Book } from './contract.ts';
import * as office from './office.ts';
import { conscripts, departed, families, otherVeterans } from './others.ts';
import { allowances, payments } from './payments.ts';
import { populace } from './people.ts';
import * as publicity from './publicity.ts';
import { chance } from './random.ts';
import { payees } from './roll.ts';

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
  const hosts = care.chooseHosts(paid, kin);
  const everyone = [...paid, ...veterans, ...kin];
  const book2017: Book = {
    单位: office.unit(2017),
    '村(社区)': office.villages(),
    优抚对象: [...paid, ...gone, ...veterans, ...kin].map((r) => r.row),
    发放记录: payments(paid),
    义务兵优待金: allowances(soldiers),
    领导小组: office.leadingGroup(2017),
    会议: office.meetings2017(),
    经费: office.money2017(),
    宣传: publicity.publicity2017(),
    活动: publicity.activities2017(),
    走访慰问: [...care.giftVisits2017(hosts), ...care.contacts(luck, everyone)],
    困难帮扶: care.difficulties(luck, [...paid, ...veterans]),
    待遇落实: care.benefits(luck, paid, soldiers, veterans),
    档案: [...founding(), ...filed2017(), ...signedNextYear()].map(archiveRow),
  };
  const book2016: Book = {
    单位: office.unit(2016),
    '村(社区)': office.villages(),
    优抚对象: hosts.lastYear.map((r) => r.row),
    领导小组: office.leadingGroup(2016),
    会议: office.meetings2016(),
    经费: office.money2016(),
    宣传: publicity.publicity2016(),
    活动: publicity.activities2016(),
    走访慰问: care.giftVisits2016(hosts),
    档案: filed2016().map(archiveRow),
  };
  return { book2017, book2016 };
}
