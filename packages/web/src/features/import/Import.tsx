import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { useScope } from '../../app/scope.ts';
import { FileDrop, Note, PageBar, Steps, useFilter } from '../../components/index.ts';
import { Done } from './Done.tsx';
import {
  type Batch,
  confirmBatch,
  dropFiles,
  type Mapping,
  mapSheet,
  type Receipt,
  templateFile,
  tryAgain,
} from './data.ts';
import './import.css';
import { Log } from './Log.tsx';
import { Trial } from './Trial.tsx';

const STEPS = ['放文件', '认表', '试算', '确认'] as const;

/** 导入: drop, look, confirm. The batch stays in the address, so that leaving and coming back loses nothing. */
export function Page() {
  const { division, year } = useScope();
  const [id, setId] = useFilter('batch');
  const [answer, setAnswer] = useState<Batch>();
  const [receipts, setReceipts] = useState<readonly Receipt[]>();
  const [busy, setBusy] = useState('');
  const [problem, setProblem] = useState<readonly string[]>([]);
  const kept = useQuery({
    queryKey: ['batch', division, id],
    queryFn: () => tryAgain(division, id),
    enabled: id !== '' && answer?.batch !== id,
    retry: false,
  });
  const batch = answer?.batch === id ? answer : kept.data;
  const work = async (words: string, run: () => Promise<void>) => {
    setBusy(words);
    setProblem([]);
    try {
      await run();
    } catch (fault) {
      setProblem(errorWords(fault));
    } finally {
      setBusy('');
    }
  };
  const show = (next: Batch) => {
    setAnswer(next);
    setId(next.batch);
  };
  const drop = (files: readonly File[]) =>
    work(`正在读 ${files.length} 个文件…`, async () => show(await dropFiles(division, year, files)));
  const map = (mapping: Mapping) =>
    work('正在重新试算…', async () => setAnswer(await mapSheet(division, batch?.batch ?? '', mapping)));
  const confirm = (skipUpdates: readonly string[]) =>
    work('正在导入…', async () => {
      const done = await confirmBatch(division, batch?.batch ?? '', skipUpdates);
      setReceipts(done.receipts);
      setId('');
      setAnswer(undefined);
      await queryClient.invalidateQueries();
    });
  const restart = () => {
    setReceipts(undefined);
    setAnswer(undefined);
    setId('');
  };
  const step = receipts ? 3 : batch ? 2 : 0;
  return (
    <div className="page-fill">
      <PageBar title="导入旧 Excel" tabs={<Steps names={STEPS} at={step} />}>
        <a href={templateFile(division)}>下载空白表</a>
      </PageBar>
      {(busy !== '' || kept.isFetching) && (
        <p className="bar t2" role="status">
          {busy || '正在取回上次的试算…'}
        </p>
      )}
      {problem.length > 0 && <Note kind="stop">{problem.join('')}</Note>}
      {receipts ? (
        <Done receipts={receipts} onMore={restart} />
      ) : batch ? (
        <Trial batch={batch} busy={busy !== ''} onMap={map} onConfirm={confirm} onRestart={restart} />
      ) : (
        <Start busy={busy !== ''} onFiles={(files) => void drop(files)} />
      )}
    </div>
  );
}

function Start({ busy, onFiles }: { busy: boolean; onFiles: (files: readonly File[]) => void }) {
  return (
    <div className="import-start">
      <FileDrop
        big
        disabled={busy}
        accept=".xlsx,.zip"
        words="把 Excel 拖到这里，可一次多个（12 个村的表一起拖；材料的扫描件打成一个 zip 一起拖）"
        onFiles={onFiles}
      />
      <ol className="three">
        <li>
          <b>一、放。</b>旧台账、花名册、发放表，原来什么样就放什么样。
        </li>
        <li>
          <b>二、看。</b>认成了哪张表、读到几行、退回几行、为什么、会改动哪些数，都先给您看。
        </li>
        <li>
          <b>三、确认。</b>点了才写入；没有签发过的，还能整次撤回。
        </li>
      </ol>
      <Log />
    </div>
  );
}
