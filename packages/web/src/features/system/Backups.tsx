import { fen, yuanDisplay } from '@shuangyong/values';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';
import { useScope } from '../../app/scope.ts';
import {
  Dialog,
  Empty,
  ErrorSummary,
  Field,
  Note,
  Part,
  PrintPage,
  usePrint,
} from '../../components/index.ts';
import { copyAge } from './copyAge.ts';
import { clockTime } from './logWords.ts';
import { NewBackup } from './NewBackup.tsx';
import { sizeText } from './sizes.ts';
import { useAsk } from './useAsk.ts';

type Backup = components['schemas']['Backup'];
type Drill = components['schemas']['BackupDrill'];

const KINDS: Readonly<Record<Backup['kind'], string>> = { daily: '每天', upgrade: '升级前', manual: '手工' };

function drillRows(drill: Drill): readonly { readonly what: string; readonly found: string }[] {
  return [
    { what: '备份时间', found: clockTime(drill.madeAt) },
    { what: '表', found: `${drill.tables} 张` },
    { what: '记录', found: `${drill.rows.toLocaleString('zh-CN')} 行` },
    { what: '人员', found: `${drill.people.toLocaleString('zh-CN')} 人` },
    ...drill.money.map(({ name, rows, fen: sum }) => ({
      what: name,
      found: `${rows.toLocaleString('zh-CN')} 行，合计 ${yuanDisplay(fen(Number(sum)))} 元`,
    })),
    { what: '材料文件', found: `${drill.files.count} 份，${sizeText(drill.files.bytes)}` },
    { what: '坏的文件', found: drill.files.damaged.length === 0 ? '没有' : drill.files.damaged.join('、') },
    { what: '用时', found: `${drill.seconds} 秒` },
  ];
}

function DrillReport({ name, drill }: { name: string; drill: Drill }) {
  const print = usePrint();
  const { divisionName, asOf } = useScope();
  const rows = drillRows(drill);
  const columns = [
    { key: 'what', title: '项目', mm: 40, cell: ({ what }: (typeof rows)[number]) => what },
    { key: 'found', title: '结果', cell: ({ found }: (typeof rows)[number]) => found },
  ];
  const sheets = (
    <PrintPage
      title="恢复演练记录"
      office={divisionName}
      asOf={asOf}
      lines={[name, drill.text]}
      rows={rows}
      columns={columns}
      rowKey={({ what }) => what}
      sign="经手人：　　　　　　　在场人：　　　　　　　"
    />
  );
  return (
    <>
      <p className="done" role="status">
        {drill.text}
      </p>
      <dl className="kv" style={{ margin: '12px 0' }}>
        {rows.map(({ what, found }) => (
          <div key={what} style={{ display: 'contents' }}>
            <dt>{what}</dt>
            <dd>{found}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="btn" onClick={() => print(sheets)}>
        印恢复演练记录
      </button>
    </>
  );
}

function DrillDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const { division } = useScope();
  const [passphrase, setPassphrase] = useState('');
  const [drill, setDrill] = useState<Drill>();
  const { busy, errors, run } = useAsk('drill');
  const start = () =>
    run([], async () => {
      const params = { path: { name }, query: { division } };
      const body = passphrase === '' ? {} : { passphrase };
      setDrill(await answer(api.POST('/api/backups/{name}/drill', { params, body })));
      return '';
    });
  return (
    <Dialog title="恢复演练" onClose={onClose}>
      {drill ? (
        <DrillReport name={name} drill={drill} />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void start();
          }}
        >
          <p style={{ marginBottom: 12 }}>
            在旁边恢复一遍「{name}」，比对人数、金额、文件，再删掉。不碰正在用的数据。
          </p>
          <ErrorSummary errors={errors} />
          <Field
            id="drill"
            label="这份备份的口令"
            optional
            hint="本机做的备份可以不填；填了，就连口令一起试。"
            errors={errors}
          >
            {(aria) => (
              <input
                {...aria}
                className="field"
                type="password"
                autoComplete="off"
                value={passphrase}
                onChange={(event) => setPassphrase(event.target.value)}
              />
            )}
          </Field>
          <button type="submit" className="btn pri" disabled={busy}>
            {busy ? '正在恢复演练，请等一等…' : '开始演练'}
          </button>
        </form>
      )}
    </Dialog>
  );
}

function BackupTable({ backups }: { backups: readonly Backup[] }) {
  const { division } = useScope();
  const [trying, setTrying] = useState<string>();
  if (backups.length === 0)
    return <Empty words="还没有备份。服务开着，每天自动做一份；也可以在右边现在就做。" />;
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">什么时候</th>
            <th scope="col">哪一种</th>
            <th scope="col" className="num">
              大小
            </th>
            <th scope="col">文件</th>
            <th scope="col">办</th>
          </tr>
        </thead>
        <tbody>
          {backups.map(({ name, kind, madeAt, bytes }) => (
            <tr key={name}>
              <td className="nowrap">{clockTime(madeAt)}</td>
              <td className="nowrap">{KINDS[kind]}</td>
              <td className="num nowrap">{sizeText(bytes)}</td>
              <td className="t2">{name}</td>
              <td className="nowrap">
                <button type="button" className="lnk" onClick={() => setTrying(name)}>
                  恢复演练
                </button>{' '}
                <a
                  style={{ marginLeft: 12 }}
                  href={`/api/backups/${encodeURIComponent(name)}?division=${division}`}
                  download={name}
                >
                  取走
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {trying !== undefined && <DrillDialog name={trying} onClose={() => setTrying(undefined)} />}
    </>
  );
}

function VerifyAll() {
  const { division } = useScope();
  const { busy, errors, done, run } = useAsk('verify');
  const [found, setFound] = useState<readonly string[]>([]);
  const verify = () =>
    run([], async () => {
      const verdict = await answer(api.POST('/api/backups/verify', { params: { query: { division } } }));
      setFound(verdict.ok ? [] : verdict.findings.map(({ message }) => message));
      return verdict.ok ? verdict.text : '';
    });
  return (
    <section id="verify" tabIndex={-1}>
      <h2>核对</h2>
      <p className="t2">材料、记录和日志，逐份逐条和写下时比对。</p>
      <ErrorSummary errors={errors} />
      {found.length > 0 && (
        <Note kind="stop">
          {[...new Set(found)].map((message) => (
            <p key={message}>{message}</p>
          ))}
        </Note>
      )}
      <p className="done" role="status">
        {done}
      </p>
      <button type="button" className="btn" disabled={busy} onClick={() => void verify()}>
        {busy ? '正在核对…' : '现在核对'}
      </button>
    </section>
  );
}

/** 备份恢复: how old the last one is, one more now, a restore on trial, a copy for another disk. */
export function Backups() {
  const { division } = useScope();
  const query = useQuery({
    queryKey: ['backups', division],
    queryFn: () => answer(api.GET('/api/backups', { params: { query: { division } } })),
  });
  return (
    <div className="sys">
      <Part query={query}>
        {({ status, backups }) => (
          <div className="cols">
            <section>
              <p className="row gap4" style={{ marginBottom: 12 }}>
                <span>
                  上次备份：<b>{status.lastBackupAt ? clockTime(status.lastBackupAt) : '还没有'}</b>
                </span>
                <span>
                  最近一次另存到别的磁盘：<b>{copyAge(status)}</b>
                </span>
              </p>
              <BackupTable backups={backups} />
            </section>
            <div className="side">
              <NewBackup />
              <VerifyAll />
            </div>
          </div>
        )}
      </Part>
    </div>
  );
}
