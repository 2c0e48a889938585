import { type FormEvent, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/useAct.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, FormEnd, RadioField, TextField } from '../../components/index.ts';
import { noteCall, type SpotAnswer, type SpotDraw, type SpotLine } from './data.ts';
import { ANSWERS, toldOf } from './words.ts';

interface CallPanelProps {
  readonly draw: SpotDraw;
  readonly line: SpotLine;
  readonly onClose: () => void;
}

/** One call: what he said, how much, on which day. Added to what was written before; the last word counts. */
export function CallPanel({ draw, line, onClose }: CallPanelProps) {
  const { division } = useScope();
  const { today } = useSession();
  const [answer, setAnswer] = useState<SpotAnswer>();
  const [yuan, setYuan] = useState('');
  const [calledOn, setCalledOn] = useState<string>(today);
  const [remark, setRemark] = useState('');
  const [wrong, setWrong] = useState('');
  const { problem, busy, act } = useAct();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const told = toldOf({ answer, yuan, calledOn, remark }, line);
    if ('missing' in told) return setWrong(told.missing);
    setWrong('');
    if (await act(() => noteCall(division, draw, line, told), '')) onClose();
  };
  return (
    <DetailPanel title={`${line.name} 的电话`} note="钱到了吗，多少" onClose={onClose} isForm>
      <form className="call" noValidate onSubmit={(event) => void save(event)}>
        <RadioField legend="本人怎么说" name="answer" value={answer} options={ANSWERS} onChange={setAnswer} />
        {answer === 'differs' && (
          <TextField
            id="told-yuan"
            label="本人说收到多少（元）"
            inputMode="decimal"
            value={yuan}
            onChange={setYuan}
          />
        )}
        <TextField
          id="called-on"
          label="哪天打的"
          type="date"
          max={today}
          value={calledOn}
          onChange={setCalledOn}
        />
        <TextField id="call-remark" label="说明" optional value={remark} onChange={setRemark} />
        <p role="alert" className="stop">
          {wrong}
          {problem.join('')}
        </p>
        <FormEnd does="记下" disabled={busy} />
      </form>
    </DetailPanel>
  );
}
