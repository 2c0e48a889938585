import { useState } from 'react';
import { useAct } from '../../api/useAct.ts';
import { GoLink, useGo } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import {
  type Batch,
  cancelBatch,
  closeBatch,
  exportFile,
  fileAddress,
  newKey,
  recompute,
  sendBack,
  sign,
} from './data.ts';
import { PaperSign } from './PaperSign.tsx';
import { Prints } from './Prints.tsx';
import { ReasonDialog } from './Reason.tsx';
import { TakeResult } from './TakeResult.tsx';
import { STEP_WORDS } from './texts.ts';
import { useNarrow } from './useNarrow.ts';

type Step = keyof typeof STEP_WORDS;
type Asking = 'sendBack' | 'cancel' | 'result' | 'paper';

/** The step that is next by where the batch stands. */
const NEXT: Readonly<Record<Batch['state'], readonly Step[]>> = {
  ...{ opened: ['submit'], sent_back: ['submit'], submitted: ['review'], reviewed: ['approve'] },
  ...{ approved: ['export'], exported: ['result', 'close'], closed: [], cancelled: [] },
};

/** Lines let go after the file went to the bank want a file of their own: without it the batch cannot be closed. */
const stepsOf = ({ state, unsent }: Batch): readonly Step[] =>
  state === 'exported' && unsent.lines > 0 ? ['export', ...NEXT.exported] : NEXT[state];

/** What went out once goes on in the same layout. */
const layoutOf = ({ files }: Batch): 'xlsx' | 'fixed' =>
  files.some(({ direction, name }) => direction === 'out' && name.endsWith('.txt')) ? 'fixed' : 'xlsx';

const DONE: Readonly<Record<Step, string>> = {
  submit: '已提交，等复核。',
  review: '复核通过，等批准。',
  approve: '已批准，人、账号、标准都已冻结。',
  export: '银行文件已导出，各笔在途。',
  result: '',
  close: '已办结。',
};

interface ActionsProps {
  readonly batch: Batch;
  readonly onDone: (words: string) => void;
}

/** The foot: papers, what else can be done, and one main button, or the reason in its place. */
export function Actions({ batch, onDone }: ActionsProps) {
  const { division } = useScope();
  const go = useGo();
  const isNarrow = useNarrow();
  const [asking, setAsking] = useState<Asking>();
  const [key] = useState(newKey);
  const { problem, busy, act } = useAct(onDone);
  const { id, hash, may, state } = batch;
  const run = (step: Step, layout = layoutOf(batch)) => {
    if (step === 'result') return setAsking('result');
    const work = () =>
      step === 'export'
        ? exportFile(division, id, layout)
        : step === 'close'
          ? closeBatch(division, id)
          : sign(step, division, id, { hash });
    return act(work, DONE[step]);
  };
  const steps = stepsOf(batch);
  const main = steps.find((step) => may[step].ok && (step !== 'close' || batch.inTransit.lines === 0));
  useShortcuts(
    main === undefined ? {} : { 'Ctrl+Enter': { words: STEP_WORDS[main], run: () => void run(main) } },
  );
  const again = () =>
    act(async () => {
      const { batch: fresh } = await recompute(division, id, key);
      go(`/pay/b/${fresh}`);
    }, '已按现在的名册和标准重算。');
  const reasoned = async (reason: string) => {
    const work = () =>
      asking === 'sendBack' ? sendBack(division, id, hash, reason) : cancelBatch(division, id, reason);
    if (await act(work, asking === 'sendBack' ? '已退回修改。' : '批次已撤回。')) setAsking(undefined);
  };
  return (
    <div className="foot pay-foot">
      <span className="pay-papers">
        <Prints batchId={id} />
        <Files batch={batch} />
        {(state === 'exported' || state === 'closed') && (
          <GoLink to="/pay/spot" search={{ batch: id, year: batch.month.slice(0, 4) }}>
            发后抽查
          </GoLink>
        )}
      </span>
      <span className="grow" />
      {asking === undefined && (
        <span role="alert" className="stop">
          {problem.join('')}
        </span>
      )}
      {may.recompute.ok && (
        <button type="button" className="btn" disabled={busy} onClick={() => void again()}>
          重算
        </button>
      )}
      {may.cancel.ok && (
        <button type="button" className="btn" onClick={() => setAsking('cancel')}>
          撤回批次
        </button>
      )}
      {may.sendBack.ok && (
        <button type="button" className="btn" onClick={() => setAsking('sendBack')}>
          {isNarrow ? '退回' : '退回修改'}
        </button>
      )}
      {may.paper.ok && !isNarrow && (
        <button type="button" className="btn" onClick={() => setAsking('paper')}>
          纸质签批
        </button>
      )}
      {state === 'approved' && may.export.ok && (
        <button type="button" className="btn" disabled={busy} onClick={() => void run('export', 'fixed')}>
          定长文本
        </button>
      )}
      {steps.map((step) =>
        may[step].ok ? (
          <button
            key={step}
            type="button"
            className={step === main ? 'btn pri' : 'btn'}
            disabled={busy}
            onClick={() => void run(step)}
          >
            {busy && step === main ? '正在办…' : isNarrow && step === 'approve' ? '同意' : STEP_WORDS[step]}
          </button>
        ) : (
          <span key={step} className="btn pay-off">
            {STEP_WORDS[step]}：{may[step].why}
          </span>
        ),
      )}
      {(asking === 'sendBack' || asking === 'cancel') && (
        <ReasonDialog
          title={asking === 'sendBack' ? '退回修改' : '撤回批次'}
          button={asking === 'sendBack' ? '退回' : '撤回'}
          problem={problem}
          busy={busy}
          onGive={(reason) => void reasoned(reason)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'result' && (
        <TakeResult batch={batch} onClose={() => setAsking(undefined)} onDone={onDone} />
      )}
      {asking === 'paper' && <PaperSign batch={batch} onClose={() => setAsking(undefined)} onDone={onDone} />}
    </div>
  );
}

/** What went to the bank and what came back, as it was stored. */
function Files({ batch: { id, files } }: { batch: Batch }) {
  const { division } = useScope();
  if (files.length === 0) return <span className="t2">银行文件（批准后）</span>;
  return (
    <>
      {files.map((file) => (
        <a
          key={file.id}
          href={fileAddress(division, id, file.id)}
          title={`${file.rows} 笔，${file.by} ${file.on}`}
        >
          {file.direction === 'out' ? '银行文件' : '银行结果'} {file.name}
        </a>
      ))}
    </>
  );
}
