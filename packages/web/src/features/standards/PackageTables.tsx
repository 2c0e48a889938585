import {
  type Code,
  isCode,
  type LawFiles,
  type TableFile,
  type Unit,
  type ValueFile,
} from '@shuangyong/policy';
import { useQuery } from '@tanstack/react-query';
import { useScope } from '../../app/scope.ts';
import { filesQuery } from './data.ts';
import { regionName } from './regions.ts';
import { type LastTable, type LocalPackage, lastTable } from './tables.ts';
import { amountText, inUnit } from './units.ts';
import { codeWords, keyWords, STATUS_WORDS, UNIT_WORDS } from './words.ts';

/** What a package tells anew; what it only carries over from the one whose place it takes is counted. */
export function PackageTables({ pack }: { pack: LocalPackage }) {
  const { division } = useScope();
  const county = division.slice(0, 6);
  const files = useQuery(filesQuery(division)).data;
  const own = new Set((pack.sources ?? []).map(({ id }) => id));
  const isOwn = ({ source }: ValueFile) => own.size === 0 || own.has(source);
  const all = pack.tables.flatMap((table) => table.values.map((value) => ({ table, value })));
  const shown = all.filter(({ value }) => isOwn(value));
  const carried = all.length - shown.length;
  return (
    <>
      <Documents pack={pack} />
      {shown.map(({ table, value }) => (
        <OneValue
          key={`${table.code} ${value.region} ${value.from} ${value.status}`}
          {...{ table, value, county }}
          last={beforeOf(files, pack, table, value, county)}
        />
      ))}
      {carried > 0 && (
        <p className="t2">
          代替「{pack.supersedes?.map((name) => titleOf(files, name)).join('」「')}」：其余 {carried}{' '}
          段的数照抄，没有变。
        </p>
      )}
    </>
  );
}

const titleOf = (files: LawFiles | undefined, name: string) =>
  files?.packages.find((one) => one.package === name)?.title ?? name;

function beforeOf(
  files: LawFiles | undefined,
  pack: LocalPackage,
  table: TableFile,
  value: ValueFile,
  county: string,
): LastTable | undefined {
  if (files === undefined || !isCode(table.code)) return undefined;
  const others = { ...files, packages: files.packages.filter((one) => one.package !== pack.package) };
  return lastTable(others, table.code, county, value.from);
}

function Documents({ pack }: { pack: LocalPackage }) {
  return (
    <ul className="std-sources">
      {(pack.sources ?? []).map(({ id, title, number, issuer, issued }) => (
        <li key={id}>
          依据：{issuer ?? ''}《{title}》{[number, issued && `${issued} 印发`].filter(Boolean).join('，')}
        </li>
      ))}
    </ul>
  );
}

interface OneValueProps {
  readonly table: TableFile;
  readonly value: ValueFile;
  readonly county: string;
  readonly last: LastTable | undefined;
}

function OneValue({ table, value, county, last }: OneValueProps) {
  const code = table.code as Code;
  const unit = (value.unit ?? table.unit) as Unit;
  const lines = Object.entries(value.cells ?? {});
  const gaps = (keys: readonly string[] = []) => keys.map((key) => keyWords(code, key)).join('、');
  return (
    <section className="std-table">
      <h3>
        <span>{codeWords(code)}</span>
        <span className="t2">
          {UNIT_WORDS[unit]} · {regionName(value.region, county)} · {value.from}{' '}
          {value.to ? `至 ${value.to}` : '起'} · {STATUS_WORDS[value.status]} {value.article ?? ''}
        </span>
      </h3>
      <table className="std-grid std-list">
        <thead>
          <tr>
            <th scope="col">档次</th>
            <th scope="col" className="r">
              这份
            </th>
            <th scope="col" className="r">
              以前{last === undefined ? '' : `（${last.from}）`}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([key, amount]) => (
            <tr key={key}>
              <th scope="row">{keyWords(code, key)}</th>
              <td className="r b">{amountText(amount, unit)}</td>
              <td className="r t2">{lastWords(last, key, unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(value.missing?.length ?? 0) > 0 && <p className="check">空着，答「不知道」：{gaps(value.missing)}</p>}
      {(value.absent?.length ?? 0) > 0 && <p className="t2">没有这一档：{gaps(value.absent)}</p>}
    </section>
  );
}

function lastWords(last: LastTable | undefined, key: string, unit: Unit): string {
  const before = last?.cells[key];
  return last === undefined || before === undefined ? '—' : amountText(inUnit(before, last.unit, unit), unit);
}
