import type { FieldError } from '../../api/errors.ts';
import { Field } from '../../components/index.ts';

interface PassCodesProps {
  readonly label?: string;
  readonly hint?: string;
  readonly passCode: string;
  readonly again: string;
  readonly errors: readonly FieldError[];
  readonly onPassCode: (text: string) => void;
  readonly onAgain: (text: string) => void;
}

/** A new pass code, written twice; can be pasted, is never kept in a draft. */
export function PassCodes(props: PassCodesProps) {
  const {
    label = '口令',
    hint = '至少 8 位，可以粘贴。',
    passCode,
    again,
    errors,
    onPassCode,
    onAgain,
  } = props;
  const usual = { className: 'field', type: 'password', autoComplete: 'new-password' };
  return (
    <>
      <Field id="passCode" label={label} hint={hint} errors={errors}>
        {(aria) => (
          <input {...aria} {...usual} value={passCode} onChange={(event) => onPassCode(event.target.value)} />
        )}
      </Field>
      <Field id="again" label={`再写一遍${label}`} errors={errors}>
        {(aria) => (
          <input {...aria} {...usual} value={again} onChange={(event) => onAgain(event.target.value)} />
        )}
      </Field>
    </>
  );
}
