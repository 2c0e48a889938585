import { parseYuan } from '@shuangyong/values';
import { type FormEvent, useState } from 'react';
import { type FieldError, fieldErrors } from '../../api/errors.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { ErrorSummary, FormEnd, TextField } from '../../components/index.ts';
import { AmountFields, type AmountTyped } from '../awards/AmountFields.tsx';
import { chosenPaper, isChosen, NO_PAPER, OnePaper } from '../ledger/OnePaper.tsx';
import { newKey } from '../pay/data.ts';
import type { PersonListed } from '../people/data.ts';
import { PickPerson } from '../people/PickPerson.tsx';
import { enterDebt } from './data.ts';

/** One debt from before: who, of which right, until which month, how much, by which paper. */
export function DebtForm({ onDone }: { onDone: (words: string) => void }) {
  const [person, setPerson] = useState<PersonListed>();
  if (person === undefined) return <PickPerson onPick={setPerson} />;
  return (
    <Debt
      key={person.id}
      person={person}
      onDone={(words) => {
        setPerson(undefined);
        onDone(words);
      }}
      onOther={() => setPerson(undefined)}
    />
  );
}

interface DebtProps {
  readonly person: PersonListed;
  readonly onDone: (words: string) => void;
  readonly onOther: () => void;
}

function Debt({ person, onDone, onOther }: DebtProps) {
  const { division } = useScope();
  const { today } = useSession();
  const [kind, setKind] = useState(person.categories[0] ?? '');
  const [typed, setTyped] = useState<AmountTyped>({ yuan: '', month: '', fund: 'central', reason: '' });
  const [paper, setPaper] = useState(NO_PAPER);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const [commandKey] = useState(newKey);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const fen = parseYuan(typed.yuan);
    const missing = missingIn(typed, fen, isChosen(paper), kind);
    setErrors(missing);
    if (missing.length > 0 || fen === undefined) return;
    setBusy(true);
    try {
      const { month, fund, reason } = typed;
      const debt = { commandKey, personId: person.id, kind: kind.trim(), month, fen, fund };
      const paperId = await chosenPaper(division, paper, setPaper);
      await enterDebt(division, { ...debt, reason: reason.trim(), paperId });
      onDone(`${person.name}的欠款已带进来，列入追回。`);
    } catch (problem) {
      setErrors(fieldErrors(problem, 'month'));
      setBusy(false);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary errors={errors} />
      <p className="people-reason">
        <b>{person.name}</b> <span className="t2">{person.village ?? ''}</span>{' '}
        <button type="button" className="lnk" onClick={onOther}>
          换人
        </button>
      </p>
      <TextField
        id="kind"
        label="多发的是哪一项"
        errors={errors}
        list="debt-kinds"
        value={kind}
        onChange={setKind}
      />
      <datalist id="debt-kinds">
        {person.categories.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <AmountFields
        typed={typed}
        errors={errors}
        monthLabel="多发到哪个月"
        amountLabel="多发了多少（元）"
        reasonHint="如：审计发现去世后多发"
        onChange={setTyped}
      />
      <p>材料</p>
      <OnePaper choice={paper} onChange={setPaper} day={today} />
      <p className="t2">如审计决定、核查记录。</p>
      <FormEnd disabled={busy} does="带进来" />
    </form>
  );
}

function missingIn(
  { month, reason }: AmountTyped,
  fen: number | undefined,
  hasPaper: boolean,
  kind: string,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (kind.trim() === '') errors.push({ field: 'kind', message: '请写多发的是哪一项。' });
  if (fen === undefined || fen <= 0) errors.push({ field: 'yuan', message: '金额读不出，请写成 505.00。' });
  if (month === '') errors.push({ field: 'month', message: '请写多发到哪个月。' });
  if (reason.trim().length < 2) errors.push({ field: 'reason', message: '请写理由。' });
  if (!hasPaper) errors.push({ field: 'reason', message: '请选一份材料，如审计决定、核查记录。' });
  return errors;
}
