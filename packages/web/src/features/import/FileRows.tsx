import { useSession } from '../../api/session.ts';
import { Mark, OpenFigure, Shape } from '../../components/index.ts';
import type { Counts, FileOfBatch, Mapping, SheetOfFile } from './data.ts';
import { ReasonRows } from './ReasonRows.tsx';
import { dayWords, isGuess, sheetKey, sumOf } from './reasons.ts';
import { SheetPick } from './SheetPick.tsx';
import type { Open } from './SidePanel.tsx';

/** What every row of the trial's table needs. */
export interface Trialing {
  readonly open: ReadonlySet<string>;
  readonly toggle: (sheet: string) => void;
  /** The problem `n` stands at. */
  readonly current: string | undefined;
  readonly onMap: (mapping: Mapping) => Promise<void>;
  readonly onShow: (open: Open) => void;
  readonly narrow: boolean;
}

const count = (value: number) => value.toLocaleString('zh-CN');

interface CountProps {
  readonly counts: Counts;
  readonly onRead?: (() => void) | undefined;
  readonly onUpdated?: (() => void) | undefined;
  readonly onRefused?: (() => void) | undefined;
}

/** Five cells that add up; those that have a list open it. */
export function CountCells({ counts, onRead, onUpdated, onRefused }: CountProps) {
  const read = count(counts.read);
  const updated = count(counts.updated);
  const refused = counts.refused === 0 ? '0' : <b>{count(counts.refused)}</b>;
  return (
    <>
      <td className="r">{onRead ? <OpenFigure onOpen={onRead}>{read}</OpenFigure> : read}</td>
      <td className="op">=</td>
      <td className="r">{count(counts.created)}</td>
      <td className="op">+</td>
      <td className="r">{onUpdated ? <OpenFigure onOpen={onUpdated}>{updated}</OpenFigure> : updated}</td>
      <td className="op">+</td>
      <td className="r">{count(counts.unchanged)}</td>
      <td className="op">+</td>
      <td className="r">{onRefused ? <OpenFigure onOpen={onRefused}>{refused}</OpenFigure> : refused}</td>
    </>
  );
}

/** A file: refused whole with what to do, or its sheets, and whether it was imported before. */
export function FileRows({ file, ...trialing }: Trialing & { file: FileOfBatch }) {
  if (file.refusal) return <RefusedFile file={file} current={trialing.current} />;
  return (
    <>
      {file.earlier && <EarlierFile file={file} />}
      {file.sheets.map((sheet) => (
        <SheetRows key={sheet.name} file={file} sheet={sheet} {...trialing} />
      ))}
    </>
  );
}

function RefusedFile({ file, current }: { file: FileOfBatch; current: string | undefined }) {
  const id = String(file.index);
  return (
    <tr className={current === id ? 'at' : ''} id={`problem-${id}`} tabIndex={-1}>
      <td title={file.name}>{file.name}</td>
      <td colSpan={11} className="long">
        <Mark kind="stop" words="没有收" />　{file.refusal?.message}
      </td>
    </tr>
  );
}

function EarlierFile({ file }: { file: FileOfBatch }) {
  const { today } = useSession();
  const { created, updated } = sumOf(file.sheets);
  const day = file.earlier ? dayWords(file.earlier.importedAt, today) : '';
  const now =
    created + updated === 0 ? '这次没有变化' : `这次新增 ${count(created)} 行、更新 ${count(updated)} 行`;
  return (
    <tr>
      <td title={file.name}>{file.name}</td>
      <td colSpan={11} className="t2 long">
        这个文件 {day} 已导入（回执 {file.earlier?.number}），{now}。
      </td>
    </tr>
  );
}

type RowProps = Trialing & { readonly file: FileOfBatch; readonly sheet: SheetOfFile };

function SheetRows(props: RowProps) {
  const { file, sheet, open, current, onShow } = props;
  const key = sheetKey(file.index, sheet.name);
  const isOpen = open.has(key);
  const at = { file: file.index, sheet: sheet.name };
  const classes = [
    (isOpen && sheet.refused > 0) || current === key ? 'at' : '',
    isUnread(sheet) ? 'asks' : '',
  ];
  return (
    <>
      <tr className={classes.join(' ')} id={`problem-${key}`} tabIndex={-1}>
        <td title={`${file.name} / ${sheet.name}`}>
          {file.name.replace(/\.xlsx$/i, '')} / {sheet.name}
        </td>
        {isUnread(sheet) ? (
          <td colSpan={10} className="long">
            <Mark kind="check" />　{unreadWords(sheet)}
          </td>
        ) : (
          <>
            <td>
              <SheetPick {...props} />
            </td>
            <CountCells
              counts={sheet}
              onRead={sheet.read > 0 ? () => onShow({ ...at, what: 'rows' }) : undefined}
              onUpdated={
                file.changes.some((change) => change.sheet === sheet.name)
                  ? () => onShow({ ...at, what: 'changes' })
                  : undefined
              }
              onRefused={sheet.refused > 0 ? () => onShow({ ...at, what: 'errors' }) : undefined}
            />
          </>
        )}
        <td>{isUnread(sheet) ? <SheetPick {...props} boxed /> : <Links {...props} isOpen={isOpen} />}</td>
      </tr>
      {isGuess(sheet) && <GuessRow {...props} />}
      {(isOpen || sheet.state === 'header_lacks') && <ReasonRows {...props} />}
    </>
  );
}

function isUnread({ state }: SheetOfFile): boolean {
  return state === 'unknown' || state === 'header_lacks';
}

function unreadWords(sheet: SheetOfFile): string {
  const names = (list: readonly string[]) => list.map((name) => `「${name}」`).join('');
  if (sheet.state === 'header_lacks')
    return `当作「${sheet.named}」，表头里没有${names(sheet.missing)}，${count(sheet.read)} 行没有读。`;
  const header = names(sheet.header.slice(0, 4).map(({ theirs }) => theirs));
  return `没认出来：表头是${header || '空的'}。请选这张表是什么，下次自动认。`;
}

function Links({ file, sheet, toggle, onShow, isOpen }: RowProps & { isOpen: boolean }) {
  const at = { file: file.index, sheet: sheet.name };
  const warned = file.warnings.filter((issue) => issue.sheet === sheet.name).length;
  const unknown = sheet.header.filter(({ ours }) => ours === null).length;
  return (
    <span className="import-links">
      {sheet.refused > 0 && (
        <button
          type="button"
          className="lnk"
          aria-expanded={isOpen}
          onClick={() => toggle(sheetKey(file.index, sheet.name))}
        >
          <Shape kind={isOpen ? 'open' : 'go'} /> 按原因看
        </button>
      )}
      {warned > 0 && (
        <button type="button" className="lnk" onClick={() => onShow({ ...at, what: 'warnings' })}>
          提醒 {warned}
        </button>
      )}
      {sheet.state === 'read' && (
        <button
          type="button"
          className={unknown > 0 ? 'lnk check' : 'lnk t2'}
          onClick={() => onShow({ ...at, what: 'header' })}
        >
          {unknown > 0 ? `${unknown} 列没认出` : '表头'}
        </button>
      )}
    </span>
  );
}

function GuessRow({ file, sheet, onMap }: RowProps) {
  const others = sheet.candidates.filter((name) => name !== sheet.as);
  const accept = () =>
    onMap({
      ...{ file: file.index, sheet: sheet.name, known: sheet.as, remember: true },
      ...(sheet.as === null ? {} : { as: sheet.as }),
    });
  return (
    <tr className="sub">
      <td colSpan={11} className="long">
        <Mark kind="check" />
        {'　'}
        表名没见过，按表头认成「{sheet.as}」{others.length > 0 && `（也像「${others.join('」「')}」）`}
        。认得对吗？
      </td>
      <td>
        <button type="button" className="btn s" onClick={() => void accept()}>
          对，就这样
        </button>
      </td>
    </tr>
  );
}
