import { type FormEvent, useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { saveFile } from '../../api/save.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { Dialog, TextField } from '../../components/index.ts';

/** 审计包: for whoever may export, and for the auditor himself. */
export function Dossier() {
  const { user } = useSession();
  const [asking, setAsking] = useState(false);
  const may = user?.actions.some((action) => action === 'exports.write' || action === 'audit.byPerson');
  if (!may) return null;
  return (
    <>
      <button type="button" className="btn" onClick={() => setAsking(true)}>
        审计包
      </button>
      {asking && <Asking onClose={() => setAsking(false)} />}
    </>
  );
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly sample: string;
  readonly seed: string;
  readonly full: boolean;
}

function Asking({ onClose }: { readonly onClose: () => void }) {
  const { division, year } = useScope();
  const { user } = useSession();
  const [asked, setAsked] = useState<Asked>({
    ...{ from: `${year}-01`, to: `${year}-12`, reason: '', sample: '30', seed: '', full: false },
  });
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<Asked>) => setAsked({ ...asked, ...part });
  const make = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    try {
      const { full, ...rest } = asked;
      setSaid(
        `已保存：${await saveFile('/api/pay/dossier', { division, ...rest, full: full ? 'yes' : 'no' })}`,
      );
    } catch (fault) {
      setProblem(errorWords(fault).join(''));
    }
    setBusy(false);
  };
  return (
    <Dialog title="审计包" onClose={onClose}>
      <form className="ask" onSubmit={(event) => void make(event)}>
        <p className="t2">
          明细、为什么是这个数、手续、自查结论、日志、材料和抽样名单，一个压缩包，带校验。用表格软件就能看。
        </p>
        <div className="fld-two">
          <TextField
            type="month"
            id="dossier-from"
            label="从发放月"
            value={asked.from}
            onChange={(from) => set({ from })}
          />
          <TextField
            type="month"
            id="dossier-to"
            label="到发放月"
            value={asked.to}
            onChange={(to) => set({ to })}
          />
        </div>
        <TextField
          id="dossier-reason"
          label="给谁、为什么"
          value={asked.reason}
          onChange={(reason) => set({ reason })}
        />
        <div className="fld-two">
          <TextField
            id="dossier-sample"
            label="抽几笔"
            value={asked.sample}
            onChange={(sample) => set({ sample })}
          />
          <TextField
            id="dossier-seed"
            label="抽样种子（不填按单位和月份）"
            value={asked.seed}
            onChange={(seed) => set({ seed })}
          />
        </div>
        {user?.actions.includes('people.reveal') && (
          <label className="tick">
            <input
              type="checkbox"
              checked={asked.full}
              onChange={(event) => set({ full: event.target.checked })}
            />
            身份证号、账号写完整（记入日志）
          </label>
        )}
        <p role="alert" className="stop">
          {problem}
        </p>
        <p role="status" className="done">
          {said}
        </p>
        <div className="row gap3 form-end">
          <button type="submit" className="btn pri" disabled={busy || asked.reason.trim().length < 2}>
            {busy ? '正在做…' : '做好并保存'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
