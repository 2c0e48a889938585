import type { FileOfBatch, RecordChange } from './data.ts';

interface ChangesProps {
  readonly files: readonly FileOfBatch[];
  readonly skipped: ReadonlySet<string>;
  readonly onSkip: (skipped: ReadonlySet<string>) => void;
}

const shown = (value: unknown) =>
  value === null || value === undefined || value === '' ? '（空）' : String(value);

/** Rows that differ from the record, 库里 | 表里; those that touch money stand first and are ticked one by one. */
export function Changes({ files, skipped, onSkip }: ChangesProps) {
  const all = files.flatMap((file) => file.changes);
  if (all.length === 0) return null;
  const sorted = [...all].sort((left, right) => Number(right.isMoney) - Number(left.isMoney));
  const toggle = (key: string) => {
    const next = new Set(skipped);
    if (!next.delete(key)) next.add(key);
    onSkip(next);
  };
  return (
    <section>
      <div className="part">
        <h2>要更新的 {all.length} 条</h2>
        <span className="t2">库里 → 表里；不想改的去掉勾</span>
      </div>
      <ul className="changes">
        {sorted.map((change) => (
          <ChangeLine
            key={change.key}
            change={change}
            isKept={!skipped.has(change.key)}
            onToggle={() => toggle(change.key)}
          />
        ))}
      </ul>
    </section>
  );
}

function ChangeLine({
  change,
  isKept,
  onToggle,
}: {
  change: RecordChange;
  isKept: boolean;
  onToggle: () => void;
}) {
  return (
    <li>
      <label className="row">
        <input type="checkbox" checked={isKept} onChange={onToggle} />
        <span>
          {change.label}　
          <span className="t2">
            {change.sheet} 第 {change.row} 行
          </span>
          {change.isMoney && <span className="check">　动到钱</span>}
          {change.cells.map((cell) => (
            <span key={cell.header}>
              　{cell.header}：{shown(cell.before)} → <b>{shown(cell.after)}</b>
            </span>
          ))}
        </span>
      </label>
    </li>
  );
}
