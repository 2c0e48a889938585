import type { InputHTMLAttributes, ReactNode } from 'react';
import { Field, type FieldProps } from './Form.tsx';

type Own = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'max' | 'list' | 'readOnly' | 'inputMode' | 'autoComplete' | 'autoFocus' | 'placeholder'
>;

interface TextFieldProps extends Omit<FieldProps, 'children'>, Own {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date' | 'month';
}

/** A line of text, a day or a month with its label, hint and errors. */
export function TextField({ id, label, hint, optional, errors, onChange, ...input }: TextFieldProps) {
  const field = { id, label, hint, ...(optional ? { optional } : {}), ...(errors ? { errors } : {}) };
  return (
    <Field {...field}>
      {(aria) => (
        <input {...aria} {...input} className="field" onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

interface PickFieldProps<Value extends string> extends Omit<FieldProps, 'children' | 'optional'> {
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly words: string }[];
  readonly onChange: (value: Value) => void;
  /** What stands there while nothing is chosen. */
  readonly none?: string;
}

/** One of a few, with its label and errors. */
export function PickField<Value extends string>(props: PickFieldProps<Value>) {
  const { id, label, hint, errors, value, options, onChange, none } = props;
  const pick = (chosen: string) => {
    const option = options.find((one) => one.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <Field {...{ id, label, hint }} {...(errors ? { errors } : {})}>
      {(aria) => (
        <select {...aria} className="field" value={value} onChange={(event) => pick(event.target.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface FormEndProps {
  /** The main button: what will be done. */
  readonly does: ReactNode;
  /** The way out: «先不记». */
  readonly leave?: string;
  readonly onLeave?: () => void;
  readonly disabled?: boolean;
}

/** The end of a form: the way out, and at the right its one main button. */
export function FormEnd({ does, leave, onLeave, disabled }: FormEndProps) {
  return (
    <div className="row gap3 form-end">
      {leave !== undefined && (
        <button type="button" className="btn" onClick={onLeave}>
          {leave}
        </button>
      )}
      <button type="submit" className="btn pri" disabled={disabled}>
        {does}
      </button>
    </div>
  );
}
