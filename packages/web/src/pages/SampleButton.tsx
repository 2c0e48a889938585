import { useState } from 'react';
import { errorWords } from '../api/errors.ts';
import { openSample } from '../api/session.ts';

/** 「看填好的例子」: the filled township in a folder of its own, opened beside this one. */
export function SampleButton() {
  const [state, setState] = useState<'idle' | 'busy' | readonly string[]>('idle');
  const open = async () => {
    setState('busy');
    try {
      location.assign(await openSample());
    } catch (problem) {
      setState(errorWords(problem));
    }
  };
  return (
    <>
      <button type="button" className="btn" disabled={state === 'busy'} onClick={() => void open()}>
        {state === 'busy' ? '正在打开例子，约半分钟…' : '看填好的例子'}
      </button>
      {typeof state === 'object' && (
        <p className="stop" role="alert">
          {state.join(' ')}
        </p>
      )}
    </>
  );
}
