import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useGo } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import {
  Beside,
  type Column,
  DataTable,
  Empty,
  FilterLine,
  FilterPick,
  FilterText,
  fixedRows,
  Money,
  PageBar,
  Part,
  Tabs,
  useFilter,
} from '../../components/index.ts';
import { tabsBeside } from '../ledger/ledgers.ts';
import '../people/people.css';
import { categoryWords } from '../people/words.ts';
import './awards.css';
import { Conscripts } from './Conscripts.tsx';
import { type AwardRoll, type Candidate, isKind, KINDS, type PickedKind, rollQuery } from './data.ts';
import { RollForm } from './RollForm.tsx';
import { keyOf, typedFor } from './rolling.ts';

/** 定名单: whom one kind of one-off money goes to, from the roll or the records, and how much. */
export function Page() {
  const [asked] = useFilter('kind');
  const kind = isKind(asked) ? asked : '慰问金';
  return (
    <div className="page-fill">
      <PageBar tabs={<Tabs items={tabsBeside('/pay/awards')} current="/pay/awards" />} />
      <div className="bar people-sub">
        <b>定名单</b>
        <Tabs
          small
          current={kind}
          items={KINDS.map((one) => ({ key: one, label: one, search: { kind: one } }))}
        />
      </div>
      <div className="fill-part">
        {kind === '优待金' ? <Conscripts /> : <PickedRoll key={kind} kind={kind} />}
      </div>
    </div>
  );
}

function PickedRoll({ kind }: { kind: PickedKind }) {
  const { division, year } = useScope();
  const query = useQuery(rollQuery(division, kind, year));
  return <Part query={query}>{(roll) => <Pick kind={kind} roll={roll} />}</Part>;
}

const EMPTY: Readonly<Record<PickedKind, string>> = {
  慰问金: '名册上今天没有人在册。',
  困难救助: '没有还没办结的困难帮扶。先在「走访帮扶」登记，或在右边添一人。',
  立功奖励: '今年和去年的「待遇落实」里没有喜报。先登记送喜报，或在右边添一人。',
};

function Pick({ kind, roll }: { kind: PickedKind; roll: AwardRoll }) {
  const go = useGo();
  const { today } = useSession();
  const [added, setAdded] = useState<readonly Candidate[]>([]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [common, setCommon] = useState('');
  const [own, setOwn] = useState<ReadonlyMap<string, string>>(new Map());
  const all = [...added, ...roll.candidates];
  const shown = useShown(all);
  const tick = (keys: readonly string[], on: boolean) =>
    setSelected((old) => new Set(on ? [...old, ...keys] : [...old].filter((key) => !keys.includes(key))));
  const columns = columnsOf(kind, {
    selected,
    typed: (candidate) => typedFor(candidate, common, own),
    onType: (candidate, text) => setOwn((old) => new Map(old).set(keyOf(candidate), text)),
  });
  const shownKeys = shown.map(keyOf);
  const isAll = shownKeys.length > 0 && shownKeys.every((key) => selected.has(key));
  return (
    <>
      <FilterLine
        actions={
          <button type="button" className="btn" onClick={() => tick(shownKeys, !isAll)}>
            {isAll ? '都不选' : `选上这 ${shown.length} 行`}
          </button>
        }
      >
        <FilterText name="q" placeholder="姓名" />
        <Choices name="village" label="村" of={all.flatMap(({ village }) => village ?? [])} />
        <Choices name="category" label="类别" of={all.flatMap(({ categories }) => categories)} />
        {roll.unlinked > 0 && (
          <span className="check">另有 {roll.unlinked} 条记录没有对上名册的人，不能发；先在台账里对上</span>
        )}
      </FilterLine>
      <Beside
        panel={
          <RollForm
            {...{ kind, roll, all, selected, common, own, today }}
            onCommon={setCommon}
            onAdd={(candidate) => {
              setAdded((old) => [candidate, ...old.filter((one) => keyOf(one) !== keyOf(candidate))]);
              tick([keyOf(candidate)], true);
            }}
            onDone={(year) => go('/pay/awards', { kind, year })}
          />
        }
      >
        <DataTable
          label={`${kind}名单`}
          rows={fixedRows(shown)}
          columns={columns}
          rowKey={keyOf}
          selected={selected}
          onSelect={(key, on) => tick([key], on)}
          foot={
            <b>
              {shown.length} 行 · 选中 {selected.size}
            </b>
          }
          sorts={[{ value: 'village', words: '按村排' }]}
          empty={<Empty words={EMPTY[kind]} />}
        />
      </Beside>
    </>
  );
}

/** The roll narrowed by the line above it. */
function useShown(all: readonly Candidate[]): readonly Candidate[] {
  const [q] = useFilter('q');
  const [village] = useFilter('village');
  const [category] = useFilter('category');
  return all.filter(
    (one) =>
      one.person.name.includes(q) &&
      (village === '' || one.village === village) &&
      (category === '' || one.categories.includes(category)),
  );
}

function Choices({ name, label, of }: { name: string; label: string; of: readonly string[] }) {
  const options = [...new Set(of)].sort((a, b) => a.localeCompare(b, 'zh-CN'));
  if (options.length < 2) return null;
  return <FilterPick name={name} label={label} options={options.map((value) => ({ value, label: value }))} />;
}

interface Typing {
  readonly selected: ReadonlySet<string>;
  readonly typed: (candidate: Candidate) => string;
  readonly onType: (candidate: Candidate, text: string) => void;
}

function columnsOf(kind: PickedKind, typing: Typing): readonly Column<Candidate>[] {
  const why: Column<Candidate> =
    kind === '慰问金'
      ? { key: 'category', title: '类别', cell: ({ categories }) => categoryWords(categories) }
      : { key: 'why', title: '依据', cell: (candidate) => <Why candidate={candidate} /> };
  return [
    { key: 'name', title: '姓名', width: 96, strong: true, cell: ({ person }) => person.name },
    { key: 'village', title: '村', width: 104, cell: ({ village }) => village ?? '不详' },
    why,
    {
      key: 'decided',
      title: '今年已定（元）',
      width: 124,
      number: true,
      cell: ({ decidedFen }) => (decidedFen === 0 ? '—' : <Money fen={decidedFen} plain />),
    },
    {
      key: 'fen',
      title: '这次（元）',
      width: 128,
      number: true,
      cell: (one) => <Amount {...{ one, typing }} />,
    },
  ];
}

function Why({ candidate: { on, words, recordedFen } }: { candidate: Candidate }) {
  if (on === null) return <>添上的</>;
  return (
    <>
      {on} {words}
      {recordedFen !== null && (
        <span className="t2">
          {'　'}台账记了 <Money fen={recordedFen} plain />
        </span>
      )}
    </>
  );
}

/** His own amount, where it is not everybody's. */
function Amount({ one, typing }: { one: Candidate; typing: Typing }) {
  if (!typing.selected.has(keyOf(one))) return '';
  return (
    <input
      className="field awards-own"
      inputMode="decimal"
      aria-label={`${one.person.name}的金额`}
      value={typing.typed(one)}
      onChange={(event) => typing.onType(one, event.target.value)}
    />
  );
}
