import type { CSSProperties } from 'react';
import { useScope } from '../../app/scope.ts';
import { Icon, usePrint } from '../../components/index.ts';
import '../../components/print.css';
import { dayOnPaper, monthOnPaper } from '../../lib/onPaper.ts';
import type { Slip } from './data.ts';
import './kept.css';
import { nextMonth } from './words.ts';

const SIZE = { '--pt': '16pt' } as CSSProperties;

/** 迁移介绍: who moves, to which month he is paid, from when the other office pays; below it the receipt to send back. */
function SlipSheet({ slip, office }: { slip: Slip; office: string }) {
  const { name, village, categories, otherOffice, slipOn, paidThrough, documentNo } = slip;
  return (
    <>
      <style>{'@page { size: A4 portrait; margin: 0 }'}</style>
      <section className="sheet kept-slip" style={SIZE}>
        <header>
          <h1>优抚待遇迁移介绍</h1>
          <div className="no">{documentNo ?? ''}</div>
        </header>
        <p>{otherOffice}：</p>
        <p className="in">
          我单位{village ?? ''}
          <b>{name}</b>（{categories.join('、')}）户籍迁往你处。其定期抚恤补助我单位已发至{' '}
          <b>{monthOnPaper(paidThrough)}</b>，请从 <b>{monthOnPaper(nextMonth(paidThrough))}</b>{' '}
          起接续发放，并将回执寄回。
        </p>
        <p className="in">个人档案随本介绍一并移交。身份证号和账号以档案和本人证件为准。</p>
        <p className="end">{office}（章）</p>
        <p className="end">{dayOnPaper(slipOn)}</p>
        <div className="cut">回　执</div>
        <p>{office}：</p>
        <p className="in">
          {name}的优抚待遇迁移介绍{documentNo === null ? '' : `（${documentNo}）`}已收到，
          <span className="nowrap">自 ＿＿＿＿ 年 ＿＿ 月起</span>由我单位发放。
        </p>
        <p className="end">接收人：＿＿＿＿＿＿　接收单位（章）</p>
        <p className="end">＿＿＿＿ 年 ＿＿ 月 ＿＿ 日</p>
      </section>
    </>
  );
}

export function PrintSlip({ slip }: { slip: Slip }) {
  const { divisionName } = useScope();
  const print = usePrint();
  return (
    <button
      type="button"
      className="btn s"
      onClick={() => print(<SlipSheet slip={slip} office={divisionName} />)}
    >
      <Icon name="print" /> 印迁移介绍
    </button>
  );
}
