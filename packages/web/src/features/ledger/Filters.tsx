import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Kind } from '../../api/types.ts';
import { useScope, useSetSearch } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import { FilterLine, FilterPick, FilterText, Shape } from '../../components/index.ts';
import type { Ledger } from './ledgers.ts';

interface FiltersProps {
  readonly ledger: Ledger;
  readonly kind: Kind;
  readonly actions: ReactNode;
}

const wordsOf = (kind: Kind, type: string) =>
  kind.columns.find((column) => column.type === type)?.words ?? [];

/** What narrows the list, all of it in the address. */
export function Filters({ ledger, kind, actions }: FiltersProps) {
  const { year } = useScope();
  const villages = wordsOf(kind, 'village');
  const { groups = [], ends, proof = true } = ledger;
  return (
    <FilterLine actions={actions}>
      <FilterText name="q" placeholder="筛：姓名、内容、文号" />
      {villages.length > 0 && (
        <FilterPick
          name="village"
          label="村"
          all={`全部 ${villages.length} 个`}
          options={villages.map((name) => ({ value: name, label: name }))}
        />
      )}
      {ledger.dated && (
        <FilterPick
          name="when"
          label="时间"
          all={`${year} 年`}
          options={[{ value: 'all', label: '全部年份' }]}
        />
      )}
      {ends && (
        <FilterPick
          name="ended"
          label={ends.label}
          options={[
            { value: 'no', label: ends.open },
            { value: 'yes', label: ends.ended },
          ]}
        />
      )}
      {proof && (
        <FilterPick
          name="evidenced"
          label="佐证"
          options={[
            { value: 'no', label: '未佐证' },
            { value: 'yes', label: '有据' },
          ]}
        />
      )}
      {groups.length > 0 && (
        <FilterPick
          name="by"
          label="合在一起看"
          all="不合"
          options={groups.map(({ field, label }) => ({ value: field, label }))}
        />
      )}
      <Chosen kind={kind} />
    </FilterLine>
  );
}

/** What was opened from a group, or the void rows: said, with a way out. */
function Chosen({ kind }: { kind: Kind }) {
  const { field, value, blank, filled, voided } = useSearch({ strict: false }) as Search;
  const setSearch = useSetSearch();
  const header = kind.columns.find((column) => column.field === (field ?? blank ?? filled))?.header;
  const words =
    voided === 'yes' ? '已作废的' : header && `${header}：${field ? value : blank ? '没有填' : '填了的'}`;
  if (!words) return null;
  const out = () =>
    setSearch({ field: undefined, value: undefined, blank: undefined, filled: undefined, voided: undefined });
  return (
    <button type="button" className="field chosen" onClick={out} aria-label={`去掉「${words}」`}>
      {words} <Shape kind="close" />
    </button>
  );
}
