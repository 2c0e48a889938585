import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type FieldError, fieldErrors } from '../../api/errors.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import {
  DetailPanel,
  ErrorSummary,
  Field,
  FormEnd,
  type PaperDraft,
  PaperDrop,
  TextField,
} from '../../components/index.ts';
import { PickPerson } from '../people/PickPerson.tsx';
import { addSlip, paidQuery, paperOf, type Slips } from './data.ts';

interface NewSlipPanelProps {
  readonly offices: Slips['offices'];
  /** Whose slip it is, where the page was opened from his own. */
  readonly personId: string | undefined;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

interface Typed {
  readonly direction: 'out' | 'in';
  readonly otherOffice: string;
  readonly slipOn: string;
  readonly paidThrough: string;
  readonly documentNo: string;
}

/** 新开迁移单: who, to which office or from which, and to which month he is paid. */
export function NewSlipPanel({ offices, personId, onDone, onClose }: NewSlipPanelProps) {
  const { today } = useSession();
  const [person, setPerson] = useState(personId);
  const [typed, setTyped] = useState<Typed>({
    ...{ direction: 'out', otherOffice: '', slipOn: today, paidThrough: '', documentNo: '' },
  });
  return (
    <DetailPanel title="新开迁移单" onClose={onClose} isForm>
      <div>
        <fieldset className="row gap4 people-radios">
          <legend className="sr">去向</legend>
          {(['out', 'in'] as const).map((direction) => (
            <label key={direction} className="tick">
              <input
                type="radio"
                name="direction"
                checked={typed.direction === direction}
                onChange={() => setTyped({ ...typed, direction })}
              />
              {direction === 'out' ? '迁出' : '迁入'}
            </label>
          ))}
        </fieldset>
        {person === undefined ? (
          <PickPerson
            {...(typed.direction === 'in' ? { hint: '迁入的人先在「人员」里新增身份，再到这里登记。' } : {})}
            onPick={({ id }) => setPerson(id)}
          />
        ) : (
          <Rest
            key={person}
            {...{ personId: person, typed, offices, onDone }}
            onChange={(part) => setTyped({ ...typed, ...part })}
            onOther={() => setPerson(undefined)}
          />
        )}
      </div>
    </DetailPanel>
  );
}

interface RestProps {
  readonly personId: string;
  readonly typed: Typed;
  readonly offices: Slips['offices'];
  readonly onChange: (part: Partial<Typed>) => void;
  readonly onDone: (words: string) => void;
  readonly onOther: () => void;
}

function Rest({ personId, typed, offices, onChange, onDone, onOther }: RestProps) {
  const { division } = useScope();
  const { today } = useSession();
  const known = useQuery(paidQuery(division, personId)).data;
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const { direction, otherOffice, slipOn, documentNo } = typed;
  const isOut = direction === 'out';
  const paidThrough = isOut ? (known?.paidThrough ?? typed.paidThrough) : typed.paidThrough;
  const save = async () => {
    const missing = [
      ...(otherOffice.trim() === '' ? [{ field: 'otherOffice', message: '请写对方单位。' }] : []),
      ...(paidThrough === '' ? [{ field: 'paidThrough', message: '请写已发至哪个月。' }] : []),
    ];
    setErrors(missing);
    if (missing.length > 0) return;
    setBusy(true);
    try {
      const other = isOut ? offices.find(({ name }) => name === otherOffice.trim()) : undefined;
      await addSlip(division, {
        ...{ direction, personId, otherOffice: otherOffice.trim(), slipOn, paidThrough },
        ...(other === undefined ? {} : { otherDivisionId: other.id }),
        ...(documentNo.trim() === '' ? {} : { documentNo: documentNo.trim() }),
        ...(await paperOf(division, papers)),
      });
      onDone(
        isOut
          ? `${known?.name ?? ''}的迁移单已开，已发至 ${paidThrough}，等对方接收。`
          : `${known?.name ?? ''}已登记迁入，从 ${paidThrough} 的次月起由本单位发放。`,
      );
    } catch (problem) {
      setErrors(fieldErrors(problem, 'paidThrough'));
      setBusy(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ErrorSummary errors={errors} />
      <p className="kept-part">
        <b>{known?.name ?? ''}</b>{' '}
        <button type="button" className="lnk" onClick={onOther}>
          换人
        </button>
      </p>
      <Field id="otherOffice" label={isOut ? '迁往哪个单位' : '从哪个单位来'} errors={errors}>
        {(aria) => (
          <>
            <input
              {...aria}
              className="field"
              list="offices"
              value={otherOffice}
              onChange={(event) => onChange({ otherOffice: event.target.value })}
            />
            <datalist id="offices">
              {offices.map(({ id, name }) => (
                <option key={id} value={name} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <div className="fld-two">
        <TextField
          id="paidThrough"
          label="已发至"
          errors={errors}
          hint={
            isOut
              ? known?.paidThrough == null
                ? '账上没有发放记录，请写明。'
                : '按发放记录。'
              : '照迁移单写；写错了在这张单里「更正」。'
          }
          type="month"
          readOnly={isOut && known?.paidThrough != null}
          value={paidThrough}
          onChange={(paidThrough) => onChange({ paidThrough })}
        />
        <TextField
          id="slipOn"
          label="迁移单日期"
          errors={errors}
          type="date"
          max={today}
          value={slipOn}
          onChange={(slipOn) => onChange({ slipOn })}
        />
      </div>
      <TextField
        id="documentNo"
        label="介绍信号"
        optional
        value={documentNo}
        onChange={(documentNo) => onChange({ documentNo })}
      />
      <PaperDrop papers={papers} onChange={setPapers} day={slipOn} disabled={busy} />
      <FormEnd disabled={busy} does={isOut ? '开单' : '登记迁入'} />
    </form>
  );
}
