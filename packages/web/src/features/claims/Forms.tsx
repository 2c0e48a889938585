import { fen as fenOf, parseYuan, yuanText } from '@shuangyong/values';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { type PaperDraft, PaperDrop } from '../../components/index.ts';
import { chosenPaper, isChosen, NO_PAPER, OnePaper } from '../ledger/OnePaper.tsx';
import { Ask, type FormProps, Line } from './Ask.tsx';
import { type DebtRecovery, giveNotice, planDebt, propose, receiveCash, undo } from './data.ts';
import { WriteOffForm } from './WriteOffForm.tsx';
import { mayBeSigned, ONE_PERSON, recoveryWords, signedBy, yuan } from './words.ts';

export type Doing =
  | { readonly what: 'notice' | 'plan' | 'cash' | 'propose' | 'writeOff' }
  | { readonly what: 'undo'; readonly recovery: DebtRecovery };

/** The question that a step asks first. */
export function Forms({ doing, ...form }: FormProps & { readonly doing: Doing }) {
  switch (doing.what) {
    case 'notice':
      return <NoticeForm {...form} />;
    case 'plan':
      return <PlanForm {...form} />;
    case 'cash':
      return <CashForm {...form} />;
    case 'propose':
      return <ProposeForm {...form} />;
    case 'writeOff':
      return <WriteOffForm {...form} />;
    case 'undo':
      return <UndoForm {...form} recovery={doing.recovery} />;
  }
}

function NoticeForm({ debt, ...form }: FormProps) {
  const { division } = useScope();
  const { today } = useSession();
  const [reason, setReason] = useState('');
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  return (
    <Ask
      {...form}
      title={`告知书已送达 ${debt.person.name}`}
      button="记下送达"
      words="已记下：告知书送达。可以收现金，或定还款计划。"
      isReady
      work={() => giveNotice(division, debt, papers, reason)}
    >
      <Line id="claim-reason" label="说明（如：送到其子手中）" value={reason} onChange={setReason} />
      <PaperDrop papers={papers} onChange={setPapers} day={today} />
    </Ask>
  );
}

function PlanForm({ debt, ...form }: FormProps) {
  const { division } = useScope();
  const { today } = useSession();
  const [amount, setAmount] = useState('');
  const [month, setMonth] = useState(today.slice(0, 7));
  const [reason, setReason] = useState('');
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const cap = parseYuan(amount);
  return (
    <Ask
      {...form}
      title={`还款计划 ${debt.person.name}`}
      button="定计划"
      words="已定还款计划。"
      isReady={cap !== undefined && cap > 0 && /^\d{4}-\d{2}$/.test(month)}
      work={() => planDebt(division, debt, { monthlyCapFen: cap ?? 0, fromMonth: month, reason }, papers)}
    >
      <Line id="claim-cap" label="每月至多扣（元）" value={amount} onChange={setAmount} />
      <Line id="claim-from" label="从哪个月起" type="month" value={month} onChange={setMonth} />
      <Line id="claim-reason" label="说明（可不写）" value={reason} onChange={setReason} />
      <PaperDrop papers={papers} onChange={setPapers} day={today} />
    </Ask>
  );
}

function CashForm({ debt, ...form }: FormProps) {
  const { division } = useScope();
  const { today } = useSession();
  const [amount, setAmount] = useState(yuanText(fenOf(debt.openFen)));
  const [receiptNo, setReceiptNo] = useState('');
  const [onDay, setOnDay] = useState(today);
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const got = parseYuan(amount);
  return (
    <Ask
      {...form}
      title={`收现金 ${debt.person.name}`}
      button="记下收款"
      words={`已收 ${yuan(got ?? 0)}，收据 ${receiptNo}。`}
      isReady={got !== undefined && got > 0 && receiptNo.trim() !== '' && onDay !== ''}
      work={() => receiveCash(division, debt, { fen: got ?? 0, receiptNo: receiptNo.trim(), onDay }, papers)}
    >
      <Line id="claim-fen" label="收到（元）" value={amount} onChange={setAmount} />
      <Line id="claim-receipt" label="财政所收据号" value={receiptNo} onChange={setReceiptNo} />
      <Line id="claim-day" label="哪天交的" type="date" value={onDay} onChange={setOnDay} />
      <PaperDrop papers={papers} onChange={setPapers} day={today} />
    </Ask>
  );
}

function ProposeForm({ debt, ...form }: FormProps) {
  const { division } = useScope();
  const { today } = useSession();
  const [reason, setReason] = useState('');
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  return (
    <Ask
      {...form}
      title={`报请核销 ${debt.person.name} ${yuan(debt.openFen)}`}
      button="报请核销"
      words="已报请核销，等批准。"
      isReady={reason.trim().length >= 2 && papers[0] !== undefined}
      work={() => propose(division, debt, papers, reason.trim())}
    >
      <Line id="claim-reason" label="为什么追不回" value={reason} onChange={setReason} />
      <p className="t2">附上核销依据（会议纪要、审批表），批准的人凭它核销。</p>
      <PaperDrop papers={papers} onChange={setPapers} day={today} />
    </Ask>
  );
}

/** Taking back; in an office of one person a write-off is taken back on paper, as it was made. */
function UndoForm({ debt, recovery, ...form }: FormProps & { readonly recovery: DebtRecovery }) {
  const { division } = useScope();
  const { today } = useSession();
  const [reason, setReason] = useState('');
  const [signer, setSigner] = useState('');
  const [paper, setPaper] = useState(NO_PAPER);
  const isPaper = recovery.kind === 'write_off' && debt.may.paper.ok;
  const save = async () => {
    const signed = isPaper ? { paperId: await chosenPaper(division, paper, setPaper) } : {};
    await undo(division, recovery.ids, { reason: reason.trim(), ...signed, ...signedBy(isPaper, signer) });
  };
  return (
    <Ask
      {...form}
      title={`撤回 ${debt.person.name} ${recoveryWords(recovery)} ${yuan(recovery.fen)}`}
      button="撤回"
      words="已撤回，这笔钱重新列入追回。"
      isReady={reason.trim().length >= 2 && mayBeSigned(isPaper, signer) && (!isPaper || isChosen(paper))}
      work={save}
    >
      <Line id="claim-reason" label="理由" value={reason} onChange={setReason} />
      {isPaper && (
        <>
          <Line id="claim-signer" label="签字人" value={signer} onChange={setSigner} />
          <p className="t2">{ONE_PERSON}：附上签好的撤回件。</p>
          <OnePaper choice={paper} onChange={setPaper} day={today} />
        </>
      )}
    </Ask>
  );
}
