import { useState } from 'react';
import { useAct } from '../../api/useAct.ts';
import { useScope } from '../../app/scope.ts';
import { FileDrop, RadioField } from '../../components/index.ts';
import { type Compared, dropRoster, type RosterKind } from './data.ts';
import { KINDS } from './words.ts';

/** Which list it is, and the place where it is dropped. */
export function DropRoster({ onDone }: { readonly onDone: (compared: Compared) => void }) {
  const { division } = useScope();
  const [kind, setKind] = useState<RosterKind>('火化');
  const { problem, busy, act } = useAct();
  const drop = (file: File) => void act(async () => onDone(await dropRoster(division, kind, file)), '');
  return (
    <section className="take">
      <RadioField
        legend="哪一种名册"
        name="roster"
        value={kind}
        options={KINDS.map((one) => ({ value: one.kind, words: one.label }))}
        onChange={setKind}
        isRow
      />
      <p className="t2">{KINDS.find((one) => one.kind === kind)?.note}</p>
      <FileDrop
        words={
          busy
            ? '正在比对…'
            : '把名册拖到这里（xlsx，要有「姓名」，和「身份证号」或「出生日期」；有日期的带上日期）'
        }
        accept=".xlsx"
        disabled={busy}
        onFiles={([file]) => file && drop(file)}
      />
      <p role="alert" className="stop">
        {problem.join('')}
      </p>
    </section>
  );
}
