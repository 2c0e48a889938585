import { describe, expect, it } from 'vitest';
import { cellFromText, cellText, inputKind, inputText } from './cells.ts';

describe('a cell of a ledger', () => {
  it('shows fen as yuan and takes yuan as fen', () => {
    expect(cellText('fen', 176_400)).toBe('1,764.00');
    expect(inputText({ type: 'fen' }, 176_400)).toBe('1764.00');
    expect(cellFromText({ type: 'fen' }, '1,764')).toEqual({ value: 176_400 });
    expect(cellFromText({ type: 'fen' }, '五百')).toHaveProperty('wrong');
    expect(cellFromText({ type: 'fen' }, '1.005')).toHaveProperty('wrong');
  });
  it('takes full-width digits as an input method writes them', () => {
    expect(cellFromText({ type: 'count' }, '１２')).toEqual({ value: 12 });
    expect(cellFromText({ type: 'count' }, '1.5')).toHaveProperty('wrong');
  });
  it('is yes, no or not recorded', () => {
    expect(cellText('bool', true)).toBe('是');
    expect(cellText('bool', null)).toBe('');
    expect(cellFromText({ type: 'bool' }, '否')).toEqual({ value: false });
    expect(cellFromText({ type: 'bool' }, '')).toEqual({ value: null });
  });
  it('keeps the punctuation of a sentence as it was written', () => {
    expect(cellFromText({ type: 'text' }, ' 住院，需要陪护。 ')).toEqual({ value: '住院，需要陪护。' });
  });
  it('asks for days, months and listed words with the fitting control', () => {
    const column = { field: 'f', header: 'h', required: false };
    expect(inputKind({ ...column, type: 'day' })).toBe('day');
    expect(inputKind({ ...column, type: 'word', words: ['上门', '电话'] })).toBe('words');
    expect(inputKind({ ...column, type: 'bool' })).toBe('words');
    expect(inputKind({ ...column, type: 'identity' })).toBe('text');
  });
});
