import { useQuery } from '@tanstack/react-query';
import { kindsQuery } from '../../api/data.ts';
import { Mark } from '../../components/index.ts';
import type { FileOfBatch, Mapping, SheetOfFile } from './data.ts';

interface SheetPickProps {
  readonly file: FileOfBatch;
  readonly sheet: SheetOfFile;
  readonly onMap: (mapping: Mapping) => Promise<void>;
}

const LEFT_OUT = '不导入';

/** 认成: what the sheet is taken for, and another choice; the office's choice is remembered for the next time. */
export function SheetPick({ file, sheet, onMap }: SheetPickProps) {
  const { data: kinds = [] } = useQuery(kindsQuery);
  const names = ['单位', ...kinds.map((kind) => kind.sheet), LEFT_OUT];
  const choose = (as: string) =>
    onMap({ file: file.index, sheet: sheet.name, known: sheet.as, as, remember: as !== LEFT_OUT });
  return (
    <span className="row">
      {sheet.as === null && <Mark kind="check" words="没认出来" />}
      <select
        className="pickone"
        aria-label={`「${sheet.name}」是什么表`}
        value={sheet.as ?? ''}
        onChange={(event) => void choose(event.target.value)}
      >
        {sheet.as === null && <option value="">选一项</option>}
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </span>
  );
}
