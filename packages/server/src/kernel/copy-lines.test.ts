import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyBytes, copyText } from './copy.ts';
import { type CopyValue, createCopyLines } from './copy-lines.ts';

const text = fc.string({
  unit: fc.constantFrom('a', '练', 'é', '𠮷', '\\', '\t', '\n', '\r', '\ud800', '\udc00'),
});
const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined));

test('a line written by fields is the line its texts make', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 9 }), (values: CopyValue[]) => {
      const lines = createCopyLines(4);
      for (const one of values) lines.field(one);
      lines.endLine();
      expect(lines.take().toString('utf8')).toBe(
        Buffer.from(`${values.map(copyText).join('\t')}\n`).toString('utf8'),
      );
    }),
  );
});

test('bytes, ready lines and the next chunk follow each other', () => {
  const lines = createCopyLines(4);
  lines.bytesField('00ff');
  lines.bytesField(null);
  lines.endLine();
  lines.write('练习\t\\N\n');
  expect(lines.take().toString('utf8')).toBe(`${copyBytes('00ff')}\t${copyBytes(null)}\n练习\t\\N\n`);
  lines.field('next');
  expect(lines.size).toBe(5);
});
