import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { FileDrop } from '../../components/index.ts';
import { giveBack, sign, signByPaper } from './data.ts';

interface SignProps {
  readonly division: string;
  readonly year: number;
  /** Stands for what is read here. */
  readonly fingerprint: string;
}

/** For whoever signs: by his own pass code, by the scan of a paper signed by hand, or back to the clerk. */
export function Sign({ division, year, fingerprint }: SignProps) {
  const [passCode, setPassCode] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    setProblem('');
    try {
      await work();
      setPassCode('');
      await queryClient.invalidateQueries();
    } catch (fault) {
      setProblem(errorWords(fault).join(''));
    } finally {
      setBusy(false);
    }
  };
  const take = async ([scan]: readonly File[]) => {
    if (scan !== undefined) await signByPaper(division, year, fingerprint, scan);
  };
  return (
    <section aria-label="签发">
      <h2>待您签发</h2>
      <p className="t2">签发后文字、数和每个数的记录一并冻结，原文不再改动。</p>
      <form
        style={{ marginTop: 12 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (passCode !== '') void run(() => sign(division, year, fingerprint, passCode));
        }}
      >
        <div className="row">
          <input
            type="password"
            className="field grow"
            autoComplete="current-password"
            aria-label="您的口令"
            placeholder="您的口令"
            value={passCode}
            onChange={(event) => setPassCode(event.target.value)}
          />
          <button type="submit" className="btn pri" disabled={passCode === '' || busy}>
            签发
          </button>
        </div>
      </form>
      <p role="alert" className="stop">
        {problem}
      </p>
      <h3>在纸上签过的</h3>
      <FileDrop
        words="把签字的扫描件拖到这里"
        disabled={busy}
        onFiles={(files) => void run(() => take(files))}
      />
      <h3>退回修改</h3>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim().length > 1) void run(() => giveBack(division, year, reason.trim()));
        }}
      >
        <input
          className="field grow"
          aria-label="退回的理由"
          placeholder="哪里要改"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <button type="submit" className="btn" disabled={reason.trim().length < 2 || busy}>
          退回
        </button>
      </form>
    </section>
  );
}
