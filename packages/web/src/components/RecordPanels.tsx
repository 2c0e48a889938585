import { useState } from 'react';
import { errorWords, type FieldError, fieldErrors } from '../api/errors.ts';
import { queryClient } from '../api/query.ts';
import {
  type CellChanges,
  correctRecord,
  effectsOf,
  effectWords,
  enterRecord,
  type RecordRef,
  uploadPaper,
} from '../api/records.ts';
import { useSession } from '../api/session.ts';
import type { Kind, KindColumn, RecordRow } from '../api/types.ts';
import { useScope } from '../app/scope.ts';
import { cellFromText, inputKind, inputText, wordsOf } from '../lib/cells.ts';
import { type Changes, type CorrectField, type Correction, CorrectPanel } from './CorrectPanel.tsx';
import { DetailPanel } from './DetailPanel.tsx';
import { ErrorSummary, Field, type FieldAria, useDraft } from './Form.tsx';
import { type PaperDraft, PaperDrop } from './PaperDrop.tsx';

/** Typed texts as cells; throws away nothing: what cannot be read comes back as field errors. */
function cellsOf(
  columns: readonly KindColumn[],
  typed: Changes,
): { cells: CellChanges; errors: FieldError[] } {
  const cells: CellChanges = {};
  const errors: FieldError[] = [];
  for (const column of columns) {
    const text = typed[column.field];
    if (text === undefined) continue;
    const read = cellFromText(column, text);
    if ('wrong' in read) errors.push({ field: column.field, message: `${column.header}：${read.wrong}` });
    else cells[column.field] = read.value;
  }
  return { cells, errors };
}

function correctField(column: KindColumn, row: RecordRow): CorrectField {
  return {
    field: column.field,
    header: column.type === 'fen' ? `${column.header}（元）` : column.header,
    old: inputText(column, row.cells[column.field]),
    input: inputKind(column),
    words: wordsOf(column),
    sensitive: column.sensitive,
  };
}

interface RecordCorrectPanelProps {
  readonly kind: Kind;
  readonly row: RecordRow;
  /** `waiting` is true when a second person must confirm before anything changes. */
  readonly onDone: (waiting: boolean) => void;
  readonly onClose: () => void;
}

/** 「更正」 of any ledger record: effects from the server, the papers hung on the record, everything refreshed. */
export function RecordCorrectPanel({ kind, row, onDone, onClose }: RecordCorrectPanelProps) {
  const { division, year } = useScope();
  const { today } = useSession();
  const ref: RecordRef = { division, kind: kind.kind, id: row.id };
  const effects = async (changes: Changes) => {
    const { cells, errors } = cellsOf(kind.columns, changes);
    if (errors.length > 0) return errors.map((error) => error.message);
    return effectWords(await effectsOf(ref, year, cells));
  };
  const save = async ({ changes, reason, papers }: Correction) => {
    const { cells } = cellsOf(kind.columns, changes);
    const taken = [];
    for (const paper of papers) taken.push(await uploadPaper(division, paper, ref));
    const paperId = taken[0]?.id;
    const body = { version: row.version, cells, reason, ...(paperId === undefined ? {} : { paperId }) };
    const { waiting } = await correctRecord(ref, body);
    await queryClient.invalidateQueries();
    onDone(waiting !== null);
  };
  return (
    <CorrectPanel
      draftKey={`${kind.kind}.${row.id}.${row.version}`}
      fields={kind.columns.map((column) => correctField(column, row))}
      day={today}
      effects={effects}
      save={save}
      onClose={onClose}
    />
  );
}

interface EntryControlProps {
  readonly column: KindColumn;
  readonly aria: FieldAria;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function EntryControl({ column, aria, value, onChange }: EntryControlProps) {
  const kind = inputKind(column);
  const usual = { ...aria, className: 'field', value, autoComplete: 'off' };
  const change = (event: { target: { value: string } }) => onChange(event.target.value);
  if (kind === 'words')
    return (
      <select {...usual} onChange={change}>
        <option value="">请选</option>
        {wordsOf(column)?.map((word) => (
          <option key={word}>{word}</option>
        ))}
      </select>
    );
  return <input {...usual} type={kind === 'day' ? 'date' : kind} onChange={change} />;
}

/** What a ledger asks of a new row beyond its columns. */
export interface EntryRules {
  /** One sentence under a field, by its name. */
  readonly hints?: Readonly<Record<string, string>>;
  /** What is refused before it is sent: the typed texts and the papers that go with them. */
  readonly check?: (typed: Changes, papers: readonly PaperDraft[]) => readonly FieldError[];
}

interface RecordEntryPanelProps {
  readonly kind: Kind;
  /** Filled in beforehand: today's day, the village of the list. */
  readonly preset?: Changes;
  /** Fields left to the import: file paths and the like. */
  readonly without?: readonly string[];
  readonly rules?: EntryRules;
  /** Whether papers may be given with it. */
  readonly proof?: boolean;
  /** Opens the row just saved. */
  readonly onOpen?: (row: RecordRow) => void;
  readonly onSaved?: (row: RecordRow) => void;
  readonly onClose: () => void;
}

function useEntry({ kind, preset = {}, without = [], rules, onSaved }: RecordEntryPanelProps) {
  const { division } = useScope();
  const { draft, change, clear } = useDraft<Record<string, string>>(`enter.${kind.kind}`, preset);
  const [secret, setSecret] = useState<Record<string, string>>({});
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<RecordRow>();
  const columns = kind.columns.filter((column) => !without.includes(column.field));
  const first = columns[0]?.field ?? '';
  const typed = { ...draft, ...secret };
  const set = (column: KindColumn, value: string) =>
    column.sensitive ? setSecret({ ...secret, [column.field]: value }) : change({ [column.field]: value });
  const send = async (cells: CellChanges) => {
    const row = await enterRecord(division, kind.kind, cells);
    // The next row is usually of the same day: what was filled in beforehand stays as it was typed.
    clear(Object.fromEntries(Object.keys(preset).map((field) => [field, typed[field] ?? ''])));
    setSecret({});
    setSaved(row);
    try {
      for (const paper of papers) await uploadPaper(division, paper, { kind: kind.kind, id: row.id });
      setPapers([]);
    } catch (problem) {
      const message = `这条已经存好，材料没有挂上：${errorWords(problem).join('')}请打开刚存的再挂。`;
      setErrors([{ field: first, message }]);
    }
    await queryClient.invalidateQueries();
    onSaved?.(row);
    document.getElementById(first)?.focus();
  };
  const save = async () => {
    const read = cellsOf(columns, typed);
    const missing = columns
      .filter((column) => column.required && (typed[column.field] ?? '').trim() === '')
      .map((column) => ({ field: column.field, message: `请填写「${column.header}」。` }));
    const wrong = [...missing, ...read.errors, ...(rules?.check?.(typed, papers) ?? [])];
    setErrors(wrong);
    if (wrong.length > 0) return;
    setBusy(true);
    try {
      await send(read.cells);
    } catch (problem) {
      setErrors(fieldErrors(problem, first));
    } finally {
      setBusy(false);
    }
  };
  return { columns, typed, set, papers, setPapers, errors, busy, saved, save };
}

/** One new record of any kind, with its papers; Enter saves and the form is ready for the next. */
export function RecordEntryPanel(props: RecordEntryPanelProps) {
  const { kind, rules, proof = false, onOpen, onClose } = props;
  const { columns, typed, set, papers, setPapers, errors, busy, saved, save } = useEntry(props);
  const { today } = useSession();
  const day = kind.columns.find((column) => column.type === 'day')?.field ?? '';
  return (
    <DetailPanel title={`新增 ${kind.sheet}`} onClose={onClose} isForm>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p role="status" className="done">
          {saved && (
            <>
              存好了，可以接着录下一条。
              {onOpen && (
                <button type="button" className="lnk" onClick={() => onOpen(saved)}>
                  打开刚存的
                </button>
              )}
            </>
          )}
        </p>
        <ErrorSummary errors={errors} />
        {columns.map((column) => (
          <Field
            key={column.field}
            id={column.field}
            label={column.type === 'fen' ? `${column.header}（元）` : column.header}
            optional={!column.required}
            errors={errors}
            hint={rules?.hints?.[column.field]}
          >
            {(aria) => (
              <EntryControl
                column={column}
                aria={aria}
                value={typed[column.field] ?? ''}
                onChange={(value) => set(column, value)}
              />
            )}
          </Field>
        ))}
        {proof && (
          <>
            <h3>佐证（可以以后再挂）</h3>
            <PaperDrop papers={papers} onChange={setPapers} day={typed[day] || today} disabled={busy} />
          </>
        )}
        <div className="row gap3" style={{ justifyContent: 'flex-end', marginTop: 16 }}>
          <span className="t2">回车也是存</span>
          <button type="submit" className="btn pri" disabled={busy}>
            {busy ? '正在存…' : '存，再录一条'}
          </button>
        </div>
      </form>
    </DetailPanel>
  );
}
