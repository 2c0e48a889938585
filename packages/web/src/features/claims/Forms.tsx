import { fen as fenOf, parseYuan, yuanText } from '@shuangyong/values';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { type PaperDraft, PaperDrop, TextField } from '../../components/index.ts';
import { chosenPaper, isChosen, NO_PAPER, OnePaper } from '../ledger/OnePaper.tsx';
import { Ask, type FormProps } from './Ask.tsx';
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

/** What every step may carry: words of its own, and papers. */
function useTold() {
  const { division } = useScope();
  const { today } = useSession();
  const [reason, setReason] = useState('');
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const drop = <PaperDrop papers={papers} onChange={setPapers} day={today} />;
  return { division, today, reason, setReason, papers, drop };
}

function NoticeForm({ debt, ...form }: FormProps) {
  const { division, reason, setReason, papers, drop } = useTold();
  return (
    <Ask
      {...form}
      title={`告知书已送达 ${debt.person.name}`}
      button="记下送达"
      words="已记下：告知书送达。可以收现金，或定还款计划。"
      isReady
      work={() => giveNotice(division, debt, papers, reason)}
    >
      <TextField id="claim-reason" label="说明（如：送到其子手中）" value={reason} onChange={setReason} />
      {drop}
    </Ask>
  );
}

function PlanForm({ debt, ...form }: FormProps) {
  const { division, today, reason, setReason, papers, drop } = useTold();
  const [amount, setAmount] = useState('');
  const [month, setMonth] = useState(today.slice(0, 7));
  const cap = parseYuan(amount);
  return (
    <Ask
      {...form}
      title={`还款计划 ${debt.person.name}`}
      button="定计划"
      words="已定还款计划。"
      lacks="写每月至多扣多少、从哪个月起"
      isReady={cap !== undefined && cap > 0 && /^\d{4}-\d{2}$/.test(month)}
      work={() => planDebt(division, debt, { monthlyCapFen: cap ?? 0, fromMonth: month, reason }, papers)}
    >
      <TextField id="claim-cap" label="每月至多扣（元）" value={amount} onChange={setAmount} />
      <TextField id="claim-from" label="从哪个月起" type="month" value={month} onChange={setMonth} />
      <TextField id="claim-reason" label="说明（可不写）" value={reason} onChange={setReason} />
      {drop}
    </Ask>
  );
}

function CashForm({ debt, ...form }: FormProps) {
  const { division, today, papers, drop } = useTold();
  const [amount, setAmount] = useState(yuanText(fenOf(debt.openFen)));
  const [receiptNo, setReceiptNo] = useState('');
  const [onDay, setOnDay] = useState(today);
  const got = parseYuan(amount);
  return (
    <Ask
      {...form}
      title={`收现金 ${debt.person.name}`}
      button="记下收款"
      lacks="写收到多少、财政所收据号"
      words={`已收 ${yuan(got ?? 0)}，收据 ${receiptNo}。`}
      isReady={got !== undefined && got > 0 && receiptNo.trim() !== '' && onDay !== ''}
      work={() => receiveCash(division, debt, { fen: got ?? 0, receiptNo: receiptNo.trim(), onDay }, papers)}
    >
      <TextField id="claim-fen" label="收到（元）" value={amount} onChange={setAmount} />
      <TextField id="claim-receipt" label="财政所收据号" value={receiptNo} onChange={setReceiptNo} />
      <TextField id="claim-day" label="哪天交的" type="date" value={onDay} onChange={setOnDay} />
      {drop}
    </Ask>
  );
}

function ProposeForm({ debt, ...form }: FormProps) {
  const { division, reason, setReason, papers, drop } = useTold();
  return (
    <Ask
      {...form}
      title={`报请核销 ${debt.person.name} ${yuan(debt.openFen)}`}
      button="报请核销"
      lacks="写理由，附核销依据"
      words="已报请核销，等批准。"
      isReady={reason.trim().length >= 2 && papers[0] !== undefined}
      work={() => propose(division, debt, papers, reason.trim())}
    >
      <TextField id="claim-reason" label="为什么追不回" value={reason} onChange={setReason} />
      <p className="t2">附上核销依据（会议纪要、审批表），批准的人凭它核销。</p>
      {drop}
    </Ask>
  );
}

/** Taking back; in an office of one person a write-off is taken back on paper, as it was made. */
function UndoForm({ debt, recovery, ...form }: FormProps & { readonly recovery: DebtRecovery }) {
  const { division, today, reason, setReason } = useTold();
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
      lacks="写至少两个字的理由"
      words="已撤回，这笔钱重新列入追回。"
      isReady={reason.trim().length >= 2 && mayBeSigned(isPaper, signer) && (!isPaper || isChosen(paper))}
      work={save}
    >
      <TextField id="claim-reason" label="理由" value={reason} onChange={setReason} />
      {isPaper && (
        <>
          <TextField id="claim-signer" label="签字人" value={signer} onChange={setSigner} />
          <p className="t2">{ONE_PERSON}：附上签好的撤回件。</p>
          <OnePaper choice={paper} onChange={setPaper} day={today} />
        </>
      )}
    </Ask>
  );
}
