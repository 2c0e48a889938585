import { type FormEvent, useState } from 'react';
import type { FieldError } from '../../api/errors.ts';
import { uploadPaper } from '../../api/records.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { ErrorSummary, FormEnd, type PaperDraft, PaperDrop, TextField } from '../../components/index.ts';
import '../kept/kept.css';
import { type Account, accountErrors, saveAccount } from './data.ts';

interface AccountFormProps {
  readonly person: { readonly id: string; readonly name: string };
  /** The account that is paid to now: what is entered is its next version. */
  readonly replaces: Account | undefined;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

interface Typed {
  readonly holder: 'self' | 'other';
  readonly holderName: string;
  readonly relation: string;
  readonly bankName: string;
  readonly account: string;
  readonly reason: string;
}

const given = (part: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(part).flatMap(([key, text]) => (text.trim() ? [[key, text.trim()]] : [])),
  );

/** 记账号: his own card with its photo, or another's with the paper that lets him draw. */
export function AccountForm({ person, replaces, onDone, onClose }: AccountFormProps) {
  const { division } = useScope();
  const { today } = useSession();
  const [typed, setTyped] = useState<Typed>({
    ...{ holder: 'self', holderName: person.name, relation: '', bankName: replaces?.bankName ?? '' },
    ...{ account: '', reason: '' },
  });
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const isOther = typed.holder === 'other';
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const [paper] = papers;
      const proof = paper === undefined ? {} : { paperId: (await uploadPaper(division, paper)).id };
      const { holder, holderName, relation, bankName, account, reason } = typed;
      await saveAccount(division, {
        ...{ personId: person.id, holder, holderName: holderName.trim(), account },
        ...(replaces ? { accountId: replaces.id } : {}),
        ...given({ bankName, reason, ...(isOther ? { relation } : {}) }),
        ...proof,
      });
      onDone('账号已记下，下一批就发到这里；30 天内发放会提醒看卡片。');
    } catch (problem) {
      setErrors(accountErrors(problem));
      setBusy(false);
    }
  };
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const text = (id: keyof Typed & string, label: string, hint?: string) => (
    <TextField
      id={id}
      label={label}
      errors={errors}
      {...(hint ? { hint } : {})}
      autoComplete="off"
      inputMode={id === 'account' ? 'numeric' : undefined}
      value={typed[id]}
      onChange={(value) => set({ [id]: value })}
    />
  );
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <h3 className="people-h3">{replaces ? '换账号' : '记账号'}</h3>
      <ErrorSummary errors={errors} />
      <fieldset className="row gap4 people-radios">
        <legend className="sr">谁的卡</legend>
        {(['self', 'other'] as const).map((holder) => (
          <label key={holder} className="tick">
            <input
              type="radio"
              name="holder"
              checked={typed.holder === holder}
              onChange={() => set({ holder, holderName: holder === 'self' ? person.name : '' })}
            />
            {holder === 'self' ? '本人的卡' : '他人代领'}
          </label>
        ))}
      </fieldset>
      <div className="fld-two">
        {text('holderName', '户名')}
        {isOther ? text('relation', '与本人的关系', '如：配偶、儿子') : text('bankName', '开户行')}
      </div>
      {isOther && text('bankName', '开户行')}
      {text('account', '账号', '照银行卡写，8 到 32 位数字')}
      {replaces && text('reason', '为什么换', '可不填，如：卡丢了、换了银行')}
      <p id="paper" className="t2">
        {isOther ? '附委托书（本人签字或按指印）和代领人的卡' : '附银行卡照片'}
      </p>
      <PaperDrop papers={papers} onChange={setPapers} day={today} disabled={busy} />
      <FormEnd leave="先不记" onLeave={onClose} disabled={busy} does="记下" />
    </form>
  );
}
