import { Note } from '../../components/index.ts';
import type { Standing, Way } from './draft.ts';
import { regionName } from './regions.ts';
import type { Held, TableDraft } from './tables.ts';

interface ClashProps {
  readonly table: TableDraft;
  readonly standing: Standing;
  readonly way: Way;
  readonly county: string;
  readonly onWay: (way: Way) => void;
}

function heldWords({ value, pack }: Held, county: string): string {
  const status = value.status === 'derived' ? '推算' : '已公布';
  return `${regionName(value.region, county)} ${value.from} ${value.to ? `至 ${value.to}` : '起'}（${status}，${pack.title}）`;
}

const listed = (held: readonly Held[], county: string) =>
  [...new Set(held.map((one) => heldWords(one, county)))].join('；');

/** What to do about months that a table tells already, and a warning where a narrower table wins anyway. */
export function Clash({ table, standing, way, county, onWay }: ClashProps) {
  const { clashes, mayNarrow, hiddenBy } = standing;
  const isNarrow = clashes.length > 0 && mayNarrow && way === 'narrow';
  const above = hiddenBy.filter(({ value }) => !isNarrow || value.region !== county);
  return (
    <>
      {clashes.length > 0 && (
        <Note kind="check" words="月份重叠">
          <p>这些月份已有标准：{listed(clashes, county)}。同一地区同一个月只能有一份，请选：</p>
          {mayNarrow && (
            <Choice checked={way === 'narrow'} onChoose={() => onWay('narrow')}>
              只在本县按这份执行：原表留着，本县这些月份改用这份，钱仍记{regionName(table.region, county)}出。
            </Choice>
          )}
          <Choice checked={!mayNarrow || way === 'replace'} onChoose={() => onWay('replace')}>
            用这份代替原表（更正）：原表其余的数照抄过来，只换这几个月的这一项。
          </Choice>
        </Note>
      )}
      {above.length > 0 && !isNarrow && (
        <Note kind="check" words="管不到本县">
          {listed(above, county)} 另有标准，范围小的优先，这份在本县不起作用。
        </Note>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
}

function Choice({ checked, onChoose, children }: ChoiceProps) {
  return (
    <label className="std-choice">
      <input type="radio" name="way" checked={checked} onChange={onChoose} />
      <span>{children}</span>
    </label>
  );
}
