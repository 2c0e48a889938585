import { useState } from 'react';
import { type FieldError, fieldErrors } from '../../api/errors.ts';
import { uploadPaper } from '../../api/records.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, ErrorSummary, Money, type PaperDraft, PaperDrop } from '../../components/index.ts';
import { newKey } from '../pay/data.ts';
import { PickPerson } from '../people/PickPerson.tsx';
import { AmountFields } from './AmountFields.tsx';
import { type AwardRoll, type Candidate, decideAwards, type Fund, type PickedKind } from './data.ts';
import { pickedOf, sumOf, withoutAmount } from './rolling.ts';

interface RollFormProps {
  readonly kind: PickedKind;
  readonly roll: AwardRoll;
  readonly all: readonly Candidate[];
  readonly selected: ReadonlySet<string>;
  readonly common: string;
  readonly own: ReadonlyMap<string, string>;
  readonly today: string;
  readonly onCommon: (yuan: string) => void;
  readonly onAdd: (candidate: Candidate) => void;
  /** Told the year it counts in, so that it is on the screen. */
  readonly onDone: (year: string) => void;
}

const FIRST: Readonly<Record<PickedKind, { readonly fund: Fund; readonly hint: string }>> = {
  慰问金: { fund: 'township', hint: '如：春节慰问、八一慰问' },
  困难救助: { fund: 'township', hint: '如：大病救助' },
  立功奖励: { fund: 'county', hint: '如：三等功奖励金；不写部队番号' },
};

/** 右边: for everybody the month, whose money, what for; the sum beside the budget; and people who are added. */
export function RollForm(props: RollFormProps) {
  const { kind, roll, all, selected, common, own, today } = props;
  const { division } = useScope();
  const [rest, setRest] = useState({ month: today.slice(0, 7), fund: FIRST[kind].fund, reason: '' });
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const [commandKey] = useState(newKey);
  const picked = pickedOf(all, selected, common, own);
  const save = async () => {
    const missing = missingIn(withoutAmount(picked), picked.length, rest.reason);
    setErrors(missing);
    if (missing.length > 0) return;
    setBusy(true);
    try {
      const [paper] = papers;
      const proof = paper === undefined ? {} : { paperId: (await uploadPaper(division, paper)).id };
      const awards = picked.map(({ candidate: { person, source }, fen = 0 }) => ({
        ...{ personId: person.id, fen, ...rest, reason: rest.reason.trim(), ...proof },
        ...(source === null ? {} : { source }),
      }));
      await decideAwards(division, { commandKey, kind, awards });
      props.onDone(rest.month.slice(0, 4));
    } catch (problem) {
      setErrors(fieldErrors(problem, 'yuan'));
      setBusy(false);
    }
  };
  return (
    <DetailPanel title={`${kind}名单`} note={`选中 ${picked.length} 人次`}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ErrorSummary errors={errors} />
        <AmountFields
          typed={{ yuan: common, ...rest }}
          errors={errors}
          amountLabel="每人（元）"
          amountHint="个别人不同的，在左边那一行改"
          reasonHint={FIRST[kind].hint}
          onChange={({ yuan, ...more }) => {
            props.onCommon(yuan);
            setRest(more);
          }}
        />
        <PaperDrop papers={papers} onChange={setPapers} day={today} disabled={busy} />
        <Sum fen={sumOf(picked)} roll={roll} />
        <div className="row gap3 form-end">
          <button type="submit" className="btn pri" disabled={busy || picked.length === 0}>
            {busy ? '正在记…' : `定下 ${picked.length} 笔`}
          </button>
        </div>
        {picked.length === 0 && <p className="t2">先在左边选人。定下以后进{kind}的批次，三人办理。</p>}
      </form>
      {kind !== '慰问金' && (
        <div className="awards-add">
          <h3 className="people-h3">名单上没有的人</h3>
          <PickPerson
            label="添一人"
            onPick={({ id, name, village, categories }) =>
              props.onAdd({
                ...{ person: { id, name }, village, categories, source: null, on: null, words: null },
                ...{ recordedFen: null, decidedFen: 0 },
              })
            }
          />
        </div>
      )}
    </DetailPanel>
  );
}

function missingIn(names: readonly string[], count: number, reason: string): readonly FieldError[] {
  return [
    ...(count > 0 && names.length > 0
      ? [
          {
            field: 'yuan',
            message: `${names.slice(0, 5).join('、')}${names.length > 5 ? '等' : ''}还没有写金额。`,
          },
        ]
      : []),
    ...(reason.trim() === '' ? [{ field: 'reason', message: '请写事由。' }] : []),
  ];
}

function Sum({ fen, roll: { budgetFen, spentFen } }: { fen: number; roll: AwardRoll }) {
  const isOver = budgetFen !== null && spentFen + fen > budgetFen;
  return (
    <p className="awards-sum">
      合计{' '}
      <b>
        <Money fen={fen} />
      </b>
      {budgetFen !== null && (
        <span className={isOver ? 'stop' : 't2'}>
          {'　'}今年预算 <Money fen={budgetFen} />
          ，已定 <Money fen={spentFen} />
          {isOver && '，超了'}
        </span>
      )}
    </p>
  );
}
