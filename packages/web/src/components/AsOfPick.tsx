import { parseIsoDay } from '@shuangyong/values';
import { useRef } from 'react';
import { useScope, useSetSearch } from '../app/scope.ts';

/** 截至: shows the day (or the given words) and lets any day be chosen; the day goes into the address. */
export function AsOfPick({ words }: { words?: string }) {
  const { asOf, asOfChosen } = useScope();
  const setSearch = useSetSearch();
  const input = useRef<HTMLInputElement>(null);
  const choose = (text: string) => {
    if (parseIsoDay(text) !== undefined) setSearch({ asOf: text, year: text.slice(0, 4) });
  };
  return (
    <span className="row">
      {words === undefined && <span className="t2">截至</span>}
      <label className="pick">
        <span className={words === undefined ? undefined : 'lnk'}>
          {words ?? asOf}
          {words === undefined && <span className="caret" aria-hidden="true" />}
        </span>
        <input
          ref={input}
          type="date"
          aria-label="截至日"
          value={asOf}
          onClick={() => input.current?.showPicker?.()}
          onChange={(event) => choose(event.target.value)}
        />
      </label>
      {asOfChosen && words === undefined && (
        <button type="button" className="lnk" onClick={() => setSearch({ asOf: undefined })}>
          恢复
        </button>
      )}
    </span>
  );
}
