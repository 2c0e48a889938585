import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { figuresQuery } from '../../api/data.ts';
import { Figure, FigureMarks, Note, useFigureDrawer } from '../../components/index.ts';
import { type FigureValue, figureText, unitAfter } from '../../lib/figures.ts';
import { Bind } from './Bind.tsx';
import type { FigureRun, Form, Report, ReportFigure, Run } from './data.ts';
import { Records } from './Records.tsx';
import { otherReadings } from './suggest.ts';
import { Vouch } from './Vouch.tsx';

export interface PanelProps {
  readonly report: Report;
  readonly division: string;
  readonly year: number;
  readonly mayWrite: boolean;
  readonly mayHang: boolean;
}

interface FigurePanelProps extends PanelProps {
  readonly run: FigureRun;
  /** Puts another run in the place of this one. */
  readonly onReplace: (run: Run) => void;
}

/** «多 1 户», «与上年相同»; nothing where one of the two is no plain number. */
export function changeWords(now: FigureValue, before: FigureValue, unit: string): string {
  const [left, right] = [Number(now), Number(before)];
  if (now === null || before === null || typeof now === 'object' || typeof before === 'object') return '';
  if (!Number.isFinite(left) || !Number.isFinite(right)) return '';
  const by = Math.abs(Math.round(left * 100) - Math.round(right * 100)) / 100;
  if (by === 0) return '与上年相同';
  return `${left > right ? '多' : '少'} ${by.toLocaleString('zh-CN')} ${unit}`;
}

/** «93.9%», «¥981,875.00», «4 次»: the value with its unit as one text. */
export function valueWords(value: FigureValue, unit: string): string {
  const after = unitAfter(value, unit);
  return `${figureText(value, unit)}${after === '%' || after === '' ? after : ` ${after}`}`;
}

export function bindingOf(figure: ReportFigure, unit: string, form: Form): FigureRun {
  const text = figure.forms.find((one) => one.form === form)?.text ?? figure.forms[0]?.text ?? '';
  return { kind: 'figure', code: figure.code, unit, form, text, marks: [] };
}

function LastYear({ division, year, figure }: PanelProps & { figure: ReportFigure }) {
  const { data } = useQuery(figuresQuery({ division, year, asOf: `${year}-12-31` }));
  const last = data?.find(({ code }) => code === figure.code)?.lastYear ?? null;
  if (data === undefined) return null;
  return (
    <>
      <h3>上年</h3>
      <p>
        {last === null ? `${year - 1} 年没有这个数` : `${year - 1} 年 ${valueWords(last, figure.unit)}`}
        <span className="t2">　{changeWords(figure.value, last, figure.unit)}</span>
      </p>
    </>
  );
}

function Forms({ run, figure, onReplace, mayWrite }: FigurePanelProps & { figure: ReportFigure }) {
  const { value } = figure;
  const isSmall = typeof value === 'number' && value < 10;
  return (
    <>
      <h3>写法</h3>
      <div className="forms" role="radiogroup" aria-label="写法">
        {figure.forms.map(({ form, text }) => (
          <label key={form} className="tick">
            <input
              type="radio"
              name="form"
              disabled={!mayWrite}
              checked={text === run.text}
              onChange={() => onReplace({ ...run, form: form as Form, text })}
            />
            {text}
          </label>
        ))}
        {isSmall && <span className="t2">约数不适用：不足 10</span>}
      </div>
    </>
  );
}

/** Two ways to another source of the number: another figure, or somebody's word. */
function Replace({ run, figure, report, onReplace }: FigurePanelProps & { figure: ReportFigure }) {
  const [opens, setOpens] = useState<'bind' | 'vouch'>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (opens !== undefined) place.current?.scrollIntoView({ block: 'nearest' });
  }, [opens]);
  return (
    <div ref={place} className="replace">
      <div className="row">
        <button
          type="button"
          className="btn"
          aria-expanded={opens === 'bind'}
          onClick={() => setOpens(opens === 'bind' ? undefined : 'bind')}
        >
          换指标
        </button>
        <button
          type="button"
          className="btn"
          aria-expanded={opens === 'vouch'}
          onClick={() => setOpens(opens === 'vouch' ? undefined : 'vouch')}
        >
          标为人工填报…
        </button>
      </div>
      {opens !== 'vouch' && <p className="t2">换指标就是换口径，会写进附件的对照表。</p>}
      {opens === 'bind' && (
        <Bind
          figures={report.figures.filter(({ code }) => code !== run.code)}
          likely={otherReadings(report.figures, figure)}
          onPick={(next) => onReplace(bindingOf(next, next.unit, 'auto'))}
        />
      )}
      {opens === 'vouch' && (
        <Vouch
          text={run.text}
          onVouch={(reason, text) => onReplace({ kind: 'typed', text, reason, who: '' })}
        />
      )}
    </div>
  );
}

function Value({ figure, frozen }: { figure: ReportFigure; frozen: boolean }) {
  const { code, value, unit, unevidenced, estimated } = figure;
  if (!code.startsWith('X.')) return <Figure {...{ code, value, unit, unevidenced, estimated, frozen }} />;
  return (
    <span className="figv">
      {figureText(value, unit)}
      <small>{unitAfter(value, unit)}</small>
      <FigureMarks unevidenced={unevidenced} estimated={estimated} frozen={frozen} />
    </span>
  );
}

/** What one figure of the summary is: value, meaning, records, wording, last year; and how to change it. */
export function FigurePanel(props: FigurePanelProps) {
  const { run, report, mayWrite } = props;
  const { openFigure } = useFigureDrawer();
  const figure = report.figures.find(({ code }) => code === run.code);
  if (figure === undefined) return <p>这一年没有这个指标（{run.code}）。请换指标，或删去这句。</p>;
  const { code, name, value, asOf, definition, reason } = figure;
  const frozen = report.state === 'signed';
  const difference = report.differences.find((one) => one.code === code);
  const isNote = code.startsWith('X.');
  return (
    <>
      <div className="row">
        <h2>{name}</h2>
        <span className="t2 grow">{isNote ? '' : code}</span>
        <span className="t2 nowrap">截至 {asOf.slice(5)}</span>
      </div>
      <p className="fs-l b" style={{ marginTop: 8 }}>
        <Value figure={figure} frozen={frozen} />
      </p>
      <p className="t2">{definition}</p>
      {reason !== undefined && <p className="check">{reason}</p>}
      {difference && (
        <Note kind="check" words="有变">
          签发时 {difference.before}，现为 {difference.after}
          {difference.because !== '' && `（${difference.because}）`}。
        </Note>
      )}
      {value !== null && <Records {...props} figure={figure} frozen={frozen} />}
      {!isNote && (
        <button type="button" className="lnk" onClick={() => openFigure(code, null)}>
          这个数从哪里来：全部记录、原表行、导出
        </button>
      )}
      {figure.forms.length > 1 && <Forms {...props} figure={figure} />}
      {!isNote && <LastYear {...props} figure={figure} />}
      {mayWrite && <Replace {...props} figure={figure} />}
    </>
  );
}
