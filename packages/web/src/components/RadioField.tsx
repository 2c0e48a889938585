interface RadioFieldProps<Value extends string> {
  /** Read aloud before the words; not seen, for the words speak for themselves. */
  readonly legend: string;
  readonly name: string;
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly words: string }[];
  readonly onChange: (value: Value) => void;
  /** Beside each other, not one below the other. */
  readonly isRow?: boolean;
}

/** One of a few that all stand there to be read. */
export function RadioField<Value extends string>(props: RadioFieldProps<Value>) {
  const { legend, name, value, options, onChange, isRow = false } = props;
  return (
    <fieldset className={isRow ? 'radios row gap4 wrap' : 'radios'}>
      <legend className="sr">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="tick">
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.words}
        </label>
      ))}
    </fieldset>
  );
}
