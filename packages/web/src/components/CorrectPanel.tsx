import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useDeferredValue, useState } from 'react';
import { type FieldError, fieldErrors } from '../api/errors.ts';
import { DetailPanel } from './DetailPanel.tsx';
import { ErrorSummary, Field, useDraft } from './Form.tsx';
import { type PaperDraft, PaperDrop } from './PaperDrop.tsx';
import { Part } from './Part.tsx';

/** A fact that may be corrected, with its old value as shown. */
export interface CorrectField {
  readonly field: string;
  readonly header: string;
  readonly old: string;
  readonly input?: 'text' | 'day' | 'month' | 'words' | undefined;
  readonly words?: readonly string[] | undefined;
  /** Never kept as a draft in the browser. */
  readonly sensitive?: boolean | undefined;
}

export type Changes = Readonly<Record<string, string>>;

export interface Correction {
  /** Only what differs from the old value. */
  readonly changes: Changes;
  readonly reason: string;
  readonly papers: readonly PaperDraft[];
}

interface CorrectPanelProps {
  /** Record and version, so that a draft never meets another record. */
  readonly draftKey: string;
  readonly title?: string;
  readonly fields: readonly CorrectField[];
  /** The day offered for papers: that of the record, else today. */
  readonly day: string;
  /** 影响 in words: months, yuan, figures, signed reports. */
  readonly effects: (changes: Changes) => Promise<readonly string[]>;
  readonly save: (correction: Correction) => Promise<void>;
  readonly onClose: () => void;
}

/** What really changes: typed values that differ from the old ones. */
export function changesOf(fields: readonly CorrectField[], typed: Changes): Changes {
  const known = fields.flatMap(({ field, old }) => {
    const value = typed[field]?.trim();
    return value !== undefined && value !== old ? [[field, value] as const] : [];
  });
  return Object.fromEntries(known);
}

function NewValue(props: { field: CorrectField; value: string; onChange: (value: string) => void }) {
  const { field, value, onChange } = props;
  const usual = {
    id: `new-${field.field}`,
    className: 'field',
    'aria-label': `${field.header}改成`,
    value,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  if (field.input === 'words')
    return (
      <select {...usual}>
        {!field.words?.includes(field.old) && <option value={field.old}>{field.old || '（空）'}</option>}
        {field.words?.map((word) => (
          <option key={word}>{word}</option>
        ))}
      </select>
    );
  const type = field.input === 'day' ? 'date' : field.input === 'month' ? 'month' : 'text';
  return <input {...usual} type={type} autoComplete="off" />;
}

function refusedFields(problem: unknown): readonly FieldError[] {
  return fieldErrors(problem, 'reason').map(({ field, message }) => ({
    field: field === 'reason' ? field : `new-${field}`,
    message,
  }));
}

/** What is typed: kept as a draft, but for sensitive fields, which live only in memory. */
function useTyped(draftKey: string, fields: readonly CorrectField[]) {
  const { draft, change, clear } = useDraft<{ typed: Changes; reason: string }>(`correct.${draftKey}`, {
    typed: {},
    reason: '',
  });
  const [secret, setSecret] = useState<Changes>({});
  const typed = { ...draft.typed, ...secret };
  const set = (field: CorrectField, value: string) => {
    if (field.sensitive) setSecret({ ...secret, [field.field]: value });
    else change({ typed: { ...draft.typed, [field.field]: value } });
  };
  const setReason = (reason: string) => change({ reason });
  return { typed, changes: changesOf(fields, typed), reason: draft.reason, set, setReason, clear };
}

function missingParts(
  fields: readonly CorrectField[],
  changes: Changes,
  reason: string,
): readonly FieldError[] {
  const missing: FieldError[] = [];
  if (Object.keys(changes).length === 0)
    missing.push({ field: `new-${fields[0]?.field ?? ''}`, message: '还没有改动。' });
  if (reason.trim() === '') missing.push({ field: 'reason', message: '请写更正的理由。' });
  return missing;
}

interface ChangeTableProps {
  readonly fields: readonly CorrectField[];
  readonly typed: Changes;
  readonly changes: Changes;
  readonly errors: readonly FieldError[];
  readonly onChange: (field: CorrectField, value: string) => void;
}

function ChangeTable({ fields, typed, changes, errors, onChange }: ChangeTableProps) {
  return (
    <table className="correct">
      <thead>
        <tr>
          <th style={{ width: '28%' }}>项目</th>
          <th style={{ width: '30%' }}>原来</th>
          <th>改成</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.field} className={field.field in changes ? 'changed' : undefined}>
            <td>{field.header}</td>
            <td className="t2">{field.old || '（空）'}</td>
            <td>
              <NewValue
                field={field}
                value={typed[field.field] ?? (field.sensitive ? '' : field.old)}
                onChange={(value) => onChange(field, value)}
              />
              {errors
                .filter((error) => error.field === `new-${field.field}`)
                .map((error) => (
                  <p key={error.message} className="stop">
                    {error.message}
                  </p>
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Effects({
  draftKey,
  changes,
  effects,
}: Pick<CorrectPanelProps, 'draftKey' | 'effects'> & { changes: Changes }) {
  const asked = useDeferredValue(JSON.stringify(changes));
  const query = useQuery({
    queryKey: ['effects', draftKey, asked],
    queryFn: () => effects(JSON.parse(asked) as Changes),
    enabled: asked !== '{}',
    placeholderData: (old) => old,
  });
  if (asked === '{}')
    return <p className="t2">改了哪一项，这里先写明会动到哪些月份、金额、指标和已签报告。</p>;
  return (
    <Part query={query} waiting="正在算影响…">
      {(lines) => (
        <ul>
          {(lines.length === 0 ? ['不影响金额、指标和已签报告。'] : lines).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Part>
  );
}

/** 「更正」: old | new, reason, paper, and what the correction touches before it is saved. */
export function CorrectPanel(props: CorrectPanelProps) {
  const { draftKey, title = '更正', fields, effects, save, onClose } = props;
  const { typed, changes, reason, set, setReason, clear } = useTyped(draftKey, fields);
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const missing = missingParts(fields, changes, reason);
    setErrors(missing);
    if (missing.length > 0) return;
    setBusy(true);
    try {
      await save({ changes, reason: reason.trim(), papers });
      clear();
      onClose();
    } catch (problem) {
      setErrors(refusedFields(problem));
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <DetailPanel title={title} onClose={onClose}>
      <form noValidate onSubmit={onSubmit}>
        <ErrorSummary errors={errors} />
        <ChangeTable fields={fields} typed={typed} changes={changes} errors={errors} onChange={set} />
        <div style={{ marginTop: 16 }}>
          <Field id="reason" label="理由" errors={errors}>
            {(aria) => (
              <input
                {...aria}
                className="field"
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </div>
        <h3>佐证</h3>
        <PaperDrop papers={papers} onChange={setPapers} day={props.day} disabled={busy} />
        <div className="panel-foot">
          <h3>影响</h3>
          <Effects draftKey={draftKey} changes={changes} effects={effects} />
          <div className="row gap3" style={{ marginTop: 8, justifyContent: 'flex-end' }}>
            <button type="button" className="btn" onClick={onClose}>
              先不改
            </button>
            <button type="submit" className="btn pri" disabled={busy}>
              {busy ? '正在存…' : '更正'}
            </button>
          </div>
        </div>
      </form>
    </DetailPanel>
  );
}
