import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { FileDrop } from '../../components/index.ts';
import { forgetBatch, keptBatch } from './kept.ts';
import { Log } from './Log.tsx';

/** Also what cannot be read: its refusal says how to save it so that it can. */
export const ACCEPTED = '.xlsx,.xls,.et,.csv,.zip';

/** Step 1: where files are put, what will happen, a batch left lying, what was imported before. */
export function Start({ busy, onFiles }: { busy: boolean; onFiles: (files: readonly File[]) => void }) {
  const { user } = useSession();
  if (!user?.actions.includes('imports.write'))
    return (
      <div className="import-body">
        <p className="fs-m">导入由经办来做；您可以看导入过的文件。</p>
        <Log />
      </div>
    );
  return (
    <div className="import-body">
      <FileDrop
        big
        disabled={busy}
        accept={ACCEPTED}
        words="把 Excel 拖到这里，可一次多个（12 个村的表一起拖；材料压成一个 zip 一起放）"
        onFiles={onFiles}
      />
      <ol className="import-three">
        <li>
          <b>放</b>　旧台账、花名册、发放表，原来什么样就放什么样，不用先抄成我们的格式。
        </li>
        <li>
          <b>看</b>　认成哪张表、读到几行、退回几行、为什么、会改动哪些数，都先给您看，还没有写入。
        </li>
        <li>
          <b>确认</b>　点了「导入」才写入，给一张回执；没有签发的，可以整次撤回。
        </li>
      </ol>
      <Waiting />
      <Log />
    </div>
  );
}

function Waiting() {
  const { division } = useScope();
  const [batch, setBatch] = useState(() => keptBatch(division));
  if (batch === null) return null;
  const forget = () => {
    forgetBatch(division);
    setBatch(null);
  };
  return (
    <p className="row gap3 import-waiting">
      <span>有一批试算过、还没有导入。</span>
      <GoLink className="btn s" to="/import" search={{ batch }}>
        接着办
      </GoLink>
      <button type="button" className="lnk" onClick={forget}>
        不导了
      </button>
    </p>
  );
}
