import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { uploadPaper } from '../../api/records.ts';
import type { components } from '../../api/schema.gen.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { ErrorSummary, Field, type PaperDraft, PaperDrop, Part } from '../../components/index.ts';
import { useAsk } from './useAsk.ts';

type Setting = components['schemas']['Setting'];

const words = (value: unknown) => (typeof value === 'boolean' ? (value ? '是' : '否') : String(value ?? '—'));

/** What was typed, as the kind of value the setting holds. */
function typed(text: string, like: unknown): unknown {
  if (typeof like === 'boolean') return text === '是';
  return typeof like === 'number' ? Number(text) : text;
}

function ValueField({
  setting,
  value,
  onChange,
}: {
  setting: Setting;
  value: string;
  onChange: (text: string) => void;
}) {
  const id = `${setting.code}-value`;
  return (
    <Field id={id} label="新的值">
      {(aria) =>
        typeof setting.value === 'boolean' ? (
          <select
            {...aria}
            className="field"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            <option>是</option>
            <option>否</option>
          </select>
        ) : (
          <input
            {...aria}
            className="field"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}

function ChangeSetting({ setting }: { setting: Setting }) {
  const { division } = useScope();
  const { today } = useSession();
  const [value, setValue] = useState(words(setting.value));
  const [from, setFrom] = useState(today);
  const [basis, setBasis] = useState('');
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const wantsPaper = setting.isFromAbove && value === '是';
  const field = `${setting.code}-basis`;
  const { busy, errors, done, run } = useAsk(field);
  const change = () =>
    run(basis.trim() === '' ? [{ field, message: '请写依据。' }] : [], async () => {
      const body = {
        code: setting.code,
        value: typed(value, setting.value),
        effectiveFrom: from,
        basis: basis.trim(),
        ...(wantsPaper && papers[0] ? { paperId: (await uploadPaper(division, papers[0])).id } : {}),
      };
      await answer(api.POST('/api/settings', { params: { query: { division } }, body }));
      setBasis('');
      setPapers([]);
      return `已记：「${setting.name}」从 ${from} 起为「${value}」。`;
    });
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void change();
      }}
    >
      <ErrorSummary errors={errors} />
      <ValueField setting={setting} value={value} onChange={setValue} />
      <Field id={`${setting.code}-from`} label="从哪天起">
        {(aria) => (
          <input
            {...aria}
            type="date"
            className="field"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        )}
      </Field>
      <Field id={field} label="依据" hint="文号，或谁定的。" errors={errors}>
        {(aria) => (
          <input
            {...aria}
            className="field"
            value={basis}
            onChange={(event) => setBasis(event.target.value)}
          />
        )}
      </Field>
      {wantsPaper && <PaperDrop papers={papers} onChange={setPapers} day={today} />}
      <button type="submit" className="btn" disabled={busy}>
        记下
      </button>
      <p className="done" role="status">
        {done}
      </p>
    </form>
  );
}

function History({ setting }: { setting: Setting }) {
  if (setting.history.length === 0) return <p className="t2">还没有人改过。</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">从哪天起</th>
          <th scope="col">值</th>
          <th scope="col">依据</th>
          <th scope="col">谁记的</th>
        </tr>
      </thead>
      <tbody>
        {setting.history.map((line) => (
          <tr key={`${line.effectiveFrom} ${line.setAt}`}>
            <td className="nowrap">{line.effectiveFrom}</td>
            <td>{words(line.value)}</td>
            <td>{line.basis ?? '—'}</td>
            <td className="t2">
              {line.setBy}　{line.setAt.slice(0, 10)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 参数: what holds today, since when and on whose word; nothing is overwritten. */
export function Settings() {
  const { division } = useScope();
  const query = useQuery({
    queryKey: ['settings', division],
    queryFn: () => answer(api.GET('/api/settings', { params: { query: { division } } })),
  });
  return (
    <div className="sys">
      <Part query={query}>
        {({ settings }) =>
          settings.map((setting) => (
            <section key={setting.code} className="cols">
              <div>
                <h2>
                  {setting.name}：今天是「{words(setting.value)}」
                </h2>
                <p>{setting.note}</p>
                <History setting={setting} />
              </div>
              <div className="side">
                <ChangeSetting key={words(setting.value)} setting={setting} />
              </div>
            </section>
          ))
        }
      </Part>
    </div>
  );
}
