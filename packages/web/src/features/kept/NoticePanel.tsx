import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { type Act, useAct } from '../../api/useAct.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, type PaperDraft, PaperDrop } from '../../components/index.ts';
import { categoryWords } from '../people/words.ts';
import { answerObjection, type Notice, objectTo, paperOf, proveNotice, voidNotice } from './data.ts';
import { noticeState } from './noticing.ts';
import { PrintNotice } from './PrintNotice.tsx';

interface NoticePanelProps {
  readonly notice: Notice;
  readonly mayWrite: boolean;
  readonly onDone: (words: string) => void;
}

/** One notice: its names, its photo, what was objected and what became of it. */
export function NoticePanel({ notice, mayWrite, onDone }: NoticePanelProps) {
  const { today } = useSession();
  const { problem, busy, act } = useAct(onDone);
  const { title, fromDay, toDay, days, hangsAt, people, by, voidReason } = notice;
  const isOpen = mayWrite && voidReason === null;
  return (
    <DetailPanel title={title} note={noticeState(notice, today)}>
      <div>
        <p>
          {fromDay} 至 {toDay}，{days} 天{hangsAt === null ? '' : `，${hangsAt}`}
        </p>
        <p className="t2">
          {by} 记{voidReason === null ? '' : `；作废：${voidReason}`}
        </p>
        <p className="kept-print">
          <PrintNotice notice={notice} />
        </p>
        <p role="alert" className="stop">
          {problem}
        </p>
        <h3 className="kept-part">名单 {people.length} 人</h3>
        <ul className="kept-list">
          {people.map((one) => (
            <li key={`${one.personId} ${one.category}`}>
              {one.name}　{one.village ?? '村不详'}　{categoryWords([one.category])}
            </li>
          ))}
        </ul>
        <Objections notice={notice} isOpen={isOpen} busy={busy} act={act} />
        {isOpen && <Photo notice={notice} busy={busy} act={act} />}
        {isOpen && <Void notice={notice} busy={busy} act={act} />}
      </div>
    </DetailPanel>
  );
}

interface PartProps {
  readonly notice: Notice;
  readonly busy: boolean;
  readonly act: Act;
}

function Objections({ notice, isOpen, busy, act }: PartProps & { readonly isOpen: boolean }) {
  const { division } = useScope();
  const { today } = useSession();
  const [text, setText] = useState('');
  return (
    <>
      <h3 className="kept-part">异议 {notice.objections.length} 条</h3>
      <ul className="kept-list">
        {notice.objections.map((one) => (
          <li key={one.seq}>
            {one.onDay} {one.text}
            {one.outcome === null ? (
              isOpen && <Outcome seq={one.seq} notice={notice} busy={busy} act={act} />
            ) : (
              <p className="t2">
                {one.outcomeOn} 处理：{one.outcome}
              </p>
            )}
          </li>
        ))}
      </ul>
      {isOpen && (
        <div className="row gap3">
          <input
            className="field grow"
            aria-label="异议"
            placeholder="谁对谁有什么异议"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <button
            type="button"
            className="btn"
            disabled={busy || text.trim() === ''}
            onClick={() =>
              act(async () => {
                await objectTo(division, notice.id, { text: text.trim(), onDay: today });
                setText('');
              }, '异议已记，请核查后写处理结果。')
            }
          >
            记异议
          </button>
        </div>
      )}
    </>
  );
}

function Outcome({ notice, seq, busy, act }: PartProps & { readonly seq: number }) {
  const { division } = useScope();
  const [outcome, setOutcome] = useState('');
  return (
    <div className="row gap3">
      <input
        className="field grow"
        aria-label={`第 ${seq} 条的处理结果`}
        placeholder="核查经过和处理结果"
        value={outcome}
        onChange={(event) => setOutcome(event.target.value)}
      />
      <button
        type="button"
        className="btn"
        disabled={busy || outcome.trim() === ''}
        onClick={() => act(() => answerObjection(division, notice.id, seq, outcome.trim()), '处理结果已记。')}
      >
        记处理
      </button>
    </div>
  );
}

function Photo({ notice, busy, act }: PartProps) {
  const { division } = useScope();
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const hang = async () => {
    const { paperId } = await paperOf(division, papers);
    if (paperId !== undefined) await proveNotice(division, notice.id, paperId);
    setPapers([]);
  };
  return (
    <>
      <h3 className="kept-part">张贴照片 {notice.papers > 0 ? `${notice.papers} 张` : '还没有'}</h3>
      <PaperDrop papers={papers} onChange={setPapers} day={notice.fromDay} disabled={busy} />
      {papers.length > 0 && (
        <div className="row gap3 form-end">
          <button type="button" className="btn pri" disabled={busy} onClick={() => act(hang, '照片已挂上。')}>
            挂上
          </button>
        </div>
      )}
    </>
  );
}

function Void({ notice, busy, act }: PartProps) {
  const { division } = useScope();
  const [reason, setReason] = useState('');
  return (
    <details className="kept-part">
      <summary className="t2">作废这次公示</summary>
      <div className="row gap3">
        <input
          className="field grow"
          aria-label="作废的理由"
          placeholder="为什么作废"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <button
          type="button"
          className="btn"
          disabled={busy || reason.trim().length < 2}
          onClick={() =>
            act(() => voidNotice(division, notice.id, reason.trim()), '已作废，名单里的人可再公示。')
          }
        >
          作废
        </button>
      </div>
    </details>
  );
}
