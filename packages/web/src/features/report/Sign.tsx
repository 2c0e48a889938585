import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { FileDrop } from '../../components/index.ts';
import { minuteOf } from './Bar.tsx';
import { giveBack, type Report, sign, signByPaper } from './data.ts';

interface SignProps {
  readonly division: string;
  readonly year: number;
  readonly report: Report;
}

/** For whoever signs: by his own pass code, by the scan of a paper signed by hand, or back to the clerk. */
export function Sign({ division, year, report }: SignProps) {
  const { fingerprint, sent, counts, checks } = report;
  const [passCode, setPassCode] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState('');
  const run = async (words: string, work: () => Promise<unknown>) => {
    if (busy !== '') return;
    setBusy(words);
    setProblem('');
    try {
      await work();
      setPassCode('');
    } catch (fault) {
      setProblem(errorWords(fault).join(''));
      setBusy('');
    }
    await queryClient.invalidateQueries();
    setBusy('');
  };
  const freeze = '正在冻结文字、数和记录…';
  const take = async ([scan]: readonly File[]) => {
    if (scan !== undefined) await signByPaper(division, year, fingerprint, scan);
  };
  return (
    <section aria-label="签发">
      <h2>待您签发</h2>
      {sent !== null && (
        <p>
          {sent.by} {minuteOf(sent.at)} 送签。数 {counts.total} 个，未佐证 {counts.unevidenced}，人工{' '}
          {counts.typed}；还有 {checks.length} 处请核对。
        </p>
      )}
      <p className="t2">签发后文字、数和每个数的记录一并冻结，原文不再改动。</p>
      <form
        style={{ marginTop: 12 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (passCode !== '') void run(freeze, () => sign(division, year, fingerprint, passCode));
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
          <button type="submit" className="btn pri" disabled={passCode === '' || busy !== ''}>
            签发
          </button>
        </div>
      </form>
      <p role="status">{busy}</p>
      <p role="alert" className="stop">
        {problem}
      </p>
      <h3>在纸上签过的</h3>
      <FileDrop
        words="把签字的扫描件拖到这里"
        accept=".pdf,image/*"
        disabled={busy !== ''}
        onFiles={(files) => void run(freeze, () => take(files))}
      />
      <h3>退回修改</h3>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim().length > 1) void run('正在退回…', () => giveBack(division, year, reason.trim()));
        }}
      >
        <input
          className="field grow"
          aria-label="退回的理由"
          placeholder="哪里要改"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <button type="submit" className="btn" disabled={reason.trim().length < 2 || busy !== ''}>
          退回
        </button>
      </form>
    </section>
  );
}
