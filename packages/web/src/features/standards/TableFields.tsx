import type { Code } from '@shuangyong/policy';
import type { ReactNode } from 'react';
import type { FieldError } from '../../api/errors.ts';
import { Field, type FieldAria } from '../../components/index.ts';
import { unitsOf } from './draft.ts';
import { levelsOf } from './regions.ts';
import { type TableDraft, usualTo } from './tables.ts';
import { codeWords, SECTIONS, UNIT_WORDS } from './words.ts';

interface FieldsProps {
  readonly table: TableDraft;
  readonly set: (part: Partial<TableDraft>) => void;
  readonly errors: readonly FieldError[];
}

interface TableFieldsProps extends FieldsProps {
  readonly choose: (code: Code) => void;
  readonly county: string;
}

/** Which table, from which month to which, for whom, in which unit. */
export function TableFields({ table, set, choose, county, errors }: TableFieldsProps) {
  const { code, unit, from, to, region } = table;
  return (
    <div className="std-fields">
      <Field id="code" label="项目" errors={errors}>
        {(aria) => (
          <select
            {...aria}
            className="field"
            value={code}
            onChange={(event) => choose(event.target.value as Code)}
          >
            {SECTIONS.map(({ title, codes }) => (
              <optgroup key={title} label={title}>
                {codes.map((one) => (
                  <option key={one} value={one}>
                    {codeWords(one)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <Field id="region" label="谁定的" errors={errors}>
        {(aria) => (
          <select
            {...aria}
            className="field"
            value={region}
            onChange={(event) => set({ region: event.target.value })}
          >
            {levelsOf(county).map((level) => (
              <option key={level.region} value={level.region}>
                {level.label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="unit" label="单位" errors={errors}>
        {(aria) => (
          <select
            {...aria}
            className="field"
            value={unit}
            onChange={(event) => set({ unit: event.target.value as TableDraft['unit'] })}
          >
            {unitsOf(code).map((one) => (
              <option key={one} value={one}>
                {UNIT_WORDS[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Input
        id="from"
        label="从哪个月起"
        type="month"
        value={from}
        errors={errors}
        onSet={(month) => set({ from: month, to: usualTo(code, month) })}
      />
      <Input
        id="to"
        label="到哪个月止"
        type="month"
        value={to}
        errors={errors}
        optional
        onSet={(month) => set({ to: month })}
      />
    </div>
  );
}

/** The document the table rests on. */
export function DocumentFields({ table, set, errors }: FieldsProps) {
  const { title, number, issuer, issued, knownOn, article } = table;
  const text = (field: keyof TableDraft) => ({ errors, onSet: (typed: string) => set({ [field]: typed }) });
  return (
    <div className="std-fields">
      <div className="w7">
        <Input id="title" label="文件名称" value={title} {...text('title')} />
      </div>
      <div className="w3">
        <Input id="number" label="文号" optional value={number} {...text('number')} />
      </div>
      <div className="w3">
        <Input id="issuer" label="发文机关" optional value={issuer} {...text('issuer')} />
      </div>
      <Input
        id="issued"
        label="印发日期"
        type="date"
        value={issued}
        errors={errors}
        onSet={(day) => set({ issued: day, ...(knownOn < day ? { knownOn: day } : {}) })}
      />
      <Input id="knownOn" label="收到日期" type="date" value={knownOn} {...text('knownOn')} />
      <div className="w3">
        <Input id="article" label="条文、附件" optional value={article} {...text('article')} />
      </div>
    </div>
  );
}

interface InputProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly errors: readonly FieldError[];
  readonly onSet: (text: string) => void;
  readonly type?: 'text' | 'month' | 'date';
  readonly hint?: string;
  readonly optional?: boolean;
}

function Input({ id, label, value, errors, onSet, type = 'text', hint, optional = false }: InputProps) {
  const control = (aria: FieldAria): ReactNode => (
    <input
      {...aria}
      className="field"
      type={type}
      autoComplete="off"
      value={value}
      onChange={(event) => onSet(event.target.value)}
    />
  );
  return (
    <Field
      id={id}
      label={label}
      optional={optional}
      errors={errors}
      {...(hint === undefined ? {} : { hint })}
    >
      {control}
    </Field>
  );
}
