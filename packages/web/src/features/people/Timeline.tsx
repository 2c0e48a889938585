import { type ReactNode, useState } from 'react';
import { useScope } from '../../app/scope.ts';
import { type Column, DataTable, Empty, fixedRows, Money } from '../../components/index.ts';
import type { TimelineLine } from './data.ts';
import { linesUntil, typesOf } from './timelineTypes.ts';

interface TimelineProps {
  readonly lines: readonly TimelineLine[];
  readonly looked: TimelineLine | undefined;
  readonly onLook: (line: TimelineLine) => void;
  readonly personId: string;
  readonly asOfPick: ReactNode;
}

const COLUMNS: readonly Column<TimelineLine>[] = [
  { key: 'day', title: '日期', width: 128, quiet: true, cell: ({ day }) => day },
  { key: 'type', title: '类', width: 64, quiet: true, cell: ({ type }) => type },
  {
    key: 'text',
    title: '内容',
    cell: ({ amountFen, text }) => (
      <span title={text}>
        {amountFen !== null && (
          <b className="people-amount">
            <Money fen={amountFen} />
          </b>
        )}
        {text}
      </span>
    ),
  },
  {
    key: 'papers',
    title: '材料',
    width: 96,
    number: true,
    cell: ({ papers, type }) =>
      papers > 0 ? `材料 ${papers}` : <span className="t2">{type === '材料' ? '原件' : '—'}</span>,
  },
];

/** What happened to a person, newest first, by type; a line opens its record at the right. */
export function Timeline({ lines, onLook, personId, asOfPick }: TimelineProps) {
  const { asOf } = useScope();
  const [type, setType] = useState('');
  const known = linesUntil(lines, asOf);
  const shown = known.filter((line) => type === '' || line.type === type);
  return (
    <section className="people-timeline" aria-label="时间线">
      <div className="bar people-types">
        <fieldset className="tabs sm">
          <legend className="sr">时间线分类</legend>
          {typesOf(known).map(({ value, label, count }) => (
            <button
              key={value}
              type="button"
              aria-pressed={value === type}
              className={value === type ? 'on' : undefined}
              onClick={() => setType(value)}
            >
              {label} <b>{count}</b>
            </button>
          ))}
        </fieldset>
        <span className="grow" />
        {asOfPick}
      </div>
      <DataTable
        label="时间线"
        rows={fixedRows(shown)}
        columns={COLUMNS}
        rowKey={(line) => `${line.type} ${line.record.kind} ${line.record.id} ${line.day} ${line.text}`}
        onOpen={onLook}
        remember={`person.${personId}`}
        empty={<Empty words="还没有记录。从老台账导入，或在走访、帮扶里记一次。" />}
      />
    </section>
  );
}
