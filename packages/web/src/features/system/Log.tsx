import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { kindsQuery } from '../../api/data.ts';
import type { components } from '../../api/schema.gen.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import {
  type Column,
  DataTable,
  Empty,
  FilterLine,
  fixedRows,
  PrintPage,
  useFilter,
  usePagedRows,
  usePrint,
} from '../../components/index.ts';
import { type Asked, AskPerson } from './AskPerson.tsx';
import { ChainCheck } from './ChainCheck.tsx';
import { LogPanel } from './LogPanel.tsx';
import { actionWords, clockTime, detailWords, kindWords } from './logWords.ts';

export type LogLine = components['schemas']['LogLine'];

function useSheets(): ReadonlyMap<string, string> {
  const { data = [] } = useQuery(kindsQuery);
  return new Map(data.map(({ kind, sheet }) => [kind, sheet]));
}

function columnsOf(sheets: ReadonlyMap<string, string>): readonly Column<LogLine>[] {
  return [
    { key: 'at', title: '时间', width: 190, cell: (line) => clockTime(line.at) },
    { key: 'actor', title: '谁', width: 100, strong: true, cell: (line) => line.actor },
    { key: 'action', title: '做了什么', width: 190, cell: (line) => actionWords(line.action) },
    { key: 'kind', title: '对什么', width: 140, cell: (line) => kindWords(line.recordKind, sheets) },
    { key: 'detail', title: '详情', quiet: true, cell: (line) => detailWords(line.detail) },
    {
      key: 'seq',
      title: '链上序号',
      width: 90,
      number: true,
      quiet: true,
      cell: (line) => line.seq ?? '待封',
    },
  ];
}

function useLines(record: string, from: string, to: string) {
  const { division } = useScope();
  const key = ['audit', division, record, from, to];
  const asked = { ...(record ? { record } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
  return usePagedRows<LogLine, { total: number; rows: readonly LogLine[] }>(key, async (offset, limit) => {
    const query = { division, ...asked, offset, limit };
    const { total, lines } = await answer(api.GET('/api/audit', { params: { query } }));
    return { total, rows: lines };
  });
}

function DayField({ name, label }: { name: string; label: string }) {
  const [value, set] = useFilter(name);
  return (
    <label className="row">
      <span className="nowrap">{label}</span>
      <input type="date" className="field" value={value} onChange={(event) => set(event.target.value)} />
    </label>
  );
}

function Print({ lines, sheets }: { lines: readonly LogLine[]; sheets: ReadonlyMap<string, string> }) {
  const print = usePrint();
  const { divisionName } = useScope();
  const { today } = useSession();
  const columns = [
    { key: 'at', title: '时间', mm: 42, cell: (line: LogLine) => clockTime(line.at) },
    { key: 'actor', title: '谁', mm: 22, cell: (line: LogLine) => line.actor },
    { key: 'action', title: '做了什么', mm: 40, cell: (line: LogLine) => actionWords(line.action) },
    { key: 'kind', title: '对什么', mm: 26, cell: (line: LogLine) => kindWords(line.recordKind, sheets) },
    { key: 'detail', title: '详情', cell: (line: LogLine) => detailWords(line.detail) },
  ];
  const page = (
    <PrintPage
      title="日志摘录"
      office={divisionName}
      asOf={today}
      rows={lines}
      columns={columns}
      rowKey={({ id }) => id}
    />
  );
  return (
    <button type="button" className="btn" onClick={() => print(page)}>
      印这一页
    </button>
  );
}

function Filters({ asked, onAsk, lines, sheets }: FiltersProps) {
  const { user } = useSession();
  const [record, setRecord] = useFilter('record');
  const isAuditor = user?.actions.includes('audit.byPerson');
  return (
    <FilterLine
      actions={
        <>
          <Print lines={lines} sheets={sheets} />
          <ChainCheck />
        </>
      }
    >
      <DayField name="from" label="从" />
      <DayField name="to" label="到" />
      {record !== '' && (
        <button type="button" className="btn" onClick={() => setRecord('')}>
          只看一条记录　取消
        </button>
      )}
      {isAuditor && <AskPerson asked={asked} onAsk={onAsk} />}
    </FilterLine>
  );
}

interface FiltersProps {
  readonly asked: Asked | undefined;
  readonly onAsk: (asked: Asked | undefined) => void;
  readonly lines: readonly LogLine[];
  readonly sheets: ReadonlyMap<string, string>;
}

/** 日志: what happened, to one record or in a stretch of days; about a colleague only for the auditor. */
export function Log() {
  const sheets = useSheets();
  const [record] = useFilter('record');
  const [from] = useFilter('from');
  const [to] = useFilter('to');
  const [asked, setAsked] = useState<Asked>();
  const [open, setOpen] = useState<LogLine>();
  const everything = useLines(record, from, to);
  const rows = asked ? fixedRows(asked.lines) : everything;
  const shown = Array.from({ length: Math.min(rows.total, 200) }, (_, at) => rows.row(at)).flatMap(
    (line) => line ?? [],
  );
  return (
    <>
      <Filters asked={asked} onAsk={setAsked} lines={shown} sheets={sheets} />
      <div className={open ? 'two log' : 'page-fill'}>
        <div className="page-fill">
          <DataTable
            label="日志"
            rows={rows}
            columns={columnsOf(sheets)}
            rowKey={({ id }) => id}
            onOpen={setOpen}
            foot={asked ? `${asked.name}　${rows.total} 条` : `${rows.total} 条`}
            empty={<Empty words="这几天没有记下什么。" />}
          />
        </div>
        {open && <LogPanel key={open.id} line={open} sheets={sheets} onClose={() => setOpen(undefined)} />}
      </div>
    </>
  );
}
