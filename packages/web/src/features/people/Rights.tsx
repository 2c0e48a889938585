import { useQuery } from '@tanstack/react-query';
import { kindsQuery } from '../../api/data.ts';
import type { KindColumn } from '../../api/types.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, Note, Part, sourceWords } from '../../components/index.ts';
import { cellText } from '../../lib/cells.ts';
import { type Person, paperFile, papersQuery, type Right } from './data.ts';
import { originWords } from './originWords.ts';
import type { Doing } from './PersonHead.tsx';

/** `参战退役人员 2007-08 起`, with until when if it ended. */
export function rightWords({ cells }: Right): string {
  const until = cells.stop_month === null ? '起' : `至 ${String(cells.stop_month)} 停`;
  return `${String(cells.category ?? '')} ${String(cells.from_month ?? '')} ${until}`;
}

interface RightPickProps {
  readonly rights: readonly Right[];
  readonly current: Right;
  readonly onRight: (spellId: string) => void;
}

/** Which of several rights; nothing for a person with one. */
export function RightPick({ rights, current, onRight }: RightPickProps) {
  if (rights.length < 2) return null;
  return (
    <select
      className="field people-pick"
      aria-label="哪一项待遇"
      value={current.spellId}
      onChange={(event) => onRight(event.target.value)}
    >
      {rights.map((right) => (
        <option key={right.spellId} value={right.spellId}>
          {rightWords(right)}
          {right.inForce ? '（现行）' : ''}
        </option>
      ))}
    </select>
  );
}

interface RightsProps {
  readonly person: Person;
  readonly right: Right | undefined;
  readonly onRight: (spellId: string) => void;
  readonly onStart: (doing: Doing) => void;
  readonly may: (action: string) => boolean;
}

/** What the person is on the roll for: every cell of the right, the row it came from and its papers. */
export function Rights({ person, right, onRight, onStart, may }: RightsProps) {
  if (right === undefined)
    return (
      <DetailPanel title="待遇">
        <p className="t2">名册上没有他的待遇。</p>
      </DetailPanel>
    );
  return (
    <DetailPanel title="待遇" note={rightWords(right)}>
      <RightPick rights={person.rights} current={right} onRight={onRight} />
      <Cells right={right} />
      {may('records.write') && (
        <p className="people-void">
          <button type="button" className="lnk t2" onClick={() => onStart('void')}>
            这一项录错了，作废
          </button>
        </p>
      )}
      <h3 className="people-h3">材料</h3>
      <PapersOfRight right={right} />
      {person.missing.includes('认定材料') && (
        <Note
          kind="missing"
          action={
            may('papers.write') ? (
              <button type="button" className="btn s" onClick={() => onStart('paper')}>
                挂上
              </button>
            ) : undefined
          }
        >
          认定材料
        </Note>
      )}
    </DetailPanel>
  );
}

function Cells({ right }: { right: Right }) {
  const kinds = useQuery(kindsQuery);
  return (
    <Part query={kinds}>
      {(all) => {
        const columns = all.find((one) => one.kind === 'spell')?.columns ?? [];
        const filled = (column: KindColumn) => (right.cells[column.field] ?? null) !== null;
        const empty = columns.filter((column) => !filled(column));
        return (
          <dl className="kv people-cells">
            {columns.filter(filled).map(({ field, header, type }) => (
              <Cell
                key={field}
                header={header}
                text={cellText(type, right.cells[field])}
                origin={originWords(right, field)}
              />
            ))}
            <Cell header="来自" text={sourceWords(right.source)} origin={null} />
            {empty.length > 0 && (
              <>
                <dt>没有填</dt>
                <dd className="t2">{empty.map(({ header }) => header).join('、')}</dd>
              </>
            )}
          </dl>
        );
      }}
    </Part>
  );
}

function Cell({ header, text, origin }: { header: string; text: string; origin: string | null }) {
  return (
    <>
      <dt>{header}</dt>
      <dd>
        {text}
        {origin !== null && <span className="t2">　{origin}</span>}
      </dd>
    </>
  );
}

function PapersOfRight({ right }: { right: Right }) {
  const { division } = useScope();
  const query = useQuery(papersQuery(division, right.spellId));
  return (
    <Part query={query}>
      {(papers) =>
        papers.length === 0 ? (
          <p className="t2 people-none">还没有材料。</p>
        ) : (
          <ul className="people-papers">
            {papers.map((paper) => (
              <li key={paper.id}>
                {paper.sha256 === null ? (
                  paper.title
                ) : (
                  <a href={paperFile(division, paper.id)} target="_blank" rel="noreferrer">
                    {paper.title}
                  </a>
                )}
                <span className="t2">
                  {'　'}
                  {paper.signedOn}
                  {paper.originalAt && `　原件：${paper.originalAt}`}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Part>
  );
}
