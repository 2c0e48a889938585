import { type Code, cellKeys, type LawFiles } from '@shuangyong/policy';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { FieldError } from '../../api/errors.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import { DetailPanel, ErrorSummary, Note, useDraft } from '../../components/index.ts';
import { Cells, firstCells } from './Cells.tsx';
import { Clash } from './Clash.tsx';
import type { EnteredPackage } from './data.ts';
import { codeOr, draftErrors, emptyDraft, finalPackage, lastOf, standingOf, type Way } from './draft.ts';
import { EffectPart } from './EffectPart.tsx';
import { pasted } from './paste.ts';
import { DocumentFields, TableFields } from './TableFields.tsx';
import { cellFaults, type LastTable, readCells, type TableDraft } from './tables.ts';
import { fieldText, inUnit } from './units.ts';
import { useEntering } from './useEntering.ts';
import { codeWords, keyWords, plainWords } from './words.ts';

interface TableFormProps {
  readonly files: LawFiles;
  readonly packages: readonly EnteredPackage[];
}

interface Typing {
  readonly table: TableDraft;
  readonly way: Way;
  readonly isPasted: boolean;
}

function useTyping(files: LawFiles) {
  const { division } = useScope();
  const { today } = useSession();
  const search = useSearch({ strict: false }) as Search;
  const county = division.slice(0, 6);
  const asked = search.code !== undefined;
  const month = /^\d{4}-\d{2}$/.test(search.from ?? '') ? String(search.from) : today.slice(0, 7);
  const start = emptyDraft(codeOr(search.code, 'disability.base'), month, county);
  const first: Typing = {
    table: { ...start, knownOn: today, cells: firstCells(lastOf(files, start, county)) },
    way: 'narrow',
    isPasted: false,
  };
  // A link that names a table begins a form of its own, so that another half-typed one is not lost.
  const { draft, change, clear } = useDraft<Typing>(asked ? `standard.${start.code}` : 'standard', first);
  const set = (part: Partial<TableDraft>) => change({ table: { ...draft.table, ...part } });
  const choose = (code: Code) => {
    const next = emptyDraft(code, draft.table.from, county);
    const cells = firstCells(lastOf(files, next, county));
    set({ code, unit: next.unit, to: next.to, region: next.region, cells });
  };
  return { draft, change, clear, set, choose, county };
}

/** A table typed or pasted: what it is, the document, the cells; at the right whom it touches. */
export function TableForm({ files, packages }: TableFormProps) {
  const { division } = useScope();
  const typing = useTyping(files);
  const { draft, set, choose, change, county } = typing;
  const { table, way } = draft;
  const [wrong, setWrong] = useState<readonly FieldError[]>([]);
  const { busy, errors, asked, seen, look, onSeen, enter } = useEntering('cells', () => typing.clear());
  const last = lastOf(files, table, county);
  const taken = new Set([
    ...files.packages.map((pack) => pack.package),
    ...packages.filter(({ state }) => state === 'entered' || state === 'adopted').map(({ code }) => code),
  ]);
  const made = finalPackage(files, table, way, { division, county, taken });
  const text = JSON.stringify(made);
  const check = () => {
    const found = draftErrors(table);
    setWrong(found);
    if (found.length === 0) look(text);
  };
  return (
    <div className="two std-two">
      <div className="std">
        <ErrorSummary
          errors={[...wrong, ...errors.map((one) => ({ ...one, message: plainWords(one.message) }))]}
        />
        <TableFields {...{ table, set, choose, county }} errors={wrong} />
        <Clash
          {...{ table, way, county }}
          standing={standingOf(files, table, county)}
          onWay={(next) => change({ way: next })}
        />
        <DocumentFields table={table} set={set} errors={wrong} />
        <CellPart
          {...{ table, set, last }}
          onPasted={(cells) => change({ table: { ...table, cells }, isPasted: true })}
        />
        <div className="row std-acts">
          <BlankWords table={table} />
          <span className="grow" />
          <button type="button" className="btn" onClick={check}>
            看影响
          </button>
          <button
            type="button"
            className="btn pri"
            disabled={seen !== text || busy}
            onClick={() => void enter(text, draft.isPasted ? 'pasted' : 'typed')}
          >
            录入
          </button>
        </div>
      </div>
      <DetailPanel title="影响" note="只看，不写；录入后等另一位采用">
        {asked === text ? (
          <EffectPart key={text} ask={{ text }} kind="package" title={made.title} onSeen={onSeen} />
        ) : (
          <p className="t2">
            填好点「看影响」：多少人、多少个月、多少钱。看过才能录入；改了一格，要再看一次。
          </p>
        )}
      </DetailPanel>
    </div>
  );
}

interface CellPartProps {
  readonly table: TableDraft;
  readonly set: (part: Partial<TableDraft>) => void;
  readonly last: LastTable | undefined;
  readonly onPasted: (cells: TableDraft['cells']) => void;
}

function CellPart({ table, set, last, onPasted }: CellPartProps) {
  const { code, unit, cells } = table;
  const [bad, setBad] = useState<readonly string[]>([]);
  const onBlock = (block: string, key: string) => {
    const read = pasted(block, code, unit, key);
    setBad(read.wrong);
    onPasted({ ...cells, ...read.cells });
  };
  const asLast = () => {
    const amounts = Object.entries(last?.cells ?? {}).map(
      ([key, amount]) => [key, fieldText(inUnit(amount, last?.unit ?? unit, unit), unit)] as const,
    );
    set({ cells: { ...firstCells(last), ...Object.fromEntries(amounts) } });
  };
  return (
    <section id="cells" tabIndex={-1}>
      <div className="row wrap">
        <h2 className="grow">{codeWords(code)}</h2>
        {last !== undefined && (
          <button type="button" className="btn s" onClick={asLast}>
            照上次（{last.from}）填上再改
          </button>
        )}
      </div>
      <p className="t2">
        可从 Excel 整块复制，点一格后粘贴，带表头也认。空着＝文件没写，答「不知道」；「—」＝规定没有这一档。
      </p>
      {bad.length > 0 && (
        <Note kind="stop" words="没用上">
          <ul aria-label="粘贴里没用上的">
            {bad.slice(0, 8).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Note>
      )}
      <Cells
        {...{ code, unit, cells, last, onBlock }}
        faults={cellFaults(table)}
        onSet={(key, typed) => set({ cells: { ...cells, [key]: typed } })}
      />
    </section>
  );
}

/** How many cells are still empty, by name while they are few. */
function BlankWords({ table }: { table: TableDraft }) {
  const { missing } = readCells(table);
  if (missing.length === 0 || missing.length === cellKeys(table.code).length) return null;
  const names = missing.slice(0, 3).map((key) => keyWords(table.code, key));
  return (
    <span className="check">
      空着 {missing.length} 档：{names.join('、')}
      {missing.length > 3 ? ' 等' : ''}，将答「不知道」
    </span>
  );
}
