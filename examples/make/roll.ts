import type { Row } from './contract.ts';
import type { Person } from './people.ts';

/** One right of one person as it stands on the roll, with what the payments need to know of it. */
export interface Right {
  readonly person: Person;
  readonly category: string;
  readonly start: string;
  readonly years: number;
  readonly grade: string;
  readonly paid: boolean;
  readonly row: Row;
}

interface Draft {
  readonly category: string;
  readonly start: string;
  readonly years?: number;
  readonly grade?: string;
  readonly approved?: string;
  readonly cells?: Row;
}

/** A right with the cells that every row of the roll carries, and those of its own. */
export function right(person: Person, draft: Draft): Right {
  const { category, start, years = 0, grade = '' } = draft;
  const row: Row = {
    姓名: person.name,
    身份证号: person.id,
    性别: person.sex,
    出生日期: person.born,
    '村(社区)': person.village,
    对象类别: category,
    残疾等级: grade === '' ? undefined : `${grade}级`,
    户籍性质: '农村',
    认定时间: draft.approved ?? start,
    享受起始年月: start,
    开户银行: '示范农商行映山支行',
    银行账号: person.account,
    联系电话: person.phone,
    备注: '合成人员',
    ...draft.cells,
  };
  return { person, category, start, years, grade, paid: row.停止年月 === undefined, row };
}
