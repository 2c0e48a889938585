import { useQuery } from '@tanstack/react-query';
import { type DragEvent, useRef, useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { uploadPaper } from '../../api/records.ts';
import { GoLink } from '../../app/links.tsx';
import { recordPath } from '../../app/rooms.ts';
import { Part, Shape, sourceWords, titleOf } from '../../components/index.ts';
import { figureText } from '../../lib/figures.ts';
import { figureRecordsQuery, noteRecordsQuery, type ReportFigure, type TracedRecord } from './data.ts';

const FIRST = 5;

interface RecordsProps {
  readonly division: string;
  readonly year: number;
  readonly figure: ReportFigure;
  readonly mayHang: boolean;
  /** The summary is signed: what is shown is how the records stand now. */
  readonly frozen: boolean;
}

/** The records behind a figure: those without a paper first, each with a place to drop it. */
export function Records(props: RecordsProps) {
  if (props.figure.code.startsWith('X.')) return <NoteRecords {...props} />;
  return <FigureRecords {...props} />;
}

/** What a record brings, where that says anything: not the 1 of every meeting, not the 0 of a person's further rows. */
function partWords({ contribution }: TracedRecord, all: readonly TracedRecord[], unit: string): string {
  const isTelling = all.some((one) => one.contribution !== 1 && one.contribution !== 0);
  return isTelling ? figureText(contribution, unit) : '';
}

function FigureRecords({ division, year, figure, mayHang, frozen }: RecordsProps) {
  const query = useQuery(figureRecordsQuery(division, year, figure.code));
  return (
    <Part query={query} waiting="正在取记录…">
      {({ records, total }) => {
        const open = records.filter(({ evidenced }) => !evidenced);
        const shown = [...open, ...records.filter(({ evidenced }) => evidenced)].slice(0, FIRST);
        return (
          <>
            <h3>
              {frozen ? '现在的记录' : '记录'} {total.toLocaleString('zh-CN')}
            </h3>
            <ul className="recs">
              {shown.map((record) => (
                <RecordRow
                  key={`${record.kind} ${record.id}`}
                  {...{ division, year, record, mayHang }}
                  part={partWords(record, records, figure.unit)}
                />
              ))}
            </ul>
          </>
        );
      }}
    </Part>
  );
}

interface RowProps {
  readonly division: string;
  readonly year: number;
  readonly record: TracedRecord;
  readonly part: string;
  readonly mayHang: boolean;
}

function RecordRow({ division, year, record, part, mayHang }: RowProps) {
  const hang = useHang(division, year, record);
  const isOpen = !record.evidenced && mayHang;
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    void hang.take([...event.dataTransfer.files]);
  };
  return (
    <li
      className={hang.over ? 'over' : undefined}
      {...(isOpen ? { onDrop, onDragOver: hang.onOver, onDragLeave: hang.onLeave } : {})}
    >
      <RecordLabel {...record} />
      <span className="r">{part}</span>
      <span className="from t2">{sourceWords(record.source)}</span>
      {record.evidenced ? <PaperLinks {...record} /> : <Unproved {...hang} isOpen={isOpen} />}
      {hang.said !== '' && (
        <span className="said" role="status">
          {hang.said}
        </span>
      )}
    </li>
  );
}

function PaperLinks({ papers }: Pick<TracedRecord, 'papers'>) {
  const [first] = papers;
  const path = first && recordPath('paper', first.id);
  const words = `佐证 ${papers.length}`;
  if (first === undefined || path === undefined) return <span className="t2">{words}</span>;
  return (
    <GoLink className="r" to={path} title={papers.map(({ title }) => title).join('、')}>
      {words}
    </GoLink>
  );
}

function Unproved({ isOpen, take, busy }: ReturnType<typeof useHang> & { isOpen: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className="check nowrap">
      <Shape kind="none" /> 未佐证{' '}
      {isOpen && (
        <>
          <button
            type="button"
            className="lnk"
            title="选文件，或把文件拖到这一行"
            disabled={busy}
            onClick={() => input.current?.click()}
          >
            {busy ? '正在挂…' : '挂上'}
          </button>
          <input
            ref={input}
            type="file"
            hidden
            multiple
            aria-label="选缺的材料"
            onChange={(event) => {
              void take([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </>
      )}
    </span>
  );
}

/** A paper dropped on a row hangs on the record at once; the name of the file says what it is. */
function useHang(division: string, year: number, record: TracedRecord) {
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const take = async (files: readonly File[]) => {
    setOver(false);
    if (files.length === 0) return;
    setBusy(true);
    try {
      for (const file of files) {
        const paperClass = file.type.startsWith('image/') ? '照片' : '佐证材料';
        const signedOn = record.day ?? `${year}-12-31`;
        const paper = { file, title: titleOf(file.name), caption: '', signedOn, paperClass };
        await uploadPaper(division, paper, record);
      }
      setSaid(`挂上了 ${files.length} 份。`);
      await queryClient.invalidateQueries();
    } catch (problem) {
      setSaid(errorWords(problem).join(''));
    } finally {
      setBusy(false);
    }
  };
  const onOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return { said, busy, over, take, onOver, onLeave: () => setOver(false) };
}

function NoteRecords({ division, year, figure }: RecordsProps) {
  const query = useQuery(noteRecordsQuery(division, year, figure.code));
  const [all, setAll] = useState(false);
  return (
    <Part query={query} waiting="正在取记录…">
      {(records) => (
        <>
          <h3>记录 {records.length.toLocaleString('zh-CN')}</h3>
          <ul className="recs">
            {(all ? records : records.slice(0, FIRST)).map((record) => (
              <li key={`${record.kind} ${record.id}`}>
                <RecordLabel {...record} />
              </li>
            ))}
          </ul>
          {!all && records.length > FIRST && (
            <button type="button" className="lnk" onClick={() => setAll(true)}>
              看全部 {records.length} 条
            </button>
          )}
        </>
      )}
    </Part>
  );
}

interface LabelProps extends Pick<TracedRecord, 'kind' | 'id' | 'label' | 'day'> {
  readonly detail?: string;
}

function RecordLabel({ kind, id, label, day, detail = '' }: LabelProps) {
  const path = recordPath(kind, id);
  return (
    <>
      <span className="t2">{day?.slice(5) ?? ''}</span>
      <span className="name" title={detail}>
        {path === undefined ? label : <GoLink to={path}>{label}</GoLink>}
        <span className="t2">　{detail}</span>
      </span>
    </>
  );
}
