import { useQuery } from '@tanstack/react-query';
import { kindsQuery } from '../../api/data.ts';
import type { Cell, Kind } from '../../api/types.ts';
import { cellText } from '../../lib/cells.ts';
import type { FileOfBatch, RecordChange } from './data.ts';

interface ChangesProps {
  readonly files: readonly FileOfBatch[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

/** Updates that change money stand apart and are ticked one by one; what is not ticked stays as it is. */
export function Changes({ files, ticked, onTick }: ChangesProps) {
  const changes = files.flatMap((file) => file.changes.filter((change) => change.isMoney));
  if (changes.length === 0) return null;
  const kept = changes.filter((change) => ticked.has(change.key)).length;
  return (
    <section>
      <div className="part">
        <h2>动到钱的更新 {changes.length} 条</h2>
        <span className="t2">逐条勾上才改；没勾的照库里不动。已勾 {kept} 条</span>
      </div>
      <ChangeTable changes={changes} files={files} ticked={ticked} onTick={onTick} />
    </section>
  );
}

interface ChangeTableProps {
  readonly changes: readonly RecordChange[];
  readonly files: readonly FileOfBatch[];
  readonly ticked?: ReadonlySet<string>;
  readonly onTick?: (ticked: ReadonlySet<string>) => void;
}

/** One line a changed cell: whose, which row, 库里 | 表里. */
export function ChangeTable({ changes, files, ticked, onTick }: ChangeTableProps) {
  const { data: kinds = [] } = useQuery(kindsQuery);
  const toggle = (key: string) => {
    const next = new Set(ticked);
    if (!next.delete(key)) next.add(key);
    onTick?.(next);
  };
  return (
    <table className="correct import-changes">
      <thead>
        <tr>
          {onTick && <th>改</th>}
          <th>谁、哪一条</th>
          <th>哪一格</th>
          <th>库里</th>
          <th>表里</th>
        </tr>
      </thead>
      <tbody>
        {changes.flatMap((change) =>
          change.cells.map((cell, index) => (
            <tr key={`${change.key} ${cell.header}`}>
              {onTick && (
                <td>
                  {index === 0 && (
                    <input
                      type="checkbox"
                      aria-label={`改 ${change.label} 第 ${change.row} 行`}
                      checked={ticked?.has(change.key) ?? false}
                      onChange={() => toggle(change.key)}
                    />
                  )}
                </td>
              )}
              <td>
                {index === 0 && (
                  <>
                    {change.label}{' '}
                    <span className="t2">
                      {change.sheet} 第 {change.row} 行
                    </span>
                  </>
                )}
              </td>
              <td>{cell.header}</td>
              <td className="t2">{shown(kinds, files, change, cell.header, cell.before)}</td>
              <td>
                <b>{shown(kinds, files, change, cell.header, cell.after)}</b>
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

function shown(
  kinds: readonly Kind[],
  files: readonly FileOfBatch[],
  { key, sheet }: RecordChange,
  header: string,
  value: unknown,
): string {
  const of = files.find((file) => file.changes.some((change) => change.key === key));
  const as = of?.sheets.find(({ name }) => name === sheet)?.as;
  const type = kinds
    .find((kind) => kind.sheet === as)
    ?.columns.find((column) => column.header === header)?.type;
  return cellText(type ?? 'text', (value ?? null) as Cell) || '（空）';
}
