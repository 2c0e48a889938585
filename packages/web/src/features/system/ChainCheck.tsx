import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { Dialog, Note, Problem } from '../../components/index.ts';

type Chain = Awaited<ReturnType<typeof check>>;
type Code = 'altered' | 'missing' | 'gap' | 'unsealed';

const check = () => answer(api.GET('/api/audit/verify'));

const WORDS: Readonly<Record<Code, string>> = {
  altered: '这一条被改动过',
  missing: '这一条不见了',
  gap: '序号断了',
  unsealed: '这一条一直没有封上',
};

function Report({ chain }: { chain: Chain }) {
  if (chain.findings.length === 0)
    return (
      <p className="done">
        链校验 ✓　核了 {chain.checked.toLocaleString('zh-CN')} 条，一条接一条，没有人绕过软件改过。
      </p>
    );
  return (
    <Note kind="stop">
      <p>日志和封链对不上，有人绕过软件改过。请先不要动这台电脑，从备份恢复前把这一页印下来。</p>
      <ul>
        {chain.findings.map(({ code, seq, eventId }) => (
          <li key={`${code} ${seq} ${eventId}`}>
            {seq === null ? '' : `第 ${seq} 条：`}
            {WORDS[code]}
          </li>
        ))}
      </ul>
    </Note>
  );
}

/** 链校验: goes along the whole log and says whether it is as it was written. */
export function ChainCheck() {
  const [busy, setBusy] = useState(false);
  const [chain, setChain] = useState<Chain>();
  const [problem, setProblem] = useState<unknown>();
  const run = async () => {
    setBusy(true);
    try {
      setChain(await check());
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const close = () => {
    setChain(undefined);
    setProblem(undefined);
  };
  return (
    <>
      <button type="button" className="btn pri" disabled={busy} onClick={() => void run()}>
        {busy ? '正在核…' : '链校验'}
      </button>
      {(chain !== undefined || problem !== undefined) && (
        <Dialog title="链校验" onClose={close}>
          {chain ? <Report chain={chain} /> : <Problem problem={problem} />}
        </Dialog>
      )}
    </>
  );
}
