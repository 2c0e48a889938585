import { expect, test } from 'vitest';
import { attributesOf, createXmlScanner, textOf } from './xml.ts';

const DOCUMENT = `<?xml version="1.0"?><!-- a > b --><s:root xmlns:s="x"><s:a r:id='1>2' n="&quot;&#65;"/>优抚𠮷&amp;<![CDATA[<&>]]><b  /></s:root>
`;

function eventsOf(chunkBytes: number): string[] {
  const events: string[] = [];
  const scanner = createXmlScanner(
    'root',
    {
      open: (name, bytes, from, to) =>
        events.push(`<${name}${JSON.stringify(attributesOf(bytes, from, to))}`),
      close: (name) => events.push(`>${name}`),
      text: (bytes, from, to, escaped) => events.push(textOf(bytes, from, to, escaped)),
    },
    1000,
  );
  const bytes = Buffer.from(DOCUMENT);
  for (let at = 0; at < bytes.length; at += chunkBytes) scanner.write(bytes.subarray(at, at + chunkBytes));
  scanner.end();
  return events;
}

test.each([1, 2, 3, 5, 7, 1000])('a document cut into chunks of %i bytes reads the same', (chunkBytes) => {
  expect(eventsOf(chunkBytes)).toEqual([
    '<root{"s":"x"}',
    '<a{"id":"1>2","n":"\\"A"}',
    '>a',
    '优抚𠮷&',
    '<&>',
    '<b{}',
    '>b',
    '>root',
  ]);
});

test('a tag that never ends is refused instead of filling the memory', () => {
  const scanner = createXmlScanner('root', { open: () => {}, close: () => {}, text: () => {} }, 100);
  expect(() => {
    for (let chunk = 0; chunk < 10; chunk++) scanner.write(Buffer.from(`<root ${'a'.repeat(40)}`));
  }).toThrow(expect.objectContaining({ code: 'damaged' }));
});

test('a huge tag of nonsense is gone through in one pass', () => {
  const nonsense = Buffer.from('a'.repeat(2_000_000) + ' b'.repeat(1_000_000) + ' '.repeat(1_000_000));
  expect(attributesOf(nonsense, 0, nonsense.length)).toEqual({});
});
