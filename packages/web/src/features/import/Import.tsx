import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type DragEvent, useEffect, useState } from 'react';
import { NotFoundError } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { useScope, useSetSearch } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import { PageBar, Problem, Steps } from '../../components/index.ts';
import { Done } from './Done.tsx';
import {
  type Batch,
  confirmBatch,
  dropFiles,
  exampleFile,
  type Mapping,
  mapSheet,
  templateFile,
  tryAgain,
} from './data.ts';
import './import.css';
import { forgetBatch, keepBatch } from './kept.ts';
import { isRecognised } from './reasons.ts';
import { Start } from './Start.tsx';
import { Trial } from './Trial.tsx';

const STEPS = ['放文件', '认表', '试算', '确认'] as const;

/** The batch of the address and what can be done with it; one command at a time. */
function useBatch() {
  const { division, year } = useScope();
  const { batch: id } = useSearch({ strict: false }) as Search;
  const setSearch = useSetSearch();
  const [busy, setBusy] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const key = ['import-batch', division, id];
  const query = useQuery({
    queryKey: key,
    queryFn: () => tryAgain(division, id ?? ''),
    enabled: id !== undefined,
    staleTime: 60_000,
    retry: false,
  });
  const work = async (words: string, command: () => Promise<void>) => {
    if (busy !== '') return;
    setBusy(words);
    setProblem(undefined);
    try {
      await command();
    } catch (fault) {
      setProblem(fault);
    } finally {
      setBusy('');
    }
  };
  const show = (next: Batch) => {
    queryClient.setQueryData(['import-batch', division, next.batch], next);
    keepBatch(division, next.batch);
    setSearch({ batch: next.batch, done: undefined });
  };
  return {
    ...{ id, query, busy, problem },
    drop: (files: readonly File[]) =>
      work(`正在读 ${files.length} 个文件并试算…`, async () =>
        show(await dropFiles(division, year, files, id)),
      ),
    map: (mapping: Mapping) =>
      work('正在重新试算…', async () => show(await mapSheet(division, id ?? '', mapping))),
    confirm: (skipUpdates: string[]) =>
      work('正在导入…', async () => {
        const imports = await confirmBatch(division, id ?? '', skipUpdates);
        const shown = query.data?.year ?? year;
        forgetBatch(division);
        await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'import-batch' });
        setSearch({ batch: undefined, done: imports.join('.'), year: String(shown) });
      }),
    leave: () => setSearch({ batch: undefined, done: undefined }),
  };
}

/** Files may be dropped anywhere on the page. */
function useDropAnywhere(onFiles: (files: readonly File[]) => void) {
  return {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      const isTaken = event.defaultPrevented;
      event.preventDefault();
      if (!isTaken && event.dataTransfer.files.length > 0) onFiles([...event.dataTransfer.files]);
    },
  };
}

function stepOf(batch: Batch | undefined, isDone: boolean): number {
  if (isDone) return 3;
  if (batch === undefined) return 0;
  return isRecognised(batch.files) ? 2 : 1;
}

/** 导入: drop, look, confirm. The batch stays in the address, so that leaving and coming back loses nothing. */
export function Page() {
  const { division } = useScope();
  const { done } = useSearch({ strict: false }) as Search;
  const { id, query, busy, problem, drop, map, confirm, leave } = useBatch();
  const batch = id === undefined ? undefined : query.data;
  const isGone = id !== undefined && query.error instanceof NotFoundError;
  useEffect(() => {
    if (isGone) forgetBatch(division);
  }, [isGone, division]);
  const onFiles = (files: readonly File[]) => void drop(files);
  return (
    <div className="page-fill" {...useDropAnywhere(onFiles)}>
      <PageBar
        title="导入旧 Excel"
        tabs={<Steps names={STEPS} at={stepOf(batch, done !== undefined && id === undefined)} />}
      >
        <a href={templateFile(division)} download>
          下载空白表
        </a>
        <a href={exampleFile(division)} download>
          看填好的例子
        </a>
      </PageBar>
      <p className="import-busy t2" role="status">
        {busy || (id !== undefined && query.isLoading ? '正在取回这一批，重新试算…' : '')}
      </p>
      {problem !== undefined && <Problem problem={problem} />}
      {id !== undefined && query.error !== null && (
        <Problem problem={query.error} onRetry={isGone ? leave : () => void query.refetch()} />
      )}
      {batch && (
        <Trial
          key={batch.batch}
          batch={batch}
          busy={busy !== ''}
          onFiles={onFiles}
          onMap={map}
          onConfirm={confirm}
        />
      )}
      {id === undefined && done !== undefined && <Done imports={done.split('.')} onMore={leave} />}
      {id === undefined && done === undefined && <Start busy={busy !== ''} onFiles={onFiles} />}
    </div>
  );
}
