import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import type { Act } from '../../api/useAct.ts';
import { useScope } from '../../app/scope.ts';
import { FormEnd, Note, type PaperDraft, PaperDrop, TextField } from '../../components/index.ts';
import { Decision } from '../people/Decision.tsx';
import { EffectList } from '../people/EffectList.tsx';
import { decideVoid, paperOf, type Slip, voidEffectsQuery, voidSlip } from './data.ts';

interface VoidSlipProps {
  readonly slip: Slip;
  readonly busy: boolean;
  readonly act: Act;
}

/** 更正 of a slip in that was written wrong: the right month or none at all, with what it does to money first. */
export function VoidSlip({ slip, busy, act }: VoidSlipProps) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <p className="kept-part">
        <button type="button" className="btn s" onClick={() => setOpen(true)}>
          这张单写错了，更正
        </button>
      </p>
    );
  return <Form {...{ slip, busy, act }} onClose={() => setOpen(false)} />;
}

function Form({ slip, busy, act, onClose }: VoidSlipProps & { readonly onClose: () => void }) {
  const { division, year } = useScope();
  const { today } = useSession();
  const [isMoved, setIsMoved] = useState(true);
  const [month, setMonth] = useState('');
  const [reason, setReason] = useState('');
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const isTold = !isMoved || month !== '';
  const effects = useQuery({
    ...voidEffectsQuery(division, year, slip, isMoved ? month : null),
    enabled: isTold,
  });
  const save = async () => {
    const right = isMoved ? { paidThrough: month } : {};
    await voidSlip(division, slip.id, {
      reason: reason.trim(),
      ...right,
      ...(await paperOf(division, papers)),
    });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void act(save, '更正已提出：没有发过钱的马上生效；发过的等复核的人核实。');
      }}
    >
      <h3 className="people-h3">更正</h3>
      <fieldset className="row gap4 people-radios">
        <legend className="sr">错在哪里</legend>
        {[true, false].map((moved) => (
          <label key={String(moved)} className="tick">
            <input type="radio" name="moved" checked={isMoved === moved} onChange={() => setIsMoved(moved)} />
            {moved ? '已发至写错了' : '他没有迁来，作废'}
          </label>
        ))}
      </fieldset>
      <div className="fld-two">
        {isMoved && (
          <TextField
            id="right"
            label="应该是"
            hint={`这张单写的是 ${slip.paidThrough}`}
            type="month"
            value={month}
            onChange={setMonth}
          />
        )}
        <TextField id="why" label="为什么" value={reason} onChange={setReason} />
      </div>
      <PaperDrop papers={papers} onChange={setPapers} day={today} disabled={busy} />
      {isTold && (
        <>
          <h3 className="people-h3">影响</h3>
          <EffectList query={effects} />
        </>
      )}
      <FormEnd
        leave="先不改"
        onLeave={onClose}
        disabled={busy || !isTold || reason.trim().length < 2}
        does="提出更正"
      />
    </form>
  );
}

/** A correction on which money rests, before the second person. */
export function AskedVoid({ slip, busy, act }: VoidSlipProps) {
  const { division, year } = useScope();
  const { user } = useSession();
  const effects = useQuery(voidEffectsQuery(division, year, slip, slip.asked?.paidThrough ?? null));
  if (slip.asked === null) return null;
  const { reason, by, on, paidThrough } = slip.asked;
  const isReviewer = user?.actions.includes('people.review') === true;
  return (
    <>
      <Note kind="check">
        {on} {by} 提出更正：{paidThrough === null ? '他没有迁来，作废' : `已发至应是 ${paidThrough}`}。
        {reason}
      </Note>
      <h3 className="people-h3">影响</h3>
      <EffectList query={effects} />
      {isReviewer ? (
        <Decision
          words={{ accept: '同意', reject: '退回' }}
          blocked={user?.name === by ? '您提出的更正要由另一人核实。' : ''}
          busy={busy}
          onAccept={() =>
            void act(() => decideVoid(division, slip.id, { agree: true }), '已更正，差额随下一批。')
          }
          onReject={(why) =>
            void act(
              () => decideVoid(division, slip.id, { agree: false, reason: why }),
              '已退回，迁移单不变。',
            )
          }
        />
      ) : (
        <p className="t2">等复核的人核实。</p>
      )}
    </>
  );
}
