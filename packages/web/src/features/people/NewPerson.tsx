import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { kindsQuery } from '../../api/data.ts';
import { type FieldError, fieldErrors } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { type CellChanges, enterRecord } from '../../api/records.ts';
import type { Kind, KindColumn } from '../../api/types.ts';
import { GoLink, useGo } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import {
  DetailPanel,
  ErrorSummary,
  Field,
  type FieldAria,
  FormEnd,
  Note,
  Part,
  TextField,
  useDraft,
} from '../../components/index.ts';
import { cellFromText, inputKind, wordsOf } from '../../lib/cells.ts';
import { type Looked, lookUp } from './data.ts';
import { fieldsFor } from './newFields.ts';

/** 新增: the number first, then what only this category needs. A number that is known opens its person. */
export function NewPerson({ onClose }: { onClose: () => void }) {
  const kinds = useQuery(kindsQuery);
  const [number, setNumber] = useState<{ identity: string; looked: Looked }>();
  return (
    <DetailPanel title="新增一人" onClose={onClose}>
      {number === undefined ? (
        <AskNumber onFound={(identity, looked) => setNumber({ identity, looked })} />
      ) : (
        <Part query={kinds}>
          {(all) => {
            const kind = all.find((one) => one.kind === 'spell');
            return kind === undefined ? null : (
              <Rest kind={kind} {...number} onOther={() => setNumber(undefined)} />
            );
          }}
        </Part>
      )}
    </DetailPanel>
  );
}

function AskNumber({ onFound }: { onFound: (identity: string, looked: Looked) => void }) {
  const { division } = useScope();
  const [identity, setIdentity] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const ask = async () => {
    const typed = identity.normalize('NFKC').replace(/\s/g, '').toUpperCase();
    if (typed === '') return setErrors([{ field: 'identity', message: '请先填身份证号。' }]);
    try {
      onFound(typed, await lookUp(division, typed));
    } catch (problem) {
      setErrors(fieldErrors(problem, 'identity'));
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <ErrorSummary errors={errors} />
      <TextField
        id="identity"
        label="身份证号"
        hint="性别、出生日期由号码得出；已在册的会直接找到本人。"
        errors={errors}
        autoComplete="off"
        autoFocus
        value={identity}
        onChange={setIdentity}
      />
      <button type="submit" className="btn pri">
        下一步
      </button>
    </form>
  );
}

interface RestProps {
  readonly kind: Kind;
  readonly identity: string;
  readonly looked: Looked;
  readonly onOther: () => void;
}

type Typed = Readonly<Record<string, string>>;

/** Cells of the typed fields and what cannot stand in them. */
function readCells(columns: readonly KindColumn[], typed: Typed) {
  const cells: CellChanges = {};
  const errors: FieldError[] = [];
  for (const column of columns) {
    const read = cellFromText(column, typed[column.field] ?? '');
    if ('wrong' in read) errors.push({ field: column.field, message: `${column.header}：${read.wrong}` });
    else if (read.value === null && column.required)
      errors.push({ field: column.field, message: `请填写「${column.header}」。` });
    else cells[column.field] = read.value;
  }
  return { cells, errors };
}

/** What is being typed of one number: a draft of its own, so that nothing of another person is in it. */
function useRight({ kind, identity, looked }: RestProps) {
  const { division } = useScope();
  const go = useGo();
  const { existing, sex, bornOn } = looked;
  const { draft, change, clear } = useDraft<Record<string, string>>(`people.new.${bornOn}.${sex}`, {});
  const [secret, setSecret] = useState<Record<string, string>>({});
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const typed: Typed = { ...draft, ...secret, ...(existing ? { name: existing.name } : {}) };
  const asked = ['name', 'village_id', 'category', ...fieldsFor(typed.category ?? '')];
  const columns = asked.flatMap((field) => kind.columns.filter((column) => column.field === field));
  const set = ({ field, sensitive }: KindColumn, text: string) => {
    setErrors(errors.filter((error) => error.field !== field));
    if (sensitive) setSecret({ ...secret, [field]: text });
    else change({ [field]: text });
  };
  const save = async () => {
    const read = readCells(columns, typed);
    setErrors(read.errors);
    if (read.errors.length > 0) return;
    setBusy(true);
    try {
      const cells = { ...read.cells, identity, sex, born_on: bornOn };
      const row = await enterRecord(division, 'spell', cells);
      clear();
      await queryClient.invalidateQueries();
      if (row.personId !== null) go(`/people/${row.personId}`);
    } catch (problem) {
      setErrors(fieldErrors(problem, 'name'));
    } finally {
      setBusy(false);
    }
  };
  return { typed, columns, errors, busy, set, save };
}

function Rest(props: RestProps) {
  const { existing } = props.looked;
  const { typed, columns, errors, busy, set, save } = useRight(props);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <NumberLine {...props} />
      {existing && <Known existing={existing} />}
      <ErrorSummary errors={errors} />
      {columns.map((column) => (
        <Field
          key={column.field}
          id={column.field}
          label={column.header}
          optional={!column.required}
          errors={errors}
        >
          {(aria) => (
            <Control
              column={column}
              aria={aria}
              fixed={column.field === 'name' && existing !== null}
              value={typed[column.field] ?? ''}
              onChange={(text) => set(column, text)}
            />
          )}
        </Field>
      ))}
      <FormEnd disabled={busy} does={busy ? '正在存…' : '存，打开档案'} />
    </form>
  );
}

function NumberLine({ identity, looked, onOther }: RestProps) {
  return (
    <p className="row gap4 people-number">
      <b>{identity}</b>
      <span>{looked.sex}</span>
      <span>{looked.bornOn} 生</span>
      <span className="grow" />
      <button type="button" className="lnk" onClick={onOther}>
        换号码
      </button>
    </p>
  );
}

function Known({ existing }: { existing: { readonly id: string; readonly name: string } }) {
  return (
    <div className="people-note">
      <Note
        kind="check"
        words="已在册"
        action={
          <GoLink to={`/people/${existing.id}`} className="btn s">
            打开档案
          </GoLink>
        }
      >
        这个号码是{existing.name}，不会多出一人。下面填的，记作他的另一项待遇。
      </Note>
    </div>
  );
}

interface ControlProps {
  readonly column: KindColumn;
  readonly aria: FieldAria;
  readonly fixed: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function Control({ column, aria, fixed, value, onChange }: ControlProps) {
  const kind = inputKind(column);
  const usual = {
    ...aria,
    className: 'field',
    value,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  if (kind === 'words')
    return (
      <select {...usual}>
        <option value="">请选</option>
        {wordsOf(column)?.map((word) => (
          <option key={word}>{word}</option>
        ))}
      </select>
    );
  const type = kind === 'day' ? 'date' : kind;
  return <input {...usual} type={type} autoComplete="off" readOnly={fixed} />;
}
