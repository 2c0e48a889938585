import type { Code } from '@shuangyong/policy';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldError } from '../../api/errors.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, ErrorSummary, Field } from '../../components/index.ts';
import { Cells } from './Cells.tsx';
import { filesQuery, type WhatIfAsk } from './data.ts';
import { unitsOf } from './draft.ts';
import { EffectPart } from './EffectPart.tsx';
import { lastTable } from './tables.ts';
import { askOf, type Trying } from './trying.ts';
import { codeWords, SECTIONS, UNIT_WORDS } from './words.ts';

/** «如果»: what another rate would cost in a year. Nothing is written. */
export function WhatIf() {
  const { division } = useScope();
  const { today } = useSession();
  const [trying, setTrying] = useState<Trying>({
    ...{ code: 'disability.base', year: String(Number(today.slice(0, 4)) + 1) },
    ...{ mode: 'percent', percent: '5', unit: 'fen_per_year', cells: {} },
  });
  const [asked, setAsked] = useState<WhatIfAsk>();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const change = (part: Partial<Trying>) => {
    setTrying({ ...trying, ...part });
    setAsked(undefined);
  };
  const run = () => {
    const read = askOf(trying);
    setErrors('errors' in read ? read.errors : []);
    setAsked('ask' in read ? read.ask : undefined);
  };
  return (
    <div className="two std-two">
      <div className="std">
        <ErrorSummary errors={errors} />
        <WhatFields trying={trying} change={change} errors={errors} division={division} />
        <div className="row std-acts">
          <span className="t2 grow">只试算，什么也不写。</span>
          <button type="button" className="btn pri" onClick={run}>
            试算
          </button>
        </div>
      </div>
      <DetailPanel title="这一年的花费" note="按现在的名册，照全年算">
        {asked === undefined ? (
          <p className="t2">选项目和年份，写加百分之几或新的数，点「试算」。</p>
        ) : (
          <EffectPart ask={{ whatIf: asked }} kind="try" title={titleOf(asked)} />
        )}
      </DetailPanel>
    </div>
  );
}

function titleOf({ code, year, basisPoints }: WhatIfAsk): string {
  const how = basisPoints === undefined ? '换成新的数' : `调 ${basisPoints / 100}%`;
  return `试算：${year} 年${codeWords(code)}${how}`;
}

interface WhatFieldsProps {
  readonly trying: Trying;
  readonly change: (part: Partial<Trying>) => void;
  readonly errors: readonly FieldError[];
  readonly division: string;
}

function WhatFields({ trying, change, errors, division }: WhatFieldsProps) {
  const { code, year, mode, percent } = trying;
  const choose = (next: Code) => change({ code: next, unit: unitsOf(next)[0] ?? 'fen_per_year', cells: {} });
  return (
    <>
      <div className="std-fields">
        <Field id="code" label="项目" errors={errors}>
          {(aria) => (
            <select
              {...aria}
              className="field"
              value={code}
              onChange={(event) => choose(event.target.value as Code)}
            >
              {SECTIONS.slice(0, -2).map(({ title, codes }) => (
                <optgroup key={title} label={title}>
                  {codes.map((one) => (
                    <option key={one} value={one}>
                      {codeWords(one)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        <Field id="year" label="哪一年" errors={errors}>
          {(aria) => (
            <input
              {...aria}
              className="field"
              inputMode="numeric"
              value={year}
              onChange={(event) => change({ year: event.target.value })}
            />
          )}
        </Field>
        <Field id="mode" label="怎么调" errors={errors}>
          {(aria) => (
            <select
              {...aria}
              className="field"
              value={mode}
              onChange={(event) => change({ mode: event.target.value as Trying['mode'] })}
            >
              <option value="percent">每档都加（减）百分之几</option>
              <option value="amounts">写新的数</option>
            </select>
          )}
        </Field>
        {mode === 'percent' && (
          <Field id="percent" label="加百分之几" hint="减写负数，最多两位小数" errors={errors}>
            {(aria) => (
              <input
                {...aria}
                className="field"
                inputMode="decimal"
                value={percent}
                onChange={(event) => change({ percent: event.target.value })}
              />
            )}
          </Field>
        )}
      </div>
      {mode === 'amounts' && <WhatCells trying={trying} change={change} division={division} />}
    </>
  );
}

function WhatCells({ trying, change, division }: Omit<WhatFieldsProps, 'errors'>) {
  const { code, unit, year, cells } = trying;
  const files = useQuery(filesQuery(division)).data;
  const last = files && lastTable(files, code, division.slice(0, 6), `${year}-12`);
  const units = unitsOf(code);
  return (
    <>
      <p className="row wrap">
        <span className="t2 grow">只写要换的档，空着的不变。</span>
        {units.map((one) => (
          <label key={one} className="tick">
            <input type="radio" name="unit" checked={unit === one} onChange={() => change({ unit: one })} />
            {UNIT_WORDS[one]}
          </label>
        ))}
      </p>
      <Cells
        {...{ code, unit, cells, last }}
        faults={[]}
        onSet={(key, text) => change({ cells: { ...cells, [key]: text } })}
        onBlock={() => undefined}
      />
    </>
  );
}
