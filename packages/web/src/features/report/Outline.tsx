import { Shape } from '../../components/index.ts';
import type { Block, Draft } from './data.ts';
import type { PlacedNumber, Standing } from './Lists.tsx';
import type { CheckGroup, Unsourced } from './problems.ts';

const NAMES: Readonly<Record<Block['section'], string>> = {
  opening: '开头',
  一: '一 领导',
  二: '二 宣传',
  三: '三 活动',
  四: '四 政策',
  五: '五 档案',
  closing: '结尾',
};

interface OutlineProps {
  readonly draft: Draft;
  readonly numbers: readonly PlacedNumber[];
  readonly unsourced: readonly Unsourced[];
  readonly groups: readonly CheckGroup[];
  readonly at: string | undefined;
  readonly onSection: (section: Block['section'], standing: Standing | undefined) => void;
  readonly onGroup: (group: CheckGroup) => void;
}

/** 目录 with how the numbers of each section stand, and 检查. */
export function Outline({ draft, numbers, unsourced, groups, at, onSection, onGroup }: OutlineProps) {
  const total = groups.reduce((sum, group) => sum + group.checks.length, 0);
  return (
    <nav className="rep-side" aria-label="目录">
      <h3 className="t2">目录</h3>
      <ul>
        {draft.blocks.map((block) => {
          const { section, sentences } = block;
          const own = numbers.filter((number) => number.section === section);
          const of = (standing: Standing) => own.filter((number) => number.standing === standing).length;
          const open = unsourced.filter((hit) => sentences.some(({ id }) => id === hit.sentenceId)).length;
          const counts = { open, unproved: of('未佐证'), typed: of('人工'), proved: of('有据') };
          const worst = counts.unproved > 0 ? '未佐证' : counts.typed > 0 ? '人工' : undefined;
          return (
            <li key={section} className={at === section ? 'at' : undefined}>
              <button type="button" onClick={() => onSection(section, worst)}>
                <span className="grow">{NAMES[section]}</span>
                <Counts {...counts} />
              </button>
            </li>
          );
        })}
      </ul>
      <h3 className="t2">检查 {total}</h3>
      {total === 0 && <p style={{ padding: '0 24px' }}>没有发现问题。</p>}
      <ul className="checks">
        {groups.map((group) => (
          <li key={`${group.code} ${group.words}`}>
            <button type="button" onClick={() => onGroup(group)}>
              <span className="grow">
                {group.severity === 'must' && (
                  <span className="check">
                    <Shape kind="check" />{' '}
                  </span>
                )}
                {group.words}
              </span>
              {group.checks.length > 1 && <span className="t2">{group.checks.length}</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Counts({
  open,
  unproved,
  typed,
  proved,
}: Readonly<Record<'open' | 'unproved' | 'typed' | 'proved', number>>) {
  if (open > 0)
    return (
      <span className="check nowrap">
        <Shape kind="check" /> {open}
      </span>
    );
  if (unproved > 0)
    return (
      <span className="check nowrap">
        <Shape kind="none" /> {unproved}
      </span>
    );
  if (typed > 0) return <span className="check nowrap">人工 {typed}</span>;
  return <span className="t2 nowrap">{proved > 0 ? `有据 ${proved}` : ''}</span>;
}
