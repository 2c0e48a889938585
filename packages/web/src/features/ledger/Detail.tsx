import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { voidRecord } from '../../api/records.ts';
import { useSession } from '../../api/session.ts';
import type { Kind } from '../../api/types.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { Note, Part, RecordCorrectPanel } from '../../components/index.ts';
import { cellText } from '../../lib/cells.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { recordQuery, restore, type WholeRecord } from './data.ts';
import { LEDGERS } from './ledgers.ts';
import { Papers } from './Papers.tsx';

interface DetailProps {
  readonly kind: Kind;
  readonly id: string;
  /** False where papers prove nothing. */
  readonly proof?: boolean;
  /** Shown above its cells, instead of the papers below them: a paper shows itself. */
  readonly head?: ReactNode;
}

/** Everything the ledger knows of one record: its cells, where they came from, its papers and its former versions. */
export function Detail({ kind, id, proof = true, head }: DetailProps) {
  const { division } = useScope();
  const query = useQuery(recordQuery(division, kind.kind, id));
  return (
    <Part query={query}>
      {(record) => <Whole kind={kind} record={record} head={head} hasPapers={proof && head === undefined} />}
    </Part>
  );
}

interface WholeProps {
  readonly kind: Kind;
  readonly record: WholeRecord;
  readonly head: ReactNode;
  readonly hasPapers: boolean;
}

function Whole({ kind, record, head, hasPapers }: WholeProps) {
  const { today, user } = useSession();
  const mayWrite = user?.actions.includes('records.write') === true;
  const [correcting, setCorrecting] = useState(false);
  useShortcuts(!mayWrite || record.voided ? {} : { e: { words: '更正', run: () => setCorrecting(true) } });
  if (correcting)
    return (
      <RecordCorrectPanel
        kind={kind}
        row={record}
        onDone={() => setCorrecting(false)}
        onClose={() => setCorrecting(false)}
      />
    );
  const dayField = kind.columns.find((column) => column.type === 'day')?.field;
  const day = String((dayField && record.cells[dayField]) || today);
  return (
    <div className="record">
      {record.voided && <Voided record={record} />}
      {head}
      <dl className="kv wide">
        {kind.columns.map((column) => (
          <Line key={column.field} head={column.header}>
            {cellText(column.type, record.cells[column.field]) || '—'}
          </Line>
        ))}
        {Object.entries(record.notes).map(([header, text]) => (
          <Line key={header} head={`${header}（照存）`}>
            {text}
          </Line>
        ))}
        {record.evidenceRef && <Line head="佐证一栏">{record.evidenceRef}</Line>}
        <PersonLine record={record} />
        <Line head="来自">
          {record.source
            ? `${record.source.file ?? '导入'}「${record.source.sheet}」第 ${record.source.row} 行`
            : '录入'}
        </Line>
      </dl>
      {mayWrite && <Actions kind={kind} record={record} onCorrect={() => setCorrecting(true)} />}
      {hasPapers && <Papers kind={kind.kind} id={record.id} day={day} title={titleOf(kind, record)} />}
      <History kind={kind} record={record} />
    </div>
  );
}

/** «2017-07-28 八一座谈会»: the day and what the ledger's rows are about. */
function titleOf(kind: Kind, { cells }: WholeRecord): string {
  const strong = LEDGERS.find((ledger) => ledger.kind === kind.kind)?.strong ?? '';
  const dayField = kind.columns.find((column) => column.type === 'day')?.field ?? '';
  return [cells[dayField], cells[strong]].filter(Boolean).join(' ');
}

function Line({ head, children }: { head: string; children: ReactNode }) {
  return (
    <>
      <dt>{head}</dt>
      <dd>{children}</dd>
    </>
  );
}

const LINK_WORDS: Readonly<Record<string, string>> = {
  unmatched: '未对上人',
  ambiguous: '同名不止一人，未对上',
};

function PersonLine({ record }: { record: WholeRecord }) {
  if (record.personId)
    return <Line head="人员">{<GoLink to={`/people/${record.personId}`}>打开人员档案</GoLink>}</Line>;
  const words = LINK_WORDS[record.personLink ?? ''];
  return words === undefined ? null : (
    <Line head="人员">
      <span className="check">{words}</span>
    </Line>
  );
}

function Voided({ record: { voided } }: { record: WholeRecord }) {
  if (voided === null) return null;
  return (
    <Note kind="check" words="已作废">
      {voided.at.slice(0, 10)}　{voided.by}　{voided.reason}。不进任何数，可以恢复。
    </Note>
  );
}

function Actions({ kind, record, onCorrect }: { kind: Kind; record: WholeRecord; onCorrect: () => void }) {
  const { division } = useScope();
  const [reason, setReason] = useState<string>();
  const [problem, setProblem] = useState('');
  const isVoid = record.voided !== null;
  const decide = async () => {
    try {
      const ref = { division, kind: kind.kind, id: record.id };
      if (isVoid) await restore(division, kind.kind, record.id, reason ?? '');
      else await voidRecord(ref, record.version, reason ?? '');
      setReason(undefined);
      await queryClient.invalidateQueries();
    } catch (fault) {
      setProblem(errorWords(fault).join(''));
    }
  };
  return (
    <div>
      <p className="row gap3">
        {!isVoid && (
          <button type="button" className="btn s" onClick={onCorrect}>
            更正 <kbd>E</kbd>
          </button>
        )}
        <button type="button" className="btn s" onClick={() => setReason('')}>
          {isVoid ? '恢复' : '作废'}
        </button>
      </p>
      {reason !== undefined && !isVoid && (
        <p className="t2">作废的不删：不进任何数，在列表下面「看已作废的」里，可以恢复。</p>
      )}
      {reason !== undefined && (
        <form
          className="row gap3"
          onSubmit={(event) => {
            event.preventDefault();
            void decide();
          }}
        >
          <input
            className="field grow"
            aria-label="理由"
            placeholder={isVoid ? '为什么恢复' : '为什么作废'}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <button type="submit" className="btn s" disabled={reason.trim().length < 2}>
            {isVoid ? '恢复这一条' : '作废这一条'}
          </button>
          <button type="button" className="lnk" onClick={() => setReason(undefined)}>
            算了
          </button>
        </form>
      )}
      <p role="alert" className="stop">
        {problem}
      </p>
    </div>
  );
}

function History({ kind, record }: { kind: Kind; record: WholeRecord }) {
  if (record.history.length === 0) return null;
  return (
    <section>
      <h3>以前的样子</h3>
      <ol className="versions">
        {record.history.map((old, index) => {
          const later = record.history[index - 1]?.cells ?? record.cells;
          const changed = kind.columns.filter(
            ({ field }) => (old.cells[field] ?? null) !== (later[field] ?? null),
          );
          return (
            <li key={old.version}>
              <span className="t2">
                {old.supersededAt.slice(0, 10)}　{old.supersededBy}　{old.reason}
              </span>
              {changed.map(({ field, header, type }) => (
                <div key={field}>
                  {header}：{cellText(type, old.cells[field]) || '（空）'} →{' '}
                  {cellText(type, later[field]) || '（空）'}
                </div>
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
