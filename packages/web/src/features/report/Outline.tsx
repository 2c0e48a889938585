import { GoLink } from '../../app/links.tsx';
import { isBuilt } from '../../app/rooms.ts';
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
  /** Writes the draft over: absent where there is none, or nobody may. */
  readonly onAgain: (() => void) | undefined;
  /** Writes it from the text of the year before: absent where there is no such text. */
  readonly onLastYear: (() => void) | undefined;
  readonly onPrint: () => void;
  /** A signed one is not checked any more. */
  readonly frozen: boolean;
}

/** 目录 with how the numbers of each section stand, 检查, and what is seldom wanted. */
export function Outline(props: OutlineProps) {
  const { draft, numbers, unsourced, groups, at, onSection, onGroup, frozen } = props;
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
      {!frozen && <Checks groups={groups} onGroup={onGroup} />}
      <More {...props} />
    </nav>
  );
}

function Checks({ groups, onGroup }: Pick<OutlineProps, 'groups' | 'onGroup'>) {
  const total = groups.reduce((sum, group) => sum + group.checks.length, 0);
  return (
    <>
      <h3 className="t2">检查 {total}</h3>
      {total === 0 && <p className="none t2">没有发现问题。</p>}
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
    </>
  );
}

function More({ draft, onAgain, onLastYear, onPrint }: OutlineProps) {
  return (
    <>
      <h3 className="t2">别的</h3>
      <ul className="checks">
        {onAgain && (
          <li>
            <button type="button" onClick={onAgain}>
              按记录重新起稿
            </button>
          </li>
        )}
        {onLastYear && (
          <li>
            <button type="button" onClick={onLastYear}>
              沿用 {draft.year - 1} 年文字
            </button>
          </li>
        )}
        <li>
          <button type="button" onClick={onPrint}>
            印这份总结
          </button>
        </li>
        {isBuilt('/report/figures') && (
          <li>
            <GoLink to="/report/figures">全部指标</GoLink>
          </li>
        )}
      </ul>
    </>
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
