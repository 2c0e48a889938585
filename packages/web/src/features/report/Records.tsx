import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { uploadPaper } from '../../api/records.ts';
import { GoLink } from '../../app/links.tsx';
import { recordPath } from '../../app/rooms.ts';
import { FileDrop, Part, Shape, titleOf, useFigureDrawer } from '../../components/index.ts';
import { figureText } from '../../lib/figures.ts';
import { figureRecordsQuery, noteRecordsQuery, type ReportFigure, type TracedRecord } from './data.ts';

const FIRST = 5;

interface RecordsProps {
  readonly division: string;
  readonly year: number;
  readonly figure: ReportFigure;
  readonly mayHang: boolean;
}

/** The records behind a figure: those without a paper first, each with a place to drop it. */
export function Records(props: RecordsProps) {
  if (props.figure.code.startsWith('X.')) return <NoteRecords {...props} />;
  return <FigureRecords {...props} />;
}

function FigureRecords({ division, year, figure, mayHang }: RecordsProps) {
  const query = useQuery(figureRecordsQuery(division, year, figure.code));
  const { openFigure } = useFigureDrawer();
  return (
    <Part query={query} waiting="正在取记录…">
      {({ records, total }) => {
        const open = records.filter(({ evidenced }) => !evidenced);
        const shown = [...open, ...records.filter(({ evidenced }) => evidenced)].slice(0, FIRST);
        return (
          <>
            <h3>记录 {total.toLocaleString('zh-CN')}</h3>
            <ul className="recs">
              {shown.map((record) => (
                <li key={`${record.kind} ${record.id}`}>
                  <RecordLabel {...record} />
                  <span>{figureText(record.contribution, figure.unit)}</span>
                  {record.evidenced ? (
                    <span className="t2">佐证 {record.papers.length}</span>
                  ) : (
                    <span className="check nowrap">
                      <Shape kind="none" /> 未佐证
                    </span>
                  )}
                  {!record.evidenced && mayHang && <Hang division={division} year={year} record={record} />}
                </li>
              ))}
            </ul>
            {total > shown.length && (
              <button type="button" className="lnk" onClick={() => openFigure(figure.code, null)}>
                看全部 {total.toLocaleString('zh-CN')} 条
              </button>
            )}
          </>
        );
      }}
    </Part>
  );
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

function RecordLabel({ kind, id, label, day }: Pick<TracedRecord, 'kind' | 'id' | 'label' | 'day'>) {
  const path = recordPath(kind, id);
  return (
    <>
      <span className="t2">{day?.slice(5) ?? ''}</span>
      <span className="grow">{path === undefined ? label : <GoLink to={path}>{label}</GoLink>}</span>
    </>
  );
}

/** A paper dropped here hangs on the record at once; the name of the file says what it is. */
function Hang({ division, year, record }: { division: string; year: number; record: TracedRecord }) {
  const [said, setSaid] = useState('');
  const hang = async (files: readonly File[]) => {
    try {
      for (const file of files) {
        const paperClass = file.type.startsWith('image/') ? '照片' : '佐证材料';
        const signedOn = record.day ?? `${year}-12-31`;
        await uploadPaper(
          division,
          { file, title: titleOf(file.name), caption: '', signedOn, paperClass },
          record,
        );
      }
      setSaid(`挂上了 ${files.length} 份。`);
      await queryClient.invalidateQueries();
    } catch (problem) {
      setSaid(errorWords(problem).join(''));
    }
  };
  return (
    <>
      <FileDrop words="把缺的材料拖到这里" onFiles={(files) => void hang(files)} />
      <span role="status">{said}</span>
    </>
  );
}
