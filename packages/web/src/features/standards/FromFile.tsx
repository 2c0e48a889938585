import { useState } from 'react';
import { DetailPanel, ErrorSummary, FileDrop } from '../../components/index.ts';
import { EffectPart } from './EffectPart.tsx';
import { useEntering } from './useEntering.ts';
import { plainWords } from './words.ts';

/** A package as a file, YAML or JSON, from another office or written by hand. */
export function FromFile() {
  const [file, setFile] = useState<{ readonly name: string; readonly text: string }>();
  const { busy, errors, asked, seen, look, onSeen, enter } = useEntering('file');
  const take = async ([first]: readonly File[]) => {
    if (first === undefined) return;
    setFile({ name: first.name, text: await first.text() });
    look('');
  };
  const isAsked = file !== undefined && asked === file.text;
  const isSeen = isAsked && seen === file.text;
  return (
    <div className="two std-two">
      <div className="std" id="file" tabIndex={-1}>
        <ErrorSummary errors={errors.map((one) => ({ ...one, message: plainWords(one.message) }))} />
        <FileDrop
          big
          words="把标准包文件（.yaml 或 .json）拖到这里"
          accept=".yaml,.yml,.json"
          onFiles={(files) => void take(files)}
        />
        <p className="t2">写法见手册「标准与应发」。一份文件可以有几张表，自带依据的文件。不用上网。</p>
        {file !== undefined && (
          <div className="row std-acts">
            <b className="grow">{file.name}</b>
            <button type="button" className="btn" onClick={() => look(file.text)}>
              看影响
            </button>
            <button
              type="button"
              className="btn pri"
              disabled={!isSeen || busy}
              onClick={() => void enter(file.text, 'file')}
            >
              录入
            </button>
          </div>
        )}
      </div>
      <DetailPanel title="影响" note="只看，不写">
        {isAsked ? (
          <EffectPart
            key={file.text}
            ask={{ text: file.text }}
            kind="package"
            title={file.name}
            onSeen={onSeen}
          />
        ) : (
          <p className="t2">选文件，点「看影响」。看过才能录入。</p>
        )}
      </DetailPanel>
    </div>
  );
}
