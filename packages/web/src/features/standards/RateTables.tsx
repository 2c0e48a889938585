import type { Code, Unit } from '@shuangyong/policy';
import { Mark } from '../../components/index.ts';
import { regionName } from './regions.ts';
import { type Rate, type RateSection, type RateTable, sourcesOf } from './sections.ts';
import { amountText } from './units.ts';
import { axesOf, codeWords, confidenceWords, keyWords, STATUS_WORDS, UNIT_WORDS } from './words.ts';

interface OpenProps {
  readonly county: string;
  readonly open: Rate | undefined;
  readonly onOpen: (rate: Rate) => void;
}

/** Tables under their benefits: a grid where two axes cross, else a line a cell; then the documents. */
export function RateTables({ sections, ...rest }: OpenProps & { sections: readonly RateSection[] }) {
  return (
    <>
      {sections.map(({ title, tables }) => (
        <section key={title} className="std-section">
          <h2>{title}</h2>
          {tables.map((table) => (
            <Table key={table.code} table={table} alone={tables.length === 1} title={title} {...rest} />
          ))}
        </section>
      ))}
    </>
  );
}

interface TableProps extends OpenProps {
  readonly table: RateTable;
  readonly alone: boolean;
  readonly title: string;
}

function Table({ table, alone, title, ...rest }: TableProps) {
  const { code, rates } = table;
  const known = rates.filter(({ amount }) => amount !== null);
  const units = [...new Set((known.length > 0 ? known : rates).map(({ unit }) => unit as Unit))];
  const isGrid = axesOf(code).length === 2 && known.length > 0;
  const name = codeWords(code);
  return (
    <div className="std-table">
      <h3>
        {(!alone || name !== title) && <span>{name}</span>}
        <span className="t2">{units.map((unit) => UNIT_WORDS[unit]).join('、')}</span>
      </h3>
      {isGrid ? <Grid table={table} {...rest} /> : <List table={table} units={units.length} {...rest} />}
      <Sources rates={known} county={rest.county} />
    </div>
  );
}

function Grid({ table, ...rest }: OpenProps & { table: RateTable }) {
  const { code, rates } = table;
  const [down, across] = axesOf(code);
  const cellAt = (row: string, column: string) => rates.find(({ key }) => key === `${row}/${column}`);
  const rows = down?.values.filter(({ key }) => rates.some((rate) => rate.key.startsWith(`${key}/`))) ?? [];
  const columns =
    across?.values.filter(({ key }) => rates.some((rate) => rate.key.endsWith(`/${key}`))) ?? [];
  // Many rows and few columns lie better on their side.
  const [lines, heads, isTurned] =
    rows.length > columns.length ? [columns, rows, true] : [rows, columns, false];
  return (
    <div className="std-wide">
      <table className="std-grid" aria-label={codeWords(code)}>
        <thead>
          <tr>
            <th />
            {heads.map(({ key, label }) => (
              <th key={key} className="r" scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.label}</th>
              {heads.map((head) => {
                const rate = isTurned ? cellAt(head.key, line.key) : cellAt(line.key, head.key);
                return (
                  <td key={head.key} className="r">
                    <Amount rate={rate} {...rest} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function List({ table, units, ...rest }: OpenProps & { table: RateTable; units: number }) {
  return (
    <table className="std-grid std-list" aria-label={codeWords(table.code)}>
      <tbody>
        {table.rates.map((rate) => (
          <tr key={`${rate.key} ${rate.region} ${rate.package}`}>
            <th scope="row">{rowWords(table.code, rate, table.rates.length, rest.county)}</th>
            <td className="r">
              <Amount rate={rate} {...rest} />
            </td>
            <td className="t2">{units > 1 && rate.amount !== null && UNIT_WORDS[rate.unit as Unit]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Sums of several regions on top of each other are told apart by their region. */
function rowWords(code: Code, { key, region }: Rate, rows: number, county: string): string {
  const words = keyWords(code, key);
  return key === '-' && rows > 1 ? `${regionName(region, county)}${words}` : words;
}

function Amount({ rate, county, open, onOpen }: OpenProps & { rate: Rate | undefined }) {
  if (rate === undefined) return <span className="t2">—</span>;
  const { amount, unit, status, confidence, key, code } = rate;
  const doubt = confidence === 'low' ? confidenceWords(confidence) : '';
  const marks = [status === 'derived' ? STATUS_WORDS.derived : '', doubt].filter(Boolean).join('、');
  if (amount === null && key === '') return <Mark kind="missing" words="不详，整张表没有数" />;
  const isOpen = open?.code === code && open.key === key && open.region === rate.region;
  return (
    <>
      {marks !== '' && <small className="check">{marks} </small>}
      <button
        type="button"
        className="fig"
        aria-expanded={isOpen}
        title={`${keyWords(code as Code, key)}：看历次标准（${regionName(rate.region, county)}）`}
        onClick={() => onOpen(rate)}
      >
        {amount === null ? '不详' : amountText(amount, unit as Unit)}
      </button>
    </>
  );
}

function Sources({ rates, county }: { rates: readonly Rate[]; county: string }) {
  return (
    <ul className="std-sources">
      {sourcesOf(rates).map((rate) => (
        <li key={`${rate.source?.id} ${rate.article} ${rate.from} ${rate.status} ${rate.derivation}`}>
          <SourceWords rate={rate} county={county} />
        </li>
      ))}
    </ul>
  );
}

/** «国家 2017-10 至 2018-07 已公布 《…》民发〔2017〕154号 2017-10-13 附件1». */
export function SourceWords({ rate, county }: { rate: Rate; county: string }) {
  const { source, region, from, to, status, confidence, article, derivation } = rate;
  const number = [source?.number, source?.issued].filter(Boolean).join('，');
  return (
    <>
      <span className={status === 'published' ? undefined : 'check'}>{STATUS_WORDS[status]}</span>{' '}
      {regionName(region, county)} {from ?? ''} {to === null ? '起' : `至 ${to}`} 《{source?.title}》
      {number !== '' && `（${number}）`}
      {article !== null && article !== '' && ` ${article}`}
      {confidenceWords(confidence) !== '' && (
        <span className="check std-gap">{confidenceWords(confidence)}</span>
      )}
      {derivation !== null && <span className="t2 std-gap">推算办法：{derivation}</span>}
    </>
  );
}
