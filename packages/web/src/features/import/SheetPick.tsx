import { useQuery } from '@tanstack/react-query';
import { kindsQuery } from '../../api/data.ts';
import type { FileOfBatch, Mapping, SheetOfFile } from './data.ts';

interface SheetPickProps {
  readonly file: FileOfBatch;
  readonly sheet: SheetOfFile;
  readonly onMap: (mapping: Mapping) => Promise<void>;
  readonly boxed?: boolean;
}

const LEFT_OUT = '不导入';

function wordsOf(sheet: SheetOfFile): string {
  if (sheet.state === 'empty') return '空表';
  if (sheet.state === 'left_out') return LEFT_OUT;
  return sheet.as ?? sheet.named ?? '选一项';
}

/** 认成: what the sheet is taken for, and another choice; the choice is remembered for the next time. */
export function SheetPick({ file, sheet, onMap, boxed }: SheetPickProps) {
  const { data: kinds = [] } = useQuery(kindsQuery);
  const words = wordsOf(sheet);
  if (sheet.state === 'empty') return <span className="t2">{words}</span>;
  const names = ['单位', ...kinds.map((kind) => kind.sheet), LEFT_OUT];
  const choose = (as: string) =>
    onMap({ file: file.index, sheet: sheet.name, known: sheet.as, as, remember: true });
  return (
    <span className={boxed ? 'pick field s' : 'pick'}>
      {words}
      <span className="caret" aria-hidden="true" />
      <select
        aria-label={`「${sheet.name}」是什么表`}
        value={names.includes(words) ? words : ''}
        onChange={(event) => void choose(event.target.value)}
      >
        {!names.includes(words) && <option value="">选一项</option>}
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </span>
  );
}
