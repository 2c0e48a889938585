import { type FormEvent, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/useAct.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel } from '../../components/index.ts';
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
        <fieldset>
          <legend className="sr">本人怎么说</legend>
          {ANSWERS.map((one) => (
            <label key={one.answer} className="tick">
              <input
                type="radio"
                name="answer"
                checked={answer === one.answer}
                onChange={() => setAnswer(one.answer)}
              />
              {one.words}
            </label>
          ))}
        </fieldset>
        {answer === 'differs' && (
          <>
            <label htmlFor="told-yuan">本人说收到多少（元）</label>
            <input
              id="told-yuan"
              className="field"
              inputMode="decimal"
              value={yuan}
              onChange={(event) => setYuan(event.target.value)}
            />
          </>
        )}
        <label htmlFor="called-on">哪天打的</label>
        <input
          id="called-on"
          type="date"
          className="field"
          max={today}
          value={calledOn}
          onChange={(event) => setCalledOn(event.target.value)}
        />
        <label htmlFor="call-remark">说明（可不填）</label>
        <input
          id="call-remark"
          className="field"
          maxLength={500}
          value={remark}
          onChange={(event) => setRemark(event.target.value)}
        />
        <p role="alert" className="stop">
          {wrong}
          {problem.join('')}
        </p>
        <div className="row gap3">
          <button type="submit" className="btn pri" disabled={busy}>
            记下
          </button>
        </div>
      </form>
    </DetailPanel>
  );
}
