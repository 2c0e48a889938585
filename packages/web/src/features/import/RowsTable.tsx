import { useInfiniteQuery } from '@tanstack/react-query';
import { useScope } from '../../app/scope.ts';
import { Problem } from '../../components/index.ts';
import { type FileOfBatch, fetchRows } from './data.ts';

interface RowsTableProps {
  readonly batch: string;
  readonly file: FileOfBatch;
  readonly sheet: string;
}

const PAGE = 200;

/** What was read of a sheet, under our headers; refused rows are marked. */
export function RowsTable({ batch, file, sheet }: RowsTableProps) {
  const { division } = useScope();
  const query = useInfiniteQuery({
    queryKey: ['import-rows', division, batch, file.index, file.sha256, sheet],
    queryFn: ({ pageParam }) => fetchRows(division, batch, file.index, sheet, pageParam),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.more ? all.length * PAGE : undefined),
    staleTime: 0,
  });
  if (query.error) return <Problem problem={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <p className="t2">正在读…</p>;
  const refused = new Set(file.errors.filter((issue) => issue.sheet === sheet).map(({ row }) => row));
  return (
    <>
      <div className="import-rows">
        <table className="correct">
          <thead>
            <tr>
              <th>行</th>
              {query.data.pages[0]?.columns.map((column) => (
                <th key={column}>{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {query.data.pages
              .flatMap(({ rows }) => rows)
              .map(({ row, cells }) => (
                <tr key={row}>
                  <td>
                    {row}
                    {refused.has(row) && <span className="stop"> 退回</span>}
                  </td>
                  {cells.map((cell, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of the columns
                    <td key={index}>{cell}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {query.hasNextPage && (
        <button type="button" className="lnk" onClick={() => void query.fetchNextPage()}>
          再看 {PAGE} 行
        </button>
      )}
    </>
  );
}
