import { fen, yuanDisplay } from '@shuangyong/values';
import { PrintPage } from '../../components/index.ts';
import type { Person, TimelineLine } from './data.ts';
import { rightWords } from './Rights.tsx';
import { linesUntil } from './timelineTypes.ts';

interface PersonSheetsProps {
  readonly person: Person;
  readonly office: string;
  readonly asOf: string;
}

function textOf({ amountFen, text }: TimelineLine): string {
  return amountFen === null ? text : `${yuanDisplay(fen(amountFen))} 元　${text}`;
}

/** 一人一档: who he is and what he is on the roll for, then everything that happened, numbers masked. */
export function PersonSheets({ person, office, asOf }: PersonSheetsProps) {
  const facts = [
    person.sex ?? '性别不详',
    person.bornOn === null ? '出生不详' : `${person.bornOn} 出生`,
    person.village ?? '村不详',
    person.identity === null ? '身份证号不详' : `身份证 ${person.identity}`,
  ].join('　');
  const rights = person.rights.map(rightWords).join('；');
  const state = `${person.state}　已发至 ${person.paidThrough ?? '—'}　缺：${person.missing.join('、') || '无'}`;
  return (
    <PrintPage
      title={`${person.name} 个人档案`}
      office={office}
      asOf={asOf}
      lines={[facts, rights, state]}
      rows={linesUntil(person.timeline, asOf)}
      rowKey={(line) => `${line.type} ${line.record.id} ${line.day} ${line.text}`}
      columns={[
        { key: 'no', title: '序号', mm: 12, align: 'center', cell: (_, index) => index + 1 },
        { key: 'day', title: '日期', mm: 26, cell: ({ day }) => day },
        { key: 'type', title: '类', mm: 14, cell: ({ type }) => type },
        { key: 'text', title: '内容', cell: textOf },
        { key: 'papers', title: '材料', mm: 14, align: 'right', cell: ({ papers }) => papers || '—' },
      ]}
      sign="经办：　　　　　　"
    />
  );
}
