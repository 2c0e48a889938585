import { shanghaiMinute } from '@shuangyong/values';
import { listJobs } from '../../../platform/jobs/index.ts';
import { townshipsOf } from '../../../platform/records/desk.ts';
import { contextOf } from '../../command.ts';
import { jobWords, rerunJob } from '../../jobs/handlers.ts';
import type { CliCommand, CliSession, CommandResult } from '../command.ts';
import { requireHand } from './pay-words.ts';

type Shown = ReturnType<typeof jobWords>;

const STATES: Readonly<Record<Shown['state'], string>> = {
  ...{ running: '正在办', done: '办完', failed: '没办成', stopped: '中断' },
};

const lineOf = ({ id, title, state, cause, startedAt, startedBy }: Shown) =>
  [id, shanghaiMinute(Date.parse(startedAt)), startedBy, title, STATES[state], cause ?? '']
    .join('　')
    .trimEnd();

async function listed(session: CliSession, division: string): Promise<CommandResult> {
  const jobs = await session.read(async (tx, ctx) => {
    const place = await session.place(tx, division);
    const divisionIds = [place.divisionId, ...(await townshipsOf(tx, place))];
    const all = await listJobs(tx, { countyId: place.countyId, divisionIds });
    return all.map((job) => jobWords(job, (action) => ctx.may(action, place.code)));
  });
  return { json: { jobs }, text: jobs.length === 0 ? '还没有任务。' : jobs.map(lineOf).join('\n') };
}

async function rerun(session: CliSession, division: string, id: string): Promise<CommandResult> {
  requireHand(session);
  const { runtime, caller, read, write } = session;
  const place = await read((tx) => session.place(tx, division));
  const ctx = contextOf(runtime, caller);
  const job = await rerunJob({ ctx, place, read, write, dataDir: runtime.dataDir }, id);
  const json = jobWords(job, (action) => ctx.may(action, place.code));
  return { json, text: lineOf(json) };
}

export const jobsCommand: CliCommand = {
  name: 'jobs',
  register(program, cli) {
    program
      .command('jobs')
      .description('记账和导入办到了哪里；--rerun 安全重跑没办成的（要 --as）')
      .requiredOption('--division <code>', '哪个单位')
      .option('--rerun <id>', '重跑哪一件')
      .action(({ division, rerun: id }: { division: string; rerun?: string }) =>
        cli.withData((session) => (id ? rerun(session, division, id) : listed(session, division))),
      );
  },
};
