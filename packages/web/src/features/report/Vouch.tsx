import { useState } from 'react';

const REASONS = ['原始材料在纸上，还没有录入', '外单位提供的数', '当年没有逐条登记', '以往总结沿用的数'];

/** 人工填报: a number somebody vouches for, with the reason; one click on a usual one, or a sentence of one's own. */
export function Vouch({ text, onVouch }: { text: string; onVouch: (reason: string, text: string) => void }) {
  const [own, setOwn] = useState('');
  const [words, setWords] = useState(text);
  const said = words.trim();
  return (
    <form
      className="vouch"
      onSubmit={(event) => {
        event.preventDefault();
        if (own.trim().length > 1 && said !== '') onVouch(own.trim(), said);
      }}
    >
      <p className="t2">印出时带「人工」二字，附件写明理由和填报人。</p>
      <label className="row">
        <span className="nowrap">写成</span>
        <input
          className="field grow"
          value={words}
          maxLength={60}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <p>为什么没有记录？点一条就填好：</p>
      <ul>
        {REASONS.map((reason) => (
          <li key={reason}>
            <button
              type="button"
              className="lnk"
              disabled={said === ''}
              onClick={() => onVouch(reason, said)}
            >
              {reason}
            </button>
          </li>
        ))}
      </ul>
      <div className="row">
        <input
          className="field grow"
          aria-label="别的理由"
          placeholder="别的理由"
          value={own}
          maxLength={200}
          onChange={(event) => setOwn(event.target.value)}
        />
        <button type="submit" className="btn" disabled={own.trim().length < 2 || said === ''}>
          确定
        </button>
      </div>
    </form>
  );
}
