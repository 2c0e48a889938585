import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';
import { useScope } from '../../app/scope.ts';
import { Empty, ErrorSummary, Part } from '../../components/index.ts';
import { clockTime } from './logWords.ts';
import { useAsk } from './useAsk.ts';

type Job = components['schemas']['Job'];

const STATES: Readonly<Record<Job['state'], string>> = {
  running: '正在办',
  done: '办完',
  failed: '没办成',
  stopped: '中断',
};
/** While something runs, the list looks again by itself. */
const AGAIN_MS = 3_000;

function JobRow({ job, busy, onRerun }: { job: Job; busy: boolean; onRerun: () => void }) {
  const { title, state, cause, attempts, startedAt, startedBy, finishedAt, mayRerun } = job;
  return (
    <tr>
      <td className="nowrap">{clockTime(startedAt)}</td>
      <td className="nowrap">{startedBy}</td>
      <td>{title}</td>
      <td className="nowrap">
        {STATES[state]}
        {attempts > 1 && <span className="t2">，第 {attempts} 次</span>}
      </td>
      <td>{cause ?? (finishedAt && <span className="t2">{clockTime(finishedAt)} 办完</span>)}</td>
      <td className="nowrap">
        {mayRerun && (
          <button type="button" className="lnk" disabled={busy} onClick={onRerun}>
            安全重跑
          </button>
        )}
      </td>
    </tr>
  );
}

const HEADS = ['什么时候', '谁', '什么事', '到了哪里', '缘由', '办'];

/** 任务: runs and imports, how far each came and why not further, and running again what was cut off. */
export function Jobs() {
  const { division } = useScope();
  const { busy, errors, done, run } = useAsk('jobs');
  const query = useQuery({
    queryKey: ['jobs', division],
    queryFn: () => answer(api.GET('/api/jobs', { params: { query: { division } } })),
    refetchInterval: ({ state }) =>
      state.data?.jobs.some((job) => job.state === 'running') ? AGAIN_MS : false,
  });
  const rerun = ({ id, title }: Job) =>
    run([], async () => {
      const params = { path: { id }, query: { division } };
      const job = await answer(api.POST('/api/jobs/{id}/rerun', { params }));
      return `${title}：${STATES[job.state]}。`;
    });
  return (
    <div className="sys" id="jobs" tabIndex={-1}>
      <p className="t2" style={{ marginBottom: 12 }}>
        生成批次和导入台账，每件都是要么全部办成，要么一点没写。没办成的可以安全重跑，不会重复。
      </p>
      <ErrorSummary errors={errors} />
      <p className="done" role="status">
        {done}
      </p>
      <Part query={query}>
        {({ jobs }) =>
          jobs.length === 0 ? (
            <Empty words="还没有任务。在「发放」生成批次、在「导入」导入台账以后，这里看得到。" />
          ) : (
            <table>
              <thead>
                <tr>
                  {HEADS.map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {jobs.map((job) => (
                  <JobRow key={job.id} job={job} busy={busy} onRerun={() => void rerun(job)} />
                ))}
              </tbody>
            </table>
          )
        }
      </Part>
    </div>
  );
}
